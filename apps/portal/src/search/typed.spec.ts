import { describe, expect, it } from '@jest/globals';
import { fit, isEnough } from './typed.ts';

describe('what is typed into the search', () => {
  it.each(['数', 'ck', 'Ｃ１', 'a 栋', '😀'])('"%s" is enough to ask the server', (text) => expect(isEnough(text)).toBe(true));
  it.each(['', ' ', 'a', '1 2', '%'])('"%s" is not', (text) => expect(isEnough(text)).toBe(false));
});

describe('how a page or an action fits', () => {
  const ways = ['资源台账', 'zi yuan tai zhang', 'zytz', 'Resources'];
  it.each([['资源台账', 0], ['zytz', 0], ['资源', 1], ['ziyuan', 2], ['zy', 1], ['台账', 2], ['taizhang', 2], ['RESO', 1], ['ｚｙ', 1], ['台账 资源', 2]])('"%s" by %i', (text, rank) => expect(fit(ways, text)).toBe(rank));
  it.each(['预约', '资源 预约', 'xyz', ''])('"%s" does not', (text) => expect(fit(ways, text)).toBeNull());
});
