import { useState } from 'react';
import { Box, Button } from '@mui/material';
import { useQuery } from '@apollo/client/react';
import { errorText } from '@gongjian/api';
import { EmptyState, ErrorState, FilterBar, FilterSelect, PageHeader, SkeletonBlock, StatusChip, useFormat, useToday } from '@gongjian/ui';
import { Card } from '../home/Card.tsx';
import { useMessages } from '../i18n/index.ts';
import { useSession } from '../session/index.ts';
import { useUrlState } from '../shell/useUrlState.ts';
import { CalendarDialog } from './CalendarDialog.tsx';
import { CalendarOwnersDocument, CalendarRightsDocument, LessonTimetableDocument, SchoolCalendarsDocument } from './calendar.generated.ts';
import type { SchoolCalendarPartsFragment } from './calendar.generated.ts';
import { calendarTexts } from './calendar.messages.ts';
import MissingYearsNotice from './MissingYears.tsx';
import { schoolYearOf } from './calendar-form.ts';
import { LessonsCard } from './LessonsCard.tsx';
import { TermCard } from './TermCard.tsx';

const COMMON = 'consortium';
const defaults = { owner: '', year: '' };

/** 校历与作息: which week it is, by whose calendar, and when lessons are. */
export default function CalendarPage() {
  const t = useMessages(calendarTexts);
  const format = useFormat();
  const today = useToday();
  const { me } = useSession();
  const [url, set] = useUrlState(defaults);
  const [editing, setEditing] = useState(false);

  const own = me.organisation?.id ?? '';
  const owner = url.owner || own;
  const organisationId = owner === COMMON ? null : owner;
  const current = schoolYearOf(today);
  const year = Number(url.year) || current;

  const rights = useQuery(CalendarRightsDocument).data?.calendarAccess;
  const owners = useQuery(CalendarOwnersDocument).data?.organisations.nodes ?? [];
  const ownQuery = useQuery(SchoolCalendarsDocument, { variables: { organisationId } });
  const commonQuery = useQuery(SchoolCalendarsDocument, { variables: { organisationId: null } });
  const lessonsQuery = useQuery(LessonTimetableDocument, { variables: { organisationId } });
  const commonLessons = useQuery(LessonTimetableDocument, { variables: { organisationId: null } }).data?.lessonTimetable ?? null;

  const ofYear = (calendars: readonly SchoolCalendarPartsFragment[] | undefined) => calendars?.find(({ schoolYear }) => schoolYear === year);
  const mine = ofYear(ownQuery.data?.schoolCalendars);
  const shown = mine ?? ofYear(commonQuery.data?.schoolCalendars);
  const known = ownQuery.data && commonQuery.data && lessonsQuery.data;
  const error = ownQuery.error ?? commonQuery.error ?? lessonsQuery.error;
  const mayKeep = Boolean(rights?.canKeepAll || (rights?.canKeepOwn && organisationId === own));
  const years = [...new Set([year, current, current + 1, ...[...(ownQuery.data?.schoolCalendars ?? []), ...(commonQuery.data?.schoolCalendars ?? [])].map(({ schoolYear }) => schoolYear)])].sort((a, b) => b - a);
  const edit = mayKeep && known && <Button variant={mine ? 'outlined' : 'contained'} color={mine ? 'inherit' : 'primary'} onClick={() => setEditing(true)}>{t(mine ? 'edit' : 'create')}</Button>;
  const weeks = shown?.terms.reduce((sum, term) => sum + term.teachingWeeks + term.examWeeks, 0) ?? 0;

  return (
    <>
      <PageHeader title={t('title')} description={t('description')} actions={edit} />
      {me.roles.includes('SECRETARY') && <MissingYearsNotice />}
      <FilterBar active={false} onClear={() => undefined}>
        <FilterSelect
          label={t('owner')}
          value={owner}
          onChange={(value) => set({ owner: value === own ? '' : value })}
          options={[{ value: COMMON, label: t('common') }, ...owners.map(({ id, shortName }) => ({ value: id, label: shortName }))]}
          width={200}
        />
        <FilterSelect
          label={t('schoolYear')}
          value={String(year)}
          onChange={(value) => set({ year: value === String(current) ? '' : value })}
          options={years.map((each) => ({ value: String(each), label: t('schoolYearOf', { from: each, until: each + 1 }) }))}
          width={180}
        />
      </FilterBar>
      {error && !known && <ErrorState message={errorText(error)} onRetry={() => void Promise.all([ownQuery.refetch(), commonQuery.refetch(), lessonsQuery.refetch()])} />}
      {!known && !error && <SkeletonBlock height={420} />}
      {known && (
        <Box sx={{ display: 'grid', gap: 2, alignItems: 'start', gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'minmax(0, 3fr) minmax(320px, 2fr)' } }}>
          <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
            {!shown || shown.terms.length === 0 ? (
              <Card title={t('calendar')}><EmptyState title={t('none')} action={edit}>{t(mayKeep ? 'noneHelp' : 'noneReader')}</EmptyState></Card>
            ) : (
              shown.terms.map((term) => <TermCard key={term.label} term={term} organisationId={organisationId} note={mine || organisationId === null ? undefined : t('inherited')} />)
            )}
          </Box>
          <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
            <LessonsCard
              own={lessonsQuery.data?.lessonTimetable ?? null}
              common={organisationId === null ? null : commonLessons}
              organisationId={organisationId}
              today={today}
              mayKeep={mayKeep}
            />
            {shown && (shown.days.length > 0 || weeks > 0) && (
              <Card title={t('ownDays')} note={weeks > 0 && t('totalWeeks', { count: weeks }) + (weeks === 40 ? '' : t('usualWeeks'))}>
                <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 0.75, fontSize: 13 }}>
                  {shown.days.map((day) => (
                    <Box component="li" key={day.firstDay} sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'baseline' }}>
                      <StatusChip tone={day.kind === 'OFF' ? 'success' : 'pending'} pattern="solid">{t(day.kind === 'OFF' ? 'ownOff' : 'ownWork')}</StatusChip>
                      <span>{t('ownDay', { name: day.name, days: day.firstDay === day.lastDay ? format.dayAndWeekday(day.firstDay) : `${format.dayAndWeekday(day.firstDay)} – ${format.dayAndWeekday(day.lastDay)}` })}</span>
                      {day.follows && <Box component="span" sx={{ color: 'own.faint' }}>{t('followsDay', { weekday: format.weekday(day.follows) })}</Box>}
                    </Box>
                  ))}
                </Box>
              </Card>
            )}
          </Box>
        </Box>
      )}
      {editing && <CalendarDialog calendar={mine} schoolYear={year} organisationId={organisationId} onClose={() => setEditing(false)} />}
    </>
  );
}
