import { Column, Entity } from 'typeorm';
import { TenantEntity } from '@gongjian/platform';

export const APPROVAL_STATES = ['WAITING', 'APPROVED', 'REJECTED'] as const;
export type ApprovalState = (typeof APPROVAL_STATES)[number];

/** One owner's answer to one booking, for all of that owner's resources in it. */
@Entity({ schema: 'scheduling', name: 'approval' })
export class Approval extends TenantEntity {
  @Column('uuid') bookingId: string;
  @Column('uuid') ownerId: string;
  @Column('text') state: ApprovalState;
  @Column('uuid', { nullable: true }) decidedById: string | null;
  @Column('timestamptz', { nullable: true }) decidedAt: Date | null;
  @Column('text', { nullable: true }) reason: string | null;
}
