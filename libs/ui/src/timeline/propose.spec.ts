import { describe, expect, test } from '@jest/globals';
import { makeAxis, xOf } from './axis.ts';
import { closedMinutes, closedShading, touchesClosed } from './opening.ts';
import { judge, proposeCreate, proposeMove, proposeResize } from './propose.ts';
import { aBar, aResource } from './testing.ts';

const zone = 'Asia/Shanghai';
const at = (text: string) => Date.parse(`2026-11-${text}:00+08:00`);
const day = makeAxis({ view: 'day', day: '2026-11-23', timeZone: zone, night: false, room: 900 });
const week = makeAxis({ view: 'week', day: '2026-11-23', timeZone: zone, night: false, room: 1050 });
const x = (text: string, axis = day) => xOf(axis, at(text));

describe('drawing a booking', () => {
  test('covers the steps that were touched', () => {
    expect(proposeCreate(day, x('23T09:03'), x('23T10:50'))).toEqual({ start: at('23T09:00'), end: at('23T11:00') });
  });
  test('goes backwards as well', () => {
    expect(proposeCreate(day, x('23T10:50'), x('23T09:03'))).toEqual({ start: at('23T09:00'), end: at('23T11:00') });
  });
  test('is never empty', () => {
    expect(proposeCreate(day, x('23T09:00'), x('23T09:00'))).toEqual({ start: at('23T09:00'), end: at('23T09:15') });
  });
  test('ends in the evening when drawn to the edge of the day', () => {
    expect(proposeCreate(week, x('23T20:00', week), week.dayWidth).end).toBe(at('23T22:00'));
  });
});

describe('moving and resizing', () => {
  const bar = { start: at('23T09:00'), end: at('23T11:00') };
  test('a move keeps the length and snaps the start', () => {
    expect(proposeMove(day, bar, x('23T10:00'), x('23T11:08'))).toEqual({ start: at('23T10:15'), end: at('23T12:15') });
  });
  test('a press without a way changes nothing, not even to the step', () => {
    const odd = { start: at('23T09:07'), end: at('23T11:00') };
    expect(proposeMove(day, odd, 300, 300)).toEqual(odd);
  });
  test('a bar whose start is hidden goes by the pointer’s own way', () => {
    const overnight = { start: at('23T23:00'), end: at('24T09:00') };
    expect(proposeMove(week, overnight, x('24T08:00', week), x('25T08:00', week))).toEqual({ start: at('24T23:00'), end: at('25T09:00') });
  });
  test('an edge stops one step before the other', () => {
    expect(proposeResize(day, bar, 'end', x('23T08:00'))).toEqual({ start: bar.start, end: at('23T09:15') });
    expect(proposeResize(day, bar, 'start', x('23T12:00'))).toEqual({ start: at('23T10:45'), end: bar.end });
  });
});

describe('what the screen knows about a proposal', () => {
  const range = { start: at('23T09:00'), end: at('23T11:00') };
  const now = at('23T08:00');
  test('free', () => {
    expect(judge(zone, aResource(), [aBar({ start: at('23T11:00') })], range, now)).toEqual({ kind: 'free' });
  });
  test('in conflict with what overlaps, buffers of both sides counted', () => {
    const before = aBar({ start: at('23T08:00'), blockedUntil: at('23T09:10') });
    expect(judge(zone, aResource(), [before], range, now)).toEqual({ kind: 'conflict', bar: before });
    const after = aBar({ start: at('23T11:10') });
    expect(judge(zone, aResource({ bufferAfter: 15 }), [after], range, now)).toEqual({ kind: 'conflict', bar: after });
  });
  test('a booking is not in its own way', () => {
    const bars = [aBar({ id: 'a', bundle: 'x', start: at('23T09:00') }), aBar({ id: 'b', start: at('23T10:00') })];
    expect(judge(zone, aResource(), bars.slice(0, 1), range, now, 'x', 'a').kind).toBe('free');
    expect(judge(zone, aResource(), bars.slice(1), range, now, null, 'b').kind).toBe('free');
    expect(judge(zone, aResource(), bars, range, now, 'x', 'a').kind).toBe('conflict');
  });
  test('past, closed, or not to be booked at all', () => {
    const opening = [{ weekday: 1, from: 8 * 60, until: 10 * 60 }];
    expect(judge(zone, aResource(), [], range, at('23T09:30')).kind).toBe('past');
    expect(judge(zone, aResource({ opening }), [], range, now).kind).toBe('closed');
    expect(judge(zone, aResource({ bookable: false }), [], range, now).kind).toBe('notBookable');
  });
});

describe('opening hours', () => {
  const opening = [
    { weekday: 1, from: 840, until: 1080 },
    { weekday: 1, from: 480, until: 720 },
  ];
  test('closed is what is left of the day', () => {
    expect(closedMinutes(opening, 1)).toEqual([[0, 480], [720, 840], [1080, 1440]]);
    expect(closedMinutes(opening, 2)).toEqual([[0, 1440]]);
    expect(closedMinutes([], 2)).toEqual([]);
  });
  test('a booking touches them or not', () => {
    expect(touchesClosed(zone, opening, at('23T08:00'), at('23T12:00'))).toBe(false);
    expect(touchesClosed(zone, opening, at('23T11:00'), at('23T15:00'))).toBe(true);
    expect(touchesClosed(zone, opening, at('23T17:00'), at('24T09:00'))).toBe(true);
    expect(touchesClosed(zone, [], at('23T17:00'), at('24T09:00'))).toBe(false);
  });
  test('the shading covers the shown closed hours', () => {
    expect(closedShading(day, opening, 'grey')).toBe(
      'linear-gradient(to right, transparent 0px 0px, grey 0px 60px, transparent 60px 300px, grey 300px 420px, transparent 420px 660px, grey 660px 900px, transparent 900px)',
    );
    expect(closedShading(day, [], 'grey')).toBe('none');
  });
});
