import { useEffect, useRef } from 'react';
import { Alert, Box } from '@mui/material';
import { StatusChip, useFormat } from '@gongjian/ui';
import { common, useMessages } from '../i18n/index.ts';
import type { Hits } from './BlockDialog.tsx';
import { resources } from './resources.messages.ts';

/** The bookings that the maintenance would cancel. */
export function BlockHits({ hits, reason }: { hits: Hits; reason: string }) {
  const t = useMessages(resources);
  const c = useMessages(common);
  const format = useFormat();
  const hidden = hits.count - hits.bookings.length;
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);

  return (
    <Box ref={box} tabIndex={-1} sx={{ outline: 'none' }}>
      <Alert severity="warning" sx={{ mb: 1.5 }}>
        <Box sx={{ fontWeight: 600 }}>{t('hitsTitle', { count: hits.count })}</Box>
        {t('hitsHelp', { reason })}
      </Alert>
      <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none', maxHeight: 320, overflowY: 'auto' }}>
        {hits.bookings.map((booking) => (
          <Box component="li" key={booking.id} sx={{ py: 1, borderTop: 1, borderColor: 'divider', '&:first-of-type': { borderTop: 0 } }}>
            <Box sx={{ display: 'flex', justifyContent: 'space-between', gap: 1 }}>
              <Box component="span" sx={{ fontWeight: 500, overflowWrap: 'anywhere' }}>{booking.title}</Box>
              <StatusChip tone={booking.state === 'PENDING' ? 'pending' : 'confirmed'}>{c(`bookingState.${booking.state}`)}</StatusChip>
            </Box>
            <Box sx={{ fontSize: 13, color: 'text.secondary' }}>
              {format.range(booking.startsAt, booking.endsAt)} · {booking.organisation.shortName} · {booking.requestedBy.name}
            </Box>
          </Box>
        ))}
      </Box>
      {hidden > 0 && <Box sx={{ mt: 1, fontSize: 13, color: 'own.faint' }}>{t('hitsHidden', { count: hidden })}</Box>}
    </Box>
  );
}
