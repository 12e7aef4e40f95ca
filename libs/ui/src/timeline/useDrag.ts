import { useEffect, useRef } from 'react';
import type { PointerEvent as ReactPointerEvent, RefObject } from 'react';
import { Ghosts } from './ghost.ts';
import type { GhostPart } from './ghost.ts';
import { barsIn, bundleOf, findBar, HEAD_HEIGHT, MOST_RESOURCES, remarkOf } from './host.ts';
import type { TimelineHost } from './host.ts';
import { resourcesBetween, rowIndexAt } from './layout.ts';
import type { ResourceRow } from './layout.ts';
import { judge, proposeCreate, proposeMove, proposeResize } from './propose.ts';
import type { TimeRange } from './propose.ts';
import type { TimelineBar } from './types.ts';

const THRESHOLD = 4;
const LONG_PRESS = 420;
const EDGE = 44;
const BORDER = 4;

interface Drag {
  kind: 'create' | 'move' | 'start' | 'end';
  pointerId: number;
  /** Where it began, in the coordinates of the content. */
  fromX: number;
  fromRow: number;
  clientX: number;
  clientY: number;
  startClientX: number;
  startClientY: number;
  bundle: TimelineBar[];
  /** A touch that has not been held long enough yet, and a press that has not moved yet, are no drags. */
  active: boolean;
  ready: boolean;
  parts: GhostPart[];
  range: TimeRange | null;
  targetRow: number;
  stop(): void;
}

/** The edge below the pointer. A bar's border is not part of its handles, and yet it is what one reaches for. */
function edgeAt(element: HTMLElement, bar: HTMLElement | null, clientX: number): 'start' | 'end' | undefined {
  const named = element.dataset['edge'] as 'start' | 'end' | undefined;
  if (named || !bar) return named;
  const { left, right } = bar.getBoundingClientRect();
  const side = clientX - left < BORDER ? 'start' : right - clientX < 2 ? 'end' : undefined;
  return side && bar.querySelector(`[data-edge="${side}"]`) ? side : undefined;
}

/** Pointer gestures: create on free space, move and resize bars, open on click. */
export function useDrag(host: RefObject<TimelineHost | null>, layer: RefObject<HTMLElement | null>) {
  const drag = useRef<Drag | null>(null);
  const ghosts = useRef<Ghosts | null>(null);
  useEffect(() => () => drag.current?.stop(), []);

  function place(current: TimelineHost, clientX: number, clientY: number) {
    const { scroller, columnWidth, layout } = current;
    const box = scroller.getBoundingClientRect();
    const y = clientY - box.top + scroller.scrollTop - HEAD_HEIGHT;
    return {
      x: clientX - box.left + scroller.scrollLeft - columnWidth,
      row: rowIndexAt(layout.rows, Math.max(0, y)),
      inside: y < layout.loadedHeight,
    };
  }

  function show(current: TimelineHost, now: Drag) {
    const { axis, layout, texts } = current;
    const { x, row } = place(current, now.clientX, now.clientY);
    const bar = now.bundle[0];
    now.parts = [];
    now.targetRow = now.fromRow;
    // A booking that keeps its start is not late, however long ago it began.
    const add = (resourceId: string, range: TimeRange) => {
      const target = layout.rows[layout.indexOf.get(resourceId) ?? -1];
      if (target?.type !== 'resource') return;
      const verdict = judge(axis.timeZone, target.resource, barsIn(current, resourceId), range, bar && range.start === bar.start ? 0 : current.now, bar?.bundle ?? null, bar?.id ?? null);
      now.parts.push({ row: target, range, verdict });
    };
    if (now.kind === 'create') {
      now.range = proposeCreate(axis, now.fromX, x);
      const chosen = resourcesBetween(layout.rows, now.fromRow, row, MOST_RESOURCES).filter(current.canCreate);
      for (const resource of chosen) add(resource.id, now.range);
    } else {
      const barRange = bar!;
      now.range = now.kind === 'move' ? proposeMove(axis, barRange, now.fromX, x) : proposeResize(axis, barRange, now.kind, x);
      const target = layout.rows[row];
      // Only the pulled bar changes its resource; the others of the bundle keep theirs.
      const swapped = now.kind === 'move' && target?.type === 'resource' && !now.bundle.some((part, i) => i > 0 && part.resourceId === target.resource.id);
      if (swapped) now.targetRow = row;
      add(swapped ? (target as ResourceRow).resource.id : bar!.resourceId, now.range);
      for (const part of now.bundle.slice(1)) add(part.resourceId, now.range);
    }
    const worst = now.parts.find(({ verdict }) => verdict.kind === 'conflict') ?? now.parts.find(({ verdict }) => verdict.kind !== 'free');
    const words = now.parts.length > 1 && now.kind === 'create' ? ` · ${texts.chosen(now.parts.length)}` : '';
    ghosts.current ??= new Ghosts(layer.current!);
    ghosts.current.draw(axis, now.parts, 0, texts.range(now.range.start, now.range.end) + words, worst ? remarkOf(texts, worst.verdict) : '');
  }

  function begin(event: ReactPointerEvent<HTMLElement>) {
    const current = host.current;
    if (!current || event.button !== 0 || drag.current) return;
    const element = event.target as HTMLElement;
    const barElement = element.closest<HTMLElement>('[data-bar]');
    const track = element.closest<HTMLElement>('[data-track]');
    if (!track) return;
    const { x, row, inside } = place(current, event.clientX, event.clientY);
    const resourceRow = current.layout.rows[row];
    if (!inside || resourceRow?.type !== 'resource') return;
    const bar = barElement ? findBar(current, barElement.dataset['bar']!, resourceRow.resource.id) : undefined;
    if (!bar && !current.canCreate(resourceRow.resource)) return;
    const touch = event.pointerType !== 'mouse';
    const edge = edgeAt(element, barElement, event.clientX);
    const { scroller } = current;
    let frame = 0;
    let timer = 0;

    const now: Drag = {
      kind: bar ? (bar.movable && edge ? edge : 'move') : 'create',
      pointerId: event.pointerId,
      fromX: x,
      fromRow: row,
      clientX: event.clientX,
      clientY: event.clientY,
      startClientX: event.clientX,
      startClientY: event.clientY,
      bundle: bar ? bundleOf(current, bar) : [],
      active: false,
      ready: !touch,
      parts: [],
      range: null,
      targetRow: row,
      stop,
    };
    drag.current = now;

    function mark(on: boolean) {
      for (const part of now.bundle) {
        for (const found of scroller.querySelectorAll(`[data-bar="${CSS.escape(part.id)}"]`)) found.classList.toggle('tl-lifted', on);
      }
      scroller.classList.toggle('tl-dragging', on);
    }
    function activate() {
      now.active = true;
      mark(true);
      frame = requestAnimationFrame(tick);
    }
    // One frame at a time: scroll when the pointer is at an edge, then draw where it is now.
    function tick() {
      const latest = host.current;
      if (!latest || drag.current !== now) return;
      const box = scroller.getBoundingClientRect();
      const pull = (low: number, high: number, at: number) =>
        at < low + EDGE ? -Math.min(1, (low + EDGE - at) / EDGE) : at > high - EDGE ? Math.min(1, (at - high + EDGE) / EDGE) : 0;
      const movedAway = Math.hypot(now.clientX - now.startClientX, now.clientY - now.startClientY) > EDGE / 2;
      if (movedAway) {
        scroller.scrollLeft += Math.round(pull(box.left + latest.columnWidth, box.right, now.clientX) * 18);
        if (now.kind === 'create' || now.kind === 'move') scroller.scrollTop += Math.round(pull(box.top + HEAD_HEIGHT, box.bottom, now.clientY) * 14);
      }
      show(latest, now);
      frame = requestAnimationFrame(tick);
    }
    function move(moved: PointerEvent) {
      if (moved.pointerId !== now.pointerId) return;
      now.clientX = moved.clientX;
      now.clientY = moved.clientY;
      const far = Math.hypot(moved.clientX - now.startClientX, moved.clientY - now.startClientY) > THRESHOLD;
      if (!now.active && far) {
        // A finger that moves before the long press scrolls; a bar that may not be moved stays.
        if (!now.ready) return stop();
        if (bar && !bar.movable) return;
        activate();
      }
    }
    function up(released: PointerEvent) {
      if (released.pointerId !== now.pointerId) return;
      const latest = host.current;
      const { active, ready, parts, range, targetRow } = now;
      if (active && latest) show(latest, now);
      const rect = active ? ghosts.current!.rect(0) : null;
      stop();
      if (!latest) return;
      if (!active || !range) {
        if (bar && (ready || touch)) latest.onOpen(bar, barElement!.getBoundingClientRect());
        return;
      }
      if (now.kind === 'create') {
        if (parts.length > 0) latest.onCreate({ resourceIds: parts.map(({ row: { resource } }) => resource.id), ...range }, rect!);
        return;
      }
      const target = latest.layout.rows[targetRow];
      const resourceId = target?.type === 'resource' ? target.resource.id : bar!.resourceId;
      if (range.start === bar!.start && range.end === bar!.end && resourceId === bar!.resourceId) return;
      latest.onMove({ bar: bar!, ...range, resourceId }, rect!);
    }
    function cancel(cancelled: PointerEvent) {
      if (cancelled.pointerId === now.pointerId) stop();
    }
    function escape(pressed: KeyboardEvent) {
      if (pressed.key !== 'Escape' || !now.active) return;
      pressed.preventDefault();
      pressed.stopPropagation();
      stop();
      host.current?.announce(host.current.texts.cancelled);
    }
    function hold(touched: TouchEvent) {
      if (now.active && touched.cancelable) touched.preventDefault();
    }
    function stop() {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
      window.removeEventListener('pointermove', move);
      window.removeEventListener('pointerup', up);
      window.removeEventListener('pointercancel', cancel);
      window.removeEventListener('keydown', escape, true);
      scroller.removeEventListener('touchmove', hold);
      mark(false);
      ghosts.current?.clear();
      if (drag.current === now) drag.current = null;
    }

    window.addEventListener('pointermove', move);
    window.addEventListener('pointerup', up);
    window.addEventListener('pointercancel', cancel);
    window.addEventListener('keydown', escape, true);
    scroller.addEventListener('touchmove', hold, { passive: false });
    if (touch) {
      timer = window.setTimeout(() => {
        now.ready = true;
        if (!bar || bar.movable) {
          navigator.vibrate?.(10);
          activate();
        }
      }, LONG_PRESS);
    } else if (!bar) {
      // No text selection while drawing; the cursor element takes the focus instead.
      event.preventDefault();
    }
  }

  return begin;
}
