import { describe, expect, it } from '@jest/globals';
import { aUscc, Client, operator, PASSWORD, TestConsortium } from '@gongjian/platform/testing';
import type { Locator, Page } from 'playwright-core';
import { barriers } from './browser/axe.ts';
import { useBrowser, visit } from './browser/browser.ts';
import { choose, goesOn, opening, press, reach, walkable, write } from './browser/keys.ts';
import { linkTo } from './mail.ts';

useBrowser();

const button = (page: Page | Locator, name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' }).first();

/** A page as it stands: all in it is come to, and nothing is a barrier. */
async function wholly(page: Page): Promise<void> {
  expect(await barriers(page)).toEqual([]);
  await walkable(page);
}

/** A login and a password, twice, for an account that is new. */
async function newAccount(page: Page, login: string): Promise<void> {
  await write(page, page.getByLabel('登录名'), login);
  for (const label of [/^密码/, /^再输一次密码/]) await write(page, page.getByRole('textbox', { name: label }).or(page.getByLabel(label)).first(), PASSWORD);
}

describe('by keyboard alone', () => {
  it('somebody asks to come in, confirms it, waits, takes it back, and another one is taken in', async () => {
    const consortium = await TestConsortium.found();
    const { id } = await consortium.member('示例职业技术学院', 'SCHOOL');
    const office = await visit(await consortium.person(['ORGANISATION_ADMINISTRATOR'], id, '王主任'), '/people/registrations');
    await press(office, button(office, '开启自助注册'));
    await office.getByRole('img', { name: '注册链接的二维码' }).waitFor();
    const link = new URL(await office.getByRole('textbox', { name: '注册链接' }).inputValue());

    const ask = async (email: string): Promise<Page> => {
      const page = await visit(null, link.pathname + link.hash);
      await page.getByText('申请加入示例职业技术学院').waitFor();
      await write(page, page.getByLabel('姓名'), '阿依古丽·买买提');
      await write(page, page.getByLabel('邮箱'), email);
      await choose(page, page.getByRole('combobox', { name: /^您的身份/ }), '学生');
      await press(page, page.getByRole('checkbox'), 'Space');
      await press(page, button(page, '提交申请'));
      await page.getByText(`我们已向 ${email} 发出一封邮件`).waitFor();
      return page;
    };
    const email = `keys-${Date.now()}@example.org`;
    const page = await ask(email);
    await wholly(page);
    await page.goto(await linkTo(email, 'REGISTRATION'));
    await page.getByText('确认您的申请').waitFor();
    await wholly(page);
    await newAccount(page, `keys-${Date.now()}`);
    await page.keyboard.press('Enter');
    await page.getByText('等待确认').waitFor();
    await wholly(page);
    const dialog = await opening(page, button(page, '撤回申请'));
    await press(page, button(dialog, '撤回申请'));
    await page.getByText('为此开立的账号已删除').waitFor();
    await goesOn(page);
    await wholly(page);

    const second = `second-${Date.now()}@example.org`;
    const guest = await ask(second);
    await guest.goto(await linkTo(second, 'REGISTRATION'));
    await newAccount(guest, `second-${Date.now()}`);
    await guest.keyboard.press('Enter');
    await guest.getByText('等待确认').waitFor();
    await office.reload();
    await button(office, '确认阿依古丽·买买提的申请').waitFor();
    const confirming = await opening(office, button(office, '确认阿依古丽·买买提的申请'));
    await press(office, button(confirming, '确认'));
    await office.getByText('没有等待确认的申请').waitFor();
    await goesOn(office);
    await press(guest, button(guest, '查看最新结果'));
    await guest.getByText('示例职业技术学院已确认您的申请。').waitFor();
    await wholly(guest);
    await press(guest, guest.getByRole('link', { name: '进入共建' }));
    await button(guest, /^阿依古丽·买买提/).waitFor();
  });

  it('an invitation is read and accepted, by who is new and by who is signed in', async () => {
    const consortium = await TestConsortium.found();
    const firm = await consortium.member('示例重工集团有限公司');
    const invite = async (email: string) => {
      await consortium.secretary.run('mutation ($input: InvitePersonInput!) { invitePerson(input: $input) { id } }', { input: { name: '赵老师', email, organisationId: firm.id, roles: ['ENGINEER'] } });
      return linkTo(email, 'INVITATION', consortium.id);
    };
    const page = await visit(null, await invite(`new-${Date.now()}@example.org`));
    await button(page, '开立账号并接受').waitFor();
    await wholly(page);
    await newAccount(page, `new-${Date.now()}`);
    await page.keyboard.press('Enter');
    await page.getByText('已加入示例重工集团有限公司').waitFor();
    await wholly(page);
    await press(page, button(page, '进入示例重工集团有限公司'));
    await button(page, /^赵老师/).waitFor();

    const someone = await consortium.person(['TEACHER'], consortium.lead.id, '钱老师');
    const theirs = await visit(someone, await invite(`known-${Date.now()}@example.org`));
    await button(theirs, '以钱老师的身份接受').waitFor();
    await wholly(theirs);
    await press(theirs, button(theirs, '以钱老师的身份接受'));
    await theirs.getByText('已加入示例重工集团有限公司').waitFor();
    await wholly(theirs);
  });

  it('a consortium is founded, step by step', async () => {
    const login = `k-${Date.now()}`;
    const page = await visit(await operator(), '/found');
    const next = async () => {
      await wholly(page);
      await press(page, button(page, '下一步'));
    };
    const field = (name: string) => page.getByRole('main').getByRole('textbox', { name: new RegExp(`^${name}`) });
    const list = (name: string) => page.getByRole('main').getByRole('combobox', { name: new RegExp(`^${name}`) });
    await choose(page, list('类型'), '行业产教融合共同体');
    await write(page, field('全称'), '示例行业产教融合共同体');
    await write(page, field('简称'), '示例');
    await next();
    const unit = async (region: string, name: string, kind: string, qualities: Record<string, string> = {}) => {
      const part = page.getByRole('region', { name: region });
      await write(page, part.getByRole('textbox', { name: /^单位名称/ }), name);
      await write(page, part.getByRole('textbox', { name: /^统一社会信用代码/ }), aUscc());
      await choose(page, part.getByRole('combobox', { name: /^单位类型/ }), kind);
      for (const [quality, answer] of Object.entries(qualities)) await choose(page, part.getByRole('combobox', { name: quality }), answer);
    };
    await unit('牵头单位（秘书处所在）', '示例机车制造有限公司', '企业');
    await press(page, button(page, '添加单位'));
    await unit('第 2 家单位', '示例理工大学', '职业学校', { 有硕士或博士学位授予权: '有' });
    await press(page, button(page, '添加单位'));
    await unit('第 3 家单位', '示例轨道交通职业学院', '职业学校', { 有硕士或博士学位授予权: '没有', 设有独立的培训或继续教育机构: '有' });
    await next();
    for (const paper of ['领导小组（理事会或董事会）', '共同商定的建设方案', '组织架构与职责分工', '成立大会', '章程', '利益共享机制']) await choose(page, page.getByRole('combobox', { name: paper }), '有');
    await next();
    await write(page, field('姓名'), '周思远');
    await write(page, field('登录名'), login);
    await press(page, button(page, '生成'));
    expect(await field('初始密码').inputValue()).not.toBe('');
    await write(page, field('初始密码'), PASSWORD);
    await next();
    await page.getByText('符合', { exact: true }).first().waitFor();
    await wholly(page);
    await press(page, button(page, '开通联合体'));
    await page.getByText('示例行业产教融合共同体已开通，秘书现在可以登录').waitFor();
    const secretary = await new Client().signIn(login, PASSWORD);
    expect((await secretary.run('{ organisations { totalCount } }')).organisations.totalCount).toBe(3);
  });

  it('a webhook is made, tried, sent again, changed and removed', async () => {
    const consortium = await TestConsortium.found();
    const page = await visit(await consortium.person(['ORGANISATION_ADMINISTRATOR'], consortium.lead.id, '王管理'), '/developers/webhooks');
    await page.getByText('还没有 Webhook').waitFor();
    const form = await opening(page, button(page, '新建 Webhook'), '新建 Webhook');
    await page.keyboard.press('Enter');
    await form.getByText('请至少选择一项').waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.keyboard.type('http://127.0.0.1:9/hooks');
    await press(page, form.getByRole('checkbox', { name: '新建资源' }), 'Space');
    await press(page, button(form, '新建 Webhook'));
    const once = page.getByRole('dialog', { name: '签名密钥' });
    await once.waitFor();
    await wholly(page);
    await press(page, button(once, '我已保存好'));
    await goesOn(page);
    await press(page, page.getByRole('row').filter({ hasText: '127.0.0.1' }).getByRole('link'));
    await press(page, button(page, '发送测试'));
    const row = page.getByRole('row').filter({ hasText: 'webhook.test' });
    await row.getByText(/没有答复/).waitFor();
    await wholly(page);
    await reach(page, row.getByRole('button', { name: '重发' }));
    await page.keyboard.press('Enter');
    await page.getByText('已排入发送').waitFor();
    const replay = await opening(page, button(page, '按时间重发'), '按时间重发');
    await press(page, button(replay, '重发'));
    await goesOn(page);
    await press(page, button(page, '停用'));
    await page.getByText('手动停用').waitFor();
    const removal = await opening(page, button(page, '删除'), '删除这个 Webhook？');
    await press(page, button(removal, '删除'));
    await page.getByText('还没有 Webhook').waitFor();
    await goesOn(page);
  });
});
