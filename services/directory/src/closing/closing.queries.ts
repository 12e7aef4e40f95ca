import { hydrate, join, name, type RequestContext, sql } from '@gongjian/platform';
import { today } from '../day.ts';
import { RoleGrant } from '../person/role-grant.entity.ts';

/** Views of one name that services publish: what they keep, what they have erased, what is still to be settled. */
export async function published(ctx: RequestContext, view: string): Promise<string[]> {
  const rows = await ctx.query<{ schema: string }>(sql`select n.nspname as schema from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind = 'v' and c.relname = ${view} and n.nspname <> 'directory' order by 1`);
  return rows.map(({ schema }) => schema);
}

/** How many duties hang on somebody, in all services. */
export async function openDuties(ctx: RequestContext, personId: string): Promise<number> {
  const parts = (await published(ctx, 'open_duty')).map((schema) => sql`select count(*)::int as count from ${name(schema, 'open_duty')} where tenant_id = ${ctx.currentTenant} and person_id = ${personId}`);
  if (parts.length === 0) return 0;
  const rows = await ctx.query<{ count: number }>(join(parts, ' union all '));
  return rows.reduce((sum, { count }) => sum + count, 0);
}

/** Whether every service that keeps something about people has done its part. */
export async function othersAreDone(ctx: RequestContext, personId: string): Promise<boolean> {
  for (const schema of await published(ctx, 'own_record')) {
    const rows = await ctx.query(sql`select 1 from ${name(schema, 'erasure_done')} where tenant_id = ${ctx.currentTenant} and person_id = ${personId}`);
    if (rows.length === 0) return false;
  }
  return true;
}

/** The roles somebody holds today or will, whoever asks. */
export async function heldRoles(ctx: RequestContext, personId: string): Promise<RoleGrant[]> {
  const rows = await ctx.query<object>(sql`
    select id, tenant_id as "tenantId", person_id as "personId", organisation_id as "organisationId", role, since::text as since, until::text as until, version, created_at as "createdAt", updated_at as "updatedAt"
    from directory.role_grant where tenant_id = ${ctx.currentTenant} and person_id = ${personId} and (until is null or until > ${today(ctx)}) order by id`);
  return rows.map((row) => hydrate(RoleGrant, row));
}

/** Organisations for which somebody works or worked, and what of it asks for a decision. */
export async function workplaces(ctx: RequestContext, personId: string): Promise<{ organisationId: string; hasFiles: boolean }[]> {
  return ctx.query(sql`
    select organisation_id as "organisationId", bool_or(role in ('TEACHER', 'ENGINEER', 'STUDENT')) as "hasFiles"
    from directory.role_grant where tenant_id = ${ctx.currentTenant} and person_id = ${personId} group by organisation_id`);
}
