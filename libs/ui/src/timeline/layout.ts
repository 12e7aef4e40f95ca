import { rowHeight, ROW_HEIGHT } from './lanes.ts';
import type { TimelineResource } from './types.ts';

export const GROUP_HEIGHT = 30;

export interface GroupRow {
  type: 'group';
  key: string;
  label: string;
  count: number;
  top: number;
  height: number;
}

export interface ResourceRow {
  type: 'resource';
  key: string;
  resource: TimelineResource;
  top: number;
  height: number;
}

export type Row = GroupRow | ResourceRow;

export interface RowLayout {
  rows: readonly Row[];
  /** Place of each resource in `rows`. */
  indexOf: ReadonlyMap<string, number>;
  /** With the rows that are still to come. */
  height: number;
  loadedHeight: number;
}

/**
 * Rows from top to bottom with a heading before each group. Resources come in the order of their groups;
 * `missing` counts those that are not loaded yet and keeps the scroll bar honest.
 */
export function layoutRows(
  resources: readonly TimelineResource[],
  lanesOf: (resourceId: string) => number,
  grouped: boolean,
  missing = 0,
): RowLayout {
  const rows: Row[] = [];
  const indexOf = new Map<string, number>();
  let top = 0;
  let group: GroupRow | null = null;
  for (const resource of resources) {
    if (grouped && group?.key !== `group ${resource.group}`) {
      group = { type: 'group', key: `group ${resource.group}`, label: resource.groupLabel, count: 0, top, height: GROUP_HEIGHT };
      rows.push(group);
      top += GROUP_HEIGHT;
    }
    if (group) group.count += 1;
    const height = rowHeight(lanesOf(resource.id));
    indexOf.set(resource.id, rows.length);
    rows.push({ type: 'resource', key: resource.id, resource, top, height });
    top += height;
  }
  return { rows, indexOf, loadedHeight: top, height: top + missing * ROW_HEIGHT };
}

/** The first row whose lower edge is below `y`; the last row when `y` is below all. */
export function rowIndexAt(rows: readonly Row[], y: number): number {
  let low = 0;
  let high = rows.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    const row = rows[middle]!;
    if (row.top + row.height > y) high = middle;
    else low = middle + 1;
  }
  return Math.max(0, low);
}

const STEP = 4;

/** Rows to draw for a vertical window, `[first, last]`, widened to whole steps so that small scrolls draw nothing anew. */
export function rowWindow(rows: readonly Row[], top: number, bottom: number, overscan = 6): [number, number] {
  if (rows.length === 0) return [0, -1];
  const first = Math.floor(Math.max(0, rowIndexAt(rows, top) - overscan) / STEP) * STEP;
  const last = Math.ceil((rowIndexAt(rows, bottom) + overscan + 1) / STEP) * STEP - 1;
  return [first, Math.min(rows.length - 1, last)];
}

/** The place window to draw, widened to whole steps. */
export function placeWindow(left: number, right: number, step = 480): [number, number] {
  return [Math.floor(left / step - 0.5) * step, Math.ceil(right / step + 0.5) * step];
}

/** The resources of all rows between two rows, at most `most`, in their order from the first to the second. */
export function resourcesBetween(rows: readonly Row[], from: number, to: number, most: number): TimelineResource[] {
  const found: TimelineResource[] = [];
  const way = to >= from ? 1 : -1;
  for (let index = from; way > 0 ? index <= to : index >= to; index += way) {
    const row = rows[index];
    if (row?.type === 'resource' && found.length < most) found.push(row.resource);
  }
  return found;
}

/** The next resource row above (-1) or below (1); the same row at the edge. */
export function neighbourRow(rows: readonly Row[], index: number, step: number): number {
  const way = step < 0 ? -1 : 1;
  let left = Math.abs(step);
  let found = index;
  for (let at = index + way; at >= 0 && at < rows.length && left > 0; at += way) {
    if (rows[at]!.type === 'resource') {
      found = at;
      left -= 1;
    }
  }
  return found;
}
