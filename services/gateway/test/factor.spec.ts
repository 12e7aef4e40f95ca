import { describe, expect, it } from '@jest/globals';
import { PASSWORD, SoftPasskey, TestConsortium } from '@gongjian/platform/testing';
import { addPasskey, addTotp, asDoor, ask, codeOf, elsewhere, laterFor, nextCodeOf, origin, signIn, status } from './kit.ts';

const account = async () => {
  const { secretary: client, secretaryLogin: login } = await TestConsortium.found();
  return { client, login };
};
const byCode = (client: ReturnType<typeof elsewhere>, code: string) => ask(client, '/auth/sign-in/code', { code });

describe('an authenticator app', () => {
  it('is asked for after the password; before it nothing is open', async () => {
    const { client, login } = await account();
    const { secret } = await addTotp(client);
    const other = elsewhere();
    expect((await signIn(other, login)).body).toEqual({ next: 'SECOND_FACTOR', factors: ['TOTP'] });
    expect(other.cookie).toBe('');
    expect(await status(other)).toBe(401);
    expect((await byCode(other, nextCodeOf(secret))).body).toEqual({ ok: true });
    expect(await status(other)).toBe(200);
  });

  it('gives codes that count once, and not before or after their time', async () => {
    const { client, login } = await account();
    const { secret } = await addTotp(client);
    const [first, second] = [elsewhere(), elsewhere()];
    await signIn(first, login);
    await signIn(second, login);
    for (const minutes of [-2, 2]) expect((await byCode(first, codeOf(secret, Date.now() + minutes * 60_000))).body.code).toBe('CODE_WRONG');
    const code = nextCodeOf(secret);
    const answers = await Promise.all([byCode(first, code), byCode(second, code)]);
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 401]);
    await laterFor(login, 60);
    const third = elsewhere();
    await signIn(third, login);
    expect((await byCode(third, code)).body.code).toBe('CODE_WRONG');
  });

  it('is kept sealed, and is no factor before its first code was right', async () => {
    const { client, login } = await account();
    const { body } = await ask(client, '/auth/totp/begin', {});
    expect(body.uri).toBe(`otpauth://totp/${encodeURIComponent(`共建`)}:${login}?secret=${body.secret}&issuer=${encodeURIComponent('共建')}`);
    expect((await ask(client, '/auth/totp/confirm', { code: '000000' })).body).toMatchObject({ code: 'CODE_WRONG', field: 'code' });
    expect((await signIn(elsewhere(), login)).body).toEqual({ ok: true });
    const [row] = await asDoor<{ secret: Buffer }>('select t.secret from directory.totp t join directory.account a on a.id = t.account_id where a.login = $1', [login]);
    expect(row!.secret.toString('latin1')).not.toContain(body.secret);
  });

  it('is not replaced by another one, only removed', async () => {
    const { client, login } = await account();
    await addTotp(client);
    expect((await ask(client, '/auth/totp/begin', {})).body.code).toBe('FACTOR_EXISTS');
    expect((await ask(client, '/auth/totp/remove', {})).body).toEqual({ ok: true });
    expect((await ask(client, '/auth/totp/remove', {})).body.code).toBe('NOT_FOUND');
    expect((await signIn(elsewhere(), login)).body).toEqual({ ok: true });
    expect((await ask(client, '/auth/account')).body).toMatchObject({ totp: null, recoveryCodes: { left: 0 } });
  });
});

describe('recovery codes', () => {
  it('come with the first factor, ten of them, each good once', async () => {
    const { client, login } = await account();
    const { codes } = await addTotp(client);
    expect(codes).toHaveLength(10);
    for (const code of codes) expect(code).toMatch(/^[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}$/);
    const [first, second] = [elsewhere(), elsewhere()];
    await signIn(first, login);
    expect((await byCode(first, ` ${codes[0]!.toLowerCase().replaceAll('-', ' ')} `)).body).toEqual({ ok: true });
    await signIn(second, login);
    expect((await byCode(second, codes[0]!)).body.code).toBe('CODE_WRONG');
    expect((await ask(client, '/auth/account')).body.recoveryCodes.left).toBe(9);
  });

  it('are made anew, and the old ones are worth nothing then', async () => {
    const { client, login } = await account();
    const { codes } = await addTotp(client);
    const { body } = await ask(client, '/auth/recovery-codes', {});
    expect(body.codes).toHaveLength(10);
    const other = elsewhere();
    await signIn(other, login);
    expect((await byCode(other, codes[1]!)).body.code).toBe('CODE_WRONG');
    expect((await byCode(other, body.codes[1])).body).toEqual({ ok: true });
  });

  it('are for who has something to recover from', async () => {
    const { client } = await account();
    expect((await ask(client, '/auth/recovery-codes', {})).body.code).toBe('NOT_FOUND');
  });
});

describe('a passkey', () => {
  const sign = async (client: ReturnType<typeof elsewhere>, passkey: SoftPasskey, forged = false) => {
    const { body: options } = await ask(client, '/auth/passkey/options', {});
    return ask(client, '/auth/passkey', { response: passkey.get(options, forged) });
  };

  it('signs in by itself, without login and password', async () => {
    const { client } = await account();
    const { passkey, answer } = await addPasskey(client);
    expect(answer.body).toMatchObject({ ok: true, codes: expect.any(Array) });
    const other = elsewhere();
    expect((await sign(other, passkey)).body).toEqual({ ok: true });
    expect((await other.run('{ me { person { id } } }')).me).toEqual((await client.run('{ me { person { id } } }')).me);
  });

  it('is a second factor after the password, one of several with names of their own', async () => {
    const { client, login } = await account();
    const first = await addPasskey(client, '工作电脑');
    const second = await addPasskey(client, '手机');
    expect(second.answer.body).toEqual({ ok: true });
    const { passkeys } = (await ask(client, '/auth/account')).body;
    expect(passkeys.map((one: { name: string }) => one.name)).toEqual(['工作电脑', '手机']);
    await ask(client, '/auth/passkeys/rename', { id: passkeys[1].id, name: '新手机' });
    const other = elsewhere();
    expect((await signIn(other, login)).body).toEqual({ next: 'SECOND_FACTOR', factors: ['PASSKEY'] });
    const { body: options } = await ask(other, '/auth/passkey/options', {});
    expect(options.allowCredentials.map((one: { id: string }) => one.id)).toEqual([first.passkey.id, second.passkey.id]);
    expect((await ask(other, '/auth/passkey', { response: second.passkey.get(options) })).body).toEqual({ ok: true });
    await ask(client, '/auth/passkeys/remove', { id: passkeys[1].id });
    expect((await ask(client, '/auth/account')).body.passkeys.map((one: { name: string }) => one.name)).toEqual(['工作电脑']);
    expect((await sign(elsewhere(), second.passkey)).body.code).toBe('PASSKEY_REFUSED');
  });

  it('answers a challenge once, of this product alone, and has asked for finger or PIN', async () => {
    const { client } = await account();
    const { passkey } = await addPasskey(client);
    const other = elsewhere();
    const { body: options } = await ask(other, '/auth/passkey/options', {});
    const response = passkey.get(options);
    const jar = new Map(other.jar);
    expect((await ask(other, '/auth/passkey', { response })).body).toEqual({ ok: true });
    const thief = elsewhere();
    for (const [name, value] of jar) thief.jar.set(name, value);
    expect((await ask(thief, '/auth/passkey', { response })).body.code).toBe('SIGN_IN_EXPIRED');
    expect((await sign(elsewhere(), passkey, true)).body.code).toBe('PASSKEY_REFUSED');
    passkey.flags = 1;
    expect((await sign(elsewhere(), passkey)).body.code).toBe('PASSKEY_REFUSED');
    passkey.flags = 5;
    Object.assign(passkey, { origin: 'https://evil.example' });
    expect((await sign(elsewhere(), passkey)).body.code).toBe('PASSKEY_REFUSED');
    expect((await sign(elsewhere(), new SoftPasskey(origin()))).body.code).toBe('PASSKEY_REFUSED');
  });

  it('of one person is no second factor of another', async () => {
    const [mine, theirs] = await Promise.all([account(), account()]);
    await addPasskey(mine.client);
    const { passkey } = await addPasskey(theirs.client);
    const other = elsewhere();
    await signIn(other, mine.login);
    const { body: options } = await ask(other, '/auth/passkey/options', {});
    expect((await ask(other, '/auth/passkey', { response: passkey.get(options) })).body.code).toBe('PASSKEY_REFUSED');
    expect(await status(other)).toBe(401);
  });

  it('lets its holder in while strangers use up all tries of the account', async () => {
    const { client, login } = await account();
    const { passkey } = await addPasskey(client);
    await Promise.all(Array.from({ length: 8 }, () => signIn(elsewhere(), login, 'Wrong-Horse-2026')));
    expect((await signIn(elsewhere(), login)).status).toBe(429);
    expect((await sign(elsewhere(), passkey)).body).toEqual({ ok: true });
  });
});

describe('the ways to guess', () => {
  it('share the tries of the account: password, code and recovery code', async () => {
    const { client, login } = await account();
    const { secret } = await addTotp(client);
    const other = elsewhere();
    await signIn(other, login);
    for (let count = 0; count < 2; count++) expect((await signIn(elsewhere(), login, 'Wrong-Horse-2026')).status).toBe(401);
    for (let count = 0; count < 2; count++) expect((await byCode(other, '000000')).status).toBe(401);
    for (let count = 0; count < 2; count++) expect((await byCode(other, 'AAAA-AAAA-AAAA')).status).toBe(401);
    expect((await byCode(other, nextCodeOf(secret))).status).toBe(429);
    expect((await signIn(elsewhere(), login, PASSWORD)).status).toBe(429);
  });

  it('of a factor are shut for who has only half signed in long ago, or not at all', async () => {
    const { client, login } = await account();
    const { secret } = await addTotp(client);
    const other = elsewhere();
    expect((await byCode(other, nextCodeOf(secret))).body.code).toBe('SIGN_IN_EXPIRED');
    await signIn(other, login);
    await asDoor(`update directory.pending_sign_in p set expires_at = now() from directory.account a where a.id = p.account_id and a.login = $1`, [login]);
    expect((await byCode(other, nextCodeOf(secret))).body.code).toBe('SIGN_IN_EXPIRED');
  });
});
