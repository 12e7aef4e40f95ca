import { name, type RequestContext, type Sql, sql } from '@gongjian/platform';
import { Booking } from '../booking/booking.entity.ts';
import { Resource } from '../resource/resource.entity.ts';
import { type Said, saidOf } from './said.ts';

type SearchedResource = Pick<Resource, 'id' | 'name' | 'code' | 'model' | 'place' | 'keeper'>;
type SearchedBooking = Pick<Booking, 'id' | 'title' | 'organisationId' | 'requestedById' | 'startsAt'> & { resources: Pick<Resource, 'name' | 'code' | 'ownerId'>[] };

/** What resources are found by, written with them. */
export function indexResources(ctx: RequestContext, resources: readonly SearchedResource[]): void {
  const entries = resources.map(({ id, name: title, code, model, place, keeper }) => ({ id, ...saidOf(title, [code, model, place, keeper]) }));
  if (entries.length > 0) ctx.write(upsert('resource', entries));
}

/** A booking is found by its title, whom it is for, and what it takes; by those who may read it. */
function saidOfBooking({ title, organisationId, requestedById, startsAt, resources }: SearchedBooking): Said {
  const others = resources.flatMap(({ name: called, code }) => [called, code]);
  const readers = [organisationId, requestedById, ...resources.map(({ ownerId }) => ownerId)];
  return saidOf(title, others, { readers, at: startsAt, organisationId });
}

/** One parameter for all of them, as the import does it. */
function upsert(record: 'resource' | 'booking', entries: readonly ({ id: string } & Said)[]): Sql {
  const key = name(`${record}_id`);
  return sql`
    insert into ${name('scheduling', `${record}_search`)} (${key}, said, pieces)
    select n.id, n.said, n.pieces from jsonb_to_recordset(${JSON.stringify(entries)}::jsonb) as n(id uuid, said text, pieces int[])
    on conflict (tenant_id, ${key}) do update set said = excluded.said, pieces = excluded.pieces`.prepared();
}

/** The same for resources that were changed by a statement of their own. */
export async function indexResourcesAnew(ctx: RequestContext, ids: readonly string[]): Promise<void> {
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    indexResources(ctx, await ctx.query<SearchedResource>(sql`select t.id, t.name, t.code, t.model, t.place, t.keeper from scheduling.resource t where t.tenant_id = ${ctx.currentTenant} and t.id = any(${ids.slice(from, from + AT_ONCE)})`));
  }
}

const AT_ONCE = 200;

/** Bookings say what their resources are called and whose they are, so they are written anew when that changes. */
export async function indexBookingsOf(ctx: RequestContext, { resourceIds, bookingIds = [] }: { resourceIds: string[]; bookingIds?: string[] }): Promise<void> {
  ctx.authorize('update', Booking);
  await indexBookings(ctx, bookingIds);
  const rows = await ctx.query<{ id: string }>(sql`select distinct booking_id as id from scheduling.allocation where tenant_id = ${ctx.currentTenant} and resource_id = any(${resourceIds}) and booking_id is not null`);
  await indexBookings(ctx, rows.map(({ id }) => id));
}

/** The same for bookings, as they are now. */
export async function indexBookings(ctx: RequestContext, ids: readonly string[]): Promise<void> {
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    const bookings = await ctx.query<SearchedBooking>(bookingsSaid(ids.slice(from, from + AT_ONCE)));
    const entries = bookings.map((booking) => ({ id: booking.id, ...saidOfBooking(booking) }));
    if (entries.length > 0) await ctx.query(upsert('booking', entries));
  }
}

/**
 * Each by its keys: LATERAL with OFFSET leaves PostgreSQL no other way. Of a table that grows by hundreds a second it knows
 * the size of a minute ago, and would rather read all of it.
 */
const bookingsSaid = (ids: readonly string[]): Sql =>
  sql`
    select b.id, b.title, b.organisation_id as "organisationId", b.requested_by_id as "requestedById", b.starts_at as "startsAt", taken.resources
    from unnest(${ids}::uuid[]) as asked(id)
    cross join lateral (select * from scheduling.booking t where t.tenant_id = platform.current_tenant() and t.id = asked.id offset 0) b
    cross join lateral (
      select coalesce(json_agg(json_build_object('name', r.name, 'code', r.code, 'ownerId', r.owner_id)), '[]') as resources
      from scheduling.allocation a join scheduling.resource r on r.tenant_id = a.tenant_id and r.id = a.resource_id
      where a.tenant_id = platform.current_tenant() and a.booking_id = b.id) taken`.prepared();

const missing = (record: 'resource' | 'booking') => sql`
  from ${name('scheduling', record)} t where t.tenant_id = platform.current_tenant()
  and not exists (select 1 from ${name('scheduling', `${record}_search`)} s where s.tenant_id = t.tenant_id and s.${name(`${record}_id`)} = t.id)`;

/** How many of each kind one job writes before it hands on to the next. */
const PER_JOB = 2000;

/** Writes what records of before have not: those of an older version, or of a restored backup. */
export async function completeIndex(ctx: RequestContext): Promise<void> {
  ctx.authorize('update', Resource);
  const resources = await ctx.query<SearchedResource>(sql`select t.id, t.name, t.code, t.model, t.place, t.keeper ${missing('resource')} limit 2000`);
  for (let from = 0; from < resources.length; from += AT_ONCE) indexResources(ctx, resources.slice(from, from + AT_ONCE));
  const bookings = await ctx.query<{ id: string }>(sql`select t.id ${missing('booking')} limit 2000`);
  await indexBookings(ctx, bookings.map(({ id }) => id));
  if (resources.length === PER_JOB || bookings.length === PER_JOB) await ctx.enqueue('search.complete', {});
}

/** Consortia whose index this process has looked at. */
const looked = new Set<string>();

/** The first search of a consortium after a start looks whether there are records that cannot be found yet. */
export async function completeOnce(ctx: RequestContext): Promise<void> {
  const tenantId = ctx.currentTenant;
  if (looked.has(tenantId)) return;
  looked.add(tenantId);
  const [row] = await ctx.query<{ some: boolean }>(sql`select exists (select 1 ${missing('resource')}) or exists (select 1 ${missing('booking')}) as some`);
  if (!row!.some) return;
  await ctx.outside((outside) => {
    outside.authorize('read', Resource);
    return outside.enqueue('search.complete', {}, { key: tenantId });
  });
}
