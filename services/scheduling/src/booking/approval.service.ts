import { Injectable } from '@nestjs/common';
import { badInput, DomainError, type RequestContext, sql } from '@gongjian/platform';
import { Approval } from './approval.entity.ts';
import { Booking, withChange } from './booking.entity.ts';
import type { Decision } from './booking.inputs.ts';
import { lockBooking } from './booking.service.ts';
import { ripple } from './each-part.ts';
import { waitsElsewhere } from './parts.ts';
import { settleAsked, tellDecided } from './booking.tells.ts';
import { freed } from './endings.ts';

@Injectable()
export class ApprovalService {
  /** The answer of the actor's organisation for its part. The same answer twice is one answer. */
  async decide(ctx: RequestContext, id: string, decision: Decision, reason: string | null): Promise<Booking> {
    const booking = await lockBooking(ctx, id);
    const approvals = await ctx.loadMany(Approval, 'bookingId', booking.id);
    const mine = approvals.find(({ ownerId }) => ownerId === ctx.actor.organisationId);
    if (!mine || !ctx.can('decide', mine)) throw new DomainError('FORBIDDEN');
    const state = decision === 'APPROVE' ? 'APPROVED' : 'REJECTED';
    if (mine.state === state) return booking;
    if (booking.isExpired(ctx.now)) throw new DomainError('BOOKING_CLOSED', { state: ctx.text('BOOKING_EXPIRED') });
    if (booking.state !== 'PENDING') throw new DomainError('BOOKING_CLOSED', { state: ctx.text(`BOOKING_${booking.state}`) });
    if (mine.state !== 'WAITING') throw new DomainError('ALREADY_DECIDED');
    if (decision === 'REJECT' && !reason) throw badInput('reason', 'REASON_NEEDED');

    await ctx.update(mine, { state, decidedById: ctx.actor.personId, decidedAt: ctx.now, reason });
    settleAsked(ctx, [booking.id], mine.ownerId);
    if (decision === 'REJECT') return this.reject(ctx, booking, reason!);
    const last = approvals.every((approval) => approval === mine || approval.state === 'APPROVED') && !(await waitsElsewhere(ctx, booking));
    return last ? this.confirm(ctx, booking) : this.note(ctx, booking);
  }

  /** One no is enough: a bundle with a hole in it is of no use to anybody. */
  private async reject(ctx: RequestContext, booking: Booking, reason: string): Promise<Booking> {
    await freed(ctx, [booking]);
    await tellDecided(ctx, booking, 'BOOKING_REJECTED', reason);
    return ctx.update(booking, { state: 'REJECTED', stateReason: reason, history: withChange(booking, ['state', 'stateReason', 'approvals'], ctx.actor.personId, ctx.now) });
  }

  private async confirm(ctx: RequestContext, booking: Booking): Promise<Booking> {
    const confirmed = await ctx.query<{ id: string; resourceId: string }>(sql`
      update scheduling.allocation set state = 'CONFIRMED', updated_at = ${ctx.now}, version = version + 1
      where tenant_id = ${ctx.currentTenant} and booking_id = ${booking.id} and state = 'PENDING'
      returning id, resource_id as "resourceId"`);
    ctx.changed('Allocation', confirmed.map(({ id }) => id), { resourceIds: confirmed.map(({ resourceId }) => resourceId) });
    await tellDecided(ctx, booking, 'BOOKING_CONFIRMED');
    await ripple(ctx, booking);
    return ctx.update(booking, { state: 'CONFIRMED', history: withChange(booking, ['state', 'approvals'], ctx.actor.personId, ctx.now) });
  }

  private async note(ctx: RequestContext, booking: Booking): Promise<Booking> {
    await tellDecided(ctx, booking, 'BOOKING_APPROVED');
    await ripple(ctx, booking);
    return ctx.update(booking, { history: withChange(booking, ['approvals'], ctx.actor.personId, ctx.now) });
  }
}
