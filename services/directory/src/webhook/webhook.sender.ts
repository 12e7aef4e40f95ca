import { logger, OutgoingError, type Platform, type RequestContext, type Round, secretPlaces, sql, systemActor, Webhook as Endpoint, WebhookDelivery } from '@gongjian/platform';
import { v7 as uuidv7 } from 'uuid';
import { answerText } from './answer.ts';
import { type Message, messageOf, signed } from './webhook.message.ts';

/** Thirteen tries in a little over three days. */
export const RETRY_SECONDS = [5, 30, 120, 600, 1800, 3600, 7200, 18_000, 36_000, 50_400, 64_800, 72_000];
/** Retries of many endpoints that failed together do not come together. */
const JITTER = 0.2;
const TIMEOUT_MILLISECONDS = 10_000;
/** How long one sender has a delivery for itself. */
const LEASE = '60 seconds';
/** At once to one endpoint: a slow one holds no more of the places than that. */
const EACH = 2;
const MOST = 200;

interface Claim {
  tenantId: string;
  id: string;
  webhookId: string;
  tries: number;
}

interface Answer {
  status: number | null;
  trouble: string | null;
  answer: string | null;
  milliseconds: number;
  /** What the receiver asked for, in seconds. */
  retryAfter?: number;
}

/** Sends what is due. Nobody waits for an answer but the place that it takes. */
class Sender {
  private readonly sending = new Set<Promise<void>>();
  private claiming: Promise<void> | null = null;
  private stopped = false;

  constructor(private readonly platform: Platform) {}

  round(): Promise<void> {
    return (this.claiming ??= this.claim().finally(() => (this.claiming = null)));
  }

  async settle(): Promise<void> {
    this.stopped = true;
    await this.claiming;
    await Promise.all(this.sending);
  }

  private async claim(): Promise<void> {
    const room = MOST - this.sending.size;
    if (room <= 0 || this.stopped) return;
    const claims = (await this.platform.dataSource.query('select tenant_id as "tenantId", id, webhook_id as "webhookId", tries from platform.claim_webhooks($1, $2::interval, $3, $4)', [new Date(), LEASE, EACH, room])) as Claim[];
    for (const claim of claims) {
      const sent = this.deliver(claim).finally(() => {
        this.sending.delete(sent);
        // The endpoint's next one takes the place.
        if (!this.stopped) void this.round().catch((error: unknown) => logger.error('webhooks', error));
      });
      this.sending.add(sent);
    }
  }

  private async deliver(claim: Claim): Promise<void> {
    try {
      const message = await this.platform.run(systemActor(claim.tenantId), { readOnly: true }, (ctx) => open(ctx, claim));
      const outcome = message ? await this.send(message) : { status: null, trouble: 'NO_MEMBER', answer: null, milliseconds: 0 };
      await this.platform.run(systemActor(claim.tenantId), { operation: 'webhook.deliver' }, (ctx) => record(ctx, claim, outcome));
    } catch (error) {
      // The claim ends by itself; then somebody tries again.
      logger.error('webhook', error, { delivery: claim.id });
    }
  }

  private async send({ url, ...message }: Message): Promise<Answer> {
    const began = performance.now();
    const time = () => Math.round(performance.now() - began);
    try {
      const { status, headers, body } = await this.platform.outgoing.send(url, { method: 'POST', ...signed(message, new Date()), milliseconds: TIMEOUT_MILLISECONDS, maxBytes: 64 * 1024 });
      return { status, trouble: null, answer: answerText(headers['content-type'], body), milliseconds: time(), retryAfter: Number(headers['retry-after']) || undefined };
    } catch (error) {
      if (!(error instanceof OutgoingError)) throw error;
      return { status: null, trouble: error.code, answer: null, milliseconds: time() };
    }
  }
}

const senders = new WeakMap<Platform, Sender>();
const senderOf = (platform: Platform): Sender => senders.get(platform) ?? senders.set(platform, new Sender(platform)).get(platform)!;

export const deliveryRound: Round = {
  name: 'webhook deliveries',
  everySeconds: 1,
  run: (platform) => senderOf(platform).round(),
  settle: (platform) => senderOf(platform).settle(),
};

/** @returns null where the organisation has left or is suspended: nothing of the consortium leaves for it */
async function open(ctx: RequestContext, { id, webhookId }: Claim): Promise<Message | null> {
  const [delivery, endpoint] = [await ctx.must(WebhookDelivery, id), await ctx.must(Endpoint, webhookId)];
  const member = await ctx.query(sql`select 1 from directory.member where tenant_id = ${ctx.currentTenant} and organisation_id = ${endpoint.organisationId}`);
  if (member.length === 0) return null;
  const at = secretPlaces(endpoint.id);
  const secret = await ctx.open(at.secret, endpoint.secret);
  const before = endpoint.previousSecret && endpoint.previousUntil! > ctx.now ? [await ctx.open(at.previous, endpoint.previousSecret)] : [];
  return messageOf(delivery, endpoint, [secret, ...before]);
}

/** Only by the holder of the claim. */
async function record(ctx: RequestContext, { id, webhookId, tries }: Claim, outcome: Answer): Promise<void> {
  const { status, trouble, answer, milliseconds } = outcome;
  const delivered = status !== null && status >= 200 && status < 300;
  const wait = RETRY_SECONDS[tries - 1];
  const givenUp = !delivered && (wait === undefined || status === 410 || trouble === 'NO_MEMBER');
  const state = delivered ? 'DELIVERED' : givenUp ? 'FAILED' : 'WAITING';
  const seconds = Math.max(wait ?? 0, Math.min(outcome.retryAfter ?? 0, 3600)) * (1 - JITTER + 2 * JITTER * Math.random());
  const dueAt = state === 'WAITING' ? new Date(ctx.now.getTime() + seconds * 1000) : ctx.now;
  ctx.can('update', WebhookDelivery);
  const [own] = await ctx.query<{ firstTriedAt: Date }>(sql`
    update platform.webhook_delivery set state = ${state}, due_at = ${dueAt}, delivered_at = ${delivered ? ctx.now : null}, updated_at = ${ctx.now}, version = version + 1
    where tenant_id = ${ctx.currentTenant} and id = ${id} and state = 'SENDING' and tries = ${tries} returning first_tried_at as "firstTriedAt"`);
  if (!own) return;
  await ctx.query(sql`insert into platform.webhook_attempt (tenant_id, id, delivery_id, at, status, trouble, milliseconds, answer) values (${ctx.currentTenant}, ${uuidv7()}, ${id}, ${ctx.now}, ${status}, ${trouble}, ${milliseconds}, ${answer})`);
  if (status === 410) await turnOff(ctx, webhookId, 'GONE');
  else if (givenUp && trouble !== 'NO_MEMBER' && !(await succeededSince(ctx, webhookId, own.firstTriedAt))) await turnOff(ctx, webhookId, 'FAILING');
}

/** One piece of news that a receiver never takes does not stop the others. */
async function succeededSince(ctx: RequestContext, webhookId: string, since: Date): Promise<boolean> {
  return (await ctx.query(sql`select 1 from platform.webhook_delivery where tenant_id = ${ctx.currentTenant} and webhook_id = ${webhookId} and delivered_at >= ${since} limit 1`)).length > 0;
}

async function turnOff(ctx: RequestContext, webhookId: string, offReason: 'GONE' | 'FAILING'): Promise<void> {
  const endpoint = await ctx.must(Endpoint, webhookId, 'id', 'update');
  if (endpoint.state === 'INACTIVE') return;
  await ctx.update(endpoint, { state: 'INACTIVE', offReason });
  ctx.tell({
    kind: 'WEBHOOK_OFF',
    audience: [{ organisationId: endpoint.organisationId, roles: ['ORGANISATION_ADMINISTRATOR'] }],
    params: { host: endpoint.host, reason: { code: `WEBHOOK_OFF_${offReason}` } },
    about: { type: 'Webhook', id: endpoint.id },
    link: '/developers/webhooks',
  });
}
