import { Ctx, Input, type PageArgs, type RequestContext } from '@gongjian/platform';
import { Args, Mutation, Parent, Query, ResolveField, ResolveReference, Resolver } from '@nestjs/graphql';
import { inWords } from '../consortium/founding.service.ts';
import { today } from '../day.ts';
import { Organisation } from '../organisation/organisation.entity.ts';
import { Person } from '../person/person.entity.ts';
import { Agreement } from './agreement.entity.ts';
import { type CommentInput, commentInput, type CreateAgreementInput, createAgreementInput, type UpdateAgreementInput, updateAgreementInput } from './agreement.inputs.ts';
import { clausesOf, commentsOf, currentText, findingsOf, mayDo, partiesOf, signaturesOf, successorOf } from './agreement.parts.ts';
import { AgreementService } from './agreement.service.ts';
import { standing } from './agreement.standing.ts';
import { hashOf } from './agreement.text.ts';
import { SigningService } from './signing.service.ts';

@Resolver('Agreement')
export class AgreementResolver {
  constructor(
    private readonly service: AgreementService,
    private readonly signing: SigningService,
  ) {}

  @Query()
  agreements(@Ctx() ctx: RequestContext, @Args('filter') filter: unknown, @Args() args: PageArgs) {
    return this.service.page(ctx, args, filter);
  }

  @Query()
  agreement(@Ctx() ctx: RequestContext, @Args('id') id: string) {
    return ctx.get(Agreement, id);
  }

  @Query()
  partners(@Ctx() ctx: RequestContext, @Args('uscc') uscc: string) {
    return this.service.partners(ctx, uscc);
  }

  @Mutation()
  createAgreement(@Ctx() ctx: RequestContext, @Input(createAgreementInput) input: CreateAgreementInput, @Args('idempotencyKey') key?: string) {
    return this.service.create(ctx, input, key);
  }

  @Mutation()
  updateAgreement(@Ctx() ctx: RequestContext, @Args('id') id: string, @Args('version') version: number, @Input(updateAgreementInput) input: UpdateAgreementInput) {
    return this.service.update(ctx, id, version, input);
  }

  @Mutation()
  amendAgreement(@Ctx() ctx: RequestContext, @Args('id') id: string, @Args('idempotencyKey') key?: string) {
    return this.service.amend(ctx, id, key);
  }

  @Mutation()
  renewAgreement(@Ctx() ctx: RequestContext, @Args('id') id: string, @Args('idempotencyKey') key?: string) {
    return this.service.renew(ctx, id, key);
  }

  @Mutation()
  commentAgreement(@Ctx() ctx: RequestContext, @Input(commentInput) input: CommentInput, @Args('idempotencyKey') key?: string) {
    return this.service.comment(ctx, input, key);
  }

  @Mutation()
  settleComment(@Ctx() ctx: RequestContext, @Args('id') id: string) {
    return this.service.settle(ctx, id);
  }

  @ResolveField()
  state(@Parent() agreement: Agreement, @Ctx() ctx: RequestContext) {
    return standing(agreement, today(ctx));
  }

  @ResolveField()
  parties(@Parent() { id }: Agreement, @Ctx() ctx: RequestContext) {
    return partiesOf(ctx, id);
  }

  @ResolveField()
  clauses(@Parent() { id }: Agreement, @Ctx() ctx: RequestContext) {
    return clausesOf(ctx, id);
  }

  @ResolveField()
  comments(@Parent() { id }: Agreement, @Ctx() ctx: RequestContext) {
    return commentsOf(ctx, id);
  }

  @ResolveField()
  async textHash(@Parent() agreement: Agreement, @Ctx() ctx: RequestContext) {
    return hashOf(await currentText(ctx, agreement)).toString('hex');
  }

  @ResolveField()
  signatures(@Parent() { id }: Agreement, @Ctx() ctx: RequestContext) {
    return signaturesOf(ctx, id);
  }

  @ResolveField()
  async findings(@Parent() agreement: Agreement, @Ctx() ctx: RequestContext) {
    return (await findingsOf(ctx, agreement)).map((finding) => inWords(ctx.language, finding));
  }

  @ResolveField()
  suspendedFor(@Parent() { suspendedForId }: Agreement, @Ctx() ctx: RequestContext) {
    return ctx.load(Organisation, suspendedForId);
  }

  @ResolveField()
  amends(@Parent() { amendsId }: Agreement, @Ctx() ctx: RequestContext) {
    return ctx.load(Agreement, amendsId);
  }

  @ResolveField()
  amendedBy(@Parent() { id }: Agreement, @Ctx() ctx: RequestContext) {
    return successorOf(ctx, 'amendsId', id);
  }

  @ResolveField()
  renews(@Parent() { renewsId }: Agreement, @Ctx() ctx: RequestContext) {
    return ctx.load(Agreement, renewsId);
  }

  @ResolveField()
  renewedBy(@Parent() { id }: Agreement, @Ctx() ctx: RequestContext) {
    return successorOf(ctx, 'renewsId', id);
  }

  @ResolveField()
  draftedBy(@Parent() { draftedById }: Agreement, @Ctx() ctx: RequestContext) {
    return ctx.load(Person, draftedById);
  }

  @ResolveField()
  draftedFor(@Parent() { draftedForId }: Agreement, @Ctx() ctx: RequestContext) {
    return ctx.load(Organisation, draftedForId);
  }

  @ResolveField()
  async viewerCanUpdate(@Parent() agreement: Agreement, @Ctx() ctx: RequestContext) {
    return agreement.state === 'DRAFT' && (await mayDo(ctx, 'update', agreement));
  }

  @ResolveField()
  viewerCanDecide(@Parent() agreement: Agreement, @Ctx() ctx: RequestContext) {
    return mayDo(ctx, 'decide', agreement);
  }

  @ResolveField()
  viewerCanSign(@Parent() agreement: Agreement, @Ctx() ctx: RequestContext) {
    return this.signing.maySign(ctx, agreement);
  }

  @ResolveReference()
  resolveReference(reference: { id: string }, ctx: RequestContext) {
    return ctx.load(Agreement, reference.id);
  }
}
