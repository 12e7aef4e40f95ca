import { randomBytes, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Client, operator, TestConsortium } from '@gongjian/platform/testing';
import { rolesOf, Secrets, urlAs } from '@gongjian/platform/testing/inside';
import pg from 'pg';
import { PostOffice, until } from '../../../libs/platform/test/post-office.ts';

// A product of its own, with a real mail server: other tests' mails stay in their outbox.
const office = new PostOffice();
let product: { url: string; stop(): Promise<void> };
let owner: pg.Client;
let app: pg.Client;
let auth: pg.Client;
let url: string;
const database = `gongjian_messages_${randomBytes(5).toString('hex')}`;

beforeAll(async () => {
  const admin = process.env.GONGJIAN_DATABASE_URL!;
  owner = new pg.Client({ connectionString: admin });
  await owner.connect();
  await owner.query(`create database ${database}`);
  const address = new URL(admin);
  address.pathname = `/${database}`;
  url = address.href;
  const port = await office.open();
  const { startProduct } = await import(new URL('../../../infra/test/product.mjs', import.meta.url).href);
  product = await startProduct({
    database: { url, secretKey: process.env.GONGJIAN_SECRET_KEY!, folder: '/tmp', stop: async () => undefined },
    mode: process.env.GONGJIAN_MODE === 'services' ? 'services' : 'one',
    env: { SMTP_URL: `smtp://127.0.0.1:${port}`, MAIL_FROM: '共建 <noreply@gongjian.test>', PUBLIC_URL: 'https://gongjian.test' },
  });
  process.env.GONGJIAN_URL = product.url;
  consortium = await TestConsortium.found('湘江联合体');
  [app, auth] = [await as('app'), await as('auth')];
  await app.query(`select set_config('app.tenant', $1, false)`, [consortium.id]);
}, 120_000);
afterAll(async () => {
  await product?.stop();
  await Promise.all([app?.end(), auth?.end()]);
  await office.close();
  await owner.query(`drop database ${database} with (force)`);
  for (const role of Object.values(rolesOf(url))) await owner.query(`drop role "${role}"`);
  await owner.end();
});

/** A connection of one of the product's own roles. */
async function as(role: 'app' | 'auth'): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: urlAs(url, rolesOf(url)[role], new Secrets(process.env.GONGJIAN_SECRET_KEY!)) });
  await client.connect();
  return client;
}

let consortium: TestConsortium;

type Reader = Client & { personId: string; address: string; organisationId: string };

/** Somebody with a confirmed address, who is mailed at any hour. */
async function reader(roles: string[], changes: object = {}, organisationId = consortium.lead.id): Promise<Reader> {
  const person = await consortium.person(roles, organisationId, '李建国');
  const address = `${randomUUID()}@school.test`;
  await auth.query('update directory.account set email = $1 where person_id = $2', [address, person.personId]);
  const input = { language: 'zh-CN', timeZone: 'Asia/Shanghai', digestHour: 8, quietFrom: null, quietUntil: null, mail: [], ...changes };
  await person.run('mutation ($input: MessageSettingsInput!) { updateMessageSettings(input: $input) { language } }', { input });
  return Object.assign(person, { address, organisationId });
}

let hours = 0;
async function machine(ownerId: string): Promise<string> {
  const { createResource } = await consortium.secretary.run('mutation ($input: CreateResourceInput!) { createResource(input: $input) { id } }', { input: { kind: 'EQUIPMENT', name: '六轴焊接机器人', ownerId, needsApproval: true } });
  return createResource.id;
}
async function book(who: Client, title: string, resourceId: string): Promise<string> {
  const startsAt = new Date(Date.now() + 48 * 3_600_000 + ++hours * 3_600_000);
  const input = { title, purpose: 'PRACTICE_TEACHING', organisationId: consortium.lead.id, startsAt, endsAt: new Date(startsAt.getTime() + 1_800_000), resourceIds: [resourceId] };
  const { createBooking } = await who.run('mutation ($input: CreateBookingInput!) { createBooking(input: $input) { ... on Booking { id } } }', { input });
  return createBooking.id;
}

const state = async (person: Reader) => (await app.query<{ mail: string }>('select mail from platform.message where person_id = $1 order by created_at', [person.personId])).rows.map(({ mail }) => mail);
const settled = (person: Reader, states: string[]) => until(async () => JSON.stringify(await state(person)) === JSON.stringify(states));
/** The digest's hour has come. */
const hourHasCome = (person: Reader) => app.query(`update platform.message set mail_at = now() where person_id = $1 and mail = 'DUE'`, [person.personId]);

describe('a message', () => {
  it('is mailed at once to whoever wants that: what happened, why, and the one button', async () => {
    const { id: ownerId } = await consortium.member('示例重工集团有限公司');
    const keeper = await reader(['RESOURCE_KEEPER'], {}, ownerId);
    const id = await book(await consortium.person(['TEACHER'], consortium.lead.id, '王芳'), '焊接综合实训', await machine(ownerId));
    const [mail] = await until(() => (office.to(keeper.address).length > 0 ? office.to(keeper.address) : null));
    expect(mail!.subject).toMatch(/^王芳请您审批“焊接综合实训”，/);
    expect(mail!.text).toContain(`去审批: https://gongjian.test/bookings/${id}`);
    expect(mail!.text).toContain('您负责示例重工集团有限公司的资源。');
    expect(mail!.text).toContain('https://gongjian.test/account/messages');
    expect(mail!.html).toContain('涉及六轴焊接机器人');
    await settled(keeper, ['MAILED']);
  });

  it('is gathered into one mail at the reader’s hour, in their language, without what they have read', async () => {
    const { id: ownerId } = await consortium.member('示例电机股份有限公司');
    const keeper = await reader(['RESOURCE_KEEPER'], { language: 'en', mail: [{ kind: 'APPROVAL_ASKED', mail: 'DAILY' }] }, ownerId);
    const [teacher, robot] = [await consortium.person(['TEACHER']), await machine(ownerId)];
    for (const title of ['第一', '已读', '第二']) await book(teacher, title, robot);
    await settled(keeper, ['DUE', 'DUE', 'DUE']);
    const { messages } = await keeper.run('{ messages { nodes { id what } } }');
    await keeper.run('mutation ($input: MarkMessagesInput!) { markMessages(input: $input) { id } }', { input: { ids: [messages.nodes[1].id], read: true } });
    expect(office.to(keeper.address)).toEqual([]);
    await hourHasCome(keeper);
    const [mail, ...more] = await until(() => (office.to(keeper.address).length > 0 ? office.to(keeper.address) : null));
    expect(more).toEqual([]);
    expect(mail!.subject).toBe('2 messages for you · 湘江联合体');
    expect(mail!.text).toMatch(/Dear 李建国,[\s\S]*“第一”[\s\S]*Review the request: https:\/\/gongjian\.test\/bookings\/[\s\S]*“第二”[\s\S]*See all messages: https:\/\/gongjian\.test\/messages/);
    expect(mail!.text).not.toContain('已读');
    await settled(keeper, ['MAILED', 'NONE', 'MAILED']);
  });

  it('is not mailed where it is not wanted, where there is no confirmed address, nor in quiet hours', async () => {
    const { id: ownerId } = await consortium.member('示例仪表有限公司');
    const [off, without] = [await reader(['RESOURCE_KEEPER'], { mail: [{ kind: 'APPROVAL_ASKED', mail: 'OFF' }] }, ownerId), await reader(['RESOURCE_KEEPER'], {}, ownerId)];
    const hour = Number(new Intl.DateTimeFormat('en', { hour: '2-digit', hourCycle: 'h23', timeZone: 'Asia/Shanghai' }).format(new Date()));
    const asleep = await reader(['RESOURCE_KEEPER'], { quietFrom: hour, quietUntil: (hour + 2) % 24 }, ownerId);
    await auth.query('update directory.account set email = null where person_id = $1', [without.personId]);
    await book(await consortium.person(['TEACHER']), '安静', await machine(ownerId));
    await settled(off, ['NONE']);
    await settled(without, ['NONE']);
    await settled(asleep, ['DUE']);
    for (const person of [off, without, asleep]) expect(office.to(person.address)).toEqual([]);
  });

  it('is not mailed to those who left, are suspended, or may not read it any more', async () => {
    const { id: ownerId } = await consortium.member('示例软件有限公司');
    const daily = { mail: [{ kind: 'APPROVAL_ASKED', mail: 'DAILY' }, { kind: 'BOOKING_REJECTED', mail: 'DAILY' }] };
    const [gone, suspended, moved, stays] = [await reader(['RESOURCE_KEEPER'], daily, ownerId), await reader(['RESOURCE_KEEPER'], daily, ownerId), await reader(['RESOURCE_KEEPER'], daily, ownerId), await reader(['RESOURCE_KEEPER'], daily, ownerId)];
    await book(await consortium.person(['TEACHER']), '保密的实训', await machine(ownerId));
    for (const person of [gone, suspended, moved, stays]) await settled(person, ['DUE']);
    const revoke = async ({ personId }: Reader, role: string) => {
      const { person } = await consortium.secretary.run('query ($id: ID!) { person(id: $id) { roleGrants { id role } } }', { id: personId });
      for (const grant of person.roleGrants) if (grant.role === role) await consortium.secretary.run('mutation ($id: ID!) { revokeRole(id: $id) { id } }', { id: grant.id });
    };
    await revoke(gone, 'RESOURCE_KEEPER');
    await consortium.secretary.run('mutation ($id: ID!, $input: SuspendInput!) { suspendPerson(personId: $id, input: $input) { id } }', { id: suspended.personId, input: { reason: '借调' } });
    // Another organisation's teacher reads neither the booking nor what was told to a keeper.
    const { id: other } = await consortium.member('另一家有限公司');
    await consortium.secretary.run('mutation ($input: GrantRoleInput!) { grantRole(input: $input) { id } }', { input: { personId: moved.personId, organisationId: other, role: 'TEACHER' } });
    await revoke(moved, 'RESOURCE_KEEPER');
    for (const person of [gone, suspended, moved, stays]) await app.query(`update platform.message set mail_at = now() where person_id = $1 and kind = 'APPROVAL_ASKED'`, [person.personId]);
    await until(() => (office.to(stays.address).length > 0 ? office.to(stays.address) : null));
    const asked = async (person: Reader) => (await app.query<{ mail: string }>(`select mail from platform.message where person_id = $1 and kind = 'APPROVAL_ASKED'`, [person.personId])).rows[0]!.mail;
    for (const person of [gone, suspended, moved]) await until(async () => (await asked(person)) === 'NONE');
    for (const person of [gone, suspended, moved]) expect(office.to(person.address).filter(({ text }) => text?.includes('保密的实训'))).toEqual([]);
  });

  it('appears in the outbox as sent, without what stood in it', async () => {
    const desk = await operator();
    const { outbox, mailServer } = await desk.run('{ mailServer outbox(filter: { states: [SENT] }) { nodes { id about recipient } } }');
    expect(mailServer).toBe(true);
    expect(outbox.nodes[0]).toMatchObject({ about: 'MESSAGES', recipient: expect.stringMatching(/^.…@school\.test$/) });
    const { openMail } = await desk.run('mutation ($id: ID!) { openMail(id: $id) { subject text html } }', { id: outbox.nodes[0].id });
    expect(openMail).toEqual({ subject: null, text: null, html: null });
  });
});
