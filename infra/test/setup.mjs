import { OPERATOR, startDatabase, startProduct } from './product.mjs';

/** Once for all suites: one database, one product. Each test makes a consortium of its own in it. */
export default async function setup() {
  const database = await startDatabase();
  const product = await startProduct({ database, mode: process.env.GONGJIAN_MODE === 'services' ? 'services' : 'one', env: { PASSWORD_HASHING: 'cheap' } });
  Object.assign(process.env, {
    GONGJIAN_URL: product.url,
    GONGJIAN_DATABASE_URL: database.url,
    GONGJIAN_SECRET_KEY: database.secretKey,
    GONGJIAN_OPERATOR: JSON.stringify(OPERATOR),
  });
  globalThis.gongjian = { database, product };
}
