import { randomInt } from 'node:crypto';
import { badInput, badInputs, DomainError, type Page, type PageArgs, parseInput, type Problem, type RequestContext, type Sql, sql } from '@gongjian/platform';
import { Injectable } from '@nestjs/common';
import { addDays, inForce, today } from '../day.ts';
import { Membership } from '../organisation/membership.entity.ts';
import { Agreement, AgreementComment, AgreementParty, Clause } from './agreement.entity.ts';
import { type AgreementFilter, agreementFilter, type CommentInput, type CreateAgreementInput, type UpdateAgreementInput } from './agreement.inputs.ts';
import { changed, clausesOf, draftedFrom, everywhere, hold, homesOf, partiesOf, requireDraft, tellParties, withParties } from './agreement.parts.ts';
import { standing, type Standing, termAfter } from './agreement.standing.ts';

const LONGEST_YEARS = 20;

/** Drafting together: the head of an agreement, its parties, and what they say to each other about it. */
@Injectable()
export class AgreementService {
  page(ctx: RequestContext, args: PageArgs, filter: unknown): Promise<Page<Agreement>> {
    return ctx.page(Agreement, args, { where: whereOf(ctx, parseInput(agreementFilter, filter, 'filter')), orderBy: [{ by: 'updatedAt', desc: true }] });
  }

  async partners(ctx: RequestContext, uscc: string) {
    ctx.authorize('create', draftOf([ctx.actor.organisationId]));
    type Row = { organisationId: string; name: string; isLead: boolean; id: string; consortium: string; shortName: string };
    const rows = await ctx.query<Row>(sql`select organisation_id as "organisationId", name, lead as "isLead", consortium_id as id, consortium, short_name as "shortName" from directory.partners(${uscc.trim().slice(0, 18)})`);
    return rows.map(({ id, consortium, shortName, ...partner }) => ({ ...partner, consortium: { id, name: consortium, shortName } }));
  }

  async create(ctx: RequestContext, input: CreateAgreementInput, key?: string | null): Promise<Agreement> {
    const { kind, title, purpose, partyIds, since, until, noticeDays } = input;
    const { organisationId } = ctx.actor;
    ctx.authorize('create', draftOf(partyIds.includes(organisationId) ? partyIds : [organisationId]));
    const { id, result } = await ctx.once(key, 'createAgreement', async () => {
      await this.requireHead(ctx, input);
      return this.insert(ctx, { kind, title, purpose: purpose ?? null, since, until, noticeDays, amendsId: null, renewsId: null }, invited(ctx, input));
    });
    return result ?? (await ctx.must(Agreement, id));
  }

  async update(ctx: RequestContext, id: string, version: number, input: UpdateAgreementInput): Promise<Agreement> {
    const { title, purpose, since, until, noticeDays } = input;
    const agreement = await hold(ctx, id, 'update');
    requireDraft(agreement);
    if (agreement.version !== version) throw new DomainError('STALE_VERSION');
    const parties = invited(ctx, input, agreement.parties);
    await this.requireHead(ctx, input, parties);
    await this.changeParties(ctx, agreement, parties);
    await ctx.update(agreement, { title, purpose: purpose ?? null, since, until, noticeDays, shared: isShared(parties) }, { version });
    return changed(ctx, agreement);
  }

  /** The same again as a draft; until it is signed the present one counts. */
  async amend(ctx: RequestContext, id: string, key?: string | null): Promise<Agreement> {
    const old = await hold(ctx, id, 'update');
    const { id: draftId, result } = await ctx.once(key, 'amendAgreement', async () => {
      requireCounting(ctx, old, 'COMING', 'IN_FORCE', 'SUSPENDED');
      const [other] = await draftedFrom(ctx, 'amendsId', [old.id]);
      if (other) throw new DomainError('AMENDED_ALREADY', { number: other.number });
      const first = today(ctx);
      return this.copy(ctx, old, { since: old.since > first ? old.since : first, until: old.until, amendsId: old.id, renewsId: null });
    });
    return result ?? (await ctx.must(Agreement, draftId));
  }

  /** 续签: the same again for the time that follows. Both count, one after the other. */
  async renew(ctx: RequestContext, id: string, key?: string | null): Promise<Agreement> {
    const old = await hold(ctx, id, 'update');
    const { id: draftId, result } = await ctx.once(key, 'renewAgreement', async () => {
      requireCounting(ctx, old, 'IN_FORCE', 'SUSPENDED', 'EXPIRED');
      const [other] = await draftedFrom(ctx, 'renewsId', [old.id]);
      if (other) throw new DomainError('RENEWED_ALREADY', { number: other.number });
      return this.copy(ctx, old, { ...termAfter(old, today(ctx)), amendsId: null, renewsId: old.id });
    });
    return result ?? (await ctx.must(Agreement, draftId));
  }

  /** A draft with the same parties and clauses. */
  private async copy(ctx: RequestContext, old: Agreement, how: Pick<Agreement, 'since' | 'until' | 'amendsId' | 'renewsId'>): Promise<Agreement> {
    const { kind, title, purpose, noticeDays } = old;
    const [parties, clauses] = [await partiesOf(ctx, old.id), await clausesOf(ctx, old.id)];
    const draft = await this.insert(ctx, { kind, title, purpose, noticeDays, ...how }, parties);
    const copies = clauses.map((clause) => ({ agreementId: draft.id, ordinal: clause.ordinal, kind: clause.kind, giverId: clause.giverId, takerId: clause.takerId, poolId: clause.poolId, poolName: clause.poolName, terms: clause.terms, wording: clause.wording }));
    if (copies.length > 0) await ctx.insert(Clause, copies);
    return changed(ctx, draft);
  }

  async comment(ctx: RequestContext, { agreementId, clauseId, text }: CommentInput, key?: string | null): Promise<Agreement> {
    const agreement = await hold(ctx, agreementId, 'update', 'input.agreementId');
    await ctx.once(key, 'commentAgreement', async () => {
      if (clauseId && !(await clausesOf(ctx, agreement.id)).some(({ id }) => id === clauseId)) throw badInput('input.clauseId', 'NOT_FOUND');
      const { personId, organisationId } = ctx.actor;
      const [comment] = await ctx.insert(AgreementComment, { agreementId: agreement.id, clauseId: clauseId ?? null, organisationId, personId, text, settledById: null, settledAt: null });
      await tellParties(ctx, agreement, 'AGREEMENT_COMMENTED', { params: { text }, but: organisationId, by: true, about: { type: 'AgreementComment', id: comment!.id } });
      return comment!;
    });
    return changed(ctx, agreement);
  }

  async settle(ctx: RequestContext, id: string): Promise<Agreement> {
    const comment = await ctx.must(AgreementComment, id, 'id', 'update');
    const agreement = await hold(ctx, comment.agreementId, 'update');
    if (comment.settledAt) return agreement;
    await ctx.update(comment, { settledById: ctx.actor.personId, settledAt: ctx.now });
    await everywhere(ctx, agreement, () => ctx.settle({ kind: 'AGREEMENT_COMMENTED', about: [comment.id] }));
    return changed(ctx, agreement);
  }

  private async insert(ctx: RequestContext, head: Pick<Agreement, 'kind' | 'title' | 'purpose' | 'since' | 'until' | 'noticeDays' | 'amendsId' | 'renewsId'>, parties: readonly Invited[]): Promise<Agreement> {
    const { personId, organisationId } = ctx.actor;
    const shared = isShared(parties);
    const number = shared ? jointNumber(ctx) : await nextNumber(ctx);
    const [agreement] = await ctx.insert(Agreement, { ...head, number, state: 'DRAFT', draftedById: personId, draftedForId: organisationId, textSigned: null, textHash: null, signedAt: null, suspendedAt: null, suspendedForId: null, suspendReason: null, endsOn: null, endReason: null, replacedOn: null, warnedDays: null, shared });
    await this.seat(ctx, agreement!, parties);
    ctx.audit('parties', { type: 'Agreement', id: agreement!.id }, { partyIds: idsOf(parties) });
    const drafted = await changed(ctx, agreement!);
    await tellParties(ctx, drafted, head.amendsId ? 'AGREEMENT_AMENDED' : head.renewsId ? 'AGREEMENT_RENEWED' : 'AGREEMENT_DRAFTED', { params: { number }, but: organisationId, by: true });
    return drafted;
  }

  /** Who leaves gives and takes nothing; what they accepted goes with them. */
  private async changeParties(ctx: RequestContext, agreement: Agreement, parties: readonly Invited[]): Promise<void> {
    const [old, partyIds] = [agreement.parties!, idsOf(parties)];
    const before = idsOf(old);
    if (old.map(said).join() === parties.map(said).join()) return;
    // Two would else replace what three have signed.
    if (agreement.amendsId) throw new DomainError('AMENDMENT_PARTIES', {}, { field: 'input.partyIds' });
    const bound = (await clausesOf(ctx, agreement.id)).findIndex(({ giverId, takerId }) => !partyIds.includes(giverId) || !partyIds.includes(takerId));
    if (bound >= 0) throw new DomainError('PARTY_HAS_CLAUSES', { clause: bound + 1 }, { field: 'input.partyIds' });
    await ctx.query(sql`delete from directory.clause_acceptance a using directory.clause c where c.tenant_id = ${ctx.currentTenant} and c.agreement_id = ${agreement.id} and a.tenant_id = c.tenant_id and a.clause_id = c.id and a.organisation_id <> all(${partyIds})`);
    await ctx.query(sql`delete from directory.agreement_party where tenant_id = ${ctx.currentTenant} and agreement_id = ${agreement.id}`);
    await this.seat(ctx, agreement, parties);
    ctx.audit('parties', { type: 'Agreement', id: agreement.id }, { partyIds }, { partyIds: before });
    const added = Object.assign(new Agreement(), agreement, { parties: agreement.parties!.filter(({ organisationId }) => !before.includes(organisationId)) });
    await tellParties(ctx, added, 'AGREEMENT_DRAFTED', { params: { number: agreement.number }, by: true });
    // A consortium whose last party has left keeps what it has seen, as something that will not be signed.
    for (const homeId of homesOf(old)) {
      if (homesOf(agreement.parties!).includes(homeId)) continue;
      await ctx.across(homeId, async () => {
        await ctx.query(sql`update directory.agreement set state = 'WITHDRAWN', updated_at = ${ctx.now}, version = version + 1 where tenant_id = ${homeId} and id = ${agreement.id}`);
        ctx.audit('withdraw', { type: 'Agreement', id: agreement.id });
        ctx.changed('Agreement', [agreement.id]);
      });
    }
  }

  private async seat(ctx: RequestContext, agreement: Agreement, parties: readonly Invited[]): Promise<void> {
    await ctx.insert(AgreementParty, parties.map(({ organisationId, homeId, whole }, ordinal) => ({ agreementId: agreement.id, organisationId, homeId, whole, ordinal })), { untold: true });
    await withParties(ctx, agreement);
  }

  private async requireHead(ctx: RequestContext, input: Pick<CreateAgreementInput, 'partyIds' | 'since' | 'until' | 'guests' | 'forConsortium'>, parties: readonly Invited[] = invited(ctx, input)): Promise<void> {
    const { partyIds, since, until } = input;
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
      else {
        const { homeId, whole } = parties[index]!;
        const member = homeId === ctx.currentTenant ? members.find((membership) => membership.organisationId === partyId && inForce(membership, day)) : await partnerIn(ctx, partyId, homeId);
        if (!member) problems.push({ field, code: 'PARTY_NO_MEMBER' });
        else if (whole && member.kind !== 'LEAD') problems.push({ field, code: 'PARTY_NOT_LEAD' });
      }
    }
    if (problems.length > 0) throw badInputs(problems);
  }
}

type Invited = Pick<AgreementParty, 'organisationId' | 'homeId' | 'whole'>;

const idsOf = (parties: readonly Invited[]): string[] => parties.map(({ organisationId }) => organisationId);
const said = ({ organisationId, homeId, whole }: Invited): string => `${organisationId} ${homeId} ${whole}`;
const isShared = (parties: readonly Invited[]): boolean => new Set(parties.map(({ homeId }) => homeId)).size > 1;

/** Each party with the consortium as whose member it signs; who is a party already and is not said anew stays as it is. */
function invited(ctx: RequestContext, { partyIds, guests, forConsortium }: Pick<CreateAgreementInput, 'partyIds' | 'guests' | 'forConsortium'>, before: readonly Invited[] = []): Invited[] {
  return partyIds.map((organisationId) => {
    const guest = guests.find((each) => each.organisationId === organisationId);
    if (guest) return { organisationId, homeId: guest.consortiumId, whole: guest.forConsortium };
    if (organisationId === ctx.actor.organisationId) return { organisationId, homeId: ctx.currentTenant, whole: forConsortium };
    const known = before.find((each) => each.organisationId === organisationId);
    return known ? { organisationId, homeId: known.homeId, whole: known.whole } : { organisationId, homeId: ctx.currentTenant, whole: false };
  });
}

/** Whether an organisation is a member of another consortium today, and how. */
async function partnerIn(ctx: RequestContext, organisationId: string, consortiumId: string): Promise<{ kind: string } | undefined> {
  const [found] = await ctx.query<{ kind: string }>(sql`select kind from directory.partner(${organisationId}::uuid, ${consortiumId}::uuid)`);
  return found;
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

/** Of several consortia none counts for the others: J2026-7K3QF. */
function jointNumber(ctx: RequestContext): string {
  const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';
  return `J${today(ctx).slice(0, 4)}-${Array.from({ length: 6 }, () => letters[randomInt(letters.length)]).join('')}`;
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
