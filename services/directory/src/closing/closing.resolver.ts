import { asUuid, Ctx, Input, type RequestContext } from '@gongjian/platform';
import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Person } from '../person/person.entity.ts';
import { type DecideClosingInput, decideClosingInput } from './closing.inputs.ts';
import { ClosingService } from './closing.service.ts';
import type { Erasure } from './erasure.entity.ts';

@Resolver('Closing')
export class ClosingResolver {
  constructor(private readonly closings: ClosingService) {}

  @Query()
  myClosing(@Ctx() ctx: RequestContext) {
    return this.closings.mine(ctx);
  }

  @Mutation()
  closeAccount(@Ctx() ctx: RequestContext) {
    return this.closings.close(ctx);
  }

  @Mutation()
  withdrawClosing(@Ctx() ctx: RequestContext) {
    return this.closings.withdraw(ctx);
  }

  @Mutation()
  decideClosing(@Ctx() ctx: RequestContext, @Args('personId') personId: string, @Input(decideClosingInput) input: DecideClosingInput) {
    return this.closings.decide(ctx, asUuid(personId), input);
  }

  @ResolveField()
  askedAt(@Parent() closing: Erasure) {
    return closing.createdAt;
  }

  @ResolveField()
  blockedText(@Parent() closing: Erasure, @Ctx() ctx: RequestContext) {
    return closing.blockedBy && ctx.text(closing.blockedBy, { count: '', role: '' });
  }
}

@Resolver('Person')
export class PersonClosingResolver {
  constructor(private readonly closings: ClosingService) {}

  @ResolveField()
  closing(@Parent() person: Person, @Ctx() ctx: RequestContext) {
    return this.closings.ofPerson(ctx, person.id);
  }
}
