import { Ctx, Input, parseInput, type RequestContext } from '@gongjian/platform';
import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Organisation } from '../organisation/organisation.entity.ts';
import { type HolidayImportInput, holidayImportInput, type LessonTimetableInput, lessonTimetableInput, previewHolidaysInput, type SchoolCalendarInput, schoolCalendarInput } from './calendar.inputs.ts';
import { type CalendarDay, lastDayOf, termLabel } from './calendar.rules.ts';
import { CalendarService } from './calendar.service.ts';
import { HolidayService } from './holiday.service.ts';
import type { LessonTimetable, SchoolCalendar } from './school-calendar.entity.ts';

@Resolver('CalendarDay')
export class CalendarDayResolver {
  constructor(private readonly calendar: CalendarService) {}

  @Query()
  calendarAccess(@Ctx() ctx: RequestContext) {
    return this.calendar.access(ctx);
  }

  @Query('calendarDays')
  days(@Ctx() ctx: RequestContext, @Args('from') from: string, @Args('until') until: string, @Args('organisationId') organisationId?: string) {
    return this.calendar.days(ctx, from, until, organisationId);
  }

  @Query()
  lessonPeriods(@Ctx() ctx: RequestContext, @Args('day') day: string, @Args('organisationId') organisationId?: string) {
    return this.calendar.periods(ctx, day, organisationId);
  }

  @ResolveField()
  term(@Parent() { schoolYear, term }: CalendarDay) {
    return schoolYear !== null && term ? termLabel(schoolYear, term) : null;
  }

  @ResolveField()
  termKind(@Parent() { term }: CalendarDay) {
    return term;
  }
}

@Resolver('SchoolCalendar')
export class SchoolCalendarResolver {
  constructor(private readonly calendar: CalendarService) {}

  @Query()
  schoolCalendars(@Ctx() ctx: RequestContext, @Args('organisationId') organisationId?: string) {
    return this.calendar.calendars(ctx, organisationId);
  }

  @Mutation()
  saveSchoolCalendar(@Ctx() ctx: RequestContext, @Input(schoolCalendarInput) input: SchoolCalendarInput, @Args('version') version?: number) {
    return this.calendar.saveCalendar(ctx, input, version);
  }

  @Mutation()
  removeSchoolCalendar(@Ctx() ctx: RequestContext, @Args('id') id: string, @Args('version') version: number) {
    return this.calendar.removeCalendar(ctx, id, version);
  }

  @ResolveField()
  organisation(@Parent() { organisationId }: SchoolCalendar, @Ctx() ctx: RequestContext) {
    return ctx.load(Organisation, organisationId);
  }

  @ResolveField()
  terms(@Parent() { schoolYear, terms }: SchoolCalendar) {
    return terms.map((term) => ({ ...term, label: termLabel(schoolYear, term.kind), lastDay: lastDayOf(term) }));
  }
}

@Resolver('LessonTimetable')
export class LessonTimetableResolver {
  constructor(private readonly calendar: CalendarService) {}

  @Query('lessonTimetable')
  timetable(@Ctx() ctx: RequestContext, @Args('organisationId') organisationId?: string) {
    return this.calendar.timetable(ctx, organisationId);
  }

  @Mutation()
  saveLessonTimetable(@Ctx() ctx: RequestContext, @Input(lessonTimetableInput) input: LessonTimetableInput, @Args('version') version?: number) {
    return this.calendar.saveTimetable(ctx, input, version);
  }

  @ResolveField()
  organisation(@Parent() { organisationId }: LessonTimetable, @Ctx() ctx: RequestContext) {
    return ctx.load(Organisation, organisationId);
  }
}

@Resolver('HolidayYear')
export class HolidayResolver {
  constructor(private readonly holidays: HolidayService) {}

  @Query()
  holidayYears(@Ctx() ctx: RequestContext) {
    return this.holidays.years(ctx);
  }

  @Query()
  missingHolidayYears(@Ctx() ctx: RequestContext) {
    return this.holidays.missing(ctx);
  }

  @Query('previewHolidays')
  preview(@Ctx() ctx: RequestContext, @Args() args: object) {
    const { year, text } = parseInput(previewHolidaysInput, args, 'input');
    return this.holidays.preview(ctx, year, text);
  }

  @Mutation('importHolidays')
  import(@Ctx() ctx: RequestContext, @Input(holidayImportInput) input: HolidayImportInput) {
    return this.holidays.import(ctx, input);
  }
}
