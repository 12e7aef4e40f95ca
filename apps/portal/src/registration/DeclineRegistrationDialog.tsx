import { useState } from 'react';
import type { FormEvent } from 'react';
import { Alert, Box, Button, DialogActions, DialogContent, DialogTitle, Typography } from '@mui/material';
import { useMutation } from '@apollo/client/react';
import { errorText, fieldErrors } from '@gongjian/api';
import { FormDialog, TextInput, useToast } from '@gongjian/ui';
import { common, useMessages } from '../i18n/index.ts';
import { DeclineRegistrationDocument } from './registrations.generated.ts';
import type { RegistrationRowFragment } from './registrations.generated.ts';
import { registrations } from './registrations.messages.ts';

interface Props {
  row: RegistrationRowFragment;
  onClose: () => void;
  onDone: () => void;
}

/** A no without a reason helps nobody: it is asked for before anything is sent. */
export function DeclineRegistrationDialog({ row, onClose, onDone }: Props) {
  const t = useMessages(registrations);
  const words = useMessages(common);
  const toast = useToast();
  const name = row.name ?? '';
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const [decline, { loading, error }] = useMutation(DeclineRegistrationDocument);
  const atField = (asked && !reason.trim() ? t('reasonMissing') : undefined) ?? fieldErrors(error)['reason'];

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (!reason.trim()) return;
    try {
      await decline({ variables: { id: row.id, reason: reason.trim() } });
      toast.show(t('declined'), { tone: 'success' });
      onDone();
      onClose();
    } catch {
      // Shown at its field, or below it.
    }
  };

  return (
    <FormDialog busy={loading} onClose={onClose} maxWidth="xs" fullWidth aria-labelledby="decline-registration">
      <DialogTitle id="decline-registration" sx={{ overflowWrap: 'anywhere' }}>{t('declineTitle', { name })}</DialogTitle>
      <Box component="form" noValidate onSubmit={(event: FormEvent) => void submit(event)} sx={{ display: 'contents' }}>
        <DialogContent sx={{ display: 'grid', gap: 2 }}>
          <Typography variant="body2">{t('declineHelp')}</Typography>
          <TextInput required autoFocus multiline minRows={3} label={t('reason')} value={reason} onChange={setReason} placeholder={t('reasonPlaceholder')} error={atField} />
          {error && !atField && <Alert severity="error">{errorText(error)}</Alert>}
        </DialogContent>
        <DialogActions>
          <Button variant="text" onClick={onClose} disabled={loading}>{words('cancel')}</Button>
          <Button type="submit" variant="contained" color="error" loading={loading}>{t('decline')}</Button>
        </DialogActions>
      </Box>
    </FormDialog>
  );
}
