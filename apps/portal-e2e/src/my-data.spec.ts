import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { TestConsortium } from '@gongjian/platform/testing';
import type { Page } from 'playwright-core';
import { useBrowser, visit } from './browser/browser.ts';
import type { Person } from './kit.ts';

useBrowser();

let consortium: TestConsortium;
let teacher: Person;
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' });

beforeAll(async () => {
  consortium = await TestConsortium.found();
  teacher = await consortium.person(['TEACHER'], consortium.lead.id, '慕容清');
});

describe('my data', () => {
  it('is reached by keyboard from the menu, says why each thing is kept, and leaves as a file', async () => {
    const page = await visit(teacher, '/');
    await button(page, /^慕容清/).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('menuitem', { name: '我的个人信息' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: '我的个人信息' }).waitFor();
    await button(page, /^账号 /).focus();
    await page.keyboard.press('Enter');
    const list = page.getByRole('list', { name: '账号' });
    await list.getByText(teacher.login).waitFor();
    await page.getByText('为您提供服务、履行合同所必需').first().waitFor();
    await button(page, '导出').focus();
    await page.keyboard.press('Enter');
    const coming = page.waitForEvent('download');
    await page.getByRole('menuitem', { name: /JSON/ }).press('Enter');
    const download = await coming;
    expect(download.suggestedFilename()).toMatch(/^我的个人信息-\d{4}-\d\d-\d\d\.json$/);
    expect(readFileSync(await download.path(), 'utf8')).toContain(teacher.login);
    await page.getByText('文件里有您的完整信息').waitFor();
  });

  it('the notice stands on the first page until it was read, and a consent is withdrawn where it was given', async () => {
    const page = await visit(teacher, '/');
    await page.getByText('请阅读《隐私告知》').waitFor();
    await button(page, '我已阅读').click();
    await page.getByText('请阅读《隐私告知》').waitFor({ state: 'detached' });
    await page.goto('/account/data');
    await button(page, '同意：在名册里显示我的照片').click();
    await page.getByText('已记录您的同意').waitFor();
    await button(page, '撤回：在名册里显示我的照片').click();
    await page.getByText('已撤回，立即生效').waitFor();
    await page.getByText(/第 1 版已于/).waitFor();
  });
});
