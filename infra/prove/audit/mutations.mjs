import { randomUUID } from 'node:crypto';
import { Client, PASSWORD } from '../../../libs/platform/dist/testing/index.js';
import { as } from '../../test/product.mjs';
import { openWorld } from '../../test/sample-world.mjs';
import { SAMPLES } from '../../test/samples.mjs';
import { speakTo } from '../common/people.mjs';

const MUTATIONS = '{ __schema { mutationType { fields { name } } } }';

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
  speakTo(product);
  const world = await openWorld(database);
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
