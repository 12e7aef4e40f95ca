import { plain } from '@gongjian/platform/sheets/text';

/** A number as people write it, and whether they said that it is only about right. */
export interface Amount {
  value: number;
  approximate: boolean;
}

const NUMERALS: Record<string, number> = {
  零: 0, 〇: 0, 一: 1, 壹: 1, 二: 2, 贰: 2, 两: 2, 俩: 2, 三: 3, 叁: 3, 四: 4, 肆: 4, 五: 5, 伍: 5, 六: 6, 陆: 6, 七: 7, 柒: 7, 八: 8, 捌: 8, 九: 9, 玖: 9,
};
const POWERS: Record<string, number> = { 十: 10, 拾: 10, 百: 100, 佰: 100, 千: 1000, 仟: 1000 };

/** 十二, 两百零五, 三十. Null when it is not a Chinese number. */
export function chineseNumber(text: string): number | null {
  if (!text || text.length > 12) return null;
  let total = 0;
  let digit: number | null = null;
  for (const c of text) {
    if (c in NUMERALS) {
      if (digit !== null && digit !== 0) return null;
      digit = NUMERALS[c]!;
    } else if (c in POWERS) {
      total += (digit ?? (total ? 0 : 1)) * POWERS[c]!;
      digit = null;
    } else return null;
  }
  return total + (digit ?? 0);
}

const ABOUT = /^(?:约|大约|约为|近|最多|至多|可容纳|可同时容纳|容纳|累计|共计|合计|共|about|max\.?|up to|approx\.?|ca?\.|~|≈)\s*/i;
const MORE_OR_LESS = /(?:左右|上下|余|多|\+|以上|不等)$/;

/** A plain number with an optional unit behind it, e.g. 40人, 约300㎡, 1,280.00元, 两套. */
export function parseAmount(text: string, units: RegExp): Amount | null {
  // 40人（含教师）, 12800（含税）: what stands in brackets behind a number explains it; 3（台） is its unit
  let value = plain(text)
    .replace(/[\s']/g, '')
    .replace(/(?<=.)[(（](?!含?\d)(?:[^()（）]*)[)）]$/, (all) => (all.slice(1, -1).replace(units, '') === '' ? all.slice(1, -1) : ''));
  let approximate = false;
  const strip = (pattern: RegExp): void => {
    const shorter = value.replace(pattern, '');
    approximate ||= shorter !== value;
    value = shorter;
  };
  strip(ABOUT);
  strip(MORE_OR_LESS);
  value = value.replace(units, '');
  strip(MORE_OR_LESS);
  const number = plainNumber(value) ?? chineseNumber(value);
  return number === null ? null : { value: number, approximate };
}

/** 1280, 1,280.00, 1.28E+3. Null for anything else: 1,28 may mean 1.28 or 128, and nobody should guess. */
function plainNumber(text: string): number | null {
  if (/^[+-]?(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?$/.test(text) || /^\d(?:\.\d+)?e[+-]?\d{1,2}$/i.test(text)) return Number(text.replace(/,/g, ''));
  return null;
}

const PIECES = /(?:台套|台\/套|台件|台|套|件|个|只|组|支|张|把|辆|架|条|块|部|座|间|把|副|批|pcs?\.?|sets?|units?|pieces?)$/i;

/** How many machines a line stands for: 1, 一台, 10台, 两套, ２. */
export function parseQuantity(text: string): number | null {
  const amount = parseAmount(text, PIECES);
  return amount && Number.isInteger(amount.value) && amount.value >= 1 && !amount.approximate ? amount.value : null;
}

/** How many people fit: 40, 40人, 约50座; of a range such as 30-40 the smaller end, which is always true. */
export function parseCapacity(text: string): Amount | null {
  const units = /(?:人次?|座位?|工位|个工位|个|位|席|名|seats?|people|persons?|places?)$/i;
  const range = /^\D*?(\d+)\s*(?:人|座|位)?\s*[-~—–至到]\s*(\d+)\s*(?:人|座|位|个|工位)*$/.exec(plain(text));
  const amount = range ? { value: Math.min(Number(range[1]), Number(range[2])), approximate: true } : parseAmount(text, units);
  return amount && Number.isInteger(amount.value) && amount.value >= 0 && amount.value <= 100_000 ? amount : null;
}

/** Money in yuan. `factor` comes from the heading (单价（万元） is 10,000); a unit in the cell itself goes before it. */
export function parseMoney(text: string, factor = 1): number | null {
  const value = plain(text).replace(/^(?:[¥￥]|rmb|cny|人民币)\s*/i, '').replace(/[.,]?-+$/, '');
  const own = /(万|w|千|k|亿)?(?:元|圆|rmb|cny|yuan)?(?:整|\/台|\/套|\/个)?$/i.exec(value);
  const said = own?.[1] ? { 万: 10_000, w: 10_000, 千: 1_000, k: 1_000, 亿: 100_000_000 }[own[1].toLowerCase()] : undefined;
  const amount = parseAmount(value, /(?:万|w|千|k|亿)?(?:元|圆|rmb|cny|yuan)?(?:整|\/台|\/套|\/个)?$/i);
  if (!amount || amount.value < 0) return null;
  const inYuan = said ?? (/元|圆|yuan|rmb|cny/i.test(own?.[0] ?? '') ? 1 : factor);
  const yuan = Math.round(amount.value * inYuan * 100) / 100;
  return yuan < 1e12 ? yuan : null;
}

/** The factor that a heading's unit asks for: 单价（万元） is 10,000. */
export function moneyFactor(heading: string): number {
  const text = plain(heading).toLowerCase();
  if (/万元|万圆|10k|\(万\)|万rmb/.test(text)) return 10_000;
  if (/千元|\(千\)/.test(text)) return 1_000;
  if (/亿元/.test(text)) return 100_000_000;
  return 1;
}

/** Months of practice: 8, 8个月, 一年半, 1.5年, 累计6个月. */
export function parseMonths(text: string): number | null {
  const value = plain(text)
    .replace(/\s/g, '')
    .replace(/^(?:累计|共计|合计|共)/, '')
    .replace(/[(（][^()（）]*[)）]$/, '');
  const andHalf = /^([\d]+|[一二两三四五六七八九十]+)个半月$/.exec(value)?.[1];
  if (andHalf) return (plainNumber(andHalf) ?? chineseNumber(andHalf) ?? 0) + 0.5;
  const [, years, half, rest] = /^([\d.]+|[一二两三四五六七八九十]+)(?:年|years?)(半)?(?:零?([\d.]+|[一二两三四五六七八九十]+)个?月)?$/i.exec(value) ?? [];
  const number = (part: string | undefined): number | null => (part === undefined ? 0 : (plainNumber(part) ?? chineseNumber(part)));
  const [y, m] = [number(years), number(rest)];
  const months = years ? (y === null || m === null ? null : y * 12 + (half ? 6 : 0) + m) : value === '半年' ? 6 : (parseAmount(value, /(?:个月|月|months?|m)$/i)?.value ?? null);
  return months !== null && months >= 0 && months <= 600 ? Math.round(months * 10) / 10 : null;
}

/** Hours in a year: 64, 64学时, 80课时/年; of a range such as 40-60 the smaller end. By the week they are not the year's. */
export function parseHours(text: string): number | null {
  const least = plain(text).replace(/^(\d+)\s*(?:学时|课时)?\s*[-~—–至到]\s*\d+/, '$1');
  const amount = parseAmount(least.replace(/[/每](?:年|学年)/g, ''), /(?:个)?(?:学时|课时|小时|节|hours?|hrs?|h)$/i);
  return amount && amount.value >= 0 && amount.value <= 8_784 ? Math.round(amount.value) : null;
}
