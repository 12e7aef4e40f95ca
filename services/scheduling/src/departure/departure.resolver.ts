import { Args, Mutation, Parent, ResolveField, ResolveReference, Resolver } from '@nestjs/graphql';
import { asUuid, Ctx, Input, parseInput, type RequestContext } from '@gongjian/platform';
import { Booking } from '../booking/booking.entity.ts';
import { from as fromInput, type SettleDutiesInput, settleDutiesInput } from './departure.inputs.ts';
import type { DutyBookingRow, DutyResourceRow } from './departure.queries.ts';
import { DepartureService } from './departure.service.ts';

interface Reference {
  id: string;
}

@Resolver('Person')
export class PersonDutiesResolver {
  constructor(private readonly departures: DepartureService) {}

  @ResolveField()
  duties(@Parent() { id }: Reference, @Ctx() ctx: RequestContext, @Args('from') from?: string) {
    return this.departures.duties(ctx, { personId: asUuid(id), organisationId: null }, parseInput(fromInput, from, 'from'));
  }

  @ResolveReference()
  resolveReference({ id }: Reference): object {
    return { __typename: 'Person', id };
  }

  @Mutation()
  settleDuties(@Ctx() ctx: RequestContext, @Input(settleDutiesInput) input: SettleDutiesInput) {
    return this.departures.settle(ctx, input);
  }
}

@Resolver('Organisation')
export class OrganisationDutiesResolver {
  constructor(private readonly departures: DepartureService) {}

  @ResolveField()
  duties(@Parent() { id }: Reference, @Ctx() ctx: RequestContext, @Args('from') from?: string) {
    return this.departures.duties(ctx, { personId: null, organisationId: asUuid(id) }, parseInput(fromInput, from, 'from'));
  }

  @ResolveReference()
  resolveReference({ id }: Reference): object {
    return { __typename: 'Organisation', id };
  }
}

@Resolver('DutyBooking')
export class DutyBookingResolver {
  @ResolveField()
  organisation(@Parent() booking: DutyBookingRow): object {
    return { __typename: 'Organisation', id: booking.organisationId };
  }

  @ResolveField()
  requestedBy(@Parent() booking: DutyBookingRow, @Ctx() ctx: RequestContext): object | null {
    return booking.homeId === ctx.currentTenant ? { __typename: 'Person', id: booking.requestedById } : null;
  }

  @ResolveField()
  viewerCanSettle(@Parent() { organisationId }: DutyBookingRow, @Ctx() ctx: RequestContext): boolean {
    return ctx.can('handOver', Object.assign(new Booking(), { organisationId }));
  }
}

@Resolver('DutyResource')
export class DutyResourceResolver {
  @ResolveField()
  owner(@Parent() resource: DutyResourceRow): object {
    return { __typename: 'Organisation', id: resource.ownerId };
  }
}
