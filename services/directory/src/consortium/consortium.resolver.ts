import { Ctx, Input, isOperator, type PageArgs, type RequestContext } from '@gongjian/platform';
import { Args, Mutation, Parent, Query, ResolveField, ResolveReference, Resolver } from '@nestjs/graphql';
import { Consortium } from './consortium.entity.ts';
import { type CreateConsortiumInput, createConsortiumInput, type UpdateConsortiumInput, updateConsortiumInput } from './consortium.inputs.ts';
import { ConsortiumService } from './consortium.service.ts';
import { FoundingService } from './founding.service.ts';
import { SeparationService } from './separation.service.ts';
import { SettingsService } from './settings.service.ts';

@Resolver('Consortium')
export class ConsortiumResolver {
  constructor(
    private readonly consortia: ConsortiumService,
    private readonly separation: SeparationService,
    private readonly founding: FoundingService,
    private readonly settingsOf: SettingsService,
  ) {}

  @Query()
  consortium(@Ctx() ctx: RequestContext) {
    return isOperator(ctx.actor) ? null : ctx.load(Consortium, ctx.actor.tenantId);
  }

  @Query('consortia')
  list(@Ctx() ctx: RequestContext, @Args() args: PageArgs) {
    return ctx.page(Consortium, args, { orderBy: [{ by: 'name' }] });
  }

  @Mutation()
  createConsortium(@Ctx() ctx: RequestContext, @Input(createConsortiumInput) input: CreateConsortiumInput, @Args('idempotencyKey') key?: string) {
    return this.consortia.create(ctx, input, key);
  }

  @Mutation()
  separateAdministration(@Ctx() ctx: RequestContext, @Args('on') on: boolean) {
    return this.separation.set(ctx, on);
  }

  @ResolveField()
  viewerCanSeparate(@Parent() consortium: Consortium, @Ctx() ctx: RequestContext) {
    return ctx.can('separate', consortium);
  }

  @ResolveField()
  findings(@Parent() consortium: Consortium, @Ctx() ctx: RequestContext) {
    return this.founding.findings(ctx, consortium);
  }

  @Mutation()
  updateConsortium(@Ctx() ctx: RequestContext, @Args('version') version: number, @Input(updateConsortiumInput) input: UpdateConsortiumInput) {
    return this.settingsOf.update(ctx, version, input);
  }

  /** One's own consortium's alone: of the others where one has a seat only the name is shown. */
  @ResolveField()
  settings(@Parent() consortium: Consortium, @Ctx() ctx: RequestContext) {
    return consortium.id === ctx.actor.tenantId ? ctx.load(Consortium, consortium.id) : null;
  }

  @ResolveField()
  viewerCanRequireSecondFactor(@Parent() consortium: Consortium, @Ctx() ctx: RequestContext) {
    return ctx.can('secure', consortium);
  }

  @Mutation()
  requireSecondFactor(@Ctx() ctx: RequestContext, @Args('required') required: boolean) {
    return this.consortia.requireSecondFactor(ctx, required);
  }

  @ResolveReference()
  resolveReference(reference: { id: string }, ctx: RequestContext) {
    return ctx.load(Consortium, reference.id);
  }
}

@Resolver('ConsortiumSettings')
export class ConsortiumSettingsResolver {
  @ResolveField()
  viewerCanUpdate(@Parent() consortium: Consortium, @Ctx() ctx: RequestContext) {
    return ctx.can('update', consortium);
  }
}
