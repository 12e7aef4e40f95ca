import { inputs } from '@gongjian/platform';
import { z } from 'zod';
import { AGREEMENT_KINDS } from './agreement.entity.ts';
import { STANDINGS } from './agreement.standing.ts';
import { type ClauseKind, CLAUSE_KINDS, PART_OF, termsOf } from './clause.terms.ts';

const { day, id, list, oneOf, optionalText, text, whole } = inputs;

export const MOST_PARTIES = 20;

const guest = z.object({ organisationId: id(), consortiumId: id(), forConsortium: z.boolean().nullish().transform((given) => given ?? false) });
const head = { title: text(1, 80), purpose: optionalText(2000), partyIds: list(id(), 2, MOST_PARTIES), guests: list(guest, 0, MOST_PARTIES).nullish().transform((given) => given ?? []), forConsortium: z.boolean().nullish().transform((given) => given ?? false), since: day(), until: day(), noticeDays: whole(0, 365).nullish().transform((days) => days ?? 30) };
export const createAgreementInput = z.object({ kind: oneOf(AGREEMENT_KINDS), ...head });
export type CreateAgreementInput = z.output<typeof createAgreementInput>;
export const updateAgreementInput = z.object(head);
export type UpdateAgreementInput = z.output<typeof updateAgreementInput>;

const parts = Object.fromEntries(CLAUSE_KINDS.map((kind) => [PART_OF[kind], termsOf[kind].nullish()])) as { [K in ClauseKind as (typeof PART_OF)[K]]: z.ZodOptional<z.ZodNullable<(typeof termsOf)[K]>> };

/** Exactly the part of its kind. */
export const clauseInput = z
  .object({ kind: oneOf(CLAUSE_KINDS), giverId: id(), takerId: id(), wording: optionalText(2000), ...parts })
  .superRefine((input, context) => {
    for (const kind of CLAUSE_KINDS) {
      const given = input[PART_OF[kind]] !== null && input[PART_OF[kind]] !== undefined;
      if (given !== (kind === input.kind)) context.addIssue({ code: 'custom', path: [PART_OF[kind]], message: JSON.stringify({ code: given ? 'CLAUSE_OTHER_KIND' : 'REQUIRED', params: {} }) });
    }
  });
export type ClauseInput = z.output<typeof clauseInput>;

export const commentInput = z.object({ agreementId: id(), clauseId: id().nullish(), text: text(1, 1000) });
export type CommentInput = z.output<typeof commentInput>;
export const signInput = z.object({ textHash: text(64, 64), office: text(1, 40) });
export type SignInput = z.output<typeof signInput>;
export const suspendInput = z.object({ reason: text(1, 500) });
export const terminateInput = z.object({ on: day(), reason: text(1, 500) });
export type TerminateInput = z.output<typeof terminateInput>;

export const agreementFilter = z.object({ states: list(oneOf(STANDINGS), 1, STANDINGS.length).nullish(), organisationId: id().nullish(), search: optionalText(80) }).nullish();
export type AgreementFilter = z.output<typeof agreementFilter>;
