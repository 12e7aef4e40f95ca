import { useMemo } from 'react';
import { useFormat } from '@gongjian/ui';
import type { TimelineMark } from '@gongjian/ui/timeline/index.ts';
import { dayName, holidayName } from '../calendar/days.ts';
import type { DayFactsFragment } from '../calendar/days.generated.ts';
import { dayTexts } from '../calendar/days.messages.ts';
import { useMessages } from '../i18n/index.ts';

/** The days that are not what their weekday says, as the timeline shows them. */
export function useMarks(days: readonly DayFactsFragment[]): ReadonlyMap<string, TimelineMark> {
  const t = useMessages(dayTexts);
  const format = useFormat();
  return useMemo(() => {
    const marks = new Map<string, TimelineMark>();
    for (const day of days) {
      const title = dayName(day, t, format);
      const tone = day.kind === 'HOLIDAY' ? 'off' : 'work';
      if (title) marks.set(day.day, { tone, short: t(tone), label: day.name ? holidayName(day.name, format.language) : t(tone), title });
    }
    return marks;
  }, [days, t, format]);
}
