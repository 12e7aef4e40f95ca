import type { RequestContext } from '@gongjian/platform';

/** One for each time zone: making one takes a hundred times as long as asking it. */
const calendars = new Map<string, Intl.DateTimeFormat>();

/** The calendar day of an instant somewhere, such as 2026-11-23. */
export function dayIn(timeZone: string, instant: Date): string {
  let calendar = calendars.get(timeZone);
  // The Swedish way of writing dates is ISO's.
  if (!calendar) calendars.set(timeZone, (calendar = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' })));
  return calendar.format(instant);
}

/** Today where the consortium is. */
export function today(ctx: RequestContext): string {
  return dayIn(ctx.actor.timeZone, ctx.now);
}

export interface Term {
  since: string;
  until: string | null;
}

/** A term counts from its first day; the day it ends is not part of it. */
export function inForce(term: Term, day: string): boolean {
  return term.since <= day && !isOver(term, day);
}

export function isOver(term: Term, day: string): boolean {
  return term.until !== null && term.until <= day;
}

export type TermState = 'COMING' | 'IN_FORCE' | 'ENDED';

export function stateOf(term: Term, day: string): TermState {
  if (isOver(term, day)) return 'ENDED';
  return term.since > day ? 'COMING' : 'IN_FORCE';
}

const DAY = 86_400_000;

export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
}

export function daysBetween(from: string, until: string): number {
  return Math.round((Date.parse(`${until}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY);
}

/** 1 Monday to 7 Sunday. */
export function weekdayOf(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
}

/** The Monday of a day's week. */
export function mondayOf(day: string): string {
  return addDays(day, 1 - weekdayOf(day));
}

/** From the first to the last day, both included. */
export function daysOf(first: string, last: string): string[] {
  return Array.from({ length: Math.max(0, daysBetween(first, last) + 1) }, (_, index) => addDays(first, index));
}
