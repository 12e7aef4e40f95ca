import { describe, expect, test } from '@jest/globals';
import { daysIn, makeAxis, rangeOf, snapTime, spanOf, ticksOf, timeAt, xOf } from './axis.ts';

const zone = 'Asia/Shanghai';
const at = (text: string) => Date.parse(`2026-11-${text}:00+08:00`);
const week = makeAxis({ view: 'week', day: '2026-11-23', timeZone: zone, night: false, room: 7 * 150 });

describe('the axis of a week without nights', () => {
  test('begins at the first midnight and ends at the last, nights included', () => {
    expect(week.from).toBe(at('23T00:00'));
    expect(week.until).toBe(at('30T00:00'));
    expect(rangeOf('week', '2026-11-23', zone)).toEqual({ from: week.from, until: week.until });
  });

  test('fills the room', () => {
    expect(week.width).toBeCloseTo(1050);
    expect(week.dayWidth).toBeCloseTo(150);
  });

  test('never gets narrower than can be read', () => {
    expect(makeAxis({ view: 'week', day: '2026-11-23', timeZone: zone, night: false, room: 200 }).dayWidth).toBeCloseTo(132);
  });

  test.each(['23T07:00', '23T08:30', '26T12:00', '29T21:59'])('%s comes back from its place', (text) => {
    expect(timeAt(week, xOf(week, at(text)))).toBeCloseTo(at(text), -1);
  });

  test('folds the night into the seam between two days', () => {
    expect(xOf(week, at('23T22:00'))).toBeCloseTo(150);
    expect(xOf(week, at('24T03:00'))).toBeCloseTo(150);
    expect(xOf(week, at('24T07:00'))).toBeCloseTo(150);
  });

  test('reads the seam as the morning, or as the evening when an end is asked', () => {
    expect(timeAt(week, 150)).toBeCloseTo(at('24T07:00'), -1);
    expect(timeAt(week, 150, true)).toBeCloseTo(at('23T22:00'), -1);
  });

  test('snaps to half hours of the local day', () => {
    expect(snapTime(week, at('24T09:10'))).toBe(at('24T09:00'));
    expect(snapTime(week, at('24T09:10'), 'ceil')).toBe(at('24T09:30'));
    expect(snapTime(week, at('24T09:29'), 'floor')).toBe(at('24T09:00'));
  });
});

describe('bars on the axis', () => {
  test('a bar across the night is drawn up to the evening and from the morning', () => {
    const span = spanOf(week, at('23T20:00'), at('24T09:00'))!;
    expect(span.left).toBeCloseTo(130);
    expect(span.left + span.width).toBeCloseTo(170);
  });

  test('a bar wholly in the night keeps a sliver on the seam', () => {
    const span = spanOf(week, at('23T23:00'), at('24T02:00'))!;
    expect(span.width).toBe(6);
    expect(span.left).toBeCloseTo(147);
  });

  test('a bar that begins before and ends after the range fills it', () => {
    expect(spanOf(week, at('20T08:00'), Date.parse('2026-12-02T08:00:00+08:00'))).toEqual({ left: 0, width: week.width });
  });

  test('a bar that only touches the range is not drawn', () => {
    expect(spanOf(week, at('22T08:00'), at('23T00:00'))).toBeNull();
    expect(spanOf(week, at('30T00:00'), at('30T08:00'))).toBeNull();
  });
});

describe('labels and windows', () => {
  test('a day has a label for each hour', () => {
    const day = makeAxis({ view: 'day', day: '2026-11-23', timeZone: zone, night: false, room: 930 });
    expect(ticksOf(day).map(({ label }) => label)).toEqual(Array.from({ length: 15 }, (_, hour) => `${hour + 7}:00`));
  });

  test('a week has only as many as fit', () => {
    expect(ticksOf(week).map(({ label }) => label)).toEqual(['12:00', '18:00']);
  });

  test('names the days in a horizontal window', () => {
    expect(daysIn(week, -400, 10)).toEqual([0, 0]);
    expect(daysIn(week, 160, 460)).toEqual([1, 3]);
    expect(daysIn(week, 900, 5000)).toEqual([6, 6]);
  });

  test('keeps its days when the clocks change', () => {
    const berlin = makeAxis({ view: 'week', day: '2026-10-19', timeZone: 'Europe/Berlin', night: true, room: 1400 });
    expect(berlin.until - berlin.from).toBe((7 * 24 + 1) * 3_600_000);
    expect(timeAt(berlin, xOf(berlin, Date.parse('2026-10-25T00:00:00+02:00')))).toBe(Date.parse('2026-10-25T00:00:00+02:00'));
  });
});
