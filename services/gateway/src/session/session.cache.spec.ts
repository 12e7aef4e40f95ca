import { describe, expect, it } from '@jest/globals';
import { SessionCache } from './session.cache.ts';
import type { Standing } from './session.queries.ts';

const standing = (sessionId: string, personId = 'p', tenantId = 't', organisationId = 'o', accountId = 'a'): Standing => ({
  actor: { sessionId, personId, accountId, tenantId, organisationId, roles: ['TEACHER'], name: '李工', timeZone: 'Asia/Shanghai' },
  confined: false,
});

async function cacheOf(...standings: Standing[]): Promise<SessionCache> {
  const cache = new SessionCache(60_000);
  for (const each of standings) await cache.remember(each.actor.sessionId, async () => each);
  return cache;
}

describe('the memory of sessions', () => {
  it('asks once', async () => {
    const cache = await cacheOf(standing('1'));
    expect(cache.get('1')?.actor.sessionId).toBe('1');
  });

  it.each([
    ['session 1', [false, true, true]],
    ['person p1', [false, false, true]],
    ['seat t1 o1', [false, true, false]],
    ['account b', [true, false, true]],
    ['consortium t1', [false, false, false]],
    ['something new', [false, false, false]],
  ])('forgets what "%s" is about and nothing else', async (news, left) => {
    const cache = await cacheOf(standing('1', 'p1', 't1', 'o1'), standing('2', 'p1', 't1', 'o2', 'b'), standing('3', 'p3', 't1', 'o1'));
    cache.evict(news);
    expect(['1', '2', '3'].map((key) => cache.get(key) !== null)).toEqual(left);
  });

  it('does not remember an answer that news overtook', async () => {
    const cache = new SessionCache(60_000);
    await cache.remember('1', async () => {
      cache.evict('person p');
      return standing('1');
    });
    expect(cache.get('1')).toBeNull();
  });

  it('remembers nobody for long, and never that there was nobody', async () => {
    const short = new SessionCache(0);
    await short.remember('1', async () => standing('1'));
    expect(short.get('1')).toBeNull();
    const cache = new SessionCache(60_000);
    await cache.remember('1', async () => null);
    expect(await cache.remember('1', async () => standing('1'))).not.toBeNull();
  });
});
