import { Args, Query, Resolver } from '@nestjs/graphql';
import { badInput, Ctx, type RequestContext } from '@gongjian/platform';
import { Allocation } from '../booking/allocation.entity.ts';
import { minutesByWeekday } from '../resource/opening.ts';
import { PEOPLE, RESOURCE_KINDS, type ResourceKind } from '../resource/resource.entity.ts';
import { addDays, DAY, startOfDay, weekdayOf } from '../time.ts';
import { type Stock, stock, type Use, use } from './load.queries.ts';

const MOST_DAYS = 93;
/** What a resource without opening hours counts for a day, so that one machine that is always open does not hide how full the others are. */
const UNLIMITED_HOURS = 10;

@Resolver('ParkLoad')
export class LoadResolver {
  @Query('parkLoad')
  async parkLoad(@Ctx() ctx: RequestContext, @Args('from') from: string, @Args('until') until: string): Promise<object> {
    ctx.authorize('read', Allocation);
    const days = daysBetween(from, until);
    const midnights = [...days, until].map((day) => new Date(startOfDay(day, ctx.actor.timeZone)));
    const [stocks, uses] = [await stock(ctx), await use(ctx, midnights)];
    const all = uses.find(({ kind, ownerId }) => kind === null && ownerId === null);
    return {
      resourceCount: sum(stocks.map(({ count }) => count)),
      bookableCount: sum(stocks.map(({ bookable }) => bookable)),
      bookingCount: all?.bookings ?? 0,
      pendingCount: all?.pending ?? 0,
      byDay: byDay(days, uses),
      byKind: RESOURCE_KINDS.map((kind) => ofKind(kind, days, stocks, uses)),
      byOwner: byOwner(stocks, uses),
    };
  }
}

function daysBetween(from: string, until: string): string[] {
  const count = (Date.parse(until) - Date.parse(from)) / DAY;
  if (count <= 0) throw badInput('until', 'ENDS_BEFORE_START');
  if (count > MOST_DAYS) throw badInput('until', 'VIEW_TOO_LONG', { days: MOST_DAYS });
  return Array.from({ length: count }, (_, index) => addDays(from, index));
}

function byDay(days: readonly string[], uses: readonly Use[]): object[] {
  const hours = new Map(uses.filter(({ day }) => day !== null).map((one) => [`${days[one.day!]} ${one.kind}`, one.hours]));
  const of = (day: string, kinds: readonly ResourceKind[]) => sum(kinds.map((kind) => hours.get(`${day} ${kind}`) ?? 0));
  return days.map((day) => ({ day, equipmentHours: of(day, ['EQUIPMENT']), venueHours: of(day, ['VENUE']), peopleHours: of(day, PEOPLE) }));
}

function ofKind(kind: ResourceKind, days: readonly string[], stocks: readonly Stock[], uses: readonly Use[]): object {
  const own = stocks.filter((one) => one.kind === kind);
  const bookedHours = sum(uses.filter((one) => one.day !== null && one.kind === kind).map(({ hours }) => hours));
  const openHours = sum(own.map(({ bookable, openingHours }) => bookable * openHoursOf(openingHours, days)));
  return { kind, resourceCount: sum(own.map(({ count }) => count)), bookedHours, openHours, share: openHours > 0 ? bookedHours / openHours : 0 };
}

function openHoursOf(openingHours: Stock['openingHours'], days: readonly string[]): number {
  if (openingHours.length === 0) return days.length * UNLIMITED_HOURS;
  const minutes = minutesByWeekday(openingHours);
  return sum(days.map((day) => minutes[weekdayOf(day) - 1]!)) / 60;
}

function byOwner(stocks: readonly Stock[], uses: readonly Use[]): object[] {
  const used = new Map(uses.filter(({ ownerId }) => ownerId !== null).map((one) => [one.ownerId, one]));
  return [...Map.groupBy(stocks, ({ ownerId }) => ownerId)]
    .map(([ownerId, own]) => ({
      owner: { __typename: 'Organisation', id: ownerId },
      resourceCount: sum(own.map(({ count }) => count)),
      bookedHours: used.get(ownerId)?.hours ?? 0,
      sharedHours: used.get(ownerId)?.sharedHours ?? 0,
    }))
    .sort((a, b) => b.bookedHours - a.bookedHours || b.resourceCount - a.resourceCount);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
