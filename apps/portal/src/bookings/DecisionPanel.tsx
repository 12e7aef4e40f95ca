import { useState } from 'react';
import { useMutation } from '@apollo/client/react';
import { Alert, Box, Button, Typography } from '@mui/material';
import { errorText } from '@gongjian/api';
import type { Decision } from '@gongjian/api/schema.types.ts';
import { useFormat, useToast } from '@gongjian/ui';
import { RefusalPanel } from '../booking/RefusalPanel.tsx';
import { useMessages } from '../i18n/index.ts';
import { useSession } from '../session/index.ts';
import { bookings } from './bookings.messages.ts';
import { BookingsDocument, DecideBookingDocument } from './bookings.generated.ts';
import type { BookingPartsFragment, DecideBookingMutation } from './bookings.generated.ts';
import { NextWaiting } from './NextWaiting.tsx';
import { RejectDialog } from './RejectDialog.tsx';

type Answer = DecideBookingMutation['decideBooking'];

/** Yes or no for the viewer's own part, and after it the way to the next that waits. */
export function DecisionPanel({ booking }: { booking: BookingPartsFragment }) {
  const t = useMessages(bookings);
  const format = useFormat();
  const toast = useToast();
  const { me } = useSession();
  const [decided, setDecided] = useState<Decision>();
  const [rejecting, setRejecting] = useState(false);
  const [answer, setAnswer] = useState<Answer>();
  const [decide, { loading, error }] = useMutation(DecideBookingDocument, { refetchQueries: [BookingsDocument] });

  /** Throws, so that the dialog of the reason can say at its field what is wrong. */
  const send = async (decision: Decision, reason?: string) => {
    setAnswer(undefined);
    const { data } = await decide({ variables: { id: booking.id, decision, ...(reason !== undefined && { reason }) } });
    const result = data?.decideBooking;
    if (!result) return;
    setAnswer(result);
    if (result.__typename !== 'Booking') return;
    setDecided(decision);
    toast.show(t(decision === 'APPROVE' ? 'approvedToast' : 'rejectedToast', { title: result.title }), { tone: 'success' });
  };

  const refused = answer?.__typename === 'BookingRefusal' && answer;
  const conflict = answer?.__typename === 'BookingConflict' && answer;
  const own = booking.approvals.filter((each) => each.state === 'WAITING' && each.owner.id === me.organisation?.id).flatMap((each) => each.resources);
  const names = (own.length > 0 ? own : booking.allocations.map((each) => each.resource)).map((each) => each.name).join(t('listMark'));

  return (
    <>
      {refused && (
        <Box sx={{ mb: 2 }}>
          <RefusalPanel title={t('refusedTitle')} reasons={refused.reasons} alternatives={refused.alternatives} onTake={() => undefined} disabled />
        </Box>
      )}
      {conflict && (
        <Alert severity="warning" sx={{ mb: 2 }}>
          <Box sx={{ fontWeight: 600 }}>{t('conflictTitle', { name: conflict.changedBy?.name ?? t('conflictSomebody') })}</Box>
          {t('conflictHelp')}
        </Alert>
      )}
      {decided && <NextWaiting decision={decided} currentId={booking.id} />}
      {booking.viewerCanDecide && !decided && (
        <Box
          component="section"
          aria-label={t('decideTitle')}
          sx={{ mb: 2, p: 2, border: '1px dashed', borderColor: 'own.status.pending.bar', borderRadius: '8px', display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'center' }}
        >
          <Box sx={{ flex: '1 1 320px', minWidth: 0 }}>
            <Typography variant="h2">{t('decideTitle')}</Typography>
            <Box sx={{ overflowWrap: 'anywhere' }}>
              {t('decideHelp', { organisation: booking.organisation.name, resources: names, range: format.range(booking.startsAt, booking.endsAt) })}
            </Box>
            {booking.holdUntil && <Box sx={{ fontSize: 13, color: 'own.faint' }}>{t('decideHold', { when: format.dateTime(booking.holdUntil) })}</Box>}
            {error && !rejecting && <Alert severity="error" sx={{ mt: 1 }}>{errorText(error)}</Alert>}
          </Box>
          <Box sx={{ display: 'flex', gap: 1 }}>
            <Button disabled={loading} onClick={() => setRejecting(true)}>{t('reject')}</Button>
            <Button color="primary" variant="contained" loading={loading && !rejecting} onClick={() => void send('APPROVE').catch(() => undefined)}>{t('approve')}</Button>
          </Box>
        </Box>
      )}
      {rejecting && <RejectDialog title={booking.title} onReject={(reason) => send('REJECT', reason)} onClose={() => setRejecting(false)} />}
    </>
  );
}
