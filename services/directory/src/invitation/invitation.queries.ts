import { type MailState, type RequestContext, type Role, type Sql, sql } from '@gongjian/platform';
import { today } from '../day.ts';
import { Invitation } from './invitation.entity.ts';
import type { InvitationFilter } from './invitation.inputs.ts';

export function invitationWhere(ctx: RequestContext, filter: InvitationFilter): Sql[] {
  const { state, organisationId } = filter ?? {};
  const where: Sql[] = [];
  if (!state || state === 'OPEN' || state === 'EXPIRED') where.push(sql`t.state = 'OPEN'`);
  else where.push(sql`t.state = ${state}`);
  if (state === 'OPEN') where.push(sql`t.expires_at > ${ctx.now}`);
  if (state === 'EXPIRED') where.push(sql`t.expires_at <= ${ctx.now}`);
  if (organisationId) where.push(sql`t.organisation_id = ${organisationId}`);
  return where;
}

/** The latest invitation that an organisation has sent to each of some addresses, by their fingerprints. */
export async function latestOf(ctx: RequestContext, organisationId: string, addressPrints: readonly string[]): Promise<Invitation[]> {
  return ctx.find(Invitation, { where: [sql`t.organisation_id = ${organisationId}`, sql`t.address_print = any(${addressPrints})`, sql`not exists (
    select from directory.invitation n where n.tenant_id = t.tenant_id and n.organisation_id = t.organisation_id and n.address_print = t.address_print and n.id > t.id)`] });
}

/** Whether whoever accepted it holds all these roles there now, so that nothing is left to ask. */
export async function acceptedBy(ctx: RequestContext, { personId, organisationId }: Invitation, roles: readonly Role[]): Promise<boolean> {
  const [row] = await ctx.query<{ count: number }>(sql`
    select count(distinct g.role)::int as count from directory.role_grant g
    where g.tenant_id = ${ctx.currentTenant} and g.person_id = ${personId} and g.organisation_id = ${organisationId}
      and g.role = any(${roles}) and (g.until is null or g.until > ${today(ctx)})`);
  return row!.count === roles.length;
}

/** How far the mails of invitations have come. */
export async function mailStates(ctx: RequestContext, ids: readonly string[]): Promise<(MailState | null)[]> {
  const rows = await ctx.query<{ id: string; state: MailState }>(sql`select id, state from platform.mail where tenant_id = ${ctx.currentTenant} and id = any(${ids}::uuid[])`);
  const byId = new Map(rows.map(({ id, state }) => [id, state]));
  return ids.map((id) => byId.get(id) ?? null);
}
