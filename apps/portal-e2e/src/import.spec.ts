import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { contentOf, until, useBrowser, visit } from './browser/browser.ts';
import { Park } from './kit.ts';

useBrowser();

/** A college's ledger as it is kept: title rows, a heading in row 3, dates in all forms, quantities, duplicates, totals, a second sheet. */
const LEDGER = fileURLToPath(new URL('../../../services/scheduling/test/registers/equipment-ledger.xlsx', import.meta.url));

describe('a register', () => {
  it('goes in as it is: its columns are recognised, what will happen is shown, good rows come in and bad ones come back', async () => {
    const park = await Park.open();
    const page = await visit(await park.consortium.person(['RESOURCE_KEEPER']), '/imports');
    await page.getByText('还没有导入过台账').waitFor();
    await page.getByRole('main').getByRole('link', { name: '导入台账' }).first().click();
    await page.getByRole('button', { name: '上传并读取' }).click();
    await page.getByText('请先选择文件').waitFor();
    await page.locator('input[type=file]').setInputFiles(LEDGER);
    await page.getByText('equipment-ledger.xlsx（44 KB）').waitFor();
    await page.getByRole('button', { name: '上传并读取' }).click();

    await page.getByRole('heading', { name: '核对每一列填到哪里' }).waitFor();
    expect(await page.getByLabel('表头在第几行').inputValue()).toBe('3');
    const mapping = page.getByRole('table', { name: '列的对应关系' });
    await mapping.getByRole('row', { name: /资产编号.*高/ }).waitFor();
    // The price is not wanted this time: what a person says counts.
    await mapping.getByRole('combobox', { name: '“单价(元)”填到' }).click();
    await page.getByRole('option', { name: '不导入' }).click();
    await mapping.getByRole('row', { name: /单价.*已手动指定/ }).waitFor();
    await page.getByText('正在按新的对应关系重新读取…').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: '看预览' }).click();

    await page.getByText('新建 1,818 个，更新 0 个').waitFor();
    await page.getByText('将新建 1,818 个资源；').waitFor();
    expect((await page.getByRole('tablist', { name: '按结果查看' }).getByRole('tab').allInnerTexts()).map((text) => text.trim())).toEqual(['新增 1,818', '变更 0', '无变化 0', '有问题 6', '跳过 3']);
    await page.getByRole('tab', { name: '有问题' }).click();
    const rows = page.getByRole('table', { name: '预览的行' });
    await rows.getByText(/资产编号：编号与第 58 行重复/).first().waitFor();
    expect(await rows.getByRole('row').count()).toBe(7);
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: '下载有问题的行（含原因）' }).click()]);
    expect(download.suggestedFilename()).toBe('equipment-ledger-退回的行.xlsx');
    expect((await contentOf(download)).subarray(0, 2).toString()).toBe('PK');
    // A link brings no header along: the reasons speak the language of the page all the same.
    await page.getByRole('button', { name: 'English' }).click();
    const [english] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Download the refused rows with the reasons' }).click()]);
    expect(english.suggestedFilename()).toBe('equipment-ledger-Refused rows.xlsx');
    await page.getByRole('button', { name: '中文' }).click();

    await page.getByRole('button', { name: '导入', exact: true }).click();
    await page.getByRole('heading', { name: '导入完成' }).waitFor();
    await page.getByText('新建 1,818 个资源').waitFor();
    await page.getByText('6 行有问题，没有导入。').waitFor();
    await page.getByRole('link', { name: '查看这些资源' }).click();
    await page.getByText(/已显示 50 \/ 共 1,?818 条/).waitFor();
    // Found by the initials of 焊接机器人, and without the price that was left out.
    await page.getByRole('searchbox').fill('hjjqr');
    await page.getByText(/共 1,?818 条/).waitFor({ state: 'detached' });
    await page.getByRole('link', { name: '焊接机器人' }).first().click();
    await page.getByRole('heading', { name: '焊接机器人' }).waitFor();
    const { resources } = await park.consortium.secretary.run('{ resources(first: 5) { nodes { unitPrice } totalCount } }');
    expect(resources.totalCount).toBe(1818);
    expect(resources.nodes.map((node: { unitPrice: number | null }) => node.unitPrice)).toEqual([null, null, null, null, null]);
  });

  it('that is none is refused at its field, and nothing is left behind', async () => {
    const park = await Park.open();
    const page = await visit(park.administrator, '/imports/new');
    await page.getByRole('button', { name: '上传并读取' }).waitFor();
    const files = page.locator('input[type=file]');
    await files.setInputFiles({ name: '台账.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7') });
    await page.getByRole('alert').getByText('请选择 .xlsx 或 .csv 文件').waitFor();
    await files.setInputFiles({ name: '台账.xlsx', mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', buffer: Buffer.from('%PDF-1.7 not a workbook') });
    await page.getByRole('button', { name: '上传并读取' }).click();
    await page.getByRole('alert').getByText('这不是表格文件').waitFor();
    // Old ones and those with a password are spreadsheets: what to do about it is said, at the file.
    const compound = (part: string) => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(504), Buffer.from(part, 'utf16le')]);
    for (const [part, said] of [['Workbook', '另存为 .xlsx'], ['EncryptedPackage', '文件有密码']] as const) {
      await files.setInputFiles({ name: '台账.xlsx', mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', buffer: compound(part) });
      await page.getByRole('button', { name: '上传并读取' }).click();
      await page.getByRole('alert').getByText(said).waitFor();
    }
    await until(async () => (await park.administrator.run('{ resources(first: 1) { totalCount } }')).resources.totalCount, (count) => count === 0);
  });
});
