import { describe, expect, it } from '@jest/globals';
import { aUscc, Client, operator, PASSWORD } from '@gongjian/platform/testing';
import type { Page } from 'playwright-core';
import { useBrowser, visit } from './browser/browser.ts';

useBrowser();

const choose = async (page: Page, within: ReturnType<Page['locator']>, label: string, option: string) => {
  await within.getByLabel(label).click();
  await page.getByRole('option', { name: option, exact: true }).click();
};

async function fill(page: Page, region: string, name: string, kind: string): Promise<ReturnType<Page['locator']>> {
  const unit = page.getByRole('region', { name: region });
  await unit.getByLabel('单位名称').fill(name);
  await unit.getByLabel('统一社会信用代码').fill(aUscc());
  await choose(page, unit, '单位类型', kind);
  return unit;
}

describe('founding a consortium', () => {
  it('tells while one types whether the rules are met, and the server agrees', async () => {
    const login = `w-${Date.now()}`;
    const page = await visit(await operator(), '/');
    await page.getByRole('link', { name: '开通联合体' }).click();
    await page.getByRole('heading', { name: '开通联合体' }).waitFor();
    const checks = page.getByRole('region', { name: '成立要求' });
    const main = page.getByRole('main');
    await choose(page, main, '类型', '行业产教融合共同体');
    await checks.getByText('不通过').waitFor();

    // Whoever goes on without a name is told so.
    await page.getByRole('button', { name: '下一步' }).click();
    await page.getByText('请填写此项').first().waitFor();
    await page.getByLabel('全称').fill('示例轨道交通装备行业产教融合共同体');
    await page.getByLabel('简称').fill('示例共同体');
    await page.getByRole('button', { name: '下一步' }).click();

    await fill(page, '牵头单位（秘书处所在）', '示例机车制造有限公司', '企业');
    await page.getByRole('button', { name: '添加单位' }).click();
    const university = await fill(page, '第 2 家单位', '示例理工大学', '职业学校');
    await choose(page, university, '有硕士或博士学位授予权', '有');
    await page.getByRole('button', { name: '添加单位' }).click();
    const school = await fill(page, '第 3 家单位', '示例轨道交通职业学院', '职业学校');
    // Three lead, and what the third is nobody has said yet.
    await checks.getByText(/资料不足，尚不能判断：一所有硕士/).waitFor();
    await choose(page, school, '有硕士或博士学位授予权', '没有');
    await choose(page, school, '设有独立的培训或继续教育机构', '有');
    await checks.getByText('符合', { exact: true }).first().waitFor();
    await page.getByRole('button', { name: '下一步' }).click();

    for (const paper of ['领导小组（理事会或董事会）', '共同商定的建设方案', '组织架构与职责分工', '成立大会', '利益共享机制']) await choose(page, main, paper, '有');
    await choose(page, main, '章程', '没有');
    await checks.getByText('缺少章程').waitFor();
    await page.getByRole('button', { name: '下一步' }).click();
    await page.getByLabel('姓名').fill('周');
    await page.getByLabel('登录名').fill(login);
    await page.getByLabel('初始密码').fill(PASSWORD);
    await page.getByRole('button', { name: '下一步' }).click();
    expect(await page.getByRole('button', { name: '开通联合体' }).isDisabled()).toBe(true);
    await page.getByText('成立文件', { exact: true }).click();
    await choose(page, main, '章程', '有');
    await page.getByRole('button', { name: '下一步' }).click();
    await page.getByRole('button', { name: '下一步' }).click();
    await page.getByRole('button', { name: '开通联合体' }).click();
    await page.getByText('示例轨道交通装备行业产教融合共同体已开通，秘书现在可以登录').waitFor();

    const secretary = await new Client().signIn(login, PASSWORD);
    expect(await secretary.run('{ consortium { findings { ruleId verdict } } organisations { totalCount } }')).toEqual({ consortium: { findings: [{ ruleId: 'ALL-08', verdict: 'PASS' }, { ruleId: 'ALL-09', verdict: 'PASS' }] }, organisations: { totalCount: 3 } });
    const theirs = await visit(secretary, '/members');
    await theirs.getByText('牵头单位为一家龙头企业').waitFor();
  });

  it('goes back to the field that the server objects to', async () => {
    const taken = `w-${Date.now()}-x`;
    const founder = await operator();
    const input = (login: string) => ({ name: '示例实践中心', shortName: '实践中心', kind: 'PRACTICE_CENTRE', lead: { name: '示例学院', kind: 'SCHOOL', uscc: aUscc() }, secretary: { name: '周', login, password: PASSWORD } });
    await founder.run('mutation ($input: CreateConsortiumInput!) { createConsortium(input: $input) { id } }', { input: input(taken) });
    const page = await visit(founder, '/found');
    await choose(page, page.getByRole('main'), '类型', '产教融合实践中心');
    await page.getByText('这一类型目前没有需要检查的成立要求').waitFor();
    await page.getByLabel('全称').fill('示例实践中心');
    await page.getByLabel('简称').fill('实践中心');
    await page.getByRole('button', { name: '下一步' }).click();
    await fill(page, '牵头单位（秘书处所在）', '示例学院', '职业学校');
    await page.getByRole('button', { name: '下一步' }).click();
    await page.getByLabel('姓名').fill('周');
    await page.getByLabel('登录名').fill(taken);
    await page.getByLabel('初始密码').fill(PASSWORD);
    await page.getByRole('button', { name: '下一步' }).click();
    await page.getByRole('button', { name: '开通联合体' }).click();
    await page.getByText(`登录名“${taken}”已被使用，请换一个`).first().waitFor();
    expect(await page.getByLabel('登录名').inputValue()).toBe(taken);
  });
});
