import { useMemo } from 'react';
import { useQuery } from '@apollo/client/react';
import { DaysBetweenDocument } from './days.generated.ts';
import type { DayFactsFragment } from './days.generated.ts';

const none: readonly DayFactsFragment[] = [];

/** What the days of a range are for one's own organisation. Without an answer they are ordinary days: nothing waits for it. */
export function useDays(from: string, until: string): readonly DayFactsFragment[] {
  const { data, previousData } = useQuery(DaysBetweenDocument, { variables: { from, until } });
  const days = (data ?? previousData)?.calendarDays ?? none;
  return useMemo(() => days.filter(({ day }) => from <= day && day <= until), [days, from, until]);
}
