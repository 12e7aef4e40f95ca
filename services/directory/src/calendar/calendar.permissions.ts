import { type Actor, administers, definePermissions, isOperator } from '@gongjian/platform';
import { HolidayYear } from './holiday-year.entity.ts';
import { LessonTimetable, SchoolCalendar } from './school-calendar.entity.ts';

/** Who keeps the calendars of the whole consortium: its administrator, and its office, which plans by them. */
export const keepsCalendars = (actor: Actor): boolean => administers(actor, 'ACCOUNTS') || actor.roles.includes('SECRETARY');

/**
 * Holidays are the same for everybody and come from the platform's operators. Everyone in a consortium reads its calendars;
 * those who keep them keep all, an organisation's administrator that of the organisation.
 */
export const calendarPermissions = definePermissions((allow, actor) => {
  allow('read', HolidayYear);
  if (isOperator(actor)) {
    allow('import', HolidayYear);
    return;
  }
  for (const entity of [SchoolCalendar, LessonTimetable]) {
    allow('read', entity);
    if (keepsCalendars(actor)) allow('update', entity);
    if (actor.roles.includes('ORGANISATION_ADMINISTRATOR')) allow('update', entity, { organisationId: actor.organisationId });
  }
});
