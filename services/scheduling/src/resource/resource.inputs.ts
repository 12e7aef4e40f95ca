import { z } from 'zod';
import { inputs } from '@gongjian/platform';
import { CLOCK, minutesOf, tidy } from './opening.ts';
import { RESOURCE_KINDS, RESOURCE_STATES, SHARING } from './resource.entity.ts';

const { clock, id, list, oneOf, optionalText, rule, text, whole } = inputs;

const openingPeriod = z
  .object({ weekday: whole(1, 7), opens: clock(), closes: clock() })
  .refine(({ opens, closes }) => !CLOCK.test(opens) || !CLOCK.test(closes) || minutesOf(opens) < minutesOf(closes), { path: ['closes'], error: rule(() => true, 'CLOSES_BEFORE_OPENING')[1].error });

const openingHours = () => list(openingPeriod, 0, 70).transform(tidy);

/** What a person may write about a resource, whether new or known. */
const described = {
  code: optionalText(100),
  model: optionalText(200),
  manufacturer: optionalText(200),
  category: optionalText(100),
  place: optionalText(200),
  capacity: whole(1, 10_000).nullish(),
  department: optionalText(100),
  keeper: optionalText(100),
  note: optionalText(2000),
};

const ruled = {
  state: oneOf(RESOURCE_STATES).optional(),
  openingHours: openingHours().optional(),
  bufferBefore: whole(0, 240).optional(),
  bufferAfter: whole(0, 240).optional(),
  needsApproval: z.boolean().optional(),
  holdHours: whole(1, 336).optional(),
  maxMinutes: whole(15, 43_200).optional(),
  horizonDays: whole(1, 730).optional(),
  sharing: oneOf(SHARING).optional(),
};

/** GraphQL writes null for "not given" as well; where a column cannot be empty the two mean the same. */
const nullsLeftOut = (value: unknown): unknown =>
  value !== null && typeof value === 'object' ? Object.fromEntries(Object.entries(value).filter(([key, given]) => given !== null || !(key in ruled || key === 'name'))) : value;

export const createResourceInput = z.preprocess(nullsLeftOut, z.object({ kind: oneOf(RESOURCE_KINDS), name: text(1, 100), ownerId: id(), ...described, ...ruled }));
export type CreateResourceInput = z.output<typeof createResourceInput>;

export const updateResourceInput = z.preprocess(
  nullsLeftOut,
  z.object({ name: text(1, 100).optional(), ...described, ...ruled, openingHoursText: text(0, 1000).nullish(), photoFileId: z.string().max(64).nullish() }),
);
export type UpdateResourceInput = z.output<typeof updateResourceInput>;

export const resourceFilter = z.object({
  search: optionalText(200),
  kinds: z.array(oneOf(RESOURCE_KINDS)).nullish(),
  states: z.array(oneOf(RESOURCE_STATES)).nullish(),
  ownerIds: list(id(), 0, 500).nullish(),
  ids: list(id(), 0, 500).nullish(),
  bookable: z.boolean().nullish(),
  needsApproval: z.boolean().nullish(),
  category: optionalText(200),
  model: optionalText(200),
});
export type ResourceFilter = z.output<typeof resourceFilter>;

export const RESOURCE_ORDERS = ['NAME', 'CODE', 'PLACE', 'KIND_THEN_NAME', 'OWNER_THEN_NAME', 'UPDATED_LAST'] as const;
export type ResourceOrder = (typeof RESOURCE_ORDERS)[number];
