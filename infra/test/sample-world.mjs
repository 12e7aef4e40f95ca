import { randomUUID } from 'node:crypto';
import { TestConsortium, operator } from '../../libs/platform/dist/testing/index.js';
import { Secrets } from '../../libs/platform/dist/index.js';
import { secretFor } from './letters.mjs';
import { as } from './product.mjs';

const GRANT = 'mutation ($input: GrantRoleInput!) { grantRole(input: $input) { id } }';

/**
 * The people of whom the samples of mutations make use.
 * @param {{ url: string, secretKey: string }} database of the product to which the test client speaks
 */
export async function openWorld(database) {
  const [consortium, other] = await Promise.all([TestConsortium.found('逐项验证联合体'), TestConsortium.found('别处联合体')]);
  const { lead, secretary } = consortium;
  const person = () => consortium.person(['TEACHER'], lead.id, '样例教师');
  const [park, stranger] = await Promise.all([consortium.person(['PARK_ADMINISTRATOR'], lead.id, '样例园区管理员'), other.person(['TEACHER'], other.lead.id, '样例外人')]);
  return {
    consortium,
    other,
    lead,
    secretary,
    operator: await operator(),
    park,
    stranger,
    person,
    mail: (state) => putMail(database, consortium.id, state),
    message: aMessage,
    letter: (address) => secretFor(database, address),
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
