import { TenantEntity } from '@gongjian/platform';
import { Column, Entity } from 'typeorm';

export const CORRECTION_FIELDS = ['NAME', 'ID_NUMBER', 'PHONE', 'PROFESSION', 'ROLE', 'OTHER'] as const;
export type CorrectionField = (typeof CORRECTION_FIELDS)[number];
export type CorrectionState = 'ASKED' | 'DONE' | 'REFUSED' | 'WITHDRAWN';

/** What somebody wants corrected about themselves where they cannot do it by themselves. */
@Entity({ schema: 'directory', name: 'correction' })
export class Correction extends TenantEntity {
  static unaudited = ['remindedAt'];
  static personal = ['reason'];

  @Column('uuid') personId: string;
  @Column('uuid') organisationId: string;
  @Column('text') field: CorrectionField;
  @Column('bytea') wantedSealed: Buffer;
  @Column('text', { nullable: true }) reason: string | null;
  @Column('text') state: CorrectionState;
  @Column('timestamptz') answerBy: Date;
  @Column('uuid', { nullable: true }) answeredById: string | null;
  @Column('timestamptz', { nullable: true }) answeredAt: Date | null;
  @Column('text', { nullable: true }) answer: string | null;
  @Column('timestamptz', { nullable: true }) remindedAt: Date | null;
}

export const wantedPlace = (id: string) => ({ table: 'directory.correction', column: 'wanted_sealed', id });
