import { useState } from 'react';
import type { FormEvent } from 'react';
import { Alert, Box, Button, DialogActions, DialogContent, DialogTitle, Typography } from '@mui/material';
import { useMutation } from '@apollo/client/react';
import { errorText, fieldErrors, newKey } from '@gongjian/api';
import type { ConsortiumKind, OrganisationKind } from '@gongjian/api/schema.types.ts';
import { FieldRow, FormDialog, SelectInput, TextInput, useToast } from '@gongjian/ui';
import { common, useMessages } from '../i18n/index.ts';
import { CreateConsortiumDocument } from './home.generated.ts';
import { home } from './home.messages.ts';

const consortiumKinds: readonly ConsortiumKind[] = ['MUNICIPAL_CONSORTIUM', 'INDUSTRY_COMMUNITY', 'PRACTICE_CENTRE', 'TRAINING_CENTRE'];
const organisationKinds: readonly OrganisationKind[] = ['SCHOOL', 'ENTERPRISE', 'PARK', 'INSTITUTE', 'GOVERNMENT', 'ASSOCIATION'];

/** The fields by the paths under which the server names them. */
const empty = {
  name: '', shortName: '', kind: 'MUNICIPAL_CONSORTIUM',
  'lead.name': '', 'lead.kind': 'SCHOOL', 'lead.uscc': '',
  'secretary.name': '', 'secretary.login': '', 'secretary.password': '',
};
type Path = keyof typeof empty;

export function FoundConsortiumDialog({ onClose, onFounded }: { onClose: () => void; onFounded: () => void }) {
  const t = useMessages(home);
  const words = useMessages(common);
  const toast = useToast();
  const [form, setForm] = useState(empty);
  const [asked, setAsked] = useState(false);
  const [key] = useState(newKey);
  const [create, { loading, error }] = useMutation(CreateConsortiumDocument);
  const refused = fieldErrors(error);

  const field = (path: Path) => ({
    required: true,
    value: form[path],
    onChange: (value: string) => setForm((now) => ({ ...now, [path]: value })),
    error: asked && !form[path].trim() ? words('error.required') : refused[path],
  });

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (Object.values(form).some((value) => !value.trim())) return;
    const input = {
      name: form.name.trim(),
      shortName: form.shortName.trim(),
      kind: form.kind as ConsortiumKind,
      lead: { name: form['lead.name'].trim(), kind: form['lead.kind'] as OrganisationKind, uscc: form['lead.uscc'].trim() },
      secretary: { name: form['secretary.name'].trim(), login: form['secretary.login'].trim(), password: form['secretary.password'] },
    };
    try {
      const { data } = await create({ variables: { input, idempotencyKey: key } });
      toast.show(t('operator.founded', { name: data?.createConsortium.name ?? form.name }), { tone: 'success' });
      onFounded();
      onClose();
    } catch {
      // Shown at its field, or above the form.
    }
  };

  const atField = (Object.keys(empty) as Path[]).some((path) => refused[path]);
  return (
    <FormDialog busy={loading} onClose={onClose} maxWidth="sm" fullWidth aria-labelledby="found-consortium">
      <DialogTitle id="found-consortium">{t('operator.found')}</DialogTitle>
      <Box component="form" noValidate autoComplete="off" onSubmit={(event: FormEvent) => void submit(event)} sx={{ display: 'contents' }}>
        <DialogContent sx={{ display: 'grid', gap: 2 }}>
          {error && !atField && <Alert severity="error">{errorText(error)}</Alert>}
          <Typography variant="h3">{t('found.consortium')}</Typography>
          <TextInput label={t('found.name')} {...field('name')} />
          <FieldRow>
            <TextInput label={t('found.shortName')} help={t('found.shortNameHelp')} {...field('shortName')} />
            <SelectInput label={t('found.kind')} {...field('kind')} options={consortiumKinds.map((value) => ({ value, label: words(`consortiumKind.${value}`) }))} />
          </FieldRow>
          <Typography variant="h3">{t('found.lead')}</Typography>
          <TextInput label={t('found.organisation')} {...field('lead.name')} />
          <FieldRow>
            <TextInput label={t('found.uscc')} {...field('lead.uscc')} />
            <SelectInput label={t('found.organisationKind')} {...field('lead.kind')} options={organisationKinds.map((value) => ({ value, label: words(`organisationKind.${value}`) }))} />
          </FieldRow>
          <Typography variant="h3">{t('found.secretary')}</Typography>
          <FieldRow>
            <TextInput label={t('found.person')} {...field('secretary.name')} />
            <TextInput label={t('found.login')} help={t('found.loginHelp')} {...field('secretary.login')} />
          </FieldRow>
          <TextInput label={t('found.password')} help={t('found.passwordHelp')} {...field('secretary.password')} />
        </DialogContent>
        <DialogActions>
          <Button variant="text" onClick={onClose} disabled={loading}>{words('cancel')}</Button>
          <Button type="submit" variant="contained" color="primary" loading={loading}>{t('operator.found')}</Button>
        </DialogActions>
      </Box>
    </FormDialog>
  );
}
