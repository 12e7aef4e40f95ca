import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { Client, PASSWORD, TestConsortium } from '@gongjian/platform/testing';
import { aLogin, as, copyOf, status } from './kit.ts';

const tokenOf = (client: Client) => client.cookie.split('=')[1]!;
const hashOf = (client: Client) => createHash('sha256').update(tokenOf(client)).digest();

describe('sign-in', () => {
  it('takes a login in upper and lower case alike', async () => {
    const { secretaryLogin } = await TestConsortium.found();
    const client = await new Client().signIn(secretaryLogin.toUpperCase(), PASSWORD);
    expect(await status(client)).toBe(200);
  });

  it('hands out a cookie that scripts cannot read and other sites cannot send', async () => {
    const { secretaryLogin } = await TestConsortium.found();
    const response = await new Client().post('/auth/sign-in', { login: secretaryLogin, password: PASSWORD });
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ ok: true });
    const [cookie] = response.headers.getSetCookie();
    expect(cookie).toMatch(/^gj_session=[\w-]{43}; Max-Age=43\d{3}; Path=\/; HttpOnly; SameSite=Lax$/);
  });

  it('keeps no token in the database, only its hash', async () => {
    const { secretary } = await TestConsortium.found();
    const rows = await as<{ row: string; token_hash: Buffer }>('auth', 'select s::text as row, token_hash from directory.session s where token_hash = $1', [hashOf(secretary)]);
    expect(rows).toHaveLength(1);
    expect(rows[0]!.row).not.toContain(tokenOf(secretary));
  });

  it('says the same of an unknown login and of a wrong password', async () => {
    // That it takes the same time as well is measured where it can be: npm run prove -- accounts.
    const { secretaryLogin } = await TestConsortium.found();
    const answer = async (login: string) => {
      const response = await new Client().post('/auth/sign-in', { login, password: 'Wrong-Horse-2026' });
      return [response.status, await response.text(), [...response.headers.keys()].filter((name) => name !== 'date').sort().join()];
    };
    const known = await answer(secretaryLogin);
    expect(known.slice(0, 2)).toEqual([401, '{"code":"SIGN_IN_FAILED","message":"登录名或密码不正确"}']);
    expect(await answer(aLogin())).toEqual(known);
  });

  it.each(['\u0000', 'a\u0000b', '\ud800', "' or 1=1 --", '张三', 'x'.repeat(256)])('knows nobody of the login %j', async (login) => {
    expect((await new Client().post('/auth/sign-in', { login, password: `\u0000${PASSWORD}` })).status).toBe(401);
  });

  it('speaks English to who asks for it', async () => {
    const client = new Client();
    client.language = 'en';
    const response = await client.post('/auth/sign-in', { login: aLogin(), password: 'x' });
    expect(await response.json()).toEqual({ code: 'SIGN_IN_FAILED', message: 'The login or the password is not right' });
  });

  it.each([
    ['no password', { login: 'x' }],
    ['a number as login', { login: 1, password: 'x' }],
    ['an empty login', { login: '', password: 'x' }],
    ['10,000 characters', { login: 'x', password: 'x'.repeat(5000) }],
    ['a list', []],
  ])('refuses %s as bad input', async (_, body) => {
    const response = await new Client().post('/auth/sign-in', body);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ code: 'BAD_INPUT' });
  });

  it('takes JSON only, of a sane size, and from its own pages only', async () => {
    const { secretaryLogin: login } = await TestConsortium.found();
    const body = JSON.stringify({ login, password: PASSWORD });
    const send = (headers: Record<string, string>, content = body) => new Client().fetch('/auth/sign-in', { method: 'POST', headers, body: content }).then((response) => response.status);
    const json = { 'content-type': 'application/json' };
    expect(await send({ 'content-type': 'text/plain' })).toBe(415);
    expect(await send({ 'content-type': 'application/x-www-form-urlencoded' })).toBe(415);
    expect(await send({ ...json, origin: 'https://evil.example' })).toBe(403);
    expect(await send({ ...json, origin: 'null' })).toBe(403);
    expect(await send(json, '{"login":')).toBe(400);
    expect(await send(json, '{"__proto__":{"login":"x"}}')).toBe(400);
    expect(await send(json, JSON.stringify({ login, password: 'x'.repeat(100_000) }))).toBe(413);
    expect(await send({ ...json, origin: process.env.GONGJIAN_URL! })).toBe(200);
    expect(await send(json)).toBe(200);
  });

  it('tells nobody the demo accounts where there is no demo', async () => {
    expect((await new Client().fetch('/auth/demo')).status).toBe(404);
  });
});

describe('a session', () => {
  it('is asked for before anything is parsed', async () => {
    const response = await new Client().post('/graphql', { query: '{{{{' });
    expect(response.status).toBe(401);
    expect(await response.json()).toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  it('is nothing that can be made up', async () => {
    for (const cookie of ['gj_session=', 'gj_session=x', `gj_session=${'A'.repeat(43)}`, "gj_session=' or 1=1 --"]) {
      const client = new Client();
      client.cookie = cookie;
      expect(await status(client)).toBe(401);
    }
  });

  it('gets a new token at each sign-in, and the one before in the same browser ends', async () => {
    const { secretary, secretaryLogin } = await TestConsortium.found();
    const before = copyOf(secretary);
    expect(await status(before)).toBe(200);
    await secretary.signIn(secretaryLogin, PASSWORD);
    expect(secretary.cookie).not.toBe(before.cookie);
    expect(await status(secretary)).toBe(200);
    expect(await status(before)).toBe(401);
  });

  it('lives beside sessions in other browsers', async () => {
    const { secretary, secretaryLogin } = await TestConsortium.found();
    const other = await new Client().signIn(secretaryLogin, PASSWORD);
    await other.post('/auth/sign-out', {});
    expect(await status(secretary)).toBe(200);
  });

  it('ends on the server at sign-out, whoever kept the cookie', async () => {
    const { secretary } = await TestConsortium.found();
    const kept = copyOf(secretary);
    expect(await status(kept)).toBe(200);
    const response = await secretary.post('/auth/sign-out', {});
    expect(response.status).toBe(204);
    expect(response.headers.getSetCookie()[0]).toMatch(/^gj_session=;.*(Max-Age=0|Expires=Thu, 01 Jan 1970)/);
    expect(await status(kept)).toBe(401);
    expect(await as('auth', 'select 1 from directory.session where token_hash = $1', [hashOf(kept)])).toEqual([]);
  });

  it('takes a sign-out without a body, and without a session', async () => {
    const response = await new Client().fetch('/auth/sign-out', { method: 'POST', headers: { 'content-type': 'application/json' } });
    expect(response.status).toBe(204);
  });

  it('ends after half an hour without use', async () => {
    const { secretary } = await TestConsortium.found();
    const client = await new Client().signIn((await TestConsortium.found()).secretaryLogin, PASSWORD);
    await as('auth', `update directory.session set last_seen_at = now() - interval '31 minutes' where token_hash = $1`, [hashOf(client)]);
    expect(await status(client)).toBe(401);
    expect(await status(secretary)).toBe(200);
  });

  it('stays alive by use', async () => {
    const { secretaryLogin } = await TestConsortium.found();
    const client = await new Client().signIn(secretaryLogin, PASSWORD);
    await as('auth', `update directory.session set last_seen_at = now() - interval '29 minutes' where token_hash = $1`, [hashOf(client)]);
    expect(await status(client)).toBe(200);
    const [row] = await as<{ fresh: boolean }>('auth', `select last_seen_at > now() - interval '1 minute' as fresh from directory.session where token_hash = $1`, [hashOf(client)]);
    expect(row!.fresh).toBe(true);
  });

  it('ends after twelve hours, however much it was used', async () => {
    const { secretaryLogin } = await TestConsortium.found();
    const client = await new Client().signIn(secretaryLogin, PASSWORD);
    const [row] = await as<{ hours: number }>('auth', 'select extract(epoch from expires_at - created_at)::int / 3600 as hours from directory.session where token_hash = $1', [hashOf(client)]);
    expect(row!.hours).toBe(12);
    await as('auth', `update directory.session set expires_at = now() - interval '1 second', last_seen_at = now() where token_hash = $1`, [hashOf(client)]);
    expect(await status(client)).toBe(401);
  });
});
