import { z } from 'zod';
import { inputs } from '@gongjian/platform';
import { BOOKING_STATES, PURPOSES } from './booking.entity.ts';

const { id, instant, list, oneOf, optionalText, rule, text, whole } = inputs;

/** The longest that any resource can allow, in minutes. */
export const MAX_BOOKING_MINUTES = 43_200;

/** Ids are compared as text, so they are written one way. */
const resourceIds = () =>
  list(id(), 1, 20)
    .transform((ids) => ids.map((one) => one.toLowerCase()))
    .refine(...rule((ids: string[]) => new Set(ids).size === ids.length, 'DUPLICATE'));

const endsAfterStart = { path: ['endsAt'], error: rule(() => true, 'ENDS_BEFORE_START')[1].error };

export const createBookingInput = z
  .object({
    title: text(1, 100),
    purpose: oneOf(PURPOSES),
    organisationId: id().transform((one) => one.toLowerCase()),
    startsAt: instant(),
    endsAt: instant(),
    resourceIds: resourceIds(),
    attendees: whole(1, 10_000).nullish(),
    notes: optionalText(2000),
  })
  .refine(({ startsAt, endsAt }) => startsAt < endsAt, endsAfterStart);
export type CreateBookingInput = z.output<typeof createBookingInput>;

/** What is left out or null stays as it is; only attendees and notes can be emptied, by null. */
const nullsLeftOut = (value: unknown): unknown =>
  value !== null && typeof value === 'object' ? Object.fromEntries(Object.entries(value).filter(([key, given]) => given !== null || key === 'attendees' || key === 'notes')) : value;

export const updateBookingInput = z.preprocess(
  nullsLeftOut,
  z
    .object({
      title: text(1, 100).optional(),
      purpose: oneOf(PURPOSES).optional(),
      startsAt: instant().optional(),
      endsAt: instant().optional(),
      resourceIds: resourceIds().optional(),
      attendees: whole(1, 10_000).nullish(),
      notes: optionalText(2000),
    })
    .refine(({ startsAt, endsAt }) => !startsAt || !endsAt || startsAt < endsAt, endsAfterStart),
);
export type UpdateBookingInput = z.output<typeof updateBookingInput>;

export const checkBookingInput = z
  .object({ startsAt: instant(), endsAt: instant(), resourceIds: resourceIds(), attendees: whole(1, 10_000).nullish(), bookingId: id().nullish(), organisationId: id().transform((one) => one.toLowerCase()).nullish(), purpose: oneOf(PURPOSES).nullish() })
  .refine(({ startsAt, endsAt }) => startsAt < endsAt, endsAfterStart);
export type CheckBookingInput = z.output<typeof checkBookingInput>;

export const bookingFilter = z.object({
  search: optionalText(200),
  states: z.array(oneOf(BOOKING_STATES)).nullish(),
  purposes: z.array(oneOf(PURPOSES)).nullish(),
  mine: z.boolean().nullish(),
  waitingForMe: z.boolean().nullish(),
  organisationId: id().nullish(),
  resourceId: id().nullish(),
  from: instant().nullish(),
  until: instant().nullish(),
});
export type BookingFilter = z.output<typeof bookingFilter>;

/** Why, in the words of the person who acts; empty means none. */
export const reason = optionalText(500);

export const DECISIONS = ['APPROVE', 'REJECT'] as const;
export type Decision = (typeof DECISIONS)[number];

export const BOOKING_ORDERS = ['STARTS_FIRST', 'STARTS_LAST', 'CREATED_LAST'] as const;
export type BookingOrder = (typeof BOOKING_ORDERS)[number];
