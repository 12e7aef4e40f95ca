import { addDays, instantOf } from '@gongjian/ui';
import type { BookingFilter, BookingOrder, BookingState, Purpose } from '@gongjian/api/schema.types.ts';
import { split } from '../shell/useUrlState.ts';

export const TABS = ['all', 'mine', 'waiting'] as const;
export type TabName = (typeof TABS)[number];
export const STATES: readonly BookingState[] = ['PENDING', 'CONFIRMED', 'REJECTED', 'CANCELLED', 'EXPIRED'];
export const PURPOSES: readonly Purpose[] = ['PRACTICE_TEACHING', 'SOCIAL_TRAINING', 'REAL_PRODUCTION', 'TECHNICAL_SERVICE', 'PILOT_TEST'];
export const ORDERS: readonly BookingOrder[] = ['STARTS_FIRST', 'STARTS_LAST', 'CREATED_LAST'];

/** The list begins today: what is over is one click away and not in the way. */
export const urlDefaults = (today: string) => ({
  tab: 'all', search: '', states: '', purposes: '', organisationId: '', resourceId: '', from: today, until: '', orderBy: '',
});
export type UrlFilter = ReturnType<typeof urlDefaults>;

const isDay = (text: string) => /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));

export const tabOf = (url: UrlFilter): TabName => TABS.find((tab) => tab === url.tab) ?? 'all';
export const orderOf = (url: UrlFilter): BookingOrder => ORDERS.find((order) => order === url.orderBy) ?? 'STARTS_FIRST';

/** `until` is a day that still counts. */
export function filterOf(url: UrlFilter, timeZone: string): BookingFilter {
  const tab = tabOf(url);
  const filter: BookingFilter = {
    search: url.search.trim() || undefined,
    states: split<BookingState>(url.states)?.filter((state) => STATES.includes(state)),
    purposes: split<Purpose>(url.purposes)?.filter((purpose) => PURPOSES.includes(purpose)),
    organisationId: url.organisationId || undefined,
    resourceId: url.resourceId || undefined,
    from: isDay(url.from) ? instantOf(url.from, 0, timeZone).toISOString() : undefined,
    until: isDay(url.until) ? instantOf(addDays(url.until, 1), 0, timeZone).toISOString() : undefined,
    mine: tab === 'mine' || undefined,
    waitingForMe: tab === 'waiting' || undefined,
  };
  return Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined));
}
