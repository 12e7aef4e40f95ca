import { useRef } from 'react';
import type { KeyboardEvent, RefObject } from 'react';
import { Ghosts } from './ghost.ts';
import { barsIn, bundleOf, findBar, MOST_RESOURCES, remarkOf } from './host.ts';
import type { TimelineHost } from './host.ts';
import { cellMinutes, nudge, roam } from './keyboard.ts';
import type { Cursor, Nudge } from './keyboard.ts';
import { neighbourRow, resourcesBetween } from './layout.ts';
import { judge } from './propose.ts';
import type { TimelineBar, TimelineResource } from './types.ts';
import { MINUTE } from './zone.ts';

interface KeyActions {
  setCursor(cursor: Cursor): void;
  reveal(resourceId: string, start: number, end: number): void;
  onChoose(resource: TimelineResource): void;
  onMenu(resource: TimelineResource): void;
}

interface Extent {
  cells: number;
  row: number;
}

/** Keys: arrows roam, Enter opens or creates, Shift widens a new booking, Alt moves a bar, Alt+Shift resizes it. */
export function useKeys(host: RefObject<TimelineHost | null>, layer: RefObject<HTMLElement | null>, cursor: Cursor | null, actions: KeyActions) {
  const moving = useRef<(Nudge & { bar: TimelineBar }) | null>(null);
  const extent = useRef<Extent | null>(null);
  const ghosts = useRef<Ghosts | null>(null);

  function drop() {
    moving.current = null;
    extent.current = null;
    ghosts.current?.clear();
  }

  function drawMove(current: TimelineHost, now: Nudge & { bar: TimelineBar }) {
    const { layout, axis, texts } = current;
    const row = layout.rows[now.row];
    if (row?.type !== 'resource') return;
    const parts = bundleOf(current, now.bar).flatMap((part, index) => {
      const target = index === 0 ? row : layout.rows[layout.indexOf.get(part.resourceId) ?? -1];
      if (target?.type !== 'resource') return [];
      const verdict = judge(axis.timeZone, target.resource, barsIn(current, target.resource.id), now, now.start === now.bar.start ? 0 : current.now, now.bar.bundle, now.bar.id);
      return [{ row: target, range: now, verdict }];
    });
    const worst = parts.find(({ verdict }) => verdict.kind !== 'free');
    const remark = worst ? remarkOf(texts, worst.verdict) : '';
    const words = texts.range(now.start, now.end);
    ghosts.current ??= new Ghosts(layer.current!);
    ghosts.current.draw(axis, parts, 0, words, remark);
    actions.reveal(row.resource.id, now.start, now.end);
    current.announce([row.resource.name, words, remark].filter(Boolean).join(' · '));
  }

  function commit(current: TimelineHost) {
    const now = moving.current;
    if (!now) return;
    const row = current.layout.rows[now.row];
    const rect = ghosts.current!.rect(0);
    drop();
    if (row?.type !== 'resource') return;
    const { bar, start, end } = now;
    if (start === bar.start && end === bar.end && row.resource.id === bar.resourceId) return;
    actions.setCursor({ resourceId: row.resource.id, time: start, barId: bar.id });
    current.onMove({ bar, start, end, resourceId: row.resource.id }, rect);
  }

  function extentRange(current: TimelineHost, from: Cursor) {
    const step = cellMinutes(current.axis) * MINUTE;
    const { cells, row } = extent.current ?? { cells: 1, row: current.layout.indexOf.get(from.resourceId) ?? 0 };
    const start = cells > 0 ? from.time : from.time + cells * step;
    const end = from.time + Math.max(1, cells > 0 ? cells : 1) * step;
    const first = current.layout.indexOf.get(from.resourceId) ?? 0;
    const resources = resourcesBetween(current.layout.rows, first, row, MOST_RESOURCES).filter(current.canCreate);
    return { start, end, resources };
  }

  function widen(current: TimelineHost, from: Cursor, key: string) {
    const { layout, axis, texts } = current;
    const now = extent.current ?? { cells: 1, row: layout.indexOf.get(from.resourceId) ?? 0 };
    if (key === 'ArrowDown' || key === 'ArrowUp') now.row = neighbourRow(layout.rows, now.row, key === 'ArrowDown' ? 1 : -1);
    // From one cell the way left goes straight to "one before": there is no selection of nothing.
    else now.cells = key === 'ArrowRight' ? (now.cells === -1 ? 1 : now.cells + 1) : now.cells === 1 ? -1 : now.cells - 1;
    extent.current = now;
    const { start, end, resources } = extentRange(current, from);
    const parts = resources.flatMap((resource) => {
      const row = layout.rows[layout.indexOf.get(resource.id) ?? -1];
      if (row?.type !== 'resource') return [];
      return [{ row, range: { start, end }, verdict: judge(axis.timeZone, resource, barsIn(current, resource.id), { start, end }, current.now) }];
    });
    const worst = parts.find(({ verdict }) => verdict.kind !== 'free');
    const words = `${texts.range(start, end)} · ${texts.chosen(parts.length)}`;
    ghosts.current ??= new Ghosts(layer.current!);
    ghosts.current.draw(axis, parts, 0, words, worst ? remarkOf(texts, worst.verdict) : '');
    const last = layout.rows[now.row];
    if (last?.type === 'resource') actions.reveal(last.resource.id, start, end);
    current.announce([words, worst ? remarkOf(texts, worst.verdict) : ''].filter(Boolean).join(' · '));
  }

  function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    const current = host.current;
    if (!current || !cursor || !(event.target as HTMLElement).closest('[data-stop]')) return;
    const index = current.layout.indexOf.get(cursor.resourceId) ?? -1;
    const row = current.layout.rows[index];
    if (row?.type !== 'resource') return;
    const bar = cursor.barId === null ? undefined : findBar(current, cursor.barId, cursor.resourceId);
    const arrow = event.key.startsWith('Arrow');
    const done = () => {
      event.preventDefault();
      event.stopPropagation();
    };

    if (event.altKey && arrow) {
      done();
      if (!bar?.movable) return;
      const from = moving.current ?? { bar, start: bar.start, end: bar.end, row: index };
      const next = nudge(current.axis, current.layout.rows, from, event.key, event.shiftKey);
      if (!next) return;
      moving.current = { ...next, bar };
      drawMove(current, moving.current);
      return;
    }
    if (event.key === 'Escape' && (moving.current || extent.current)) {
      done();
      drop();
      current.announce(current.texts.cancelled);
      return;
    }
    if (event.shiftKey && arrow && !bar) {
      done();
      widen(current, cursor, event.key);
      return;
    }
    if (event.key === 'Enter') {
      done();
      if (moving.current) return commit(current);
      const rect = (event.target as HTMLElement).getBoundingClientRect();
      if (bar) return current.onOpen(bar, rect);
      const { start, end, resources } = extentRange(current, cursor);
      drop();
      if (resources.length > 0) current.onCreate({ resourceIds: resources.map(({ id }) => id), start, end }, rect);
      return;
    }
    if (event.key === ' ') {
      done();
      if (bar) current.onOpen(bar, (event.target as HTMLElement).getBoundingClientRect());
      else actions.onChoose(row.resource);
      return;
    }
    if (event.key === 'ContextMenu' || (event.shiftKey && event.key === 'F10')) {
      done();
      actions.onMenu(row.resource);
      return;
    }
    const next = roam(current.axis, current.layout.rows, index, cursor, (id) => barsIn(current, id), event.key, event.ctrlKey || event.metaKey);
    if (!next) return;
    done();
    drop();
    actions.setCursor(next);
  }

  function onKeyUp(event: KeyboardEvent<HTMLElement>) {
    // Letting go of Alt ends the move, as letting go of the button ends a drag.
    if (event.key !== 'Alt' || !host.current || !moving.current) return;
    event.preventDefault();
    commit(host.current);
  }

  return { onKeyDown, onKeyUp, drop };
}
