import { Column, Entity } from 'typeorm';
import { TenantEntity } from '@gongjian/platform';

/** A time in which a resource is looked after and cannot be booked. */
@Entity({ schema: 'scheduling', name: 'maintenance' })
export class Maintenance extends TenantEntity {
  @Column('uuid') resourceId: string;
  @Column('uuid') ownerId: string;
  @Column('timestamptz') startsAt: Date;
  @Column('timestamptz') endsAt: Date;
  @Column('text') reason: string;
  @Column('uuid') createdById: string;
  @Column('boolean') cancelled: boolean;
}
