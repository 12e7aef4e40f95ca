import { Args, Mutation, Parent, Query, ResolveField, ResolveReference, Resolver } from '@nestjs/graphql';
import { Ctx, hydrate, Input, type PageArgs, type RequestContext } from '@gongjian/platform';
import { Resource, RESOURCE_DEFAULTS } from '../resource/resource.entity.ts';
import { MinorAccess } from './minor-access.entity.ts';
import { type AskInput, askInput, type DecideInput, decideInput, MinorService } from './minor.service.ts';

@Resolver('MinorAccess')
export class MinorAccessResolver {
  constructor(private readonly minors: MinorService) {}

  @Query('minorAccesses')
  list(@Ctx() ctx: RequestContext, @Args() page: PageArgs, @Args('waiting') waiting?: boolean) {
    return this.minors.page(ctx, waiting, page);
  }

  @Query('minorsAudit')
  audit(@Ctx() ctx: RequestContext) {
    return this.minors.audit(ctx);
  }

  @Mutation('askMinorAccess')
  ask(@Ctx() ctx: RequestContext, @Input(askInput) input: AskInput, @Args('idempotencyKey') key?: string) {
    return this.minors.ask(ctx, input, key);
  }

  @Mutation('decideMinorAccess')
  decide(@Ctx() ctx: RequestContext, @Args('id') id: string, @Input(decideInput) input: DecideInput) {
    return this.minors.decide(ctx, id, input);
  }

  /** Who decides may see nothing else of the registers: of the resource they get its name. */
  @ResolveField('resource')
  async resource(@Parent() access: MinorAccess, @Ctx() ctx: RequestContext): Promise<Resource | object> {
    return (await ctx.load(Resource, access.resourceId)) ?? hydrate(Resource, { ...RESOURCE_DEFAULTS, tenantId: ctx.currentTenant, id: access.resourceId, name: '—', kind: 'TEACHER', ownerId: access.ownerId, createdAt: access.createdAt, updatedAt: access.createdAt, version: 1 });
  }

  @ResolveField('owner')
  owner(@Parent() access: MinorAccess): object {
    return { __typename: 'Organisation', id: access.ownerId };
  }

  @ResolveField('askedBy')
  askedBy(@Parent() access: MinorAccess): object {
    return { __typename: 'Person', id: access.askedById };
  }

  @ResolveField('askedAt')
  askedAt(@Parent() access: MinorAccess): Date {
    return access.createdAt;
  }

  @ResolveField('decidedBy')
  decidedBy(@Parent() access: MinorAccess): object | null {
    return access.decidedById ? { __typename: 'Person', id: access.decidedById } : null;
  }

  @ResolveField('inForce')
  inForce(@Parent() access: MinorAccess, @Ctx() ctx: RequestContext): boolean {
    return access.state === 'APPROVED' && access.until! > ctx.now;
  }

  @ResolveField('viewerCanDecide')
  viewerCanDecide(@Parent() access: MinorAccess, @Ctx() ctx: RequestContext): boolean {
    return access.state === 'WAITING' && access.askedById !== ctx.actor.personId && ctx.can('decide', access);
  }

  @ResolveReference()
  resolveReference(reference: { id: string }, ctx: RequestContext) {
    return ctx.load(MinorAccess, reference.id);
  }
}

@Resolver('Resource')
export class ResourceMinorResolver {
  constructor(private readonly minors: MinorService) {}

  @ResolveField('minorAccess')
  minorAccess(@Parent() resource: Resource, @Ctx() ctx: RequestContext) {
    return resource.idNumberSealed && ctx.can('reveal', resource) ? this.minors.latest(ctx, resource.id) : null;
  }
}
