import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { operator, TestConsortium } from '@gongjian/platform/testing';
import { type MailDraft, postMail, rolesOf, Secrets, urlAs } from '@gongjian/platform/testing/inside';
import pg from 'pg';
import { as } from './kit.ts';

const secrets = () => new Secrets(process.env.GONGJIAN_SECRET_KEY!);
const outbox = 'query ($states: [MailState!]) { mailServer outbox(filter: { states: $states }, first: 200) { totalCount nodes { id about state recipient consortium { id } trouble } } }';
const openMail = 'mutation ($id: ID!) { openMail(id: $id) { recipientName recipient subject text html } }';
const retryMail = 'mutation ($id: ID!) { retryMail(id: $id) { id state tries trouble } }';

const draft = (address: string): MailDraft => ({ about: 'PASSWORD_RESET', to: { name: '张三', address }, language: 'zh-CN', subject: '重设密码', lines: ['有人请求重设您的密码。'], button: { label: '重设密码', path: '/reset/abc' }, why: '如果不是您本人，请忽略。' });

/** As the door does, before anybody is signed in. */
async function post(address: string): Promise<string> {
  const url = process.env.GONGJIAN_DATABASE_URL!;
  const door = new pg.Client({ connectionString: urlAs(url, rolesOf(url).auth, secrets()) });
  await door.connect();
  try {
    return await postMail(door, secrets(), 'https://gongjian.test', draft(address));
  } finally {
    await door.end();
  }
}

/** A mail of a consortium, in a state of one's choice. */
async function put(tenantId: string, address: string, state = 'WAITING'): Promise<string> {
  const id = randomUUID();
  const [recipient, content] = [{ name: '李四', address }, { subject: '邀请', text: '请加入', html: '<p>请加入</p>' }].map((part) => secrets().seal(tenantId, JSON.stringify(part)));
  await as('app', `select set_config('app.tenant', '${tenantId}', false); insert into platform.mail (tenant_id, id, about, language, state, recipient, content, tries, trouble, due_at, good_until, created_at, updated_at, version)
    values ('${tenantId}', '${id}', 'INVITATION', 'zh-CN', '${state}', '\\x${recipient!.toString('hex')}', '\\x${content!.toString('hex')}', 9, 'EENVELOPE 451', now(), now() + interval '1 day', now(), now(), 1)`);
  return id;
}

const anAddress = () => `${randomUUID()}@school.test`;

describe('the outbox', () => {
  it('is for operators: masked in the list, whole when opened, and each look is recorded in the consortium', async () => {
    const { id: tenantId } = await TestConsortium.found();
    const address = anAddress();
    const id = await put(tenantId, address);
    const desk = await operator();
    const { outbox: page, mailServer } = await desk.run(outbox);
    expect(mailServer).toBe(false);
    expect(page.nodes.find((mail: { id: string }) => mail.id === id)).toEqual({ id, about: 'INVITATION', state: 'WAITING', recipient: `${address[0]}…@school.test`, consortium: { id: tenantId }, trouble: 'EENVELOPE 451' });
    expect((await desk.run(openMail, { id })).openMail).toEqual({ recipientName: '李四', recipient: address, subject: '邀请', text: '请加入', html: '<p>请加入</p>' });
    const looks = await as('app', `select set_config('app.tenant', '${tenantId}', false); select action, before, after from platform.audit_log where subject_id = '${id}'`);
    expect(looks).toEqual([{ action: 'reveal', before: null, after: { about: 'INVITATION', state: 'WAITING' } }]);
  });

  it('has mails of the installation, posted by the door', async () => {
    const address = anAddress();
    const id = await post(address);
    const desk = await operator();
    const { openMail: mail } = await desk.run(openMail, { id });
    expect(mail).toMatchObject({ recipient: address, subject: '重设密码' });
    expect(mail.text).toContain('重设密码: https://gongjian.test/reset/abc');
    const { outbox: page } = await desk.run(outbox, { states: ['WAITING'] });
    expect(page.nodes.find((each: { id: string }) => each.id === id)).toMatchObject({ consortium: null });
  });

  it('tries a failed mail again when it is told to, and no other', async () => {
    const { id: tenantId } = await TestConsortium.found();
    const [failed, waiting] = [await put(tenantId, anAddress(), 'FAILED'), await put(tenantId, anAddress())];
    const desk = await operator();
    expect((await desk.run(retryMail, { id: failed })).retryMail).toEqual({ id: failed, state: 'WAITING', tries: 0, trouble: null });
    expect(await desk.refusal(retryMail, { id: waiting })).toMatchObject({ code: 'MAIL_NOT_FAILED' });
    expect(await desk.refusal(retryMail, { id: randomUUID() })).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('is closed to everybody in a consortium, also for its own mails', async () => {
    const { id: tenantId, secretary } = await TestConsortium.found();
    const id = await put(tenantId, anAddress());
    expect(await secretary.refusal('{ outbox { totalCount } }')).toMatchObject({ code: 'FORBIDDEN' });
    expect(await secretary.refusal('{ mailServer }')).toMatchObject({ code: 'FORBIDDEN' });
    for (const mutation of [openMail, retryMail]) expect(await secretary.refusal(mutation, { id })).toMatchObject({ code: 'NOT_FOUND' });
  });
});
