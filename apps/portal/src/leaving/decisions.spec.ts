import { describe, expect, it } from '@jest/globals';
import { type DutyBooking, handsOver, settlements } from './decisions.ts';

const booking = (id: string, viewerCanSettle = true) => ({ id, viewerCanSettle }) as DutyBooking;

describe('decisions about bookings', () => {
  const bookings = [booking('a'), booking('b'), booking('c'), booking('d', false)];

  it('name what changes, with the successor only where something is handed over', () => {
    expect(settlements({ a: 'HAND_OVER', b: 'CANCEL', d: 'CANCEL' }, bookings, 'p')).toEqual([
      { bookingId: 'a', action: 'HAND_OVER', toPersonId: 'p' },
      { bookingId: 'b', action: 'CANCEL', toPersonId: null },
    ]);
  });

  it('need a successor only for what is shown and may be settled', () => {
    expect(handsOver({ a: 'HAND_OVER' }, bookings)).toBe(true);
    expect(handsOver({ d: 'HAND_OVER', gone: 'HAND_OVER' }, bookings)).toBe(false);
  });
});
