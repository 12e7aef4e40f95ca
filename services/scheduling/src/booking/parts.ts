import { notFound, type RequestContext, sql } from '@gongjian/platform';
import { partner } from '../grant/consortia.ts';
import { heldBy } from '../grant/grant.queries.ts';
import type { Held } from '../grant/grant.rules.ts';
import { Resource } from '../resource/resource.entity.ts';
import { Allocation } from './allocation.entity.ts';
import type { Booking } from './booking.entity.ts';
import type { Reason } from './booking.rules.ts';
import { busyReason, holdThose, inTheWay } from './slots.ts';

/** Whether somebody has still to answer in another consortium. */
export async function waitsElsewhere(ctx: RequestContext, { id, tenants }: Booking): Promise<boolean> {
  if (!tenants) return false;
  const [row] = await ctx.query<{ waits: boolean }>(sql`select scheduling.waits_elsewhere(${id}::uuid) as waits`);
  return row!.waits;
}

/** What is wanted, in the order given, with the grants through which it may be had. */
export interface Wanted {
  resources: Resource[];
  held: Held[];
}

/** A thing that was found before, and where. */
export interface Placed {
  resourceId: string;
  tenantId: string;
}

interface Search {
  lock: boolean;
  only?: readonly (keyof Resource & string)[];
  /** What the booking has already is found where it is, although its grant may be over. */
  placed?: readonly Placed[];
}

/**
 * The wanted things, wherever they are. Those of another consortium are found through a grant in force alone; without one
 * they are as unknown as a random id.
 * @throws NOT_FOUND
 */
export async function wanted(ctx: RequestContext, ids: readonly string[], organisationId: string, field: string, { lock, only, placed = [] }: Search): Promise<Wanted> {
  const find = (some: readonly string[]) => (lock ? holdThose(ctx, some, only) : ctx.find(Resource, { where: [sql`t.id = any(${some}::uuid[])`] }));
  const [held, own] = await Promise.all([heldBy(ctx, organisationId, ids), find(ids)]);
  const known = new Map(own.map((resource) => [resource.id, resource]));
  const places = [...held.map(({ resourceId, homeId }) => ({ resourceId, tenantId: homeId })), ...placed];
  const away = Map.groupBy(places.filter(({ resourceId, tenantId }) => tenantId !== ctx.currentTenant && !known.has(resourceId) && ids.includes(resourceId)), ({ tenantId }) => tenantId);
  // In one order for all; two that hold their own and want each other's are told apart by PostgreSQL, and one is done again.
  for (const tenantId of [...away.keys()].sort()) {
    const timeZone = (await partner(ctx, tenantId))?.timeZone;
    const some = [...new Set(away.get(tenantId)!.map(({ resourceId }) => resourceId))];
    await ctx.across(tenantId, async () => {
      for (const resource of await find(some)) known.set(resource.id, Object.assign(resource, { timeZone }));
    });
  }
  const resources = ids.map((id) => {
    const resource = known.get(id);
    if (!resource) throw notFound(field);
    return resource;
  });
  return { resources, held };
}

/** Things by the consortium that they belong to, this one's first, in it what `run` says of them. */
export async function byHome<R extends Pick<Resource, 'tenantId'>, T>(ctx: RequestContext, resources: readonly R[], run: (mine: R[]) => Promise<T[]>): Promise<T[]> {
  const groups = [...Map.groupBy(resources, ({ tenantId }) => tenantId)].sort(([a], [b]) => Number(b === ctx.currentTenant) - Number(a === ctx.currentTenant) || (a < b ? -1 : 1));
  const found: T[] = [];
  for (const [tenantId, mine] of groups) found.push(...(await ctx.across(tenantId, () => run(mine))));
  return found;
}

/** Whether what a booking took elsewhere could be had again. */
export async function stillFree(ctx: RequestContext, allocations: readonly Allocation[]): Promise<Reason[]> {
  const reasons: Reason[] = [];
  for (const [tenantId, mine] of Map.groupBy(allocations, (allocation) => allocation.tenantId)) {
    const found = await ctx.across(tenantId, () => inTheWay(ctx, mine.map(({ resourceId, blockedFrom, blockedUntil }) => ({ resourceId, blockedFrom, blockedUntil })), { write: true }));
    reasons.push(...found.map(busyReason));
  }
  return reasons;
}
