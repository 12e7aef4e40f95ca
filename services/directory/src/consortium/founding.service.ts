import { administers, DomainError, type Language, type RequestContext, sql } from '@gongjian/platform';
import { blocking, check, type Finding, founding, type FoundingFacts, type FoundingUnit, type Words } from '@gongjian/rules';
import { Injectable } from '@nestjs/common';
import { inForce, today } from '../day.ts';
import { Membership, type MembershipKind } from '../organisation/membership.entity.ts';
import { Organisation } from '../organisation/organisation.entity.ts';
import type { Consortium } from './consortium.entity.ts';
import type { CreateConsortiumInput } from './consortium.inputs.ts';
import { Founding } from './founding.entity.ts';

const NOBODY_SAID = { givesDegrees: null, hasTrainingUnit: null };
const NOTHING_SAID: FoundingFacts['documents'] = { leadingGroup: null, plan: null, structure: null, foundingMeeting: null, charter: null, benefitSharing: null };

/** What the rules say about a consortium, before it is founded and ever after. */
@Injectable()
export class FoundingService {
  /** @throws FOUNDING_BLOCKED with the findings, where a rule that must hold does not */
  require(ctx: RequestContext, input: CreateConsortiumInput): Finding[] {
    const findings = check([founding], factsOf(input), ctx.now);
    const [first] = blocking(findings);
    if (first) throw new DomainError('FOUNDING_BLOCKED', { reason: `${first.ruleId} ${said(ctx.language, first.message)}` }, { details: { findings: findings.map((finding) => inWords(ctx.language, finding)) } });
    return findings;
  }

  /** Keeps what was said, by organisation. */
  async keep(ctx: RequestContext, input: CreateConsortiumInput, organisationIds: readonly string[]): Promise<void> {
    const qualities = [input.leadQualities, ...(input.members ?? []).map((member) => member.qualities)];
    const qualifications = Object.fromEntries(organisationIds.map((id, index) => [id, { ...NOBODY_SAID, ...known(qualities[index]) }]));
    await ctx.insert(Founding, { documents: { ...NOTHING_SAID, ...known(input.documents) }, qualifications });
  }

  /** As it stands today, from the members there are now. */
  async findings(ctx: RequestContext, consortium: Consortium): Promise<object[] | null> {
    if (consortium.id !== ctx.actor.tenantId || !(administers(ctx.actor, 'ACCOUNTS') || ctx.actor.roles.some((role) => role === 'SECRETARY' || role === 'COUNCIL_MEMBER' || role === 'AUDITOR'))) return null;
    const members = (await ctx.find(Membership, { where: [sql`t.kind <> 'MEMBER'`] })).filter((membership) => inForce(membership, today(ctx)));
    const [said] = await ctx.find(Founding, { limit: 1 });
    const units = await Promise.all(members.map(async ({ organisationId, kind }) => ({ membership: kind, ...unit((await ctx.load(Organisation, organisationId))!, said?.qualifications[organisationId]) })));
    const facts = { kind: consortium.kind, ...councilOf(units), documents: said?.documents ?? NOTHING_SAID };
    return check([founding], facts, ctx.now).map((finding) => inWords(ctx.language, finding));
  }
}

function factsOf({ kind, lead, leadQualities, members, documents }: CreateConsortiumInput): FoundingFacts {
  const units = [{ membership: 'LEAD' as MembershipKind, ...unit(lead, leadQualities) }, ...(members ?? []).map((member) => ({ membership: member.kind, ...unit(member.organisation, member.qualities) }))];
  return { kind, ...councilOf(units), documents: { ...NOTHING_SAID, ...known(documents) } };
}

function unit({ name, kind }: Pick<Organisation, 'name' | 'kind'>, qualities: object | null | undefined): FoundingUnit {
  return { name, kind, ...NOBODY_SAID, ...known(qualities) };
}

/** Lead units sit in the council as well. */
function councilOf(units: readonly (FoundingUnit & { membership: MembershipKind })[]): Pick<FoundingFacts, 'leads' | 'council'> {
  const of = (...kinds: MembershipKind[]) => units.filter(({ membership }) => kinds.includes(membership)).map(({ name, kind, givesDegrees, hasTrainingUnit }) => ({ name, kind, givesDegrees, hasTrainingUnit }));
  return { leads: of('LEAD'), council: of('LEAD', 'COUNCIL_MEMBER') };
}

const known = (values: object | null | undefined): object => Object.fromEntries(Object.entries(values ?? {}).filter(([, value]) => value !== null && value !== undefined));
export const said = (language: Language, words: Words): string => (language === 'en' ? words.en : words.zh);

/** As the graph tells it. */
export function inWords(language: Language, finding: Finding): object {
  const { citation, title, message, remedy, approver, requirements, inputs, checkedAt, ...rest } = finding;
  return {
    ...rest,
    title: said(language, title),
    message: said(language, message),
    document: citation.document,
    number: citation.number,
    article: citation.article,
    quote: citation.quote,
    sourceAddress: citation.source.address,
    remedy: remedy && said(language, remedy),
    approver: approver && said(language, approver),
    requirements: requirements.map(({ label, ...requirement }) => ({ ...requirement, label: said(language, label) })),
    inputs: inputs.map(({ label, ...input }) => ({ ...input, label: said(language, label) })),
    checkedAt: new Date(checkedAt),
  };
}
