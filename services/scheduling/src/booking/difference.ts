import { badInput } from '@gongjian/platform';
import type { Resource } from '../resource/resource.entity.ts';
import type { Allocation } from './allocation.entity.ts';
import type { Booking } from './booking.entity.ts';
import type { UpdateBookingInput } from './booking.inputs.ts';
import type { Wish } from './booking.rules.ts';

/** How the wished booking differs from the one there is. */
export interface Difference {
  wish: Wish;
  purpose: Booking['purpose'];
  moved: boolean;
  /** Time, things or purpose: what agreements and owners have a say in. */
  touched: boolean;
  resources: Resource[];
  added: Resource[];
  removed: Allocation[];
  kept: Allocation[];
}

export function differenceOf(booking: Booking, allocations: readonly Allocation[], resources: Resource[], input: UpdateBookingInput): Difference {
  const wish: Wish = { startsAt: input.startsAt ?? booking.startsAt, endsAt: input.endsAt ?? booking.endsAt, attendees: input.attendees === undefined ? booking.attendees : input.attendees };
  if (wish.startsAt >= wish.endsAt) throw badInput(input.endsAt ? 'input.endsAt' : 'input.startsAt', 'ENDS_BEFORE_START');
  const [before, after] = [new Set(allocations.map(({ resourceId }) => resourceId)), new Set(resources.map(({ id }) => id))];
  const purpose = input.purpose ?? booking.purpose;
  const moved = wish.startsAt.getTime() !== booking.startsAt.getTime() || wish.endsAt.getTime() !== booking.endsAt.getTime();
  const added = resources.filter(({ id }) => !before.has(id));
  const [kept, removed] = [allocations.filter(({ resourceId }) => after.has(resourceId)), allocations.filter(({ resourceId }) => !after.has(resourceId))];
  return { wish, purpose, moved, touched: moved || added.length + removed.length > 0 || purpose !== booking.purpose, resources, added, removed, kept };
}

/** Things as agreements lend them, in place of the same as they are. */
export const lentAs = (difference: Difference, lent: Resource[]): Difference => ({ ...difference, resources: lent, added: lent.filter(({ id }) => difference.added.some((resource) => resource.id === id)) });

/** Names of the graph's fields that differ. */
export function changedFields(booking: Booking, changes: Partial<Booking>, { added, removed }: Difference, asked: boolean): string[] {
  const same = (a: unknown, b: unknown) => (a instanceof Date && b instanceof Date ? a.getTime() === b.getTime() : a === b);
  const fields = Object.entries(changes).filter(([key, value]) => !same(value, booking[key as keyof Booking])).map(([key]) => key);
  return [...fields, ...(added.length + removed.length > 0 ? ['allocations'] : []), ...(asked ? ['approvals'] : [])];
}
