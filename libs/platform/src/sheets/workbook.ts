import { Readable } from 'node:stream';
import readSheets from 'read-excel-file/node';
import { LIMITS, SheetError, type Sheet } from './sheet.types.ts';
import { pack, unpack } from './workbook-parts.ts';

interface Merge {
  top: number;
  left: number;
  bottom: number;
  right: number;
}

/** Reads all sheets of a workbook as texts. Formulas count as the value that the file stores for them; nothing is computed. */
export async function readWorkbook(bytes: Buffer): Promise<Sheet[]> {
  const parts = await unpack(bytes);
  const workbook = parts.get('xl/workbook.xml')!.toString('utf8');
  const listed = [...workbook.matchAll(/<(?:\w+:)?sheet\s([^>]*)>/g)].map(([, attributes]) => ({
    hidden: /\bstate="(?:hidden|veryHidden)"/.test(attributes!),
    relation: /\bid="([^"]*)"/.exec(attributes!.replace(/sheetId="[^"]*"/, ''))?.[1] ?? '',
  }));
  const paths = relations(parts);
  const merges = new Map<string, Merge[]>();
  const budget = { cells: LIMITS.cells as number };
  const styled = parts.has('xl/styles.xml');
  for (const [name, content] of parts) {
    if (!content.includes('sheetData')) continue;
    const xml = content.toString('latin1');
    const tidy = tidySheet(xml, budget, styled);
    merges.set(name, tidy.merges);
    if (tidy.xml !== xml) parts.set(name, Buffer.from(tidy.xml, 'latin1'));
  }
  const read = await parse(Readable.from(pack(parts)));
  const date1904 = /\bdate1904="(?:1|true)"/.test(workbook);
  return read.flatMap(({ sheet, data }, index): Sheet[] => {
    if (!data) return [];
    const rows = data as string[][];
    for (const row of rows) for (const [at, value] of row.entries()) row[at] = textOf(value);
    fillMerges(rows, merges.get(paths.get(listed[index]?.relation ?? '') ?? '') ?? []);
    return [{ name: sheet, hidden: listed[index]?.hidden ?? false, rows, date1904 }];
  });
}

async function parse(archive: Readable): Promise<{ sheet: string; data: unknown }[]> {
  try {
    return (await readSheets(archive, { trim: false, parseNumber: numberText as never })) as { sheet: string; data: unknown }[];
  } catch {
    throw new SheetError('FILE_DAMAGED');
  }
}

function relations(parts: ReadonlyMap<string, Buffer>): Map<string, string> {
  const xml = parts.get('xl/_rels/workbook.xml.rels')?.toString('utf8') ?? '';
  return new Map(
    [...xml.matchAll(/<(?:\w+:)?Relationship\s([^>]*)>/g)].map(([, attributes]) => {
      const target = /\bTarget="([^"]*)"/.exec(attributes!)?.[1] ?? '';
      return [/\bId="([^"]*)"/.exec(attributes!)?.[1] ?? '', target.startsWith('/') ? target.slice(1) : `xl/${target.replace(/^\.\//, '')}`];
    }),
  );
}

/**
 * Takes cells and rows without content away (formatted down to the last line of the sheet, they would be read as a million
 * rows), and checks how far the others reach before anything is built for them.
 */
function tidySheet(xml: string, budget: { cells: number }, styled: boolean): { xml: string; merges: Merge[] } {
  if (/<!(?:DOCTYPE|ENTITY)/i.test(xml.slice(0, 2000))) throw new SheetError('FILE_DAMAGED');
  let tidy = xml;
  if (!/<(?:\w+:)?c\s[^>]*\br=/.test(xml)) tidy = numbered(xml);
  tidy = tidy.replace(/<((?:\w+:)?c)\s[^>]*(?:\/>|><\/\1>)/g, '').replace(/<((?:\w+:)?row)\b[^>]*(?:\/>|>\s*<\/\1>)/g, '');
  if (!styled) tidy = tidy.replace(/(<(?:\w+:)?c\s[^>]*?)\ss="\d+"/g, '$1');
  for (const [, letters, digits] of tidy.matchAll(/<(?:\w+:)?c\s[^>]*?\br="\$?([A-Z]+)\$?(\d+)"/g)) {
    if (--budget.cells < 0 || Number(digits) > LIMITS.rows) throw new SheetError('TOO_MANY_ROWS', { max: String(LIMITS.rows) });
    if (columnNumber(letters!) > LIMITS.columns) throw new SheetError('TOO_MANY_COLUMNS', { max: String(LIMITS.columns) });
  }
  for (const [, digits] of tidy.matchAll(/<(?:\w+:)?row\s[^>]*?\br="(\d+)"/g)) if (Number(digits) > LIMITS.rows) throw new SheetError('TOO_MANY_ROWS', { max: String(LIMITS.rows) });
  const merges = [...tidy.matchAll(/<(?:\w+:)?mergeCell\s[^>]*?\bref="([A-Z]+)(\d+):([A-Z]+)(\d+)"/g)].slice(0, 20_000);
  return {
    xml: tidy,
    merges: merges.map(([, left, top, right, bottom]) => ({ left: columnNumber(left!) - 1, top: Number(top) - 1, right: columnNumber(right!) - 1, bottom: Number(bottom) - 1 })),
  };
}

/** Cells may leave out where they are; then they follow each other. */
function numbered(xml: string): string {
  let row = 0;
  let column = 0;
  return xml.replace(/<((?:\w+:)?)(row|c)(?=[\s/>])/g, (_, prefix: string, tag: string) => {
    if (tag === 'row') {
      row++;
      column = 0;
      return `<${prefix}row r="${row}"`;
    }
    return `<${prefix}c r="${columnLetters(++column)}${row}"`;
  });
}

function columnNumber(letters: string): number {
  let number = 0;
  for (const letter of letters.slice(0, 4)) number = number * 26 + letter.charCodeAt(0) - 64;
  return number;
}

function columnLetters(number: number): string {
  return number > 26 ? columnLetters(Math.floor((number - 1) / 26)) + columnLetters(((number - 1) % 26) + 1) : String.fromCharCode(64 + number);
}

/** A merged cell holds for each line that it covers; across columns only in the upper lines, where headings may be merged. */
function fillMerges(rows: string[][], merges: readonly Merge[]): void {
  let filled = 0;
  for (const { top, left, bottom, right } of merges) {
    const value = rows[top]?.[left];
    if (!value) continue;
    const last = top < 40 ? right : left;
    for (let r = top; r <= Math.min(bottom, rows.length - 1); r++) {
      for (let c = left; c <= Math.min(last, rows[r]!.length - 1); c++) {
        if (++filled > 500_000) return;
        rows[r]![c] ||= value;
      }
    }
  }
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return dateText(value);
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  return String(value).slice(0, LIMITS.cellLength + 1);
}

/** A day, a time of day, or both, as the cell shows them. */
function dateText(date: Date): string {
  if (Number.isNaN(date.getTime())) return '';
  const iso = new Date(Math.round(date.getTime() / 1000) * 1000).toISOString();
  const time = iso.slice(11, 16);
  if (iso < '1900-01-02') return time;
  return time === '00:00' ? iso.slice(0, 10) : `${iso.slice(0, 10)} ${time}`;
}

/** Spreadsheets keep 15 figures; 0.1 + 0.2 should not become 0.30000000000000004 on the way. */
function numberText(raw: string): string {
  const number = Number(raw);
  if (!Number.isFinite(number)) return raw;
  return String(Math.abs(number) < 1e21 ? Number(number.toPrecision(15)) : number);
}
