import { TenantEntity } from '@gongjian/platform';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ResourceKind } from '../resource/resource.entity.ts';

/** A thing that somebody may use, and the grant through which: one row for each pair, which the database keeps. */
@Entity({ schema: 'scheduling', name: 'reach' })
export class Reach {
  @PrimaryColumn('uuid') tenantId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') takerId: string;
  /** Every member of the taker's consortium. */
  @Column('boolean') whole: boolean;
  /** Where the thing is at home. */
  @Column('uuid') homeId: string;
  @Column('uuid') resourceId: string;
  @Column('uuid') ownerId: string;
  @Column('uuid') grantId: string;
  @Column('uuid') agreementId: string;
  @Column('text') kind: ResourceKind;
  @Column('int') kindRank: number;
  @Column('text') nameKey: string;
  @Column('text') searchText: string;
  @Column('timestamptz') validFrom: Date;
  @Column('timestamptz') validUntil: Date;
}

export const USE_STATES = ['RESERVED', 'USED', 'RELEASED'] as const;
export type UseState = (typeof USE_STATES)[number];

/** What a booking uses of a grant. It stands in the consortium of whoever gives. */
@Entity({ schema: 'scheduling', name: 'grant_use' })
export class GrantUse extends TenantEntity {
  @Column('uuid') bookingId: string;
  @Column('uuid') grantId: string;
  /** The first day of the period that it counts to. */
  @Column('date') period: string;
  @Column('int') minutes: number;
  /** Of these so many beyond the quota. */
  @Column('int') beyond: number;
  /** Yuan. */
  @Column('numeric') fee: number;
  @Column('text') state: UseState;
  @Column('timestamptz', { nullable: true }) keptAt: Date | null;
  @Column('uuid', { nullable: true }) keptById: string | null;
}
