import { Ctx, Input, type RequestContext } from '@gongjian/platform';
import { Args, Mutation, Parent, Query, ResolveField, ResolveReference, Resolver } from '@nestjs/graphql';
import { Pool } from './pool.entity.ts';
import { type CreatePoolInput, createPoolInput, type UpdatePoolInput, updatePoolInput } from './pool.inputs.ts';
import { PoolService } from './pool.service.ts';

@Resolver('Pool')
export class PoolResolver {
  constructor(private readonly service: PoolService) {}

  @Query()
  pools(@Ctx() ctx: RequestContext, @Args('ownerId') ownerId?: string) {
    return this.service.all(ctx, ownerId);
  }

  @Query()
  pool(@Ctx() ctx: RequestContext, @Args('id') id: string) {
    return ctx.get(Pool, id);
  }

  @Mutation()
  createPool(@Ctx() ctx: RequestContext, @Input(createPoolInput) input: CreatePoolInput, @Args('idempotencyKey') key?: string) {
    return this.service.create(ctx, input, key);
  }

  @Mutation()
  updatePool(@Ctx() ctx: RequestContext, @Args('id') id: string, @Args('version') version: number, @Input(updatePoolInput) input: UpdatePoolInput) {
    return this.service.update(ctx, id, version, input);
  }

  @Mutation()
  removePool(@Ctx() ctx: RequestContext, @Args('id') id: string, @Args('version') version: number) {
    return this.service.remove(ctx, id, version);
  }

  @ResolveField()
  owner(@Parent() pool: Pool) {
    return { __typename: 'Organisation', id: pool.ownerId };
  }

  @ResolveField()
  size(@Parent() pool: Pool, @Ctx() ctx: RequestContext) {
    return this.service.size(ctx, pool.id);
  }

  @ResolveField()
  resources(@Parent() pool: Pool, @Ctx() ctx: RequestContext) {
    return this.service.resources(ctx, pool.id);
  }

  @ResolveField()
  viewerCanUpdate(@Parent() pool: Pool, @Ctx() ctx: RequestContext) {
    return ctx.can('update', pool);
  }

  @ResolveReference()
  resolveReference(reference: { id: string }, ctx: RequestContext) {
    return ctx.load(Pool, reference.id);
  }
}
