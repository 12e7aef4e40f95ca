import { beforeAll, describe, expect, it } from '@jest/globals';
import { TestConsortium } from '@gongjian/platform/testing';
import type { Page } from 'playwright-core';
import { contentOf, useBrowser, visit } from './browser/browser.ts';
import { idNumberOfMinor, type Person } from './kit.ts';

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
    expect((await contentOf(download)).toString()).toContain(teacher.login);
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

  it('an account is closed: what goes and what stays is said, an administrator answers, it can be taken back', async () => {
    const leaver = await consortium.person(['TEACHER'], consortium.lead.id, '令狐冲');
    const page = await visit(leaver, '/account/data');
    await button(page, '注销账号').click();
    const dialog = page.getByRole('dialog', { name: '注销账号？' });
    await dialog.getByText('会保留的（不再出现您的姓名）').waitFor();
    await dialog.getByRole('button', { name: '申请注销' }).click();
    await page.getByText(/注销申请正在等管理员答复/).waitFor();

    const office = await visit(consortium.secretary, '/messages');
    await office.getByText(/令狐冲申请注销账号/).first().waitFor();
    await office.goto(`/people/${leaver.personId}`);
    await button(office, '答复').click();
    const answer = office.getByRole('dialog', { name: '答复令狐冲的注销申请' });
    await answer.getByLabel('同意，但名册中的记录依法保留一段时间（电话、照片立即删除）').check();
    expect(await answer.getByRole('button', { name: '答复' }).isDisabled()).toBe(true);
    await answer.getByLabel('同意，名册中的信息一并删除').check();
    await answer.getByRole('button', { name: '答复' }).click();
    await office.getByText(/的账号将在/).waitFor();

    await page.reload();
    await page.getByText(/在此之前可以撤回/).waitFor();
    await button(page, '撤回注销').click();
    await page.getByText('已撤回，账号照常使用').waitFor();
    await button(page, '注销账号').waitFor();
  });

  it('a name is corrected by whoever keeps it, and a refusal would say why', async () => {
    const person = await consortium.person(['COORDINATOR'], consortium.lead.id, '段誉');
    const page = await visit(person, '/account/data');
    await button(page, '请求更正').click();
    const dialog = page.getByRole('dialog', { name: '请求更正' });
    await dialog.getByLabel('应改为').fill('段正明');
    await dialog.getByRole('button', { name: '请求更正' }).click();
    await page.getByRole('list', { name: '更正' }).getByText('待答复').waitFor();

    const office = await visit(consortium.secretary, `/people/${person.personId}`);
    await office.getByText(/段誉请求把姓名更正为“段正明”/).waitFor();
    await button(office, '答复').click();
    await office.getByRole('dialog', { name: '答复更正请求' }).getByRole('button', { name: '答复' }).click();
    await office.getByRole('heading', { name: '段正明' }).waitFor();
  });

  it('data of a minor is shown after another one has approved it', async () => {
    const idNumber = idNumberOfMinor();
    const id = await consortium.registered('小学徒', idNumber);
    const administrator = await consortium.person(['ORGANISATION_ADMINISTRATOR'], consortium.lead.id, '黄蓉');
    const page = await visit(administrator, `/resources/${id}`);
    await button(page, '申请查看').click();
    const dialog = page.getByRole('dialog', { name: '申请查看' });
    await dialog.getByLabel('用途').fill('核对实习责任保险');
    await dialog.getByRole('button', { name: '申请查看' }).click();
    await page.getByText('已申请，等待负责人答复。').waitFor();

    const office = await visit(consortium.secretary, '/minor-access');
    await office.getByText(/名册中未成年人 1 人/).waitFor();
    await button(office, '答复黄蓉').click();
    await office.getByRole('dialog', { name: '答复黄蓉' }).getByRole('button', { name: '答复' }).click();
    await office.getByText('已批准').waitFor();

    await page.reload();
    await button(page, '显示').click();
    await page.getByText(idNumber).waitFor();
  });
});
