import { Ctx, Input, type PageArgs, parseInput, type RequestContext } from '@gongjian/platform';
import { Args, Mutation, Parent, Query, ResolveField, ResolveReference, Resolver } from '@nestjs/graphql';
import { stateOf, today } from '../day.ts';
import { Membership, type MembershipKind } from './membership.entity.ts';
import { Organisation } from './organisation.entity.ts';
import { type AddMemberInput, addMemberInput, membershipKind, until as untilInput } from './organisation.inputs.ts';
import { OrganisationService } from './organisation.service.ts';

@Resolver('Organisation')
export class OrganisationResolver {
  constructor(private readonly members: OrganisationService) {}

  @Query()
  organisations(@Ctx() ctx: RequestContext, @Args('filter') filter: unknown, @Args() args: PageArgs) {
    return this.members.page(ctx, filter, args);
  }

  @Query()
  organisation(@Ctx() ctx: RequestContext, @Args('id') id: string) {
    return ctx.load(Organisation, id);
  }

  @Mutation()
  addMember(@Ctx() ctx: RequestContext, @Input(addMemberInput) input: AddMemberInput, @Args('idempotencyKey') key?: string) {
    return this.members.addMember(ctx, input, key);
  }

  @Mutation()
  endMembership(@Ctx() ctx: RequestContext, @Args('id') id: string, @Args('until') until?: string) {
    return this.members.endMembership(ctx, id, parseInput(untilInput, until, 'until'));
  }

  @Mutation()
  continueMembership(@Ctx() ctx: RequestContext, @Args('id') id: string) {
    return this.members.continueMembership(ctx, id);
  }

  @Mutation()
  changeMembership(@Ctx() ctx: RequestContext, @Args('id') id: string, @Args('kind') kind: MembershipKind) {
    return this.members.changeKind(ctx, id, parseInput(membershipKind, kind, 'kind'));
  }

  @ResolveField()
  pastMemberships(@Parent() organisation: Organisation, @Ctx() ctx: RequestContext) {
    return this.members.past(ctx, organisation.id);
  }

  @ResolveField()
  membership(@Parent() organisation: Organisation, @Ctx() ctx: RequestContext) {
    return this.members.membershipOf(ctx, organisation);
  }

  @ResolveReference()
  resolveReference(reference: { id: string }, ctx: RequestContext) {
    return ctx.load(Organisation, reference.id);
  }
}

@Resolver('Membership')
export class MembershipResolver {
  @ResolveField()
  state(@Parent() membership: Membership, @Ctx() ctx: RequestContext) {
    return stateOf(membership, today(ctx));
  }

  @ResolveField()
  viewerCanUpdate(@Parent() membership: Membership, @Ctx() ctx: RequestContext) {
    return ctx.can('update', membership);
  }

  @ResolveReference()
  resolveReference(reference: { id: string }, ctx: RequestContext) {
    return ctx.load(Membership, reference.id);
  }
}
