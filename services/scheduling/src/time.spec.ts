import { describe, expect, test } from '@jest/globals';
import { addDays, dayOf, instantOf, startOfDay, wallClock, weekdayOf } from './time.ts';

describe('time', () => {
  test('a day begins at midnight of the consortium, not of the server', () => {
    expect(new Date(startOfDay('2026-11-23', 'Asia/Shanghai')).toISOString()).toBe('2026-11-22T16:00:00.000Z');
    expect(dayOf(Date.parse('2026-11-22T15:59:59Z'), 'Asia/Shanghai')).toBe('2026-11-22');
    expect(dayOf(Date.parse('2026-11-22T16:00:00Z'), 'Asia/Shanghai')).toBe('2026-11-23');
  });

  test('wall clock and instant are each other\'s opposite, also on days on which clocks change', () => {
    for (const timeZone of ['Asia/Shanghai', 'Asia/Kathmandu', 'Europe/Berlin', 'America/New_York', 'UTC']) {
      for (const instant of ['2026-03-29T00:30:00Z', '2026-10-24T22:00:00Z', '2026-11-23T01:02:03Z']) {
        const at = Date.parse(instant);
        expect(instantOf(wallClock(at, timeZone), timeZone)).toBe(at);
      }
    }
    expect(startOfDay('2026-03-30', 'Europe/Berlin') - startOfDay('2026-03-29', 'Europe/Berlin')).toBe(23 * 3_600_000);
  });

  test('weekdays count from Monday', () => {
    expect(weekdayOf('2026-11-23')).toBe(1);
    expect(weekdayOf('2026-11-29')).toBe(7);
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
  });
});
