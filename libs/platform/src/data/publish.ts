import { platformData, queueData } from './platform.data.ts';
import { columnsOf, type TableData } from './register.ts';
import type { DataRegister, RegisteredColumn } from './register.types.ts';

/** Anything that runs SQL. */
interface Queryable {
  query(text: string, values?: unknown[]): Promise<unknown>;
}

/** The register of the whole product: the platform's part, the queue's, and each subgraph's. */
export function registerOf(parts: readonly { data?: readonly TableData[] }[]): DataRegister {
  return columnsOf([...platformData, ...parts.flatMap(({ data = [] }) => data), ...queueData]);
}

/** Writes down what the parts declare, so that every process knows the whole of it. */
export async function publishData(client: Queryable, parts: readonly { data?: readonly TableData[] }[]): Promise<void> {
  const rows = registerOf(parts).map(({ table, column, ...rest }, position) => ({ table_name: table, column_name: column, position, ...rest }));
  await client.query(
    `with said as (select * from jsonb_populate_recordset(null::platform.data_column, $1::jsonb)),
     gone as (
       delete from platform.data_column d where not exists (select from said s where s.table_name = d.table_name and s.column_name = d.column_name)
       and split_part(d.table_name, '.', 1) in (select split_part(s.table_name, '.', 1) from said s))
     insert into platform.data_column select * from said
     on conflict (table_name, column_name) do update set position = excluded.position, class = excluded.class, kind = excluded.kind, purpose = excluded.purpose, basis = excluded.basis,
       whose = excluded.whose, kept = excluded.kept, protection = excluded.protection, mask = excluded.mask, shown = excluded.shown`,
    [JSON.stringify(rows)],
  );
}

export const SELECT_REGISTER = `select table_name as "table", column_name as "column", class, kind, purpose, basis, whose, kept, protection, mask, shown from platform.data_column order by position`;

/** The register as it was published, for processes that know their own part alone. */
export async function readRegister(run: (text: string) => Promise<unknown>): Promise<DataRegister> {
  return (await run(SELECT_REGISTER)) as RegisteredColumn[];
}
