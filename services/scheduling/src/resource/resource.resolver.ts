import { Args, Mutation, Parent, Query, ResolveField, ResolveReference, Resolver } from '@nestjs/graphql';
import { Ctx, Input, type Page, type PageArgs, parseInput, type RequestContext } from '@gongjian/platform';
import { partner } from '../grant/consortia.ts';
import { knownResource, reachedResource } from '../grant/shared.ts';
import { withoutPhoto } from '../own-record/own-record.service.ts';
import type { OpeningPeriod } from './opening.ts';
import { Resource } from './resource.entity.ts';
import { type CreateResourceInput, createResourceInput, type ResourceOrder, resourceFilter, type UpdateResourceInput, updateResourceInput } from './resource.inputs.ts';
import { matching, ordered } from './resource.queries.ts';
import { type PersonalData, ResourceService } from './resource.service.ts';

@Resolver('Resource')
export class ResourceResolver {
  constructor(private readonly resources: ResourceService) {}

  @Query('resource')
  async resource(@Ctx() ctx: RequestContext, @Args('id') id: string): Promise<Resource | null> {
    return (await ctx.get(Resource, id)) ?? reachedResource(ctx, id);
  }

  @Query('resources')
  async list(@Ctx() ctx: RequestContext, @Args('filter') filter: unknown, @Args('orderBy') orderBy: ResourceOrder, @Args() page: PageArgs): Promise<Page<Resource>> {
    const where = matching(parseInput(resourceFilter.nullish(), filter, 'filter'));
    return ctx.page(Resource, page, { where, orderBy: await ordered(ctx, orderBy) });
  }

  @Query('openingHours')
  readOpeningHours(@Ctx() ctx: RequestContext, @Args('text') text: string): OpeningPeriod[] {
    return this.resources.openingHours(ctx, text);
  }

  @Mutation('createResource')
  create(@Ctx() ctx: RequestContext, @Input(createResourceInput) input: CreateResourceInput, @Args('idempotencyKey') key?: string): Promise<Resource> {
    return this.resources.create(ctx, input, key);
  }

  @Mutation('updateResource')
  update(@Ctx() ctx: RequestContext, @Args('id') id: string, @Args('version') version: number, @Input(updateResourceInput) input: UpdateResourceInput): Promise<Resource> {
    return this.resources.update(ctx, id, version, input);
  }

  @Mutation('revealPersonalData')
  reveal(@Ctx() ctx: RequestContext, @Args('resourceId') id: string): Promise<PersonalData> {
    return this.resources.reveal(ctx, id);
  }

  @ResolveField('owner')
  owner(@Parent() resource: Resource): object {
    return { __typename: 'Organisation', id: resource.ownerId };
  }

  @ResolveField('consortium')
  async consortium(@Parent() resource: Resource, @Ctx() ctx: RequestContext): Promise<string | null> {
    return resource.tenantId === ctx.currentTenant ? null : ((await partner(ctx, resource.tenantId))?.name ?? '');
  }

  @ResolveField('photoUrl')
  async photoUrl(@Parent() resource: Resource, @Ctx() ctx: RequestContext): Promise<string | null> {
    const { personId, photoUrl } = resource;
    return photoUrl && personId && (await ctx.batch('Resource.withoutPhoto', personId, (ids) => withoutPhoto(ctx, ids))) ? null : photoUrl;
  }

  @ResolveField('personalData')
  personalData(@Parent() resource: Resource, @Ctx() ctx: RequestContext): Promise<PersonalData | null> {
    return this.resources.masked(ctx, resource);
  }

  @ResolveField('viewerCanUpdate')
  viewerCanUpdate(@Parent() resource: Resource, @Ctx() ctx: RequestContext): boolean {
    return ctx.can('update', resource);
  }

  @ResolveField('viewerCanBook')
  viewerCanBook(@Parent() resource: Resource, @Ctx() ctx: RequestContext): boolean {
    return resource.bookable && ctx.can('book', resource);
  }

  @ResolveField('viewerCanBlock')
  viewerCanBlock(@Parent() resource: Resource, @Ctx() ctx: RequestContext): boolean {
    return ctx.can('block', resource);
  }

  @ResolveField('viewerCanReveal')
  viewerCanReveal(@Parent() resource: Resource, @Ctx() ctx: RequestContext): boolean {
    return (resource.idNumberSealed ?? resource.phoneSealed) !== null && ctx.can('reveal', resource);
  }

  @ResolveReference()
  resolveReference(reference: { id: string }, ctx: RequestContext): Promise<Resource | null> {
    return knownResource(ctx, reference.id);
  }
}
