import { useState } from 'react';
import type { FormEvent } from 'react';
import { Alert, Box, Button, DialogActions, DialogContent, DialogTitle, Typography } from '@mui/material';
import { useMutation } from '@apollo/client/react';
import { errorText, fieldErrors, newKey } from '@gongjian/api';
import type { Role } from '@gongjian/api/schema.types.ts';
import { addDays, DayInput, FieldRow, FormDialog, TextInput, useToast, useToday } from '@gongjian/ui';
import type { Language } from '@gongjian/ui';
import { common, useLanguage, useMessages } from '../i18n/index.ts';
import { useSession } from '../session/index.ts';
import { OrganisationPicker } from '../shell/OrganisationPicker.tsx';
import type { OrganisationChoice } from '../shell/OrganisationPicker.tsx';
import { InvitePersonDocument } from './invitations.generated.ts';
import { invitations } from './invitations.messages.ts';
import { type GoodDays, MailFields } from './MailFields.tsx';
import { RoleChoices } from './RoleChoices.tsx';
import { answersForAll } from './roles.ts';

const mailAddress = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

/** Asks somebody by mail to come in. */
export function InviteDialog({ onClose, onDone }: { onClose: () => void; onDone: () => void }) {
  const t = useMessages(invitations);
  const words = useMessages(common);
  const { me } = useSession();
  const toast = useToast();
  const today = useToday();
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [organisation, setOrganisation] = useState<OrganisationChoice | null>(me.organisation);
  const [roles, setRoles] = useState<Role[]>([]);
  const [since, setSince] = useState('');
  const [until, setUntil] = useState('');
  const [goodDays, setGoodDays] = useState<GoodDays>('14');
  const [language, setLanguage] = useState<Language>(useLanguage());
  const [asked, setAsked] = useState(false);
  const [key] = useState(newKey);
  const [invite, { loading, error }] = useMutation(InvitePersonDocument);

  const problems = {
    name: name.trim() ? undefined : t('nameMissing'),
    email: mailAddress.test(email.trim()) ? undefined : t('emailForm'),
    organisation: organisation ? undefined : t('organisationMissing'),
    roles: roles.length ? undefined : t('rolesMissing'),
  };
  const refused = fieldErrors(error);
  const shown = {
    name: (asked && problems.name) || refused['name'],
    email: (asked && problems.email) || refused['email'],
    organisation: (asked && problems.organisation) || refused['organisationId'],
    roles: (asked && problems.roles) || refused['roles'],
    since: refused['since'],
    until: refused['until'],
  };

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (Object.values(problems).some(Boolean) || !organisation) return;
    try {
      await invite({ variables: { input: { name: name.trim(), email: email.trim(), organisationId: organisation.id, roles, since: since || null, until: until || null, goodDays: Number(goodDays), language }, idempotencyKey: key } });
      toast.show(t('sent', { name: name.trim() }), { tone: 'success' });
      onDone();
      onClose();
    } catch {
      // Shown at its field, or above the form.
    }
  };

  return (
    <FormDialog busy={loading} onClose={onClose} maxWidth="sm" fullWidth aria-labelledby="invite-person">
      <DialogTitle id="invite-person">{t('inviteTitle')}</DialogTitle>
      <Box component="form" noValidate autoComplete="off" onSubmit={(event: FormEvent) => void submit(event)} sx={{ display: 'contents' }}>
        <DialogContent sx={{ display: 'grid', gap: 2 }}>
          <Typography variant="body2" sx={{ color: 'own.faint' }}>{t('inviteHelp')}</Typography>
          {error && !Object.values(shown).some(Boolean) && <Alert severity="error">{errorText(error)}</Alert>}
          <FieldRow>
            <TextInput autoFocus required label={t('name')} value={name} onChange={setName} error={shown.name || undefined} help={t('nameHelp')} />
            <TextInput
              required type="email" label={t('email')} value={email} onChange={setEmail} error={shown.email || undefined}
              slotProps={{ inputLabel: { shrink: true }, htmlInput: { spellCheck: false, autoCapitalize: 'none', autoComplete: 'off', maxLength: 254 } }}
            />
          </FieldRow>
          <OrganisationPicker
            required label={t('organisation')} value={organisation} onChange={setOrganisation} error={shown.organisation || undefined}
            only={answersForAll(me) ? null : me.organisation ? [me.organisation.id] : []}
          />
          <RoleChoices value={roles} onChange={setRoles} error={shown.roles || undefined} />
          <FieldRow>
            <DayInput label={t('since')} value={since} onChange={setSince} min={today} error={shown.since} help={t('sinceHelp')} />
            <DayInput label={t('until')} value={until} onChange={setUntil} min={addDays(since || today, 1)} error={shown.until} help={t('untilHelp')} />
          </FieldRow>
          <MailFields goodDays={goodDays} onGoodDays={setGoodDays} language={language} onLanguage={setLanguage} />
        </DialogContent>
        <DialogActions>
          <Button variant="text" onClick={onClose} disabled={loading}>{words('cancel')}</Button>
          <Button type="submit" variant="contained" color="primary" loading={loading}>{t('send')}</Button>
        </DialogActions>
      </Box>
    </FormDialog>
  );
}
