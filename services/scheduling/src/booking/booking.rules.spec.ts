import { describe, expect, test } from '@jest/globals';
import { startOfDay } from '../time.ts';
import { blocked, brokenRules, type Circumstances, type RuledResource, type Wish } from './booking.rules.ts';

const now = new Date('2026-11-23T01:00:00Z');
const circumstances: Circumstances = { now, timeZone: 'Asia/Shanghai' };
const hours = (from: number, until: number): Pick<Wish, 'startsAt' | 'endsAt'> => {
  const midnight = startOfDay('2026-11-24', 'Asia/Shanghai');
  return { startsAt: new Date(midnight + from * 3_600_000), endsAt: new Date(midnight + until * 3_600_000) };
};
const wish = (from = 9, until = 11, attendees: number | null = null): Wish => ({ ...hours(from, until), attendees });
const resource = (overrides: Partial<RuledResource> = {}): RuledResource => ({ id: 'a', kind: 'EQUIPMENT', name: '车床', state: 'IN_USE', bookable: true, openingHours: [], bufferBefore: 0, bufferAfter: 0, maxMinutes: 1440, horizonDays: 180, capacity: null, ...overrides });
const codes = (resources: RuledResource[], wished: Wish, more: Partial<Circumstances> = {}) => brokenRules(resources, wished, { ...circumstances, ...more }).map(({ code, resourceId }) => `${code} ${resourceId ?? '-'}`);

describe('booking rules', () => {
  test('nothing is against a bookable resource at an open time', () => {
    expect(codes([resource()], wish())).toEqual([]);
  });

  test('all reasons are told at once, each with its resource', () => {
    const closed = resource({ id: 'b', openingHours: [{ weekday: 1, opens: '08:00', closes: '18:00' }], maxMinutes: 60, horizonDays: 1 });
    expect(codes([resource({ bookable: false, state: 'LENT_OUT' }), closed], wish(10, 12))).toEqual(['NOT_BOOKABLE a', 'TOO_LONG b', 'TOO_FAR_AHEAD b', 'OUTSIDE_OPENING_HOURS b']);
  });

  test('a start may lie five minutes back, not six', () => {
    const from = (minutes: number): Wish => ({ startsAt: new Date(now.getTime() - minutes * 60_000), endsAt: new Date(now.getTime() + 3_600_000), attendees: null });
    expect(codes([resource()], from(5))).toEqual([]);
    expect(codes([resource()], from(6))).toEqual(['IN_THE_PAST -']);
  });

  test('what needs an answer cannot begin before it was asked', () => {
    const justNow: Wish = { startsAt: new Date(now.getTime() - 60_000), endsAt: new Date(now.getTime() + 3_600_000), attendees: null };
    expect(codes([resource()], justNow, { needsApproval: true })).toEqual(['IN_THE_PAST -']);
  });

  test('a booking that has begun may keep its start, but not end in the past', () => {
    const begun: Wish = { startsAt: new Date('2026-11-22T23:00:00Z'), endsAt: new Date('2026-11-23T02:00:00Z'), attendees: null };
    expect(codes([resource()], begun)).toEqual(['IN_THE_PAST -']);
    expect(codes([resource()], begun, { keepsStart: true })).toEqual([]);
    expect(codes([resource()], { ...begun, endsAt: now }, { keepsStart: true })).toEqual(['IN_THE_PAST -']);
  });

  test('length and horizon are allowed up to their limit', () => {
    expect(codes([resource({ maxMinutes: 120 })], wish())).toEqual([]);
    expect(codes([resource({ maxMinutes: 119 })], wish())).toEqual(['TOO_LONG a']);
    // Nine o'clock is exactly a day ahead.
    expect(codes([resource({ horizonDays: 1 })], wish(9, 11))).toEqual([]);
    expect(codes([resource({ horizonDays: 1 })], wish(9.25, 11))).toEqual(['TOO_FAR_AHEAD a']);
  });

  test('a range of a thousand years is too long, and nothing else is computed for it', () => {
    const forever: Wish = { startsAt: wish().startsAt, endsAt: new Date('9999-12-31T00:00:00Z'), attendees: null };
    expect(codes([resource({ openingHours: [{ weekday: 1, opens: '08:00', closes: '18:00' }] })], forever)).toEqual(['TOO_LONG a']);
  });

  test('rooms take a group together; equipment and rooms without a number do not count', () => {
    const room = (id: string, capacity: number | null) => resource({ id, kind: 'VENUE', capacity });
    expect(codes([room('a', 40)], wish(9, 11, 40))).toEqual([]);
    expect(codes([room('a', 40)], wish(9, 11, 41))).toEqual(['OVER_CAPACITY a']);
    expect(codes([room('a', 40), room('b', 20)], wish(9, 11, 60))).toEqual([]);
    expect(codes([room('a', 40), room('b', 20)], wish(9, 11, 61))).toEqual(['OVER_CAPACITY -']);
    expect(codes([room('a', 40), room('b', null)], wish(9, 11, 500))).toEqual([]);
    expect(codes([resource({ capacity: 2 })], wish(9, 11, 500))).toEqual([]);
  });

  test('buffers lie around the booking', () => {
    expect(blocked({ bufferBefore: 15, bufferAfter: 30 }, hours(9, 11))).toEqual({ blockedFrom: hours(8.75, 11).startsAt, blockedUntil: hours(9, 11.5).endsAt });
  });
});
