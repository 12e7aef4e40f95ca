import { dirname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import pdfmake from 'pdfmake';
import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import type { PrintedAgreement } from './agreement.document.ts';

/** 思源黑体 with all characters of GB 18030's first two planes that names are written in. */
const FONTS = join(dirname(fileURLToPath(import.meta.resolve('@embedpdf/fonts-sc'))), '..', 'fonts');
const font = (weight: string) => join(FONTS, `NotoSansHans-${weight}.otf`);
pdfmake.setFonts({ Hans: { normal: font('Regular'), bold: font('Bold'), italics: font('Regular'), bolditalics: font('Bold') } });
// What people type becomes text and never an address to read from.
pdfmake.setUrlAccessPolicy(() => false);
pdfmake.setLocalAccessPolicy((path) => path.startsWith(FONTS + sep));

/** A centimetre in points. */
const CM = 28.35;

/** On A4, as contracts are: margins of 2.5 cm, 12 points, one and a half lines, the first line of a paragraph by two characters in. */
export function agreementPdf(printed: PrintedAgreement): Promise<Buffer> {
  const definition: TDocumentDefinitions = {
    pageSize: 'A4',
    pageMargins: [2.6 * CM, 2.5 * CM, 2.6 * CM, 2.5 * CM],
    info: { title: printed.title, subject: printed.number },
    defaultStyle: { font: 'Hans', fontSize: 12, lineHeight: 1.5 },
    footer: (page, pages) => ({ text: `第 ${page} 页  共 ${pages} 页`, alignment: 'center', fontSize: 9, margin: [0, CM, 0, 0] }),
    content: [
      { text: `编号：${printed.number}`, alignment: 'right', fontSize: 10.5 },
      { text: printed.title, alignment: 'center', fontSize: 22, bold: true, margin: [0, 16, 0, printed.notice ? 0 : 16] },
      ...(printed.notice ? [{ text: printed.notice, alignment: 'center' as const, margin: [0, 0, 0, 16] as [number, number, number, number] }] : []),
      ...printed.parties.map(({ letter, name, uscc, standing }): Content => ({ text: [{ text: `${letter}：`, bold: true }, `${name}\n`, { text: [`统一社会信用代码：${uscc}`, standing].filter(Boolean).join('\n'), fontSize: 10.5 }], margin: [0, 0, 0, 4] })),
      paragraph(printed.preamble),
      ...printed.articles.flatMap(({ heading, paragraphs }): Content[] => [{ text: heading, bold: true, margin: [0, 8, 0, 2], headlineLevel: 1 }, ...paragraphs.map(paragraph)]),
      // Nobody signs a page on which nothing of the agreement stands.
      { stack: [...printed.closing.map(paragraph), signing(printed)], unbreakable: true },
    ],
    // A heading stays with what follows it.
    pageBreakBefore: (node, nodes) => node.headlineLevel === 1 && nodes.getFollowingNodesOnPage().length === 0,
  };
  return pdfmake.createPdf(definition).getBuffer();
}

const paragraph = (text: string): Content => ({ text, leadingIndent: 24, alignment: 'left' });

/** Two parties beside each other; none of them is torn over two pages. */
function signing({ signatures }: PrintedAgreement): Content {
  const cells = signatures.map(({ letter, name, person, office, day }): Content => ({ text: `${letter}（盖章）：${name}\n代表（签字）：${person ?? ''}\n职务：${office ?? ''}\n日期：${day ?? '        年    月    日'}`, margin: [0, 12, 8, 12] }));
  const rows = Array.from({ length: Math.ceil(cells.length / 2) }, (_, row) => [cells[row * 2]!, cells[row * 2 + 1] ?? { text: '' }]);
  return { table: { widths: ['*', '*'], body: rows, dontBreakRows: true }, layout: 'noBorders', margin: [0, 16, 0, 0] };
}
