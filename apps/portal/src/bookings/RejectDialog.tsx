import { useState } from 'react';
import { Alert, Box, Button, DialogActions, DialogContent, DialogTitle } from '@mui/material';
import { errorText, fieldErrors } from '@gongjian/api';
import { FormDialog, TextInput } from '@gongjian/ui';
import { common, useMessages } from '../i18n/index.ts';
import { bookings } from './bookings.messages.ts';

interface Props {
  title: string;
  onReject: (reason: string) => Promise<void>;
  onClose: () => void;
}

/** A no without a reason helps nobody: it is asked for before anything is sent. */
export function RejectDialog({ title, onReject, onClose }: Props) {
  const t = useMessages(bookings);
  const c = useMessages(common);
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  const atField = missing ? t('required') : (fieldErrors(problem)['reason'] ?? undefined);

  const submit = async () => {
    if (reason.trim() === '') {
      setMissing(true);
      return;
    }
    setBusy(true);
    setProblem(undefined);
    try {
      await onReject(reason.trim());
      onClose();
    } catch (error) {
      setProblem(error);
      setBusy(false);
    }
  };

  return (
    <FormDialog busy={busy} onClose={onClose} maxWidth="xs" fullWidth>
      <Box component="form" noValidate onSubmit={(event) => { event.preventDefault(); void submit(); }} sx={{ display: 'contents' }}>
        <DialogTitle sx={{ overflowWrap: 'anywhere' }}>{t('rejectTitle', { title })}</DialogTitle>
        <DialogContent>
          <Box sx={{ mb: 2 }}>{t('rejectHelp')}</Box>
          <TextInput
            label={t('rejectReason')}
            required
            autoFocus
            multiline
            minRows={3}
            value={reason}
            placeholder={t('rejectPlaceholder')}
            error={atField}
            onChange={(value) => {
              setReason(value);
              setMissing(false);
            }}
          />
          {problem !== undefined && !atField && <Alert severity="error" sx={{ mt: 2 }}>{errorText(problem)}</Alert>}
        </DialogContent>
        <DialogActions>
          <Button variant="text" onClick={onClose} disabled={busy}>{c('cancel')}</Button>
          <Button type="submit" variant="contained" color="error" loading={busy}>{t('reject')}</Button>
        </DialogActions>
      </Box>
    </FormDialog>
  );
}
