import { Ctx, Mail, OPERATOR_TENANT, type PageArgs, Platform, type RequestContext } from '@gongjian/platform';
import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Consortium } from '../consortium/consortium.entity.ts';
import { OutboxService } from './outbox.service.ts';

@Resolver('Mail')
export class OutboxResolver {
  constructor(
    private readonly mails: OutboxService,
    private readonly platform: Platform,
  ) {}

  @Query()
  outbox(@Ctx() ctx: RequestContext, @Args('filter') filter: unknown, @Args() args: PageArgs) {
    return this.mails.page(ctx, filter, args);
  }

  @Query()
  mailServer(@Ctx() ctx: RequestContext) {
    ctx.authorize('read', Mail);
    return this.platform.mailer.configured;
  }

  @Mutation()
  openMail(@Ctx() ctx: RequestContext, @Args('id') id: string) {
    return this.mails.open(ctx, id);
  }

  @Mutation()
  retryMail(@Ctx() ctx: RequestContext, @Args('id') id: string) {
    return this.mails.retry(ctx, id);
  }

  @ResolveField()
  recipient(@Parent() mail: Mail) {
    return this.mails.recipientOf(mail);
  }

  @ResolveField()
  consortium(@Parent() mail: Mail, @Ctx() ctx: RequestContext) {
    return mail.tenantId === OPERATOR_TENANT ? null : ctx.load(Consortium, mail.tenantId);
  }
}
