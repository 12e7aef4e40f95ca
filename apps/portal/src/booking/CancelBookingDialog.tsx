import { useState } from 'react';
import { Typography } from '@mui/material';
import { errorText } from '@gongjian/api';
import { ConfirmDialog, TextInput } from '@gongjian/ui';
import { useMessages } from '../i18n/index.ts';
import type { BookingDetailsFragment } from './booking.generated.ts';
import { bookingTexts } from './booking.messages.ts';
import type { BookingActions } from './useBookingActions.ts';

interface Props {
  booking: BookingDetailsFragment;
  actions: BookingActions;
  onClose: () => void;
  onDone: () => void;
}

/** Asks why, and lets go of the slots. */
export function CancelBookingDialog({ booking, actions, onClose, onDone }: Props) {
  const t = useMessages(bookingTexts);
  const [reason, setReason] = useState('');
  const [version, setVersion] = useState(booking.version);
  const tooLong = [...reason.trim()].length > 500;

  async function confirm() {
    const answer = await actions.callOff({ id: booking.id, version }, reason.trim() || null);
    if (answer.__typename === 'Booking') {
      onDone();
      return;
    }
    // Cancelling what somebody has just changed: say so, and let the person decide again.
    if (answer.__typename === 'BookingConflict') {
      setVersion(answer.current.version);
      throw new Error(t('conflictTitle'));
    }
    throw new Error(answer.reasons.map(({ message }) => message).join(' '));
  }

  return (
    <ConfirmDialog
      open
      danger
      title={t('cancelTitle', { title: booking.title })}
      confirmLabel={t('cancelBooking')}
      cancelLabel={t('keep')}
      disabled={tooLong}
      errorText={(error) => (error instanceof Error && error.name === 'Error' ? error.message : errorText(error))}
      onConfirm={confirm}
      onClose={onClose}
    >
      <Typography sx={{ mb: 2 }}>{t('cancelHelp', { count: booking.allocations.length })}</Typography>
      <TextInput
        label={t('cancelReason')}
        autoFocus
        multiline
        maxRows={4}
        value={reason}
        error={tooLong ? t('tooLong', { count: 500 }) : undefined}
        onChange={setReason}
      />
    </ConfirmDialog>
  );
}
