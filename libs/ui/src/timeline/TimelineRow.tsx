import { memo } from 'react';
import { spanOf } from './axis.ts';
import type { Axis } from './axis.ts';
import type { Cursor } from './keyboard.ts';
import { cellMinutes } from './keyboard.ts';
import { assignLanes, laneBox } from './lanes.ts';
import { closedShading } from './opening.ts';
import type { TimelineBar, TimelineResource, TimelineTexts } from './types.ts';
import { MINUTE } from './zone.ts';

interface RowProps {
  resource: TimelineResource;
  // Not the layout's row: that is made anew with each change anywhere, and the row would be drawn again for it.
  top: number;
  height: number;
  number: number;
  axis: Axis;
  /** Undefined while they are being fetched. */
  bars: readonly TimelineBar[] | undefined;
  from: number;
  until: number;
  /** Set when the keyboard is in this row. */
  cursor: Cursor | null;
  chosen: boolean;
  choosable: boolean;
  /** Other rows can be chosen: the names begin below each other. */
  aligned: boolean;
  texts: TimelineTexts;
  onChoose(resource: TimelineResource): void;
  onMenu: ((resource: TimelineResource, anchor: HTMLElement) => void) | null;
}

export const TimelineRow = memo(function TimelineRow(props: RowProps) {
  const { resource, top, height, number, axis, bars, from, until, cursor, chosen, choosable, aligned, texts, onChoose, onMenu } = props;
  const lanes = bars && bars.length > 0 ? assignLanes(bars) : null;
  const shading = resource.bookable ? closedShading(axis, resource.opening, 'var(--tl-closed)') : undefined;
  return (
    <div role="row" aria-rowindex={number} aria-selected={choosable ? chosen : undefined} className={chosen ? 'tl-row tl-chosen' : 'tl-row'} style={{ top, height }}>
      <div role="rowheader" className={aligned && !choosable ? 'tl-head tl-indent' : 'tl-head'}>
        {choosable && (
          <button
            type="button"
            tabIndex={-1}
            className="tl-choose"
            aria-pressed={chosen}
            aria-label={chosen ? texts.unchoose(resource.name) : texts.choose(resource.name)}
            onClick={() => onChoose(resource)}
          />
        )}
        <div className="tl-name">
          <span title={resource.name}>{resource.name}</span>
          <small title={[...resource.marks, resource.detail].join(' · ')}>{[...resource.marks, resource.detail].filter(Boolean).join(' · ')}</small>
        </div>
        {onMenu && (
          <button
            type="button"
            tabIndex={-1}
            className="tl-more"
            data-menu={resource.id}
            aria-label={texts.menu(resource.name)}
            onClick={(event) => onMenu(resource, event.currentTarget)}
          />
        )}
      </div>
      <div
        role="gridcell"
        data-track=""
        className={`tl-track${resource.bookable ? '' : ' tl-unbookable'}${bars ? '' : ' tl-loading'}`}
        style={{ width: axis.width, ...(shading ? { backgroundImage: shading } : {}), ...(bars ? {} : { ['--tl-at' as string]: `${(number * 137) % 420}px` }) }}
      >
        {bars?.map((bar, index) => {
          const span = spanOf(axis, bar.start, bar.end);
          const here = cursor?.barId === bar.id;
          if (!span || (!here && (span.left > until || span.left + span.width < from))) return null;
          return <Bar key={bar.id} bar={bar} axis={axis} left={span.left} width={span.width} box={laneBox(lanes!.lane[index]!, lanes!.count)} here={here} texts={texts} />;
        })}
        {cursor && cursor.barId === null && <Cell axis={axis} resource={resource} cursor={cursor} texts={texts} />}
      </div>
    </div>
  );
});

interface BarProps {
  bar: TimelineBar;
  axis: Axis;
  left: number;
  width: number;
  box: { top: number; height: number };
  here: boolean;
  texts: TimelineTexts;
}

function Bar({ bar, axis, left, width, box, here, texts }: BarProps) {
  const times = texts.range(bar.start, bar.end);
  const cut = `${bar.start < axis.from ? ' tl-cut-start' : ''}${bar.end > axis.until ? ' tl-cut-end' : ''}`;
  // Below these widths words would be cut to pieces that say nothing.
  const low = `${box.height < 30 ? ' tl-low' : ''}${width < 84 ? ' tl-narrow' : ''}${width < (bar.tone === 'taken' ? 44 : 22) ? ' tl-sliver' : ''}${width > 240 ? ' tl-long' : ''}`;
  return (
    <div
      role="button"
      tabIndex={here ? 0 : -1}
      data-stop=""
      data-bar={bar.id}
      className={`tl-bar tl-${bar.tone}${cut}${low}${bar.movable ? ' tl-movable' : ''}`}
      title={[bar.title, times, bar.detail].filter(Boolean).join('\n')}
      style={{ left, width, top: box.top, height: box.height }}
    >
      <span className="tl-words">
        <span className="tl-title">{bar.title}</span> <span className="tl-detail">{bar.detail}</span>
        <span className="tl-spoken">
          {' '}
          {bar.spoken} {times}
        </span>
      </span>
      {bar.movable && bar.start >= axis.from && <i data-edge="start" />}
      {bar.movable && bar.end <= axis.until && <i data-edge="end" />}
    </div>
  );
}

function Cell({ axis, resource, cursor, texts }: { axis: Axis; resource: TimelineResource; cursor: Cursor; texts: TimelineTexts }) {
  const end = cursor.time + cellMinutes(axis) * MINUTE;
  const span = spanOf(axis, cursor.time, end);
  return (
    <div role="button" tabIndex={0} data-stop="" className="tl-cursor" style={{ left: span?.left ?? 0, width: span?.width ?? 24 }}>
      <span className="tl-spoken">{texts.freeCell(resource, cursor.time, end, 1)}</span>
    </div>
  );
}
