import { badInput } from '../errors.ts';
import { parseInput, text } from '../inputs.ts';
import { type Sql, sql } from '../sql.ts';
import type { RequestContext } from './request-context.ts';

/** What a caller may use as its key for doing something once. */
const keyText = text(1, 200);

/** See RequestContext.once. `write` sends a statement that nobody waits for. */
export async function once<T extends { id: string }>(ctx: RequestContext, write: (statement: Sql) => void, { key, operation }: { key: string | null | undefined; operation: string }, run: () => Promise<T>): Promise<{ id: string; result?: T }> {
  if (!key) {
    const result = await run();
    return { id: result.id, result };
  }
  const known = parseInput(keyText, key, 'idempotencyKey');
  // A parallel twin waits here until the first one has committed or rolled back.
  const [claimed] = await ctx.query(sql`insert into platform.idempotency (tenant_id, person_id, key, operation, created_at) values (${ctx.currentTenant}, ${ctx.actor.personId}, ${known}, ${operation}, ${ctx.now}) on conflict do nothing returning key`);
  const mine = sql`tenant_id = ${ctx.currentTenant} and person_id = ${ctx.actor.personId} and key = ${known}`;
  if (!claimed) {
    const [first] = await ctx.query<{ operation: string; resultId: string }>(sql`select operation, result_id as "resultId" from platform.idempotency where ${mine}`);
    if (first?.operation !== operation || !first.resultId) throw badInput('idempotencyKey', 'IDEMPOTENCY_KEY_REUSED');
    return { id: first.resultId };
  }
  const result = await run();
  write(sql`update platform.idempotency set result_id = ${result.id} where ${mine}`.prepared());
  return { id: result.id, result };
}
