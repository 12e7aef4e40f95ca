import { addDays, daysBetween } from '../day.ts';
import type { Agreement } from './agreement.entity.ts';

export const STANDINGS = ['DRAFT', 'SIGNING', 'COMING', 'IN_FORCE', 'SUSPENDED', 'EXPIRED', 'TERMINATED', 'REPLACED', 'WITHDRAWN'] as const;
export type Standing = (typeof STANDINGS)[number];

type Days = Pick<Agreement, 'state' | 'since' | 'until' | 'suspendedAt' | 'endsOn' | 'replacedOn'>;

/** The first day without it. */
export function endOf({ until, endsOn, replacedOn }: Pick<Agreement, 'until' | 'endsOn' | 'replacedOn'>): string {
  return [until, endsOn, replacedOn].filter((day) => day !== null).sort()[0]!;
}

/** Whether it counts on a day. The same in SQL: `directory.agreement_standing`. */
export function standing(agreement: Days, day: string): Standing {
  const { state, since, suspendedAt, endsOn, replacedOn } = agreement;
  if (state !== 'SIGNED') return state;
  if (endOf(agreement) <= day) return replacedOn !== null && replacedOn <= day ? 'REPLACED' : endsOn !== null && endsOn <= day ? 'TERMINATED' : 'EXPIRED';
  if (since > day) return 'COMING';
  return suspendedAt ? 'SUSPENDED' : 'IN_FORCE';
}

/** Warned ninety, thirty and seven days ahead: the least of these that has been reached, or null. */
export function warningDue(end: string, day: string): number | null {
  const left = daysBetween(day, end);
  return left <= 0 ? null : ([7, 30, 90].find((ahead) => left <= ahead) ?? null);
}

/** Whole months between two days. */
export function monthsBetween(since: string, until: string): number {
  const [from, to] = [since, until].map((day) => day.split('-').map(Number) as [number, number, number]) as [[number, number, number], [number, number, number]];
  return (to[0] - from[0]) * 12 + to[1] - from[1] - (to[2] < from[2] ? 1 : 0);
}

/** The term that follows on: as long as the last one, in months where it was whole months; not before today. */
export function termAfter(agreement: Pick<Agreement, 'since' | 'until' | 'endsOn' | 'replacedOn'>, day: string): { since: string; until: string } {
  const { since: first, until: last } = agreement;
  const end = endOf(agreement);
  const since = end > day ? end : day;
  const months = monthsBetween(first, last);
  return { since, until: months > 0 && addMonths(first, months) === last ? addMonths(since, months) : addDays(since, daysBetween(first, last)) };
}

/** The same day of a later month, or the last that it has. */
function addMonths(day: string, months: number): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10);
}

/** The last day on which it is in force, as people write it. */
export const lastDay = (until: string): string => addDays(until, -1);
