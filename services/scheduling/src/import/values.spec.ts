import { describe, expect, it } from '@jest/globals';
import { parseDate } from './dates.ts';
import { moneyFactor, parseCapacity, parseHours, parseMoney, parseMonths, parseQuantity } from './numbers.ts';
import { firstPhone, foldCode, idNumberFault, isUscc, parsePhone, personalWithin, withoutPersonal } from './official-codes.ts';
import { clean, length, plain, prose, saysNothing } from '@gongjian/platform/sheets/text';
import { hasLeft, parseDualQualified, parseList, parseState } from './words.ts';

describe('dates', () => {
  it.each([
    ['2021-9-8', '2021-09-08'], ['2021/9/8', '2021-09-08'], ['2021.09.08', '2021-09-08'], ['20210908', '2021-09-08'], ['2021年9月8日', '2021-09-08'],
    ['2021.09', '2021-09-01'], ['2021年9月', '2021-09-01'], ['2021/9', '2021-09-01'], ['2021-09', '2021-09-01'], ['202109', '2021-09-01'], ['1993', '1993-01-01'], ['1993年', '1993-01-01'],
    ['二〇二一年九月', '2021-09-01'], ['二零二一年十二月三十一日', '2021-12-31'], ['２０２１．０９', '2021-09-01'], [' 2021 年 9 月 ', '2021-09-01'], ['2021-09-08 00:00:00', '2021-09-08'], ['2021-09-08T00:00:00.000Z', '2021-09-08'],
    ['44447', '2021-09-08'], ['44447.5', '2021-09-08'], ['Sep 2021', '2021-09-01'], ['8 Sep 2021', '2021-09-08'], ['September 8, 2021', '2021-09-08'], ['98年5月', '1998-05-01'], ['13/9/2021', '2021-09-13'], ['约2015年', '2015-01-01'], ['2021、9', '2021-09-01'], ['2021—09—01', '2021-09-01'], ['2021·9·1', '2021-09-01'], ['2021\\9\\1', '2021-09-01'], ['2021 9 1', '2021-09-01'], ['2021.9.', '2021-09-01'], ['9/2021', '2021-09-01'], ['1-Sep-21', '2021-09-01'], ['2021年9月1日 星期三', '2021-09-01'], ['2021-9-1（验收）', '2021-09-01'], ['2021.9购入', '2021-09-01'], ['2021/09/01 12:00 AM', '2021-09-01'],
    ['2020-02-29', '2020-02-29'],
  ])('%s is %s', (text, day) => expect(parseDate(text)).toBe(day));
  it.each(['2021-13-01', '2021-02-30', '去年', '9/8/2021', '1', '99999999', '', '2021年第一季度', '2021年9月下旬', '2021.9-2021.12', '2020-2021学年', '=TODAY()'])('%s is no date', (text) => expect(parseDate(text)).toBeNull());
  it('counts from 1904 where the workbook does', () => expect(parseDate('42985', { date1904: true })).toBe('2021-09-08'));
});

describe('numbers', () => {
  it.each([['1', 1], ['10台', 10], ['一台', 1], ['两套', 2], ['２', 2], ['十二台', 12], ['二十', 20], ['1.0', 1], ['3 台/套', 3], ['2 sets', 2], ['3（台）', 3], ['1,000', 1000]])('%s pieces', (text, n) => expect(parseQuantity(text)).toBe(n));
  it.each(['0', '-1', '1.5', '若干', '约3', '一批货', '1套（含3台）', '3+1', 'NaN', '1e9x'])('%s is no quantity', (text) => expect(parseQuantity(text)).toBeNull());
  it.each([['40', 40], ['40人', 40], ['约50座', 50], ['30-40人', 30], ['48个工位', 48], ['二十人', 20], ['40人（含教师）', 40], ['可容纳40人', 40], ['最多50', 50]])('%s people', (text, n) => expect(parseCapacity(text)?.value).toBe(n));
  it.each([['8600', 8600], ['1,280.00元', 1280], ['12.8万', 128000], ['￥3,450,000', 3450000], ['１２８０', 1280], ['1.28E+5', 128000], ['5千元', 5000], ['3200元/台', 3200], ['12800（含税）', 12800], ['12800.-', 12800]])('%s yuan', (text, yuan) => expect(parseMoney(text)).toBe(yuan));
  it('takes the unit of the heading unless the cell has its own', () => {
    expect(moneyFactor('单价（万元）')).toBe(10_000);
    expect(moneyFactor('单价(元)')).toBe(1);
    expect(parseMoney('12.8', 10_000)).toBe(128_000);
    expect(parseMoney('12.8万', 10_000)).toBe(128_000);
    expect(parseMoney('128000元', 10_000)).toBe(128_000);
  });
  it.each(['面议', '-5', '1,28', '=1+1', '12..3', 'USD 500', '$500', '12800-15000'])('%s is no price', (text) => expect(parseMoney(text)).toBeNull());
  it.each([['8', 8], ['6个月', 6], ['1年', 12], ['一年半', 18], ['半年', 6], ['1.5年', 18], ['2年3个月', 27], ['累计6个月', 6], ['两个半月', 2.5], ['6个月（寒假）', 6]])('%s of practice', (text, months) => expect(parseMonths(text)).toBe(months));
  it.each([['64', 64], ['80学时', 80], ['40课时/年', 40], ['40-60学时', 40]])('%s a year', (text, hours) => expect(parseHours(text)).toBe(hours));
});

describe('official codes', () => {
  it.each(['91430200MA0TE5T088', '124300004000000187', '52430100MJ0000018E'])('%s is a 统一社会信用代码 (GB 32100)', (code) => expect(isUscc(code)).toBe(true));
  it.each(['91430200MA0TE5T089', '91430300MA0EF3GH4K', '91430200MA0TE5T08', '91430200MA0TE5I088', ''])('%s is none', (code) => expect(isUscc(code)).toBe(false));
  it('folds case, width and gaps before checking', () => expect(isUscc(foldCode('９１４３０２００ma0te5t088 '))).toBe(true));
  it.each(['11010519491231002X', '43020020080229001X', '43020020100131002X'])('%s is an ID number (GB 11643)', (code) => expect(idNumberFault(code, '2026-11-23')).toBeNull());
  it.each([
    ['110105194912310021', 'ID_NUMBER_INVALID'], ['430200200902290011', 'ID_NUMBER_BIRTH_DATE'], ['43020020300131002X', 'ID_NUMBER_BIRTH_DATE'], ['430001199305059000', 'ID_NUMBER_ROUNDED'],
    ['4.30001E+17', 'ID_NUMBER_ROUNDED'], ['12345', 'ID_NUMBER_INVALID'], ['ABC', 'ID_NUMBER_UNKNOWN_KIND'],
  ])('%s: %s', (code, fault) => expect(idNumberFault(code, '2026-11-23')).toBe(fault));
  it.each(['H12345678', 'M1234567890', '12345678', 'E12345678', 'EA1234567', 'ABC123456789012'])('%s is another paper', (code) => expect(idNumberFault(code, '2026-11-23')).toBeNull());
  it.each([['199 0000 7194', '19900007194'], ['+86 199-0000-7194', '19900007194'], ['0731-8888 1234', '0731-88881234'], ['0731-88881234转801', '0731-88881234-801'], ['１９９００００７１９４', '19900007194'], ['0731—88881234', '0731-88881234'], ['8888-1234', '88881234'], ['19900007194（办）', '19900007194'], ['19900007194.0', '19900007194']])('%s is a telephone', (text, phone) => expect(parsePhone(text)).toBe(phone));
  it.each(['1990000719', '199000071944', '电话'])('%s is none', (text) => expect(parsePhone(text)).toBeNull());
});

describe('numbers of people between other words', () => {
  it('takes the first of several telephones', () => expect(['19900000001/19900000002', '19900000001、0731-88881234', '19900000001', '0731-88881234', '甲/19900000001'].map(firstPhone)).toEqual(['19900000001', '19900000001', null, null, null]));
  it.each([['张三 19900000001', '张三'], ['李四（电话：199 0000 0002）', '李四'], ['王五/19900000003', '王五'], ['赵六11010519491231002X', '赵六'], ['19900000001', '']])('%s keeps its words', (text, rest) => {
    expect(personalWithin(text)).toHaveLength(1);
    expect(withoutPersonal(text)).toBe(rest);
  });
  it.each(['SN19900000001', '20123700004', '2-19900000001', '编号199000000012', '110105194912310021'])('%s is the number of a thing', (text) => expect(personalWithin(text)).toEqual([]));
});

describe('words', () => {
  it.each([['在用', 'IN_USE'], ['正常使用', 'IN_USE'], ['完好', 'IN_USE'], ['闲置', 'IDLE'], ['停用', 'IDLE'], ['未使用', 'IDLE'], ['维修', 'UNDER_REPAIR'], ['故障待修', 'UNDER_REPAIR'], ['外借', 'LENT_OUT'], ['待报废', 'TO_BE_SCRAPPED'], ['报废', 'SCRAPPED'], ['已报废', 'SCRAPPED'], ['In use', 'IN_USE'], ['not in use', 'IDLE'],
    ['不能使用', 'UNDER_REPAIR'], ['无法正常使用', 'UNDER_REPAIR'], ['不完好', 'UNDER_REPAIR'], ['半完好', 'UNDER_REPAIR'], ['带病运行', 'UNDER_REPAIR'], ['不可用', 'UNDER_REPAIR'], ['Not working', 'UNDER_REPAIR'], ['Out of service', 'UNDER_REPAIR'], ['已维修', 'IN_USE'], ['正常运转', 'IN_USE'],
    ['不在用', 'IDLE'], ['不再使用', 'IDLE'], ['未开放', 'IDLE'], ['Inactive', 'IDLE'], ['是', 'IN_USE'], ['否', 'IDLE'], ['借用中', 'LENT_OUT'], ['租借', 'LENT_OUT'], ['退役', 'SCRAPPED']])('%s is %s', (text, state) => expect(parseState(text)).toBe(state));
  it.each(['薛定谔', '?', '见附件'])('%s is an unknown state', (text) => expect(parseState(text)).toBeNull());
  it('tells who has left', () => expect(['退休', '已离职', '在岗', 'left'].map(hasLeft)).toEqual([true, true, false, true]));
  it('reads 双师型 levels', () => expect(['高级', '双师型中级', '是', '否', '也许'].map(parseDualQualified)).toEqual(['高级', '中级', '初级', null, undefined]));
  it('splits lists', () => expect(parseList('工业机器人编程、数控编程与加工，PLC应用技术; CAD/CAM')).toEqual(['工业机器人编程', '数控编程与加工', 'PLC应用技术', 'CAD/CAM']));
});

describe('texts', () => {
  it('keeps rare and compatibility characters as they are', () => {
    for (const name of ['䶮燕敏', '㛃磊', '𠮷野', '\uf9f4森', '①号', '㎡']) expect(prose(name)).toBe(name);
    expect(length('𠮷野')).toBe(2);
  });
  it('folds width only where figures and letters are', () => {
    expect(prose('数控车床（ＣＮＣ）：２号')).toBe('数控车床（CNC）：2号');
    expect(plain('２０２３－０１（Ａ）')).toBe('2023-01(A)');
  });
  it('takes away what cannot be seen or stored', () => expect(clean('\ufeff 20171600037\u3000\u0000\n\u200bx\ud800')).toBe('20171600037 x\ufffd'));
  it.each(['-', '—', '/', '无', '不详', 'N/A', '暂无'])('%s says nothing', (text) => expect(saysNothing(text)).toBe(true));
});
