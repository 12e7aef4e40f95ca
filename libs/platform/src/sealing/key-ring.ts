import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { OPERATOR_TENANT } from '../actor.ts';
import { DomainError } from '../errors.ts';
import type { Secrets } from '../secrets.ts';
import type { Place } from './sealed.ts';
import { TenantKeys } from './tenant-keys.ts';

export const KEY_STATES = ['DERIVED', 'INDEX', 'ACTIVE', 'RETIRING', 'DESTROYED'] as const;
export type KeyState = (typeof KEY_STATES)[number];

interface KeyRow {
  number: number;
  state: KeyState;
  wrapped: Buffer | null;
}

/** After so long a process looks whether there is another key; until then it seals with the one that it knows, which is no harm. */
const FRESH_MILLISECONDS = 15_000;
const SELECT = `select number, state, wrapped from platform.data_key where tenant_id = $1 order by number`;

/**
 * Each consortium's keys. They are random, kept in the database wrapped by the installation's SECRET_KEY, and remembered
 * here: an operation asks for them without a statement of its own. They are read on a connection apart, so that an
 * operation which holds one never waits for another.
 */
export class KeyRing {
  private readonly pool: pg.Pool;
  private readonly known = new Map<string, { keys: Promise<TenantKeys>; at: number }>();

  /** @param mayCreate the role behind the address may give a consortium its first keys */
  constructor(
    databaseUrl: string,
    private readonly secrets: Secrets,
    private readonly mayCreate = true,
  ) {
    this.pool = new pg.Pool({ connectionString: databaseUrl, max: 1, idleTimeoutMillis: 10_000, connectionTimeoutMillis: 4000, statement_timeout: 4500, application_name: 'gongjian-keys' });
    this.pool.on('error', () => undefined);
  }

  /** @throws SEALED_FOR_GOOD when the consortium's keys were destroyed */
  async of(tenantId: string): Promise<TenantKeys> {
    const known = this.known.get(tenantId);
    if (!known) return this.read(tenantId);
    if (Date.now() - known.at > FRESH_MILLISECONDS) {
      known.at = Date.now();
      const keys = this.load(tenantId);
      keys.then(() => this.known.set(tenantId, { keys, at: Date.now() }), () => undefined);
    }
    return known.keys;
  }

  async seal(tenantId: string, place: Place, content: string | Buffer): Promise<Buffer> {
    if (tenantId === OPERATOR_TENANT) return this.secrets.sealAt(place, content);
    return (await this.of(tenantId)).seal(place, content);
  }

  async open(tenantId: string, place: Place, sealed: Buffer): Promise<Buffer> {
    if (tenantId === OPERATOR_TENANT) return this.secrets.openAt(place, sealed, OPERATOR_TENANT);
    const keys = await this.of(tenantId);
    // Sealed a moment ago by a process that heard of a new key before.
    return (keys.has(sealed) ? keys : await this.read(tenantId)).open(place, sealed);
  }

  /** The next one who asks reads them again. */
  forget(tenantId: string): void {
    this.known.delete(tenantId);
  }

  async close(): Promise<void> {
    await this.pool.end();
  }

  private read(tenantId: string): Promise<TenantKeys> {
    const keys = this.load(tenantId);
    this.known.set(tenantId, { keys, at: Date.now() });
    keys.catch(() => this.known.delete(tenantId));
    return keys;
  }

  private async load(tenantId: string): Promise<TenantKeys> {
    const client = await this.pool.connect();
    try {
      await client.query('begin');
      await client.query(`select set_config('app.tenant', $1, true)`, [tenantId]);
      let { rows } = await client.query<KeyRow>(SELECT, [tenantId]);
      if (this.mayCreate && !complete(rows)) rows = await this.complete(client, tenantId, rows);
      await client.query('commit');
      return this.unwrapped(tenantId, rows);
    } catch (error) {
      await client.query('rollback').catch(() => undefined);
      throw error;
    } finally {
      client.release();
    }
  }

  /** A consortium's first keys. Two processes that make them at once keep those of the first. */
  private async complete(client: pg.PoolClient, tenantId: string, rows: readonly KeyRow[]): Promise<KeyRow[]> {
    // Nothing was sealed before there was a key, but where keys were derived.
    const fresh = !rows.some(({ state }) => state === 'DERIVED');
    if (!fresh) {
      // Fingerprints from before there were data keys go on being found: their key is what it was.
      await client.query(`update platform.data_key set wrapped = $2, master = $3, state = 'INDEX' where tenant_id = $1 and number = 0 and state = 'DERIVED'`, [tenantId, this.secrets.wrap(tenantId, 0, this.secrets.legacyKey(`fingerprint:${tenantId}`)), this.secrets.id]);
    }
    for (const number of [0, 1]) {
      await client.query(
        `insert into platform.data_key (tenant_id, number, state, wrapped, master, created_at, settled_at) select $1, $2::int, $3, $4, $5, now(), case when $6 then now() end
         where not exists (select from platform.data_key where tenant_id = $1 and (number = $2 or ($2 = 1 and number > 0))) on conflict do nothing`,
        [tenantId, number, number === 0 ? 'INDEX' : 'ACTIVE', this.secrets.wrap(tenantId, number, randomBytes(32)), this.secrets.id, fresh],
      );
    }
    return (await client.query<KeyRow>(SELECT, [tenantId])).rows;
  }

  private unwrapped(tenantId: string, rows: readonly KeyRow[]): TenantKeys {
    const keys = new Map(rows.flatMap(({ number, wrapped }) => (wrapped ? [[number, this.secrets.unwrap(tenantId, number, wrapped)] as const] : [])));
    const active = rows.find(({ state }) => state === 'ACTIVE');
    const index = keys.get(0);
    if (!active || !index) throw new DomainError('SEALED_FOR_GOOD', {});
    return new TenantKeys(tenantId, this.secrets, active.number, keys, index);
  }
}

/** An index key and a data key, or at least the trace of those that were destroyed. */
const complete = (rows: readonly KeyRow[]): boolean => rows.some(({ number }) => number > 0) && rows.some(({ number, state }) => number === 0 && state !== 'DERIVED');
