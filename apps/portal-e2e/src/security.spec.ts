import { describe, expect, it } from '@jest/globals';
import { Client, PASSWORD, TestConsortium } from '@gongjian/platform/testing';
import { generateSync } from 'otplib';
import type { Page } from 'playwright-core';
import { heard, until, useBrowser, visit } from './browser/browser.ts';
import { named, withFingerprint } from './browser/passkeys.ts';
import { linkTo } from './mail.ts';

useBrowser();

const ANOTHER = 'Trumpet-Canal-88';
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' });

async function signIn(page: Page, login: string, password = PASSWORD): Promise<void> {
  await page.getByLabel('账号', { exact: true }).fill(login);
  await page.getByLabel('密码', { exact: true }).fill(password);
  await button(page, '登录').click();
}

async function signOut(page: Page, name = /^秘书/): Promise<void> {
  await button(page, name).click();
  await page.getByRole('menuitem', { name: '退出登录' }).click();
  await page.getByRole('heading', { name: '登录共建' }).waitFor();
}

/** What the app shows next: each code counts once, so the second one of a minute is the one after it. */
const codeOf = (secret: string, steps = 0) => generateSync({ secret, epoch: Math.floor(Date.now() / 1000) + steps * 30 });

describe('an authenticator app', () => {
  it('is added by keyboard alone from the menu of the person, and asked for at the next sign-in; a recovery code stands in for it', async () => {
    const { secretary, secretaryLogin } = await TestConsortium.found();
    const page = await visit(secretary, '/');
    await button(page, /^秘书/).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('menuitem', { name: '账号安全' }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: '账号安全' }).waitFor();
    await button(page, '绑定身份验证器应用').focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: '绑定身份验证器应用' });
    const secret = (await dialog.locator('code').innerText()).replace(/\s/g, '');
    expect(await dialog.getByRole('img', { name: /^二维码/ }).evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(100);
    await page.keyboard.type('000000');
    await page.keyboard.press('Enter');
    await dialog.getByText('验证码不正确或已用过').waitFor();
    await page.keyboard.type(codeOf(secret));
    await page.keyboard.press('Enter');
    const codes = page.getByRole('dialog', { name: '恢复码' });
    await codes.getByRole('listitem').first().waitFor();
    const recovery = await codes.getByRole('listitem').allInnerTexts();
    expect(recovery).toHaveLength(10);
    await codes.getByRole('button', { name: '我已保存' }).focus();
    await page.keyboard.press('Enter');
    await page.getByText('还剩 10 个').waitFor();

    await signOut(page);
    await signIn(page, secretaryLogin);
    await page.getByRole('heading', { name: '两步验证' }).waitFor();
    expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('code');
    await page.keyboard.type(codeOf(secret, 1));
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: '运行总览' }).waitFor();

    await signOut(page);
    await signIn(page, secretaryLogin);
    await button(page, '手机不在身边？用恢复码').click();
    await page.getByLabel('恢复码').fill(recovery[3]!.toLowerCase());
    await button(page, '验证').click();
    await page.getByRole('heading', { name: '运行总览' }).waitFor();
    await page.goto('/account/security');
    await page.getByText('还剩 9 个').waitFor();
  });
});

describe('a passkey', () => {
  it('is added with a finger, signs in alone without a password, and serves as second factor', async () => {
    const { secretaryLogin } = await TestConsortium.found();
    const page = await visit(null, named('/sign-in?to=%2Faccount%2Fsecurity'));
    const { cdp, authenticatorId } = await withFingerprint(page);
    await signIn(page, secretaryLogin);
    await button(page, '添加通行密钥').click();
    const dialog = page.getByRole('dialog', { name: '添加通行密钥' });
    await dialog.getByLabel('名称').fill('办公室电脑');
    await dialog.getByRole('button', { name: '继续' }).click();
    await page.getByRole('dialog', { name: '恢复码' }).getByRole('button', { name: '我已保存' }).click();
    await page.getByRole('list', { name: '两步验证' }).getByText('办公室电脑').waitFor();
    expect((await cdp.send('WebAuthn.getCredentials', { authenticatorId })).credentials).toMatchObject([{ isResidentCredential: true, rpId: 'localhost' }]);
    await button(page, '给“办公室电脑”改名').click();
    await page.getByRole('dialog').getByLabel('名称').fill('实训楼电脑');
    await page.getByRole('dialog').getByRole('button', { name: '保存' }).click();
    await page.getByRole('list', { name: '两步验证' }).getByText('实训楼电脑').waitFor();

    await signOut(page);
    await button(page, '用通行密钥登录').click();
    await page.getByRole('heading', { name: '运行总览' }).waitFor();

    await signOut(page);
    await signIn(page, secretaryLogin);
    await button(page, '使用通行密钥').click();
    await page.getByRole('heading', { name: '运行总览' }).waitFor();

    // The finger is not the right one: nobody gets in, and the page says nothing worse than it should.
    await signOut(page);
    await cdp.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: false });
    await button(page, '用通行密钥登录').click();
    await until(async () => (await button(page, '用通行密钥登录').getAttribute('class'))?.includes('MuiButton-loading'), (busy) => !busy);
    expect(await page.getByRole('heading', { name: '登录共建' }).count()).toBe(1);
    heard();
  });
});

describe('a forgotten password', () => {
  it('is replaced by the link in a mail, whose secret leaves the address bar; an address is confirmed by its holder', async () => {
    const { secretary, secretaryLogin } = await TestConsortium.found();
    const email = `s${process.pid}.${Date.now()}@example.org`;
    const page = await visit(secretary, '/account/security');
    await button(page, '添加邮箱').click();
    await page.getByRole('dialog').getByRole('textbox', { name: /^邮箱/ }).fill(email);
    await page.getByRole('dialog').getByRole('button', { name: '发送链接' }).click();
    await page.getByText(`确认邮件已发往 ${email}`).waitFor();
    await page.goto(await linkTo(email, 'ACCOUNT_EMAIL'));
    await page.getByText('邮箱已确认。').waitFor();
    expect(new URL(page.url()).hash).toBe('');

    const stranger = await visit(null, '/sign-in');
    await stranger.getByRole('link', { name: '忘记密码？' }).click();
    await stranger.getByLabel('账号或邮箱').fill(email);
    await button(stranger, '发送链接').click();
    await stranger.getByText(/^如果有这个账号/).waitFor();
    await stranger.goto(await linkTo(email, 'ACCOUNT_RESET'));
    await stranger.getByLabel(/^新密码/).fill('Password2026!');
    await stranger.getByLabel(/^再输入一次新密码/).fill('Password2026!');
    expect(new URL(stranger.url()).hash).toBe('');
    await button(stranger, '设置密码').click();
    await stranger.getByText('这个密码太常见或容易被猜到').waitFor();
    await stranger.getByLabel(/^新密码/).fill(ANOTHER);
    await stranger.getByLabel(/^再输入一次新密码/).fill(ANOTHER);
    await button(stranger, '设置密码').click();
    await stranger.getByText('密码已设置。请用新密码登录。').waitFor();
    await stranger.getByRole('link', { name: '返回登录' }).click();
    await signIn(stranger, secretaryLogin, ANOTHER);
    await stranger.getByRole('heading', { name: '运行总览' }).waitFor();
    // Wherever else somebody was signed in, they are not any more.
    await page.goto('/');
    await page.getByRole('heading', { name: '登录共建' }).waitFor();
  });
});

describe('a consortium that requires a second factor', () => {
  it('leads its administrators to the one page that is open, and on from there', async () => {
    const consortium = await TestConsortium.found();
    const administrator = await consortium.person(['ORGANISATION_ADMINISTRATOR'], consortium.lead.id, '王芳');
    const secretary = await visit(consortium.secretary, '/account/security');
    await secretary.getByRole('checkbox', { name: /^要求本联合体的管理员/ }).click();
    await secretary.getByText('请先在“账号安全”里为自己添加两步验证').waitFor();

    const { secret } = (await (await consortium.secretary.post('/auth/totp/begin', {})).json()) as { secret: string };
    await consortium.secretary.post('/auth/totp/confirm', { code: codeOf(secret) });
    await secretary.getByRole('checkbox', { name: /^要求本联合体的管理员/ }).click();
    await secretary.getByText('已要求管理员使用两步验证').waitFor();

    const page = await visit(administrator, '/people');
    await page.getByRole('heading', { name: '请先添加两步验证' }).waitFor();
    expect(await page.getByRole('navigation').count()).toBe(0);
    await button(page, '绑定身份验证器应用').click();
    await page.getByRole('textbox', { name: /^6 位验证码/ }).fill(codeOf((await page.locator('code').innerText()).replace(/\s/g, '')));
    await button(page, '验证并绑定').click();
    await button(page, '我已保存，继续').click();
    await page.getByRole('heading', { name: '运行总览' }).waitFor();
  });
});

describe('sessions', () => {
  it('are seen with their device, and ended where one does not know them', async () => {
    const { secretary, secretaryLogin } = await TestConsortium.found();
    const other = await new Client().signIn(secretaryLogin, PASSWORD);
    const page = await visit(secretary, '/account/security');
    const list = page.getByRole('list', { name: '登录会话' });
    await until(() => list.getByRole('listitem').count(), (count) => count === 2);
    expect(await list.getByRole('listitem').first().innerText()).toContain('当前');
    await list.getByRole('button', { name: new RegExp(`${other.address}$`) }).click();
    await page.getByRole('dialog').getByRole('button', { name: '结束' }).click();
    await until(() => list.getByRole('listitem').count(), (count) => count === 1);
    expect((await other.try('{ me { roles } }')).status).toBe(401);
  });

  it('end when the password is changed, and only with the old one it is', async () => {
    const { secretary, secretaryLogin } = await TestConsortium.found();
    const other = await new Client().signIn(secretaryLogin, PASSWORD);
    const page = await visit(secretary, '/account/security');
    await button(page, '修改密码').click();
    const dialog = page.getByRole('dialog', { name: '修改密码' });
    await dialog.getByLabel(/^当前密码/).fill('Wrong-Horse-2026');
    await dialog.getByLabel(/^新密码/).fill(ANOTHER);
    await dialog.getByLabel(/^再输入一次新密码/).fill(ANOTHER);
    await dialog.getByRole('button', { name: '修改密码' }).click();
    await dialog.getByText('密码不正确').waitFor();
    await dialog.getByLabel(/^当前密码/).fill(PASSWORD);
    await dialog.getByRole('button', { name: '修改密码' }).click();
    await page.getByText('密码已修改，其他设备上的登录已结束').waitFor();
    expect((await other.try('{ me { roles } }')).status).toBe(401);
  });
});
