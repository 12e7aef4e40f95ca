import { type Action, DomainError, notFound, type RequestContext, sql } from '@gongjian/platform';
import { agreement as pack, check, type Finding } from '@gongjian/rules';
import { Organisation } from '../organisation/organisation.entity.ts';
import { Agreement, AgreementComment, AgreementParty, AgreementSignature, Clause, ClauseAcceptance } from './agreement.entity.ts';
import { monthsBetween } from './agreement.standing.ts';
import { textOf } from './agreement.text.ts';
import type { Terms } from './clause.terms.ts';

export const partiesOf = async (ctx: RequestContext, agreementId: string): Promise<AgreementParty[]> => (await ctx.loadMany(AgreementParty, 'agreementId', agreementId)).sort((a, b) => a.ordinal - b.ordinal);
export const clausesOf = async (ctx: RequestContext, agreementId: string): Promise<Clause[]> => (await ctx.loadMany(Clause, 'agreementId', agreementId)).sort((a, b) => a.ordinal - b.ordinal);
export const signaturesOf = (ctx: RequestContext, agreementId: string): Promise<AgreementSignature[]> => ctx.loadMany(AgreementSignature, 'agreementId', agreementId);
export const acceptancesOf = (ctx: RequestContext, clauseId: string): Promise<ClauseAcceptance[]> => ctx.loadMany(ClauseAcceptance, 'clauseId', clauseId);
export const commentsOf = async (ctx: RequestContext, agreementId: string): Promise<AgreementComment[]> => (await ctx.loadMany(AgreementComment, 'agreementId', agreementId)).sort((a, b) => (a.id < b.id ? -1 : 1));

/** Permissions ask who the parties are. */
export async function withParties(ctx: RequestContext, agreement: Agreement): Promise<Agreement> {
  agreement.parties = await partiesOf(ctx, agreement.id);
  return agreement;
}

export const mayDo = async (ctx: RequestContext, action: Action, agreement: Agreement): Promise<boolean> => ctx.can(action, await withParties(ctx, agreement));

/** The agreement for the actor to change, held until the operation ends: whatever happens to it happens one after the other. */
export async function hold(ctx: RequestContext, id: string, action: 'update' | 'decide', field = 'id'): Promise<Agreement> {
  const agreement = await withParties(ctx, await ctx.must(Agreement, id, field, 'update'));
  ctx.authorize(action, agreement);
  return agreement;
}

/** A clause with its agreement, held. */
export async function holdClause(ctx: RequestContext, id: string, action: 'update' | 'decide'): Promise<{ agreement: Agreement; clause: Clause }> {
  const before = await ctx.must(Clause, id, 'id');
  const agreement = await hold(ctx, before.agreementId, action);
  // Read again: somebody may have changed it while we waited.
  const clause = (await ctx.find(Clause, { where: [sql`t.id = ${before.id}`] }))[0];
  if (!clause) throw notFound('id');
  return { agreement, clause };
}

/** Open pages of all parties read it again. */
export function changed(ctx: RequestContext, agreement: Agreement): Agreement {
  ctx.changed('Agreement', [agreement.id]);
  return agreement;
}

/** @throws AGREEMENT_FROZEN where somebody has signed, AGREEMENT_OVER where it is over or in force */
export function requireDraft({ state }: Agreement): void {
  if (state === 'SIGNING') throw new DomainError('AGREEMENT_FROZEN');
  if (state !== 'DRAFT') throw new DomainError('AGREEMENT_OVER');
}

export async function organisationsOf(ctx: RequestContext, parties: readonly AgreementParty[]): Promise<Map<string, Organisation>> {
  const all = await Promise.all(parties.map(({ organisationId }) => ctx.load(Organisation, organisationId)));
  return new Map(all.flatMap((organisation) => (organisation ? [[organisation.id, organisation]] : [])));
}

/** How pools are called by their owners; those that are gone are left out. */
export async function poolNamesOf(ctx: RequestContext, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await ctx.query<{ id: string; name: string }>(sql`select id, name from scheduling.known_pool where tenant_id = ${ctx.currentTenant} and id = any(${ids}::uuid[])`);
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** What would be signed as it stands; what was signed where that has begun. */
export async function currentText(ctx: RequestContext, agreement: Agreement): Promise<string> {
  if (agreement.textSigned !== null) return agreement.textSigned;
  const [parties, clauses] = await Promise.all([partiesOf(ctx, agreement.id), clausesOf(ctx, agreement.id)]);
  return textOf({ agreement, parties, clauses, organisations: await organisationsOf(ctx, parties) });
}

export async function findingsOf(ctx: RequestContext, { id, since, until }: Agreement): Promise<Finding[]> {
  const clauses = await clausesOf(ctx, id);
  return check([pack], { months: monthsBetween(since, until), clauses: clauses.map(({ kind, terms }) => ({ kind, duties: kind === 'DATA' ? (terms as Terms['DATA']).duties : null })) }, ctx.now);
}

/** Clauses that somebody has not accepted, by number. */
export async function openClauses(ctx: RequestContext, agreement: Agreement): Promise<{ number: number; missing: string[] }[]> {
  const [parties, clauses] = await Promise.all([partiesOf(ctx, agreement.id), clausesOf(ctx, agreement.id)]);
  const accepted = await Promise.all(clauses.map(({ id }) => acceptancesOf(ctx, id)));
  return clauses.flatMap((_, index) => {
    const by = new Set(accepted[index]!.map(({ organisationId }) => organisationId));
    const missing = parties.map(({ organisationId }) => organisationId).filter((each) => !by.has(each));
    return missing.length > 0 ? [{ number: index + 1, missing }] : [];
  });
}

/** The administrators of all parties, or of the others. */
export function administratorsOf(agreement: Agreement, but?: string) {
  return agreement.parties!.filter(({ organisationId }) => organisationId !== but).map(({ organisationId }) => ({ organisationId, roles: ['ORGANISATION_ADMINISTRATOR'] as const }));
}

export const linkTo = ({ id }: Agreement): string => `/agreements/${id}`;
