import { Ctx, Input, type PageArgs, type RequestContext } from '@gongjian/platform';
import { Args, Mutation, Parent, Query, ResolveField, ResolveReference, Resolver } from '@nestjs/graphql';
import { Organisation } from '../organisation/organisation.entity.ts';
import { Person } from '../person/person.entity.ts';
import { Invitation } from './invitation.entity.ts';
import { type InvitePersonInput, invitePersonInput } from './invitation.inputs.ts';
import { mailStates } from './invitation.queries.ts';
import { InvitationService, inviteeOf } from './invitation.service.ts';

@Resolver('Invitation')
export class InvitationResolver {
  constructor(private readonly invitationService: InvitationService) {}

  @Query()
  invitations(@Ctx() ctx: RequestContext, @Args('filter') filter: unknown, @Args() args: PageArgs) {
    return this.invitationService.page(ctx, filter, args);
  }

  @Mutation()
  invitePerson(@Ctx() ctx: RequestContext, @Input(invitePersonInput) input: InvitePersonInput, @Args('idempotencyKey') key?: string) {
    return this.invitationService.invite(ctx, input, key);
  }

  @Mutation()
  resendInvitation(@Ctx() ctx: RequestContext, @Args('id') id: string) {
    return this.invitationService.resend(ctx, id);
  }

  @Mutation()
  withdrawInvitation(@Ctx() ctx: RequestContext, @Args('id') id: string) {
    return this.invitationService.withdraw(ctx, id);
  }

  @ResolveField()
  async name(@Parent() invitation: Invitation, @Ctx() ctx: RequestContext) {
    return (await inviteeOf(ctx, invitation)).name;
  }

  @ResolveField()
  async email(@Parent() invitation: Invitation, @Ctx() ctx: RequestContext) {
    return (await inviteeOf(ctx, invitation)).address;
  }

  @ResolveField()
  organisation(@Parent() invitation: Invitation, @Ctx() ctx: RequestContext) {
    return ctx.load(Organisation, invitation.organisationId);
  }

  @ResolveField()
  state(@Parent() invitation: Invitation, @Ctx() ctx: RequestContext) {
    return invitation.state === 'OPEN' && invitation.expiresAt <= ctx.now ? 'EXPIRED' : invitation.state;
  }

  @ResolveField()
  mail(@Parent() invitation: Invitation, @Ctx() ctx: RequestContext) {
    return ctx.batch('Invitation.mail', invitation.mailId, (ids) => mailStates(ctx, ids));
  }

  @ResolveField()
  invitedBy(@Parent() invitation: Invitation, @Ctx() ctx: RequestContext) {
    return ctx.load(Person, invitation.invitedById);
  }

  @ResolveField()
  person(@Parent() invitation: Invitation, @Ctx() ctx: RequestContext) {
    return ctx.load(Person, invitation.personId);
  }

  @ResolveField()
  viewerCanResend(@Parent() invitation: Invitation, @Ctx() ctx: RequestContext) {
    return invitation.state === 'OPEN' && ctx.can('update', invitation);
  }

  @ResolveField()
  viewerCanWithdraw(@Parent() invitation: Invitation, @Ctx() ctx: RequestContext) {
    return invitation.state === 'OPEN' && ctx.can('cancel', invitation);
  }

  @ResolveReference()
  resolveReference(reference: { id: string }, ctx: RequestContext) {
    return ctx.load(Invitation, reference.id);
  }
}
