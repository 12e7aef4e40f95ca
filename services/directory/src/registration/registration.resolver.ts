import { Ctx, Input, type PageArgs, type RequestContext } from '@gongjian/platform';
import { Args, Mutation, Parent, Query, ResolveField, ResolveReference, Resolver } from '@nestjs/graphql';
import { Organisation } from '../organisation/organisation.entity.ts';
import { Person } from '../person/person.entity.ts';
import { Registration, registrationPlace, SelfRegistration } from './registration.entity.ts';
import { type ConfirmRegistrationInput, confirmRegistrationInput } from './registration.inputs.ts';
import { RegistrationService } from './registration.service.ts';

@Resolver('SelfRegistration')
export class SelfRegistrationResolver {
  constructor(private readonly registrations: RegistrationService) {}

  @Query()
  selfRegistration(@Ctx() ctx: RequestContext) {
    return this.registrations.own(ctx);
  }

  @Mutation()
  openSelfRegistration(@Ctx() ctx: RequestContext) {
    return this.registrations.open(ctx);
  }

  @Mutation()
  closeSelfRegistration(@Ctx() ctx: RequestContext) {
    return this.registrations.close(ctx);
  }

  @Mutation()
  rotateRegistrationLink(@Ctx() ctx: RequestContext) {
    return this.registrations.rotate(ctx);
  }

  @ResolveField()
  organisation(@Parent() { organisationId }: SelfRegistration, @Ctx() ctx: RequestContext) {
    return ctx.load(Organisation, organisationId);
  }

  @ResolveField()
  on(@Parent() { tokenHash }: SelfRegistration) {
    return tokenHash !== null;
  }

  @ResolveField()
  link(@Parent() row: SelfRegistration, @Ctx() ctx: RequestContext) {
    return this.registrations.linkOf(ctx, row);
  }

  @ResolveField()
  changedBy(@Parent() { changedById }: SelfRegistration, @Ctx() ctx: RequestContext) {
    return ctx.load(Person, changedById);
  }

  @ResolveField()
  changedAt(@Parent() { updatedAt }: SelfRegistration) {
    return updatedAt;
  }

  @ResolveReference()
  resolveReference(reference: { id: string }, ctx: RequestContext) {
    return ctx.load(SelfRegistration, reference.id);
  }
}

@Resolver('Registration')
export class RegistrationResolver {
  constructor(private readonly registrations: RegistrationService) {}

  @Query('registrations')
  all(@Ctx() ctx: RequestContext, @Args() args: PageArgs) {
    return this.registrations.page(ctx, args);
  }

  @Mutation()
  confirmRegistration(@Ctx() ctx: RequestContext, @Args('id') id: string, @Input(confirmRegistrationInput) input: ConfirmRegistrationInput) {
    return this.registrations.confirm(ctx, id, input);
  }

  @Mutation()
  declineRegistration(@Ctx() ctx: RequestContext, @Args('id') id: string, @Args('reason') reason: string) {
    return this.registrations.decline(ctx, id, reason);
  }

  @ResolveField()
  name(@Parent() { id, nameSealed }: Registration, @Ctx() ctx: RequestContext) {
    return nameSealed && ctx.open(registrationPlace(id, 'name_sealed'), nameSealed);
  }

  @ResolveField()
  email(@Parent() { id, emailSealed }: Registration, @Ctx() ctx: RequestContext) {
    return emailSealed && ctx.open(registrationPlace(id, 'email_sealed'), emailSealed);
  }

  @ResolveField()
  note(@Parent() { id, noteSealed }: Registration, @Ctx() ctx: RequestContext) {
    return noteSealed && ctx.open(registrationPlace(id, 'note_sealed'), noteSealed);
  }

  @ResolveField()
  askedAt(@Parent() { createdAt }: Registration) {
    return createdAt;
  }

  @ResolveField()
  organisation(@Parent() { organisationId }: Registration, @Ctx() ctx: RequestContext) {
    return ctx.load(Organisation, organisationId);
  }

  @ResolveField()
  person(@Parent() { personId }: Registration, @Ctx() ctx: RequestContext) {
    return ctx.load(Person, personId);
  }

  @ResolveField()
  decidedBy(@Parent() { decidedById }: Registration, @Ctx() ctx: RequestContext) {
    return ctx.load(Person, decidedById);
  }

  @ResolveField()
  viewerCanDecide(@Parent() registration: Registration, @Ctx() ctx: RequestContext) {
    return registration.state === 'WAITING' && ctx.can('decide', registration);
  }

  @ResolveReference()
  async resolveReference(reference: { id: string }, ctx: RequestContext) {
    const found = await ctx.load(Registration, reference.id);
    return found?.state === 'ASKED' ? null : found;
  }
}

@Resolver('Me')
export class RegistrationKeeperResolver {
  constructor(private readonly registrations: RegistrationService) {}

  @ResolveField()
  viewerKeepsRegistrations(@Ctx() ctx: RequestContext) {
    return this.registrations.keeps(ctx);
  }
}
