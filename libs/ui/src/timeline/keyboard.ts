import { snapTime } from './axis.ts';
import type { Axis } from './axis.ts';
import { neighbourRow } from './layout.ts';
import type { Row } from './layout.ts';
import type { TimeRange } from './propose.ts';
import type { TimelineBar } from './types.ts';
import { MINUTE } from './zone.ts';

/** Where the keyboard is: on a bar, or on a free cell. */
export interface Cursor {
  resourceId: string;
  time: number;
  barId: string | null;
}

export const PAGE_ROWS = 10;

/** One cell of the keyboard's grid. Twice the snap: half an hour by day, two hours in two weeks. */
export function cellMinutes(axis: Axis): number {
  return axis.snap * 2;
}

function cellAt(axis: Axis, instant: number): number {
  const step = cellMinutes(axis) * MINUTE;
  const day = [...axis.days].reverse().find(({ start }) => start <= instant) ?? axis.days[0]!;
  const low = axis.fromMinute * MINUTE;
  const high = axis.untilMinute * MINUTE - step;
  const within = Math.floor((instant - day.start - low) / step) * step + low;
  return day.start + Math.min(high, Math.max(low, within));
}

/** The cell or bar at a time in a row. */
export function cursorAt(axis: Axis, resourceId: string, bars: readonly TimelineBar[], instant: number): Cursor {
  const time = cellAt(axis, instant);
  const until = time + cellMinutes(axis) * MINUTE;
  const bar = bars.find(({ start, end }) => start < until && end > time);
  return { resourceId, time, barId: bar?.id ?? null };
}

function sideways(axis: Axis, cursor: Cursor, bars: readonly TimelineBar[], way: -1 | 1): Cursor {
  const step = cellMinutes(axis) * MINUTE;
  const here = bars.find(({ id }) => id === cursor.barId);
  const shown = bars.filter(({ start, end }) => end > axis.from && start < axis.until);
  if (way > 0) {
    const from = here ? here.end : cursor.time + step;
    let cell = cellAt(axis, from);
    // Behind the evening comes the next morning, and behind a bar the first cell that it leaves free.
    if (cell < from) cell = nextCell(axis, cell);
    const bar = shown.find(({ id, start }) => id !== here?.id && start >= (here ? here.start : cursor.time) && start < cell + step);
    if (bar) return { ...cursor, time: Math.max(cellAt(axis, bar.start), axis.from), barId: bar.id };
    return cell + step > axis.until || cell <= cursor.time ? cursor : { ...cursor, time: cell, barId: null };
  }
  const until = here ? here.start : cursor.time;
  const cell = previousCell(axis, until);
  const bar = shown.findLast(({ id, start, end }) => id !== here?.id && start < until && end > cell);
  if (bar) return { ...cursor, time: Math.max(cellAt(axis, bar.start), axis.from), barId: bar.id };
  return cell < axis.from || cell >= until ? cursor : { ...cursor, time: cell, barId: null };
}

function nextCell(axis: Axis, cell: number): number {
  const step = cellMinutes(axis) * MINUTE;
  const next = cellAt(axis, cell + step);
  if (next > cell) return next;
  const day = axis.days.find(({ start }) => start > cell);
  return day ? day.start + axis.fromMinute * MINUTE : axis.until;
}

function previousCell(axis: Axis, instant: number): number {
  const cell = cellAt(axis, instant - 1);
  if (cell < instant) return cell;
  const day = axis.days.findLast(({ start }) => start + axis.fromMinute * MINUTE < instant);
  return day ? day.start + axis.untilMinute * MINUTE - cellMinutes(axis) * MINUTE : axis.from - 1;
}

export type BarsOf = (resourceId: string) => readonly TimelineBar[];

/** Where a key leads; null when it is none of the roaming keys. */
export function roam(axis: Axis, rows: readonly Row[], index: number, cursor: Cursor, barsOf: BarsOf, key: string, ctrl: boolean): Cursor | null {
  const toRow = (target: number): Cursor => {
    const row = rows[target];
    return row?.type === 'resource' ? cursorAt(axis, row.resource.id, barsOf(row.resource.id), cursor.time) : cursor;
  };
  switch (key) {
    case 'ArrowRight':
      return sideways(axis, cursor, barsOf(cursor.resourceId), 1);
    case 'ArrowLeft':
      return sideways(axis, cursor, barsOf(cursor.resourceId), -1);
    case 'ArrowDown':
      return toRow(neighbourRow(rows, index, 1));
    case 'ArrowUp':
      return toRow(neighbourRow(rows, index, -1));
    case 'PageDown':
      return toRow(neighbourRow(rows, index, PAGE_ROWS));
    case 'PageUp':
      return toRow(neighbourRow(rows, index, -PAGE_ROWS));
    case 'Home':
      if (ctrl) return toRow(neighbourRow(rows, 0, rows[0]?.type === 'resource' ? -1 : 1));
      return cursorAt(axis, cursor.resourceId, barsOf(cursor.resourceId), axis.from);
    case 'End':
      if (ctrl) return toRow(neighbourRow(rows, index, rows.length));
      return cursorAt(axis, cursor.resourceId, barsOf(cursor.resourceId), axis.until - 1);
    default:
      return null;
  }
}

/** A bar on its way by keyboard: Alt+arrows move it, with Shift left and right set its end, up and down its start. */
export interface Nudge extends TimeRange {
  row: number;
}

export function nudge(axis: Axis, rows: readonly Row[], from: Nudge, key: string, resize: boolean): Nudge | null {
  const step = axis.snap * MINUTE;
  const shifted = (instant: number, way: number) => snapTime(axis, instant + way * step, way > 0 ? 'floor' : 'ceil');
  const way = key === 'ArrowRight' || key === 'ArrowDown' ? 1 : -1;
  if (!['ArrowRight', 'ArrowLeft', 'ArrowUp', 'ArrowDown'].includes(key)) return null;
  const across = key === 'ArrowRight' || key === 'ArrowLeft';
  if (resize) {
    if (across) return { ...from, end: Math.max(shifted(from.end, way), from.start + step) };
    return { ...from, start: Math.min(shifted(from.start, way), from.end - step) };
  }
  if (!across) return { ...from, row: neighbourRow(rows, from.row, way) };
  const start = shifted(from.start, way);
  return { ...from, start, end: start + from.end - from.start };
}
