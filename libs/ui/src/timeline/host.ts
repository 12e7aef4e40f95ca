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
