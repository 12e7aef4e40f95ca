import { type Narrowable, type Role, TenantEntity } from '@gongjian/platform';
import { Column, Entity } from 'typeorm';

/** What an organisation has taken from a role that people have for it. */
@Entity({ schema: 'directory', name: 'role_narrowing' })
export class RoleNarrowing extends TenantEntity {
  @Column('uuid') organisationId: string;
  @Column('text') role: Role;
  @Column('text', { array: true }) denied: Narrowable[];
}
