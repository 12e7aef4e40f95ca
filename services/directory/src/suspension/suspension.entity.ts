import { TenantEntity } from '@gongjian/platform';
import { Column, Entity } from 'typeorm';

/** A person or a member who may not work in this consortium for a time. Exactly one of the two ids is set. */
@Entity({ schema: 'directory', name: 'suspension' })
export class Suspension extends TenantEntity {
  @Column('uuid', { nullable: true })
  personId: string | null;

  @Column('uuid', { nullable: true })
  organisationId: string | null;

  @Column('text')
  reason: string;

  @Column('date')
  since: string;

  /** The first day on which it does not count any more. */
  @Column('date', { nullable: true })
  until: string | null;

  @Column('uuid')
  suspendedById: string;
}
