import type { OpeningPeriod } from './opening-hours.ts';

export const REGISTERS = ['EQUIPMENT', 'VENUES', 'TEACHERS', 'ENGINEERS'] as const;
export type Register = (typeof REGISTERS)[number];

export type ResourceState = 'IN_USE' | 'IDLE' | 'UNDER_REPAIR' | 'LENT_OUT' | 'TO_BE_SCRAPPED' | 'SCRAPPED';

/** What is wrong, or worth knowing, about a cell or (column null) a row. The text is made from the code when it is shown. */
export interface Problem {
  column: number | null;
  code: string;
  params?: Record<string, string>;
  /** A remark; the row still goes in. */
  warning?: boolean;
}

/** One sheet as texts: row 0 is line 1 of the sheet, blank lines included. */
export interface Sheet {
  name: string;
  hidden: boolean;
  rows: string[][];
  /** Numbers of days count from 1904 in this workbook (old Macs). */
  date1904: boolean;
}

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

/** Why a file could not be read at all; `code` has its text in the catalogue. */
export class RegisterError extends Error {
  readonly code: string;
  readonly params: Record<string, string>;
  constructor(code: string, params: Record<string, string> = {}) {
    super(code);
    this.code = code;
    this.params = params;
  }
}

/** A worksheet may not be larger: nobody's register is, and memory is shared. */
export const LIMITS = {
  rows: 50_000,
  columns: 200,
  cells: 3_000_000,
  cellLength: 2_000,
  inflatedBytes: 100 * 1024 * 1024,
  entries: 2_000,
  fileBytes: 20 * 1024 * 1024,
  units: 200,
} as const;
