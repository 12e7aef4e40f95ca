import { describe, expect, it } from '@jest/globals';
import { Client, PASSWORD, TestConsortium } from '@gongjian/platform/testing';
import { aLogin } from './kit.ts';

const wrong = 'Wrong-Horse-2026';
const attempt = async (login: string, password = wrong, client = new Client()) => (await client.post('/auth/sign-in', { login, password })).status;
const attempts = (count: number, login: string) => Promise.all(Array.from({ length: count }, () => attempt(login)));
const many = (answers: number[], code: number) => answers.filter((answer) => answer === code).length;

describe('attempts', () => {
  it('are ten an hour for an account, from wherever they come and however parallel', async () => {
    const { secretaryLogin } = await TestConsortium.found();
    const answers = await attempts(25, secretaryLogin);
    expect([many(answers, 401), many(answers, 429)]).toEqual([10, 15]);
    const response = await new Client().post('/auth/sign-in', { login: secretaryLogin.toUpperCase(), password: PASSWORD });
    expect(response.status).toBe(429);
    const { code, retryAfterSeconds, message } = (await response.json()) as { code: string; retryAfterSeconds: number; message: string };
    expect(code).toBe('TOO_MANY_ATTEMPTS');
    expect(retryAfterSeconds).toBeGreaterThan(3500);
    expect(retryAfterSeconds).toBeLessThanOrEqual(3600);
    expect(response.headers.get('retry-after')).toBe(String(retryAfterSeconds));
    expect(message).toBe('尝试次数过多，请在 60 分钟后再试');
  });

  it('are the same for a login that nobody has', async () => {
    const answers = await attempts(12, aLogin());
    expect([many(answers, 401), many(answers, 429)]).toEqual([10, 2]);
  });

  it('start anew for the account when somebody gets in', async () => {
    const { secretaryLogin } = await TestConsortium.found();
    expect(await attempts(9, secretaryLogin)).toEqual(Array(9).fill(401));
    expect(await attempt(secretaryLogin, PASSWORD)).toBe(200);
    expect(await attempts(9, secretaryLogin)).toEqual(Array(9).fill(401));
  });

  it('do not touch who is signed in already', async () => {
    const { secretary, secretaryLogin } = await TestConsortium.found();
    await attempts(11, secretaryLogin);
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
