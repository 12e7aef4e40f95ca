import { beforeAll, describe, expect, it } from '@jest/globals';
import { barriers } from './browser/axe.ts';
import { PHONE, heard, until, useBrowser, visit } from './browser/browser.ts';
import { Park, type Person } from './kit.ts';
import { linkTo } from './mail.ts';
import { type Sight, button, heading, opened, text, nothingInTheWay } from './sights.ts';

useBrowser();

let park: Park;
let keeper: Person;
let keeperOrganisation: string;
let leaver: Person;
let asking: Person;
let invitation: string;

beforeAll(async () => {
  park = await Park.open();
  const { consortium, lead } = park;
  const { id, keeper: theirs } = await park.owner('示例重工集团有限公司', '六轴焊接机器人');
  [keeper, keeperOrganisation] = [theirs, id];
  leaver = await consortium.person(['COORDINATOR'], lead.id, '要注销的人');
  asking = await consortium.person(['TEACHER'], lead.id, '申请注销的人');
  await asking.run('mutation { closeAccount { needsDecision } }');
  await consortium.secretary.run('mutation ($input: InvitePersonInput!) { invitePerson(input: $input) { id } }', { input: { name: '䶮㛃', email: 'invited@example.org', organisationId: lead.id, roles: ['TEACHER'], until: '2099-01-01' } });
  invitation = await linkTo('invited@example.org', 'INVITATION', consortium.id);
});

const SIGHTS: Sight[] = [
  { name: 'signing in, after a wrong password', who: () => null, path: () => '/sign-in?to=/resources', reach: async (page) => {
    await page.getByLabel('账号', { exact: true }).fill('nobody');
    await page.getByLabel('密码', { exact: true }).fill('wrong');
    await button(page, '登录').click();
    await text('账号或密码不正确')(page);
  } },
  { name: 'the members', path: () => '/members', reach: text('示例重工集团有限公司') },
  { name: 'a new member', who: () => park.consortium.secretary, path: () => '/members', reach: opened('添加单位', '添加成员单位') },
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
  { name: 'the security of an account', path: () => '/account/security', reach: (page) => page.getByRole('list', { name: '登录会话' }).getByText('当前').waitFor() },
  { name: 'the security of an account on a phone', path: () => '/account/security', look: PHONE, reach: (page) => page.getByRole('list', { name: '登录会话' }).getByText('当前').waitFor() },
  { name: 'my data', who: () => park.consortium.secretary, path: () => '/account/data', reach: async (page) => {
    await page.getByRole('button', { name: /^账号 / }).click();
    await page.getByRole('list', { name: '账号' }).getByText(park.consortium.secretaryLogin).waitFor();
  } },
  { name: 'closing one\'s account', path: () => '/account/data', who: () => leaver, reach: opened('注销账号', '注销账号？') },
  { name: 'somebody who asks to close their account', who: () => park.consortium.secretary, path: () => `/people/${asking.personId}`, reach: opened('答复', /^答复/) },
  { name: 'a correction that is asked for', path: () => '/account/data', reach: opened('请求更正', '请求更正') },
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
  { name: 'a person to suspend', who: () => park.consortium.secretary, path: () => `/people/${keeper.personId}`, reach: opened('暂停', /^暂停/) },
  { name: 'a role to give', who: () => park.consortium.secretary, path: () => `/people/${keeper.personId}`, reach: opened('授予角色', /^授予/) },
  { name: 'a term to change', who: () => park.consortium.secretary, path: () => `/people/${keeper.personId}`, reach: opened(/^修改设备管理员/, /期限$/) },
  { name: 'a new person', who: () => park.consortium.secretary, path: () => '/people', reach: opened('添加人员', '添加人员') },
];

nothingInTheWay(SIGHTS, () => park.administrator);

describe('nothing stands in the way of anybody, in light and in dark:', () => {
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
