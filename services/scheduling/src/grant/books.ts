import type { RequestContext } from '@gongjian/platform';
import type { Reason } from '../booking/booking.rules.ts';
import { partner } from './consortia.ts';
import type { GrantUse } from './grant.entity.ts';
import { type Calendar, countUses, type Counted, giveBack, reserve, termsOf } from './grant.queries.ts';
import type { Use } from './grant.rules.ts';

/** Of which booking, for whom and when. */
interface Occasion {
  bookingId?: string;
  organisationId: string;
  startsAt: Date;
}

export const NOTHING: Counted = { reasons: [], beyond: new Set() };

/** Takes what a booking uses from the books of whoever gives it, in the booking's transaction. */
export const takeUses = (ctx: RequestContext, uses: readonly Use[], { bookingId, organisationId, startsAt }: Occasion & { bookingId: string }): Promise<Counted> =>
  eachBooks(ctx, uses, organisationId, (mine, calendar) => reserve(ctx, mine, bookingId, startsAt, calendar));

/** What a booking that is being changed has taken is given back, and what it uses then taken anew: books after books, in the one order in which all take them. */
export function retakeUses(ctx: RequestContext, used: readonly GrantUse[], uses: readonly Use[], { bookingId, organisationId, startsAt }: Occasion & { bookingId: string }): Promise<Counted> {
  const reserved = Map.groupBy(used.filter(({ state }) => state === 'RESERVED'), ({ tenantId }) => tenantId);
  const retake = async (mine: Use[], calendar: Calendar) => {
    const given = reserved.get(ctx.currentTenant);
    if (given) await giveBack(ctx, bookingId, given, mine, startsAt, calendar);
    return reserve(ctx, mine, bookingId, startsAt, calendar);
  };
  return eachBooks(ctx, uses, organisationId, retake, [...reserved.keys()]);
}

/** The same without taking anything. */
export const lookUses = (ctx: RequestContext, uses: readonly Use[], { bookingId, organisationId, startsAt }: Occasion): Promise<Counted> =>
  eachBooks(ctx, uses, organisationId, (mine, calendar) => countUses(ctx, mine, startsAt, calendar, bookingId));

/** The books stand with the giver: what is written there both sides read. */
async function eachBooks(ctx: RequestContext, uses: readonly Use[], organisationId: string, run: (mine: Use[], calendar: Calendar) => Promise<Counted>, also: readonly string[] = []): Promise<Counted> {
  const homes = [...new Set([...uses.map(({ homeId }) => homeId), ...also])].sort();
  if (homes.length === 0) return NOTHING;
  const terms = await termsOf(ctx, uses, organisationId);
  const reasons: Reason[] = [];
  const beyond = new Set<string>();
  for (const homeId of homes) {
    const mine = uses.filter((use) => use.homeId === homeId);
    const { timeZone } = (homeId !== ctx.currentTenant && (await partner(ctx, homeId))) || ctx.actor;
    const counted = await ctx.across(homeId, () => run(mine, { timeZone, terms }));
    reasons.push(...counted.reasons);
    for (const grantId of counted.beyond) beyond.add(grantId);
  }
  return { reasons, beyond };
}

/** Of ways to book those for which quotas suffice, or may be exceeded. */
export async function withinQuotas<W extends { startsAt: Date }>(ctx: RequestContext, ways: readonly { way: W; uses: readonly Use[] }[], { organisationId, bookingId }: Omit<Occasion, 'startsAt'>): Promise<W[]> {
  const fitting: W[] = [];
  for (const { way, uses } of ways) if (uses.length === 0 || (await lookUses(ctx, uses, { bookingId, organisationId, startsAt: way.startsAt })).reasons.length === 0) fitting.push(way);
  return fitting;
}
