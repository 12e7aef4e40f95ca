import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { CSSProperties, PointerEvent } from 'react';
import { daysIn, makeAxis, timeAt, xOf } from './axis.ts';
import type { TimelineView } from './axis.ts';
import { HEAD_HEIGHT } from './host.ts';
import type { TimelineHost } from './host.ts';
import { Draft } from './Draft.tsx';
import { cursorAt } from './keyboard.ts';
import { assignLanes } from './lanes.ts';
import { layoutRows, placeWindow, rowIndexAt, rowWindow } from './layout.ts';
import { gridLines } from './lines.ts';
import { TimelineRoot } from './styles.ts';
import { TimelineHead } from './TimelineHead.tsx';
import { TimelineRow } from './TimelineRow.tsx';
import type { TimelineBar, TimelineMark, TimelineMove, TimelineResource, TimelineSelection, TimelineTexts } from './types.ts';
import { useCursor } from './useCursor.ts';
import { useDrag } from './useDrag.ts';
import { useKeys } from './useKeys.ts';
import { useViewport } from './useViewport.ts';
import type { Viewport } from './useViewport.ts';

export interface VisibleWindow {
  resourceIds: readonly string[];
  /** How many rows there are: when a page has come, the next one may be wanted. */
  loaded: number;
  /** True when rows that are not loaded yet are on the screen or close to it. */
  wantsMore: boolean;
}

export interface TimelineProps {
  view: TimelineView;
  /** The first day. */
  day: string;
  timeZone: string;
  night: boolean;
  zoom: number;
  now: number;
  resources: readonly TimelineResource[];
  /** All that match, loaded or not. */
  total: number;
  grouped: boolean;
  /** Sorted by `byStart`; a resource that is missing is still being fetched. */
  bars: ReadonlyMap<string, readonly TimelineBar[]>;
  chosen: ReadonlySet<string>;
  /** Days that are not what their weekday says. */
  marks?: ReadonlyMap<string, TimelineMark>;
  /** A booking that is being written. */
  draft: TimelineSelection | null;
  texts: TimelineTexts;
  canCreate(resource: TimelineResource): boolean;
  onVisible(window: VisibleWindow): void;
  onCreate(selection: TimelineSelection, rect: DOMRect): void;
  onMove(move: TimelineMove, rect: DOMRect): void;
  onOpen(bar: TimelineBar, rect: DOMRect): void;
  onChoose(resource: TimelineResource): void;
  onMenu?(resource: TimelineResource, anchor: HTMLElement): void;
}

const sameWindow = (a: Viewport, b: Viewport) =>
  Math.floor(a.top / 88) === Math.floor(b.top / 88) && Math.floor(a.left / 240) === Math.floor(b.left / 240);

/** Resources as rows, time as columns, windowed in both directions. */
export function Timeline(props: TimelineProps) {
  const { view, day, timeZone, night, zoom, now, resources, total, grouped, bars, chosen, marks, draft, texts, canCreate, onVisible, onChoose, onMenu } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const layer = useRef<HTMLDivElement>(null);
  const host = useRef<TimelineHost | null>(null);
  const [words, setWords] = useState('');
  const announce = useCallback((news: string) => setWords(news), []);
  const viewport = useViewport(scroller, sameWindow);
  const columnWidth = viewport.width > 0 && viewport.width < 720 ? 148 : 224;
  const room = Math.max(320, viewport.width - columnWidth);
  const axis = useMemo(() => makeAxis({ view, day, timeZone, night, room, zoom }), [view, day, timeZone, night, room, zoom]);
  const layout = useMemo(() => {
    const lanes = (id: string) => {
      const found = bars.get(id);
      return found && found.length > 1 ? assignLanes(found).count : 1;
    };
    return layoutRows(resources, lanes, grouped, Math.max(0, total - resources.length));
  }, [resources, bars, grouped, total]);

  const bodyTop = viewport.top;
  const bodyBottom = viewport.top + Math.max(0, viewport.height - HEAD_HEIGHT);
  const [first, last] = rowWindow(layout.rows, bodyTop, bodyBottom);
  const [from, until] = placeWindow(viewport.left, viewport.left + room);
  const [firstDay, lastDay] = daysIn(axis, from, until);

  const { cursor, placeCursor, setCursor, reveal, settleFocus, onFocus, onBlur } = useCursor(host, axis, layout, resources, bars, now);
  const openMenu = useCallback(
    (resource: TimelineResource) => {
      const anchor = scroller.current?.querySelector<HTMLElement>(`[data-menu="${CSS.escape(resource.id)}"]`);
      if (anchor) onMenu?.(resource, anchor);
    },
    [onMenu],
  );
  // Rows are drawn anew when what they get is new; these stay the same whatever the page hands in.
  const latest = useRef({ onChoose, onMenu });
  const choose = useCallback((resource: TimelineResource) => latest.current.onChoose(resource), []);
  const showMenu = useCallback((resource: TimelineResource, anchor: HTMLElement) => latest.current.onMenu?.(resource, anchor), []);
  const begin = useDrag(host, layer);
  const keys = useKeys(host, layer, cursor, { setCursor, reveal, onChoose: (resource) => canCreate(resource) && onChoose(resource), onMenu: openMenu });

  useLayoutEffect(() => {
    const { onCreate, onMove, onOpen } = props;
    latest.current = { onChoose, onMenu };
    host.current = { axis, layout, bars, texts, now, columnWidth, scroller: scroller.current!, canCreate, onCreate, onMove, onOpen, announce };
    settleFocus(scroller.current);
  });

  // A new range begins at today's working hours when it has them.
  const { dayWidth, from: begins, until: ends } = axis;
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const today = host.current!.now;
    const morning = today >= begins && today < ends ? xOf(host.current!.axis, today) - (view === 'day' ? 120 : 0) : 0;
    element.scrollLeft = view === 'day' ? morning : Math.floor(morning / dayWidth) * dayWidth;
  }, [view, begins, ends, dayWidth]);

  const wantsMore = total > resources.length && bodyBottom + 1200 > layout.loadedHeight;
  const ready = viewport.height > 0;
  const anyChoosable = useMemo(() => resources.some(canCreate), [resources, canCreate]);
  const loaded = resources.length;
  // Compared by what it says: a window of the same rows is no news.
  const visible = layout.rows.slice(first, last + 1).flatMap((row) => (row.type === 'resource' ? [row.resource.id] : [])).join(' ');
  useEffect(() => {
    if (ready) onVisible({ resourceIds: visible ? visible.split(' ') : [], loaded, wantsMore });
  }, [ready, visible, loaded, wantsMore, onVisible]);

  function onPointerDown(event: PointerEvent<HTMLElement>) {
    const target = event.target as HTMLElement;
    const track = target.closest('[data-track]');
    if (event.button === 0 && track && host.current) {
      const box = scroller.current!.getBoundingClientRect();
      const row = layout.rows[rowIndexAt(layout.rows, event.clientY - box.top + scroller.current!.scrollTop - HEAD_HEIGHT)];
      const x = event.clientX - box.left + scroller.current!.scrollLeft - columnWidth;
      if (row?.type === 'resource') {
        const barId = target.closest<HTMLElement>('[data-bar]')?.dataset['bar'] ?? null;
        const spot = cursorAt(axis, row.resource.id, [], timeAt(axis, x));
        placeCursor({ ...spot, barId });
      }
    }
    keys.drop();
    begin(event);
  }

  function onDoubleClick() {
    // A quick way to book one cell; the times can be changed in the form.
    if (!cursor || cursor.barId !== null || !host.current) return;
    const row = layout.rows[layout.indexOf.get(cursor.resourceId) ?? -1];
    if (row?.type !== 'resource' || !canCreate(row.resource)) return;
    const end = Math.min(cursor.time + 60 * 60_000, axis.until);
    const element = scroller.current?.querySelector('.tl-cursor');
    if (element) props.onCreate({ resourceIds: [row.resource.id], start: cursor.time, end }, element.getBoundingClientRect());
  }

  const cursorIndex = cursor ? (layout.indexOf.get(cursor.resourceId) ?? -1) : -1;
  const drawn: number[] = [];
  for (let index = first; index <= last; index += 1) drawn.push(index);
  // The row that holds the focus stays, wherever one has scrolled to.
  if (cursorIndex >= 0 && (cursorIndex < first || cursorIndex > last)) drawn.push(cursorIndex);

  const nowX = now >= axis.from && now < axis.until ? xOf(axis, now) : null;
  const sizes = { '--tl-column': `${columnWidth}px`, '--tl-full': `${columnWidth + axis.width}px` } as CSSProperties;

  return (
    <TimelineRoot style={sizes}>
      <div
        ref={scroller}
        role="grid"
        tabIndex={-1}
        aria-label={texts.grid}
        aria-rowcount={layout.rows.length + 1 + Math.max(0, total - resources.length)}
        aria-busy={resources.length < total || undefined}
        aria-multiselectable="true"
        className="tl-scroller"
        onPointerDown={onPointerDown}
        onDoubleClick={onDoubleClick}
        onKeyDown={keys.onKeyDown}
        onKeyUp={keys.onKeyUp}
        onFocus={onFocus}
        onBlur={onBlur}
        onContextMenu={(event) => {
          if ((event.target as HTMLElement).closest('[data-track]') && scroller.current?.classList.contains('tl-dragging')) event.preventDefault();
        }}
      >
        <div role="presentation" className="tl-canvas" style={{ width: columnWidth + axis.width, height: HEAD_HEIGHT + layout.height }}>
          <TimelineHead axis={axis} now={now} first={firstDay} last={lastDay} corner={texts.corner} texts={texts} marks={marks} />
          <div aria-hidden="true" className="tl-lines" style={{ width: axis.width, height: layout.height, ...gridLines(axis) }} />
          {layout.height > layout.loadedHeight && (
            <div aria-hidden="true" className="tl-missing" style={{ top: HEAD_HEIGHT + layout.loadedHeight, height: layout.height - layout.loadedHeight }} />
          )}
          <div role="presentation" style={{ position: 'absolute', top: HEAD_HEIGHT, left: 0 }}>
            {drawn.map((index) => {
              const row = layout.rows[index]!;
              if (row.type === 'group') {
                return (
                  <div key={row.key} role="row" aria-rowindex={index + 2} className="tl-row tl-group" style={{ top: row.top, height: row.height }}>
                    <div role="gridcell" aria-colspan={2} className="tl-group-label">
                      {row.label} <small>{texts.groupCount(row.count)}</small>
                    </div>
                  </div>
                );
              }
              return (
                <TimelineRow
                  key={row.key}
                  resource={row.resource}
                  top={row.top}
                  height={row.height}
                  number={index + 2}
                  axis={axis}
                  bars={bars.get(row.resource.id)}
                  from={from}
                  until={until}
                  cursor={index === cursorIndex ? cursor : null}
                  chosen={chosen.has(row.resource.id)}
                  choosable={canCreate(row.resource)}
                  aligned={anyChoosable}
                  texts={texts}
                  onChoose={choose}
                  onMenu={onMenu ? showMenu : null}
                />
              );
            })}
          </div>
          <div aria-hidden="true" ref={layer} className="tl-over" style={{ width: axis.width, height: layout.height }}>
            {nowX !== null && <div className="tl-now" style={{ left: nowX, height: layout.height }} />}
            {draft && <Draft draft={draft} layout={layout} axis={axis} />}
          </div>
        </div>
      </div>
      <div aria-live="assertive" className="tl-spoken">
        {words}
      </div>
    </TimelineRoot>
  );
}
