import { Ctx, Input, type RequestContext } from '@gongjian/platform';
import { Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { Person } from '../person/person.entity.ts';
import { type DepartPersonInput, departPersonInput } from './departure.inputs.ts';
import { DepartureService } from './departure.service.ts';

@Resolver('Person')
export class DepartureResolver {
  constructor(private readonly departures: DepartureService) {}

  @Mutation()
  departPerson(@Ctx() ctx: RequestContext, @Input(departPersonInput) input: DepartPersonInput) {
    return this.departures.depart(ctx, input);
  }

  @ResolveField()
  viewerCanDepart(@Parent() person: Person, @Ctx() ctx: RequestContext) {
    return this.departures.mayDepart(ctx, person);
  }
}
