import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import type { Language } from '@gongjian/platform';
import ExcelJS from 'exceljs';
import type { OwnArea } from './own-data.service.ts';

const WORDS = {
  'zh-CN': { overview: '总览', headings: ['类别', '条数', '为什么保存', '依据', '保存多久', '谁能看到'], at: '时间' },
  en: { overview: 'Overview', headings: ['Kind', 'Records', 'What for', 'Basis', 'Kept for', 'Seen by'], at: 'Time' },
} as const;

/** What a machine reads: the same words, and each record under the keys of its fields. */
export function ownJson(areas: readonly OwnArea[], about: { name: string; at: Date }): object {
  return {
    format: 'gongjian-own-data/1',
    person: about.name,
    exportedAt: about.at.toISOString(),
    areas: areas.map(({ records, ...area }) => ({ ...area, records: records.map(({ id, at, fields }) => ({ id, at: at?.toISOString() ?? null, ...Object.fromEntries(fields.map(({ key, value }) => [key, value])) })) })),
  };
}

/** What people read: a sheet that says what there is and why, and one for each kind of record. */
export async function ownWorkbook(areas: readonly OwnArea[], language: Language, timeZone: string): Promise<Buffer> {
  const output = new PassThrough();
  const packed = buffer(output);
  const words = WORDS[language];
  const time = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' });
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ stream: output, useStyles: true, useSharedStrings: true });
  sheet(workbook, words.overview, words.headings, areas.map(({ name, count, purpose, basis, kept, seenBy }) => [name, count, purpose, basis, kept, seenBy]));
  for (const { name, records } of areas) {
    const columns = new Map(records.flatMap(({ fields }) => fields.map(({ key, label }) => [key, label] as const)));
    const rows = records.map(({ at, fields }) => {
      const values = new Map(fields.map(({ key, value }) => [key, value]));
      return [at ? time.format(at) : '', ...[...columns.keys()].map((key) => values.get(key) ?? '')];
    });
    sheet(workbook, name, [words.at, ...columns.values()], rows);
  }
  await workbook.commit();
  return packed;
}

function sheet(workbook: ExcelJS.stream.xlsx.WorkbookWriter, title: string, headings: readonly string[], rows: readonly (readonly (string | number)[])[]): void {
  // A sheet's name is at most 31 characters, and none of these.
  const added = workbook.addWorksheet(title.replaceAll(/[\\/?*[\]:]/g, ' ').slice(0, 31), { views: [{ state: 'frozen', ySplit: 1 }] });
  // The text format keeps =1+1, +86… and 007 what they are, also when somebody edits the cell.
  added.columns = headings.map((header) => ({ header, width: Math.min(40, Math.max(14, header.length * 2 + 4)), style: { numFmt: '@' } }));
  added.getRow(1).font = { bold: true };
  added.getRow(1).commit();
  for (const row of rows) added.addRow(row.map((value) => (typeof value === 'string' ? value.slice(0, 32_000) : value))).commit();
  added.commit();
}
