import { ADMINISTRATORS, DomainError, type RequestContext, type Role, sql } from '@gongjian/platform';
import { inForce, today } from '../day.ts';
import type { RoleGrant } from './role-grant.entity.ts';

const isAdministrator = (role: Role) => (ADMINISTRATORS as readonly Role[]).includes(role);

/** Of whom somebody has to be left: the secretary always, the three administrators while they are separated, and each organisation's own. */
function isIndispensable(ctx: RequestContext, role: Role): boolean {
  return role === 'SECRETARY' || role === 'ORGANISATION_ADMINISTRATOR' || (isAdministrator(role) && ctx.actor.separated === true);
}

/**
 * What is about to end must not be the last of its kind on the day on which it ends.
 * @param leavingOrganisationId an organisation that leaves as a whole needs no administrator of its own any more
 * @throws LAST_SECRETARY and the like, each with the way on
 */
export async function requireOthers(ctx: RequestContext, ending: readonly RoleGrant[], on: string, leavingOrganisationId?: string): Promise<void> {
  const day = on > today(ctx) ? on : today(ctx);
  const held = ending.filter((grant) => inForce(grant, today(ctx)) && isIndispensable(ctx, grant.role) && !(grant.role === 'ORGANISATION_ADMINISTRATOR' && grant.organisationId === leavingOrganisationId));
  if (held.length === 0) return;
  // Two who take each other out at once do so one after the other.
  await ctx.query(sql`select pg_advisory_xact_lock(hashtextextended(${`indispensable ${ctx.currentTenant}`}, 0))`);
  const left = await ctx.query<{ role: Role; organisationId: string }>(sql`
    select g.role, g.organisation_id as "organisationId" from directory.role_grant g
    join directory.membership m on m.tenant_id = g.tenant_id and m.organisation_id = g.organisation_id
    where g.tenant_id = ${ctx.currentTenant} and g.id <> all (${ending.map(({ id }) => id)}::uuid[]) and g.role = any (${[...new Set(held.map(({ role }) => role))]})
      and g.organisation_id is distinct from ${leavingOrganisationId ?? null}::uuid
      and g.since <= ${day} and (g.until is null or g.until > ${day}) and m.since <= ${day} and (m.until is null or m.until > ${day})
      and not exists (select 1 from directory.suspension s where s.tenant_id = g.tenant_id and s.person_id = g.person_id and s.since <= ${day} and (s.until is null or s.until > ${day}))
      and not exists (select 1 from directory.suspension s where s.tenant_id = g.tenant_id and s.organisation_id = g.organisation_id and s.since <= ${day} and (s.until is null or s.until > ${day}))`);
  for (const { role, organisationId } of held) {
    if (left.some((other) => other.role === role && (role !== 'ORGANISATION_ADMINISTRATOR' || other.organisationId === organisationId))) continue;
    throw new DomainError(isAdministrator(role) ? 'LAST_ADMINISTRATOR' : `LAST_${role}`, { role: ctx.text(`ROLE_${role}`) });
  }
}
