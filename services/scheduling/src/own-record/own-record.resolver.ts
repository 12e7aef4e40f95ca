import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Ctx, Input, type RequestContext } from '@gongjian/platform';
import { type ClaimInput, claimInput, OwnRecordService } from './own-record.service.ts';

@Resolver('OwnEntry')
export class OwnRecordResolver {
  constructor(private readonly ownRecords: OwnRecordService) {}

  @Query('myRegisterEntries')
  entries(@Ctx() ctx: RequestContext) {
    return this.ownRecords.entries(ctx);
  }

  @Mutation('claimOwnEntry')
  claim(@Ctx() ctx: RequestContext, @Input(claimInput) input: ClaimInput) {
    return this.ownRecords.claim(ctx, input);
  }

  @Mutation('releaseOwnEntry')
  release(@Ctx() ctx: RequestContext, @Args('resourceId') id: string) {
    return this.ownRecords.release(ctx, id);
  }
}
