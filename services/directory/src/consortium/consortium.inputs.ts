import { inputs } from '@gongjian/platform';
import { z } from 'zod';
import { createOrganisationInput } from '../organisation/organisation.inputs.ts';
import { createAccountInput } from '../person/person.inputs.ts';
import { CONSORTIUM_KINDS } from './consortium.entity.ts';

const { oneOf, text } = inputs;

export const createConsortiumInput = z.object({
  name: text(2, 80),
  shortName: text(1, 12),
  kind: oneOf(CONSORTIUM_KINDS),
  lead: createOrganisationInput,
  secretary: createAccountInput,
});
export type CreateConsortiumInput = z.output<typeof createConsortiumInput>;
