import { Box } from '@mui/material';
import { useQuery } from '@apollo/client/react';
import { errorText } from '@gongjian/api';
import { ErrorState, mondayOf, SkeletonBlock, useFormat, useToday, weekdayOf } from '@gongjian/ui';
import { Card } from '../home/Card.tsx';
import { useMessages } from '../i18n/index.ts';
import type { SchoolCalendarPartsFragment } from './calendar.generated.ts';
import { calendarTexts } from './calendar.messages.ts';
import { dayName, holidayName } from './days.ts';
import { DaysBetweenDocument } from './days.generated.ts';
import type { DayFactsFragment } from './days.generated.ts';
import { dayTexts } from './days.messages.ts';

type Term = SchoolCalendarPartsFragment['terms'][number];

const cell = { p: 0.5, textAlign: 'center', fontWeight: 400, border: 1, borderColor: 'own.line', height: 30 } as const;

/** A term as it hangs on the wall: a row for each week, holidays and days of work marked. */
export function TermCard({ term, organisationId, note }: { term: Term; organisationId: string | null; note: string | undefined }) {
  const t = useMessages(calendarTexts);
  const format = useFormat();
  const { data, error, refetch } = useQuery(DaysBetweenDocument, { variables: { from: mondayOf(term.firstDay), until: term.lastDay, organisationId } });
  const days = data?.calendarDays;
  const weeks = days && Array.from({ length: days.length / 7 }, (_, index) => days.slice(index * 7, index * 7 + 7));
  const facts = { first: format.day(term.firstDay), last: format.day(term.lastDay), teaching: term.teachingWeeks, exams: term.examWeeks };

  return (
    <Card title={`${t(`term.${term.kind}`)} ${term.label}`} note={[t(term.examWeeks > 0 ? 'termFacts' : 'termFactsNoExams', facts), note].filter(Boolean).join(' · ')}>
      {error && !weeks && <ErrorState dense message={errorText(error)} onRetry={() => void refetch()} />}
      {!weeks && !error && <SkeletonBlock height={480} />}
      {weeks && (
        <Box component="table" aria-label={t('weekTable', { term: t(`term.${term.kind}`) })} sx={{ width: '100%', borderCollapse: 'collapse', tableLayout: 'fixed', fontSize: 13, fontVariantNumeric: 'tabular-nums' }}>
          <thead>
            <tr>
              <Box component="th" scope="col" sx={{ ...cell, color: 'own.faint' }}>{t('week')}</Box>
              {[1, 2, 3, 4, 5, 6, 7].map((weekday) => <Box key={weekday} component="th" scope="col" sx={{ ...cell, color: 'own.faint' }}>{format.weekday(weekday)}</Box>)}
            </tr>
          </thead>
          <tbody>
            {weeks.map((week) => (
              <tr key={week[0]!.day}>
                <Box component="th" scope="row" sx={{ ...cell, bgcolor: 'own.surface.subtle', fontWeight: 600 }}>
                  {week[0]!.week}
                  {week[0]!.exams && <Box component="span" sx={{ display: 'block', fontSize: 12, fontWeight: 400, lineHeight: 1.2, color: 'text.secondary' }}>{t('exam')}</Box>}
                </Box>
                {week.map((day) => <DayCell key={day.day} day={day} />)}
              </tr>
            ))}
          </tbody>
        </Box>
      )}
    </Card>
  );
}

function DayCell({ day }: { day: DayFactsFragment }) {
  const t = useMessages(dayTexts);
  const format = useFormat();
  const today = useToday();
  const date = Number(day.day.slice(8));
  const name = dayName(day, t, format);
  const tone = day.kind === 'HOLIDAY' ? 'success' : 'pending';
  return (
    <Box
      component="td"
      title={name}
      aria-current={day.day === today ? 'date' : undefined}
      sx={{
        ...cell, lineHeight: 1.25,
        color: day.kind === 'WEEKEND' ? 'own.faint' : 'text.primary',
        ...(name && { bgcolor: `own.status.${tone}.tint`, color: `own.status.${tone}.text` }),
        ...(day.day === today && { outline: 2, outlineStyle: 'solid', outlineColor: 'primary.main', outlineOffset: -2, fontWeight: 600 }),
      }}
    >
      {date === 1 || weekdayOf(day.day) === 1 ? format.tick(day.day) : date}
      {name && (
        <Box component="span" sx={{ display: 'block', fontSize: 12, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }}>
          {day.kind === 'HOLIDAY' ? (
            <>
              {/* A cell of a phone has room for one character. */}
              <Box component="span" aria-hidden sx={{ display: { sm: 'none' } }}>{t('off')}</Box>
              <Box component="span" sx={{ display: { xs: 'none', sm: 'inline' } }}>{day.name && holidayName(day.name, format.language)}</Box>
            </>
          ) : t('work')}
        </Box>
      )}
    </Box>
  );
}
