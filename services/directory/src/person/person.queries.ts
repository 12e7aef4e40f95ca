import { all, type RequestContext, type Role, type Sql, sql } from '@gongjian/platform';
import { today } from '../day.ts';
import { fold } from '../search.ts';
import type { PersonFilter } from './person.inputs.ts';
import { seesEverybody } from './person.permissions.ts';
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

/**
 * People (as `t`) with a role grant that the actor may read and that fits the filter; one that has not ended, or with
 * `former` those who had one and have none any more. By id, so that only they are read.
 */
export function peopleWhere(ctx: RequestContext, filter: PersonFilter): Sql[] {
  const { search, organisationId, role, former, suspended } = filter ?? {};
  const fits: Sql[] = [ctx.permitted('read', RoleGrant)];
  if (organisationId) fits.push(sql`t.organisation_id = ${organisationId}`);
  if (role) fits.push(sql`t.role = ${role}`);
  const having = (conditions: Sql[]) => sql`select t.person_id from directory.role_grant t where ${all(conditions)}`;
  const open = having([...fits, sql`(t.until is null or t.until > ${today(ctx)})`]);
  const where = [former ? sql`t.id = any (array(${withoutRole(ctx, filter, having(fits))} except ${open}))` : sql`t.id = any (array(${open}))`];
  if (search) where.push(sql`strpos(t.search, ${fold(search)}) > 0`);
  if (suspended) where.push(sql`t.id = any (array(select s.person_id from directory.suspension s where s.tenant_id = ${ctx.currentTenant} and s.person_id is not null and s.since <= ${today(ctx)} and (s.until is null or s.until > ${today(ctx)})))`);
  return where;
}

/** Those who answer for everybody also see who has an account and never had a role. */
function withoutRole(ctx: RequestContext, filter: PersonFilter, had: Sql): Sql {
  if (!seesEverybody(ctx.actor) || filter?.organisationId || filter?.role) return had;
  // A program is known to the consortium as well, under the name of its key; it is no human being.
  return sql`select a.person_id from directory.affiliation a where a.tenant_id = ${ctx.currentTenant} and not exists (select from directory.api_key k where k.tenant_id = a.tenant_id and k.person_id = a.person_id)`;
}

/** Since when the consortium knows people. */
export async function knownSince(ctx: RequestContext, ids: readonly string[]): Promise<(Date | null)[]> {
  const rows = await ctx.query<{ id: string; at: Date }>(sql`select person_id as id, created_at as at from directory.affiliation where tenant_id = ${ctx.currentTenant} and person_id = any (${ids}::uuid[])`);
  const byId = new Map(rows.map(({ id, at }) => [id, at]));
  return ids.map((id) => byId.get(id) ?? null);
}

export interface SeatRow {
  roles: Role[];
  consortium: { id: string; name: string; shortName: string; kind: string; timeZone: string; separated: boolean; createdAt: string };
  organisation: { id: string; name: string; shortName: string; kind: string; uscc: string };
  membership: { id: string; kind: string; since: string; until: string | null };
}

/** From where the person who asks may work, in all consortia. */
export async function mySeats(ctx: RequestContext): Promise<SeatRow[]> {
  const rows = await ctx.query<{ seat: SeatRow }>(sql`select seat from directory.my_seats()`);
  return rows.map((row) => row.seat);
}

/** The confirmed address of who asks. */
export async function myEmail(ctx: RequestContext): Promise<string | null> {
  const [row] = await ctx.query<{ email: string | null }>(sql`select directory.my_email() as email`);
  return row?.email ?? null;
}
