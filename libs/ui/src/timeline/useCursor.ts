import { useCallback, useMemo, useRef, useState } from 'react';
import type { FocusEvent, RefObject } from 'react';
import type { Axis } from './axis.ts';
import { scrollInto } from './host.ts';
import type { TimelineHost } from './host.ts';
import { cursorAt } from './keyboard.ts';
import type { Cursor } from './keyboard.ts';
import type { RowLayout } from './layout.ts';
import type { TimelineBar, TimelineResource } from './types.ts';

/** The keyboard's place. It is kept as a time in a row, and finds its bar anew when the data changes. */
export function useCursor(
  host: RefObject<TimelineHost | null>,
  axis: Axis,
  layout: RowLayout,
  resources: readonly TimelineResource[],
  bars: ReadonlyMap<string, readonly TimelineBar[]>,
  now: number,
) {
  const [wanted, setWanted] = useState<Cursor | null>(null);
  const cursor = useMemo((): Cursor | null => {
    const kept = wanted && layout.indexOf.has(wanted.resourceId) ? wanted : null;
    const resourceId = kept?.resourceId ?? resources[0]?.id;
    if (resourceId === undefined) return null;
    const rowBars = bars.get(resourceId) ?? [];
    const time = kept && kept.time >= axis.from && kept.time < axis.until ? kept.time : Math.max(axis.from, now < axis.until ? now : axis.from);
    if (kept?.barId && rowBars.some(({ id }) => id === kept.barId)) return { ...kept, time };
    return cursorAt(axis, resourceId, rowBars, time);
  }, [wanted, layout, resources, bars, axis, now]);

  const reveal = useCallback(
    (resourceId: string, start: number, end: number) => {
      if (host.current) scrollInto(host.current, resourceId, start, end);
    },
    [host],
  );

  // Set when the focus is to go where the cursor is, once that is drawn.
  const follow = useRef(false);
  const inGrid = useRef(false);
  /** Puts the cursor, and the focus with it, somewhere that is in sight. */
  const placeCursor = useCallback((next: Cursor) => {
    follow.current = true;
    setWanted(next);
  }, []);
  const setCursor = useCallback(
    (next: Cursor) => {
      placeCursor(next);
      const bar = host.current?.bars.get(next.resourceId)?.find(({ id }) => id === next.barId);
      reveal(next.resourceId, bar?.start ?? next.time, bar?.end ?? next.time + 60_000);
    },
    [host, placeCursor, reveal],
  );
  /** After each drawing: what had the focus may be another element now. */
  const settleFocus = useCallback((grid: HTMLElement | null) => {
    const lost = inGrid.current && document.activeElement === document.body;
    if (!follow.current && !lost) return;
    follow.current = false;
    grid?.querySelector<HTMLElement>('[data-stop][tabindex="0"]')?.focus({ preventScroll: true });
  }, []);
  const onFocus = useCallback(() => {
    inGrid.current = true;
  }, []);
  const onBlur = useCallback((event: FocusEvent<HTMLElement>) => {
    if (event.target.isConnected && !event.currentTarget.contains(event.relatedTarget)) inGrid.current = false;
  }, []);
  return { cursor, placeCursor, setCursor, reveal, settleFocus, onFocus, onBlur };
}
