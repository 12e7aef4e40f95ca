import { as } from '../../test/product.mjs';

/**
 * What the control takes away. The product has two defences, and each alone is enough: it locks the resources' rows before
 * it looks for what is in the way, and the exclusion constraint refuses what got past that. To drop the constraint alone
 * would show nothing, since the locks would still hold. So both go: the constraint is dropped, and `scheduling.resource`
 * becomes a view whose rows come out of a materialized CTE, which PostgreSQL cannot lock: the product's own
 * `select … for update` runs as before and locks nothing. Not a line of the product is changed.
 * What remains is check-then-insert, and the sweep has to find what it does. If it finds nothing, neither the crowd nor
 * the sweep is worth anything, and a count of 0 with the defences in place would prove nothing.
 */
export function disarm(databaseUrl) {
  return as(databaseUrl, async (client) => {
    const { rows } = await client.query(`select grantee from information_schema.role_table_grants where table_schema = 'scheduling' and table_name = 'resource' and grantee like '%\\_app' and privilege_type = 'SELECT'`);
    const app = client.escapeIdentifier(rows[0].grantee);
    await client.query(`
      begin;
      alter table scheduling.allocation drop constraint allocation_takes_resource_once;
      alter table scheduling.resource rename to resource_without_locks;
      create view scheduling.resource with (security_invoker = true) as with rows as materialized (select * from scheduling.resource_without_locks) select * from rows;
      grant select, update on scheduling.resource to ${app};
      commit`);
  });
}

/**
 * Bundles torn apart by hand, one of each kind that the sweep knows: one slot of a booking given back, one slot of a dead
 * booking taken again, one slot at another time than its booking.
 * @returns how many
 */
export function tearBundles(databaseUrl) {
  const change = (set, states) => `
    update scheduling.allocation a set ${set} where (a.tenant_id, a.id) in (
      select x.tenant_id, x.id from scheduling.allocation x join scheduling.booking b on b.tenant_id = x.tenant_id and b.id = x.booking_id
      where b.state in (${states}) and b.title <> 'torn' limit 1) returning a.booking_id`;
  return as(databaseUrl, async (client) => {
    let torn = 0;
    for (const text of [change(`state = 'RELEASED'`, `'CONFIRMED'`), change(`state = 'CONFIRMED'`, `'CANCELLED', 'REJECTED', 'EXPIRED'`), change(`starts_at = a.starts_at + interval '1 second'`, `'CONFIRMED'`)]) {
      const { rows } = await client.query(text);
      // The same booking is not torn twice.
      await client.query(`update scheduling.booking set title = 'torn' where id = any($1)`, [rows.map(({ booking_id }) => booking_id)]);
      torn += rows.length;
    }
    return torn;
  });
}
