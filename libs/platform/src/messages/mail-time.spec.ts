import { describe, expect, it } from '@jest/globals';
import { DEFAULT_TIMES, mailTime } from './mail-time.ts';

const shanghai = (clock: string, day = '2026-11-25') => new Date(`${day}T${clock}:00+08:00`);
const at = (wish: 'NOW' | 'DAILY' | 'OFF', now: Date, times = {}) => mailTime(wish, { ...DEFAULT_TIMES, ...times }, now);

describe('when a message is mailed', () => {
  it('never, where it is off', () => expect(at('OFF', shanghai('12:00'))).toBeNull());
  it('at once by day', () => expect(at('NOW', shanghai('12:34'))).toEqual(shanghai('12:34')));
  it.each([
    ['22:00', shanghai('07:00', '2026-11-26')],
    ['23:59', shanghai('07:00', '2026-11-26')],
    ['03:10', shanghai('07:00')],
    ['06:59', shanghai('07:00')],
    ['07:00', shanghai('07:00')],
    ['21:59', shanghai('21:59')],
  ])('at %s, when quiet hours go over midnight', (clock, expected) => expect(at('NOW', shanghai(clock))).toEqual(expected));
  it.each([
    ['07:59', shanghai('08:00')],
    ['08:00', shanghai('08:00', '2026-11-26')],
    ['08:30', shanghai('08:00', '2026-11-26')],
  ])('gathered, at %s', (clock, expected) => expect(at('DAILY', shanghai(clock))).toEqual(expected));
  it('gathered at an hour that is quiet: when the quiet ends', () => expect(at('DAILY', shanghai('20:00'), { digestHour: 6 })).toEqual(shanghai('07:00', '2026-11-26')));
  it('at once, where there are no quiet hours', () => {
    expect(at('NOW', shanghai('03:00'), { quietFrom: null, quietUntil: null })).toEqual(shanghai('03:00'));
    expect(at('NOW', shanghai('03:00'), { quietFrom: 3, quietUntil: 3 })).toEqual(shanghai('03:00'));
  });
  it('by the reader’s own clock', () => expect(at('NOW', new Date('2026-11-25T23:30:00Z'), { timeZone: 'Europe/London' })).toEqual(new Date('2026-11-26T07:00:00Z')));
  it('in zones that are shifted by less than an hour', () => expect(at('DAILY', new Date('2026-11-25T00:00:00Z'), { timeZone: 'Asia/Kathmandu' })).toEqual(new Date('2026-11-25T02:15:00Z')));
  it('when the hour is skipped by the clock, on the day after', () => {
    expect(at('DAILY', new Date('2027-03-28T00:00:00Z'), { timeZone: 'Europe/Berlin', digestHour: 2, quietFrom: null, quietUntil: null })!.getTime()).toBeGreaterThan(Date.parse('2027-03-28T00:00:00Z'));
  });
});
