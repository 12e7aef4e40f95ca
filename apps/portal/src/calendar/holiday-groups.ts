import { addDays } from '@gongjian/ui';
import type { Format } from '@gongjian/ui';

export interface GroupedDay {
  day: string;
  name: string;
  kind: 'OFF' | 'WORK';
}

export interface HolidayGroup {
  name: string;
  /** Days off as ranges of consecutive days, both ends included. */
  off: { first: string; last: string }[];
  work: string[];
  count: number;
}

/** A year's days by holiday, in the order of their first day off, as the notice lists them. */
export function groupHolidays(days: readonly GroupedDay[]): HolidayGroup[] {
  const groups = new Map<string, HolidayGroup>();
  for (const { day, name, kind } of days.toSorted((a, b) => (a.day < b.day ? -1 : 1))) {
    const group = groups.get(name) ?? { name, off: [], work: [], count: 0 };
    groups.set(name, group);
    if (kind === 'WORK') {
      group.work.push(day);
      continue;
    }
    group.count += 1;
    const last = group.off.at(-1);
    if (last && addDays(last.last, 1) === day) last.last = day;
    else group.off.push({ first: day, last: day });
  }
  return [...groups.values()].sort((a, b) => ((a.off[0]?.first ?? a.work[0]!) < (b.off[0]?.first ?? b.work[0]!) ? -1 : 1));
}

/** 10月1日 周四, without the year, which stands above. */
export const dayOfYear = (day: string, format: Format): string => {
  const [, month, date] = day.split('-').map(Number);
  const weekday = format.weekday(new Date(`${day}T00:00:00Z`).getUTCDay() || 7);
  return format.language === 'zh-CN' ? `${month}月${date}日 ${weekday}` : `${weekday} ${date} ${format.month(day.slice(0, 7)).replace(/ \d+$/, '')}`;
};
