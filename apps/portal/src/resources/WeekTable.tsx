import { Box } from '@mui/material';
import { useFormat } from '@gongjian/ui';
import { useMessages } from '../i18n/index.ts';
import { resources } from './resources.messages.ts';
import { isWholeDay, minutesOfDay, periodsOf, WEEKDAYS } from './opening-hours.ts';
import type { Period } from './opening-hours.ts';

const DAY = 24 * 60;
const cell = { py: '3px', px: 0, textAlign: 'left', verticalAlign: 'middle', fontWeight: 400, whiteSpace: 'nowrap' } as const;

/** A week of opening hours: the day, a bar over its 24 hours, and the times in words. */
export function WeekTable({ periods, label }: { periods: readonly Period[]; label: string }) {
  const t = useMessages(resources);
  const format = useFormat();
  return (
    <Box component="table" aria-label={label} sx={{ width: '100%', borderCollapse: 'collapse', fontSize: 13 }}>
      <tbody>
        {WEEKDAYS.map((weekday) => {
          const ofDay = periodsOf(periods, weekday);
          return (
            <tr key={weekday}>
              <Box component="th" scope="row" sx={{ ...cell, width: 48, color: 'text.secondary' }}>{format.weekday(weekday)}</Box>
              <Box component="td" aria-hidden sx={{ ...cell, width: { xs: '26%', sm: '40%' }, pr: 1.5 }}><DayBar periods={ofDay} /></Box>
              <Box component="td" sx={{ ...cell, whiteSpace: 'normal', color: ofDay.length ? 'text.primary' : 'own.faint' }}>
                {ofDay.length === 0 && t('closed')}
                {isWholeDay(ofDay)
                  ? t('wholeDay')
                  : ofDay.map((p, index) => (
                    <Box component="span" key={p.opens} sx={{ display: 'inline-block' }}>{p.opens}–{p.closes}{index < ofDay.length - 1 && t('listComma')}</Box>
                  ))}
              </Box>
            </tr>
          );
        })}
      </tbody>
    </Box>
  );
}

function DayBar({ periods }: { periods: readonly Period[] }) {
  return (
    <Box sx={{ position: 'relative', height: 8, borderRadius: '4px', bgcolor: 'own.surface.hover', overflow: 'hidden', minWidth: 48 }}>
      {periods.map((period) => {
        const from = minutesOfDay(period.opens);
        return (
          <Box
            key={period.opens}
            sx={{ position: 'absolute', top: 0, bottom: 0, bgcolor: 'own.status.confirmed.bar', opacity: 0.75 }}
            style={{ left: `${(from / DAY) * 100}%`, width: `${((minutesOfDay(period.closes) - from) / DAY) * 100}%` }}
          />
        );
      })}
    </Box>
  );
}
