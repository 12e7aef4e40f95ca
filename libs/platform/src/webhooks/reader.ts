import { v7 as uuidv7 } from 'uuid';
import { systemActor } from '../actor.ts';
import type { RequestContext } from '../context/request-context.ts';
import { logger } from '../log.ts';
import type { Platform } from '../platform.ts';
import type { Round } from '../rounds.ts';
import { sql } from '../sql.ts';
import type { SubgraphDefinition } from '../subgraph.ts';
import type { LoggedChange, News } from './events.ts';
import { Webhook } from './webhook.entity.ts';

/** Links of the chain that are read in one transaction. */
const AT_ONCE = 500;

interface Work {
  tenantId: string;
  webhookId: string;
  subgraph: string;
}

/**
 * Reads what was sealed into the audit chain and lays out deliveries for the endpoints that it concerns. Operations pay
 * nothing for it: what they changed stands in the log already, in their own transaction and in order.
 */
export const webhookRound: Round = {
  name: 'webhooks',
  everySeconds: 1,
  async run(platform) {
    const sources = platform.subgraphs.filter(({ news }) => news);
    if (sources.length === 0) return;
    const work = (await platform.dataSource.query('select tenant_id as "tenantId", webhook_id as "webhookId", subgraph from platform.webhook_work($1)', [sources.map(({ name }) => name)])) as Work[];
    for (const one of work) {
      // What cannot be read for one endpoint keeps no other from hearing.
      await readOn(platform, one, sources.find(({ name }) => name === one.subgraph)!).catch((error: unknown) => logger.error('webhooks', error, { webhook: one.webhookId }));
    }
  },
};

export const webhookSweep: Round = {
  name: 'webhook sweep',
  everySeconds: 3600,
  run: async (platform, now) => void (await platform.dataSource.query('select platform.sweep_webhooks($1)', [now])),
};

async function readOn(platform: Platform, work: Work, source: SubgraphDefinition): Promise<void> {
  while ((await platform.run(systemActor(work.tenantId), { operation: 'webhook.read' }, (ctx) => readSome(ctx, work, source))) === 'MORE');
}

async function readSome(ctx: RequestContext, { webhookId, subgraph }: Work, { news }: SubgraphDefinition): Promise<'MORE' | 'DONE'> {
  ctx.authorize('read', Webhook);
  const tenantId = ctx.currentTenant;
  await ctx.query(sql`insert into platform.webhook_cursor (tenant_id, webhook_id, subgraph, seq) select w.tenant_id, w.id, ${subgraph}, w.from_seq from platform.webhook w where w.tenant_id = ${tenantId} and w.id = ${webhookId} on conflict do nothing`);
  const [place] = await ctx.query<{ from: number; to: number; head: number }>(sql`
    select c.seq as from, least(c.seq + ${AT_ONCE}, a.seq) as to, a.seq as head
    from platform.webhook_cursor c join platform.audit_chain a on a.tenant_id = c.tenant_id
    where c.tenant_id = ${tenantId} and c.webhook_id = ${webhookId} and c.subgraph = ${subgraph} for update of c skip locked`);
  const webhook = place && (await ctx.get(Webhook, webhookId));
  if (!webhook || webhook.state === 'INACTIVE' || place.from >= place.head) return 'DONE';
  const changes = await ctx.query<LoggedChange>(sql`
    select s.seq, c.ordinal, e.at, e.operation, c.action, c.subject_type as type, c.subject_id as id, c.before, c.after
    from platform.audit_seal s
    join platform.audit_entry e on e.tenant_id = s.tenant_id and e.id = s.entry_id
    join platform.audit_change c on c.tenant_id = s.tenant_id and c.entry_id = s.entry_id
    where s.tenant_id = ${tenantId} and s.seq > ${place.from} and s.seq <= ${place.to} and s.state = 'PROVEN' and e.result = 'DONE' and e.at >= ${webhook.listensSince} and c.subject_type = any(${news!.types}) and c.subject_id <> '*'
    order by s.seq, c.ordinal`);
  if (changes.length > 0 && (await isMember(ctx, webhook.organisationId))) await layOut(ctx, webhook, await news!.tell(ctx, changes));
  await ctx.query(sql`update platform.webhook_cursor set seq = ${place.to} where tenant_id = ${tenantId} and webhook_id = ${webhookId} and subgraph = ${subgraph}`);
  return place.to === place.head ? 'DONE' : 'MORE';
}

/** Who has left or is suspended hears nothing of what happens meanwhile. */
async function isMember(ctx: RequestContext, organisationId: string): Promise<boolean> {
  return (await ctx.query(sql`select 1 from directory.member where tenant_id = ${ctx.currentTenant} and organisation_id = ${organisationId}`)).length > 0;
}

async function layOut(ctx: RequestContext, webhook: Webhook, news: readonly News[]): Promise<void> {
  const rows = news
    .filter(({ event, organisationIds }) => webhook.events.includes(event) && (organisationIds === 'ALL' || organisationIds.includes(webhook.organisationId)))
    .map(({ change, event, id, version }) => ({ id: uuidv7(), event, subject_id: id, subject_version: version, happened_at: change.at, seq: change.seq, ordinal: change.ordinal }));
  if (rows.length === 0) return;
  await ctx.query(sql`
    insert into platform.webhook_delivery (tenant_id, id, webhook_id, event, subject_id, subject_version, happened_at, seq, ordinal, state, due_at, created_at, updated_at, version)
    select ${ctx.currentTenant}::uuid, r.id, ${webhook.id}::uuid, r.event, r.subject_id, r.subject_version, r.happened_at, r.seq, r.ordinal, 'WAITING', ${ctx.now}::timestamptz, ${ctx.now}::timestamptz, ${ctx.now}::timestamptz, 1
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id uuid, event text, subject_id uuid, subject_version int, happened_at timestamptz, seq bigint, ordinal int)
    on conflict (tenant_id, webhook_id, seq, ordinal, event) do nothing`);
}
