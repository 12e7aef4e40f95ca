import { OPERATOR, startDatabase, startProduct } from './product.mjs';

/** What a test has no reason to wait for; whatever tests start themselves has it too. */
const QUICK = { PASSWORD_HASHING: 'cheap', ROUNDS: 'quick' };

/** Once for all suites: one database, one product. Each test makes a consortium of its own in it. */
export default async function setup() {
  const database = await startDatabase();
  Object.assign(process.env, QUICK);
  const product = await startProduct({ database, mode: process.env.GONGJIAN_MODE === 'services' ? 'services' : 'one' });
  Object.assign(process.env, {
    GONGJIAN_URL: product.url,
    GONGJIAN_DATABASE_URL: database.url,
    GONGJIAN_SECRET_KEY: database.secretKey,
    GONGJIAN_OPERATOR: JSON.stringify(OPERATOR),
  });
  globalThis.gongjian = { database, product };
}
