import { type Action, asUuid, DomainError, name, notFound, type RequestContext, sql, type ToldParams } from '@gongjian/platform';
import { agreement as pack, check, type Finding } from '@gongjian/rules';
import { Organisation } from '../organisation/organisation.entity.ts';
import { Person } from '../person/person.entity.ts';
import { Agreement, AgreementComment, AgreementParty, AgreementSignature, Clause, ClauseAcceptance } from './agreement.entity.ts';
import { monthsBetween } from './agreement.standing.ts';
import { textOf } from './agreement.text.ts';
import type { Terms } from './clause.terms.ts';

export const partiesOf = async (ctx: RequestContext, agreementId: string): Promise<AgreementParty[]> => (await ctx.loadMany(AgreementParty, 'agreementId', agreementId)).sort((a, b) => a.ordinal - b.ordinal);
export const clausesOf = async (ctx: RequestContext, agreementId: string): Promise<Clause[]> => (await ctx.loadMany(Clause, 'agreementId', agreementId)).sort((a, b) => a.ordinal - b.ordinal);

/** A clause's place in its agreement, from 1. */
export const numberOf = (ctx: RequestContext, clauseId: string): Promise<number> =>
  ctx.batch('Clause.number', clauseId, async (ids) => {
    const rows = await ctx.query<{ id: string; number: number }>(sql`
      select c.id, (select count(*)::int from directory.clause o where o.tenant_id = c.tenant_id and o.agreement_id = c.agreement_id and o.ordinal <= c.ordinal) as number
      from directory.clause c where c.tenant_id = ${ctx.currentTenant} and c.id = any(${ids}::uuid[])`);
    return ids.map((id) => rows.find((row) => row.id === id)?.number ?? 0);
  });

/** Whether the actor may read an agreement, without reading it: its text is long. */
export const mayRead = (ctx: RequestContext, agreementId: string): Promise<boolean> =>
  ctx.batch('Agreement.mayRead', agreementId, async (ids) => {
    const readable = new Set((await ctx.find(Agreement, { where: [sql`t.id = any(${ids}::uuid[])`], only: ['id'] })).map(({ id }) => id));
    return ids.map((id) => readable.has(id));
  });

/** What was drafted from these to replace them, or to follow on, and not withdrawn. */
export const draftedFrom = (ctx: RequestContext, how: 'amendsId' | 'renewsId', ids: readonly string[]): Promise<Agreement[]> =>
  ctx.find(Agreement, { where: [sql`${how === 'amendsId' ? sql`t.amends_id` : sql`t.renews_id`} = any(${ids}::uuid[])`, sql`t.state <> 'WITHDRAWN'`] });

export const successorOf = (ctx: RequestContext, how: 'amendsId' | 'renewsId', id: string): Promise<Agreement | null> =>
  ctx.batch(`Agreement.${how}`, id, async (ids) => {
    const rows = await draftedFrom(ctx, how, ids);
    return ids.map((each) => rows.find((row) => row[how] === each) ?? null);
  });

export const signaturesOf = (ctx: RequestContext, agreementId: string): Promise<AgreementSignature[]> => ctx.loadMany(AgreementSignature, 'agreementId', agreementId);
export const acceptancesOf = (ctx: RequestContext, clauseId: string): Promise<ClauseAcceptance[]> => ctx.loadMany(ClauseAcceptance, 'clauseId', clauseId);
export const commentsOf = async (ctx: RequestContext, agreementId: string): Promise<AgreementComment[]> => (await ctx.loadMany(AgreementComment, 'agreementId', agreementId)).sort((a, b) => (a.id < b.id ? -1 : 1));

/** Permissions ask who the parties are. */
export async function withParties(ctx: RequestContext, agreement: Agreement): Promise<Agreement> {
  agreement.parties = await partiesOf(ctx, agreement.id);
  return agreement;
}

export const mayDo = async (ctx: RequestContext, action: Action, agreement: Agreement): Promise<boolean> => ctx.can(action, await withParties(ctx, agreement));

/**
 * The agreement for the actor to change, held until the operation ends: whatever happens to it, or to its copy in another
 * consortium, happens one after the other.
 */
export async function hold(ctx: RequestContext, id: string, action: 'update' | 'decide', field = 'id'): Promise<Agreement> {
  await ctx.query(sql`select pg_advisory_xact_lock(hashtextextended(${`agreement ${asUuid(id)}`}, 0))`);
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

/** The consortia of the other parties, in one order for all. */
export const homesOf = (parties: readonly AgreementParty[]): string[] => [...new Set(parties.map(({ homeId }) => homeId))].sort();

/** Does it in the consortium of each party, this one included. */
export async function everywhere(ctx: RequestContext, agreement: Agreement, run: (away: boolean) => Promise<void> | void): Promise<void> {
  const home = ctx.currentTenant;
  for (const tenantId of homesOf(agreement.parties!)) await ctx.across(tenantId, async () => run(tenantId !== home));
}

/** Open pages of all parties read it again; each consortium's copy is the same when this is kept. */
export async function changed(ctx: RequestContext, agreement: Agreement): Promise<Agreement> {
  if (agreement.shared) await keepCopies(ctx, agreement);
  else ctx.changed('Agreement', [agreement.id]);
  return agreement;
}

async function keepCopies(ctx: RequestContext, agreement: Agreement): Promise<void> {
  const mine = (alias: string) => sql`${name(alias)}.tenant_id = ${ctx.currentTenant}`;
  const part = (table: string) => sql`coalesce((select jsonb_agg(to_jsonb(p)) from ${name('directory', table)} p where ${mine('p')} and p.agreement_id = a.id), '[]')`;
  const [row] = await ctx.query<{ copy: object }>(sql`
    select jsonb_build_object('agreement', to_jsonb(a), 'agreement_party', ${part('agreement_party')}, 'clause', ${part('clause')}, 'agreement_comment', ${part('agreement_comment')}, 'agreement_signature', ${part('agreement_signature')},
      'clause_acceptance', coalesce((select jsonb_agg(to_jsonb(t)) from directory.clause_acceptance t join directory.clause c on c.tenant_id = t.tenant_id and c.id = t.clause_id where ${mine('t')} and c.agreement_id = a.id), '[]')) as copy
    from directory.agreement a where ${mine('a')} and a.id = ${agreement.id}`);
  const copy = JSON.stringify(row!.copy);
  await everywhere(ctx, agreement, async (away) => {
    if (away) {
      await ctx.query(sql`select directory.keep_copy(${copy}::jsonb)`);
      ctx.audit('copy', { type: 'Agreement', id: agreement.id }, { state: agreement.state, version: agreement.version });
    }
    ctx.changed('Agreement', [agreement.id]);
  });
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

/** The pool of a clause, as it is called now, or was when the clause was written, where it is another consortium's. */
export async function poolName(ctx: RequestContext, { poolId, poolName: then }: Clause): Promise<string | null> {
  if (!poolId) return null;
  const now = await ctx.batch('Pool.name', poolId, async (ids) => {
    const names = await poolNamesOf(ctx, ids);
    return ids.map((id) => names.get(id) ?? null);
  });
  return now ?? then;
}

/** Who has signed, as they are called now, or were then, where they are another consortium's. */
export async function signerName(ctx: RequestContext, { personId, personName }: AgreementSignature): Promise<string | null> {
  return (await ctx.load(Person, personId))?.name ?? personName;
}

/** How pools are called by their owners; those that are gone are left out. */
async function poolNamesOf(ctx: RequestContext, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await ctx.query<{ id: string; name: string }>(sql`select id, name from scheduling.known_pool where tenant_id = ${ctx.currentTenant} and id = any(${ids}::uuid[])`);
  return new Map(rows.map(({ id, name }) => [id, name]));
}

export interface PartnerConsortium {
  id: string;
  name: string;
  shortName: string;
}

/** The other consortium of a paper. */
export function partnerConsortium(ctx: RequestContext, id: string): Promise<PartnerConsortium | null> {
  return ctx.batch('PartnerConsortium', id, async (ids) => {
    const rows = await ctx.query<PartnerConsortium>(sql`select id, name, short_name as "shortName" from directory.partner_consortia(${ids.map(asUuid)}::uuid[])`);
    return ids.map((each) => rows.find((row) => row.id === asUuid(each)) ?? null);
  });
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

/** The administrators of all parties that belong to a consortium, or of the others. */
export function administratorsOf(agreement: Agreement, tenantId: string, but?: string) {
  return agreement.parties!.filter(({ organisationId, homeId }) => homeId === tenantId && organisationId !== but).map(({ organisationId }) => ({ organisationId, roles: ['ORGANISATION_ADMINISTRATOR'] as const }));
}

interface Told {
  params?: ToldParams;
  /** An organisation that knows already. */
  but?: string;
  about?: { type: string; id: string };
  /** Says by whom it was done. */
  by?: true;
}

/** Tells the parties' administrators, wherever they are. People are named at home; elsewhere their organisation is. */
export function tellParties(ctx: RequestContext, agreement: Agreement, kind: string, { params = {}, but, about, by }: Told = {}): Promise<void> {
  const { personId, organisationId } = ctx.actor;
  return everywhere(ctx, agreement, (away) => {
    const who = by && { by: away ? { organisation: organisationId } : { person: personId } };
    ctx.tell({ kind, audience: administratorsOf(agreement, ctx.currentTenant, but), params: { title: agreement.title, ...who, ...params }, about: about ?? { type: 'Agreement', id: agreement.id }, link: linkTo(agreement) });
  });
}

export const linkTo = ({ id }: Agreement): string => `/agreements/${id}`;
