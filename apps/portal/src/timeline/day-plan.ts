import type { TimeRange, TimelineBar } from '@gongjian/ui/timeline/index.ts';

export type PlanItem = { kind: 'bar'; bar: TimelineBar; start: number; end: number } | { kind: 'free'; start: number; end: number };

const SHORTEST = 15 * 60_000;

/**
 * One day of one resource from morning to evening: what takes it, and the free times between, as far as it is
 * open and they are not over. Buffers belong to what they surround.
 */
export function dayPlan(bars: readonly TimelineBar[], open: readonly TimeRange[], day: TimeRange, now: number): PlanItem[] {
  const inDay = bars.filter(({ start, end }) => start < day.end && end > day.start);
  const items: PlanItem[] = inDay.map((bar) => ({ kind: 'bar', bar, start: bar.start, end: bar.end }));
  for (const period of open) {
    let at = Math.max(period.start, now, day.start);
    const until = Math.min(period.end, day.end);
    for (const bar of [...bars].sort((a, b) => a.blockedFrom - b.blockedFrom)) {
      if (bar.blockedUntil <= at || bar.blockedFrom >= until) continue;
      if (bar.blockedFrom - at >= SHORTEST) items.push({ kind: 'free', start: at, end: bar.blockedFrom });
      at = Math.max(at, bar.blockedUntil);
    }
    if (until - at >= SHORTEST) items.push({ kind: 'free', start: at, end: until });
  }
  return items.sort((a, b) => a.start - b.start);
}
