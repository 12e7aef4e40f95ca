import { type RequestContext, type Sql, sql } from '@gongjian/platform';
import { type Booking, withChange } from './booking.entity.ts';
import { release } from './booking.queries.ts';
import { settleAsked, TOLD, tellExpired, tellGaveWay, type ToldBooking } from './booking.tells.ts';
import { inEachPart, ripple } from './each-part.ts';

interface Ending {
  /** Which of them still end, once they are held: an answer may have come first. */
  still: Sql;
  /** What becomes of them. */
  set: Sql;
  fields: readonly string[];
  /** What the log calls it, and says of it. */
  action: string;
  facts?: object;
}

/** Ends bookings in one statement, held in one order after their resources, and tells the log in each consortium that has a part of them. */
export async function endAll(ctx: RequestContext, bookingIds: readonly string[], { still, set, fields, action, facts }: Ending): Promise<ToldBooking[]> {
  if (bookingIds.length === 0) return [];
  const ended = await ctx.query<ToldBooking>(sql`
    with due as (
      select id from scheduling.booking where tenant_id = ${ctx.currentTenant} and id = any(${[...new Set(bookingIds)]}) and ${still}
      order by id for update)
    update scheduling.booking b set ${set}, updated_at = ${ctx.now}, version = b.version + 1,
      history = b.history || jsonb_build_object('version', b.version + 1, 'fields', ${JSON.stringify(fields)}::jsonb, 'personId', ${ctx.actor.personId}::text, 'at', ${ctx.now.toISOString()}::text)
    from due where b.tenant_id = ${ctx.currentTenant} and b.id = due.id
    returning ${TOLD}`);
  for (const booking of ended) await inEachPart(ctx, booking, () => ctx.audit(action, { type: 'Booking', id: booking.id }, facts));
  return ended;
}

/** Ends holds that have run out, and that nobody has answered meanwhile. */
export async function expire(ctx: RequestContext, bookingIds: readonly string[]): Promise<void> {
  const ended = await endAll(ctx, bookingIds, { still: sql`state = 'PENDING' and hold_until <= ${ctx.now}`, set: sql`state = 'EXPIRED'`, fields: ['state', 'holdUntil'], action: 'expire' });
  await tellExpired(ctx, ended);
  await freed(ctx, ended);
}

/** Ends wishes that wait, where one comes that an agreement puts first; what was approved meanwhile stands. */
export async function giveWay(ctx: RequestContext, bookingIds: readonly string[]): Promise<void> {
  const ended = await endAll(ctx, bookingIds, { still: sql`state = 'PENDING'`, set: sql`state = 'REJECTED', state_reason = ${ctx.text('GAVE_WAY')}`, fields: ['state', 'stateReason'], action: 'giveWay' });
  await tellGaveWay(ctx, ended);
  await freed(ctx, ended);
}

/** Gives back what bookings take, and tells open pages, wherever there is a part of them. */
export async function freed(ctx: RequestContext, bookings: readonly Pick<Booking, 'id' | 'tenants'>[]): Promise<void> {
  if (bookings.length === 0) return;
  const bookingIds = bookings.map(({ id }) => id);
  const alone = bookings.filter(({ tenants }) => !tenants);
  if (alone.length > 0) settleAsked(ctx, alone.map(({ id }) => id));
  const released = await release(ctx, bookingIds);
  ctx.changed('Allocation', released.map(({ id }) => id), { resourceIds: released.map(({ resourceId }) => resourceId) });
  ctx.changed('Booking', bookingIds);
  // The database ends the other parts with this one; who was asked there need not answer any more.
  for (const booking of bookings) {
    if (!booking.tenants) continue;
    await inEachPart(ctx, booking, () => settleAsked(ctx, [booking.id]));
    await ripple(ctx, booking);
  }
}

/** Ends a booking, and gives back what it took. */
export async function cancelled(ctx: RequestContext, booking: Booking, stateReason: string | null): Promise<Booking> {
  await freed(ctx, [booking]);
  return ctx.update(booking, { state: 'CANCELLED', stateReason, cancelledAt: ctx.now, history: withChange(booking, ['state', 'stateReason'], ctx.actor.personId, ctx.now) });
}
