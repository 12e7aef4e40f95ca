import { TenantEntity } from '@gongjian/platform';
import { Column, Entity } from 'typeorm';
import type { MembershipKind } from './membership.entity.ts';

/** A term of an organisation before its present one. Written once, when that one begins. */
@Entity({ schema: 'directory', name: 'past_membership' })
export class PastMembership extends TenantEntity {
  @Column('uuid')
  organisationId: string;

  @Column('text')
  kind: MembershipKind;

  @Column('date')
  since: string;

  @Column('date')
  until: string;
}
