import { Injectable } from '@nestjs/common';
import { badInput, DomainError, type RequestContext, sql } from '@gongjian/platform';
import { NOTHING, retakeUses } from '../grant/books.ts';
import { GrantUse } from '../grant/grant.entity.ts';
import { heldBy } from '../grant/grant.queries.ts';
import { govern, withConsent } from '../grant/grant.rules.ts';
import type { Resource } from '../resource/resource.entity.ts';
import { BookingIndex } from '../search/booking-index.ts';
import { Allocation } from './allocation.entity.ts';
import { Approval } from './approval.entity.ts';
import { Booking, withChange } from './booking.entity.ts';
import type { UpdateBookingInput } from './booking.inputs.ts';
import { blocked, brokenRules, type Reason, type Wish } from './booking.rules.ts';
import { allocationOf, lockBooking, requireOpen, scheduleExpiry } from './booking.service.ts';
import { tellChanged } from './booking.tells.ts';
import { ripple } from './each-part.ts';
import { type BookingOutcome, conflict, refusedOrThrown } from './outcome.ts';
import { Refused } from './refusal.ts';
import { decidesFor, holdUntil, lockResources, taken } from './slots.ts';

/** How the wished booking differs from the one there is. */
interface Difference {
  wish: Wish;
  moved: boolean;
  resources: Resource[];
  added: Resource[];
  removed: Allocation[];
  kept: Allocation[];
}

/** Moving, resizing, swapping resources and editing: one way, since people do them together. */
@Injectable()
export class BookingChange {
  constructor(private readonly index: BookingIndex) {}

  async update(ctx: RequestContext, id: string, version: number, input: UpdateBookingInput): Promise<BookingOutcome> {
    const known = await ctx.must(Booking, id, 'id');
    if (!ctx.can('update', known) || known.homeId !== ctx.currentTenant) throw new DomainError('FORBIDDEN');
    // Times and things of several consortia are agreed on as a whole.
    if (known.tenants && (input.startsAt || input.endsAt || input.resourceIds || input.purpose)) throw new DomainError('BOOKING_ACROSS_FIXED');
    if (known.version !== version) return conflict(ctx, known, version);
    requireOpen(ctx, known);
    try {
      return await this.change(ctx, known, version, input);
    } catch (error) {
      return await refusedOrThrown(ctx, error);
    }
  }

  private async change(ctx: RequestContext, known: Booking, version: number, input: UpdateBookingInput): Promise<BookingOutcome> {
    const allocations = await ctx.loadMany(Allocation, 'bookingId', known.id);
    const current = allocations.map(({ resourceId }) => resourceId);
    const wanted = input.resourceIds ?? current;
    const locked = await lockResources(ctx, [...new Set([...wanted, ...current])], 'input.resourceIds');
    const booking = await lockBooking(ctx, known.id);
    if (booking.version !== version) return conflict(ctx, booking, version);

    const { difference, unlent } = await this.governed(ctx, booking, differenceOf(booking, allocations, locked, wanted, input), input);
    const { wish, moved, resources, added } = difference;
    const approvals = await this.approvalsAfter(ctx, booking, difference);
    const pending = approvals.some(({ state }) => state === 'WAITING');
    const asked = approvals.filter(({ asksAnew }) => asksAnew).map(({ ownerId }) => ownerId);
    await this.requireFree(ctx, booking, difference, { pending, asks: asked.length > 0, unlent });

    const state = pending ? ('PENDING' as const) : ('CONFIRMED' as const);
    const patient = resources.filter(({ needsApproval, ownerId }) => needsApproval && asked.includes(ownerId));
    const hold = !pending ? booking.holdUntil : asked.length > 0 ? holdUntil(ctx.now, patient, wish.startsAt) : booking.holdUntil;
    const changes = {
      title: input.title ?? booking.title,
      purpose: input.purpose ?? booking.purpose,
      notes: input.notes === undefined ? booking.notes : input.notes,
      ...wish,
      state,
      holdUntil: hold,
    };
    const fields = changedFields(booking, changes, added.length + difference.removed.length > 0, asked.length > 0);
    if (fields.length === 0) return booking;
    await this.writeAllocations(ctx, booking, difference, state);
    await this.writeApprovals(ctx, booking, approvals);
    const updated = await ctx.update(booking, { ...changes, history: withChange(booking, fields, ctx.actor.personId, ctx.now) });
    if (pending && asked.length > 0) await scheduleExpiry(ctx, updated);
    await tellChanged(ctx, updated, Map.groupBy(patient, ({ ownerId }) => ownerId));
    this.index.add(ctx, updated.id);
    await ripple(ctx, booking);
    if (moved || fields.includes('allocations') || fields.includes('state')) {
      ctx.changed('Allocation', allocations.map(({ id }) => id), { resourceIds: locked.map(({ id }) => id) });
    }
    return updated;
  }

  /** What agreements say of it as it is wished: what it used is given back, and taken anew. */
  private async governed(ctx: RequestContext, booking: Booking, difference: Difference, input: UpdateBookingInput): Promise<{ difference: Difference; unlent: Reason[] }> {
    const { wish, moved, resources, added, removed } = difference;
    const purpose = input.purpose ?? booking.purpose;
    if (!moved && added.length === 0 && removed.length === 0 && purpose === booking.purpose) return { difference, unlent: [] };
    const { organisationId } = booking;
    const held = await heldBy(ctx, organisationId, resources.map(({ id }) => id));
    const { resources: governed, reasons, uses } = govern(resources, held, { organisationId, purpose }, wish, ctx.currentTenant);
    const used = await ctx.loadMany(GrantUse, 'bookingId', booking.id);
    // What may not be had ends the operation, and everything stays as it was.
    const books = reasons.length > 0 ? NOTHING : await retakeUses(ctx, used, uses, { bookingId: booking.id, organisationId, startsAt: wish.startsAt });
    const lent = withConsent(governed, uses, books.beyond);
    return { difference: { ...difference, resources: lent, added: lent.filter(({ id }) => added.some((resource) => resource.id === id)) }, unlent: [...reasons, ...books.reasons] };
  }

  /**
   * What did not change is not judged again: the room that is too far ahead now was not when it was booked.
   * But what has begun cannot ask anybody any more: it would wait for an answer, and let go of everything at once.
   */
  private async requireFree(ctx: RequestContext, booking: Booking, { wish, moved, resources, added }: Difference, { pending, asks, unlent }: { pending: boolean; asks: boolean; unlent: readonly Reason[] }): Promise<void> {
    const keepsStart = !asks && wish.startsAt.getTime() === booking.startsAt.getTime();
    const judged = moved ? resources : added;
    const crowd = added.length > 0 || wish.attendees !== booking.attendees;
    if (judged.length === 0 && !crowd && unlent.length === 0) return;
    const rules = brokenRules(resources, wish, { now: ctx.now, timeZone: ctx.actor.timeZone, keepsStart, needsApproval: pending });
    const reasons = rules.filter(({ code, resourceId }) => (code === 'OVER_CAPACITY' ? crowd : resourceId === null ? moved || asks : judged.some(({ id }) => id === resourceId)));
    reasons.push(...unlent, ...(await taken(ctx, judged, wish, { exceptBookingId: booking.id, write: true })));
    if (reasons.length > 0) throw new Refused(reasons, { resources, wish, bookingId: booking.id, taker: { organisationId: booking.organisationId, purpose: booking.purpose } });
  }

  /** Each owner whose things need it answers anew when they are wanted at another time than before, or when things of its own came in. */
  private async approvalsAfter(ctx: RequestContext, booking: Booking, { wish, resources, added }: Difference): Promise<PlannedApproval[]> {
    const existing = new Map((await ctx.loadMany(Approval, 'bookingId', booking.id)).map((approval) => [approval.ownerId, approval]));
    const owners = Map.groupBy(resources.filter(({ needsApproval }) => needsApproval), ({ ownerId }) => ownerId);
    // Who said yes to the morning said yes to a part of it.
    const reaches = wish.startsAt < booking.startsAt || wish.endsAt > booking.endsAt;
    const planned: PlannedApproval[] = [...existing.values()].filter(({ ownerId }) => !owners.has(ownerId)).map((approval) => ({ ownerId: approval.ownerId, approval, state: 'NONE', asksAnew: false }));
    for (const [ownerId, things] of owners) {
      const approval = existing.get(ownerId) ?? null;
      const touched = reaches || things.some(({ id }) => added.some((one) => one.id === id));
      if (!touched) {
        if (approval) planned.push({ ownerId, approval, state: approval.state, asksAnew: false });
      } else if (!decidesFor(ctx, ownerId)) planned.push({ ownerId, approval, state: 'WAITING', asksAnew: true });
      else if (approval) planned.push({ ownerId, approval, state: 'APPROVED', asksAnew: false });
    }
    return planned;
  }

  private async writeApprovals(ctx: RequestContext, booking: Booking, planned: readonly PlannedApproval[]): Promise<void> {
    const waiting = { state: 'WAITING' as const, decidedById: null, decidedAt: null, reason: null };
    for (const { ownerId, approval, state } of planned) {
      if (!approval) await ctx.insert(Approval, { bookingId: booking.id, ownerId, ...waiting });
      else if (state === 'NONE') await ctx.remove(approval);
      else if (state === 'WAITING' && approval.state !== 'WAITING') await ctx.update(approval, waiting);
      else if (state === 'APPROVED' && approval.state !== 'APPROVED') await ctx.update(approval, { state, decidedById: ctx.actor.personId, decidedAt: ctx.now });
    }
  }

  /** First what goes, then what moves, then what comes: in this order nothing is in its own way. */
  private async writeAllocations(ctx: RequestContext, booking: Booking, { wish, moved, resources, added, removed, kept }: Difference, state: 'PENDING' | 'CONFIRMED'): Promise<void> {
    for (const allocation of removed) await ctx.remove(allocation);
    if (kept.length > 0 && (moved || state !== booking.state)) {
      const ranges = kept.map(({ id, resourceId, blockedFrom, blockedUntil }) => ({ id, ...(moved ? blocked(resources.find((resource) => resource.id === resourceId)!, wish) : { blockedFrom, blockedUntil }) }));
      await ctx.query(sql`
        update scheduling.allocation a set starts_at = ${wish.startsAt}, ends_at = ${wish.endsAt}, blocked_from = n.blocked_from, blocked_until = n.blocked_until, state = ${state}, updated_at = ${ctx.now}, version = a.version + 1
        from unnest(${ranges.map(({ id }) => id)}::uuid[], ${ranges.map(({ blockedFrom }) => blockedFrom)}::timestamptz[], ${ranges.map(({ blockedUntil }) => blockedUntil)}::timestamptz[]) n(id, blocked_from, blocked_until)
        where a.tenant_id = ${ctx.currentTenant} and a.id = n.id`);
    }
    if (added.length > 0) await ctx.insert(Allocation, added.map((resource) => allocationOf(resource, wish, { bookingId: booking.id, state })));
  }
}

interface PlannedApproval {
  ownerId: string;
  /** Null where there is none yet. */
  approval: Approval | null;
  state: Approval['state'] | 'NONE';
  asksAnew: boolean;
}

function differenceOf(booking: Booking, allocations: readonly Allocation[], locked: readonly Resource[], wanted: readonly string[], input: UpdateBookingInput): Difference {
  const wish: Wish = { startsAt: input.startsAt ?? booking.startsAt, endsAt: input.endsAt ?? booking.endsAt, attendees: input.attendees === undefined ? booking.attendees : input.attendees };
  if (wish.startsAt >= wish.endsAt) throw badInput(input.endsAt ? 'input.endsAt' : 'input.startsAt', 'ENDS_BEFORE_START');
  const before = new Set(allocations.map(({ resourceId }) => resourceId));
  const resources = wanted.map((id) => locked.find((resource) => resource.id === id)!);
  return {
    wish,
    moved: wish.startsAt.getTime() !== booking.startsAt.getTime() || wish.endsAt.getTime() !== booking.endsAt.getTime(),
    resources,
    added: resources.filter(({ id }) => !before.has(id)),
    removed: allocations.filter(({ resourceId }) => !wanted.includes(resourceId)),
    kept: allocations.filter(({ resourceId }) => wanted.includes(resourceId)),
  };
}

/** Names of the graph's fields that differ. */
function changedFields(booking: Booking, changes: Partial<Booking>, swapped: boolean, asked: boolean): string[] {
  const same = (a: unknown, b: unknown) => (a instanceof Date && b instanceof Date ? a.getTime() === b.getTime() : a === b);
  const fields = Object.entries(changes).filter(([key, value]) => !same(value, booking[key as keyof Booking])).map(([key]) => key);
  return [...fields, ...(swapped ? ['allocations'] : []), ...(asked ? ['approvals'] : [])];
}
