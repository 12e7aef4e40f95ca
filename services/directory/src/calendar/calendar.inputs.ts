import { inputs } from '@gongjian/platform';
import { z } from 'zod';
import { addDays, daysBetween, mondayOf } from '../day.ts';
import { lastDayOf, TERM_KINDS, termLabel } from './calendar.rules.ts';
import { KNOWN_YEARS, statutoryDays } from './statutory.ts';

const { clock, day, id, list, oneOf, rule, text, whole } = inputs;

const MOST_DAYS = 90;
const DAY_KINDS = ['OFF', 'WORK'] as const;

type Context = z.core.$RefinementCtx;
const report = (context: Context, path: (string | number)[], code: string, params: Record<string, string | number> = {}) =>
  context.addIssue({ code: 'custom', path, message: JSON.stringify({ code, params }), input: undefined });

const term = z.object({
  kind: oneOf(TERM_KINDS),
  firstDay: day(),
  teachingWeeks: whole(1, 30),
  examWeeks: whole(0, 6).nullish().transform((weeks) => weeks ?? 0),
});

const days = z
  .object({ kind: oneOf(DAY_KINDS), firstDay: day(), lastDay: day().nullish(), name: text(1, 40), follows: whole(1, 7).nullish() })
  .transform(({ lastDay, follows, ...rest }) => ({ ...rest, lastDay: lastDay ?? rest.firstDay, follows: follows ?? null }));

/** What concerns several parts is looked at when each of them is right. */
type SchoolYearInput = { schoolYear: number; terms: z.output<typeof term>[]; days: z.output<typeof days>[] };

/** First and last day that can belong to a school year: teaching may begin in August, and summer holidays last into September. */
const reachOf = (schoolYear: number) => ({ from: `${schoolYear}-08-01`, until: `${schoolYear + 1}-09-15` });

function checkTerms({ schoolYear, terms }: SchoolYearInput, context: Context): void {
  const reach = reachOf(schoolYear);
  terms.forEach(({ kind, firstDay }, index) => {
    if (terms.findIndex((other) => other.kind === kind) < index) report(context, ['terms', index, 'kind'], 'SCHOOL_YEAR_TERM_TWICE');
    if (firstDay < reach.from || firstDay > reach.until) report(context, ['terms', index, 'firstDay'], 'TERM_OUTSIDE_YEAR', reach);
    const other = terms.find((each) => each !== terms[index] && each.firstDay <= firstDay && (each.firstDay < firstDay || terms.indexOf(each) < index) && lastDayOf(each) >= mondayOf(firstDay));
    if (other) report(context, ['terms', index, 'firstDay'], 'TERMS_OVERLAP', { other: termLabel(schoolYear, other.kind), last: lastDayOf(other) });
  });
}

function checkDays({ schoolYear, days: all }: SchoolYearInput, context: Context): void {
  const reach = reachOf(schoolYear);
  const statutory = new Map([...statutoryDays(schoolYear), ...statutoryDays(schoolYear + 1)]);
  all.forEach(({ kind, firstDay, lastDay, follows }, index) => {
    const at = (field: string) => ['days', index, field];
    if (lastDay < firstDay) return report(context, at('lastDay'), 'DAYS_REVERSED');
    const length = daysBetween(firstDay, lastDay) + 1;
    if (length > MOST_DAYS) return report(context, at('lastDay'), 'DAYS_TOO_LONG', { max: MOST_DAYS });
    if (firstDay < reach.from || lastDay > reach.until) report(context, at('firstDay'), 'DAYS_OUTSIDE_YEAR', reach);
    const other = all.slice(0, index).find((each) => each.firstDay <= lastDay && firstDay <= each.lastDay);
    if (other) report(context, at('firstDay'), 'DAYS_OVERLAP', { other: other.name });
    if (follows !== null && (kind === 'OFF' || length > 1)) report(context, at('follows'), 'FOLLOWS_ONE_DAY');
    if (kind === 'OFF') return;
    const taken = Array.from({ length }, (_, offset) => addDays(firstDay, offset)).find((each) => statutory.has(each));
    if (taken) report(context, at('firstDay'), 'STATUTORY_DAY', { day: taken, name: statutory.get(taken)! });
  });
}

export const schoolCalendarInput = z
  .object({ organisationId: id().nullish(), schoolYear: whole(KNOWN_YEARS.first, KNOWN_YEARS.last), terms: list(term, 0, 3), days: list(days, 0, 60) })
  .pipe(
    z.custom<SchoolYearInput & { organisationId?: string | null }>().superRefine((value, context) => {
      checkTerms(value, context);
      checkDays(value, context);
    }),
  )
  .transform((value) => ({ ...value, terms: value.terms.toSorted((a, b) => (a.firstDay < b.firstDay ? -1 : 1)), days: value.days.toSorted((a, b) => (a.firstDay < b.firstDay ? -1 : 1)) }));
export type SchoolCalendarInput = z.output<typeof schoolCalendarInput>;

const period = z.object({ first: whole(1, 20), last: whole(1, 20), starts: clock(), ends: clock() });
const monthDay = () => z.string().refine(...rule((value: string) => /^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.test(value) && !['02-30', '02-31', '04-31', '06-31', '09-31', '11-31'].includes(value), 'BAD_MONTH_DAY'));
const season = z.object({ name: text(1, 20), since: monthDay(), periods: list(period, 1, 20) });

export const lessonTimetableInput = z
  .object({ organisationId: id().nullish(), seasons: list(season, 0, 4) })
  .pipe(z.custom<{ organisationId?: string | null; seasons: z.output<typeof season>[] }>().superRefine(({ seasons }, context) => {
    seasons.forEach(({ since, periods }, at) => {
      if (seasons.findIndex((other) => other.since === since) < at) report(context, ['seasons', at, 'since'], 'SEASON_TWICE');
      periods.forEach(({ first, last, starts, ends }, index) => {
        const before = periods[index - 1];
        const path = (field: string) => ['seasons', at, 'periods', index, field];
        if (last < first || (before && first <= before.last)) report(context, path(last < first ? 'last' : 'first'), 'PERIOD_NUMBERS');
        if (ends <= starts) report(context, path('ends'), 'PERIOD_ENDS_FIRST');
        if (before && starts < before.ends) report(context, path('starts'), 'PERIODS_OVERLAP');
      });
    });
  }));
export type LessonTimetableInput = z.output<typeof lessonTimetableInput>;

const holidayText = () => z.string().max(100_000, rule(() => false, 'TOO_LONG_TEXT', { max: 100_000, length: '>100000' })[1]);
const holidayYear = () => whole(KNOWN_YEARS.first, KNOWN_YEARS.last);
export const previewHolidaysInput = z.object({ year: holidayYear(), text: holidayText() });

export const holidayImportInput = z.object({
  year: holidayYear(),
  text: holidayText(),
  notice: text(1, 100),
  address: text(1, 500).refine(...rule((value: string) => /^https?:\/\/[^\s/]+\.[^\s]+$/.test(value), 'NOT_AN_ADDRESS')),
});
export type HolidayImportInput = z.output<typeof holidayImportInput>;
