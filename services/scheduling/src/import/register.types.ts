import type { Problem } from '@gongjian/platform/sheets/sheet.types';
import type { OpeningPeriod } from './opening-hours.ts';

export const REGISTERS = ['EQUIPMENT', 'VENUES', 'TEACHERS', 'ENGINEERS'] as const;
export type Register = (typeof REGISTERS)[number];

export type ResourceState = 'IN_USE' | 'IDLE' | 'UNDER_REPAIR' | 'LENT_OUT' | 'TO_BE_SCRAPPED' | 'SCRAPPED';

export interface Column {
  index: number;
  heading: string;
  samples: string[];
  field: string | null;
  confidence: number;
}

/** What one line says about a resource. A field that the line does not speak of is left out. */
export interface Draft {
  name: string;
  code?: string;
  model?: string;
  manufacturer?: string;
  category?: string;
  place?: string;
  capacity?: number;
  department?: string;
  keeper?: string;
  state?: ResourceState;
  openingHours?: OpeningPeriod[];
  unitPrice?: number;
  purchasedOn?: string;
  fundingSource?: string;
  note?: string;
  title?: string;
  skillLevel?: string;
  dualQualified?: string | null;
  subjects?: string[];
  practiceMonths?: number;
  yearlyHours?: number;
  idNumber?: string;
  phone?: string;
  /** Engineers: the enterprise that employs the person. */
  uscc?: string;
  organisation?: string;
}

export interface ReadRow {
  /** Line of the sheet, 1-based. */
  number: number;
  cells: string[];
  state: 'GOOD' | 'BAD' | 'SKIPPED';
  problems: Problem[];
  draft: Draft | null;
  /** How many resources of this kind the line stands for. */
  units: number;
}

/** What a person said about the file; what is left out is guessed. */
export interface Mapping {
  register?: Register;
  sheet?: string;
  headingRow?: number;
  columns?: { index: number; field: string | null }[];
}

export interface ReadHead {
  register: Register;
  sheets: string[];
  sheet: string;
  /** Other sheets that look like the same register. */
  furtherSheets: string[];
  headingRow: number;
  columns: Column[];
  /** Columns that hold ID numbers or telephone numbers: never shown or stored as they are. */
  personalColumns: number[];
  /** Lines below the headings, blank ones included. */
  lines: number;
}

export interface ReadOptions {
  mapping: Mapping;
  /** The calendar day of the import, YYYY-MM-DD: nothing was bought after it. */
  today: string;
  fileName: string;
}

/** So many machines may one line stand for. */
export const MOST_UNITS = 200;
