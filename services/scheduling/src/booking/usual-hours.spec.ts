import { describe, expect, test } from '@jest/globals';
import { weekOf } from './usual-hours.ts';

const seasons = [
  { since: '05-01', periods: [{ starts: '14:30', ends: '16:10' }, { starts: '08:30', ends: '10:10' }] },
  { since: '10-01', periods: [{ starts: '08:00', ends: '09:40' }, { starts: '14:00', ends: '15:40' }] },
];
const week = (opens: string, closes: string) => [1, 2, 3, 4, 5].map((weekday) => ({ weekday, opens, closes }));

describe('the usual hours', () => {
  test('are the consortium’s own, where it has said so', () => {
    const openingHours = [{ weekday: 6, opens: '09:00', closes: '12:00' }];
    expect(weekOf({ openingHours, seasons }, '2026-11-24')).toEqual(openingHours);
  });

  test('are else from the first lesson to the last, in the season of the day', () => {
    expect(weekOf({ openingHours: [], seasons }, '2026-06-02')).toEqual(week('08:30', '16:10'));
    expect(weekOf({ openingHours: [], seasons }, '2026-11-24')).toEqual(week('08:00', '15:40'));
    expect(weekOf({ openingHours: null, seasons }, '2027-02-24')).toEqual(week('08:00', '15:40'));
  });

  test('are else those of an office', () => {
    for (const known of [undefined, { openingHours: [], seasons: [] }, { openingHours: [], seasons: [{ since: '01-01', periods: [] }] }]) expect(weekOf(known, '2026-11-24')).toEqual(week('08:00', '18:00'));
  });
});
