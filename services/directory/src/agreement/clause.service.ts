import { asUuid, DomainError, type RequestContext, sql } from '@gongjian/platform';
import { Injectable } from '@nestjs/common';
import { type Agreement, Clause, ClauseAcceptance } from './agreement.entity.ts';
import type { ClauseInput } from './agreement.inputs.ts';
import { acceptancesOf, changed, clausesOf, hold, holdClause, openClauses, requireDraft, tellParties } from './agreement.parts.ts';
import { PART_OF, speaksOf, type Terms } from './clause.terms.ts';

type Said = Pick<Clause, 'kind' | 'giverId' | 'takerId' | 'poolId' | 'poolName' | 'terms' | 'wording'>;

const MOST_CLAUSES = 100;

/** What parties give each other. Whoever writes a clause has accepted it; the others are asked. */
@Injectable()
export class ClauseService {
  async add(ctx: RequestContext, agreementId: string, input: ClauseInput, key?: string | null): Promise<Agreement> {
    const agreement = await hold(ctx, agreementId, 'update', 'agreementId');
    await ctx.once(key, 'addClause', async () => {
      requireDraft(agreement);
      const clauses = await clausesOf(ctx, agreement.id);
      if (clauses.length >= MOST_CLAUSES) throw new DomainError('CLAUSES_ENOUGH', { most: MOST_CLAUSES });
      const said = await this.said(ctx, agreement, input, clauses);
      const [clause] = await ctx.insert(Clause, { agreementId: agreement.id, ordinal: (clauses.at(-1)?.ordinal ?? 0) + 1, ...said });
      await this.take(ctx, clause!.id);
      return clause!;
    });
    return changed(ctx, agreement);
  }

  async update(ctx: RequestContext, id: string, version: number, input: ClauseInput): Promise<Agreement> {
    const { agreement, clause } = await holdClause(ctx, id, 'update');
    requireDraft(agreement);
    if (clause.version !== version) throw new DomainError('STALE_VERSION');
    const said = await this.said(ctx, agreement, input, (await clausesOf(ctx, agreement.id)).filter((each) => each.id !== clause.id), clause);
    await this.forget(ctx, clause.id);
    await ctx.update(clause, said, { version });
    await this.take(ctx, clause.id);
    return changed(ctx, agreement);
  }

  async remove(ctx: RequestContext, id: string, version: number): Promise<Agreement> {
    const { agreement, clause } = await holdClause(ctx, id, 'update');
    requireDraft(agreement);
    if (clause.version !== version) throw new DomainError('STALE_VERSION');
    await this.forget(ctx, clause.id);
    // What was said about it stays, about the whole.
    await ctx.query(sql`update directory.agreement_comment set clause_id = null, updated_at = ${ctx.now}, version = version + 1 where tenant_id = ${ctx.currentTenant} and clause_id = ${clause.id}`);
    await ctx.remove(clause);
    return changed(ctx, agreement);
  }

  async accept(ctx: RequestContext, id: string, version: number): Promise<Agreement> {
    const { agreement, clause } = await holdClause(ctx, id, 'decide');
    requireDraft(agreement);
    if (clause.version !== version) throw new DomainError('STALE_VERSION');
    const { organisationId } = ctx.actor;
    if (!(await acceptancesOf(ctx, clause.id)).some((each) => each.organisationId === organisationId)) {
      await this.take(ctx, clause.id);
      await this.tellWhenAll(ctx, agreement);
    }
    return changed(ctx, agreement);
  }

  async withdraw(ctx: RequestContext, id: string): Promise<Agreement> {
    const { agreement, clause } = await holdClause(ctx, id, 'decide');
    requireDraft(agreement);
    const mine = (await acceptancesOf(ctx, clause.id)).find((each) => each.organisationId === ctx.actor.organisationId);
    if (mine) await ctx.remove(mine);
    return changed(ctx, agreement);
  }

  private async take(ctx: RequestContext, clauseId: string): Promise<void> {
    const { organisationId, personId } = ctx.actor;
    await ctx.insert(ClauseAcceptance, { clauseId, organisationId, personId });
  }

  private async forget(ctx: RequestContext, clauseId: string): Promise<void> {
    for (const acceptance of await acceptancesOf(ctx, clauseId)) await ctx.remove(acceptance);
  }

  private async tellWhenAll(ctx: RequestContext, agreement: Agreement): Promise<void> {
    if ((await openClauses(ctx, agreement)).length > 0) return;
    await tellParties(ctx, agreement, 'AGREEMENT_TO_SIGN', { params: { number: agreement.number } });
  }

  /** @throws CLAUSE_PARTIES, POOL_NOT_GIVERS, CLAUSES_CONTRADICT */
  private async said(ctx: RequestContext, agreement: Agreement, input: ClauseInput, others: readonly Clause[], before?: Clause): Promise<Said> {
    const parties = agreement.parties!.map(({ organisationId }) => organisationId);
    for (const side of ['giverId', 'takerId'] as const) if (!parties.includes(input[side])) throw new DomainError('CLAUSE_PARTIES', {}, { field: `input.${side}` });
    if (input.giverId === input.takerId) throw new DomainError('CLAUSE_WITH_ONESELF', {}, { field: 'input.takerId' });
    const { kind, giverId, takerId, wording } = input;
    const terms = input[PART_OF[kind]]!;
    const poolId = kind === 'RESOURCE_USE' ? asUuid((terms as Terms['RESOURCE_USE']).poolId) : null;
    const poolName = poolId && (await this.poolName(ctx, poolId, giverId, before));
    const said = { kind, giverId, takerId, poolId, poolName, terms, wording: wording ?? null };
    const clash = others.find((other) => speaksOf(other) === speaksOf(said));
    if (clash) throw new DomainError('CLAUSES_CONTRADICT', { clause: (await clausesOf(ctx, agreement.id)).findIndex(({ id }) => id === clash.id) + 1 }, { field: 'input.takerId' });
    return said;
  }

  /** Its owner names a pool; who belongs to another consortium cannot, but leaves it as it is when changing something else. */
  private async poolName(ctx: RequestContext, poolId: string, giverId: string, before?: Clause): Promise<string> {
    if (before?.poolId === poolId && before.giverId === giverId && before.poolName !== null) return before.poolName;
    const [pool] = await ctx.query<{ name: string }>(sql`select name from scheduling.known_pool where tenant_id = ${ctx.currentTenant} and id = ${poolId} and owner_id = ${giverId}`);
    if (!pool) throw new DomainError('POOL_NOT_GIVERS', {}, { field: 'input.resourceUse.poolId' });
    return pool.name;
  }
}
