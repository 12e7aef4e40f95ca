import { useId } from 'react';
import { useQuery } from '@apollo/client/react';
import { Alert, Box, ToggleButton, Typography } from '@mui/material';
import { addDays, useFormat } from '@gongjian/ui';
import { chosenLessons, holidayName, lessonName, lessonsAfter, weekName } from '../calendar/days.ts';
import { DayLessonsDocument } from '../calendar/days.generated.ts';
import { dayTexts } from '../calendar/days.messages.ts';
import { useMessages } from '../i18n/index.ts';
import type { FormTimes } from './booking-form.ts';

interface Props {
  times: FormTimes;
  /** Whose calendar and timetable count: the organisation that the booking is for. */
  organisationId: string;
  onChange: (times: FormTimes) => void;
}

/** A booking may be long; what is special is told of its first days. */
const MOST_DAYS = 30;

/** What the day is, and its lessons to choose instead of clock times, where the organisation keeps a timetable. */
export function LessonPicker({ times, organisationId, onChange }: Props) {
  const t = useMessages(dayTexts);
  const format = useFormat();
  const label = useId();
  const { startDay, endDay } = times;
  const until = endDay > startDay ? [endDay, addDays(startDay, MOST_DAYS)].sort()[0]! : startDay;
  const { data, previousData } = useQuery(DayLessonsDocument, { variables: { day: startDay, until, organisationId: organisationId || null }, skip: !startDay });
  const known = data ?? previousData;
  if (!known || !startDay) return null;

  const days = known.calendarDays.filter(({ day }) => startDay <= day && day <= until);
  const periods = known.lessonPeriods;
  const chosen = startDay === endDay ? chosenLessons(periods, times.startTime, times.endTime) : null;
  const pick = (index: number) => {
    const [first, last] = lessonsAfter(chosen, index);
    onChange({ startDay, startTime: periods[first]!.starts, endDay: startDay, endTime: periods[last]!.ends });
  };
  const week = weekName(days.slice(0, 1), t);
  const off = days.find(({ kind }) => kind === 'HOLIDAY');
  const work = days.find(({ kind }) => kind === 'MAKEUP_WORKDAY');
  const notice = off ?? work;

  return (
    <>
      {periods.length > 0 && (
        <div>
          <Typography id={label} component="div" sx={{ fontSize: 13, mb: 0.5 }}>
            {t('pickLessons')}
            {week && <Box component="span" sx={{ color: 'own.faint' }}> · {week}</Box>}
          </Typography>
          <Box role="group" aria-labelledby={label} sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.75 }}>
            {periods.map((period, index) => (
              <ToggleButton
                key={period.first}
                value={index}
                selected={chosen !== null && chosen[0] <= index && index <= chosen[1]}
                onChange={() => pick(index)}
                sx={{ px: 1, py: 0.25, height: 'auto', display: 'grid', lineHeight: 1.35, borderRadius: '6px' }}
              >
                <span>{lessonName(period, t)}</span>
                <Box component="span" sx={{ fontSize: 12, fontWeight: 400, color: 'text.secondary' }}>{period.starts}–{period.ends}</Box>
              </ToggleButton>
            ))}
          </Box>
          <Typography variant="caption" component="div" sx={{ mt: 0.5, color: 'own.faint' }}>{t('pickLessonsHelp')}</Typography>
        </div>
      )}
      {notice && (
        <Alert severity="info" sx={{ py: 0 }}>
          {t(off ? 'bookedOnOffDay' : 'bookedOnWorkDay', { day: format.dayAndWeekday(notice.day), name: holidayName(notice.name ?? '', format.language) })}
        </Alert>
      )}
    </>
  );
}
