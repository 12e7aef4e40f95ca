import { readFileSync } from 'node:fs';
import { beforeAll } from '@jest/globals';
import { type Client, operator } from '@gongjian/platform/testing';
import { PHONE, until, useBrowser } from './browser/browser.ts';
import { type Made, Park, type Person, keepCalendar, nextWeek } from './kit.ts';
import { type Sight, button, heading, opened, text, nothingInTheWay } from './sights.ts';

useBrowser();

const REGISTERS = new URL('../../../services/scheduling/test/registers/', import.meta.url);

let park: Park;
let keeper: Person;
let founder: Client;
let machine: Made;
let teacher: Made;
let waiting: string;
let done: string;
let review: string;

/** A register as far as the preview, or all the way. */
async function importOf(who: Client, name: string, apply: boolean): Promise<string> {
  const form = new FormData();
  form.append('file', new Blob([new Uint8Array(readFileSync(new URL(name, REGISTERS)))]), name);
  const { id: fileId } = (await (await who.fetch('/files', { method: 'POST', body: form })).json()) as { id: string };
  const { startImport } = await who.run('mutation ($input: StartImportInput!) { startImport(input: $input) { id } }', { input: { fileId, ownerId: park.lead.id } });
  const reaches = (wanted: string) =>
    until(async () => (await who.run('query ($id: ID!) { import(id: $id) { state } }', { id: startImport.id })).import.state, (state) => state === wanted);
  await reaches('REVIEW');
  if (apply) {
    await who.run('mutation ($id: ID!) { applyImport(id: $id) { id } }', { id: startImport.id });
    await reaches('DONE');
  }
  return startImport.id;
}

beforeAll(async () => {
  park = await Park.open();
  founder = await operator();
  const heavy = await park.owner('示例重工集团有限公司', '六轴焊接机器人');
  keeper = heavy.keeper;
  machine = await park.resource('数控车床', { model: 'CK6150', place: '实训楼 A203', openingHours: [{ weekday: 2, opens: '08:00', closes: '18:00' }] });
  await park.resource('旧铣床', { state: 'UNDER_REPAIR' });
  ({ id: waiting } = await park.book([machine, heavy.resource], nextWeek(2), '09:00', '15:00', { title: '焊接综合实训', notes: '带护目镜', attendees: 30 }));
  await park.book([machine], nextWeek(2), '15:00', '17:00', { title: '车工实训' });
  const input = { resourceId: machine.id, startsAt: new Date(`${nextWeek(3)}T01:00:00Z`), endsAt: new Date(`${nextWeek(3)}T05:00:00Z`), reason: '主轴更换' };
  await park.administrator.run('mutation ($input: CreateMaintenanceInput!) { createMaintenance(input: $input) { __typename } }', { input });
  await keepCalendar(park.consortium.secretary);
  done = await importOf(park.consortium.secretary, 'teachers.xlsx', true);
  review = await importOf(park.consortium.secretary, 'venues.csv', false);
  const { resources } = await park.consortium.secretary.run('{ resources(filter: { kinds: [TEACHER] }, first: 1) { nodes { id name } } }');
  teacher = resources.nodes[0];
});

const week = () => `/timeline?day=${nextWeek(2)}&kind=EQUIPMENT`;
const asKeeper = () => keeper;

const SIGHTS: Sight[] = [
  { name: 'the first page', path: () => '/', reach: text('车工实训') },
  { name: 'the first page of an owner', who: asKeeper, path: () => '/', reach: text('焊接综合实训') },
  { name: 'the menu of a person', path: () => '/', reach: async (page) => {
    await button(page, '园区管理员').click();
    await page.getByRole('menuitem', { name: '加入其他联合体' }).click();
    await page.getByRole('dialog').getByText(/有效期至/).waitFor();
  } },
  { name: 'a page that is not there', path: () => '/nowhere', reach: text('没有找到这一页') },
  { name: 'the timeline', path: week, reach: (page) => page.getByRole('button', { name: /已确认/ }).first().waitFor() },
  { name: 'the timeline with a booking open', path: week, reach: async (page) => {
    await page.getByRole('button', { name: /待审批/ }).first().click();
    await page.getByRole('dialog').getByText('示例重工').first().waitFor();
  } },
  { name: 'the timeline with chosen rows and the menu of one', path: week, reach: async (page) => {
    await button(page, '选中数控车床').click();
    await page.getByRole('region', { name: /^已选 1 个资源/ }).waitFor();
    await button(page, '数控车床的操作').click();
    await page.getByRole('menuitem', { name: '查看资源' }).waitFor();
  } },
  { name: 'a new booking that will not work', path: week, reach: async (page) => {
    await button(page, '选中数控车床').click();
    await button(page, '预约所选').click();
    await page.getByRole('dialog', { name: '新建预约' }).getByText('可以改成').waitFor();
  } },
  { name: 'a new maintenance', path: () => `/resources/${machine.id}`, reach: opened(/维护$/, '安排维护') },
  { name: 'the day on a phone', path: () => `${week()}&resource=${machine.id}`, look: PHONE, reach: text('车工实训') },
  { name: 'the navigation on a phone', path: () => '/', look: PHONE, reach: async (page) => {
    await button(page, '打开导航').tap();
    await page.getByRole('navigation', { name: '主导航' }).waitFor();
  } },
  { name: 'the resources', path: () => '/resources', reach: text('数控车床') },
  { name: 'a new resource', path: () => '/resources', reach: opened('新建资源', '新建资源') },
  { name: 'a machine', path: () => `/resources/${machine.id}`, reach: text('车工实训') },
  { name: 'a teacher with personal data', who: () => park.consortium.secretary, path: () => `/resources/${teacher.id}`, reach: (page) => heading(teacher.name)(page) },
  { name: 'the form of a resource', path: () => `/resources/${machine.id}?edit=1`, reach: (page) => button(page, '保存').waitFor() },
  { name: 'the imports', path: () => '/imports', reach: text('teachers.xlsx') },
  { name: 'a new import', path: () => '/imports/new', reach: (page) => button(page, '上传并读取').waitFor() },
  { name: 'the columns of an import', path: () => `/imports/${review}`, reach: heading('核对每一列填到哪里') },
  { name: 'the preview of an import', path: () => `/imports/${review}?step=preview`, reach: async (page) => (await page.getByRole('table', { name: '预览的行' }).getByRole('row').nth(1).waitFor()) },
  { name: 'an import that is done', path: () => `/imports/${done}`, reach: heading('导入完成') },
  { name: 'all bookings', path: () => '/bookings', reach: text('车工实训') },
  { name: 'my bookings', path: () => '/bookings?tab=mine', reach: text('车工实训') },
  { name: 'bookings that wait', who: asKeeper, path: () => '/bookings?tab=waiting', reach: text('焊接综合实训') },
  { name: 'a booking to decide', who: asKeeper, path: () => `/bookings/${waiting}`, reach: (page) => button(page, '同意').waitFor() },
  { name: 'a booking to reject', who: asKeeper, path: () => `/bookings/${waiting}`, reach: opened('驳回', /^驳回/) },
  { name: 'a booking to change', path: () => `/bookings/${waiting}`, reach: opened('修改', '修改预约') },
  { name: 'a booking to cancel', path: () => `/bookings/${waiting}`, reach: opened('取消预约', /^取消/) },
  { name: 'the school calendar', path: () => '/calendar?owner=consortium', reach: text('国庆节') },
  { name: 'a new school calendar', who: () => park.consortium.secretary, path: () => '/calendar?year=2027', reach: opened('编制校历', /^编制校历/) },
  { name: 'the lessons of a school', who: () => park.consortium.secretary, path: () => '/calendar?owner=consortium', reach: opened('修改作息', '修改作息') },
  { name: 'the holidays', path: () => '/holidays', reach: text('国办发明电〔2025〕7号') },
  { name: 'holidays with mistakes', who: () => founder, path: () => '/holidays', reach: async (page) => {
    await page.getByLabel('放假安排', { exact: true }).fill('2027-01-01,元旦,放假\n2026-12-31,元旦,放假');
    await button(page, '检查').click();
    await text(/处问题/)(page);
  } },
  { name: 'the timeline in a week of holidays', path: () => '/timeline?day=2026-10-01&kind=EQUIPMENT', reach: (page) => page.getByText('国庆节（法定节假日）').first().waitFor({ state: 'attached' }) },
  { name: 'a booking by lessons on a holiday', path: () => '/timeline?day=2026-10-01&kind=EQUIPMENT', reach: async (page) => {
    await button(page, '选中数控车床').click();
    await button(page, '预约所选').click();
    const dialog = page.getByRole('dialog', { name: '新建预约' });
    await dialog.getByLabel('开始日期').fill('2026-10-01');
    await dialog.getByRole('button', { name: /第1-2节/ }).click();
    await dialog.getByText(/是国庆节放假/).waitFor();
  } },
  { name: 'the messages', who: asKeeper, path: () => '/messages?show=all', reach: text('焊接综合实训') },
  { name: 'the messages below the bell', who: asKeeper, path: () => '/members', reach: async (page) => {
    await button(page, /^消息/).click();
    await page.getByRole('dialog', { name: '消息' }).getByRole('button', { name: '查看全部消息' }).or(page.getByRole('link', { name: '查看全部消息' })).first().waitFor();
  } },
  { name: 'how one is told', path: () => '/account/messages', reach: text('哪些消息发邮件') },
  { name: 'a person who leaves', who: () => park.consortium.secretary, path: () => `/people/${keeper.personId}`, reach: async (page) => {
    await button(page, '办理离开').click();
    await page.getByRole('dialog').getByText(/等待答复/).waitFor();
  } },
];

nothingInTheWay(SIGHTS, () => park.administrator);
