import { mailPlaces, OPERATOR_TENANT, readContent, readRecipient, Secrets } from '../../libs/platform/dist/index.js';
import { as } from './product.mjs';

/** The secret of the link in the installation's newest mail to an address, once it is written. */
export async function secretFor(database, address) {
  const secrets = new Secrets(database.secretKey);
  for (let tries = 0; tries < 100; tries++) {
    const rows = await as(database.url, async (client) => (await client.query('select id, recipient, content from platform.mail where tenant_id = $1 and content is not null order by created_at desc', [OPERATOR_TENANT])).rows);
    const read = (id, column, sealed) => secrets.openAt(mailPlaces(id)[column], sealed, OPERATOR_TENANT).toString('utf8');
    const mail = rows.find(({ id, recipient }) => readRecipient(read(id, 'recipient', recipient)).address === address);
    if (mail) return /#([\w-]{43})/.exec(readContent(read(mail.id, 'content', mail.content)).text)[1];
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error('no mail was written to this address');
}
