import { describe, expect, it } from '@jest/globals';
import { pinyin } from 'pinyin-pro';
import { shell } from '../shell/shell.messages.ts';
import { search } from './search.messages.ts';
import { SPOKEN } from './places.ts';

describe('pages and actions in pinyin', () => {
  const texts: Record<string, string> = { ...search['zh-CN'], ...shell['zh-CN'] };
  it.each(Object.keys(SPOKEN))('%s is spelled as it is read', (key) => {
    const words = texts[key]!.replaceAll(/[^\p{Script=Han}]/gu, '');
    expect(SPOKEN[key]).toBe(pinyin(words, { toneType: 'none', v: true }));
  });
});
