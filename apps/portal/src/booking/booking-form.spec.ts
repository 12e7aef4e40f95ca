import { describe, expect, test } from '@jest/globals';
import type { PickedResourceFragment } from './booking.generated.ts';
import { createInput, instantFrom, newForm, problemsOf, timesOf, updateInput, wishOf, withStart } from './booking-form.ts';
import { reasonsByResource } from './reasons.ts';

const zone = 'Asia/Shanghai';
const at = (text: string) => Date.parse(`2026-11-${text}:00+08:00`);
const resource = (id: string) => ({ id, name: id, owner: { id: 'o', name: 'o', shortName: 'o' } }) as PickedResourceFragment;
const form = { ...newForm({ start: at('25T09:00'), end: at('25T11:00'), resources: [resource('r1'), resource('r2')] }, 'o1', zone), title: '数控编程实训' };

describe('days and clocks', () => {
  test('are those of the consortium', () => {
    expect(timesOf(at('25T09:00'), at('26T00:00'), zone)).toEqual({ startDay: '2026-11-25', startTime: '09:00', endDay: '2026-11-26', endTime: '00:00' });
    expect(instantFrom('2026-11-25', '09:00', zone)).toBe(at('25T09:00'));
  });
  test('are nothing while one is missing', () => {
    expect(instantFrom('', '09:00', zone)).toBeNull();
    expect(instantFrom('2026-11-25', '', zone)).toBeNull();
    expect(instantFrom('2026-13-45', '09:00', zone)).toBeNull();
  });
  test('a new start takes the end along', () => {
    expect(withStart(form, { startDay: '2026-11-26' }, zone)).toMatchObject({ endDay: '2026-11-26', endTime: '11:00' });
    expect(withStart(form, { startTime: '23:00' }, zone)).toMatchObject({ endDay: '2026-11-26', endTime: '01:00' });
    expect(withStart(form, { startTime: '' }, zone)).toMatchObject({ startTime: '', endTime: '11:00' });
  });
});

describe('problems', () => {
  test('a complete form has none', () => {
    expect(problemsOf(form, zone)).toEqual({});
  });
  test('a title is needed, and counted by characters, rare ones as one', () => {
    expect(problemsOf({ ...form, title: '  ' }, zone).title).toEqual({ key: 'required' });
    expect(problemsOf({ ...form, title: '𠮷'.repeat(100) }, zone).title).toBeUndefined();
    expect(problemsOf({ ...form, title: '䶮'.repeat(101) }, zone).title).toEqual({ key: 'tooLong', count: 100 });
  });
  test.each(['0', '-3', '2.5', '10001', 'abc'])('%s is no number of attendees', (attendees) => {
    expect(problemsOf({ ...form, attendees }, zone).attendees).toEqual({ key: 'attendeesRange' });
  });
  test.each(['', ' ', '1', '10000'])('"%s" attendees are fine', (attendees) => {
    expect(problemsOf({ ...form, attendees }, zone).attendees).toBeUndefined();
  });
  test('a reversed time and an empty or too large bundle', () => {
    expect(problemsOf({ ...form, endTime: '09:00' }, zone).endTime).toEqual({ key: 'endsBeforeStarts' });
    expect(problemsOf({ ...form, resources: [] }, zone).resourceIds).toEqual({ key: 'noResource' });
    const many = Array.from({ length: 22 }, (_, index) => resource(`r${index}`));
    expect(problemsOf({ ...form, resources: many }, zone).resourceIds).toEqual({ key: 'tooMany', count: 2 });
  });
});

describe('what is sent', () => {
  test('a new booking', () => {
    expect(createInput({ ...form, title: ' 实训 ', attendees: '24' }, zone)).toEqual({
      title: '实训', purpose: 'PRACTICE_TEACHING', organisationId: 'o1', startsAt: '2026-11-25T01:00:00.000Z', endsAt: '2026-11-25T03:00:00.000Z',
      resourceIds: ['r1', 'r2'], attendees: 24, notes: null,
    });
  });
  test('of a change only what differs, whatever the order of resources', () => {
    expect(updateInput({ ...form, resources: [resource('r2'), resource('r1')] }, form, zone)).toEqual({});
    expect(updateInput({ ...form, endTime: '12:00' }, form, zone)).toEqual({ startsAt: '2026-11-25T01:00:00.000Z', endsAt: '2026-11-25T04:00:00.000Z' });
    expect(updateInput({ ...form, attendees: '' }, { ...form, attendees: '5' }, zone)).toEqual({ attendees: null });
  });
  test('a wish is asked only when it makes sense', () => {
    expect(wishOf(form, zone, 'b1')).toMatchObject({ resourceIds: ['r1', 'r2'], bookingId: 'b1' });
    expect(wishOf({ ...form, endTime: '08:00' }, zone)).toBeNull();
    expect(wishOf({ ...form, resources: [] }, zone)).toBeNull();
    expect(wishOf({ ...form, attendees: 'x' }, zone)).toMatchObject({ attendees: null });
  });
});

test('reasons stand together by resource, those against the whole first', () => {
  const reason = (id: string | null, message: string) => ({ code: 'TAKEN' as const, message, resource: id ? { id, name: id } : null, allocation: null });
  const groups = reasonsByResource([reason('r1', 'a'), reason(null, 'b'), reason('r2', 'c'), reason('r1', 'd')]);
  expect(groups.map(({ name, reasons }) => [name, reasons.map(({ message }) => message).join('')])).toEqual([[null, 'b'], ['r1', 'ad'], ['r2', 'c']]);
});
