import { type EntityClass, type RequestContext, sql } from '@gongjian/platform';
import type { Booking } from './booking.entity.ts';

/** Does it in every consortium that has a part of the booking, this one first. */
export async function inEachPart(ctx: RequestContext, { tenants }: Pick<Booking, 'tenants'>, run: () => Promise<void> | void): Promise<void> {
  const here = ctx.currentTenant;
  await run();
  for (const tenantId of tenants ?? []) if (tenantId !== here) await ctx.across(tenantId, async () => run());
}

/** Open pages in every consortium that has a part of it. */
export async function ripple(ctx: RequestContext, booking: Pick<Booking, 'id' | 'tenants'>): Promise<void> {
  if (!booking.tenants) return ctx.changed('Booking', [booking.id]);
  await inEachPart(ctx, booking, async () => {
    const taken = await ctx.query<{ id: string; resourceId: string }>(sql`select id, resource_id as "resourceId" from scheduling.allocation where tenant_id = ${ctx.currentTenant} and booking_id = ${booking.id}`);
    ctx.changed('Booking', [booking.id]);
    ctx.changed('Allocation', taken.map(({ id }) => id), { resourceIds: taken.map(({ resourceId }) => resourceId) });
  });
}

/** What hangs on a booking: here and, where it was booked from here, in the other consortia. Whoever may read the booking may know. */
export async function ofAllParts<E extends { bookingId: string | null }>(ctx: RequestContext, entity: EntityClass<E>, booking: Booking): Promise<E[]> {
  return [...(await ctx.loadMany<E>(entity, 'bookingId', booking.id)), ...(await elsewhere(ctx, entity, booking))];
}

/** The same of the other consortia alone. */
export async function elsewhere<E extends { bookingId: string | null }>(ctx: RequestContext, entity: EntityClass<E>, { id, tenants, homeId }: Booking): Promise<E[]> {
  const here = ctx.currentTenant;
  if (!tenants || homeId !== here) return [];
  const found: E[] = [];
  for (const tenantId of tenants) if (tenantId !== here) found.push(...(await ctx.across(tenantId, () => ctx.loadMany<E>(entity, 'bookingId', id))));
  return found;
}
