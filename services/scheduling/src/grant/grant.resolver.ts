import { Ctx, inputs, type Page, type PageArgs, parseInput, type RequestContext, sql } from '@gongjian/platform';
import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { z } from 'zod';
import { Booking } from '../booking/booking.entity.ts';
import { reason } from '../booking/booking.inputs.ts';
import { partner } from './consortia.ts';
import { RESOURCE_KINDS } from '../resource/resource.entity.ts';
import { containing, searchWords } from '../resource/resource.search.ts';
import { AccessService, type AccessStep } from './access.service.ts';
import { type Effect, EffectsService } from './effects.service.ts';
import { GrantUse, Reach } from './grant.entity.ts';
import { clauseOf, type Grant, isInForce, loadGrant } from './grants.ts';
import { type LedgerEntry, LedgerService } from './ledger.service.ts';
import { fromElsewhere, knownResource } from './shared.ts';

const organisation = (id: string) => ({ __typename: 'Organisation', id });

const sharedFilter = z.object({ search: inputs.optionalText(200), kinds: z.array(inputs.oneOf(RESOURCE_KINDS)).nullish() }).nullish();

@Resolver('Grant')
export class GrantResolver {
  @ResolveField()
  clause(@Parent() { id }: Grant, @Ctx() ctx: RequestContext) {
    return clauseOf(ctx, id);
  }

  @ResolveField()
  giver(@Parent() { giverId }: Grant) {
    return organisation(giverId);
  }

  @ResolveField()
  taker(@Parent() { takerId }: Grant) {
    return organisation(takerId);
  }

  @ResolveField()
  forConsortium(@Parent() { whole }: Grant) {
    return whole;
  }

  @ResolveField()
  inForce(@Parent() grant: Grant, @Ctx() ctx: RequestContext) {
    return isInForce(grant, ctx.now);
  }
}

@Resolver('GrantUse')
export class GrantUseResolver {
  constructor(private readonly ledger: LedgerService) {}

  @Query()
  usesInQuestion(@Ctx() ctx: RequestContext) {
    return this.ledger.inQuestion(ctx);
  }

  @Mutation()
  decideUse(@Ctx() ctx: RequestContext, @Args('id') id: string, @Args('decision') decision: 'KEEP' | 'CANCEL', @Args('reason') why?: string) {
    return this.ledger.decide(ctx, id, decision, parseInput(reason, why, 'reason') ?? null);
  }

  @ResolveField()
  booking(@Parent() { bookingId }: GrantUse, @Ctx() ctx: RequestContext) {
    return ctx.load(Booking, bookingId);
  }

  @ResolveField()
  clause(@Parent() { grantId }: GrantUse, @Ctx() ctx: RequestContext) {
    return clauseOf(ctx, grantId);
  }

  @ResolveField()
  fee(@Parent() { fee }: GrantUse) {
    return Number(fee);
  }

  @ResolveField()
  inQuestion(@Parent() use: GrantUse, @Ctx() ctx: RequestContext) {
    return this.ledger.isInQuestion(ctx, use);
  }
}

@Resolver('SharedThing')
export class SharedThingResolver {
  @Query()
  sharedThings(@Ctx() ctx: RequestContext, @Args('filter') filter: unknown, @Args() args: PageArgs): Promise<Page<Reach>> {
    const { search, kinds } = parseInput(sharedFilter, filter, 'filter') ?? {};
    const where = [...fromElsewhere(ctx), ...searchWords(search).map((word) => sql`t.search_text like ${containing(word)}`), ...(kinds ? [sql`t.kind = any(${kinds})`] : [])];
    return ctx.page(Reach, args, { where, byRule: true, orderBy: [{ by: sql`t.kind_rank` }, { by: 'nameKey' }] });
  }

  @ResolveField()
  resource(@Parent() { resourceId }: Reach, @Ctx() ctx: RequestContext) {
    return knownResource(ctx, resourceId);
  }

  @ResolveField()
  async consortium(@Parent() { homeId }: Reach, @Ctx() ctx: RequestContext) {
    return (await partner(ctx, homeId))?.name ?? '';
  }

  @ResolveField()
  grant(@Parent() { grantId }: Reach, @Ctx() ctx: RequestContext) {
    return loadGrant(ctx, grantId);
  }
}

@Resolver('AccessStep')
export class AccessStepResolver {
  constructor(private readonly access: AccessService) {}

  @Query()
  resourceAccess(@Ctx() ctx: RequestContext, @Args('resourceId') resourceId: string, @Args('personId') personId?: string) {
    return this.access.answers(ctx, resourceId, personId);
  }

  @Query()
  resourceReach(@Ctx() ctx: RequestContext, @Args('resourceId') resourceId: string) {
    return this.access.reach(ctx, resourceId);
  }

  @ResolveField()
  clause(@Parent() { grantId }: AccessStep, @Ctx() ctx: RequestContext) {
    return grantId ? clauseOf(ctx, grantId) : null;
  }
}

@Resolver('Ledger')
export class LedgerResolver {
  constructor(private readonly books: LedgerService) {}

  @Query()
  ledger(@Ctx() ctx: RequestContext, @Args('agreementId') agreementId: string, @Args('year') year: number) {
    return this.books.of(ctx, agreementId, year);
  }

  @Query()
  ledgerEntries(@Ctx() ctx: RequestContext, @Args('grantId') grantId: string, @Args('period') period: string) {
    return this.books.entries(ctx, grantId, period);
  }

  @ResolveField()
  agreement(@Parent() { agreementId }: { agreementId: string }) {
    return { __typename: 'Agreement', id: agreementId };
  }

  @ResolveField()
  clauses(@Parent() { grants, year }: { grants: Grant[]; year: number }, @Ctx() ctx: RequestContext) {
    return Promise.all(grants.map(async (grant) => ({ grant, periods: await this.books.periods(ctx, grant, year) })));
  }
}

@Resolver('LedgerEntry')
export class LedgerEntryResolver {
  @ResolveField()
  booking(@Parent() { bookingId }: LedgerEntry, @Ctx() ctx: RequestContext) {
    return ctx.load(Booking, bookingId);
  }
}

@Resolver('Effect')
export class EffectResolver {
  constructor(private readonly effects: EffectsService) {}

  @Query()
  async agreementEffects(@Ctx() ctx: RequestContext, @Args('agreementId') agreementId: string, @Args('endsOn') endsOn?: string) {
    const { effects, hits } = await this.effects.of(ctx, agreementId, endsOn);
    // Of another consortium's things one knows those that are lent already; the others cannot be named here.
    const known = await Promise.all(effects.map(({ resourceId }) => knownResource(ctx, resourceId)));
    return { effects: effects.filter((_effect, index) => known[index] !== null), hits };
  }

  @ResolveField()
  taker(@Parent() { takerId }: Effect) {
    return organisation(takerId);
  }

  @ResolveField()
  resource(@Parent() { resourceId }: Effect, @Ctx() ctx: RequestContext) {
    return knownResource(ctx, resourceId);
  }

  @ResolveField()
  clause(@Parent() { clauseId }: Effect) {
    return { __typename: 'Clause', id: clauseId };
  }
}
