import { useState } from 'react';
import { Box, Button, Link } from '@mui/material';
import { useQuery } from '@apollo/client/react';
import { errorText } from '@gongjian/api';
import { EmptyState, ErrorState, SkeletonLines, StatusChip, useFormat } from '@gongjian/ui';
import type { StatusTone } from '@gongjian/ui';
import { common, useMessages } from '../i18n/index.ts';
import { useSession } from '../session/index.ts';
import { ApproveButton } from './ApproveButton.tsx';
import { Card } from './Card.tsx';
import { HomeMineDocument, HomeWaitingDocument } from './home.generated.ts';
import type { HomeBookingFragment } from './home.generated.ts';
import { home } from './home.messages.ts';

/** To the minute, so that the query keeps its place in the cache while the page is drawn again. */
const thisMinute = () => new Date(Math.floor(Date.now() / 60_000) * 60_000).toISOString();

export function BookingsCard({ which }: { which: 'waiting' | 'mine' }) {
  const t = useMessages(home);
  const { access } = useSession();
  const [from] = useState(thisMinute);
  const waiting = useQuery(HomeWaitingDocument, { skip: which !== 'waiting' });
  const mine = useQuery(HomeMineDocument, { variables: { from }, skip: which !== 'mine' });
  const { data, error, refetch } = which === 'waiting' ? waiting : mine;
  const page = data?.bookings;

  return (
    <Card
      flush
      title={t(which)}
      action={page && page.totalCount > 0 && (
        <Link href={`/bookings?tab=${which}`} sx={{ fontSize: 13 }}>
          {t(which === 'waiting' ? 'waitingAll' : 'mineAll', { count: page.totalCount })}
        </Link>
      )}
    >
      {!page && !error && <Box sx={{ px: 2, pb: 2 }}><SkeletonLines lines={5} height={36} /></Box>}
      {!page && error && <ErrorState dense message={errorText(error)} onRetry={() => void refetch()} />}
      {page && page.totalCount === 0 && (which === 'waiting'
        ? <EmptyState dense title={t('waitingNone')}>{t('waitingNoneHelp')}</EmptyState>
        : (
          <EmptyState dense title={t('mineNone')} action={access.canBook && <Button href="/timeline">{t('toTimeline')}</Button>}>
            {t(access.canBook ? 'mineNoneBook' : 'mineNoneRead')}
          </EmptyState>
        ))}
      {page && page.totalCount > 0 && (
        <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none' }}>
          {page.nodes.slice(0, 6).map((booking) => <BookingLine key={booking.id} booking={booking} waits={which === 'waiting'} />)}
        </Box>
      )}
    </Card>
  );
}

const tones: Record<HomeBookingFragment['state'], StatusTone> = {
  PENDING: 'pending', CONFIRMED: 'confirmed', REJECTED: 'danger', CANCELLED: 'maintenance', EXPIRED: 'maintenance',
};

function BookingLine({ booking, waits }: { booking: HomeBookingFragment; waits: boolean }) {
  const t = useMessages(home);
  const words = useMessages(common);
  const format = useFormat();
  const names = booking.allocations.map(({ resource }) => resource.name);
  return (
    <Box
      component="li"
      sx={{ position: 'relative', display: 'flex', flexDirection: { xs: 'column', sm: 'row' }, columnGap: 1.5, rowGap: 0.5, alignItems: { sm: 'center' }, px: 2, py: 1, borderTop: 1, borderColor: 'divider', '&:hover': { bgcolor: 'own.surface.subtle' } }}
    >
      <Box sx={{ flex: 1, minWidth: 0 }}>
        {/* The link covers the whole line. */}
        <Link href={`/bookings/${booking.id}`} sx={{ color: 'text.primary', fontWeight: 500, '&::after': { content: '""', position: 'absolute', inset: 0 } }}>
          {booking.title}
        </Link>
        <Box sx={{ fontSize: 12, color: 'own.faint', overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }}>
          {[
            t('forOrganisation', { organisation: booking.organisation.shortName, person: (booking.requestedBy?.name ?? booking.organisation.shortName) }),
            names.length > 1 ? t('resources', { name: names[0]!, count: names.length }) : names[0],
          ].filter(Boolean).join(' · ')}
        </Box>
      </Box>
      <Box sx={{ flexShrink: 0, display: 'flex', flexDirection: { xs: 'row', sm: 'column' }, alignItems: { xs: 'center', sm: 'flex-end' }, justifyContent: 'space-between', flexWrap: 'wrap', gap: 0.25 }}>
        <Box sx={{ fontSize: 13 }}>{format.range(booking.startsAt, booking.endsAt)}</Box>
        {waits ? <ApproveButton id={booking.id} title={booking.title} /> : <StatusChip tone={tones[booking.state]}>{words(`bookingState.${booking.state}`)}</StatusChip>}
      </Box>
    </Box>
  );
}
