import { describe, expect, it } from '@jest/globals';
import type { HolidayDay } from './calendar.rules.ts';
import { checkedHolidays } from './holiday.checks.ts';
import { dayFrom, kindOf, readHolidays } from './holiday.reader.ts';
import { daysOfNotice, shippedNotices } from './holidays.data.ts';

const [notice2025, notice2026] = [shippedNotices[0]!, shippedNotices[1]!];
const NOTICE_2026 = `国务院办公厅关于2026年
部分节假日安排的通知
国办发明电〔2025〕7号
经国务院批准，现将2026年元旦、春节、清明节、劳动节、端午节、中秋节和国庆节放假调休日期的具体安排通知如下。
一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。
二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。
三、清明节：4月4日（周六）至6日（周一）放假，共3天。
四、劳动节：5月1日（周五）至5日（周二）放假调休，共5天。5月9日（周六）上班。
五、端午节：6月19日（周五）至21日（周日）放假，共3天。
六、中秋节：9月25日（周五）至27日（周日）放假，共3天。
七、国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）、10月10日（周六）上班。
节假日期间，各地区、各部门要妥善安排好值班和安全、保卫、疫情防控等工作。
国务院办公厅
2025年11月4日`;

const read = (text: string, year = 2026) => checkedHolidays(readHolidays(text, year), year);
const codes = (text: string, year = 2026) => read(text, year).problems.map(({ line, code }) => [line, code]);
const table = (days: readonly HolidayDay[]) => ['日期,名称,类型', ...days.map(({ day, name, kind }) => `${day},${name},${kind === 'OFF' ? '放假' : '上班'}`)].join('\n');
const calendar = (events: readonly { first: string; end: string; summary: string }[]) =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//test//', ...events.flatMap(({ first, end, summary }, index) => ['BEGIN:VEVENT', `UID:${index}`, `DTSTART;VALUE=DATE:${first}`, `DTEND;VALUE=DATE:${end}`, `SUMMARY:${summary}`, 'END:VEVENT']), 'END:VCALENDAR'].join('\r\n');

describe('a year of holidays is read', () => {
  const wanted = { days: daysOfNotice(notice2026), problems: [] };

  it('from the words of the notice', () => {
    expect(read(NOTICE_2026)).toEqual(wanted);
    expect(readHolidays(NOTICE_2026, 2026).notice).toBe('国办发明电〔2025〕7号');
  });

  it('from the words of the notice of 2025, with a holiday of one day and a joint one', () => {
    const text = '一、元旦：1月1日（周三）放假1天，不调休。\n二、春节：1月28日（农历除夕、周二）至2月4日（农历正月初七、周二）放假调休，共8天。1月26日（周日）、2月8日（周六）上班。\n三、清明节：4月4日（周五）至6日（周日）放假，共3天。\n四、劳动节：5月1日（周四）至5日（周一）放假调休，共5天。4月27日（周日）上班。\n五、端午节：5月31日（周六）至6月2日（周一）放假，共3天。\n六、国庆节、中秋节：10月1日（周三）至8日（周三）放假调休，共8天。9月28日（周日）、10月11日（周六）上班。';
    expect(read(text, 2025)).toEqual({ days: daysOfNotice(notice2025), problems: [] });
  });

  it('from a table, whatever the dates look like', () => {
    expect(read(table(wanted.days))).toEqual(wanted);
    expect(read(`\uFEFF${table(wanted.days).replaceAll(',', '\t').replace(/(\d{4})-(\d\d)-(\d\d)/g, '$1年$2月$3日')}`)).toEqual(wanted);
    const ranges = notice2026.holidays.flatMap(({ name, off, work }) => [`${name},${off[0]},${off[1]},休`.replace('休', '放假'), ...work.map((day) => `${name},${day.replaceAll('-', '/')},,补班`)]);
    expect(read(ranges.join('\n'))).toEqual(wanted);
  });

  it('from a table that says whose lessons a day of work takes', () => {
    const text = `${table(wanted.days)}\n`.replace('2026-10-10,国庆节,上班', '2026-10-10,国庆节,上班,补周三的课');
    expect(read(text).days.find(({ day }) => day === '2026-10-10')).toMatchObject({ kind: 'WORK', follows: 3 });
  });

  it('from a calendar file', () => {
    const compact = (day: string) => day.replaceAll('-', '');
    const next = (day: string) => compact(new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10));
    const events = notice2026.holidays.flatMap(({ name, off, work }) => [{ first: compact(off[0]), end: next(off[1]), summary: `${name}（休）` }, ...work.map((day) => ({ first: compact(day), end: next(day), summary: `${name} 补班 第1天/共1天` }))]);
    expect(read(calendar(events))).toEqual(wanted);
  });

  it('from JSON in two ways of writing', () => {
    const open = { year: 2026, papers: ['https://www.gov.cn/x.htm'], days: wanted.days.map(({ day, name, kind }) => ({ name, date: day, isOffDay: kind === 'OFF' })) };
    expect(read(JSON.stringify(open))).toEqual(wanted);
    expect(readHolidays(JSON.stringify(open), 2026).address).toBe('https://www.gov.cn/x.htm');
    expect(read(JSON.stringify(wanted.days))).toEqual(wanted);
  });
});

describe('a year of holidays is not taken', () => {
  it('when a weekday of the notice is wrong, or its number of days', () => {
    expect(codes(NOTICE_2026.replace('1日（周四）至3日', '1日（周五）至3日'))).toEqual([[1, 'HOLIDAY_WEEKDAY_DIFFERS']]);
    expect(codes(NOTICE_2026.replace('共9天', '共8天'))).toEqual([[2, 'HOLIDAY_COUNT_DIFFERS']]);
  });

  it('when the notice is another year\'s', () => expect(codes(NOTICE_2026, 2027)).toContainEqual([0, 'HOLIDAYS_OF_ANOTHER_YEAR']));

  it('with days of another year', () => expect(codes(`${table(daysOfNotice(notice2026))}\n2025-12-31,元旦,放假`)).toEqual([[41, 'HOLIDAY_OTHER_YEAR']]));

  it('when it says two things of one day', () => expect(codes(`${table(daysOfNotice(notice2026))}\n2026-10-03,国庆节,上班`)).toEqual([[41, 'HOLIDAY_CONTRADICTION']]));

  it('when one works on a day on which one works anyway', () => expect(codes(`${table(daysOfNotice(notice2026))}\n2026-10-13,国庆节,上班`)).toEqual([[41, 'HOLIDAY_WORK_ON_WEEKDAY']]));

  it('when a statutory holiday is missing', () => {
    expect(read(table(daysOfNotice(notice2026).filter(({ day }) => day !== '2026-06-19'))).problems).toEqual([{ line: 0, code: 'HOLIDAY_STATUTORY_MISSING', params: { day: '2026-06-19', name: '端午节' } }]);
  });

  it('when a line makes no sense, or none does', () => {
    expect(codes(`${table(daysOfNotice(notice2026))}\n2026-02-30,春节,放假\n2026-10-08,国庆节,调休`)).toEqual([[41, 'HOLIDAY_LINE_UNREADABLE'], [42, 'HOLIDAY_LINE_UNREADABLE']]);
    expect(codes('{"days": 3}')).toEqual([[0, 'HOLIDAYS_UNREADABLE']]);
    expect(codes('{"days": [')).toEqual([[0, 'HOLIDAYS_UNREADABLE']]);
    expect(codes('[]')).toEqual([[0, 'HOLIDAYS_EMPTY']]);
    expect(codes('hello')).toEqual([[1, 'HOLIDAY_LINE_UNREADABLE']]);
    expect(codes('<html><body>x</body></html>')).toEqual([[1, 'HOLIDAY_LINE_UNREADABLE']]);
    expect(codes('[{"date":"2026-13-01","name":"元旦","isOffDay":true}]')).toEqual([[1, 'HOLIDAY_LINE_UNREADABLE']]);
    for (const summary of ['', '春节调休', '休']) expect(codes(calendar([{ first: '20260101', end: '20260104', summary }]))).toEqual([[1, 'HOLIDAY_LINE_UNREADABLE']]);
    expect(codes(calendar([{ first: '20260101', end: '20260104', summary: '元旦（休）' }]).replace('DTSTART;VALUE=DATE:20260101', 'DTSTART:20260101T160000Z'))).toEqual([[1, 'HOLIDAY_LINE_UNREADABLE']]);
  });

  it('and tells at most twenty reasons', () => expect(read(Array.from({ length: 60 }, () => '2027-01-01,元旦,放假').join('\n')).problems).toHaveLength(20));
});

it('reads the ways of writing a day and what it is', () => {
  expect(['2027-1-2', '2027/01/02', '2027年1月2日', '20270102', '2027.1.2'].map(dayFrom)).toEqual(Array.from({ length: 5 }, () => '2027-01-02'));
  expect(['2027-02-29', '27-01-01', 'x'].map(dayFrom)).toEqual([undefined, undefined, undefined]);
  expect(['放假', '休', '（休）', '假期', 'off', '上班', '补班', '（班）', '调休上班', '调休'].map(kindOf)).toEqual(['OFF', 'OFF', 'OFF', 'OFF', 'OFF', 'WORK', 'WORK', 'WORK', 'WORK', undefined]);
});
