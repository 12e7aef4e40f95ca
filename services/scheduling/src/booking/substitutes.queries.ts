import { raw, type RequestContext, sql } from '@gongjian/platform';
import { firstThings, lentTo } from '../grant/grant.queries.ts';
import type { OpeningPeriod } from '../resource/opening.ts';
import { BOOKABLE_STATES, type ResourceKind } from '../resource/resource.entity.ts';
import { DAY, MINUTE } from '../time.ts';
import { yieldsTo } from './booking.queries.ts';

export interface Wanted {
  kind: ResourceKind;
  /** The models and categories that are to be replaced: things like them come first. */
  models: readonly string[];
  categories: readonly string[];
  /** What each of them has to take, for venues. */
  capacity: number;
  /** The largest first, whatever they are like. */
  largest: boolean;
}

export interface Search {
  wanted: readonly Wanted[];
  bundle: readonly string[];
  /** For whom: what its owner lends by agreement alone is there for those who have one. */
  organisationId: string;
  startsAt: Date;
  endsAt: Date;
  now: Date;
  /** The different opening hours that are open at the time. */
  open: readonly OpeningPeriod[][];
}

/** A resource that is free at the time, with what its rank depends on. */
export interface Candidate {
  id: string;
  kind: ResourceKind;
  model: string | null;
  category: string | null;
  ownerId: string;
  place: string | null;
  needsApproval: boolean;
  capacity: number | null;
  /** Taken by a wish that waits, and free for those alone whom an agreement puts first. */
  inStead: boolean;
}

/** A bundle has at most 20 resources, so that with this many of a kind nobody goes without for want of looking. */
const OF_A_KIND = 200;

/** The different opening hours of these kinds: a handful, whatever the number of resources. */
export async function openingHoursOf(ctx: RequestContext, kinds: readonly ResourceKind[]): Promise<OpeningPeriod[][]> {
  const rows = await ctx.query<{ openingHours: OpeningPeriod[] }>(sql`select distinct opening_hours as "openingHours" from scheduling.resource where tenant_id = ${ctx.currentTenant} and kind = any(${kinds})`);
  return rows.map(({ openingHours }) => openingHours);
}

/** For each kind the first resources that are bookable, open and free at the time, those of the wanted models and categories before others. */
export function freeResources(ctx: RequestContext, { wanted, bundle, organisationId, startsAt, endsAt, now, open }: Search): Promise<Candidate[]> {
  const minutes = Math.ceil((endsAt.getTime() - startsAt.getTime()) / MINUTE);
  const daysAhead = Math.ceil((startsAt.getTime() - now.getTime()) / DAY);
  const tenant = ctx.currentTenant;
  return ctx.query<Candidate>(sql`
    select f.id, f.kind, f.model, f.category, f.owner_id as "ownerId", f.place, f.needs_approval as "needsApproval", f.capacity, not f.free as "inStead"
    from jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb) w(kind text, models text[], categories text[], capacity int, largest boolean)
    cross join lateral (
      select c.*, l.free from (
        select s.id, s.kind, s.model, s.category, s.owner_id, s.place, s.needs_approval, s.capacity, s.buffer_before, s.buffer_after,
          case when w.largest then coalesce(s.capacity, 2147483647) end as size,
          s.model = any(w.models) is true as like_model, s.category = any(w.categories) is true as like_category, s.name_key
        from scheduling.resource s
        where s.tenant_id = ${tenant} and s.kind = w.kind and s.state = any(${BOOKABLE_STATES}) and s.id <> all(${bundle}) and ${lentTo(ctx, organisationId)}
          and s.max_minutes >= ${minutes}::bigint and s.horizon_days >= ${daysAhead}::bigint and (s.capacity is null or s.capacity >= w.capacity)
          and s.opening_hours = any(${open.map((periods) => JSON.stringify(periods))}::jsonb[])
        order by size desc, like_model desc, like_category desc, s.name_key, s.id
      ) c
      cross join lateral (
        select not exists (
          select 1 from (
            select t.blocked_until from scheduling.allocation t
            where t.tenant_id = ${tenant} and t.resource_id = c.id and t.state <> 'RELEASED' and t.blocked_from < ${endsAt}::timestamptz + make_interval(mins => c.buffer_after)
            order by t.blocked_from desc limit 1) last
          where last.blocked_until > ${startsAt}::timestamptz - make_interval(mins => c.buffer_before)) as free) l
      where l.free or (c.id in (${firstThings(ctx, organisationId)}) and not exists (
        select 1 from scheduling.allocation a
        where a.tenant_id = ${tenant} and a.resource_id = c.id and a.state <> 'RELEASED' and a.blocked_from < ${endsAt}::timestamptz + make_interval(mins => c.buffer_after)
          and a.blocked_until > ${startsAt}::timestamptz - make_interval(mins => c.buffer_before) and not ${yieldsTo(ctx, sql`${organisationId}::uuid`)}))
      order by c.size desc, c.like_model desc, c.like_category desc, c.name_key, c.id
      limit ${raw(String(OF_A_KIND))}
    ) f
    order by f.name_key, f.id`);
}
