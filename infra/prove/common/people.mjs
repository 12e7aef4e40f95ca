import { TestConsortium } from '../../../libs/platform/dist/testing/index.js';
import { OPERATOR } from '../../test/product.mjs';

/** The test client reads where the product is from the environment. */
export function speakTo(product) {
  process.env.GONGJIAN_URL = product.url;
  process.env.GONGJIAN_OPERATOR = JSON.stringify(OPERATOR);
}

/** A new consortium of the product, founded as people do it. */
export async function foundConsortium(product, name) {
  speakTo(product);
  return TestConsortium.found(name);
}
