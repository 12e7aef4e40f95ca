import { Column, Entity } from 'typeorm';
import { TenantEntity } from '@gongjian/platform';
import type { Problem } from '@gongjian/platform/sheets/sheet.types';
import type { Column as RegisterColumn, Draft, Mapping, Register } from './register.types.ts';

export const IMPORT_STATES = ['READING', 'REVIEW', 'APPLYING', 'DONE', 'FAILED'] as const;
export type ImportState = (typeof IMPORT_STATES)[number];

export const ROW_STATES = ['NEW', 'CHANGED', 'UNCHANGED', 'BAD', 'SKIPPED'] as const;
export type RowState = (typeof ROW_STATES)[number];

export interface Counts {
  /** Lines that speak of something; blank lines and totals are not among them. */
  total: number;
  /** Resources. */
  created: number;
  changed: number;
  unchanged: number;
  /** Lines. */
  bad: number;
  skipped: number;
}

export const NO_COUNTS: Counts = { total: 0, created: 0, changed: 0, unchanged: 0, bad: 0, skipped: 0 };

export interface Change {
  field: string;
  before: string | null;
  after: string | null;
}

/** One file on its way into the resources. */
@Entity({ schema: 'scheduling', name: 'import' })
export class Import extends TenantEntity {
  static unaudited = ['columns', 'progress', 'run'];

  @Column('uuid') fileId: string;
  @Column('text') fileName: string;
  @Column('text') register: Register;
  @Column('uuid') ownerId: string;
  @Column('uuid') requestedById: string;
  @Column('boolean') anyOwner: boolean;
  @Column('text') state: ImportState;
  @Column('int') run: number;
  @Column('double precision') progress: number;
  @Column('text', { nullable: true }) errorCode: string | null;
  @Column('jsonb') errorParams: Record<string, string>;
  @Column('jsonb') mapping: Mapping;
  @Column('jsonb') sheets: string[];
  @Column('text', { nullable: true }) sheet: string | null;
  @Column('jsonb') furtherSheets: string[];
  @Column('int', { nullable: true }) headingRow: number | null;
  @Column('jsonb') columns: RegisterColumn[];
  @Column('jsonb') counts: Counts;

  get rejectedUrl(): string | null {
    return this.counts.bad > 0 && (this.state === 'REVIEW' || this.state === 'DONE') ? `/imports/${this.id}/rejected.xlsx` : null;
  }
}

/** One line of the file, as it was read and as it would go in. */
@Entity({ schema: 'scheduling', name: 'import_row' })
export class ImportRow extends TenantEntity {
  @Column('uuid') importId: string;
  @Column('uuid') ownerId: string;
  @Column('int') number: number;
  @Column('text') state: RowState;
  @Column('jsonb') cells: string[];
  @Column('jsonb') problems: Problem[];
  @Column('jsonb') changes: Change[];
  @Column('int') units: number;
  @Column('jsonb', { nullable: true }) draft: Draft | null;
  @Column('bytea', { nullable: true }) sealed: Buffer | null;
}
