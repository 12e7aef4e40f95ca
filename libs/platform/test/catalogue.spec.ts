import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';

const OURS = `n.nspname in ('platform', 'directory', 'scheduling')`;
let owner: pg.Client;
const rows = async (text: string) => (await owner.query<Record<string, unknown>>(text)).rows;
const appRole = () => `${decodeURIComponent(new URL(process.env.GONGJIAN_DATABASE_URL!).pathname.slice(1))}_app`;

beforeAll(async () => {
  owner = new pg.Client({ connectionString: process.env.GONGJIAN_DATABASE_URL });
  await owner.connect();
});
afterAll(() => owner.end());

describe('the catalogue of the database', () => {
  test('there is something to look at', async () => {
    const [{ count }] = (await rows(`select count(*)::int as count from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind = 'r' and ${OURS}`)) as [{ count: number }];
    expect(count).toBeGreaterThan(15);
  });

  test('every table has row-level security, enabled and forced', async () => {
    const open = await rows(`select n.nspname || '.' || c.relname as table from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p') and ${OURS} and c.relname <> 'migration' and not (c.relrowsecurity and c.relforcerowsecurity)`);
    expect(open).toEqual([]);
  });

  test('a table of a consortium has the tenant in its primary key and in every unique constraint', async () => {
    const without = await rows(`select n.nspname || '.' || c.relname as table, i.relname as index
      from pg_index x join pg_class c on c.oid = x.indrelid join pg_class i on i.oid = x.indexrelid join pg_namespace n on n.oid = c.relnamespace
      join pg_attribute t on t.attrelid = c.oid and t.attname = 'tenant_id' and t.attnotnull
      where ${OURS} and x.indisunique and not (t.attnum = any(x.indkey))
      -- A session is found by its token before anybody knows the consortium; the runtime role cannot read it.
      and has_any_column_privilege('${appRole()}', c.oid, 'select')`);
    expect(without).toEqual([]);
  });

  test('a foreign key between tables of a consortium carries the tenant, so that a foreign id cannot be named', async () => {
    const loose = await rows(`select k.conrelid::regclass::text as table, k.conname from pg_constraint k
      -- Or the consortium that the record names as the other one's home.
      join pg_attribute a on a.attrelid = k.conrelid and a.attname in ('tenant_id', 'home_id') and a.attnotnull and (a.attname = 'tenant_id' or a.attnum = any(k.conkey))
      join pg_attribute b on b.attrelid = k.confrelid and b.attname = 'tenant_id' and b.attnotnull
      join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
      where k.contype = 'f' and ${OURS}
      group by 1, 2 having not bool_or(a.attnum = any(k.conkey) and b.attnum = any(k.confkey))`);
    expect(loose).toEqual([]);
  });

  test('every foreign key has an index on its columns', async () => {
    const slow = await rows(`select k.conrelid::regclass::text as table, k.conname from pg_constraint k
      join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
      where k.contype = 'f' and ${OURS} and not exists (
        select 1 from pg_index x where x.indrelid = k.conrelid
        and (select array_agg(col order by col) from unnest((x.indkey::int2[])[0:cardinality(k.conkey) - 1]) col) = (select array_agg(col order by col) from unnest(k.conkey) col))`);
    expect(slow).toEqual([]);
  });

  test('views run with the rights of whoever asks', async () => {
    const definer = await rows(`select n.nspname || '.' || c.relname as view from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind = 'v' and ${OURS} and not coalesce(c.reloptions::text like '%security_invoker=true%' or c.reloptions::text like '%security_invoker=on%', false)`);
    expect(definer).toEqual([]);
  });

  test('functions with the rights of their owner have a fixed search path', async () => {
    const loose = await rows(`select p.oid::regprocedure::text as function from pg_proc p join pg_namespace n on n.oid = p.pronamespace
      where ${OURS} and p.prosecdef and not coalesce(p.proconfig::text like '%search_path=%', false)`);
    expect(loose).toEqual([]);
  });

  test('the runtime role owns nothing and may not pass by row-level security', async () => {
    const role = appRole();
    const [powers] = (await owner.query(`select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, (select count(*)::int from pg_class where relowner = r.oid) + (select count(*)::int from pg_proc where proowner = r.oid) as owned from pg_roles r where rolname = $1`, [role])).rows;
    expect(powers).toEqual({ rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false, owned: 0 });
  });

  test('the runtime role reads no password and no session, and rewrites no audit entry', async () => {
    const role = appRole();
    const may = async (table: string, right: string) => (await owner.query(`select has_table_privilege($1, $2, $3) or has_any_column_privilege($1, $2, $3) as may`, [role, table, right])).rows[0].may as boolean;
    const column = await owner.query(`select has_column_privilege($1, 'directory.account', 'password_hash', 'select') as may`, [role]);
    expect(column.rows[0].may).toBe(false);
    expect(await may('directory.session', 'select')).toBe(false);
    expect(await may('platform.audit_log', 'update')).toBe(false);
    expect((await owner.query(`select has_table_privilege($1, 'platform.audit_log', 'delete') as may`, [role])).rows[0].may).toBe(false);
    // The control: what it lives from, it may.
    expect(await may('scheduling.booking', 'select')).toBe(true);
  });
});
