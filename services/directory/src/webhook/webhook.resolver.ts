import { Ctx, Input, type PageArgs, parseInput, type RequestContext, Webhook, WebhookDelivery } from '@gongjian/platform';
import { Args, Mutation, Parent, Query, ResolveField, ResolveReference, Resolver } from '@nestjs/graphql';
import { Organisation } from '../organisation/organisation.entity.ts';
import { Person } from '../person/person.entity.ts';
import { DeliveryService } from './delivery.service.ts';
import { type CreateWebhookInput, createWebhookInput, keepHours, type UpdateWebhookInput, updateWebhookInput } from './webhook.inputs.ts';
import { typeOf } from './webhook.message.ts';
import { WebhookService } from './webhook.service.ts';

@Resolver('Webhook')
export class WebhookResolver {
  constructor(
    private readonly webhooks: WebhookService,
    private readonly deliveries: DeliveryService,
  ) {}

  @Query('webhooks')
  all(@Ctx() ctx: RequestContext) {
    return this.webhooks.list(ctx);
  }

  @Mutation()
  createWebhook(@Ctx() ctx: RequestContext, @Input(createWebhookInput) input: CreateWebhookInput) {
    return this.webhooks.create(ctx, input);
  }

  @Mutation()
  updateWebhook(@Ctx() ctx: RequestContext, @Args('id') id: string, @Args('version') version: number, @Input(updateWebhookInput) input: UpdateWebhookInput) {
    return this.webhooks.update(ctx, id, version, input);
  }

  @Mutation()
  rotateWebhookSecret(@Ctx() ctx: RequestContext, @Args('id') id: string, @Args('keepHours') hours?: number) {
    return this.webhooks.rotate(ctx, id, parseInput(keepHours, hours, 'keepHours'));
  }

  @Mutation()
  removeWebhook(@Ctx() ctx: RequestContext, @Args('id') id: string) {
    return this.webhooks.remove(ctx, id);
  }

  @Mutation()
  testWebhook(@Ctx() ctx: RequestContext, @Args('id') id: string) {
    return this.deliveries.test(ctx, id);
  }

  @Mutation()
  replayWebhook(@Ctx() ctx: RequestContext, @Args('id') id: string, @Args('since') since: Date) {
    return this.deliveries.replaySince(ctx, id, since);
  }

  @ResolveField()
  previousUntil(@Parent() webhook: Webhook, @Ctx() ctx: RequestContext) {
    return webhook.previousUntil && webhook.previousUntil > ctx.now ? webhook.previousUntil : null;
  }

  @ResolveField()
  organisation(@Parent() webhook: Webhook, @Ctx() ctx: RequestContext) {
    return ctx.load(Organisation, webhook.organisationId);
  }

  @ResolveField()
  createdBy(@Parent() webhook: Webhook, @Ctx() ctx: RequestContext) {
    return ctx.load(Person, webhook.createdById);
  }

  @ResolveField()
  async waitingCount(@Parent() webhook: Webhook, @Ctx() ctx: RequestContext) {
    return (await this.deliveries.counts(ctx, webhook.id)).waiting;
  }

  @ResolveField()
  async failedCount(@Parent() webhook: Webhook, @Ctx() ctx: RequestContext) {
    return (await this.deliveries.counts(ctx, webhook.id)).failed;
  }

  @ResolveReference()
  resolveReference(reference: { id: string }, ctx: RequestContext) {
    return ctx.load(Webhook, reference.id);
  }
}

@Resolver('WebhookDelivery')
export class WebhookDeliveryResolver {
  constructor(private readonly deliveries: DeliveryService) {}

  @Query()
  webhookDeliveries(@Ctx() ctx: RequestContext, @Args('webhookId') webhookId: string, @Args('states') states: unknown, @Args() args: PageArgs) {
    return this.deliveries.page(ctx, webhookId, states, args);
  }

  @Mutation()
  replayWebhookDelivery(@Ctx() ctx: RequestContext, @Args('id') id: string) {
    return this.deliveries.replay(ctx, id);
  }

  @ResolveField()
  type(@Parent() delivery: WebhookDelivery) {
    return typeOf(delivery.event);
  }

  @ResolveField()
  attempts(@Parent() delivery: WebhookDelivery, @Ctx() ctx: RequestContext) {
    return this.deliveries.attempts(ctx, delivery.id);
  }
}
