import { Box, Skeleton } from '@mui/material';
import { useFormat } from '@gongjian/ui';
import { useMessages } from '../i18n/index.ts';
import type { HomeLoadQuery } from './home.generated.ts';
import { home } from './home.messages.ts';

/** Four numbers in a row. */
export function Figures({ load }: { load: HomeLoadQuery['parkLoad'] | undefined }) {
  const t = useMessages(home);
  const format = useFormat();
  const open = load?.byKind.reduce((sum, kind) => sum + kind.openHours, 0) ?? 0;
  const booked = load?.byKind.reduce((sum, kind) => sum + kind.bookedHours, 0) ?? 0;
  const figures = [
    { label: t('resourceCount'), value: load && format.number(load.resourceCount), note: load && t('bookableCount', { count: load.bookableCount }) },
    { label: t('load'), value: load && format.percent(open > 0 ? booked / open : 0), note: t('loadNote') },
    { label: t('bookingCount'), value: load && format.number(load.bookingCount) },
    { label: t('pendingCount'), value: load && format.number(load.pendingCount) },
  ];
  return (
    <Box
      component="dl"
      sx={{ m: 0, display: 'grid', gridTemplateColumns: { xs: '1fr 1fr', md: 'repeat(4, 1fr)' }, border: 1, borderColor: 'divider', borderRadius: '8px', overflow: 'hidden', gap: '1px', bgcolor: 'divider' }}
    >
      {figures.map(({ label, value, note }) => (
        <Box key={label} sx={{ px: 2, py: 1.5, bgcolor: 'background.paper' }}>
          <Box component="dt" sx={{ fontSize: 13, color: 'text.secondary' }}>{label}</Box>
          <Box component="dd" sx={{ m: 0, fontSize: 26, lineHeight: 1.4, fontWeight: 600 }}>{value ?? <Skeleton width={72} />}</Box>
          <Box component="dd" sx={{ m: 0, fontSize: 12, minHeight: 18, color: 'own.faint' }}>{note}</Box>
        </Box>
      ))}
    </Box>
  );
}
