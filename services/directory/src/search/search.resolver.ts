import { Ctx, type RequestContext } from '@gongjian/platform';
import { Args, Query, Resolver } from '@nestjs/graphql';
import type { Person } from '../person/person.entity.ts';
import { type OrganisationHit, SearchService } from './search.service.ts';

@Resolver()
export class SearchResolver {
  constructor(private readonly search: SearchService) {}

  @Query('searchPeople')
  people(@Ctx() ctx: RequestContext, @Args('text') text: string, @Args('first') first?: number): Promise<Person[]> {
    return this.search.people(ctx, text, first);
  }

  @Query('searchOrganisations')
  organisations(@Ctx() ctx: RequestContext, @Args('text') text: string, @Args('first') first?: number): Promise<OrganisationHit[]> {
    return this.search.organisations(ctx, text, first);
  }
}
