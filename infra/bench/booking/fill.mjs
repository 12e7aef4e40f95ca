import { as } from '../../test/product.mjs';

/** The past and future days over which bookings are spread. */
const DAYS_BACK = 900;
export const DAYS_AHEAD = 180;
/** Any prime that divides none of the numbers below: multiplied by it, the numbers of bookings are well shuffled places. */
const SHUFFLE = 2_654_435_761;

/**
 * Fills a database with so many bookings, set by set as its superuser: four times a day over three years (or other days), each resource
 * now and then, one booking in seven with two resources. Times of one resource never meet: indexes and constraint are
 * taken away for speed and put back afterwards, and the constraint would refuse to come back.
 */
export function fillBookings({ url }, { tenantId, organisationId, resourceIds }, count, { back = DAYS_BACK, ahead = DAYS_AHEAD } = {}) {
  return as(url, async (client) => {
    await client.query(`set session_replication_role = replica; set maintenance_work_mem = '512MB'; set work_mem = '256MB'; set synchronous_commit = off`);
    const putBack = await takeIndexesAway(client);
    await client.query('create temp table ground as select id, (n - 1)::int as n from unnest($1::uuid[]) with ordinality as ground(id, n)', [resourceIds]);
    const half = resourceIds.length / 2;
    // The first of the four times of a day is for pairs, so half as many fit in.
    const perDay = half + 3 * resourceIds.length;
    await client.query(
      `create temp table planned as
       select gen_random_uuid() as id, place % ${perDay} < ${half} as paired,
         (case when place % ${perDay} < ${half} then place % ${perDay} else (place % ${perDay} - ${half}) % ${resourceIds.length} end)::int as n,
         date_trunc('day', now()) + make_interval(days => (place / ${perDay})::int - ${back}, hours => case when place % ${perDay} < ${half} then 0 else 2 + 2 * ((place % ${perDay} - ${half}) / ${resourceIds.length})::int end) as starts_at
       from (select number * ${SHUFFLE} % ${(back + ahead) * perDay} as place from generate_series(1::bigint, $1) number) numbered`,
      [count],
    );
    await client.query(
      `insert into scheduling.booking (tenant_id, id, created_at, updated_at, version, title, purpose, organisation_id, requested_by_id, starts_at, ends_at, state, home_id)
       select $1, id, starts_at - interval '10 days', starts_at - interval '10 days', 1, '实训 ' || n, 'PRACTICE_TEACHING', $2, $1, starts_at, starts_at + interval '110 minutes', 'CONFIRMED', $1 from planned`,
      [tenantId, organisationId],
    );
    await client.query(
      `insert into scheduling.allocation (tenant_id, id, created_at, updated_at, version, resource_id, owner_id, booking_id, starts_at, ends_at, blocked_from, blocked_until, state)
       select $1, gen_random_uuid(), starts_at - interval '10 days', starts_at - interval '10 days', 1, ground.id, $2, planned.id, starts_at, starts_at + interval '110 minutes', starts_at, starts_at + interval '110 minutes', 'CONFIRMED'
       from (select id, n, starts_at from planned union all select id, n + ${half}, starts_at from planned where paired) planned join ground using (n)`,
      [tenantId, organisationId],
    );
    for (const statement of putBack) await client.query(statement);
    await client.query('vacuum analyze scheduling.booking, scheduling.allocation');
    return client.query('select count(*)::int as bookings from scheduling.booking').then((result) => result.rows[0].bookings);
  });
}

/** @returns the statements that bring them back */
async function takeIndexesAway(client) {
  const { rows: constraints } = await client.query(`select conrelid::regclass as table, conname as name, pg_get_constraintdef(oid) as definition from pg_constraint where contype = 'x' and conrelid = 'scheduling.allocation'::regclass`);
  for (const { table, name } of constraints) await client.query(`alter table ${table} drop constraint ${name}`);
  const { rows: indexes } = await client.query(`select indexrelid::regclass as name, pg_get_indexdef(indexrelid) as definition from pg_index where indrelid in ('scheduling.booking'::regclass, 'scheduling.allocation'::regclass) and not indisunique`);
  for (const { name } of indexes) await client.query(`drop index ${name}`);
  return [...indexes.map(({ definition }) => definition), ...constraints.map(({ table, name, definition }) => `alter table ${table} add constraint ${name} ${definition}`)];
}

/** Times in the next sixty days at which somebody has the resource. */
export function takenTimes({ url }, count) {
  return as(url, async (client) => {
    const { rows } = await client.query(
      `select resource_id as "resourceId", starts_at as "startsAt", ends_at as "endsAt" from scheduling.allocation
       where starts_at between now() + interval '1 day' and now() + interval '60 days' and state <> 'RELEASED' order by hashtext(id::text) limit $1`,
      [count],
    );
    return rows;
  });
}
