import { plain } from '@gongjian/platform/sheets/text';

/**
 * Reads a day as registers write it: serial numbers, 2021.09, 2021年9月, 2021-9-8, 20210908, 2021/9, 1993, 二〇二一年九月.
 * A month without a day becomes its first day, a year without a month the first of January. Null when unreadable.
 */
export function parseDate(text: string, options: { date1904?: boolean } = {}): string | null {
  const value = plain(text)
    .replace(/[—–―·・。、\\]/g, '.')
    .replace(/^['‘’“"]|['’”"]$/g, '')
    .replace(/[〇零一二三四五六七八九十廿卅]+(?=[年月日号])/g, (n, at: number, whole: string) => chineseNumber(n, whole[at + n.length] === '年'))
    .replace(/(?:^|\s)(?:约|大约|about|ca?\.)\s*/i, '')
    .replace(/[(（]?(?:左右|前后)[)）]?$/, '')
    // 2021-9-1（验收）, 2021.9购入, 2021年9月1日 星期三: what happened then, and which weekday it was
    .replace(/(?<=[\d年月日])\s*(?:[(（][^()（）\d]*[)）]|(?:购入|购置|购买|采购|启用|入库|验收|星期.|周.))$/, '')
    .replace(/(?<=\d)[-./]+$/, '')
    .trim();
  const found =
    match(value, /^(\d{4})\s*[-./年]\s*(\d{1,2})\s*[-./月]\s*(\d{1,2})\s*[日号]?(?:[ T]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?: ?[AP]M)?(?:Z|[+-]\d{2}:?\d{2})?)?$/) ??
    match(value, /^(\d{4})\s*[-./年]\s*(\d{1,2})\s*月?份?$/) ??
    match(value, /^(\d{4}) (\d{1,2}) (\d{1,2})$/) ??
    match(value, /^(\d{4})\s*[年.]?$/) ??
    match(value, /^(\d{4})(\d{2})(\d{2})$/) ??
    match(value, /^(\d{4})(\d{2})$/) ??
    short(value) ??
    english(value);
  if (found) return day(found);
  const serial = /^\d{5}(?:\.\d+)?$/.test(value) ? Number(value) + (options.date1904 ? 1462 : 0) : null;
  return serial !== null && serial >= 10_000 && serial < 80_000 ? fromSerial(serial) : null;
}

/** Days since 1899-12-30, as spreadsheets count them. */
export function fromSerial(serial: number): string {
  return new Date(Math.floor(serial) * 86_400_000 + Date.UTC(1899, 11, 30)).toISOString().slice(0, 10);
}

type Parts = { year: number; month: number; date: number };

function match(value: string, pattern: RegExp): Parts | null {
  const [, year, month = '1', date = '1'] = pattern.exec(value) ?? [];
  return year ? { year: Number(year), month: Number(month), date: Number(date) } : null;
}

/** 21.9.8 and 98年5月: two figures mean 1950 to 2049. */
function short(value: string): Parts | null {
  const [, year, month, date = '1'] = /^(\d{2})\s*[.年]\s*(\d{1,2})(?:\s*[.月]\s*(\d{1,2})?\s*日?)?$/.exec(value) ?? [];
  if (!year || !month || (!value.includes('年') && !value.includes('.', 3))) return null;
  return { year: fullYear(year), month: Number(month), date: Number(date) };
}

function fullYear(year: string): number {
  return year.length > 2 ? Number(year) : Number(year) + (Number(year) < 50 ? 2000 : 1900);
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** Sep 2021, 8 Sep 2021, September 8, 2021. Figures alone such as 9/8/2021 are read only when one of them cannot be a month. */
function english(value: string): Parts | null {
  const [, d1, name, d2, year] = /^(\d{1,2})?[ -]?([a-z]{3})[a-z]*\.?[ -]?(\d{1,2})?(?:st|nd|rd|th)?,?[ -](\d{4}|\d{2})$/i.exec(value) ?? [];
  const month = name ? MONTHS.indexOf(name.toLowerCase()) + 1 : 0;
  if (month > 0) return { year: fullYear(year!), month, date: Number(d1 ?? d2 ?? 1) };
  const [, m, of] = /^(\d{1,2})[/.-](\d{4})$/.exec(value) ?? [];
  if (m && of) return { year: Number(of), month: Number(m), date: 1 };
  const [, a, b, y] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(value) ?? [];
  if (!y) return null;
  const [first, second] = [Number(a), Number(b)];
  if (first > 12 && second <= 12) return { year: Number(y), month: second, date: first };
  if (second > 12 && first <= 12) return { year: Number(y), month: first, date: second };
  return first === second ? { year: Number(y), month: first, date: second } : null;
}

function day({ year, month, date }: Parts): string | null {
  if (year < 1900 || year > 2100) return null;
  const made = new Date(Date.UTC(year, month - 1, date));
  return made.getUTCMonth() === month - 1 && made.getUTCDate() === date ? made.toISOString().slice(0, 10) : null;
}

function chineseNumber(text: string, isYear: boolean): string {
  const digit = (c: string) => '〇一二三四五六七八九'.indexOf(c === '零' ? '〇' : c);
  if (isYear || (!text.includes('十') && text.length > 1)) return [...text].map(digit).join('');
  const expanded = text.replace('廿', '二十').replace('卅', '三十');
  if (!expanded.includes('十')) return String(digit(expanded));
  const [tens, ones] = expanded.split('十');
  return String((tens ? digit(tens) : 1) * 10 + (ones ? digit(ones) : 0));
}
