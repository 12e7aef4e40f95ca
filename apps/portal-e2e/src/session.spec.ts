import { describe, expect, it } from '@jest/globals';
import { PASSWORD, TestConsortium } from '@gongjian/platform/testing';
import type { Page } from 'playwright-core';
import { useBrowser, until, visit } from './browser/browser.ts';
import { Park, nextWeek } from './kit.ts';

useBrowser();

const pathOf = (page: Page) => new URL(page.url()).pathname + new URL(page.url()).search;
const navigation = (page: Page) => page.getByRole('navigation', { name: '主导航' });
const pagesOf = async (page: Page) => (await navigation(page).getByRole('link').allInnerTexts()).map((text) => text.trim());

async function fillIn(page: Page, login: string, password: string): Promise<void> {
  await page.getByLabel('账号', { exact: true }).fill(login);
  await page.getByLabel('密码', { exact: true }).fill(password);
  await page.getByRole('button', { name: '登录', exact: true }).click();
}

describe('signing in', () => {
  it('with a wrong password says so and keeps the login; with the right one it leads where one wanted to go', async () => {
    const park = await Park.open();
    const page = await visit(null, '/resources?kinds=VENUE');
    await page.getByText('请先登录，之后会回到刚才的页面。').waitFor();
    await fillIn(page, park.administrator.login, 'Wrong-Horse-2026');
    await page.getByRole('alert').getByText('账号或密码不正确').waitFor();
    expect(await page.getByLabel('账号', { exact: true }).inputValue()).toBe(park.administrator.login);
    expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('password');
    await fillIn(page, park.administrator.login, PASSWORD);
    await page.getByRole('heading', { name: '资源台账' }).waitFor();
    expect(pathOf(page)).toBe('/resources?kinds=VENUE');
  });

  it('leads to no other site', async () => {
    const park = await Park.open();
    const page = await visit(null, '/sign-in?to=//example.org/');
    await fillIn(page, park.administrator.login, PASSWORD);
    await page.getByRole('heading', { name: '运行总览' }).waitFor();
    expect(page.url()).toBe(`${process.env.GONGJIAN_URL}/`);
  });

  it('ends for good with signing out: no undo stays, going back shows nothing, and the cookie is worth nothing any more', async () => {
    const park = await Park.open();
    const { id } = await park.book([await park.resource('数控车床')], nextWeek(2), '09:00', '11:00');
    const page = await visit(park.administrator, `/bookings/${id}`);
    await page.getByRole('button', { name: '取消预约' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '取消预约' }).click();
    const undo = page.getByRole('button', { name: /^撤销/ });
    await undo.waitFor();
    await navigation(page).getByRole('link', { name: '成员单位' }).click();
    await page.getByRole('table', { name: '成员单位列表' }).getByText(park.lead.name).waitFor();
    await page.getByRole('button', { name: '园区管理员' }).click();
    await page.getByRole('menuitem', { name: '退出登录' }).click();
    await page.getByRole('heading', { name: '登录共建' }).waitFor();
    expect(await undo.count()).toBe(0);
    await page.goBack();
    await page.getByRole('heading', { name: '登录共建' }).waitFor();
    expect(await page.getByText(park.lead.name).count()).toBe(0);
    expect((await park.administrator.try('{ me { roles } }')).status).toBe(401);
  });
});

describe('a seat', () => {
  it('is switched in one menu, and the navigation and the rights change with it', async () => {
    const [home, other] = await Promise.all([TestConsortium.found('轨道交通联合体'), TestConsortium.found('航空发动机联合体')]);
    const person = await home.person(['PARK_ADMINISTRATOR'], home.lead.id, '王芳');
    const { createJoinCode } = await person.run('mutation { createJoinCode { code } }');
    await other.secretary.run('mutation ($input: AdmitPersonInput!) { admitPerson(input: $input) { id } }', { input: { joinCode: createJoinCode.code, organisationId: other.lead.id, roles: ['STUDENT'] } });

    const page = await visit(person, '/resources');
    await page.getByRole('button', { name: '新建资源' }).waitFor();
    expect(await pagesOf(page)).toEqual(['运行总览', '资源预约', '预约单', '校历与作息', '资源台账', '资源池', '合作协议', '授权查询', '台账导入', '成员单位', '人员与角色']);
    await page.getByRole('button', { name: /^轨道交通联合体/ }).click();
    await page.getByRole('menu', { name: '切换联合体或单位' }).getByRole('menuitem', { name: /航空发动机联合体/ }).click();
    await page.getByRole('button', { name: /^航空发动机联合体/ }).waitFor();
    expect(await pagesOf(page)).toEqual(['运行总览', '资源预约', '预约单', '校历与作息', '资源台账', '成员单位']);
    await navigation(page).getByRole('link', { name: '资源台账' }).click();
    await page.getByText('还没有资源').waitFor();
    expect(await page.getByRole('button', { name: '新建资源' }).count()).toBe(0);
  });
});

describe('the language', () => {
  it('changes at a click and back, words of the server as well, and html says which it is', async () => {
    const park = await Park.open();
    const page = await visit(park.administrator, '/timeline');
    await page.getByRole('heading', { name: '资源预约' }).waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN');
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('heading', { name: 'Timeline' }).waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    await page.reload();
    await page.getByRole('heading', { name: 'Timeline' }).waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    await page.getByRole('button', { name: '中文' }).click();
    await page.getByRole('heading', { name: '资源预约' }).waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN');
  });
});

describe('the dark scheme', () => {
  /** The backgrounds of all frames from the first paint on, while a page loads. */
  async function backgrounds(page: Page): Promise<string[]> {
    await page.addInitScript(() => {
      const seen = new Set<string>();
      Object.assign(window, { seen });
      const look = () => {
        for (const element of [document.documentElement, document.body]) if (element) seen.add(getComputedStyle(element).backgroundColor);
        requestAnimationFrame(look);
      };
      look();
    });
    await page.reload();
    await page.getByRole('heading', { name: '运行总览' }).waitFor();
    return page.evaluate(() => [...(window as unknown as { seen: Set<string> }).seen].filter((colour) => colour !== 'rgba(0, 0, 0, 0)'));
  }
  const isDark = (colour: string) => (colour.match(/[\d.]+/g) ?? []).slice(0, 3).every((part) => Number(part) < 64);

  it('follows the system from the first frame on, without a flash', async () => {
    const park = await Park.open();
    const page = await visit(park.administrator, '/', { colorScheme: 'dark' });
    const seen = await backgrounds(page);
    expect(seen.length).toBeGreaterThan(0);
    expect(seen.filter((colour) => !isDark(colour))).toEqual([]);
  });

  it('stays as chosen, whatever the system says', async () => {
    const park = await Park.open();
    const page = await visit(park.administrator, '/', { colorScheme: 'light' });
    await page.getByRole('button', { name: '切换到深色' }).click();
    await page.getByRole('button', { name: '切换到浅色' }).waitFor();
    expect((await backgrounds(page)).filter((colour) => !isDark(colour))).toEqual([]);
    await page.getByRole('button', { name: '切换到浅色' }).click();
    await until(() => page.evaluate(() => getComputedStyle(document.body).backgroundColor), (colour) => !isDark(colour));
  });
});

describe('a reader', () => {
  it('is offered nothing that is not theirs to do, and sees of others only that something is taken', async () => {
    const park = await Park.open();
    const day = nextWeek(2);
    const machine = await park.resource('五轴加工中心');
    await park.book([machine], day, '09:00', '11:00', { title: '保密的试制' });
    const student = await park.consortium.person(['STUDENT'], (await park.consortium.member()).id, '学生');

    const page = await visit(student, `/timeline?day=${day}`);
    await page.getByRole('button', { name: /^已占用/ }).waitFor();
    expect(await page.getByText('保密的试制').count()).toBe(0);
    expect(await page.getByRole('button', { name: '新建预约' }).count()).toBe(0);
    expect(await page.getByRole('button', { name: '选中五轴加工中心' }).count()).toBe(0);
    expect(await pagesOf(page)).toEqual(['运行总览', '资源预约', '预约单', '校历与作息', '资源台账', '成员单位']);

    for (const [path, heading] of [['/bookings', '预约单'], ['/resources', '资源台账'], [`/resources/${machine.id}`, '五轴加工中心'], ['/members', '成员单位']] as const) {
      await page.goto(path);
      await page.getByRole('heading', { name: heading }).waitFor();
      for (const name of ['新建预约', '新建资源', '导入台账', '编辑', '预约', '安排维护', '添加单位']) {
        expect([path, name, await page.getByRole('main').getByRole('button', { name, exact: true }).or(page.getByRole('main').getByRole('link', { name, exact: true })).count()]).toEqual([path, name, 0]);
      }
    }
    await page.goto('/imports/new');
    await page.getByText('您不能导入台账').waitFor();
    expect(await page.getByRole('button', { name: '上传并读取' }).count()).toBe(0);
  });
});
