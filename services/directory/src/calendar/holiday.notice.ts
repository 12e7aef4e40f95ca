import { daysOf, weekdayOf } from '../day.ts';
import { emptyReading, type Reading } from './holiday.checks.ts';

const WEEKDAYS = '一二三四五六日';
const PARAGRAPH = /(?:^|[\n。])\s*[一二三四五六七八九十]+、([^\n]*)/g;
const NUMBER = /国办发明?电?〔\d{4}〕\d+号/;

/**
 * The words of the notice itself, as one copies them: “一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。”
 * The weekdays and the number of days that it names must be right, else something was misread.
 */
export function readNotice(text: string, year: number): Reading {
  const reading = emptyReading();
  reading.notice = NUMBER.exec(text)?.[0] ?? null;
  reading.address = /https?:\/\/\S+gov\.cn\/\S+/.exec(text)?.[0] ?? null;
  const about = /关于(\d{4})年/.exec(text)?.[1];
  if (about && about !== String(year)) reading.problems.push({ line: 0, code: 'HOLIDAYS_OF_ANOTHER_YEAR', params: { found: about, year } });
  [...text.matchAll(PARAGRAPH)].forEach(([, paragraph], index) => readParagraph(paragraph!, year, index + 1, reading));
  return reading;
}

function readParagraph(paragraph: string, year: number, line: number, reading: Reading): void {
  const [name = '', ...rest] = paragraph.split(/[：:]/);
  const said = rest.join('：');
  const at = said.indexOf('放假');
  const dates = datesIn(said, year, line, reading);
  const off = dates.filter(({ index }) => index < at);
  const [first, last = first] = off;
  if (!name.trim() || at < 0 || !first || !last || last.day < first.day || off.length > 2) {
    reading.problems.push({ line, code: 'HOLIDAY_LINE_UNREADABLE', params: { line, text: paragraph.slice(0, 80) } });
    return;
  }
  const days = daysOf(first.day, last.day);
  const count = Number(/共(\d+)天|放假(\d+)天/.exec(said)?.slice(1).find(Boolean) ?? days.length);
  if (count !== days.length) reading.problems.push({ line, code: 'HOLIDAY_COUNT_DIFFERS', params: { name, said: count, found: days.length } });
  for (const day of days) reading.days.push({ line, day, name: name.trim(), kind: 'OFF', follows: null });
  for (const { day } of dates.filter(({ index }) => index > at)) reading.days.push({ line, day, name: name.trim(), kind: 'WORK', follows: null });
}

/** Days with or without their month, which then is the one before's. */
function datesIn(text: string, year: number, line: number, reading: Reading): { day: string; index: number }[] {
  let month = 0;
  return [...text.matchAll(/(?:(\d{1,2})月)?(\d{1,2})日(?:[（(]([^）)]*)[）)])?/g)].flatMap((match) => {
    month = Number(match[1] ?? month);
    const day = `${year}-${String(month).padStart(2, '0')}-${match[2]!.padStart(2, '0')}`;
    if (Number.isNaN(Date.parse(`${day}T00:00:00Z`)) || !new Date(`${day}T00:00:00Z`).toISOString().startsWith(day)) return [];
    const weekday = /周([一二三四五六日])/.exec(match[3] ?? '')?.[1];
    if (weekday && weekday !== WEEKDAYS[weekdayOf(day) - 1]) reading.problems.push({ line, code: 'HOLIDAY_WEEKDAY_DIFFERS', params: { day, said: `周${weekday}`, is: `周${WEEKDAYS[weekdayOf(day) - 1]!}` } });
    return [{ day, index: match.index }];
  });
}
