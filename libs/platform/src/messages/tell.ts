import { isSystem, type Role } from '../actor.ts';
import type { RequestContext } from '../context/request-context.ts';
import { type Sql, sql } from '../sql.ts';
import type { ToldParams } from './message.kinds.ts';

/** People with one of these roles for an organisation. */
export interface Audience {
  organisationId: string;
  roles: readonly Role[];
}

export interface Telling {
  /** One of the kinds that the subgraph declares. */
  kind: string;
  people?: readonly string[];
  audience?: readonly Audience[];
  params: ToldParams;
  /** The record it is about: nobody is mailed who may not read it any more. */
  about?: { type: string; id: string };
  /** Where the one button leads: a path of the portal. */
  link: string;
}

/** What one statement needs to write all of them; null when nobody is meant. */
export function tellStatement(ctx: RequestContext, tellings: readonly Telling[]): Sql | null {
  const drafts = tellings.map(({ kind, people = [], audience = [], params, about, link }, n) => ({ n, kind, people, audience, params, subject_type: about?.type ?? null, subject_id: about?.id ?? null, link }));
  if (drafts.every(({ people, audience }) => people.length === 0 && audience.length === 0)) return null;
  const organisationIds = [...new Set(drafts.flatMap(({ audience }) => audience.map(({ organisationId }) => organisationId)))];
  const { currentTenant, now, actor } = ctx;
  return sql`
    with draft as materialized (select * from jsonb_to_recordset(${JSON.stringify(drafts)}::jsonb) as d(n int, kind text, people uuid[], audience jsonb, params jsonb, subject_type text, subject_id uuid, link text)),
    seat as materialized (select person_id, organisation_id, roles from directory.seat where tenant_id = ${currentTenant} and organisation_id = any(${organisationIds}::uuid[])),
    reader as (
      -- Whoever is named is told wherever they sit; of several seats the first counts.
      select distinct on (n, person_id) n, person_id, organisation_id from (
        select d.n, p as person_id, null::uuid as organisation_id from draft d cross join lateral unnest(d.people) p
        union all
        select d.n, s.person_id, s.organisation_id from draft d
        cross join lateral jsonb_to_recordset(d.audience) as a("organisationId" uuid, roles text[])
        join seat s on s.organisation_id = a."organisationId" and s.roles && a.roles
      ) each_one where person_id is distinct from ${isSystem(actor) ? null : actor.personId}::uuid order by n, person_id, organisation_id nulls first
    )
    insert into platform.message (tenant_id, id, kind, person_id, organisation_id, params, subject_type, subject_id, link, mail, mail_at, created_at, updated_at, version)
    select ${currentTenant}::uuid, platform.new_id(), d.kind, r.person_id, r.organisation_id, d.params, d.subject_type, d.subject_id, d.link, 'NEW', ${now}::timestamptz, ${now}::timestamptz, ${now}::timestamptz, 1
    from draft d join reader r on r.n = d.n
    returning id, person_id as "personId"`;
}

/** What was asked for and is answered, or is of no use any more. */
export interface Settled {
  kind: string;
  about: readonly string[];
  /** Only what was told to people of this organisation. */
  organisationId?: string;
}

export function settleStatement(ctx: RequestContext, { kind, about, organisationId }: Settled): Sql {
  return sql`update platform.message set read_at = ${ctx.now}, updated_at = ${ctx.now}, version = version + 1
    where tenant_id = ${ctx.currentTenant} and kind = ${kind} and subject_id = any(${about}::uuid[]) and read_at is null ${organisationId ? sql`and organisation_id = ${organisationId}` : sql``}
    returning id, person_id as "personId"`;
}
