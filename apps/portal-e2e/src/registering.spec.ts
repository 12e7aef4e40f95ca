import { describe, expect, it } from '@jest/globals';
import { PASSWORD, TestConsortium } from '@gongjian/platform/testing';
import type { Page } from 'playwright-core';
import { useBrowser, visit } from './browser/browser.ts';
import { linkTo } from './mail.ts';
import { askToComeIn } from './registering.ts';

useBrowser();

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' });

async function school() {
  const consortium = await TestConsortium.found();
  const { id } = await consortium.member('示例职业技术学院', 'SCHOOL');
  return { consortium, id, administrator: await consortium.person(['ORGANISATION_ADMINISTRATOR'], id, '王主任') };
}

describe('self-registration', () => {
  it('leads from the link over a mail and a new account to the page that waits, and once confirmed to the seat', async () => {
    const { administrator } = await school();
    const page = await visit(administrator, '/people');
    await page.getByRole('link', { name: '设置自助注册' }).click();
    await button(page, '开启自助注册').click();
    const link = await page.getByRole('textbox', { name: '注册链接' }).inputValue();
    await page.getByRole('img', { name: '注册链接的二维码' }).waitFor();

    // Whoever has the link, by keyboard alone.
    const email = `guest-${Date.now()}@example.org`;
    const login = `guest-${Date.now()}`;
    const { pathname, hash } = new URL(link);
    const guest = await visit(null, pathname + hash);
    await guest.getByText('申请加入示例职业技术学院').waitFor();
    expect(guest.url()).not.toContain('#');
    await guest.getByLabel('姓名').focus();
    await guest.keyboard.type('阿依古丽·买买提');
    await guest.keyboard.press('Tab');
    await guest.keyboard.type('no address');
    await guest.keyboard.press('Enter');
    await guest.getByText('请填写邮箱地址').waitFor();
    await guest.getByText('请先阅读并勾选').waitFor();
    await guest.getByLabel('邮箱').focus();
    await guest.keyboard.press('Control+A');
    await guest.keyboard.type(email);
    await guest.keyboard.press('Tab');
    await guest.keyboard.press('Enter');
    await guest.getByRole('option', { name: '学生' }).waitFor();
    await guest.keyboard.press('Enter');
    await guest.keyboard.press('Tab');
    await guest.keyboard.type('机电系 2024 级');
    await guest.keyboard.press('Tab');
    await guest.keyboard.press('Space');
    await button(guest, '提交申请').focus();
    await guest.keyboard.press('Enter');
    await guest.getByText(`我们已向 ${email} 发出一封邮件`).waitFor();

    await guest.goto(await linkTo(email, 'REGISTRATION'));
    await guest.getByText('确认您的申请').waitFor();
    expect(await guest.getByLabel('姓名').inputValue()).toBe('阿依古丽·买买提');
    await guest.getByLabel('登录名').fill(login);
    for (const label of [/^密码/, /^再输一次密码/]) await guest.getByLabel(label).fill(PASSWORD);
    await guest.keyboard.press('Enter');
    await guest.getByText('您的申请已提交给示例职业技术学院的管理员').waitFor();
    // Nothing else is open, also after a reload and after another sign-in.
    await guest.goto('/bookings');
    await guest.getByText('您的申请已提交给示例职业技术学院的管理员').waitFor();
    const later = await visit(null, '/sign-in');
    await later.getByLabel('账号', { exact: true }).fill(login);
    await later.getByLabel('密码', { exact: true }).fill(PASSWORD);
    await button(later, '登录').click();
    await later.getByText('等待确认').waitFor();

    const row = page.getByRole('table', { name: '注册申请列表' }).getByRole('row', { name: /阿依古丽·买买提/ });
    await row.getByText(email).waitFor();
    await row.getByText('机电系 2024 级').waitFor();
    await button(page, '确认阿依古丽·买买提的申请').click();
    const dialog = page.getByRole('dialog', { name: '确认阿依古丽·买买提的申请' });
    expect(await dialog.getByRole('checkbox', { name: '学生' }).isChecked()).toBe(true);
    await dialog.getByRole('button', { name: '确认', exact: true }).click();
    await page.getByText('阿依古丽·买买提已加入本单位').waitFor();
    await page.getByText('没有等待确认的申请').waitFor();

    await button(guest, '查看最新结果').click();
    await guest.getByText('示例职业技术学院已确认您的申请。').waitFor();
    await guest.getByRole('link', { name: '进入共建' }).click();
    await button(guest, /^阿依古丽·买买提/).waitFor();
  });

  it('is refused with a reason, is taken back, and ends with its link', async () => {
    const { administrator } = await school();
    const { registering, applicant, asked } = await askToComeIn(administrator, [`a-${Date.now()}@example.org`, `b-${Date.now()}@example.org`]);
    const page = await visit(administrator, '/people/registrations');
    await button(page, /^拒绝/).click();
    const dialog = page.getByRole('dialog', { name: /^拒绝/ });
    await dialog.getByRole('button', { name: '拒绝' }).click();
    await dialog.getByText('请填写原因，对方会在邮件里看到').waitFor();
    await dialog.getByLabel('原因').fill('名单上没有您，请联系学生处');
    await dialog.getByRole('button', { name: '拒绝' }).click();
    await page.getByText('没有等待确认的申请').waitFor();
    const waits = await visit(applicant, '/registration/waiting');
    await waits.getByRole('heading', { name: '登录共建' }).waitFor();

    const guest = await visit(null, asked);
    await guest.getByLabel('登录名').fill(`c-${Date.now()}`);
    for (const label of [/^密码/, /^再输一次密码/]) await guest.getByLabel(label).fill(PASSWORD);
    await button(guest, '开立账号并提交').click();
    await button(guest, '撤回申请').click();
    await guest.getByRole('dialog').getByRole('button', { name: '撤回申请' }).click();
    await guest.getByText('为此开立的账号已删除').waitFor();

    await button(page, '更换链接').click();
    await page.getByRole('dialog').getByRole('button', { name: '更换链接' }).click();
    await page.getByText('已更换，原来的链接不再有效').waitFor();
    const late = await visit(null, registering);
    await late.getByText(/^注册链接无效/).waitFor();
    await button(page, '关闭自助注册').click();
    await page.getByRole('dialog').getByRole('button', { name: '关闭自助注册' }).click();
    await button(page, '开启自助注册').waitFor();
  });

  it('is confirmed over the sign-in page by whoever has an account', async () => {
    const { consortium, administrator } = await school();
    const someone = await consortium.person(['COORDINATOR'], consortium.lead.id, '赵老师');
    const { asked } = await askToComeIn(administrator, [`d-${Date.now()}@example.org`, `e-${Date.now()}@example.org`]);
    const page = await visit(null, asked);
    await button(page, '我已有账号，登录后确认').click();
    await page.getByLabel('账号', { exact: true }).fill(someone.login);
    await page.getByLabel('密码', { exact: true }).fill(PASSWORD);
    await button(page, '登录').click();
    await button(page, '以赵老师的身份确认').click();
    await page.getByText('等待确认').waitFor();
    await page.getByRole('link', { name: '回到首页' }).click();
    // With a seat elsewhere one finds the way back to what one waits for, until it is answered.
    await button(page, /^赵老师/).click();
    await page.getByRole('menuitem', { name: '等待确认的申请' }).click();
    await button(page, '撤回申请').click();
    await page.getByRole('dialog').getByRole('button', { name: '撤回申请' }).click();
    await page.getByText('您没有正在等待的注册申请。').waitFor();
    await page.getByRole('link', { name: '回到首页' }).click();
    await button(page, /^赵老师/).click();
    await page.getByRole('menuitem', { name: '退出登录' }).waitFor();
    expect(await page.getByRole('menuitem', { name: '等待确认的申请' }).count()).toBe(0);
  });
});
