import { Ctx, Input, type RequestContext } from '@gongjian/platform';
import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Organisation } from '../organisation/organisation.entity.ts';
import { type IdentityProviderInput, identityProviderInput } from './identity.inputs.ts';
import { IdentityService } from './identity.service.ts';
import type { IdentityProvider } from './identity-provider.entity.ts';

@Resolver('IdentityProvider')
export class IdentityProviderResolver {
  constructor(private readonly identity: IdentityService) {}

  @Query()
  identityProviders(@Ctx() ctx: RequestContext) {
    return this.identity.all(ctx);
  }

  @Query()
  identityProviderOrganisations(@Ctx() ctx: RequestContext) {
    return this.identity.organisations(ctx);
  }

  @Mutation()
  createIdentityProvider(@Ctx() ctx: RequestContext, @Args('organisationId') organisationId: string, @Input(identityProviderInput) input: IdentityProviderInput) {
    return this.identity.create(ctx, organisationId, input);
  }

  @Mutation()
  updateIdentityProvider(@Ctx() ctx: RequestContext, @Args('id') id: string, @Args('version') version: number, @Input(identityProviderInput) input: IdentityProviderInput) {
    return this.identity.update(ctx, id, version, input);
  }

  @Mutation()
  removeIdentityProvider(@Ctx() ctx: RequestContext, @Args('id') id: string, @Args('version') version: number) {
    return this.identity.remove(ctx, id, version);
  }

  @ResolveField()
  organisation(@Parent() { organisationId }: IdentityProvider, @Ctx() ctx: RequestContext) {
    return ctx.load(Organisation, organisationId);
  }

  @ResolveField()
  hasClientSecret(@Parent() { clientSecretSealed }: IdentityProvider) {
    return clientSecretSealed !== null;
  }

  @ResolveField()
  linkedPeople(@Parent() { id }: IdentityProvider, @Ctx() ctx: RequestContext) {
    return this.identity.linkedPeople(ctx, id);
  }

  @ResolveField()
  viewerCanUpdate(@Parent() provider: IdentityProvider, @Ctx() ctx: RequestContext) {
    return ctx.can('update', provider);
  }
}

@Resolver('Me')
export class IdentityKeeperResolver {
  constructor(private readonly identity: IdentityService) {}

  @ResolveField()
  viewerKeepsIdentityProviders(@Ctx() ctx: RequestContext) {
    return this.identity.keeps(ctx);
  }
}
