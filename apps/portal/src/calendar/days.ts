import type { Format, Language } from '@gongjian/ui';
import type { Translate } from '../i18n/index.ts';
import type { DayFactsFragment } from './days.generated.ts';
import type { dayTexts } from './days.messages.ts';

export type DayWords = Translate<(typeof dayTexts)['zh-CN']>;

/** The holidays of the State Council's notices; what a school names itself stays as it is. */
const HOLIDAYS: Readonly<Record<string, string>> = {
  元旦: 'New Year', 春节: 'Spring Festival', 清明节: 'Qingming', 劳动节: 'Labour Day', 端午节: 'Dragon Boat', 中秋节: 'Mid-Autumn', 国庆节: 'National Day',
};

/** 国庆节、中秋节 for who reads Chinese, National Day, Mid-Autumn for others. */
export const holidayName = (name: string, language: Language): string => (language === 'en' ? name.split('、').map((one) => HOLIDAYS[one] ?? one).join(', ') : name);

/** What is special about a day, in words; undefined for an ordinary one. */
export function dayName(day: DayFactsFragment, t: DayWords, format: Format): string | undefined {
  const name = holidayName(day.name ?? '', format.language);
  if (day.kind === 'HOLIDAY') return t(day.statutory ? 'statutoryDay' : 'offDay', { name });
  if (day.kind !== 'MAKEUP_WORKDAY') return undefined;
  const own = new Date(`${day.day}T00:00:00Z`).getUTCDay() || 7;
  return day.weekday === own ? t('workDay', { name }) : t('workDayFollows', { name, weekday: format.weekday(day.weekday) });
}

/** 第13周, or 第13–14周 over several; undefined between terms. */
export function weekName(days: readonly DayFactsFragment[], t: DayWords): string | undefined {
  const counted = days.filter((day) => day.week !== null);
  const [first, last] = [counted[0], counted.at(-1)];
  if (!first || !last) return undefined;
  if (first.term === last.term && first.week !== last.week) return t('weeks', { first: first.week!, last: last.week! });
  return t(last.exams ? 'examWeek' : 'week', { week: last.week! });
}

export interface Lessons {
  first: number;
  last: number;
  starts: string;
  ends: string;
}

export const lessonName = ({ first, last }: Pick<Lessons, 'first' | 'last'>, t: DayWords) => (first === last ? t('lesson', { first }) : t('lessons', { first, last }));

/** The lessons that a range of clock times covers exactly, as indexes; null when it does not. */
export function chosenLessons(periods: readonly Lessons[], starts: string, ends: string): [number, number] | null {
  const first = periods.findIndex((each) => each.starts === starts);
  const last = periods.findIndex((each) => each.ends === ends);
  return first >= 0 && last >= first ? [first, last] : null;
}

/** After one more is chosen: a single one grows to a range, a range or nothing begins anew. */
export function lessonsAfter(chosen: [number, number] | null, index: number): [number, number] {
  if (!chosen || chosen[0] !== chosen[1]) return [index, index];
  return [Math.min(chosen[0], index), Math.max(chosen[0], index)];
}
