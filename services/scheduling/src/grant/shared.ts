import { asUuid, hydrate, type RequestContext, sql } from '@gongjian/platform';
import { partner } from './consortia.ts';
import { Resource, RESOURCE_DEFAULTS } from '../resource/resource.entity.ts';
import { Reach } from './grant.entity.ts';

/** A thing of another consortium: what its taker needs to find and book it, and nothing that can be changed. */
export class SharedResource extends Resource {}

/** Those that a grant in force reaches, or that a booking of this consortium takes. Their own consortium has the last word, in the statement. */
async function sharedResources(ctx: RequestContext, ids: readonly string[]): Promise<Map<string, SharedResource>> {
  const rows = await ctx.query<Partial<Resource> & { id: string; tenantId: string }>(sql`
    select tenant_id as "tenantId", id, created_at as "createdAt", updated_at as "updatedAt", version, kind, name, code, model, manufacturer, category, place, capacity, owner_id as "ownerId", state,
      opening_hours as "openingHours", buffer_before as "bufferBefore", buffer_after as "bufferAfter", needs_approval as "needsApproval", hold_hours as "holdHours", max_minutes as "maxMinutes", horizon_days as "horizonDays", sharing
    from scheduling.shared_resources(${ids.map(asUuid)}::uuid[])`);
  return new Map(await Promise.all(rows.map(async (row) => [row.id, hydrate(SharedResource, { ...RESOURCE_DEFAULTS, ...row, timeZone: (await partner(ctx, row.tenantId))?.timeZone })] as const)));
}

/** The own consortium's, or a shared one; where a record leads to it that the viewer may read. Who works with nothing that is shared is shown none. */
export async function knownResource(ctx: RequestContext, id: string): Promise<Resource | null> {
  const own = await ctx.load(Resource, id);
  return own ?? ctx.batch('SharedResource', id, async (ids) => {
    const found = await sharedResources(ctx, ids);
    return ids.map((each) => {
      const shared = found.get(asUuid(each));
      return shared && ctx.can('read', shared) ? shared : null;
    });
  });
}

/** Grants in force (table `t`) through which things of other consortia are seen. */
export const fromElsewhere = (ctx: RequestContext) => [sql`t.home_id <> t.tenant_id`, sql`t.valid_from <= ${ctx.now}`, sql`t.valid_until > ${ctx.now}`];

/** The shared thing with this id, if a grant in force shows it to the viewer. */
export async function reachedResource(ctx: RequestContext, id: string): Promise<Resource | null> {
  const [reach] = await ctx.find(Reach, { where: [sql`t.resource_id = ${asUuid(id)}`, ...fromElsewhere(ctx)], limit: 1 });
  return reach ? knownResource(ctx, reach.resourceId) : null;
}
