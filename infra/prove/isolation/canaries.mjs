import { createHash, randomUUID } from 'node:crypto';
import { KeyRing, rolesOf, Secrets, urlAs } from '../../../libs/platform/dist/index.js';
import { as } from '../../test/product.mjs';
import { CONSORTIUM_SCHEMAS, reasonOf } from './columns.mjs';

/** Short enough for the narrowest column, and nothing that anybody else would write. */
export const CANARY = /zq[0-9a-z]{14}/g;
const isCanary = (text) => /zq[0-9a-z]{14}/.test(text);

export const aCanary = (of = randomUUID()) => `zq${BigInt(`0x${createHash('sha256').update(of).digest('hex').slice(0, 20)}`).toString(36).padStart(14, '0').slice(-14)}`;

const COLUMNS = `select n.nspname || '.' || c.relname as table, a.attname as column, t.typname as type, exists (select from pg_attribute i where i.attrelid = c.oid and i.attname = 'tenant_id') as "inConsortium",
    array(select k.attname::text from pg_index x join pg_attribute k on k.attrelid = c.oid and k.attnum = any(x.indkey) where x.indrelid = c.oid and x.indisprimary) as key
  from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace join pg_type t on t.oid = a.atttypid
  where a.attnum > 0 and not a.attisdropped and a.attgenerated = '' and c.relkind = 'r' and n.nspname = any($1) order by 1, a.attnum`;

/** Every column in which a text could stand. */
export async function columnsOf(client) {
  const { rows } = await client.query(COLUMNS, [CONSORTIUM_SCHEMAS]);
  return rows.filter(({ type }) => ['text', '_text', 'varchar', 'jsonb', 'bytea'].includes(type));
}

/** Rows that stand outside of consortia and are theirs all the same; of other such tables no consortium's data is in any. */
const OUTSIDE = {
  'directory.consortium': 'id = any($1)',
  'directory.organisation': 'id in (select m.organisation_id from directory.membership m where m.tenant_id = any($1))',
  'directory.person': 'id in (select a.person_id from directory.affiliation a where a.tenant_id = any($1))',
  'directory.account': 'person_id in (select a.person_id from directory.affiliation a where a.tenant_id = any($1))',
  'directory.session': 'tenant_id = any($1)',
  'directory.device': 'account_id in (select c.id from directory.account c join directory.affiliation a on a.person_id = c.person_id where a.tenant_id = any($1))',
};
/** Rows of the consortia in question. */
export const scopeOf = ({ table, inConsortium }) => OUTSIDE[table] ?? (inConsortium ? 'tenant_id = any($1)' : 'false');

/**
 * Puts a text that is nowhere else into each column of each row that can hold one, also into what is sealed. It is done as the
 * owner of the database, beside the product and with its triggers at rest: what is looked for is who is shown it.
 * @returns the columns with one, those without any row, those that refuse it, and what stands now in what is sealed
 */
export async function plant({ url, secretKey }, tenants) {
  const ring = new KeyRing(urlAs(url, rolesOf(url).app, new Secrets(secretKey)), new Secrets(secretKey));
  try {
    return await as(url, async (client) => {
      await client.query('set session_replication_role = replica');
      const found = { planted: [], empty: [], refused: [], inSealed: [] };
      for (const column of await columnsOf(client)) {
        const name = `${column.table}.${column.column}`;
        if (reasonOf(name)) continue;
        const put = { bytea: sealed, jsonb: json, _text: list }[column.type] ?? text;
        const outcome = await put(client, column, { tenants, ring, inSealed: found.inSealed });
        found[outcome].push(name);
      }
      return found;
    });
  } finally {
    await ring.close();
  }
}

const quoted = (name) => name.split('.').map((part) => `"${part}"`).join('.');

async function text(client, { table, column, key, inConsortium }, { tenants }) {
  const { rows } = await client.query(`select ctid, md5(concat_ws(' ', ${key.map((each) => `"${each}"`).join(', ')})) as key, "${column}" as value from ${quoted(table)} where ${scopeOf({ table, inConsortium })} and $1::uuid[] is not null`, [tenants]);
  // Where nothing stands yet, too, unless that says something.
  const free = rows.filter(({ value }) => value === null || !isCanary(value)).map(({ ctid, key: of, value }) => ({ ctid, value, canary: aCanary(`${table} ${column} ${of}`) }));
  if (rows.length === 0) return 'empty';
  if (free.length === 0) return 'planted';
  const write = (some) => attempt(client, `update ${quoted(table)} t set "${column}" = n.canary from unnest($1::text[], $2::text[]) as n(at, canary) where t.ctid = n.at::tid`, [some.map(({ ctid }) => ctid), some.map(({ canary }) => canary)]);
  const filled = free.filter(({ value }) => value !== null);
  if (await write(free)) return 'planted';
  if (filled.length === 0) return 'empty';
  return (await write(filled)) ? 'planted' : 'refused';
}

async function list(client, { table, column, key, inConsortium }, { tenants }) {
  const { rows } = await client.query(`select ctid, md5(concat_ws(' ', ${key.map((each) => `"${each}"`).join(', ')})) as key from ${quoted(table)} where cardinality("${column}") > 0 and ${scopeOf({ table, inConsortium })} and $1::uuid[] is not null`, [tenants]);
  if (rows.length === 0) return 'empty';
  const done = await attempt(client, `update ${quoted(table)} t set "${column}" = array[n.canary] from unnest($1::text[], $2::text[]) as n(at, canary) where t.ctid = n.at::tid`, [rows.map(({ ctid }) => ctid), rows.map(({ key: of }) => aCanary(`${table} ${column} ${of}`))]);
  return done ? 'planted' : 'refused';
}

/** Texts of people inside of a value: what has a Chinese character in it. Words of ours, days and ids stay what they are. */
function retold(value, of, path = '') {
  if (typeof value === 'string') return /[\u4e00-\u9fff]/.test(value) && !isCanary(value) ? aCanary(`${of}${path}`) : value;
  if (Array.isArray(value)) return value.map((each, index) => retold(each, of, `${path}.${index}`));
  if (value && typeof value === 'object') return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, retold(each, of, `${path}.${name}`)]));
  return value;
}

async function json(client, { table, column, key, inConsortium }, { tenants }) {
  const { rows } = await client.query(`select ctid, md5(concat_ws(' ', ${key.map((each) => `"${each}"`).join(', ')})) as key, "${column}" as value from ${quoted(table)} where "${column}" is not null and ${scopeOf({ table, inConsortium })} and $1::uuid[] is not null`, [tenants]);
  const changed = rows.map((row) => ({ ...row, told: JSON.stringify(retold(row.value, `${table} ${column} ${row.key}`)) })).filter(({ value, told }) => told !== JSON.stringify(value));
  if (changed.length === 0) return rows.some(({ value }) => isCanary(JSON.stringify(value))) ? 'planted' : 'empty';
  const done = await attempt(client, `update ${quoted(table)} t set "${column}" = n.told::jsonb from unnest($1::text[], $2::text[]) as n(at, told) where t.ctid = n.at::tid`, [changed.map(({ ctid }) => ctid), changed.map(({ told }) => told)]);
  return done ? 'planted' : 'refused';
}

async function sealed(client, { table, column, key, inConsortium }, { tenants, ring, inSealed }) {
  if (!inConsortium || !key.includes('id')) return 'refused';
  const { rows } = await client.query(`select tenant_id, id, "${column}" as value from ${quoted(table)} where "${column}" is not null and ${scopeOf({ table, inConsortium })}`, [tenants]);
  let done = 0;
  for (const { tenant_id: tenant, id, value } of rows) {
    const place = { table, column, id };
    const content = await ring.open(tenant, place, value).then((bytes) => bytes.toString('utf8'), () => null);
    if (content === null) continue;
    const told = isCanary(content) ? content : resealed(content, `${table} ${column} ${id}`);
    for (const [canary] of told.matchAll(CANARY)) inSealed.push({ canary, table, column, tenant, id });
    const fresh = await ring.seal(tenant, place, told);
    await client.query(`update ${quoted(table)} set "${column}" = $3 where tenant_id = $1 and id = $2`, [tenant, id, fresh]);
    done++;
  }
  return rows.length === 0 ? 'empty' : done > 0 ? 'planted' : 'refused';
}

/** All texts of what is sealed: a value, or several in JSON. */
function resealed(content, of) {
  try {
    const value = JSON.parse(content);
    if (value && typeof value === 'object') return JSON.stringify(Object.fromEntries(Object.entries(value).map(([name, each]) => [name, typeof each !== 'string' ? each : each.includes('@') ? `${aCanary(`${of} ${name}`)}@isolation.example` : aCanary(`${of} ${name}`)])));
  } catch {
    // No JSON: one text.
  }
  return content.includes('@') ? `${aCanary(of)}@isolation.example` : aCanary(of);
}

async function attempt(client, statement, values) {
  await client.query('begin');
  try {
    await client.query(statement, values);
    await client.query('commit');
    return true;
  } catch {
    await client.query('rollback');
    return false;
  }
}
