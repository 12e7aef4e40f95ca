import type { TimelineBar } from './types.ts';

export interface Lanes {
  /** The lane of each bar, in the order of the bars. */
  lane: readonly number[];
  count: number;
}

export const byStart = (a: TimelineBar, b: TimelineBar) => a.start - b.start || a.end - b.end || (a.id < b.id ? -1 : 1);

/**
 * Bars of one resource hardly ever overlap: only what no longer takes it, or a foreign time zone's folded night.
 * When they do, each goes into the first lane that is free. Expects bars sorted by `byStart`.
 */
export function assignLanes(bars: readonly TimelineBar[]): Lanes {
  const ends: number[] = [];
  const lane = bars.map((bar) => {
    let free = ends.findIndex((end) => end <= bar.start);
    if (free < 0) free = ends.length;
    ends[free] = bar.end;
    return free;
  });
  return { lane, count: Math.max(1, ends.length) };
}

export const ROW_HEIGHT = 44;
const SINGLE = 34;
const LANE = 22;
const GAP = 2;
const PAD = 5;

export function rowHeight(lanes: number): number {
  return lanes <= 1 ? ROW_HEIGHT : PAD * 2 + lanes * LANE + (lanes - 1) * GAP - 1;
}

/** Top and height of a bar inside its row. */
export function laneBox(lane: number, lanes: number): { top: number; height: number } {
  return lanes <= 1 ? { top: PAD - 1, height: SINGLE } : { top: PAD - 1 + lane * (LANE + GAP), height: LANE };
}
