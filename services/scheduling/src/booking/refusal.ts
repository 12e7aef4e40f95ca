import { type RequestContext, sql } from '@gongjian/platform';
import { isOpen, openIntervals } from '../resource/opening.ts';
import { Resource } from '../resource/resource.entity.ts';
import { DAY, HOUR, MINUTE } from '../time.ts';
import { Allocation } from './allocation.entity.ts';
import { candidateStarts, freeStarts, pickTimes, SEARCH_SPAN } from './alternatives.ts';
import { Booking } from './booking.entity.ts';
import { MAX_BOOKING_MINUTES } from './booking.inputs.ts';
import { obstacles } from './booking.queries.ts';
import { brokenRules, minutesOf, type Reason, type Wish } from './booking.rules.ts';
import { type Candidate, freeResources, openingHoursOf } from './substitutes.queries.ts';
import { pickSwaps, type Substitute } from './substitutes.ts';

/** What somebody wants to take: resources in the order given, for one time. */
export interface Bundle {
  resources: readonly Resource[];
  wish: Wish;
  /** A booking that is being moved: its own slots are free for it. */
  bookingId?: string;
}

/** Thrown, so that everything is rolled back and its locks are gone before alternatives are looked for. */
export class Refused extends Error {
  constructor(
    readonly reasons: readonly Reason[],
    readonly bundle: Bundle,
  ) {
    super('refused');
  }
}

export interface Alternative {
  kind: 'TIME' | 'RESOURCE';
  startsAt: Date;
  endsAt: Date;
  resources: Resource[];
  replacements: { original: Resource; substitute: Resource; sameModel: boolean }[];
}

/** How many alternatives of each kind are offered; one kind fills up what the other lacks. */
const OF_EACH = 3;

/** A way is thought through once more against all rules, so some more than are shown are tried. */
const TRIED = 12;

export async function alternatives(ctx: RequestContext, bundle: Bundle, reasons: readonly Reason[]): Promise<Alternative[]> {
  if (reasons.length === 0) return [];
  const times = await otherTimes(ctx, bundle, reasons);
  const resources = await otherResources(ctx, bundle, reasons);
  const most = 2 * OF_EACH;
  const shownTimes = times.slice(0, Math.max(OF_EACH, most - resources.length));
  return [...shownTimes, ...resources.slice(0, most - shownTimes.length)];
}

/** Reasons that no other time would remove. */
const TIMELESS = new Set(['NOT_BOOKABLE', 'OVER_CAPACITY']);

async function otherTimes(ctx: RequestContext, bundle: Bundle, reasons: readonly Reason[]): Promise<Alternative[]> {
  if (reasons.some(({ code }) => TIMELESS.has(code))) return [];
  const { resources, wish } = bundle;
  const now = ctx.now.getTime();
  const wished = wish.startsAt.getTime();
  // What is too long for one of them is offered as long as that one allows.
  const duration = Math.min(minutesOf(wish), ...resources.map(({ maxMinutes }) => maxMinutes)) * MINUTE;
  const latest = Math.min(...resources.map(({ horizonDays }) => now + horizonDays * DAY));
  const centre = Math.min(Math.max(wished, now), latest);
  const [from, until] = [Math.max(now, centre - SEARCH_SPAN), centre + SEARCH_SPAN];
  const widest = { blockedFrom: new Date(from - 4 * HOUR), blockedUntil: new Date(until + duration + 4 * HOUR) };
  const busy = await obstacles(ctx, resources.map(({ id }) => ({ resourceId: id, ...widest })), 5000);
  const calendars = resources.map((resource) => ({
    bufferBefore: resource.bufferBefore * MINUTE,
    bufferAfter: resource.bufferAfter * MINUTE,
    latestStart: now + resource.horizonDays * DAY,
    open: openIntervals(resource.openingHours, from, until + duration, ctx.actor.timeZone),
    busy: busy
      .filter((one) => one.resourceId === resource.id && (one.bookingId === null || one.bookingId !== bundle.bookingId) && !(one.holdUntil && one.holdUntil <= ctx.now))
      .map((one) => ({ from: one.blockedFrom.getTime(), until: one.blockedUntil.getTime() })),
  }));
  const free = freeStarts(calendars, duration, from, until);
  const starts = candidateStarts(free, wished, ctx.actor.timeZone).filter((start) => start !== wished || duration < minutesOf(wish) * MINUTE);
  return pickTimes(starts, centre, duration, 2 * OF_EACH, ctx.actor.timeZone).map((start) => ({
    kind: 'TIME',
    startsAt: new Date(start),
    endsAt: new Date(start + duration),
    resources: [...resources],
    replacements: [],
  }));
}

async function otherResources(ctx: RequestContext, bundle: Bundle, reasons: readonly Reason[]): Promise<Alternative[]> {
  const { resources, wish } = bundle;
  const originals = troubled(bundle, reasons);
  if (originals.length === 0 || reasons.some(({ code }) => code === 'IN_THE_PAST') || minutesOf(wish) > MAX_BOOKING_MINUTES) return [];
  const candidates = await lookForSubstitutes(ctx, bundle, originals);
  const choices = new Map(originals.map((original) => [original.id, bestFor(original, candidates)]));
  const ways = pickSwaps(choices, TRIED);
  const found = new Map((await ctx.find(Resource, { where: [sql`t.id = any(${[...new Set(ways.flat().map((swap) => swap.substitute.id))]})`] })).map((resource) => [resource.id, resource]));
  return ways
    .map((way) => {
      const swaps = new Map(way.map(({ originalId, substitute }) => [originalId, { original: resources.find(({ id }) => id === originalId)!, substitute: found.get(substitute.id)!, sameModel: substitute.sameModel }]));
      return { kind: 'RESOURCE' as const, startsAt: wish.startsAt, endsAt: wish.endsAt, resources: resources.map((resource) => swaps.get(resource.id)?.substitute ?? resource), replacements: [...swaps.values()] };
    })
    .filter((way) => brokenRules(way.resources, wish, { now: ctx.now, timeZone: ctx.actor.timeZone }).length === 0)
    .slice(0, 2 * OF_EACH);
}

async function lookForSubstitutes(ctx: RequestContext, { resources, wish }: Bundle, originals: readonly Resource[]): Promise<Candidate[]> {
  const [from, until] = [wish.startsAt.getTime(), wish.endsAt.getTime()];
  const groups = [...Map.groupBy(originals, ({ kind }) => kind)];
  const open = (await openingHoursOf(ctx, groups.map(([kind]) => kind))).filter((periods) => isOpen(periods, from, until, ctx.actor.timeZone));
  const wanted = groups.map(([kind, group]) => ({ kind, models: group.flatMap(({ model }) => model ?? []), categories: group.flatMap(({ category }) => category ?? []), capacity: kind === 'VENUE' ? seatsNeeded(resources, group, wish) : 0 }));
  return freeResources(ctx, { wanted, bundle: resources.map(({ id }) => id), startsAt: wish.startsAt, endsAt: wish.endsAt, now: ctx.now, open });
}

/** What a single room has to take when the others stay; several new rooms are judged together afterwards. */
function seatsNeeded(resources: readonly Resource[], replaced: readonly Resource[], { attendees }: Wish): number {
  if (attendees === null || replaced.length > 1) return 0;
  const others = resources.filter((resource) => resource.kind === 'VENUE' && !replaced.includes(resource));
  if (others.some(({ capacity }) => capacity === null)) return 0;
  return Math.max(0, attendees - others.reduce((sum, { capacity }) => sum + capacity!, 0));
}

/** Same model first, then same category, then same owner, without approval, nearby; else in the order of names. */
function bestFor(original: Resource, candidates: readonly Candidate[]): Substitute[] {
  const same = <K extends 'model' | 'category' | 'ownerId' | 'place'>(key: K, candidate: Candidate) => Number(candidate[key] !== null && candidate[key] === original[key]);
  const rank = (candidate: Candidate) => 16 * same('model', candidate) + 8 * same('category', candidate) + 4 * same('ownerId', candidate) + 2 * Number(!candidate.needsApproval) + same('place', candidate);
  return candidates
    .filter(({ kind }) => kind === original.kind)
    .map((candidate) => ({ id: candidate.id, sameModel: same('model', candidate) === 1, rank: rank(candidate) }))
    .sort((a, b) => b.rank - a.rank)
    .map(({ id, sameModel }) => ({ id, sameModel }));
}

/** The resources that would have to be replaced: those named, or of rooms that are too small together the smallest. */
function troubled({ resources }: Bundle, reasons: readonly Reason[]): Resource[] {
  const named = new Set(reasons.flatMap(({ resourceId }) => resourceId ?? []));
  if (reasons.some(({ code, resourceId }) => code === 'OVER_CAPACITY' && resourceId === null)) {
    const venues = resources.filter(({ kind }) => kind === 'VENUE').sort((a, b) => a.capacity! - b.capacity!);
    if (!venues.some(({ id }) => named.has(id))) named.add(venues[0]!.id);
  }
  return resources.filter(({ id }) => named.has(id));
}

export interface ReasonView {
  code: string;
  message: string;
  resource: Resource | null;
  allocation: Allocation | null;
}

/** Reasons in the viewer's words, naming other people's bookings only as far as the viewer may see them. */
export function inWords(ctx: RequestContext, bundle: Bundle, reasons: readonly Reason[]): Promise<ReasonView[]> {
  return Promise.all(
    reasons.map(async ({ code, resourceId, allocationId, params }) => {
      const resource = bundle.resources.find(({ id }) => id === resourceId) ?? null;
      const allocation = await ctx.load(Allocation, allocationId);
      const booking = await ctx.load(Booking, allocation?.bookingId);
      const known = { resource: resource?.name ?? '', ...params, ...(params.state && { state: ctx.text(`STATE_${params.state}`) }) };
      const message =
        allocation === null
          ? ctx.text(code === 'OVER_CAPACITY' && resourceId === null ? 'REFUSED_OVER_CAPACITY_TOGETHER' : `REFUSED_${code}`, known)
          : ctx.text(booking ? 'REFUSED_TAKEN_BY' : `REFUSED_${code}`, { ...known, when: spoken(ctx, allocation.startsAt, allocation.endsAt), booking: booking?.title ?? '' });
      return { code, message, resource, allocation };
    }),
  );
}

/** 11月24日 09:00–11:00, with the second day where there is one. */
function spoken(ctx: RequestContext, startsAt: Date, endsAt: Date): string {
  const { timeZone } = ctx.actor;
  const day = new Intl.DateTimeFormat(ctx.language, { timeZone, month: ctx.language === 'en' ? 'short' : 'long', day: 'numeric' });
  const clock = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' });
  const second = day.format(endsAt) === day.format(startsAt) ? '' : `${day.format(endsAt)} `;
  return `${day.format(startsAt)} ${clock.format(startsAt)}–${second}${clock.format(endsAt)}`;
}
