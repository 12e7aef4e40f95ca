import { Column, Entity } from 'typeorm';
import { TenantEntity } from '@gongjian/platform';

export const ALLOCATION_STATES = ['PENDING', 'CONFIRMED', 'MAINTENANCE', 'RELEASED'] as const;
export type AllocationState = (typeof ALLOCATION_STATES)[number];

/** One resource taken for a time, by a booking or by maintenance: exactly one of the two ids is set. */
@Entity({ schema: 'scheduling', name: 'allocation' })
export class Allocation extends TenantEntity {
  @Column('uuid') resourceId: string;
  @Column('uuid') ownerId: string;
  @Column('uuid', { nullable: true }) bookingId: string | null;
  @Column('uuid', { nullable: true }) maintenanceId: string | null;
  @Column('timestamptz') startsAt: Date;
  @Column('timestamptz') endsAt: Date;
  /** With the buffers around it. */
  @Column('timestamptz') blockedFrom: Date;
  @Column('timestamptz') blockedUntil: Date;
  @Column('text') state: AllocationState;
}
