import { asUuid, notFound, type RequestContext, sql } from '@gongjian/platform';
import { Resource } from '../resource/resource.entity.ts';
import { HOUR } from '../time.ts';
import { Approval } from './approval.entity.ts';
import { type Obstacle, obstacles, type Wanted } from './booking.queries.ts';
import { blocked, type Reason, type RuledResource, type Wish } from './booking.rules.ts';
import { expire, giveWay } from './endings.ts';

/** The resources in the order given. @throws NOT_FOUND when one is unknown, or foreign, which is the same */
export async function resourcesOf(ctx: RequestContext, ids: readonly string[], field: string): Promise<Resource[]> {
  return inOrder(await ctx.find(Resource, { where: [sql`t.id = any(${ids.map(asUuid)})`] }), ids, field);
}

/**
 * Locks resources, always in the order of their ids: whoever takes, moves or blocks waits here and nowhere else, so
 * nobody can wait in a circle. Bookings are locked after resources, never before.
 */
export async function lockResources(ctx: RequestContext, ids: readonly string[], field: string, only?: readonly (keyof Resource & string)[]): Promise<Resource[]> {
  return inOrder(await holdThose(ctx, ids, only), ids, field);
}

/** Those of the current consortium that there are, held until the operation ends. */
export function holdThose(ctx: RequestContext, ids: readonly string[], only?: readonly (keyof Resource & string)[]): Promise<Resource[]> {
  return ctx.find(Resource, { where: [sql`t.id = any(${ids.map(asUuid)})`], lock: 'update', keyed: true, only });
}

function inOrder(found: readonly Resource[], ids: readonly string[], field: string): Resource[] {
  const byId = new Map(found.map((resource) => [resource.id, resource]));
  return ids.map((id) => {
    const resource = byId.get(id);
    if (!resource) throw notFound(field);
    return resource;
  });
}

/** What a booking asks of its resources; a register has thirty columns more. */
export const ASKED = ['id', 'kind', 'name', 'state', 'openingHours', 'bufferBefore', 'bufferAfter', 'maxMinutes', 'horizonDays', 'capacity', 'ownerId', 'needsApproval', 'holdHours', 'sharing', 'tenantId'] as const;
export type AskedResource = Pick<Resource, (typeof ASKED)[number] | 'bookable' | 'timeZone' | 'goesFirstFor'>;

interface Looking {
  exceptBookingId?: string;
  write: boolean;
}

/** What others have of the resources at that time. Where nothing may be written, also wishes that would give way. */
export async function othersIn(ctx: RequestContext, resources: readonly RuledResource[], wish: Pick<Wish, 'startsAt' | 'endsAt'>, { exceptBookingId, write }: Looking): Promise<Obstacle[]> {
  if (resources.length === 0) return [];
  const wanted = resources.map((resource) => ({ resourceId: resource.id, goesFirstFor: resource.goesFirstFor, ...blocked(resource, wish) }));
  return (await inTheWay(ctx, wanted, { write })).filter(({ bookingId }) => bookingId === null || bookingId !== exceptBookingId);
}

/** Who has the resources at that time. */
export async function taken(ctx: RequestContext, resources: readonly RuledResource[], wish: Pick<Wish, 'startsAt' | 'endsAt'>, looking: Looking): Promise<Reason[]> {
  return (await othersIn(ctx, resources, wish, looking)).map(busyReason);
}

export function busyReason({ allocationId, resourceId, maintenanceId, blockedFrom, blockedUntil }: Obstacle): Reason {
  return { code: maintenanceId ? 'UNDER_MAINTENANCE' : 'TAKEN', resourceId, allocationId, params: { from: blockedFrom.toISOString(), until: blockedUntil.toISOString() } };
}

/** What overlaps the wanted ranges. Holds that have run out count as free; where writing is allowed they end now, and wishes that have to give way with them. */
export async function inTheWay(ctx: RequestContext, wanted: readonly Wanted[], { write, limit }: { write: boolean; limit?: number }): Promise<readonly Obstacle[]> {
  const look = () => obstacles(ctx, wanted, limit);
  const found = await look();
  return write ? cleared(ctx, found, look) : found.filter((one) => !hasRunOut(ctx, one));
}

function hasRunOut(ctx: RequestContext, { holdUntil }: Obstacle): boolean {
  return holdUntil !== null && holdUntil <= ctx.now;
}

/** An answer or the job may have come first, so what is there then has to be looked at again. */
async function cleared(ctx: RequestContext, found: readonly Obstacle[], look: () => Promise<Obstacle[]>): Promise<readonly Obstacle[]> {
  const runOut = found.filter((one) => hasRunOut(ctx, one));
  const lesser = found.filter((one) => one.yields && !hasRunOut(ctx, one));
  if (runOut.length + lesser.length === 0) return found;
  await expire(ctx, runOut.map(({ bookingId }) => bookingId!));
  await giveWay(ctx, lesser.map(({ bookingId }) => bookingId!));
  return look();
}

/** Whether the actor may answer for this owner; then nobody needs to be asked. */
export function decidesFor(ctx: RequestContext, ownerId: string): boolean {
  return ctx.can('decide', Object.assign(new Approval(), { ownerId }));
}

/** The owners that have to be asked, each with those of its resources that need it. */
export function ownersToAsk<R extends Pick<Resource, 'needsApproval' | 'ownerId'>>(ctx: RequestContext, resources: readonly R[]): Map<string, R[]> {
  return Map.groupBy(resources.filter(({ needsApproval, ownerId }) => needsApproval && !decidesFor(ctx, ownerId)), ({ ownerId }) => ownerId);
}

/** As long as the least patient of the resources allows, and not beyond the start: then an answer is of no use. */
export function holdUntil(now: Date, resources: readonly Pick<Resource, 'holdHours'>[], startsAt: Date): Date {
  return new Date(Math.min(startsAt.getTime(), ...resources.map(({ holdHours }) => now.getTime() + holdHours * HOUR)));
}
