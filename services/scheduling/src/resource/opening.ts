import { addDays, DAY, dayOf, instantOf, MINUTE, startOfDay, weekdayOf } from '../time.ts';

/** From `opens` to `closes` on one weekday (1 Monday to 7 Sunday), as HH:MM; `closes` may be 24:00. */
export interface OpeningPeriod {
  weekday: number;
  opens: string;
  closes: string;
}

/** Half-open, in milliseconds. */
export interface Interval {
  from: number;
  until: number;
}

export const ALWAYS: readonly Interval[] = [{ from: -Infinity, until: Infinity }];

export const CLOCK = /^([01]\d|2[0-3]):[0-5]\d$|^24:00$/;

export function minutesOf(clock: string): number {
  return Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));
}

/** Sorted, with touching and overlapping periods of one day made one. */
export function tidy(periods: readonly OpeningPeriod[]): OpeningPeriod[] {
  const sorted = periods.map(({ weekday, opens, closes }) => ({ weekday, opens, closes })).sort((a, b) => a.weekday - b.weekday || a.opens.localeCompare(b.opens));
  const result: OpeningPeriod[] = [];
  for (const period of sorted) {
    const last = result.at(-1);
    if (last?.weekday === period.weekday && period.opens <= last.closes) last.closes = period.closes > last.closes ? period.closes : last.closes;
    else result.push(period);
  }
  return result;
}

/** Sorted and merged; 24:00 goes on at 00:00. */
export function merge(intervals: readonly Interval[]): Interval[] {
  const result: Interval[] = [];
  for (const { from, until } of intervals.toSorted((a, b) => a.from - b.from)) {
    const last = result.at(-1);
    if (last && from <= last.until) last.until = Math.max(last.until, until);
    else result.push({ from, until });
  }
  return result;
}

/** When a resource is open between two instants, on the wall clock of the consortium. No periods mean always. */
export function openIntervals(periods: readonly OpeningPeriod[], from: number, until: number, timeZone: string): readonly Interval[] {
  if (periods.length === 0) return ALWAYS;
  const intervals: Interval[] = [];
  const last = dayOf(until, timeZone);
  let day = dayOf(from, timeZone);
  let midnight = startOfDay(day, timeZone);
  while (day <= last) {
    const next = addDays(day, 1);
    const nextMidnight = startOfDay(next, timeZone);
    // On a day without a change of clocks a sum is enough; asking the time zone for each end is slow.
    const plainDay = nextMidnight - midnight === DAY;
    const at = (clock: string): number => {
      const minutes = minutesOf(clock);
      if (minutes === 24 * 60) return nextMidnight;
      return plainDay ? midnight + minutes * MINUTE : instantOf(Date.parse(`${day}T${clock}:00Z`), timeZone);
    };
    const weekday = weekdayOf(day);
    for (const period of periods) {
      if (period.weekday === weekday) intervals.push({ from: at(period.opens), until: at(period.closes) });
    }
    [day, midnight] = [next, nextMidnight];
  }
  return merge(intervals);
}

/** Whether all of a range is open: it may span several periods only where they touch. */
export function isOpen(periods: readonly OpeningPeriod[], from: number, until: number, timeZone: string): boolean {
  return openIntervals(periods, from, until, timeZone).some((open) => open.from <= from && until <= open.until);
}

/** Open minutes of each weekday, 0 Monday to 6 Sunday. */
export function minutesByWeekday(periods: readonly OpeningPeriod[]): number[] {
  const minutes = Array.from({ length: 7 }, () => 0);
  for (const { weekday, opens, closes } of tidy(periods)) minutes[weekday - 1]! += minutesOf(closes) - minutesOf(opens);
  return minutes;
}
