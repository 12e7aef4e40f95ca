import { asUuid, badInput, notFound, type RequestContext, sql } from '@gongjian/platform';
import { Injectable } from '@nestjs/common';
import { startOfDay } from '../time.ts';
import { GrantUse } from './grant.entity.ts';
import type { UseTerms } from './grant.rules.ts';
import { isParty, poolContent } from './grants.ts';
import { partner } from './consortia.ts';

interface PoolClause {
  id: string;
  agreementId: string;
  state: 'DRAFT' | 'SIGNING' | 'SIGNED' | 'WITHDRAWN';
  amendsId: string | null;
  giverId: string;
  giverHomeId: string;
  takerId: string;
  takerHomeId: string;
  whole: boolean;
  poolId: string;
  terms: UseTerms;
}

export interface Effect {
  kind: 'GAINS' | 'LOSES' | 'CHANGES';
  takerId: string;
  resourceId: string;
  clauseId: string;
}

export interface Effects {
  effects: Effect[];
  hits: GrantUse[];
}

/** What would follow from a signature or from an end: worked out from the same clauses and pools, and not done. */
@Injectable()
export class EffectsService {
  async of(ctx: RequestContext, agreementId: string, endsOn?: string | null): Promise<Effects> {
    ctx.authorize('read', GrantUse);
    const clauses = await this.clausesOf(ctx, asUuid(agreementId));
    if (clauses.length === 0 || !clauses.some((clause) => isParty(ctx, clause))) return { effects: [], hits: [] };
    const [{ state, amendsId }] = clauses as [PoolClause];
    if (state === 'WITHDRAWN') throw notFound('agreementId');
    if (state === 'SIGNED') {
      if (endsOn && !/^\d{4}-\d\d-\d\d$/.test(endsOn)) throw badInput('endsOn', 'NOT_A_DATE');
      const before = await this.reached(ctx, clauses);
      return { effects: before.map(({ clause, resourceId }) => ({ kind: 'LOSES', takerId: clause.takerId, resourceId, clauseId: clause.id })), hits: await this.hits(ctx, clauses, endsOn ?? null, () => true) };
    }
    const old = amendsId ? await this.clausesOf(ctx, amendsId) : [];
    const [before, after] = [await this.reached(ctx, old), await this.reached(ctx, clauses)];
    return { effects: differences(before, after), hits: await this.hits(ctx, old, null, (use) => !after.some((each) => stillCovers(each.clause, use))) };
  }

  private clausesOf(ctx: RequestContext, agreementId: string): Promise<PoolClause[]> {
    return ctx.query<PoolClause>(sql`
      select id, agreement_id as "agreementId", state, amends_id as "amendsId", giver_id as "giverId", giver_home_id as "giverHomeId", taker_id as "takerId", taker_home_id as "takerHomeId", whole, pool_id as "poolId", terms
      from directory.pool_clause where tenant_id = ${ctx.currentTenant} and agreement_id = ${agreementId} order by id`);
  }

  /** Each thing that each clause reaches, as its pool is today. */
  private async reached(ctx: RequestContext, clauses: readonly PoolClause[]): Promise<Reached[]> {
    const found: Reached[] = [];
    for (const [homeId, mine] of Map.groupBy(clauses, ({ giverHomeId }) => giverHomeId)) {
      const content = await ctx.across(homeId, () => poolContent(ctx, [...new Set(mine.map(({ poolId }) => poolId))]));
      for (const clause of mine) found.push(...(content.get(clause.poolId) ?? []).map((resourceId) => ({ clause, resourceId })));
    }
    return found;
  }

  /** Coming bookings under these clauses, from a day on, that would not be covered. */
  private async hits(ctx: RequestContext, clauses: readonly PoolClause[], from: string | null, isHit: (use: CoveredUse) => boolean): Promise<GrantUse[]> {
    const hits: GrantUse[] = [];
    for (const [homeId, mine] of Map.groupBy(clauses, ({ giverHomeId }) => giverHomeId)) {
      const since = from ? new Date(Math.max(startOfDay(from, (await partner(ctx, homeId))?.timeZone ?? ctx.actor.timeZone), ctx.now.getTime())) : ctx.now;
      await ctx.across(homeId, async () => {
        const rows = await ctx.query<{ id: string; grantId: string; purpose: string }>(sql`
          select u.id, u.grant_id as "grantId", b.purpose from scheduling.grant_use u join scheduling.booking b on b.tenant_id = u.tenant_id and b.id = u.booking_id
          where u.tenant_id = ${ctx.currentTenant} and u.grant_id = any(${mine.map(({ id }) => id)}::uuid[]) and u.state = 'RESERVED' and b.state in ('PENDING', 'CONFIRMED') and b.ends_at > ${since} order by b.starts_at limit 500`);
        const hit = rows.filter(({ grantId, purpose }) => {
          const clause = mine.find(({ id }) => id === grantId)!;
          return isHit({ purpose, poolId: clause.poolId, takerId: clause.takerId });
        });
        hits.push(...(await ctx.find(GrantUse, { where: [sql`t.id = any(${hit.map(({ id }) => id)}::uuid[])`] })));
      });
    }
    return hits;
  }
}

interface Reached {
  clause: PoolClause;
  resourceId: string;
}

interface CoveredUse {
  purpose: string;
  poolId: string;
  takerId: string;
}

const stillCovers = (clause: PoolClause, use: CoveredUse): boolean => clause.poolId === use.poolId && clause.takerId === use.takerId && (clause.terms.purposes as readonly string[]).includes(use.purpose);

function differences(before: readonly Reached[], after: readonly Reached[]): Effect[] {
  const key = ({ clause, resourceId }: Reached) => `${clause.takerId} ${resourceId}`;
  const [old, now] = [new Map(before.map((each) => [key(each), each])), new Map(after.map((each) => [key(each), each]))];
  const effect = (kind: Effect['kind'], { clause, resourceId }: Reached): Effect => ({ kind, takerId: clause.takerId, resourceId, clauseId: clause.id });
  return [
    ...[...now].filter(([pair]) => !old.has(pair)).map(([, each]) => effect('GAINS', each)),
    ...[...old].filter(([pair]) => !now.has(pair)).map(([, each]) => effect('LOSES', each)),
    ...[...now].filter(([pair, each]) => old.has(pair) && JSON.stringify(each.clause.terms) !== JSON.stringify(old.get(pair)!.clause.terms)).map(([, each]) => effect('CHANGES', each)),
  ];
}
