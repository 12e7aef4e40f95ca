import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, describe, expect, it } from '@jest/globals';
import { type Client, TestConsortium } from '@gongjian/platform/testing';
import { Webhook } from 'standardwebhooks';
import { as } from './kit.ts';

const CREATE = 'mutation ($input: CreateWebhookInput!) { createWebhook(input: $input) { secret webhook { id version state events url } } }';
const UPDATE = 'mutation ($id: ID!, $version: Int!, $input: UpdateWebhookInput!) { updateWebhook(id: $id, version: $version, input: $input) { id version state offReason } }';
const TEST = 'mutation ($id: ID!) { testWebhook(id: $id) { id type state } }';
const DELIVERIES = 'query ($id: ID!) { webhookDeliveries(webhookId: $id) { totalCount nodes { id type subjectId subjectVersion state tries dueAt attempts { status trouble answer milliseconds } } } }';
const REPLAY = 'mutation ($id: ID!) { replayWebhookDelivery(id: $id) { id state } }';
const REPLAY_SINCE = 'mutation ($id: ID!, $since: DateTime!) { replayWebhook(id: $id, since: $since) { id } }';
const ROTATE = 'mutation ($id: ID!, $hours: Int) { rotateWebhookSecret(id: $id, keepHours: $hours) { secret webhook { previousUntil } } }';
const RESOURCE = 'mutation ($input: CreateResourceInput!) { createResource(input: $input) { id version } }';
const RENAME = 'mutation ($id: ID!, $version: Int!, $input: UpdateResourceInput!) { updateResource(id: $id, version: $version, input: $input) { id version } }';
const BOOK = 'mutation ($input: CreateBookingInput!) { createBooking(input: $input) { ... on Booking { id version state } } }';

interface Received {
  headers: Record<string, string>;
  body: string;
  type: string;
  id: string;
}

/** A receiver: an HTTP server that answers as the test says. */
class Receiver {
  readonly received: Received[] = [];
  answer: (path: string) => { status: number; body?: string; headers?: Record<string, string> } | 'NEVER' = () => ({ status: 204 });
  private server: Server;

  async open(): Promise<void> {
    this.server = createServer((request, response) => {
      let body = '';
      request.on('data', (chunk: Buffer) => (body += chunk.toString('utf8')));
      request.on('end', () => {
        const { type, data } = JSON.parse(body) as { type: string; data: { id: string } };
        this.received.push({ headers: request.headers as Record<string, string>, body, type, id: data.id });
        const answer = this.answer(request.url!);
        if (answer !== 'NEVER') response.writeHead(answer.status, answer.headers).end(answer.body);
      });
    });
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
  }

  url(path = '/hooks'): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}${path}`;
  }

  close(): void {
    this.server.closeAllConnections();
    this.server.close();
  }

  of(...types: string[]): Received[] {
    return this.received.filter(({ type }) => types.includes(type));
  }
}

const receivers: Receiver[] = [];
afterAll(() => receivers.forEach((receiver) => receiver.close()));

async function until<T>(ask: () => Promise<T> | T, right: (answer: T) => boolean, seconds = 12): Promise<T> {
  const end = Date.now() + seconds * 1000;
  for (;;) {
    const answer = await ask();
    if (right(answer) || Date.now() > end) return answer;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

async function world(events = ['RESOURCE_CREATED', 'RESOURCE_CHANGED']) {
  const receiver = new Receiver();
  await receiver.open();
  receivers.push(receiver);
  const consortium = await TestConsortium.found();
  const administrator = await consortium.person(['ORGANISATION_ADMINISTRATOR']);
  const { createWebhook } = await administrator.run(CREATE, { input: { url: receiver.url(), events } });
  return { receiver, consortium, administrator, ...(createWebhook as { secret: string; webhook: { id: string; version: number } }) };
}

const deliveriesOf = async (client: Client, id: string) => (await client.run(DELIVERIES, { id })).webhookDeliveries.nodes as { id: string; type: string; state: string; tries: number; dueAt: string; attempts: { status: number | null; trouble: string | null; answer: string | null }[] }[];
const settled = (client: Client, id: string, state: string) => until(() => deliveriesOf(client, id), (list) => list.length > 0 && list.every((one) => one.state === state));
const resource = async (consortium: TestConsortium, ownerId = consortium.lead.id, name = '数控车床', more = {}) => (await consortium.secretary.run(RESOURCE, { input: { kind: 'EQUIPMENT', name, ownerId, ...more } })).createResource as { id: string; version: number };
const inTenant = (tenantId: string, text: string) => as('app', `begin; select set_config('app.tenant', '${tenantId}', true); ${text}; commit`);
const headersOf = ({ headers }: Received) => headers as unknown as Record<string, string>;

describe('a piece of news', () => {
  it.concurrent('says which record in which version, signed so that the library of the standard verifies it', async () => {
    const { receiver, consortium, secret, administrator, webhook } = await world();
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    const { id, version } = await resource(consortium);
    await consortium.secretary.run(RENAME, { id, version, input: { place: '二楼' } });
    await until(() => receiver.received.length, (count) => count === 2);
    expect(receiver.received.map(({ type }) => type).toSorted()).toEqual(['resource.changed', 'resource.created']);
    const created = receiver.of('resource.created')[0]!;
    expect(JSON.parse(created.body)).toEqual({ type: 'resource.created', timestamp: expect.stringMatching(/^\d{4}-.+Z$/), data: { id, version: 1, consortiumId: consortium.id } });
    expect(new Webhook(secret).verify(created.body, headersOf(created))).toMatchObject({ type: 'resource.created' });
    expect(() => new Webhook(secret).verify(created.body.replace(id, consortium.id), headersOf(created))).toThrow();
    expect(() => new Webhook(`whsec_${Buffer.alloc(32).toString('base64')}`).verify(created.body, headersOf(created))).toThrow();
    const list = await settled(administrator, webhook.id, 'DELIVERED');
    expect(list.map(({ id: delivery }) => delivery).toSorted()).toEqual(receiver.received.map(({ headers }) => headers['webhook-id']).toSorted());
  });

  it.concurrent('reaches whom it concerns: who books and whose things are taken, and nobody else', async () => {
    const events = ['BOOKING_CREATED', 'BOOKING_CONFIRMED', 'BOOKING_RELEASED', 'BOOKING_CANCELLED', 'BOOKING_CHANGED', 'RESOURCE_CREATED'];
    const { receiver, consortium } = await world(events);
    const [owner, stranger] = await Promise.all(['设备所有单位', '旁观单位'].map((name) => consortium.member(name)));
    const hooks = await Promise.all([owner!, stranger!].map(async ({ id }) => {
      const other = new Receiver();
      await other.open();
      receivers.push(other);
      const client = await consortium.person(['ORGANISATION_ADMINISTRATOR'], id);
      await client.run(CREATE, { input: { url: other.url(), events } });
      return { other, client };
    }));
    const { id: resourceId } = await resource(consortium, owner!.id, '加工中心', { needsApproval: true });
    const park = await consortium.person(['PARK_ADMINISTRATOR']);
    const day = new Date(Math.floor(Date.now() / 86_400_000 + 2) * 86_400_000 + 3_600_000);
    const { createBooking } = await park.run(BOOK, { input: { title: '不外传的标题', purpose: 'PRACTICE_TEACHING', organisationId: consortium.lead.id, startsAt: day.toISOString(), endsAt: new Date(day.getTime() + 7_200_000).toISOString(), resourceIds: [resourceId] } });
    expect(createBooking.state).toBe('PENDING');
    await hooks[0]!.client.run('mutation ($id: ID!) { decideBooking(id: $id, decision: APPROVE) { __typename } }', { id: createBooking.id });
    const { booking } = await park.run('query ($id: ID!) { booking(id: $id) { version } }', { id: createBooking.id });
    await park.run('mutation ($id: ID!, $version: Int!) { cancelBooking(id: $id, version: $version) { __typename } }', { id: createBooking.id, version: booking.version });
    const seen = (list: Received[]) => list.map(({ type, id }) => `${type} ${id === createBooking.id ? 'booking' : id === resourceId ? 'resource' : '?'}`).toSorted();
    await until(() => [receiver, hooks[0]!.other], ([ours, theirs]) => ours!.received.length >= 3 && theirs!.received.length >= 4);
    expect(seen(receiver.received)).toEqual(['booking.cancelled booking', 'booking.confirmed booking', 'booking.created booking']);
    expect(seen(hooks[0]!.other.received)).toEqual(['booking.cancelled booking', 'booking.confirmed booking', 'booking.created booking', 'resource.created resource']);
    expect(hooks[1]!.other.received).toEqual([]);
    expect(JSON.stringify([receiver.received, hooks[0]!.other.received])).not.toContain('不外传');
  });

  it.concurrent('tells all members who belongs to the consortium, and of roles those for whom they are held', async () => {
    const { receiver, consortium } = await world(['MEMBERSHIP_CHANGED', 'PERSON_CHANGED']);
    const partner = await consortium.member();
    await consortium.person(['TEACHER'], partner.id);
    const ours = await consortium.person(['TEACHER']);
    await until(() => receiver.received.length, (count) => count >= 2);
    expect(receiver.received.map(({ type }) => type).toSorted()).toEqual(['membership.changed', 'person.changed']);
    expect(receiver.of('person.changed')[0]!.id).toBe(ours.personId);
  });

  it.concurrent('is not told where the operation was refused or rolled back', async () => {
    const { receiver, consortium } = await world();
    const teacher = await consortium.person(['TEACHER']);
    expect((await teacher.refusal(RESOURCE, { input: { kind: 'EQUIPMENT', name: '设备', ownerId: consortium.lead.id } })).code).toBe('FORBIDDEN');
    const { id } = await resource(consortium);
    await until(() => receiver.received.length, (count) => count > 0);
    expect(receiver.received.map((one) => one.id)).toEqual([id]);
  });
});

describe('a receiver that fails', () => {
  it.concurrent('is tried again under the same id, later and later, and its answers are kept without what is somebody’s', async () => {
    const { receiver, consortium, administrator, webhook } = await world();
    receiver.answer = () => ({ status: 500, body: '没有处理：zhang@school.edu.cn 13812345678', headers: { 'content-type': 'text/plain; charset=utf-8' } });
    await resource(consortium);
    const [first] = await until(() => deliveriesOf(administrator, webhook.id), (list) => list[0]?.attempts.length === 1);
    expect(first).toMatchObject({ state: 'WAITING', tries: 1, attempts: [{ status: 500, trouble: null, answer: '没有处理：…@… …' }] });
    const wait = Date.parse(first!.dueAt) - Date.now();
    expect(wait).toBeGreaterThan(1000);
    expect(wait).toBeLessThan(6500);
    receiver.answer = () => ({ status: 200 });
    const [second] = await settled(administrator, webhook.id, 'DELIVERED');
    expect(second!.attempts.map(({ status }) => status)).toEqual([200, 500]);
    expect(new Set(receiver.received.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
  });

  it.concurrent('does not delay others', async () => {
    const { receiver, consortium, administrator } = await world();
    const slow = new Receiver();
    await slow.open();
    receivers.push(slow);
    slow.answer = () => 'NEVER';
    await administrator.run(CREATE, { input: { url: slow.url(), events: ['RESOURCE_CREATED'] } });
    for (let number = 0; number < 6; number++) await resource(consortium, consortium.lead.id, `设备${number}`);
    await until(() => receiver.received.length, (count) => count === 6, 6);
    expect(receiver.received.length).toBe(6);
    expect(slow.received.length).toBeLessThanOrEqual(2);
  });

  it.concurrent('is turned off after three days without success, and the administrators are told', async () => {
    const { receiver, consortium, administrator, webhook } = await world();
    receiver.answer = () => ({ status: 503 });
    await resource(consortium);
    await until(() => deliveriesOf(administrator, webhook.id), (list) => list[0]?.attempts.length === 1);
    await inTenant(consortium.id, `update platform.webhook_delivery set tries = 12, due_at = now() where webhook_id = '${webhook.id}' and state = 'WAITING'`);
    const [given] = await settled(administrator, webhook.id, 'FAILED');
    expect(given).toMatchObject({ state: 'FAILED', tries: 13 });
    const { webhooks } = await administrator.run('{ webhooks { state offReason failedCount version } }');
    expect(webhooks).toMatchObject([{ state: 'INACTIVE', offReason: 'FAILING', failedCount: 1 }]);
    const { messages } = await administrator.run('{ messages { nodes { kind what more link } } }');
    expect(messages.nodes).toContainEqual({ kind: 'WEBHOOK_OFF', what: '向 127.0.0.1 的 Webhook 推送已关闭'.replace('127.0.0.1', new URL(receiver.url()).host), more: '连续三天没有收到 2xx 答复，请检查对方程序后重新打开', link: '/developers/webhooks' });
    // Off is off: nothing more is sent, until somebody turns it on and asks for what was missed.
    const before = receiver.received.length;
    const missed = await resource(consortium, consortium.lead.id, '错过的设备');
    expect(await administrator.refusal(TEST, { id: webhook.id })).toMatchObject({ code: 'WEBHOOK_IS_OFF' });
    receiver.answer = () => ({ status: 200 });
    await new Promise((resolve) => setTimeout(resolve, 2500));
    expect(receiver.received.length).toBe(before);
    await administrator.run(UPDATE, { id: webhook.id, version: webhooks[0].version, input: { on: true } });
    await administrator.run(REPLAY_SINCE, { id: webhook.id, since: new Date(Date.now() - 60_000).toISOString() });
    await until(() => receiver.received.length, (count) => count === before + 2);
    expect(receiver.received.slice(before).map(({ id }) => id)).toContain(missed.id);
  });

  it.concurrent('that answers 410 is left alone at once', async () => {
    const { receiver, consortium, administrator, webhook } = await world();
    receiver.answer = () => ({ status: 410 });
    await resource(consortium);
    await settled(administrator, webhook.id, 'FAILED');
    expect((await administrator.run('{ webhooks { state offReason } }')).webhooks).toEqual([{ state: 'INACTIVE', offReason: 'GONE' }]);
  });

  it.concurrent('is not followed elsewhere by a redirect', async () => {
    const { receiver, administrator, webhook } = await world();
    receiver.answer = (path) => (path === '/hooks' ? { status: 302, headers: { location: receiver.url('/elsewhere') } } : { status: 200 });
    await administrator.run(TEST, { id: webhook.id });
    const [delivery] = await until(() => deliveriesOf(administrator, webhook.id), (list) => list[0]?.attempts.length === 1);
    expect(delivery).toMatchObject({ state: 'WAITING', type: 'webhook.test', attempts: [{ status: 302 }] });
    expect(receiver.received.length).toBe(1);
  });
});

describe('an administrator', () => {
  it.concurrent('tests, replays one, and replays all since a time', async () => {
    const { receiver, consortium, administrator, webhook } = await world();
    const { testWebhook } = await administrator.run(TEST, { id: webhook.id });
    expect(testWebhook).toMatchObject({ type: 'webhook.test' });
    await resource(consortium);
    await until(() => receiver.received.length, (count) => count === 2);
    const list = await settled(administrator, webhook.id, 'DELIVERED');
    await administrator.run(REPLAY, { id: list.find(({ type }) => type === 'resource.created')!.id });
    await until(() => receiver.received.length, (count) => count === 3);
    expect(receiver.of('resource.created').map(({ headers }) => headers['webhook-id'])).toEqual(Array(2).fill(list.find(({ type }) => type === 'resource.created')!.id));
    await administrator.run(REPLAY_SINCE, { id: webhook.id, since: new Date(Date.now() - 600_000).toISOString() });
    await until(() => receiver.received.length, (count) => count >= 5);
    // Read from the log again, what was told before stays one delivery; what happened before the webhook was made is told as well.
    const after = await settled(administrator, webhook.id, 'DELIVERED');
    expect(after.map(({ id }) => id)).toEqual(expect.arrayContaining(list.map(({ id }) => id)));
    expect(await administrator.refusal(REPLAY_SINCE, { id: webhook.id, since: new Date(Date.now() + 60_000).toISOString() })).toMatchObject({ code: 'BAD_INPUT', field: 'since' });
    expect(await administrator.refusal(REPLAY_SINCE, { id: webhook.id, since: new Date(Date.now() - 91 * 86_400_000).toISOString() })).toMatchObject({ code: 'BAD_INPUT', field: 'since' });
  });

  it.concurrent('changes the secret without a gap: for a while both sign', async () => {
    const { receiver, administrator, webhook, secret } = await world();
    const { rotateWebhookSecret } = await administrator.run(ROTATE, { id: webhook.id, hours: 24 });
    await administrator.run(TEST, { id: webhook.id });
    await until(() => receiver.received.length, (count) => count === 1);
    const [got] = receiver.received;
    for (const one of [secret, rotateWebhookSecret.secret]) expect(() => new Webhook(one).verify(got!.body, headersOf(got!))).not.toThrow();
    const { rotateWebhookSecret: again } = await administrator.run(ROTATE, { id: webhook.id, hours: 0 });
    expect(again.webhook.previousUntil).toBeNull();
    await administrator.run(TEST, { id: webhook.id });
    await until(() => receiver.received.length, (count) => count === 2);
    expect(() => new Webhook(rotateWebhookSecret.secret).verify(receiver.received[1]!.body, headersOf(receiver.received[1]!))).toThrow();
  });

  it.concurrent('names no address inside a network, nor one without TLS', async () => {
    const { administrator } = await world();
    const refused = [
      'http://169.254.169.254/latest/meta-data', 'https://169.254.169.254/', 'https://10.0.0.1/', 'https://192.168.1.1/', 'https://172.16.0.9/', 'https://100.64.0.1/', 'https://0.0.0.0/', 'https://[::1]/', 'https://[fd00::1]/',
      'https://[fe80::1]/', 'https://[::ffff:10.0.0.1]/', 'https://[64:ff9b::a00:1]/', 'https://2130706433.nonsense.invalid/', 'https://0x0a000001/', 'https://224.0.0.1/', 'https://168.63.129.16/',
      'http://93.184.216.34/', 'ftp://example.com/', 'file:///etc/passwd', 'https://user:word@example.com/', 'nonsense',
    ];
    for (const url of refused) expect([url, await administrator.refusal(CREATE, { input: { url, events: ['RESOURCE_CREATED'] } })]).toEqual([url, expect.objectContaining({ code: 'BAD_INPUT', field: 'input.url' })]);
    expect((await administrator.run('{ webhooks { id } }')).webhooks.length).toBe(1);
  });

  it.concurrent('sees the webhooks and deliveries of the own organisation alone', async () => {
    const { consortium, administrator, webhook } = await world();
    const partner = await consortium.member();
    const [theirs, keeper] = await Promise.all([consortium.person(['ORGANISATION_ADMINISTRATOR'], partner.id), consortium.person(['RESOURCE_KEEPER'])]);
    const { testWebhook } = await administrator.run(TEST, { id: webhook.id });
    for (const client of [theirs, keeper, consortium.secretary]) expect((await client.run('{ webhooks { id } }')).webhooks).toEqual([]);
    expect((await theirs.refusal(DELIVERIES, { id: webhook.id })).code).toBe('NOT_FOUND');
    for (const query of [TEST, 'mutation ($id: ID!) { removeWebhook(id: $id) }', ROTATE]) expect((await theirs.refusal(query, { id: webhook.id })).code).toBe('NOT_FOUND');
    expect((await theirs.refusal(REPLAY, { id: testWebhook.id })).code).toBe('NOT_FOUND');
    expect((await keeper.refusal(CREATE, { input: { url: 'https://example.com', events: ['RESOURCE_CREATED'] } })).code).toBe('FORBIDDEN');
    const { auditEntries } = await consortium.secretary.run('{ auditEntries(filter: { operation: "createWebhook", result: DONE }) { nodes { changes { after } } } }');
    expect(auditEntries.nodes[0].changes[0].after).toMatchObject({ url: '[sealed]', secret: '[sealed]', host: expect.stringContaining('127.0.0.1') });
  });

  it.concurrent('of a member that is suspended hears nothing of the consortium any more', async () => {
    const { consortium } = await world();
    const receiver = new Receiver();
    await receiver.open();
    receivers.push(receiver);
    const partner = await consortium.member();
    const theirs = await consortium.person(['ORGANISATION_ADMINISTRATOR'], partner.id);
    await theirs.run(CREATE, { input: { url: receiver.url(), events: ['RESOURCE_CREATED'] } });
    const { organisation } = await consortium.secretary.run('query ($id: ID!) { organisation(id: $id) { membership { id } } }', { id: partner.id });
    await resource(consortium, partner.id, '暂停前的设备');
    await until(() => receiver.received.length, (count) => count === 1);
    await consortium.secretary.run('mutation ($id: ID!) { suspendMember(membershipId: $id, input: { reason: "核查" }) { id } }', { id: organisation.membership.id });
    await inTenant(consortium.id, `update platform.webhook_delivery set state = 'WAITING', due_at = now()`);
    const states = () => as<{ state: string }>('app', `select set_config('app.tenant', '${consortium.id}', false); select state from platform.webhook_delivery`);
    expect(await until(states, (rows) => rows.every(({ state }) => state === 'FAILED'))).toEqual([{ state: 'FAILED' }]);
    expect(receiver.received.length).toBe(1);
  });
});
