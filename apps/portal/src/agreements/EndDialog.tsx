import { useState } from 'react';
import type { FormEvent } from 'react';
import { Alert, Box, Button, DialogActions, DialogContent, DialogTitle, Typography } from '@mui/material';
import { useMutation } from '@apollo/client/react';
import { errorText, fieldErrors } from '@gongjian/api';
import { addDays, DayInput, FormDialog, TextInput, useFormat, useToast, useToday } from '@gongjian/ui';
import { common, useMessages } from '../i18n/index.ts';
import { SuspendAgreementDocument, TerminateAgreementDocument } from './agreements.generated.ts';
import type { AgreementViewFragment } from './agreements.generated.ts';
import { agreements } from './agreements.messages.ts';
import { Effects } from './Effects.tsx';

/** Lets a signed agreement rest, or ends it with notice; both with a reason that the other parties are told. */
export function EndDialog({ agreement, how, onClose }: { agreement: AgreementViewFragment; how: 'suspend' | 'terminate'; onClose: () => void }) {
  const t = useMessages(agreements);
  const words = useMessages(common);
  const toast = useToast();
  const format = useFormat();
  const earliest = addDays(useToday(), Math.max(1, agreement.noticeDays));
  const [on, setOn] = useState(how === 'terminate' ? earliest : '');
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const [suspend, suspending] = useMutation(SuspendAgreementDocument);
  const [terminate, terminating] = useMutation(TerminateAgreementDocument);
  const error = suspending.error ?? terminating.error;
  const busy = suspending.loading || terminating.loading;
  const refused = fieldErrors(error);
  const shown = { reason: (asked && !reason.trim() ? t('reasonMissing') : undefined) ?? refused['reason'], on: (asked && how === 'terminate' && !on ? t('onMissing') : undefined) ?? refused['on'] };

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (!reason.trim() || (how === 'terminate' && !on)) return;
    try {
      if (how === 'suspend') await suspend({ variables: { id: agreement.id, input: { reason: reason.trim() } } });
      else await terminate({ variables: { id: agreement.id, input: { on, reason: reason.trim() } } });
      toast.show(how === 'suspend' ? t('suspendedDone') : t('terminated', { day: format.day(on) }), { tone: 'success' });
      onClose();
    } catch {
      // Shown at its field, or above the form.
    }
  };

  return (
    <FormDialog busy={busy} onClose={onClose} maxWidth="sm" fullWidth aria-labelledby="end-agreement">
      <DialogTitle id="end-agreement">{t(how)}</DialogTitle>
      <Box component="form" noValidate autoComplete="off" onSubmit={(event: FormEvent) => void submit(event)} sx={{ display: 'contents' }}>
        <DialogContent sx={{ display: 'grid', gap: 2 }}>
          <Typography variant="body2">{how === 'suspend' ? t('suspendHelp') : t('terminateHelp', { days: agreement.noticeDays, earliest: format.day(earliest) })}</Typography>
          {error && !shown.reason && !shown.on && <Alert severity="error">{errorText(error)}</Alert>}
          {how === 'terminate' && <DayInput required label={t('terminateOn')} value={on} onChange={setOn} min={earliest} max={addDays(agreement.until, -1)} error={shown.on} />}
          <TextInput required multiline minRows={2} label={t('reason')} value={reason} onChange={setReason} error={shown.reason} slotProps={{ htmlInput: { maxLength: 500 } }} />
        </DialogContent>
        <Box sx={{ px: 3, pb: 1 }}><Effects ending agreementId={agreement.id} endsOn={how === 'terminate' ? on : null} /></Box>
        <DialogActions>
          <Button variant="text" onClick={onClose} disabled={busy}>{words('cancel')}</Button>
          <Button type="submit" variant="contained" color="error" loading={busy}>{t(how)}</Button>
        </DialogActions>
      </Box>
    </FormDialog>
  );
}
