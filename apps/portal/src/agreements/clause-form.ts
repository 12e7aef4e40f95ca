import type { AgreementViewFragment, ClauseViewFragment } from './agreements.generated.ts';
import type { BeyondQuota, ClauseInput, ClauseKind, DataMask, ExchangeUnit, ExchangeWho, InternPeriod, ProgrammeRight, Purpose, QuotaPeriod, QuotaUnit, SharedData } from '@gongjian/api/schema.types.ts';

export const CLAUSE_KINDS: readonly ClauseKind[] = ['RESOURCE_USE', 'EXCHANGE', 'PROGRAMME', 'INTERNS', 'DATA'];

/** All that can be written in the form, whatever the kind: changing the kind loses nothing. Numbers as they are typed. */
export interface ClauseForm {
  kind: ClauseKind;
  giverId: string;
  takerId: string;
  wording: string;
  poolId: string;
  /** As it was called when the clause was written, for whoever cannot look it up. */
  poolName: string;
  purposes: Purpose[];
  quota: QuotaUnit | 'NONE';
  amount: string;
  per: QuotaPeriod;
  beyondQuota: BeyondQuota;
  horizonDays: string;
  approval: boolean;
  preferred: boolean;
  price: string;
  share: string;
  who: ExchangeWho;
  unit: ExchangeUnit;
  rights: ProgrammeRight[];
  majors: string;
  posts: string;
  postsPer: InternPeriod;
  fields: SharedData[];
  mask: DataMask;
  duties: string;
}

const EMPTY: Omit<ClauseForm, 'giverId' | 'takerId'> = {
  kind: 'RESOURCE_USE', wording: '', poolId: '', poolName: '', purposes: ['PRACTICE_TEACHING'], quota: 'MACHINE_HOURS', amount: '', per: 'MONTH', beyondQuota: 'REFUSE', horizonDays: '', approval: false, preferred: false, price: '0', share: '0',
  who: 'ENGINEER', unit: 'CLASS_HOURS', rights: ['READ'], majors: '', posts: '', postsPer: 'YEAR', fields: [], mask: 'COUNTS', duties: '',
};

export function formOf({ parties }: AgreementViewFragment, clause?: ClauseViewFragment): ClauseForm {
  const [first, second] = parties.map(({ organisation }) => organisation.id);
  if (!clause) return { ...EMPTY, giverId: second ?? '', takerId: first ?? '' };
  const { terms } = clause;
  const common = { ...EMPTY, kind: clause.kind, giverId: clause.giver.id, takerId: clause.taker.id, wording: clause.wording ?? '' };
  switch (terms.__typename) {
    case 'ResourceUseTerms':
      return {
        ...common, poolId: terms.poolId, poolName: terms.poolName ?? '', purposes: [...terms.purposes], quota: terms.quota?.unit ?? 'NONE', amount: String(terms.quota?.amount ?? ''), per: terms.quota?.per ?? 'MONTH', beyondQuota: terms.beyondQuota,
        horizonDays: String(terms.horizonDays ?? ''), approval: terms.approval, preferred: terms.priority === 'PREFERRED', price: String(terms.pricePerHour), share: String(terms.publicBenefitShare),
      };
    case 'ExchangeTerms':
      return { ...common, who: terms.who, amount: String(terms.amount), unit: terms.unit };
    case 'ProgrammeTerms':
      return { ...common, rights: [...terms.rights], majors: terms.majors ?? '' };
    case 'InternTerms':
      return { ...common, posts: String(terms.posts), postsPer: terms.internPer, majors: terms.majors ?? '' };
    case 'DataTerms':
      return { ...common, fields: [...terms.fields], mask: terms.mask, duties: terms.duties };
    default:
      return common;
  }
}

const whole = (text: string): number | null => (/^\d{1,9}$/.test(text.trim()) ? Number(text) : null);

/** What the server is asked for. What is no number is sent as one that it refuses at its field. */
export function inputOf(form: ClauseForm): ClauseInput {
  const { kind, giverId, takerId } = form;
  const common = { kind, giverId, takerId, wording: form.wording.trim() || null };
  const majors = form.majors.trim() || null;
  switch (kind) {
    case 'RESOURCE_USE':
      return {
        ...common,
        resourceUse: {
          poolId: form.poolId, purposes: form.purposes, quota: form.quota === 'NONE' ? null : { amount: whole(form.amount) ?? 0, unit: form.quota, per: form.per }, beyondQuota: form.beyondQuota,
          horizonDays: form.horizonDays.trim() ? (whole(form.horizonDays) ?? 0) : null, approval: form.approval, priority: form.preferred ? 'PREFERRED' : 'NORMAL', pricePerHour: Number(form.price || 0), publicBenefitShare: whole(form.share) ?? 0,
        },
      };
    case 'EXCHANGE':
      return { ...common, exchange: { who: form.who, amount: whole(form.amount) ?? 0, unit: form.unit } };
    case 'PROGRAMME':
      return { ...common, programme: { rights: form.rights, majors } };
    case 'INTERNS':
      return { ...common, interns: { posts: whole(form.posts) ?? 0, per: form.postsPer, majors } };
    case 'DATA':
      return { ...common, data: { fields: form.fields, mask: form.mask, duties: form.duties.trim() } };
  }
}
