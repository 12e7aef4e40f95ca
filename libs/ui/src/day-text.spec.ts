import { describe, expect, it } from '@jest/globals';
import { addMonths, monthDays, parseClock, parseDay } from './day-text.ts';

describe('days as people type them', () => {
  it.each([
    ['2026-11-23', '2026-11-23'],
    ['2026/1/5', '2026-01-05'],
    ['２０２６．１１．２３', '2026-11-23'],
    ['20261123', '2026-11-23'],
    ['2026年11月23日', '2026-11-23'],
    ['2026年11月23日 周一', '2026-11-23'],
    ['11-24', '2026-11-24'],
    ['3月1日', '2026-03-01'],
  ])('reads %s', (typed, day) => expect(parseDay(typed, '2026-11-23')).toBe(day));

  it.each(['', '2026-02-30', '2026-13-01', '11月', 'tomorrow', '2026-1'])('refuses %j', (typed) => expect(parseDay(typed)).toBeUndefined());
});

describe('times as people type them', () => {
  it.each([
    ['8:30', '08:30'],
    ['08：30', '08:30'],
    ['830', '08:30'],
    ['1730', '17:30'],
    ['8', '08:00'],
    ['8点半', '08:30'],
    ['14点', '14:00'],
    ['9点15分', '09:15'],
    ['24:00', '24:00'],
  ])('reads %s', (typed, time) => expect(parseClock(typed)).toBe(time));

  it.each(['', '25:00', '8:60', '24:01', 'noon'])('refuses %j', (typed) => expect(parseClock(typed)).toBeUndefined());
});

describe('months', () => {
  it('shows six weeks from a Monday', () => {
    const days = monthDays('2026-11');
    expect(days).toHaveLength(42);
    expect(days[0]).toBe('2026-10-26');
    expect(days).toContain('2026-11-30');
  });
  it('keeps within the month that is shorter', () => {
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28');
    expect(addMonths('2026-03-31', -1)).toBe('2026-02-28');
    expect(addMonths('2026-12-15', 1)).toBe('2027-01-15');
  });
});
