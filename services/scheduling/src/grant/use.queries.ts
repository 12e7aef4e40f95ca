import type { RequestContext } from '@gongjian/platform';
import type { Booking } from '../booking/booking.entity.ts';
import { GrantUse } from './grant.entity.ts';

/** What a booking uses of agreements: here and, for whoever booked, with the givers elsewhere. What was given back is left out. */
export async function usesOf(ctx: RequestContext, { id, tenants, homeId }: Booking): Promise<GrantUse[]> {
  const here = ctx.currentTenant;
  const found = await ctx.loadMany(GrantUse, 'bookingId', id);
  const uses = [...found];
  for (const tenantId of tenants && homeId === here ? tenants : []) if (tenantId !== here) uses.push(...(await ctx.across(tenantId, () => ctx.loadMany(GrantUse, 'bookingId', id))));
  return uses.filter(({ state }) => state !== 'RELEASED');
}
