import type { LessonTimetableInput } from '@gongjian/api/schema.types.ts';
import type { LessonTimetablePartsFragment } from './calendar.generated.ts';

export interface PeriodForm {
  key: number;
  first: string;
  last: string;
  starts: string;
  ends: string;
}

export interface SeasonForm {
  key: number;
  name: string;
  /** MM-DD */
  since: string;
  periods: PeriodForm[];
}

let keys = 0;
const newKey = () => ++keys;

export const emptyPeriod = (after?: PeriodForm): PeriodForm => {
  const next = Number(after?.last ?? 0) + 1;
  return { key: newKey(), first: String(next), last: String(next + 1), starts: '', ends: '' };
};

const USUAL: readonly [string, string][] = [['08:00', '09:40'], ['10:00', '11:40'], ['14:00', '15:40'], ['16:00', '17:40'], ['19:00', '20:40']];

/** What most schools have: five double lessons a day. */
export const usualPeriods = (): PeriodForm[] => USUAL.map(([starts, ends], index) => ({ key: newKey(), first: String(2 * index + 1), last: String(2 * index + 2), starts, ends }));

export const newSeason = (name: string, since: string): SeasonForm => ({ key: newKey(), name, since, periods: usualPeriods() });

export function timetableForm(timetable: LessonTimetablePartsFragment | null): SeasonForm[] {
  return (timetable?.seasons ?? []).map(({ name, since, periods }) => ({
    key: newKey(),
    name,
    since,
    periods: periods.map(({ first, last, starts, ends }) => ({ key: newKey(), first: String(first), last: String(last), starts, ends })),
  }));
}

const whole = (text: string) => (/^\d{1,2}$/.test(text.trim()) ? Number(text) : 0);

export function timetableInput(seasons: readonly SeasonForm[], organisationId: string | null): LessonTimetableInput {
  return {
    organisationId,
    seasons: seasons.map(({ name, since, periods }) => ({
      name,
      // A single one holds all year, whatever day it begins on.
      since: seasons.length === 1 ? since || '01-01' : since,
      periods: periods.map(({ first, last, starts, ends }) => ({ first: whole(first), last: whole(last), starts, ends })),
    })),
  };
}
