import { addDays, mondayOf } from '@gongjian/ui';
import type { SchoolCalendarInput, TermKind } from '@gongjian/api/schema.types.ts';
import type { SchoolCalendarPartsFragment } from './calendar.generated.ts';

export const TERMS: readonly TermKind[] = ['FIRST', 'SECOND', 'SHORT'];

/** The school year in which a day lies: from August on the new one, since calendars are made before September. */
export function schoolYearOf(day: string): number {
  return Number(day.slice(0, 4)) - (day.slice(5) < '08-01' ? 1 : 0);
}

export interface TermForm {
  kind: TermKind;
  /** Empty: there is no such term. */
  firstDay: string;
  teachingWeeks: string;
  examWeeks: string;
}

export interface DaysForm {
  key: number;
  kind: 'OFF' | 'WORK';
  firstDay: string;
  lastDay: string;
  name: string;
  /** 0: the day's own weekday. */
  follows: number;
}

export interface CalendarForm {
  terms: TermForm[];
  days: DaysForm[];
}

export function calendarForm(calendar: SchoolCalendarPartsFragment | undefined): CalendarForm {
  return {
    terms: TERMS.map((kind) => {
      const term = calendar?.terms.find((each) => each.kind === kind);
      return { kind, firstDay: term?.firstDay ?? '', teachingWeeks: String(term?.teachingWeeks ?? (kind === 'SHORT' ? 4 : 18)), examWeeks: String(term?.examWeeks ?? (kind === 'SHORT' ? 0 : 2)) };
    }),
    days: (calendar?.days ?? []).map(({ kind, firstDay, lastDay, name, follows }, key) => ({ key, kind, firstDay, lastDay: lastDay === firstDay ? '' : lastDay, name, follows: follows ?? 0 })),
  };
}

/** What is sent, and for each entry of it the place in the form, so that a refusal is shown where it belongs. */
export function calendarInput(form: CalendarForm, schoolYear: number, organisationId: string | null): { input: SchoolCalendarInput; terms: number[] } {
  const used = form.terms.map((term, index) => ({ term, index })).filter(({ term }) => term.firstDay !== '');
  return {
    terms: used.map(({ index }) => index),
    input: {
      organisationId,
      schoolYear,
      terms: used.map(({ term: { kind, firstDay, teachingWeeks, examWeeks } }) => ({ kind, firstDay, teachingWeeks: Number(teachingWeeks) || 0, examWeeks: Number(examWeeks) || 0 })),
      days: form.days.map(({ kind, firstDay, lastDay, name, follows }) => ({ kind, firstDay, lastDay: lastDay || null, name, follows: kind === 'WORK' && follows > 0 ? follows : null })),
    },
  };
}

/** When a term's first week begins and its last one ends; null while it is not known. */
export function spanOfTerm({ firstDay, teachingWeeks, examWeeks }: TermForm): { monday: string; last: string } | null {
  const weeks = (Number(teachingWeeks) || 0) + (Number(examWeeks) || 0);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(firstDay) || weeks < 1 || weeks > 40) return null;
  const monday = mondayOf(firstDay);
  return { monday, last: addDays(monday, weeks * 7 - 1) };
}

/** `terms.1.firstDay` of what was sent, as the form numbers its terms. */
export function atForm(errors: Record<string, string>, terms: readonly number[]): Record<string, string> {
  return Object.fromEntries(Object.entries(errors).map(([field, text]) => [field.replace(/^terms\.(\d+)/, (_, index: string) => `terms.${terms[Number(index)]}`), text]));
}
