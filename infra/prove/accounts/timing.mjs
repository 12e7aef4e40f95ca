import { randomUUID } from 'node:crypto';
import { hash } from '@node-rs/argon2';
import { Agent, request } from 'node:http';
import { median } from '../common/numbers.mjs';
import { somebody, sql, WRONG } from './people.mjs';

/** As many known as unknown names, each as often as the other, so that every cache has seen them alike. */
const NAMES = 30;
/** What the control makes known accounts cost: argon2id with a fifth more memory than for nobody. */
const DEARER = { algorithm: 2, memoryCost: 23_400, timeCost: 2, parallelism: 1 };

/**
 * Known and unknown accounts in random order, one after the other on one kept connection; tries and addresses start anew
 * in between, so that nothing is ever refused.
 * @returns what a rank test says of the two, and what was answered
 */
export async function compare(place, path, tries, seeded) {
  const { known, unknown, wish } = await names(place, seeded);
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const times = { known: [], unknown: [] };
  const answers = new Set();
  const order = shuffled(place.chance, Array.from({ length: tries }, (_, index) => (index % 2 ? 'known' : 'unknown')));
  for (const [index, kind] of order.entries()) {
    if (index % NAMES === 0) await sql(place, 'delete from directory.attempt; delete from directory.sign_in_attempt');
    const name = (kind === 'known' ? known : unknown)[Math.floor(index / 2) % NAMES];
    const { milliseconds, said } = await ask(agent, place.product.url, path, name, wish);
    // The first ones warm up.
    if (index >= tries * 0.05) times[kind].push(milliseconds);
    answers.add(said);
  }
  agent.destroy();
  const { p, auc } = mannWhitney(times.known, times.unknown);
  return { known: median(times.known), unknown: median(times.unknown), p, auc, answers: answers.size, seeded: seeded ? `${(median(times.known) - median(times.unknown)).toFixed(2)}` : '0' };
}

async function names(place, seeded) {
  const { consortium } = await somebody(place);
  const known = [];
  for (let count = 0; count < NAMES; count++) known.push((await consortium.person(['TEACHER'])).login);
  await sql(place, `update directory.account set email = login || '@example.org' where login = any($1) and email is null`, [known]);
  if (seeded) await sql(place, 'update directory.account set password_hash = $2 where login = any($1)', [known, await hash('Seeded-Fault-77', DEARER)]);
  const administrator = await consortium.person(['ORGANISATION_ADMINISTRATOR']);
  const { openSelfRegistration } = await administrator.run('mutation { openSelfRegistration { link } }');
  const token = openSelfRegistration.link.split('#')[1];
  const { noticeVersion } = await (await administrator.post('/auth/registration/link', { token })).json();
  return { known, unknown: Array.from({ length: NAMES }, () => `p-${randomUUID()}`), wish: { token, noticeVersion, name: '赵新', role: 'TEACHER', note: '' } };
}

const QUESTIONS = {
  'sign-in': (login) => ['/auth/sign-in', { login, password: WRONG }],
  reset: (name) => ['/auth/reset/ask', { account: `${name}@example.org` }],
  registration: (name, wish) => ['/auth/registration/ask', { ...wish, email: `${name}@example.org` }],
};

function ask(agent, url, path, name, wish) {
  const [address, body] = QUESTIONS[path](name, wish);
  const payload = JSON.stringify(body);
  const started = performance.now();
  return new Promise((resolve, reject) => {
    const asked = request(`${url}${address}`, { method: 'POST', agent, headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(payload) } }, (response) => {
      let text = '';
      response.on('data', (chunk) => (text += chunk));
      response.on('end', () => resolve({ milliseconds: performance.now() - started, said: `${response.statusCode} ${text}` }));
    });
    asked.on('error', reject);
    asked.end(payload);
  });
}

function shuffled(chance, list) {
  for (let index = list.length - 1; index > 0; index--) {
    const other = chance.below(index + 1);
    [list[index], list[other]] = [list[other], list[index]];
  }
  return list;
}

/** The rank sum test, two-sided, by its normal approximation (hundreds on each side); ties share their rank. */
export function mannWhitney(a, b) {
  const all = [...a.map((value) => ({ value, isA: true })), ...b.map((value) => ({ value, isA: false }))].sort((x, y) => x.value - y.value);
  let rankSum = 0;
  for (let start = 0; start < all.length; ) {
    let end = start;
    while (end < all.length && all[end].value === all[start].value) end++;
    for (let index = start; index < end; index++) if (all[index].isA) rankSum += (start + end + 1) / 2;
    start = end;
  }
  const u = rankSum - (a.length * (a.length + 1)) / 2;
  const z = (u - (a.length * b.length) / 2) / Math.sqrt((a.length * b.length * (a.length + b.length + 1)) / 12);
  return { auc: u / (a.length * b.length), p: 2 * (1 - normal(Math.abs(z))) };
}

/** Abramowitz and Stegun 7.1.26, good to seven digits. */
function normal(z) {
  const t = 1 / (1 + 0.3275911 * (z / Math.SQRT2));
  const erf = 1 - ((((1.061405429 * t - 1.453152027) * t + 1.421413741) * t - 0.284496736) * t + 0.254829592) * t * Math.exp((-z * z) / 2);
  return (1 + erf) / 2;
}
