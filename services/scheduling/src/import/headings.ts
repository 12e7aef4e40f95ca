import { FIELDS, type Field, IGNORED } from './fields.ts';
import { idNumberFault, foldCode, isUscc, parsePhone } from './official-codes.ts';
import { type Register, REGISTERS } from './register.types.ts';
import { plain } from '@gongjian/platform/sheets/text';

/** What is left of a heading when units, marks and blanks are taken away: `* 单价（万元）` is 单价. */
export function foldHeading(heading: string): string {
  return plain(heading)
    .toLowerCase()
    .replace(/[*＊:：?？、。“”"'‘’「」]/g, '')
    .replace(/^(?:\d+[.、)]|[(（]\d+[)）])/, '')
    .replace(/\([^()]*\)|（[^（）]*）|\[[^\]]*\]|【[^】]*】/g, '')
    .replace(/[\s_]+/g, /[\u4e00-\u9fff]/.test(heading) ? '' : ' ')
    .replace(/(?<=[\u4e00-\u9fff])\/(?:元|万元|台|套|人|个|㎡|m2|平方米|月)$/, '')
    .replace(/[.]+$/, '')
    .trim();
}

interface Word {
  text: string;
  /** Says too little to be found inside a longer heading: 设备图片 is no name of 设备. */
  whole: boolean;
}

const FOLDED = new Map<Field, readonly Word[]>();
const foldedWords = (field: Field): readonly Word[] => {
  let folded = FOLDED.get(field);
  if (!folded) FOLDED.set(field, (folded = field.words.map((word) => ({ text: foldHeading(word.replace(/^=/, '')), whole: word.startsWith('=') }))));
  return folded;
};

/** Whether the text is a heading that a field is known by. */
export function isKnownHeading(text: string, registers: readonly Register[] = REGISTERS): boolean {
  const heading = foldHeading(text);
  return heading !== '' && registers.flatMap((register) => FIELDS[register]).some((field) => foldedWords(field).some((word) => word.text === heading));
}
const IGNORED_FOLDED = new Set([...IGNORED].map(foldHeading));

/** How sure a heading means a field, 0 to 1. */
function likeness(heading: string, field: Field): number {
  if (!heading || field.not?.test(heading)) return 0;
  const known = foldedWords(field);
  const exact = known.findIndex((word) => word.text === heading);
  // the first word is the field's own name; later ones give way where two columns want the same field
  if (exact >= 0) return 1 - Math.min(exact, 20) * 0.01;
  // 是否可共享 asks yes or no, 设备图片 and 收费标准 are other things about the same
  if (/^是否|(?:图片|照片|附件|标准|记录|证书编号)$/.test(heading)) return 0;
  let best = 0;
  for (const { text: word, whole } of known) {
    if (whole) continue;
    const latin = /^[a-z]/.test(word);
    if (latin ? word.length < 4 || !new RegExp(`\\b${word.replace(/[^a-z0-9 ]/g, '.')}\\b`).test(heading) : word.length < 2 || !heading.includes(word)) continue;
    const share = word.length / heading.length;
    best = Math.max(best, (heading.endsWith(word) ? 0.5 : 0.4) + 0.4 * share);
  }
  return best;
}

export interface Guess {
  field: string | null;
  confidence: number;
}

/** Maps columns to fields, each field once, the surest pairs first; values speak where headings do not. */
export function guessColumns(register: Register, headings: readonly string[], samples: readonly (readonly string[])[]): Guess[] {
  const guesses: Guess[] = headings.map(() => ({ field: null, confidence: 0 }));
  const pairs: { column: number; field: string; sure: number }[] = [];
  headings.forEach((raw, column) => {
    const heading = foldHeading(raw);
    const fromValues = guessFromValues(register, samples[column] ?? []);
    if (IGNORED_FOLDED.has(heading) && !fromValues) return;
    // a group and its part, or two names for one thing: the last says most
    const last = heading.includes('/') ? foldHeading(heading.split('/').at(-1)!) : heading;
    for (const field of FIELDS[register]) {
      let sure = Math.max(likeness(heading, field), last === heading ? 0 : likeness(last, field) * 0.95);
      if (fromValues?.field === field.name) sure = Math.max(sure, fromValues.confidence);
      if (sure && !plausible(field.name, samples[column] ?? [])) sure *= 0.3;
      if (sure >= 0.4) pairs.push({ column, field: field.name, sure });
    }
  });
  pairs.sort((a, b) => b.sure - a.sure || a.column - b.column);
  const taken = new Set<string>();
  for (const { column, field, sure } of pairs) {
    if (guesses[column]!.field || taken.has(field)) continue;
    guesses[column] = { field, confidence: Math.round(sure * 100) / 100 };
    taken.add(field);
  }
  return guesses;
}

function share(values: readonly string[], holds: (value: string) => boolean): number {
  const filled = values.filter(Boolean);
  return filled.length ? filled.filter(holds).length / filled.length : 0;
}

function guessFromValues(register: Register, values: readonly string[]): Guess | null {
  if (values.filter(Boolean).length < 2) return null;
  if (register === 'ENGINEERS' && share(values, (v) => isUscc(foldCode(v)) && /[A-Z]/.test(foldCode(v))) > 0.5) return { field: 'uscc', confidence: 0.9 };
  if (register === 'TEACHERS' || register === 'ENGINEERS') {
    if (share(values, (v) => /^\d{17}[\dX]$/.test(foldCode(v)) && idNumberFault(foldCode(v), '9999') === null) > 0.5) return { field: 'idNumber', confidence: 0.9 };
    if (share(values, (v) => /^1[3-9]\d{9}$/.test(parsePhone(v) ?? '')) > 0.6) return { field: 'phone', confidence: 0.8 };
  }
  return null;
}

/** Whether the values can be what the heading says: 单位 over 台, 套, 件 is a unit of measure, no department. */
function plausible(field: string, values: readonly string[]): boolean {
  if (!values.some(Boolean)) return true;
  switch (field) {
    case 'department':
    case 'organisation':
      return share(values, (v) => /^(?:[\u4e00-\u9fff]|台套|台件|套件|台\/套|平方米)$/.test(plain(v))) < 0.5;
    case 'name':
      // a card with one heading in each line is no register
      if (share(values, (v) => isKnownHeading(v)) > 0.5) return false;
      return share(values, (v) => /^[\d.,\s-]+$/.test(plain(v))) < 0.7;
    case 'manufacturer':
    case 'keeper':
      return share(values, (v) => /^[\d.,\s-]+$/.test(plain(v))) < 0.7;
    case 'unitPrice':
    case 'totalPrice':
    case 'quantity':
    case 'capacity':
    case 'yearlyHours':
      return share(values, (v) => /[\d一二两三四五六七八九十]/.test(plain(v))) > 0.3;
    case 'openingHours':
      return share(values, (v) => /\d|天|周|星期|午|晚|日|day|am|pm/i.test(plain(v))) > 0.3;
    default:
      return true;
  }
}
