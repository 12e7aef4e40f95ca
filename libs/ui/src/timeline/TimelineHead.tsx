import { memo } from 'react';
import type { ReactNode } from 'react';
import { ticksOf } from './axis.ts';
import type { Axis } from './axis.ts';
import type { TimelineTexts } from './types.ts';
import { dayOf, weekdayOf } from './zone.ts';

interface HeadProps {
  axis: Axis;
  now: number;
  /** First and last day to draw. */
  first: number;
  last: number;
  corner: ReactNode;
  texts: TimelineTexts;
}

/** The heading: days above, hours below where they fit. */
export const TimelineHead = memo(function TimelineHead({ axis, now, first, last, corner, texts }: HeadProps) {
  const today = dayOf(now, axis.timeZone);
  const ticks = ticksOf(axis);
  return (
    <div role="row" aria-rowindex={1} className="tl-heading">
      <div role="columnheader" className="tl-corner">
        {corner}
      </div>
      <div role="columnheader" className="tl-days" style={{ width: axis.width }}>
        {axis.days.slice(first, last + 1).map(({ day }, offset) => {
          const weekend = weekdayOf(day) > 5 ? ' tl-weekend' : '';
          return (
            <div key={day} className={`tl-day${day === today ? ' tl-today' : ''}${weekend}`} style={{ left: (first + offset) * axis.dayWidth, width: axis.dayWidth }}>
              <span className="tl-date">{axis.dayWidth < 128 ? texts.dayHeadingShort(day) : texts.dayHeading(day)}</span>
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
