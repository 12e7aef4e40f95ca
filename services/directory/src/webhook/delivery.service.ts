import { badInput, DomainError, type Page, type PageArgs, parseInput, type RequestContext, sql, Webhook, WebhookDelivery } from '@gongjian/platform';
import { Injectable } from '@nestjs/common';
import { deliveryStates } from './webhook.inputs.ts';
import { forgetPlaces, WebhookService } from './webhook.service.ts';

export interface WebhookAttempt {
  deliveryId: string;
  at: Date;
  status: number | null;
  trouble: string | null;
  milliseconds: number;
  answer: string | null;
}

export interface DeliveryCounts {
  waiting: number;
  failed: number;
}

/** How far back news are told again: as long as deliveries are kept. */
const REPLAY_DAYS = 90;

@Injectable()
export class DeliveryService {
  constructor(private readonly webhooks: WebhookService) {}

  async page(ctx: RequestContext, webhookId: string, states: unknown, args: PageArgs): Promise<Page<WebhookDelivery>> {
    const webhook = await ctx.must(Webhook, webhookId, 'webhookId');
    const wanted = parseInput(deliveryStates, states, 'states');
    return ctx.page(WebhookDelivery, args, { where: [sql`t.webhook_id = ${webhook.id}`, ...(wanted?.length ? [sql`t.state = any(${wanted})`] : [])], orderBy: [{ by: 'happenedAt', desc: true }] });
  }

  attempts(ctx: RequestContext, deliveryId: string): Promise<WebhookAttempt[]> {
    return ctx.batch('WebhookDelivery.attempts', deliveryId, async (ids) => {
      const rows = await ctx.query<WebhookAttempt>(sql`
        select delivery_id as "deliveryId", at, status, trouble, milliseconds, answer from platform.webhook_attempt
        where tenant_id = ${ctx.currentTenant} and delivery_id = any(${ids}::uuid[]) order by at desc, id desc`);
      const groups = Map.groupBy(rows, (row) => row.deliveryId);
      return ids.map((id) => groups.get(id) ?? []);
    });
  }

  counts(ctx: RequestContext, webhookId: string): Promise<DeliveryCounts> {
    return ctx.batch('Webhook.counts', webhookId, async (ids) => {
      const rows = await ctx.query<DeliveryCounts & { id: string }>(sql`
        select webhook_id as id, (count(*) filter (where state in ('WAITING', 'SENDING')))::int as waiting, (count(*) filter (where state = 'FAILED'))::int as failed
        from platform.webhook_delivery where tenant_id = ${ctx.currentTenant} and webhook_id = any(${ids}::uuid[]) group by webhook_id`);
      const byId = new Map(rows.map((row) => [row.id, row]));
      return ids.map((id) => byId.get(id) ?? { waiting: 0, failed: 0 });
    });
  }

  async test(ctx: RequestContext, webhookId: string): Promise<WebhookDelivery> {
    const webhook = requireOn(await this.webhooks.mine(ctx, webhookId));
    const [delivery] = await ctx.insert(WebhookDelivery, { webhookId: webhook.id, event: 'TEST', subjectId: webhook.id, subjectVersion: webhook.version, happenedAt: ctx.now, seq: null, ordinal: null, state: 'WAITING', tries: 0, dueAt: ctx.now, firstTriedAt: null, deliveredAt: null });
    return delivery!;
  }

  /** The same news once more, under the same id: a receiver that had it knows it. */
  async replay(ctx: RequestContext, id: string): Promise<WebhookDelivery> {
    ctx.authorize('update', WebhookDelivery);
    const delivery = await ctx.must(WebhookDelivery, id, 'id', 'update');
    requireOn(await this.webhooks.mine(ctx, delivery.webhookId));
    if (delivery.state === 'SENDING') return delivery;
    return ctx.update(delivery, { state: 'WAITING', tries: 0, dueAt: ctx.now, firstTriedAt: null, deliveredAt: null });
  }

  /** All since then: what was sent, and what was missed while the endpoint was off, read from the audit log again. */
  async replaySince(ctx: RequestContext, webhookId: string, since: Date): Promise<Webhook> {
    if (since > ctx.now) throw badInput('since', 'REPLAY_FUTURE');
    if (since.getTime() < ctx.now.getTime() - REPLAY_DAYS * 86_400_000) throw badInput('since', 'REPLAY_TOO_OLD', { days: REPLAY_DAYS });
    const webhook = requireOn(await this.webhooks.mine(ctx, webhookId));
    const tenantId = ctx.currentTenant;
    await ctx.query(sql`
      update platform.webhook_delivery set state = 'WAITING', tries = 0, due_at = ${ctx.now}, first_tried_at = null, delivered_at = null, updated_at = ${ctx.now}, version = version + 1
      where tenant_id = ${tenantId} and webhook_id = ${webhook.id} and happened_at >= ${since} and state <> 'SENDING'`);
    // Operations that end at nearly the same time may be sealed in another order than they began in.
    const [place] = await ctx.query<{ seq: number | null }>(sql`
      select min(s.seq) - 1 as seq from (select e.id from platform.audit_entry e where e.tenant_id = ${tenantId} and e.at >= ${since} order by e.at, e.id limit 1000) first
      join platform.audit_seal s on s.tenant_id = ${tenantId} and s.entry_id = first.id`);
    await forgetPlaces(ctx, webhook.id);
    ctx.audit('replay', { type: 'Webhook', id: webhook.id }, { since });
    const listensSince = since < webhook.listensSince ? since : webhook.listensSince;
    return ctx.update(webhook, { listensSince, ...(place && place.seq !== null && { fromSeq: place.seq }) });
  }
}

function requireOn(webhook: Webhook): Webhook {
  if (webhook.state === 'INACTIVE') throw new DomainError('WEBHOOK_IS_OFF');
  return webhook;
}
