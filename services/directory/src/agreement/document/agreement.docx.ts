import { AlignmentType, BorderStyle, Document, Footer, type ISectionOptions, Packer, PageNumber, Paragraph, Table, TableCell, TableRow, TextRun, WidthType } from 'docx';
import type { PrintedAgreement } from './agreement.document.ts';

/** Word counts in twentieths of a point, type sizes in halves. */
const POINT = 20;
const CM = 567;
/** 宋体 for the text and 黑体 for headings: every Chinese Word has them. */
const SONG = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '宋体' };
const HEI = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '黑体' };

const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' };
const NO_BORDERS = { top: NONE, bottom: NONE, left: NONE, right: NONE, insideHorizontal: NONE, insideVertical: NONE };

/** The same as the PDF, to be changed and signed on paper. */
export function agreementDocx(printed: PrintedAgreement): Promise<Buffer> {
  const section: ISectionOptions = {
    properties: { page: { size: { width: 21 * CM, height: Math.round(29.7 * CM) }, margin: { top: 2.5 * CM, bottom: 2.5 * CM, left: 2.6 * CM, right: 2.6 * CM } } },
    footers: { default: new Footer({ children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [new TextRun({ children: ['第 ', PageNumber.CURRENT, ' 页  共 ', PageNumber.TOTAL_PAGES, ' 页'], size: 18, font: SONG })] })] }) },
    children: [
      new Paragraph({ alignment: AlignmentType.RIGHT, children: [run(`编号：${printed.number}`, { size: 21 })] }),
      new Paragraph({ alignment: AlignmentType.CENTER, spacing: { before: 16 * POINT, after: 16 * POINT }, children: [new TextRun({ text: printed.title, size: 44, font: HEI })] }),
      ...(printed.notice ? [new Paragraph({ alignment: AlignmentType.CENTER, spacing: { after: 16 * POINT }, children: [run(printed.notice)] })] : []),
      ...printed.parties.flatMap(({ letter, name, uscc, standing }) => [line(`${letter}：${name}`), line(`统一社会信用代码：${uscc}`, { size: 21 }), ...(standing ? [line(standing, { size: 21 })] : [])]),
      paragraph(printed.preamble),
      ...printed.articles.flatMap(({ heading, paragraphs }) => [new Paragraph({ keepNext: true, spacing: { before: 8 * POINT, line: 360 }, children: [new TextRun({ text: heading, size: 24, font: HEI })] }), ...paragraphs.map((text) => paragraph(text))]),
      // Nobody signs a page on which nothing of the agreement stands.
      ...printed.closing.map((text) => paragraph(text, { keepNext: true, keepLines: true })),
      signing(printed),
    ],
  };
  const document = new Document({ title: printed.title, subject: printed.number, creator: '共建', styles: { default: { document: { run: { font: SONG, size: 24 } } } }, sections: [section] });
  return Packer.toBuffer(document);
}

const run = (text: string, more: { size?: number } = {}) => new TextRun({ text, font: SONG, size: 24, ...more });
const line = (text: string, more: { size?: number } = {}) => new Paragraph({ spacing: { line: 360 }, children: [run(text, more)] });
/** One and a half lines; the first line two characters in. */
const paragraph = (text: string, more: { keepNext?: boolean; keepLines?: boolean } = {}) => new Paragraph({ spacing: { line: 360 }, indent: { firstLine: 480 }, children: [run(text)], ...more });

function signing({ signatures }: PrintedAgreement): Table {
  const cells = signatures.map(({ letter, name, person, office, day }) => [`${letter}（盖章）：${name}`, `代表（签字）：${person ?? ''}`, `职务：${office ?? ''}`, `日期：${day ?? '        年    月    日'}`]);
  const cell = (lines: readonly string[]) => new TableCell({ width: { size: 50, type: WidthType.PERCENTAGE }, borders: NO_BORDERS, margins: { top: 12 * POINT, bottom: 12 * POINT }, children: lines.length > 0 ? lines.map((text) => line(text)) : [line('')] });
  const rows = Array.from({ length: Math.ceil(cells.length / 2) }, (_, row) => new TableRow({ cantSplit: true, children: [cell(cells[row * 2]!), cell(cells[row * 2 + 1] ?? [])] }));
  return new Table({ width: { size: 100, type: WidthType.PERCENTAGE }, borders: NO_BORDERS, rows });
}
