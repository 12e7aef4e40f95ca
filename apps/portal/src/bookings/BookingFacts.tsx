import type { ReactNode } from 'react';
import { Box, Link } from '@mui/material';
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
  const facts: { label: string; value: ReactNode }[] = [
    { label: t('fact.time'), value: t('duration', { range: format.range(booking.startsAt, booking.endsAt), length }) },
    { label: t('fact.purpose'), value: c(`purpose.${booking.purpose}`) },
    { label: t('fact.organisation'), value: booking.organisation.name },
    { label: t('fact.requestedBy'), value: (booking.requestedBy?.name ?? booking.organisation.shortName) },
    { label: t('fact.attendees'), value: booking.attendees !== null && t('people', { count: booking.attendees }) },
    { label: t('fact.notes'), value: booking.notes && <Box component="span" sx={{ whiteSpace: 'pre-wrap' }}>{booking.notes}</Box> },
    { label: t('fact.elsewhere'), value: booking.elsewhere.length > 0 && format.list(booking.elsewhere) },
    { label: t('fact.uses'), value: booking.uses.length > 0 && booking.uses.map((use) => <Use key={use.id} use={use} />) },
    { label: t('fact.created'), value: format.dateTime(booking.createdAt) },
    { label: t('fact.updated'), value: booking.updatedAt !== booking.createdAt && format.dateTime(booking.updatedAt) },
  ];
  return (
    <Panel title={t('section.facts')}>
      <Box component="dl" sx={{ m: 0, display: 'grid', gridTemplateColumns: '80px minmax(0, 1fr)', columnGap: 1, rowGap: 0.75 }}>
        {facts.filter(({ value }) => value).map(({ label, value }) => (
          <Box key={label} sx={{ display: 'contents' }}>
            <Box component="dt" sx={{ color: 'own.faint', fontSize: 13, lineHeight: '22px' }}>{label}</Box>
            <Box component="dd" sx={{ m: 0, overflowWrap: 'anywhere', lineHeight: '22px' }}>{value}</Box>
          </Box>
        ))}
      </Box>
    </Panel>
  );
}

/** What it takes of a clause, with a way to the agreement for whoever may read it. */
function Use({ use }: { use: BookingPartsFragment['uses'][number] }) {
  const t = useMessages(bookings);
  const format = useFormat();
  const { clause, minutes, beyond, fee, inQuestion } = use;
  const length = format.minutes(minutes);
  return (
    <Box>
      {clause ? <Link href={`/agreements/${clause.agreement.id}`}>{t('use', { agreement: clause.agreement.number, number: clause.number, length })}</Link> : t('useUnknown', { length })}
      {[beyond > 0 && t('useBeyond', { length: format.minutes(beyond) }), fee > 0 && t('useFee', { fee: format.money(fee) })].filter(Boolean).map((text) => <Box key={String(text)} sx={{ fontSize: 13, color: 'own.faint' }}>{text}</Box>)}
      {inQuestion && <Box sx={{ fontSize: 13, color: 'warning.main' }}>{t('inQuestion')}</Box>}
    </Box>
  );
}
