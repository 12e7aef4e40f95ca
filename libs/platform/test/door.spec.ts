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
    expect([response.status, await response.json()]).toEqual([400, { errors: [{ message: '请求必须以 JSON 发送（Content-Type: application/json），表单和纯文本不接受', extensions: { code: 'CSRF_REFUSED' } }] }]);
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

  test.each([
    ['a name that no operation has', { query: 'query a { me { roles } }', operationName: 'b' }],
    ['two operations and no name', { query: 'query a { me { roles } } query b { me { roles } }' }],
    ['an operation of a kind that there is not', { query: 'subscription { me { roles } }' }],
    ['variables that are no object', { query: '{ me { roles } }', variables: 'x' }],
    ['a page whose length a variable hides', { query: 'query ($first: Int) { bookings(first: $first) { nodes { allocations { booking { allocations { booking { allocations { id } } } } } } } }', variables: { first: 500 } }],
    ['fragments that double without end', { query: `{ me { ...A0 } } ${Array.from({ length: 200 }, (_, index) => `fragment A${index} on Me { ...A${(index + 1) % 200} ...A${(index + 1) % 200} }`).join(' ')}` }],
  ])('refuses with 400, never as an error of its own: %s', async (_, body) => {
    const response = await consortium.secretary.post('/graphql', body);
    expect(response.status).toBe(400);
    expect(JSON.stringify(await response.json())).not.toMatch(/INTERNAL/);
  });

  test('says in the language of the request what is too much', async () => {
    const { errors } = await consortium.secretary.try(`{ ${Array.from({ length: 20 }, (_, index) => `a${index}: __typename`).join(' ')} }`);
    expect(errors![0]).toMatchObject({ message: '一次查询的内容太多了（顶层字段超过 12），请分开查询', extensions: { code: 'OPERATION_TOO_COMPLEX' } });
  });

  test.each([
    ['a syntax error', '{ me {', 'GRAPHQL_PARSE_FAILED', '查询语句第 1 行第 7 个字符附近有语法错误'],
    ['too many tokens', `{ me { ${'roles '.repeat(5000)} } }`, 'OPERATION_TOO_COMPLEX', '一次查询的内容太多了（语句长度超过 4000），请分开查询'],
    ['an unknown field', '{ me { salary } }', 'GRAPHQL_VALIDATION_FAILED', '类型 Me 没有字段 salary（第 1 行）'],
    ['fields that are missing', '{ me }', 'GRAPHQL_VALIDATION_FAILED', '字段 me 需要写明取哪些子字段（第 1 行）'],
    ['fields of a word', '{ me { roles { x } } }', 'GRAPHQL_VALIDATION_FAILED', '字段 roles 没有子字段，请去掉花括号（第 1 行）'],
    ['an unknown argument', '{ me(x: 1) { roles } }', 'GRAPHQL_VALIDATION_FAILED', '字段 Query.me 没有参数 x（第 1 行）'],
    ['an unknown fragment', '{ me { ...Nothing } }', 'GRAPHQL_VALIDATION_FAILED', '没有定义片段 Nothing（第 1 行）'],
    ['a variable of another type', 'query ($id: String) { booking(id: $id) { id } }', 'GRAPHQL_VALIDATION_FAILED', '变量 $id 的类型是 String，这里需要 ID!（第 1 行）'],
    ['fragments in a circle', '{ me { ...A } } fragment A on Me { ...A }', 'GRAPHQL_VALIDATION_FAILED', '查询语句与接口不符（第 1 行第 36 个字符），请对照接口文档修改'],
  ])('says in the language of the request what is wrong with an operation, and keeps the code that tools know: %s', async (_, query, code, message) => {
    expect(await consortium.secretary.refusal(query)).toEqual({ code, message });
    consortium.secretary.language = 'en';
    const english = await consortium.secretary.refusal(query);
    consortium.secretary.language = 'zh-CN';
    expect(english.code).toBe(code);
    expect(english.message).toMatch(/^[\u0020-\u007E]+$/);
  });

  const booking = (input: string) => `mutation { createBooking(input: { ${input} }) { __typename } }`;
  const most = 'purpose: PRACTICE_TEACHING, organisationId: "x", startsAt: "2027-01-04T01:00:00Z", endsAt: "2027-01-04T02:00:00Z", resourceIds: ["x"]';
  test.each([
    ['a number for a text', booking(`title: 5, ${most}`), 'input.title', '这个值不能用'],
    ['a text for a word of a list', booking(`title: "a", ${most.replace('PRACTICE_TEACHING', '"PRACTICE_TEACHING"')}`), 'input.purpose', '这个值不能用'],
    ['a word that the list has not', booking(`title: "a", ${most.replace('PRACTICE_TEACHING', 'FUN')}`), 'input.purpose', '这个值不能用'],
    ['a day that does not exist', booking(`title: "a", ${most.replace('2027-01-04T01', '2027-02-30T01')}`), 'input.startsAt', '时间格式不对'],
    ['nothing in a list', booking(`title: "a", ${most.replace('["x"]', '["x", null]')}`), 'input.resourceIds.1', '此项必填'],
    ['a field that is missing', booking(most), 'input.title', '此项必填'],
    ['a field that there is not', booking(`title: "a", tenantId: "x", ${most}`), 'input.tenantId', '没有这一项，请去掉'],
    ['half a page', '{ bookings(first: 1.5) { totalCount } }', 'first', '请填写整数'],
    ['an argument that is missing', '{ booking { id } }', 'id', '此项必填'],
  ])('a value written into the operation is refused at its field, as a variable would be: %s', async (_, query, field, message) => {
    const { errors, status } = await consortium.secretary.try(query);
    expect([status, errors!.map((error) => [error.message, error.extensions.code, error.extensions.field])]).toEqual([400, [[message, 'BAD_INPUT', field]]]);
    consortium.secretary.language = 'en';
    const english = await consortium.secretary.refusal(query);
    consortium.secretary.language = 'zh-CN';
    expect(english).toEqual({ code: 'BAD_INPUT', field, message: expect.stringMatching(/^[\u0020-\u007E]+$/) });
  });

  test('all wrong values are told at once, and beside them what else is wrong', async () => {
    const { errors } = await consortium.secretary.try(booking(`title: 5, ${most.replace('PRACTICE_TEACHING', 'FUN')}`).replace('__typename', 'nothing'));
    expect(errors!.map(({ extensions }) => extensions.code)).toEqual(['GRAPHQL_VALIDATION_FAILED', 'BAD_INPUT']);
    expect((errors![1]!.extensions as { details: { problems: { field: string }[] } }).details.problems.map(({ field }) => field).sort()).toEqual(['input.purpose', 'input.title']);
  });

  test.each([
    ['no object', '[]'],
    ['no operation', '{}'],
    ['an operation that is no text', '{"query":{"kind":"Document"}}'],
    ['variables that are a text', '{"query":"{ me { roles } }","variables":"x"}'],
    ['a name that is a number', '{"query":"{ me { roles } }","operationName":5}'],
    ['a fingerprint that is another one\u2019s', '{"query":"{ me { roles } }","extensions":{"persistedQuery":{"version":1,"sha256Hash":"00"}}}'],
  ])('a body that is no operation is refused in the language of the request: %s', async (_, body) => {
    const response = await consortium.secretary.fetch('/graphql', { method: 'POST', headers: { 'content-type': 'application/json' }, body });
    const { errors } = (await response.json()) as { errors: { message: string; extensions: { code: string } }[] };
    expect([response.status, errors[0]!.message, errors[0]!.extensions.code]).toEqual([400, '请求格式不正确', 'BAD_REQUEST']);
  });

  test.each([
    ['GET', '/healthz'],
    ['GET', '/bookings'],
    ['GET', '/files/unknown'],
    ['GET', '/exports/resources.xlsx'],
    ['GET', '/imports/x/rejected.xlsx'],
    ['GET', '/assets/nothing.js'],
    ['GET', '/files/%E0%A4%A'],
    ['GET', '/events'],
    ['POST', '/nothing'],
    ['POST', '/graphql'],
  ])('every answer carries the headers that keep browsers in bounds: %s %s', async (method, path) => {
    const stop = new AbortController();
    const response = await consortium.secretary.fetch(path, { method, signal: stop.signal, ...(method === 'POST' && { headers: { 'content-type': 'application/json' }, body: '{ no json' }) });
    stop.abort();
    const of = (name: string) => response.headers.get(name);
    expect([of('x-content-type-options'), of('x-frame-options'), of('referrer-policy')]).toEqual(['nosniff', 'DENY', 'same-origin']);
    expect(of('content-security-policy')).toContain("default-src 'none'");
    expect(of('cache-control')).toBeTruthy();
  });

  test('takes nothing that a page of another site sends, whatever it sends', async () => {
    const form = new FormData();
    form.append('file', new Blob(['a,b']), 'a.csv');
    const headers = { origin: 'https://elsewhere.example' };
    const json = { ...headers, 'content-type': 'application/json' };
    const { secretary } = consortium;
    const asked = [
      await secretary.fetch('/files', { method: 'POST', headers, body: form }),
      await secretary.fetch('/graphql', { method: 'POST', headers: json, body: '{"query":"{ me { roles } }"}' }),
      await secretary.fetch('/auth/sign-out', { method: 'POST', headers: json, body: '{}' }),
      await secretary.fetch('/graphql', { method: 'POST', headers: { ...json, origin: 'null' }, body: '{"query":"{ me { roles } }"}' }),
    ];
    expect(asked.map(({ status }) => status)).toEqual([403, 403, 403, 403]);
    // The control: our own page may.
    const own = await secretary.fetch('/graphql', { method: 'POST', headers: { ...json, origin: process.env.GONGJIAN_URL! }, body: '{"query":"{ me { roles } }"}' });
    expect(own.status).toBe(200);
  });

  test('says in our words what is no JSON', async () => {
    const response = await consortium.secretary.fetch('/graphql', { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{ no json' });
    expect([response.status, await response.json()]).toEqual([400, { code: 'BAD_INPUT', message: '请求格式不正确' }]);
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
