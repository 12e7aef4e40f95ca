import pg from 'pg';
import { rolesOf, Secrets, urlAs } from '../../../libs/platform/dist/index.js';

/** Every table with a wall between consortia, with what stands in its policies for the runtime role. */
export async function walled(owner, app) {
  const { rows } = await owner.query(
    `select n.nspname as schema, c.relname as table, count(*) filter (where p.polname = 'tenant')::int as tenant
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     join pg_attribute t on t.attrelid = c.oid and t.attname = 'tenant_id' and not t.attisdropped
     left join pg_policy p on p.polrelid = c.oid
     where n.nspname in ('platform', 'directory', 'scheduling') and c.relkind = 'r' and has_table_privilege($1, c.oid, 'select') group by 1, 2 order by 1, 2`,
    [app],
  );
  return rows.map(({ schema, table }) => `"${schema}"."${table}"`);
}

/** The runtime role, as it would be in an operation of some consortium. */
export class Runtime {
  constructor(client) {
    this.client = client;
  }

  static async open({ url, secretKey }) {
    const client = new pg.Client({ connectionString: urlAs(url, rolesOf(url).app, new Secrets(secretKey)) });
    await client.connect();
    return new Runtime(client);
  }

  /** How many rows of other consortia it is shown. */
  async foreign(table, tenantId) {
    await this.client.query('begin');
    try {
      await this.client.query(`select set_config('app.tenant', $1, true)`, [tenantId]);
      const { rows } = await this.client.query(`select count(*)::int as count from ${table} where tenant_id <> $1`, [tenantId]);
      return rows[0].count;
    } finally {
      await this.client.query('rollback');
    }
  }

  /** Whether it can write a row into another consortium: by moving one of its own there. */
  async escapes(table, tenantId, otherId) {
    await this.client.query('begin');
    try {
      await this.client.query(`select set_config('app.tenant', $1, true)`, [tenantId]);
      await this.client.query(`update ${table} set tenant_id = $2 where ctid = (select ctid from ${table} where tenant_id = $1 limit 1)`, [tenantId, otherId]);
      // What stops it then is a key, not the wall.
      return true;
    } catch (error) {
      return !/row-level security|permission denied|not changed/.test(error.message);
    } finally {
      await this.client.query('rollback');
    }
  }

  end() {
    return this.client.end();
  }
}
