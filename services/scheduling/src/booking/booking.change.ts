import { Injectable } from '@nestjs/common';
import { DomainError, type RequestContext, sql } from '@gongjian/platform';
import { NOTHING, retakeUses } from '../grant/books.ts';
import { GrantUse } from '../grant/grant.entity.ts';
import { govern, type Held, withConsent } from '../grant/grant.rules.ts';
import { BookingIndex } from '../search/booking-index.ts';
import { Allocation } from './allocation.entity.ts';
import { approvalsAfter, type PlannedApproval, writeApprovals } from './approvals-after.ts';
import { Booking, withChange } from './booking.entity.ts';
import type { UpdateBookingInput } from './booking.inputs.ts';
import { blocked, brokenRules, type Reason } from './booking.rules.ts';
import { allocationOf, lockBooking, requireOpen, scheduleExpiry } from './booking.service.ts';
import { tellAskedAnew, tellChanged, tellWithdrawn } from './booking.tells.ts';
import { changedFields, type Difference, differenceOf, lentAs } from './difference.ts';
import { ofAllParts } from './each-part.ts';
import { type BookingOutcome, conflict, refusedOrThrown } from './outcome.ts';
import { byHome, wanted } from './parts.ts';
import { Refused } from './refusal.ts';
import { holdUntil, taken } from './slots.ts';

/** Moving, resizing, swapping resources and editing, in all consortia that it takes something in: one way, since people do them together. */
@Injectable()
export class BookingChange {
  constructor(private readonly index: BookingIndex) {}

  async update(ctx: RequestContext, id: string, version: number, input: UpdateBookingInput): Promise<BookingOutcome> {
    const known = await ctx.must(Booking, id, 'id');
    if (!ctx.can('update', known) || known.homeId !== ctx.currentTenant) throw new DomainError('FORBIDDEN');
    if (known.version !== version) return conflict(ctx, known, version);
    requireOpen(ctx, known);
    try {
      return await this.change(ctx, known, version, input);
    } catch (error) {
      return await refusedOrThrown(ctx, error);
    }
  }

  private async change(ctx: RequestContext, known: Booking, version: number, input: UpdateBookingInput): Promise<BookingOutcome> {
    const allocations = await ofAllParts(ctx, Allocation, known);
    const current = allocations.map(({ resourceId }) => resourceId);
    const ids = input.resourceIds ?? current;
    const { resources: locked, held } = await wanted(ctx, [...new Set([...ids, ...current])], known.organisationId, 'input.resourceIds', { lock: true, placed: allocations });
    const booking = await lockBooking(ctx, known.id);
    if (booking.version !== version) return conflict(ctx, booking, version);

    const things = ids.map((id) => locked.find((resource) => resource.id === id)!);
    const { difference, unlent } = await this.governed(ctx, booking, differenceOf(booking, allocations, things, input), held);
    const { wish, purpose, resources } = difference;
    const approvals = await approvalsAfter(ctx, booking, difference);
    const pending = approvals.some(({ state }) => state === 'WAITING');
    const asked = approvals.filter(({ asksAnew }) => asksAnew);
    await this.requireFree(ctx, booking, difference, { pending, asks: asked.length > 0, unlent });

    const state = pending ? ('PENDING' as const) : ('CONFIRMED' as const);
    const patient = resources.filter(({ needsApproval, ownerId, tenantId }) => needsApproval && asked.some((each) => each.ownerId === ownerId && each.tenantId === tenantId));
    const changes = {
      title: input.title ?? booking.title,
      purpose,
      notes: input.notes === undefined ? booking.notes : input.notes,
      ...wish,
      state,
      holdUntil: pending && asked.length > 0 ? holdUntil(ctx.now, patient, wish.startsAt) : booking.holdUntil,
    };
    const fields = changedFields(booking, changes, difference, asked.length > 0);
    if (fields.length === 0) return booking;
    const before = { ...booking };
    const homes = [...new Set([ctx.currentTenant, ...resources.map(({ tenantId }) => tenantId)])];
    // With it its parts elsewhere change, come and go.
    const updated = await ctx.update(booking, { ...changes, tenants: homes.length > 1 ? homes : null, history: withChange(booking, fields, ctx.actor.personId, ctx.now) });
    for (const tenantId of new Set([...homes, ...allocations.map((each) => each.tenantId)])) await ctx.across(tenantId, () => this.writePart(ctx, updated, before, difference, { approvals, patient, fields, stays: homes.includes(tenantId) }));
    if (pending && asked.length > 0) await scheduleExpiry(ctx, updated);
    await tellChanged(ctx, updated);
    return updated;
  }

  /** What agreements say of it as it is wished: what it used is given back, and taken anew. */
  private async governed(ctx: RequestContext, booking: Booking, difference: Difference, held: readonly Held[]): Promise<{ difference: Difference; unlent: Reason[] }> {
    if (!difference.touched) return { difference, unlent: [] };
    const { organisationId } = booking;
    const { wish, purpose } = difference;
    const { resources, reasons, uses } = govern(difference.resources, held, { organisationId, purpose }, wish, ctx.currentTenant);
    // What may not be had ends the operation, and everything stays as it was.
    const books = reasons.length > 0 ? NOTHING : await retakeUses(ctx, await ofAllParts(ctx, GrantUse, booking), uses, { bookingId: booking.id, organisationId, startsAt: wish.startsAt });
    return { difference: lentAs(difference, withConsent(resources, uses, books.beyond)), unlent: [...reasons, ...books.reasons] };
  }

  /**
   * What did not change is not judged again: the room that is too far ahead now was not when it was booked.
   * But what has begun cannot ask anybody any more: it would wait for an answer, and let go of everything at once.
   */
  private async requireFree(ctx: RequestContext, booking: Booking, { wish, purpose, moved, resources, added }: Difference, { pending, asks, unlent }: { pending: boolean; asks: boolean; unlent: readonly Reason[] }): Promise<void> {
    const keepsStart = !asks && wish.startsAt.getTime() === booking.startsAt.getTime();
    const judged = moved ? resources : added;
    const crowd = added.length > 0 || wish.attendees !== booking.attendees;
    if (judged.length === 0 && !crowd && !asks && unlent.length === 0) return;
    const rules = brokenRules(resources, wish, { now: ctx.now, timeZone: ctx.actor.timeZone, keepsStart, needsApproval: pending });
    const reasons = rules.filter(({ code, resourceId }) => (code === 'OVER_CAPACITY' ? crowd : resourceId === null ? moved || asks : judged.some(({ id }) => id === resourceId)));
    reasons.push(...unlent, ...(await byHome(ctx, judged, (mine) => taken(ctx, mine, wish, { exceptBookingId: booking.id, write: true }))));
    if (reasons.length > 0) throw new Refused(reasons, { resources, wish, bookingId: booking.id, taker: { organisationId: booking.organisationId, purpose } });
  }

  /** What it takes, who is asked and who hears of it, in one consortium. */
  private async writePart(ctx: RequestContext, booking: Booking, before: Pick<Booking, 'state' | 'tenants'>, difference: Difference, { approvals, patient, fields, stays }: Written): Promise<void> {
    const here = <R extends { tenantId: string }>(rows: readonly R[]) => rows.filter(({ tenantId }) => tenantId === ctx.currentTenant);
    const mine = { ...difference, resources: here(difference.resources), added: here(difference.added), removed: here(difference.removed), kept: here(difference.kept) };
    // Where nothing of it stays it is over; what it had is known there still.
    if (stays) await this.writeAllocations(ctx, booking, before, mine);
    const planned = here(approvals);
    await writeApprovals(ctx, booking, planned);
    tellAskedAnew(ctx, booking, planned.filter(({ state }) => state === 'NONE').map(({ ownerId }) => ownerId), Map.groupBy(here(patient), ({ ownerId }) => ownerId));
    if (!stays) tellWithdrawn(ctx, booking, planned.map(({ ownerId }) => ownerId), null);
    if (ctx.currentTenant !== booking.homeId) this.auditPart(ctx, booking, before, mine, stays);
    this.index.add(ctx, booking.id);
    ctx.changed('Booking', [booking.id]);
    if (mine.moved || ['allocations', 'state'].some((field) => fields.includes(field))) {
      ctx.changed('Allocation', [...mine.kept, ...mine.removed].map(({ id }) => id), { resourceIds: [...new Set([...mine.resources.map(({ id }) => id), ...mine.removed.map(({ resourceId }) => resourceId)])] });
    }
  }

  /** First what goes, then what moves, then what comes: in this order nothing is in its own way. */
  private async writeAllocations(ctx: RequestContext, booking: Booking, before: Pick<Booking, 'state'>, { wish, moved, resources, added, removed, kept }: Difference): Promise<void> {
    const state = booking.state as 'PENDING' | 'CONFIRMED';
    for (const allocation of removed) await ctx.remove(allocation);
    if (kept.length > 0 && (moved || state !== before.state)) {
      const ranges = kept.map(({ id, resourceId, blockedFrom, blockedUntil }) => ({ id, ...(moved ? blocked(resources.find((resource) => resource.id === resourceId)!, wish) : { blockedFrom, blockedUntil }) }));
      await ctx.query(sql`
        update scheduling.allocation a set starts_at = ${wish.startsAt}, ends_at = ${wish.endsAt}, blocked_from = n.blocked_from, blocked_until = n.blocked_until, state = ${state}, updated_at = ${ctx.now}, version = a.version + 1
        from unnest(${ranges.map(({ id }) => id)}::uuid[], ${ranges.map(({ blockedFrom }) => blockedFrom)}::timestamptz[], ${ranges.map(({ blockedUntil }) => blockedUntil)}::timestamptz[]) n(id, blocked_from, blocked_until)
        where a.tenant_id = ${ctx.currentTenant} and a.id = n.id`);
    }
    if (added.length > 0) await ctx.insert(Allocation, added.map((resource) => allocationOf(resource, wish, { bookingId: booking.id, state })));
  }

  /** The log of a consortium in which it has a part tells of that part: what the database did there. */
  private auditPart(ctx: RequestContext, { id, version, title, purpose, startsAt, endsAt, state }: Booking, before: Pick<Booking, 'tenants'>, { resources }: Difference, stays: boolean): void {
    const isNew = !before.tenants?.includes(ctx.currentTenant);
    ctx.audit(isNew ? 'create' : 'update', { type: 'Booking', id }, { version, title, purpose, startsAt, endsAt, state: stays ? state : 'CANCELLED', resourceIds: resources.map((resource) => resource.id) });
  }
}

interface Written {
  approvals: readonly PlannedApproval[];
  /** Things whose owners are asked anew. */
  patient: Difference['resources'];
  fields: readonly string[];
  /** Whether it takes anything here from now on. */
  stays: boolean;
}
