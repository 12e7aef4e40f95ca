import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addDays, DAY, HOUR, MINUTE, startOfDay } from '../time.ts';
import { type Calendar, candidateStarts, freeStarts, GRID, pickTimes } from './alternatives.ts';

const ZONE = 'Asia/Shanghai';
const midnight = startOfDay('2026-11-24', ZONE);
const at = (day: number, hour: number) => startOfDay(addDays('2026-11-24', day), ZONE) + hour * HOUR;
const ALWAYS = [{ from: -Infinity, until: Infinity }];
/** From eight to six on weekdays; 24 November 2026 is a Tuesday. */
const WORK = Array.from({ length: 20 }, (_, day) => day - 2).filter((day) => (day + 8) % 7 < 5).map((day) => ({ from: at(day, 8), until: at(day, 18) }));
const calendar = (overrides: Partial<Calendar> = {}): Calendar => ({ bufferBefore: 0, bufferAfter: 0, latestStart: Infinity, open: ALWAYS, busy: [], ...overrides });

/** The rules as they are said, for one start. */
function isLegal(calendars: readonly Calendar[], start: number, duration: number): boolean {
  return calendars.every(
    ({ bufferBefore, bufferAfter, latestStart, open, busy }) =>
      start <= latestStart &&
      open.some(({ from, until }) => from <= start && start + duration <= until) &&
      busy.every(({ from, until }) => start + duration + bufferAfter <= from || until <= start - bufferBefore),
  );
}

const anyCalendar = fc.record({
  bufferBefore: fc.constantFrom(0, 10 * MINUTE, HOUR),
  bufferAfter: fc.constantFrom(0, 15 * MINUTE, HOUR),
  latestStart: fc.constantFrom(Infinity, at(3, 12)),
  open: fc.constantFrom(
    ALWAYS,
    Array.from({ length: 16 }, (_, day) => ({ from: at(day, 8), until: at(day, 18) })),
    Array.from({ length: 16 }, (_, day) => [{ from: at(day, 8), until: at(day, 12) }, { from: at(day, 14), until: at(day, 17.5) }]).flat(),
  ),
  busy: fc
    .array(fc.tuple(fc.integer({ min: 0, max: 5 * 96 }), fc.integer({ min: 1, max: 40 })), { maxLength: 12 })
    .map((ranges) => ranges.map(([from, length]) => ({ from: midnight + from * 15 * MINUTE, until: midnight + (from + length) * 15 * MINUTE }))),
});

describe('free starts', () => {
  test('what touches does not overlap', () => {
    const busy = [{ from: at(0, 9), until: at(0, 11) }, { from: at(0, 13), until: at(0, 24) }];
    expect(freeStarts([calendar({ busy })], 2 * HOUR, at(0, 8), at(0, 20))).toEqual([{ from: at(0, 11), until: at(0, 11) }]);
  });

  test('buffers of the wish count as well as those of the others', () => {
    const busy = [{ from: at(0, 9), until: at(0, 11) }];
    const [before, after] = freeStarts([calendar({ busy, bufferBefore: HOUR, bufferAfter: 2 * HOUR })], HOUR, at(0, 0), at(0, 20));
    expect(before).toEqual({ from: at(0, 0), until: at(0, 6) });
    expect(after).toEqual({ from: at(0, 12), until: at(0, 20) });
  });

  test('every start on the grid agrees with the rules as they are said', () => {
    fc.assert(
      fc.property(fc.array(anyCalendar, { minLength: 1, maxLength: 4 }), fc.integer({ min: 1, max: 24 }), fc.integer({ min: 0, max: 48 }), (calendars, quarters, half) => {
        const duration = quarters * 15 * MINUTE;
        const [from, until] = [midnight, at(5, 0)];
        const wished = midnight + half * GRID + 10 * MINUTE;
        const found = new Set(candidateStarts(freeStarts(calendars, duration, from, until), wished, ZONE));
        const expected = new Set<number>();
        for (let start = from; start <= until; start += GRID) if (isLegal(calendars, start, duration)) expected.add(start);
        // The wished time of day counts on earlier days as well.
        for (let start = wished - DAY; start <= until; start += DAY) if (start >= from && isLegal(calendars, start, duration)) expected.add(start);
        expect([...found].sort()).toEqual([...expected].sort());
      }),
      { numRuns: 300 },
    );
  });

  test('three are offered whenever there are three, all legal and all different', () => {
    fc.assert(
      fc.property(fc.array(anyCalendar, { minLength: 1, maxLength: 6 }), fc.integer({ min: 1, max: 40 }), (calendars, quarters) => {
        const duration = quarters * 15 * MINUTE;
        const wished = at(1, 9);
        const candidates = candidateStarts(freeStarts(calendars, duration, midnight, at(5, 0)), wished, ZONE);
        const picked = pickTimes(candidates, { wished, duration, count: 3, timeZone: ZONE, usual: WORK });
        expect(picked).toHaveLength(Math.min(3, candidates.length));
        expect(new Set(picked).size).toBe(picked.length);
        for (const start of picked) expect(isLegal(calendars, start, duration)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});

describe('the times that are offered', () => {
  const open = Array.from({ length: 8 }, (_, day) => ({ from: at(day, 8), until: at(day, 18) }));
  const offered = (busy: Calendar['busy'], wished: number, duration = 2 * HOUR, count = 3) =>
    pickTimes(candidateStarts(freeStarts([calendar({ open, busy })], duration, at(0, 0), at(7, 0)), wished, ZONE), { wished, duration, count, timeZone: ZONE, usual: WORK });

  test('are the next on the same day and the same time on the next', () => {
    const busy = [{ from: at(1, 9), until: at(1, 11) }];
    expect(offered(busy, at(1, 9)).slice(0, 2)).toEqual([at(1, 11), at(2, 9)]);
  });

  test('are never three that are minutes apart while there are others', () => {
    const starts = offered([{ from: at(1, 9), until: at(1, 11) }], at(1, 9), HOUR, 5);
    for (const [index, start] of starts.entries()) for (const other of starts.slice(index + 1)) expect(Math.abs(start - other)).toBeGreaterThanOrEqual(2 * HOUR);
  });

  test('are at night only for those who asked for the night', () => {
    const day = calendar({ busy: [{ from: at(1, 9), until: at(1, 21) }] });
    const free = freeStarts([day], 2 * HOUR, at(0, 0), at(7, 0));
    for (const start of pickTimes(candidateStarts(free, at(1, 14), ZONE), { wished: at(1, 14), duration: 2 * HOUR, count: 3, timeZone: ZONE, usual: WORK })) {
      const hour = (start - midnight + 7 * DAY) % DAY / HOUR;
      expect(hour).toBeGreaterThanOrEqual(7);
      expect(hour).toBeLessThanOrEqual(21);
    }
    const night = [{ from: at(1, 22), until: at(1, 24) }];
    expect(pickTimes(candidateStarts(freeStarts([calendar({ busy: night })], 2 * HOUR, at(0, 0), at(7, 0)), at(1, 22), ZONE), { wished: at(1, 22), duration: 2 * HOUR, count: 3, timeZone: ZONE, usual: WORK })).toContain(at(2, 0));
  });

  describe('of what is always open', () => {
    const always = (busy: Calendar['busy'], wished: number, duration = 2 * HOUR) =>
      pickTimes(candidateStarts(freeStarts([calendar({ busy })], duration, at(-1, 0), at(12, 0)), wished, ZONE), { wished, duration, count: 6, timeZone: ZONE, usual: WORK });

    test('are in the hours in which people work, before others that are nearer', () => {
      const starts = always([{ from: at(1, 9), until: at(1, 11) }], at(1, 9));
      expect(starts.slice(0, 2)).toEqual([at(1, 11), at(2, 9)]);
      for (const start of starts) expect(WORK.some(({ from, until }) => from <= start && start + 2 * HOUR <= until)).toBe(true);
    });

    test('are not at the weekend for whoever asked for a weekday', () => {
      // Friday from nine to six, and Monday again.
      expect(always([{ from: at(3, 8), until: at(3, 18) }], at(3, 9)).filter((start) => start >= at(4, 0) && start < at(6, 0))).toEqual([]);
    });

    test('are in the evening for whoever asked for the evening', () => {
      expect(always([{ from: at(1, 19), until: at(1, 21) }], at(1, 19))).toContain(at(2, 19));
    });

    test('are odd ones when there is nothing else', () => {
      const busy = WORK.map(({ from, until }) => ({ from, until }));
      expect(always(busy, at(1, 9))).toHaveLength(6);
    });
  });
});
