import { createRequire } from 'node:module';
import { describe, expect, it } from '@jest/globals';
import { addDays, daysOf } from '../day.ts';
import { answerDay, type HolidayDay, lastDayOf, missingYears, seasonOn, type SchoolYear, termLabel, weekOf } from './calendar.rules.ts';
import { daysOfNotice, shippedNotices } from './holidays.data.ts';
import { statutoryDays } from './statutory.ts';

// Its ES modules import without file names and so cannot be loaded by Node; the other half of the package can.
const peer = createRequire(import.meta.url)('chinese-days') as typeof import('chinese-days');

const mapOf = (days: readonly HolidayDay[]) => new Map(days.map((day) => [day.day, day]));
const holidays = mapOf(shippedNotices.flatMap(daysOfNotice));
const off = (year: number) => daysOfNotice(shippedNotices.find((notice) => notice.year === year)!).filter(({ kind }) => kind === 'OFF').map(({ day }) => day);
const work = (year: number) => daysOfNotice(shippedNotices.find((notice) => notice.year === year)!).filter(({ kind }) => kind === 'WORK').map(({ day }) => day);
const span = (year: number, ...ranges: [string, string][]) => ranges.flatMap(([first, last]) => daysOf(`${year}-${first}`, `${year}-${last}`));

const school: SchoolYear = {
  schoolYear: 2026,
  terms: [
    { kind: 'FIRST', firstDay: '2026-09-02', teachingWeeks: 18, examWeeks: 2 },
    { kind: 'SECOND', firstDay: '2027-03-01', teachingWeeks: 16, examWeeks: 2 },
    { kind: 'SHORT', firstDay: '2027-07-05', teachingWeeks: 4, examWeeks: 0 },
  ],
  days: [
    { kind: 'OFF', firstDay: '2026-11-12', lastDay: '2026-11-13', name: '校运会', follows: null },
    { kind: 'WORK', firstDay: '2026-10-10', lastDay: '2026-10-10', name: '补课', follows: 3 },
  ],
};
const day = (text: string, years: SchoolYear[] = [], known = holidays) => answerDay(text, known, statutoryDays(Number(text.slice(0, 4))), years);

describe('the shipped years', () => {
  it('2026 is as rule CAL-03 lists it', () => {
    expect(off(2026)).toEqual(span(2026, ['01-01', '01-03'], ['02-15', '02-23'], ['04-04', '04-06'], ['05-01', '05-05'], ['06-19', '06-21'], ['09-25', '09-27'], ['10-01', '10-07']));
    expect(work(2026)).toEqual(['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10']);
  });

  it('2025 is as rule CAL-04 lists it', () => {
    expect(off(2025)).toEqual(span(2025, ['01-01', '01-01'], ['01-28', '02-04'], ['04-04', '04-06'], ['05-01', '05-05'], ['05-31', '06-02'], ['10-01', '10-08']));
    expect(work(2025)).toEqual(['2025-01-26', '2025-02-08', '2025-04-27', '2025-09-28', '2025-10-11']);
  });

  it('each names its notice and where it can be read', () => {
    for (const { notice, address, year } of shippedNotices) {
      expect(notice).toMatch(/^国办发明电〔\d{4}〕\d+号$/);
      expect(notice).toContain(String(year - 1));
      expect(address).toMatch(/^https:\/\/www\.gov\.cn\//);
    }
  });

  it.each([2025, 2026])('%i: each day is what an independent data set says', (year) => {
    for (const each of daysOf(`${year}-01-01`, `${year}-12-31`)) {
      const { kind } = day(each);
      expect([each, kind === 'WORKING_DAY' || kind === 'MAKEUP_WORKDAY']).toEqual([each, peer.isWorkday(each)]);
      const weekend = new Date(`${each}T00:00:00Z`).getUTCDay() % 6 === 0;
      expect([each, kind === 'MAKEUP_WORKDAY']).toEqual([each, weekend && peer.isWorkday(each)]);
    }
  });
});

describe('statutory holidays', () => {
  it('are the 13 days of the law, by sun and moon', () => {
    expect([...statutoryDays(2025).keys()].sort()).toEqual(['2025-01-01', ...span(2025, ['01-28', '01-31']), '2025-04-04', '2025-05-01', '2025-05-02', '2025-05-31', ...span(2025, ['10-01', '10-03']), '2025-10-06']);
    expect([...statutoryDays(2026).keys()].sort()).toEqual(['2026-01-01', ...span(2026, ['02-16', '02-19']), '2026-04-05', '2026-05-01', '2026-05-02', '2026-06-19', '2026-09-25', ...span(2026, ['10-01', '10-03'])]);
  });

  it('are all days off in the notices', () => {
    for (const { year } of shippedNotices) for (const each of statutoryDays(year).keys()) expect([each, holidays.get(each)?.kind]).toEqual([each, 'OFF']);
  });

  it.each(Array.from({ length: 26 }, (_, index) => 2025 + index))('%i: festivals are where another library finds them', (year) => {
    const days = [...statutoryDays(year).keys()];
    const lunar = (each: string) => peer.getLunarDate(each);
    expect(lunar(days[2]!)).toMatchObject({ lunarMon: 1, lunarDay: 1 });
    expect(days[5]).toBe(peer.getSolarTermDate(year, 4, 'pure_brightness'));
    const [duanwu, zhongqiu] = ['5-5', '8-15'].map((wanted) => daysOf(`${year}-05-01`, `${year}-10-31`).find((each) => {
      const { lunarMon, lunarDay, isLeap } = lunar(each);
      return !isLeap && `${lunarMon}-${lunarDay}` === wanted;
    }));
    expect([...statutoryDays(year)]).toEqual(expect.arrayContaining([[duanwu, '端午节']]));
    expect(statutoryDays(year).has(zhongqiu!)).toBe(true);
  });
});

describe('a day', () => {
  it.each([
    ['2026-11-25', 'WORKING_DAY', null],
    ['2026-11-28', 'WEEKEND', null],
    ['2026-10-01', 'HOLIDAY', '国庆节'],
    // a Saturday in the middle of a holiday is a holiday
    ['2026-10-03', 'HOLIDAY', '国庆节'],
    ['2026-10-10', 'MAKEUP_WORKDAY', '国庆节'],
    ['2026-09-20', 'MAKEUP_WORKDAY', '国庆节'],
  ])('%s is %s %s', (text, kind, name) => expect(day(text)).toMatchObject({ kind, name }));

  it('keeps statutory holidays apart from days off around them', () => {
    expect(day('2026-02-16').statutory).toBe(true);
    expect(day('2026-02-20')).toMatchObject({ kind: 'HOLIDAY', statutory: false });
  });

  it('of work takes the weekday that the notice says, if it says one, else its own', () => {
    expect(day('2026-10-10').weekday).toBe(6);
    const told = mapOf([{ day: '2026-10-10', name: '国庆节', kind: 'WORK', follows: 4 }]);
    expect(day('2026-10-10', [], told).weekday).toBe(4);
    expect(day('2026-10-10', [school], told)).toMatchObject({ weekday: 3, name: '补课' });
  });

  it('off by the school alone is off for it alone', () => {
    expect(day('2026-11-12', [school])).toMatchObject({ kind: 'HOLIDAY', name: '校运会', statutory: false });
    expect(day('2026-11-12')).toMatchObject({ kind: 'WORKING_DAY', name: null });
  });

  it('of a year that nobody has imported is only a weekday, but statutory days are known', () => {
    expect(day('2028-10-01')).toMatchObject({ kind: 'WEEKEND', statutory: true });
  });
});

describe('teaching weeks', () => {
  const at = (text: string) => weekOf(text, [school]);

  it('week 1 begins on the Monday of the week of the first lesson', () => {
    expect(at('2026-08-30')).toBeNull();
    expect(at('2026-08-31')).toEqual({ schoolYear: 2026, term: 'FIRST', week: 1, exams: false });
    expect(at('2026-09-06')).toMatchObject({ week: 1 });
    expect(at('2026-09-07')).toMatchObject({ week: 2 });
  });

  it('go on counting through holidays', () => expect(at('2026-10-08')).toMatchObject({ week: 6 }));

  it('are followed by the weeks of exams, and then nothing', () => {
    expect(at('2027-01-03')).toMatchObject({ week: 18, exams: false });
    expect(at('2027-01-04')).toMatchObject({ week: 19, exams: true });
    expect(at('2027-01-17')).toMatchObject({ week: 20, exams: true });
    expect(at('2027-01-18')).toBeNull();
    expect(lastDayOf(school.terms[0]!)).toBe('2027-01-17');
  });

  it('belong to their term, in a leap year too', () => {
    expect(at('2027-03-01')).toEqual({ schoolYear: 2026, term: 'SECOND', week: 1, exams: false });
    expect(at('2027-07-11')).toEqual({ schoolYear: 2026, term: 'SHORT', week: 1, exams: false });
    const leap: SchoolYear = { schoolYear: 2027, terms: [{ kind: 'SECOND', firstDay: '2028-02-21', teachingWeeks: 18, examWeeks: 0 }], days: [] };
    expect(weekOf('2028-02-29', [leap])).toMatchObject({ week: 2 });
    expect(weekOf('2028-03-06', [leap])).toMatchObject({ week: 3 });
  });

  it('a first lesson on a Monday or a Sunday is in week 1', () => {
    for (const firstDay of ['2026-08-31', '2026-09-06']) {
      expect(weekOf(firstDay, [{ ...school, terms: [{ ...school.terms[0]!, firstDay }] }])).toMatchObject({ week: 1 });
      expect(weekOf(addDays('2026-08-31', -1), [{ ...school, terms: [{ ...school.terms[0]!, firstDay }] }])).toBeNull();
    }
  });

  it('have the label of their term', () => {
    expect([termLabel(2026, 'FIRST'), termLabel(2026, 'SECOND'), termLabel(2026, 'SHORT')]).toEqual(['2026-2027-1', '2026-2027-2', '2026-2027-3']);
  });
});

describe('lessons', () => {
  const summer = { name: '夏季', since: '05-01', periods: [{ first: 1, last: 2, starts: '08:00', ends: '09:40' }] };
  const winter = { name: '冬季', since: '10-01', periods: [{ first: 1, last: 2, starts: '08:30', ends: '10:10' }] };

  it('of the season that began last, also over the turn of the year', () => {
    const name = (text: string) => seasonOn(text, [winter, summer])?.name;
    expect(['2026-04-30', '2026-05-01', '2026-09-30', '2026-10-01', '2027-01-01'].map(name)).toEqual(['冬季', '夏季', '夏季', '冬季', '冬季']);
  });

  it('one season holds all year; without any there are no lessons', () => {
    expect(seasonOn('2026-01-01', [summer])).toBe(summer);
    expect(seasonOn('2026-01-01', [])).toBeNull();
  });
});

describe('a missing year', () => {
  const known = new Set([2025, 2026]);
  it('is told of from 1 November', () => {
    expect(missingYears('2026-10-31', known)).toEqual([]);
    expect(missingYears('2026-11-01', known)).toEqual([2027]);
    expect(missingYears('2026-12-31', new Set([...known, 2027]))).toEqual([]);
  });
  it('and when it has begun, at any time', () => expect(missingYears('2027-02-01', known)).toEqual([2027]));
});
