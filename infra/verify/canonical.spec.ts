import { describe, expect, test } from '@jest/globals';
import { canonical as ofVerifier } from './audit/crypto.mjs';
import { canonical } from '../../libs/platform/src/audit/canonical.ts';

const VALUES: [string, unknown, string][] = [
  ['keys in one order, at every depth', { b: 1, a: { d: [{ f: 1, e: 2 }], c: null } }, '{"a":{"c":null,"d":[{"e":2,"f":1}]},"b":1}'],
  ['numbers as ECMAScript writes them', [1.0, 1e21, -0, 0.1 + 0.2, 1e-7], '[1,1e+21,0,0.30000000000000004,1e-7]'],
  ['texts with everything in them', { 䶮: '㛃"\\\n\u0001é😀' }, '{"䶮":"㛃\\"\\\\\\n\\u0001é😀"}'],
  ['nothing at all', {}, '{}'],
];

describe('the one way to write a value down', () => {
  test.each(VALUES)('%s', (_, value, text) => expect(canonical(value)).toBe(text));

  test.each(VALUES)('the verifier writes the same: %s', (_, value, text) => expect(ofVerifier(JSON.parse(JSON.stringify(value)))).toBe(text));

  test('what is written is what comes back from JSON: instants as text, undefined left out', () => {
    const value = { at: new Date('2026-11-26T00:00:00Z'), gone: undefined, list: [undefined, 1] };
    expect(canonical(value)).toBe('{"at":"2026-11-26T00:00:00.000Z","list":[null,1]}');
    expect(canonical(JSON.parse(JSON.stringify(value)))).toBe(canonical(value));
  });
});
