import { randomUUID } from 'node:crypto';
import { Client, operator, PASSWORD } from '../../../libs/platform/dist/testing/index.js';
import { Secrets } from '../../../libs/platform/dist/index.js';
import { as } from '../../test/product.mjs';
import { foundConsortium } from '../common/people.mjs';
import { SAMPLES } from './samples.mjs';

const MUTATIONS = '{ __schema { mutationType { fields { name } } } }';
const GRANT = 'mutation ($input: GrantRoleInput!) { grantRole(input: $input) { id } }';

/** The people of whom the samples make use. */
async function openWorld(product, database) {
  const consortium = await foundConsortium(product, '逐项验证联合体');
  const other = await foundConsortium(product, '别处联合体');
  const { lead, secretary } = consortium;
  const park = await consortium.person(['PARK_ADMINISTRATOR'], lead.id, '样例园区管理员');
  const person = () => consortium.person(['TEACHER'], lead.id, '样例教师');
  return {
    consortium,
    lead,
    secretary,
    operator: await operator(),
    park,
    stranger: await other.person(['TEACHER'], other.lead.id, '样例外人'),
    person,
    mail: (state) => putMail(database, consortium.id, state),
    message: aMessage,
    grant: async () => (await secretary.run(GRANT, { input: { personId: (await person()).personId, organisationId: lead.id, role: 'COORDINATOR' } })).grantRole.id,
  };
}

/** A mail in the outbox, in a state of one's choice. */
async function putMail(database, tenantId, state) {
  const id = randomUUID();
  const secrets = new Secrets(database.secretKey);
  const [recipient, content] = [{ name: '样例', address: 'sample@school.test' }, { subject: '样例', text: '样例', html: '<p>样例</p>' }].map((part) => secrets.seal(tenantId, JSON.stringify(part)));
  await as(database.url, (client) =>
    client.query(
      `insert into platform.mail (tenant_id, id, about, language, state, recipient, content, tries, due_at, good_until, created_at, updated_at, version)
       values ($1, $2, 'INVITATION', 'zh-CN', $3, $4, $5, 1, now(), now() + interval '1 day', now(), now(), 1)`,
      [tenantId, id, state, recipient, content],
    ));
  return id;
}

/** A message that the product has told somebody by now, of whatever has happened before. */
async function aMessage(person) {
  for (let tries = 0; tries < 100; tries++) {
    const { messages } = await person.run('{ messages(first: 1) { nodes { id } } }');
    if (messages.nodes[0]) return messages.nodes[0].id;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error('nobody has told the sample person anything');
}

/** Sends one operation under a number of its own, by which its entries are found again. */
async function send(who, { query, variables = {} }) {
  const requestId = randomUUID();
  const response = await who.fetch('/graphql', { method: 'POST', headers: { 'content-type': 'application/json', 'x-request-id': requestId }, body: JSON.stringify({ query, variables }) });
  return { requestId, body: await response.json() };
}

const entriesOf = (databaseUrl, requestId) =>
  as(databaseUrl, async (client) => (await client.query('select operation, result, kind, change_count as changes from platform.audit_entry where request_id = $1', [requestId])).rows);

/** Each mutation of the composed schema, as it is at this moment, must have a sample, succeed with it, and be one entry of its name. */
export async function eachMutation(bed, product, database) {
  const world = await openWorld(product, database);
  const { __schema } = await world.secretary.run(MUTATIONS);
  const names = __schema.mutationType.fields.map(({ name }) => name);
  const found = { names: names.length, withoutSample: [], failed: [], wrong: [], refused: 0 };
  for (const name of names) {
    const sample = SAMPLES[name];
    if (!sample) {
      found.withoutSample.push(name);
      continue;
    }
    const asked = await sample(world).catch((error) => ({ error }));
    const { requestId, body } = asked.error ? { body: { errors: [{ message: String(asked.error) }] } } : await send(asked.who ?? world.secretary, asked);
    if (body.errors || !body.data) {
      found.failed.push(name);
      bed.say(`${name}: ${JSON.stringify(body.errors).slice(0, 600)}`);
      continue;
    }
    const entries = await entriesOf(database.url, requestId);
    if (entries.length !== 1 || entries[0].operation !== name || entries[0].result !== 'DONE') {
      found.wrong.push(name);
      bed.say(`${name}: ${JSON.stringify(entries)}`);
    }
  }
  // The same by somebody who may nothing: one entry that says so, and none where there was no permission to refuse.
  const nobody = await world.consortium.person(['STUDENT'], world.lead.id, '样例学生');
  const tried = await send(nobody, { query: 'mutation ($input: AddPersonInput!) { addPerson(input: $input) { id } }', variables: { input: { account: { name: '不行', login: `n-${randomUUID()}`, password: PASSWORD }, organisationId: world.lead.id, roles: ['TEACHER'] } } });
  found.refused = (await entriesOf(database.url, tried.requestId)).filter(({ result }) => result === 'REFUSED').length;
  // And a read is none.
  const read = await send(world.secretary, { query: '{ me { roles } }' });
  found.reads = (await entriesOf(database.url, read.requestId)).length;
  found.stale = Object.keys(SAMPLES).filter((name) => !names.includes(name));
  await new Client().post('/auth/sign-in', { login: world.park.login, password: 'wrong-Password-1' });
  found.doorEvents = await as(database.url, async (client) => (await client.query(`select count(*)::int as count from platform.audit_entry where person_id = $1 and code = 'SIGN_IN_FAILED'`, [world.park.personId])).rows[0].count);
  return found;
}
