import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Client } from '@gongjian/platform/testing';
import { asDoor, ask, status } from './kit.ts';
import { hangUp, json, SchoolProvider, SchoolVisitor, send, sendElsewhere } from './provider.ts';
import { problemIn, School } from './school.ts';

let school: School;
let provider: SchoolProvider;
let teacher: Awaited<ReturnType<School['teacher']>>;

beforeAll(async () => {
  school = await School.found();
  provider = school.provider;
  teacher = await school.teacher('zhangsan');
  await school.linked(teacher);
});
beforeEach(() => provider.behave());
afterAll(() => provider.close());

const now = () => Math.floor(Date.now() / 1000);
const hugeBody = 'x'.repeat(300_000);

/** What a sign-in that goes wrong must not leave behind: a session, a link, a visit that could still be used. */
async function nothingWritten(client: Client): Promise<void> {
  expect(await status(client)).toBe(401);
  expect(client.cookie).toBe('');
  const left = await asDoor<{ count: number }>('select (select count(*) from directory.provider_visit where provider_id = $1 and back)::int + (select count(*) - 1 from directory.identity_link where provider_id = $1)::int as count', [school.id]);
  expect(left[0]!.count).toBe(0);
}

/** The whole way up to our callback. @returns our code for what went wrong */
async function comeBack(client = new Client()): Promise<string | null> {
  const place = await school.travel(client, 'zhangsan');
  if (!place.startsWith('/')) return place;
  await nothingWritten(client);
  return problemIn(place);
}

const setOut = async (client = new Client()) => {
  const { status: code, body } = await school.begin(client);
  return { code: body.code as string, status: code, message: body.message as string };
};

describe('an identity provider that answers wrongly before anybody is there', () => {
  const cases: [string, string, Parameters<SchoolProvider['misbehave']>[1]][] = [
    ['names another issuer', 'PROVIDER_WRONG', (_, response) => json(response, { issuer: 'https://evil.example', authorization_endpoint: 'https://evil.example/auth' })],
    ['sends a page instead of data', 'PROVIDER_WRONG', (_, response) => send(response, 'text/html', '<html>维护中</html>')],
    ['sends data that is none', 'PROVIDER_WRONG', (_, response) => send(response, 'application/json', '{"issuer":')],
    ['sends too much', 'PROVIDER_WRONG', (_, response) => json(response, { issuer: provider.issuer, padding: hugeBody })],
    ['is not there', 'PROVIDER_WRONG', (_, response) => json(response, {}, 404)],
    ['is broken', 'PROVIDER_UNREACHABLE', (_, response) => json(response, { error: 'server_error' }, 503)],
    ['hangs up', 'PROVIDER_UNREACHABLE', hangUp],
    ['sends us elsewhere', 'PROVIDER_WRONG', (_, response) => sendElsewhere(response)],
    ['has a page that would run in ours', 'PROVIDER_WRONG', (_, response) => json(response, { issuer: provider.issuer, authorization_endpoint: 'javascript:alert(1)', token_endpoint: `${provider.issuer}/token` })],
  ];

  it.each(cases)('%s: %s', async (_name, code, misdeed) => {
    provider.misbehave('discovery', misdeed);
    const answer = await setOut();
    expect(answer.code).toBe(code);
    expect(answer.status).toBe(424);
    expect(answer.message).toMatch(/账号和密码/);
    const left = await asDoor('select from directory.provider_visit where provider_id = $1', [school.id]);
    expect(left).toEqual([]);
  });

  it('never answers: nobody waits longer than some seconds', async () => {
    provider.misbehave('discovery', () => true);
    const began = Date.now();
    expect((await setOut()).code).toBe('PROVIDER_UNREACHABLE');
    expect(Date.now() - began).toBeLessThan(6000);
  });

  it('says what is wrong in the language of who stands there', async () => {
    provider.misbehave('discovery', hangUp);
    const client = new Client();
    client.language = 'en';
    expect((await setOut(client)).message).toMatch(/^The sign-in of your organisation does not answer/);
  });
});

describe('an identity provider that answers wrongly about who is there', () => {
  it('control: with its own hand it would have been right', async () => {
    provider.answerWith((nonce) => provider.token({ nonce }));
    const client = new Client();
    expect((await school.come(client, 'zhangsan')).body).toEqual({ ok: true, to: '/' });
    expect(await status(client)).toBe(200);
  });

  const tokens: [string, string, (nonce: string) => string][] = [
    ['signs with a key that it does not publish', 'PROVIDER_TOKEN', (nonce) => provider.token({ nonce }, { key: SchoolProvider.strangersKey })],
    ['signs with another key under the name of its own', 'PROVIDER_TOKEN', (nonce) => {
      const [head, , signature] = provider.token({ nonce }).split('.');
      return [head, Buffer.from(JSON.stringify({ iss: provider.issuer, aud: provider.clientId, sub: 'zhangsan', nonce, iat: now(), exp: now() + 300 })).toString('base64url'), `${signature!.slice(0, -4)}AAAA`].join('.');
    }],
    ['signs not at all', 'PROVIDER_TOKEN', (nonce) => provider.token({ nonce }, { alg: 'none' })],
    ['means another client', 'PROVIDER_TOKEN', (nonce) => provider.token({ nonce, aud: 'somebody-else' })],
    ['speaks for another issuer', 'PROVIDER_TOKEN', (nonce) => provider.token({ nonce, iss: 'https://evil.example' })],
    ['repeats an answer to another question', 'PROVIDER_TOKEN', () => provider.token({ nonce: 'A'.repeat(43) })],
    ['leaves the question out', 'PROVIDER_TOKEN', () => provider.token({})],
    ['names nobody', 'PROVIDER_TOKEN', (nonce) => provider.token({ nonce, sub: undefined })],
    ['has expired', 'PROVIDER_CLOCK', (nonce) => provider.token({ nonce, iat: now() - 900, exp: now() - 600 })],
    ['is of tomorrow', 'PROVIDER_CLOCK', (nonce) => provider.token({ nonce, nbf: now() + 600 })],
    ['is no token', 'PROVIDER_WRONG', () => 'eyJhbGciOiJSUzI1NiJ9.garbage.garbage'],
  ];

  it.each(tokens)('whose word %s: %s', async (_name, code, make) => {
    provider.answerWith(make);
    expect(await comeBack()).toBe(code);
  });

  it('by a clock that is half a minute off is believed', async () => {
    provider.answerWith((nonce) => provider.token({ nonce, iat: now() - 330, exp: now() - 30 }));
    expect((await school.come(new Client(), 'zhangsan')).body.ok).toBe(true);
    provider.answerWith((nonce) => provider.token({ nonce, iat: now() + 30, nbf: now() + 30, exp: now() + 330 }));
    expect((await school.come(new Client(), 'zhangsan')).body.ok).toBe(true);
  });

  const answers: [string, string, Parameters<SchoolProvider['misbehave']>[1]][] = [
    ['is broken', 'PROVIDER_UNREACHABLE', (_, response) => json(response, { error: 'server_error' }, 500)],
    ['sends a page', 'PROVIDER_WRONG', (_, response) => send(response, 'text/html', '<html></html>')],
    ['sends too much', 'PROVIDER_WRONG', (_, response) => json(response, { access_token: hugeBody, token_type: 'bearer' })],
    ['sends no word about who it is', 'PROVIDER_TOKEN', (_, response) => json(response, { access_token: 'x', token_type: 'bearer' })],
    ['does not know us', 'PROVIDER_SETUP', (_, response) => json(response, { error: 'invalid_client' }, 401)],
    ['does not know its own code', 'PROVIDER_STATE', (_, response) => json(response, { error: 'invalid_grant' }, 400)],
    ['tells more than it should in its error', 'PROVIDER_SETUP', (_, response) => json(response, { error: 'canary-error 13800000000', error_description: 'canary-description' }, 400)],
  ];

  it.each(answers)('where its token endpoint %s: %s', async (_name, code, misdeed) => {
    provider.misbehave('token', misdeed);
    expect(await comeBack()).toBe(code);
  });

  it('never answers: nobody waits longer than some seconds', async () => {
    provider.misbehave('token', () => true);
    const began = Date.now();
    expect(await comeBack()).toBe('PROVIDER_UNREACHABLE');
    expect(Date.now() - began).toBeLessThan(9000);
  });

  it('or is gone when somebody comes back from it', async () => {
    const client = new Client();
    const back = await new SchoolVisitor().go((await school.begin(client)).body.location, 'zhangsan');
    provider.misbehave('discovery', hangUp);
    expect(problemIn(await school.callback(client, back))).toBe('PROVIDER_UNREACHABLE');
  });

  it('about the address alone: who is known gets in, who is not is told', async () => {
    provider.misbehave('userinfo', (_, response) => json(response, { sub: 'somebody-else', email: teacher.email, email_verified: true }));
    expect((await school.come(new Client(), 'zhangsan')).body.ok).toBe(true);
    provider.people.set('lisi', { email: teacher.email, verified: true });
    const client = new Client();
    expect(problemIn(await school.travel(client, 'lisi'))).toBe('PROVIDER_WRONG');
  });
});

describe('whoever does not finish at the provider', () => {
  it('is told so, with a way on', async () => {
    const client = new Client();
    const { body } = await school.begin(client);
    const back = await new SchoolVisitor().go(body.location, 'zhangsan', { abort: true });
    expect(back.searchParams.get('error')).toBe('access_denied');
    const place = await school.callback(client, back);
    expect(problemIn(place)).toBe('PROVIDER_DENIED');
    expect(place).toContain(`code=${school.code}`);
  });
});

describe('keys of a provider', () => {
  it('that were changed a moment ago count at once', async () => {
    expect((await school.come(new Client(), 'zhangsan')).body.ok).toBe(true);
    provider.rotate();
    expect((await school.come(new Client(), 'zhangsan')).body.ok).toBe(true);
  });
});

describe('the test of a connection', () => {
  const check = async (changes: object = {}, who: Client = school.consortium.secretary) => {
    const { body } = await ask(who, '/auth/providers/check', { issuer: provider.issuer, clientId: provider.clientId, clientSecret: provider.clientSecret, code: school.code, ...changes });
    return body.checks ? Object.fromEntries(body.checks.map(({ code, state }: { code: string; state: string }) => [code, state])) : body.code;
  };

  it('says what is right, and in words what is wrong', async () => {
    expect(await check()).toEqual({ CHECK_DISCOVERY: 'OK', CHECK_KEYS: 'OK', CHECK_PKCE: 'OK', CHECK_EMAIL: 'OK', CHECK_CLIENT: 'OK' });
    expect(await check({ clientSecret: 'wrong' })).toMatchObject({ CHECK_CLIENT_UNKNOWN: 'FAILED' });
    expect(await check({ issuer: `${provider.issuer}/other` })).toEqual({ CHECK_NO_DISCOVERY: 'FAILED' });
    provider.misbehave('discovery', (_, response) => json(response, { issuer: 'https://evil.example' }));
    expect(await check()).toEqual({ CHECK_ISSUER: 'FAILED' });
    provider.behave();
    provider.misbehave('keys', (_, response) => json(response, { keys: [] }));
    expect(await check()).toMatchObject({ CHECK_NO_KEYS: 'FAILED', CHECK_DISCOVERY: 'OK' });
  });

  it('does not go inside, wherever one asks it to', async () => {
    for (const issuer of ['https://169.254.169.254', 'https://10.0.0.1', 'https://[::1]', 'http://192.168.1.1']) expect(await check({ issuer })).toEqual({ CHECK_ADDRESS_REFUSED: 'FAILED' });
    expect(await check({ issuer: 'http://223.5.5.5' })).toEqual({ CHECK_ADDRESS_NOT_HTTPS: 'FAILED' });
    expect(await check({ issuer: 'https://no-such-host.invalid' })).toEqual({ CHECK_NAME_UNKNOWN: 'FAILED' });
  });

  it('uses the kept secret for the kept address alone', async () => {
    const other = await SchoolProvider.open();
    let seen = '';
    other.register('http://localhost/x');
    other.misbehave('token', (request, response) => {
      request.on('data', (chunk: Buffer) => (seen += chunk)).on('end', () => json(response, { error: 'invalid_grant' }, 400));
      seen += request.headers.authorization ?? '';
      return true;
    });
    expect(await check({ clientSecret: undefined, id: school.id })).toMatchObject({ CHECK_CLIENT: 'OK' });
    await check({ clientSecret: undefined, id: school.id, issuer: other.issuer });
    expect(seen).toContain('connection-test');
    expect(seen).not.toContain(encodeURIComponent(provider.clientSecret));
    expect(Buffer.from(seen.split(' ')[1] ?? '', 'base64').toString()).not.toContain(provider.clientSecret);
    await other.close();
  });

  it('is for those who may set one up', async () => {
    expect(await check({}, teacher)).toBe('FORBIDDEN');
    expect(await check({}, new Client())).toBe('UNAUTHENTICATED');
  });
});
