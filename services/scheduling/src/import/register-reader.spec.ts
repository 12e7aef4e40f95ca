import { describe, expect, it } from '@jest/globals';
import { readDelimited } from '@gongjian/platform/sheets/csv';
import { readRegister } from './register-reader.ts';
import type { Sheet } from '@gongjian/platform/sheets/sheet.types';
import type { Mapping } from './register.types.ts';

const sheet = (text: string, name = 'Sheet1', hidden = false): Sheet => ({ ...readDelimited(text, name), hidden });

function read(source: string | Sheet[], mapping: Mapping = {}, fileName = 'x.csv') {
  const { head, rows } = readRegister(typeof source === 'string' ? [sheet(source)] : source, { mapping, today: '2026-11-23', fileName });
  const all = [...rows];
  return { head, all, fields: head.columns.map((column) => column.field), good: all.filter((row) => row.state === 'GOOD').map((row) => row.draft!), codes: all.flatMap((row) => row.problems.map((problem) => problem.code)), states: all.map((row) => row.state) };
}

describe('columns by meaning', () => {
  it.each([
    ['仪器编号,仪器名称,型号,规格,单价（万元）,台套数,所属部门,使用状态,保管人,启用日期,供应商', 'EQUIPMENT', ['code', 'name', 'model', 'specification', 'unitPrice', 'quantity', 'department', 'state', 'keeper', 'purchasedOn', 'manufacturer']],
    ['使用状态,存放位置,固定资产名称,卡片编号,原值,取得日期,管理员', 'EQUIPMENT', ['state', 'place', 'name', 'code', 'unitPrice', 'purchasedOn', 'keeper']],
    ['Asset No,Equipment Name,Model,Manufacturer,Unit Price,Purchase Date,Qty,Department,Location,Custodian,Status,Remarks', 'EQUIPMENT', ['code', 'name', 'model', 'manufacturer', 'unitPrice', 'purchasedOn', 'quantity', 'department', 'place', 'keeper', 'state', 'note']],
    ['*设备名称,*资产编号：,规格 型号,购置 日期,数量(台套)', 'EQUIPMENT', ['name', 'code', 'model', 'purchasedOn', 'quantity']],
    ['场地名称,所在位置,可容纳人数,建筑面积(平方米),对外开放时间,负责人,用途', 'VENUES', ['name', 'place', 'capacity', 'area', 'openingHours', 'keeper', 'category']],
    ['Room Name,Building,Room No,Seats,Opening Hours,Manager', 'VENUES', ['name', 'building', 'room', 'capacity', 'openingHours', 'keeper']],
    ['教师姓名,教工号,所属院系,专业技术职务,是否双师型,主讲课程,企业实践月数,手机号码,身份证号码', 'TEACHERS', ['name', 'code', 'department', 'title', 'dualQualified', 'subjects', 'practiceMonths', 'phone', 'idNumber']],
    ['姓名,所在企业,信用代码,职务,职业技能等级,技术专长,可兼职时段,年学时,手机', 'ENGINEERS', ['name', 'organisation', 'uscc', 'title', 'skillLevel', 'subjects', 'openingHours', 'yearlyHours', 'phone']],
    ['Name,Company,Credit Code,Position,Skill Level,Expertise,Phone', 'ENGINEERS', ['name', 'organisation', 'uscc', 'title', 'skillLevel', 'subjects', 'phone']],
  ])('%s', (headings, register, fields) => {
    const found = read(`${headings}\n`);
    expect([found.head.register, found.fields]).toEqual([register, fields]);
  });

  it.each([
    ['设备图片,是否大型设备,设备用途,设备名称,资产编号,规格型号,学校名称,使用部门编号,对外服务价格（元/小时）', 'EQUIPMENT', [null, null, null, 'name', 'code', 'model', null, null, null]],
    ['姓名,工号,职称,紧急联系人电话,单位,是否“双师型”教师,下企业锻炼时间', 'TEACHERS', ['name', 'code', 'title', null, 'department', 'dualQualified', 'practiceMonths']],
    ['姓名,工作单位,工种,技能等级,课时费标准,方便时间,推荐单位', 'ENGINEERS', ['name', 'organisation', 'title', 'skillLevel', null, 'openingHours', null]],
    ['场地编码,实训室/车间,一次可容纳学生数,收费标准', 'VENUES', ['code', 'name', 'capacity', null]],
  ])('takes no word inside another heading for the thing: %s', (headings, register, fields) => {
    const found = read(`${headings}\n`);
    expect([found.head.register, found.fields]).toEqual([register, fields]);
  });

  it('takes no card with one heading in each line for a register', () => {
    expect(() => read('设备名称,数控车床\n资产编号,A1\n规格型号,C6140\n单价,45000\n')).toThrow('HEADINGS_NOT_FOUND');
  });

  it('looks at the values where a heading is ambiguous', () => {
    expect(read('序号,设备名称,资产编号,规格型号,单位,数量\n1,车床,A1,C6,台,2\n2,铣床,A2,X5,套,1\n').fields).toEqual([null, 'name', 'code', 'model', null, 'quantity']);
    expect(read('工号,姓名,职称,联络,证\nT1,甲,讲师,19900000001,11010519491231002X\nT2,乙,教授,19900000002,43020020080229001X\n').fields).toEqual(['code', 'name', 'title', 'phone', 'idNumber']);
  });

  it('finds the headings below title rows, and takes two heading rows for one', () => {
    expect(read('某学院设备台账,,,\n填报单位：中心,,,填报日期：2026.9\n\n资产编号,设备名称,规格型号,数量\nA1,车床,C6,1\n').head).toMatchObject({ headingRow: 4, register: 'EQUIPMENT' });
    const two = read('实训室名称,存放地点,,,工位数,面积\n,校区,楼栋,房间号,,\n数控室,东校区,A栋,101,40,80\n');
    expect(two.fields).toEqual(['name', 'campus', 'building', 'room', 'capacity', 'area']);
    expect(two.good).toMatchObject([{ name: '数控室', place: '东校区 A栋 101', capacity: 40 }]);
  });

  it('chooses the sheet that looks most like a register', () => {
    const sheets = [sheet('填表说明\n1. 资产编号,设备名称,规格型号必填\n', '填表说明'), sheet('资产编号,设备名称,规格型号\nOLD,旧,旧\n', '隐藏', true), sheet('资产编号,设备名称,规格型号\nA1,车床,C6\n', 'Sheet3')];
    expect(read(sheets).head).toMatchObject({ sheet: 'Sheet3', sheets: ['填表说明', '隐藏', 'Sheet3'] });
    expect(read(sheets, { sheet: '隐藏' }).good).toMatchObject([{ code: 'OLD' }]);
  });

  it('lets a person say the register, the heading row and the columns', () => {
    const text = 'a,b,c\n甲机,X1,库房\n乙机,X2,库房\n';
    expect(() => read(text)).toThrow('HEADINGS_NOT_FOUND');
    const found = read(text, { register: 'EQUIPMENT', headingRow: 1, columns: [{ index: 0, field: 'name' }, { index: 1, field: 'code' }, { index: 2, field: 'place' }] });
    expect(found.good).toEqual([{ name: '甲机', code: 'X1', place: '库房' }, { name: '乙机', code: 'X2', place: '库房' }]);
    expect(() => read(text, { register: 'EQUIPMENT', headingRow: 1, columns: [{ index: 9, field: 'name' }] })).toThrow('COLUMN_UNKNOWN');
    expect(() => read(text, { register: 'EQUIPMENT', headingRow: 9 })).toThrow('HEADING_ROW_UNKNOWN');
  });
});

describe('lines', () => {
  it('skips blank lines, totals, repeated headings, numbered gaps and signatures', () => {
    const found = read(
      '序号,资产编号,设备名称,规格型号,数量\n1,A1,车床,C6,1\n,,,,\n小计,,,,1\n序号,资产编号,设备名称,规格型号,数量\n2,A2,打印机,P1,1\n3,A3,注塑机,Z1,1\n4,,,,\n,合计,,,3\n合 计,,,,3\n制表人：王伟,,审核：李敏,,\n注：单价以元为单位,,,,\n',
    );
    expect(found.states).toEqual(['GOOD', 'SKIPPED', 'SKIPPED', 'SKIPPED', 'GOOD', 'GOOD', 'SKIPPED', 'SKIPPED', 'SKIPPED', 'SKIPPED', 'SKIPPED']);
  });

  it('skips the titles of parts, also when they are merged over the whole line', () => {
    const found = read('资产编号,设备名称,规格型号,数量\n一、机械类,,,\nA1,车床,C6,1\n电子类,电子类,电子类,电子类\nA2,示波器,DS,1\n（三）其他,,,\n');
    expect(found.states).toEqual(['SKIPPED', 'GOOD', 'SKIPPED', 'GOOD', 'SKIPPED']);
  });

  it('calls rooms by their numbers where they have no names', () => {
    expect(read('Room,Building,Seats,Opening hours\nA101,Block A,40,Mon-Fri 08:00-18:00\n').good).toMatchObject([{ name: 'Block A A101', code: 'A101', place: 'Block A A101' }]);
    expect(read('资产编号,规格型号,生产厂家\nA1,C6,甲\n', { register: 'EQUIPMENT' }).codes).toEqual(['NAME_COLUMN_MISSING']);
  });

  it('leaves telephones out of keepers and remarks, and says so', () => {
    const found = read('实训室名称,管理员,位置,工位数\nA室,张三 19900000001,A101,40\nB室,李四,A102,40\n');
    expect(found.good.map(({ keeper }) => keeper)).toEqual(['张三', '李四']);
    expect(found.all[0]!.problems).toEqual([{ column: 1, code: 'PERSONAL_DATA_LEFT_OUT', warning: true }]);
  });

  it('takes in who is away, and not who has left', () => {
    const found = read('工号,姓名,职称,是否在岗,手机\n1,甲,讲师,是,19900000001/19900000002\n2,乙,讲师,否,\n3,丙,讲师,退休,\n4,丁,讲师,飞了,\n');
    expect(found.good.map(({ state, phone }) => [state, phone])).toEqual([['IN_USE', '19900000001'], ['LENT_OUT', undefined]]);
    expect(found.codes).toEqual(['PHONE_FIRST_OF_SEVERAL', 'PERSON_HAS_LEFT', 'PERSON_STATE_UNKNOWN']);
  });

  it('says that 2021.1 may have been 2021.10', () => {
    expect(read('资产编号,设备名称,规格型号,购置日期\nA1,车床,C6,2021.1\nA2,车床,C6,2021.01\n').all.map((row) => row.problems)).toEqual([[{ column: 3, code: 'DATE_MONTH_UNSURE', params: { year: '2021' }, warning: true }], []]);
  });

  it('refuses what cannot be read, cell by cell, and lets remarks pass', () => {
    const found = read('资产编号,设备名称,规格型号,数量,现状,购置日期,单价\nA1,,C6,1,在用,2021,1\nA2,车床,C6,若干,在用,2021,1\nA3,车床,C6,1,飞了,2021,1\nA4,车床,C6,1,在用,去年,1\nA5,车床,C6,1,在用,2021,很贵\n,车床,C6,1,在用,2027.2,捐赠\nA6,车床,C6,201,在用,不详,—\n');
    expect(found.codes).toEqual(['NAME_MISSING', 'QUANTITY_UNREADABLE', 'STATE_UNKNOWN', 'DATE_UNREADABLE', 'PRICE_UNREADABLE', 'CODE_MISSING', 'DATE_IN_FUTURE', 'QUANTITY_TOO_LARGE']);
    expect(found.states).toEqual(['BAD', 'BAD', 'BAD', 'BAD', 'BAD', 'GOOD', 'BAD']);
    expect(found.all[1]!.problems).toEqual([{ column: 3, code: 'QUANTITY_UNREADABLE' }]);
  });

  it('refuses the later of two lines with one number, also when it is the number of a unit', () => {
    const found = read('资产编号,设备名称,规格型号,数量\nA1,车床,C6,3\na1,铣床,X5,1\nA1-02,刨床,B1,1\nB1,钻床,Z1,1\n');
    expect(found.states).toEqual(['GOOD', 'BAD', 'BAD', 'GOOD']);
    expect(found.all[1]!.problems).toEqual([{ column: 0, code: 'CODE_DUPLICATE', params: { row: '2' } }]);
  });

  it('keeps rooms with one number apart by name and place', () => {
    const found = read('校区,楼栋,房间号,实训室名称,工位数\n东,A栋,101,甲室,40\n西,A栋,101,乙室,40人\n东,A栋,101,甲室,40\n');
    expect(found.states).toEqual(['GOOD', 'GOOD', 'BAD']);
    expect(found.codes).toEqual(['ROW_DUPLICATE']);
  });

  it('takes formulas and addresses for text', () => {
    const found = read('资产编号,设备名称,规格型号,备注\n=1+1,"=HYPERLINK(""http://x.invalid"",""y"")",@SUM(A1),+86\n');
    expect(found.good).toEqual([{ code: '=1+1', name: '=HYPERLINK("http://x.invalid","y")', model: '@SUM(A1)', note: '+86' }]);
  });

  it('takes money from headings with units, and a share of a total', () => {
    expect(read('资产编号,设备名称,规格型号,单价（万元）\nA1,车床,C6,12.8\n').good[0]!.unitPrice).toBe(128_000);
    expect(read('资产编号,设备名称,规格型号,数量,金额(元)\nA1,车床,C6,4,"1,000"\n').good[0]!.unitPrice).toBe(250);
  });

  it('checks the papers of people, and sees a telephone that two share', () => {
    const found = read('工号,姓名,职称,手机号,身份证号\nT1,䶮敏,讲师,19900000001,11010519491231002X\nT2,乙,教授,19900000001,110105194912310021\nT3,丙,教授,19900000001,\nT4,丁,教授,123,\nT5,戊,教授,,11010519491231002X\n');
    expect(found.codes).toEqual(['ID_NUMBER_INVALID', 'PHONE_SHARED', 'PHONE_UNREADABLE', 'ID_NUMBER_DUPLICATE']);
    expect(found.states).toEqual(['GOOD', 'BAD', 'GOOD', 'BAD', 'BAD']);
    expect(found.head.personalColumns).toEqual([3, 4]);
  });

  it('refuses texts that are too long, and keeps long numbers whole', () => {
    const found = read(`资产编号,设备名称,规格型号\nA1,${'车'.repeat(101)},C6\n12345678901234567890123,车床,C6\n`);
    expect(found.all[0]!.problems).toEqual([{ column: 1, code: 'TEXT_TOO_LONG', params: { max: '100' } }]);
    expect(found.good[0]!.code).toBe('12345678901234567890123');
  });
});
