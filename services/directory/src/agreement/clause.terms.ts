import { inputs } from '@gongjian/platform';
import { z } from 'zod';

export const CLAUSE_KINDS = ['RESOURCE_USE', 'EXCHANGE', 'PROGRAMME', 'INTERNS', 'DATA'] as const;
export type ClauseKind = (typeof CLAUSE_KINDS)[number];

export const PURPOSES = ['PRACTICE_TEACHING', 'SOCIAL_TRAINING', 'REAL_PRODUCTION', 'TECHNICAL_SERVICE', 'PILOT_TEST'] as const;
export const PERIODS = ['WEEK', 'MONTH', 'TERM', 'YEAR', 'WHOLE'] as const;
export const DATA_FIELDS = ['PERSON_NAME', 'PERSON_CONTACT', 'PROFESSION', 'BOOKINGS', 'USAGE_HOURS', 'INTERNSHIP_RECORDS', 'TALENT_DEMAND'] as const;

/** Nobody gives nothing, and no machine has a million hours. */
const amount = () => inputs.whole(1, 1_000_000);
const yuan = () => z.number().min(0).max(100_000).refine((value) => Math.abs(value * 100 - Math.round(value * 100)) < 1e-6, { error: () => JSON.stringify({ code: 'TWO_DECIMALS', params: {} }) });
/** Left out or null: what is usual. */
const or = <T extends z.ZodType>(item: T, usual: z.output<T>) => item.nullish().transform((value) => (value ?? usual) as z.output<T>);
const distinct = <T extends z.ZodType>(item: T, max: number) => inputs.list(item, 1, max).transform((values) => [...new Set(values)] as z.output<T>[]);

/** What each kind of clause says. Money is in yuan, shares in percent. */
export const termsOf = {
  RESOURCE_USE: z.object({
    poolId: inputs.id(),
    purposes: distinct(inputs.oneOf(PURPOSES), PURPOSES.length),
    quota: or(z.object({ amount: amount(), unit: inputs.oneOf(['HOURS', 'MACHINE_HOURS']), per: inputs.oneOf(PERIODS) }).nullable(), null),
    beyondQuota: or(inputs.oneOf(['REFUSE', 'APPROVE']), 'REFUSE'),
    horizonDays: or(inputs.whole(1, 731).nullable(), null),
    approval: or(z.boolean(), false),
    priority: or(inputs.oneOf(['NORMAL', 'PREFERRED']), 'NORMAL'),
    pricePerHour: or(yuan(), 0),
    publicBenefitShare: or(inputs.whole(0, 100), 0),
  }),
  EXCHANGE: z.object({ who: inputs.oneOf(['TEACHER', 'ENGINEER']), amount: amount(), unit: inputs.oneOf(['DAYS', 'CLASS_HOURS']) }),
  PROGRAMME: z.object({ rights: distinct(inputs.oneOf(['READ', 'CO_AUTHOR', 'ADOPT']), 3), majors: or(inputs.text(0, 200).transform((value) => value || null).nullable(), null) }),
  INTERNS: z.object({ posts: inputs.whole(1, 100_000), per: inputs.oneOf(['TERM', 'YEAR']), majors: or(inputs.text(0, 200).transform((value) => value || null).nullable(), null) }),
  DATA: z.object({ fields: distinct(inputs.oneOf(DATA_FIELDS), DATA_FIELDS.length), mask: inputs.oneOf(['FULL', 'PARTLY', 'COUNTS']), duties: inputs.text(1, 1000) }),
} as const satisfies Record<ClauseKind, z.ZodType>;

export type Terms = { [K in ClauseKind]: z.output<(typeof termsOf)[K]> };
export type ClauseTerms = Terms[ClauseKind];

/** The name of each kind's part of a clause's input. */
export const PART_OF = { RESOURCE_USE: 'resourceUse', EXCHANGE: 'exchange', PROGRAMME: 'programme', INTERNS: 'interns', DATA: 'data' } as const satisfies Record<ClauseKind, string>;

/** Two clauses of one agreement, or of two at the same time, that speak of the same thing: which of them would count? */
export function speaksOf({ kind, giverId, takerId, poolId, terms }: { kind: ClauseKind; giverId: string; takerId: string; poolId: string | null; terms: ClauseTerms }): string {
  const what = kind === 'RESOURCE_USE' ? poolId : kind === 'EXCHANGE' ? (terms as Terms['EXCHANGE']).who : kind === 'INTERNS' || kind === 'PROGRAMME' ? ((terms as Terms['INTERNS']).majors ?? '*') : '*';
  return [kind, giverId, takerId, what].join(' ');
}
