import { describe, expect, it } from '@jest/globals';
import { PASSWORD, TestConsortium } from '@gongjian/platform/testing';
import { generateSync } from 'otplib';
import type { Locator, Page } from 'playwright-core';
import { barriers } from './browser/axe.ts';
import { useBrowser, visit } from './browser/browser.ts';
import { goesOn, opening, press, reach, walkable, write } from './browser/keys.ts';
import { named, withFingerprint } from './browser/passkeys.ts';

useBrowser();

const button = (page: Page | Locator, name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' }).first();
/** Each code counts once, so the second one of a minute is the one after it. */
const codeOf = (secret: string, steps = 0) => generateSync({ secret, epoch: Math.floor(Date.now() / 1000) + steps * 30 });

async function signIn(page: Page, login: string): Promise<void> {
  await write(page, page.getByLabel('账号', { exact: true }), login);
  await write(page, page.getByLabel('密码', { exact: true }), PASSWORD);
  await page.keyboard.press('Enter');
}

async function signOut(page: Page): Promise<void> {
  await press(page, button(page, /^秘书/));
  const out = page.getByRole('menuitem', { name: '退出登录' });
  await out.waitFor();
  await page.keyboard.press('End');
  expect(await out.evaluate((element) => element === document.activeElement)).toBe(true);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: '登录共建' }).waitFor();
}

/** Recovery codes are seen once: they stay until somebody says that they have them. */
async function keptCodes(page: Page): Promise<string[]> {
  const dialog = page.getByRole('dialog', { name: '恢复码' });
  await dialog.getByRole('listitem').first().waitFor();
  const codes = await dialog.getByRole('listitem').allInnerTexts();
  expect(await barriers(page)).toEqual([]);
  await walkable(page);
  await page.keyboard.press('Escape');
  await press(page, button(dialog, '我已保存'));
  await goesOn(page);
  return codes;
}

describe('by keyboard alone', () => {
  it('an authenticator app is added, its codes are made anew, one of them signs in, and it is taken away', async () => {
    const { secretary, secretaryLogin } = await TestConsortium.found();
    const page = await visit(secretary, '/account/security');
    const dialog = await opening(page, button(page, '绑定身份验证器应用'), '绑定身份验证器应用');
    const secret = (await dialog.locator('code').innerText()).replace(/\s/g, '');
    await write(page, dialog.getByRole('textbox'), codeOf(secret));
    await page.keyboard.press('Enter');
    expect(await keptCodes(page)).toHaveLength(10);
    expect(await barriers(page)).toEqual([]);
    await walkable(page);

    await press(page, button(page, '重新生成'));
    const [, second] = await keptCodes(page);
    await signOut(page);
    await signIn(page, secretaryLogin);
    await page.getByRole('heading', { name: '两步验证' }).waitFor();
    expect(await barriers(page)).toEqual([]);
    await walkable(page);
    await press(page, button(page, '手机不在身边？用恢复码'));
    expect(await barriers(page)).toEqual([]);
    await write(page, page.getByLabel('恢复码'), second!);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: '运行总览' }).waitFor();

    await page.goto('/account/security');
    await page.getByText('还剩 9 个').waitFor();
    const removal = await opening(page, button(page, '移除身份验证器应用'));
    await press(page, button(removal, '移除'));
    await page.getByText('还没有两步验证', { exact: false }).waitFor();
    await goesOn(page);
  });

  it('a passkey is added, called something else, signs in, and is taken away', async () => {
    const { secretaryLogin } = await TestConsortium.found();
    const page = await visit(null, named('/sign-in?to=%2Faccount%2Fsecurity'));
    await withFingerprint(page);
    await signIn(page, secretaryLogin);
    const dialog = await opening(page, button(page, '添加通行密钥'), '添加通行密钥');
    expect(await barriers(page)).toEqual([]);
    await walkable(page);
    await write(page, dialog.getByRole('textbox'), '办公室电脑');
    await page.keyboard.press('Enter');
    await keptCodes(page);
    const list = page.getByRole('list', { name: '两步验证' });
    const renaming = await opening(page, button(page, '给“办公室电脑”改名'));
    await write(page, renaming.getByRole('textbox'), '实训楼电脑');
    await press(page, button(renaming, '保存'));
    await list.getByText('实训楼电脑').waitFor();
    await goesOn(page);

    await signOut(page);
    await reach(page, button(page, '用通行密钥登录'));
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: '运行总览' }).waitFor();
    await page.goto(named('/account/security'));
    const removal = await opening(page, button(page, '移除实训楼电脑'));
    expect(await barriers(page)).toEqual([]);
    await press(page, button(removal, '移除'));
    await list.waitFor({ state: 'detached' });
    await goesOn(page);
  });

  it('a password is changed, by who knows the old one', async () => {
    const { secretary } = await TestConsortium.found();
    const page = await visit(secretary, '/account/security');
    const dialog = await opening(page, button(page, '修改密码'), '修改密码');
    await page.keyboard.type('Wrong-Horse-2026');
    await write(page, dialog.getByLabel(/^新密码/), 'Trumpet-Canal-88');
    await write(page, dialog.getByLabel(/^再输入一次新密码/), 'Trumpet-Canal-88');
    await page.keyboard.press('Enter');
    await dialog.getByText('密码不正确').waitFor();
    expect(await barriers(page)).toEqual([]);
    await write(page, dialog.getByLabel(/^当前密码/), PASSWORD);
    await page.keyboard.press('Enter');
    await page.getByText('密码已修改，其他设备上的登录已结束').waitFor();
    await goesOn(page);
  });
});
