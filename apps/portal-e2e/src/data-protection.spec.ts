import { beforeAll, describe, expect, it } from '@jest/globals';
import { PHONE, useBrowser, visit } from './browser/browser.ts';
import { Park } from './kit.ts';

useBrowser();

let park: Park;
beforeAll(async () => {
  park = await Park.open();
});

describe('data protection', () => {
  it('leads from the sidebar to what is kept of people, found by a word, and by class', async () => {
    const page = await visit(park.consortium.secretary, '/');
    await page.getByRole('link', { name: '数据保护' }).click();
    await page.getByRole('heading', { name: '数据保护' }).waitFor();
    await page.getByText('directory.person.name', { exact: true }).waitFor();
    // Keys, times and versions are not what the page is for.
    expect(await page.getByText('directory.person.version', { exact: true }).count()).toBe(0);
    await page.getByPlaceholder('搜索内容、字段或目的').fill('身份证件号码');
    await page.getByText('scheduling.resource.id_number_sealed', { exact: true }).waitFor();
    await page.getByText('directory.person.name', { exact: true }).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: '清除筛选' }).first().click();
    await page.getByRole('combobox', { name: '个人信息' }).click();
    await page.getByRole('option', { name: '全部数据（含内部）' }).click();
    await page.getByText('directory.person.version', { exact: true }).waitFor();
  });

  it('changes the key by keyboard, and says what became of the one of before', async () => {
    const page = await visit(park.consortium.secretary, '/data-protection');
    await page.getByText('第 1 号').waitFor();
    await page.getByRole('button', { name: '更换密钥' }).focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog.getByText('以前的内容在后台重新加密').waitFor();
    await dialog.getByRole('button', { name: '更换密钥' }).focus();
    await page.keyboard.press('Enter');
    await page.getByText('第 2 号').waitFor();
    await page.getByText('以往密钥').click();
    await page.getByText(/第 1 号 · 已于 .* 销毁/).waitFor();
  });

  it('is not there for others, also on a phone', async () => {
    const teacher = await park.consortium.person(['TEACHER'], park.lead.id, '谭文');
    const page = await visit(teacher, '/data-protection', PHONE);
    await page.getByText('您不能查看个人信息处理清单').waitFor();
  });
});
