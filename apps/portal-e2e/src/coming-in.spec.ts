import { describe, expect, it } from '@jest/globals';
import { PASSWORD, TestConsortium } from '@gongjian/platform/testing';
import type { Page } from 'playwright-core';
import { useBrowser, visit } from './browser/browser.ts';
import { linkTo } from './mail.ts';

useBrowser();

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' });

describe('an invitation', () => {
  it('is sent, opened from the mail, accepted with a new account, and leads to the new seat, by keyboard alone', async () => {
    const consortium = await TestConsortium.found();
    const firm = await consortium.member('示例重工集团有限公司');
    const administrator = await consortium.person(['ORGANISATION_ADMINISTRATOR'], firm.id, '王主任');
    const email = `guest-${Date.now()}@example.org`;
    const page = await visit(administrator, '/people');
    await button(page, '邀请人员').focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: '邀请人员' });
    await dialog.waitFor();
    await page.keyboard.type('阿依古丽·买买提');
    await page.keyboard.press('Tab');
    await page.keyboard.type(email);
    await dialog.getByRole('checkbox', { name: '教师' }).focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('Enter');
    await page.getByText('已邀请阿依古丽·买买提').waitFor();
    await page.getByText('1 份邀请等待接受').waitFor();

    const guest = await visit(null, await linkTo(email, 'INVITATION', consortium.id));
    await guest.getByText('王主任邀请您加入').waitFor();
    expect(guest.url()).not.toContain('#');
    expect(await guest.getByLabel('姓名').inputValue()).toBe('阿依古丽·买买提');
    await guest.getByLabel('姓名').focus();
    await guest.keyboard.press('Tab');
    await guest.keyboard.type(`guest-${Date.now()}`);
    await guest.keyboard.press('Tab');
    await guest.keyboard.type('short');
    await guest.keyboard.press('Tab');
    await guest.keyboard.press('Tab');
    await guest.keyboard.type('short');
    await guest.keyboard.press('Enter');
    await guest.getByText(/^密码至少 10 位/).waitFor();
    for (const label of [/^密码/, /^再输一次密码/]) {
      await guest.getByLabel(label).focus();
      await guest.keyboard.press('Control+A');
      await guest.keyboard.type(PASSWORD);
    }
    await guest.keyboard.press('Enter');
    await guest.getByText('已加入示例重工集团有限公司').waitFor();
    await guest.keyboard.press('Enter');
    await button(guest, /^阿依古丽·买买提/).waitFor();
    await page.getByText('1 份邀请等待接受').waitFor({ state: 'detached' });
    await page.getByRole('table', { name: '人员列表' }).getByText('阿依古丽·买买提').waitFor();
  });

  it('goes to many from a list: bad rows stay out and come back, the others are invited, and a second look invites nobody again', async () => {
    const consortium = await TestConsortium.found();
    const firm = await consortium.member('示例重工集团有限公司');
    const administrator = await consortium.person(['ORGANISATION_ADMINISTRATOR'], firm.id, '王主任');
    const [first, second] = ['a', 'b'].map((letter) => `list-${letter}-${Date.now()}@example.org`);
    const page = await visit(administrator, '/people/invitations');
    await page.getByRole('link', { name: '从名单邀请' }).click();
    await page.locator('input[type=file]').setInputFiles({ name: '名单.csv', mimeType: 'text/csv', buffer: Buffer.from(`\uFEFF入驻人员名单,,\n教师姓名,工作邮件,角色\n阿依古丽·买买提,${first},教师\n李䶮,${second},\n无邮箱,,教师\n`) });
    await button(page, '查看名单').click();
    await page.getByText('3 行：1 人将收到邀请，0 人已经邀请过，2 行有问题').waitFor();
    await page.getByRole('checkbox', { name: '企业工程师' }).or(page.getByRole('checkbox', { name: '工程师' })).first().check();
    await page.getByText('3 行：2 人将收到邀请，0 人已经邀请过，1 行有问题').waitFor();
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: '下载有问题的行' }).click()]);
    expect(download.suggestedFilename()).toBe('名单-退回的行.xlsx');
    await button(page, '邀请 2 人').click();
    await page.getByText('已发送 2 份邀请').waitFor();
    await page.getByText('3 行：0 人将收到邀请，2 人已经邀请过，1 行有问题').waitFor();
    expect(await button(page, '没有可以邀请的人').isDisabled()).toBe(true);
    await page.getByRole('link', { name: '查看邀请' }).click();
    await page.getByRole('table', { name: '邀请列表' }).getByText(second!).waitFor();
  });

  it('gives whoever has an account one more seat, over the sign-in page', async () => {
    const consortium = await TestConsortium.found();
    const firm = await consortium.member('示例重工集团有限公司');
    const someone = await consortium.person(['TEACHER'], consortium.lead.id, '赵老师');
    const email = `second-${Date.now()}@example.org`;
    await consortium.secretary.run('mutation ($input: InvitePersonInput!) { invitePerson(input: $input) { id } }', { input: { name: '赵老师', email, organisationId: firm.id, roles: ['ENGINEER'] } });
    const page = await visit(null, await linkTo(email, 'INVITATION', consortium.id));
    await button(page, '我已有账号，登录后接受').click();
    await page.getByLabel('账号', { exact: true }).fill(someone.login);
    await page.getByLabel('密码', { exact: true }).fill(PASSWORD);
    await button(page, '登录').click();
    await button(page, '以赵老师的身份接受').click();
    await button(page, '进入示例重工集团有限公司').click();
    await button(page, /^赵老师\s*示例重工/).waitFor();
    expect((await someone.run('{ me { seats { organisation { id } } } }')).me.seats).toHaveLength(2);
  });

  it('lets somebody back in whose last role has ended, with the account they had', async () => {
    const consortium = await TestConsortium.found();
    const former = await consortium.person(['TEACHER'], consortium.lead.id, '钱老师');
    const { person } = await consortium.secretary.run('query ($id: ID!) { person(id: $id) { roleGrants { id } } }', { id: former.personId });
    await consortium.secretary.run('mutation ($id: ID!) { revokeRole(id: $id) { id } }', { id: person.roleGrants[0].id });
    const email = `back-${Date.now()}@example.org`;
    await consortium.secretary.run('mutation ($input: InvitePersonInput!) { invitePerson(input: $input) { id } }', { input: { name: '钱老师', email, organisationId: consortium.lead.id, roles: ['COORDINATOR'] } });
    const page = await visit(null, await linkTo(email, 'INVITATION', consortium.id));
    await button(page, '我已有账号，登录后接受').click();
    await page.getByLabel('账号', { exact: true }).fill(former.login);
    await page.getByLabel('密码', { exact: true }).fill(PASSWORD);
    await button(page, '登录').click();
    await button(page, /^钱老师/).waitFor();
    expect(new URL(page.url()).pathname).toBe('/');
  });
});
