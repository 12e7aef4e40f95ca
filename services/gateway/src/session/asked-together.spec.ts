import { describe, expect, it } from '@jest/globals';
import { AskedTogether } from './asked-together.ts';

/** Answers when it is told to. */
function slow() {
  const asked: string[][] = [];
  const release: (() => void)[] = [];
  const truth = new Map([['a', 1], ['b', 2]]);
  const together = new AskedTogether<number>(async (keys) => {
    asked.push(keys);
    const seen = new Map(keys.flatMap((key) => (truth.has(key) ? [[key, truth.get(key)!] as const] : [])));
    await new Promise<void>((resolve) => release.push(resolve));
    return seen;
  });
  const next = async () => {
    release.shift()!();
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { asked, truth, together, next };
}

describe('questions that are asked together', () => {
  it('go in one statement, each key once', async () => {
    const { asked, together, next } = slow();
    const first = together.ask('a');
    const rest = Promise.all([together.ask('a'), together.ask('b'), together.ask('b'), together.ask('c')]);
    await next();
    expect(await first).toBe(1);
    await next();
    expect(await rest).toEqual([1, 2, 2, undefined]);
    expect(asked).toEqual([['a'], ['a', 'b', 'c']]);
  });

  it('are never answered by a statement that began before them', async () => {
    const { truth, together, next } = slow();
    const before = together.ask('a');
    truth.delete('a');
    const after = together.ask('a');
    await next();
    await next();
    expect([await before, await after]).toEqual([1, undefined]);
  });

  it('fail together, and the next ones are asked anew', async () => {
    let tries = 0;
    const together = new AskedTogether<number>(async (keys) => {
      if (++tries === 1) throw new Error('away');
      return new Map(keys.map((key) => [key, 7]));
    });
    await expect(together.ask('a')).rejects.toThrow('away');
    expect(await together.ask('a')).toBe(7);
  });
});
