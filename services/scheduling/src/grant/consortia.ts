import { asUuid, type RequestContext, sql } from '@gongjian/platform';

interface PartnerConsortium {
  id: string;
  name: string;
  timeZone: string;
}

/** A consortium with which this one has papers. */
export function partner(ctx: RequestContext, id: string): Promise<PartnerConsortium | undefined> {
  return ctx.batch('partner consortium', id, async (ids) => {
    const rows = await ctx.query<PartnerConsortium>(sql`select id, name, time_zone as "timeZone" from directory.partner_consortia(${ids.map(asUuid)}::uuid[])`);
    return ids.map((each) => rows.find((row) => row.id === asUuid(each)));
  });
}
