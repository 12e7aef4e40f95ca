import { describe, expect, test } from '@jest/globals';
import type { TimelineBar } from '@gongjian/ui/timeline/types.ts';
import { nextHour } from '../booking/next-hour.ts';
import { dayPlan } from './day-plan.ts';
import { filterOf, placeOf, urlDefaults, zoomed } from './place.ts';
import { settleRows } from './settle.ts';
import type { TimelineAllocationFragment } from './timeline.generated.ts';

const at = (text: string) => Date.parse(`2026-11-${text}:00+08:00`);
const iso = (text: string) => new Date(at(text)).toISOString();

describe('the place in the URL', () => {
  const place = (change: Partial<typeof urlDefaults>) => placeOf({ ...urlDefaults, ...change }, '2026-11-25');
  test('nothing written is this week by owner without nights', () => {
    expect(place({})).toEqual({ view: 'week', day: '2026-11-25', firstDay: '2026-11-23', grouping: 'owner', night: false, zoom: 1 });
  });
  test('a day is shown as it is, weeks from their Monday', () => {
    expect(place({ view: 'day', day: '2026-12-06' }).firstDay).toBe('2026-12-06');
    expect(place({ view: 'weeks', day: '2026-12-06' }).firstDay).toBe('2026-11-30');
  });
  test.each(['tomorrow', '2026-13-01', '0000-00-00', '99999-01-01', "2026-11-23'"])('%s is no day: today then', (day) => {
    expect(place({ day }).day).toBe('2026-11-25');
  });
  test('nonsense becomes what is usual', () => {
    expect(place({ view: 'century', group: 'mood', zoom: '77' })).toMatchObject({ view: 'week', grouping: 'owner', zoom: 1 });
    expect(filterOf({ ...urlDefaults, kind: 'GHOST', q: '  ' })).toEqual({});
    expect(filterOf({ ...urlDefaults, kind: 'VENUE', q: ' gyjqr ', resource: 'a,b' })).toEqual({ search: 'gyjqr', kinds: ['VENUE'], ids: ['a', 'b'] });
  });
  test.each([['25T10:20', '25T11:00'], ['25T11:00', '25T11:00'], ['25T03:00', '25T08:00'], ['25T21:30', '26T08:00'], ['25T00:00', '25T08:00']])('a new booking asked for at %s begins at %s', (from, hour) => {
    expect(nextHour(at(from), 'Asia/Shanghai')).toBe(at(hour));
  });
  test('zooming stops at both ends', () => {
    expect(zoomed(1, -1)).toBe(1);
    expect(zoomed(1, 1)).toBe(1.5);
    expect(zoomed(4.5, 1)).toBe(4.5);
  });
});

describe('a day on the phone', () => {
  const day = { start: at('25T00:00'), end: at('26T00:00') };
  const open = [{ start: at('25T08:00'), end: at('25T12:00') }, { start: at('25T14:00'), end: at('25T18:00') }];
  const bar = (from: string, until: string) => ({ id: from, start: at(from), end: at(until), blockedFrom: at(from), blockedUntil: at(until) }) as TimelineBar;
  const times = (items: ReturnType<typeof dayPlan>) => items.map(({ kind, start, end }) => `${kind} ${new Date(start + 28_800_000).toISOString().slice(11, 16)}-${new Date(end + 28_800_000).toISOString().slice(11, 16)}`);
  test('shows bookings and the free times between', () => {
    expect(times(dayPlan([bar('25T09:00', '25T10:00'), bar('25T13:00', '25T15:00')], open, day, at('24T00:00')))).toEqual([
      'free 08:00-09:00', 'bar 09:00-10:00', 'free 10:00-12:00', 'bar 13:00-15:00', 'free 15:00-18:00',
    ]);
  });
  test('what is over is not offered', () => {
    expect(times(dayPlan([], open, day, at('25T11:50')))).toEqual(['free 14:00-18:00']);
    expect(dayPlan([], open, day, at('26T01:00'))).toEqual([]);
  });
  test('a booking from the night before is shown and takes its time', () => {
    expect(times(dayPlan([bar('24T22:00', '25T08:30')], [open[0]!], day, at('24T00:00')))).toEqual(['bar 22:00-08:30', 'free 08:30-12:00']);
  });
});

describe('the answer to a change', () => {
  const allocation = (id: string, resourceId: string): TimelineAllocationFragment => ({
    id, startsAt: iso('25T09:00'), endsAt: iso('25T11:00'), blockedFrom: iso('25T08:45'), blockedUntil: iso('25T11:00'), state: 'CONFIRMED', resource: { id: resourceId },
    booking: { id: 'b', title: '实训', version: 1, viewerCanUpdate: true, organisation: { id: 'o', shortName: 'o' }, requestedBy: { id: 'p', name: 'p' } }, maintenance: null,
  });
  const answer = { id: 'b', version: 2, title: '实训', state: 'CONFIRMED' as const, startsAt: iso('25T14:00'), endsAt: iso('25T16:00') };
  test('moves what is there, with its buffers', () => {
    const rows = new Map([['r1', [allocation('a1', 'r1')]]]);
    settleRows(rows, { ...answer, allocations: [{ id: 'a1', state: 'CONFIRMED', resource: { id: 'r1' } }] });
    expect(rows.get('r1')).toMatchObject([{ startsAt: iso('25T14:00'), blockedFrom: iso('25T13:45'), booking: { version: 2 } }]);
  });
  test('swaps resources', () => {
    const rows = new Map([['r1', [allocation('a1', 'r1')]], ['r2', []]]);
    settleRows(rows, { ...answer, allocations: [{ id: 'a9', state: 'PENDING', resource: { id: 'r2' } }] });
    expect(rows.get('r1')).toEqual([]);
    expect(rows.get('r2')).toMatchObject([{ id: 'a9', state: 'PENDING', resource: { id: 'r2' }, blockedFrom: iso('25T14:00') }]);
  });
  test('a cancelled one is gone', () => {
    const rows = new Map([['r1', [allocation('a1', 'r1')]]]);
    settleRows(rows, { ...answer, state: 'CANCELLED', allocations: [{ id: 'a1', state: 'RELEASED', resource: { id: 'r1' } }] });
    expect(rows.get('r1')).toEqual([]);
  });
});
