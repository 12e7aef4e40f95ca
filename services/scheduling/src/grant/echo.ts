import { Changes, type Echo, type Kept } from '@gongjian/platform';

interface Reached {
  homeId: string;
  tenantId: string;
  resourceIds: string[];
}

/**
 * What changes about a thing is heard wherever a grant in force reaches it. Nobody waits for it, and no booking has a
 * statement more: it is asked after the news of the own consortium, once for all that travel together.
 */
export const echo: Echo = async (ask, news) => {
  const things = news.flatMap(({ tenantId, changes }) => [...changes.of('Resource').ids, ...changes.of('Allocation').extra('resourceIds')].map((id) => [tenantId, id] as const));
  if (things.length === 0) return [];
  const rows = await ask<Reached>('select home_id as "homeId", tenant_id as "tenantId", resource_ids as "resourceIds" from scheduling.reached_from($1::uuid[], $2::uuid[])', [things.map(([homeId]) => homeId), things.map(([, id]) => id)]);
  return rows.flatMap(({ homeId, tenantId, resourceIds }) => news.filter((kept) => kept.tenantId === homeId).flatMap(({ changes }) => heard(tenantId, changes, new Set(resourceIds))));
};

/** Only what concerns things that are seen there. */
function heard(tenantId: string, changes: Changes, seen: ReadonlySet<string>): Kept[] {
  const taken = changes.of('Allocation');
  const [wanted, told] = [taken.extra('resourceIds'), new Changes()];
  const [things, resourceIds] = [changes.of('Resource').ids, wanted].map((ids) => ids.filter((id) => seen.has(id))) as [string[], string[]];
  if (things.length > 0) told.add('Resource', things);
  // Which allocation takes which thing is not told: they are named where all of the things are seen.
  if (resourceIds.length > 0) told.add('Allocation', resourceIds.length === wanted.length ? taken.ids : [], { resourceIds });
  return things.length + resourceIds.length > 0 ? [{ tenantId, changes: told }] : [];
}
