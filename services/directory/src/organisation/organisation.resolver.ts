import { Ctx, Input, type PageArgs, type RequestContext } from '@gongjian/platform';
import { Args, Mutation, Parent, Query, ResolveField, ResolveReference, Resolver } from '@nestjs/graphql';
import { Membership } from './membership.entity.ts';
import { Organisation } from './organisation.entity.ts';
import { type AddMemberInput, addMemberInput } from './organisation.inputs.ts';
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
    return this.members.endMembership(ctx, id, until);
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
  @ResolveReference()
  resolveReference(reference: { id: string }, ctx: RequestContext) {
    return ctx.load(Membership, reference.id);
  }
}
