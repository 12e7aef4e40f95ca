import type { ScopeParts } from '@gongjian/platform';
import { HolidayYear } from '../calendar/holiday-year.entity.ts';
import { LessonTimetable, SchoolCalendar } from '../calendar/school-calendar.entity.ts';
import { Consortium } from '../consortium/consortium.entity.ts';
import { Membership } from '../organisation/membership.entity.ts';
import { Organisation } from '../organisation/organisation.entity.ts';
import { Person } from '../person/person.entity.ts';
import { RoleGrant } from '../person/role-grant.entity.ts';

/**
 * What programs may ask of the directory. Accounts, sessions, roles, messages, keys and the audit log are named nowhere,
 * so no key reaches them. A name is read where it is met; people are listed by the scope for people alone.
 */
export const directoryScopes: ScopeParts = {
  ALWAYS: {
    operations: ['consortium', 'organisations', 'organisation', 'searchOrganisations', 'calendarDays', 'lessonPeriods', 'schoolCalendars', 'lessonTimetable', 'holidayYears'],
    may: [Consortium, Organisation, Membership, Person, HolidayYear, SchoolCalendar, LessonTimetable].map((entity) => [['read'], entity] as const),
  },
  READ_PEOPLE: { operations: ['people', 'person', 'searchPeople'], may: [[['read'], RoleGrant]] },
};
