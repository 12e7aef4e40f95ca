import type { RequestContext } from '../context/request-context.ts';

/** What endpoints can hear of. On the wire BOOKING_CONFIRMED is `booking.confirmed`. */
export const WEBHOOK_EVENTS = [
  'BOOKING_CREATED',
  'BOOKING_CHANGED',
  'BOOKING_CONFIRMED',
  'BOOKING_RELEASED',
  'BOOKING_CANCELLED',
  'RESOURCE_CREATED',
  'RESOURCE_CHANGED',
  'MAINTENANCE_CHANGED',
  'IMPORT_FINISHED',
  'MEMBERSHIP_CHANGED',
  'PERSON_CHANGED',
] as const;
export type WebhookEvent = (typeof WEBHOOK_EVENTS)[number];

/** A change of a record as it stands in the audit log, in which nothing is missing and nothing was rolled back. */
export interface LoggedChange {
  seq: number;
  ordinal: number;
  at: Date;
  operation: string;
  action: string;
  type: string;
  id: string;
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
}

export interface News {
  change: LoggedChange;
  event: WebhookEvent;
  /** Of the record that the receiver reads again. */
  id: string;
  version: number | null;
  /** Whom it concerns: nobody else hears of it. */
  organisationIds: readonly string[] | 'ALL';
}

/** What a subgraph's changes mean to those who listen. */
export interface NewsSource {
  /** Types of records, as the audit log names them. */
  types: readonly string[];
  tell(ctx: RequestContext, changes: readonly LoggedChange[]): Promise<News[]>;
}

/** The version that a change made, where the log knows it. */
export const versionAfter = ({ after }: LoggedChange): number | null => (typeof after?.['version'] === 'number' ? after['version'] : null);
