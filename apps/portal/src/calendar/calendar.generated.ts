/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type * as Types from '@gongjian/api/schema.types.ts';

import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
/** Whether one is off or works on days that are not what their weekday says. */
export type DayOffKind =
  /** 放假 */
  | 'OFF'
  /** 上班, 上课 */
  | 'WORK';

export type HolidayImportInput = {
  /** Where the notice can be read. */
  address: string;
  /** The number of the notice. */
  notice: string;
  /** The notice's words, or the content of a CSV, ICS or JSON file; at most 100,000 characters. */
  text: string;
  year: number;
};

export type LessonPeriodInput = {
  ends: string;
  first: number;
  last: number;
  starts: string;
};

export type LessonSeasonInput = {
  name: string;
  /** 1 to 20, in order and without common times. */
  periods: Array<LessonPeriodInput>;
  since: string;
};

export type LessonTimetableInput = {
  /** The organisation whose timetable it is; the consortium's own when left out. */
  organisationId?: string | null | undefined;
  /** At most 4; none takes the timetable away, and the consortium's holds. */
  seasons: Array<LessonSeasonInput>;
};

export type OrganisationKind =
  /** 行业协会 */
  | 'ASSOCIATION'
  /** 企业 */
  | 'ENTERPRISE'
  /** 政府部门 */
  | 'GOVERNMENT'
  /** 科研院所 */
  | 'INSTITUTE'
  /** 园区 */
  | 'PARK'
  /** 职业学校 */
  | 'SCHOOL';

export type SchoolCalendarInput = {
  days: Array<SchoolDaysInput>;
  /** The organisation whose calendar it is; the consortium's own when left out. */
  organisationId?: string | null | undefined;
  /** 2025 to 2050. */
  schoolYear: number;
  /** At most one of each kind, without common weeks. */
  terms: Array<SchoolTermInput>;
};

export type SchoolDaysInput = {
  firstDay: string;
  follows?: number | null | undefined;
  kind: DayOffKind;
  /** The first day when left out; at most 90 days later. */
  lastDay?: string | null | undefined;
  /** 1 to 40 characters. */
  name: string;
};

export type SchoolTermInput = {
  /** 0 to 6. */
  examWeeks?: number | null | undefined;
  firstDay: string;
  kind: TermKind;
  /** 1 to 30. */
  teachingWeeks: number;
};

export type TermKind =
  /** 第一学期 */
  | 'FIRST'
  /** 第二学期 */
  | 'SECOND'
  /** 短学期 */
  | 'SHORT';

export type SchoolCalendarPartsFragment = { id: string, schoolYear: number, version: number, organisation: { id: string, name: string } | null, terms: Array<{ kind: Types.TermKind, label: string, firstDay: string, lastDay: string, teachingWeeks: number, examWeeks: number }>, days: Array<{ kind: Types.DayOffKind, firstDay: string, lastDay: string, name: string, follows: number | null }> };

export type LessonTimetablePartsFragment = { id: string, version: number, seasons: Array<{ name: string, since: string, periods: Array<{ first: number, last: number, starts: string, ends: string }> }> };

export type HolidayYearPartsFragment = { year: number, notice: string, address: string, shipped: boolean, importedAt: string | null, days: Array<{ day: string, name: string, kind: Types.DayOffKind, follows: number | null }> };

export type CalendarRightsQueryVariables = Exact<{ [key: string]: never; }>;


export type CalendarRightsQuery = { calendarAccess: { canKeepAll: boolean, canKeepOwn: boolean, canImportHolidays: boolean } };

export type CalendarOwnersQueryVariables = Exact<{ [key: string]: never; }>;


export type CalendarOwnersQuery = { organisations: { nodes: Array<{ id: string, name: string, shortName: string, kind: Types.OrganisationKind }> } };

export type SchoolCalendarsQueryVariables = Exact<{
  organisationId?: string | null | undefined;
}>;


export type SchoolCalendarsQuery = { schoolCalendars: Array<{ id: string, schoolYear: number, version: number, organisation: { id: string, name: string } | null, terms: Array<{ kind: Types.TermKind, label: string, firstDay: string, lastDay: string, teachingWeeks: number, examWeeks: number }>, days: Array<{ kind: Types.DayOffKind, firstDay: string, lastDay: string, name: string, follows: number | null }> }> };

export type LessonTimetableQueryVariables = Exact<{
  organisationId?: string | null | undefined;
}>;


export type LessonTimetableQuery = { lessonTimetable: { id: string, version: number, seasons: Array<{ name: string, since: string, periods: Array<{ first: number, last: number, starts: string, ends: string }> }> } | null };

export type SaveSchoolCalendarMutationVariables = Exact<{
  input: Types.SchoolCalendarInput;
  version?: number | null | undefined;
}>;


export type SaveSchoolCalendarMutation = { saveSchoolCalendar: { id: string, schoolYear: number, version: number, organisation: { id: string, name: string } | null, terms: Array<{ kind: Types.TermKind, label: string, firstDay: string, lastDay: string, teachingWeeks: number, examWeeks: number }>, days: Array<{ kind: Types.DayOffKind, firstDay: string, lastDay: string, name: string, follows: number | null }> } };

export type RemoveSchoolCalendarMutationVariables = Exact<{
  id: string;
  version: number;
}>;


export type RemoveSchoolCalendarMutation = { removeSchoolCalendar: boolean };

export type SaveLessonTimetableMutationVariables = Exact<{
  input: Types.LessonTimetableInput;
  version?: number | null | undefined;
}>;


export type SaveLessonTimetableMutation = { saveLessonTimetable: { id: string, version: number, seasons: Array<{ name: string, since: string, periods: Array<{ first: number, last: number, starts: string, ends: string }> }> } };

export type HolidayYearsQueryVariables = Exact<{ [key: string]: never; }>;


export type HolidayYearsQuery = { missingHolidayYears: Array<number>, holidayYears: Array<{ year: number, notice: string, address: string, shipped: boolean, importedAt: string | null, days: Array<{ day: string, name: string, kind: Types.DayOffKind, follows: number | null }> }> };

export type PreviewHolidaysQueryVariables = Exact<{
  year: number;
  text: string;
}>;


export type PreviewHolidaysQuery = { previewHolidays: { notice: string | null, address: string | null, changes: number, known: boolean, days: Array<{ day: string, name: string, kind: Types.DayOffKind, follows: number | null }>, problems: Array<{ line: number, code: string, message: string }> } };

export type ImportHolidaysMutationVariables = Exact<{
  input: Types.HolidayImportInput;
}>;


export type ImportHolidaysMutation = { importHolidays: { year: number, notice: string, address: string, shipped: boolean, importedAt: string | null, days: Array<{ day: string, name: string, kind: Types.DayOffKind, follows: number | null }> } };

export const SchoolCalendarPartsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SchoolCalendarParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SchoolCalendar"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"schoolYear"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"organisation"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"terms"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"firstDay"}},{"kind":"Field","name":{"kind":"Name","value":"lastDay"}},{"kind":"Field","name":{"kind":"Name","value":"teachingWeeks"}},{"kind":"Field","name":{"kind":"Name","value":"examWeeks"}}]}},{"kind":"Field","name":{"kind":"Name","value":"days"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"firstDay"}},{"kind":"Field","name":{"kind":"Name","value":"lastDay"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"follows"}}]}}]}}]} as unknown as DocumentNode<SchoolCalendarPartsFragment, unknown>;
export const LessonTimetablePartsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LessonTimetableParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"LessonTimetable"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"seasons"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"since"}},{"kind":"Field","name":{"kind":"Name","value":"periods"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"first"}},{"kind":"Field","name":{"kind":"Name","value":"last"}},{"kind":"Field","name":{"kind":"Name","value":"starts"}},{"kind":"Field","name":{"kind":"Name","value":"ends"}}]}}]}}]}}]} as unknown as DocumentNode<LessonTimetablePartsFragment, unknown>;
export const HolidayYearPartsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"HolidayYearParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"HolidayYear"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"year"}},{"kind":"Field","name":{"kind":"Name","value":"notice"}},{"kind":"Field","name":{"kind":"Name","value":"address"}},{"kind":"Field","name":{"kind":"Name","value":"shipped"}},{"kind":"Field","name":{"kind":"Name","value":"importedAt"}},{"kind":"Field","name":{"kind":"Name","value":"days"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"day"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"follows"}}]}}]}}]} as unknown as DocumentNode<HolidayYearPartsFragment, unknown>;
export const CalendarRightsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"CalendarRights"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"calendarAccess"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"canKeepAll"}},{"kind":"Field","name":{"kind":"Name","value":"canKeepOwn"}},{"kind":"Field","name":{"kind":"Name","value":"canImportHolidays"}}]}}]}}]} as unknown as DocumentNode<CalendarRightsQuery, CalendarRightsQueryVariables>;
export const CalendarOwnersDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"CalendarOwners"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"organisations"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"500"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"shortName"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}}]}}]}}]}}]} as unknown as DocumentNode<CalendarOwnersQuery, CalendarOwnersQueryVariables>;
export const SchoolCalendarsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"SchoolCalendars"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"organisationId"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"schoolCalendars"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"organisationId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"organisationId"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"SchoolCalendarParts"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SchoolCalendarParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SchoolCalendar"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"schoolYear"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"organisation"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"terms"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"firstDay"}},{"kind":"Field","name":{"kind":"Name","value":"lastDay"}},{"kind":"Field","name":{"kind":"Name","value":"teachingWeeks"}},{"kind":"Field","name":{"kind":"Name","value":"examWeeks"}}]}},{"kind":"Field","name":{"kind":"Name","value":"days"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"firstDay"}},{"kind":"Field","name":{"kind":"Name","value":"lastDay"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"follows"}}]}}]}}]} as unknown as DocumentNode<SchoolCalendarsQuery, SchoolCalendarsQueryVariables>;
export const LessonTimetableDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"LessonTimetable"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"organisationId"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"lessonTimetable"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"organisationId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"organisationId"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"LessonTimetableParts"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LessonTimetableParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"LessonTimetable"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"seasons"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"since"}},{"kind":"Field","name":{"kind":"Name","value":"periods"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"first"}},{"kind":"Field","name":{"kind":"Name","value":"last"}},{"kind":"Field","name":{"kind":"Name","value":"starts"}},{"kind":"Field","name":{"kind":"Name","value":"ends"}}]}}]}}]}}]} as unknown as DocumentNode<LessonTimetableQuery, LessonTimetableQueryVariables>;
export const SaveSchoolCalendarDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SaveSchoolCalendar"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SchoolCalendarInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"version"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"saveSchoolCalendar"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}},{"kind":"Argument","name":{"kind":"Name","value":"version"},"value":{"kind":"Variable","name":{"kind":"Name","value":"version"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"SchoolCalendarParts"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SchoolCalendarParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SchoolCalendar"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"schoolYear"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"organisation"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"terms"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"firstDay"}},{"kind":"Field","name":{"kind":"Name","value":"lastDay"}},{"kind":"Field","name":{"kind":"Name","value":"teachingWeeks"}},{"kind":"Field","name":{"kind":"Name","value":"examWeeks"}}]}},{"kind":"Field","name":{"kind":"Name","value":"days"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"firstDay"}},{"kind":"Field","name":{"kind":"Name","value":"lastDay"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"follows"}}]}}]}}]} as unknown as DocumentNode<SaveSchoolCalendarMutation, SaveSchoolCalendarMutationVariables>;
export const RemoveSchoolCalendarDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RemoveSchoolCalendar"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"version"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"removeSchoolCalendar"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}},{"kind":"Argument","name":{"kind":"Name","value":"version"},"value":{"kind":"Variable","name":{"kind":"Name","value":"version"}}}]}]}}]} as unknown as DocumentNode<RemoveSchoolCalendarMutation, RemoveSchoolCalendarMutationVariables>;
export const SaveLessonTimetableDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SaveLessonTimetable"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"LessonTimetableInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"version"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"saveLessonTimetable"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}},{"kind":"Argument","name":{"kind":"Name","value":"version"},"value":{"kind":"Variable","name":{"kind":"Name","value":"version"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"LessonTimetableParts"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LessonTimetableParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"LessonTimetable"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"seasons"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"since"}},{"kind":"Field","name":{"kind":"Name","value":"periods"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"first"}},{"kind":"Field","name":{"kind":"Name","value":"last"}},{"kind":"Field","name":{"kind":"Name","value":"starts"}},{"kind":"Field","name":{"kind":"Name","value":"ends"}}]}}]}}]}}]} as unknown as DocumentNode<SaveLessonTimetableMutation, SaveLessonTimetableMutationVariables>;
export const HolidayYearsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"HolidayYears"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"holidayYears"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"HolidayYearParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"missingHolidayYears"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"HolidayYearParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"HolidayYear"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"year"}},{"kind":"Field","name":{"kind":"Name","value":"notice"}},{"kind":"Field","name":{"kind":"Name","value":"address"}},{"kind":"Field","name":{"kind":"Name","value":"shipped"}},{"kind":"Field","name":{"kind":"Name","value":"importedAt"}},{"kind":"Field","name":{"kind":"Name","value":"days"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"day"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"follows"}}]}}]}}]} as unknown as DocumentNode<HolidayYearsQuery, HolidayYearsQueryVariables>;
export const PreviewHolidaysDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"PreviewHolidays"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"year"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"text"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"previewHolidays"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"year"},"value":{"kind":"Variable","name":{"kind":"Name","value":"year"}}},{"kind":"Argument","name":{"kind":"Name","value":"text"},"value":{"kind":"Variable","name":{"kind":"Name","value":"text"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"days"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"day"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"follows"}}]}},{"kind":"Field","name":{"kind":"Name","value":"problems"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"line"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}},{"kind":"Field","name":{"kind":"Name","value":"notice"}},{"kind":"Field","name":{"kind":"Name","value":"address"}},{"kind":"Field","name":{"kind":"Name","value":"changes"}},{"kind":"Field","name":{"kind":"Name","value":"known"}}]}}]}}]} as unknown as DocumentNode<PreviewHolidaysQuery, PreviewHolidaysQueryVariables>;
export const ImportHolidaysDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ImportHolidays"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"HolidayImportInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"importHolidays"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"HolidayYearParts"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"HolidayYearParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"HolidayYear"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"year"}},{"kind":"Field","name":{"kind":"Name","value":"notice"}},{"kind":"Field","name":{"kind":"Name","value":"address"}},{"kind":"Field","name":{"kind":"Name","value":"shipped"}},{"kind":"Field","name":{"kind":"Name","value":"importedAt"}},{"kind":"Field","name":{"kind":"Name","value":"days"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"day"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"follows"}}]}}]}}]} as unknown as DocumentNode<ImportHolidaysMutation, ImportHolidaysMutationVariables>;