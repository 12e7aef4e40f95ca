import { parseDate } from './dates.ts';
import { firstPhone, foldCode, idNumberFault, isUscc, parsePhone, personalWithin, withoutPersonal } from './official-codes.ts';
import { readOpeningHours } from './opening-hours.ts';
import { moneyFactor, parseCapacity, parseHours, parseMoney, parseMonths, parseQuantity } from './numbers.ts';
import type { Problem } from '@gongjian/platform/sheets/sheet.types';
import { type Draft, MOST_UNITS, type Register } from './register.types.ts';
import { clean, length, plain, prose, saysNothing } from '@gongjian/platform/sheets/text';
import { hasLeft, parseDualQualified, parseList, parseState } from './words.ts';

export interface Reading {
  draft: Draft;
  units: number;
  problems: Problem[];
}

export interface Columns {
  register: Register;
  /** Column of each field. */
  at: ReadonlyMap<string, number>;
  headings: readonly string[];
  today: string;
  date1904: boolean;
}

const FREE = /^(?:捐赠|赠送|受赠|免费|无偿|自制|donated|donation|free|gift)$/i;

/**
 * What one line says. A cell that says nothing (empty, —, 不详) changes nothing; a cell that cannot be read keeps the line
 * out, since a value that was half understood is worse than one that somebody corrects; remarks let it in.
 */
export function readDraft(cells: readonly string[], columns: Columns): Reading {
  const { register, at, headings, today } = columns;
  const problems: Problem[] = [];
  const draft: Draft = { name: '' };
  const raw = (field: string): string => {
    const column = at.get(field);
    const text = column === undefined ? '' : clean(cells[column] ?? '');
    return saysNothing(text) ? '' : text;
  };
  const problem = (field: string, code: string, params?: Record<string, string>, warning?: boolean): void => {
    problems.push({ column: at.get(field) ?? null, code, ...(params && { params }), ...(warning && { warning }) });
  };
  /** Reads a cell; what is unreadable becomes a problem. */
  const read = <T>(field: string, parse: (text: string) => T | null | undefined, code: string): T | undefined => {
    const text = raw(field);
    if (!text) return undefined;
    const value = parse(text);
    if (value === null || value === undefined) problem(field, code);
    return value ?? undefined;
  };
  const words = (field: string, max: number, fold = prose): string | undefined => {
    const text = fold(raw(field));
    if (length(text) > max) problem(field, 'TEXT_TOO_LONG', { max: String(max) });
    return text || undefined;
  };

  /** Telephone and ID numbers have columns of their own, where they are sealed; between other words anybody would read them. */
  const impersonal = (field: string, max: number): string | undefined => {
    const text = words(field, max);
    if (!text || !personalWithin(text).length) return text;
    problem(field, 'PERSONAL_DATA_LEFT_OUT', undefined, true);
    return withoutPersonal(text) || undefined;
  };

  const people = register === 'TEACHERS' || register === 'ENGINEERS';
  // a list of rooms by their numbers calls each by its number
  const name = words('name', 100) ?? (register === 'VENUES' && !at.has('name') ? [prose(raw('building')), prose(raw('room'))].filter(Boolean).join(' ') || undefined : undefined);
  if (name) draft.name = name;
  else problem('name', at.has('name') ? 'NAME_MISSING' : 'NAME_COLUMN_MISSING');
  draft.code = words('code', 90, (text) => plain(text).replace(/^'/, ''));
  draft.department = words('department', 100);
  draft.category = words('category', 100);
  if (people && hasLeft(raw('state'))) problem('state', 'PERSON_HAS_LEFT');
  else draft.state = read('state', (text) => (people && /^(?:否|×|no?)$/i.test(plain(text)) ? 'LENT_OUT' : parseState(text)), people ? 'PERSON_STATE_UNKNOWN' : 'STATE_UNKNOWN');
  draft.openingHours = read('openingHours', (text) => {
    const hours = readOpeningHours(text);
    for (const remark of hours?.remarks ?? []) problem('openingHours', remark, undefined, true);
    return hours?.periods;
  }, 'OPENING_HOURS_UNREADABLE');
  draft.note = people ? impersonal('note', 1900) : words('note', 1900);

  let units = 1;
  if (register === 'EQUIPMENT') {
    draft.model = [words('model', 150), words('specification', 150)].filter((part, i, all) => part && all.indexOf(part) === i).join(' ').slice(0, 200) || undefined;
    draft.manufacturer = words('manufacturer', 200);
    draft.fundingSource = words('fundingSource', 200);
    units = read('quantity', parseQuantity, 'QUANTITY_UNREADABLE') ?? 1;
    if (units > MOST_UNITS) problem('quantity', 'QUANTITY_TOO_LARGE', { max: String(MOST_UNITS) });
    draft.unitPrice = priceOf(units);
    draft.purchasedOn = read('purchasedOn', (text) => parseDate(text, columns), 'DATE_UNREADABLE');
    if (/^\d{4}\.1$/.test(plain(raw('purchasedOn')))) problem('purchasedOn', 'DATE_MONTH_UNSURE', { year: plain(raw('purchasedOn')).slice(0, 4) }, true);
    if (draft.purchasedOn && draft.purchasedOn > today) problem('purchasedOn', 'DATE_IN_FUTURE', undefined, true);
    if (at.has('code') && !draft.code) problem('code', 'CODE_MISSING', undefined, true);
  }
  if (register === 'EQUIPMENT' || register === 'VENUES') {
    draft.keeper = impersonal('keeper', 100);
    draft.place = placeOf();
    if (draft.place && length(draft.place) > 200) problem('place', 'TEXT_TOO_LONG', { max: '200' });
  }
  if (register === 'VENUES') {
    draft.code ??= words('room', 90, plain);
    const capacity = read('capacity', (text) => parseCapacity(text)?.value, 'CAPACITY_UNREADABLE');
    if (capacity !== undefined && capacity > 10_000) problem('capacity', 'CAPACITY_TOO_LARGE', { max: '10000' });
    draft.capacity = capacity || undefined;
    const area = raw('area');
    if (area) draft.note = [draft.note, `面积 ${prose(area)}${/㎡|平|m|M/.test(area) ? '' : '㎡'}`].filter(Boolean).join('；');
  }
  if (people) readPerson();
  problems.sort((a, b) => (a.column ?? -1) - (b.column ?? -1));
  return { draft: withoutGaps(draft), units, problems };

  function readPerson(): void {
    draft.title = words('title', 100);
    draft.skillLevel = words('skillLevel', 100);
    const dual = raw('dualQualified') ? parseDualQualified(raw('dualQualified')) : undefined;
    if (raw('dualQualified') && dual === undefined) problem('dualQualified', 'LEVEL_UNKNOWN');
    draft.dualQualified = dual;
    const subjects = parseList(prose(raw('subjects')));
    if (subjects.some((subject) => length(subject) > 100) || subjects.length > 50) problem('subjects', 'TEXT_TOO_LONG', { max: '100' });
    draft.subjects = subjects.length ? subjects : undefined;
    draft.category ??= subjects[0];
    const inYears = /[(（]\s*(?:年|years?)\s*[)）]/i.test(heading('practiceMonths'));
    draft.practiceMonths = read('practiceMonths', (text) => parseMonths(inYears && /^[\d.]+$/.test(plain(text)) ? `${plain(text)}年` : text), 'MONTHS_UNREADABLE');
    draft.yearlyHours = read('yearlyHours', parseHours, 'HOURS_UNREADABLE');
    draft.phone = read('phone', (text) => parsePhone(text) ?? firstPhone(text), 'PHONE_UNREADABLE');
    if (firstPhone(raw('phone'))) problem('phone', 'PHONE_FIRST_OF_SEVERAL', undefined, true);
    const idNumber = foldCode(raw('idNumber'));
    const fault = idNumber ? idNumberFault(idNumber, today) : null;
    if (fault) problem('idNumber', fault);
    draft.idNumber = idNumber || undefined;
    if (register !== 'ENGINEERS') return;
    draft.organisation = words('organisation', 100);
    draft.uscc = foldCode(raw('uscc')) || undefined;
    if (draft.uscc && !isUscc(draft.uscc)) problem('uscc', 'USCC_INVALID');
    // an enterprise that was left out is not the owner of the register: a merged cell may have been lost on the way
    if (!draft.uscc && !draft.organisation && (at.has('uscc') || at.has('organisation'))) problem(at.has('organisation') ? 'organisation' : 'uscc', 'ORGANISATION_MISSING');
  }

  function heading(field: string): string {
    const column = at.get(field);
    return column === undefined ? '' : (headings[column] ?? '');
  }

  /** The price of one machine; where only a total is given, its share. */
  function priceOf(count: number): number | undefined {
    const parse = (field: string) => (FREE.test(plain(raw(field))) ? undefined : read(field, (text) => parseMoney(text, moneyFactor(heading(field))), 'PRICE_UNREADABLE'));
    const unit = parse('unitPrice');
    if (unit !== undefined || at.has('unitPrice')) return unit;
    const total = parse('totalPrice');
    return total === undefined ? undefined : Math.round((total / count) * 100) / 100;
  }

  /** 校区, 楼栋 and 房间号 in columns of their own become one place, as people say it. */
  function placeOf(): string | undefined {
    const room = prose(raw('room'));
    const floor = prose(raw('floor'));
    const parts = [prose(raw('campus')), prose(raw('building')), room ? '' : floor && /^-?\d+$/.test(floor) ? `${floor}层` : floor, prose(raw('place')), room].filter(Boolean);
    const telling = parts.filter((part, i) => !parts.some((other, j) => i !== j && other.includes(part) && (other !== part || j < i)));
    return telling.join(' ') || undefined;
  }
}

function withoutGaps(draft: Draft): Draft {
  return Object.fromEntries(Object.entries(draft).filter(([, value]) => value !== undefined)) as unknown as Draft;
}

/** 20230001 stands for ten machines: 20230001, 20230001-02 … 20230001-10. */
export function unitCode(code: string, unit: number): string {
  return unit === 1 ? code : `${code}-${String(unit).padStart(2, '0')}`;
}
