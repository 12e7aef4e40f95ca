import { type RequestContext, sql } from '@gongjian/platform';
import { isOpen } from '../resource/opening.ts';
import { Resource } from '../resource/resource.entity.ts';
import type { Alternative, Bundle } from './bundle.ts';
import { withinQuotas } from '../grant/books.ts';
import { heldBy } from '../grant/grant.queries.ts';
import { govern } from '../grant/grant.rules.ts';
import { MAX_BOOKING_MINUTES } from './booking.inputs.ts';
import { brokenRules, minutesOf, type Reason, type Wish } from './booking.rules.ts';
import { type Candidate, freeResources, openingHoursOf, type Wanted } from './substitutes.queries.ts';
import { type Choice, pickSwaps, type Substitute, type Swap } from './substitutes.ts';

/**
 * The same time with other resources for those in trouble. Where rooms are too small together and one larger room does not
 * do, more of them are replaced, the smallest first, until there are enough ways.
 */
export async function otherResources(ctx: RequestContext, bundle: Bundle, reasons: readonly Reason[], count: number): Promise<Alternative[]> {
  const { resources, wish } = bundle;
  const named = new Set(reasons.flatMap(({ resourceId }) => resourceId ?? []));
  const tooSmall = reasons.some(({ code, resourceId }) => code === 'OVER_CAPACITY' && resourceId === null);
  const spare = tooSmall ? resources.filter(({ id, kind }) => kind === 'VENUE' && !named.has(id)).sort((a, b) => a.capacity! - b.capacity!) : [];
  if (named.size + spare.length === 0 || reasons.some(({ code }) => code === 'IN_THE_PAST') || minutesOf(wish) > MAX_BOOKING_MINUTES) return [];
  const candidates = await lookForSubstitutes(ctx, bundle, resources.filter(({ id }) => named.has(id)), spare);
  const ways: Swap[][] = [];
  while (ways.length < count) {
    const originals = resources.filter(({ id }) => named.has(id));
    const choices = originals.map((original) => ({ originalId: original.id, kind: original.kind, substitutes: bestFor(original, candidates) }));
    ways.push(...pickSwaps(choices, count - ways.length, seatsNeeded(resources, originals, wish)));
    const next = spare.shift();
    if (!next) break;
    named.add(next.id);
  }
  return inFull(ctx, bundle, ways, new Set(candidates.filter(({ inStead }) => inStead).map(({ id }) => id)));
}

/** Ways as they are shown; what the rules would refuse all the same is left out, and what another wish has where no clause goes before it. */
async function inFull(ctx: RequestContext, { resources, wish, taker, bookingId }: Bundle, ways: readonly Swap[][], inStead: ReadonlySet<string>): Promise<Alternative[]> {
  const found = new Map((await ctx.find(Resource, { where: [sql`t.id = any(${[...new Set(ways.flat().map((swap) => swap.substitute.id))]})`] })).map((resource) => [resource.id, resource]));
  const held = await heldBy(ctx, taker.organisationId, [...found.keys(), ...resources.map(({ id }) => id)]);
  const legal = ways
    .map((way) => {
      const swaps = new Map(way.map(({ originalId, substitute }) => [originalId, { original: resources.find(({ id }) => id === originalId)!, substitute: found.get(substitute.id)!, sameModel: substitute.sameModel }]));
      return { kind: 'RESOURCE' as const, startsAt: wish.startsAt, endsAt: wish.endsAt, resources: resources.map((resource) => swaps.get(resource.id)?.substitute ?? resource), replacements: [...swaps.values()] };
    })
    .map((way) => ({ way, ...govern(way.resources, held, taker, wish, ctx.currentTenant) }))
    .filter(({ resources: lent, reasons }) => reasons.length === 0 && lent.every(({ id, goesFirstFor }) => goesFirstFor !== undefined || !inStead.has(id)) && brokenRules(lent, wish, { now: ctx.now, timeZone: ctx.actor.timeZone }).length === 0);
  return withinQuotas(ctx, legal, { organisationId: taker.organisationId, bookingId });
}

async function lookForSubstitutes(ctx: RequestContext, { resources, wish, taker }: Bundle, named: readonly Resource[], spare: readonly Resource[]): Promise<Candidate[]> {
  const [from, until] = [wish.startsAt.getTime(), wish.endsAt.getTime()];
  const originals = [...named, ...spare];
  const groups = [...Map.groupBy(originals, ({ kind }) => kind)];
  const open = (await openingHoursOf(ctx, groups.map(([kind]) => kind))).filter((periods) => isOpen(periods, from, until, ctx.actor.timeZone));
  const wanted = groups.flatMap(([kind, group]): Wanted[] => {
    const like = { kind, models: group.flatMap(({ model }) => model ?? []), categories: group.flatMap(({ category }) => category ?? []), capacity: 0, largest: false };
    if (kind !== 'VENUE') return [like];
    const seats = seatsNeeded(resources, group, wish);
    // One room has to take all of them alone; several are judged together, and then the large ones count as well as those alike.
    return group.length === 1 ? [{ ...like, capacity: seats }] : seats > 0 ? [like, { ...like, largest: true }] : [like];
  });
  const found = await freeResources(ctx, { wanted, bundle: resources.map(({ id }) => id), organisationId: taker.organisationId, startsAt: wish.startsAt, endsAt: wish.endsAt, now: ctx.now, open });
  return [...new Map(found.map((candidate) => [candidate.id, candidate])).values()];
}

/** The seats that new rooms have to bring together, when the others stay. */
function seatsNeeded(resources: readonly Resource[], replaced: readonly Resource[], { attendees }: Wish): number {
  if (attendees === null || !replaced.some(({ kind }) => kind === 'VENUE')) return 0;
  const others = resources.filter((resource) => resource.kind === 'VENUE' && !replaced.includes(resource));
  return Math.max(0, attendees - others.reduce((sum, { capacity }) => sum + (capacity ?? Infinity), 0));
}

/** Same model first, then same category, then same owner, without approval, nearby; else in the order of names. */
function bestFor(original: Resource, candidates: readonly Candidate[]): Choice['substitutes'] {
  const same = <K extends 'model' | 'category' | 'ownerId' | 'place'>(key: K, candidate: Candidate) => Number(candidate[key] !== null && candidate[key] === original[key]);
  const rank = (candidate: Candidate) => 16 * same('model', candidate) + 8 * same('category', candidate) + 4 * same('ownerId', candidate) + 2 * Number(!candidate.needsApproval) + same('place', candidate);
  return candidates
    .filter(({ kind }) => kind === original.kind)
    .map((candidate) => ({ candidate, rank: rank(candidate) }))
    .sort((a, b) => b.rank - a.rank)
    .map(({ candidate: { id, kind, capacity }, ...rest }): Substitute => ({ id, sameModel: rest.rank >= 16, ...(kind === 'VENUE' && { seats: capacity ?? Infinity }) }));
}
