import { isOpen } from '../resource/opening.ts';
import type { Resource } from '../resource/resource.entity.ts';
import { DAY, MINUTE } from '../time.ts';
import { MAX_BOOKING_MINUTES } from './booking.inputs.ts';

export const REFUSAL_CODES = ['TAKEN', 'UNDER_MAINTENANCE', 'OUTSIDE_OPENING_HOURS', 'NOT_BOOKABLE', 'IN_THE_PAST', 'TOO_LONG', 'TOO_FAR_AHEAD', 'OVER_CAPACITY', 'NO_AGREEMENT', 'PURPOSE_NOT_AGREED', 'OUTSIDE_AGREEMENT', 'OVER_QUOTA'] as const;
export type RefusalCode = (typeof REFUSAL_CODES)[number];

/** One reason against a booking: facts only; words are found where the viewer is known. */
export interface Reason {
  code: RefusalCode;
  resourceId: string | null;
  allocationId: string | null;
  params: Record<string, string | number>;
}

export type RuledResource = Pick<Resource, 'id' | 'kind' | 'name' | 'state' | 'bookable' | 'openingHours' | 'bufferBefore' | 'bufferAfter' | 'maxMinutes' | 'horizonDays' | 'capacity' | 'timeZone' | 'goesFirstFor'>;

export interface Wish {
  startsAt: Date;
  endsAt: Date;
  attendees: number | null;
}

export interface Circumstances {
  now: Date;
  timeZone: string;
  /** A booking that keeps its start is not late, however long ago it began. */
  keepsStart?: boolean;
  /** What needs an answer first cannot begin before it was asked. */
  needsApproval?: boolean;
}

/** A click takes a moment: "from now on" is still now a little later. */
const PAST_TOLERANCE = 5 * MINUTE;

/** All rules that need no look at other bookings, each broken one told. */
export function brokenRules(resources: readonly RuledResource[], wish: Wish, circumstances: Circumstances): Reason[] {
  return [...late(wish, circumstances), ...resources.flatMap((resource) => [...notBookable(resource), ...tooLong(resource, wish), ...tooFarAhead(resource, wish, circumstances), ...closed(resource, wish, circumstances)]), ...overCapacity(resources, wish)];
}

function late({ startsAt, endsAt }: Wish, { now, keepsStart, needsApproval }: Circumstances): Reason[] {
  const tolerance = needsApproval ? 0 : PAST_TOLERANCE;
  const begun = !keepsStart && startsAt.getTime() < now.getTime() - tolerance;
  return begun || endsAt <= now ? [{ code: 'IN_THE_PAST', resourceId: null, allocationId: null, params: {} }] : [];
}

function notBookable({ id, bookable, state }: RuledResource): Reason[] {
  return bookable ? [] : [{ code: 'NOT_BOOKABLE', resourceId: id, allocationId: null, params: { state } }];
}

function tooLong({ id, maxMinutes }: RuledResource, wish: Wish): Reason[] {
  return minutesOf(wish) <= maxMinutes ? [] : [{ code: 'TOO_LONG', resourceId: id, allocationId: null, params: { minutes: maxMinutes } }];
}

function tooFarAhead({ id, horizonDays }: RuledResource, { startsAt }: Wish, { now }: Circumstances): Reason[] {
  return startsAt.getTime() <= now.getTime() + horizonDays * DAY ? [] : [{ code: 'TOO_FAR_AHEAD', resourceId: id, allocationId: null, params: { days: horizonDays } }];
}

function closed({ id, openingHours, timeZone: away }: RuledResource, wish: Wish, { timeZone: here }: Circumstances): Reason[] {
  // Nobody needs to hear about opening hours of a range that no resource could take; and it may be a thousand years long.
  if (minutesOf(wish) > MAX_BOOKING_MINUTES) return [];
  return isOpen(openingHours, wish.startsAt.getTime(), wish.endsAt.getTime(), away ?? here) ? [] : [{ code: 'OUTSIDE_OPENING_HOURS', resourceId: id, allocationId: null, params: {} }];
}

/** Several rooms take a group together; one without a number takes any. */
function overCapacity(resources: readonly RuledResource[], { attendees }: Wish): Reason[] {
  const venues = resources.filter(({ kind }) => kind === 'VENUE');
  if (attendees === null || venues.length === 0 || venues.some(({ capacity }) => capacity === null)) return [];
  const capacity = venues.reduce((sum, venue) => sum + venue.capacity!, 0);
  if (attendees <= capacity) return [];
  return [{ code: 'OVER_CAPACITY', resourceId: venues.length === 1 ? venues[0]!.id : null, allocationId: null, params: { attendees, capacity } }];
}

export function minutesOf({ startsAt, endsAt }: Pick<Wish, 'startsAt' | 'endsAt'>): number {
  return (endsAt.getTime() - startsAt.getTime()) / MINUTE;
}

/** The time in which nobody else may have the resource. */
export function blocked({ bufferBefore, bufferAfter }: Pick<RuledResource, 'bufferBefore' | 'bufferAfter'>, { startsAt, endsAt }: Pick<Wish, 'startsAt' | 'endsAt'>): { blockedFrom: Date; blockedUntil: Date } {
  return { blockedFrom: new Date(startsAt.getTime() - bufferBefore * MINUTE), blockedUntil: new Date(endsAt.getTime() + bufferAfter * MINUTE) };
}
