import type { ReactNode } from 'react';

/** How a bar is drawn: solid, dashed, hatched, or neutral grey. */
export type BarTone = 'confirmed' | 'pending' | 'maintenance' | 'taken';

export interface TimelineBar {
  id: string;
  resourceId: string;
  start: number;
  end: number;
  /** With the buffers around it. */
  blockedFrom: number;
  blockedUntil: number;
  tone: BarTone;
  title: string;
  detail: string;
  /** Read to those who cannot see pattern and place: the state and the day. */
  spoken: string;
  /** Bars of one booking share it and move together. */
  bundle: string | null;
  movable: boolean;
}

export interface TimelineResource {
  id: string;
  name: string;
  /** The second line: owner, place. */
  detail: string;
  /** Short words such as 需审批. */
  marks: readonly string[];
  group: string;
  groupLabel: string;
  bookable: boolean;
  /** Minutes kept free around each booking. */
  bufferBefore: number;
  bufferAfter: number;
  /** Empty means always open. */
  opening: readonly OpeningPeriod[];
}

/** From `from` to `until`, minutes after midnight, on one weekday (1 Monday to 7 Sunday). */
export interface OpeningPeriod {
  weekday: number;
  from: number;
  until: number;
}

export interface TimelineSelection {
  resourceIds: string[];
  start: number;
  end: number;
}

export interface TimelineMove {
  bar: TimelineBar;
  start: number;
  end: number;
  /** Another one than the bar's when it was moved to another row. */
  resourceId: string;
}

/** What is special about a day: a holiday, or a day of work at a weekend. */
export interface TimelineMark {
  tone: 'off' | 'work';
  /** One word for narrow days: 休, 班. */
  short: string;
  /** The holiday's name, where there is room for it. */
  label: string;
  /** All of it, on hover and tap and for those who listen. */
  title: string;
}

/** Everything the timeline says; the portal gives it in the user's language. */
export interface TimelineTexts {
  grid: string;
  corner: ReactNode;
  dayHeading(day: string): string;
  dayHeadingShort(day: string): string;
  /** "11月23日 周一 14:00–16:00" */
  range(start: number, end: number): string;
  /** A free place under the keyboard cursor. */
  freeCell(resource: TimelineResource, start: number, end: number, count: number): string;
  chosen(count: number): string;
  conflict(title: string): string;
  closed: string;
  past: string;
  notBookable: string;
  cancelled: string;
  now: string;
  choose(name: string): string;
  unchoose(name: string): string;
  menu(name: string): string;
  groupCount(count: number): string;
  loading: string;
}
