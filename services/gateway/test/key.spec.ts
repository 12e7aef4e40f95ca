import { describe, expect, it } from '@jest/globals';
import { Client, PASSWORD, TestConsortium } from '@gongjian/platform/testing';
import { rolesOf, Secrets, urlAs } from '@gongjian/platform/testing/inside';
import pg from 'pg';

const CREATE = 'mutation ($input: CreateApiKeyInput!) { createApiKey(input: $input) { secret key { id name prefix scopes state expiresAt lastUsedAt createdBy { name } organisation { id } } } }';
const ROTATE = 'mutation ($id: ID!, $input: RotateApiKeyInput!) { rotateApiKey(id: $id, input: $input) { secret key { id prefix previousPrefix previousUntil } } }';
const REVOKE = 'mutation ($id: ID!) { revokeApiKey(id: $id) { id state revokedBy { name } } }';
const KEYS = '{ apiKeys { id name state lastUsedAt organisation { id } viewerCanRotate viewerCanRevoke } }';
const READ = '{ resources { nodes { id name } } }';
const BOOK = 'mutation ($input: CreateBookingInput!) { createBooking(input: $input) { __typename ... on Booking { id state requestedBy { id name } } } }';
const RESOURCE = 'mutation ($input: CreateResourceInput!) { createResource(input: $input) { id } }';

/** A program: it sends its key and nothing else. */
class Program extends Client {
  constructor(private readonly key: string) {
    super();
  }

  override fetch(path: string, init: RequestInit = {}): Promise<Response> {
    const headers = new Headers(init.headers);
    headers.set('authorization', `Bearer ${this.key}`);
    return super.fetch(path, { ...init, headers });
  }
}

const ask = (client: Client, query = READ) => client.post('/graphql', { query });
const codeOf = async (response: Response) => ((await response.json()) as { errors: { extensions: { code: string } }[] }).errors[0]!.extensions.code;

async function world(scopes = ['READ_RESOURCES', 'WRITE_BOOKINGS']) {
  const consortium = await TestConsortium.found();
  const administrator = await consortium.person(['ORGANISATION_ADMINISTRATOR'], consortium.lead.id, '王管理');
  const { createApiKey } = await administrator.run(CREATE, { input: { name: '教务系统', scopes, days: 90 } });
  return { consortium, administrator, key: createApiKey.key, secret: createApiKey.secret as string, program: new Program(createApiKey.secret) };
}

async function sql(role: 'app' | 'auth', text: string): Promise<void> {
  const url = process.env.GONGJIAN_DATABASE_URL!;
  const client = new pg.Client({ connectionString: urlAs(url, rolesOf(url)[role], new Secrets(process.env.GONGJIAN_SECRET_KEY!)) });
  await client.connect();
  await client.query(text);
  await client.end();
}

const inTenant = (tenantId: string, text: string) => sql('app', `begin; select set_config('app.tenant', '${tenantId}', true); ${text}; commit`);

/** News of a commit travel between connections. */
async function soon(client: Client, status: number): Promise<Response> {
  for (let tries = 0; ; tries++) {
    const response = await ask(client);
    if (response.status === status || tries === 20) return response;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

const tomorrow = (hour: number) => new Date(Math.floor(Date.now() / 86_400_000 + 2) * 86_400_000 + (hour - 8) * 3_600_000).toISOString();

describe('a key of an organisation', () => {
  it('is shown once, recognised by its prefix, and kept as a hash alone', async () => {
    const { consortium, administrator, key, secret } = await world();
    expect(secret).toMatch(/^gj_[a-z0-9]{8}_[0-9A-Za-z]{43}[0-9a-f]{10}$/);
    expect(secret.startsWith(key.prefix)).toBe(true);
    expect(key).toMatchObject({ state: 'ACTIVE', lastUsedAt: null, createdBy: { name: '王管理' }, organisation: { id: consortium.lead.id } });
    expect(Math.round((Date.parse(key.expiresAt) - Date.now()) / 86_400_000)).toBe(90);
    expect(JSON.stringify(await administrator.run(KEYS))).not.toContain(secret.slice(12));
    const { auditEntries } = await consortium.secretary.run('{ auditEntries(filter: { operation: "createApiKey" }) { nodes { changes { after } } } }');
    expect(JSON.stringify(auditEntries)).not.toContain(secret.slice(12));
    expect(JSON.stringify(auditEntries)).toContain(key.prefix);
  });

  it('acts for its organisation with the same permissions as a person, under its own name', async () => {
    const { consortium, program, key } = await world();
    const partner = await consortium.member();
    const [own, foreign] = await Promise.all([consortium.lead.id, partner.id].map((ownerId) => consortium.secretary.run(RESOURCE, { input: { kind: 'EQUIPMENT', name: '数控机床', ownerId } })));
    const input = { title: '程序预约', purpose: 'PRACTICE_TEACHING', organisationId: consortium.lead.id, startsAt: tomorrow(9), endsAt: tomorrow(11), resourceIds: [own!.createResource.id, foreign!.createResource.id] };
    const { createBooking } = await program.run(BOOK, { input });
    expect(createBooking).toMatchObject({ __typename: 'Booking', state: 'CONFIRMED', requestedBy: { name: '教务系统' } });
    expect(await program.refusal(BOOK, { input: { ...input, organisationId: partner.id, startsAt: tomorrow(13), endsAt: tomorrow(14) } })).toMatchObject({ code: 'BOOKING_FOR_OTHERS' });
    const { auditEntries } = await consortium.secretary.run('{ auditEntries(filter: { operation: "createBooking" }) { nodes { person { id name } apiKeyPrefix organisation { id } roles result } } }');
    expect(auditEntries.nodes).toContainEqual({ person: { id: createBooking.requestedBy.id, name: '教务系统' }, apiKeyPrefix: key.prefix, organisation: { id: consortium.lead.id }, roles: ['COORDINATOR'], result: 'DONE' });
    const { apiKeys } = await consortium.secretary.run(KEYS);
    expect(Date.now() - Date.parse(apiKeys.find(({ id }: { id: string }) => id === key.id).lastUsedAt)).toBeLessThan(60_000);
    // A program is no human being: no list of people shows it.
    const { people } = await consortium.secretary.run('{ people(filter: { former: true }) { nodes { name } } }');
    expect(people.nodes.map(({ name }: { name: string }) => name)).not.toContain('教务系统');
  });

  it('reads a register and writes it, answers for its organisation’s things, and lists people without their numbers', async () => {
    const { consortium, program } = await world(['IMPORT_REGISTERS', 'DECIDE_BOOKINGS', 'READ_PEOPLE', 'WRITE_RESOURCES']);
    const form = new FormData();
    form.append('file', new Blob(['设备编号,仪器名称,台套数\nKEY-1,示波器,1\n']), 'register.csv');
    const uploaded = await program.fetch('/files', { method: 'POST', body: form });
    expect(uploaded.status).toBe(201);
    const { id: fileId } = (await uploaded.json()) as { id: string };
    const { startImport } = await program.run('mutation ($input: StartImportInput!) { startImport(input: $input) { id } }', { input: { fileId, ownerId: consortium.lead.id } });
    const reaches = async (wanted: string) => {
      for (let tries = 0; tries < 100; tries++) {
        const { state } = (await program.run('query ($id: ID!) { import(id: $id) { state } }', { id: startImport.id })).import;
        if (state === wanted) return;
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
      throw new Error(`the import did not become ${wanted}`);
    };
    await reaches('REVIEW');
    await program.run('mutation ($id: ID!) { applyImport(id: $id) { id } }', { id: startImport.id });
    await reaches('DONE');

    const { createResource } = await program.run(RESOURCE, { input: { kind: 'EQUIPMENT', name: '需审批的机床', ownerId: consortium.lead.id, needsApproval: true } });
    const partner = await consortium.member();
    const teacher = await consortium.person(['TEACHER'], partner.id);
    const { createBooking } = await teacher.run(BOOK, { input: { title: '借用', purpose: 'PRACTICE_TEACHING', organisationId: partner.id, startsAt: tomorrow(9), endsAt: tomorrow(11), resourceIds: [createResource.id] } });
    expect(createBooking.state).toBe('PENDING');
    const { decideBooking } = await program.run('mutation ($id: ID!) { decideBooking(id: $id, decision: APPROVE) { ... on Booking { state } } }', { id: createBooking.id });
    expect(decideBooking.state).toBe('CONFIRMED');

    const { people } = await program.run('{ people { nodes { name roleGrants { role } } } }');
    expect(people.nodes).toEqual(expect.arrayContaining([{ name: '王管理', roleGrants: [{ role: 'ORGANISATION_ADMINISTRATOR' }] }]));
    expect(people.nodes.map(({ name }: { name: string }) => name)).not.toContain('张三');
    expect((await program.refusal('mutation ($id: ID!) { revealPersonalData(resourceId: $id) { phone } }', { id: createResource.id })).code).toBe('NOT_FOR_KEYS');
  });

  it('does what its scopes say and no more', async () => {
    const { consortium, program } = await world(['READ_RESOURCES']);
    expect((await program.run('{ consortium { id } resources { nodes { id } } }')).consortium.id).toBe(consortium.id);
    for (const query of ['{ bookings { nodes { id } } }', '{ people { nodes { id } } }', 'query { ...Q } fragment Q on Query { consortium { id } bookings { nodes { id } } }']) expect((await program.refusal(query)).code).toBe('SCOPE_MISSING');
    expect((await program.refusal(RESOURCE, { input: { kind: 'EQUIPMENT', name: '设备', ownerId: consortium.lead.id } })).code).toBe('SCOPE_MISSING');
    expect((await program.fetch('/exports/resources.xlsx')).status).toBe(403);
    const { auditEntries } = await consortium.secretary.run('{ auditEntries(filter: { result: REFUSED }) { nodes { code operation person { name } } } }');
    expect(auditEntries.nodes).toContainEqual({ code: 'SCOPE_MISSING', operation: 'createResource', person: { name: '教务系统' } });
  });

  it('never reaches accounts, sessions, roles, keys, messages or the audit log, whatever its scopes', async () => {
    const { program, key } = await world(['READ_RESOURCES', 'WRITE_RESOURCES', 'READ_BOOKINGS', 'WRITE_BOOKINGS', 'DECIDE_BOOKINGS', 'IMPORT_REGISTERS', 'READ_PEOPLE']);
    for (const query of ['{ me { roles } }', KEYS, '{ auditEntries { nodes { id } } }', '{ entriesAboutMe { nodes { id } } }', '{ messages { nodes { id } } }', 'mutation { createJoinCode { code } }']) expect((await program.refusal(query)).code).toBe('NOT_FOR_KEYS');
    expect((await program.refusal(CREATE, { input: { name: '又一个', scopes: ['READ_PEOPLE'], days: 1 } })).code).toBe('NOT_FOR_KEYS');
    expect((await program.refusal(ROTATE, { id: key.id, input: { days: 1 } })).code).toBe('NOT_FOR_KEYS');
    for (const path of ['/auth/account', '/auth/sessions', '/events', '/audit-files/entries.jsonl']) expect((await program.fetch(path)).status).toBe(403);
    expect((await program.post('/auth/password', { password: 'x', newPassword: 'y' })).status).toBe(403);
  });

  it('counts instead of a cookie that is sent beside it', async () => {
    const { consortium, secret } = await world(['READ_RESOURCES']);
    const both = new Program(secret);
    both.cookie = consortium.secretary.cookie;
    expect((await both.refusal('{ me { roles } }')).code).toBe('NOT_FOR_KEYS');
    const wrong = new Program('gj_nonsense');
    wrong.cookie = consortium.secretary.cookie;
    expect((await ask(wrong)).status).toBe(401);
    // A password that a proxy in front of us asked for is none of ours.
    const proxied = await consortium.secretary.fetch('/graphql', { method: 'POST', headers: { authorization: 'Basic eDp5', 'content-type': 'application/json' }, body: JSON.stringify({ query: '{ me { roles } }' }) });
    expect(proxied.status).toBe(200);
  });
});

describe('who makes keys', () => {
  it('are the administrators of an organisation, for their own; others learn of no key', async () => {
    const { consortium, administrator, key } = await world();
    const other = await consortium.member();
    const [theirs, teacher] = await Promise.all([consortium.person(['ORGANISATION_ADMINISTRATOR'], other.id), consortium.person(['TEACHER'])]);
    expect((await teacher.refusal(CREATE, { input: { name: '教务', scopes: ['READ_RESOURCES'], days: 1 } })).code).toBe('FORBIDDEN');
    expect((await teacher.run(KEYS)).apiKeys).toEqual([]);
    expect((await theirs.run(KEYS)).apiKeys).toEqual([]);
    for (const [query, variables] of [[ROTATE, { id: key.id, input: { days: 1 } }], [REVOKE, { id: key.id }]] as const) expect((await theirs.refusal(query, variables)).code).toBe('NOT_FOUND');
    expect((await administrator.run(KEYS)).apiKeys).toMatchObject([{ id: key.id, viewerCanRotate: true, viewerCanRevoke: true }]);
    // Whoever answers for roles and keys sees and stops all, and makes none.
    expect((await consortium.secretary.run(KEYS)).apiKeys).toMatchObject([{ id: key.id, viewerCanRotate: false, viewerCanRevoke: true }]);
    expect((await consortium.secretary.refusal(ROTATE, { id: key.id, input: { days: 1 } })).code).toBe('FORBIDDEN');
  });

  it('have proved within a quarter of an hour who they are: an open screen hands out no key', async () => {
    const { administrator, key } = await world();
    await sql('auth', `update directory.session s set proven_at = now() - interval '16 minutes' from directory.account a where a.id = s.account_id and a.login = '${administrator.login}'`);
    expect((await administrator.refusal(CREATE, { input: { name: '另一个', scopes: ['READ_PEOPLE'], days: 1 } })).code).toBe('PROOF_NEEDED');
    expect((await administrator.refusal(ROTATE, { id: key.id, input: { days: 1 } })).code).toBe('PROOF_NEEDED');
    // Stopping one is always possible.
    expect((await administrator.run(REVOKE, { id: key.id })).revokeApiKey.state).toBe('REVOKED');
    await administrator.post('/auth/confirm', { password: PASSWORD });
    expect((await administrator.run(CREATE, { input: { name: '另一个', scopes: ['READ_PEOPLE'], days: 1 } })).createApiKey.secret).toMatch(/^gj_/);
  });

  it('say a name, scopes and at most a year, and hear of all mistakes at their fields', async () => {
    const { administrator } = await world();
    const { errors } = await administrator.try(CREATE, { input: { name: ' ', scopes: [], days: 366 } });
    expect(errors![0]!.extensions.details!.problems!.map(({ field }) => field)).toEqual(['input.name', 'input.scopes', 'input.days']);
    expect(await administrator.refusal(CREATE, { input: { name: '教务系统', scopes: ['READ_PEOPLE'], days: 1 } })).toMatchObject({ code: 'API_KEY_NAME_TAKEN', field: 'input.name' });
  });
});

describe('the end of a key', () => {
  it('by being stopped counts at the next request, and names who did it', async () => {
    const { consortium, program, key } = await world();
    expect((await ask(program)).status).toBe(200);
    expect((await consortium.secretary.run(REVOKE, { id: key.id })).revokeApiKey).toMatchObject({ state: 'REVOKED', revokedBy: { name: '秘书' } });
    const refused = await soon(program, 401);
    expect([refused.status, refused.headers.get('www-authenticate'), await codeOf(refused)]).toEqual([401, 'Bearer realm="gongjian"', 'API_KEY_INVALID']);
    const { auditEntries } = await consortium.secretary.run('{ auditEntries(filter: { operation: "auth.apiKey" }) { nodes { code person { name } } } }');
    expect(auditEntries.nodes).toEqual([{ code: 'API_KEY_INVALID', person: { name: '教务系统' } }]);
  });

  it('by its time is told as that', async () => {
    const { consortium, program, key } = await world();
    await inTenant(consortium.id, `update directory.api_key set expires_at = now() where id = '${key.id}'`);
    expect(await codeOf(await soon(program, 401))).toBe('API_KEY_EXPIRED');
  });

  it('by a change leaves both good for a while', async () => {
    const { consortium, administrator, program, key, secret } = await world();
    const { rotateApiKey } = await administrator.run(ROTATE, { id: key.id, input: { days: 30, keepHours: 24 } });
    expect(rotateApiKey.key).toMatchObject({ id: key.id, previousPrefix: key.prefix });
    const fresh = new Program(rotateApiKey.secret);
    expect(await Promise.all([program, fresh].map(async (one) => (await ask(one)).status))).toEqual([200, 200]);
    await inTenant(consortium.id, `update directory.api_key set previous_until = now() where id = '${key.id}'`);
    expect((await soon(program, 401)).status).toBe(401);
    expect((await ask(fresh)).status).toBe(200);
    const { rotateApiKey: again } = await administrator.run(ROTATE, { id: key.id, input: { days: 30, keepHours: 0 } });
    expect(again.key.previousPrefix).toBeNull();
    expect((await soon(fresh, 401)).status).toBe(401);
    expect(secret).not.toBe(again.secret);
  });

  it('comes with the suspension of its organisation, and with the end of its membership', async () => {
    const consortium = await TestConsortium.found();
    const partner = await consortium.member();
    const administrator = await consortium.person(['ORGANISATION_ADMINISTRATOR'], partner.id);
    const { createApiKey } = await administrator.run(CREATE, { input: { name: '设备网关', scopes: ['READ_RESOURCES'], days: 30 } });
    const program = new Program(createApiKey.secret);
    expect((await ask(program)).status).toBe(200);
    const { organisation } = await consortium.secretary.run('query ($id: ID!) { organisation(id: $id) { membership { id } } }', { id: partner.id });
    const { suspendMember } = await consortium.secretary.run('mutation ($id: ID!) { suspendMember(membershipId: $id, input: { reason: "核查" }) { suspension { id } } }', { id: organisation.membership.id });
    expect(await codeOf(await soon(program, 401))).toBe('API_KEY_HOMELESS');
    await consortium.secretary.run('mutation ($id: ID!) { liftSuspension(id: $id) { id } }', { id: suspendMember.suspension.id });
    expect((await soon(program, 200)).status).toBe(200);
    await consortium.secretary.run('mutation ($id: ID!) { endMembership(id: $id) { id } }', { id: organisation.membership.id });
    expect(await codeOf(await soon(program, 401))).toBe('API_KEY_HOMELESS');
  });
});

describe('keys that nobody made', () => {
  it('are told so in the language of the caller, and are worn down without harm to good ones of the same address', async () => {
    const { secret } = await world();
    const forged = new Program(`${secret.slice(0, -1)}${secret.endsWith('0') ? '1' : '0'}`);
    forged.language = 'en';
    const [first] = ((await (await ask(forged)).json()) as { errors: { message: string }[] }).errors;
    expect(first!.message).toMatch(/^The API key is not valid/);
    const answers = await Promise.all(Array.from({ length: 64 }, () => ask(forged)));
    expect(answers.filter(({ status }) => status === 429).length).toBe(5);
    expect(Number(answers.find(({ status }) => status === 429)!.headers.get('retry-after'))).toBeGreaterThan(0);
    const good = new Program(secret);
    Object.assign(good, { address: forged.address });
    expect((await ask(good)).status).toBe(200);
  });
});

describe('the rate of a key', () => {
  it('is told with every answer, and what goes beyond waits, in the caller’s words', async () => {
    const { program, key } = await world();
    const first = await ask(program);
    expect(first.headers.get('ratelimit-policy')).toBe('"key";q=600;w=60');
    expect(first.headers.get('ratelimit')).toMatch(/^"key";r=599;t=\d+$/);
    // Other processes have drawn the rest of the window.
    await sql('auth', `update directory.key_usage set drawn = 600, window_start = now() + interval '1 hour' where key_id = '${key.id}'`);
    const rest = await Promise.all(Array.from({ length: 25 }, () => ask(program)));
    const late = rest.find(({ status }) => status === 429)!;
    expect(rest.filter(({ status }) => status === 200).length).toBeLessThanOrEqual(19);
    expect(late.headers.get('ratelimit')).toMatch(/^"key";r=0;t=\d+$/);
    const seconds = Number(late.headers.get('retry-after'));
    expect(await late.json()).toEqual({ errors: [{ message: `请求太频繁，请在 ${seconds} 秒后再试`, extensions: { code: 'RATE_LIMITED', details: { retryAfterSeconds: seconds } } }] });
  });

  it('is nobody else’s', async () => {
    const { program, key, administrator } = await world();
    await ask(program);
    await sql('auth', `update directory.key_usage set drawn = 600, window_start = now() + interval '1 hour' where key_id = '${key.id}'`);
    const { createApiKey } = await administrator.run(CREATE, { input: { name: '另一个程序', scopes: ['READ_RESOURCES'], days: 1 } });
    const answer = await ask(new Program(createApiKey.secret));
    expect([answer.status, answer.headers.get('ratelimit')?.slice(0, 11)]).toEqual([200, '"key";r=599']);
  });
});

describe('the documented schema', () => {
  it('is for developers who are signed in and for programs with a key, and for nobody else', async () => {
    const { consortium, administrator, program } = await world();
    const teacher = await consortium.person(['TEACHER']);
    const statusOf = async (client: Client) => (await client.fetch('/reference/schema.json')).status;
    expect(await Promise.all([new Client(), teacher, administrator, consortium.secretary, program].map(statusOf))).toEqual([401, 403, 200, 200, 200]);
    const { operations } = (await (await administrator.fetch('/reference/schema.json')).json()) as { operations: { name: string; scopes: string[] }[] };
    expect(operations.find(({ name }) => name === 'createBooking')!.scopes).toEqual(['WRITE_BOOKINGS']);
    const sdl = await program.fetch('/reference/schema.graphql');
    expect(await sdl.text()).toContain('type Booking');
    expect((await program.fetch('/reference/schema.graphql', { headers: { 'if-none-match': sdl.headers.get('etag')! } })).status).toBe(304);
  });
});
