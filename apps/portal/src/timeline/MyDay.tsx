import { Box } from '@mui/material';
import { useQuery } from '@apollo/client/react';
import { errorText } from '@gongjian/api';
import { EmptyState, ErrorState, SkeletonLines, useFormat } from '@gongjian/ui';
import { common, useMessages } from '../i18n/index.ts';
import { useSession } from '../session/index.ts';
import { DayCard } from './DayCard.tsx';
import { MyDayDocument } from './timeline.generated.ts';
import { timelineTexts } from './timeline.messages.ts';

/** My bookings of one day. */
export function MyDay({ from, until }: { from: number; until: number }) {
  const t = useMessages(timelineTexts);
  const say = useMessages(common);
  const format = useFormat();
  const { access } = useSession();
  const { data, error, refetch } = useQuery(MyDayDocument, {
    variables: {
      filter: { mine: true, states: ['PENDING', 'CONFIRMED'], from: new Date(from).toISOString(), until: new Date(until).toISOString() },
      first: 100,
    },
  });
  if (error && !data) return <ErrorState message={errorText(error)} onRetry={() => void refetch()} />;
  if (!data) return <SkeletonLines lines={5} height={48} />;
  const bookings = data.bookings.nodes;
  if (bookings.length === 0) return <EmptyState title={t('dayMineEmpty')}>{access.canBook && t('dayEmptyHelp')}</EmptyState>;
  return (
    <Box component="ul" aria-label={t('mine')} sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1 }}>
      {bookings.map((booking) => (
        <DayCard
          key={booking.id}
          time={format.timeRange(booking.startsAt, booking.endsAt)}
          tone={booking.state === 'PENDING' ? 'pending' : 'confirmed'}
          title={booking.title}
          href={`/bookings/${booking.id}`}
        >
          {say(`bookingState.${booking.state}`)} · {format.list(booking.allocations.map(({ resource }) => resource.name))}
        </DayCard>
      ))}
    </Box>
  );
}
