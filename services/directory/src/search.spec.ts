import { describe, expect, it } from '@jest/globals';
import { fold, nameKeys } from './search.ts';

const finds = (name: string, needle: string, options = {}) => nameKeys(name, options).search.includes(fold(needle));

describe('search', () => {
  it.each(['湘江轨道', '轨道', 'xiangjiang', 'XJGD', 'guidao', 'gd', '９１４３', 'ma0te'])('finds 湘江轨道交通装备 by %s', (needle) =>
    expect(finds('湘江轨道交通装备', needle, { also: ['91430200MA0TE5T088'] })).toBe(true),
  );

  it('does not match across two ways of writing', () => expect(finds('湘江', '江xiang')).toBe(false));

  it('reads family names in their own way', () => {
    expect(finds('单雄信', 'shan', { surname: true })).toBe(true);
    expect(finds('曾国藩', 'zgf', { surname: true })).toBe(true);
  });

  it('keeps Latin words and rare characters', () => {
    expect(finds('湘江AI学院', 'xjai')).toBe(true);
    expect(finds('湘江AI学院', 'AI学')).toBe(true);
    expect(finds('䶮㛃', '䶮')).toBe(true);
    expect(finds('𠮷野', '𠮷')).toBe(true);
  });

  it.each(['阿依古丽·买买提', '阿依古丽・买买提', '阿依古丽•买', '阿依古丽买买提', '买买提', 'ayiguli', 'ayigulimaimaiti', 'AYGLMMT', 'mmt'])('finds 阿依古丽·买买提 by %s', (needle) => {
    expect(finds('阿依古丽·买买提', needle, { surname: true })).toBe(true);
    expect(finds('阿依古丽‧买买提', needle, { surname: true })).toBe(true);
  });

  it('takes names of one letter and of one character', () => {
    expect(nameKeys('X', { surname: true })).toEqual({ sortName: 'x', search: 'x' });
    expect(finds('丽', 'li', { surname: true })).toBe(true);
  });

  it('sorts by sound', () => expect(['株洲', '长沙', '湘潭'].toSorted((a, b) => (nameKeys(a).sortName < nameKeys(b).sortName ? -1 : 1))).toEqual(['长沙', '湘潭', '株洲']));
});
