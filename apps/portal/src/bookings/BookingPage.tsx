import { useCallback, useState } from 'react';
import { useApolloClient, useQuery } from '@apollo/client/react';
import { Alert, Box, Button } from '@mui/material';
import EditIcon from '@mui/icons-material/EditOutlined';
import TimelineIcon from '@mui/icons-material/CalendarViewWeekOutlined';
import { useParams } from 'react-router';
import { errorText } from '@gongjian/api';
import { dayOf, EmptyState, ErrorState, PageHeader, SkeletonBlock, SkeletonPage, useFormat } from '@gongjian/ui';
import { BookingDialog } from '../booking/BookingDialog.tsx';
import { resourcesOf } from '../booking/booking-form.ts';
import { useBookingActions } from '../booking/useBookingActions.ts';
import { common, useMessages } from '../i18n/index.ts';
import { usePageTitle } from '../shell/usePageTitle.ts';
import { AllocationsByOwner } from './AllocationsByOwner.tsx';
import { ApprovalSteps } from './ApprovalSteps.tsx';
import { BookingFacts } from './BookingFacts.tsx';
import { BookingStateChip } from './BookingStateChip.tsx';
import { bookings } from './bookings.messages.ts';
import { BookingDocument } from './bookings.generated.ts';
import type { BookingPartsFragment } from './bookings.generated.ts';
import { CancelDialog } from './CancelDialog.tsx';
import { DecisionPanel } from './DecisionPanel.tsx';
import { RestoreButton } from './RestoreButton.tsx';

const ASIDE = { display: 'grid', gap: 2, alignItems: 'start', gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'minmax(0, 1fr) 360px' } };

export default function BookingPage() {
  const t = useMessages(bookings);
  const { id = '' } = useParams();
  const { data, previousData, error, refetch } = useQuery(BookingDocument, { variables: { id } });
  // An answer that brings other allocations leaves the page incomplete for a moment: keep what it showed of this booking.
  const booking = data ? data.booking : previousData?.booking?.id === id ? previousData.booking : undefined;
  usePageTitle(booking?.title);

  if (error && !booking) return <ErrorState message={errorText(error)} onRetry={() => void refetch()} />;
  if (booking === undefined) return <Box sx={ASIDE}><SkeletonPage /><SkeletonBlock height={280} /></Box>;
  if (booking === null) {
    return <EmptyState title={t('notFoundTitle')} action={<Button href="/bookings">{t('toList')}</Button>}>{t('notFoundHelp')}</EmptyState>;
  }
  return <BookingView key={booking.id} booking={booking} />;
}

function BookingView({ booking }: { booking: BookingPartsFragment }) {
  const t = useMessages(bookings);
  const c = useMessages(common);
  const format = useFormat();
  const client = useApolloClient();
  const [open, setOpen] = useState<'edit' | 'cancel'>();
  const readAgain = useCallback(() => void client.refetchQueries({ include: [BookingDocument] }), [client]);
  const actions = useBookingActions(readAgain);
  const { state, stateReason } = booking;

  const note =
    (state === 'REJECTED' && stateReason && t('reasonRejected', { reason: stateReason })) ||
    (state === 'CANCELLED' && stateReason && t('reasonCancelled', { reason: stateReason })) ||
    (state === 'EXPIRED' && (stateReason ?? t('reasonExpired'))) ||
    (state === 'PENDING' && booking.holdUntil && !booking.viewerCanDecide && t('holdUntil', { when: format.dateTime(booking.holdUntil) }));

  return (
    <>
      <PageHeader
        title={booking.title}
        badge={<BookingStateChip state={state} />}
        description={`${format.range(booking.startsAt, booking.endsAt)} · ${c(`purpose.${booking.purpose}`)} · ${booking.organisation.name}`}
        actions={
          <>
            <Button startIcon={<TimelineIcon />} href={`/timeline?day=${dayOf(new Date(booking.startsAt), format.timeZone)}&resource=${booking.allocations.map((each) => each.resource.id).join(',')}`}>{t('showTimeline')}</Button>
            {booking.viewerCanCancel && <Button onClick={() => setOpen('cancel')}>{t('cancel')}</Button>}
            <RestoreButton booking={booking} />
            {booking.viewerCanUpdate && (
              <Button startIcon={<EditIcon />} onClick={() => setOpen('edit')} {...(!booking.viewerCanDecide && { variant: 'contained', color: 'primary' })}>{t('edit')}</Button>
            )}
          </>
        }
      />
      <DecisionPanel booking={booking} />
      {note && <Alert severity={state === 'REJECTED' ? 'error' : state === 'PENDING' ? 'info' : 'warning'} sx={{ mb: 2 }}>{note}</Alert>}
      <Box sx={ASIDE}>
        <AllocationsByOwner booking={booking} />
        <Box sx={{ display: 'grid', gap: 2, minWidth: 0 }}>
          <ApprovalSteps booking={booking} />
          <BookingFacts booking={booking} />
        </Box>
      </Box>
      {open === 'edit' && (
        <BookingDialog
          seed={{ kind: 'booking', start: Date.parse(booking.startsAt), end: Date.parse(booking.endsAt), resources: resourcesOf(booking), booking }}
          actions={actions}
          canBook
          canBlock={false}
          onDone={readAgain}
          onClose={() => setOpen(undefined)}
        />
      )}
      {open === 'cancel' && <CancelDialog booking={booking} actions={actions} onClose={() => setOpen(undefined)} />}
    </>
  );
}
