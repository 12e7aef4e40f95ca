import type { ResourceFilter, ResourceKind, ResourceOrder, ResourceState } from '@gongjian/api/schema.types.ts';
import { split } from '../shell/useUrlState.ts';

export const KINDS: readonly ResourceKind[] = ['EQUIPMENT', 'VENUE', 'TEACHER', 'ENGINEER'];
export const STATES: readonly ResourceState[] = ['IN_USE', 'IDLE', 'UNDER_REPAIR', 'LENT_OUT', 'TO_BE_SCRAPPED', 'SCRAPPED', 'WITHDRAWN'];
export const ORDERS: readonly ResourceOrder[] = ['KIND_THEN_NAME', 'NAME', 'CODE', 'PLACE', 'OWNER_THEN_NAME', 'UPDATED_LAST'];

/** The list's filters as they stand in the URL; the names are those of ResourceFilter, so that a link explains itself. */
export const URL_DEFAULTS = { search: '', kinds: '', states: '', ownerIds: '', bookable: '', needsApproval: '', orderBy: '' };
export type UrlFilter = typeof URL_DEFAULTS;

const flag = (value: string) => (value === '' ? undefined : value === 'true');

/** Only what is chosen: an absent field and an empty one would be two entries in the client's cache. */
export function filterOf(url: UrlFilter): ResourceFilter {
  const filter: ResourceFilter = {
    search: url.search.trim() || undefined,
    kinds: split<ResourceKind>(url.kinds)?.filter((kind) => KINDS.includes(kind)),
    states: split<ResourceState>(url.states)?.filter((state) => STATES.includes(state)),
    ownerIds: split(url.ownerIds),
    bookable: flag(url.bookable),
    needsApproval: flag(url.needsApproval),
  };
  return Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined));
}

export const orderOf = (url: UrlFilter): ResourceOrder =>
  ORDERS.find((order) => order === url.orderBy) ?? 'KIND_THEN_NAME';

/** The same rows as a workbook; a plain link sends no header, so the language is part of it. */
export function exportAddress(url: UrlFilter, language: string): string {
  const params = new URLSearchParams(Object.entries({ ...url, orderBy: orderOf(url), language }).filter(([, value]) => value !== ''));
  return `/exports/resources.xlsx?${params}`;
}
