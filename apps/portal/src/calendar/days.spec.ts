import { describe, expect, it } from '@jest/globals';
import { createFormat } from '@gongjian/ui';
import { startI18n, translator } from '../i18n/index.ts';
import type { DayFactsFragment } from './days.generated.ts';
import { chosenLessons, dayName, lessonName, lessonsAfter, weekName } from './days.ts';
import { dayTexts } from './days.messages.ts';

startI18n('zh-CN');
const t = translator(dayTexts, 'zh-CN');
const format = createFormat('zh-CN', 'Asia/Shanghai');
const day = (changes: Partial<DayFactsFragment> = {}): DayFactsFragment => ({ day: '2026-11-25', kind: 'WORKING_DAY', name: null, statutory: false, weekday: 3, term: '2026-2027-1', week: 13, exams: false, ...changes });
const periods = [{ first: 1, last: 2, starts: '08:00', ends: '09:40' }, { first: 3, last: 4, starts: '10:00', ends: '11:40' }, { first: 5, last: 5, starts: '14:00', ends: '14:45' }];

describe('a day in words', () => {
  it('says what is special, and nothing of an ordinary day', () => {
    expect(dayName(day(), t, format)).toBeUndefined();
    expect(dayName(day({ kind: 'WEEKEND' }), t, format)).toBeUndefined();
    expect(dayName(day({ kind: 'HOLIDAY', name: '国庆节', statutory: true }), t, format)).toBe('国庆节（法定节假日）');
    expect(dayName(day({ kind: 'HOLIDAY', name: '国庆节' }), t, format)).toBe('国庆节放假');
    expect(dayName(day({ day: '2026-10-10', kind: 'MAKEUP_WORKDAY', name: '国庆节', weekday: 6 }), t, format)).toBe('国庆节调休上班');
    expect(dayName(day({ day: '2026-10-10', kind: 'MAKEUP_WORKDAY', name: '国庆节', weekday: 3 }), t, format)).toBe('国庆节调休上班，按周三上课');
  });

  it('names the holidays of the notices in English too, and what a school calls its own days as the school does', () => {
    const english = createFormat('en', 'Asia/Shanghai');
    const words = translator(dayTexts, 'en');
    expect(dayName(day({ kind: 'HOLIDAY', name: '国庆节、中秋节', statutory: true }), words, english)).toBe('National Day, Mid-Autumn, statutory holiday');
    expect(dayName(day({ kind: 'HOLIDAY', name: '校运会' }), words, english)).toContain('校运会');
  });

  it('names its week, and of several days their weeks', () => {
    expect(weekName([day()], t)).toBe('第13周');
    expect(weekName([day(), day({ week: 14 })], t)).toBe('第13–14周');
    expect(weekName([day({ week: null, term: null }), day({ week: 1 })], t)).toBe('第1周');
    expect(weekName([day({ week: 19, exams: true })], t)).toBe('第19周（考试）');
    expect(weekName([day({ week: null, term: null })], t)).toBeUndefined();
  });
});

describe('lessons', () => {
  it('are chosen where the clock says exactly theirs', () => {
    expect(chosenLessons(periods, '08:00', '09:40')).toEqual([0, 0]);
    expect(chosenLessons(periods, '08:00', '11:40')).toEqual([0, 1]);
    expect(chosenLessons(periods, '08:00', '10:00')).toBeNull();
    expect(chosenLessons(periods, '10:00', '09:40')).toBeNull();
  });

  it('grow from one to a range, and begin anew after that', () => {
    expect(lessonsAfter(null, 1)).toEqual([1, 1]);
    expect(lessonsAfter([1, 1], 2)).toEqual([1, 2]);
    expect(lessonsAfter([1, 1], 0)).toEqual([0, 1]);
    expect(lessonsAfter([1, 1], 1)).toEqual([1, 1]);
    expect(lessonsAfter([0, 1], 2)).toEqual([2, 2]);
  });

  it('are called by their numbers', () => expect(periods.map((each) => lessonName(each, t))).toEqual(['第1-2节', '第3-4节', '第5节']));
});
