import { type ToldParams, type RequestContext, type Role, sql, type Telling } from '@gongjian/platform';
import type { Resource } from '../resource/resource.entity.ts';
import { Approval } from './approval.entity.ts';
import type { Booking } from './booking.entity.ts';
import { inEachPart } from './each-part.ts';

/** Who answers for an owner's things; see booking.permissions. */
const DECIDERS: readonly Role[] = ['ORGANISATION_ADMINISTRATOR', 'RESOURCE_KEEPER', 'PARK_ADMINISTRATOR'];

/** What every message about a booking needs. Statements that end bookings in one go return just this. */
export type ToldBooking = Pick<Booking, 'id' | 'title' | 'requestedById' | 'startsAt' | 'endsAt' | 'homeId' | 'tenants'>;
export const TOLD = sql`b.id, b.title, b.requested_by_id as "requestedById", b.starts_at as "startsAt", b.ends_at as "endsAt", b.home_id as "homeId", b.tenants`;

/** People are named at home; in another consortium their organisation is. */
const actorIn = (ctx: RequestContext): ToldParams => ({ by: ctx.currentTenant === ctx.actor.tenantId ? { person: ctx.actor.personId } : { organisation: ctx.actor.organisationId } });

function about(ctx: RequestContext, { id, title, startsAt, endsAt }: ToldBooking, kind: string, params: ToldParams = {}): Pick<Telling, 'kind' | 'params' | 'about' | 'link'> {
  const when = { from: startsAt.toISOString(), until: endsAt.toISOString() };
  return { kind, params: { ...actorIn(ctx), title, when, ...params }, about: { type: 'Booking', id }, link: `/bookings/${id}` };
}

/** Each where they belong. */
async function tellRequesters(ctx: RequestContext, bookings: readonly ToldBooking[], kind: string, paramsOf: (booking: ToldBooking) => ToldParams = () => ({})): Promise<void> {
  for (const [homeId, group] of Map.groupBy(bookings, (booking) => booking.homeId)) {
    await ctx.across(homeId, async () => ctx.tell(...group.map((booking) => ({ ...about(ctx, booking, kind, paramsOf(booking)), people: [booking.requestedById] }))));
  }
}

/** Each owner that has to be asked, with those of its things that are wanted. */
function toOwners(ctx: RequestContext, booking: ToldBooking, toAsk: ReadonlyMap<string, readonly Pick<Resource, 'name'>[]>): Telling[] {
  return [...toAsk].map(([ownerId, resources]) => ({
    ...about(ctx, booking, 'APPROVAL_ASKED', { organisation: { organisation: ownerId }, resources: { list: named(resources) } }),
    audience: [{ organisationId: ownerId, roles: DECIDERS }],
  }));
}

/** Three machines of one name are one name. */
const named = (resources: readonly Pick<Resource, 'name'>[]) => [...Map.groupBy(resources, ({ name }) => name)].map(([name, { length }]) => (length > 1 ? `${name} ×${length}` : name));

/** Nobody needs to answer any more: neither for these bookings, nor, where an owner has answered, for its part. */
export function settleAsked(ctx: RequestContext, bookingIds: readonly string[], organisationId?: string): void {
  ctx.settle({ kind: 'APPROVAL_ASKED', about: bookingIds, ...(organisationId && { organisationId }) });
}

export function tellAsked(ctx: RequestContext, booking: ToldBooking, toAsk: ReadonlyMap<string, readonly Pick<Resource, 'name'>[]>): void {
  ctx.tell(...toOwners(ctx, booking, toAsk));
}

/** A cancellation was taken back: whoever had not answered is asked as before. */
export function tellAskedAgain(ctx: RequestContext, booking: ToldBooking, resources: readonly Resource[], approvals: readonly Approval[]): void {
  const waiting = new Set(approvals.filter(({ state }) => state === 'WAITING').map(({ ownerId }) => ownerId));
  tellAsked(ctx, booking, Map.groupBy(resources.filter(({ ownerId, needsApproval }) => needsApproval && waiting.has(ownerId)), ({ ownerId }) => ownerId));
}

export function tellChanged(ctx: RequestContext, booking: ToldBooking): Promise<void> {
  return tellRequesters(ctx, [booking], 'BOOKING_CHANGED');
}

/** Who is asked anew is asked about what the booking is now; who needs not answer any more is left in peace. */
export function tellAskedAnew(ctx: RequestContext, booking: ToldBooking, spared: readonly string[], toAsk: ReadonlyMap<string, readonly Pick<Resource, 'name'>[]>): void {
  for (const ownerId of [...spared, ...toAsk.keys()]) settleAsked(ctx, [booking.id], ownerId);
  tellAsked(ctx, booking, toAsk);
}

export function tellDecided(ctx: RequestContext, booking: ToldBooking, kind: 'BOOKING_APPROVED' | 'BOOKING_CONFIRMED' | 'BOOKING_REJECTED', reason: string | null = null): Promise<void> {
  return tellRequesters(ctx, [booking], kind, () => ({ organisation: { organisation: ctx.actor.organisationId }, reason }));
}

/** The one who asked for it, and the owners who were asked. */
export async function tellCancelled(ctx: RequestContext, booking: Booking, reason: string | null): Promise<void> {
  await tellUseCancelled(ctx, booking, reason);
  await inEachPart(ctx, booking, async () => {
    const owners = (await ctx.loadMany(Approval, 'bookingId', booking.id)).filter(({ state }) => state !== 'REJECTED');
    tellWithdrawn(ctx, booking, owners.map(({ ownerId }) => ownerId), reason);
  });
}

/** Owners who were asked, of a booking that needs nothing of theirs any more. */
export function tellWithdrawn(ctx: RequestContext, booking: ToldBooking, ownerIds: readonly string[], reason: string | null): void {
  toDeciders(ctx, booking, 'REQUEST_WITHDRAWN', ownerIds, { reason });
}

function toDeciders(ctx: RequestContext, booking: ToldBooking, kind: string, ownerIds: readonly string[], params: ToldParams = {}): void {
  ctx.tell(...ownerIds.map((ownerId) => ({ ...about(ctx, booking, kind, { organisation: { organisation: ownerId }, ...params }), audience: [{ organisationId: ownerId, roles: DECIDERS }] })));
}

/** The one who takes over; the one who goes decided with whoever did it. */
export function tellHandedOver(ctx: RequestContext, booking: ToldBooking, fromId: string): Promise<void> {
  return tellRequesters(ctx, [booking], 'BOOKING_HANDED_OVER', () => ({ person: { person: fromId } }));
}

export function tellExpired(ctx: RequestContext, bookings: readonly ToldBooking[]): Promise<void> {
  return tellRequesters(ctx, bookings, 'BOOKING_EXPIRED');
}

/** The one who asked for it, and the owners who had not answered. */
export async function tellGaveWay(ctx: RequestContext, bookings: readonly ToldBooking[]): Promise<void> {
  await tellRequesters(ctx, bookings, 'BOOKING_GAVE_WAY');
  for (const booking of bookings) {
    await inEachPart(ctx, booking, async () => {
      const approvals = await ctx.loadMany(Approval, 'bookingId', booking.id);
      toDeciders(ctx, booking, 'REQUEST_GAVE_WAY', approvals.filter(({ state }) => state === 'WAITING').map(({ ownerId }) => ownerId));
    });
  }
}

export function tellDisplaced(ctx: RequestContext, bookings: readonly ToldBooking[], maintenance: { resource: string; startsAt: Date; endsAt: Date; reason: string }): Promise<void> {
  const { resource, startsAt, endsAt, reason } = maintenance;
  return tellRequesters(ctx, bookings, 'MAINTENANCE_HIT', () => ({ resource, maintenance: { from: startsAt.toISOString(), until: endsAt.toISOString() }, reason }));
}

/** Its agreement is over, and the giver did not let it stand. */
export function tellUseCancelled(ctx: RequestContext, booking: ToldBooking, reason: string | null): Promise<void> {
  return tellRequesters(ctx, [booking], 'BOOKING_CANCELLED', () => ({ reason }));
}
