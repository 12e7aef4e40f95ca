import { Injectable } from '@nestjs/common';
import { DomainError, notFound, type RequestContext } from '@gongjian/platform';
import { isMember } from '../resource/resource.queries.ts';
import { BookingIndex } from '../search/booking-index.ts';
import { Allocation } from './allocation.entity.ts';
import { Approval } from './approval.entity.ts';
import { Booking, withChange } from './booking.entity.ts';
import type { CheckBookingInput, CreateBookingInput } from './booking.inputs.ts';
import { blocked, brokenRules, type Wish } from './booking.rules.ts';
import { tellAsked, tellAskedAgain, tellCancelled } from './booking.tells.ts';
import { BookingCheck, type BookingOutcome, conflict, refusedOrThrown } from './outcome.ts';
import type { Bundle } from './bundle.ts';
import { Refused } from './refusal.ts';
import { ASKED, type AskedResource, expire, freed, holdUntil, lockResources, ownersToAsk, resourcesOf, taken } from './slots.ts';

/** For how long a cancellation can be taken back. */
const RESTORABLE = 60_000;

/** What the constraint says is heard at COMMIT, and the operation done again. */
const AHEAD = { ahead: true };

@Injectable()
export class BookingService {
  constructor(private readonly index: BookingIndex) {}

  async create(ctx: RequestContext, input: CreateBookingInput, key?: string | null): Promise<BookingOutcome> {
    await this.mayBookFor(ctx, input.organisationId);
    try {
      const { id, result } = await ctx.once(key, 'createBooking', () => this.take(ctx, input));
      return result ?? (await ctx.must(Booking, id));
    } catch (error) {
      return await refusedOrThrown(ctx, error);
    }
  }

  private async mayBookFor(ctx: RequestContext, organisationId: string): Promise<void> {
    if (!ctx.can('create', Booking)) throw new DomainError('FORBIDDEN');
    if (organisationId !== ctx.actor.organisationId && !(await isMember(ctx, organisationId))) throw notFound('input.organisationId');
    if (!ctx.can('create', Object.assign(new Booking(), { organisationId }))) throw new DomainError('BOOKING_FOR_OTHERS', {}, { field: 'input.organisationId' });
  }

  /**
   * All reasons are told at once. Whether the resources are free says the constraint: most often they are, and then looking
   * first would be for nothing. Where they are not the operation is done again, and looks.
   */
  private async take(ctx: RequestContext, input: CreateBookingInput): Promise<Booking> {
    const wish: Wish = { startsAt: input.startsAt, endsAt: input.endsAt, attendees: input.attendees ?? null };
    const resources = await lockResources(ctx, input.resourceIds, 'input.resourceIds', ASKED);
    const toAsk = ownersToAsk(ctx, resources);
    const pending = toAsk.size > 0;
    const reasons = brokenRules(resources, wish, { now: ctx.now, timeZone: ctx.actor.timeZone, needsApproval: pending });
    if (ctx.again || reasons.length > 0) reasons.push(...(await taken(ctx, resources, wish, { write: true })));
    if (reasons.length > 0) throw new Refused(reasons, { resources, wish });

    const state = pending ? 'PENDING' : 'CONFIRMED';
    const hold = pending ? holdUntil(ctx.now, [...toAsk.values()].flat(), wish.startsAt) : null;
    const { title, purpose, organisationId, notes } = input;
    const [booking] = await ctx.insert(Booking, { title, purpose, organisationId, requestedById: ctx.actor.personId, ...wish, notes: notes ?? null, state, stateReason: null, holdUntil: hold, cancelledAt: null, history: [] }, { ...AHEAD, also: { resourceIds: resources.map(({ id }) => id) } });
    const allocations = await ctx.insert(Allocation, resources.map((resource) => allocationOf(resource, wish, { bookingId: booking!.id, state })), { ...AHEAD, untold: true });
    if (pending) {
      await ctx.insert(Approval, [...toAsk.keys()].map((ownerId) => ({ bookingId: booking!.id, ownerId, state: 'WAITING', decidedById: null, decidedAt: null, reason: null })), AHEAD);
      await scheduleExpiry(ctx, booking!);
      tellAsked(ctx, booking!, toAsk);
    }
    this.index.add(ctx, booking!.id);
    ctx.changed('Allocation', allocations.map(({ id }) => id), { resourceIds: resources.map(({ id }) => id) });
    ctx.changed('Booking', [booking!.id]);
    return booking!;
  }

  /** What would happen, without locks and without writing. */
  async check(ctx: RequestContext, input: CheckBookingInput): Promise<BookingCheck> {
    ctx.authorize('create', Booking);
    const moved = input.bookingId ? await ctx.must(Booking, input.bookingId, 'input.bookingId') : null;
    const resources = await resourcesOf(ctx, input.resourceIds, 'input.resourceIds');
    const wish: Wish = { startsAt: input.startsAt, endsAt: input.endsAt, attendees: input.attendees ?? null };
    const toAsk = ownersToAsk(ctx, resources);
    const keepsStart = moved?.startsAt.getTime() === wish.startsAt.getTime();
    const reasons = [
      ...brokenRules(resources, wish, { now: ctx.now, timeZone: ctx.actor.timeZone, keepsStart, needsApproval: toAsk.size > 0 }),
      ...(await taken(ctx, resources, wish, { exceptBookingId: moved?.id, write: false })),
    ];
    return new BookingCheck({ resources, wish, bookingId: moved?.id }, reasons, [...toAsk.keys()]);
  }

  async cancel(ctx: RequestContext, id: string, version: number, reason: string | null): Promise<BookingOutcome> {
    const booking = await lockBooking(ctx, id);
    if (!ctx.can('cancel', booking)) throw new DomainError('FORBIDDEN');
    if (booking.version !== version) return conflict(ctx, booking, version);
    if (booking.state === 'CANCELLED') return booking;
    requireOpen(ctx, booking);
    await freed(ctx, [booking.id]);
    await tellCancelled(ctx, booking, reason);
    const changes = { state: 'CANCELLED' as const, stateReason: reason, cancelledAt: ctx.now };
    return ctx.update(booking, { ...changes, history: withChange(booking, ['state', 'stateReason'], ctx.actor.personId, ctx.now) });
  }

  async restore(ctx: RequestContext, id: string, version: number): Promise<BookingOutcome> {
    const known = await ctx.must(Booking, id, 'id');
    if (!ctx.can('cancel', known)) throw new DomainError('FORBIDDEN');
    if (known.version !== version) return conflict(ctx, known, version);
    if (known.isOpen) return known;
    try {
      return await this.takeBack(ctx, known, version);
    } catch (error) {
      return await refusedOrThrown(ctx, error);
    }
  }

  private async takeBack(ctx: RequestContext, known: Booking, version: number): Promise<BookingOutcome> {
    const allocations = await ctx.loadMany(Allocation, 'bookingId', known.id);
    const resources = await lockResources(ctx, allocations.map(({ resourceId }) => resourceId), 'id');
    const booking = await lockBooking(ctx, known.id);
    if (booking.version !== version) return conflict(ctx, booking, version);
    if (booking.state !== 'CANCELLED') throw new DomainError('BOOKING_CLOSED', { state: ctx.text(`BOOKING_${booking.state}`) });
    const approvals = await ctx.loadMany(Approval, 'bookingId', booking.id);
    const pending = approvals.some(({ state }) => state === 'WAITING');
    const tooLate = booking.cancelledAt!.getTime() + RESTORABLE < ctx.now.getTime() || booking.endsAt <= ctx.now || (pending && booking.holdUntil! <= ctx.now);
    if (tooLate) throw new DomainError('RESTORE_TOO_LATE');

    const bundle: Bundle = { resources, wish: booking, bookingId: booking.id };
    const unfit = brokenRules(resources, booking, { now: ctx.now, timeZone: ctx.actor.timeZone }).filter(({ code }) => code === 'NOT_BOOKABLE');
    const reasons = [...unfit, ...(await taken(ctx, resources, booking, { write: true }))];
    if (reasons.length > 0) throw new Refused(reasons, bundle);

    tellAskedAgain(ctx, booking, resources, approvals);
    const state = pending ? 'PENDING' : 'CONFIRMED';
    for (const allocation of allocations) await ctx.update(allocation, { state });
    ctx.changed('Allocation', allocations.map(({ id }) => id), { resourceIds: allocations.map(({ resourceId }) => resourceId) });
    ctx.changed('Booking', [booking.id]);
    return ctx.update(booking, { state, stateReason: null, cancelledAt: null, history: withChange(booking, ['state', 'stateReason'], ctx.actor.personId, ctx.now) });
  }
}

/** The job at the end of a hold. A booking that was moved has a later job of its own. */
export async function endHold(ctx: RequestContext, data: { bookingId: string }): Promise<void> {
  ctx.authorize('update', Booking);
  await expire(ctx, [data.bookingId]);
}

export function allocationOf(resource: AskedResource, wish: Pick<Wish, 'startsAt' | 'endsAt'>, rest: { bookingId: string; state: 'PENDING' | 'CONFIRMED' }): Partial<Allocation> {
  return { resourceId: resource.id, ownerId: resource.ownerId, maintenanceId: null, startsAt: wish.startsAt, endsAt: wish.endsAt, ...blocked(resource, wish), ...rest };
}

export function scheduleExpiry(ctx: RequestContext, { id, holdUntil: after }: Booking): Promise<void> {
  return ctx.enqueue('booking.expire', { bookingId: id }, { after: after! });
}

export async function lockBooking(ctx: RequestContext, id: string): Promise<Booking> {
  return ctx.must(Booking, id, 'id', 'update');
}

/** Only what still holds its slots, and is not over, can be changed. */
export function requireOpen(ctx: RequestContext, booking: Booking): void {
  if (booking.isExpired(ctx.now)) throw new DomainError('BOOKING_CLOSED', { state: ctx.text('BOOKING_EXPIRED') });
  if (!booking.isOpen) throw new DomainError('BOOKING_CLOSED', { state: ctx.text(`BOOKING_${booking.state}`) });
  if (booking.endsAt <= ctx.now) throw new DomainError('BOOKING_OVER');
}
