import { expect, it } from '@jest/globals';
import { chineseNumber } from './chinese-number.ts';

it.each([[0, '零'], [1, '一'], [10, '十'], [12, '十二'], [20, '二十'], [99, '九十九'], [100, '一百'], [103, '一百零三'], [110, '一百一十'], [999, '九百九十九']])('%i is %s', (value, words) => expect(chineseNumber(value)).toBe(words));
