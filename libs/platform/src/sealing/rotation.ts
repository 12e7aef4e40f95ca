import { randomBytes } from 'node:crypto';
import type { RequestContext } from '../context/request-context.ts';
import { readRegister } from '../data/publish.ts';
import { DomainError } from '../errors.ts';
import { logger } from '../log.ts';
import type { Platform } from '../platform.ts';
import type { Round } from '../rounds.ts';
import { all, name, raw, type Sql, sql } from '../sql.ts';
import { prefixOf } from './sealed.ts';

/** Columns that are sealed with a consortium's key. The register names them, so a new one is sealed anew with the others. */
interface SealedColumn {
  table: string;
  column: string;
}

const ROWS = 200;
const BYTES = 8 * 1024 * 1024;
/** A rotation that nobody has gone on with for so long was left by a process that died. */
const LEFT_SECONDS = 60;
const NOWHERE = '00000000-0000-0000-0000-000000000000';

/**
 * A consortium's next key: from now on everything is sealed with it, and the job seals anew what was sealed before.
 * @returns its number
 * @throws ROTATION_RUNS while the last one has not ended
 */
export async function beginRotation(ctx: RequestContext, platform: Platform): Promise<number> {
  const tenantId = ctx.currentTenant;
  const before = await platform.ring.of(tenantId);
  const [retired] = await ctx.query<{ number: number }>(sql`update platform.data_key set state = 'RETIRING' where state = 'ACTIVE' and settled_at is not null returning number`);
  if (!retired) throw new DomainError('ROTATION_RUNS', {});
  const number = Math.max(retired.number, before.active) + 1;
  await ctx.query(sql`
    insert into platform.data_key (tenant_id, number, state, wrapped, master, created_at)
    values (${tenantId}, ${number}, 'ACTIVE', ${platform.secrets.wrap(tenantId, number, randomBytes(32))}, ${platform.secrets.id}, ${ctx.now})`);
  ctx.afterwards(() => platform.ring.forget(tenantId));
  return number;
}

/**
 * Seals everything anew that the active key has not sealed, some rows at a time, each part in a transaction of its own; then
 * destroys the keys of before. May be broken off anywhere and begun again, also twice at once.
 * @returns the numbers of the keys that were destroyed, once nothing is left
 */
export async function settleKeys(ctx: RequestContext, platform: Platform): Promise<number[]> {
  const tenantId = ctx.currentTenant;
  // The consortium's own job: whoever began the rotation was allowed to.
  ctx.asked = true;
  platform.ring.forget(tenantId);
  const { active } = await platform.ring.of(tenantId);
  const columns = await ctx.outside((short) => sealedColumns(short));
  await ctx.outside((short) => foresee(short, columns, active));
  for (let round = 0; round < 6; round++) {
    for (const column of columns) await sealAnew(ctx, platform, column, active);
    const destroyed = await ctx.outside((short) => destroyOld(short, columns, active));
    if (destroyed) {
      platform.ring.forget(tenantId);
      return destroyed;
    }
  }
  throw new Error('sealing anew does not come to an end');
}

async function sealedColumns(ctx: RequestContext): Promise<SealedColumn[]> {
  ctx.asked = true;
  const register = await readRegister((text) => ctx.query(raw(text)));
  return register.filter(({ protection }) => protection === 'SEALED').map(({ table, column }) => ({ table, column }));
}

const tableOf = ({ table }: SealedColumn): Sql => name(...table.split('.'));
/** What another key has sealed, or none that has a number. */
const old = (ctx: RequestContext, { column }: SealedColumn, active: number): Sql =>
  all([sql`t.tenant_id = ${ctx.currentTenant}`, sql`${name('t', column)} is not null`, sql`substring(${name('t', column)} from 1 for 5) is distinct from ${prefixOf(active)}::bytea`]);

async function foresee(ctx: RequestContext, columns: readonly SealedColumn[], active: number): Promise<void> {
  ctx.asked = true;
  let todo = 0;
  for (const column of columns) {
    const [row] = await ctx.query<{ count: number }>(sql`select count(*)::int as count from ${tableOf(column)} t where ${old(ctx, column, active)}`);
    todo += row!.count;
  }
  await ctx.query(sql`update platform.data_key set todo = done + ${todo}, progress_at = clock_timestamp() where number = ${active}`);
}

async function sealAnew(ctx: RequestContext, platform: Platform, column: SealedColumn, active: number): Promise<void> {
  for (let last: string | null = NOWHERE; last; ) last = await ctx.outside((short) => sealSome(short, platform, column, active, last!));
}

/** @returns the id of the last row that was looked at, null at the end */
async function sealSome(ctx: RequestContext, platform: Platform, column: SealedColumn, active: number, after: string): Promise<string | null> {
  ctx.asked = true;
  const [table, value] = [tableOf(column), name('t', column.column)];
  const sizes = await ctx.query<{ id: string; size: number }>(sql`select t.id, octet_length(${value}) as size from ${table} t where ${old(ctx, column, active)} and t.id > ${after} order by t.id limit ${raw(String(ROWS))}`);
  if (sizes.length === 0) return null;
  let bytes = 0;
  const ids = sizes.filter(({ size }, index) => (bytes += size) <= BYTES || index === 0).map(({ id }) => id);
  // Locked in the order of ids, as everybody locks.
  const rows = await ctx.query<{ id: string; value: Buffer }>(sql`select t.id, ${value} as value from ${table} t where t.tenant_id = ${ctx.currentTenant} and t.id = any(${ids}) and ${value} is not null order by t.id for update`);
  const anew: { id: string; value: Buffer }[] = [];
  for (const row of rows) {
    const place = { ...column, id: row.id };
    try {
      anew.push({ id: row.id, value: await platform.ring.seal(ctx.currentTenant, place, await platform.ring.open(ctx.currentTenant, place, row.value)) });
    } catch (error) {
      // Its key stays, so that somebody can look at it.
      logger.error('a sealed value does not open', error, { table: column.table, column: column.column, id: row.id });
    }
  }
  await ctx.query(sql`update ${table} t set ${name(column.column)} = n.value from unnest(${anew.map(({ id }) => id)}::uuid[], ${anew.map((row) => row.value)}::bytea[]) as n(id, value) where t.tenant_id = ${ctx.currentTenant} and t.id = n.id`);
  await ctx.query(sql`update platform.data_key set done = done + ${anew.length}, progress_at = clock_timestamp() where number = ${active}`);
  return ids.at(-1)!;
}

/**
 * The locks wait for everybody who is writing with one of the keys, and whoever comes later writes with the active one: what
 * is not found now is nowhere.
 * @returns null when something is left
 */
async function destroyOld(ctx: RequestContext, columns: readonly SealedColumn[], active: number): Promise<number[] | null> {
  ctx.asked = true;
  const keys = await ctx.query<{ number: number }>(sql`select number from platform.data_key where number > 0 and state = 'RETIRING' order by number for update`);
  for (const column of columns) {
    const [left] = await ctx.query(sql`select 1 from ${tableOf(column)} t where ${old(ctx, column, active)} limit 1`);
    if (left) return null;
  }
  const numbers = keys.map(({ number }) => number);
  await ctx.query(sql`update platform.data_key set state = 'DESTROYED', wrapped = null, master = null, destroyed_at = ${ctx.now} where number = any(${numbers})`);
  await ctx.query(sql`update platform.data_key set settled_at = coalesce(settled_at, ${ctx.now}), todo = done where number = ${active}`);
  for (const number of numbers) ctx.audit('destroy', { type: 'DataKey', id: String(number) });
  ctx.changed('DataKey', [String(active)]);
  return numbers;
}

/** Rotations that a crash has left, and keys of consortia from before there were data keys. */
export const keyRound: Round = {
  name: 'data keys',
  everySeconds: 20,
  async run(platform, now) {
    await rewrapAll(platform);
    const rows = (await platform.dataSource.query('select platform.tenants_to_settle($1) as "tenantId"', [new Date(now.getTime() - LEFT_SECONDS * 1000)])) as { tenantId: string }[];
    for (const { tenantId } of rows) await platform.asSystem(tenantId, { now, operation: 'keys.settle' }, (ctx) => settleKeys(ctx, platform));
  },
};

/** Another SECRET_KEY than before: what the one of before has wrapped is wrapped anew. */
export async function rewrapAll(platform: Platform): Promise<void> {
  const rows = (await platform.dataSource.query('select platform.tenants_to_wrap($1) as "tenantId"', [platform.secrets.id])) as { tenantId: string }[];
  for (const { tenantId } of rows) {
    await platform.asSystem(tenantId, { operation: 'keys.wrap' }, (ctx) => rewrap(ctx, platform)).catch((error: unknown) => logger.error('a data key does not unwrap: neither SECRET_KEY nor SECRET_KEY_PREVIOUS has wrapped it', error, { tenant: tenantId }));
  }
}

export async function rewrap(ctx: RequestContext, platform: Platform): Promise<void> {
  ctx.asked = true;
  const { secrets } = platform;
  const keys = await ctx.query<{ number: number; wrapped: Buffer }>(sql`select number, wrapped from platform.data_key where wrapped is not null and master <> ${secrets.id} order by number for no key update`);
  for (const { number, wrapped } of keys) {
    const anew = secrets.wrap(ctx.currentTenant, number, secrets.unwrap(ctx.currentTenant, number, wrapped));
    await ctx.query(sql`update platform.data_key set wrapped = ${anew}, master = ${secrets.id} where number = ${number}`);
  }
  logger.info('data keys are wrapped by the present SECRET_KEY', { tenant: ctx.currentTenant, keys: keys.length });
}

/** Crypto-erasure: whatever was sealed for the consortium is sealed for good, in this database and in every copy of it. */
export async function destroyKeys(ctx: RequestContext, platform: Platform): Promise<void> {
  const tenantId = ctx.currentTenant;
  await ctx.query(sql`select number from platform.data_key order by number for update`);
  await ctx.query(sql`update platform.data_key set state = 'DESTROYED', wrapped = null, master = null, destroyed_at = ${ctx.now} where state <> 'DESTROYED'`);
  ctx.audit('destroy', { type: 'DataKey', id: '*' });
  ctx.afterwards(() => platform.ring.forget(tenantId));
}
