// The timeline counts in milliseconds: it maps thousands of times per frame, and a number needs no object.
import { dayOf as dayOfDate, instantOf as instantOfDay } from '../zone.ts';

export { addDays, weekdayOf } from '../zone.ts';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY_MINUTES = 1440;

/** The calendar day of an instant, `2026-11-23`. */
export const dayOf = (instant: number, timeZone: string) => dayOfDate(new Date(instant), timeZone);

/** The instant at which the clock shows so many minutes after midnight. */
export const instantOf = (day: string, minutes: number, timeZone: string) => +instantOfDay(day, minutes, timeZone);
