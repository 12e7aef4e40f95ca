import { type RequestContext } from '@gongjian/platform';
import { openIntervals } from '../resource/opening.ts';
import type { Resource } from '../resource/resource.entity.ts';
import { DAY, HOUR, MINUTE } from '../time.ts';
import { candidateStarts, freeStarts, pickTimes, SEARCH_SPAN } from './alternatives.ts';
import { obstacles } from './booking.queries.ts';
import { minutesOf, type Reason } from './booking.rules.ts';
import type { Alternative, Bundle } from './bundle.ts';
import { withinQuotas } from '../grant/books.ts';
import { heldBy } from '../grant/grant.queries.ts';
import { govern } from '../grant/grant.rules.ts';
import { byHome } from './parts.ts';
import { usualHours } from './usual-hours.ts';

/** Reasons that no other time would remove. */
const TIMELESS = new Set(['NOT_BOOKABLE', 'OVER_CAPACITY', 'NO_AGREEMENT', 'PURPOSE_NOT_AGREED']);

/** What is looked at of one resource in a stretch: more than it can be booked in a fortnight. */
const MOST = 5000;
/** Buffers of others reach so far at most. */
const REACH = 4 * HOUR;
/** How far beyond the nearest fortnights is looked where everything there is taken. */
const FURTHER = [45 * DAY, 120 * DAY];

/** The same bundle at other times: within two weeks, and later when fewer than `enough` are free there. */
export async function otherTimes(ctx: RequestContext, bundle: Bundle, reasons: readonly Reason[], { enough, most }: { enough: number; most: number }): Promise<Alternative[]> {
  if (reasons.some(({ code }) => TIMELESS.has(code))) return [];
  const { resources, wish } = bundle;
  const now = ctx.now.getTime();
  const wished = wish.startsAt.getTime();
  // What is too long for one of them is offered as long as that one allows.
  const duration = Math.min(minutesOf(wish), ...resources.map(({ maxMinutes }) => maxMinutes)) * MINUTE;
  const latest = Math.min(...resources.map(({ horizonDays }) => now + horizonDays * DAY));
  const centre = Math.min(Math.max(wished, now), latest);
  const starts: number[] = [];
  let [from, until] = [Math.max(now, centre - SEARCH_SPAN), centre + SEARCH_SPAN];
  for (const further of [...FURTHER, 0]) {
    starts.push(...(await startsIn(ctx, bundle, { from, until: Math.min(until, latest), duration, wished })));
    if (starts.length >= enough || until >= latest || further === 0) break;
    [from, until] = [until, centre + further];
  }
  const usual = await usualHours(ctx, centre, { from: Math.min(from, centre - SEARCH_SPAN), until: until + duration });
  const ways = pickTimes([...new Set(starts)], { wished: centre, duration, count: most, timeZone: ctx.actor.timeZone, usual }).map((start) => ({
    kind: 'TIME' as const,
    startsAt: new Date(start),
    endsAt: new Date(start + duration),
    resources: [...resources],
    replacements: [],
  }));
  const { taker, bookingId } = bundle;
  const held = await heldBy(ctx, taker.organisationId, resources.map(({ id }) => id));
  if (held.length === 0) return ways;
  // What goes first now may be lent by another clause then, and be in nobody's stead.
  const firstAsNow = (lent: readonly Resource[]) => lent.every(({ goesFirstFor }, index) => goesFirstFor === resources[index]!.goesFirstFor);
  const legal = ways.map((way) => ({ way, ...govern(resources, held, taker, way, ctx.currentTenant) })).filter(({ resources: lent, reasons: unlent }) => unlent.length === 0 && firstAsNow(lent));
  return withinQuotas(ctx, legal, { organisationId: taker.organisationId, bookingId });
}

interface Stretch {
  from: number;
  until: number;
  duration: number;
  wished: number;
}

/** Starts in a stretch of time at which all are free, as people would choose them. */
async function startsIn(ctx: RequestContext, { resources, wish, bookingId }: Bundle, { from, until, duration, wished }: Stretch): Promise<number[]> {
  const widest = { blockedFrom: new Date(from - REACH), blockedUntil: new Date(until + duration + REACH) };
  const found = await byHome(ctx, resources, (mine) => obstacles(ctx, mine.map(({ id, goesFirstFor }) => ({ resourceId: id, goesFirstFor, ...widest })), MOST));
  const busy = Map.groupBy(found, ({ resourceId }) => resourceId);
  const calendars = resources.map((resource) => {
    const taken = busy.get(resource.id) ?? [];
    return {
      bufferBefore: resource.bufferBefore * MINUTE,
      bufferAfter: resource.bufferAfter * MINUTE,
      // Where more is booked than was looked at, nobody knows what is free after it.
      latestStart: Math.min(ctx.now.getTime() + resource.horizonDays * DAY, taken.length >= MOST ? taken.at(-1)!.blockedFrom.getTime() - duration : Infinity),
      open: openIntervals(resource.openingHours, from, until + duration, resource.timeZone ?? ctx.actor.timeZone),
      busy: taken
        .filter((one) => (one.bookingId === null || one.bookingId !== bookingId) && !(one.holdUntil && one.holdUntil <= ctx.now) && !one.yields)
        .map((one) => ({ from: one.blockedFrom.getTime(), until: one.blockedUntil.getTime() })),
    };
  });
  const free = freeStarts(calendars, duration, from, until);
  return candidateStarts(free, wished, ctx.actor.timeZone).filter((start) => start !== wished || duration < minutesOf(wish) * MINUTE);
}
