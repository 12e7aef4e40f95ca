import { describe, expect, it } from '@jest/globals';
import { PASSWORD, TestConsortium } from '@gongjian/platform/testing';
import type { Locator, Page } from 'playwright-core';
import { dayFromNow, drafted, parties } from './agreeing.ts';
import { useBrowser, visit } from './browser/browser.ts';

useBrowser();

const button = (page: Page | Locator, name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' });
const dialog = (page: Page, name: string | RegExp) => page.getByRole('dialog', { name });
async function choose(page: Page, label: string | RegExp, option: string | RegExp): Promise<void> {
  await page.getByRole('combobox', { name: label }).click();
  await page.getByRole('option', { name: option }).click();
}

describe('an agreement', () => {
  it('is drafted by a school, accepted and signed by an enterprise, signed by the school, and in force', async () => {
    const consortium = await TestConsortium.found();
    const { school, enterprise } = await parties(consortium);

    const page = await visit(school, '/agreements');
    await button(page, '起草协议').first().click();
    const form = dialog(page, '起草协议');
    await button(form, '起草协议').click();
    await form.getByText('请填写标题').waitFor();
    await form.getByText('请至少选择两家单位').waitFor();
    await form.getByLabel('标题').fill('轨道装备校企合作协议');
    await form.getByRole('combobox', { name: '添加签约方' }).click();
    await page.getByRole('option', { name: '示例轨道装备有限公司' }).click();
    await form.getByLabel(/最后一天/).fill(dayFromNow(1100));
    await button(form, '起草协议').click();
    await page.getByRole('heading', { name: '轨道装备校企合作协议' }).waitFor();
    await page.getByText('还没有条款').waitFor();

    await button(page, '增加条款').click();
    const clause = dialog(page, '增加条款');
    await choose(page, '资源池', /五轴加工资源池/);
    await clause.getByLabel('数量').fill('0');
    await button(clause, '增加条款').click();
    await clause.getByText(/不能小于 1|至少|最小/).waitFor();
    await clause.getByLabel('数量').fill('120');
    await button(clause, '增加条款').click();
    await page.getByText(/将“五轴加工资源池”供.*每月不超过 120 机时/).waitFor();
    expect(await button(page, '签署').count()).toBe(0);

    // The enterprise is told, says what it thinks, accepts and signs.
    const other = await visit(enterprise, new URL(page.url()).pathname);
    await other.getByText('已接受 0 / 1 条').waitFor();
    await button(other, '提意见 第 1 条').click();
    // The field has the focus, and knows which clause it is about.
    await other.keyboard.type('建议增加夜间时段');
    await button(other, '发送').click();
    await other.getByText('建议增加夜间时段').first().waitFor();
    await other.getByText('· 关于第 1 条').waitFor();
    await button(other, '提意见 1 第 1 条').waitFor();
    await button(other, '接受 第 1 条').click();
    await button(other, '签署').click();
    const signing = dialog(other, '代表示例轨道装备有限公司签署');
    await button(signing, '签署').click();
    await signing.getByText('请填写职务').waitFor();
    await signing.getByLabel('职务').fill('总经理');
    await button(signing, '签署').click();
    await other.getByText('李总（总经理）', { exact: false }).waitFor();
    await other.getByText('等待其他单位签署').waitFor();

    // The school sees it at once, without loading its page again.
    await page.getByText('签署中').waitFor();
    await page.getByText('建议增加夜间时段').waitFor();
    await button(page, '签署').click();
    await dialog(page, /^代表/).getByLabel('职务').fill('校长');
    await button(dialog(page, /^代表/), '签署').click();
    await page.getByText('各方已签署，协议完成').waitFor();
    await page.getByText('生效中').waitFor();
    expect(await button(page, '增加条款').count()).toBe(0);
    await other.getByText('生效中').waitFor();
  });

  it('asks who has been signed in for long for the password before it is signed, and is ended with notice', async () => {
    const consortium = await TestConsortium.found();
    const both = await parties(consortium);
    const id = await drafted(both, '师资互聘协议', true);
    const { agreement } = await both.enterprise.run('query ($id: ID!) { agreement(id: $id) { textHash } }', { id });
    await both.enterprise.run('mutation ($id: ID!, $input: SignAgreementInput!) { signAgreement(id: $id, input: $input) { id } }', { id, input: { textHash: agreement.textHash, office: '总经理' } });

    const page = await visit(both.school, `/agreements/${id}`);
    // As if a quarter of an hour had gone by since the password was asked for.
    let refused = false;
    await page.route('**/graphql', async (route) => {
      if (refused || !route.request().postData()?.includes('SignAgreement')) return route.fallback();
      refused = true;
      return route.fulfill({ status: 200, contentType: 'application/json', body: JSON.stringify({ data: null, errors: [{ message: '请先确认是您本人', extensions: { code: 'PROOF_NEEDED' } }] }) });
    });
    await button(page, '签署').click();
    await dialog(page, /^代表/).getByLabel('职务').fill('校长');
    await button(dialog(page, /^代表/), '签署').click();
    const proof = dialog(page, '确认是您本人');
    await proof.getByLabel(/密码/).first().fill(PASSWORD);
    await page.keyboard.press('Enter');
    await page.getByText('生效中').waitFor();

    await button(page, '更多').click();
    await page.getByRole('menuitem', { name: '终止' }).click();
    const ending = dialog(page, '终止');
    await ending.getByText(/提前 30 天通知/).waitFor();
    await ending.getByLabel('原因').fill('专业调整');
    await button(ending, '终止').click();
    await page.getByText('专业调整', { exact: false }).waitFor();
  });
});

describe('a pool', () => {
  it('is made by whoever keeps the things in it, and changed', async () => {
    const consortium = await TestConsortium.found();
    const { enterprise } = await parties(consortium);
    const page = await visit(enterprise, '/pools');
    await page.getByText('五轴加工资源池').waitFor();
    await button(page, '新建资源池').click();
    const form = dialog(page, '新建资源池');
    await button(form, '新建资源池').click();
    await form.getByText('请填写名称').waitFor();
    await form.getByLabel('名称').fill('五轴加工资源池');
    await form.getByRole('combobox', { name: '添加设备或场地' }).click();
    await page.getByRole('option', { name: /五轴加工中心/ }).click();
    await page.keyboard.press('Escape');
    await button(form, '新建资源池').click();
    await form.getByText('已有名为“五轴加工资源池”的资源池', { exact: false }).waitFor();
    await form.getByLabel('名称').fill('夜间资源池');
    await button(form, '新建资源池').click();
    await page.getByRole('cell', { name: '夜间资源池', exact: true }).waitFor();
  });
});
