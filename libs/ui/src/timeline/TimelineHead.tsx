import { memo } from 'react';
import type { ReactNode } from 'react';
import { Tooltip } from '@mui/material';
import { ticksOf } from './axis.ts';
import type { Axis } from './axis.ts';
import type { TimelineMark, TimelineTexts } from './types.ts';
import { dayOf, weekdayOf } from './zone.ts';

interface HeadProps {
  axis: Axis;
  now: number;
  /** First and last day to draw. */
  first: number;
  last: number;
  corner: ReactNode;
  texts: TimelineTexts;
  marks: ReadonlyMap<string, TimelineMark> | undefined;
}

/** Narrower than this, a day has no room for the name of its month, or of a holiday. */
const SHORT = 128;
const NAMED = 168;

/** The heading: days above, hours below where they fit. */
export const TimelineHead = memo(function TimelineHead({ axis, now, first, last, corner, texts, marks }: HeadProps) {
  const today = dayOf(now, axis.timeZone);
  const ticks = ticksOf(axis);
  return (
    <div role="row" aria-rowindex={1} className="tl-heading">
      <div role="columnheader" className="tl-corner">
        {corner}
      </div>
      <div role="columnheader" className="tl-days" style={{ width: axis.width }}>
        {axis.days.slice(first, last + 1).map(({ day }, offset) => {
          const mark = marks?.get(day);
          const weekend = weekdayOf(day) > 5 && mark?.tone !== 'work' ? ' tl-weekend' : '';
          return (
            <div key={day} className={`tl-day${day === today ? ' tl-today' : ''}${weekend}`} style={{ left: (first + offset) * axis.dayWidth, width: axis.dayWidth }}>
              <span className="tl-date">
                {axis.dayWidth < SHORT ? texts.dayHeadingShort(day) : texts.dayHeading(day)}
                {mark && axis.dayWidth >= SHORT && <Mark mark={mark} named={axis.dayWidth >= NAMED} />}
              </span>
              {mark && axis.dayWidth < SHORT && <Mark mark={mark} named={false} />}
              {ticks.map((tick) => (
                <span key={tick.label} className="tl-tick" style={{ left: tick.x }}>
                  {tick.label}
                </span>
              ))}
            </div>
          );
        })}
      </div>
    </div>
  );
});

function Mark({ mark, named }: { mark: TimelineMark; named: boolean }) {
  return (
    <Tooltip title={mark.title} enterTouchDelay={0} leaveTouchDelay={4000}>
      <span className={`tl-mark tl-${mark.tone}`}>
        <span aria-hidden="true">{named && mark.tone === 'off' ? mark.label : mark.short}</span>
        <span className="tl-spoken">{mark.title}</span>
      </span>
    </Tooltip>
  );
}
