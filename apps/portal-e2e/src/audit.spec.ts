import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Client } from '@gongjian/platform/testing';
import { PHONE, again, useBrowser, visit } from './browser/browser.ts';
import { Park } from './kit.ts';

useBrowser();

const VERIFY = fileURLToPath(new URL('../../../infra/verify/audit.mjs', import.meta.url));
const UPDATE = 'mutation ($id: ID!, $version: Int!, $input: UpdateResourceInput!) { updateResource(id: $id, version: $version, input: $input) { id } }';

let park: Park;
let auditor: Client;
beforeAll(async () => {
  park = await Park.open();
  auditor = await park.consortium.person(['AUDITOR'], park.lead.id, '谭文博');
  const { id } = await park.resource('数控车床', { place: '一楼' });
  await park.administrator.run(UPDATE, { id, version: 1, input: { place: '二楼东侧', state: 'UNDER_REPAIR' } });
});

describe('an auditor', () => {
  it('finds who changed what, reads it in words, and goes on to the record and its history', async () => {
    const page = await again(auditor);
    await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '审计记录' }).click();
    await page.getByLabel('全部对象').locator('..').click();
    await page.getByRole('option', { name: '资源', exact: true }).click();
    await page.getByRole('row').filter({ hasText: '修改资源' }).getByRole('link').click();
    await page.getByRole('heading', { name: '修改资源' }).waitFor();
    const place = page.getByRole('row').filter({ hasText: '地点' });
    expect((await place.getByRole('cell').allInnerTexts()).slice(1)).toEqual(['一楼', '二楼东侧']);
    expect(await page.getByRole('row').filter({ hasText: '状态' }).innerText()).toContain('维修');
    await page.getByText('原始数据').click();
    await page.getByText('"UNDER_REPAIR"').waitFor();
    await page.getByText('已封存').waitFor();
    await page.getByRole('link', { name: '这个对象的全部记录' }).click();
    await page.getByRole('row').filter({ hasText: '新建资源' }).waitFor();
  });

  it('searches as they type, and is told when nothing fits', async () => {
    const page = await again(auditor, '/audit');
    await page.getByRole('searchbox', { name: /搜索人员/ }).fill('没有这样的东西');
    await page.getByText('没有符合条件的记录').waitFor();
    await page.getByRole('button', { name: '清除筛选' }).first().click();
    await page.getByRole('row').filter({ hasText: '修改资源' }).first().waitFor();
  });

  it('takes a file with them that proves itself', async () => {
    const page = await again(auditor, '/audit');
    await page.getByRole('button', { name: '导出' }).click();
    const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('menuitem', { name: /可核验文件/ }).click()]);
    const path = join(mkdtempSync(join(tmpdir(), 'gongjian-audit-')), 'audit.jsonl');
    await file.saveAs(path);
    const { status, stdout } = spawnSync(process.execPath, [VERIFY, path], { encoding: 'utf8', env: {} });
    rmSync(dirname(path), { recursive: true });
    expect(stdout).toContain('nothing was changed');
    expect(status).toBe(0);
  });

  it('prints a document: title, range, table, end of the chain and a line to sign on, and nothing of the page around it', async () => {
    const page = await visit(auditor, '/audit');
    await page.getByRole('row').filter({ hasText: '修改资源' }).first().waitFor();
    await page.emulateMedia({ media: 'print' });
    await page.getByText(/^.+联合体审计记录$/).waitFor();
    for (const words of ['范围：全部时间', '审计人（签字）', '公钥指纹']) expect(await page.getByText(words).last().isVisible()).toBe(true);
    for (const gone of [page.getByRole('navigation', { name: '主导航' }), page.getByRole('search'), page.getByRole('button', { name: '打印' })]) expect(await gone.isVisible()).toBe(false);
  });

  it('reads it on a phone, in English as well', async () => {
    const page = await visit(auditor, '/audit', PHONE);
    await page.getByRole('list', { name: '审计记录列表' }).getByRole('link').first().tap();
    await page.getByRole('heading', { name: '谁、何时、从哪里' }).waitFor();
    await page.evaluate(() => localStorage.setItem('gj-language', 'en'));
    await page.goto('/audit?operation=updateResource');
    await page.getByText('Change a resource').first().waitFor();
  });
});

it('everybody sees who did something to their own record, and has no door to the rest', async () => {
  const page = await visit(park.administrator, '/');
  await page.getByRole('button', { name: /园区管理员/ }).click();
  await page.getByRole('menuitem', { name: '与我有关的记录' }).click();
  await page.getByRole('row').filter({ hasText: '添加人员' }).waitFor();
  expect(await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '审计记录' }).count()).toBe(0);
});
