import { TenantEntity } from '@gongjian/platform';
import { Column, Entity } from 'typeorm';

export const CLOSING_STATES = ['ASKED', 'WAITING', 'DONE', 'REFUSED', 'WITHDRAWN'] as const;
export type ClosingState = (typeof CLOSING_STATES)[number];

/** Somebody's wish to close their account, in one of the consortia that know them. */
@Entity({ schema: 'directory', name: 'erasure' })
export class Erasure extends TenantEntity {
  static unaudited = ['remindedAt'];

  @Column('uuid') personId: string;
  @Column('text') pseudonym: string;
  @Column('text') state: ClosingState;
  @Column('timestamptz') answerBy: Date;
  @Column('timestamptz') dueAt: Date;
  @Column('date', { nullable: true }) keepUntil: string | null;
  @Column('uuid', { nullable: true }) decidedById: string | null;
  @Column('timestamptz', { nullable: true }) decidedAt: Date | null;
  @Column('text', { nullable: true }) reason: string | null;
  @Column('text', { nullable: true }) blockedBy: string | null;
  @Column('timestamptz', { nullable: true }) remindedAt: Date | null;
}
