import { Injectable } from '@nestjs/common';
import { DomainError, newId, notFound, type RequestContext } from '@gongjian/platform';
import { lookUses, NOTHING, takeUses } from '../grant/books.ts';
import { govern, type Taker, withConsent } from '../grant/grant.rules.ts';
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
import { elsewhere, ripple } from './each-part.ts';
import { byHome, stillFree, waitsElsewhere, wanted } from './parts.ts';
import { Refused } from './refusal.ts';
import { cancelled, expire } from './endings.ts';
import { ASKED, type AskedResource, busyReason, holdUntil, lockResources, othersIn, ownersToAsk, taken } from './slots.ts';

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
    const { title, purpose, organisationId, notes } = input;
    const { resources: found, held } = await wanted(ctx, input.resourceIds, organisationId, 'input.resourceIds', { lock: true, only: ASKED });
    const { resources: lent, reasons, uses } = govern(found, held, { organisationId, purpose }, wish, ctx.currentTenant);
    const id = newId();
    const books = reasons.length > 0 ? NOTHING : await takeUses(ctx, uses, { bookingId: id, organisationId, startsAt: wish.startsAt });
    reasons.push(...books.reasons);
    const resources = withConsent(lent, uses, books.beyond);
    const toAsk = ownersToAsk(ctx, resources);
    const pending = toAsk.size > 0;
    reasons.push(...brokenRules(resources, wish, { now: ctx.now, timeZone: ctx.actor.timeZone, needsApproval: pending }));
    if (ctx.again || reasons.length > 0) reasons.push(...(await byHome(ctx, resources, (mine) => taken(ctx, mine, wish, { write: true }))));
    if (reasons.length > 0) throw new Refused(reasons, { resources, wish, taker: { organisationId, purpose } });

    const here = ctx.currentTenant;
    const homes = [...new Set([here, ...resources.map(({ tenantId }) => tenantId)])];
    const state = pending ? ('PENDING' as const) : ('CONFIRMED' as const);
    const hold = pending ? holdUntil(ctx.now, [...toAsk.values()].flat(), wish.startsAt) : null;
    const row = { id, title, purpose, organisationId, requestedById: ctx.actor.personId, ...wish, state, stateReason: null, holdUntil: hold, cancelledAt: null, history: [], homeId: here, tenants: homes.length > 1 ? homes : null };
    const [booking] = await Promise.all(
      // What was noted stays at home.
      homes.map((tenantId) => ctx.across(tenantId, () => this.write(ctx, { ...row, notes: tenantId === here ? (notes ?? null) : null }, resources.filter((resource) => resource.tenantId === tenantId), toAsk))),
    );
    if (pending) await scheduleExpiry(ctx, booking!);
    return booking!;
  }

  /** The part of a booking in one consortium. */
  private async write(ctx: RequestContext, row: Partial<Booking> & Pick<Booking, 'startsAt' | 'endsAt'>, resources: readonly AskedResource[], toAsk: ReadonlyMap<string, AskedResource[]>): Promise<Booking> {
    const state = row.state as 'PENDING' | 'CONFIRMED';
    const resourceIds = resources.map(({ id }) => id);
    const [booking] = await ctx.insert(Booking, row, { ...AHEAD, also: { resourceIds } });
    const allocations = resources.length > 0 ? await ctx.insert(Allocation, resources.map((resource) => allocationOf(resource, row, { bookingId: booking!.id, state })), { ...AHEAD, untold: true }) : [];
    const asked = new Map([...toAsk].filter(([, things]) => things.some((thing) => resources.includes(thing))));
    if (asked.size > 0) {
      await ctx.insert(Approval, [...asked.keys()].map((ownerId) => ({ bookingId: booking!.id, ownerId, state: 'WAITING', decidedById: null, decidedAt: null, reason: null })), AHEAD);
      tellAsked(ctx, booking!, asked);
    }
    this.index.add(ctx, booking!.id);
    ctx.changed('Allocation', allocations.map(({ id }) => id), { resourceIds });
    ctx.changed('Booking', [booking!.id]);
    return booking!;
  }

  /** What would happen, without locks and without writing. */
  async check(ctx: RequestContext, input: CheckBookingInput): Promise<BookingCheck> {
    ctx.authorize('create', Booking);
    const moved = input.bookingId ? await ctx.must(Booking, input.bookingId, 'input.bookingId') : null;
    const wish: Wish = { startsAt: input.startsAt, endsAt: input.endsAt, attendees: input.attendees ?? null };
    const taker = { organisationId: input.organisationId ?? moved?.organisationId ?? ctx.actor.organisationId, purpose: input.purpose ?? moved?.purpose ?? null };
    const found = await wanted(ctx, input.resourceIds, taker.organisationId, 'input.resourceIds', { lock: false, ...(moved && { placed: await elsewhere(ctx, Allocation, moved) }) });
    const { resources: lent, reasons: unlent, uses } = govern(found.resources, found.held, taker, wish, ctx.currentTenant);
    const books = await lookUses(ctx, uses, { bookingId: moved?.id, organisationId: taker.organisationId, startsAt: wish.startsAt });
    const resources = withConsent(lent, uses, books.beyond);
    const toAsk = ownersToAsk(ctx, resources);
    const keepsStart = moved?.startsAt.getTime() === wish.startsAt.getTime();
    const others = await byHome(ctx, resources, (mine) => othersIn(ctx, mine, wish, { exceptBookingId: moved?.id, write: false }));
    const reasons = [
      ...unlent,
      ...books.reasons,
      ...brokenRules(resources, wish, { now: ctx.now, timeZone: ctx.actor.timeZone, keepsStart, needsApproval: toAsk.size > 0 }),
      ...others.filter(({ yields }) => !yields).map(busyReason),
    ];
    const yielding = new Set(others.filter(({ yields }) => yields).map(({ bookingId }) => bookingId));
    return new BookingCheck({ resources, wish, bookingId: moved?.id, taker }, reasons, [...toAsk.keys()], yielding.size);
  }

  async cancel(ctx: RequestContext, id: string, version: number, reason: string | null): Promise<BookingOutcome> {
    const booking = await lockBooking(ctx, id);
    if (!ctx.can('cancel', booking)) throw new DomainError('FORBIDDEN');
    if (booking.version !== version) return conflict(ctx, booking, version);
    if (booking.state === 'CANCELLED') return booking;
    requireOpen(ctx, booking);
    await tellCancelled(ctx, booking, reason);
    return cancelled(ctx, booking, reason);
  }

  async restore(ctx: RequestContext, id: string, version: number): Promise<BookingOutcome> {
    const known = await ctx.must(Booking, id, 'id');
    if (!ctx.can('cancel', known)) throw new DomainError('FORBIDDEN');
    if (known.version !== version) return conflict(ctx, known, version);
    if (known.isOpen) return known;
    // A part that the booking went from.
    if (known.homeId !== ctx.currentTenant && !known.tenants) throw new DomainError('BOOKING_CLOSED', { state: ctx.text('BOOKING_CANCELLED') });
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
    const pending = approvals.some(({ state }) => state === 'WAITING') || (await waitsElsewhere(ctx, booking));
    const tooLate = booking.cancelledAt!.getTime() + RESTORABLE < ctx.now.getTime() || booking.endsAt <= ctx.now || (pending && booking.holdUntil! <= ctx.now);
    if (tooLate) throw new DomainError('RESTORE_TOO_LATE');

    const taker: Taker = { organisationId: booking.organisationId, purpose: booking.purpose };
    const bundle: Bundle = { resources, wish: booking, bookingId: booking.id, taker };
    const unfit = brokenRules(resources, booking, { now: ctx.now, timeZone: ctx.actor.timeZone }).filter(({ code }) => code === 'NOT_BOOKABLE');
    const reasons = [...unfit, ...(await taken(ctx, resources, booking, { write: true }))];
    const away = await elsewhere(ctx, Allocation, booking);
    reasons.push(...(await stillFree(ctx, away)));
    if (reasons.length === 0) {
      const { resources: things, held } = await wanted(ctx, [...allocations, ...away].map(({ resourceId }) => resourceId), booking.organisationId, 'id', { lock: true, placed: away });
      const { uses, reasons: unlent } = govern(things, held, taker, booking, ctx.currentTenant);
      reasons.push(...unlent, ...(await takeUses(ctx, uses, { bookingId: booking.id, organisationId: booking.organisationId, startsAt: booking.startsAt })).reasons);
    }
    if (reasons.length > 0) throw new Refused(reasons, bundle);

    tellAskedAgain(ctx, booking, resources, approvals);
    const state = pending ? 'PENDING' : 'CONFIRMED';
    for (const allocation of allocations) await ctx.update(allocation, { state });
    ctx.changed('Allocation', allocations.map(({ id }) => id), { resourceIds: allocations.map(({ resourceId }) => resourceId) });
    await ripple(ctx, booking);
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
