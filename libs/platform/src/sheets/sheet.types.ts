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

/** Why a file could not be read at all; `code` has its text in the catalogue. */
export class SheetError extends Error {
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
} as const;
