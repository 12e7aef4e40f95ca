import { describe, expect, it } from '@jest/globals';
import { createFormat } from './format.ts';
import { addDays, dayOf, daysBetween, instantOf, minutesOf, mondayOf, parseTime, timeText, zoneName } from './zone.ts';

const shanghai = 'Asia/Shanghai';
const zh = createFormat('zh-CN', shanghai);
const en = createFormat('en', shanghai);
const monday = '2026-11-23T01:00:00.000Z';

describe('dates and times in the consortium’s zone', () => {
  it('writes a day with its weekday', () => {
    expect(zh.date(monday)).toBe('2026年11月23日 周一');
    expect(en.date(monday)).toBe('Mon 23 Nov 2026');
    expect(zh.day('2026-01-05')).toBe('2026年1月5日');
    expect(zh.dayAndWeekday('2026-11-28')).toBe('2026年11月28日 周六');
  });
  it('writes 24 hours', () => expect(zh.dateTime('2026-11-23T15:30:00Z')).toBe('2026年11月23日 周一 23:30'));
  it('names the day once in a range, and midnight as the end of a day', () => {
    expect(zh.range('2024-11-23T01:00:00Z', '2024-11-23T03:30:00Z')).toBe('2024年11月23日 周六 09:00–11:30');
    expect(zh.range('2024-11-23T12:00:00Z', '2024-11-23T16:00:00Z')).toBe('2024年11月23日 周六 20:00–24:00');
    expect(zh.range('2024-11-23T12:00:00Z', '2024-11-24T01:00:00Z')).toBe('2024年11月23日 周六 20:00 – 2024年11月24日 周日 09:00');
  });
  it('writes money and lengths', () => {
    expect(zh.money(1280.5)).toBe('1,280.50 元');
    expect(zh.minutes(1530)).toBe('1 天 1 小时 30 分钟');
    expect(en.minutes(90)).toBe('1 h 30 min');
    expect(zh.percent(0.714)).toBe('71%');
  });
});

describe('wall clocks', () => {
  it('goes from a wall clock to the instant and back', () => {
    expect(instantOf('2026-11-23', 540, shanghai).toISOString()).toBe(monday);
    expect(dayOf(new Date('2026-11-22T16:00:00Z'), shanghai)).toBe('2026-11-23');
    expect(minutesOf(new Date(monday), shanghai)).toBe(540);
  });
  it('takes the end of a day as the next midnight', () => {
    expect(instantOf('2026-11-23', 1440, shanghai)).toEqual(instantOf('2026-11-24', 0, shanghai));
  });
  it('follows a change of the clocks', () => {
    expect(instantOf('2026-03-29', 60, 'Europe/Berlin').toISOString()).toBe('2026-03-29T00:00:00.000Z');
    expect(instantOf('2026-03-29', 240, 'Europe/Berlin').toISOString()).toBe('2026-03-29T02:00:00.000Z');
  });
  it('counts days and weeks', () => {
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(mondayOf('2026-11-29')).toBe('2026-11-23');
    expect(daysBetween('2026-11-23', '2026-12-07')).toBe(14);
  });
  it('reads and writes times', () => {
    expect(parseTime('24:00')).toBe(1440);
    expect(parseTime('8:75')).toBeUndefined();
    expect(timeText(510)).toBe('08:30');
  });
});

describe('the name of a time zone', () => {
  it.each([
    ['Asia/Shanghai', 'zh-CN', '中国标准时间（Asia/Shanghai）'],
    ['Asia/Shanghai', 'en', 'China Standard Time (Asia/Shanghai)'],
    ['Europe/Berlin', 'zh-CN', '中欧时间（Europe/Berlin）'], ['UTC', 'en', 'UTC'],
  ])('%s in %s is %s', (zone, language, name) => expect(zoneName(zone, language)).toBe(name));
});
