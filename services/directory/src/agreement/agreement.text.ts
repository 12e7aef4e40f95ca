import { createHash } from 'node:crypto';
import { canonical } from '@gongjian/platform';
import type { Organisation } from '../organisation/organisation.entity.ts';
import type { Agreement, AgreementParty, Clause } from './agreement.entity.ts';

export interface Whole {
  agreement: Agreement;
  parties: readonly AgreementParty[];
  clauses: readonly Clause[];
  organisations: ReadonlyMap<string, Pick<Organisation, 'name' | 'uscc'>>;
}

/** All that is signed, in the one way of writing it down (RFC 8785): who changes a word of it changes its hash. */
export function textOf({ agreement, parties, clauses, organisations }: Whole): string {
  const { kind, number, title, purpose, since, until, noticeDays, amendsId } = agreement;
  return canonical({
    kind, number, title, purpose, since, until, noticeDays, amendsId,
    parties: parties.map(({ organisationId, homeId, whole }) => ({ organisationId, ...(agreement.shared && { consortiumId: homeId, forConsortium: whole }), name: organisations.get(organisationId)?.name ?? null, uscc: organisations.get(organisationId)?.uscc ?? null })),
    clauses: clauses.map((clause) => ({ kind: clause.kind, giverId: clause.giverId, takerId: clause.takerId, poolId: clause.poolId, terms: clause.terms, wording: clause.wording })),
  });
}

export const hashOf = (text: string): Buffer => createHash('sha256').update(text).digest();

/** 甲、乙、丙 … as contracts count their parties; after the ten stems by number. */
export function partyLetter(language: 'zh-CN' | 'en', ordinal: number): string {
  if (language === 'en') return `Party ${String.fromCodePoint(65 + ordinal)}`;
  return `${'甲乙丙丁戊己庚辛壬癸'[ordinal] ?? `第${ordinal + 1}`}方`;
}
