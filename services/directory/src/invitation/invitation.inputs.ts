import { inputs, ROLES } from '@gongjian/platform';
import { z } from 'zod';
import { id } from '../person/person.inputs.ts';

const { day, email, list, oneOf, text, whole } = inputs;

export const GOOD_DAYS = 14;
const LANGUAGES = ['zh-CN', 'en'] as const;
const STATES = ['OPEN', 'EXPIRED', 'ACCEPTED', 'WITHDRAWN'] as const;

export const invitePersonInput = z.object({
  name: text(1, 50),
  email: email(),
  organisationId: id(),
  roles: list(oneOf(ROLES), 1, ROLES.length).transform((given) => [...new Set(given)]),
  since: day().nullish(),
  until: day().nullish(),
  goodDays: whole(1, 60).nullish().transform((days) => days ?? GOOD_DAYS),
  language: oneOf(LANGUAGES).nullish(),
});
export type InvitePersonInput = z.output<typeof invitePersonInput>;

export const invitationFilter = z.object({ state: oneOf(STATES).nullish(), organisationId: id().nullish() }).nullish();
export type InvitationFilter = z.output<typeof invitationFilter>;
