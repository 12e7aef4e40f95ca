import { Ctx, type RequestContext } from '@gongjian/platform';
import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { PrivacyService } from './privacy.service.ts';

@Resolver('Consent')
export class PrivacyResolver {
  constructor(private readonly privacy: PrivacyService) {}

  @Query()
  noticeStanding(@Ctx() ctx: RequestContext) {
    return this.privacy.standing(ctx);
  }

  @Query()
  myConsents(@Ctx() ctx: RequestContext) {
    return this.privacy.consents(ctx);
  }

  @Mutation()
  acknowledgeNotice(@Ctx() ctx: RequestContext, @Args('version') version: number) {
    return this.privacy.acknowledge(ctx, version);
  }

  @Mutation()
  giveConsent(@Ctx() ctx: RequestContext, @Args('item') item: string) {
    return this.privacy.decide(ctx, item, 'GIVEN');
  }

  @Mutation()
  withdrawConsent(@Ctx() ctx: RequestContext, @Args('item') item: string) {
    return this.privacy.decide(ctx, item, 'WITHDRAWN');
  }
}
