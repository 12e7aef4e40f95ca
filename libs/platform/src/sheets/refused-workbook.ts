import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import exceljs from 'exceljs';
import type { Problem } from './sheet.types.ts';

export interface Words {
  sheet: string;
  reason: string;
  text: (problem: Problem) => string;
}

/**
 * The refused lines in the columns of the file that they came from, with the reasons behind them, so that the corrected file
 * can be uploaded as it is. Every cell is a text: what begins with = + - @ stays what somebody typed.
 */
export async function refusedWorkbook(headings: readonly string[], rows: readonly { cells: readonly string[]; problems: readonly Problem[] }[], words: Words): Promise<Buffer> {
  const stream = new PassThrough();
  const whole = buffer(stream);
  const workbook = new exceljs.stream.xlsx.WorkbookWriter({ stream, useStyles: true });
  const sheet = workbook.addWorksheet(words.sheet, { views: [{ state: 'frozen', ySplit: 1 }] });
  const reasonColumn = headings.length + 1;
  for (let column = 1; column <= reasonColumn; column++) {
    Object.assign(sheet.getColumn(column), { numFmt: '@', width: column === reasonColumn ? 48 : 16 });
  }
  const title = sheet.addRow([...headings, words.reason]);
  title.font = { bold: true };
  title.commit();
  for (const { cells, problems } of rows) {
    const reasons = problems.filter((problem) => !problem.warning).map((problem) => {
      const heading = problem.column === null ? '' : headings[problem.column];
      return heading ? `${heading}：${words.text(problem)}` : words.text(problem);
    });
    const row = sheet.addRow([...headings.map((_, column) => cells[column] || null), reasons.join('；')]);
    for (const { column } of problems) if (column !== null) row.getCell(column + 1).fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFFE0E0' } };
    row.commit();
  }
  sheet.commit();
  await workbook.commit();
  return whole;
}
