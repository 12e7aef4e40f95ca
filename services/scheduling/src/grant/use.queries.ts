import type { RequestContext } from '@gongjian/platform';
import type { Booking } from '../booking/booking.entity.ts';
import { ofAllParts } from '../booking/each-part.ts';
import { GrantUse } from './grant.entity.ts';

/** What a booking uses of agreements: here and, for whoever booked, with the givers elsewhere. What was given back is left out. */
export async function usesOf(ctx: RequestContext, booking: Booking): Promise<GrantUse[]> {
  return (await ofAllParts(ctx, GrantUse, booking)).filter(({ state }) => state !== 'RELEASED');
}
