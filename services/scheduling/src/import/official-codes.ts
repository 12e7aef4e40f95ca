import { plain } from '@gongjian/platform/sheets/text';

const USCC_ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const USCC_WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

/** Upper case, plain figures, no blanks or dashes. */
export function foldCode(text: string): string {
  return plain(text).replace(/[\s'’`-]/g, '').toUpperCase();
}

/** 统一社会信用代码 by GB 32100-2015, after folding. */
export function isUscc(code: string): boolean {
  if (code.length !== 18) return false;
  const values = [...code].map((c) => USCC_ALPHABET.indexOf(c));
  if (values.some((v) => v < 0)) return false;
  const sum = USCC_WEIGHTS.reduce((total, weight, i) => total + weight * values[i]!, 0);
  return values[17] === (31 - (sum % 31)) % 31;
}

const ID_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

export type IdNumberFault = 'ID_NUMBER_ROUNDED' | 'ID_NUMBER_INVALID' | 'ID_NUMBER_BIRTH_DATE' | 'ID_NUMBER_UNKNOWN_KIND';

/**
 * A resident ID by GB 11643 (check digit, birth date not in the future), or another paper that is told by its form:
 * passes of Hong Kong, Macao and Taiwan, permanent residence cards, passports. Null when nothing is wrong.
 * The region is not looked up: codes change every year, and old ones stay valid on cards.
 */
export function idNumberFault(code: string, today: string): IdNumberFault | null {
  if (/^\d(?:\.\d+)?E\+1[67]$/.test(code)) return 'ID_NUMBER_ROUNDED';
  if (/^\d{17}[\dX]$/.test(code)) {
    const birth = `${code.slice(6, 10)}-${code.slice(10, 12)}-${code.slice(12, 14)}`;
    if (!isDay(birth) || birth > today || birth < '1900') return 'ID_NUMBER_BIRTH_DATE';
    const sum = ID_WEIGHTS.reduce((total, weight, i) => total + weight * Number(code[i]), 0);
    if ('10X98765432'[sum % 11] === code[17]) return null;
    // a spreadsheet that took the number for a number has set its last figures to zero
    return code.endsWith('000') ? 'ID_NUMBER_ROUNDED' : 'ID_NUMBER_INVALID';
  }
  if (/^\d{15}$/.test(code)) return isDay(`19${code.slice(6, 8)}-${code.slice(8, 10)}-${code.slice(10, 12)}`) ? null : 'ID_NUMBER_BIRTH_DATE';
  if (/^[HM]\d{8}(?:\d{2})?$/.test(code) || /^\d{8}$/.test(code) || /^[A-Z]{1,2}\d{7,8}$/.test(code) || /^[A-Z]{3}\d{12}$/.test(code) || /^[A-Z]\d{8}$/.test(code) || /^E[A-Z]\d{7}$/.test(code)) return null;
  return /^[\dX]+$/.test(code) ? 'ID_NUMBER_INVALID' : 'ID_NUMBER_UNKNOWN_KIND';
}

function isDay(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

/** The first of several numbers in a cell; null when it holds only one. */
export function firstPhone(text: string): string | null {
  const parts = plain(text).split(/[/、,，;；]|\s{2,}|(?<=\d{7})\s(?=\d{7})/).map((part) => part.trim()).filter(Boolean);
  return parts.length > 1 && parts.every((part) => parsePhone(part)) ? parsePhone(parts[0]!) : null;
}

/** Figures of a telephone number, or null. Mobile, land line with area code and extension, or international. */
export function parsePhone(text: string): string | null {
  const value = plain(text).replace(/^(?:tel|电话|手机)[:.]?\s*/i, '').replace(/\.0+$/, '').replace(/[—–―]/g, '-').replace(/[(（]\D*[)）]$/, '').replace(/[\s().·]/g, '');
  const mobile = /^(?:\+?0{0,2}86-?)?(1[3-9]\d)-?(\d{4})-?(\d{4})$/.exec(value);
  if (mobile) return mobile.slice(1).join('');
  const line = /^(?:\+?86-?)?(0\d{2,3})-?(\d{7,8})(?:(?:-|转|ext|x)(\d{1,6}))?$/i.exec(value);
  if (line) return `${line[1]}-${line[2]}${line[3] ? `-${line[3]}` : ''}`;
  if (/^(?:400|800)-?\d{3}-?\d{4}$/.test(value)) return value.replace(/-/g, '');
  return /^\+\d{6,15}$/.test(value.replace(/-/g, '')) || /^\d{3,4}-?\d{4}$/.test(value) ? value.replace(/-/g, '') : null;
}

const MOBILE_WITHIN = /(?<![\dA-Za-z.-])1[3-9]\d[- ]?\d{4}[- ]?\d{4}(?![\d.])/g;
const ID_WITHIN = /(?<![\dA-Za-z])\d{17}[\dXx](?![\dA-Za-z])/g;

/** Mobile and ID numbers that somebody wrote between other words: 张三（13800000001）. */
export function personalWithin(text: string): string[] {
  const value = plain(text);
  return [...value.matchAll(MOBILE_WITHIN), ...value.matchAll(ID_WITHIN)].map(([found]) => found).filter((found) => found.length < 15 || idNumberFault(found.toUpperCase(), '9999') === null);
}

/** The text without such numbers, and without the brackets and words that held nothing else. */
export function withoutPersonal(text: string): string {
  const rest = personalWithin(text).reduce((left, found) => left.replaceAll(found, ''), plain(text));
  return rest.replace(/(?:联系)?(?:电话|手机|tel)[:：.]?(?=[\s()（）,，;；/]|$)/gi, '').replace(/[(（]\s*[)）]/g, '').replace(/[\s,，;；/、:：-]+$/, '').trim();
}
