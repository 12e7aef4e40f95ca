import { dayOf, instantOf, minutesOf, parseTime, timeText } from '@gongjian/ui';
import type { CheckBookingInput, CreateBookingInput, Purpose, UpdateBookingInput } from '@gongjian/api/schema.types.ts';
import type { BookingDetailsFragment, PickedResourceFragment } from './booking.generated.ts';

export const MOST_RESOURCES = 20;
export const PURPOSES: readonly Purpose[] = ['PRACTICE_TEACHING', 'SOCIAL_TRAINING', 'REAL_PRODUCTION', 'TECHNICAL_SERVICE', 'PILOT_TEST'];

/** The form as it is typed: days and clock times of the consortium, numbers still text. */
export interface BookingForm {
  title: string;
  purpose: Purpose;
  organisationId: string;
  startDay: string;
  startTime: string;
  endDay: string;
  endTime: string;
  attendees: string;
  notes: string;
  resources: PickedResourceFragment[];
}

export interface FormSeed {
  start: number;
  end: number;
  resources: readonly PickedResourceFragment[];
}

export type FormTimes = Pick<BookingForm, 'startDay' | 'startTime' | 'endDay' | 'endTime'>;

/** Days and clocks for two instants; an end at midnight is the next day's 00:00, as the browser's field writes it. */
export function timesOf(start: number, end: number, timeZone: string): FormTimes {
  const from = new Date(start);
  const until = new Date(end);
  return {
    startDay: dayOf(from, timeZone),
    startTime: timeText(minutesOf(from, timeZone)),
    endDay: dayOf(until, timeZone),
    endTime: timeText(minutesOf(until, timeZone)),
  };
}

/** The instant of a day and a clock time; null while one is missing or wrong. */
export function instantFrom(day: string, time: string, timeZone: string): number | null {
  const minutes = parseTime(time);
  if (minutes === undefined || !/^\d{4}-\d{2}-\d{2}$/.test(day) || Number.isNaN(Date.parse(day))) return null;
  return +instantOf(day, minutes, timeZone);
}

export function rangeOfForm(form: FormTimes, timeZone: string): { start: number | null; end: number | null } {
  return { start: instantFrom(form.startDay, form.startTime, timeZone), end: instantFrom(form.endDay, form.endTime, timeZone) };
}

export function newForm(seed: FormSeed, organisationId: string, timeZone: string): BookingForm {
  return {
    title: '',
    purpose: 'PRACTICE_TEACHING',
    organisationId,
    ...timesOf(seed.start, seed.end, timeZone),
    attendees: '',
    notes: '',
    resources: [...seed.resources],
  };
}

/** The resources that a booking holds; a released bundle still names what it held. */
export function resourcesOf(booking: BookingDetailsFragment): PickedResourceFragment[] {
  return booking.allocations.map(({ resource }) => resource);
}

export function formOf(booking: BookingDetailsFragment, timeZone: string): BookingForm {
  return {
    title: booking.title,
    purpose: booking.purpose,
    organisationId: booking.organisation.id,
    ...timesOf(Date.parse(booking.startsAt), Date.parse(booking.endsAt), timeZone),
    attendees: booking.attendees === null ? '' : String(booking.attendees),
    notes: booking.notes ?? '',
    resources: resourcesOf(booking),
  };
}

/**
 * A new start takes the end along: who moves a lesson keeps its length.
 */
export function withStart(form: BookingForm, change: Partial<Pick<BookingForm, 'startDay' | 'startTime'>>, timeZone: string): BookingForm {
  const before = rangeOfForm(form, timeZone);
  const next = { ...form, ...change };
  const start = instantFrom(next.startDay, next.startTime, timeZone);
  if (start === null || before.start === null || before.end === null || before.end <= before.start) return next;
  return { ...next, ...timesOf(start, start + before.end - before.start, timeZone) };
}

export type FormProblem =
  | { key: 'required' | 'endsBeforeStarts' | 'attendeesRange' | 'dateMissing' | 'timeMissing' | 'noResource' | 'organisationMissing' }
  | { key: 'tooLong' | 'tooMany'; count: number };
export type FormField = 'title' | 'organisationId' | 'startDay' | 'startTime' | 'endDay' | 'endTime' | 'attendees' | 'notes' | 'resourceIds';
export type FormProblems = Partial<Record<FormField, FormProblem>>;

// Counted as people count: 䶮 is one character, although it takes two places in a JavaScript string.
const lengthOf = (text: string) => [...text.trim()].length;

export function problemsOf(form: BookingForm, timeZone: string): FormProblems {
  const found: FormProblems = {};
  if (lengthOf(form.title) === 0) found.title = { key: 'required' };
  else if (lengthOf(form.title) > 100) found.title = { key: 'tooLong', count: 100 };
  if (!form.organisationId) found.organisationId = { key: 'organisationMissing' };
  if (lengthOf(form.notes) > 2000) found.notes = { key: 'tooLong', count: 2000 };
  if (form.attendees.trim() && !/^(10000|[1-9]\d{0,3})$/.test(form.attendees.trim())) found.attendees = { key: 'attendeesRange' };
  if (form.resources.length === 0) found.resourceIds = { key: 'noResource' };
  if (form.resources.length > MOST_RESOURCES) found.resourceIds = { key: 'tooMany', count: form.resources.length - MOST_RESOURCES };
  return { ...found, ...timeProblems(form, timeZone) };
}

export function timeProblems(form: FormTimes, timeZone: string): FormProblems {
  const found: FormProblems = {};
  const { start, end } = rangeOfForm(form, timeZone);
  if (!form.startDay) found.startDay = { key: 'dateMissing' };
  if (!form.startTime) found.startTime = { key: 'timeMissing' };
  if (!form.endDay) found.endDay = { key: 'dateMissing' };
  if (!form.endTime) found.endTime = { key: 'timeMissing' };
  if (start !== null && end !== null && end <= start) found.endTime = { key: 'endsBeforeStarts' };
  return found;
}

const iso = (instant: number) => new Date(instant).toISOString();
const attendeesOf = (form: BookingForm) => (form.attendees.trim() ? Number(form.attendees) : null);

/** What can be asked of the server already; null while times or resources do not make sense. */
export function wishOf(form: BookingForm, timeZone: string, bookingId?: string): CheckBookingInput | null {
  const { start, end } = rangeOfForm(form, timeZone);
  const count = form.resources.length;
  if (start === null || end === null || end <= start || count === 0 || count > MOST_RESOURCES) return null;
  const attendees = problemsOf(form, timeZone).attendees ? null : attendeesOf(form);
  return { startsAt: iso(start), endsAt: iso(end), resourceIds: form.resources.map(({ id }) => id), attendees, organisationId: form.organisationId || null, purpose: form.purpose, ...(bookingId ? { bookingId } : {}) };
}

/** For a form without problems. */
export function createInput(form: BookingForm, timeZone: string): CreateBookingInput {
  const { start, end } = rangeOfForm(form, timeZone);
  return {
    title: form.title.trim(),
    purpose: form.purpose,
    organisationId: form.organisationId,
    startsAt: iso(start!),
    endsAt: iso(end!),
    resourceIds: form.resources.map(({ id }) => id),
    attendees: attendeesOf(form),
    notes: form.notes.trim() || null,
  };
}

/** Only what differs from the booking as it was opened, so that others' changes to the rest live on. */
export function updateInput(form: BookingForm, before: BookingForm, timeZone: string): UpdateBookingInput {
  const now = createInput(form, timeZone);
  const was = createInput(before, timeZone);
  const changed: UpdateBookingInput = {};
  if (now.title !== was.title) changed.title = now.title;
  if (now.purpose !== was.purpose) changed.purpose = now.purpose;
  if (now.startsAt !== was.startsAt || now.endsAt !== was.endsAt) Object.assign(changed, { startsAt: now.startsAt, endsAt: now.endsAt });
  if ([...now.resourceIds].sort().join() !== [...was.resourceIds].sort().join()) changed.resourceIds = now.resourceIds;
  if (now.attendees !== was.attendees) changed.attendees = now.attendees;
  if (now.notes !== was.notes) changed.notes = now.notes;
  return changed;
}
