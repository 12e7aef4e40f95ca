import { join, name, type RequestContext, sql } from '@gongjian/platform';

/** One record about a person. Keys that end in `Sealed` hold what is sealed with the consortium's key, in base64. */
export interface OwnRow {
  area: string;
  id: string;
  at: Date | null;
  fields: Record<string, unknown>;
  /** How many there are of its area. */
  count: number;
}

/** The views by which subgraphs publish what they keep about people. */
function publishers(ctx: RequestContext): Promise<{ schema: string; view: string }[]> {
  return ctx.query(sql`
    select n.nspname as schema, c.relname as view from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'v' and (c.relname = 'own_record' or starts_with(c.relname, 'own_record_')) order by n.nspname, c.relname`);
}

/** Others did something to the person's record, or looked at it. */
const looks = (ctx: RequestContext, personId: string) => sql`
  select 'LOOKS' as area, c.entry_id::text || '.' || c.ordinal as id, e.at, jsonb_build_object('operation', e.operation, 'action', c.action, 'person', e.person_id, 'organisationId', e.organisation_id, 'result', e.result) as fields
  from platform.audit_change c join platform.audit_entry e on e.tenant_id = c.tenant_id and e.id = c.entry_id
  where c.tenant_id = ${ctx.currentTenant} and c.subject_type = 'Person' and c.subject_id = ${personId} and e.person_id is distinct from ${personId}`;

/** All that is known about the person who asks, at most so many of each area, latest first. */
export async function ownRows(ctx: RequestContext, most: number): Promise<OwnRow[]> {
  const { personId } = ctx.actor;
  const views = (await publishers(ctx)).map(({ schema, view }) => sql`
    select area, id, at, fields from ${name(schema, view)} where tenant_id = ${ctx.currentTenant} and person_id = ${personId}`);
  const all = join([sql`select area, id, at, fields from directory.my_account()`, ...views, looks(ctx, personId)], ' union all ');
  return ctx.query<OwnRow>(sql`
    select area, id, at, fields, count from (
      select r.*, row_number() over (partition by r.area order by r.at desc nulls last, r.id desc) as place, count(*) over (partition by r.area)::int as count from (${all}) r) t
    where place <= ${most} order by area, place`);
}

export async function provenLately(ctx: RequestContext): Promise<boolean> {
  const [row] = await ctx.query<{ proven: boolean }>(sql`select directory.proven_lately(${ctx.actor.sessionId}::uuid) as proven`);
  return row!.proven;
}
