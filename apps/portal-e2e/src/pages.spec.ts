import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { type Client, operator } from '@gongjian/platform/testing';
import type { Page } from 'playwright-core';
import { barriers } from './browser/axe.ts';
import { type Look, PHONE, go, heard, profile, until, useBrowser, visit } from './browser/browser.ts';
import { linkTo } from './mail.ts';
import { type Made, Park, type Person, keepCalendar, nextWeek } from './kit.ts';
import { drafted, parties, signed, using } from './agreeing.ts';
import { askToComeIn } from './registering.ts';

useBrowser();

const REGISTERS = new URL('../../../services/scheduling/test/registers/', import.meta.url);

let park: Park;
let keeper: Person;
let keeperOrganisation: string;
let system: Person;
let founder: Client;
let leaver: Person;
let asking: Person;
let machine: Made;
let teacher: Made;
let waiting: string;
let done: string;
let review: string;
let desk: Client;
let developer: Client;
let webhook: string;
let invitation: string;
let keeping: Person;
let registering: string;
let asked: string;
let applicant: Client;

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
  desk = await operator();
  developer = await park.consortium.person(['ORGANISATION_ADMINISTRATOR'], park.lead.id, '单位管理员');
  await developer.run('mutation { createApiKey(input: { name: "教务系统", scopes: [READ_RESOURCES, WRITE_BOOKINGS], days: 10 }) { secret } }');
  // Nobody listens there: a delivery that fails has more to show.
  const { createWebhook } = await developer.run('mutation { createWebhook(input: { url: "http://127.0.0.1:9/hooks", events: [BOOKING_CREATED] }) { webhook { id } } }');
  webhook = createWebhook.webhook.id;
  await developer.run('mutation ($id: ID!) { testWebhook(id: $id) { id } }', { id: webhook });
  const heavy = await park.owner('示例重工集团有限公司', '六轴焊接机器人');
  keeper = heavy.keeper;
  keeperOrganisation = heavy.id;
  system = await park.consortium.person(['SYSTEM_ADMINISTRATOR'], park.lead.id, '系统管理员');
  founder = await operator();
  leaver = await park.consortium.person(['COORDINATOR'], park.lead.id, '要注销的人');
  asking = await park.consortium.person(['TEACHER'], park.lead.id, '申请注销的人');
  await asking.run('mutation { closeAccount { needsDecision } }');
  machine = await park.resource('数控车床', { model: 'CK6150', place: '实训楼 A203', openingHours: [{ weekday: 2, opens: '08:00', closes: '18:00' }] });
  await park.resource('旧铣床', { state: 'UNDER_REPAIR' });
  ({ id: waiting } = await park.book([machine, heavy.resource], nextWeek(2), '09:00', '15:00', { title: '焊接综合实训', notes: '带护目镜', attendees: 30 }));
  await park.book([machine], nextWeek(2), '15:00', '17:00', { title: '车工实训' });
  const input = { resourceId: machine.id, startsAt: new Date(`${nextWeek(3)}T01:00:00Z`), endsAt: new Date(`${nextWeek(3)}T05:00:00Z`), reason: '主轴更换' };
  await park.administrator.run('mutation ($input: CreateMaintenanceInput!) { createMaintenance(input: $input) { __typename } }', { input });
  await keepCalendar(park.consortium.secretary);
  done = await importOf(park.consortium.secretary, 'teachers.xlsx', true);
  review = await importOf(park.consortium.secretary, 'venues.csv', false);
  await park.consortium.secretary.run('mutation ($input: InvitePersonInput!) { invitePerson(input: $input) { id } }', { input: { name: '䶮㛃', email: 'invited@example.org', organisationId: park.lead.id, roles: ['TEACHER'], until: '2099-01-01' } });
  invitation = await linkTo('invited@example.org', 'INVITATION', park.consortium.id);
  agreeing = await parties(park.consortium);
  draft = await drafted(agreeing, '设备共享协议', false);
  signable = await drafted(agreeing, '设备使用协议', true);
  lent = await signed(agreeing, '设备出借协议');
  await using(agreeing, '按协议使用的实训');
  const school = await park.consortium.member('示例职业技术学院', 'SCHOOL');
  keeping = await park.consortium.person(['ORGANISATION_ADMINISTRATOR'], school.id, '王主任');
  const letters = await askToComeIn(keeping, ['asked@example.org', 'waits@example.org']);
  ({ registering, asked } = letters);
  applicant = letters.applicant;
  const { resources } = await park.consortium.secretary.run('{ resources(filter: { kinds: [TEACHER] }, first: 1) { nodes { id name } } }');
  teacher = resources.nodes[0];
});

let agreeing: Awaited<ReturnType<typeof parties>>;
let draft: string;
let signable: string;
let lent: string;

interface Sight {
  name: string;
  who?: () => Client | null;
  path: () => string;
  look?: Look;
  /** What has to be done, and be there, before one looks. */
  reach: (page: Page) => Promise<unknown>;
}

const heading = (name: string) => (page: Page) => page.getByRole('heading', { name, exact: true }).first().waitFor();
const text = (words: string | RegExp) => (page: Page) => page.getByText(words).first().waitFor();
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first();
const opened = (name: string | RegExp, reply: string | RegExp) => async (page: Page) => {
  await button(page, name).click();
  await page.getByRole('dialog', { name: reply }).waitFor();
};
const week = () => `/timeline?day=${nextWeek(2)}&kind=EQUIPMENT`;
const asKeeper = () => keeper;

const SIGHTS: Sight[] = [
  { name: 'signing in, after a wrong password', who: () => null, path: () => '/sign-in?to=/resources', reach: async (page) => {
    await page.getByLabel('账号', { exact: true }).fill('nobody');
    await page.getByLabel('密码', { exact: true }).fill('wrong');
    await button(page, '登录').click();
    await text('账号或密码不正确')(page);
  } },
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
  { name: 'the agreements', who: () => agreeing.school, path: () => '/agreements', reach: text('设备共享协议') },
  { name: 'a new agreement', who: () => agreeing.school, path: () => '/agreements', reach: opened('起草协议', '起草协议') },
  { name: 'an agreement that is drafted', who: () => agreeing.enterprise, path: () => `/agreements/${draft}`, reach: text('已接受 0 / 1 条') },
  { name: 'a new clause', who: () => agreeing.enterprise, path: () => `/agreements/${draft}`, reach: opened('增加条款', '增加条款') },
  { name: 'an agreement to sign', who: () => agreeing.enterprise, path: () => `/agreements/${signable}`, reach: opened('签署', /^代表/) },
  { name: 'the books of an agreement', who: () => agreeing.school, path: () => `/agreements/${lent}/ledger`, reach: text('余额') },
  { name: 'shared data', who: () => agreeing.enterprise, path: () => '/agreements/shared-data', reach: text('没有生效的数据条款') },
  { name: 'bookings to decide', who: () => agreeing.enterprise, path: () => '/agreements/uses', reach: text('没有待决的预约') },
  { name: 'the network of agreements', who: () => agreeing.school, path: () => '/agreements/network', reach: heading('协议网络') },
  { name: 'why', who: () => agreeing.school, path: () => `/grants?resource=${agreeing.machineId}`, reach: text('在条款约定的资源池里') },
  { name: 'things shared from elsewhere', who: () => agreeing.school, path: () => '/resources/shared', reach: text('还没有其他联合体共享') },
  { name: 'the pools', who: () => agreeing.enterprise, path: () => '/pools', reach: text('五轴加工资源池') },
  { name: 'a new pool', who: () => agreeing.enterprise, path: () => '/pools', reach: opened('新建资源池', '新建资源池') },
  { name: 'the members', path: () => '/members', reach: text('示例重工集团有限公司') },
  { name: 'a new member', who: () => park.consortium.secretary, path: () => '/members', reach: opened('添加单位', '添加成员单位') },
  { name: 'the school calendar', path: () => '/calendar?owner=consortium', reach: text('国庆节') },
  { name: 'a new school calendar', who: () => park.consortium.secretary, path: () => '/calendar?year=2027', reach: opened('编制校历', /^编制校历/) },
  { name: 'the lessons of a school', who: () => park.consortium.secretary, path: () => '/calendar?owner=consortium', reach: opened('修改作息', '修改作息') },
  { name: 'the settings of a consortium', who: () => park.consortium.secretary, path: () => '/settings', reach: (page) => button(page, '保存设置').waitFor() },
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
  { name: 'the people', who: () => park.consortium.secretary, path: () => '/people', reach: text('设备管理员') },
  { name: 'the invitations', who: () => park.consortium.secretary, path: () => '/people/invitations', reach: text('invited@example.org') },
  { name: 'an invitation to send', who: () => park.consortium.secretary, path: () => '/people', reach: opened('邀请人员', '邀请人员') },
  { name: 'an invitation to withdraw', who: () => park.consortium.secretary, path: () => '/people/invitations', reach: opened(/^撤回给/, /^撤回给/) },
  {
    name: 'a list of people to invite',
    who: () => park.consortium.secretary,
    path: () => '/people/invitations/list',
    reach: async (page) => {
      await page.locator('input[type=file]').setInputFiles({ name: '名单.csv', mimeType: 'text/csv', buffer: Buffer.from('姓名,邮箱,角色\n李四,list@example.org,教师\n王五,,教师\n') });
      await button(page, '查看名单').click();
      await page.getByText('2 行：1 人将收到邀请').waitFor();
    },
  },
  { name: 'an invitation by the link of a mail', who: () => null, path: () => invitation, reach: (page) => button(page, '开立账号并接受').waitFor() },
  { name: 'an invitation for who is signed in', path: () => invitation, reach: (page) => button(page, /^以.*的身份接受$/).waitFor() },
  { name: 'an invitation that is none', who: () => null, path: () => `/invitation#${'A'.repeat(43)}`, reach: text(/^邀请链接无效/) },
  { name: 'the messages', who: asKeeper, path: () => '/messages?show=all', reach: text('焊接综合实训') },
  { name: 'the messages below the bell', who: asKeeper, path: () => '/members', reach: async (page) => {
    await button(page, /^消息/).click();
    await page.getByRole('dialog', { name: '消息' }).getByRole('button', { name: '查看全部消息' }).or(page.getByRole('link', { name: '查看全部消息' })).first().waitFor();
  } },
  { name: 'how one is told', path: () => '/account/messages', reach: text('哪些消息发邮件') },
  { name: 'the outbox', who: () => desk, path: () => '/outbox', reach: text('没有设置邮件服务器') },
  { name: 'the security of an account', path: () => '/account/security', reach: (page) => page.getByRole('list', { name: '登录会话' }).getByText('当前').waitFor() },
  { name: 'the security of an account on a phone', path: () => '/account/security', look: PHONE, reach: (page) => page.getByRole('list', { name: '登录会话' }).getByText('当前').waitFor() },
  { name: 'my data', who: () => park.consortium.secretary, path: () => '/account/data', reach: async (page) => {
    await page.getByRole('button', { name: /^账号 / }).click();
    await page.getByRole('list', { name: '账号' }).getByText(park.consortium.secretaryLogin).waitFor();
  } },
  { name: 'closing one\'s account', path: () => '/account/data', who: () => leaver, reach: opened('注销账号', '注销账号？') },
  { name: 'somebody who asks to close their account', who: () => park.consortium.secretary, path: () => `/people/${asking.personId}`, reach: opened('答复', /^答复/) },
  { name: 'a correction that is asked for', path: () => '/account/data', reach: opened('请求更正', '请求更正') },
  { name: 'wishes to see data of minors', who: () => park.consortium.secretary, path: () => '/minor-access', reach: text('还没有申请') },
  { name: 'the privacy notice, for strangers', who: () => null, path: () => '/privacy', reach: heading('您的权利') },
  { name: 'my data on a phone', path: () => '/account/data', look: PHONE, reach: heading('我的个人信息') },
  { name: 'a new password', path: () => '/account/security', reach: opened('修改密码', '修改密码') },
  { name: 'a new authenticator app', path: () => '/account/security', reach: async (page) => {
    await button(page, '绑定身份验证器应用').click();
    await page.getByRole('img', { name: /^二维码/ }).waitFor();
  } },
  { name: 'finding the sign-in of an organisation', who: () => null, path: () => '/sign-in/find', reach: async (page) => {
    await page.getByLabel('单位名称或单位邮箱').fill('没有接入的单位');
    await button(page, '查找单位').click();
    await text(/没有找到/)(page);
  } },
  { name: 'the sign-in of an organisation that there is not', who: () => null, path: () => '/sign-in/no-such-school', reach: text(/没有这个单位登录入口/) },
  { name: 'back from an organisation without success', who: () => null, path: () => '/sign-in/return?problem=PROVIDER_DENIED&code=szpt', reach: text(/没有在单位的身份认证系统里完成登录/) },
  { name: 'the identity providers', who: () => park.consortium.secretary, path: () => '/identity-providers', reach: text('还没有单位接入') },
  { name: 'a new identity provider', who: () => park.consortium.secretary, path: () => '/identity-providers', reach: opened('接入一个单位', '接入单位统一身份认证') },
  { name: 'a forgotten password', who: () => null, path: () => '/forgot', reach: heading('忘记密码') },
  { name: 'a password by the link of a mail', who: () => null, path: () => `/reset#${'A'.repeat(43)}`, reach: heading('设置新密码') },
  { name: 'a second factor that has to be added', path: () => '/add-second-factor', reach: (page) => button(page, '绑定身份验证器应用').waitFor() },
  { name: 'a member', who: () => park.consortium.secretary, path: () => `/members/${keeperOrganisation}`, reach: text('成员关系') },
  { name: 'a member that leaves', who: () => park.consortium.secretary, path: () => `/members/${keeperOrganisation}`, reach: async (page) => {
    await button(page, '退出联合体').click();
    await page.getByRole('dialog').getByText(/该单位的资源/).waitFor();
  } },
  { name: 'a member that changes', who: () => park.consortium.secretary, path: () => `/members/${keeperOrganisation}`, reach: opened('变更成员身份', '变更成员身份') },
  { name: 'a person', who: () => park.consortium.secretary, path: () => `/people/${keeper.personId}`, reach: text('角色及期限') },
  { name: 'a person who leaves', who: () => park.consortium.secretary, path: () => `/people/${keeper.personId}`, reach: async (page) => {
    await button(page, '办理离开').click();
    await page.getByRole('dialog').getByText(/等待答复/).waitFor();
  } },
  { name: 'a person to suspend', who: () => park.consortium.secretary, path: () => `/people/${keeper.personId}`, reach: opened('暂停', /^暂停/) },
  { name: 'a role to give', who: () => park.consortium.secretary, path: () => `/people/${keeper.personId}`, reach: opened('授予角色', /^授予/) },
  { name: 'a term to change', who: () => park.consortium.secretary, path: () => `/people/${keeper.personId}`, reach: opened(/^修改设备管理员/, /期限$/) },
  { name: 'separating administration', who: () => park.consortium.secretary, path: () => '/people', reach: opened('开启三员分立', '开启三员分立') },
  { name: 'the first page of an administrator', who: () => system, path: () => '/', reach: text('没有角色的账号') },
  { name: 'the consortia', who: () => founder, path: () => '/', reach: (page) => page.getByRole('link', { name: '开通联合体' }).waitFor() },
  { name: 'founding a consortium', who: () => founder, path: () => '/found', reach: async (page) => {
    await page.getByRole('main').getByLabel('类型').click();
    await page.getByRole('option', { name: '行业产教融合共同体' }).click();
    await button(page, /依据与明细 ALL-08/).click();
    await text(/一所有独立培训/)(page);
  } },
  { name: 'the members of a consortium that is founded', who: () => founder, path: () => '/found', reach: async (page) => {
    await page.getByLabel('全称').fill('示例共同体');
    await page.getByLabel('简称').fill('示例');
    await button(page, '下一步').click();
    await button(page, '下一步').click();
    await text('请填写此项')(page);
  } },
  { name: 'a new person', who: () => park.consortium.secretary, path: () => '/people', reach: opened('添加人员', '添加人员') },
  { name: 'the keys of programs', who: () => developer, path: () => '/developers', reach: text('教务系统') },
  { name: 'a new key', who: () => developer, path: () => '/developers', reach: opened('新建密钥', '新建密钥') },
  { name: 'a key to change', who: () => developer, path: () => '/developers', reach: opened('轮换', /^轮换/) },
  { name: 'a secret that is shown once', who: () => developer, path: () => `/developers/webhooks/${webhook}`, reach: async (page) => {
    await button(page, '更换签名密钥').click();
    await page.getByRole('dialog').getByRole('button', { name: '更换签名密钥' }).click();
    await page.getByRole('dialog', { name: '签名密钥' }).waitFor();
  } },
  { name: 'the webhooks', who: () => developer, path: () => '/developers/webhooks', reach: text('http://127.0.0.1:9/hooks') },
  { name: 'a new webhook', who: () => developer, path: () => '/developers/webhooks', reach: opened('新建 Webhook', '新建 Webhook') },
  { name: 'the deliveries of a webhook', who: () => developer, path: () => `/developers/webhooks/${webhook}`, reach: text(/没有答复：连接不上/) },
  { name: 'a delivery', who: () => developer, path: () => `/developers/webhooks/${webhook}`, reach: opened('webhook.test', 'webhook.test') },
  { name: 'the link of an organisation', who: () => null, path: () => registering, reach: async (page) => {
    await button(page, '提交申请').click();
    await text('请先阅读并勾选')(page);
  } },
  { name: 'the link of an organisation that is none', who: () => null, path: () => `/register#${'A'.repeat(43)}`, reach: text(/^注册链接无效/) },
  { name: 'a request to come in, by the link of a mail', who: () => null, path: () => asked, reach: (page) => button(page, '开立账号并提交').waitFor() },
  { name: 'a request to come in that is none', who: () => null, path: () => `/registration#${'A'.repeat(43)}`, reach: text(/^链接无效/) },
  { name: 'waiting to be taken in', who: () => applicant, path: () => '/registration/waiting', reach: (page) => button(page, '撤回申请').waitFor() },
  { name: 'a request to take back', who: () => applicant, path: () => '/registration/waiting', reach: opened('撤回申请', /^撤回加入/) },
  { name: 'self-registration and who asks', who: () => keeping, path: () => '/people/registrations', reach: async (page) => {
    await page.getByRole('img', { name: '注册链接的二维码' }).waitFor();
    await text('waits@example.org')(page);
  } },
  { name: 'a request to confirm', who: () => keeping, path: () => '/people/registrations', reach: opened(/^确认.*的申请$/, /^确认/) },
  { name: 'a request to refuse', who: () => keeping, path: () => '/people/registrations', reach: opened(/^拒绝.*的申请$/, /^拒绝/) },
  { name: 'self-registration of whose it is not', path: () => '/people/registrations', reach: text(/^只有单位管理员/) },
  { name: 'the reference', who: () => developer, path: () => '/developers/reference', reach: text('开始对接') },
  { name: 'an operation in the reference', who: () => developer, path: () => '/developers/reference?show=createBooking&find=booking', reach: (page) => page.getByRole('article', { name: 'createBooking' }).waitFor() },
  { name: 'a type in the reference on a phone', who: () => developer, path: () => '/developers/reference?show=Booking', look: PHONE, reach: (page) => page.getByRole('article', { name: 'Booking' }).waitFor() },
  { name: 'the audit log', who: () => park.consortium.secretary, path: () => '/audit', reach: text('添加人员') },
  { name: 'the register of data', who: () => park.consortium.secretary, path: () => '/data-protection', reach: text('个人信息处理清单') },
  { name: 'an entry of the audit log', who: () => park.consortium.secretary, path: () => '/audit?operation=createResource', reach: async (page) => {
    await page.getByRole('table').getByRole('link').first().click();
    await heading('新建资源')(page);
    await text('原始数据')(page);
  } },
  { name: 'what was done to oneself', path: () => '/audit/mine', reach: text('添加人员') },
];

const pages = new Map<string, Promise<Page>>();

/** Whoever looks again, and with the same eyes, does so in the same window: it need not fetch all anew. */
function windowOf(who: Client | null, look: Look): Promise<Page> {
  const key = JSON.stringify([who?.cookie, look]);
  if (!pages.has(key)) pages.set(key, profile(who, look, true).then((context) => context.newPage()));
  return pages.get(key)!;
}

describe('nothing stands in the way of anybody, in light and in dark:', () => {
  it.each(SIGHTS.map((sight) => [sight.name, sight] as const))('%s', async (_, { who = () => park.administrator, path, look = {}, reach }) => {
    const page = await windowOf(who(), look);
    await page.emulateMedia({ colorScheme: 'light' });
    await go(page, path());
    await reach(page);
    expect(await barriers(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.locator('html[data-scheme=dark]').waitFor({ state: 'attached' });
    // Nothing else than the colours is another.
    expect(await barriers(page, ['color-contrast', 'link-in-text-block'])).toEqual([]);
  });

  it('and what does stand in the way is found', async () => {
    const page = await visit(null, '/sign-in');
    await heading('登录共建')(page);
    await page.evaluate(() => {
      document.querySelector('h1')!.style.color = '#eee';
      document.querySelector('form')!.append(document.createElement('button'));
    });
    expect((await barriers(page)).map((barrier) => barrier.split(' ')[0]).sort()).toEqual(['button-name', 'color-contrast']);
  });
});

describe('the content policy', () => {
  it('stops foreign script and style, and these tests would hear of it', async () => {
    const page = await visit(null, '/sign-in');
    await heading('登录共建')(page);
    expect(heard()).toEqual([]);
    await page.evaluate(() => {
      const script = document.createElement('script');
      script.textContent = 'window.broken = true';
      document.head.append(script);
      document.body.setAttribute('style', 'color: red');
    });
    const said = await until(heard, (all) => all.length >= 2);
    expect(said.join()).toMatch(/Content Security Policy/);
    expect(await page.evaluate(() => 'broken' in window)).toBe(false);
  });
});
