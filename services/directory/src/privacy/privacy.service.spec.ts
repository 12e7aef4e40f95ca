import { describe, expect, test } from '@jest/globals';
import { consentItems, privacyNotice } from '@gongjian/rules';
import { newsSince, stateOf } from './privacy.service.ts';

describe('a purpose that changes', () => {
  test('makes a consent to the old one count no more, until it is given anew', () => {
    expect(stateOf({ decision: 'GIVEN', itemVersion: 1 }, 1)).toBe('GIVEN');
    expect(stateOf({ decision: 'GIVEN', itemVersion: 1 }, 2)).toBe('OUTDATED');
    expect(stateOf({ decision: 'GIVEN', itemVersion: 2 }, 2)).toBe('GIVEN');
  });

  test('leaves a no what it is, and silence is no consent', () => {
    expect(stateOf({ decision: 'WITHDRAWN', itemVersion: 1 }, 2)).toBe('WITHDRAWN');
    expect(stateOf(undefined, 1)).toBe('OPEN');
  });

  test('is told to those who read the notice before, each change once', () => {
    const changes = [{ version: 1 }, { version: 2 }, { version: 3 }];
    expect(newsSince(changes, 1)).toEqual([{ version: 2 }, { version: 3 }]);
    expect(newsSince(changes, 3)).toEqual([]);
    expect(newsSince(changes, undefined)).toEqual([]);
  });
});

describe('the notice', () => {
  test('says all that PIPL article 17 asks for, in both languages, and its last change is its version', () => {
    expect(privacyNotice.sections.map(({ id }) => id)).toEqual(['who', 'what', 'share', 'keep', 'rights', 'minors']);
    for (const { title, text } of privacyNotice.sections) for (const words of [title, ...text]) expect(words.zh.length * words.en.length).toBeGreaterThan(4);
    expect(privacyNotice.changes.at(-1)!.version).toBe(privacyNotice.version);
    for (const { name, purpose, without } of consentItems) for (const words of [name, purpose, without]) expect(words.zh.length * words.en.length).toBeGreaterThan(4);
  });
});
