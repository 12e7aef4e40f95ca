import { addDays, dayOf, instantOf, partsOf } from '@gongjian/ui';

const HOUR = 3_600_000;
const MORNING = 8;
const EVENING = 20;

/** The full hour at which a new booking may well begin: by day, not before `from`. */
export function nextHour(from: number, timeZone: string): number {
  const hour = Math.ceil(from / HOUR) * HOUR;
  const { hour: clock } = partsOf(new Date(hour), timeZone);
  if (clock >= MORNING && clock <= EVENING) return hour;
  const day = dayOf(new Date(hour), timeZone);
  return +instantOf(clock < MORNING ? day : addDays(day, 1), MORNING * 60, timeZone);
}
