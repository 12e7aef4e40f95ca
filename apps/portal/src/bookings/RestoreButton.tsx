import { useEffect, useState } from 'react';
import { useMutation } from '@apollo/client/react';
import { Button } from '@mui/material';
import { errorText } from '@gongjian/api';
import { useToast } from '@gongjian/ui';
import { useMessages } from '../i18n/index.ts';
import { bookings } from './bookings.messages.ts';
import { RestoreBookingDocument } from './bookings.generated.ts';
import type { BookingPartsFragment } from './bookings.generated.ts';

/** The server takes a cancellation back within a minute; a little less here, so that the click still arrives in time. */
const OFFERED_MILLISECONDS = 55_000;

export function RestoreButton({ booking }: { booking: BookingPartsFragment }) {
  const t = useMessages(bookings);
  const toast = useToast();
  const [restore, { loading }] = useMutation(RestoreBookingDocument);
  const [offered, setOffered] = useState(false);
  const { state, updatedAt } = booking;

  useEffect(() => {
    const left = state === 'CANCELLED' ? Date.parse(updatedAt) + OFFERED_MILLISECONDS - Date.now() : 0;
    setOffered(left > 0);
    const timer = setTimeout(() => setOffered(false), left);
    return () => clearTimeout(timer);
  }, [state, updatedAt]);

  const run = async () => {
    try {
      const { data } = await restore({ variables: { id: booking.id, version: booking.version } });
      const answer = data?.restoreBooking;
      if (answer?.__typename === 'Booking') toast.show(t('restored'), { tone: 'success' });
      else if (answer?.__typename === 'BookingRefusal') toast.show(t('restoreRefused', { reason: answer.reasons[0]?.message ?? '' }), { tone: 'error' });
      else toast.show(t('conflictHelp'), { tone: 'error' });
    } catch (error) {
      toast.show(t('restoreRefused', { reason: errorText(error) }), { tone: 'error' });
    }
  };
  if (!offered) return null;
  return <Button color="primary" variant="contained" loading={loading} onClick={() => void run()}>{t('restore')}</Button>;
}
