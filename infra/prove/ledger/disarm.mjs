import { as } from '../../test/product.mjs';

const LOCK = /\n\s*perform pg_advisory_xact_lock\(hashtextextended\('quota '[^\n]*\n/;

/**
 * What the control takes away: the lock under which the product looks and writes, out of the text of its own function, and
 * the constraint that would refuse what gets past it. What remains is check-then-insert.
 */
export function disarm({ url }) {
  return as(url, async (client) => {
    const { rows: [{ text }] } = await client.query(`select pg_get_functiondef('scheduling.reserve_minutes(uuid, date, int, int, boolean, uuid, timestamptz)'::regprocedure) as text`);
    if (!LOCK.test(text)) throw new Error('The function has no lock to take away.');
    await client.query(text.replace(LOCK, '\n'));
    await client.query('alter table scheduling.ledger_balance drop constraint quota_never_below_zero');
  });
}

/** Each of these is a fault that the sweep must find by the count that is named; none of them stays. */
const TAMPERINGS = [
  ['a line deleted', 'otherThanLines', `delete from scheduling.ledger_entry e where (e.tenant_id, e.id) in (select tenant_id, id from scheduling.ledger_entry where kind = 'RESERVE' limit 1)`],
  [
    'a line doubled',
    'otherThanLines',
    `set local session_replication_role = replica; insert into scheduling.ledger_entry (tenant_id, grant_id, period, booking_id, kind, debit, credit, minutes, at)
     select tenant_id, grant_id, period, booking_id, kind, debit, credit, minutes, at from scheduling.ledger_entry where kind = 'RELEASE' limit 1`,
  ],
  ['a balance changed by hand', 'otherThanLines', `update scheduling.ledger_balance b set available = available + 60, allotted = allotted + 60 where (b.tenant_id, b.grant_id, b.period) in (select tenant_id, grant_id, period from scheduling.ledger_balance limit 1)`],
  ['a line given to another booking', 'bookingsOtherThanLines', `update scheduling.ledger_entry e set booking_id = (select o.booking_id from scheduling.ledger_entry o where o.tenant_id = e.tenant_id and o.booking_id <> e.booking_id limit 1) where (e.tenant_id, e.id) in (select tenant_id, id from scheduling.ledger_entry where kind = 'RESERVE' limit 1)`],
  ['a use that says other minutes', 'otherThanUses', `update scheduling.grant_use u set minutes = minutes + 30 where (u.tenant_id, u.id) in (select tenant_id, id from scheduling.grant_use where state = 'RESERVED' limit 1)`],
  [
    'a booking ended without giving back',
    'withoutBooking',
    `set local session_replication_role = replica; update scheduling.booking b set state = 'REJECTED', hold_until = null where (b.tenant_id, b.id) in (select tenant_id, booking_id from scheduling.grant_use where state = 'RESERVED' limit 1)`,
  ],
];

/** @returns for each whether the sweep found it, beside what it had found before */
export function tamper({ url }, before, sweep) {
  return as(url, async (client) => {
    const found = [];
    for (const [name, count, text] of TAMPERINGS) {
      await client.query('begin');
      await client.query(text);
      const after = await sweep(client);
      await client.query('rollback');
      found.push({ name, more: after[count] - before[count] });
    }
    return found;
  });
}
