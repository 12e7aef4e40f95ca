import { Ctx, type PageArgs, type RequestContext } from '@gongjian/platform';
import { Args, Parent, Query, ResolveField, ResolveReference, Resolver } from '@nestjs/graphql';
import { prefixesOf } from '../api-key/api-key.queries.ts';
import { Organisation } from '../organisation/organisation.entity.ts';
import { Person } from '../person/person.entity.ts';
import { AuditEntry } from './audit.entity.ts';
import { AuditService } from './audit.service.ts';
import { operationText } from './wording.ts';

@Resolver('AuditEntry')
export class AuditResolver {
  constructor(private readonly audit: AuditService) {}

  @Query()
  auditEntries(@Ctx() ctx: RequestContext, @Args('filter') filter: unknown, @Args() args: PageArgs) {
    return this.audit.page(ctx, filter, args);
  }

  @Query()
  auditEntry(@Ctx() ctx: RequestContext, @Args('id') id: string) {
    return ctx.get(AuditEntry, id);
  }

  @Query()
  auditChain(@Ctx() ctx: RequestContext) {
    return this.audit.chain(ctx);
  }

  @Query()
  entriesAboutMe(@Ctx() ctx: RequestContext, @Args() args: PageArgs) {
    return this.audit.aboutMe(ctx, args);
  }

  @ResolveField()
  operationText(@Parent() entry: AuditEntry, @Ctx() ctx: RequestContext) {
    return operationText(entry.operation, ctx.language);
  }

  @ResolveField()
  codeText(@Parent() entry: AuditEntry, @Ctx() ctx: RequestContext) {
    return entry.code && this.audit.codeText(entry.code, ctx.language);
  }

  @ResolveField()
  person(@Parent() entry: AuditEntry, @Ctx() ctx: RequestContext) {
    return ctx.load(Person, entry.personId);
  }

  @ResolveField()
  organisation(@Parent() entry: AuditEntry, @Ctx() ctx: RequestContext) {
    return ctx.load(Organisation, entry.organisationId);
  }

  @ResolveField()
  apiKeyPrefix(@Parent() entry: AuditEntry, @Ctx() ctx: RequestContext) {
    return entry.personId && ctx.batch('AuditEntry.apiKeyPrefix', entry.personId, (ids) => prefixesOf(ctx, ids));
  }

  /** Where somebody else was is not told to whom the entry is about. */
  @ResolveField()
  address(@Parent() entry: AuditEntry, @Ctx() ctx: RequestContext) {
    return this.audit.readsAll(ctx) ? entry.address : null;
  }

  @ResolveField()
  changes(@Parent() entry: AuditEntry, @Ctx() ctx: RequestContext, @Args('first') first: number, @Args('after') after: number) {
    return this.audit.changes(ctx, entry, first, after);
  }

  @ResolveField()
  seal(@Parent() entry: AuditEntry, @Ctx() ctx: RequestContext) {
    return this.audit.seal(ctx, entry);
  }

  @ResolveReference()
  resolveReference(reference: { id: string }, ctx: RequestContext) {
    return ctx.load(AuditEntry, reference.id);
  }
}
