import { Ctx, Input, type RequestContext } from '@gongjian/platform';
import { Args, Mutation, Parent, ResolveField, ResolveReference, Resolver } from '@nestjs/graphql';
import { Organisation } from '../organisation/organisation.entity.ts';
import { Person } from '../person/person.entity.ts';
import { Agreement, type AgreementComment, type AgreementParty, type AgreementSignature, Clause } from './agreement.entity.ts';
import { type ClauseInput, clauseInput, type SignInput, signInput, suspendInput, type TerminateInput, terminateInput } from './agreement.inputs.ts';
import { acceptancesOf, clausesOf, mayRead, numberOf, partnerConsortium, poolName, signaturesOf, signerName } from './agreement.parts.ts';
import { partyLetter } from './agreement.text.ts';
import { sentenceOf } from './clause.sentence.ts';
import { ClauseService } from './clause.service.ts';
import { SigningService } from './signing.service.ts';

const TYPES = { RESOURCE_USE: 'ResourceUseTerms', EXCHANGE: 'ExchangeTerms', PROGRAMME: 'ProgrammeTerms', INTERNS: 'InternTerms', DATA: 'DataTerms' } as const;

@Resolver('Clause')
export class ClauseResolver {
  constructor(private readonly service: ClauseService) {}

  @Mutation()
  addClause(@Ctx() ctx: RequestContext, @Args('agreementId') agreementId: string, @Input(clauseInput) input: ClauseInput, @Args('idempotencyKey') key?: string) {
    return this.service.add(ctx, agreementId, input, key);
  }

  @Mutation()
  updateClause(@Ctx() ctx: RequestContext, @Args('id') id: string, @Args('version') version: number, @Input(clauseInput) input: ClauseInput) {
    return this.service.update(ctx, id, version, input);
  }

  @Mutation()
  removeClause(@Ctx() ctx: RequestContext, @Args('id') id: string, @Args('version') version: number) {
    return this.service.remove(ctx, id, version);
  }

  @Mutation()
  acceptClause(@Ctx() ctx: RequestContext, @Args('id') id: string, @Args('version') version: number) {
    return this.service.accept(ctx, id, version);
  }

  @Mutation()
  withdrawAcceptance(@Ctx() ctx: RequestContext, @Args('id') id: string) {
    return this.service.withdraw(ctx, id);
  }

  /** For whoever may read its agreement. */
  @ResolveReference()
  async resolveReference(reference: { id: string }, ctx: RequestContext) {
    const clause = await ctx.load(Clause, reference.id);
    return clause && (await mayRead(ctx, clause.agreementId)) ? clause : null;
  }

  @ResolveField()
  agreement(@Parent() { agreementId }: Clause, @Ctx() ctx: RequestContext) {
    return ctx.load(Agreement, agreementId);
  }

  @ResolveField()
  number(@Parent() { id }: Clause, @Ctx() ctx: RequestContext) {
    return numberOf(ctx, id);
  }

  @ResolveField()
  giver(@Parent() { giverId }: Clause, @Ctx() ctx: RequestContext) {
    return ctx.load(Organisation, giverId);
  }

  @ResolveField()
  taker(@Parent() { takerId }: Clause, @Ctx() ctx: RequestContext) {
    return ctx.load(Organisation, takerId);
  }

  @ResolveField()
  async terms(@Parent() clause: Clause, @Ctx() ctx: RequestContext) {
    return { ...clause.terms, ...(clause.poolId && { poolName: await poolName(ctx, clause) }), __typename: TYPES[clause.kind] };
  }

  @ResolveField()
  async sentence(@Parent() clause: Clause, @Ctx() ctx: RequestContext) {
    const [giver, taker, pool] = await Promise.all([ctx.load(Organisation, clause.giverId), ctx.load(Organisation, clause.takerId), poolName(ctx, clause)]);
    return sentenceOf(ctx.language, clause, { giver: giver?.name ?? '', taker: taker?.name ?? '', pool });
  }

  @ResolveField()
  async acceptedBy(@Parent() { id }: Clause, @Ctx() ctx: RequestContext) {
    const accepted = await acceptancesOf(ctx, id);
    return Promise.all(accepted.map(({ organisationId }) => ctx.load(Organisation, organisationId)));
  }
}

@Resolver('AgreementParty')
export class AgreementPartyResolver {
  @ResolveField()
  letter(@Parent() { ordinal }: AgreementParty, @Ctx() ctx: RequestContext) {
    return partyLetter(ctx.language, ordinal);
  }

  @ResolveField()
  organisation(@Parent() { organisationId }: AgreementParty, @Ctx() ctx: RequestContext) {
    return ctx.load(Organisation, organisationId);
  }

  @ResolveField()
  consortium(@Parent() { homeId }: AgreementParty, @Ctx() ctx: RequestContext) {
    return homeId === ctx.currentTenant ? null : partnerConsortium(ctx, homeId);
  }

  @ResolveField()
  forConsortium(@Parent() { whole }: AgreementParty) {
    return whole;
  }

  @ResolveField()
  async accepted(@Parent() { agreementId, organisationId }: AgreementParty, @Ctx() ctx: RequestContext) {
    const accepted = await Promise.all((await clausesOf(ctx, agreementId)).map(({ id }) => acceptancesOf(ctx, id)));
    return accepted.filter((each) => each.some((acceptance) => acceptance.organisationId === organisationId)).length;
  }

  @ResolveField()
  async signature(@Parent() { agreementId, organisationId }: AgreementParty, @Ctx() ctx: RequestContext) {
    return (await signaturesOf(ctx, agreementId)).find((signature) => signature.organisationId === organisationId) ?? null;
  }
}

@Resolver('AgreementComment')
export class AgreementCommentResolver {
  @ResolveField()
  organisation(@Parent() { organisationId }: AgreementComment, @Ctx() ctx: RequestContext) {
    return ctx.load(Organisation, organisationId);
  }

  @ResolveField()
  person(@Parent() { personId }: AgreementComment, @Ctx() ctx: RequestContext) {
    return ctx.load(Person, personId);
  }

  @ResolveField()
  settledBy(@Parent() { settledById }: AgreementComment, @Ctx() ctx: RequestContext) {
    return ctx.load(Person, settledById);
  }
}

@Resolver('AgreementSignature')
export class AgreementSignatureResolver {
  constructor(private readonly signing: SigningService) {}

  @Mutation()
  signAgreement(@Ctx() ctx: RequestContext, @Args('id') id: string, @Input(signInput) input: SignInput) {
    return this.signing.sign(ctx, id, input);
  }

  @Mutation()
  reopenAgreement(@Ctx() ctx: RequestContext, @Args('id') id: string) {
    return this.signing.reopen(ctx, id);
  }

  @Mutation()
  withdrawAgreement(@Ctx() ctx: RequestContext, @Args('id') id: string) {
    return this.signing.withdraw(ctx, id);
  }

  @Mutation()
  suspendAgreement(@Ctx() ctx: RequestContext, @Args('id') id: string, @Input(suspendInput) input: { reason: string }) {
    return this.signing.suspend(ctx, id, input.reason);
  }

  @Mutation()
  resumeAgreement(@Ctx() ctx: RequestContext, @Args('id') id: string) {
    return this.signing.resume(ctx, id);
  }

  @Mutation()
  terminateAgreement(@Ctx() ctx: RequestContext, @Args('id') id: string, @Input(terminateInput) input: TerminateInput) {
    return this.signing.terminate(ctx, id, input);
  }

  @ResolveField()
  organisation(@Parent() { organisationId }: AgreementSignature, @Ctx() ctx: RequestContext) {
    return ctx.load(Organisation, organisationId);
  }

  @ResolveField()
  person(@Parent() { personId }: AgreementSignature, @Ctx() ctx: RequestContext) {
    return ctx.load(Person, personId);
  }

  @ResolveField()
  personName(@Parent() signature: AgreementSignature, @Ctx() ctx: RequestContext) {
    return signerName(ctx, signature);
  }

  @ResolveField()
  signedAt(@Parent() { createdAt }: AgreementSignature) {
    return createdAt;
  }

  @ResolveField()
  textHash(@Parent() { textHash }: AgreementSignature) {
    return textHash.toString('hex');
  }
}
