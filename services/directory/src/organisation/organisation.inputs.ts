import { inputs } from '@gongjian/platform';
import { z } from 'zod';
import { MEMBERSHIP_KINDS } from './membership.entity.ts';
import { ORGANISATION_KINDS } from './organisation.entity.ts';
import { isUscc, normaliseUscc } from './uscc.ts';

const { day, oneOf, optionalText, rule, text } = inputs;

/** A slip of the keyboard rather than a day on which anybody joined anything. */
const EARLIEST = '1949-10-01';

export const createOrganisationInput = z.object({
  name: text(2, 80),
  shortName: optionalText(16),
  kind: oneOf(ORGANISATION_KINDS),
  uscc: z
    .string()
    .transform(normaliseUscc)
    .refine(...rule(isUscc, 'USCC_INVALID')),
});
export type CreateOrganisationInput = z.output<typeof createOrganisationInput>;

export const addMemberInput = z.object({
  organisation: createOrganisationInput,
  kind: oneOf(MEMBERSHIP_KINDS).nullish(),
  since: day()
    .refine(...rule((since: string) => since >= EARLIEST, 'BAD_DATE'))
    .nullish(),
});
export type AddMemberInput = z.output<typeof addMemberInput>;

export const membershipKind = oneOf(MEMBERSHIP_KINDS);

/** A day that may be left out. */
export const until = day().nullish();

export const organisationFilter = z
  .object({ search: optionalText(80), kind: oneOf(ORGANISATION_KINDS).nullish(), membershipKind: oneOf(MEMBERSHIP_KINDS).nullish(), former: z.boolean().nullish() })
  .nullish();
export type OrganisationFilter = z.output<typeof organisationFilter>;
