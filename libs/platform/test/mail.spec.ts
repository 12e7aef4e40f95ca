import { randomBytes, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { type Actor, contentOf, type MailDraft, maskAddress, type Platform, postMail, readSettings, rolesOf, Secrets, sql, urlAs } from '../src/index.ts';
import { Note, openNotes, somebody } from './notes.ts';
import { PostOffice, until } from './post-office.ts';

// A database of its own: senders take mails of all consortia, and other tests' mails stay where they are.
const database = `gongjian_mail_${randomBytes(5).toString('hex')}`;
const office = new PostOffice();
let owner: pg.Client;
let reader: pg.Client;
let url: string;
let platform: Platform;
let second: Platform;

beforeAll(async () => {
  owner = new pg.Client({ connectionString: process.env.GONGJIAN_DATABASE_URL });
  await owner.connect();
  await owner.query(`create database ${database}`);
  const address = new URL(process.env.GONGJIAN_DATABASE_URL!);
  address.pathname = `/${database}`;
  url = address.href;
  const port = await office.open();
  const settings = { publicUrl: 'https://gongjian.test', smtpUrl: `smtp://post:geheim@127.0.0.1:${port}`, from: '共建 <noreply@gongjian.test>', retryMinutes: [0.002, 0.002, 0.002] };
  platform = await openNotes(settings, url);
  second = await openNotes(settings, url);
  reader = new pg.Client({ connectionString: url });
  await reader.connect();
  await platform.work();
  await second.work();
});
afterAll(async () => {
  await platform.close();
  await second.close();
  await office.close();
  await reader.end();
  await owner.query(`drop database ${database} with (force)`);
  for (const role of Object.values(rolesOf(url))) await owner.query(`drop role "${role}"`);
  await owner.end();
});

const anAddress = () => `${randomUUID()}@school.test`;
const draft = (address: string, more: Partial<MailDraft> = {}): MailDraft => ({
  about: 'TEST', to: { name: '阿依古丽·买买提', address }, language: 'zh-CN', subject: '请加入湘江轨道交通产教联合体', lines: ['林晓雯邀请您加入。'], button: { label: '接受邀请', path: '/invitations/abc?x=1&y=2' }, why: '您收到这封邮件，是因为有人邀请了您。', ...more,
});
const post = (mail: MailDraft, actor: Actor = somebody()) => platform.run(actor, {}, async (ctx) => (ctx.can('create', Note), ctx.mail(mail)));
const stored = async (id: string) => {
  const { rows } = await reader.query('select * from platform.mail where id = $1', [id]);
  return rows[0] as Record<string, unknown> & { state: string; tries: number; trouble: string | null; recipient: Buffer; content: Buffer | null };
};
const ended = (id: string, state: string) => until(async () => (await stored(id)).state === state);

describe('a mail', () => {
  test('leaves with both forms, its names in Chinese and its link at the public address', async () => {
    const address = anAddress();
    const id = await post(draft(address));
    await ended(id, 'SENT');
    const [mail, ...more] = office.to(address);
    expect(more).toEqual([]);
    expect(mail!.subject).toBe('请加入湘江轨道交通产教联合体');
    expect(mail!.to).toMatchObject({ value: [{ name: '阿依古丽·买买提', address }] });
    expect(mail!.from!.value).toEqual([{ name: '共建', address: 'noreply@gongjian.test' }]);
    expect(mail!.text).toContain('接受邀请: https://gongjian.test/invitations/abc?x=1&y=2');
    expect(mail!.html).toContain('href="https://gongjian.test/invitations/abc?x=1&#38;y=2"');
    expect(mail!.headers.get('auto-submitted')).toBe('auto-generated');
    expect(mail!.messageId).toBe(`<${id}@gongjian.test>`);
    expect(office.signIns).toContain('post:geheim');
  });

  test('exists if and only if the transaction is kept', async () => {
    const address = anAddress();
    const actor = somebody();
    await platform.run(actor, {}, async (ctx) => {
      ctx.can('create', Note);
      await ctx.mail(draft(address));
      throw new Error('on second thoughts');
    }).catch(() => undefined);
    const kept = anAddress();
    await ended(await post(draft(kept), actor), 'SENT');
    expect(office.to(address)).toEqual([]);
    expect(office.to(kept)).toHaveLength(1);
  });

  test('nobody reads from the table whose it is and what it says; once it has left its content is gone', async () => {
    const address = anAddress();
    office.refuse = (to) => (to === address ? 451 : undefined);
    const id = await post(draft(address));
    const row = await until(async () => ((await stored(id)).tries > 0 ? stored(id) : null));
    expect(JSON.stringify(row)).not.toMatch(/school\.test|阿依古丽|湘江/);
    for (const sealed of [row.recipient, row.content!]) expect(sealed.toString('latin1')).not.toContain(address);
    office.refuse = () => undefined;
    await ended(id, 'SENT');
    expect((await stored(id)).content).toBeNull();
  });

  test('of another consortium is not there', async () => {
    const id = await post(draft(anAddress()));
    const seen = await platform.run(somebody(), {}, async (ctx) => (ctx.can('read', Note), ctx.query(sql`select id from platform.mail where id = ${id}`)));
    expect(seen).toEqual([]);
  });
});

describe('a header', () => {
  test.each([
    ['the subject', { subject: '你好\r\nBcc: everybody@school.test\r\n\r\nhaha' }],
    ['the name', { to: { name: '张三\r\nBcc: everybody@school.test', address: '' } }],
    ['a list in the name', { to: { name: 'a <x@school.test>, everybody@school.test', address: '' } }],
  ])('is not added by way of %s', async (_, more: Partial<MailDraft>) => {
    const address = anAddress();
    const mail = draft(address, more);
    await ended(await post({ ...mail, to: { ...mail.to, address } }), 'SENT');
    const [sent] = office.to(address);
    expect(sent!.recipients).toEqual([address]);
    expect(sent!.headers.has('bcc')).toBe(false);
    expect(sent!.raw.split('\r\n\r\n')[0]).not.toMatch(/^bcc:/im);
    expect((sent!.to as { value: unknown[] }).value).toHaveLength(1);
  });

  test.each(['nobody', 'a@b', 'a@school.test, b@school.test', 'a@school.test\r\nBcc: b@school.test', '<a@school.test>', 'a b@school.test', `${'x'.repeat(250)}@school.test`])('is not begun with what is no single address: %j', async (address) => {
    await expect(post(draft(address))).rejects.toThrow();
  });

  test.each(['https://elsewhere.test/', '//elsewhere.test/', 'javascript:alert(1)', '/\\elsewhere.test'])('and no link leads elsewhere: %s', async (path) => {
    await expect(post(draft(anAddress(), { button: { label: '打开', path } }))).rejects.toThrow();
  });
});

describe('the outbox', () => {
  test('tries again what the server could not take now, and says why in codes alone', async () => {
    const address = anAddress();
    office.refuse = (to, tries) => (to === address && tries < 3 ? 451 : undefined);
    const id = await post(draft(address));
    const waiting = await until(async () => ((await stored(id)).trouble ? stored(id) : null));
    expect(waiting.trouble).toBe('EENVELOPE 451 RCPT TO');
    await ended(id, 'SENT');
    expect(office.to(address)).toHaveLength(1);
    expect(office.tries.get(address)).toBe(3);
  });

  test('gives up at once what is refused for good, and in the end what is always refused', async () => {
    const [never, always] = [anAddress(), anAddress()];
    office.refuse = (to) => (to === never ? 550 : to === always ? 451 : undefined);
    const ids = [await post(draft(never)), await post(draft(always))];
    for (const id of ids) await ended(id, 'FAILED');
    expect([office.tries.get(never), office.tries.get(always)]).toEqual([1, 4]);
    expect(office.to(never)).toEqual([]);
  });

  test('two senders and a hundred mails: each arrives once', async () => {
    const addresses = Array.from({ length: 100 }, anAddress);
    const actor = somebody();
    const ids = await platform.run(actor, {}, async (ctx) => {
      ctx.can('create', Note);
      return Promise.all(addresses.map((address) => ctx.mail(draft(address))));
    });
    for (const id of ids) await ended(id, 'SENT');
    expect(addresses.map((address) => office.to(address).length)).toEqual(addresses.map(() => 1));
  });

  test('does not send what is too old to be of use', async () => {
    const address = anAddress();
    const long = new Date(Date.now() - 2 * 3_600_000);
    const id = await platform.run(somebody(), { now: long }, async (ctx) => (ctx.can('create', Note), ctx.mail(draft(address, { goodMinutes: 60 }))));
    await platform.dataSource.query('select platform.sweep_mail(now())');
    expect((await stored(id)).state).toBe('LAPSED');
    expect(office.to(address)).toEqual([]);
  });

  test('takes mails of the installation from the role that checks passwords, which reads none', async () => {
    const secrets = new Secrets(process.env.GONGJIAN_SECRET_KEY!);
    const door = new pg.Client({ connectionString: urlAs(url, rolesOf(url).auth, secrets) });
    await door.connect();
    const address = anAddress();
    const id = await postMail(door, secrets, 'https://gongjian.test', draft(address));
    await ended(id, 'SENT');
    expect(office.to(address)).toHaveLength(1);
    await expect(door.query('select * from platform.mail')).rejects.toThrow(/permission denied/);
    await door.end();
  });
});

describe('what is shown', () => {
  test('HTML has nothing that somebody typed as markup', () => {
    const { html } = contentOf(draft('a@school.test', { subject: '<script>1</script>', lines: ['<img src=x onerror=1>'], why: '"><b>' }), 'https://gongjian.test');
    expect(html).not.toMatch(/<script|<img|<b>/);
  });

  test('an address is masked', () => {
    expect(maskAddress('zhangsan@school.edu.cn')).toBe('z…@school.edu.cn');
  });

  test.each([
    [{ SMTP_URL: 'http://mail.test' }, /SMTP_URL/],
    [{ SMTP_URL: 'smtp://user:geheim@mail.test', MAIL_FROM: 'nobody' }, /MAIL_FROM/],
    [{ SMTP_URL: 'smtp://user:geheim@mail.test' }, /MAIL_FROM/],
    [{ SMTP_URL: 'smtp://mail.test', MAIL_FROM: 'a@b.test\r\nBcc: c@d.test' }, /MAIL_FROM/],
  ])('wrong settings stop the start and show no password: %j', (env, which) => {
    const start = () => readSettings({ ...env, SECRET_KEY: 'x'.repeat(32), NODE_ENV: 'test' });
    expect(start).toThrow(which);
    expect(start).not.toThrow(/geheim/);
  });
});
