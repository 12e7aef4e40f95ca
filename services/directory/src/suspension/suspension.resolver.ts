import { Ctx, Input, type RequestContext } from '@gongjian/platform';
import { Args, Mutation, Parent, ResolveField, ResolveReference, Resolver } from '@nestjs/graphql';
import { isOver, stateOf, today } from '../day.ts';
import type { Membership } from '../organisation/membership.entity.ts';
import { Person } from '../person/person.entity.ts';
import { Suspension } from './suspension.entity.ts';
import { type SuspendInput, suspendInput } from './suspension.inputs.ts';
import { SuspensionService } from './suspension.service.ts';

@Resolver('Suspension')
export class SuspensionResolver {
  constructor(private readonly suspensions: SuspensionService) {}

  @Mutation()
  suspendPerson(@Ctx() ctx: RequestContext, @Args('personId') id: string, @Input(suspendInput) input: SuspendInput, @Args('idempotencyKey') key?: string) {
    return this.suspensions.suspendPerson(ctx, id, input, key);
  }

  @Mutation()
  suspendMember(@Ctx() ctx: RequestContext, @Args('membershipId') id: string, @Input(suspendInput) input: SuspendInput, @Args('idempotencyKey') key?: string) {
    return this.suspensions.suspendMember(ctx, id, input, key);
  }

  @Mutation()
  liftSuspension(@Ctx() ctx: RequestContext, @Args('id') id: string) {
    return this.suspensions.lift(ctx, id);
  }

  @ResolveField()
  state(@Parent() suspension: Suspension, @Ctx() ctx: RequestContext) {
    return stateOf(suspension, today(ctx));
  }

  @ResolveField()
  suspendedBy(@Parent() suspension: Suspension, @Ctx() ctx: RequestContext) {
    return ctx.load(Person, suspension.suspendedById);
  }

  @ResolveReference()
  resolveReference(reference: { id: string }, ctx: RequestContext) {
    return ctx.load(Suspension, reference.id);
  }
}

@Resolver('Person')
export class PersonSuspensionResolver {
  constructor(private readonly suspensions: SuspensionService) {}

  @ResolveField()
  suspension(@Parent() person: Person, @Ctx() ctx: RequestContext) {
    return this.suspensions.current(ctx, { personId: person.id });
  }

  @ResolveField('suspensions')
  all(@Parent() person: Person, @Ctx() ctx: RequestContext) {
    return this.suspensions.all(ctx, { personId: person.id });
  }

  @ResolveField()
  viewerCanSuspend(@Parent() person: Person, @Ctx() ctx: RequestContext) {
    return ctx.can('create', Suspension) && person.id !== ctx.actor.personId;
  }
}

@Resolver('Membership')
export class MembershipSuspensionResolver {
  constructor(private readonly suspensions: SuspensionService) {}

  @ResolveField()
  suspension(@Parent() membership: Membership, @Ctx() ctx: RequestContext) {
    return this.suspensions.current(ctx, { organisationId: membership.organisationId });
  }

  @ResolveField()
  viewerCanSuspend(@Parent() membership: Membership, @Ctx() ctx: RequestContext) {
    return ctx.can('create', Suspension) && membership.organisationId !== ctx.actor.organisationId && !isOver(membership, today(ctx));
  }
}
