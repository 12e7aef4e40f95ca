import type { DataSource, EntityMetadata } from 'typeorm';
import type { ColumnMetadata } from 'typeorm/metadata/ColumnMetadata.js';
import type { EntityClass } from '../entity.ts';
import { join, name, raw, Sql, sql } from '../sql.ts';

/** Statements with few rows are the same again and again; those of an import are not. */
const FEW = 20;

/** Adds rows, of which each has a value for every column or leaves it to its default. */
export function insertStatement(entity: EntityClass, rows: readonly object[], dataSource: DataSource): Sql {
  const metadata = dataSource.getMetadata(entity);
  const columns = metadata.columns.filter((column) => column.isInsert);
  const cells = rows.map((row) => columns.map((column) => (row as Record<string, unknown>)[column.propertyName]));
  const values = cells.flatMap((row) => row.flatMap((value, index) => (value === undefined ? [] : [dataSource.driver.preparePersistentValue(value, columns[index]!)])));
  const strings = insertText(metadata, columns, cells);
  return new Sql(strings, values, rows.length <= FEW);
}

/** Marks the place of a value; no name has it in it. */
const VALUE = '\0';

const texts = new WeakMap<EntityMetadata, Map<string, readonly string[]>>();

/** The text around the values, made once for rows of one shape: which columns of which row are left to their defaults. */
function insertText(metadata: EntityMetadata, columns: readonly ColumnMetadata[], cells: readonly unknown[][]): readonly string[] {
  const known = texts.get(metadata) ?? new Map<string, readonly string[]>();
  texts.set(metadata, known);
  const shape = cells.map((row) => `(${row.map((value) => (value === undefined ? 'default' : VALUE)).join(', ')})`).join(', ');
  let strings = known.get(shape);
  if (!strings) {
    const names = columns.map((column) => name(column.databaseName).render().text).join(', ');
    strings = `insert into ${tableOf(metadata).render().text} (${names}) values ${shape}`.split(VALUE);
    if (cells.length <= FEW) known.set(shape, strings);
  }
  return strings;
}

/** Changes a row that is still of the version that was read. Answers with its id, or with nothing. */
export function updateStatement(entity: EntityClass, key: { id: string; version: number }, changes: object, dataSource: DataSource): Sql {
  const metadata = dataSource.getMetadata(entity);
  const set = Object.entries(changes).flatMap(([property, value]) => {
    const column = metadata.findColumnWithPropertyName(property);
    if (!column) throw new Error(`${entity.name}.${property} is not a column`);
    return value === undefined ? [] : [sql`${name(column.databaseName)} = ${valueOf(column, value, dataSource)}`];
  });
  return sql`update ${tableOf(metadata)} set ${join(set, ', ')} where id = ${key.id} and version = ${key.version} returning id`.prepared();
}

export function deleteStatement(entity: EntityClass, id: string, dataSource: DataSource): Sql {
  return sql`delete from ${tableOf(dataSource.getMetadata(entity))} where id = ${id}`.prepared();
}

function tableOf({ schema, tableName }: EntityMetadata): Sql {
  return name(schema ?? 'public', tableName);
}

function valueOf(column: ColumnMetadata, value: unknown, dataSource: DataSource): Sql {
  return value === undefined ? raw('default') : sql`${dataSource.driver.preparePersistentValue(value, column)}`;
}
