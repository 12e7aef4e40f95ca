import type { DataSource, EntityMetadata } from 'typeorm';
import { badInput } from '../errors.ts';
import type { EntityClass } from '../entity.ts';
import { all, any, join, name, raw, Sql, sql } from '../sql.ts';

/** One key of an order: a property, or an expression that is never null. */
export interface OrderBy<E> {
  by: (keyof E & string) | Sql;
  desc?: boolean;
}

export interface FindOptions<E> {
  /** Conditions on the entity's table, which is called `t`. */
  where?: readonly Sql[];
  orderBy?: readonly OrderBy<E>[];
  limit?: number;
  /** Locks the rows until the transaction ends, in the order asked for. */
  lock?: 'update';
  /** Of these columns alone; what else the entity has is not there. For paths where each microsecond counts. */
  only?: readonly (keyof E & string)[];
  /** Of a page: what each rule of the permission shows is read in order by itself, by the index that fits it, and they are merged. For tables of which most rows are other people's. */
  byRule?: boolean;
  /** Rows are asked for by their keys alone, so that one plan is the best for all of them. */
  keyed?: boolean;
}

export interface Page<E> {
  nodes: E[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
  /** Counts all rows, when somebody asks. */
  count(): Promise<number>;
}

export interface PageArgs {
  first?: number | null;
  after?: string | null;
}

export const MAX_PAGE = 500;

const columnLists = new WeakMap<EntityMetadata, Map<string, Sql>>();

function columnsOf(metadata: EntityMetadata, only?: readonly string[]): Sql {
  const lists = columnLists.get(metadata) ?? new Map<string, Sql>();
  columnLists.set(metadata, lists);
  const key = only?.join() ?? '';
  const known = lists.get(key);
  if (known) return known;
  const list = join(metadata.columns.filter(({ propertyName }) => only?.includes(propertyName) ?? true).map((column) => sql`${name('t', column.databaseName)} as ${name(column.propertyName)}`), ', ');
  // Names alone, without values: one text from now on.
  const columns = raw(list.render().text);
  lists.set(key, columns);
  return columns;
}

/** `select` of all columns of an entity under their property names. */
export function selectFrom(entity: EntityClass, dataSource: DataSource, extra: readonly Sql[] = [], only?: readonly string[]): Sql {
  const metadata = dataSource.getMetadata(entity);
  return sql`select ${join([columnsOf(metadata, only), ...extra], ', ')} from ${name(metadata.schema ?? 'public', metadata.tableName)} t`;
}

/** The row itself as one of the entity: a copy of forty columns costs more than reading them. */
export function hydrate<E>(entity: EntityClass<E>, row: object): E {
  return Object.setPrototypeOf(row, entity.prototype as object) as E;
}

interface Key {
  expression: Sql;
  desc: boolean;
}

/** The order as expressions that are never null, with the id at the end so that it is total. */
function keysOf<E extends object>(entity: EntityClass<E>, orderBy: readonly OrderBy<E>[], dataSource: DataSource): Key[] {
  const metadata = dataSource.getMetadata(entity);
  const keys = orderBy.flatMap(({ by, desc = false }): Key[] => {
    if (by instanceof Sql) return [{ expression: by, desc }];
    const column = metadata.findColumnWithPropertyName(by);
    if (!column) throw new Error(`${entity.name}.${by} is not a column`);
    const expression = name('t', column.databaseName);
    // Rows without a value come last, in either direction.
    return column.isNullable ? [{ expression: sql`(${expression} is null)`, desc: false }, { expression: sql`coalesce(${expression}, '')`, desc }] : [{ expression, desc }];
  });
  return [...keys, { expression: sql`t.id`, desc: false }];
}

const orderSql = (keys: Key[]): Sql => join(keys.map((key) => sql`${key.expression} ${raw(key.desc ? 'desc' : 'asc')}`), ', ');

/** Rows behind the cursor: after the first key, or equal there and after the second, and so on. */
function behind(keys: Key[], cursor: unknown[]): Sql {
  return any(
    keys.map((key, index) =>
      all([
        ...keys.slice(0, index).map((earlier, at) => sql`${earlier.expression} = ${cursor[at]}`),
        sql`${key.expression} ${raw(key.desc ? '<' : '>')} ${cursor[index]}`,
      ]),
    ),
  );
}

function readCursor(after: string, length: number): unknown[] {
  try {
    const values = JSON.parse(Buffer.from(after, 'base64url').toString('utf8')) as unknown;
    if (Array.isArray(values) && values.length === length) return values;
  } catch {
    // falls through to the one answer for every bad cursor
  }
  throw badInput('after', 'BAD_CURSOR');
}

export function findStatement<E extends object>(entity: EntityClass<E>, permitted: Sql, options: FindOptions<E>, dataSource: DataSource): Sql {
  const keys = keysOf(entity, options.orderBy ?? [], dataSource);
  const statement = sql`${selectFrom(entity, dataSource, [], options.only)} where ${permitted} and ${all(options.where ?? [])} order by ${orderSql(keys)}${options.limit ? raw(` limit ${Math.floor(options.limit)}`) : raw('')}${raw(options.lock ? ' for update of t' : '')}`;
  return options.keyed ? statement.prepared() : statement;
}

export interface PagePlan {
  statement: Sql;
  count: Sql;
  first: number;
  keys: string[];
}

/** The same rows without any that an earlier rule has shown. */
const apart = (rules: readonly Sql[]): Sql[] => rules.map((rule, index) => all([rule, ...rules.slice(0, index).map((earlier) => sql`(${earlier}) is not true`)]));

/** The literal LIMIT is on purpose: a parameter is planned as a tenth of the table. */
export function pagePlan<E extends object>(entity: EntityClass<E>, rules: readonly Sql[], args: PageArgs, options: FindOptions<E>, dataSource: DataSource): PagePlan {
  const first = Math.floor(args.first ?? 50);
  if (first < 1) throw badInput('first', 'TOO_SMALL', { min: 1 });
  if (first > MAX_PAGE) throw badInput('first', 'TOO_LARGE', { max: MAX_PAGE });
  const keys = keysOf(entity, options.orderBy ?? [], dataSource);
  const names = keys.map((_, index) => `$key${index}`);
  const where = options.where ?? [];
  const from = args.after ? [...where, behind(keys, readCursor(args.after, keys.length))] : where;
  const extra = keys.map((key, index) => sql`${key.expression} as ${name(names[index]!)}`);
  const { schema, tableName } = dataSource.getMetadata(entity);
  const limit = raw(`limit ${first + 1}`);
  const read = (permitted: Sql) => sql`${selectFrom(entity, dataSource, extra)} where ${all([permitted, ...from])} order by ${orderSql(keys)} ${limit}`;
  const merged = () => sql`${join(apart(rules).map((rule) => sql`(${read(rule)})`), ' union all ')} order by ${orderSql(keys.map(({ desc }, index) => ({ expression: name(names[index]!), desc })))} ${limit}`;
  return {
    statement: options.byRule && rules.length > 1 ? merged() : read(any(rules)),
    count: sql`select count(*)::int as count from ${name(schema ?? 'public', tableName)} t where ${all([any(rules), ...where])}`,
    first,
    keys: names,
  };
}

export function pageOf<E>(entity: EntityClass<E>, plan: PagePlan, rows: Record<string, unknown>[], count: () => Promise<number>): Page<E> {
  const shown = rows.slice(0, plan.first);
  const last = shown.at(-1);
  const endCursor = last ? Buffer.from(JSON.stringify(plan.keys.map((key) => last[key]))).toString('base64url') : null;
  // The keys of the order stay on the records: V8 is slow with what something was taken from.
  return { nodes: shown.map((row) => hydrate(entity, row)), pageInfo: { hasNextPage: rows.length > plan.first, endCursor }, count };
}
