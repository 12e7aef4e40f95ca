import type { ReactNode } from 'react';
import { dayOf, instantOf } from '@gongjian/ui';
import type { Format } from '@gongjian/ui';
import type { TimelineTexts } from '@gongjian/ui/timeline/index.ts';
import type { Translate } from '../i18n/index.ts';
import type { timelineTexts } from './timeline.messages.ts';
import type { Place } from './place.ts';
import { lastDayOf } from './place.ts';

type Words = Translate<(typeof timelineTexts)['zh-CN']>;

/** The words of the timeline component in the user's language. */
export function componentTexts(t: Words, format: Format, corner: ReactNode, loading: string): TimelineTexts {
  const { timeZone } = format;
  const noon = (day: string) => instantOf(day, 720, timeZone);
  return {
    grid: t('grid'),
    corner,
    dayHeading: (day) => format.shortDate(noon(day)),
    dayHeadingShort: (day) => {
      const [, month, date] = day.split('-').map(Number);
      return `${month}/${date} ${format.weekday(new Date(`${day}T00:00:00Z`).getUTCDay() || 7)}`;
    },
    range: (start, end) => format.range(start, end),
    freeCell: ({ name }, start, end) => t('freeCell', { name, range: format.range(start, end) }),
    chosen: (count) => t('chosen', { count }),
    conflict: (title) => t('conflictWith', { title }),
    closed: t('outside'),
    past: t('past'),
    notBookable: t('cannotBook'),
    cancelled: t('cancelled'),
    now: t('now'),
    choose: (name) => t('choose', { name }),
    unchoose: (name) => t('unchoose', { name }),
    menu: (name) => t('rowMenu', { name }),
    groupCount: (count) => t('groupCount', { count }),
    loading,
  };
}

/** 2026年11月23日 – 11月29日; one day with its weekday. */
export function rangeTitle(place: Place, format: Format): string {
  const { firstDay, view } = place;
  if (view === 'day') return format.date(instantOf(firstDay, 720, format.timeZone));
  const last = lastDayOf(place);
  const sameYear = last.slice(0, 4) === firstDay.slice(0, 4);
  const [from, until] = [format.day(firstDay), format.day(last)];
  if (!sameYear) return `${from} – ${until}`;
  return format.language === 'zh-CN' ? `${from} – ${until.replace(/^\d+年/, '')}` : `${from.replace(/ \d+$/, '')} – ${until}`;
}

export const todayIn = (now: number, timeZone: string) => dayOf(new Date(now), timeZone);
