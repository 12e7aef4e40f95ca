import type { ReactNode } from 'react';
import { Box, Typography } from '@mui/material';
import type { BookingDutyAction } from '@gongjian/api/schema.types.ts';
import { useFormat } from '@gongjian/ui';
import { useMessages } from '../i18n/index.ts';
import { Choice } from './Choice.tsx';
import { decisionOn } from './decisions.ts';
import type { Decisions, DutyBooking } from './decisions.ts';
import { leaving } from './leaving.messages.ts';

interface Props {
  title: string;
  help?: ReactNode;
  bookings: readonly DutyBooking[];
  actions: readonly BookingDutyAction[];
  decisions: Decisions;
  onChange: (decisions: Decisions) => void;
}

/** Coming bookings with a decision for each, and one for all. */
export function DutyBookings({ title, help, bookings, actions, decisions, onChange }: Props) {
  const t = useMessages(leaving);
  const options = actions.map((value) => ({ value, label: t(value) }));
  const open = bookings.filter(({ viewerCanSettle }) => viewerCanSettle);
  const common = open.every((booking) => decisionOn(decisions, booking) === decisionOn(decisions, open[0]!)) ? (open[0] ? decisionOn(decisions, open[0]) : null) : null;
  return (
    <Box component="section" aria-label={title}>
      <Box sx={{ display: 'flex', alignItems: 'center', flexWrap: 'wrap', gap: 1, mb: 0.5 }}>
        <Typography variant="h3" sx={{ flex: 1, minWidth: 160 }}>{title}</Typography>
        {open.length > 1 && actions.length > 1 && (
          <>
            <Typography variant="body2" sx={{ color: 'own.faint' }}>{t('all')}</Typography>
            <Choice label={`${title} ${t('all')}`} value={common} options={options} onChange={(action) => onChange({ ...decisions, ...Object.fromEntries(open.map(({ id }) => [id, action])) })} />
          </>
        )}
      </Box>
      {help && <Typography variant="body2" sx={{ color: 'own.faint', mb: 0.5 }}>{help}</Typography>}
      <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none', border: 1, borderColor: 'divider', borderRadius: '8px' }}>
        {bookings.map((booking) => (
          <Line key={booking.id} booking={booking}>
            {booking.viewerCanSettle && actions.length > 1 ? (
              <Choice label={t('decision', { title: booking.title })} value={decisionOn(decisions, booking)} options={options} onChange={(action) => onChange({ ...decisions, [booking.id]: action })} />
            ) : booking.kind === 'WAITING' ? (
              <Typography variant="body2" sx={{ color: booking.othersWhoAnswer > 0 ? 'own.faint' : 'error.main' }}>
                {booking.othersWhoAnswer > 0 ? t('waitingOthers', { count: booking.othersWhoAnswer }) : t('waitingNobody')}
              </Typography>
            ) : <Typography variant="body2" sx={{ color: 'own.faint' }}>{t('cannot')}</Typography>}
          </Line>
        ))}
      </Box>
    </Box>
  );
}

function Line({ booking, children }: { booking: DutyBooking; children: ReactNode }) {
  const format = useFormat();
  return (
    <Box component="li" sx={{ display: 'flex', alignItems: 'center', flexWrap: 'wrap', gap: 1, px: 1.5, py: 0.75, '& + &': { borderTop: 1, borderColor: 'divider' } }}>
      <Box sx={{ flex: '1 1 220px', minWidth: 0 }}>
        <Typography sx={{ overflowWrap: 'anywhere' }}>{booking.title}</Typography>
        <Typography variant="caption" sx={{ color: 'own.faint' }}>
          {[format.range(booking.startsAt, booking.endsAt), booking.organisation.shortName, booking.requestedBy?.name].filter(Boolean).join(' · ')}
        </Typography>
      </Box>
      {children}
    </Box>
  );
}
