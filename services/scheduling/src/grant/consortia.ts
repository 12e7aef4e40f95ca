import { type RequestContext, sql } from '@gongjian/platform';

/** Clocks of the consortia with which this one has papers. */
export async function zonesOf(ctx: RequestContext): Promise<Map<string, string>> {
  const rows = await ctx.query<{ id: string; timeZone: string }>(sql`select id, time_zone as "timeZone" from directory.partner_consortia()`);
  return new Map(rows.map(({ id, timeZone }) => [id, timeZone]));
}

/** And their names. */
export function partnerNames(ctx: RequestContext): Promise<Map<string, string>> {
  return ctx.batch('partner consortia', 'all', async (keys) => {
    const rows = await ctx.query<{ id: string; name: string }>(sql`select id, name from directory.partner_consortia()`);
    return keys.map(() => new Map(rows.map(({ id, name }) => [id, name])));
  });
}
