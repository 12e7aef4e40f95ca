import { describe, expect, test } from '@jest/globals';
import { containing, searchText, searchWords, sortKey } from './resource.search.ts';

const found = (name: string, search: string, rest: Partial<Record<'code' | 'model' | 'place' | 'keeper', string>> = {}): boolean => {
  const text = searchText({ name, code: null, model: null, place: null, keeper: null, ...rest });
  return searchWords(search).every((word) => text.includes(word));
};

describe('search text', () => {
  test('a name is found in Chinese, in pinyin and by initials', () => {
    for (const search of ['工业机器人', '机器人', 'gongyejiqiren', 'jiqiren', 'gyjqr', 'JQR', 'gongye jiqi']) expect(found('工业机器人', search)).toBe(true);
    for (const search of ['工业车床', 'gyjqq', 'gyjqr 铣床']) expect(found('工业机器人', search)).toBe(false);
  });

  test('a record has to have all words, in any of its texts', () => {
    const rest = { code: 'SB-2021-007', model: 'IRB 1200', place: '东校区实训楼305', keeper: '张三' };
    for (const search of ['机器人 irb', 'gyjqr 东校区', 'sxl305', 'dxqsxl', 'zs', 'zhangsan 007', 'ＩＲＢ']) expect(found('工业机器人', search, rest)).toBe(true);
    expect(found('工业机器人', '机器人 西校区', rest)).toBe(false);
  });

  test('characters with several readings are found by each', () => {
    for (const search of ['hangche', 'xingche', 'hc', 'xc']) expect(found('行车', search)).toBe(true);
    for (const search of ['chongqing', 'cq']) expect(found('重庆发那科', search)).toBe(true);
    expect(found('数控调试台', 'sktst')).toBe(true);
    expect(found('吕工作室', 'lvgong')).toBe(true);
  });

  test('rare characters do no harm', () => {
    expect(found('䶮㛃实训室', '䶮㛃')).toBe(true);
    expect(found('䶮㛃实训室', 'shixunshi')).toBe(true);
    expect(found('𠮷野家😀', '𠮷野')).toBe(true);
  });

  test('a long name of ambiguous characters stays short enough to store', () => {
    expect(searchText({ name: '重行调数长乐'.repeat(16), code: null, model: null, place: null, keeper: null }).length).toBeLessThan(20_000);
  });

  test('LIKE takes % and _ of a search as they are', () => {
    expect(containing('50%_a\\')).toBe('%50\\%\\_a\\\\%');
  });
});

describe('sort key', () => {
  const inOrder = (...texts: (string | null)[]) => expect([...texts].sort((a, b) => Buffer.compare(Buffer.from(sortKey(a)), Buffer.from(sortKey(b))))).toEqual(texts);

  test('Chinese goes by pinyin and tone, behind Latin letters, the nameless last', () => {
    inOrder('3D打印机', 'ABB机器人', '车床', '工业机器人', '铣床', '张三', null);
    inOrder('妈', '麻', '马', '骂');
  });

  test('numbers go by value', () => {
    inOrder('数控车床2号', '数控车床10号', '数控车床100号');
    inOrder('A-2', 'A-02-1', 'A-10');
  });

  test('the same words with the same reading stay together', () => {
    inOrder('实训室1', '实训室2', '食训室1');
  });
});
