import { Injectable } from '@nestjs/common';
import { badInput, DomainError, notFound, type RequestContext, sql } from '@gongjian/platform';
import { Booking, withChange } from '../booking/booking.entity.ts';
import { tellCancelled, tellHandedOver } from '../booking/booking.tells.ts';
import { cancelled } from '../booking/endings.ts';
import { Resource } from '../resource/resource.entity.ts';
import { indexResourcesAnew } from '../search/search.index.ts';
import { isMember } from '../resource/resource.queries.ts';
import { dayOf, startOfDay } from '../time.ts';
import type { BookingDuty, ResourceDuty, SettleDutiesInput } from './departure.inputs.ts';
import { canRun, dutyBookings, type DutyBookingRow, dutyResources, type DutyResourceRow, hangsOn, type Leaver, lockBookings, lockDutyResources, nameOf } from './departure.queries.ts';

export interface Duties {
  bookings: DutyBookingRow[];
  bookingCount: number;
  resources: DutyResourceRow[];
  resourceCount: number;
}

export interface ResourceJob {
  leaver: Leaver;
  duty: ResourceDuty;
}

/** What hangs on somebody who goes, and what becomes of it. */
@Injectable()
export class DepartureService {
  async duties(ctx: RequestContext, leaver: Leaver, day?: string | null): Promise<Duties | null> {
    // Whoever is met here from another consortium leaves there and not here.
    if (!ctx.can('handOver', Booking) || !(await this.exists(ctx, leaver))) return null;
    const [bookings, resources] = [await dutyBookings(ctx, leaver, beginOf(ctx, day), day ?? today(ctx)), await dutyResources(ctx, leaver)];
    return { bookings: bookings.rows, bookingCount: bookings.count, resources: resources.rows, resourceCount: resources.count };
  }

  /** All or nothing. What is settled already, or over, stays: asked twice is done once. */
  async settle(ctx: RequestContext, input: SettleDutiesInput): Promise<{ handedOver: number; cancelled: number; resources: number }> {
    ctx.authorize('handOver', Booking);
    const leaver = leaverOf(input);
    if (!(await this.exists(ctx, leaver))) throw notFound(input.personId ? 'input.personId' : 'input.organisationId');
    if (input.from && input.from < today(ctx)) throw badInput('input.from', 'STARTS_IN_THE_PAST');
    const done = await this.settleBookings(ctx, leaver, input);
    const later = input.from && input.from > today(ctx);
    if (!input.resources || input.resources.action === 'KEEP') return { ...done, resources: 0 };
    await this.requireHeir(ctx, leaver, input.resources);
    if (!later) return { ...done, resources: await this.settleResources(ctx, { leaver, duty: input.resources }) };
    ctx.authorize('handOver', Resource);
    await ctx.enqueue('departure.resources', { leaver, duty: input.resources }, { after: beginOf(ctx, input.from) });
    return { ...done, resources: 0 };
  }

  private async settleBookings(ctx: RequestContext, leaver: Leaver, { bookings, toOrganisationId, reason }: SettleDutiesInput): Promise<{ handedOver: number; cancelled: number }> {
    const wanted = (bookings ?? []).filter(({ action }) => action !== 'KEEP');
    const locked = await lockBookings(ctx, wanted.map(({ bookingId }) => bookingId));
    const done = { handedOver: 0, cancelled: 0 };
    for (const [index, duty] of (bookings ?? []).entries()) {
      if (duty.action === 'KEEP') continue;
      const field = `input.bookings.${index}`;
      const booking = locked.get(duty.bookingId);
      if (!booking || !ctx.can('handOver', booking)) throw notFound(`${field}.bookingId`);
      if (!booking.isOpenAt(ctx.now)) continue;
      if (duty.action === 'CANCEL') {
        if (!(await hangsOn(ctx, leaver, booking))) throw notFound(`${field}.bookingId`);
        await this.cancel(ctx, leaver, booking, reason ?? null);
        done.cancelled++;
      } else if (leaver.personId === null ? await this.toOrganisation(ctx, leaver.organisationId, booking, toOrganisationId!, field) : await this.toPerson(ctx, leaver.personId, booking, duty, field)) done.handedOver++;
    }
    // Whoever took over finds them from now on.
    if (done.handedOver > 0) await ctx.enqueue('search.bookings', { resourceIds: [], bookingIds: wanted.map(({ bookingId }) => bookingId) });
    return done;
  }

  private async cancel(ctx: RequestContext, leaver: Leaver, booking: Booking, reason: string | null): Promise<void> {
    await tellCancelled(ctx, booking, reason);
    const stateReason = reason ?? ctx.text(leaver.personId === null ? 'CANCELLED_BY_ORGANISATION' : 'CANCELLED_BY_DEPARTURE');
    await cancelled(ctx, booking, stateReason);
  }

  private async toPerson(ctx: RequestContext, fromId: string, booking: Booking, { toPersonId }: BookingDuty, field: string): Promise<boolean> {
    if (!toPersonId) throw badInput(`${field}.toPersonId`, 'REQUIRED');
    if (toPersonId === fromId) throw badInput(`${field}.toPersonId`, 'SUCCESSOR_SAME');
    if (booking.requestedById === toPersonId) return false;
    if (booking.requestedById !== fromId) throw notFound(`${field}.bookingId`);
    const name = await nameOf(ctx, toPersonId);
    if (!name) throw notFound(`${field}.toPersonId`);
    if (!(await canRun(ctx, toPersonId, booking.organisationId))) throw new DomainError('SUCCESSOR_CANNOT', { name, title: booking.title }, { field: `${field}.toPersonId` });
    ctx.changed('Booking', [booking.id]);
    await tellHandedOver(ctx, await ctx.update(booking, { requestedById: toPersonId, history: withChange(booking, ['requestedBy'], ctx.actor.personId, ctx.now) }), fromId);
    return true;
  }

  private async toOrganisation(ctx: RequestContext, fromId: string, booking: Booking, toId: string, field: string): Promise<boolean> {
    if (toId === fromId) throw badInput('input.toOrganisationId', 'SUCCESSOR_SAME');
    if (booking.organisationId === toId) return false;
    if (booking.organisationId !== fromId) throw notFound(`${field}.bookingId`);
    if (!(await isMember(ctx, toId))) throw notFound('input.toOrganisationId');
    ctx.changed('Booking', [booking.id]);
    await ctx.update(booking, { organisationId: toId, history: withChange(booking, ['organisation'], ctx.actor.personId, ctx.now) });
    return true;
  }

  private async requireHeir(ctx: RequestContext, leaver: Leaver, { action, toPersonId, toOrganisationId }: ResourceDuty): Promise<void> {
    if (action !== 'HAND_OVER') return;
    if (leaver.personId !== null && toPersonId === leaver.personId) throw badInput('input.resources.toPersonId', 'SUCCESSOR_SAME');
    if (leaver.personId === null && toOrganisationId === leaver.organisationId) throw badInput('input.resources.toOrganisationId', 'SUCCESSOR_SAME');
    if (toPersonId && !(await nameOf(ctx, toPersonId))) throw notFound('input.resources.toPersonId');
    if (toOrganisationId && !(await isMember(ctx, toOrganisationId))) throw notFound('input.resources.toOrganisationId');
  }

  /** On the day on which they go. A member that stays after all keeps what it has. */
  async settleLater(ctx: RequestContext, job: ResourceJob): Promise<void> {
    ctx.authorize('handOver', Resource);
    if (job.leaver.personId === null && (await isMember(ctx, job.leaver.organisationId))) return;
    await this.settleResources(ctx, job);
  }

  /** Now, or as a job on the day on which they go. Resources are locked before whatever hangs on them, in one order. */
  async settleResources(ctx: RequestContext, { leaver, duty }: ResourceJob): Promise<number> {
    const ids = await lockDutyResources(ctx, leaver, duty.resourceIds ?? null);
    if (ids.length === 0) return 0;
    const mine = sql`tenant_id = ${ctx.currentTenant}`;
    const stamp = sql`updated_at = ${ctx.now}, version = version + 1`;
    if (duty.action === 'WITHDRAW') await ctx.query(sql`update scheduling.resource set state = 'WITHDRAWN', ${stamp} where ${mine} and id = any (${ids}::uuid[])`);
    else if (leaver.personId !== null) await ctx.query(sql`update scheduling.resource set keeper = ${await nameOf(ctx, duty.toPersonId!)}, ${stamp} where ${mine} and id = any (${ids}::uuid[])`);
    else {
      await ctx.query(sql`update scheduling.resource set owner_id = ${duty.toOrganisationId}, ${stamp} where ${mine} and id = any (${ids}::uuid[])`);
      await ctx.query(sql`update scheduling.allocation set owner_id = ${duty.toOrganisationId}, ${stamp} where ${mine} and resource_id = any (${ids}::uuid[]) and state <> 'RELEASED' and ends_at > ${ctx.now}`);
      await this.passApprovals(ctx, leaver.organisationId, duty.toOrganisationId!, ids);
    }
    const details = duty.action === 'WITHDRAW' ? { state: 'WITHDRAWN' } : { toPersonId: duty.toPersonId ?? null, toOrganisationId: duty.toOrganisationId ?? null };
    for (const id of ids) ctx.audit('handOver', { type: 'Resource', id }, details);
    ctx.changed('Resource', ids);
    await indexResourcesAnew(ctx, ids);
    // Whose a resource is decides who finds the bookings that take it.
    if (leaver.personId === null && duty.action === 'HAND_OVER') await ctx.enqueue('search.bookings', { resourceIds: ids });
    return ids.length;
  }

  /** The new owner answers where the old one has not, unless it has to answer there anyway. */
  private async passApprovals(ctx: RequestContext, fromId: string, toId: string, resourceIds: readonly string[]): Promise<void> {
    const moved = await ctx.query<{ bookingId: string }>(sql`
      update scheduling.approval p set owner_id = ${toId}, updated_at = ${ctx.now}, version = p.version + 1
      where p.tenant_id = ${ctx.currentTenant} and p.owner_id = ${fromId} and p.state = 'WAITING'
        and exists (select 1 from scheduling.allocation a where a.tenant_id = p.tenant_id and a.booking_id = p.booking_id and a.resource_id = any (${resourceIds}::uuid[]))
        and not exists (select 1 from scheduling.approval q where q.tenant_id = p.tenant_id and q.booking_id = p.booking_id and q.owner_id = ${toId})
      returning p.booking_id as "bookingId"`);
    ctx.changed('Booking', moved.map(({ bookingId }) => bookingId));
  }

  private async exists(ctx: RequestContext, leaver: Leaver): Promise<boolean> {
    if (leaver.personId !== null) return (await nameOf(ctx, leaver.personId)) !== null;
    return (await ctx.query(sql`select 1 from directory.membership where tenant_id = ${ctx.currentTenant} and organisation_id = ${leaver.organisationId}`)).length > 0;
  }
}

export function leaverOf({ personId, organisationId }: Pick<SettleDutiesInput, 'personId' | 'organisationId'>): Leaver {
  return personId ? { personId, organisationId: null } : { personId: null, organisationId: organisationId! };
}

const today = (ctx: RequestContext): string => dayOf(ctx.now.getTime(), ctx.actor.timeZone);

/** Today begins now: what is over is nobody's duty. */
function beginOf(ctx: RequestContext, day: string | null | undefined): Date {
  return day && day > today(ctx) ? new Date(startOfDay(day, ctx.actor.timeZone)) : ctx.now;
}
