import { fieldOf } from './fields.ts';
import { guessColumns, type Guess, isKnownHeading } from './headings.ts';
import { SheetError, type Sheet } from '@gongjian/platform/sheets/sheet.types';
import { type Mapping, type Register, REGISTERS } from './register.types.ts';
import { clean } from '@gongjian/platform/sheets/text';

export interface Layout {
  register: Register;
  sheet: Sheet;
  /** Index of the first heading row, and how many rows the headings take. */
  at: number;
  depth: 1 | 2;
  headings: string[];
  guesses: Guess[];
  /** Other sheets that look like a register of the same kind: one ledger is often kept on a sheet for each department. */
  further: string[];
}

const SEARCHED_ROWS = 30;
const SAMPLED_ROWS = 40;
/** Three headings that are known, the name among them. */
const FURTHER_SCORE = 4;

/** Fields by which one register is told from another. */
const TELLING: Record<Register, readonly string[]> = {
  EQUIPMENT: ['model', 'manufacturer', 'unitPrice', 'purchasedOn', 'quantity', 'fundingSource'],
  VENUES: ['capacity', 'area', 'room', 'building'],
  TEACHERS: ['title', 'dualQualified', 'practiceMonths'],
  ENGINEERS: ['organisation', 'uscc', 'skillLevel', 'yearlyHours'],
};
const TITLES: Record<Register, RegExp> = {
  EQUIPMENT: /设备|仪器|资产|台账|equipment|asset|machine/i,
  VENUES: /实训室|场地|教室|实验室|场所|房间|venue|room|lab/i,
  TEACHERS: /教师|师资|教职工|教工|teacher|faculty|staff/i,
  ENGINEERS: /工程师|技术人员|企业人员|兼职|导师|技能人才|能工巧匠|engineer|technician/i,
};
const NO_REGISTER = /说明|须知|填写|样例|示例|字典|下拉|选项|目录|封面|instruction|readme|guide|help|lookup|options|cover/i;

/** What a file's name says of its content. */
export function guessFromTitle(title: string): Register | undefined {
  return REGISTERS.find((register) => TITLES[register].test(title));
}

/** Finds the sheet that looks most like a register, its heading rows, and what its columns mean. */
export function findLayout(sheets: readonly Sheet[], mapping: Mapping, fileName: string): Layout {
  const named = mapping.sheet === undefined ? sheets : sheets.filter((sheet) => sheet.name === mapping.sheet);
  if (!named.length) throw new SheetError('SHEET_UNKNOWN', { sheet: mapping.sheet ?? '' });
  let best: Found | null = null;
  for (const sheet of named) {
    const found = bestOf(sheet, mapping, fileName);
    if (found && (!best || found.score > best.score)) best = found;
  }
  const wanted = mapping.headingRow !== undefined || mapping.register !== undefined || mapping.columns !== undefined;
  if (!best || (!wanted && best.score < 2)) throw new SheetError('HEADINGS_NOT_FOUND');
  applyColumns(best.layout, mapping);
  best.layout.further = furtherSheets(sheets, best.layout, fileName);
  return best.layout;
}

interface Found {
  layout: Layout;
  score: number;
}

function bestOf(sheet: Sheet, mapping: Mapping, fileName: string): Found | null {
  let best: Found | null = null;
  for (const found of layoutsOf(sheet, mapping, fileName)) if (!best || found.score > best.score) best = found;
  return best;
}

function furtherSheets(sheets: readonly Sheet[], { sheet: read, register }: Layout, fileName: string): string[] {
  const others = sheets.filter((sheet) => sheet.name !== read.name && !sheet.hidden);
  return others.filter((sheet) => {
    const found = bestOf(sheet, {}, fileName);
    return found && found.score >= FURTHER_SCORE && found.layout.register === register && sheet.rows.length > found.layout.at + found.layout.depth;
  }).map(({ name }) => name);
}

function* layoutsOf(sheet: Sheet, mapping: Mapping, fileName: string): Generator<Found> {
  const rows = mapping.headingRow === undefined ? sheet.rows.slice(0, SEARCHED_ROWS).keys() : [mapping.headingRow - 1];
  if (mapping.headingRow !== undefined && !sheet.rows[mapping.headingRow - 1]) throw new SheetError('HEADING_ROW_UNKNOWN', { row: String(mapping.headingRow) });
  const registers = mapping.register ? [mapping.register] : REGISTERS;
  for (const at of rows) {
    const upper = sheet.rows[at]!.map(clean);
    const filled = upper.filter(Boolean);
    if (mapping.headingRow === undefined && (new Set(filled).size < 2 || filled.every((cell) => /^[\d.]+$/.test(cell)))) continue;
    const context = `${fileName} ${sheet.name} ${sheet.rows.slice(0, at).flat().join(' ').slice(0, 500)}`;
    for (const depth of [1, 2] as const) {
      const lower = depth === 2 ? sheet.rows[at + 1]?.map(clean) : undefined;
      if (depth === 2 && (!lower || !isSecondHeadingRow(upper, lower))) continue;
      const samples = samplesOf(sheet, at + depth);
      for (const register of registers) {
        const headings = lower ? joined(register, upper, lower) : { shown: upper, meant: upper };
        const guesses = guessColumns(register, headings.meant, samples);
        const layout: Layout = { register, sheet, at, depth, headings: headings.shown, guesses, further: [] };
        yield { layout, score: scoreOf(layout, context) - (depth === 2 ? 0.5 : 0) };
      }
    }
  }
}

function scoreOf({ register, sheet, guesses, headings, at, depth }: Layout, context: string): number {
  const sure = guesses.filter((guess) => guess.field && guess.confidence >= 0.5);
  let score = sure.reduce((sum, guess) => sum + guess.confidence, 0);
  score += 0.7 * sure.filter((guess) => TELLING[register].includes(guess.field!)).length;
  score += sure.some((guess) => guess.field === 'name') ? 1.5 : -1.5;
  if (TITLES[register].test(context) || headings.some((heading) => TITLES[register].test(heading))) score += 0.8;
  if (NO_REGISTER.test(sheet.name)) score -= 3;
  if (sheet.hidden) score -= 3;
  if (sheet.rows.length <= at + depth) score -= 1;
  return score;
}

/** The first values below the headings, by column. */
function samplesOf(sheet: Sheet, from: number): string[][] {
  const rows = sheet.rows.slice(from, from + SAMPLED_ROWS);
  const width = sheet.rows[from - 1]?.length ?? 0;
  return Array.from({ length: width }, (_, column) => rows.map((row) => clean(row[column] ?? '')));
}

/** A second heading row splits some headings of the first and says nothing below the others; data rows have figures. */
function isSecondHeadingRow(upper: readonly string[], lower: readonly string[]): boolean {
  const filled = lower.filter(Boolean);
  return filled.length >= 2 && filled.every((cell) => cell.length <= 20 && !/\d{3,}/.test(cell)) && lower.some((cell, i) => cell !== (upper[i] ?? '')) && upper.some((cell, i) => cell && !lower[i]);
}

function joined(register: Register, upper: readonly string[], lower: readonly string[]): { shown: string[]; meant: string[] } {
  const shown: string[] = [];
  const meant: string[] = [];
  let group = '';
  for (let i = 0; i < Math.max(upper.length, lower.length); i++) {
    const [above, below] = [upper[i] ?? '', lower[i] ?? ''];
    // an empty cell above a filled one belongs to the group on its left
    group = above || (below ? group : '');
    shown.push(below && group && below !== group ? `${group}/${below}` : below || above);
    const known = below && isKnownHeading(below, [register]);
    meant.push(known || !below ? below || above : `${group}${below}`);
  }
  return { shown, meant };
}

/** A person's word about columns goes before every guess. */
function applyColumns(layout: Layout, mapping: Mapping): void {
  if (!mapping.columns) return;
  const width = Math.max(layout.headings.length, ...layout.sheet.rows.slice(0, 200).map((row) => row.length));
  while (layout.guesses.length < width) layout.guesses.push({ field: null, confidence: 0 });
  for (const { index, field } of mapping.columns) {
    if (!Number.isInteger(index) || index < 0 || index >= width) throw new SheetError('COLUMN_UNKNOWN', { column: String(index) });
    if (field !== null && !fieldOf(layout.register, field)) throw new SheetError('FIELD_UNKNOWN', { field });
    if (field !== null) for (const guess of layout.guesses) if (guess.field === field) Object.assign(guess, { field: null, confidence: 0 });
    layout.guesses[index] = { field, confidence: 1 };
  }
}
