import type { ApiScope, WebhookEvent } from '@gongjian/api/schema.types.ts';

/** In the order in which they are offered. */
export const SCOPES: readonly ApiScope[] = ['READ_RESOURCES', 'READ_BOOKINGS', 'WRITE_BOOKINGS', 'DECIDE_BOOKINGS', 'WRITE_RESOURCES', 'IMPORT_REGISTERS', 'READ_PEOPLE'];
export const EVENTS: readonly WebhookEvent[] = ['BOOKING_CREATED', 'BOOKING_CONFIRMED', 'BOOKING_CHANGED', 'BOOKING_RELEASED', 'BOOKING_CANCELLED', 'RESOURCE_CREATED', 'RESOURCE_CHANGED', 'MAINTENANCE_CHANGED', 'IMPORT_FINISHED', 'MEMBERSHIP_CHANGED', 'PERSON_CHANGED'];
export const DAYS = ['30', '90', '180', '365'] as const;
export const KEEP_HOURS = ['24', '72', '168', '0'] as const;

/** The address at which programs knock, from where one reads it. */
export const graphAddress = (): string => `${window.location.origin}/graphql`;
