import { describe, expect, it } from '@jest/globals';
import { Client, PASSWORD, TestConsortium } from '@gongjian/platform/testing';
import { addTotp, anAddress, ANOTHER, asDoor, ask, copyOf, elsewhere, mailsTo, nextCodeOf, personWithMail, signIn, status, tokenIn, until } from './kit.ts';

const WRONG = 'Wrong-Horse-2026';
const askReset = (account: string, client = new Client()) => ask(client, '/auth/reset/ask', { account });

describe('a new password', () => {
  it('asks for the old one, obeys the rules, and ends all other sessions', async () => {
    const { secretary: client, secretaryLogin: login } = await TestConsortium.found();
    const other = await new Client().signIn(login, PASSWORD);
    const change = (password: string, newPassword: string) => ask(client, '/auth/password', { password, newPassword });
    expect((await change(WRONG, ANOTHER)).body).toMatchObject({ code: 'PASSWORD_WRONG', field: 'password' });
    for (const [password, code] of [['short', 'PASSWORD_WEAK'], ['Gongjian-2026', 'PASSWORD_COMMON'], [`Xy7-${login}`, 'PASSWORD_PERSONAL'], [PASSWORD, 'PASSWORD_SAME']] as const) {
      expect((await change(PASSWORD, password)).body).toMatchObject({ code, field: 'newPassword' });
    }
    expect(await status(other)).toBe(200);
    expect((await change(PASSWORD, ANOTHER)).body).toEqual({ ok: true });
    expect(await until(() => status(other), (code) => code === 401)).toBe(401);
    expect(await status(client)).toBe(200);
    expect((await signIn(elsewhere(), login)).status).toBe(401);
    expect((await signIn(elsewhere(), login, ANOTHER)).status).toBe(200);
  });

  it('is guessed at like any other: with a stolen session there are no more tries', async () => {
    const { secretary } = await TestConsortium.found();
    const thief = copyOf(secretary);
    const answers = await Promise.all(Array.from({ length: 10 }, () => ask(thief, '/auth/password', { password: WRONG, newPassword: ANOTHER })));
    expect(answers.filter((answer) => answer.body.code === 'PASSWORD_WRONG')).toHaveLength(6);
    expect((await ask(thief, '/auth/confirm', { password: PASSWORD })).status).toBe(429);
  });
});

describe('a forgotten password', () => {
  it('is replaced by a link in a mail, that works once, in which no one else looks; all sessions end', async () => {
    const { client, login, email } = await personWithMail();
    expect((await askReset(email.toUpperCase())).body).toEqual({ ok: true });
    const mails = await mailsTo(email, 2);
    const token = tokenIn(mails[1]);
    expect(mails[1]!.text).toContain('/reset#');
    const stored = await asDoor<{ row: string }>(`select t::text as row from directory.account_token t`);
    expect(stored.map(({ row }) => row).join()).not.toContain(token);
    const other = elsewhere();
    const reset = (password: string, with_ = token) => ask(other, '/auth/reset', { token: with_, password });
    expect((await reset('Password2026!')).body).toMatchObject({ code: 'PASSWORD_COMMON', field: 'password' });
    expect((await reset(ANOTHER, 'A'.repeat(43))).body.code).toBe('LINK_INVALID');
    const answers = await Promise.all([reset(ANOTHER), reset(ANOTHER)]);
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 400]);
    expect((await reset(ANOTHER)).body.code).toBe('LINK_INVALID');
    expect(await until(() => status(client), (code) => code === 401)).toBe(401);
    expect((await signIn(elsewhere(), login)).status).toBe(401);
    expect((await signIn(other, login, ANOTHER)).status).toBe(200);
    expect((await mailsTo(email, 3))[2]!.about).toBe('ACCOUNT_PASSWORD_CHANGED');
  });

  it('does not pass by the second factor', async () => {
    const { client, login, email } = await personWithMail();
    const { secret } = await addTotp(client);
    await askReset(login);
    const token = tokenIn((await mailsTo(email, 3)).find((mail) => mail.about === 'ACCOUNT_RESET'));
    const other = elsewhere();
    await ask(other, '/auth/reset', { token, password: ANOTHER });
    expect((await signIn(other, login, ANOTHER)).body).toEqual({ next: 'SECOND_FACTOR', factors: ['TOTP'] });
    expect((await ask(other, '/auth/sign-in/code', { code: nextCodeOf(secret) })).body).toEqual({ ok: true });
  });

  it('is the way in while strangers use up all tries of the account', async () => {
    const { login, email } = await personWithMail();
    await Promise.all(Array.from({ length: 8 }, () => signIn(elsewhere(), login, WRONG)));
    await askReset(login);
    const other = elsewhere();
    await ask(other, '/auth/reset', { token: tokenIn((await mailsTo(email, 2))[1]), password: ANOTHER });
    expect((await signIn(elsewhere(), login, ANOTHER)).status).toBe(429);
    expect((await signIn(other, login, ANOTHER)).status).toBe(200);
  });

  it('gets the same answer for accounts that nobody has, and three mails at most', async () => {
    const { email } = await personWithMail();
    const known = await Promise.all(Array.from({ length: 6 }, () => askReset(email)));
    const unknown = await Promise.all(Array.from({ length: 6 }, () => askReset(anAddress())));
    expect(new Set([...known, ...unknown].map((answer) => JSON.stringify(answer)))).toEqual(new Set(['{"status":200,"body":{"ok":true}}']));
    const waiting = () => asDoor<{ count: number }>('select count(*)::int as count from directory.letter');
    await until(waiting, ([row]) => row!.count === 0);
    expect((await mailsTo(email, 4)).filter((mail) => mail.about === 'ACCOUNT_RESET')).toHaveLength(3);
  });

  it('has a link that is too old after half an hour, and an older link ends with a newer one', async () => {
    const { email } = await personWithMail();
    await askReset(email);
    const first = tokenIn((await mailsTo(email, 2))[1]);
    await askReset(email);
    const second = tokenIn((await mailsTo(email, 3))[2]);
    expect((await ask(elsewhere(), '/auth/reset', { token: first, password: ANOTHER })).body.code).toBe('LINK_INVALID');
    const [row] = await asDoor<{ minutes: number }>(`select round(extract(epoch from max(t.expires_at) - now()) / 60)::int as minutes from directory.account_token t join directory.account a on a.id = t.account_id where a.email = $1 and t.purpose = 'RESET'`, [email]);
    expect(row!.minutes).toBe(30);
    await asDoor(`update directory.account_token t set expires_at = now() from directory.account a where a.id = t.account_id and a.email = $1`, [email]);
    expect((await ask(elsewhere(), '/auth/reset', { token: second, password: ANOTHER })).body.code).toBe('LINK_INVALID');
  });
});

describe('a mail address', () => {
  it('counts once its holder has confirmed it, and is one account\'s alone', async () => {
    const [{ email }, other] = await Promise.all([personWithMail(), TestConsortium.found()]);
    const client = other.secretary;
    expect((await ask(client, '/auth/email', { email: email.toUpperCase() })).body).toEqual({ ok: true });
    expect((await until(() => ask(client, '/auth/account'), ({ body }) => body.emailInWaiting !== null)).body).toMatchObject({ email: null, emailInWaiting: email.toUpperCase() });
    const [mail] = await mailsTo(email.toUpperCase());
    expect((await ask(client, '/auth/email/confirm', { token: tokenIn(mail) })).body.code).toBe('EMAIL_TAKEN');
    expect((await client.run('{ me { email } }')).me.email).toBeNull();
  });

  it('is confirmed by the holder of the account alone, whoever reads the mail', async () => {
    const [mine, theirs] = await Promise.all([TestConsortium.found(), TestConsortium.found()]);
    const email = anAddress();
    await ask(mine.secretary, '/auth/email', { email });
    const token = tokenIn((await mailsTo(email))[0]);
    expect((await ask(new Client(), '/auth/email/confirm', { token })).status).toBe(401);
    expect((await ask(theirs.secretary, '/auth/email/confirm', { token })).body.code).toBe('LINK_INVALID');
    expect((await ask(mine.secretary, '/auth/email/confirm', { token })).body).toEqual({ ok: true });
  });

  it('of a new account is written to; and when it changes, the old one hears of it', async () => {
    const { secretary, lead } = await TestConsortium.found();
    const [email, login] = [anAddress(), `n-${Date.now()}-${process.pid}`];
    await secretary.run('mutation ($input: AddPersonInput!) { addPerson(input: $input) { id } }', { input: { account: { name: '王芳', login, password: ANOTHER, email }, organisationId: lead.id, roles: ['TEACHER'] } });
    const client = await new Client().signIn(login, ANOTHER);
    expect((await ask(client, '/auth/email/confirm', { token: tokenIn((await mailsTo(email))[0]) })).body).toEqual({ ok: true });
    expect((await client.run('{ me { email } }')).me.email).toBe(email);
    expect((await ask(client, '/auth/email', { email: '' })).body).toEqual({ ok: true });
    expect((await mailsTo(email, 2))[1]!.about).toBe('ACCOUNT_EMAIL_CHANGED');
  });

  it('of a wrong form is refused at its field', async () => {
    const { secretary, lead } = await TestConsortium.found();
    expect((await ask(secretary, '/auth/email', { email: 'no' })).body).toMatchObject({ code: 'BAD_INPUT', field: 'email' });
    const input = { account: { name: '王芳', login: 'x-y-z', password: ANOTHER, email: 'no' }, organisationId: lead.id, roles: ['TEACHER'] };
    expect(await secretary.refusal('mutation ($input: AddPersonInput!) { addPerson(input: $input) { id } }', { input })).toMatchObject({ code: 'BAD_INPUT', field: 'input.account.email' });
  });
});

describe('sessions', () => {
  it('are listed to their holder, this one first, and ended one by one or all but this one', async () => {
    const { secretary: client, secretaryLogin: login } = await TestConsortium.found();
    const [second, third, fourth] = await Promise.all([1, 2, 3].map(() => new Client().signIn(login, PASSWORD)));
    const list = async () => (await ask(client, '/auth/sessions')).body.sessions;
    const sessions = await list();
    expect(sessions).toHaveLength(4);
    expect(sessions.map((one: { isCurrent: boolean }) => one.isCurrent)).toEqual([true, false, false, false]);
    expect(sessions[0]).toMatchObject({ address: client.address, consortium: '测试联合体', organisation: '牵头职业技术学院' });
    const target = sessions.find((one: { address: string }) => one.address === second!.address);
    expect((await ask(client, '/auth/sessions/end', { id: target.id })).body).toEqual({ ended: 1 });
    expect(await until(() => status(second!), (code) => code === 401)).toBe(401);
    expect((await ask(client, '/auth/sessions/end-others', {})).body).toEqual({ ended: 2 });
    for (const gone of [third!, fourth!]) expect(await until(() => status(gone), (code) => code === 401)).toBe(401);
    expect(await list()).toHaveLength(1);
    expect(await status(client)).toBe(200);
  });

  it('of others cannot be seen or ended', async () => {
    const [mine, theirs] = await Promise.all([TestConsortium.found(), TestConsortium.found()]);
    const [session] = (await ask(theirs.secretary, '/auth/sessions')).body.sessions;
    expect((await ask(mine.secretary, '/auth/sessions/end', { id: session.id })).body).toEqual({ ended: 0 });
    expect((await ask(mine.secretary, '/auth/sessions/end', { id: 'x' })).body).toEqual({ ended: 0 });
    expect(await status(theirs.secretary)).toBe(200);
    expect((await ask(new Client(), '/auth/sessions')).status).toBe(401);
  });

  it('on a device that is new are told by mail, on a known one not', async () => {
    const { client, login, email } = await personWithMail();
    await client.signIn(login, PASSWORD);
    const other = elsewhere();
    await other.fetch('/auth/sign-in', { method: 'POST', headers: { 'content-type': 'application/json', 'user-agent': 'Mozilla/5.0 (Windows NT 10.0) Chrome/140 Safari/537.36 Edg/140' }, body: JSON.stringify({ login, password: PASSWORD }) });
    const mails = await mailsTo(email, 2);
    expect(mails.map((mail) => mail.about)).toEqual(['ACCOUNT_EMAIL', 'ACCOUNT_NEW_DEVICE']);
    expect(mails[1]!.text).toContain(`设备：Edge · Windows`);
    expect(mails[1]!.text).toContain(other.address);
    expect(mails[1]!.text).toContain('/account/security');
    const told = await client.run('{ messages { nodes { kind what link } } }');
    expect(told.messages.nodes[0]).toEqual({ kind: 'NEW_DEVICE', what: '您的账号在新设备上登录了：Edge · Windows', link: '/account/security' });
  });
});

describe('what changes the proofs', () => {
  it('asks who has not proved themselves for a while to do it again', async () => {
    const { secretary: client, secretaryLogin: login } = await TestConsortium.found();
    await asDoor(`update directory.session s set proven_at = now() - interval '20 minutes' from directory.account a where a.id = s.account_id and a.login = $1`, [login]);
    for (const [path, body] of [['/auth/totp/begin', {}], ['/auth/passkeys/options', {}], ['/auth/recovery-codes', {}], ['/auth/totp/remove', {}], ['/auth/email', { email: 'a@example.org' }]] as const) {
      expect((await ask(client, path, body)).body.code).toBe('PROOF_NEEDED');
    }
    expect((await ask(client, '/auth/confirm', { password: WRONG })).body.code).toBe('PASSWORD_WRONG');
    expect((await ask(client, '/auth/confirm', { password: PASSWORD })).body).toEqual({ ok: true });
    expect((await ask(client, '/auth/totp/begin', {})).status).toBe(200);
  });
});
