import { Ctx, Input, type RequestContext } from '@gongjian/platform';
import { Args, Mutation, Parent, Query, ResolveField, ResolveReference, Resolver } from '@nestjs/graphql';
import { Person } from '../person/person.entity.ts';
import { Correction, wantedPlace } from './correction.entity.ts';
import { type AnswerCorrectionInput, answerCorrectionInput, type AskCorrectionInput, askCorrectionInput, CorrectionService } from './correction.service.ts';

@Resolver('Correction')
export class CorrectionResolver {
  constructor(private readonly corrections: CorrectionService) {}

  @Query()
  myCorrections(@Ctx() ctx: RequestContext) {
    return this.corrections.mine(ctx);
  }

  @Mutation()
  askCorrection(@Ctx() ctx: RequestContext, @Input(askCorrectionInput) input: AskCorrectionInput, @Args('idempotencyKey') key?: string) {
    return this.corrections.ask(ctx, input, key);
  }

  @Mutation()
  withdrawCorrection(@Ctx() ctx: RequestContext, @Args('id') id: string) {
    return this.corrections.withdraw(ctx, id);
  }

  @Mutation()
  answerCorrection(@Ctx() ctx: RequestContext, @Args('id') id: string, @Input(answerCorrectionInput) input: AnswerCorrectionInput) {
    return this.corrections.answer(ctx, id, input);
  }

  @ResolveField()
  person(@Parent() correction: Correction, @Ctx() ctx: RequestContext) {
    return ctx.load(Person, correction.personId);
  }

  @ResolveField()
  wanted(@Parent() correction: Correction, @Ctx() ctx: RequestContext) {
    return ctx.open(wantedPlace(correction.id), correction.wantedSealed);
  }

  @ResolveField()
  askedAt(@Parent() correction: Correction) {
    return correction.createdAt;
  }

  @ResolveField()
  overdue(@Parent() correction: Correction, @Ctx() ctx: RequestContext) {
    return correction.state === 'ASKED' && correction.answerBy <= ctx.now;
  }

  @ResolveField()
  answeredBy(@Parent() correction: Correction, @Ctx() ctx: RequestContext) {
    return ctx.load(Person, correction.answeredById);
  }

  @ResolveField()
  viewerCanAnswer(@Parent() correction: Correction, @Ctx() ctx: RequestContext) {
    return correction.state === 'ASKED' && this.corrections.answers(ctx, correction);
  }

  @ResolveReference()
  resolveReference(reference: { id: string }, ctx: RequestContext) {
    return ctx.load(Correction, reference.id);
  }
}

@Resolver('Person')
export class PersonCorrectionResolver {
  constructor(private readonly corrections: CorrectionService) {}

  @ResolveField('corrections')
  all(@Parent() person: Person, @Ctx() ctx: RequestContext) {
    return this.corrections.ofPerson(ctx, person.id);
  }
}
