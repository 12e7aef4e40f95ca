import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseOpeningHours } from '../import/opening-hours.ts';
import { addDays, startOfDay } from '../time.ts';
import { isOpen, merge, minutesByWeekday, type OpeningPeriod, openIntervals, tidy } from './opening.ts';
import { openingText } from './opening.text.ts';

const ZONE = 'Asia/Shanghai';
/** 2026-11-23 is a Monday. */
const at = (day: number, hour: number, minute = 0) => startOfDay(addDays('2026-11-23', day - 1), ZONE) + (hour * 60 + minute) * 60_000;
const period = (weekday: number, opens: string, closes: string): OpeningPeriod => ({ weekday, opens, closes });

const twoHalves = [period(1, '08:00', '12:00'), period(1, '14:00', '18:00')];

describe('opening hours', () => {
  test('none mean always', () => {
    expect(isOpen([], at(7, 3), at(20, 4), ZONE)).toBe(true);
  });

  test('a range fits into one period, up to both of its ends', () => {
    expect(isOpen(twoHalves, at(1, 8), at(1, 12), ZONE)).toBe(true);
    expect(isOpen(twoHalves, at(1, 7, 59), at(1, 9), ZONE)).toBe(false);
    expect(isOpen(twoHalves, at(1, 17), at(1, 18, 1), ZONE)).toBe(false);
  });

  test('a range over the lunch break is not open', () => {
    expect(isOpen(twoHalves, at(1, 11), at(1, 15), ZONE)).toBe(false);
  });

  test('another weekday is closed', () => {
    expect(isOpen(twoHalves, at(2, 9), at(2, 10), ZONE)).toBe(false);
  });

  test('24:00 goes on at 00:00 of the next day', () => {
    const night = [period(5, '18:00', '24:00'), period(6, '00:00', '06:00')];
    expect(isOpen(night, at(5, 22), at(6, 2), ZONE)).toBe(true);
    expect(isOpen(night, at(5, 22), at(6, 6, 1), ZONE)).toBe(false);
    expect(isOpen([period(5, '18:00', '24:00')], at(5, 22), at(6, 0), ZONE)).toBe(true);
  });

  test('a week that is open all day takes a range of many days', () => {
    const always = [1, 2, 3, 4, 5, 6, 7].map((weekday) => period(weekday, '00:00', '24:00'));
    expect(isOpen(always, at(1, 3), at(12, 4), ZONE)).toBe(true);
  });

  test('hours are those of the wall clock, also where clocks change', () => {
    const berlin = 'Europe/Berlin';
    const sunday = [period(7, '08:00', '12:00')];
    expect(isOpen(sunday, Date.parse('2026-03-29T06:00:00Z'), Date.parse('2026-03-29T10:00:00Z'), berlin)).toBe(true);
    expect(isOpen(sunday, Date.parse('2026-03-29T07:00:00Z'), Date.parse('2026-03-29T11:00:00Z'), berlin)).toBe(false);
  });

  test('every minute agrees with a look at the clock', () => {
    const clock = fc.integer({ min: 0, max: 47 }).map((half) => half * 30);
    const anyPeriod = fc.tuple(fc.integer({ min: 1, max: 7 }), clock, clock).filter(([, from, until]) => from < until);
    const text = (minutes: number) => `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
    fc.assert(
      fc.property(fc.array(anyPeriod, { minLength: 1, maxLength: 6 }), fc.integer({ min: 0, max: 14 * 48 }), fc.integer({ min: 1, max: 60 }), (periods, startHalf, halves) => {
        const rules = tidy(periods.map(([weekday, from, until]) => period(weekday, text(from), text(until))));
        const openAt = (half: number) => periods.some(([weekday, from, until]) => weekday === (Math.floor(half / 48) % 7) + 1 && (half % 48) * 30 >= from && (half % 48) * 30 < until);
        const expected = Array.from({ length: halves }, (_, index) => openAt(startHalf + index)).every(Boolean);
        expect(isOpen(rules, at(1, 0, startHalf * 30), at(1, 0, (startHalf + halves) * 30), ZONE)).toBe(expected);
      }),
      { numRuns: 500 },
    );
  });

  test('touching and overlapping periods of a day become one', () => {
    expect(tidy([period(1, '12:00', '13:00'), period(1, '08:00', '12:00'), period(1, '08:30', '09:00'), period(2, '08:00', '09:00')])).toEqual([period(1, '08:00', '13:00'), period(2, '08:00', '09:00')]);
    expect(merge([{ from: 5, until: 6 }, { from: 1, until: 5 }])).toEqual([{ from: 1, until: 6 }]);
    expect(minutesByWeekday(twoHalves)).toEqual([480, 0, 0, 0, 0, 0, 0]);
    expect(openIntervals([], 0, 1, ZONE)[0]).toEqual({ from: -Infinity, until: Infinity });
  });

  test('as a text they are what people write, and what the import reads', () => {
    const week = [1, 2, 3, 4, 5].flatMap((weekday) => [period(weekday, '08:00', '12:00'), period(weekday, '14:00', '17:30')]);
    expect(openingText(week, 'zh-CN')).toBe('周一至周五 08:00-12:00，14:00-17:30');
    expect(openingText([...week, period(6, '09:00', '24:00')], 'en')).toBe('Mon-Fri 08:00-12:00, 14:00-17:30; Sat 09:00-24:00');
    for (const hours of [week, [...week, period(6, '09:00', '24:00')], [period(3, '13:00', '17:00')]]) expect(parseOpeningHours(openingText(hours, 'zh-CN'))).toEqual(hours);
  });
});
