import { Column, Entity } from 'typeorm';
import { TenantEntity } from '@gongjian/platform';
import { Allocation } from './allocation.entity.ts';

export const PURPOSES = ['PRACTICE_TEACHING', 'SOCIAL_TRAINING', 'REAL_PRODUCTION', 'TECHNICAL_SERVICE', 'PILOT_TEST'] as const;
export type Purpose = (typeof PURPOSES)[number];

export const BOOKING_STATES = ['PENDING', 'CONFIRMED', 'REJECTED', 'CANCELLED', 'EXPIRED'] as const;
export type BookingState = (typeof BOOKING_STATES)[number];

/** What a caller who knew an older version is told. */
export interface BookingChange {
  version: number;
  /** Names of the fields of the graph's Booking. */
  fields: string[];
  personId: string;
  at: string;
}

/** Several resources of any owners for one time, all or nothing. */
@Entity({ schema: 'scheduling', name: 'booking' })
export class Booking extends TenantEntity {
  static relations = { allocations: { entity: () => Allocation, foreignKey: 'bookingId' } };
  /** Tells the same as the log itself. */
  static unaudited = ['history', 'homeId'] as const;

  @Column('text') title: string;
  @Column('text') purpose: Purpose;
  @Column('uuid') organisationId: string;
  @Column('uuid') requestedById: string;
  @Column('timestamptz') startsAt: Date;
  @Column('timestamptz') endsAt: Date;
  @Column('int', { nullable: true }) attendees: number | null;
  @Column('text', { nullable: true }) notes: string | null;
  @Column('text') state: BookingState;
  @Column('text', { nullable: true }) stateReason: string | null;
  /** Set while it is PENDING; stays afterwards, so that a cancellation can be taken back. */
  @Column('timestamptz', { nullable: true }) holdUntil: Date | null;
  /** Set exactly while it is CANCELLED. */
  @Column('timestamptz', { nullable: true }) cancelledAt: Date | null;
  @Column('jsonb') history: BookingChange[];
  /** Where whoever booked belongs. */
  @Column('uuid') homeId: string;
  /** All consortia in which it takes something, and its home; null where that is this one alone. Each has its part, under the same id. */
  @Column('uuid', { array: true, nullable: true }) tenants: string[] | null;

  /** Holds its slots. */
  get isOpen(): boolean {
    return this.state === 'PENDING' || this.state === 'CONFIRMED';
  }

  /** Can still be changed or cancelled. */
  isOpenAt(now: Date): boolean {
    return this.isOpen && !this.isExpired(now) && this.endsAt > now;
  }

  isExpired(now: Date): boolean {
    return this.state === 'PENDING' && this.holdUntil! <= now;
  }
}

const KEPT_CHANGES = 20;

/** The row's history with one more change, as it will be when the row is updated. */
export function withChange(booking: Booking, fields: string[], personId: string, at: Date): BookingChange[] {
  return [...booking.history, { version: booking.version + 1, fields, personId, at: at.toISOString() }].slice(-KEPT_CHANGES);
}
