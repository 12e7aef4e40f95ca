import { useEffect } from 'react';
import { Box, Button, Typography } from '@mui/material';
import BackIcon from '@mui/icons-material/ChevronLeftOutlined';
import { errorText } from '@gongjian/api';
import { EmptyState, ErrorState, instantOf, parseTime, SkeletonLines, useFormat, weekdayOf } from '@gongjian/ui';
import { HOUR } from '@gongjian/ui/timeline/index.ts';
import type { TimeRange, TimelineBar } from '@gongjian/ui/timeline/index.ts';
import { useMessages } from '../i18n/index.ts';
import { nextHour } from '../booking/next-hour.ts';
import type { AllocationStore, StoreState } from './allocation-store.ts';
import { barsOf, barWords } from './bars.ts';
import { dayPlan } from './day-plan.ts';
import { DayCard } from './DayCard.tsx';
import type { TimelineResourcePartsFragment } from './timeline.generated.ts';
import { timelineTexts } from './timeline.messages.ts';
import type { TimelineResources } from './useTimelineResources.ts';

interface Props {
  list: TimelineResources;
  resource: TimelineResourcePartsFragment | undefined;
  store: AllocationStore;
  state: StoreState;
  day: string;
  now: number;
  canBook: boolean;
  onBack: () => void;
  onFree: (start: number, end: number) => void;
  onOpen: (bar: TimelineBar, rect: DOMRect) => void;
}

const LONGEST_OFFER = 2 * HOUR;

/** One day of one resource: what takes it, and when it is free. */
export function ResourceDay({ list, resource, store, state, day, now, canBook, onBack, onFree, onOpen }: Props) {
  const t = useMessages(timelineTexts);
  const format = useFormat();
  const id = resource?.id;
  useEffect(() => {
    if (id) store.need([id]);
  }, [store, id, day]);

  const back = <Button size="small" variant="text" startIcon={<BackIcon />} onClick={onBack}>{t('showAll')}</Button>;
  const allocations = id ? state.rows.get(id) : undefined;
  const problem = list.error ?? state.error;
  if (problem && (!resource || !allocations)) {
    return <ErrorState message={errorText(problem)} onRetry={() => (resource ? store.retry() : list.reload())} action={back} />;
  }
  if (!resource) {
    return list.loading ? <SkeletonLines lines={5} height={48} /> : <EmptyState title={t('noMatchTitle')} action={back} />;
  }

  const midnight = +instantOf(day, 0, format.timeZone);
  const range: TimeRange = { start: midnight, end: +instantOf(day, 1440, format.timeZone) };
  const open = opening(resource, day, format.timeZone, range);
  const bookable = canBook && resource.bookable && resource.viewerCanBook;
  const plan = dayPlan(allocations ? barsOf(allocations, barWords(t), format) : [], bookable ? open : [], range, now);
  function offer({ start, end }: TimeRange) {
    // What is free since midnight is offered from the morning on.
    const morning = start === range.start ? nextHour(start, format.timeZone) : start;
    const begin = morning < end ? morning : start;
    onFree(begin, Math.min(end, begin + LONGEST_OFFER));
  }
  return (
    <div>
      <Box sx={{ ml: -1, mb: 0.5 }}>{back}</Box>
      <Typography variant="h2">{resource.name}</Typography>
      <Typography variant="body2" sx={{ color: 'own.faint', mb: 1.5 }}>
        {[resource.code, resource.owner.shortName, resource.place, resource.needsApproval ? t('needsApproval') : ''].filter(Boolean).join(' · ')}
      </Typography>
      {!allocations ? (
        <SkeletonLines lines={5} height={48} />
      ) : plan.length === 0 ? (
        <EmptyState dense title={t('dayEmpty')} />
      ) : (
        <Box component="ul" aria-label={resource.name} sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1 }}>
          {plan.map((item) =>
            item.kind === 'free' ? (
              <DayCard
                key={`free ${item.start}`}
                time={format.timeRange(item.start, item.end)}
                tone="free"
                title={t('freeUntil')}
                onClick={() => offer(item)}
              />
            ) : (
              <DayCard
                key={item.bar.id}
                time={format.timeRange(Math.max(item.start, range.start), Math.min(item.end, range.end))}
                tone={item.bar.tone}
                title={item.bar.title}
                onClick={(event) => onOpen(item.bar, event.currentTarget.getBoundingClientRect())}
              >
                {[item.bar.tone === 'taken' ? '' : item.bar.spoken, item.bar.detail].filter(Boolean).join(' · ')}
              </DayCard>
            ),
          )}
        </Box>
      )}
    </div>
  );
}

function opening(resource: TimelineResourcePartsFragment, day: string, timeZone: string, whole: TimeRange): TimeRange[] {
  if (resource.openingHours.length === 0) return [whole];
  return resource.openingHours
    .filter(({ weekday }) => weekday === weekdayOf(day))
    .flatMap(({ opens, closes }) => {
      const from = parseTime(opens);
      const until = parseTime(closes);
      return from === undefined || until === undefined ? [] : [{ start: +instantOf(day, from, timeZone), end: +instantOf(day, until, timeZone) }];
    });
}
