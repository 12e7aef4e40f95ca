import { randomBytes } from 'node:crypto';
import { as, startProduct } from '../../test/product.mjs';
import { speakTo } from '../common/people.mjs';

const REVEAL = 'mutation ($id: ID!) { revealPersonalData(resourceId: $id) { idNumber phone } }';

/** The installation goes on with another SECRET_KEY: told of the one of before, then without it. */
export async function anotherKey(bed, { database, product, world, canaries }) {
  const next = randomBytes(32).toString('base64url');
  const { client } = world.people.SECRETARY;
  const look = async () => Object.values((await client.run(REVEAL, { id: world.entries[0].id })).revealPersonalData).filter((text) => canaries.all.has(text)).length;
  const wrapped = async () => as(database.url, async (owner) => (await owner.query('select count(distinct master)::int as count, count(*)::int as keys from platform.data_key where wrapped is not null')).rows[0]);
  const masters = async () => as(database.url, async (owner) => (await owner.query('select distinct master from platform.data_key where wrapped is not null')).rows.map(({ master }) => master));
  await product.stop();
  const [before] = await masters();
  const strange = await startProduct({ database, env: { SECRET_KEY: next } }).then(
    async (started) => (await started.stop(), false),
    (error) => /SECRET_KEY is not the one/.test(error.message),
  );
  const heir = await bed.product({ database, env: { SECRET_KEY: next, SECRET_KEY_PREVIOUS: database.secretKey } });
  speakTo(heir);
  const during = await look();
  for (let tries = 0; tries < 60 && (await masters()).includes(before); tries++) await new Promise((resolve) => setTimeout(resolve, 1000));
  const left = (await masters()).filter((master) => master === before).length;
  await heir.stop();
  const alone = await bed.product({ database, env: { SECRET_KEY: next } });
  speakTo(alone);
  const after = await look();
  return { refused: strange ? 1 : 0, during, left, after, ...(await wrapped()), log: heir.log() + alone.log() };
}
