import { asUuid, type OrderBy, type RequestContext, type Sql, sql } from '@gongjian/platform';
import { BOOKABLE_STATES } from '../resource/resource.entity.ts';
import type { OpeningPeriod } from '../resource/opening.ts';
import { DAY, HOUR, MINUTE } from '../time.ts';
import { Approval } from './approval.entity.ts';
import type { Booking } from './booking.entity.ts';
import { type BookingFilter, type BookingOrder, MAX_BOOKING_MINUTES } from './booking.inputs.ts';

/** A range in which a resource must be free. */
export interface Wanted {
  resourceId: string;
  blockedFrom: Date;
  blockedUntil: Date;
}

/** What is in the way of a wanted range. */
export interface Obstacle {
  allocationId: string;
  resourceId: string;
  bookingId: string | null;
  maintenanceId: string | null;
  blockedFrom: Date;
  blockedUntil: Date;
  /** Set for pending bookings. */
  holdUntil: Date | null;
}

/** Nobody reads more reasons than this for one resource. */
const MOST_OBSTACLES = 20;

/**
 * What overlaps the wanted ranges. Ranges of one resource never overlap each other, so it is the last that begins before
 * the wanted range, if it reaches into it, and those that begin inside.
 */
export function obstacles(ctx: RequestContext, wanted: readonly Wanted[], limit = MOST_OBSTACLES): Promise<Obstacle[]> {
  return ctx.query<Obstacle>(sql`
    select a.id as "allocationId", w.resource_id as "resourceId", a.booking_id as "bookingId", a.maintenance_id as "maintenanceId",
      a.blocked_from as "blockedFrom", a.blocked_until as "blockedUntil", b.hold_until as "holdUntil"
    from unnest(${wanted.map((one) => one.resourceId)}::uuid[], ${wanted.map((one) => one.blockedFrom)}::timestamptz[], ${wanted.map((one) => one.blockedUntil)}::timestamptz[]) w(resource_id, blocked_from, blocked_until)
    cross join lateral (
      (select l.* from (
        select * from scheduling.allocation t where t.tenant_id = ${ctx.currentTenant} and t.resource_id = w.resource_id and t.state <> 'RELEASED' and t.blocked_from < w.blocked_from
        order by t.blocked_from desc limit 1) l where l.blocked_until > w.blocked_from)
      union all
      (select * from scheduling.allocation t where t.tenant_id = ${ctx.currentTenant} and t.resource_id = w.resource_id and t.state <> 'RELEASED' and t.blocked_from >= w.blocked_from and t.blocked_from < w.blocked_until
        order by t.blocked_from limit ${limit})
    ) a
    left join scheduling.booking b on b.tenant_id = ${ctx.currentTenant} and b.id = a.booking_id and a.state = 'PENDING'
    order by w.resource_id, a.blocked_from`);
}

export interface Candidate {
  originalId: string;
  id: string;
  sameModel: boolean;
  openingHours: OpeningPeriod[];
}

export interface SubstituteSearch {
  originals: readonly string[];
  bundle: readonly string[];
  startsAt: Date;
  endsAt: Date;
  now: Date;
  /** Which of the ranked ones are looked at. */
  offset: number;
  limit: number;
}

/**
 * For each resource in trouble others of its kind that are bookable and free at the time, best first: same model, then
 * same category, then same owner and place and without approval. Opening hours are for the caller to check.
 */
export async function substitutes(ctx: RequestContext, search: SubstituteSearch): Promise<Candidate[]> {
  const { originals, bundle, startsAt, endsAt, now, offset, limit } = search;
  const minutes = Math.ceil((endsAt.getTime() - startsAt.getTime()) / MINUTE);
  const daysAhead = Math.ceil((startsAt.getTime() - now.getTime()) / DAY);
  const tenant = ctx.currentTenant;
  return ctx.query<Candidate>(sql`
    select o.id as "originalId", c.id, c.same_model as "sameModel", c.opening_hours as "openingHours"
    from scheduling.resource o
    cross join lateral (
      select s.id, coalesce(s.model = o.model, false) as same_model, s.opening_hours, s.buffer_before, s.buffer_after,
        row_number() over (order by coalesce(s.model = o.model, false) desc, coalesce(s.category = o.category, false) desc, (s.owner_id = o.owner_id) desc, s.needs_approval, coalesce(s.place = o.place, false) desc, s.name_key, s.id) as rank
      from scheduling.resource s
      where s.tenant_id = ${tenant} and s.kind = o.kind and s.state = any(${BOOKABLE_STATES}) and s.id <> all(${bundle})
        and s.max_minutes >= ${minutes}::bigint and s.horizon_days >= ${daysAhead}::bigint
      order by rank limit ${limit} offset ${offset}
    ) c
    where o.tenant_id = ${tenant} and o.id = any(${originals})
      and not exists (
        select 1 from (
          select t.blocked_until from scheduling.allocation t
          where t.tenant_id = ${tenant} and t.resource_id = c.id and t.state <> 'RELEASED' and t.blocked_from < ${endsAt}::timestamptz + make_interval(mins => c.buffer_after)
          order by t.blocked_from desc limit 1) l
        where l.blocked_until > ${startsAt}::timestamptz - make_interval(mins => c.buffer_before))
    order by o.id, c.rank`);
}

/** A filter as conditions on table `t`. */
export function matching(ctx: RequestContext, filter: BookingFilter | null | undefined): Sql[] {
  if (!filter) return [];
  const where: Sql[] = [];
  if (filter.search?.trim()) where.push(sql`t.title ilike ${`%${filter.search.trim().replaceAll(/[\\%_]/g, (special) => `\\${special}`)}%`}`);
  if (filter.states) where.push(sql`t.state = any(${filter.states})`);
  if (filter.purposes) where.push(sql`t.purpose = any(${filter.purposes})`);
  if (filter.mine != null) where.push(filter.mine ? sql`t.requested_by_id = ${ctx.actor.personId}` : sql`t.requested_by_id <> ${ctx.actor.personId}`);
  if (filter.waitingForMe != null) where.push(filter.waitingForMe ? waitingFor(ctx) : sql`not ${waitingFor(ctx)}`);
  if (filter.organisationId) where.push(sql`t.organisation_id = ${asUuid(filter.organisationId)}`);
  if (filter.resourceId) where.push(sql`exists (select 1 from scheduling.allocation a where a.tenant_id = t.tenant_id and a.booking_id = t.id and a.resource_id = ${asUuid(filter.resourceId)})`);
  if (filter.from) where.push(sql`t.ends_at > ${filter.from}`, sql`t.starts_at > ${new Date(filter.from.getTime() - MAX_BOOKING_MINUTES * MINUTE)}`);
  if (filter.until) where.push(sql`t.starts_at < ${filter.until}`);
  return where;
}

export function ordered(order: BookingOrder): OrderBy<Booking>[] {
  if (order === 'CREATED_LAST') return [{ by: 'createdAt', desc: true }];
  return [{ by: 'startsAt', desc: order === 'STARTS_LAST' }];
}

/** Bookings that wait for an answer which the actor may give. */
function waitingFor(ctx: RequestContext): Sql {
  return sql`(t.state = 'PENDING' and t.hold_until > ${ctx.now} and exists (select 1 from scheduling.approval p where p.tenant_id = t.tenant_id and p.booking_id = t.id and p.state = 'WAITING' and p.owner_id = ${ctx.actor.organisationId} and ${ctx.can('decide', Object.assign(new Approval(), { ownerId: ctx.actor.organisationId }))}))`;
}

/** No allocation is longer: bookings with their buffers are shorter than maintenance may be. */
const LONGEST_ALLOCATION = 366 * DAY + 8 * HOUR;

/** Allocations (table `t`) of resources that overlap a time. The bound on the start keeps the index scan short. */
export function overlapping(resourceIds: readonly string[], from: Date, until: Date): Sql[] {
  return [
    sql`t.resource_id = any(${resourceIds.map(asUuid)})`,
    sql`t.state <> 'RELEASED'`,
    sql`t.blocked_from < ${until}`,
    sql`t.blocked_until > ${from}`,
    sql`t.blocked_from > ${new Date(from.getTime() - LONGEST_ALLOCATION)}`,
  ];
}

/** Releases what these bookings take. @returns the allocations and their resources, for open pages */
export function release(ctx: RequestContext, bookingIds: readonly string[]): Promise<{ id: string; resourceId: string }[]> {
  return ctx.query(sql`
    update scheduling.allocation set state = 'RELEASED', updated_at = ${ctx.now}, version = version + 1
    where tenant_id = ${ctx.currentTenant} and booking_id = any(${bookingIds}) and state <> 'RELEASED'
    returning id, resource_id as "resourceId"`);
}

