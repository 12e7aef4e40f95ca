import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type Choice, pickSwaps, type Substitute } from './substitutes.ts';

const list = (...ids: string[]): Substitute[] => ids.map((id) => ({ id, sameModel: true }));
const room = (id: string, seats: number): Substitute => ({ id, sameModel: false, seats });
const choose = (originalId: string, substitutes: readonly Substitute[], kind = 'EQUIPMENT'): Choice => ({ originalId, kind, substitutes });
/** Which resources each way takes; who stands in for whom makes no other way of it. */
const ids = (ways: ReturnType<typeof pickSwaps>) => ways.map((way) => way.map((swap) => swap.substitute.id).sort().join(' '));

/** All resources that could be taken, by trying everything. */
function everyWay(choices: readonly Choice[], seats = 0): string[] {
  let ways: Substitute[][] = [[]];
  for (const { substitutes } of choices) ways = ways.flatMap((way) => substitutes.filter((one) => !way.includes(one)).map((one) => [...way, one]));
  const right = ways.filter((way) => way.reduce((sum, one) => sum + (one.seats ?? 0), 0) >= seats);
  return [...new Set(right.map((way) => way.map(({ id }) => id).sort().join(' ')))];
}

describe('substitutes', () => {
  test('one resource in trouble gets its best substitutes in order', () => {
    expect(ids(pickSwaps([choose('a', list('x', 'y', 'z', 'w'))], 3))).toEqual(['x', 'y', 'z']);
  });

  test('no substitute is used twice in one way, and no two ways take the same', () => {
    expect(ids(pickSwaps([choose('a', list('x', 'y', 'z')), choose('b', list('x', 'y', 'z'))], 6))).toEqual(['x y', 'x z', 'y z']);
  });

  test('each gets what is most like it', () => {
    const [way] = pickSwaps([choose('a', list('p', 'q', 'r')), choose('b', list('q', 'r', 'p'))], 1);
    expect(way!.map(({ originalId, substitute }) => `${originalId} ${substitute.id}`)).toEqual(['a p', 'b q']);
  });

  test('there is no way when there are too few for all', () => {
    expect(pickSwaps([choose('a', list('x')), choose('b', list('x'))], 3)).toEqual([]);
    expect(pickSwaps([choose('a', list('x', 'y')), choose('b', [], 'TEACHER')], 3)).toEqual([]);
    expect(pickSwaps([], 3)).toEqual([]);
  });

  test('twenty of one kind share the same substitutes', () => {
    const shared = Array.from({ length: 24 }, (_, index) => `s${index}`);
    const ways = pickSwaps(Array.from({ length: 20 }, (_, index) => choose(`r${index}`, list(...shared))), 12);
    expect(ways).toHaveLength(12);
    for (const way of ways) expect(new Set(way.map((swap) => swap.substitute.id)).size).toBe(20);
  });

  test('rooms that are large enough together are found behind all that are too small', () => {
    const rooms = [...Array.from({ length: 150 }, (_, index) => room(`small${index}`, 20)), room('large', 80), room('larger', 90)];
    const ways = ids(pickSwaps([choose('a', rooms, 'VENUE'), choose('b', rooms, 'VENUE')], 3, 165));
    expect(ways).toEqual(['large larger']);
    expect(pickSwaps([choose('a', rooms, 'VENUE'), choose('b', rooms, 'VENUE')], 3, 171)).toEqual([]);
    expect(pickSwaps([choose('a', [...rooms, room('hall', Infinity)], 'VENUE'), choose('b', [...rooms, room('hall', Infinity)], 'VENUE')], 3, 5000)).toHaveLength(3);
  });

  test('the worst case takes no time', () => {
    const rooms = Array.from({ length: 220 }, (_, index) => room(`r${index}`, index < 200 ? 10 : 100));
    const started = performance.now();
    expect(pickSwaps(Array.from({ length: 20 }, (_, index) => choose(`o${index}`, rooms, 'VENUE')), 6, 1910)).toHaveLength(6);
    expect(performance.now() - started).toBeLessThan(500);
  });

  test('as many ways are found as are asked for, whenever there are so many', () => {
    const order = (pool: readonly Substitute[]) => fc.shuffledSubarray([...pool], { minLength: pool.length });
    const pools = fc.tuple(fc.uniqueArray(fc.constantFrom('u', 'v', 'w', 'x'), { maxLength: 4 }), fc.array(fc.constantFrom(5, 10, 20, 40, Infinity), { maxLength: 4 }));
    const anything = pools.chain(([machines, seats]) => {
      const [equipment, venues] = [list(...machines), seats.map((count, index) => room(`room${index}`, count))];
      const kinds = fc.array(fc.constantFrom('EQUIPMENT', 'VENUE'), { minLength: 1, maxLength: 4 });
      return kinds.chain((chosen) => fc.tuple(...chosen.map((kind, index) => order(kind === 'VENUE' ? venues : equipment).map((substitutes) => choose(`r${index}`, substitutes, kind)))));
    });
    fc.assert(
      fc.property(anything, fc.integer({ min: 1, max: 8 }), fc.constantFrom(0, 0, 15, 45, 90), (choices, count, seats) => {
        const possible = everyWay(choices, seats);
        const ways = ids(pickSwaps(choices, count, seats));
        expect(new Set(ways).size).toBe(ways.length);
        for (const way of ways) expect(possible).toContain(way);
        expect(ways).toHaveLength(Math.min(count, possible.length));
      }),
      { numRuns: 500 },
    );
  });
});
