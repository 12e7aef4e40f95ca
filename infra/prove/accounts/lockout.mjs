import { mailPlaces, OPERATOR_TENANT, readContent, readRecipient, Secrets } from '../../../libs/platform/dist/index.js';
import { ANOTHER, minutesPass, PASSWORD, passkeyOf, send, somebody, sql, stranger, WRONG } from './people.mjs';

const ADDRESS = 'owner@example.org';

/** Somebody's own ways in, each tried every minute while strangers leave the account no try. */
export async function lockOut(place) {
  const person = await somebody(place);
  const device = person.client;
  await sql(place, `update directory.account set email = $2 where login = $1`, [person.login, ADDRESS]);
  let refused = 0;
  const strangers = async () => {
    for (;;) {
      const { status } = await send(place.second, stranger(), '/auth/sign-in', { login: person.login, password: WRONG });
      if (status === 429) break;
    }
    refused++;
  };
  const inAfter = async (enter) => {
    for (let minute = 0; minute <= 15; minute++) {
      await strangers();
      if ((await enter()) === 200) return minute * 60;
      await minutesPass(place, 1);
    }
    return 16 * 60;
  };
  const signIn = (client, password) => send(place.product, client, '/auth/sign-in', { login: person.login, password });

  const ways = {};
  ways['on a device that the account knows'] = await inAfter(async () => (await signIn(device, PASSWORD)).status);
  const passkey = await passkeyOf(place, device);
  ways['with a passkey, on a device that nobody knows'] = await inAfter(async () => {
    const client = stranger();
    const { body } = await send(place.product, client, '/auth/passkey/options', {});
    return (await send(place.product, client, '/auth/passkey', { response: passkey.get(body) })).status;
  });
  await sql(place, 'delete from directory.passkey');
  ways['by the link of a mail, on a device that nobody knows'] = await inAfter(async () => {
    const client = stranger();
    await send(place.product, client, '/auth/reset/ask', { account: ADDRESS });
    await send(place.product, client, '/auth/reset', { token: await tokenOf(place), password: ANOTHER });
    return (await signIn(client, ANOTHER)).status;
  });
  return { refused, ways };
}

async function tokenOf({ database }) {
  const secrets = new Secrets(database.secretKey);
  for (let tries = 0; tries < 300; tries++) {
    const { rows } = await sql({ database }, `select id, recipient, content from platform.mail where about = 'ACCOUNT_RESET' and content is not null order by created_at desc`);
    const read = (id, column, sealed) => secrets.openAt(mailPlaces(id)[column], sealed, OPERATOR_TENANT).toString('utf8');
    const mail = rows.find(({ id, recipient }) => readRecipient(read(id, 'recipient', recipient)).address === ADDRESS);
    if (mail) return /#([\w-]{43})/.exec(readContent(read(mail.id, 'content', mail.content)).text)[1];
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('no mail came');
}
