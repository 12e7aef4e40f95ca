import { TenantEntity } from '@gongjian/platform';
import { Column, Entity } from 'typeorm';

export type Decision = 'ACKNOWLEDGED' | 'GIVEN' | 'WITHDRAWN';

/** One line of the log of what somebody was told or agreed to. Never changed: a new line takes its place. */
@Entity({ schema: 'directory', name: 'consent' })
export class ConsentDecision extends TenantEntity {
  @Column('uuid') personId: string;
  @Column('text') item: string;
  @Column('int') itemVersion: number;
  @Column('text') decision: Decision;
  @Column('text') language: string;
}
