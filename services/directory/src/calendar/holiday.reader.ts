import { parse as parseCsv } from 'csv-parse/sync';
import ical, { type VEvent } from 'node-ical';
import { z } from 'zod';
import { addDays, daysOf, weekdayOf } from '../day.ts';
import type { HolidayDay } from './calendar.rules.ts';
import { emptyReading, type Reading } from './holiday.checks.ts';
import { readNotice } from './holiday.notice.ts';

/** Reads a year's holidays from the notice itself, a table, a calendar file or JSON. */
export function readHolidays(text: string, year: number): Reading {
  const body = text.replace(/^\uFEFF/, '').trim();
  if (/^BEGIN:VCALENDAR/i.test(body)) return fromCalendar(body);
  if (/^[[{]/.test(body)) return fromJson(body);
  if (/[一二三四五六七八九十]、[^\n]*[：:][^\n]*放假/.test(body)) return readNotice(body, year);
  return fromTable(body);
}

const item = z.object({
  day: z.iso.date().optional(),
  date: z.iso.date().optional(),
  name: z.string().trim().min(1).max(40),
  isOffDay: z.boolean().optional(),
  kind: z.enum(['OFF', 'WORK']).optional(),
  follows: z.int().min(1).max(7).nullish(),
});

function fromJson(body: string): Reading {
  const reading = emptyReading();
  let known: unknown;
  try {
    known = JSON.parse(body);
  } catch {
    return { ...reading, problems: [{ line: 0, code: 'HOLIDAYS_UNREADABLE', params: {} }] };
  }
  const whole = (Array.isArray(known) ? { days: known } : known) as { days?: unknown; papers?: unknown; notice?: unknown; address?: unknown };
  const texts = (value: unknown) => (typeof value === 'string' ? value : null);
  reading.notice = texts(whole.notice);
  reading.address = texts(whole.address) ?? (Array.isArray(whole.papers) ? texts(whole.papers[0]) : null);
  if (!Array.isArray(whole.days)) return { ...reading, problems: [{ line: 0, code: 'HOLIDAYS_UNREADABLE', params: {} }] };
  whole.days.forEach((each: unknown, index) => {
    const parsed = item.safeParse(each);
    const day = parsed.data?.day ?? parsed.data?.date;
    const kind = parsed.data?.kind ?? (parsed.data?.isOffDay === undefined ? undefined : parsed.data.isOffDay ? 'OFF' : 'WORK');
    if (!parsed.data || !day || !kind) reading.problems.push({ line: index + 1, code: 'HOLIDAY_LINE_UNREADABLE', params: { line: index + 1, text: JSON.stringify(each).slice(0, 80) } });
    else reading.days.push({ line: index + 1, day, kind, name: parsed.data.name, follows: parsed.data.follows ?? null });
  });
  return reading;
}

/** 春节（休）, 春节 补班 and the like; 调休 alone says neither. */
export function kindOf(text: string): HolidayDay['kind'] | undefined {
  if (/上班|补班|班$|[（(]班[）)]|工作日|\bwork|make-?up/i.test(text)) return 'WORK';
  if (/假|[（(]休[）)]|休$|休息|\boff\b|holiday/i.test(text.replaceAll('调休', ''))) return 'OFF';
  return undefined;
}

const KIND_WORDS = /[（(]?(?:调休)?(?:上班|补班|放假|假期|休息|班|休)[）)]?.*$/;

function fromCalendar(body: string): Reading {
  const reading = emptyReading();
  const events = Object.values(ical.sync.parseICS(body)).filter((each): each is VEvent => each?.type === 'VEVENT');
  events.forEach((event, index) => {
    const line = index + 1;
    const summary = (typeof event.summary === 'string' ? event.summary : (event.summary?.val ?? '')).trim();
    // A plain name is the holiday itself; 调休 alone may mean either, and is not guessed.
    const kind = kindOf(summary) ?? (summary.includes('调休') ? undefined : 'OFF');
    const name = summary.replace(KIND_WORDS, '').trim();
    if (!kind || !name || name.length > 40 || event.datetype !== 'date') {
      reading.problems.push({ line, code: 'HOLIDAY_LINE_UNREADABLE', params: { line, text: summary.slice(0, 80) } });
      return;
    }
    const first = localDay(event.start);
    // The end is not part of an event of whole days; without one it is a single day.
    const end = event.end ? localDay(event.end) : addDays(first, 1);
    for (const day of daysOf(first, end > first ? addDays(end, -1) : first).slice(0, 31)) reading.days.push({ line, day, kind, name, follows: null });
  });
  return reading;
}

/** Days without a time are read as midnight of the machine's own zone. */
function localDay(date: Date): string {
  return [date.getFullYear(), date.getMonth() + 1, date.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
}

const DATE = /^(\d{4})\s*[-/.年]?\s*(\d{1,2})\s*[-/.月]?\s*(\d{1,2})日?$/;

/** 2027-01-01, 2027/1/1, 2027年1月1日 or 20270101. */
export function dayFrom(cell: string): string | undefined {
  const match = DATE.exec(cell);
  const day = match && `${match[1]}-${match[2]!.padStart(2, '0')}-${match[3]!.padStart(2, '0')}`;
  const time = day ? Date.parse(`${day}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day!) ? day! : undefined;
}

const WEEKDAYS = '一二三四五六日';

/** A cell such as 周五 or 补周五的课; 0 for none. */
function followedBy(cell: string): number {
  return WEEKDAYS.indexOf(/(?:周|星期)([一二三四五六日])/.exec(cell.replace('天', '日'))?.[1] ?? ' ') + 1;
}

/** A table: one or two dates, what it is, whether off or work, in any order; a heading is passed over. */
function fromTable(body: string): Reading {
  const reading = emptyReading();
  let rows: string[][];
  try {
    rows = parseCsv(body, { delimiter: [',', '\t', ';', '，'], relax_column_count: true, trim: true, skip_empty_lines: false, relax_quotes: true });
  } catch {
    return { ...reading, problems: [{ line: 0, code: 'HOLIDAYS_UNREADABLE', params: {} }] };
  }
  rows.forEach((row, index) => {
    const cells = row.filter(Boolean);
    const dates = cells.flatMap((cell) => dayFrom(cell) ?? []);
    if (cells.length === 0 || (index === 0 && dates.length === 0 && cells.length > 1)) return;
    const others = cells.filter((cell) => !dayFrom(cell));
    const kindCell = others.findLast((cell) => kindOf(cell));
    const followsCell = others.find((cell) => cell !== kindCell && followedBy(cell));
    const name = others.find((cell) => cell !== kindCell && cell !== followsCell);
    const line = index + 1;
    const [first, last = first] = dates;
    if (!first || !last || !kindCell || !name || name.length > 40 || last < first || daysOf(first, last).length > 31) {
      reading.problems.push({ line, code: 'HOLIDAY_LINE_UNREADABLE', params: { line, text: row.join(',').slice(0, 80) } });
      return;
    }
    const follows = followsCell ? followedBy(followsCell) : null;
    for (const day of daysOf(first, last)) reading.days.push({ line, day, name, kind: kindOf(kindCell)!, follows: follows === weekdayOf(day) ? null : follows });
  });
  return reading;
}
