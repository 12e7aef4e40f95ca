import { Args, Parent, Query, ResolveField, ResolveReference, Resolver } from '@nestjs/graphql';
import { asUuid, badInput, Ctx, inputs, parseInput, type RequestContext, sql } from '@gongjian/platform';
import { Maintenance } from '../maintenance/maintenance.entity.ts';
import { Reach } from '../grant/grant.entity.ts';
import { fromElsewhere, knownResource } from '../grant/shared.ts';
import type { Resource } from '../resource/resource.entity.ts';
import { DAY } from '../time.ts';
import { Allocation } from './allocation.entity.ts';
import { Approval } from './approval.entity.ts';
import { Booking } from './booking.entity.ts';
import { overlapping, overlappingMaintenance } from './booking.queries.ts';
import type { BookingCheck, BookingRefusal } from './outcome.ts';
import type { Alternative } from './bundle.ts';
import type { ReasonView } from './refusal.ts';

const resourceIds = inputs.list(inputs.id(), 0, 2000);
const LONGEST_VIEW = 62 * DAY;

@Resolver('Allocation')
export class AllocationResolver {
  @Query('allocations')
  async list(@Ctx() ctx: RequestContext, @Args('resourceIds') ids: string[], @Args('from') from: Date, @Args('until') until: Date): Promise<Allocation[]> {
    if (from >= until) throw badInput('until', 'ENDS_BEFORE_START');
    if (until.getTime() - from.getTime() > LONGEST_VIEW) throw badInput('until', 'VIEW_TOO_LONG', { days: 62 });
    const known = parseInput(resourceIds, ids, 'resourceIds');
    const here = await this.takenIn(ctx, known, from, until);
    return [...here, ...(await this.elsewhere(ctx, known, from, until))];
  }

  private async takenIn(ctx: RequestContext, ids: readonly string[], from: Date, until: Date): Promise<Allocation[]> {
    const longMaintenance = await ctx.find(Allocation, { where: overlappingMaintenance(ids, from, until) });
    return [...longMaintenance, ...(await ctx.find(Allocation, { where: overlapping(ids, from, until) }))];
  }

  /** Of things that a grant in force shows: when they are taken, in their own consortium. */
  private async elsewhere(ctx: RequestContext, ids: readonly string[], from: Date, until: Date): Promise<Allocation[]> {
    const reached = await ctx.find(Reach, { where: [sql`t.resource_id = any(${ids.map(asUuid)})`, ...fromElsewhere(ctx)] });
    const homes = Map.groupBy(reached, ({ homeId }) => homeId);
    const found = await Promise.all([...homes].map(([homeId, things]) => ctx.across(homeId, () => this.takenIn(ctx, [...new Set(things.map(({ resourceId }) => resourceId))], from, until))));
    return found.flat();
  }

  @ResolveField('resource')
  resource(@Parent() allocation: Allocation, @Ctx() ctx: RequestContext): Promise<Resource | null> {
    return knownResource(ctx, allocation.resourceId);
  }

  /** Null for whoever may know only that the resource is taken. */
  @ResolveField('booking')
  booking(@Parent() allocation: Allocation, @Ctx() ctx: RequestContext): Promise<Booking | null> {
    return ctx.load(Booking, allocation.bookingId);
  }

  @ResolveField('maintenance')
  maintenance(@Parent() allocation: Allocation, @Ctx() ctx: RequestContext): Promise<Maintenance | null> {
    return ctx.load(Maintenance, allocation.maintenanceId);
  }

  @ResolveReference()
  resolveReference(reference: { id: string }, ctx: RequestContext): Promise<Allocation | null> {
    return ctx.load(Allocation, reference.id);
  }
}

@Resolver('Approval')
export class ApprovalResolver {
  @ResolveField('owner')
  owner(@Parent() approval: Approval): object {
    return { __typename: 'Organisation', id: approval.ownerId };
  }

  @ResolveField('decidedBy')
  decidedBy(@Parent() approval: Approval): object | null {
    return approval.decidedById === null ? null : { __typename: 'Person', id: approval.decidedById };
  }

  /** The owner's part of the bundle. */
  @ResolveField('resources')
  async resources(@Parent() approval: Approval, @Ctx() ctx: RequestContext): Promise<(Resource | null)[]> {
    const allocations = await ctx.across(approval.tenantId, () => ctx.loadMany(Allocation, 'bookingId', approval.bookingId));
    return Promise.all(allocations.filter(({ ownerId }) => ownerId === approval.ownerId).map(({ resourceId }) => knownResource(ctx, resourceId)));
  }
}

@Resolver('BookingRefusal')
export class BookingRefusalResolver {
  @ResolveField('reasons')
  reasons(@Parent() refusal: BookingRefusal, @Ctx() ctx: RequestContext): Promise<ReasonView[]> {
    return refusal.inWords(ctx);
  }

  @ResolveField('alternatives')
  alternatives(@Parent() refusal: BookingRefusal, @Ctx() ctx: RequestContext): Promise<Alternative[]> {
    return refusal.alternatives(ctx);
  }
}

@Resolver('BookingCheck')
export class BookingCheckResolver {
  @ResolveField('reasons')
  reasons(@Parent() check: BookingCheck, @Ctx() ctx: RequestContext): Promise<ReasonView[]> {
    return check.inWords(ctx);
  }

  @ResolveField('alternatives')
  alternatives(@Parent() check: BookingCheck, @Ctx() ctx: RequestContext): Promise<Alternative[]> {
    return check.alternatives(ctx);
  }

  @ResolveField('approvalsNeededFrom')
  approvalsNeededFrom(@Parent() check: BookingCheck): object[] {
    return check.ownerIds.map((id) => ({ __typename: 'Organisation', id }));
  }
}
