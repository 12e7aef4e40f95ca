import type { Axis } from './axis.ts';
import { addDays, dayOf, DAY_MINUTES, instantOf, MINUTE, weekdayOf } from './zone.ts';
import type { OpeningPeriod } from './types.ts';

/** The closed minutes of a weekday, as `[from, until)` pairs in order. */
export function closedMinutes(opening: readonly OpeningPeriod[], weekday: number): [number, number][] {
  if (opening.length === 0) return [];
  const open = opening.filter((period) => period.weekday === weekday).sort((a, b) => a.from - b.from);
  const closed: [number, number][] = [];
  let at = 0;
  for (const { from, until } of open) {
    if (from > at) closed.push([at, from]);
    at = Math.max(at, until);
  }
  if (at < DAY_MINUTES) closed.push([at, DAY_MINUTES]);
  return closed;
}

/** One CSS gradient that shades the closed hours of a row; `none` when it is always open. */
export function closedShading(axis: Axis, opening: readonly OpeningPeriod[], colour: string): string {
  if (opening.length === 0) return 'none';
  const stops: string[] = [];
  let at = 0;
  axis.days.forEach(({ day }, index) => {
    for (const [from, until] of closedMinutes(opening, weekdayOf(day))) {
      const left = index * axis.dayWidth + (Math.max(from, axis.fromMinute) - axis.fromMinute) * axis.pxPerMinute;
      const right = index * axis.dayWidth + (Math.min(until, axis.untilMinute) - axis.fromMinute) * axis.pxPerMinute;
      if (right <= left) continue;
      stops.push(`transparent ${at}px ${left}px`, `${colour} ${left}px ${right}px`);
      at = right;
    }
  });
  return stops.length === 0 ? 'none' : `linear-gradient(to right, ${stops.join(', ')}, transparent ${at}px)`;
}

/** Whether a time touches closed hours. */
export function touchesClosed(timeZone: string, opening: readonly OpeningPeriod[], start: number, end: number): boolean {
  if (opening.length === 0) return false;
  for (let day = dayOf(start, timeZone); ; day = addDays(day, 1)) {
    const midnight = instantOf(day, 0, timeZone);
    if (midnight >= end) return false;
    const from = (start - midnight) / MINUTE;
    const until = (end - midnight) / MINUTE;
    if (closedMinutes(opening, weekdayOf(day)).some(([low, high]) => low < until && high > from)) return true;
  }
}
