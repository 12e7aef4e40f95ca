import { DomainError, type RequestContext, type Sql, sql } from '@gongjian/platform';
import { today } from '../day.ts';
import { fold } from '../search.ts';
import type { Membership } from './membership.entity.ts';
import type { CreateOrganisationInput, OrganisationFilter } from './organisation.inputs.ts';

interface Keys {
  sortName: string;
  search: string;
}

/** The organisation with this 统一社会信用代码, registered now unless it was before. */
export async function registerOrganisation(ctx: RequestContext, input: CreateOrganisationInput, shortName: string, keys: Keys): Promise<string> {
  const { uscc, name, kind } = input;
  const [row] = await ctx.query<{ id: string }>(
    sql`select directory.register_organisation(${uscc}, ${name}, ${shortName}, ${kind}, ${keys.sortName}, ${keys.search}, ${ctx.now}) as id`,
  );
  return row!.id;
}

/** Members that have not left, or with `former` those that have, found by what somebody typed. By id, so that only they are read. */
export function membersWhere(ctx: RequestContext, filter: OrganisationFilter): Sql[] {
  const day = today(ctx);
  const state = filter?.former ? sql`m.until <= ${day}` : sql`(m.until is null or m.until > ${day})`;
  const membershipKind = filter?.membershipKind ? sql`and m.kind = ${filter.membershipKind}` : sql``;
  const where = [sql`t.id = any (array(select m.organisation_id from directory.membership m where m.tenant_id = ${ctx.currentTenant} and ${state} ${membershipKind}))`];
  if (filter?.kind) where.push(sql`t.kind = ${filter.kind}`);
  if (filter?.search) where.push(sql`strpos(t.search, ${fold(filter.search)}) > 0`);
  return where;
}

/**
 * A consortium is never without an organisation that leads it.
 * @throws LEAD_STAYS when this is the last one
 */
export async function requireLead(ctx: RequestContext, membership: Membership): Promise<void> {
  if (membership.kind !== 'LEAD') return;
  await ctx.query(sql`select pg_advisory_xact_lock(hashtextextended(${`leads ${ctx.currentTenant}`}, 0))`);
  const day = today(ctx);
  const others = await ctx.query(sql`
    select 1 from directory.membership m where m.tenant_id = ${ctx.currentTenant} and m.kind = 'LEAD' and m.id <> ${membership.id} and m.since <= ${day} and (m.until is null or m.until > ${day})
      and not exists (select 1 from directory.suspension s where s.tenant_id = m.tenant_id and s.organisation_id = m.organisation_id and s.since <= ${day} and (s.until is null or s.until > ${day}))`);
  if (others.length === 0) throw new DomainError('LEAD_STAYS');
}

/** Ends all roles for an organisation that last longer than it does. One statement: a school has thousands. */
export async function endRoles(ctx: RequestContext, organisationId: string, until: string): Promise<string[]> {
  const ended = await ctx.query<{ id: string; personId: string }>(sql`
    update directory.role_grant set until = greatest(since, ${until}::date), updated_at = ${ctx.now}, version = version + 1
    where tenant_id = ${ctx.currentTenant} and organisation_id = ${organisationId} and (until is null or until > ${until})
    returning id, person_id as "personId"`);
  for (const { id } of ended) ctx.audit('end', { type: 'RoleGrant', id }, { until, because: 'membership' });
  ctx.changed('RoleGrant', ended.map(({ id }) => id));
  return [...new Set(ended.map(({ personId }) => personId))];
}
