import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { AuditKind, AuditResult } from '@gongjian/platform';

/** One operation. Written by the platform alone; read here. */
@Entity({ schema: 'platform', name: 'audit_entry' })
export class AuditEntry {
  static relations = { changes: { entity: () => AuditChangeRow, foreignKey: 'entryId' } };

  @PrimaryColumn('uuid') tenantId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('timestamptz') at: Date;
  @Column('text') operation: string;
  @Column('text') kind: AuditKind;
  @Column('uuid', { nullable: true }) personId: string | null;
  @Column('uuid', { nullable: true }) organisationId: string | null;
  @Column('boolean') bySystem: boolean;
  @Column('text', { array: true }) roles: string[];
  @Column('text', { nullable: true }) address: string | null;
  @Column('text') requestId: string;
  @Column('text') result: AuditResult;
  @Column('text', { nullable: true }) code: string | null;
  @Column('int') changeCount: number;
}

/** What it did to one record, or looked at in it. */
@Entity({ schema: 'platform', name: 'audit_change' })
export class AuditChangeRow {
  @PrimaryColumn('uuid') tenantId: string;
  @PrimaryColumn('uuid') entryId: string;
  @PrimaryColumn('int') ordinal: number;
  @Column('text') action: string;
  @Column('text') subjectType: string;
  @Column('text') subjectId: string;
  @Column('jsonb', { nullable: true }) before: Record<string, unknown> | null;
  @Column('jsonb', { nullable: true }) after: Record<string, unknown> | null;
}
