import { Args, Query, Resolver } from '@nestjs/graphql';
import { Ctx, type RequestContext } from '@gongjian/platform';
import { type BookingHit, type ResourceHit, SearchService } from './search.service.ts';

@Resolver()
export class SearchResolver {
  constructor(private readonly search: SearchService) {}

  @Query('searchResources')
  resources(@Ctx() ctx: RequestContext, @Args('text') text: string, @Args('first') first?: number): Promise<ResourceHit[]> {
    return this.search.resources(ctx, text, first);
  }

  @Query('searchBookings')
  bookings(@Ctx() ctx: RequestContext, @Args('text') text: string, @Args('first') first?: number): Promise<BookingHit[]> {
    return this.search.bookings(ctx, text, first);
  }
}
