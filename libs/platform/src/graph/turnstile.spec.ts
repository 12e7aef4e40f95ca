import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { PATIENCE, Turnstile } from './turnstile.ts';

afterEach(() => {
  jest.useRealTimers();
});

/** Something that goes on until it is told to end. */
function work() {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  return { run: jest.fn(() => promise), resolve, reject };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('the turnstile', () => {
  it('lets so many through at once, and the others in the order in which they came', async () => {
    const turnstile = new Turnstile(2);
    const [first, second, third, fourth] = [work(), work(), work(), work()];
    const answers = [first, second, third, fourth].map(({ run }) => turnstile.pass(run));
    await settled();
    expect([first, second, third, fourth].map(({ run }) => run.mock.calls.length)).toEqual([1, 1, 0, 0]);
    second.resolve('second');
    await settled();
    expect([third, fourth].map(({ run }) => run.mock.calls.length)).toEqual([1, 0]);
    for (const [one, said] of [[first, 'first'], [third, 'third'], [fourth, 'fourth']] as const) one.resolve(said);
    expect(await Promise.all(answers)).toEqual(['first', 'second', 'third', 'fourth']);
  });

  it('goes on after one that failed, and tells only whoever asked for it', async () => {
    const turnstile = new Turnstile(1);
    const [first, second] = [work(), work()];
    const [failed, done] = [turnstile.pass(first.run), turnstile.pass(second.run)];
    first.reject(new Error('no'));
    await expect(failed).rejects.toThrow('no');
    second.resolve('yes');
    expect(await done).toBe('yes');
    // Nobody is left inside.
    const third = work();
    const last = turnstile.pass(third.run);
    await settled();
    expect(third.run).toHaveBeenCalled();
    third.resolve('');
    await last;
  });

  it('sends away whoever has stood in line for too long, without ever beginning', async () => {
    jest.useFakeTimers({ doNotFake: ['setImmediate'] });
    const turnstile = new Turnstile(1);
    const [first, second, third] = [work(), work(), work()];
    const [done, late] = [turnstile.pass(first.run), turnstile.pass(second.run)];
    const refused = expect(late).rejects.toMatchObject({ code: 'DATABASE_UNAVAILABLE' });
    jest.advanceTimersByTime(PATIENCE);
    await refused;
    const next = turnstile.pass(third.run);
    first.resolve('first');
    expect(await done).toBe('first');
    third.resolve('third');
    expect(await next).toBe('third');
    expect(second.run).not.toHaveBeenCalled();
  });
});
