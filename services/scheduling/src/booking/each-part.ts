import type { RequestContext } from '@gongjian/platform';
import type { Booking } from './booking.entity.ts';

/** Does it in every consortium that has a part of the booking, this one first. */
export async function inEachPart(ctx: RequestContext, { tenants }: Pick<Booking, 'tenants'>, run: () => Promise<void> | void): Promise<void> {
  const here = ctx.currentTenant;
  await run();
  for (const tenantId of tenants ?? []) if (tenantId !== here) await ctx.across(tenantId, async () => run());
}
