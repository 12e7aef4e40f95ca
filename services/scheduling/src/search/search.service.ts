import { Injectable } from '@nestjs/common';
import { join, parseInput, raw, type RequestContext, searchFirst, searchInput, sql, wordsOf } from '@gongjian/platform';
import { Allocation } from '../booking/allocation.entity.ts';
import { Booking } from '../booking/booking.entity.ts';
import { Resource } from '../resource/resource.entity.ts';
import { knownMembersOf } from '../resource/resource.queries.ts';
import { anywhere, organisationPieces, readerPieces, says, soonPieces, type Stage, stagesOf } from './said.ts';
import { completeOnce } from './search.index.ts';

export type SearchMatch = 'NAME' | 'CODE' | 'MODEL' | 'PLACE' | 'KEEPER' | 'ORGANISATION' | 'RESOURCE' | 'RECORD';

export interface ResourceHit {
  resource: Resource;
  matchedBy: SearchMatch;
}

export interface BookingHit {
  booking: Booking;
  matchedBy: SearchMatch;
  matchedResource: Resource | null;
}

/** So many are looked at in each stage before the best are chosen: a common word has tens of thousands. */
const CANDIDATES = 100;

@Injectable()
export class SearchService {
  async resources(ctx: RequestContext, text: string, first?: number | null): Promise<ResourceHit[]> {
    const words = wordsOf(parseInput(searchInput(), text, 'text'));
    const most = parseInput(searchFirst, first, 'first');
    if (!ctx.can('read', Resource)) return [];
    await completeOnce(ctx);
    const ranks = await this.find(ctx, 'resources', stagesOf(words), most);
    const found = await ctx.find(Resource, { where: [sql`t.id = any(${[...ranks.keys()]}::uuid[])`] });
    const best = found.sort((a, b) => ranks.get(a.id)! - ranks.get(b.id)! || compare(a.nameKey, b.nameKey) || compare(a.id, b.id)).slice(0, most);
    return best.map((resource) => ({ resource, matchedBy: matchOf(resource, words) }));
  }

  async bookings(ctx: RequestContext, text: string, first?: number | null): Promise<BookingHit[]> {
    const words = wordsOf(parseInput(searchInput(), text, 'text'));
    const most = parseInput(searchFirst, first, 'first');
    if (!ctx.can('read', Booking)) return [];
    await completeOnce(ctx);
    const readers = readsAll(ctx) ? null : readerPieces([ctx.actor.organisationId, ctx.actor.personId]);
    const stages: Looked[] = [...stagesOf(words), ...(await organisationStages(ctx, words))];
    const soon = soonPieces(ctx.now);
    const ranks = await this.find(ctx, 'bookings', [soon, null].flatMap((months) => stages.map((stage) => ({ ...stage, readers, months }))), most);
    const found = await ctx.find(Booking, { where: [sql`t.id = any(${[...ranks.keys()]}::uuid[])`] });
    const away = ({ startsAt, endsAt }: Booking) => (endsAt < ctx.now ? 1e15 : 0) + Math.abs(startsAt.getTime() - ctx.now.getTime());
    const best = found.sort((a, b) => ranks.get(a.id)! - ranks.get(b.id)! || away(a) - away(b) || compare(a.id, b.id)).slice(0, most);
    return Promise.all(best.map((booking) => bookingHit(ctx, booking, words)));
  }

  /** Ids with the best stage in which each was found. The later stages are not begun when the earlier ones found enough. */
  private async find(ctx: RequestContext, records: 'resources' | 'bookings', stages: readonly Looked[], most: number): Promise<Map<string, number>> {
    const looked = stages.map(
      ({ wanted, readers = null, months = null, organisations = null, patterns }, rank) =>
        sql`select f.id, ${raw(String(rank))} as rank from ${raw(`scheduling.find_${records}`)}(${wanted}::int[], ${readers}::int[], ${months}::int[], ${organisations}::int[], ${patterns}::text[], ${raw(String(CANDIDATES))}) f`,
    );
    const rows = await ctx.query<{ id: string; rank: number }>(sql`select * from (${join(looked, ' union all ')}) f limit ${raw(String(CANDIDATES + 3 * most))}`);
    const ranks = new Map<string, number>();
    for (const { id, rank } of rows) if (!ranks.has(id)) ranks.set(id, rank);
    return ranks;
  }
}

/** One of each where given. */
interface Looked extends Stage {
  readers?: number[] | null;
  months?: number[] | null;
  organisations?: number[] | null;
}

/** For whom a booking is may be what some of the words say, or all; the rest is said by the booking itself. */
async function organisationStages(ctx: RequestContext, words: readonly string[]): Promise<Looked[]> {
  const saying = (await knownMembersOf(ctx)).map(({ id, shortName }) => ({ id, rest: words.filter((word) => !says(shortName, [word])) })).filter(({ rest }) => rest.length < words.length);
  const byRest = Map.groupBy(saying, ({ rest }) => rest.join(' '));
  return [...byRest.values()].map((group) => ({ ...anywhere(group[0]!.rest), organisations: organisationPieces(group.map(({ id }) => id)) }));
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Whoever may read a booking that has nothing to do with them may read all; others are asked for by what is theirs. */
function readsAll(ctx: RequestContext): boolean {
  return ctx.can('read', Object.assign(new Booking(), { organisationId: null, requestedById: null, allocations: [] }));
}

function matchOf(resource: Resource, words: readonly string[]): SearchMatch {
  const parts = { NAME: resource.name, CODE: resource.code, MODEL: resource.model, PLACE: resource.place, KEEPER: resource.keeper };
  return (Object.keys(parts) as (keyof typeof parts)[]).find((part) => says(parts[part], words)) ?? 'RECORD';
}

async function bookingHit(ctx: RequestContext, booking: Booking, words: readonly string[]): Promise<BookingHit> {
  if (says(booking.title, words)) return { booking, matchedBy: 'NAME', matchedResource: null };
  const allocations = await ctx.loadMany(Allocation, 'bookingId', booking.id);
  for (const { resourceId } of allocations) {
    const resource = await ctx.load(Resource, resourceId);
    if (resource && (says(resource.name, words) || says(resource.code, words))) return { booking, matchedBy: 'RESOURCE', matchedResource: resource };
  }
  // What is left is the organisation's name, or words from here and there.
  const elsewhere = words.some((word) => says(booking.title, [word]));
  return { booking, matchedBy: elsewhere ? 'RECORD' : 'ORGANISATION', matchedResource: null };
}
