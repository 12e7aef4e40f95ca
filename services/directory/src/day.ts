import type { RequestContext } from '@gongjian/platform';

/** The calendar day of an instant somewhere, such as 2026-11-23. */
export function dayIn(timeZone: string, instant: Date): string {
  // The Swedish way of writing dates is ISO's.
  return new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(instant);
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
