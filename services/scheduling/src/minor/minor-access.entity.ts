import { Column, Entity } from 'typeorm';
import { TenantEntity } from '@gongjian/platform';

export type MinorAccessState = 'WAITING' | 'APPROVED' | 'REFUSED';

/** A wish to see the personal data of somebody under 18, and the answer to it. */
@Entity({ schema: 'scheduling', name: 'minor_access' })
export class MinorAccess extends TenantEntity {
  static unaudited = ['looks', 'lastLookAt'];

  @Column('uuid') resourceId: string;
  @Column('uuid') ownerId: string;
  @Column('uuid') askedById: string;
  @Column('text') reason: string;
  @Column('text') state: MinorAccessState;
  @Column('uuid', { nullable: true }) decidedById: string | null;
  @Column('timestamptz', { nullable: true }) decidedAt: Date | null;
  @Column('text', { nullable: true }) answer: string | null;
  @Column('timestamptz', { nullable: true }) until: Date | null;
  @Column('int') looks: number;
  @Column('timestamptz', { nullable: true }) lastLookAt: Date | null;
}
