import { Box } from '@mui/material';
import { BarChart } from '@mui/x-charts/BarChart';
import { useFormat } from '@gongjian/ui';
import { useMessages } from '../i18n/index.ts';
import type { HomeLoadQuery } from './home.generated.ts';
import { home } from './home.messages.ts';

interface Props {
  days: HomeLoadQuery['parkLoad']['byDay'];
}

/** Booked hours by day, one bar on the other. */
export default function HoursChart({ days }: Props) {
  const t = useMessages(home);
  const format = useFormat();
  const hours = (value: number | null) => format.number(value ?? 0);
  const series = [
    { dataKey: 'equipmentHours', label: t('equipment'), color: 'var(--gj-palette-own-chart-a)' },
    { dataKey: 'venueHours', label: t('venues'), color: 'var(--gj-palette-own-chart-b)' },
    { dataKey: 'peopleHours', label: t('people'), color: 'var(--gj-palette-own-chart-c)' },
  ].map((each) => ({ ...each, stack: 'all', valueFormatter: hours }));

  return (
    // The chart takes the height that the cards beside it leave.
    <Box role="group" aria-label={t('hoursLabel')} sx={{ position: 'absolute', inset: 0 }}>
      <BarChart
        dataset={days.map((day) => ({ ...day }))}
        series={series}
        borderRadius={3}
        grid={{ horizontal: true }}
        margin={{ left: 0, right: 8, top: 8, bottom: 0 }}
        xAxis={[{
          dataKey: 'day',
          scaleType: 'band',
          categoryGapRatio: days.length > 20 ? 0.35 : 0.55,
          valueFormatter: (day: string, { location }) => (location === 'tick' ? format.tick(day) : format.day(day)),
          disableLine: true,
          disableTicks: true,
        }]}
        yAxis={[{ width: 40, disableLine: true, disableTicks: true }]}
        slotProps={{ legend: { direction: 'horizontal', position: { vertical: 'top', horizontal: 'end' } } }}
        sx={{ '& .MuiChartsGrid-line': { strokeDasharray: '3 3', stroke: 'var(--gj-palette-own-line)' } }}
      />
    </Box>
  );
}
