import { weekdayOf } from '../day.ts';
import type { HolidayDay } from './calendar.rules.ts';
import { statutoryDays } from './statutory.ts';

/** What is wrong, and where: a line of the text, or an entry of the JSON or calendar file; 0 means the whole. */
export interface ReadingProblem {
  line: number;
  code: string;
  params: Record<string, string | number>;
}

export interface Reading {
  days: (HolidayDay & { line: number })[];
  /** As far as the text names them itself. */
  notice: string | null;
  address: string | null;
  problems: ReadingProblem[];
}

export const emptyReading = (): Reading => ({ days: [], notice: null, address: null, problems: [] });

/** A person reads some reasons, not a hundred. */
const MOST_PROBLEMS = 20;

/** A year as it may be kept: days of that year, each said once, and what the law gives is off. */
export function checkedHolidays(reading: Reading, year: number): { days: HolidayDay[]; problems: ReadingProblem[] } {
  const problems = [...reading.problems];
  const days = new Map<string, HolidayDay>();
  for (const { line, ...each } of reading.days) {
    const { day, kind } = each;
    const known = days.get(day);
    if (!day.startsWith(`${year}-`)) problems.push({ line, code: 'HOLIDAY_OTHER_YEAR', params: { day, year } });
    else if (known && known.kind !== kind) problems.push({ line, code: 'HOLIDAY_CONTRADICTION', params: { day } });
    else if (kind === 'WORK' && weekdayOf(day) < 6) problems.push({ line, code: 'HOLIDAY_WORK_ON_WEEKDAY', params: { day } });
    else if (!known) days.set(day, each);
  }
  if (problems.length === 0 && days.size === 0) problems.push({ line: 0, code: 'HOLIDAYS_EMPTY', params: {} });
  // Lines that could not be read may be the missing ones: they are told first.
  if (problems.length === 0) {
    for (const [day, name] of [...statutoryDays(year)].sort(([a], [b]) => (a < b ? -1 : 1))) {
      if (days.get(day)?.kind !== 'OFF') problems.push({ line: 0, code: 'HOLIDAY_STATUTORY_MISSING', params: { day, name } });
    }
  }
  return { days: [...days.values()].sort((a, b) => (a.day < b.day ? -1 : 1)), problems: problems.slice(0, MOST_PROBLEMS) };
}
