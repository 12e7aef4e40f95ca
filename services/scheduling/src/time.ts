export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

const formats = new Map<string, Intl.DateTimeFormat>();

function partsFormat(timeZone: string): Intl.DateTimeFormat {
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-GB', { timeZone, hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit' });
    formats.set(timeZone, format);
  }
  return format;
}

/** Clocks change on the quarter of an hour, so one look at the time zone serves for all instants of it. */
const QUARTER = 15 * MINUTE;
const MOST_REMEMBERED = 50_000;
const offsets = new Map<string, Map<number, number>>();

/** How far the wall clock there is ahead of UTC. */
function offsetAt(instant: number, timeZone: string): number {
  const known = offsets.get(timeZone) ?? new Map<number, number>();
  offsets.set(timeZone, known);
  const quarter = Math.floor(instant / QUARTER);
  let offset = known.get(quarter);
  if (offset === undefined) {
    if (known.size >= MOST_REMEMBERED) known.clear();
    const part: Record<string, number> = {};
    for (const { type, value } of partsFormat(timeZone).formatToParts(quarter * QUARTER)) part[type] = Number(value);
    offset = Date.UTC(part.year!, part.month! - 1, part.day, part.hour, part.minute, part.second) - quarter * QUARTER;
    known.set(quarter, offset);
  }
  return offset;
}

/** What a clock on the wall there shows, read as if it were UTC. */
export function wallClock(instant: number, timeZone: string): number {
  return instant + offsetAt(instant, timeZone);
}

/** The instant at which the wall clock shows this; where clocks jump over it, the moment of the jump. */
export function instantOf(wall: number, timeZone: string): number {
  const guess = wall - (wallClock(wall, timeZone) - wall);
  const offset = wallClock(guess, timeZone) - guess;
  return wall - offset;
}

/** YYYY-MM-DD there. */
export function dayOf(instant: number, timeZone: string): string {
  return new Date(wallClock(instant, timeZone)).toISOString().slice(0, 10);
}

/** The first instant of a day, given as YYYY-MM-DD. */
export function startOfDay(day: string, timeZone: string): number {
  return instantOf(Date.parse(`${day}T00:00:00Z`), timeZone);
}

/** 1 Monday to 7 Sunday. */
export function weekdayOf(day: string): number {
  return ((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7) + 1;
}

export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
}
