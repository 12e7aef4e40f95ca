import { addDays } from './zone.ts';

const valid = (year: number, month: number, day: number): string | undefined => {
  const date = new Date(Date.UTC(year, month - 1, day));
  const right = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return right ? date.toISOString().slice(0, 10) : undefined;
};

const plain = (text: string) => text.normalize('NFKC').trim();

/** A day as people type it: 2026-11-23, 2026/11/23, 20261123, 2026年11月23日, 11-23, 11月23日 (of this year). */
export function parseDay(text: string, today = new Date().toISOString().slice(0, 10)): string | undefined {
  const typed = plain(text);
  const full = /^(\d{4})(?:[-/.年]\s*(\d{1,2})[-/.月]\s*(\d{1,2})日?|(\d{2})(\d{2}))(?:\s*周.)?$/.exec(typed);
  if (full) return valid(Number(full[1]), Number(full[2] ?? full[4]), Number(full[3] ?? full[5]));
  const short = /^(\d{1,2})[-/.月](\d{1,2})日?$/.exec(typed);
  return short ? valid(Number(today.slice(0, 4)), Number(short[1]), Number(short[2])) : undefined;
}

/** A time as people type it: 8:30, 08：30, 830, 0830, 8点, 8点半, 24:00. */
export function parseClock(text: string): string | undefined {
  const typed = plain(text).replace(/点半$/, ':30').replace(/点$/, ':00').replace(/点/, ':').replace(/分$/, '');
  const match = /^(\d{1,2})(?:[:.](\d{1,2}))?$/.exec(typed) ?? /^(\d{1,2})(\d{2})$/.exec(typed);
  if (!match) return undefined;
  const minutes = Number(match[1]) * 60 + Number(match[2] ?? 0);
  if (Number(match[2] ?? 0) > 59 || minutes > 1440) return undefined;
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

/** Six weeks from the Monday on or before the first of a month. */
export function monthDays(month: string): string[] {
  const first = `${month}-01`;
  const weekday = new Date(`${first}T00:00:00Z`).getUTCDay() || 7;
  return Array.from({ length: 42 }, (_, index) => addDays(first, index + 1 - weekday));
}

export function addMonths(day: string, count: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month - 1 + count + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + count, Math.min(date, last))).toISOString().slice(0, 10);
}
