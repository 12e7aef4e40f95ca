import { addDays, DAY_MINUTES, instantOf, MINUTE } from './zone.ts';

export type TimelineView = 'day' | 'week' | 'weeks';

export interface AxisDay {
  day: string;
  /** The instant of midnight. */
  start: number;
}

/** Time from left to right: some days, of each the hours that are shown. */
export interface Axis {
  days: readonly AxisDay[];
  timeZone: string;
  /** First and last shown minute of each day. */
  fromMinute: number;
  untilMinute: number;
  pxPerMinute: number;
  dayWidth: number;
  width: number;
  /** What is shown, night included: `[from, until)`. */
  from: number;
  until: number;
  /** Drags and keys go in steps of so many minutes. */
  snap: number;
}

export const NIGHT_ENDS = 7;
export const NIGHT_BEGINS = 22;

const DAYS: Record<TimelineView, number> = { day: 1, week: 7, weeks: 14 };
const SNAP: Record<TimelineView, number> = { day: 15, week: 30, weeks: 60 };
// Narrower than this, an hour (or a day) can no longer be hit with a finger or read.
const MIN_DAY_WIDTH: Record<TimelineView, number> = { day: 840, week: 132, weeks: 84 };

export interface AxisOptions {
  view: TimelineView;
  /** The first day. */
  day: string;
  timeZone: string;
  night: boolean;
  /** The room there is; the axis fills it when it can. */
  room: number;
  /** 1 fits the room. */
  zoom?: number;
}

export function makeAxis({ view, day, timeZone, night, room, zoom = 1 }: AxisOptions): Axis {
  const count = DAYS[view];
  const days: AxisDay[] = [];
  for (let index = 0; index < count; index += 1) {
    const name = addDays(day, index);
    days.push({ day: name, start: instantOf(name, 0, timeZone) });
  }
  const fromMinute = night ? 0 : NIGHT_ENDS * 60;
  const untilMinute = night ? DAY_MINUTES : NIGHT_BEGINS * 60;
  const minutes = untilMinute - fromMinute;
  const fit = Math.max(MIN_DAY_WIDTH[view], Math.floor(room / count)) * zoom;
  // Whole pixels for an hour keep the grid lines sharp; a view of many days may not afford them.
  const perHour = (fit / minutes) * 60;
  const pxPerMinute = (perHour >= 24 ? Math.floor(perHour) : perHour) / 60;
  const dayWidth = minutes * pxPerMinute;
  return {
    days,
    timeZone,
    fromMinute,
    untilMinute,
    pxPerMinute,
    dayWidth,
    width: dayWidth * count,
    from: days[0]!.start,
    until: instantOf(addDays(day, count), 0, timeZone),
    snap: SNAP[view],
  };
}

/** What a view shows, `[from, until)`, before any width is known. */
export function rangeOf(view: TimelineView, day: string, timeZone: string): { from: number; until: number } {
  return { from: instantOf(day, 0, timeZone), until: instantOf(addDays(day, DAYS[view]), 0, timeZone) };
}

function dayIndexOf(axis: Axis, instant: number): number {
  let index = axis.days.length - 1;
  while (index > 0 && axis.days[index]!.start > instant) index -= 1;
  return index;
}

const clamp = (value: number, low: number, high: number) => Math.min(high, Math.max(low, value));

/** Where an instant lies. Hidden hours fold into the seam between two days. */
export function xOf(axis: Axis, instant: number): number {
  const index = dayIndexOf(axis, instant);
  const minute = (instant - axis.days[index]!.start) / MINUTE;
  return index * axis.dayWidth + (clamp(minute, axis.fromMinute, axis.untilMinute) - axis.fromMinute) * axis.pxPerMinute;
}

/** The instant at a place. On a seam it is the morning, or with `end` the evening before. */
export function timeAt(axis: Axis, x: number, end = false): number {
  const place = clamp(x, 0, axis.width);
  let index = Math.floor(place / axis.dayWidth);
  if (index >= axis.days.length || (end && index > 0 && place - index * axis.dayWidth < 0.001)) index -= 1;
  const minute = axis.fromMinute + (place - index * axis.dayWidth) / axis.pxPerMinute;
  return axis.days[index]!.start + minute * MINUTE;
}

/** Rounds to the axis' step, counted from midnight. */
export function snapTime(axis: Axis, instant: number, way: 'round' | 'floor' | 'ceil' = 'round'): number {
  const step = axis.snap * MINUTE;
  const midnight = axis.days[dayIndexOf(axis, instant)]!.start;
  return midnight + Math[way](Number(((instant - midnight) / step).toFixed(4))) * step;
}

export interface Span {
  left: number;
  width: number;
}

const MIN_BAR = 6;

/** Where a bar lies, or null when it is out of range. What lies wholly in hidden hours keeps a sliver on the seam. */
export function spanOf(axis: Axis, start: number, end: number): Span | null {
  if (end <= axis.from || start >= axis.until) return null;
  const left = xOf(axis, Math.max(start, axis.from));
  const right = end >= axis.until ? axis.width : xOf(axis, end);
  if (right - left >= MIN_BAR) return { left, width: right - left };
  return { left: clamp((left + right - MIN_BAR) / 2, 0, axis.width - MIN_BAR), width: MIN_BAR };
}

export interface Tick {
  x: number;
  label: string;
}

const TICK_HOURS = [1, 2, 3, 6, 12];
const TICK_ROOM = 44;

/** The hour labels of one day, places counted from its left edge, so far apart that they do not touch. */
export function ticksOf(axis: Axis): Tick[] {
  const hours = TICK_HOURS.find((each) => each * 60 * axis.pxPerMinute >= TICK_ROOM);
  if (hours === undefined) return [];
  const ticks: Tick[] = [];
  const first = Math.ceil(axis.fromMinute / 60 / hours) * hours;
  // With wide gaps the labels stand at round hours (12, 18), with narrow ones at every hour from the first.
  for (let hour = hours > 1 ? first : axis.fromMinute / 60; hour * 60 < axis.untilMinute; hour += hours) {
    const x = (hour * 60 - axis.fromMinute) * axis.pxPerMinute;
    if (x + TICK_ROOM * 0.7 <= axis.dayWidth) ticks.push({ x, label: `${hour}:00` });
  }
  return ticks;
}

/** The days that are in a horizontal window, as indexes `[first, last]`. */
export function daysIn(axis: Axis, left: number, right: number): [number, number] {
  const last = axis.days.length - 1;
  return [clamp(Math.floor(left / axis.dayWidth), 0, last), clamp(Math.floor(right / axis.dayWidth), 0, last)];
}
