import { Ctx, Input, type RequestContext } from '@gongjian/platform';
import { Args, Mutation, Parent, Query, ResolveField, ResolveReference, Resolver } from '@nestjs/graphql';
import { Organisation } from '../organisation/organisation.entity.ts';
import { Person } from '../person/person.entity.ts';
import { ApiKey } from './api-key.entity.ts';
import { type CreateApiKeyInput, createApiKeyInput, type RotateApiKeyInput, rotateApiKeyInput } from './api-key.inputs.ts';
import { ApiKeyService } from './api-key.service.ts';

@Resolver('ApiKey')
export class ApiKeyResolver {
  constructor(private readonly keys: ApiKeyService) {}

  @Query()
  apiKeys(@Ctx() ctx: RequestContext) {
    return this.keys.list(ctx);
  }

  @Mutation()
  createApiKey(@Ctx() ctx: RequestContext, @Input(createApiKeyInput) input: CreateApiKeyInput) {
    return this.keys.create(ctx, input);
  }

  @Mutation()
  rotateApiKey(@Ctx() ctx: RequestContext, @Args('id') id: string, @Input(rotateApiKeyInput) input: RotateApiKeyInput) {
    return this.keys.rotate(ctx, id, input);
  }

  @Mutation()
  revokeApiKey(@Ctx() ctx: RequestContext, @Args('id') id: string) {
    return this.keys.revoke(ctx, id);
  }

  @ResolveField()
  state(@Parent() key: ApiKey, @Ctx() ctx: RequestContext) {
    return key.stateAt(ctx.now);
  }

  @ResolveField()
  previousPrefix(@Parent() key: ApiKey, @Ctx() ctx: RequestContext) {
    return key.previousUntil && key.previousUntil > ctx.now ? key.previousPrefix : null;
  }

  @ResolveField()
  organisation(@Parent() key: ApiKey, @Ctx() ctx: RequestContext) {
    return ctx.load(Organisation, key.organisationId);
  }

  @ResolveField()
  createdBy(@Parent() key: ApiKey, @Ctx() ctx: RequestContext) {
    return ctx.load(Person, key.createdById);
  }

  @ResolveField()
  revokedBy(@Parent() key: ApiKey, @Ctx() ctx: RequestContext) {
    return ctx.load(Person, key.revokedById);
  }

  @ResolveField()
  viewerCanRotate(@Parent() key: ApiKey, @Ctx() ctx: RequestContext) {
    return !key.revokedAt && ctx.can('update', key);
  }

  @ResolveField()
  viewerCanRevoke(@Parent() key: ApiKey, @Ctx() ctx: RequestContext) {
    return key.stateAt(ctx.now) === 'ACTIVE' && ctx.can('cancel', key);
  }

  @ResolveReference()
  resolveReference(reference: { id: string }, ctx: RequestContext) {
    return ctx.load(ApiKey, reference.id);
  }
}
