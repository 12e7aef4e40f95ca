import { type RequestContext, sql } from '@gongjian/platform';

/** How the keys begin under whose name these acted, in their order; null for people. Whoever reads the log may know, without a right on keys. */
export async function prefixesOf(ctx: RequestContext, personIds: readonly string[]): Promise<(string | null)[]> {
  const rows = await ctx.query<{ personId: string; prefix: string }>(sql`select person_id as "personId", prefix from directory.api_key where tenant_id = ${ctx.currentTenant} and person_id = any(${personIds}::uuid[])`);
  const byPerson = new Map(rows.map(({ personId, prefix }) => [personId, prefix]));
  return personIds.map((id) => byPerson.get(id) ?? null);
}
