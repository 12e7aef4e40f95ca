import type { Interval } from '../resource/opening.ts';
import { DAY, dayOf, HOUR, MINUTE, startOfDay, wallClock } from '../time.ts';

/** How far before and after the wished start other times are looked for. */
export const SEARCH_SPAN = 14 * DAY;
/** Other times begin on the half hour, or at the wished time of day. */
export const GRID = 30 * MINUTE;

/** What one resource of the bundle asks of a time. All in milliseconds. */
export interface Calendar {
  bufferBefore: number;
  bufferAfter: number;
  /** The latest start that its horizon allows. */
  latestStart: number;
  open: readonly Interval[];
  /** Blocked ranges of others. */
  busy: readonly Interval[];
}

/** Starts from which all resources are free, open and bookable for the whole duration; both ends of a range included. */
export function freeStarts(calendars: readonly Calendar[], duration: number, from: number, until: number): Interval[] {
  let free: Interval[] = [{ from, until: Math.min(until, ...calendars.map((calendar) => calendar.latestStart)) }];
  for (const { open } of calendars) free = intersect(free, open.map((period) => ({ from: period.from, until: period.until - duration })));
  // Touching ranges do not overlap, so the ends of a forbidden range of starts are allowed themselves.
  const forbidden = calendars.flatMap(({ busy, bufferBefore, bufferAfter }) => busy.map((range) => ({ from: range.from - duration - bufferAfter, until: range.until + bufferBefore })));
  return subtract(free, mergeOverlapping(forbidden));
}

/** Ranges with both ends included; a range that ends before it begins is none. */
function intersect(left: readonly Interval[], right: readonly Interval[]): Interval[] {
  const result: Interval[] = [];
  for (let l = 0, r = 0; l < left.length && r < right.length; ) {
    const [a, b] = [left[l]!, right[r]!];
    const [from, until] = [Math.max(a.from, b.from), Math.min(a.until, b.until)];
    if (from <= until) result.push({ from, until });
    if (a.until < b.until) l++;
    else r++;
  }
  return result;
}

/** Open ranges: two that merely touch leave the point between them allowed. */
function mergeOverlapping(ranges: readonly Interval[]): Interval[] {
  const result: Interval[] = [];
  for (const { from, until } of ranges.toSorted((a, b) => a.from - b.from)) {
    const last = result.at(-1);
    if (last && from < last.until) last.until = Math.max(last.until, until);
    else if (from < until) result.push({ from, until });
  }
  return result;
}

function subtract(free: readonly Interval[], forbidden: readonly Interval[]): Interval[] {
  const result: Interval[] = [];
  for (const range of free) {
    let from = range.from;
    for (const { from: bad, until: good } of forbidden) {
      if (good <= from) continue;
      if (bad >= range.until) break;
      if (bad >= from) result.push({ from, until: bad });
      from = good;
    }
    if (from <= range.until) result.push({ from, until: range.until });
  }
  return result;
}

/** Starts that people would choose inside the free ranges: the half hours, and the wished time on other days. */
export function candidateStarts(free: readonly Interval[], wished: number, timeZone: string): number[] {
  const starts = new Set<number>();
  for (const { from, until } of free) {
    const midnight = startOfDay(dayOf(from, timeZone), timeZone);
    for (const anchor of [midnight, wished]) {
      const step = anchor === midnight ? GRID : DAY;
      for (let start = anchor + Math.ceil((from - anchor) / step) * step; start <= until; start += step) starts.add(start);
    }
  }
  return [...starts];
}

/** A day later at the same hour disturbs plans about as much as three hours later on the same day. */
const COST_OF_A_DAY = 3;
/** Earlier days are less likely to suit everybody who has been told already. */
const COST_OF_A_DAY_BACK = 4;

/** Times outside the usual hours are offered to those who asked for one, and to others when little else is left. */
const COST_OF_AN_ODD_TIME = 12;
/** So are night shifts, still later. */
const COST_OF_A_NIGHT = 24;
const WORKING_DAY = { from: 7 * HOUR, until: 21 * HOUR };

export interface Choosing {
  wished: number;
  duration: number;
  count: number;
  timeZone: string;
  /** When people here usually work, around the candidates and the wish. */
  usual: readonly Interval[];
}

function atNight(start: number, offset: number): boolean {
  const clock = (start + offset) % DAY;
  return clock < WORKING_DAY.from || clock > WORKING_DAY.until;
}

function disturbance(start: number, wished: number): number {
  const days = Math.round((start - wished) / DAY);
  const hours = Math.abs(start - wished - days * DAY) / HOUR;
  const direct = Math.abs(start - wished) / HOUR;
  return Math.min(direct, hours + (days >= 0 ? days * COST_OF_A_DAY : -days * COST_OF_A_DAY_BACK));
}

/**
 * The best starts, spread: each is at least a duration and two hours away from the others as long as there are such,
 * so that nobody is offered 9:00, 9:30 and 10:00.
 */
export function pickTimes(candidates: readonly number[], { wished, duration, count, timeZone, usual }: Choosing): number[] {
  const offset = wallClock(wished, timeZone) - wished;
  const isUsual = (start: number) => usual.some(({ from, until }) => from <= start && start + duration <= until);
  const [wishedOdd, wishedNight] = [!isUsual(wished), atNight(wished, offset)];
  const oddness = (start: number) => (!wishedNight && atNight(start, offset) ? COST_OF_A_NIGHT : !wishedOdd && !isUsual(start) ? COST_OF_AN_ODD_TIME : 0);
  const ranked = candidates.map((start) => ({ start, cost: disturbance(start, wished) + oddness(start) })).sort((a, b) => a.cost - b.cost || b.start - a.start).map(({ start }) => start);
  const apart = Math.max(duration, 2 * HOUR);
  const picked: number[] = [];
  for (const start of ranked) {
    if (picked.length === count) break;
    if (picked.every((other) => Math.abs(other - start) >= apart)) picked.push(start);
  }
  for (const start of ranked) {
    if (picked.length >= count) break;
    if (!picked.includes(start)) picked.push(start);
  }
  return picked;
}

