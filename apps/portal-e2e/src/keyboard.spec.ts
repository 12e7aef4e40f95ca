import { beforeAll, describe, expect, it } from '@jest/globals';
import { type Client, operator } from '@gongjian/platform/testing';
import { drafted, parties } from './agreeing.ts';
import { again, useBrowser, visit } from './browser/browser.ts';
import { walk, walkable } from './browser/keys.ts';
import { Park } from './kit.ts';
import { linkTo } from './mail.ts';
import { askToComeIn } from './registering.ts';

useBrowser();

let park: Park;
let both: Awaited<ReturnType<typeof parties>>;
let agreement: string;
let founder: Client;
let applicant: Client;
/** Pages of what was made, by what they are called below. */
let at: Record<string, string> = {};

beforeAll(async () => {
  park = await Park.open();
  both = await parties(park.consortium);
  agreement = await drafted(both, '设备共享协议', false);
  founder = await operator();
  const { consortium } = park;
  const { createWebhook } = await both.school.run('mutation { createWebhook(input: { url: "http://127.0.0.1:9/hooks", events: [BOOKING_CREATED] }) { webhook { id } } }');
  const { applicant: waits, registering, asked } = await askToComeIn(both.enterprise, [`a-${Date.now()}@example.org`, `b-${Date.now()}@example.org`], 'ENGINEER');
  applicant = waits;
  const email = `invited-${Date.now()}@example.org`;
  await consortium.secretary.run('mutation ($input: InvitePersonInput!) { invitePerson(input: $input) { id } }', { input: { name: '䶮㛃', email, organisationId: consortium.lead.id, roles: ['TEACHER'] } });
  at = { person: `/people/${park.administrator.personId}`, member: `/members/${both.enterpriseId}`, webhook: `/developers/webhooks/${createWebhook.webhook.id}`, registering, asked, invitation: await linkTo(email, 'INVITATION', consortium.id) };
});

const as = { secretary: () => park.consortium.secretary, administrator: () => both.school, operator: () => founder, applicant: () => applicant, stranger: () => null };

/** Where people sign in, and where they administer: what is there before one has gone on. */
const PAGES: [who: keyof typeof as, path: string, sign: string | RegExp][] = [
  ['stranger', '/sign-in', '登录'], ['stranger', '/sign-in/find', '查找单位'], ['stranger', '/forgot', '忘记密码'], ['stranger', '/privacy', /隐私/],
  ['secretary', '/members', '成员单位'], ['secretary', '/people', '人员与角色'], ['secretary', '/people/invitations', '邀请'], ['secretary', '/people/invitations/list', '上传一份人员名单'],
  ['administrator', '/people/registrations', '自助注册'], ['secretary', '/settings', '联合体设置'], ['secretary', '/identity-providers', '统一身份认证'],
  ['secretary', '/calendar?owner=consortium', '校历'], ['secretary', '/holidays', '节假日'], ['secretary', '/audit', '审计记录'], ['secretary', '/audit/mine', '与我有关的记录'], ['secretary', '/data-protection', '数据保护'],
  ['administrator', '/developers', '接口密钥'], ['administrator', '/developers/webhooks', 'Webhook'], ['secretary', '/messages', '消息'], ['secretary', '/account/messages', '消息设置'],
  ['secretary', '/account/security', '登录会话'], ['secretary', '/account/data', '我的'], ['operator', '/', '联合体'], ['operator', '/found', '成立要求'], ['operator', '/outbox', '发件箱'],
  ['secretary', 'person', '角色及期限'], ['secretary', 'member', '成员关系'], ['secretary', '/minor-access', '还没有申请'], ['administrator', 'webhook', '推送记录'], ['administrator', '/developers/reference?find=booking', 'createBooking'], ['administrator', '/developers/reference?find=createBooking&show=createBooking', '需要的权限范围'],
  ['stranger', 'registering', '申请加入示例轨道装备有限公司'], ['stranger', 'asked', '确认您的申请'], ['stranger', '/registration', '链接'], ['stranger', 'invitation', '开立账号并接受'], ['applicant', '/registration/waiting', '等待确认'], ['secretary', 'invitation', /^以.*的身份接受$/],
  ['administrator', '/agreements', '设备共享协议'], ['administrator', '/pools', '五轴加工资源池'],
  ['administrator', '/agreements/network', '协议网络'], ['administrator', '/agreements/uses', '待决预约'], ['administrator', '/agreements/shared-data', '共享数据'], ['administrator', '/grants', '授权查询'], ['administrator', '/resources/shared', '外部共享资源'],
];

describe('by keyboard alone', () => {
  it.each(PAGES)('%s comes on %s to everything, and sees where they are', async (who, path, sign) => {
    const page = await again(as[who](), at[path] ?? path);
    await page.getByText(sign).first().waitFor();
    await page.locator('[aria-busy=true]').first().waitFor({ state: 'detached' });
    await walkable(page);
  });

  it('would be told of a control that nobody comes to, and of one on which nobody sees that they are', async () => {
    const page = await visit(park.consortium.secretary, '/members');
    await page.getByText('成员单位').first().waitFor();
    await page.locator('[aria-busy=true]').first().waitFor({ state: 'detached' });
    await page.evaluate(() => {
      const plain = new CSSStyleSheet();
      plain.replaceSync('* { outline: none !important; box-shadow: none !important; transition: none !important } a, button, input, [tabindex] { background: none !important; border-color: red !important } fieldset { border: none !important }');
      document.adoptedStyleSheets = [...document.adoptedStyleSheets, plain];
      const button = [...document.querySelectorAll('button')].find(({ textContent }) => textContent === '添加单位')!;
      // It looks as before, and is asked for by no key.
      button.addEventListener('focus', () => button.blur());
      button.tabIndex = 0;
    });
    const { missed, unseen } = await walk(page);
    expect(missed).toEqual(['添加单位 (0)']);
    expect(unseen.length).toBeGreaterThan(5);
  });

  it('whoever administers accepts and comments on an agreement', async () => {
    const page = await visit(both.enterprise, `/agreements/${agreement}`);
    await page.getByRole('button', { name: '接受 第 1 条' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: '收回接受 第 1 条' }).waitFor();
    await page.getByLabel('提出意见').focus();
    await page.keyboard.type('同意');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByText('同意', { exact: true }).first().waitFor();
  });
});
