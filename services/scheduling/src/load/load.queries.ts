import { type RequestContext, sql } from '@gongjian/platform';
import { BOOKABLE_STATES, type ResourceKind } from '../resource/resource.entity.ts';
import type { OpeningPeriod } from '../resource/opening.ts';

export interface Window {
  from: Date;
  until: Date;
}

/** Resources of one kind, owner and opening hours: a handful of groups, however many resources. */
export interface Stock {
  kind: ResourceKind;
  ownerId: string;
  openingHours: OpeningPeriod[];
  count: number;
  bookable: number;
}

export function stock(ctx: RequestContext): Promise<Stock[]> {
  return ctx.query<Stock>(sql`
    select kind, owner_id as "ownerId", opening_hours as "openingHours", count(*)::int as count, (count(*) filter (where state = any(${BOOKABLE_STATES})))::int as bookable
    from scheduling.resource where tenant_id = ${ctx.currentTenant}
    group by kind, owner_id, opening_hours`);
}

/** Booked hours: either of a kind on a day, or of an owner. */
export interface Use {
  day: string | null;
  kind: ResourceKind | null;
  ownerId: string | null;
  hours: number;
  /** Used by other organisations than the owner. */
  sharedHours: number;
}

/** One pass over the allocations of the time, cut at midnights of the consortium, grouped both ways. Pending ones hold their slots, so they count. */
export function use(ctx: RequestContext, { from, until }: Window): Promise<Use[]> {
  const { timeZone } = ctx.actor;
  return ctx.query<Use>(sql`
    with part as (
      select to_char(local.midnight, 'YYYY-MM-DD') as day, r.kind, a.owner_id, b.organisation_id <> a.owner_id as shared,
        extract(epoch from least(a.ends_at, ${until}, (local.midnight + interval '1 day') at time zone ${timeZone}) - greatest(a.starts_at, ${from}, local.midnight at time zone ${timeZone})) / 3600 as hours
      from scheduling.allocation a
      join scheduling.resource r on r.tenant_id = a.tenant_id and r.id = a.resource_id
      join scheduling.booking b on b.tenant_id = a.tenant_id and b.id = a.booking_id
      cross join lateral generate_series(date_trunc('day', greatest(a.starts_at, ${from}) at time zone ${timeZone}), (least(a.ends_at, ${until}) at time zone ${timeZone}) - interval '1 microsecond', interval '1 day') local(midnight)
      where a.tenant_id = ${ctx.currentTenant} and a.state in ('PENDING', 'CONFIRMED')
        and a.starts_at < ${until} and a.ends_at > ${from} and a.starts_at > ${from}::timestamptz - interval '720 hours'
    )
    select day, kind, owner_id as "ownerId", sum(hours)::float8 as hours, coalesce(sum(hours) filter (where shared), 0)::float8 as "sharedHours"
    from part group by grouping sets ((day, kind), (owner_id))`);
}

export async function bookingCounts(ctx: RequestContext, { from, until }: Window): Promise<{ bookings: number; pending: number }> {
  const [counts] = await ctx.query<{ bookings: number; pending: number }>(sql`
    select count(*)::int as bookings, (count(*) filter (where state = 'PENDING'))::int as pending
    from scheduling.booking where tenant_id = ${ctx.currentTenant} and state in ('PENDING', 'CONFIRMED')
      and starts_at < ${until} and ends_at > ${from} and starts_at > ${from}::timestamptz - interval '720 hours'`);
  return counts!;
}
