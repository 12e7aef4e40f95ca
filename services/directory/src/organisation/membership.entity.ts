import { TenantEntity } from '@gongjian/platform';
import { Column, Entity } from 'typeorm';

export const MEMBERSHIP_KINDS = ['LEAD', 'COUNCIL_MEMBER', 'MEMBER'] as const;
export type MembershipKind = (typeof MEMBERSHIP_KINDS)[number];

/** An organisation in this consortium; one record for each, also when it leaves and comes back. */
@Entity({ schema: 'directory', name: 'membership' })
export class Membership extends TenantEntity {
  @Column('uuid')
  organisationId: string;

  @Column('text')
  kind: MembershipKind;

  @Column('date')
  since: string;

  /** The first day on which it is no member any more. */
  @Column('date', { nullable: true })
  until: string | null;
}
