import { asUuid, type RequestContext, type SealState, type Sql, sql } from '@gongjian/platform';
import { fold } from '../search.ts';
import type { AuditChangeRow } from './audit.entity.ts';
import type { AuditFilter } from './audit.inputs.ts';

/** Entries (as `t`) one of whose changes fits. */
const withChange = (ctx: RequestContext, condition: Sql): Sql => sql`t.id in (select c.entry_id from platform.audit_change c where c.tenant_id = ${ctx.currentTenant} and ${condition})`;

export function entriesWhere(ctx: RequestContext, filter: AuditFilter): Sql[] {
  const { search, kind, result, operation, action, personId, organisationId, subjectType, subjectId, address, from, until } = filter ?? {};
  const where: Sql[] = [sql`t.tenant_id = ${ctx.currentTenant}`];
  if (kind) where.push(sql`t.kind = ${kind}`);
  if (result) where.push(sql`t.result = ${result}`);
  if (operation) where.push(sql`t.operation = ${operation}`);
  if (personId) where.push(sql`t.person_id = ${personId}`);
  if (organisationId) where.push(sql`t.organisation_id = ${organisationId}`);
  if (address) where.push(sql`starts_with(t.address, ${address})`);
  if (from) where.push(sql`t.at >= ${from}`);
  if (until) where.push(sql`t.at < ${until}`);
  if (subjectType && subjectId) where.push(withChange(ctx, sql`c.subject_type = ${subjectType} and c.subject_id = ${subjectId}`));
  else if (subjectType) where.push(withChange(ctx, sql`c.subject_type = ${subjectType}`));
  else if (subjectId) where.push(withChange(ctx, sql`c.subject_id = ${subjectId}`));
  if (action) where.push(sql`exists (select 1 from platform.audit_change c where c.tenant_id = t.tenant_id and c.entry_id = t.id and c.action = ${action})`);
  if (search) where.push(found(ctx, search));
  return where;
}

/** Somebody's name, a record's name, or the whole of a number. */
function found(ctx: RequestContext, search: string): Sql {
  const uuid = asUuid(search);
  return sql`(
    t.request_id = ${search} or t.address = ${search} or t.id = ${uuid}
    or t.person_id in (select a.person_id from directory.affiliation a join directory.person p on p.id = a.person_id where a.tenant_id = ${ctx.currentTenant} and strpos(p.search, ${fold(search)}) > 0)
    or t.id in (select c.entry_id from platform.audit_change c where c.tenant_id = ${ctx.currentTenant} and (
      c.subject_id = ${search} or strpos(lower(coalesce(c.after ->> 'name', c.after ->> 'title', c.before ->> 'name', c.before ->> 'title', '')), ${search.toLowerCase()}) > 0)))`;
}

/** Others did something to this person's record, or looked at it. */
export const aboutPerson = (ctx: RequestContext, personId: string): Sql[] => [
  sql`t.tenant_id = ${ctx.currentTenant}`,
  sql`t.person_id is distinct from ${personId}`,
  withChange(ctx, sql`c.subject_type = 'Person' and c.subject_id = ${personId}`),
];

/** With the name that the record had last, as the log knows it. */
export type NamedChange = AuditChangeRow & { lastName: string | null };

export async function changesOf(ctx: RequestContext, entryIds: readonly string[], first: number, after: number): Promise<NamedChange[]> {
  return ctx.query<NamedChange>(sql`
    select entry_id as "entryId", ordinal, action, subject_type as "subjectType", subject_id as "subjectId", before, after,
      (select coalesce(n.after ->> 'name', n.after ->> 'title') from platform.audit_change n
       where n.tenant_id = c.tenant_id and n.subject_type = c.subject_type and n.subject_id = c.subject_id and (n.after ? 'name' or n.after ? 'title')
       order by n.entry_id desc limit 1) as "lastName"
    from platform.audit_change c where tenant_id = ${ctx.currentTenant} and entry_id = any(${entryIds}) and ordinal > ${after} and ordinal <= ${after + first}
    order by entry_id, ordinal`);
}

export interface SealRow {
  entryId: string;
  seq: number;
  state: SealState;
  hash: string;
}

export async function sealsOf(ctx: RequestContext, entryIds: readonly string[]): Promise<SealRow[]> {
  return ctx.query<SealRow>(sql`
    select entry_id as "entryId", seq, state, encode(hash, 'hex') as hash from platform.audit_seal
    where tenant_id = ${ctx.currentTenant} and entry_id = any(${entryIds})`);
}

/** What people and organisations of the consortium are called, and the teachers and engineers of its registers. */
export async function namesOf(ctx: RequestContext, ids: readonly string[]): Promise<{ id: string; name: string }[]> {
  return ctx.query(sql`
    select person_id as id, name from directory.consortium_person where tenant_id = ${ctx.currentTenant} and person_id = any(${ids})
    union all select o.id, o.name from directory.organisation o join directory.membership m on m.organisation_id = o.id and m.tenant_id = ${ctx.currentTenant} where o.id = any(${ids})
    union all select id, name from scheduling.record_name where tenant_id = ${ctx.currentTenant} and id = any(${ids})`);
}

export interface ChainRow {
  seq: number;
  hash: string;
  sealedAt: Date;
  publicKey: string;
  signature: string;
  anchorSeq: number;
  anchorHash: string;
}

export async function chainOf(ctx: RequestContext): Promise<ChainRow | undefined> {
  const [row] = await ctx.query<ChainRow>(sql`
    select seq, encode(hash, 'hex') as hash, sealed_at as "sealedAt", public_key as "publicKey", signature, anchor_seq as "anchorSeq", encode(anchor_hash, 'hex') as "anchorHash"
    from platform.audit_chain where tenant_id = ${ctx.currentTenant} and seq > 0`);
  return row;
}

export async function chainFacts(ctx: RequestContext): Promise<{ oldestAt: Date | null; faultCount: number }> {
  const [row] = await ctx.query<{ oldestAt: Date | null; faultCount: number }>(sql`
    select (select min(at) from platform.audit_entry where tenant_id = ${ctx.currentTenant}) as "oldestAt",
      (select count(*)::int from platform.audit_seal where tenant_id = ${ctx.currentTenant} and state in ('FORGED', 'MISSING')) as "faultCount"`);
  return row!;
}
