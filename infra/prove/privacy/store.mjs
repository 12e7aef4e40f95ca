import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { as } from '../../test/product.mjs';
import { found } from './canaries.mjs';

/** Every column of every table, as COPY would write it: what a dump of the database has in it. */
export async function dump(database) {
  return as(database.url, async (client) => {
    const { rows: columns } = await client.query(`select n.nspname || '.' || c.relname as table, a.attname as column, t.typname as type from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace join pg_type t on t.oid = a.atttypid
      where a.attnum > 0 and not a.attisdropped and c.relkind = 'r' and n.nspname !~ '^pg_' and n.nspname <> 'information_schema' order by 1, a.attnum`);
    const texts = new Map();
    for (const { table, column, type } of columns) {
      const [schema, name] = table.split('.');
      // Bytes as bytes: a value that was not sealed would stand in them as it is.
      const value = type === 'bytea' ? `convert_from(decode(replace(encode("${column}", 'hex'), '00', ''), 'hex'), 'LATIN1')` : `"${column}"::text`;
      const { rows } = await client.query(`select string_agg(${value}, E'\\n') as text from "${schema}"."${name}"`);
      texts.set(`${table}.${column}`, type === 'bytea' ? Buffer.from(rows[0].text ?? '', 'latin1') : Buffer.from(rows[0].text ?? '', 'utf8'));
    }
    return texts;
  });
}

/** Where each canary stands, by column. */
export function whereabouts(texts, columns) {
  const places = new Map();
  for (const [column, content] of columns) for (const text of found(texts, content)) places.set(text, [...(places.get(text) ?? []), column]);
  return places;
}

/** The bytes of the data folder, tables and write-ahead log alike: what a copy of the disk has in it. */
export function onDisk(folder, texts) {
  const seen = new Set();
  let bytes = 0;
  const walk = (path) => {
    for (const entry of readdirSync(path)) {
      const file = join(path, entry);
      const stat = statSync(file);
      if (stat.isDirectory()) walk(file);
      else if (stat.isFile()) {
        const content = readFileSync(file);
        bytes += content.length;
        for (const text of found(texts, content)) seen.add(text);
      }
    }
  };
  walk(join(folder, 'postgres'));
  return { seen, bytes };
}

/** The register of data, as the product has published it. */
export const registerOf = (database) => as(database.url, async (client) => (await client.query('select table_name as "table", column_name as "column", class, kind, protection from platform.data_column order by position')).rows);
