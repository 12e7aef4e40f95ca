import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { pickSwaps, type Substitute } from './substitutes.ts';

const list = (...ids: string[]): Substitute[] => ids.map((id) => ({ id, sameModel: true }));
const ids = (ways: ReturnType<typeof pickSwaps>) => ways.map((way) => way.map((swap) => swap.substitute.id).join(' '));

/** All ways there are, by trying everything. */
function everyWay(choices: ReadonlyMap<string, readonly Substitute[]>): string[] {
  let ways: string[][] = [[]];
  for (const substitutes of choices.values()) ways = ways.flatMap((way) => substitutes.filter(({ id }) => !way.includes(id)).map(({ id }) => [...way, id]));
  return ways.map((way) => way.join(' '));
}

describe('substitutes', () => {
  test('one resource in trouble gets its best substitutes in order', () => {
    expect(ids(pickSwaps(new Map([['a', list('x', 'y', 'z', 'w')]]), 3))).toEqual(['x', 'y', 'z']);
  });

  test('no substitute is used twice in one way', () => {
    expect(ids(pickSwaps(new Map([['a', list('x', 'y')], ['b', list('x')]]), 3))).toEqual(['y x']);
  });

  test('there is no way when one of them has no substitute', () => {
    expect(pickSwaps(new Map([['a', list('x', 'y')], ['b', list()]]), 3)).toEqual([]);
    expect(pickSwaps(new Map(), 3)).toEqual([]);
  });

  test('twenty of one kind share the same substitutes', () => {
    const shared = Array.from({ length: 24 }, (_, index) => `s${index}`);
    const choices = new Map(Array.from({ length: 20 }, (_, index) => [`r${index}`, list(...shared)]));
    const ways = pickSwaps(choices, 12);
    expect(ways).toHaveLength(12);
    for (const way of ways) expect(new Set(way.map((swap) => swap.substitute.id)).size).toBe(20);
  });

  test('as many ways are found as are asked for, whenever there are so many', () => {
    const substitutes = fc.uniqueArray(fc.constantFrom('u', 'v', 'w', 'x', 'y', 'z'), { maxLength: 5 });
    fc.assert(
      fc.property(fc.array(substitutes, { minLength: 1, maxLength: 4 }), fc.integer({ min: 1, max: 8 }), (lists, count) => {
        const choices = new Map(lists.map((one, index) => [`r${index}`, list(...one)]));
        const possible = everyWay(choices);
        const ways = ids(pickSwaps(choices, count));
        expect(new Set(ways).size).toBe(ways.length);
        for (const way of ways) expect(possible).toContain(way);
        expect(ways).toHaveLength(Math.min(count, possible.length));
      }),
      { numRuns: 300 },
    );
  });
});
