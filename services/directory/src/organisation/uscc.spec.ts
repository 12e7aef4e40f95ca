import { describe, expect, it } from '@jest/globals';
import { isUscc, normaliseUscc } from './uscc.ts';

const valid = ['91430200MA0TE5T088', '124300004000000187', '52430100MJ0000018E'];

describe('统一社会信用代码', () => {
  it.each(valid)('takes %s', (code) => expect(isUscc(code)).toBe(true));

  it('refuses a wrong check character', () => expect(isUscc('91430200MA0TE5T089')).toBe(false));

  it('refuses every single altered character', () => {
    for (const code of valid) {
      for (let place = 0; place < 18; place += 1) {
        const other = code[place] === '1' ? '2' : '1';
        expect(isUscc(code.slice(0, place) + other + code.slice(place + 1))).toBe(false);
      }
    }
  });

  it.each(['', '91430200MA0TE5T08', '91430200MA0TE5T0888', '91430200MA0TE5I088', '91430200ma0te5t088', '９1430200MA0TE5T088'])(
    'refuses the form of "%s"',
    (code) => expect(isUscc(code)).toBe(false),
  );

  it.each([
    ['lower case', '91430200ma0te5t088'],
    ['full-width characters', '９１４３０２００ＭＡ０ＴＥ５Ｔ０８８'],
    ['full-width lower case', '９１４３０２００ｍａ０ｔｅ５ｔ０８８'],
    ['groups', ' 91 430200 MA0TE5T08-8 '],
    ['full-width dashes and blanks', '91－430200　MA0TE5T08—8'],
  ])('reads %s', (_, written) => expect(normaliseUscc(written)).toBe('91430200MA0TE5T088'));
});
