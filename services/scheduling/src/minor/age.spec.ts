import { describe, expect, test } from '@jest/globals';
import { bornOn, isMinor } from './age.ts';

describe('who is a minor', () => {
  test.each([
    ['11010520081127001X', '2026-11-26', true],
    ['11010520081126001X', '2026-11-26', false],
    ['11010520080229001x', '2026-02-28', true],
    ['11010520080229001x', '2026-03-01', false],
    ['110101199003074477', '2026-11-26', false],
  ])('%s on %s: %s', (idNumber, today, minor) => expect(isMinor(idNumber, today)).toBe(minor));

  test('other papers say no day of birth, so nobody is taken for a minor by them', () => {
    expect(bornOn('H12345678')).toBeNull();
    expect(isMinor(null, '2026-11-26')).toBe(false);
  });
});
