import { describe, expect, it } from '@jest/globals';
import { placeToGo, signInPath } from './place.ts';

describe('the way back after sign-in', () => {
  it('keeps the page with its filters', () => {
    expect(placeToGo(new URLSearchParams(signInPath({ pathname: '/bookings', search: '?tab=mine&search=a%26b' }).slice(9)).get('to'))).toBe('/bookings?tab=mine&search=a%26b');
    expect(signInPath({ pathname: '/', search: '' })).toBe('/sign-in');
  });
  it.each([null, '//evil.example', '/\\evil.example', 'https://evil.example', '/sign-in?to=/x'])('never leads elsewhere: %s', (to) => expect(placeToGo(to)).toBe('/'));
});
