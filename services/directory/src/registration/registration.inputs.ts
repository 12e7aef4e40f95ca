import { inputs, ROLES } from '@gongjian/platform';
import { z } from 'zod';

const { day, list, oneOf, text } = inputs;

export const confirmRegistrationInput = z.object({
  roles: list(oneOf(ROLES), 1, ROLES.length).transform((given) => [...new Set(given)]),
  since: day().nullish(),
  until: day().nullish(),
});
export type ConfirmRegistrationInput = z.output<typeof confirmRegistrationInput>;

export const declineReason = text(1, 300);
