import { type RequestContext, sql } from '@gongjian/platform';
import { BOOKABLE_STATES, type ResourceKind } from '../resource/resource.entity.ts';
import type { OpeningPeriod } from '../resource/opening.ts';

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

/** Booked hours: of a kind on a day (counted from 0), of an owner, or, with neither, of all. */
export interface Use {
  day: number | null;
  kind: ResourceKind | null;
  ownerId: string | null;
  hours: number;
  /** Used by other organisations than the owner. */
  sharedHours: number;
  bookings: number;
  pending: number;
}

/**
 * One pass over the allocations of the time, cut at the midnights given (one more than days), grouped in three ways.
 * Pending ones hold their slots, so they count.
 */
export function use(ctx: RequestContext, midnights: readonly Date[]): Promise<Use[]> {
  const [from, until] = [midnights[0]!, midnights.at(-1)!];
  return ctx.query<Use>(sql`
    with taken as materialized (
      select a.booking_id, a.state, r.kind, a.owner_id, b.organisation_id <> a.owner_id as shared, greatest(a.starts_at, ${from}) as starts_at, least(a.ends_at, ${until}) as ends_at
      from scheduling.allocation a
      join scheduling.resource r on r.tenant_id = ${ctx.currentTenant} and r.id = a.resource_id
      join scheduling.booking b on b.tenant_id = ${ctx.currentTenant} and b.id = a.booking_id
        and b.starts_at < ${until} and b.starts_at > ${from}::timestamptz - interval '720 hours'
      where a.tenant_id = ${ctx.currentTenant} and a.state <> 'RELEASED' and a.booking_id is not null
        and a.starts_at < ${until} and a.ends_at > ${from} and a.starts_at > ${from}::timestamptz - interval '720 hours'
    ), night(ends) as (select ${midnights}::timestamptz[])
    select day - 1 as day, kind, owner_id as "ownerId", sum(hours)::float8 as hours, coalesce(sum(hours) filter (where shared), 0)::float8 as "sharedHours", 0 as bookings, 0 as pending
    from (
      select day, t.kind, t.owner_id, t.shared, extract(epoch from least(t.ends_at, night.ends[day + 1]) - greatest(t.starts_at, night.ends[day])) / 3600 as hours
      from taken t cross join night
      cross join lateral generate_series(width_bucket(t.starts_at, night.ends), width_bucket(t.ends_at - interval '1 microsecond', night.ends)) day
    ) part
    group by grouping sets ((day, kind), (owner_id))
    union all
    select null, null, null, 0, 0, count(distinct booking_id)::int, (count(distinct booking_id) filter (where state = 'PENDING'))::int from taken`);
}
