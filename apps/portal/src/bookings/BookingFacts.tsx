import type { ReactNode } from 'react';
import { Box } from '@mui/material';
import { useFormat } from '@gongjian/ui';
import { common, useMessages } from '../i18n/index.ts';
import { bookings } from './bookings.messages.ts';
import type { BookingPartsFragment } from './bookings.generated.ts';
import { Panel } from './Panel.tsx';

export function BookingFacts({ booking }: { booking: BookingPartsFragment }) {
  const t = useMessages(bookings);
  const c = useMessages(common);
  const format = useFormat();
  const length = format.minutes(Math.round((Date.parse(booking.endsAt) - Date.parse(booking.startsAt)) / 60_000));
  const facts: [string, ReactNode][] = [
    [t('fact.time'), t('duration', { range: format.range(booking.startsAt, booking.endsAt), length })],
    [t('fact.purpose'), c(`purpose.${booking.purpose}`)],
    [t('fact.organisation'), booking.organisation.name],
    [t('fact.requestedBy'), booking.requestedBy.name],
    [t('fact.attendees'), booking.attendees !== null && t('people', { count: booking.attendees })],
    [t('fact.notes'), booking.notes && <Box component="span" sx={{ whiteSpace: 'pre-wrap' }}>{booking.notes}</Box>],
    [t('fact.created'), format.dateTime(booking.createdAt)],
    [t('fact.updated'), booking.updatedAt !== booking.createdAt && format.dateTime(booking.updatedAt)],
  ];
  return (
    <Panel title={t('section.facts')}>
      <Box component="dl" sx={{ m: 0, display: 'grid', gridTemplateColumns: '80px minmax(0, 1fr)', columnGap: 1, rowGap: 0.75 }}>
        {facts.filter(([, value]) => value).map(([label, value]) => (
          <Box key={label} sx={{ display: 'contents' }}>
            <Box component="dt" sx={{ color: 'own.faint', fontSize: 13, lineHeight: '22px' }}>{label}</Box>
            <Box component="dd" sx={{ m: 0, overflowWrap: 'anywhere', lineHeight: '22px' }}>{value}</Box>
          </Box>
        ))}
      </Box>
    </Panel>
  );
}
