import { Ctx, type RequestContext } from '@gongjian/platform';
import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { SharedDataSet } from './shared-data.queries.ts';
import { SharedDataService } from './shared-data.service.ts';

@Resolver('SharedDataSet')
export class SharedDataResolver {
  constructor(private readonly service: SharedDataService) {}

  @Query()
  sharedData(@Ctx() ctx: RequestContext) {
    return this.service.sets(ctx);
  }

  @Query()
  sharedDataUsage(@Ctx() ctx: RequestContext, @Args('grantId') grantId: string, @Args('year') year: number) {
    return this.service.usage(ctx, grantId, year);
  }

  @Mutation()
  revealSharedPeople(@Ctx() ctx: RequestContext, @Args('grantId') grantId: string) {
    return this.service.people(ctx, grantId);
  }

  @ResolveField()
  clause(@Parent() { id }: SharedDataSet) {
    return { __typename: 'Clause', id };
  }

  @ResolveField()
  giver(@Parent() { giverId }: SharedDataSet) {
    return { __typename: 'Organisation', id: giverId };
  }

  @ResolveField()
  counts(@Parent() set: SharedDataSet, @Ctx() ctx: RequestContext) {
    return this.service.counts(ctx, set);
  }
}
