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

/** What the print of an address is made of. */
export const addressText = (email: string): string => `address ${email.toLowerCase()}`;

/** An organisation asks one address once, however many ask at once. In one order, so that nobody waits in a circle. */
export async function lockPlaces(ctx: RequestContext, places: readonly { organisationId: string; addressPrint: string }[]): Promise<void> {
  const names = places.map(({ organisationId, addressPrint }) => `invite ${organisationId} ${addressPrint}`).toSorted();
  await ctx.query(sql`select pg_advisory_xact_lock(hashtextextended(n.name, 0)) from (select name from unnest(${names}::text[]) with ordinality as u(name, n) order by n offset 0) n`);
}

/** Those of accepted invitations whose holder has all the roles there now that would be asked for, so that nothing is left to ask. */
export async function holdersOf(ctx: RequestContext, accepted: readonly Invitation[], wanted: (invitation: Invitation) => readonly Role[]): Promise<Set<Invitation>> {
  if (accepted.length === 0) return new Set();
  const held = await ctx.query<{ place: string; role: Role }>(sql`
    select g.person_id || ' ' || g.organisation_id as place, g.role from directory.role_grant g
    where g.tenant_id = ${ctx.currentTenant} and g.person_id = any(${accepted.map(({ personId }) => personId)}::uuid[]) and (g.until is null or g.until > ${today(ctx)})`);
  const roles = new Set(held.map(({ place, role }) => `${place} ${role}`));
  return new Set(accepted.filter((invitation) => wanted(invitation).every((role) => roles.has(`${invitation.personId} ${invitation.organisationId} ${role}`))));
}

/** How far the mails of invitations have come. */
export async function mailStates(ctx: RequestContext, ids: readonly string[]): Promise<(MailState | null)[]> {
  const rows = await ctx.query<{ id: string; state: MailState }>(sql`select id, state from platform.mail where tenant_id = ${ctx.currentTenant} and id = any(${ids}::uuid[])`);
  const byId = new Map(rows.map(({ id, state }) => [id, state]));
  return ids.map((id) => byId.get(id) ?? null);
}
