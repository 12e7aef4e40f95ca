import { randomUUID } from 'node:crypto';
import { Client, PASSWORD, SoftPasskey } from '../../../libs/platform/dist/testing/index.js';
import { generateSync } from 'otplib';
import { as } from '../../test/product.mjs';
import { foundConsortium, speakTo } from '../common/people.mjs';

export const WRONG = 'Wrong-Horse-2026';
export const ANOTHER = 'Trumpet-Canal-88';
export { PASSWORD };

/** Passkeys belong to the name under which browsers know the product: that of the first process. */
const originOf = ({ url }) => `http://localhost:${new URL(url).port}`;

/** A browser that nobody knows, at an address that nobody has used. */
export const stranger = () => new Client();

export async function send(product, client, path, body) {
  speakTo(product);
  const response = body ? await client.post(path, body) : await client.fetch(path);
  const text = await response.text();
  return { status: response.status, body: text.startsWith('{') ? JSON.parse(text) : {} };
}

/** A person of a consortium of their own, with all that can prove somebody. */
export async function somebody(place, { factors = false } = {}) {
  const consortium = await foundConsortium(place.product, `证明${randomUUID().slice(0, 6)}联合体`);
  const person = { consortium, client: consortium.secretary, login: consortium.secretaryLogin };
  if (factors) {
    const { body: totp } = await send(place.product, person.client, '/auth/totp/begin', {});
    await send(place.product, person.client, '/auth/totp/confirm', { code: generateSync({ secret: totp.secret }) });
    person.passkey = await passkeyOf(place, person.client);
  }
  return person;
}

export async function passkeyOf(place, client) {
  const passkey = new SoftPasskey(originOf(place.product));
  const { body: options } = await send(place.product, client, '/auth/passkeys/options', {});
  const { status } = await send(place.product, client, '/auth/passkeys', { name: 'proof', response: passkey.create(options) });
  if (status !== 200) throw new Error(`the passkey was not taken: ${status}`);
  return passkey;
}

export const sql = (place, text, values = []) => as(place.database.url, (client) => client.query(text, values));

/** The clock of all tries goes on. */
export const minutesPass = (place, minutes) => sql(place, 'update directory.attempt set paid_until = paid_until - make_interval(mins => $1)', [minutes]);
