import { as } from '../../test/product.mjs';

const MINUTE = 60_000;

/**
 * Looks at what is in the database, as its superuser and with none of the product's code: interval by interval.
 * @param ledger what clients were told, to compare with
 * @returns a count of each kind of fault
 */
export async function sweep(databaseUrl, ledger) {
  const { allocations, bookings, approvals, maintenance, deadlocks } = await as(databaseUrl, readAll);
  const ofBooking = Map.groupBy(allocations, ({ booking_id }) => booking_id);
  const approvalsOf = Map.groupBy(approvals, ({ booking_id }) => booking_id);
  const alive = allocations.filter(({ state }) => state !== 'RELEASED');
  return {
    bookings: bookings.length,
    alive: alive.length,
    deadlocks,
    overlaps: overlapsIn(alive),
    halfBundles: bookings.filter((booking) => isHalf(booking, ofBooking.get(booking.id) ?? [], ledger.bookings.get(booking.id)?.size)).length,
    halfAnswers: bookings.filter(({ id, state }) => answersDisagree(state, approvalsOf.get(id) ?? [])).length,
    halfMaintenance: maintenance.filter(({ id, cancelled }) => allocations.filter((one) => one.maintenance_id === id && (one.state === 'MAINTENANCE') === !cancelled).length !== 1).length,
    wrongBuffers: alive.filter(hasWrongBuffers).length,
    staleHolds: bookings.filter(({ state, hold_until }) => state === 'PENDING' && hold_until.getTime() < Date.now() - 15_000).length,
    lost: [...ledger.bookings.keys()].filter((id) => !bookings.some((booking) => booking.id === id)).length + [...ledger.maintenance.keys()].filter((id) => !maintenance.some((one) => one.id === id)).length,
  };
}

async function readAll(client) {
  const rows = async (text) => (await client.query(text)).rows;
  const [{ deadlocks }] = await rows('select deadlocks::int from pg_stat_database where datname = current_database()');
  const { rows: [{ table }] } = await client.query(`select case when to_regclass('scheduling.resource_without_locks') is null then 'resource' else 'resource_without_locks' end as table`);
  return {
    deadlocks,
    allocations: await rows(`select a.*, r.buffer_before, r.buffer_after from scheduling.allocation a join scheduling.${table} r using (tenant_id) where r.id = a.resource_id`),
    bookings: await rows('select * from scheduling.booking'),
    approvals: await rows('select * from scheduling.approval'),
    maintenance: await rows('select * from scheduling.maintenance'),
  };
}

/** Pairs of blocked ranges of one resource that share any time. */
function overlapsIn(alive) {
  let pairs = 0;
  for (const ranges of Map.groupBy(alive, ({ tenant_id, resource_id }) => `${tenant_id} ${resource_id}`).values()) {
    ranges.sort((a, b) => a.blocked_from - b.blocked_from);
    for (let left = 0; left < ranges.length; left++) {
      for (let right = left + 1; right < ranges.length && ranges[right].blocked_from < ranges[left].blocked_until; right++) pairs++;
    }
  }
  return pairs;
}

/** A booking that holds its slots holds all of them, in its state and at its time; one that does not, holds none. */
function isHalf({ state, starts_at, ends_at }, allocations, size) {
  if (state !== 'PENDING' && state !== 'CONFIRMED') return allocations.some((one) => one.state !== 'RELEASED');
  const whole = allocations.length > 0 && (size === undefined || allocations.length === size);
  return !whole || allocations.some((one) => one.state !== state || +one.starts_at !== +starts_at || +one.ends_at !== +ends_at);
}

/** Confirmed means that all said yes; pending, that somebody still has to answer; rejected, that one said no. */
function answersDisagree(state, approvals) {
  const some = (answer) => approvals.some((approval) => approval.state === answer);
  if (state === 'CONFIRMED') return some('WAITING') || some('REJECTED');
  if (state === 'PENDING') return !some('WAITING') || some('REJECTED');
  return state === 'REJECTED' && !some('REJECTED');
}

function hasWrongBuffers({ maintenance_id, starts_at, ends_at, blocked_from, blocked_until, buffer_before, buffer_after }) {
  const [before, after] = maintenance_id ? [0, 0] : [buffer_before, buffer_after];
  return blocked_from.getTime() !== starts_at.getTime() - before * MINUTE || blocked_until.getTime() !== ends_at.getTime() + after * MINUTE;
}
