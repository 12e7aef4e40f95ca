import { describe, expect, test } from '@jest/globals';
import { makeAxis } from './axis.ts';
import { cursorAt, nudge, roam } from './keyboard.ts';
import type { Cursor } from './keyboard.ts';
import { layoutRows } from './layout.ts';
import { aBar, aResource } from './testing.ts';
import type { TimelineBar } from './types.ts';

const at = (text: string) => Date.parse(`2026-11-${text}:00+08:00`);
const week = makeAxis({ view: 'week', day: '2026-11-23', timeZone: 'Asia/Shanghai', night: false, room: 1050 });
const { rows } = layoutRows(['r0', 'r1', 'r2'].map((id) => aResource({ id })), () => 1, false);
const bars: Record<string, TimelineBar[]> = {
  r0: [],
  r1: [aBar({ id: 'b', start: at('23T10:00'), end: at('23T12:30') }), aBar({ id: 'n', start: at('23T23:00'), end: at('24T02:00') })],
  r2: [],
};
const go = (cursor: Cursor, key: string, ctrl = false) => roam(week, rows, Number(cursor.resourceId.slice(1)), cursor, (id) => bars[id]!, key, ctrl);
const free = (resourceId: string, text: string): Cursor => ({ resourceId, time: at(text), barId: null });

describe('roaming', () => {
  test('goes from cell to cell', () => {
    expect(go(free('r0', '23T09:00'), 'ArrowRight')).toEqual(free('r0', '23T10:00'));
    expect(go(free('r0', '23T09:00'), 'ArrowLeft')).toEqual(free('r0', '23T08:00'));
  });
  test('steps over the night', () => {
    expect(go(free('r0', '23T21:00'), 'ArrowRight')).toEqual(free('r0', '24T07:00'));
    expect(go(free('r0', '24T07:00'), 'ArrowLeft')).toEqual(free('r0', '23T21:00'));
  });
  test('stops at bars, also at those in the night, and leaves them behind', () => {
    expect(go(free('r1', '23T09:00'), 'ArrowRight')).toMatchObject({ barId: 'b' });
    expect(go({ resourceId: 'r1', time: at('23T10:00'), barId: 'b' }, 'ArrowRight')).toEqual(free('r1', '23T13:00'));
    expect(go({ resourceId: 'r1', time: at('23T10:00'), barId: 'b' }, 'ArrowLeft')).toEqual(free('r1', '23T09:00'));
    expect(go(free('r1', '23T21:00'), 'ArrowRight')).toMatchObject({ barId: 'n' });
    expect(go(free('r1', '23T13:00'), 'ArrowLeft')).toMatchObject({ barId: 'b' });
  });
  test('stays at the ends of the range', () => {
    expect(go(free('r0', '29T21:00'), 'ArrowRight')).toEqual(free('r0', '29T21:00'));
    expect(go(free('r0', '23T07:00'), 'ArrowLeft')).toEqual(free('r0', '23T07:00'));
  });
  test('goes up and down to what lies at the same time', () => {
    expect(go(free('r0', '23T11:00'), 'ArrowDown')).toEqual({ resourceId: 'r1', time: at('23T11:00'), barId: 'b' });
    expect(go(free('r0', '23T11:00'), 'ArrowUp')).toMatchObject({ resourceId: 'r0' });
    expect(go(free('r0', '23T11:00'), 'PageDown')).toMatchObject({ resourceId: 'r2' });
  });
  test('Home and End are the ends of the row, with Ctrl of the list', () => {
    expect(go(free('r0', '25T11:00'), 'Home')).toEqual(free('r0', '23T07:00'));
    expect(go(free('r0', '25T11:00'), 'End')).toEqual(free('r0', '29T21:00'));
    expect(go(free('r0', '25T11:00'), 'End', true)).toEqual(free('r2', '25T11:00'));
    expect(go(free('r2', '25T11:00'), 'Home', true)).toEqual(free('r0', '25T11:00'));
  });
  test('other keys are not ours', () => {
    expect(go(free('r0', '23T09:00'), 'a')).toBeNull();
  });
  test('a place in the night becomes the nearest shown cell', () => {
    expect(cursorAt(week, 'r0', [], at('24T03:00'))).toEqual(free('r0', '24T07:00'));
  });
});

describe('moving by keys', () => {
  const from = { row: 1, start: at('23T10:10'), end: at('23T12:10') };
  test('goes to the next step and keeps the length', () => {
    expect(nudge(week, rows, from, 'ArrowRight', false)).toEqual({ row: 1, start: at('23T10:30'), end: at('23T12:30') });
    expect(nudge(week, rows, from, 'ArrowLeft', false)).toEqual({ row: 1, start: at('23T10:00'), end: at('23T12:00') });
  });
  test('goes to the next resource', () => {
    expect(nudge(week, rows, from, 'ArrowDown', false)).toEqual({ ...from, row: 2 });
  });
  test('with Shift sideways sets the end, up and down the start', () => {
    expect(nudge(week, rows, from, 'ArrowRight', true)).toEqual({ ...from, end: at('23T12:30') });
    expect(nudge(week, rows, from, 'ArrowUp', true)).toEqual({ ...from, start: at('23T10:00') });
  });
  test('never makes it shorter than a step', () => {
    const short = { row: 1, start: at('23T10:00'), end: at('23T10:30') };
    expect(nudge(week, rows, short, 'ArrowLeft', true)).toEqual(short);
    expect(nudge(week, rows, short, 'ArrowDown', true)).toEqual(short);
  });
});
