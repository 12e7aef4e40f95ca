import { type RequestContext, sql } from '@gongjian/platform';

interface PartnerConsortium {
  id: string;
  name: string;
  timeZone: string;
}

/** The consortia with which this one has papers, by id. */
export function partners(ctx: RequestContext): Promise<Map<string, PartnerConsortium>> {
  return ctx.batch('partner consortia', 'all', async (keys) => {
    const rows = await ctx.query<PartnerConsortium>(sql`select id, name, time_zone as "timeZone" from directory.partner_consortia()`);
    return keys.map(() => new Map(rows.map((row) => [row.id, row])));
  });
}
