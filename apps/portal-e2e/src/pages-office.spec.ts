import { beforeAll } from '@jest/globals';
import { type Client, operator } from '@gongjian/platform/testing';
import { drafted, parties, signed, using } from './agreeing.ts';
import { PHONE, useBrowser } from './browser/browser.ts';
import { Park } from './kit.ts';
import { askToComeIn } from './registering.ts';
import { type Sight, button, heading, opened, text, nothingInTheWay } from './sights.ts';

useBrowser();

let park: Park;
let agreeing: Awaited<ReturnType<typeof parties>>;
let draft: string;
let signable: string;
let lent: string;
let system: Client;
let founder: Client;
let developer: Client;
let webhook: string;
let registering: string;
let asked: string;
let applicant: Client;

beforeAll(async () => {
  park = await Park.open();
  founder = await operator();
  system = await park.consortium.person(['SYSTEM_ADMINISTRATOR'], park.lead.id, '系统管理员');
  agreeing = await parties(park.consortium);
  draft = await drafted(agreeing, '设备共享协议', false);
  signable = await drafted(agreeing, '设备使用协议', true);
  lent = await signed(agreeing, '设备出借协议');
  await using(agreeing, '按协议使用的实训');
  developer = agreeing.school;
  await developer.run('mutation { createApiKey(input: { name: "教务系统", scopes: [READ_RESOURCES, WRITE_BOOKINGS], days: 10 }) { secret } }');
  // Nobody listens there: a delivery that fails has more to show.
  const { createWebhook } = await developer.run('mutation { createWebhook(input: { url: "http://127.0.0.1:9/hooks", events: [BOOKING_CREATED] }) { webhook { id } } }');
  webhook = createWebhook.webhook.id;
  await developer.run('mutation ($id: ID!) { testWebhook(id: $id) { id } }', { id: webhook });
  ({ registering, asked, applicant } = await askToComeIn(agreeing.enterprise, ['asked@example.org', 'waits@example.org'], 'ENGINEER'));
});

const SIGHTS: Sight[] = [
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
  { name: 'the settings of a consortium', who: () => park.consortium.secretary, path: () => '/settings', reach: (page) => button(page, '保存设置').waitFor() },
  { name: 'the outbox', who: () => founder, path: () => '/outbox', reach: text('没有设置邮件服务器') },
  { name: 'wishes to see data of minors', who: () => park.consortium.secretary, path: () => '/minor-access', reach: text('还没有申请') },
  { name: 'the identity providers', who: () => park.consortium.secretary, path: () => '/identity-providers', reach: text('还没有单位接入') },
  { name: 'a new identity provider', who: () => park.consortium.secretary, path: () => '/identity-providers', reach: opened('接入一个单位', '接入单位统一身份认证') },
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
  { name: 'self-registration and who asks', who: () => agreeing.enterprise, path: () => '/people/registrations', reach: async (page) => {
    await page.getByRole('img', { name: '注册链接的二维码' }).waitFor();
    await text('waits@example.org')(page);
  } },
  { name: 'a request to confirm', who: () => agreeing.enterprise, path: () => '/people/registrations', reach: opened(/^确认.*的申请$/, /^确认/) },
  { name: 'a request to refuse', who: () => agreeing.enterprise, path: () => '/people/registrations', reach: opened(/^拒绝.*的申请$/, /^拒绝/) },
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

nothingInTheWay(SIGHTS, () => park.administrator);
