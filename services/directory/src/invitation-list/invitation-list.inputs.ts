import { inputs, ROLES } from '@gongjian/platform';
import { z } from 'zod';
import { id } from '../person/person.inputs.ts';
import { GOOD_DAYS } from '../invitation/invitation.inputs.ts';
import { FIELDS } from './invitation-list.layout.ts';

const { list, oneOf, text, whole } = inputs;
const COLUMNS = 200;

export const invitationListInput = z.object({
  fileId: id(),
  sheet: text(1, 100).nullish(),
  columns: list(z.object({ index: whole(0, COLUMNS - 1), field: oneOf(FIELDS).nullish() }), 0, COLUMNS).nullish(),
  organisationId: id().nullish(),
  roles: list(oneOf(ROLES), 0, ROLES.length).nullish(),
});
export type InvitationListInput = z.output<typeof invitationListInput>;

export const sendingInput = z.object({
  goodDays: whole(1, 60).nullish().transform((days) => days ?? GOOD_DAYS),
  language: oneOf(['zh-CN', 'en'] as const).nullish(),
});
