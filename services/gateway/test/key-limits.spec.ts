import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { rolesOf, Secrets, urlAs } from '@gongjian/platform/testing/inside';
import pg from 'pg';
import { KeyLimits, SessionLimits } from '../src/key/key.limits.ts';

let pool: pg.Pool;
let statements = 0;
beforeAll(() => {
  const url = process.env.GONGJIAN_DATABASE_URL!;
  pool = new pg.Pool({ connectionString: urlAs(url, rolesOf(url).auth, new Secrets(process.env.GONGJIAN_SECRET_KEY!)), max: 4 });
  const query = pool.query.bind(pool) as (...args: unknown[]) => unknown;
  Object.assign(pool, { query: (...args: unknown[]) => (statements++, query(...args)) });
});
afterAll(() => pool.end());

/** A moment in the middle of a window of an hour, so that no window ends meanwhile. */
const NOW = Math.floor(Date.now() / 3_600_000) * 3_600_000 + 60_000;
const QUOTA = { requests: 100, seconds: 3600 };

describe('the rate of a key', () => {
  it('is one for all processes: together they never let more through, and hardly less', async () => {
    const key = randomUUID();
    const processes = [new KeyLimits(pool, QUOTA), new KeyLimits(pool, QUOTA), new KeyLimits(pool, QUOTA)];
    const answers = await Promise.all(Array.from({ length: 300 }, (_, number) => processes[number % 3]!.take(key, NOW)));
    const allowed = answers.filter((answer) => answer.allowed).length;
    expect(allowed).toBeLessThanOrEqual(100);
    expect(allowed).toBeGreaterThan(100 - 3 * 20);
  });

  it('costs a twentieth of a statement for a request, tells what is left, and begins anew with the window', async () => {
    const key = randomUUID();
    const limits = new KeyLimits(pool, QUOTA);
    statements = 0;
    const answers = [];
    for (let number = 0; number < 100; number++) answers.push(await limits.take(key, NOW));
    expect(statements).toBe(5);
    expect(answers.map(({ remaining }) => remaining)).toEqual(Array.from({ length: 100 }, (_, number) => 99 - number));
    expect(await limits.take(key, NOW)).toEqual({ allowed: false, remaining: 0, reset: 3540 });
    // Asking on and on asks the database no more than once.
    for (let number = 0; number < 50; number++) await limits.take(key, NOW);
    expect(statements).toBe(6);
    expect(await limits.take(key, NOW + 3_600_000)).toMatchObject({ allowed: true, remaining: 99 });
  });

  it('is a number in memory for sessions', () => {
    const limits = new SessionLimits({ requests: 3, seconds: 60 });
    expect([1, 2, 3, 4].map(() => limits.take('one', 30_000))).toEqual([0, 0, 0, 30]);
    expect(limits.take('another', 30_000)).toBe(0);
    expect(limits.take('one', 61_000)).toBe(0);
  });
});
