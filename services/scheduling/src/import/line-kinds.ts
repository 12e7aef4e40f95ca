import { clean, plain } from '@gongjian/platform/sheets/text';

const TOTAL = /^(?:合计|总计|小计|共计|累计|总数|本页合计|本页小计|合计数|总合计|total|subtotal|sub-total|grand total|sum)(?:[:：(（\d].*)?$/i;
const SIGNED = /^(?:制表|填表|审核|审批|复核|校对|编制|填报|经办|主管|(?:单位|部门)?负责人|签字|签名|签章|盖章|打印|日期|联系人|联系电话|prepared by|approved by|checked by|signature|signed)(?:人|员|单位|日期|时间|领导|签字|签章|盖章)*[(（]?(?:签字|签章|盖章|公章)?[)）]?\s*(?:[:：\s].*)?$/i;
const NOTE = /^(?:注\s*[:：\d一]|注意|说明\s*[:：]|备注\s*[:：]|第\s*\d+\s*页|共\s*\d+\s*[页条台]|以上|以下空白|此表|本表|[(（]?盖章|page \d|notes?:)/i;

/** 一、机械类, （二）电子设备, 第三部分: how a part of a register is announced. */
const SECTION = /^(?:第?[一二三四五六七八九十]{1,3}(?:[、.．,，:：]|部分|章|节|类)|[(（][一二三四五六七八九十\d]{1,3}[)）]|[IVX]{1,4}[.、])/;

export interface Line {
  cells: readonly string[];
  /** Content of the columns that fill a field. */
  mapped: readonly string[];
  name: string;
}

/** Lines that speak of no thing: blank ones, totals, headings repeated on each printed page, titles of parts, signatures and notes. */
export function isSkipped({ cells, mapped, name }: Line, headings: readonly string[]): boolean {
  const filled = cells.map(clean).filter(Boolean);
  if (!mapped.some(Boolean)) return true;
  if (isTotal(filled, name)) return true;
  if (isHeadings(cells, headings)) return true;
  return isSection(filled) || isFooter(filled, name);
}

/** One text alone on its line, or in a cell that is merged over all of it. */
function isSection(filled: readonly string[]): boolean {
  return new Set(filled).size === 1 && (filled.length >= 3 || SECTION.test(filled[0]!));
}

function isTotal(filled: readonly string[], name: string): boolean {
  const first = plain(filled[0] ?? '').replace(/\s/g, '');
  const said = TOTAL.test(first) || TOTAL.test(plain(filled[1] ?? '').replace(/\s/g, ''));
  return said && (!name || TOTAL.test(plain(name).replace(/\s/g, '')) || filled.length <= 3);
}

function isHeadings(cells: readonly string[], headings: readonly string[]): boolean {
  const filled = cells.filter((cell) => clean(cell)).length;
  const same = cells.filter((cell, i) => clean(cell) && headings[i]?.split('/').includes(clean(cell))).length;
  return same >= 2 && same >= filled * 0.6;
}

/** `制表人：王伟   审核：李敏`, in one cell or spread over the line, where a name or a code would be. */
function isFooter(filled: readonly string[], name: string): boolean {
  const first = filled[0] ?? '';
  const says = (text: string) => SIGNED.test(text) || NOTE.test(text);
  return says(first) && filled.length <= 6 && (!name || says(name));
}
