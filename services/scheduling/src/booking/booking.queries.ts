import { asUuid, type OrderBy, raw, type RequestContext, type Sql, sql } from '@gongjian/platform';
import { HOUR, MINUTE } from '../time.ts';
import { Approval } from './approval.entity.ts';
import type { Booking } from './booking.entity.ts';
import { type BookingFilter, type BookingOrder, MAX_BOOKING_MINUTES } from './booking.inputs.ts';

/** A range in which a resource must be free. */
export interface Wanted {
  resourceId: string;
  blockedFrom: Date;
  blockedUntil: Date;
  /** The organisation whose agreement puts it before others that still wait. */
  goesFirstFor?: string;
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
  /** It waits, and whoever wants the range goes first. */
  yields: boolean;
}

/** Nobody reads more reasons than this for one resource. */
const MOST_OBSTACLES = 20;

/**
 * What overlaps the wanted ranges. Ranges of one resource never overlap each other, so it is the last that begins before
 * the wanted range, if it reaches into it, and those that begin inside.
 */
export function obstacles(ctx: RequestContext, wanted: readonly Wanted[], limit = MOST_OBSTACLES): Promise<Obstacle[]> {
  return ctx.query<Obstacle>(
    sql`with wanted(resource_id, blocked_from, blocked_until, taker_id) as (
      select * from unnest(${wanted.map((one) => one.resourceId)}::uuid[], ${wanted.map((one) => one.blockedFrom)}::timestamptz[], ${wanted.map((one) => one.blockedUntil)}::timestamptz[], ${wanted.map((one) => one.goesFirstFor ?? null)}::uuid[]))
    select a.id as "allocationId", w.resource_id as "resourceId", a.booking_id as "bookingId", a.maintenance_id as "maintenanceId",
      a.blocked_from as "blockedFrom", a.blocked_until as "blockedUntil",
      case when a.state = 'PENDING' then (select b.hold_until from scheduling.booking b where b.tenant_id = ${ctx.currentTenant} and b.id = a.booking_id) end as "holdUntil",
      w.taker_id is not null and ${yieldsTo(ctx, sql`w.taker_id`)} as yields
    from wanted w
    cross join lateral (
      (select l.* from (
        select * from scheduling.allocation t where t.tenant_id = ${ctx.currentTenant} and t.resource_id = w.resource_id and t.state <> 'RELEASED' and t.blocked_from < w.blocked_from
        order by t.blocked_from desc limit 1) l where l.blocked_until > w.blocked_from)
      union all
      (select * from scheduling.allocation t where t.tenant_id = ${ctx.currentTenant} and t.resource_id = w.resource_id and t.state <> 'RELEASED' and t.blocked_from >= w.blocked_from and t.blocked_from < w.blocked_until
        order by t.blocked_from limit ${raw(String(Math.floor(limit)))})
    ) a
    order by w.resource_id, a.blocked_from`.prepared(),
  );
}

/**
 * Whether what takes a thing (table `a`) is a wish that still waits, of somebody other than the taker and the thing's owner,
 * and under no agreement that puts it first itself: among equals who came first goes first.
 */
export const yieldsTo = (ctx: RequestContext, taker: Sql): Sql => sql`(a.state = 'PENDING'
  and exists (select 1 from scheduling.booking b where b.tenant_id = ${ctx.currentTenant} and b.id = a.booking_id and b.organisation_id not in (${taker}, a.owner_id))
  and not exists (
    select 1 from scheduling.grant_use u
    join directory.access_grant g on g.tenant_id = u.tenant_id and g.id = u.grant_id and g.terms->>'priority' = 'PREFERRED'
    join scheduling.pool_resource p on p.tenant_id = g.tenant_id and p.pool_id = g.pool_id and p.resource_id = a.resource_id
    where u.tenant_id = ${ctx.currentTenant} and u.booking_id = a.booking_id and u.state = 'RESERVED'))`;

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

/** Allocations (table `t`) of resources that overlap a time: those of bookings, which are never longer than a month … */
export function overlapping(resourceIds: readonly string[], from: Date, until: Date): Sql[] {
  return [...reaching(resourceIds, from, until), sql`t.blocked_from > ${new Date(from.getTime() - LONGEST_BOOKING)}`];
}

/** … and maintenance that began before, of which there is little. The bounds keep index scans short, however long the past is. */
export function overlappingMaintenance(resourceIds: readonly string[], from: Date, until: Date): Sql[] {
  return [...reaching(resourceIds, from, until), sql`t.maintenance_id is not null`, sql`t.blocked_from <= ${new Date(from.getTime() - LONGEST_BOOKING)}`];
}

/** With its buffers. */
const LONGEST_BOOKING = MAX_BOOKING_MINUTES * MINUTE + 8 * HOUR;

function reaching(resourceIds: readonly string[], from: Date, until: Date): Sql[] {
  return [sql`t.resource_id = any(${resourceIds.map(asUuid)})`, sql`t.state <> 'RELEASED'`, sql`t.blocked_from < ${until}`, sql`t.blocked_until > ${from}`];
}

/** Releases what these bookings take. @returns the allocations and their resources, for open pages */
export function release(ctx: RequestContext, bookingIds: readonly string[]): Promise<{ id: string; resourceId: string }[]> {
  return ctx.query(sql`
    update scheduling.allocation set state = 'RELEASED', updated_at = ${ctx.now}, version = version + 1
    where tenant_id = ${ctx.currentTenant} and booking_id = any(${bookingIds}) and state <> 'RELEASED'
    returning id, resource_id as "resourceId"`);
}

