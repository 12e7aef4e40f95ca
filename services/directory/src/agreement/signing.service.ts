import { DomainError, type RequestContext, sql, type ToldParams } from '@gongjian/platform';
import { blocking } from '@gongjian/rules';
import { Injectable } from '@nestjs/common';
import { said } from '../consortium/founding.service.ts';
import { inForce, today } from '../day.ts';
import { Membership } from '../organisation/membership.entity.ts';
import { Organisation } from '../organisation/organisation.entity.ts';
import { provenLately } from '../own-data/own-data.queries.ts';
import { Agreement, AgreementSignature, type Clause } from './agreement.entity.ts';
import type { SignInput, TerminateInput } from './agreement.inputs.ts';
import { changed, clausesOf, currentText, everywhere, findingsOf, hold, mayDo, openClauses, signaturesOf, tellParties, withParties } from './agreement.parts.ts';
import { earliestEnd, requireCounting } from './agreement.service.ts';
import { endOf, standing } from './agreement.standing.ts';
import { hashOf } from './agreement.text.ts';
import { type ClauseTerms, speaksOf } from './clause.terms.ts';

/** From the first signature to the end. */
@Injectable()
export class SigningService {
  /** The first signature freezes the text, the last one makes it count. */
  async sign(ctx: RequestContext, id: string, { textHash, office }: SignInput): Promise<Agreement> {
    const agreement = await hold(ctx, id, 'decide');
    const { organisationId, personId } = ctx.actor;
    if (!(await provenLately(ctx))) throw new DomainError('PROOF_NEEDED');
    const signatures = await signaturesOf(ctx, agreement.id);
    if (signatures.some((signature) => signature.organisationId === organisationId)) throw new DomainError('SIGNED_ALREADY');
    if (agreement.state === 'SIGNED' || agreement.state === 'WITHDRAWN') throw new DomainError('AGREEMENT_OVER');
    const text = await currentText(ctx, agreement);
    const hash = hashOf(text);
    if (hash.toString('hex') !== textHash.toLowerCase()) throw new DomainError('TEXT_CHANGED', {}, { field: 'input.textHash' });
    await this.requireSignable(ctx, agreement);

    await ctx.insert(AgreementSignature, { agreementId: agreement.id, organisationId, personId, office, textHash: hash, personName: agreement.shared ? ctx.actor.name : null });
    const isLast = signatures.length + 1 === agreement.parties!.length;
    const { number, since } = agreement;
    if (isLast) {
      await this.replace(ctx, agreement);
      await everywhere(ctx, agreement, () => ctx.settle({ kind: 'AGREEMENT_TO_SIGN', about: [agreement.id] }));
      await tellParties(ctx, agreement, 'AGREEMENT_SIGNED', { params: { number, since: { day: since } } });
    } else if (signatures.length === 0) await tellParties(ctx, agreement, 'AGREEMENT_TO_SIGN', { params: { number }, but: organisationId });
    const frozen = { textSigned: text, textHash: hash };
    await ctx.update(agreement, isLast ? { ...frozen, state: 'SIGNED', signedAt: ctx.now } : { ...frozen, state: 'SIGNING' });
    return changed(ctx, agreement);
  }

  /** Nobody is bound before all have signed; whoever wants a change says so, and all sign again. */
  async reopen(ctx: RequestContext, id: string): Promise<Agreement> {
    const agreement = await hold(ctx, id, 'update');
    if (agreement.state === 'SIGNED') throw new DomainError('AGREEMENT_SIGNED');
    if (agreement.state !== 'SIGNING') return agreement;
    for (const signature of await signaturesOf(ctx, agreement.id)) await ctx.remove(signature);
    await this.tellOthers(ctx, agreement, 'AGREEMENT_REOPENED');
    await ctx.update(agreement, { state: 'DRAFT', textSigned: null, textHash: null });
    return changed(ctx, agreement);
  }

  async withdraw(ctx: RequestContext, id: string): Promise<Agreement> {
    const agreement = await hold(ctx, id, 'update');
    if (agreement.state === 'SIGNED') throw new DomainError('AGREEMENT_SIGNED');
    if (agreement.state === 'WITHDRAWN') return agreement;
    for (const signature of await signaturesOf(ctx, agreement.id)) await ctx.remove(signature);
    await this.tellOthers(ctx, agreement, 'AGREEMENT_WITHDRAWN');
    await ctx.update(agreement, { state: 'WITHDRAWN', textSigned: null, textHash: null });
    return changed(ctx, agreement);
  }

  async suspend(ctx: RequestContext, id: string, reason: string): Promise<Agreement> {
    const agreement = await hold(ctx, id, 'decide');
    if (agreement.suspendedAt) throw new DomainError('AGREEMENT_NOT_IN_FORCE');
    requireCounting(ctx, agreement, 'IN_FORCE', 'COMING');
    await ctx.update(agreement, { suspendedAt: ctx.now, suspendedForId: ctx.actor.organisationId, suspendReason: reason });
    await this.tellOthers(ctx, agreement, 'AGREEMENT_SUSPENDED', { reason });
    return changed(ctx, agreement);
  }

  async resume(ctx: RequestContext, id: string): Promise<Agreement> {
    const agreement = await hold(ctx, id, 'decide');
    if (!agreement.suspendedAt) throw new DomainError('NOT_SUSPENDED');
    if (agreement.suspendedForId !== ctx.actor.organisationId) throw new DomainError('SUSPENDED_BY_OTHER', { organisation: (await ctx.load(Organisation, agreement.suspendedForId))?.name ?? '' });
    await ctx.update(agreement, { suspendedAt: null, suspendedForId: null, suspendReason: null });
    await this.tellOthers(ctx, agreement, 'AGREEMENT_RESUMED');
    return changed(ctx, agreement);
  }

  async terminate(ctx: RequestContext, id: string, { on, reason }: TerminateInput): Promise<Agreement> {
    const agreement = await hold(ctx, id, 'decide');
    requireCounting(ctx, agreement, 'IN_FORCE', 'COMING', 'SUSPENDED');
    const earliest = earliestEnd(ctx, agreement);
    if (on < earliest) throw new DomainError('NOTICE_TOO_SHORT', { days: agreement.noticeDays, earliest }, { field: 'input.on' });
    if (on >= endOf(agreement)) throw new DomainError('TERM_PAST_END', { end: endOf(agreement) }, { field: 'input.on' });
    await ctx.update(agreement, { endsOn: on, endReason: reason });
    await this.tellOthers(ctx, agreement, 'AGREEMENT_TERMINATED', { until: { day: on }, reason });
    return changed(ctx, agreement);
  }

  async maySign(ctx: RequestContext, agreement: Agreement): Promise<boolean> {
    if ((agreement.state !== 'DRAFT' && agreement.state !== 'SIGNING') || !(await mayDo(ctx, 'decide', agreement))) return false;
    if ((await signaturesOf(ctx, agreement.id)).some(({ organisationId }) => organisationId === ctx.actor.organisationId)) return false;
    return agreement.until > today(ctx) && (await openClauses(ctx, agreement)).length === 0 && blocking(await findingsOf(ctx, agreement)).length === 0;
  }

  /** @throws TERM_OVER, CLAUSES_OPEN, PARTY_NO_MEMBER, AGREEMENT_BLOCKED, AGREEMENT_OVERLAPS */
  private async requireSignable(ctx: RequestContext, agreement: Agreement): Promise<void> {
    const day = today(ctx);
    if (agreement.until <= day) throw new DomainError('TERM_OVER');
    const [rule] = blocking(await findingsOf(ctx, agreement));
    if (rule) throw new DomainError('AGREEMENT_BLOCKED', { reason: `${rule.ruleId} ${said(ctx.language, rule.message)}` });
    const open = await openClauses(ctx, agreement);
    if (open.length > 0) throw new DomainError('CLAUSES_OPEN', { clauses: open.map(({ number }) => number).join('、') });
    await everywhere(ctx, agreement, async () => {
      const ours = agreement.parties!.filter(({ homeId }) => homeId === ctx.currentTenant).map(({ organisationId }) => organisationId);
      const members = await ctx.find(Membership, { where: [sql`t.organisation_id = any(${ours})`] });
      if (members.length < ours.length || members.some((membership) => !inForce(membership, day))) throw new DomainError('PARTY_NO_MEMBER');
    });
    const clauses = await clausesOf(ctx, agreement.id);
    await everywhere(ctx, agreement, () => this.requireAlone(ctx, agreement, clauses));
  }

  /** Of two clauses that speak of the same thing on the same day nobody could say which counts. Two that are signed at once wait for each other. */
  private async requireAlone(ctx: RequestContext, agreement: Agreement, clauses: readonly Clause[]): Promise<void> {
    await ctx.query(sql`select pg_advisory_xact_lock(hashtextextended(${`agreements ${ctx.currentTenant}`}, 0))`);
    type Other = Pick<Clause, 'kind' | 'giverId' | 'takerId' | 'poolId'> & { terms: ClauseTerms; number: string };
    const others = await ctx.query<Other>(sql`
      select c.kind, c.giver_id as "giverId", c.taker_id as "takerId", c.pool_id as "poolId", c.terms, a.number
      from directory.agreement a join directory.clause c on c.tenant_id = a.tenant_id and c.agreement_id = a.id
      where a.tenant_id = ${ctx.currentTenant} and a.state = 'SIGNED' and a.id <> ${agreement.id} and a.id is distinct from ${agreement.amendsId}::uuid
        and a.since < ${agreement.until} and least(a.until, a.ends_on, a.replaced_on) > ${agreement.since}`);
    for (const [index, clause] of clauses.entries()) {
      const other = others.find((each) => speaksOf(each) === speaksOf(clause));
      if (other) throw new DomainError('AGREEMENT_OVERLAPS', { clause: index + 1, number: other.number });
    }
  }

  private async replace(ctx: RequestContext, { amendsId, since }: Agreement): Promise<void> {
    if (!amendsId) return;
    const old = await withParties(ctx, await ctx.must(Agreement, amendsId, undefined, 'update'));
    const day = today(ctx);
    if (!['COMING', 'IN_FORCE', 'SUSPENDED'].includes(standing(old, day))) return;
    await ctx.update(old, { replacedOn: since > day ? since : day });
    await changed(ctx, old);
  }

  private tellOthers(ctx: RequestContext, agreement: Agreement, kind: string, params: ToldParams = {}): Promise<void> {
    return tellParties(ctx, agreement, kind, { params, but: ctx.actor.organisationId, by: true });
  }
}
