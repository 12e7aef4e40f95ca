import { type Role, TenantEntity } from '@gongjian/platform';
import { Column, Entity } from 'typeorm';

/** A person's role for one organisation in this consortium. */
@Entity({ schema: 'directory', name: 'role_grant' })
export class RoleGrant extends TenantEntity {
  @Column('uuid')
  personId: string;

  @Column('uuid')
  organisationId: string;

  @Column('text')
  role: Role;

  @Column('date')
  since: string;

  /** The first day on which it does not count any more. */
  @Column('date', { nullable: true })
  until: string | null;
}
