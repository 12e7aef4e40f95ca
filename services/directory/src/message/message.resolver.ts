import { Ctx, Input, Message, type PageArgs, type RequestContext, type WordedMessage } from '@gongjian/platform';
import { Args, Mutation, Parent, Query, ResolveField, ResolveReference, Resolver } from '@nestjs/graphql';
import { Organisation } from '../organisation/organisation.entity.ts';
import { type MarkMessagesInput, markMessagesInput, type MessageSettingsInput, messageSettingsInput } from './message.inputs.ts';
import { MessageService, type SettingsView } from './message.service.ts';
import { worded } from './message.texts.ts';

@Resolver('Message')
export class MessageResolver {
  private readonly wordings = new WeakMap<Message, Promise<WordedMessage>>();

  constructor(private readonly service: MessageService) {}

  @Query()
  messages(@Ctx() ctx: RequestContext, @Args('filter') filter: unknown, @Args() args: PageArgs) {
    return this.service.page(ctx, filter, args);
  }

  @Query()
  unreadMessageCount(@Ctx() ctx: RequestContext) {
    return this.service.unreadCount(ctx);
  }

  @Query()
  messageKinds(@Ctx() ctx: RequestContext) {
    return this.service.kinds(ctx);
  }

  @Query()
  messageSettings(@Ctx() ctx: RequestContext) {
    return this.service.settings(ctx);
  }

  @Mutation()
  markMessages(@Ctx() ctx: RequestContext, @Input(markMessagesInput) input: MarkMessagesInput) {
    return this.service.mark(ctx, input);
  }

  @Mutation()
  markAllMessages(@Ctx() ctx: RequestContext, @Args('until') until: Date, @Args('kind') kind?: string) {
    return this.service.markAll(ctx, until, kind);
  }

  @Mutation()
  updateMessageSettings(@Ctx() ctx: RequestContext, @Input(messageSettingsInput) input: MessageSettingsInput) {
    return this.service.updateSettings(ctx, input);
  }

  @ResolveField()
  async what(@Parent() message: Message, @Ctx() ctx: RequestContext) {
    return (await this.word(ctx, message)).what;
  }

  @ResolveField()
  async more(@Parent() message: Message, @Ctx() ctx: RequestContext) {
    return (await this.word(ctx, message)).more;
  }

  @ResolveField()
  async why(@Parent() message: Message, @Ctx() ctx: RequestContext) {
    return (await this.word(ctx, message)).why;
  }

  @ResolveField()
  async button(@Parent() message: Message, @Ctx() ctx: RequestContext) {
    return (await this.word(ctx, message)).button;
  }

  @ResolveField()
  organisation(@Parent() message: Message, @Ctx() ctx: RequestContext) {
    return ctx.load(Organisation, message.organisationId);
  }

  @ResolveReference()
  resolveReference(reference: { id: string }, ctx: RequestContext) {
    return ctx.load(Message, reference.id);
  }

  /** Its four texts are made together. */
  private word(ctx: RequestContext, message: Message): Promise<WordedMessage> {
    let wording = this.wordings.get(message);
    if (!wording) this.wordings.set(message, (wording = worded(ctx, message, ctx.language, ctx.actor.timeZone)));
    return wording;
  }
}

@Resolver('MessageSettings')
export class MessageSettingsResolver {
  @ResolveField()
  kinds(@Parent() settings: SettingsView) {
    return settings.kinds();
  }
}
