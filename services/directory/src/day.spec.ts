import { describe, expect, it } from '@jest/globals';
import { dayIn, inForce } from './day.ts';

describe('days', () => {
  it('is the day of the consortium, not of the server', () => {
    expect(dayIn('Asia/Shanghai', new Date('2026-11-22T16:00:00Z'))).toBe('2026-11-23');
    expect(dayIn('UTC', new Date('2026-11-22T16:00:00Z'))).toBe('2026-11-22');
  });

  it('counts the first day of a term and not the last', () => {
    const term = { since: '2026-11-23', until: '2026-12-01' };
    expect(['2026-11-22', '2026-11-23', '2026-11-30', '2026-12-01'].map((day) => inForce(term, day))).toEqual([false, true, true, false]);
    expect(inForce({ since: '2026-11-23', until: null }, '2099-01-01')).toBe(true);
    expect(inForce({ since: '2026-11-23', until: '2026-11-23' }, '2026-11-23')).toBe(false);
  });
});
