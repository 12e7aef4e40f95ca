import { randomBytes } from 'node:crypto';
import { badInput, DomainError, OutgoingError, Platform, type RequestContext, secretPlaces, sql, Webhook } from '@gongjian/platform';
import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import type { CreateWebhookInput, UpdateWebhookInput } from './webhook.inputs.ts';

const HOUR = 3_600_000;
/** Endpoints of one organisation. */
const MOST = 10;

export interface NewWebhookSecret {
  webhook: Webhook;
  secret: string;
}

/** As the Standard Webhooks libraries take it. */
const newSecret = () => `whsec_${randomBytes(32).toString('base64')}`;

@Injectable()
export class WebhookService {
  constructor(private readonly platform: Platform) {}

  list(ctx: RequestContext): Promise<Webhook[]> {
    return ctx.find(Webhook, { orderBy: [{ by: 'createdAt' }], limit: 500 });
  }

  async create(ctx: RequestContext, { url, events }: CreateWebhookInput): Promise<NewWebhookSecret> {
    const { organisationId, personId: createdById } = ctx.actor;
    ctx.authorize('create', Webhook);
    // Names are looked up before the first statement: nothing of the database waits for a name server.
    const { host } = await this.checked(url);
    await ctx.query(sql`select pg_advisory_xact_lock(hashtextextended(${`webhooks ${organisationId}`}, 0))`);
    const known = await ctx.find(Webhook, { where: [sql`t.organisation_id = ${organisationId}`] });
    if (known.length >= MOST) throw new DomainError('WEBHOOKS_ENOUGH', { most: MOST });
    const secret = newSecret();
    const id = uuidv7();
    const [webhook] = await ctx.insert(Webhook, { id, organisationId, url, host, events, secret: await ctx.seal(secretPlaces(id).secret, secret), previousSecret: null, previousUntil: null, state: 'ACTIVE', offReason: null, listensSince: ctx.now, fromSeq: await headOf(ctx), createdById });
    return { webhook: webhook!, secret };
  }

  async update(ctx: RequestContext, id: string, version: number, { url, events, on }: UpdateWebhookInput): Promise<Webhook> {
    ctx.authorize('update', Webhook);
    const address = url === undefined ? {} : { url, host: (await this.checked(url)).host };
    const webhook = await this.mine(ctx, id);
    const turnedOn = on === true && webhook.state === 'INACTIVE';
    const turnedOff = on === false && webhook.state === 'ACTIVE';
    const state = turnedOn ? { state: 'ACTIVE' as const, offReason: null, listensSince: ctx.now, fromSeq: await headOf(ctx) } : turnedOff ? { state: 'INACTIVE' as const, offReason: 'BY_HAND' as const } : {};
    const after = await ctx.update(webhook, { ...address, ...(events && { events }), ...state }, { version });
    if (turnedOn) await this.goOn(ctx, id);
    return after;
  }

  /** What waited while it was off goes out now; what happened meanwhile is told when somebody asks for it (replay). */
  private async goOn(ctx: RequestContext, id: string): Promise<void> {
    await forgetPlaces(ctx, id);
    await ctx.query(sql`update platform.webhook_delivery set due_at = ${ctx.now}, tries = 0, first_tried_at = null where tenant_id = ${ctx.currentTenant} and webhook_id = ${id} and state = 'WAITING'`);
  }

  async rotate(ctx: RequestContext, id: string, keepHours: number): Promise<NewWebhookSecret> {
    const webhook = await this.mine(ctx, id);
    const secret = newSecret();
    const at = secretPlaces(webhook.id);
    const kept = keepHours > 0 ? { previousSecret: await ctx.seal(at.previous, await ctx.openBytes(at.secret, webhook.secret)), previousUntil: new Date(ctx.now.getTime() + keepHours * HOUR) } : { previousSecret: null, previousUntil: null };
    return { webhook: await ctx.update(webhook, { secret: await ctx.seal(at.secret, secret), ...kept }), secret };
  }

  async remove(ctx: RequestContext, id: string): Promise<string> {
    const webhook = await this.mine(ctx, id, 'cancel');
    await ctx.remove(webhook);
    return webhook.id;
  }

  async mine(ctx: RequestContext, id: string, action: 'update' | 'cancel' = 'update'): Promise<Webhook> {
    const webhook = await ctx.must(Webhook, id, 'id', 'update');
    ctx.authorize(action, webhook);
    return webhook;
  }

  /** Resolved now to tell of mistakes at once; what counts is what it resolves to when something is sent. */
  private async checked(url: string): Promise<URL> {
    try {
      await this.platform.outgoing.check(url);
      return new URL(url);
    } catch (error) {
      throw error instanceof OutgoingError ? badInput('input.url', `WEBHOOK_${error.code}`) : error;
    }
  }
}

/** The end of the audit chain at this moment. */
export async function headOf(ctx: RequestContext): Promise<number> {
  const [chain] = await ctx.query<{ seq: number }>(sql`select seq from platform.audit_chain where tenant_id = ${ctx.currentTenant}`);
  return chain?.seq ?? 0;
}

/** Each subgraph begins to read anew where the endpoint says. */
export async function forgetPlaces(ctx: RequestContext, id: string): Promise<void> {
  await ctx.query(sql`delete from platform.webhook_cursor where tenant_id = ${ctx.currentTenant} and webhook_id = ${id}`);
}
