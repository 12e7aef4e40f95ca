export { DAY_MINUTES, HOUR, MINUTE } from './zone.ts';
export type { TimelineView } from './axis.ts';
export { rangeOf } from './axis.ts';
export { judge } from './propose.ts';
export type { TimeRange, Verdict } from './propose.ts';
export { byStart } from './lanes.ts';
export { Timeline } from './Timeline.tsx';
export type { TimelineProps, VisibleWindow } from './Timeline.tsx';
export type { BarTone, OpeningPeriod, TimelineBar, TimelineMark, TimelineMove, TimelineResource, TimelineSelection, TimelineTexts } from './types.ts';
