import { parse } from 'csv-parse/sync';
import { LIMITS, SheetError, type Sheet } from './sheet.types.ts';

const DELIMITERS = [',', '\t', ';', '|', '，'] as const;

/** Reads delimited text; lines may be ragged, quotes may be stray. */
export function readDelimited(text: string, name: string): Sheet {
  const said = /^sep=(.)\r?\n/i.exec(text);
  const body = said ? text.slice(said[0].length) : text;
  const records = split(body, said?.[1] ?? guessDelimiter(body));
  if (records.length > LIMITS.rows) throw new SheetError('TOO_MANY_ROWS', { max: String(LIMITS.rows) });
  if (records.some((record) => record.length > LIMITS.columns)) throw new SheetError('TOO_MANY_COLUMNS', { max: String(LIMITS.columns) });
  // ="0012" is how a text that looks like a number is kept a text
  const rows = records.map((record) => record.map((cell) => (/^="[^"]*"$/.test(cell) ? cell.slice(2, -1) : cell).slice(0, LIMITS.cellLength + 1)));
  // the line with the separator counts as a line, so that row numbers are those of the file
  return { name, hidden: false, rows: said ? [[], ...rows] : rows, date1904: false };
}

function split(text: string, delimiter: string, quotes = true): string[][] {
  try {
    return parse(text, { delimiter, quote: quotes ? '"' : null, bom: true, relax_column_count: true, relax_quotes: true, skip_empty_lines: false, max_record_size: 1_000_000 });
  } catch (error) {
    // a quote that is never closed is a character like any other
    if (quotes) return split(text, delimiter, false);
    throw new SheetError('FILE_NOT_A_TABLE', { cause: String(error) });
  }
}

/** The mark that cuts most of the first lines into the same number of cells, and into the most. */
function guessDelimiter(text: string): string {
  const head = text.slice(0, 50_000).split(/\r\n|\n|\r/).filter((line) => line.trim()).slice(0, 50);
  let best: { delimiter: string; score: number } = { delimiter: ',', score: 0 };
  for (const delimiter of DELIMITERS) {
    const counts = head.map((line) => line.replace(/"(?:[^"]|"")*"/g, '').split(delimiter).length);
    const usual = mode(counts.filter((count) => count > 1));
    const score = usual ? (counts.filter((count) => count === usual).length / head.length) * Math.min(usual, 30) : 0;
    if (score > best.score) best = { delimiter, score };
  }
  return best.delimiter;
}

function mode(numbers: readonly number[]): number | null {
  const counts = new Map<number, number>();
  for (const n of numbers) counts.set(n, (counts.get(n) ?? 0) + 1);
  return [...counts].toSorted(([, a], [, b]) => b - a)[0]?.[0] ?? null;
}
