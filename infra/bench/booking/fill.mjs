import { as } from '../../test/product.mjs';

/** The past and future days over which bookings are spread. */
const DAYS_BACK = 900;
const DAYS_AHEAD = 180;

/**
 * Fills a database with so many bookings, set by set as its superuser: four times a day over three years, each resource
 * now and then, one booking in seven with two resources. Times of one resource never meet: the constraint is taken away
 * for speed and put back afterwards, and would refuse to come back.
 */
export function fillBookings({ url }, { tenantId, organisationId, resourceIds }, count) {
  return as(url, async (client) => {
    const { rows } = await client.query(`select pg_get_constraintdef(oid) as definition from pg_constraint where conname = 'allocation_takes_resource_once'`);
    await client.query(`set session_replication_role = replica; set maintenance_work_mem = '512MB'; set work_mem = '256MB'; set synchronous_commit = off`);
    await client.query('alter table scheduling.allocation drop constraint allocation_takes_resource_once');
    await client.query('create temp table ground as select id, (n - 1)::int as n from unnest($1::uuid[]) with ordinality as ground(id, n)', [resourceIds]);
    const half = Math.floor(resourceIds.length / 2);
    await client.query(
      `create temp table planned as
       select gen_random_uuid() as id, n, slot % 4 = 0 as paired, date_trunc('day', now()) + make_interval(days => slot / 4 - ${DAYS_BACK}, hours => 2 * (slot % 4)) as starts_at
       from generate_series(0, ${(DAYS_BACK + DAYS_AHEAD) * 4} - 1) slot, ground
       where slot % 4 > 0 or n < ${half}
       order by hashint8(slot::bigint * 100003 + n) limit $1`,
      [count],
    );
    await client.query(
      `insert into scheduling.booking (tenant_id, id, created_at, updated_at, version, title, purpose, organisation_id, requested_by_id, starts_at, ends_at, state)
       select $1, id, starts_at - interval '10 days', starts_at - interval '10 days', 1, '实训 ' || n, 'PRACTICE_TEACHING', $2, $1, starts_at, starts_at + interval '110 minutes', 'CONFIRMED' from planned`,
      [tenantId, organisationId],
    );
    await client.query(
      `insert into scheduling.allocation (tenant_id, id, created_at, updated_at, version, resource_id, owner_id, booking_id, starts_at, ends_at, blocked_from, blocked_until, state)
       select $1, gen_random_uuid(), starts_at - interval '10 days', starts_at - interval '10 days', 1, ground.id, $2, planned.id, starts_at, starts_at + interval '110 minutes', starts_at, starts_at + interval '110 minutes', 'CONFIRMED'
       from planned join ground on ground.n = planned.n or planned.paired and ground.n = planned.n + ${half}`,
      [tenantId, organisationId],
    );
    await client.query(`alter table scheduling.allocation add constraint allocation_takes_resource_once ${rows[0].definition}`);
    await client.query('vacuum analyze scheduling.booking, scheduling.allocation');
    return client.query('select count(*)::int as bookings from scheduling.booking').then((result) => result.rows[0].bookings);
  });
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
