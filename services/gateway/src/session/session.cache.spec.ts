import { describe, expect, it } from '@jest/globals';
import type { Actor } from '@gongjian/platform';
import { SessionCache } from './session.cache.ts';

const actor = (sessionId: string, personId = 'p', tenantId = 't', organisationId = 'o'): Actor => ({ sessionId, personId, accountId: 'a', tenantId, organisationId, roles: ['TEACHER'], name: '李工', timeZone: 'Asia/Shanghai' });

async function cacheOf(...actors: Actor[]): Promise<SessionCache> {
  const cache = new SessionCache(60_000);
  for (const each of actors) await cache.remember(each.sessionId, async () => each);
  return cache;
}

describe('the memory of sessions', () => {
  it('asks once', async () => {
    const cache = await cacheOf(actor('1'));
    expect(cache.get('1')?.sessionId).toBe('1');
  });

  it.each([
    ['session 1', [false, true, true]],
    ['person p1', [false, false, true]],
    ['seat t1 o1', [false, true, false]],
    ['something new', [false, false, false]],
  ])('forgets what "%s" is about and nothing else', async (news, left) => {
    const cache = await cacheOf(actor('1', 'p1', 't1', 'o1'), actor('2', 'p1', 't1', 'o2'), actor('3', 'p3', 't1', 'o1'));
    cache.evict(news);
    expect(['1', '2', '3'].map((key) => cache.get(key) !== null)).toEqual(left);
  });

  it('does not remember an answer that news overtook', async () => {
    const cache = new SessionCache(60_000);
    await cache.remember('1', async () => {
      cache.evict('person p');
      return actor('1');
    });
    expect(cache.get('1')).toBeNull();
  });

  it('remembers nobody for long, and never that there was nobody', async () => {
    const short = new SessionCache(0);
    await short.remember('1', async () => actor('1'));
    expect(short.get('1')).toBeNull();
    const cache = new SessionCache(60_000);
    await cache.remember('1', async () => null);
    expect(await cache.remember('1', async () => actor('1'))).not.toBeNull();
  });
});
