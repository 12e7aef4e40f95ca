import { asUuid, type RequestContext, type Sql, sql } from '@gongjian/platform';
import { MINUTES_OF } from '@gongjian/rules';
import type { Reason } from '../booking/booking.rules.ts';
import { GrantUse } from './grant.entity.ts';
import { type Held, type LendingTerms, type Use, useTerms } from './grant.rules.ts';
import { isInForce } from './grants.ts';
import { periodOf } from './period.ts';

/**
 * The grants in force through which an organisation of this consortium may use these things, and those that are signed and follow
 * on them: by a renewal one books ahead of the day from which it counts. What no grant in force shows stays unseen.
 */
export async function heldBy(ctx: RequestContext, organisationId: string, resourceIds: readonly string[]): Promise<Held[]> {
  const rows = await ctx.query<Omit<Held, 'terms'> & { terms: LendingTerms }>(
    sql`select x.resource_id as "resourceId", x.grant_id as "grantId", x.home_id as "homeId", g.kind, x.valid_from as "validFrom", x.valid_until as "validUntil", g.terms
      from scheduling.reach x join directory.access_grant g on g.tenant_id = x.tenant_id and g.id = x.grant_id
      where x.tenant_id = ${ctx.currentTenant} and x.resource_id = any(${resourceIds.map(asUuid)}) and (x.taker_id = ${organisationId} or x.whole) and x.valid_until > ${ctx.now} order by x.valid_from, x.grant_id`.prepared(),
  );
  const seen = new Set(rows.filter((row) => isInForce(row, ctx.now)).map(({ resourceId }) => resourceId));
  return rows.filter(({ resourceId }) => seen.has(resourceId)).map((row) => ({ ...row, terms: useTerms(row.terms) }));
}

/** Where and when a grant's periods are: the clock of the giver's consortium, the terms of the taker's. */
export interface Calendar {
  timeZone: string;
  terms: readonly string[];
}

/** First days of terms as an organisation has them: its own calendar's, or the consortium's. Asked only where a clause counts by them. */
export async function termsOf(ctx: RequestContext, uses: readonly Use[], organisationId: string): Promise<string[]> {
  if (!uses.some(({ terms }) => terms.quota?.per === 'TERM')) return [];
  const rows = await ctx.query<{ firstDay: string; own: boolean }>(sql`select first_day::text as "firstDay", organisation_id is not null as own from directory.school_term where tenant_id = ${ctx.currentTenant} and (organisation_id = ${organisationId} or organisation_id is null)`);
  const own = rows.filter((row) => row.own);
  return (own.length > 0 ? own : rows).map(({ firstDay }) => firstDay);
}

const quotaMinutes = ({ terms }: Use): number | null => terms.quota && terms.quota.amount * MINUTES_OF[terms.quota.unit];
const periodFor = ({ terms, validFrom }: Use, startsAt: Date, { timeZone, terms: firstDays }: Calendar): string => periodOf(terms.quota?.per ?? 'WHOLE', startsAt, timeZone, { validFrom, terms: firstDays });

export interface Counted {
  reasons: Reason[];
  /** Grants of which it would take more than was agreed, with the giver's consent. */
  beyond: ReadonlySet<string>;
}

/** Whether quotas suffice, without taking anything. In the giver's consortium. */
export async function countUses(ctx: RequestContext, uses: readonly Use[], startsAt: Date, calendar: Calendar, exceptBookingId?: string): Promise<Counted> {
  const counted = uses.filter(({ terms }) => terms.quota);
  if (counted.length === 0) return { reasons: [], beyond: new Set() };
  const wanted = counted.map((use) => ({ grant_id: use.grantId, period: periodFor(use, startsAt, calendar) }));
  const rows = await ctx.query<{ grantId: string; available: number | null; freed: number }>(sql`
    select w.grant_id as "grantId", b.available,
      coalesce((select sum(u.minutes - u.beyond)::int from scheduling.grant_use u where u.tenant_id = ${ctx.currentTenant} and u.booking_id = ${exceptBookingId ?? null}::uuid and u.grant_id = w.grant_id and u.period = w.period and u.state = 'RESERVED'), 0) as freed
    from jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb) w(grant_id uuid, period date)
    left join scheduling.ledger_balance b on b.tenant_id = ${ctx.currentTenant} and b.grant_id = w.grant_id and b.period = w.period`);
  return judged(counted, (use) => {
    const row = rows.find(({ grantId }) => grantId === use.grantId);
    return (row?.available ?? quotaMinutes(use)!) + (row?.freed ?? 0);
  });
}

function judged(uses: readonly Use[], availableTo: (use: Use) => number): Counted {
  const short = uses.filter((use) => availableTo(use) < use.minutes);
  return {
    reasons: short.filter(({ terms }) => terms.beyondQuota === 'REFUSE').map((use) => overQuota(use, availableTo(use))),
    beyond: new Set(short.filter(({ terms }) => terms.beyondQuota === 'APPROVE').map(({ grantId }) => grantId)),
  };
}

/** The balance is told with the refusal. */
function overQuota({ terms, resourceIds, minutes }: Use, available: number): Reason {
  const inUnits = (value: number) => Math.round((value * 100) / MINUTES_OF[terms.quota!.unit]) / 100;
  return { code: 'OVER_QUOTA', resourceId: resourceIds[0]!, allocationId: null, params: { left: inUnits(available), wanted: inUnits(minutes), quota: terms.quota!.amount, unit: terms.quota!.unit, per: terms.quota!.per } };
}

/**
 * Takes what a booking uses from the books, in the booking's transaction and in the giver's consortium: whoever comes at the
 * same time waits. Nothing is written where a quota does not suffice and may not be exceeded.
 */
export async function reserve(ctx: RequestContext, uses: readonly Use[], bookingId: string, startsAt: Date, calendar: Calendar): Promise<Counted> {
  const reasons: Reason[] = [];
  const beyond = new Set<string>();
  for (const use of uses) {
    const period = periodFor(use, startsAt, calendar);
    const [taken] = await ctx.query<{ done: boolean; available: number | null; exceeds: number }>(sql`select done, available, exceeds from scheduling.reserve_minutes(${use.grantId}::uuid, ${period}::date, ${quotaMinutes(use)}::int, ${use.minutes}::int, ${use.terms.beyondQuota === 'APPROVE'}, ${bookingId}::uuid, ${ctx.now}::timestamptz)`);
    if (!taken!.done) reasons.push(overQuota(use, taken!.available!));
    else {
      if (taken!.exceeds > 0) beyond.add(use.grantId);
      await ctx.insert(GrantUse, { bookingId, grantId: use.grantId, period, minutes: use.minutes, beyond: taken!.exceeds, fee: use.fee, state: 'RESERVED', keptAt: null, keptById: null }, { untold: true, ahead: true });
    }
  }
  return { reasons, beyond };
}

/**
 * Gives back what a booking that is being changed has reserved, before what it uses then is reserved anew. The books of both
 * are held first, in the one order in which all take them: two that swap machines would else wait for each other.
 */
export async function giveBack(ctx: RequestContext, bookingId: string, given: readonly Pick<GrantUse, 'grantId' | 'period'>[], taken: readonly Use[], startsAt: Date, calendar: Calendar): Promise<void> {
  const books = [...given, ...taken.map((use) => ({ grantId: use.grantId, period: periodFor(use, startsAt, calendar) }))].map(({ grantId, period }) => ({ grant_id: grantId, period }));
  await ctx.query(sql`
    select pg_advisory_xact_lock(hashtextextended('quota ' || held.grant_id::text || held.period::text, 0))
    from (select distinct b.grant_id, b.period from jsonb_to_recordset(${JSON.stringify(books)}::jsonb) b(grant_id uuid, period date) order by 1, 2) held`);
  await ctx.query(sql`select scheduling.release_uses(${bookingId}::uuid, ${ctx.now}::timestamptz)`);
}

/** Whether a thing (table `s`) is lent to an organisation: to all members, its own, or through a grant in force. */
export const lentTo = (ctx: RequestContext, organisationId: string): Sql => sql`(s.sharing = 'MEMBERS' or s.owner_id = ${organisationId} or exists (select 1 from scheduling.reach x where x.tenant_id = s.tenant_id and x.resource_id = s.id and (x.taker_id = ${organisationId} or x.whole) and x.valid_from <= ${ctx.now} and x.valid_until > ${ctx.now}))`;

/** Things for which a grant in force puts an organisation first. */
export const firstThings = (ctx: RequestContext, organisationId: string): Sql => sql`select x.resource_id from scheduling.reach x join directory.access_grant g on g.tenant_id = x.tenant_id and g.id = x.grant_id and g.terms->>'priority' = 'PREFERRED' where x.tenant_id = ${ctx.currentTenant} and (x.taker_id = ${organisationId} or x.whole) and x.valid_from <= ${ctx.now} and x.valid_until > ${ctx.now}`;
