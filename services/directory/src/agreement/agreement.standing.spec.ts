import { describe, expect, it } from '@jest/globals';
import { endOf, monthsBetween, standing, termAfter, warningDue } from './agreement.standing.ts';

const signed = { state: 'SIGNED', since: '2026-01-01', until: '2027-01-01', suspendedAt: null, endsOn: null, replacedOn: null } as const;

describe('whether a signed agreement counts', () => {
  it.each([
    ['2025-12-31', 'COMING'], ['2026-01-01', 'IN_FORCE'], ['2026-12-31', 'IN_FORCE'], ['2027-01-01', 'EXPIRED'],
  ])('on %s it is %s: its first day belongs to it, its end does not', (day, expected) => expect(standing(signed, day)).toBe(expected));

  it('is suspended only within its days', () => {
    const resting = { ...signed, suspendedAt: new Date() };
    expect(['2025-12-31', '2026-06-01', '2027-01-01'].map((day) => standing(resting, day))).toEqual(['COMING', 'SUSPENDED', 'EXPIRED']);
  });

  it('ends with whatever comes first, and is called by it', () => {
    expect(standing({ ...signed, endsOn: '2026-06-01' }, '2026-05-31')).toBe('IN_FORCE');
    expect(standing({ ...signed, endsOn: '2026-06-01' }, '2026-06-01')).toBe('TERMINATED');
    expect(standing({ ...signed, replacedOn: '2026-05-01', endsOn: '2026-06-01' }, '2026-05-15')).toBe('REPLACED');
    expect(endOf({ ...signed, replacedOn: '2026-05-01', endsOn: '2026-06-01' })).toBe('2026-05-01');
  });

  it.each(['DRAFT', 'SIGNING', 'WITHDRAWN'] as const)('does not as long as it is %s', (state) => expect(standing({ ...signed, state }, '2026-06-01')).toBe(state));
});

describe('the term that follows on', () => {
  const term = (since: string, until: string, more: object = {}) => ({ since, until, endsOn: null, replacedOn: null, ...more });
  it.each([
    ['whole years stay whole years', term('2024-03-01', '2026-03-01'), '2026-01-15', { since: '2026-03-01', until: '2028-03-01' }],
    ['months that end in a shorter one end with it', term('2025-08-31', '2026-02-28'), '2026-01-15', { since: '2026-02-28', until: '2026-08-28' }],
    ['days stay days', term('2026-01-01', '2026-01-11'), '2026-01-05', { since: '2026-01-11', until: '2026-01-21' }],
    ['what is over begins today', term('2024-03-01', '2026-03-01'), '2026-05-10', { since: '2026-05-10', until: '2028-05-10' }],
    ['what ends early is followed from there', term('2024-03-01', '2026-03-01', { endsOn: '2026-02-01' }), '2026-01-15', { since: '2026-02-01', until: '2028-02-01' }],
  ])('%s', (_, agreement, day, expected) => expect(termAfter(agreement, day)).toEqual(expected));
});

describe('warnings before the end', () => {
  it.each([[91, null], [90, 90], [31, 90], [30, 30], [8, 30], [7, 7], [1, 7], [0, null]])('%i days ahead: %p', (days, expected) => {
    expect(warningDue(new Date(Date.UTC(2026, 0, 1 + days)).toISOString().slice(0, 10), '2026-01-01')).toBe(expected);
  });
});

describe('months of a term', () => {
  it.each([['2026-01-01', '2029-01-01', 36], ['2026-01-31', '2029-01-30', 35], ['2026-03-15', '2026-03-16', 0]])('%s to %s are %i', (since, until, months) => expect(monthsBetween(since, until)).toBe(months));
});
