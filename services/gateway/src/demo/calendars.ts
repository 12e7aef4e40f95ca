import type { Visitor } from './visitor.ts';

const CALENDAR = 'mutation ($input: SchoolCalendarInput!) { saveSchoolCalendar(input: $input) { id } }';
const TIMETABLE = 'mutation ($input: LessonTimetableInput!) { saveLessonTimetable(input: $input) { id } }';

const DAY = 86_400_000;
const dayText = (time: number) => new Date(time).toISOString().slice(0, 10);

/** The first Monday on or after a day. */
function mondayFrom(day: string): string {
  const time = Date.parse(`${day}T00:00:00Z`);
  return dayText(time + ((8 - new Date(time).getUTCDay()) % 7) * DAY);
}

/** The usual terms of the school year in which a day lies. */
export function usualYear(today: string): object {
  const schoolYear = Number(today.slice(0, 4)) - (today.slice(5) < '08-01' ? 1 : 0);
  const sports = mondayFrom(`${schoolYear}-11-05`);
  return {
    schoolYear,
    terms: [
      { kind: 'FIRST', firstDay: mondayFrom(`${schoolYear}-09-01`), teachingWeeks: 18, examWeeks: 2 },
      { kind: 'SECOND', firstDay: mondayFrom(`${schoolYear + 1}-02-24`), teachingWeeks: 18, examWeeks: 2 },
    ],
    days: [{ kind: 'OFF', firstDay: dayText(Date.parse(sports) + 3 * DAY), lastDay: dayText(Date.parse(sports) + 4 * DAY), name: '校运会' }],
  };
}

function lessons(afternoon: number): object[] {
  const clocks: [string, string][] = [['08:00', '09:40'], ['10:00', '11:40'], [`${afternoon}:00`, `${afternoon + 1}:40`], [`${afternoon + 2}:00`, `${afternoon + 3}:40`], ['19:00', '20:40']];
  return clocks.map(([starts, ends], index) => ({ first: 2 * index + 1, last: 2 * index + 2, starts, ends }));
}

/** One calendar and one timetable for all of a consortium; in summer the afternoon begins later. */
export async function sowCalendar(secretary: Visitor, today: string): Promise<void> {
  await secretary.run(CALENDAR, { input: usualYear(today) });
  await secretary.run(TIMETABLE, { input: { seasons: [{ name: '冬季作息', since: '10-08', periods: lessons(14) }, { name: '夏季作息', since: '05-06', periods: lessons(15) }] } });
}
