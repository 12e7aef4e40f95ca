import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { platformData, queueData, type RegisteredColumn, columns } from '../src/index.ts';

let owner: pg.Client;
let register: RegisteredColumn[];

beforeAll(async () => {
  owner = new pg.Client({ connectionString: process.env.GONGJIAN_DATABASE_URL });
  await owner.connect();
  register = (await owner.query<RegisteredColumn>(`select table_name as "table", column_name as "column", class, kind, purpose, basis, whose, kept, protection, mask from platform.data_column`)).rows;
});
afterAll(() => owner.end());

/** Every column of every table there is, but of what the tests themselves make and of parts of a table. */
const existing = async (): Promise<string[]> =>
  (
    await owner.query<{ name: string }>(`
      select n.nspname || '.' || c.relname || '.' || a.attname as name from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
      where a.attnum > 0 and not a.attisdropped and c.relkind in ('r', 'p', 'm') and not c.relispartition and c.relpersistence = 'p'
        and n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'notes')
        and not exists (select 1 from pg_inherits i where i.inhrelid = c.oid)`)
  ).rows.map(({ name }) => name);

const HOW = `Each column has a class, a purpose and a retention: say them in the subgraph's *.data.ts`;

describe('the register of data', () => {
  test('says of every column of the product what it keeps, why and for how long', async () => {
    const known = new Set(register.map(({ table, column }) => `${table}.${column}`));
    const unclassified = (await existing()).filter((name) => !known.has(name));
    expect({ [HOW]: unclassified }).toEqual({ [HOW]: [] });
  });

  test('speaks of no column that is not there', async () => {
    const there = new Set(await existing());
    expect(register.map(({ table, column }) => `${table}.${column}`).filter((name) => !there.has(name) && !name.startsWith('notes.'))).toEqual([]);
  });

  test('finds a column that nobody has classified', async () => {
    await owner.query('begin');
    try {
      await owner.query('alter table directory.person add column birthday date');
      const known = new Set(register.map(({ table, column }) => `${table}.${column}`));
      expect((await existing()).filter((name) => !known.has(name))).toEqual(['directory.person.birthday']);
    } finally {
      await owner.query('rollback');
    }
  });

  test('says of everything personal whose it is, and protects what is sensitive or secret', async () => {
    expect(register.length).toBeGreaterThan(400);
    expect(columns.faultsOf(register)).toEqual([]);
  });

  test('leads from everything personal to a person, by columns that are there', async () => {
    const known = new Set(register.map(({ table, column }) => `${table}.${column}`));
    const tables = new Set(register.map(({ table }) => table));
    const lost = register.filter(({ table, whose }) => whose && (!known.has(`${table}.${whose.column}`) || (whose.is === 'ROW' && !tables.has(whose.table))));
    expect(lost).toEqual([]);
  });

  test('counts days by columns that are there', () => {
    const known = new Set(register.map(({ table, column }) => `${table}.${column}`));
    expect(register.filter(({ table, kept }) => kept.days !== null && !known.has(`${table}.${kept.clock}`))).toEqual([]);
  });

  test('keeps sealed what it calls sealed', async () => {
    const { rows } = await owner.query<{ name: string }>(`select n.nspname || '.' || c.relname || '.' || a.attname as name from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
      where a.attnum > 0 and a.atttypid = 'bytea'::regtype`);
    const bytes = new Set(rows.map(({ name }) => name));
    expect(register.filter(({ table, column, protection }) => protection.startsWith('SEALED') && !bytes.has(`${table}.${column}`))).toEqual([]);
  });

  test('is at fault when it forgets to say whose a name is, or leaves what is sensitive in clear', () => {
    const [table] = platformData;
    const bad = columns.columnsOf([{ ...table!, whose: undefined, columns: [columns.personal('NAME', 'name'), columns.sensitive('ID_NUMBER', 'number', { whose: columns.person('id') }), columns.plain('name')] }]);
    expect(columns.faultsOf(bad)).toEqual([expect.stringContaining('audit_entry.name: personal'), expect.stringContaining('audit_entry.number: sensitive'), expect.stringContaining('audit_entry.name: registered twice')]);
    expect(queueData.length).toBeGreaterThan(5);
  });
});
