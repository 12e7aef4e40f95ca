import { type Columns, readDraft, unitCode } from './drafts.ts';
import { fieldOf } from './fields.ts';
import { foldCode, parsePhone } from './official-codes.ts';
import { findLayout, type Layout } from './layout.ts';
import { isSkipped } from './line-kinds.ts';
import { LIMITS, type Problem, type Sheet } from '@gongjian/platform/sheets/sheet.types';
import type { ReadHead, ReadOptions, ReadRow } from './register.types.ts';
import { clean } from '@gongjian/platform/sheets/text';

const PERSONAL_HEADING = /身份证|证件号|手机|电话|联系方式|phone|mobile|\bid ?card|national id/i;

/** Finds the register in the sheets and reads it, line by line. */
export function readRegister(sheets: readonly Sheet[], options: ReadOptions): { head: ReadHead; rows: Generator<ReadRow> } {
  const layout = findLayout(sheets, options.mapping, options.fileName);
  const { sheet, at, depth, register, guesses, headings } = layout;
  const from = at + depth;
  const columns: Columns = {
    register,
    at: new Map(guesses.flatMap((guess, index) => (guess.field ? [[guess.field, index] as const] : []))),
    headings,
    today: options.today,
    date1904: sheet.date1904,
  };
  const width = Math.min(LIMITS.columns, guesses.length);
  const head: ReadHead = {
    register,
    sheets: sheets.map(({ name }) => name),
    sheet: sheet.name,
    furtherSheets: layout.further,
    headingRow: at + 1,
    columns: Array.from({ length: width }, (_, index) => ({
      index,
      heading: headings[index] ?? '',
      samples: samples(layout, from, index),
      field: guesses[index]!.field,
      confidence: guesses[index]!.confidence,
    })),
    personalColumns: [],
    lines: Math.max(0, sheet.rows.length - from),
  };
  head.personalColumns = head.columns.filter((column) => isPersonal(column.heading, column.field !== null && fieldOf(register, column.field)?.personal === true, column.samples)).map(({ index }) => index);
  return { head, rows: readRows(layout, from, width, columns) };
}

function samples({ sheet }: Layout, from: number, column: number): string[] {
  const found = new Set<string>();
  for (const row of sheet.rows.slice(from, from + 200)) {
    const text = clean(row[column] ?? '');
    if (text) found.add(text);
    if (found.size === 5) break;
  }
  return [...found];
}

/** A column of telephone numbers is personal even when nobody said what it is. */
function isPersonal(heading: string, known: boolean, values: readonly string[]): boolean {
  const looks = (value: string) => /^\d{17}[\dX]$/.test(foldCode(value)) || /^1[3-9]\d{9}$/.test(parsePhone(value) ?? '');
  return known || PERSONAL_HEADING.test(heading) || (values.length > 0 && values.every(looks) && !/编号|编码|资产|code|no/i.test(heading));
}

function* readRows({ sheet, headings, register }: Layout, from: number, width: number, columns: Columns): Generator<ReadRow> {
  const seen = new Seen(columns);
  for (let index = from; index < sheet.rows.length; index++) {
    const cells = Array.from({ length: width }, (_, column) => sheet.rows[index]![column] ?? '');
    const number = index + 1;
    const mapped = [...columns.at.values()].map((column) => clean(cells[column] ?? ''));
    const nameColumn = columns.at.get('name');
    const name = nameColumn === undefined ? '' : clean(cells[nameColumn] ?? '');
    if (isSkipped({ cells, mapped, name }, headings)) {
      yield { number, cells, state: 'SKIPPED', problems: [], draft: null, units: 0 };
      continue;
    }
    const { draft, units, problems } = readDraft(cells, columns);
    const bad = () => problems.some((problem) => !problem.warning);
    if (!bad()) problems.push(...seen.problems(draft, units, number, register));
    yield bad()
      ? { number, cells, state: 'BAD', problems, draft: null, units: 0 }
      : { number, cells, state: 'GOOD', problems, draft, units };
  }
}

/** Which codes, rooms and people earlier lines of the file have taken. */
class Seen {
  private readonly lines = new Map<string, number>();
  private readonly columns: Columns;
  constructor(columns: Columns) {
    this.columns = columns;
  }

  problems(draft: NonNullable<ReadRow['draft']>, units: number, line: number, register: Columns['register']): Problem[] {
    const { at } = this.columns;
    const people = register === 'TEACHERS' || register === 'ENGINEERS';
    const keys: [string, string, string | undefined][] = [];
    const owner = draft.uscc ?? draft.organisation ?? '';
    if (at.has('code') && draft.code) for (let unit = 1; unit <= units; unit++) keys.push([`code ${owner} ${unitCode(draft.code, unit).toUpperCase()}`, 'CODE_DUPLICATE', 'code']);
    if (register === 'VENUES' && !keys.length) keys.push([`venue ${draft.name} ${draft.place ?? ''}`, 'ROW_DUPLICATE', undefined]);
    if (people && draft.idNumber) keys.push([`id ${draft.idNumber}`, 'ID_NUMBER_DUPLICATE', 'idNumber']);
    if (people && !draft.code && !draft.idNumber) keys.push([`person ${owner} ${draft.name} ${draft.phone ?? draft.department ?? ''}`, 'ROW_DUPLICATE', undefined]);
    for (const [key, code, field] of keys) {
      const first = this.lines.get(key);
      if (first !== undefined) return [{ column: field === undefined ? null : (at.get(field) ?? null), code, params: { row: String(first) } }];
    }
    for (const [key] of keys) this.lines.set(key, line);
    if (!people || !draft.phone) return [];
    const shared = this.lines.get(`phone ${draft.phone}`);
    this.lines.set(`phone ${draft.phone}`, shared ?? line);
    return shared === undefined ? [] : [{ column: at.get('phone') ?? null, code: 'PHONE_SHARED', params: { row: String(shared) }, warning: true }];
  }
}
