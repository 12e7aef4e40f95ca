import { describe, expect, it } from '@jest/globals';
import { normaliseUscc, usccProblem } from './uscc.ts';

describe('统一社会信用代码', () => {
  it.each(['91430200MA0TE5T088', '124300004000000187', '52430100MJ0000018E'])('accepts %s', (code) => expect(usccProblem(code)).toBeUndefined());
  it('says what is wrong', () => {
    expect(usccProblem('91430200MA0TE5T089')).toBe('usccCheck');
    expect(usccProblem('91430200MA0TE5T08')).toBe('usccLength');
    expect(usccProblem('91430200MAOTE5T088')).toBe('usccLetters');
  });
  it('takes full-width characters, lower case and blanks', () => expect(normaliseUscc(' ９１430200-ma0te5t088 ')).toBe('91430200MA0TE5T088'));
});
