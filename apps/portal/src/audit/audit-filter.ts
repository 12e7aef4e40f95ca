import { addDays, instantOf } from '@gongjian/ui';
import type { AuditFilter, AuditKind, AuditResult } from '@gongjian/api/schema.types.ts';

export const KINDS: readonly AuditKind[] = ['CHANGE', 'LOOK', 'EXPORT', 'ACCESS'];
export const RESULTS: readonly AuditResult[] = ['DONE', 'REFUSED'];
export const SUBJECTS = ['Booking', 'Resource', 'Maintenance', 'Import', 'Person', 'RoleGrant', 'Organisation', 'Membership', 'Consortium', 'Suspension', 'StoredFile', 'AuditEntry', 'Account'] as const;
export const ACTIONS = ['create', 'update', 'remove', 'reveal', 'export', 'signIn', 'signOut', 'switchSeat'] as const;

/** The filters as they stand in the URL; the names are those of AuditFilter. */
export const URL_DEFAULTS = { search: '', kind: '', result: '', operation: '', action: '', personId: '', organisationId: '', subjectType: '', subjectId: '', address: '', from: '', until: '' };
export type UrlFilter = typeof URL_DEFAULTS;

const isDay = (text: string) => /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));

/** Only what is chosen. `until` is a day that still counts. */
export function filterOf(url: UrlFilter, timeZone: string): AuditFilter {
  const { from, until, kind, result, search, ...texts } = url;
  const filter: AuditFilter = {
    ...texts,
    search: search.trim(),
    kind: KINDS.find((each) => each === kind),
    result: RESULTS.find((each) => each === result),
    from: isDay(from) ? instantOf(from, 0, timeZone).toISOString() : undefined,
    until: isDay(until) ? instantOf(addDays(until, 1), 0, timeZone).toISOString() : undefined,
  };
  return Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined && value !== ''));
}

/** The same entries as a file; a plain link sends no header, so the language is part of it. */
export function fileAddress(file: 'entries.xlsx' | 'entries.jsonl' | 'head.json', filter: AuditFilter, language: string): string {
  // The verifiable file holds whole stretches of the chain: of the filters only the time can shorten it.
  const wanted = file === 'entries.xlsx' ? filter : { from: filter.from, until: filter.until };
  const params = new URLSearchParams({ language });
  for (const [key, value] of Object.entries(wanted)) if (typeof value === 'string') params.set(key, value);
  return `/audit-files/${file}?${params}`;
}

/** Where the record stands, for those kinds that have a page. */
export function recordAddress(subjectType: string, subjectId: string): string | undefined {
  const folder = { Booking: 'bookings', Resource: 'resources', Import: 'imports' }[subjectType];
  return folder && subjectId !== '*' ? `/${folder}/${subjectId}` : undefined;
}
