/** Wall-clock arithmetic in a named time zone, by Intl alone. Days are written 2026-11-23. */
export interface ZonedParts {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  /** 1 Monday to 7 Sunday */
  weekday: number;
}

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
export const dayMs = 24 * hourMs;

const formats = new Map<string, Intl.DateTimeFormat>();
const offsets = new Map<string, number>();

/** How far the zone is ahead of UTC at an instant, in milliseconds. Cached by the quarter hour: no zone changes inside one. */
function offsetAt(time: number, timeZone: string): number {
  const slot = Math.floor(time / (15 * minuteMs));
  const key = `${timeZone}|${slot}`;
  const known = offsets.get(key);
  if (known !== undefined) return known;
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric',
    });
    formats.set(timeZone, format);
  }
  const at = slot * 15 * minuteMs;
  const part: Record<string, number> = {};
  for (const { type, value } of format.formatToParts(at)) part[type] = Number(value);
  const offset = Date.UTC(part['year']!, part['month']! - 1, part['day']!, part['hour']!, part['minute']!) - at;
  if (offsets.size > 5000) offsets.clear();
  offsets.set(key, offset);
  return offset;
}

export function partsOf(instant: Date, timeZone: string): ZonedParts {
  const shifted = new Date(+instant + offsetAt(+instant, timeZone));
  return {
    year: shifted.getUTCFullYear(),
    month: shifted.getUTCMonth() + 1,
    day: shifted.getUTCDate(),
    hour: shifted.getUTCHours(),
    minute: shifted.getUTCMinutes(),
    weekday: shifted.getUTCDay() || 7,
  };
}

/** The day on which an instant falls: 2026-11-23. */
export function dayOf(instant: Date, timeZone: string): string {
  return new Date(+instant + offsetAt(+instant, timeZone)).toISOString().slice(0, 10);
}

/** Minutes since midnight, 0 to 1439. */
export function minutesOf(instant: Date, timeZone: string): number {
  const { hour, minute } = partsOf(instant, timeZone);
  return hour * 60 + minute;
}

/** The instant at which a wall clock shows `minutes` after midnight of a day; 1440 is the next midnight. */
export function instantOf(day: string, minutes: number, timeZone: string): Date {
  const wall = Date.parse(`${day}T00:00:00Z`) + minutes * minuteMs;
  const guess = wall - offsetAt(wall, timeZone);
  return new Date(wall - offsetAt(guess, timeZone));
}

export function addDays(day: string, count: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * dayMs).toISOString().slice(0, 10);
}

/** 1 Monday to 7 Sunday */
export function weekdayOf(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
}

/** The Monday of a day's week. */
export function mondayOf(day: string): string {
  return addDays(day, 1 - weekdayOf(day));
}

export function daysBetween(from: string, until: string): number {
  return Math.round((Date.parse(until) - Date.parse(from)) / dayMs);
}

/** `08:30` -> 510; undefined when it is not a time. `24:00` is 1440. */
export function parseTime(text: string): number | undefined {
  const match = /^(\d{1,2}):(\d{2})$/.exec(text.trim());
  if (!match) return undefined;
  const minutes = Number(match[1]) * 60 + Number(match[2]);
  return Number(match[2]) < 60 && minutes <= 1440 ? minutes : undefined;
}

/** 510 -> `08:30` */
export function timeText(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

/** A zone as people call it, with its name in the database of zones: 中国标准时间（Asia/Shanghai）. */
export function zoneName(timeZone: string, language: string): string {
  const id = timeZone.replaceAll('_', ' ');
  const said = new Intl.DateTimeFormat(language, { timeZone, timeZoneName: 'longGeneric' }).formatToParts().find(({ type }) => type === 'timeZoneName')?.value;
  if (!said || said.startsWith('GMT')) return id;
  return language.startsWith('zh') ? `${said}（${id}）` : `${said} (${id})`;
}
