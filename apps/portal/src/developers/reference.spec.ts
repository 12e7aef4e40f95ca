import { describe, expect, it } from '@jest/globals';
import { found } from './reference.types.ts';

const all = [
  { name: 'updateBooking', description: null },
  { name: 'Resource', description: 'Anything with a calendar: 设备.' },
  { name: 'Booking', description: null },
];

describe('finding in the reference', () => {
  it('puts names that begin so first, then names that have it, then descriptions', () => {
    expect(found(all, 'book').map(({ name }) => name)).toEqual(['Booking', 'updateBooking']);
    expect(found(all, '设备').map(({ name }) => name)).toEqual(['Resource']);
    expect(found(all, 'nothing')).toEqual([]);
  });

  it('shows everything to whoever has typed nothing', () => {
    expect(found(all, ' ')).toBe(all);
  });
});
