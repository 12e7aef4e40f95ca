import { addDays, daysBetween, mondayOf, weekdayOf } from '../day.ts';

/** A day that is not what its weekday says, by a notice of the State Council's office. */
export interface HolidayDay {
  day: string;
  name: string;
  kind: 'OFF' | 'WORK';
  /** The weekday whose timetable a day of work takes, 1 to 7, where the notice says it. */
  follows: number | null;
}

export const TERM_KINDS = ['FIRST', 'SECOND', 'SHORT'] as const;
export type TermKind = (typeof TERM_KINDS)[number];

export interface SchoolTerm {
  kind: TermKind;
  /** The first day with lessons; week 1 begins on its Monday. */
  firstDay: string;
  teachingWeeks: number;
  /** They follow the teaching weeks. */
  examWeeks: number;
}

/** Days that a school itself gives off, or on which it teaches although others do not. */
export interface SchoolDays {
  kind: 'OFF' | 'WORK';
  firstDay: string;
  lastDay: string;
  name: string;
  follows: number | null;
}

export interface SchoolYear {
  /** 2026 for 2026-2027. */
  schoolYear: number;
  terms: readonly SchoolTerm[];
  days: readonly SchoolDays[];
}

export type DayKind = 'WORKING_DAY' | 'WEEKEND' | 'HOLIDAY' | 'MAKEUP_WORKDAY';

export interface CalendarDay {
  day: string;
  kind: DayKind;
  /** The holiday's name; of a day of work the holiday that it makes up for. */
  name: string | null;
  /** One of the 13 statutory days, on which work is paid threefold. */
  statutory: boolean;
  /** The weekday whose timetable holds. */
  weekday: number;
  schoolYear: number | null;
  term: TermKind | null;
  week: number | null;
  exams: boolean;
}

/** The last day, a Sunday. */
export function lastDayOf(term: SchoolTerm): string {
  return addDays(mondayOf(term.firstDay), (term.teachingWeeks + term.examWeeks) * 7 - 1);
}

/** Such as 2026-2027-1, as it stands on every timetable. */
export function termLabel(schoolYear: number, kind: TermKind): string {
  return `${schoolYear}-${schoolYear + 1}-${TERM_KINDS.indexOf(kind) + 1}`;
}

/** Which week of which term a day is in. Weeks go on counting through holidays. */
export function weekOf(day: string, years: readonly SchoolYear[]): { schoolYear: number; term: TermKind; week: number; exams: boolean } | null {
  for (const { schoolYear, terms } of years) {
    for (const term of terms) {
      const week = Math.floor(daysBetween(mondayOf(term.firstDay), day) / 7) + 1;
      if (week >= 1 && week <= term.teachingWeeks + term.examWeeks) return { schoolYear, term: term.kind, week, exams: week > term.teachingWeeks };
    }
  }
  return null;
}

/** What a day is. What the school itself decided goes before what holds for everybody. */
export function answerDay(day: string, holidays: ReadonlyMap<string, HolidayDay>, statutory: ReadonlyMap<string, string>, years: readonly SchoolYear[]): CalendarDay {
  const own = years.flatMap(({ days }) => days).find(({ firstDay, lastDay }) => firstDay <= day && day <= lastDay);
  const said = own ?? holidays.get(day);
  const weekday = weekdayOf(day);
  const usual: DayKind = weekday > 5 ? 'WEEKEND' : 'WORKING_DAY';
  const kind = !said ? usual : said.kind === 'OFF' ? 'HOLIDAY' : 'MAKEUP_WORKDAY';
  const place = weekOf(day, years);
  return {
    day,
    kind,
    name: said?.name ?? null,
    statutory: statutory.has(day),
    weekday: kind === 'MAKEUP_WORKDAY' ? (said?.follows ?? weekday) : weekday,
    schoolYear: place?.schoolYear ?? null,
    term: place?.term ?? null,
    week: place?.week ?? null,
    exams: place?.exams ?? false,
  };
}

/** 第1-2节: from one lesson to another, with the clock. */
export interface LessonPeriod {
  first: number;
  last: number;
  starts: string;
  ends: string;
}

/** A timetable that holds from a day of the year (MM-DD) until the next one begins. */
export interface LessonSeason {
  name: string;
  since: string;
  periods: readonly LessonPeriod[];
}

/** The timetable that holds on a day: the one that began last, be it in the year before. */
export function seasonOn(day: string, seasons: readonly LessonSeason[]): LessonSeason | null {
  const inOrder = seasons.toSorted((a, b) => (a.since < b.since ? -1 : 1));
  return inOrder.findLast(({ since }) => since <= day.slice(5)) ?? inOrder.at(-1) ?? null;
}

/** A year's notice comes about November: from then on the next year is missed, and the current one always. */
export function missingYears(today: string, known: ReadonlySet<number>): number[] {
  const year = Number(today.slice(0, 4));
  const wanted = today >= `${year}-11-01` ? [year, year + 1] : [year];
  return wanted.filter((each) => !known.has(each));
}
