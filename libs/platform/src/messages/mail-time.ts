import type { MailWish } from './message.kinds.ts';
import { hourIn } from './wording.ts';

export interface MailTimes {
  timeZone: string;
  digestHour: number;
  quietFrom: number | null;
  quietUntil: number | null;
}

/** Of those who have not decided: nothing at night, the rest of the day's news at eight. */
export const DEFAULT_TIMES: MailTimes = { timeZone: 'Asia/Shanghai', digestHour: 8, quietFrom: 22, quietUntil: 7 };

const HOUR = 3_600_000;

/** When a message is mailed; null for never. Quiet hours may go over midnight; from equal to until means none. */
export function mailTime(wish: MailWish, times: MailTimes, now: Date): Date | null {
  if (wish === 'OFF') return null;
  const first = wish === 'NOW' ? now : nextHour(now, times.timeZone, (hour) => hour === times.digestHour);
  if (!isQuiet(hourIn(first, times.timeZone), times)) return first;
  return nextHour(first, times.timeZone, (hour) => !isQuiet(hour, times));
}

function isQuiet(hour: number, { quietFrom, quietUntil }: MailTimes): boolean {
  if (quietFrom === null || quietUntil === null || quietFrom === quietUntil) return false;
  return quietFrom < quietUntil ? hour >= quietFrom && hour < quietUntil : hour >= quietFrom || hour < quietUntil;
}

/**
 * The next full hour of a time zone that fits. Looks at each quarter of an hour: zones are shifted by quarters, and clocks that jump
 * skip an hour, in which case the hour after it counts.
 */
function nextHour(now: Date, timeZone: string, fits: (hour: number) => boolean): Date {
  const quarter = HOUR / 4;
  const start = Math.floor(now.getTime() / quarter) * quarter;
  let before = hourIn(new Date(start), timeZone);
  for (let at = start + quarter; at <= start + 26 * HOUR; at += quarter) {
    const hour = hourIn(new Date(at), timeZone);
    if (hour !== before && fits(hour)) return new Date(at);
    before = hour;
  }
  return new Date(start + 24 * HOUR);
}
