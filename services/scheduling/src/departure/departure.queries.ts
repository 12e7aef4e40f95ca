import { all, hydrate, type RequestContext, type Role, type Sql, sql } from '@gongjian/platform';
import { Booking, type BookingState } from '../booking/booking.entity.ts';
import { Resource, type ResourceKind } from '../resource/resource.entity.ts';

/** Who answers for an owner. */
const ANSWERING: readonly Role[] = ['ORGANISATION_ADMINISTRATOR', 'RESOURCE_KEEPER', 'PARK_ADMINISTRATOR'];
/** Who can go on with somebody else's booking. */
const RUNNING: readonly Role[] = ['ORGANISATION_ADMINISTRATOR', 'COORDINATOR', 'RESOURCE_KEEPER', 'TEACHER', 'ENGINEER'];
const COORDINATING: readonly Role[] = ['SECRETARY', 'PARK_ADMINISTRATOR'];

export type DutyKind = 'OWN' | 'WAITING' | 'LENT';
export type Leaver = { personId: string; organisationId: null } | { personId: null; organisationId: string };

export interface DutyBookingRow {
  id: string;
  title: string;
  startsAt: Date;
  endsAt: Date;
  state: BookingState;
  organisationId: string;
  requestedById: string;
  /** The consortium in which it was made. */
  homeId: string;
  kind: DutyKind;
  othersWhoAnswer: number;
}

export interface DutyResourceRow {
  id: string;
  name: string;
  kind: ResourceKind;
  ownerId: string;
}

export const MOST_SHOWN = 200;

/** Bookings (as `t`) that still hold their slots and end after an instant. */
const coming = (ctx: RequestContext, from: Date): Sql =>
  sql`t.tenant_id = ${ctx.currentTenant} and (t.state = 'CONFIRMED' or (t.state = 'PENDING' and t.hold_until > ${ctx.now})) and t.ends_at > ${from}`;

/** The owners for which a person answers, or the organisation itself. */
const owners = (leaver: Leaver, day: string): Sql =>
  leaver.personId === null
    ? sql`array[${leaver.organisationId}::uuid]`
    : sql`array(select h.organisation_id from directory.held_role h where h.person_id = ${leaver.personId} and h.role = any (${ANSWERING}) and h.since <= ${day} and (h.until is null or h.until > ${day}))`;

/** An organisation that nobody belongs to: who may decide there may decide anywhere. */
const ANY = '';

/** Answers that wait are told to those who decide for all, and to an organisation's administrator for the own one. */
const answersSeen = (ctx: RequestContext): Sql => (ctx.can('handOver', Object.assign(new Resource(), { ownerId: ANY })) ? sql`true` : sql`p.owner_id = ${ctx.actor.organisationId}`);

export async function dutyBookings(ctx: RequestContext, leaver: Leaver, from: Date, day: string): Promise<{ rows: DutyBookingRow[]; count: number }> {
  const own = leaver.personId === null ? sql`t.organisation_id = ${leaver.organisationId}` : sql`t.requested_by_id = ${leaver.personId}`;
  const waiting = sql`t.state = 'PENDING' and exists (select 1 from scheduling.approval p where p.tenant_id = t.tenant_id and p.booking_id = t.id and p.state = 'WAITING' and p.owner_id = any (o.ids) and ${answersSeen(ctx)})`;
  const lent = leaver.personId === null ? sql`exists (select 1 from scheduling.allocation a where a.tenant_id = t.tenant_id and a.booking_id = t.id and a.owner_id = ${leaver.organisationId} and a.state <> 'RELEASED')` : sql`false`;
  const rows = await ctx.query<DutyBookingRow & { count: number }>(sql`
    select t.id, t.title, t.starts_at as "startsAt", t.ends_at as "endsAt", t.state, t.organisation_id as "organisationId", t.requested_by_id as "requestedById", t.home_id as "homeId",
      case when ${own} then 'OWN' when ${waiting} then 'WAITING' else 'LENT' end as kind,
      case when ${waiting} then (
        select count(distinct s.person_id)::int from directory.seat s join scheduling.approval p on p.tenant_id = s.tenant_id and p.owner_id = s.organisation_id
        where p.tenant_id = t.tenant_id and p.booking_id = t.id and p.state = 'WAITING' and p.owner_id = any (o.ids) and s.roles && ${ANSWERING}::text[] and s.person_id is distinct from ${leaver.personId}::uuid) else 0 end as "othersWhoAnswer",
      count(*) over ()::int as count
    from scheduling.booking t cross join (select ${owners(leaver, day)} as ids) o
    where ${coming(ctx, from)} and ((${own} and ${ctx.permitted('handOver', Booking)}) or (${waiting}) or (${lent} and ${ctx.permitted('handOver', Booking)}))
    order by t.starts_at, t.id limit 200`);
  return { rows, count: rows[0]?.count ?? 0 };
}

/** Resources (as `t`) that a person keeps, by the name in the register, at organisations for which they work or worked; or those of an organisation. */
function dutyResourcesWhere(ctx: RequestContext, leaver: Leaver): Sql {
  const theirs =
    leaver.personId === null
      ? [sql`t.owner_id = ${leaver.organisationId}`, sql`t.state not in ('SCRAPPED', 'WITHDRAWN')`]
      : [sql`t.keeper = (select p.name from directory.consortium_person p where p.person_id = ${leaver.personId})`, sql`t.owner_id = any (array(select h.organisation_id from directory.held_role h where h.person_id = ${leaver.personId}))`];
  return all([sql`t.tenant_id = ${ctx.currentTenant}`, ...theirs, ctx.permitted('handOver', Resource)]);
}

export async function dutyResources(ctx: RequestContext, leaver: Leaver): Promise<{ rows: DutyResourceRow[]; count: number }> {
  const rows = await ctx.query<DutyResourceRow & { count: number }>(sql`
    select t.id, t.name, t.kind, t.owner_id as "ownerId", count(*) over ()::int as count from scheduling.resource t
    where ${dutyResourcesWhere(ctx, leaver)} order by t.kind_rank, t.name_key, t.id limit 200`);
  return { rows, count: rows[0]?.count ?? 0 };
}

/** Their ids, locked in one order. */
export async function lockDutyResources(ctx: RequestContext, leaver: Leaver, only: readonly string[] | null): Promise<string[]> {
  const rows = await ctx.query<{ id: string }>(sql`
    select t.id from scheduling.resource t where ${dutyResourcesWhere(ctx, leaver)} and (${only}::uuid[] is null or t.id = any (${only ?? []}::uuid[])) order by t.id for update of t`);
  return rows.map(({ id }) => id);
}

/** Bookings in the order of their ids, locked. */
export async function lockBookings(ctx: RequestContext, ids: readonly string[]): Promise<Map<string, Booking>> {
  const rows = await ctx.query<Booking>(sql`
    select t.id, t.tenant_id as "tenantId", t.title, t.organisation_id as "organisationId", t.requested_by_id as "requestedById", t.starts_at as "startsAt", t.ends_at as "endsAt", t.state, t.hold_until as "holdUntil", t.history, t.version
    from scheduling.booking t where t.tenant_id = ${ctx.currentTenant} and t.id = any (${ids}::uuid[]) order by t.id for update of t`);
  return new Map(rows.map((row) => [row.id, hydrate(Booking, row)]));
}

/** Whether a booking hangs on somebody: they requested it; it is for the organisation, takes its resources, or waits for its answer. */
export async function hangsOn(ctx: RequestContext, leaver: Leaver, booking: Booking): Promise<boolean> {
  if (leaver.personId !== null) return booking.requestedById === leaver.personId;
  if (booking.organisationId === leaver.organisationId) return true;
  const rows = await ctx.query(sql`select 1 from scheduling.allocation a where a.tenant_id = ${ctx.currentTenant} and a.booking_id = ${booking.id} and a.owner_id = ${leaver.organisationId} and a.state <> 'RELEASED' limit 1`);
  return rows.length > 0;
}

/** Whether a person sits where bookings of this organisation can be run from. */
export async function canRun(ctx: RequestContext, personId: string, organisationId: string): Promise<boolean> {
  const rows = await ctx.query(sql`
    select 1 from directory.seat s where s.tenant_id = ${ctx.currentTenant} and s.person_id = ${personId}
      and (s.roles && ${COORDINATING}::text[] or (s.organisation_id = ${organisationId} and s.roles && ${RUNNING}::text[])) limit 1`);
  return rows.length > 0;
}

export async function nameOf(ctx: RequestContext, personId: string): Promise<string | null> {
  const [row] = await ctx.query<{ name: string }>(sql`select name from directory.consortium_person where person_id = ${personId}`);
  return row?.name ?? null;
}
