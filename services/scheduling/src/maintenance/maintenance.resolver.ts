import { Args, Mutation, Parent, ResolveField, ResolveReference, Resolver } from '@nestjs/graphql';
import { Ctx, Input, type RequestContext } from '@gongjian/platform';
import type { Booking } from '../booking/booking.entity.ts';
import { Resource } from '../resource/resource.entity.ts';
import { Maintenance } from './maintenance.entity.ts';
import { type CreateMaintenanceInput, createMaintenanceInput } from './maintenance.inputs.ts';
import { type MaintenanceHits, MaintenanceService } from './maintenance.service.ts';

@Resolver('Maintenance')
export class MaintenanceResolver {
  constructor(private readonly maintenance: MaintenanceService) {}

  @Mutation('createMaintenance')
  create(@Ctx() ctx: RequestContext, @Input(createMaintenanceInput) input: CreateMaintenanceInput, @Args('idempotencyKey') key?: string): Promise<Maintenance | MaintenanceHits> {
    return this.maintenance.create(ctx, input, key);
  }

  @Mutation('cancelMaintenance')
  cancel(@Ctx() ctx: RequestContext, @Args('id') id: string, @Args('version') version: number): Promise<Maintenance> {
    return this.maintenance.cancel(ctx, id, version);
  }

  @ResolveField('resource')
  resource(@Parent() maintenance: Maintenance, @Ctx() ctx: RequestContext): Promise<Resource | null> {
    return ctx.load(Resource, maintenance.resourceId);
  }

  @ResolveField('createdBy')
  createdBy(@Parent() maintenance: Maintenance): object {
    return { __typename: 'Person', id: maintenance.createdById };
  }

  @ResolveField('viewerCanUpdate')
  viewerCanUpdate(@Parent() maintenance: Maintenance, @Ctx() ctx: RequestContext): boolean {
    return !maintenance.cancelled && ctx.can('update', maintenance);
  }

  @ResolveReference()
  resolveReference(reference: { id: string }, ctx: RequestContext): Promise<Maintenance | null> {
    return ctx.load(Maintenance, reference.id);
  }
}

@Resolver('MaintenanceHits')
export class MaintenanceHitsResolver {
  constructor(private readonly maintenance: MaintenanceService) {}

  @ResolveField('bookings')
  bookings(@Parent() hits: MaintenanceHits, @Ctx() ctx: RequestContext): Promise<Booking[]> {
    return this.maintenance.hits(ctx, hits);
  }
}
