import { type RequestContext, type Role, type Sql, sql } from '@gongjian/platform';
import { today } from '../day.ts';
import { fold } from '../search.ts';
import type { PersonFilter } from './person.inputs.ts';
import { RoleGrant } from './role-grant.entity.ts';

export interface NewPerson {
  name: string;
  sortName: string;
  search: string;
  login: string;
  passwordHash: string;
}

/** @returns null when the login is taken */
export async function registerPerson(ctx: RequestContext, person: NewPerson): Promise<string | null> {
  const { name, sortName, search, login, passwordHash } = person;
  const [row] = await ctx.query<{ id: string | null }>(sql`select directory.register_person(${name}, ${sortName}, ${search}, ${login}, ${passwordHash}, ${ctx.now}) as id`);
  return row!.id;
}

/** People (as `t`) with a role grant that the actor may read, that has not ended, and that fits the filter. By id, so that only they are read. */
export function peopleWhere(ctx: RequestContext, filter: PersonFilter): Sql[] {
  const { search, organisationId, role } = filter ?? {};
  const granted = [sql`t.until is null or t.until > ${today(ctx)}`];
  if (organisationId) granted.push(sql`t.organisation_id = ${organisationId}`);
  if (role) granted.push(sql`t.role = ${role}`);
  const where = [sql`t.id = any (array(select t.person_id from directory.role_grant t where ${ctx.permitted('read', RoleGrant)} and ${every(granted)}))`];
  if (search) where.push(sql`strpos(t.search, ${fold(search)}) > 0`);
  return where;
}

const every = (conditions: Sql[]): Sql => conditions.reduce((whole, condition) => sql`${whole} and (${condition})`, sql`true`);

/** How many secretaries with a role in force there are besides one grant. Waits for whoever is taking one away right now. */
export async function otherSecretaries(ctx: RequestContext, grantId: string): Promise<number> {
  await ctx.query(sql`select pg_advisory_xact_lock(hashtextextended(${`secretaries ${ctx.currentTenant}`}, 0))`);
  const day = today(ctx);
  const [row] = await ctx.query<{ count: number }>(sql`
    select count(*)::int as count from directory.role_grant g
    join directory.membership m on m.tenant_id = g.tenant_id and m.organisation_id = g.organisation_id
    where g.tenant_id = ${ctx.currentTenant} and g.id <> ${grantId} and g.role = 'SECRETARY'
      and g.since <= ${day} and (g.until is null or g.until > ${day}) and m.since <= ${day} and (m.until is null or m.until > ${day})`);
  return row!.count;
}

export interface SeatRow {
  roles: Role[];
  consortium: { id: string; name: string; shortName: string; kind: string; timeZone: string; createdAt: string };
  organisation: { id: string; name: string; shortName: string; kind: string; uscc: string };
  membership: { id: string; kind: string; since: string; until: string | null };
}

/** From where the person who asks may work, in all consortia. */
export async function mySeats(ctx: RequestContext): Promise<SeatRow[]> {
  const rows = await ctx.query<{ seat: SeatRow }>(sql`select seat from directory.my_seats()`);
  return rows.map((row) => row.seat);
}
