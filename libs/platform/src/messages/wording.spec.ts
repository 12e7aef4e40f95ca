import { describe, expect, it } from '@jest/globals';
import type { ToldParams } from './message.kinds.ts';
import { word, type Words } from './wording.ts';

const texts = {
  'zh-CN': { name: '', what: '{by}请您审批“{title}”，{when}', more: '原因：{reason}', why: '您负责{organisation}的资源', button: '去审批' },
  en: { name: '', what: '{by} asks about “{title}”, {when}', more: 'Reason: {reason}', why: 'You look after {organisation}', button: 'Review' },
};
const year = new Date().getFullYear();
const params: ToldParams = { by: { person: 'p' }, title: '焊接', when: { from: `${year}-11-30T01:00:00.000Z`, until: `${year}-11-30T03:30:00.000Z` }, organisation: { organisation: 'o' }, reason: null };
const words = (language: Words['language'], timeZone = 'Asia/Shanghai'): Words => ({ language, timeZone, nameOf: (id) => ({ p: '阿依古丽·买买提', o: '示例重工' })[id] ?? '—', textOf: (code) => code.toLowerCase() });
const say = (template: string, more: ToldParams, language: Words['language'] = 'zh-CN') => word({ 'zh-CN': { ...texts['zh-CN'], what: template }, en: { ...texts.en, what: template } }, more, words(language)).what;

describe('a message in words', () => {
  it('has names, times and texts of the reader’s language and the consortium’s clock', () => {
    expect(word(texts, params, words('zh-CN'))).toMatchObject({ what: expect.stringMatching(/^阿依古丽·买买提请您审批“焊接”，11月30日 周. 09:00–11:30$/), why: '您负责示例重工的资源', button: '去审批' });
    expect(word(texts, params, words('en')).what).toMatch(/^阿依古丽·买买提 asks about “焊接”, \w{3} 30 Nov 09:00–11:30$/);
    expect(word(texts, params, words('zh-CN', 'Asia/Urumqi')).what).toContain('07:00–09:30');
  });

  it('leaves out what is not known', () => {
    expect(word(texts, params, words('zh-CN')).more).toBeNull();
    expect(word(texts, { ...params, reason: '检修' }, words('zh-CN')).more).toBe('原因：检修');
  });

  it('takes nothing of a parameter for a place of another one', () => {
    expect(say('{title}', { title: '{by}', by: '王' })).toBe('{by}');
    expect(say('{title}', { title: '$& $1' })).toBe('$& $1');
  });

  it.each([
    ['a day', { x: { day: '2025-01-02' } }, '2025年1月2日', '2 Jan 2025'],
    ['a text of the catalogue', { x: { code: 'ROLE_TEACHER' } }, 'role_teacher', 'role_teacher'],
    ['a long list', { x: { list: ['一', '二', '三', '四', '五', '六'] } }, '一、二、三、四、五等 6 项', '一, 二, 三, 四, 五 and 1 more'],
    ['a time of another year', { x: { at: '2025-03-04T16:05:00Z' } }, '2025年3月5日 周三 00:05', 'Wed 5 Mar 2025 00:05'],
    ['over midnight', { x: { from: '2025-03-04T14:00:00Z', until: '2025-03-04T18:00:00Z' } }, '2025年3月4日 周二 22:00 – 2025年3月5日 周三 02:00', 'Tue 4 Mar 2025 22:00 – Wed 5 Mar 2025 02:00'],
    ['until midnight', { x: { from: '2025-03-04T14:00:00Z', until: '2025-03-04T16:00:00Z' } }, '2025年3月4日 周二 22:00–24:00', 'Tue 4 Mar 2025 22:00–24:00'],
    ['somebody who is not known any more', { x: { person: 'gone' } }, '—', '—'],
  ])('%s', (_, more: ToldParams, chinese, english) => {
    expect([say('{x}', more), say('{x}', more, 'en')]).toEqual([chinese, english]);
  });
});
