import { useState } from 'react';
import type { FormEvent } from 'react';
import { Alert, Box, Button, DialogActions, DialogContent, DialogTitle } from '@mui/material';
import { useMutation } from '@apollo/client/react';
import { errorText, fieldErrors, newKey } from '@gongjian/api';
import type { MembershipKind, OrganisationKind } from '@gongjian/api/schema.types.ts';
import { DayInput, FieldRow, FormDialog, SelectInput, TextInput, useToast } from '@gongjian/ui';
import { common, useMessages } from '../i18n/index.ts';
import { kinds, membershipKinds } from './kinds.ts';
import { AddMemberDocument } from './members.generated.ts';
import { members } from './members.messages.ts';
import { normaliseUscc, usccProblem } from '../shell/uscc.ts';

const empty = { name: '', shortName: '', uscc: '', since: '', kind: '' as OrganisationKind | '', membership: 'MEMBER' as MembershipKind };

export function AddMemberDialog({ onClose, onAdded }: { onClose: () => void; onAdded: () => void }) {
  const t = useMessages(members);
  const words = useMessages(common);
  const toast = useToast();
  const [form, setForm] = useState(empty);
  const [asked, setAsked] = useState(false);
  const [usccLeft, setUsccLeft] = useState(false);
  const [key] = useState(newKey);
  const [addMember, { loading, error, reset }] = useMutation(AddMemberDocument);

  const set = (change: Partial<typeof empty>) => {
    reset();
    setForm({ ...form, ...change });
  };
  const uscc = normaliseUscc(form.uscc);
  const usccKey = usccProblem(uscc);
  const problems = {
    name: [...form.name.trim()].length < 2 ? t('nameMissing') : undefined,
    kind: form.kind === '' ? t('kindMissing') : undefined,
    uscc: usccKey && t(usccKey, { count: [...uscc].length }),
  };
  const refused = fieldErrors(error);
  const shown = {
    name: (asked ? problems.name : undefined) ?? refused['organisation.name'],
    shortName: refused['organisation.shortName'],
    kind: (asked ? problems.kind : undefined) ?? refused['organisation.kind'],
    uscc: (asked || (usccLeft && uscc) ? problems.uscc : undefined) ?? refused['organisation.uscc'],
    since: refused['since'],
  };

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (Object.values(problems).some(Boolean) || form.kind === '') return;
    const input = {
      organisation: { name: form.name.trim(), shortName: form.shortName.trim() || null, kind: form.kind, uscc },
      kind: form.membership,
      since: form.since || null,
    };
    try {
      const { data } = await addMember({ variables: { input, idempotencyKey: key } });
      toast.show(t('added', { name: data?.addMember.name ?? form.name }), { tone: 'success' });
      onAdded();
      onClose();
    } catch {
      // Shown at its field, or above the form.
    }
  };

  const atField = Object.values(shown).some(Boolean);
  return (
    <FormDialog busy={loading} onClose={onClose} maxWidth="sm" fullWidth aria-labelledby="add-member">
      <DialogTitle id="add-member">{t('addTitle')}</DialogTitle>
      <Box component="form" noValidate onSubmit={(event: FormEvent) => void submit(event)} sx={{ display: 'contents' }}>
        <DialogContent sx={{ display: 'grid', gap: 2 }}>
          {error && !atField && <Alert severity="error">{errorText(error)}</Alert>}
          <TextInput
            autoFocus required label={t('name')} value={form.name} onChange={(name) => set({ name })}
            error={shown.name} help={t('nameHelp')}
          />
          <TextInput
            required label={t('uscc')} value={form.uscc} onChange={(value) => set({ uscc: value })}
            onBlur={() => setUsccLeft(true)} error={shown.uscc} help={t('usccHelp')}
            slotProps={{ inputLabel: { shrink: true }, htmlInput: { maxLength: 40, spellCheck: false, autoCapitalize: 'characters' } }}
          />
          <FieldRow>
            <SelectInput<OrganisationKind>
              required label={t('kind')} value={form.kind} onChange={(kind) => set({ kind })} error={shown.kind}
              options={kinds.map((value) => ({ value, label: words(`organisationKind.${value}`) }))}
            />
            <SelectInput<MembershipKind>
              label={t('membership')} value={form.membership} onChange={(membership) => set({ membership })}
              options={membershipKinds.map((value) => ({ value, label: words(`membershipKind.${value}`) }))}
            />
          </FieldRow>
          <FieldRow>
            <TextInput label={t('shortName')} value={form.shortName} onChange={(shortName) => set({ shortName })} error={shown.shortName} help={t('shortNameHelp')} />
            <DayInput label={t('since')} value={form.since} onChange={(since) => set({ since })} error={shown.since} help={t('sinceHelp')} />
          </FieldRow>
        </DialogContent>
        <DialogActions>
          <Button variant="text" onClick={onClose} disabled={loading}>{words('cancel')}</Button>
          <Button type="submit" variant="contained" color="primary" loading={loading}>{t('add')}</Button>
        </DialogActions>
      </Box>
    </FormDialog>
  );
}
