import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { Client, PASSWORD, TestConsortium } from '@gongjian/platform/testing';
import { aLogin, as } from './kit.ts';

const wrong = 'Wrong-Horse-2026';
const attempt = async (login: string, password = wrong, client = new Client()) => (await client.post('/auth/sign-in', { login, password })).status;
const attempts = (count: number, login: string) => Promise.all(Array.from({ length: count }, () => attempt(login)));
const many = (answers: number[], code: number) => answers.filter((answer) => answer === code).length;

/** The clock goes on for the tries of one account. */
const laterBy = (minutes: number, login: string) =>
  as('auth', 'update directory.attempt set paid_until = paid_until - make_interval(mins => $2) where key = $1', [`account ${createHash('sha256').update(login.toLowerCase()).digest('base64url')}`, minutes]);

describe('attempts', () => {
  it('are six at once for an account, from wherever they come and however parallel', async () => {
    const { secretaryLogin } = await TestConsortium.found();
    const answers = await attempts(20, secretaryLogin);
    expect([many(answers, 401), many(answers, 429)]).toEqual([6, 14]);
    const response = await new Client().post('/auth/sign-in', { login: secretaryLogin.toUpperCase(), password: PASSWORD });
    expect(response.status).toBe(429);
    const { code, retryAfterSeconds, message } = (await response.json()) as { code: string; retryAfterSeconds: number; message: string };
    expect(code).toBe('TOO_MANY_ATTEMPTS');
    expect(retryAfterSeconds).toBeGreaterThan(800);
    expect(retryAfterSeconds).toBeLessThanOrEqual(900);
    expect(response.headers.get('retry-after')).toBe(String(retryAfterSeconds));
    expect(message).toBe('尝试次数过多，请在 15 分钟后再试');
  });

  it('are ten in any hour, and nobody waits longer than a quarter of an hour for the next one', async () => {
    const { secretaryLogin } = await TestConsortium.found();
    let free = 0;
    for (let minute = 0; minute < 60; minute++) {
      while ((await attempt(secretaryLogin)) === 401) free++;
      await laterBy(1, secretaryLogin);
    }
    expect(free).toBe(9);
    expect(await attempt(secretaryLogin)).toBe(401);
    expect(await attempt(secretaryLogin, PASSWORD)).toBe(429);
    await laterBy(15, secretaryLogin);
    expect(await attempt(secretaryLogin, PASSWORD)).toBe(200);
  });

  it('are the same for a login that nobody has', async () => {
    const answers = await attempts(8, aLogin());
    expect([many(answers, 401), many(answers, 429)]).toEqual([6, 2]);
  });

  it('that were right are given back, and those of strangers are not: who signs in often gives guessers nothing', async () => {
    const { secretaryLogin } = await TestConsortium.found();
    expect(await attempts(4, secretaryLogin)).toEqual(Array(4).fill(401));
    for (let count = 0; count < 4; count++) expect(await attempt(secretaryLogin, PASSWORD)).toBe(200);
    const answers = await attempts(8, secretaryLogin);
    expect([many(answers, 401), many(answers, 429)]).toEqual([2, 6]);
  });

  it('of strangers keep nobody out on a device where they have signed in before; that one has its own', async () => {
    const { secretaryLogin } = await TestConsortium.found();
    const mine = await new Client().signIn(secretaryLogin, PASSWORD);
    await attempts(8, secretaryLogin);
    await mine.post('/auth/sign-out', {});
    expect(await attempt(secretaryLogin, PASSWORD)).toBe(429);
    expect(await attempt(secretaryLogin, PASSWORD, mine)).toBe(200);
    const answers = await Promise.all(Array.from({ length: 8 }, () => attempt(secretaryLogin, wrong, mine)));
    expect([many(answers, 401), many(answers, 429)]).toEqual([6, 2]);
  });

  it('on the device of somebody else are those of a stranger', async () => {
    const [{ secretaryLogin }, other] = await Promise.all([TestConsortium.found(), TestConsortium.found()]);
    const theirs = await new Client().signIn(other.secretaryLogin, PASSWORD);
    await attempts(6, secretaryLogin);
    expect(await attempt(secretaryLogin, PASSWORD, theirs)).toBe(429);
  });

  it('do not touch who is signed in already', async () => {
    const { secretary, secretaryLogin } = await TestConsortium.found();
    await attempts(7, secretaryLogin);
    expect((await secretary.try('{ me { roles } }')).status).toBe(200);
  });

  it('are sixty in ten minutes for an address, and a success gives its try back', async () => {
    const { secretaryLogin } = await TestConsortium.found();
    const here = new Client();
    for (let count = 0; count < 5; count++) expect(await attempt(secretaryLogin, PASSWORD, new Client(here.address))).toBe(200);
    const answers = await Promise.all(Array.from({ length: 65 }, () => attempt(aLogin(), wrong, here)));
    expect([many(answers, 401), many(answers, 429)]).toEqual([60, 5]);
    expect(await attempt(secretaryLogin, PASSWORD, here)).toBe(429);
    expect(await attempt(secretaryLogin, PASSWORD)).toBe(200);
  });
});
