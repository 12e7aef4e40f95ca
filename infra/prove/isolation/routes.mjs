import { inflateRawSync } from 'node:zlib';
import { any, log, operator, TABLES } from './audience.mjs';
import { ownLog } from './told.mjs';
import { each, turn } from './voice.mjs';

const seen = (table) => TABLES[table].seen;
const json = (body) => ({ headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
const get = (...paths) => () => paths.map((path) => ({ path }));
/** A file of a row: for whoever may see the row. */
const file = (table, path) => ({ asks: ({ target, concerns }) => target.things(table).map((id) => ({ path: path(id), id, table, concerns: (actor) => concerns(actor, id) })), may: seen(table) });
/** A door that takes a body: what is known of the target is put into it, and what is secret is guessed. */
const door = (body) => ({ asks: (trial) => [json(body(trial))] });
const guessed = () => 'A'.repeat(43);

/** What each route is asked for. `may`: who may get something by it at all; without it, the bytes are judged alone. A route without a line is unclassified. */
export const ROUTES = {
  'GET /files/:id': { ...file('platform.file', (id) => `/files/${id}`) },
  'GET /agreements/:id/agreement.docx': file('directory.agreement', (id) => `/agreements/${id}/agreement.docx`),
  'GET /agreements/:id/agreement.pdf': file('directory.agreement', (id) => `/agreements/${id}/agreement.pdf`),
  'GET /imports/:id/rejected.xlsx': file('scheduling.import', (id) => `/imports/${id}/rejected.xlsx`),
  'GET /exports/resources.xlsx': { asks: ({ target }) => [{ path: '/exports/resources.xlsx' }, { path: `/exports/resources.xlsx?ownerIds=${target.organisation}` }, { path: `/exports/resources.xlsx?search=${target.sought.name}` }] },
  'GET /audit-files/entries.jsonl': { asks: get('/audit-files/entries.jsonl'), may: any(log, operator), told: ownLog },
  'GET /audit-files/entries.xlsx': { asks: get('/audit-files/entries.xlsx'), may: any(log, operator), told: ownLog },
  'GET /audit-files/head.json': { asks: get('/audit-files/head.json') },
  'GET /data-protection/register.xlsx': { asks: get('/data-protection/register.xlsx') },
  'GET /my-data/export.json': { asks: get('/my-data/export.json') },
  'GET /my-data/export.xlsx': { asks: get('/my-data/export.xlsx') },
  'GET /invitation-lists/refused.xlsx': { asks: ({ target }) => target.things('platform.file').map((fileId) => ({ path: `/invitation-lists/refused.xlsx?of=${Buffer.from(JSON.stringify({ fileId, organisationId: target.organisation, roles: ['TEACHER'] })).toString('base64url')}` })) },
  'GET /reference/schema.graphql': { asks: get('/reference/schema.graphql') },
  'GET /reference/schema.json': { asks: get('/reference/schema.json') },
  'GET /healthz': { asks: get('/healthz') },
  'GET /readyz': { asks: get('/readyz') },
  'GET /auth/demo': { asks: get('/auth/demo') },
  'GET /auth/account': { asks: get('/auth/account') },
  'GET /auth/sessions': { asks: get('/auth/sessions') },
  'GET /auth/identities': { asks: get('/auth/identities') },
  'GET /auth/registration/waiting': { asks: get('/auth/registration/waiting') },
  'GET /auth/oidc/:code/callback': { asks: ({ target }) => target.providers().map(({ code }) => ({ path: `/auth/oidc/${code}/callback?code=x&state=${guessed()}` })) },
  'GET /‹files of the portal›': { asks: get('/index.html') },
  'POST /graphql': { asks: () => [json({ query: '{ consortium { id name } }' })] },
  // News are listened to in another place.
  'GET /events': { asks: () => [], streams: true },
  'POST /files': { asks: () => [{ headers: { 'content-type': 'multipart/form-data; boundary=b' }, body: '--b\r\ncontent-disposition: form-data; name="file"; filename="a.csv"\r\n\r\nx,y\r\n--b--\r\n' }] },
  'POST /auth/sign-in': door(({ target }) => ({ login: target.login, password: 'wrong-Password-1' })),
  'POST /auth/sign-in/code': door(() => ({ code: '123456' })),
  'POST /auth/passkey/options': door(() => ({})),
  'POST /auth/passkey': door(() => ({ response: {} })),
  'POST /auth/seat': door(({ target }) => ({ consortiumId: target.id, organisationId: target.organisation })),
  'POST /auth/sessions/end': door(({ target }) => ({ id: target.session })),
  'POST /auth/confirm': door(() => ({ password: 'wrong-Password-1' })),
  'POST /auth/password': door(() => ({ password: 'wrong-Password-1', newPassword: 'Another-Horse-2026' })),
  'POST /auth/email': door(() => ({ email: 'nobody@isolation.example' })),
  'POST /auth/email/confirm': door(() => ({ token: guessed() })),
  'POST /auth/totp/begin': door(() => ({})),
  'POST /auth/totp/confirm': door(() => ({ code: '123456' })),
  'POST /auth/totp/remove': door(() => ({})),
  'POST /auth/passkeys/options': door(() => ({})),
  'POST /auth/passkeys': door(() => ({ response: {}, name: 'x' })),
  'POST /auth/passkeys/rename': door(({ target }) => ({ id: target.session, name: 'x' })),
  'POST /auth/passkeys/remove': door(({ target }) => ({ id: target.session })),
  'POST /auth/recovery-codes': door(() => ({})),
  'POST /auth/reset/ask': door(({ target }) => ({ account: target.login })),
  'POST /auth/reset': door(() => ({ token: guessed(), password: 'Another-Horse-2026' })),
  'POST /auth/providers/find': { ...door(({ target }) => ({ text: target.providers()[0]?.domain ?? 'x.example', email: `a@${target.providers()[0]?.domain ?? 'x.example'}` })), told: (_a, r) => ['directory.identity_provider', 'directory.organisation'].includes(r.table) },
  'POST /auth/providers/check': door(({ target }) => ({ id: target.providers()[0]?.id, organisationId: target.organisation, issuer: 'http://127.0.0.1:9', clientId: 'x' })),
  'POST /auth/oidc/begin': { ...door(({ target }) => ({ code: target.providers()[0]?.code ?? 'x', provider: target.providers()[0]?.id })), told: (_a, r) => r.table === 'directory.identity_provider' },
  'POST /auth/oidc/finish': door(() => ({ token: guessed() })),
  'POST /auth/oidc/prove': door(() => ({ token: guessed() })),
  'POST /auth/identities/unlink': door(({ target }) => ({ id: target.session })),
  'POST /auth/registration': door(() => ({ token: guessed() })),
  'POST /auth/registration/link': door(() => ({ token: guessed() })),
  'POST /auth/registration/ask': door(() => ({ token: guessed(), name: 'x', email: 'x@isolation.example', role: 'TEACHER', note: '', noticeVersion: 1 })),
  'POST /auth/registration/confirm': door(() => ({ token: guessed() })),
  'POST /auth/registration/sign-in': door(() => ({ token: guessed() })),
  'POST /auth/registration/register': door(() => ({ token: guessed(), name: 'x', login: 'isolation-x', password: 'Another-Horse-2026' })),
  'POST /auth/registration/withdraw': door(({ target }) => ({ id: target.things('directory.registration')[0] })),
  'POST /auth/invitation': door(() => ({ token: guessed() })),
  'POST /auth/invitation/accept': door(() => ({ token: guessed() })),
  'POST /auth/invitation/sign-in': door(() => ({ token: guessed() })),
  'POST /auth/invitation/register': door(() => ({ token: guessed(), name: 'x', login: 'isolation-y', password: 'Another-Horse-2026' })),
  // These two end the session of whoever asks: last of all.
  'POST /auth/sessions/end-others': { asks: () => [json({})], last: true },
  'POST /auth/sign-out': { asks: () => [json({})], last: true },
};

/** Every route, for the target's things, by everybody. Whatever comes is opened and searched. */
export async function visit(trial, registered, actors = trial.actors, { last = false } = {}) {
  for (const route of registered.filter((each) => !(each in ROUTES))) trial.judge.unclassified.add(`route ${route}`);
  const done = { registered, stale: Object.keys(ROUTES).filter((route) => !registered.includes(route)), files: 0, asked: 0, took: new Map() };
  const asks = registered.filter((route) => ROUTES[route] && Boolean(ROUTES[route].last) === last).flatMap((route) => {
    const [method, path] = route.split(' ');
    return ROUTES[route].asks(trial).map((ask) => ({ route, method, path, ...ask }));
  });
  await each(asks.flatMap((ask, index) => turn(actors, index).filter((actor) => ask.concerns?.(actor) ?? true).map((actor) => [ask, actor])), async ([ask, actor]) => {
    const { route, method, path, headers, body, id, table } = ask;
    const began = Date.now();
    const { status, bytes } = await trial.voice.send(actor, method, path, { headers, body });
    done.asked++;
    done.took.set(route, (done.took.get(route) ?? 0) + Date.now() - began);
    trial.cell('read', actor, [route]);
    if (status === 0 || (status >= 500 && status !== 503)) trial.fault(`${route}: ${status}`, bytes.toString('utf8'));
    const { may, told } = ROUTES[route];
    trial.judge.look(actor, { name: route, sent: `${path} ${body ?? ''}`, told }, opened(bytes).toString('utf8'));
    if (status !== 200 || method !== 'GET') return;
    done.files++;
    const rows = (trial.records.byId.get(id) ?? []).filter((row) => row.table === table);
    const record = id ? (rows.find((row) => row.tenant === actor.tenant) ?? rows[0]) : { tenant: actor.tenant, organisations: new Set(), people: new Set(), known: new Set() };
    if (may && !may(actor, record)) trial.leak(actor, route, 'was handed out', id ?? '');
  }, 24);
  return done;
}

/** Workbooks and documents are archives: their parts, inflated. */
export function opened(bytes) {
  if (bytes.length < 4 || bytes.readUInt16BE(0) !== 0x504b) return bytes;
  const parts = [];
  for (let at = bytes.indexOf('PK\x01\x02', 0, 'latin1'); at >= 0; at = bytes.indexOf('PK\x01\x02', at + 4, 'latin1')) {
    const [method, size, local] = [bytes.readUInt16LE(at + 10), bytes.readUInt32LE(at + 20), bytes.readUInt32LE(at + 42)];
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const part = bytes.subarray(start, start + size);
    parts.push(method === 8 ? inflateRawSync(part) : part);
  }
  return Buffer.concat(parts);
}
