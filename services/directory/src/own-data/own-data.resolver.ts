import { Ctx, type RequestContext } from '@gongjian/platform';
import { Mutation, Query, Resolver } from '@nestjs/graphql';
import { OwnDataService } from './own-data.service.ts';

@Resolver('OwnArea')
export class OwnDataResolver {
  constructor(private readonly ownData: OwnDataService) {}

  @Query()
  myData(@Ctx() ctx: RequestContext) {
    return this.ownData.read(ctx);
  }

  @Mutation()
  revealMyData(@Ctx() ctx: RequestContext) {
    return this.ownData.reveal(ctx);
  }
}
