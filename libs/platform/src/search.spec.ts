import { describe, expect, it } from '@jest/globals';
import { parseInput } from './inputs.ts';
import { likePattern, piecesOf, piecesWanted, searchInput, wordsOf } from './search.ts';

describe('pieces of a text', () => {
  const line = '数控车床ck6140a-02';
  it.each(['数', '车床', '数控车', '床ck', 'ck', '6140', 'a-0', '床c', '02', line])('"%s" is found in a line by its pieces', (word) => {
    const pieces = piecesOf(line);
    expect(piecesWanted(word).length).toBeGreaterThan(0);
    for (const wanted of piecesWanted(word)) expect(pieces).toContain(wanted);
  });

  it('a rare character beyond the basic plane is one character', () => {
    expect(piecesWanted('㛃')).toEqual(['㛃']);
    expect([...piecesOf('𠮷2')]).toEqual(['𠮷', '𠮷2']);
  });

  it('a single letter has no piece of its own', () => expect(piecesWanted('a')).toEqual([]));
});

describe('what is typed', () => {
  it('full-width and upper case are folded, blanks part words, a word counts once', () => expect(wordsOf(' ＣＫ６１４０　数控 ck6140 ')).toEqual(['ck6140', '数控']));
  it.each(['数', 'ck', '2号', '😀', 'a 栋'])('"%s" is enough', (typed) => expect(parseInput(searchInput(), typed, 'text')).toBe(typed));
  it.each(['a', '%', '1 2', ' x '])('"%s" is too short', (typed) => expect(() => parseInput(searchInput(), typed, 'text')).toThrow());
  it('wildcards are themselves', () => expect(likePattern('%', '50%_\\', '%')).toBe('%50\\%\\_\\\\%'));
});
