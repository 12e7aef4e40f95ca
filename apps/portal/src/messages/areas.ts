/** What messages are about, in the order in which people look for it. */
export const AREAS = ['bookings', 'agreements', 'registers', 'people', 'rights', 'account'] as const;
export type Area = (typeof AREAS)[number];

const BEGINNINGS: readonly (readonly [beginning: string, area: Area])[] = [
  ['APPROVAL', 'bookings'], ['BOOKING', 'bookings'], ['MAINTENANCE', 'bookings'], ['REQUEST', 'bookings'],
  ['AGREEMENT', 'agreements'],
  ['IMPORT', 'registers'],
  ['ROLE', 'people'], ['INVITATION', 'people'], ['REGISTRATION', 'people'], ['SUSPEN', 'people'],
  ['MINOR', 'rights'], ['CLOSING', 'rights'], ['CORRECTION', 'rights'],
];

/** A kind that a newer server tells of is about one's account and programs, with whatever has no place of its own. */
export const areaOf = (kind: string): Area => BEGINNINGS.find(([beginning]) => kind.startsWith(beginning))?.[1] ?? 'account';
