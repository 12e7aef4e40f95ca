import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { type Client, TestConsortium } from '@gongjian/platform/testing';
import ExcelJS from 'exceljs';
import readSheets from 'read-excel-file/node';
import { database } from './kit.ts';

const sample = (name: string): Buffer => readFileSync(new URL(`registers/${name}`, import.meta.url));

const FIELDS = `id register state progress error sheets sheet furtherSheets headingRow rejectedUrl
  columns { index heading samples field confidence } counts { total created changed unchanged bad skipped }`;

async function upload(client: Client, name: string, content: Buffer | string): Promise<string> {
  const form = new FormData();
  form.append('file', new Blob([new Uint8Array(Buffer.from(content as string))]), name);
  const response = await client.fetch('/files', { method: 'POST', body: form });
  const body = (await response.json()) as { id: string };
  if (response.status !== 201) throw new Error(JSON.stringify(body));
  return body.id;
}

async function settled(client: Client, id: string): Promise<any> {
  for (;;) {
    const { import: found } = await client.run(`query ($id: ID!) { import(id: $id) { ${FIELDS} } }`, { id });
    if (found.state !== 'READING' && found.state !== 'APPLYING') return found;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

const START = `mutation ($input: StartImportInput!) { startImport(input: $input) { id state } }`;

async function review(client: Client, ownerId: string, name: string, content: Buffer | string, register?: string): Promise<any> {
  const fileId = await upload(client, name, content);
  const { startImport } = await client.run(START, { input: { fileId, ownerId, register } });
  return settled(client, startImport.id);
}

async function apply(client: Client, id: string): Promise<any> {
  await client.run('mutation ($id: ID!) { applyImport(id: $id) { id state } }', { id });
  return settled(client, id);
}

async function rows(client: Client, id: string, state?: string): Promise<any[]> {
  const result = await client.run(
    `query ($id: ID!, $state: ImportRowState) { import(id: $id) { rows(state: $state, first: 500) { totalCount nodes { number state cells units problems { column code message warning } changes { field label before after } } } } }`,
    { id, state },
  );
  return result.import.rows.nodes;
}

const resources = async (client: Client, filter: object = {}): Promise<any> =>
  (await client.run(
    `query ($filter: ResourceFilter) { resources(filter: $filter, first: 500) { totalCount nodes { id kind name code place state capacity note unitPrice purchasedOn keeper
      openingHours { weekday opens closes } profession { title skillLevel dualQualified subjects practiceMonths yearlyHours } personalData { idNumber phone } owner { id } } } }`,
    { filter },
  )).resources;

describe('importing registers', () => {
  it('gives what comes without opening hours those of the consortium, and the same file again changes nothing', async () => {
    const { secretary, lead } = await TestConsortium.found();
    const hours = [{ weekday: 1, opens: '08:00', closes: '17:30' }];
    await secretary.run('mutation ($input: UpdateConsortiumInput!) { updateConsortium(version: 1, input: $input) { id } }', { input: { defaultOpeningHours: hours } });
    const register = '教室编号,教室名称,容量,开放时间\nA101,金工实训室,40,\nA102,焊接实训室,40,周二 09:00-12:00\n';
    const first = await review(secretary, lead.id, 'venues.csv', register);
    await apply(secretary, first.id);
    const { nodes } = await resources(secretary);
    const hoursOf = (name: string) => nodes.find((node: any) => node.name === name).openingHours;
    expect(hoursOf('金工实训室')).toEqual(hours);
    expect(hoursOf('焊接实训室')).toEqual([{ weekday: 2, opens: '09:00', closes: '12:00' }]);
    expect((await review(secretary, lead.id, 'venues.csv', register)).counts).toMatchObject({ created: 0, changed: 0, unchanged: 2 });
  });

  it('takes the equipment ledger as it is, changes nothing the second time, and hands the refused rows back', async () => {
    const consortium = await TestConsortium.found();
    const keeper = await consortium.person(['RESOURCE_KEEPER']);
    const first = await review(keeper, consortium.lead.id, 'equipment-ledger.xlsx', sample('equipment-ledger.xlsx'));
    expect(first).toMatchObject({ register: 'EQUIPMENT', state: 'REVIEW', sheet: '设备台账', headingRow: 3, sheets: ['设备台账', '填表说明'], furtherSheets: [] });
    expect(first.counts).toEqual({ total: 420, created: 1818, changed: 0, unchanged: 0, bad: 6, skipped: 3 });
    const bad = await rows(keeper, first.id, 'BAD');
    expect(bad.map((row) => row.problems.find((problem: any) => !problem.warning).code).sort()).toEqual(['CODE_DUPLICATE', 'CODE_DUPLICATE', 'CODE_DUPLICATE', 'CODE_DUPLICATE', 'CODE_DUPLICATE', 'NAME_MISSING']);

    expect(await apply(keeper, first.id)).toMatchObject({ state: 'DONE', counts: { created: 1818, bad: 6 } });
    expect((await resources(keeper)).totalCount).toBe(1818);
    const units = (await resources(keeper, { search: '20123700004' })).nodes;
    expect(units).toMatchObject([{ name: '焊接机器人', code: '20123700004', purchasedOn: '2012-01-05', unitPrice: 1260000, note: '需持证上岗' }]);

    const again = await review(keeper, consortium.lead.id, 'equipment-ledger.xlsx', sample('equipment-ledger.xlsx'));
    expect(again.counts).toEqual({ total: 420, created: 0, changed: 0, unchanged: 1818, bad: 6, skipped: 3 });
    await apply(keeper, again.id);
    expect((await resources(keeper)).totalCount).toBe(1818);

    const file = await keeper.fetch(first.rejectedUrl);
    expect(file.status).toBe(200);
    const bytes = Buffer.from(await file.arrayBuffer());
    const [sheet] = await readSheets(bytes);
    expect(sheet!.data).toHaveLength(7);
    expect(sheet!.data[0]!.at(-1)).toBe('原因');
    expect(sheet!.data.flat()).toContain('资产编号：编号与第 58 行重复');
    const corrected = await review(keeper, consortium.lead.id, '退回的行.xlsx', bytes);
    // each duplicate is alone in this file, and so speaks of the machine that has the number
    expect(corrected).toMatchObject({ register: 'EQUIPMENT', counts: { total: 6, bad: 1 } });
    expect(corrected.columns.at(-1)).toMatchObject({ heading: '原因', field: null });
  });

  it('shows what a changed file would change before it does', async () => {
    const consortium = await TestConsortium.found();
    const file = (state: string, quantity: string) => `设备编号,仪器名称,台套数,单价（万元）,使用状态,所属部门\nA1,数控车床,${quantity},12.8,${state},机械学院\nA2,示波器,1,0.32,在用,机械学院\n`;
    const first = await review(consortium.secretary, consortium.lead.id, 'a.csv', file('在用', '2'));
    expect(first.counts).toMatchObject({ created: 3 });
    await apply(consortium.secretary, first.id);
    const second = await review(consortium.secretary, consortium.lead.id, 'a.csv', file('维修', '3'));
    expect(second.counts).toMatchObject({ created: 1, changed: 2, unchanged: 1, bad: 0 });
    expect((await rows(consortium.secretary, second.id, 'CHANGED'))[0].changes).toEqual([
      { field: 'state', label: '现状', before: '在用', after: '维修' },
      { field: 'quantity', label: '数量', before: '2', after: '3' },
    ]);
    expect((await resources(consortium.secretary, { states: ['UNDER_REPAIR'] })).totalCount).toBe(0);
    await apply(consortium.secretary, second.id);
    const repaired = await resources(consortium.secretary, { states: ['UNDER_REPAIR'] });
    expect(repaired.nodes.map((node: any) => [node.code, node.unitPrice]).sort()).toEqual([['A1', 128000], ['A1-02', 128000], ['A1-03', 128000]]);
  });

  it('takes venues with their places and opening hours', async () => {
    const consortium = await TestConsortium.found();
    const found = await review(consortium.secretary, consortium.lead.id, 'venues.csv', sample('venues.csv'));
    expect(found).toMatchObject({ register: 'VENUES', counts: { total: 60, created: 60, bad: 0, skipped: 0 } });
    await apply(consortium.secretary, found.id);
    const { nodes } = await resources(consortium.secretary, { search: '数控加工教室5' });
    expect(nodes.find((node: any) => node.name === '数控加工教室5')).toMatchObject({ place: '东校区 实训楼 107', capacity: 50, keeper: '董萱洋', code: '107', note: '面积 80㎡' });
    expect(nodes.find((node: any) => node.name === '数控加工教室5').openingHours.slice(0, 2)).toEqual([{ weekday: 1, opens: '08:00', closes: '12:00' }, { weekday: 1, opens: '14:00', closes: '18:00' }]);
    const again = await review(consortium.secretary, consortium.lead.id, 'venues.csv', sample('venues.csv'));
    expect(again.counts).toMatchObject({ created: 0, changed: 0, unchanged: 60 });
  });

  it('seals and masks the personal data of teachers, and knows them again', async () => {
    const consortium = await TestConsortium.found();
    const found = await review(consortium.secretary, consortium.lead.id, 'teachers.xlsx', sample('teachers.xlsx'));
    expect(found).toMatchObject({ register: 'TEACHERS', counts: { total: 180, created: 176, bad: 4 } });
    const shown = JSON.stringify([found, await rows(consortium.secretary, found.id)]);
    expect(shown).not.toMatch(/430001199305059079|19900007194/);
    expect(shown).toContain('430***********9079');
    expect(shown).toContain('䶮燕敏');
    await apply(consortium.secretary, found.id);
    const { nodes } = await resources(consortium.secretary, { search: 'T0000' });
    expect(nodes[0]).toMatchObject({ name: '黎思', personalData: { idNumber: '430***********9079', phone: '199****7194' }, profession: { title: '讲师', dualQualified: '高级', practiceMonths: 8, subjects: ['数控编程与加工'] } });
    const file = await consortium.secretary.fetch(found.rejectedUrl);
    const [sheet] = await readSheets(Buffer.from(await file.arrayBuffer()));
    expect(sheet!.data.flat()).toContain('430001198401089151');
    const again = await review(consortium.secretary, consortium.lead.id, 'teachers.xlsx', sample('teachers.xlsx'));
    expect(again.counts).toMatchObject({ created: 0, changed: 0, unchanged: 176, bad: 4 });
  });

  it('keeps no number of a person in the clear anywhere in the database', async () => {
    const consortium = await TestConsortium.found();
    const numbers = ['430001199305059079', '19900007194', '19987650001', '19987650002'];
    const teachers = await review(consortium.secretary, consortium.lead.id, 'teachers.xlsx', sample('teachers.xlsx'));
    const venues = await review(consortium.secretary, consortium.lead.id, 'v.csv', '实训室名称,管理员,位置,工位数\nA室,张三 19987650001,A101,40\n,李四（19987650002）,A102,40\n');
    expect(await rows(consortium.secretary, venues.id)).toMatchObject([{ cells: ['A室', '张三 199****0001', 'A101', '40'] }, { state: 'BAD', cells: ['', '李四（199****0002）', 'A102', '40'] }]);
    await Promise.all([apply(consortium.secretary, teachers.id), apply(consortium.secretary, venues.id)]);
    expect((await resources(consortium.secretary, { kinds: ['VENUE'] })).nodes).toMatchObject([{ keeper: '张三' }]);
    const found = await database(async (client) => {
      const tables = (await client.query(`select format('%I.%I', table_schema, table_name) as name from information_schema.tables where table_schema in ('scheduling', 'platform', 'directory', 'jobs') and table_type = 'BASE TABLE'`)).rows as { name: string }[];
      const hits: string[] = [];
      for (const { name } of tables) for (const number of numbers) if ((await client.query(`select 1 from ${name} t where strpos(t::text, $1) > 0 or strpos(t::text, $2) > 0 limit 1`, [number, Buffer.from(number).toString('hex')])).rowCount) hits.push(`${name} ${number}`);
      return [tables.length > 15, hits];
    });
    expect(found).toEqual([true, []]);
  });

  it('gives engineers to the enterprises that the rows name, when these are members and the person may', async () => {
    const consortium = await TestConsortium.found();
    const heavy = await consortium.member('示例重工集团有限公司');
    const file = `姓名,企业,统一社会信用代码,岗位,可授课时段,联系电话\n甲,示例重工集团有限公司,${heavy.uscc},班组长,周三下午,19900000001\n乙,别处,91430200MA0TE5T088,班组长,,19900000002\n丙,示例重工集团有限公司,${heavy.uscc.slice(0, 17)}${heavy.uscc.endsWith('0') ? '1' : '0'},班组长,,19900000003\n`;
    const found = await review(consortium.secretary, consortium.lead.id, 'engineers.csv', file);
    expect(found).toMatchObject({ register: 'ENGINEERS', counts: { total: 3, created: 1, bad: 2 } });
    const bad = await rows(consortium.secretary, found.id, 'BAD');
    expect(bad.map((row) => row.problems[0])).toMatchObject([{ column: 2, code: 'ORGANISATION_NOT_MEMBER' }, { column: 2, code: 'USCC_INVALID' }]);
    await apply(consortium.secretary, found.id);
    expect((await resources(consortium.secretary, { kinds: ['ENGINEER'] })).nodes).toMatchObject([{ name: '甲', owner: { id: heavy.id } }]);

    const keeper = await consortium.person(['RESOURCE_KEEPER']);
    const refused = await review(keeper, consortium.lead.id, 'engineers.csv', file);
    expect((await rows(keeper, refused.id, 'BAD'))[0].problems[0].code).toBe('ORGANISATION_NOT_YOURS');
  });

  it('lets a person correct the mapping, and says at which field it cannot be', async () => {
    const consortium = await TestConsortium.found();
    const client = consortium.secretary;
    const found = await review(client, consortium.lead.id, 'x.csv', '名称,甲,编号,型号\n车床,王伟,A1,C6\n铣床,李敏,A2,X5\n');
    const MAP = `mutation ($id: ID!, $input: ImportMappingInput!) { updateImportMapping(id: $id, input: $input) { id state } }`;
    expect(found.columns.map((column: any) => column.field)).toEqual(['name', null, 'code', 'model']);
    await client.run(MAP, { id: found.id, input: { columns: [{ index: 1, field: 'keeper' }] } });
    const mapped = await settled(client, found.id);
    expect(mapped.columns.map((column: any) => column.field)).toEqual(['name', 'keeper', 'code', 'model']);
    expect(await client.refusal(MAP, { id: found.id, input: { columns: [{ index: 1, field: 'nonsense' }] } })).toMatchObject({ code: 'BAD_INPUT', field: 'input.columns.0.field' });
    expect(await client.refusal(MAP, { id: found.id, input: { sheet: '没有' } })).toMatchObject({ code: 'BAD_INPUT', field: 'input.sheet' });
    await apply(client, found.id);
    expect((await resources(client)).nodes.map((node: any) => node.keeper).sort()).toEqual(['李敏', '王伟']);
    expect((await client.refusal(MAP, { id: found.id, input: {} })).code).toBe('IMPORT_NOT_READY');
  });

  it('names the other sheets that are registers too, and imports each of them from the same file', async () => {
    const consortium = await TestConsortium.found();
    const client = consortium.secretary;
    const workbook = new ExcelJS.Workbook();
    for (const name of ['机械类', '电子类', '填表说明']) {
      const sheet = workbook.addWorksheet(name);
      sheet.addRows(name === '填表说明' ? [['说明'], ['规格型号必填']] : [['资产编号', '设备名称', '规格型号', '单价'], [`${name}1`, `${name}设备`, 'X', 1]]);
    }
    const fileId = await upload(client, '设备.xlsx', Buffer.from(await workbook.xlsx.writeBuffer()));
    const start = async (sheet?: string) => settled(client, (await client.run(START, { input: { fileId, ownerId: consortium.lead.id, sheet } })).startImport.id);
    const first = await start();
    expect(first).toMatchObject({ sheet: '机械类', furtherSheets: ['电子类'], counts: { created: 1 } });
    await apply(client, first.id);
    const second = await start('电子类');
    expect(second).toMatchObject({ sheet: '电子类', furtherSheets: [], counts: { created: 1 } });
    await apply(client, second.id);
    expect((await settled(client, first.id)).furtherSheets).toEqual([]);
    expect((await resources(client)).totalCount).toBe(2);
    expect(await start('没有')).toMatchObject({ state: 'FAILED', error: expect.stringContaining('没有') });
  });

  it('refuses what is no table, and says why nothing could be read', async () => {
    const consortium = await TestConsortium.found();
    const client = consortium.secretary;
    const html = await upload(client, 'ledger.csv', '<html><body><table><tr><td>设备名称</td></tr></table></body></html>');
    expect(await client.refusal(START, { input: { fileId: html, ownerId: consortium.lead.id } })).toMatchObject({ code: 'FILE_NOT_A_TABLE', field: 'input.fileId' });
    const prose = await review(client, consortium.lead.id, 'a.csv', '今天天气很好\n我们去公园\n');
    expect(prose).toMatchObject({ state: 'FAILED', error: expect.stringContaining('没有找到表头') });
    expect((await client.refusal(START, { input: { fileId: '11111111-1111-4111-8111-111111111111', ownerId: consortium.lead.id } })).code).toBe('NOT_FOUND');
  });

  it('is only for those who may, and tells others nothing', async () => {
    const [consortium, other] = await Promise.all([TestConsortium.found(), TestConsortium.found()]);
    const enterprise = await consortium.member();
    const teacher = await consortium.person(['TEACHER']);
    const stranger = await consortium.person(['RESOURCE_KEEPER'], enterprise.id);
    const fileId = await upload(consortium.secretary, 'a.csv', '设备名称,资产编号,规格型号\n车床,A1,C6\n');
    const { startImport } = await consortium.secretary.run(START, { input: { fileId, ownerId: consortium.lead.id } });
    await settled(consortium.secretary, startImport.id);
    expect((await teacher.refusal(START, { input: { fileId, ownerId: consortium.lead.id } })).code).toBe('FORBIDDEN');
    const own = await upload(stranger, 'a.csv', '设备名称,资产编号,规格型号\n车床,A1,C6\n');
    expect((await stranger.refusal(START, { input: { fileId: own, ownerId: consortium.lead.id } })).code).toBe('FORBIDDEN');
    for (const client of [teacher, stranger, other.secretary]) {
      expect((await client.run('query ($id: ID!) { import(id: $id) { id } }', { id: startImport.id })).import).toBeNull();
      expect((await client.refusal('mutation ($id: ID!) { applyImport(id: $id) { id } }', { id: startImport.id })).code).toBe('NOT_FOUND');
      expect((await client.fetch(`/imports/${startImport.id}/rejected.xlsx`)).status).toBe(404);
    }
    expect(await consortium.secretary.run('mutation ($id: ID!) { discardImport(id: $id) }', { id: startImport.id })).toEqual({ discardImport: true });
    expect((await consortium.secretary.run('query ($id: ID!) { import(id: $id) { id } }', { id: startImport.id })).import).toBeNull();
  });
});
