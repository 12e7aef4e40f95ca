import { createRequire } from 'node:module';

/** A part of jest, which is no package of ours: found by way of the parts that need it. */
export function jestPart(...way) {
  const part = way.pop();
  return ['jest', ...way].reduce((require, name) => createRequire(require.resolve(name)), createRequire(import.meta.url))(part);
}
