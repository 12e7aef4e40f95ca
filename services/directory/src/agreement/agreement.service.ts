import { badInput, badInputs, DomainError, type Page, type PageArgs, parseInput, type Problem, type RequestContext, type Sql, sql } from '@gongjian/platform';
import { Injectable } from '@nestjs/common';
import { addDays, inForce, today } from '../day.ts';
import { Membership } from '../organisation/membership.entity.ts';
import { Agreement, AgreementComment, AgreementParty, Clause } from './agreement.entity.ts';
import { type AgreementFilter, agreementFilter, type CommentInput, type CreateAgreementInput, type UpdateAgreementInput } from './agreement.inputs.ts';
import { administratorsOf, changed, clausesOf, hold, linkTo, partiesOf, requireDraft, withParties } from './agreement.parts.ts';
import { standing, type Standing } from './agreement.standing.ts';

const LONGEST_YEARS = 20;

/** Drafting together: the head of an agreement, its parties, and what they say to each other about it. */
@Injectable()
export class AgreementService {
  page(ctx: RequestContext, args: PageArgs, filter: unknown): Promise<Page<Agreement>> {
    return ctx.page(Agreement, args, { where: whereOf(ctx, parseInput(agreementFilter, filter, 'filter')), orderBy: [{ by: 'updatedAt', desc: true }] });
  }

  async create(ctx: RequestContext, { kind, title, purpose, partyIds, since, until, noticeDays }: CreateAgreementInput, key?: string | null): Promise<Agreement> {
    const { organisationId } = ctx.actor;
    ctx.authorize('create', draftOf(partyIds.includes(organisationId) ? partyIds : [organisationId]));
    const { id, result } = await ctx.once(key, 'createAgreement', async () => {
      await this.requireHead(ctx, { partyIds, since, until });
      return this.insert(ctx, { kind, title, purpose: purpose ?? null, since, until, noticeDays, amendsId: null }, partyIds);
    });
    return result ?? (await ctx.must(Agreement, id));
  }

  async update(ctx: RequestContext, id: string, version: number, { title, purpose, partyIds, since, until, noticeDays }: UpdateAgreementInput): Promise<Agreement> {
    const agreement = await hold(ctx, id, 'update');
    requireDraft(agreement);
    if (agreement.version !== version) throw new DomainError('STALE_VERSION');
    await this.requireHead(ctx, { partyIds, since, until });
    await this.changeParties(ctx, agreement, partyIds);
    await ctx.update(agreement, { title, purpose: purpose ?? null, since, until, noticeDays }, { version });
    return changed(ctx, agreement);
  }

  /** The same again as a draft; until it is signed the present one counts. */
  async amend(ctx: RequestContext, id: string, key?: string | null): Promise<Agreement> {
    const old = await hold(ctx, id, 'update');
    const { id: draftId, result } = await ctx.once(key, 'amendAgreement', async () => {
      requireCounting(ctx, old, 'COMING', 'IN_FORCE', 'SUSPENDED');
      const [other] = await ctx.find(Agreement, { where: [sql`t.amends_id = ${old.id}`, sql`t.state <> 'WITHDRAWN'`], limit: 1 });
      if (other) throw new DomainError('AMENDED_ALREADY', { number: other.number });
      const { kind, title, purpose, until, noticeDays } = old;
      const [first, parties, clauses] = [today(ctx), await partiesOf(ctx, old.id), await clausesOf(ctx, old.id)];
      const draft = await this.insert(ctx, { kind, title, purpose, since: old.since > first ? old.since : first, until, noticeDays, amendsId: old.id }, parties.map(({ organisationId }) => organisationId));
      const copies = clauses.map((clause) => ({ agreementId: draft.id, ordinal: clause.ordinal, kind: clause.kind, giverId: clause.giverId, takerId: clause.takerId, poolId: clause.poolId, terms: clause.terms, wording: clause.wording }));
      if (copies.length > 0) await ctx.insert(Clause, copies);
      return draft;
    });
    return result ?? (await ctx.must(Agreement, draftId));
  }

  async comment(ctx: RequestContext, { agreementId, clauseId, text }: CommentInput, key?: string | null): Promise<Agreement> {
    const agreement = await hold(ctx, agreementId, 'update', 'input.agreementId');
    await ctx.once(key, 'commentAgreement', async () => {
      if (clauseId && !(await clausesOf(ctx, agreement.id)).some(({ id }) => id === clauseId)) throw badInput('input.clauseId', 'NOT_FOUND');
      const { personId, organisationId } = ctx.actor;
      const [comment] = await ctx.insert(AgreementComment, { agreementId: agreement.id, clauseId: clauseId ?? null, organisationId, personId, text, settledById: null, settledAt: null });
      ctx.tell({ kind: 'AGREEMENT_COMMENTED', audience: administratorsOf(agreement, organisationId), params: { by: { person: personId }, title: agreement.title, text }, about: { type: 'AgreementComment', id: comment!.id }, link: linkTo(agreement) });
      return comment!;
    });
    return changed(ctx, agreement);
  }

  async settle(ctx: RequestContext, id: string): Promise<Agreement> {
    const comment = await ctx.must(AgreementComment, id, 'id', 'update');
    const agreement = await hold(ctx, comment.agreementId, 'update');
    if (comment.settledAt) return agreement;
    await ctx.update(comment, { settledById: ctx.actor.personId, settledAt: ctx.now });
    ctx.settle({ kind: 'AGREEMENT_COMMENTED', about: [comment.id] });
    return changed(ctx, agreement);
  }

  private async insert(ctx: RequestContext, head: Pick<Agreement, 'kind' | 'title' | 'purpose' | 'since' | 'until' | 'noticeDays' | 'amendsId'>, partyIds: readonly string[]): Promise<Agreement> {
    const { personId, organisationId } = ctx.actor;
    const number = await nextNumber(ctx);
    const [agreement] = await ctx.insert(Agreement, { ...head, number, state: 'DRAFT', draftedById: personId, draftedForId: organisationId, textSigned: null, textHash: null, signedAt: null, suspendedAt: null, suspendedForId: null, suspendReason: null, endsOn: null, endReason: null, replacedOn: null, warnedDays: null });
    await ctx.insert(AgreementParty, partyIds.map((each, ordinal) => ({ agreementId: agreement!.id, organisationId: each, ordinal })), { untold: true });
    ctx.audit('parties', { type: 'Agreement', id: agreement!.id }, { partyIds });
    await withParties(ctx, agreement!);
    ctx.tell({ kind: head.amendsId ? 'AGREEMENT_AMENDED' : 'AGREEMENT_DRAFTED', audience: administratorsOf(agreement!, organisationId), params: { by: { person: personId }, title: head.title, number }, about: { type: 'Agreement', id: agreement!.id }, link: linkTo(agreement!) });
    return changed(ctx, agreement!);
  }

  /** Who leaves gives and takes nothing; what they accepted goes with them. */
  private async changeParties(ctx: RequestContext, agreement: Agreement, partyIds: readonly string[]): Promise<void> {
    const before = agreement.parties!.map(({ organisationId }) => organisationId);
    if (before.join() === partyIds.join()) return;
    const bound = (await clausesOf(ctx, agreement.id)).findIndex(({ giverId, takerId }) => !partyIds.includes(giverId) || !partyIds.includes(takerId));
    if (bound >= 0) throw new DomainError('PARTY_HAS_CLAUSES', { clause: bound + 1 }, { field: 'input.partyIds' });
    await ctx.query(sql`delete from directory.clause_acceptance a using directory.clause c where c.tenant_id = ${ctx.currentTenant} and c.agreement_id = ${agreement.id} and a.tenant_id = c.tenant_id and a.clause_id = c.id and a.organisation_id <> all(${partyIds})`);
    await ctx.query(sql`delete from directory.agreement_party where tenant_id = ${ctx.currentTenant} and agreement_id = ${agreement.id}`);
    await ctx.insert(AgreementParty, partyIds.map((organisationId, ordinal) => ({ agreementId: agreement.id, organisationId, ordinal })), { untold: true });
    ctx.audit('parties', { type: 'Agreement', id: agreement.id }, { partyIds }, { partyIds: before });
    await withParties(ctx, agreement);
    const added = agreement.parties!.filter(({ organisationId }) => !before.includes(organisationId));
    if (added.length > 0) ctx.tell({ kind: 'AGREEMENT_DRAFTED', audience: added.map(({ organisationId }) => ({ organisationId, roles: ['ORGANISATION_ADMINISTRATOR'] as const })), params: { by: { person: ctx.actor.personId }, title: agreement.title, number: agreement.number }, about: { type: 'Agreement', id: agreement.id }, link: linkTo(agreement) });
  }

  private async requireHead(ctx: RequestContext, { partyIds, since, until }: Pick<CreateAgreementInput, 'partyIds' | 'since' | 'until'>): Promise<void> {
    if (!partyIds.includes(ctx.actor.organisationId)) throw new DomainError('AGREEMENT_WITHOUT_SELF', {}, { field: 'input.partyIds' });
    const problems: Problem[] = [];
    const day = today(ctx);
    if (until <= since) problems.push({ field: 'input.until', code: 'TERM_EMPTY' });
    else if (until <= day) problems.push({ field: 'input.until', code: 'TERM_OVER' });
    else if (until > `${Number(since.slice(0, 4)) + LONGEST_YEARS}${since.slice(4)}`) problems.push({ field: 'input.until', code: 'AGREEMENT_TOO_LONG', params: { years: LONGEST_YEARS } });
    const members = await ctx.find(Membership, { where: [sql`t.organisation_id::text = any(${partyIds})`] });
    for (const [index, partyId] of partyIds.entries()) {
      const field = `input.partyIds.${index}`;
      if (partyIds.indexOf(partyId) !== index) problems.push({ field, code: 'AGREEMENT_OF_ONE' });
      else if (!members.some((membership) => membership.organisationId === partyId && inForce(membership, day))) problems.push({ field, code: 'PARTY_NO_MEMBER' });
    }
    if (problems.length > 0) throw badInputs(problems);
  }
}

function draftOf(partyIds: readonly string[]): Agreement {
  return Object.assign(new Agreement(), { parties: partyIds.map((organisationId) => Object.assign(new AgreementParty(), { organisationId })) });
}

/** @throws AGREEMENT_NOT_IN_FORCE */
export function requireCounting(ctx: RequestContext, agreement: Agreement, ...standings: Standing[]): void {
  if (!standings.includes(standing(agreement, today(ctx)))) throw new DomainError('AGREEMENT_NOT_IN_FORCE');
}

/** 2026-001: the year it is drafted in, and one by one; two at once wait for each other. */
async function nextNumber(ctx: RequestContext): Promise<string> {
  await ctx.query(sql`select pg_advisory_xact_lock(hashtextextended(${`agreement numbers ${ctx.currentTenant}`}, 0))`);
  const year = today(ctx).slice(0, 4);
  const [row] = await ctx.query<{ last: number }>(sql`select coalesce(max(split_part(number, '-', 2)::int), 0)::int as last from directory.agreement where tenant_id = ${ctx.currentTenant} and number like ${`${year}-%`}`);
  return `${year}-${String(row!.last + 1).padStart(3, '0')}`;
}

function whereOf(ctx: RequestContext, filter: AgreementFilter): Sql[] {
  const day = today(ctx);
  const where: Sql[] = [];
  if (filter?.states) where.push(sql`directory.agreement_standing(t.state, t.since, t.until, t.suspended_at, t.ends_on, t.replaced_on, ${day}) = any(${filter.states})`);
  if (filter?.organisationId) where.push(sql`exists (select 1 from directory.agreement_party p where p.tenant_id = t.tenant_id and p.agreement_id = t.id and p.organisation_id::text = ${filter.organisationId})`);
  if (filter?.search) where.push(sql`(strpos(lower(t.title), ${filter.search.toLowerCase()}) > 0 or strpos(t.number, ${filter.search}) > 0)`);
  return where;
}

/** The first day on which a notice given today may count. */
export const earliestEnd = (ctx: RequestContext, { noticeDays }: Agreement): string => addDays(today(ctx), Math.max(1, noticeDays));
