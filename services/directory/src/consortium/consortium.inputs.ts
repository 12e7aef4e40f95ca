import { inputs } from '@gongjian/platform';
import { z } from 'zod';
import { MEMBERSHIP_KINDS } from '../organisation/membership.entity.ts';
import { createOrganisationInput } from '../organisation/organisation.inputs.ts';
import { createAccountInput } from '../person/person.inputs.ts';
import { CONSORTIUM_KINDS } from './consortium.entity.ts';

const { list, oneOf, rule, text } = inputs;

/** An organisation is a member once. */
const TWICE = rule(() => false, 'DUPLICATE')[1].error();

const perhaps = z.boolean().nullish();
const qualities = z.object({ givesDegrees: perhaps, hasTrainingUnit: perhaps }).nullish();
const MOST_MEMBERS = 100;

export const createConsortiumInput = z
  .object({
    name: text(2, 80),
    shortName: text(1, 12),
    kind: oneOf(CONSORTIUM_KINDS),
    lead: createOrganisationInput,
    leadQualities: qualities,
    members: list(z.object({ organisation: createOrganisationInput, kind: oneOf(MEMBERSHIP_KINDS), qualities }), 0, MOST_MEMBERS).nullish(),
    documents: z.object({ leadingGroup: perhaps, plan: perhaps, structure: perhaps, foundingMeeting: perhaps, charter: perhaps, benefitSharing: perhaps }).nullish(),
    secretary: createAccountInput,
  })
  .superRefine(({ lead, members }, context) => {
    const codes = [lead.uscc, ...(members ?? []).map(({ organisation }) => organisation.uscc)];
    for (const [index, code] of codes.entries()) {
      if (codes.indexOf(code) < index) context.addIssue({ code: 'custom', path: ['members', index - 1, 'organisation', 'uscc'], message: TWICE });
    }
  });
export type CreateConsortiumInput = z.output<typeof createConsortiumInput>;
