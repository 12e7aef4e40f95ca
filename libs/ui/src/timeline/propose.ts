import { snapTime, timeAt, xOf } from './axis.ts';
import type { Axis } from './axis.ts';
import { touchesClosed } from './opening.ts';
import type { TimelineBar, TimelineResource } from './types.ts';
import { MINUTE } from './zone.ts';

export interface TimeRange {
  start: number;
  end: number;
}

/** The time between where a drag began and where it is. */
export function proposeCreate(axis: Axis, fromX: number, toX: number): TimeRange {
  const step = axis.snap * MINUTE;
  const left = Math.min(fromX, toX);
  const start = snapTime(axis, timeAt(axis, left), 'floor');
  const end = snapTime(axis, timeAt(axis, Math.max(fromX, toX), true), 'ceil');
  return { start, end: Math.max(end, start + step) };
}

/** A moved bar keeps its length. Its left edge follows the pointer; when that is hidden, the pointer's own way counts. */
export function proposeMove(axis: Axis, bar: TimeRange, fromX: number, toX: number): TimeRange {
  if (Math.abs(toX - fromX) < 1) return { start: bar.start, end: bar.end };
  const edge = xOf(axis, bar.start);
  const edgeShown = bar.start >= axis.from && Math.abs(timeAt(axis, edge) - bar.start) < MINUTE;
  const moved = edgeShown ? timeAt(axis, edge + toX - fromX) : bar.start + timeAt(axis, toX) - timeAt(axis, fromX);
  const start = snapTime(axis, moved);
  return { start, end: start + bar.end - bar.start };
}

export function proposeResize(axis: Axis, bar: TimeRange, edge: 'start' | 'end', x: number): TimeRange {
  const step = axis.snap * MINUTE;
  if (edge === 'start') return { start: Math.min(snapTime(axis, timeAt(axis, x)), bar.end - step), end: bar.end };
  return { start: bar.start, end: Math.max(snapTime(axis, timeAt(axis, x, true)), bar.start + step) };
}

export type Verdict = { kind: 'free' | 'closed' | 'past' | 'notBookable' } | { kind: 'conflict'; bar: TimelineBar };

/**
 * What the screen knows about a proposal; the server has the last word. Buffers count on both sides.
 * `ownBundle` and `ownBar` are what is being moved.
 */
export function judge(
  timeZone: string,
  resource: TimelineResource,
  bars: readonly TimelineBar[],
  range: TimeRange,
  now: number,
  ownBundle: string | null = null,
  ownBar: string | null = null,
): Verdict {
  const from = range.start - resource.bufferBefore * MINUTE;
  const until = range.end + resource.bufferAfter * MINUTE;
  const other = bars.find(
    (bar) =>
      bar.blockedFrom < until && bar.blockedUntil > from && bar.id !== ownBar && (ownBundle === null || bar.bundle !== ownBundle),
  );
  if (other) return { kind: 'conflict', bar: other };
  if (!resource.bookable) return { kind: 'notBookable' };
  if (range.start < now) return { kind: 'past' };
  if (touchesClosed(timeZone, resource.opening, range.start, range.end)) return { kind: 'closed' };
  return { kind: 'free' };
}
