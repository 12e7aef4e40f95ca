import { Box } from '@mui/material';
import { useFormat } from '@gongjian/ui';
import { useMessages } from '../i18n/index.ts';
import { calendarTexts } from './calendar.messages.ts';
import { holidayName } from './days.ts';
import { dayOfYear, groupHolidays } from './holiday-groups.ts';
import type { GroupedDay } from './holiday-groups.ts';

const cell = { py: 0.75, pr: 2, textAlign: 'left', verticalAlign: 'top', fontWeight: 400, borderTop: 1, borderColor: 'own.line' } as const;

/** A day is not broken in two. */
const Whole = ({ children }: { children: string }) => <Box component="span" sx={{ whiteSpace: 'nowrap' }}>{children}</Box>;

/** A year's holidays by name: when one is off, and when one works instead. */
export function HolidayTable({ days, label }: { days: readonly GroupedDay[]; label: string }) {
  const t = useMessages(calendarTexts);
  const format = useFormat();
  return (
    <Box component="table" aria-label={label} sx={{ width: '100%', borderCollapse: 'collapse', fontSize: 13 }}>
      <thead>
        <tr>
          {[t('holiday'), t('offDays'), t('workDays')].map((heading) => (
            <Box key={heading} component="th" scope="col" sx={{ ...cell, borderTop: 0, color: 'own.faint' }}>{heading}</Box>
          ))}
        </tr>
      </thead>
      <tbody>
        {groupHolidays(days).map((group) => (
          <tr key={group.name}>
            <Box component="th" scope="row" sx={{ ...cell, fontWeight: 600, minWidth: 64 }}>{holidayName(group.name, format.language)}</Box>
            <Box component="td" sx={cell}>
              {group.off.map(({ first, last }) => (
                <div key={first}><Whole>{dayOfYear(first, format)}</Whole>{first !== last && <> – <Whole>{dayOfYear(last, format)}</Whole></>}</div>
              ))}
              <Box component="span" sx={{ color: 'own.faint' }}>{t('count', { count: group.count })}</Box>
            </Box>
            <Box component="td" sx={cell}>{group.work.map((day) => <div key={day}><Whole>{dayOfYear(day, format)}</Whole></div>)}</Box>
          </tr>
        ))}
      </tbody>
    </Box>
  );
}
