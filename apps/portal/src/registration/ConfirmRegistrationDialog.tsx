import { useState } from 'react';
import type { FormEvent } from 'react';
import { Alert, Box, Button, DialogActions, DialogContent, DialogTitle, Typography } from '@mui/material';
import { useMutation } from '@apollo/client/react';
import { errorText, fieldErrors } from '@gongjian/api';
import type { Role } from '@gongjian/api/schema.types.ts';
import { addDays, DayInput, FieldRow, FormDialog, useToast, useToday } from '@gongjian/ui';
import { common, useMessages } from '../i18n/index.ts';
import { RoleChoices } from '../people/RoleChoices.tsx';
import { ConfirmRegistrationDocument } from './registrations.generated.ts';
import type { RegistrationRowFragment } from './registrations.generated.ts';
import { registrations } from './registrations.messages.ts';

interface Props {
  row: RegistrationRowFragment;
  onClose: () => void;
  onDone: () => void;
}

/** Takes somebody in: the wished role is ticked, and may be another. */
export function ConfirmRegistrationDialog({ row, onClose, onDone }: Props) {
  const t = useMessages(registrations);
  const words = useMessages(common);
  const toast = useToast();
  const today = useToday();
  const name = row.name ?? '';
  const [roles, setRoles] = useState<Role[]>([row.wishedRole]);
  const [since, setSince] = useState('');
  const [until, setUntil] = useState('');
  const [asked, setAsked] = useState(false);
  const [confirm, { loading, error }] = useMutation(ConfirmRegistrationDocument);
  const refused = fieldErrors(error);
  const missing = asked && roles.length === 0 ? t('rolesMissing') : refused['roles'];

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (roles.length === 0) return;
    try {
      await confirm({ variables: { id: row.id, input: { roles, since: since || null, until: until || null } } });
      toast.show(t('confirmed', { name }), { tone: 'success' });
      onDone();
      onClose();
    } catch {
      // Shown at its field, or above the form.
    }
  };

  return (
    <FormDialog busy={loading} onClose={onClose} maxWidth="sm" fullWidth aria-labelledby="confirm-registration">
      <DialogTitle id="confirm-registration" sx={{ overflowWrap: 'anywhere' }}>{t('confirmTitle', { name })}</DialogTitle>
      <Box component="form" noValidate onSubmit={(event: FormEvent) => void submit(event)} sx={{ display: 'contents' }}>
        <DialogContent sx={{ display: 'grid', gap: 2 }}>
          <Typography variant="body2" sx={{ color: 'own.faint', overflowWrap: 'anywhere' }}>{t('confirmHelp', { email: row.email ?? '' })}</Typography>
          {error && Object.keys(refused).length === 0 && <Alert severity="error">{errorText(error)}</Alert>}
          {refused['organisationId'] && <Alert severity="error">{refused['organisationId']}</Alert>}
          <RoleChoices value={roles} onChange={setRoles} error={missing} />
          <FieldRow>
            <DayInput label={t('since')} value={since} onChange={setSince} min={today} error={refused['since']} help={t('sinceHelp')} />
            <DayInput label={t('untilDay')} value={until} onChange={setUntil} min={addDays(since || today, 1)} error={refused['until']} help={t('untilHelp')} />
          </FieldRow>
        </DialogContent>
        <DialogActions>
          <Button variant="text" onClick={onClose} disabled={loading}>{words('cancel')}</Button>
          <Button type="submit" variant="contained" color="primary" loading={loading} autoFocus>{t('confirm')}</Button>
        </DialogActions>
      </Box>
    </FormDialog>
  );
}
