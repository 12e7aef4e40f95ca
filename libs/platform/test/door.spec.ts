import { beforeAll, describe, expect, test } from '@jest/globals';
import { Client, TestConsortium } from '../src/testing/index.ts';

let consortium: TestConsortium;
beforeAll(async () => {
  consortium = await TestConsortium.found();
});

const deep = (levels: number) => '{ me { consortium { id } } bookings { nodes ' + '{ allocations { booking '.repeat(levels) + '{ id }' + ' } }'.repeat(levels) + ' } }';

describe('the one public door', () => {
  test('says that it lives and that it is ready', async () => {
    for (const path of ['/healthz', '/readyz']) expect((await new Client().fetch(path)).status).toBe(200);
  });

  test.each(['{ me { person { id } } }', '{ __schema { types { name } } }', '{ __typename }', '{ this is no graphql', ''])('answers nobody who is not signed in, before it reads the operation: %s', async (query) => {
    const response = await new Client().post('/graphql', { query });
    expect(response.status).toBe(401);
    expect(await response.json()).toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  test('has no door to single subgraphs: entities and their SDL are not in the public schema', async () => {
    for (const query of ['{ _service { sdl } }', '{ _entities(representations: []) { __typename } }']) {
      const { errors, status } = await consortium.secretary.try(query);
      expect(status).toBe(400);
      expect(errors![0]!.extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
    }
  });

  test('refuses what is not JSON, as a form of another site would send it', async () => {
    const response = await consortium.secretary.fetch('/graphql', { method: 'POST', headers: { 'content-type': 'text/plain' }, body: JSON.stringify({ query: '{ me { person { id } } }' }) });
    expect(response.status).toBeGreaterThanOrEqual(400);
    expect(response.status).toBeLessThan(500);
  });

  test.each([
    ['syntax errors', '{ me {'],
    ['unknown fields', '{ nothing }'],
    ['too deep', deep(12)],
    ['too many aliases', `{ ${Array.from({ length: 40 }, (_, index) => `a${index}: me { roles }`).join(' ')} }`],
    ['too many root fields', `{ ${Array.from({ length: 20 }, (_, index) => `a${index}: __typename`).join(' ')} }`],
    ['two changes in one operation', 'mutation { a: createJoinCode { code } b: createJoinCode { code } }'],
    ['too dear', '{ bookings(first: 500) { nodes { allocations { booking { allocations { booking { allocations { id } } } } } } } }'],
    ['too many tokens', `{ me { ${'roles '.repeat(5000)} } }`],
    ['fragments in a circle', 'query { me { ...A } } fragment A on Me { ...B } fragment B on Me { ...A }'],
  ])('refuses with 400 and without a stack trace: %s', async (_, query) => {
    const { status, errors } = await consortium.secretary.try(query);
    expect(status).toBe(400);
    expect(errors!.length).toBeGreaterThan(0);
    expect(JSON.stringify(errors)).not.toMatch(/stacktrace|node_modules|\.js:\d/);
  });

  test('refuses a list of operations, and a body that is too large', async () => {
    const list = await consortium.secretary.fetch('/graphql', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify([{ query: '{ __typename }' }]) });
    expect(list.status).toBe(400);
    const large = await consortium.secretary.post('/graphql', { query: '{ __typename }', variables: { text: 'x'.repeat(600_000) } });
    expect(large.status).toBe(413);
  });

  test('pages may load nothing inline and nothing from elsewhere, and each answer has its own nonce', async () => {
    const pages = await Promise.all([1, 2].map(() => new Client().fetch('/')));
    const policies = pages.map((page) => page.headers.get('content-security-policy')!);
    for (const policy of policies) {
      expect(policy).not.toContain('unsafe');
      expect(policy).toContain("script-src 'self'");
    }
    expect(policies[0]).not.toBe(policies[1]);
    expect(await pages[0]!.text()).not.toContain('__NONCE__');
  });

  test('knows a page of the portal from a file that is not there', async () => {
    expect((await new Client().fetch('/bookings/123')).headers.get('content-type')).toContain('text/html');
    const script = /src="(\/assets\/[^"]+\.js)"/.exec(await (await new Client().fetch('/')).text())![1]!;
    const served = await new Client().fetch(script);
    expect([served.status, served.headers.get('content-type'), served.headers.get('cache-control')]).toEqual([200, expect.stringContaining('javascript'), expect.stringContaining('immutable')]);
    expect((await new Client().fetch('/assets/nothing.js')).status).toBe(404);
    expect((await new Client().fetch('/files/nothing')).status).toBe(401);
  });

  test('speaks the language of the request', async () => {
    const query = 'query ($id: ID!) { booking(id: $id) { id } resources(first: 0) { totalCount } }';
    consortium.secretary.language = 'en';
    const english = await consortium.secretary.refusal(query, { id: 'x' });
    consortium.secretary.language = 'zh-CN';
    const chinese = await consortium.secretary.refusal(query, { id: 'x' });
    expect(english.code).toBe(chinese.code);
    expect(english.message).toMatch(/^[\u0020-\u007E]+$/);
    expect(chinese.message).toMatch(/[\u4E00-\u9FFF]/);
  });
});
