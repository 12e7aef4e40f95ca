import { asUuid, DomainError, type EntityClass, notFound, type RequestContext, type Sql, sql } from '@gongjian/platform';
import { Injectable } from '@nestjs/common';
import { daysBetween, daysOf } from '../day.ts';
import { Membership } from '../organisation/membership.entity.ts';
import type { LessonTimetableInput, SchoolCalendarInput } from './calendar.inputs.ts';
import { answerDay, type CalendarDay, type LessonPeriod, seasonOn } from './calendar.rules.ts';
import { keepsCalendars } from './calendar.permissions.ts';
import { HolidayService } from './holiday.service.ts';
import { HolidayYear } from './holiday-year.entity.ts';
import { LessonTimetable, SchoolCalendar } from './school-calendar.entity.ts';
import { statutoryDays } from './statutory.ts';

const MOST_DAYS = 400;
type Owned = { organisationId: string | null };

@Injectable()
export class CalendarService {
  constructor(private readonly holidays: HolidayService) {}

  access(ctx: RequestContext): object {
    const own = Object.assign(new SchoolCalendar(), { organisationId: ctx.actor.organisationId });
    const all = keepsCalendars(ctx.actor);
    return { canKeepAll: all, canKeepOwn: all || ctx.can('update', own), canImportHolidays: ctx.can('import', HolidayYear) };
  }

  /** @throws BAD_INPUT where the range is reversed or too long */
  async days(ctx: RequestContext, from: string, until: string, organisationId?: string | null): Promise<CalendarDay[]> {
    const length = daysBetween(from, until) + 1;
    if (length < 1) throw new DomainError('BAD_INPUT', {}, { field: 'until', problems: [{ field: 'until', code: 'DAYS_REVERSED' }] });
    if (length > MOST_DAYS) throw new DomainError('BAD_INPUT', {}, { field: 'until', problems: [{ field: 'until', code: 'DAYS_TOO_LONG', params: { max: MOST_DAYS } }] });
    const [known, calendars] = [await this.holidays.years(ctx), await this.effective(ctx, SchoolCalendar, organisationId)];
    // A year's own calendar, else the consortium's.
    const years = calendars.filter((each) => each.organisationId !== null || !calendars.some((other) => other.organisationId !== null && other.schoolYear === each.schoolYear));
    const holidays = new Map(known.flatMap((year) => year.days).map((day) => [day.day, day]));
    const statutory = new Map<number, Map<string, string>>();
    return daysOf(from, until).map((day) => {
      const year = Number(day.slice(0, 4));
      if (!statutory.has(year)) statutory.set(year, statutoryDays(year));
      return answerDay(day, holidays, statutory.get(year)!, years);
    });
  }

  async periods(ctx: RequestContext, day: string, organisationId?: string | null): Promise<readonly LessonPeriod[]> {
    const timetables = await this.effective(ctx, LessonTimetable, organisationId);
    const timetable = timetables.find((each) => each.organisationId !== null) ?? timetables[0];
    return seasonOn(day, timetable?.seasons ?? [])?.periods ?? [];
  }

  calendars(ctx: RequestContext, organisationId?: string | null): Promise<SchoolCalendar[]> {
    return ctx.find(SchoolCalendar, { where: [ownedBy(organisationId)], orderBy: [{ by: 'schoolYear', desc: true }] });
  }

  async timetable(ctx: RequestContext, organisationId?: string | null): Promise<LessonTimetable | null> {
    return (await ctx.find(LessonTimetable, { where: [ownedBy(organisationId)], limit: 1 }))[0] ?? null;
  }

  async saveCalendar(ctx: RequestContext, input: SchoolCalendarInput, version?: number | null): Promise<SchoolCalendar> {
    const { schoolYear, terms, days } = input;
    const organisationId = await this.mayKeep(ctx, SchoolCalendar, input.organisationId);
    const [known] = await ctx.find(SchoolCalendar, { where: [ownedBy(organisationId), sql`t.school_year = ${schoolYear}`], limit: 1 });
    const kept = await this.keep(ctx, SchoolCalendar, known, { organisationId, schoolYear, terms, days }, version);
    ctx.changed('SchoolCalendar', [kept.id]);
    return kept;
  }

  async removeCalendar(ctx: RequestContext, id: string, version: number): Promise<boolean> {
    const calendar = await ctx.must(SchoolCalendar, id, 'id', 'update');
    ctx.authorize('update', calendar);
    if (calendar.version !== version) throw new DomainError('STALE_VERSION');
    await ctx.remove(calendar);
    ctx.changed('SchoolCalendar', [calendar.id]);
    return true;
  }

  async saveTimetable(ctx: RequestContext, input: LessonTimetableInput, version?: number | null): Promise<LessonTimetable> {
    const organisationId = await this.mayKeep(ctx, LessonTimetable, input.organisationId);
    const known = await this.timetable(ctx, organisationId);
    // In the order of the year, as they are read.
    const seasons = input.seasons.toSorted((a, b) => (a.since < b.since ? -1 : 1));
    const kept = await this.keep(ctx, LessonTimetable, known ?? undefined, { organisationId, seasons }, version);
    ctx.changed('LessonTimetable', [kept.id]);
    return kept;
  }

  /** Those of an organisation, one's own when left out, and the consortium's. */
  private async effective<E extends Owned>(ctx: RequestContext, entity: EntityClass<E>, organisationId?: string | null): Promise<E[]> {
    const wanted = asUuid(organisationId ?? ctx.actor.organisationId);
    const found = await ctx.find(entity, { where: [sql`(t.organisation_id is null or t.organisation_id = ${wanted})`] });
    // An empty timetable or year says nothing; the consortium's then holds.
    return found.filter((each) => !('seasons' in each) || (each.seasons as unknown[]).length > 0);
  }

  private async mayKeep(ctx: RequestContext, entity: EntityClass<Owned>, organisationId?: string | null): Promise<string | null> {
    const owner = organisationId ? asUuid(organisationId) : null;
    const wanted = Object.assign(new entity(), { organisationId: owner });
    if (owner !== null && (await ctx.find(Membership, { where: [sql`t.organisation_id = ${owner}`], limit: 1 })).length === 0) throw notFound('input.organisationId');
    if (!ctx.can('update', wanted)) throw new DomainError('FORBIDDEN');
    return owner;
  }

  /** Who did not know that there is one already would overwrite it: told like any other lost update. */
  private async keep<E extends SchoolCalendar | LessonTimetable>(ctx: RequestContext, entity: EntityClass<E>, known: E | undefined, values: Partial<E>, version?: number | null): Promise<E> {
    if (known) return ctx.update(known, values, { version: version ?? 0 });
    if (version) throw new DomainError('STALE_VERSION');
    try {
      return (await ctx.insert(entity, values))[0]!;
    } catch (error) {
      throw (error as { code?: string }).code === '23505' ? new DomainError('STALE_VERSION') : error;
    }
  }
}

function ownedBy(organisationId?: string | null): Sql {
  return organisationId ? sql`t.organisation_id = ${asUuid(organisationId)}` : sql`t.organisation_id is null`;
}
