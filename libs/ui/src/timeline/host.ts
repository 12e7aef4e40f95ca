import { spanOf } from './axis.ts';
import type { Axis } from './axis.ts';
import type { RowLayout } from './layout.ts';
import type { Verdict } from './propose.ts';
import type { TimelineBar, TimelineMove, TimelineResource, TimelineSelection, TimelineTexts } from './types.ts';

/** What pointer and keys need of the timeline, read at the moment it is needed, so that handlers never go stale. */
export interface TimelineHost {
  axis: Axis;
  layout: RowLayout;
  bars: ReadonlyMap<string, readonly TimelineBar[]>;
  texts: TimelineTexts;
  now: number;
  columnWidth: number;
  scroller: HTMLElement;
  canCreate(resource: TimelineResource): boolean;
  onCreate(selection: TimelineSelection, rect: DOMRect): void;
  onMove(move: TimelineMove, rect: DOMRect): void;
  onOpen(bar: TimelineBar, rect: DOMRect): void;
  announce(words: string): void;
}

export const HEAD_HEIGHT = 52;
export const MOST_RESOURCES = 20;
const NO_BARS: readonly TimelineBar[] = [];

export function barsIn(host: TimelineHost, resourceId: string): readonly TimelineBar[] {
  return host.bars.get(resourceId) ?? NO_BARS;
}

export function findBar(host: TimelineHost, id: string, resourceId: string): TimelineBar | undefined {
  return barsIn(host, resourceId).find((bar) => bar.id === id);
}

/** All bars of the same booking that are loaded, the given one first. */
export function bundleOf(host: TimelineHost, bar: TimelineBar): TimelineBar[] {
  const found = [bar];
  if (bar.bundle === null) return found;
  for (const [resourceId, bars] of host.bars) {
    if (!host.layout.indexOf.has(resourceId)) continue;
    for (const other of bars) if (other.bundle === bar.bundle && other.id !== bar.id) found.push(other);
  }
  return found;
}

export function remarkOf(texts: TimelineTexts, verdict: Verdict): string {
  switch (verdict.kind) {
    case 'conflict':
      return texts.conflict(verdict.bar.title);
    case 'closed':
      return texts.closed;
    case 'past':
      return texts.past;
    case 'notBookable':
      return texts.notBookable;
    case 'free':
      return '';
  }
}

/** Scrolls as little as brings a time of a resource into sight. */
export function scrollInto({ scroller, layout, axis, columnWidth }: TimelineHost, resourceId: string, start: number, end: number): void {
  const row = layout.rows[layout.indexOf.get(resourceId) ?? -1];
  if (!row) return;
  const height = scroller.clientHeight - HEAD_HEIGHT;
  if (row.top < scroller.scrollTop) scroller.scrollTop = row.top - 8;
  else if (row.top + row.height > scroller.scrollTop + height) scroller.scrollTop = row.top + row.height - height + 8;
  const span = spanOf(axis, start, end);
  const width = scroller.clientWidth - columnWidth;
  if (!span) return;
  if (span.left < scroller.scrollLeft) scroller.scrollLeft = span.left - 16;
  else if (span.left + span.width > scroller.scrollLeft + width) scroller.scrollLeft = Math.min(span.left - 16, span.left + span.width - width + 16);
}
