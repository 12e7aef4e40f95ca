import { asUuid, type OrderBy, type RequestContext, type Sql, sql } from '@gongjian/platform';
import type { ResourceFilter, ResourceOrder } from './resource.inputs.ts';
import type { OpeningPeriod } from './opening.ts';
import { BOOKABLE_STATES, type Resource } from './resource.entity.ts';
import { containing, searchWords, sortKey } from './resource.search.ts';

/** A filter as conditions on table `t`. An empty list of ids finds nothing; a filter that was left out finds all. */
export function matching(filter: ResourceFilter | null | undefined): Sql[] {
  if (!filter) return [];
  const where: Sql[] = searchWords(filter.search).map((word) => sql`t.search_text like ${containing(word)}`);
  if (filter.kinds) where.push(sql`t.kind = any(${filter.kinds})`);
  if (filter.states) where.push(sql`t.state = any(${filter.states})`);
  if (filter.ownerIds) where.push(sql`t.owner_id = any(${filter.ownerIds.map(asUuid)})`);
  if (filter.ids) where.push(sql`t.id = any(${filter.ids.map(asUuid)})`);
  if (filter.bookable === true) where.push(sql`t.state = any(${BOOKABLE_STATES})`);
  if (filter.bookable === false) where.push(sql`t.state <> all(${BOOKABLE_STATES})`);
  if (filter.needsApproval != null) where.push(sql`t.needs_approval = ${filter.needsApproval}`);
  if (filter.category) where.push(sql`t.category = ${filter.category}`);
  if (filter.model) where.push(sql`t.model = ${filter.model}`);
  return where;
}

export async function ordered(ctx: RequestContext, order: ResourceOrder): Promise<OrderBy<Resource>[]> {
  switch (order) {
    case 'NAME':
      return [{ by: 'nameKey' }];
    case 'CODE':
      return [{ by: 'codeKey' }];
    case 'PLACE':
      return [{ by: 'placeKey' }, { by: 'nameKey' }];
    case 'OWNER_THEN_NAME':
      return [{ by: await ownersInOrder(ctx) }, { by: sql`t.kind_rank` }, { by: 'nameKey' }];
    case 'UPDATED_LAST':
      return [{ by: 'updatedAt', desc: true }];
    case 'KIND_THEN_NAME':
      return [{ by: sql`t.kind_rank` }, { by: 'nameKey' }];
  }
}

/** Owners' names live in the directory, and their Chinese order is made here; a consortium has dozens, so their rank is cheap. */
async function ownersInOrder(ctx: RequestContext): Promise<Sql> {
  const members = await membersOf(ctx);
  const inOrder = members.toSorted((a, b) => (sortKey(a.shortName) < sortKey(b.shortName) ? -1 : 1)).map((member) => member.id);
  return sql`coalesce(array_position(${inOrder}::uuid[], t.owner_id), 0)`;
}

export interface Member {
  id: string;
  name: string;
  shortName: string;
}

/** The consortium's organisations, as the directory publishes them. */
export function membersOf(ctx: RequestContext): Promise<Member[]> {
  return ctx.query<Member>(sql`select organisation_id as id, name, short_name as "shortName" from directory.member`);
}

/** The same with those that have left or are suspended: their bookings keep their name. */
export function knownMembersOf(ctx: RequestContext): Promise<Member[]> {
  return ctx.query<Member>(sql`select organisation_id as id, name, short_name as "shortName" from directory.known_member`);
}

export async function isMember(ctx: RequestContext, organisationId: string): Promise<boolean> {
  const found = await ctx.query(sql`select 1 from directory.member where organisation_id = ${asUuid(organisationId)}`);
  return found.length > 0;
}

/** What the consortium gives new resources that bring no opening hours of their own. */
export async function defaultOpeningHours(ctx: RequestContext): Promise<OpeningPeriod[]> {
  const [found] = await ctx.query<{ hours: OpeningPeriod[] }>(sql`select default_opening_hours as hours from directory.consortium_setting where tenant_id = ${ctx.currentTenant}`);
  return found?.hours ?? [];
}
