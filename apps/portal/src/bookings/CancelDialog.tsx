import { useState } from 'react';
import { Box } from '@mui/material';
import { errorText, fieldErrors } from '@gongjian/api';
import { ConfirmDialog, TextInput } from '@gongjian/ui';
import type { BookingActions } from '../booking/useBookingActions.ts';
import { useMessages } from '../i18n/index.ts';
import { bookings } from './bookings.messages.ts';
import type { BookingPartsFragment } from './bookings.generated.ts';

interface Props {
  booking: BookingPartsFragment;
  actions: BookingActions;
  onClose: () => void;
}

/** A sentence that is ready for the user. */
class Said extends Error {}

/** Gives the slots back; the message afterwards offers ten seconds to take it back. */
export function CancelDialog({ booking, actions, onClose }: Props) {
  const t = useMessages(bookings);
  const [reason, setReason] = useState('');
  const [problem, setProblem] = useState<string>();

  const confirm = async () => {
    setProblem(undefined);
    try {
      const answer = await actions.callOff(booking, reason.trim() || null);
      if (answer.__typename === 'BookingConflict') {
        throw new Said(`${t('conflictTitle', { name: answer.changedBy?.name ?? t('conflictSomebody') })} ${t('conflictHelp')}`);
      }
      if (answer.__typename === 'BookingRefusal') throw new Said(t('cancelRefused', { reason: answer.reasons[0]?.message ?? '' }));
    } catch (error) {
      setProblem(fieldErrors(error)['reason']);
      throw error;
    }
  };
  return (
    <ConfirmDialog
      open
      title={t('cancelTitle', { title: booking.title })}
      confirmLabel={t('cancel')}
      cancelLabel={t('keep')}
      danger
      errorText={(error) => (error instanceof Said ? error.message : errorText(error))}
      onConfirm={confirm}
      onClose={onClose}
    >
      <Box sx={{ mb: 2 }}>{t('cancelHelp', { count: booking.allocations.length })}</Box>
      <TextInput label={t('cancelReason')} value={reason} onChange={setReason} multiline minRows={2} help={t('cancelReasonHelp')} error={problem} />
    </ConfirmDialog>
  );
}
