import { OPERATOR_TENANT } from '../actor.ts';
import type { RequestContext } from '../context/request-context.ts';
import { logger } from '../log.ts';
import type { Platform } from '../platform.ts';
import type { Round } from '../rounds.ts';
import { all, join, name, raw, type Sql, sql } from '../sql.ts';
import { readRegister } from './publish.ts';
import type { Retention } from './register.ts';
import type { DataRegister } from './register.types.ts';

export interface Overdue {
  table: string;
  rows: number;
  oldestAt: Date;
  kept: Retention;
}

/** Rounds go once an hour or more often: what is still there two days after its time was forgotten by them. */
const GRACE_DAYS = 2;
const DAY = 86_400_000;
const AT_ONCE = 5000;
/** Long enough to go on with an upload that was begun. */
const LOOSE_DAYS = 30;

/** Tables of a consortium whose rows go after so many days; the door looks after its own, which the runtime role cannot read. */
async function timed(ctx: RequestContext, register: DataRegister, right: 'select' | 'delete'): Promise<{ table: string; kept: Retention }[]> {
  const tenants = new Set(register.filter(({ column }) => column === 'tenant_id').map(({ table }) => table));
  const rules = register.filter(({ table, kept, basis }) => kept.days !== null && kept.clock && tenants.has(table) && (right === 'select' || !kept.only) && basis !== undefined);
  const each = [...new Map(rules.map(({ table, kept }) => [`${table} ${kept.days} ${kept.only ?? ''}`, { table, kept }])).values()];
  const open = await ctx.query<{ table: string }>(sql`select t as "table" from unnest(${each.map(({ table }) => table)}::text[]) t where has_table_privilege(t, ${right})`);
  const may = new Set(open.map(({ table }) => table));
  return each.filter(({ table }) => may.has(table));
}

/** Older than it may get, in the consortium of the operation. */
function past({ clock, days, only }: Retention, ctx: RequestContext, graceDays: number): Sql {
  const limit = new Date(ctx.now.getTime() - (days! + graceDays) * DAY);
  return all([sql`t.tenant_id = ${ctx.currentTenant}`, sql`${name('t', clock!)} < ${limit}`, ...(only ? [raw(`(${only})`)] : [])]);
}

/** What the register says should be gone and is not (DAT-34). */
export async function overdueIn(ctx: RequestContext, register: DataRegister): Promise<Overdue[]> {
  const rules = await timed(ctx, register, 'select');
  if (rules.length === 0) return [];
  const counts = rules.map(({ table, kept }, index) => sql`select ${index}::int as rule, count(*)::int as rows, min(${name('t', kept.clock!)}) as "oldestAt" from ${name(...table.split('.'))} t where ${past(kept, ctx, GRACE_DAYS)}`);
  const found = await ctx.query<{ rule: number; rows: number; oldestAt: Date }>(join(counts, ' union all '));
  return found.filter(({ rows }) => rows > 0).map(({ rule, rows, oldestAt }) => ({ ...rules[rule]!, rows, oldestAt }));
}

/** Deletes what the register says goes, where no other round does. */
export async function carryOut(ctx: RequestContext, register: DataRegister): Promise<number> {
  let gone = 0;
  for (const { table, kept } of await timed(ctx, register, 'delete')) {
    if (kept.finally !== 'DELETE') continue;
    const target = name(...table.split('.'));
    const rows = await ctx.query(sql`delete from ${target} t where t.ctid = any(array(select t.ctid from ${target} t where ${past(kept, ctx, 0)} limit ${raw(String(AT_ONCE))})) returning 1`);
    gone += rows.length;
  }
  return gone;
}

/** Uploaded registers that no record names: whoever uploaded them thought better of it, or their import has gone. Pictures stay with what shows them. */
async function dropLooseFiles(ctx: RequestContext): Promise<number> {
  const references = await ctx.query<{ schema: string; table: string; column: string }>(sql`
    select n.nspname as schema, c.relname as "table", a.attname as "column" from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attnum = any(k.conkey) and a.attname <> 'tenant_id'
    where k.contype = 'f' and k.confrelid = 'platform.file'::regclass`);
  const named = references.map(({ schema, table, column }) => sql`not exists (select from ${name(schema, table)} r where r.tenant_id = t.tenant_id and ${name('r', column)} = t.id)`);
  const before = new Date(ctx.now.getTime() - LOOSE_DAYS * DAY);
  const rows = await ctx.query(sql`delete from platform.file t where t.tenant_id = ${ctx.currentTenant} and t.created_at < ${before} and t.media_type not like 'image/%' and ${all(named)} returning 1`);
  return rows.length;
}

/** Once an hour: the retention of the register, carried out and looked at. */
export const retentionRound: Round = {
  name: 'retention',
  everySeconds: 3600,
  async run(platform: Platform, now: Date) {
    const tenants = (await platform.dataSource.query('select platform.tenants_with_audit() as "tenantId"')) as { tenantId: string }[];
    for (const { tenantId } of tenants) {
      if (tenantId === OPERATOR_TENANT) continue;
      await platform.asSystem(tenantId, { now, operation: 'data.retention' }, async (ctx) => {
        ctx.asked = true;
        const register = await readRegister((text) => ctx.query(raw(text)));
        const gone = (await carryOut(ctx, register)) + (await dropLooseFiles(ctx));
        if (gone > 0) ctx.audit('purge', { type: 'DataRegister', id: '*' }, { rows: gone });
        for (const { table, rows, kept } of await overdueIn(ctx, register)) logger.warn('kept longer than the register says', undefined, { tenant: tenantId, table, rows, days: kept.days });
      });
    }
  },
};
