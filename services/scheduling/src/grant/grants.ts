import { all, asUuid, type RequestContext, type Sql, sql } from '@gongjian/platform';
import { oversees } from '../resource/resource.permissions.ts';
import type { Resource } from '../resource/resource.entity.ts';
import { type LendingTerms, type UseTerms, useTerms } from './grant.rules.ts';

/** A grant as its parties know it. */
export interface Grant {
  id: string;
  agreementId: string;
  giverId: string;
  giverHomeId: string;
  takerId: string;
  takerHomeId: string;
  whole: boolean;
  /** Null for an exchange of people. */
  poolId: string | null;
  terms: UseTerms;
  validFrom: Date;
  validUntil: Date;
}

const COLUMNS = sql`g.id, g.agreement_id as "agreementId", g.giver_id as "giverId", g.giver_home_id as "giverHomeId", g.taker_id as "takerId", g.taker_home_id as "takerHomeId", g.whole, g.pool_id as "poolId", g.terms, g.valid_from as "validFrom", g.valid_until as "validUntil"`;

/** Grants of things and people (table `g`) that this consortium knows of. */
export async function grantsWhere(ctx: RequestContext, ...where: Sql[]): Promise<Grant[]> {
  const rows = await ctx.query<Omit<Grant, 'terms'> & { terms: LendingTerms }>(sql`select ${COLUMNS} from directory.access_grant g where g.tenant_id = ${ctx.currentTenant} and g.kind in ('RESOURCE_USE', 'EXCHANGE') and ${all(where)} order by g.id`);
  return rows.map((row) => ({ ...row, terms: useTerms(row.terms) }));
}

/** Grants that speak of a thing, of whatever time: by a pool that holds it, or as one of the giver's people. */
export async function speakingOf(ctx: RequestContext, { id, tenantId, ownerId, kind }: Resource, ...where: Sql[]): Promise<Grant[]> {
  const pools = await ctx.across(tenantId, () => ctx.query<{ id: string }>(sql`select pool_id as id from scheduling.pool_resource where tenant_id = ${ctx.currentTenant} and resource_id = ${id}`));
  return grantsWhere(ctx, sql`(g.pool_id = any(${pools.map((pool) => pool.id)}::uuid[]) or (g.kind = 'EXCHANGE' and g.giver_id = ${ownerId} and g.terms ->> 'who' = ${kind}))`, ...where);
}

export async function loadGrant(ctx: RequestContext, id: string): Promise<Grant | null> {
  return ctx.batch('Grant', id, async (ids) => {
    const found = await grantsWhere(ctx, sql`g.id = any(${ids.map(asUuid)}::uuid[])`);
    return ids.map((each) => found.find((grant) => grant.id === asUuid(each)) ?? null);
  });
}

/** Who answers for the consortium, or watches over it, sees whatever was signed; others what their organisation gives and takes. */
export function isParty(ctx: RequestContext, { giverId, takerId, whole, takerHomeId }: Pick<Grant, 'giverId' | 'takerId' | 'whole' | 'takerHomeId'>): boolean {
  const { actor } = ctx;
  if (actor.roles.every((role) => role === 'STUDENT')) return false;
  return oversees(actor) || [giverId, takerId].includes(actor.organisationId) || (whole && takerHomeId === ctx.currentTenant);
}

/** Its clause, for whoever may read the agreement. */
export async function clauseOf(ctx: RequestContext, grantId: string): Promise<{ __typename: 'Clause'; id: string } | null> {
  const grant = await loadGrant(ctx, grantId);
  return grant && isParty(ctx, grant) ? { __typename: 'Clause', id: grant.id } : null;
}

export const isInForce = ({ validFrom, validUntil }: Pick<Grant, 'validFrom' | 'validUntil'>, now: Date): boolean => validFrom <= now && validUntil > now;

