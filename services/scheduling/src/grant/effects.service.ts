import { asUuid, badInput, notFound, type RequestContext, sql } from '@gongjian/platform';
import { Injectable } from '@nestjs/common';
import { startOfDay } from '../time.ts';
import { GrantUse } from './grant.entity.ts';
import { type LendingTerms, useTerms } from './grant.rules.ts';
import { isParty } from './grants.ts';
import { partner } from './consortia.ts';

interface LendingClause {
  id: string;
  agreementId: string;
  state: 'DRAFT' | 'SIGNING' | 'SIGNED' | 'WITHDRAWN';
  amendsId: string | null;
  giverId: string;
  giverHomeId: string;
  takerId: string;
  takerHomeId: string;
  whole: boolean;
  poolId: string | null;
  terms: LendingTerms;
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
    const [{ state, amendsId }] = clauses as [LendingClause];
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

  private clausesOf(ctx: RequestContext, agreementId: string): Promise<LendingClause[]> {
    return ctx.query<LendingClause>(sql`
      select id, agreement_id as "agreementId", state, amends_id as "amendsId", giver_id as "giverId", giver_home_id as "giverHomeId", taker_id as "takerId", taker_home_id as "takerHomeId", whole, pool_id as "poolId", terms
      from directory.lending_clause where tenant_id = ${ctx.currentTenant} and agreement_id = ${agreementId} order by id`);
  }

  /** Each thing that each clause reaches, as pools and people are today. */
  private async reached(ctx: RequestContext, clauses: readonly LendingClause[]): Promise<Reached[]> {
    const found: Reached[] = [];
    for (const [homeId, mine] of Map.groupBy(clauses, ({ giverHomeId }) => giverHomeId)) {
      const wanted = mine.map(({ id, giverId, poolId, terms }) => ({ id, giver_id: giverId, pool_id: poolId, who: 'who' in terms ? terms.who : null }));
      const rows = await ctx.across(homeId, () => ctx.query<{ id: string; resourceId: string }>(sql`
        with wanted as (select * from jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb) w(id uuid, giver_id uuid, pool_id uuid, who text))
        select w.id, p.resource_id as "resourceId" from wanted w join scheduling.pool_resource p on p.tenant_id = ${ctx.currentTenant} and p.pool_id = w.pool_id
        union all select w.id, r.id from wanted w join scheduling.resource r on r.tenant_id = ${ctx.currentTenant} and r.owner_id = w.giver_id and r.kind = w.who`));
      for (const { id, resourceId } of rows) found.push({ clause: mine.find((clause) => clause.id === id)!, resourceId });
    }
    return found;
  }

  /** Coming bookings under these clauses, from a day on, that would not be covered. */
  private async hits(ctx: RequestContext, clauses: readonly LendingClause[], from: string | null, isHit: (use: CoveredUse) => boolean): Promise<GrantUse[]> {
    const hits: GrantUse[] = [];
    for (const [homeId, mine] of Map.groupBy(clauses, ({ giverHomeId }) => giverHomeId)) {
      const since = from ? new Date(Math.max(startOfDay(from, (await partner(ctx, homeId))?.timeZone ?? ctx.actor.timeZone), ctx.now.getTime())) : ctx.now;
      await ctx.across(homeId, async () => {
        const rows = await ctx.query<{ id: string; grantId: string; purpose: string }>(sql`
          select u.id, u.grant_id as "grantId", b.purpose from scheduling.grant_use u join scheduling.booking b on b.tenant_id = u.tenant_id and b.id = u.booking_id
          where u.tenant_id = ${ctx.currentTenant} and u.grant_id = any(${mine.map(({ id }) => id)}::uuid[]) and u.state = 'RESERVED' and b.state in ('PENDING', 'CONFIRMED') and b.ends_at > ${since} order by b.starts_at limit 500`);
        const hit = rows.filter(({ grantId, purpose }) => {
          const clause = mine.find(({ id }) => id === grantId)!;
          return isHit({ purpose, lent: lentBy(clause), takerId: clause.takerId });
        });
        hits.push(...(await ctx.find(GrantUse, { where: [sql`t.id = any(${hit.map(({ id }) => id)}::uuid[])`] })));
      });
    }
    return hits;
  }
}

interface Reached {
  clause: LendingClause;
  resourceId: string;
}

interface CoveredUse {
  purpose: string;
  lent: string;
  takerId: string;
}

/** A pool, or a giver's teachers or engineers. */
const lentBy = ({ giverId, poolId, terms }: LendingClause): string => ('who' in terms ? `${terms.who} ${giverId}` : poolId!);

const stillCovers = (clause: LendingClause, use: CoveredUse): boolean => lentBy(clause) === use.lent && clause.takerId === use.takerId && (useTerms(clause.terms).purposes as readonly string[]).includes(use.purpose);

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
