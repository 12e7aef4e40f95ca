import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { rolesOf, Secrets, urlAs } from '../../../libs/platform/dist/index.js';

const LOCK = 'select id from scheduling.resource where tenant_id = $1 and id = any($2) order by id for update';
const INSERT_BOOKING = `insert into scheduling.booking (tenant_id, id, created_at, updated_at, version, title, purpose, organisation_id, requested_by_id, starts_at, ends_at, state)
  values ($1, $2, now(), now(), 1, '测量', 'PRACTICE_TEACHING', $3, $4, $5, $6, 'CONFIRMED')`;
const INSERT_ALLOCATIONS = `insert into scheduling.allocation (tenant_id, id, created_at, updated_at, version, resource_id, owner_id, booking_id, starts_at, ends_at, blocked_from, blocked_until, state)
  select $1, id, now(), now(), 1, resource_id, $4, $5, $6, $7, $6, $7, 'CONFIRMED' from unnest($2::uuid[], $3::uuid[]) as wanted(id, resource_id)`;

/**
 * What a booking costs at least: the same rows into the same tables, under the same role, row-level security, locks and
 * constraint, and nothing else. No rules, no permissions, no audit entry, no event, no HTTP.
 */
export class RawWriter {
  #pool;

  constructor(database, ground, clients) {
    const url = urlAs(database.url, rolesOf(database.url).app, new Secrets(database.secretKey));
    this.#pool = new pg.Pool({ connectionString: url, max: clients });
    // A server that stops says so to connections that nobody uses.
    this.#pool.on('error', () => undefined);
    this.ground = ground;
    this.settings = `begin; select set_config('app.tenant', '${ground.tenantId}', true)`;
  }

  async create({ resourceIds, startsAt, endsAt }) {
    const { tenantId, organisationId } = this.ground;
    const started = performance.now();
    const client = await this.#pool.connect();
    try {
      await client.query(this.settings);
      const bookingId = randomUUID();
      await client.query({ name: 'lock', text: LOCK, values: [tenantId, resourceIds] });
      await client.query({ name: 'booking', text: INSERT_BOOKING, values: [tenantId, bookingId, organisationId, tenantId, startsAt, endsAt] });
      await client.query({ name: 'allocations', text: INSERT_ALLOCATIONS, values: [tenantId, resourceIds.map(() => randomUUID()), resourceIds, organisationId, bookingId, startsAt, endsAt] });
      await client.query('commit');
    } finally {
      client.release();
    }
    return performance.now() - started;
  }

  stop() {
    return this.#pool.end();
  }
}
