import { describe, expect, it } from '@jest/globals';
import type { Page, Request } from 'playwright-core';
import { barriers } from './browser/axe.ts';
import { heard, PHONE, until, useBrowser, visit } from './browser/browser.ts';
import { nextWeek, Park } from './kit.ts';

useBrowser();

const palette = (page: Page) => page.getByRole('dialog', { name: '全局搜索' });
const field = (page: Page) => page.getByRole('combobox', { name: '全局搜索' });
const option = (page: Page, name: string | RegExp) => palette(page).getByRole('option', { name });
const active = (page: Page) => page.evaluate(() => {
  const id = document.activeElement?.getAttribute('aria-activedescendant');
  const option = id ? document.getElementById(id) : null;
  return option?.getAttribute('aria-selected') === 'true' ? option.textContent : null;
});

async function openByKey(page: Page): Promise<void> {
  await page.getByRole('main').waitFor();
  await page.getByRole('button', { name: '搜索' }).first().waitFor();
  await page.keyboard.press('Control+k');
  await field(page).waitFor();
}

/** Somebody's park with something of each kind that says 激光. */
async function laserPark(): Promise<{ park: Park; machine: { id: string; name: string } }> {
  const park = await Park.open();
  const machine = await park.resource('激光切割机', { code: 'LC-3030', place: '焊接车间 102' });
  await park.book([machine], nextWeek(2), '09:00', '11:00', { title: '激光加工实训' });
  await park.consortium.member('激光装备示例有限公司');
  await park.consortium.person(['TEACHER'], park.lead.id, '季光');
  return { park, machine };
}

describe('the search from anywhere', () => {
  it('by the keyboard alone: opened, written in initials, chosen by arrows, opened by Enter', async () => {
    const { park, machine } = await laserPark();
    const page = await visit(park.administrator);
    await openByKey(page);
    await field(page).fill('jg');
    await option(page, /激光切割机.*LC-3030/).waitFor();
    for (const name of [/激光加工实训/, /激光装备示例有限公司/, /季光/]) expect(await option(page, name).count()).toBe(1);
    expect(await palette(page).getByRole('group').evaluateAll((groups) => groups.map((group) => document.getElementById(group.getAttribute('aria-labelledby')!)!.textContent))).toEqual(['资源', '预约单', '人员', '成员单位']);
    expect(await active(page)).toContain('激光切割机');
    await page.keyboard.press('ArrowDown');
    expect(await active(page)).toContain('激光加工实训');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    expect(await active(page)).toContain('激光装备示例有限公司');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL(`**/resources/${machine.id}`);
    await palette(page).waitFor({ state: 'detached' });

    // What was opened and typed is at hand the next time, for this person alone.
    await page.getByRole('heading', { name: '激光切割机' }).first().waitFor();
    await openByKey(page);
    await palette(page).getByRole('group', { name: '最近打开' }).getByRole('option', { name: /激光切割机/ }).waitFor();
    await palette(page).getByRole('group', { name: '最近搜索' }).getByRole('option', { name: 'jg' }).click();
    await option(page, /激光加工实训/).waitFor();
    await page.keyboard.press('Escape');
    await palette(page).waitFor({ state: 'detached' });
  });

  it('Enter before the answer opens the first of it, Ctrl-Enter opens it in a tab of its own', async () => {
    const { park, machine } = await laserPark();
    const page = await visit(park.administrator);
    await openByKey(page);
    await field(page).fill('lc3030');
    const [tab] = await Promise.all([page.context().waitForEvent('page'), page.keyboard.press('Control+Enter')]);
    await tab.waitForURL(`**/resources/${machine.id}`);
    await field(page).waitFor();
    expect(new URL(page.url()).pathname).toBe('/');
  });

  it('pages and actions by Chinese, pinyin and initials, as far as the role reaches', async () => {
    const park = await Park.open();
    const page = await visit(park.consortium.secretary);
    await openByKey(page);
    for (const [text, name] of [['成员', '成员单位'], ['chengyuan', '添加成员单位'], ['tjry', '添加人员'], ['zytz', '资源台账'], ['shense', '切换到深色'], ['Imports', '台账导入']] as const) {
      await field(page).fill(text);
      await palette(page).getByRole('option', { name, exact: true }).waitFor();
    }
    await field(page).fill('tjcydw');
    await option(page, '添加成员单位').waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: '添加成员单位' }).waitFor();
    // Over a form nothing opens: it would be lost.
    await page.keyboard.press('Control+k');
    expect(await palette(page).count()).toBe(0);

    const student = await visit(await park.consortium.person(['STUDENT'], park.lead.id));
    await openByKey(student);
    await field(student).fill('添加');
    await palette(student).getByText('没有找到“添加”').first().waitFor();
  });

  it('a late answer to an earlier question is dropped, and a failure has a way on', async () => {
    const { park } = await laserPark();
    await park.resource('数控车床');
    const page = await visit(park.administrator);
    await openByKey(page);
    let failing = false;
    let answer = () => undefined as void;
    const late = new Promise<void>((resolve) => (answer = resolve));
    await page.route('**/graphql', async (route) => {
      const body = route.request().postData() ?? '';
      if (failing && body.includes('SearchEverywhere')) return route.fulfill({ status: 502, body: 'bad gateway' });
      if (body.includes('激光')) await late;
      return route.continue().catch(() => undefined);
    });
    const asked = (request: Request): boolean => (request.postData() ?? '').includes('激光');
    await Promise.all([page.waitForRequest(asked), field(page).fill('激光')]);
    const ended = Promise.race([page.waitForEvent('requestfailed', asked), page.waitForEvent('requestfinished', asked)]);
    await field(page).fill('数控');
    await option(page, /数控车床/).waitFor();
    answer();
    await ended;
    expect(await option(page, /激光/).count()).toBe(0);
    expect(await option(page, /数控车床/).count()).toBe(1);

    failing = true;
    await field(page).fill('切割');
    const problem = palette(page).getByRole('alert');
    await problem.waitFor();
    failing = false;
    await problem.getByRole('button', { name: '重试' }).click();
    await option(page, /^激光切割机/).waitFor();
    // What the browser says of the failure that was made for it.
    expect(heard().filter((line) => !line.includes('502'))).toEqual([]);
  });

  it('on a phone it fills the screen, and nothing can be pushed sideways; no barrier in light or dark', async () => {
    const { park } = await laserPark();
    await park.resource('五轴联动立式加工中心（含刀库、在线测量系统和自动上下料装置）', { code: 'VERY-LONG-ASSET-NUMBER-2024-000000000317', place: '东校区实训楼 A 座三层 302 激光数控加工中心' });
    const page = await visit(park.administrator, '/', PHONE);
    await page.getByRole('button', { name: '搜索' }).tap();
    await field(page).fill('激光');
    await option(page, /五轴联动/).waitFor();
    const box = await palette(page).boundingBox();
    expect([box!.x, box!.y, box!.width]).toEqual([0, 0, 390]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBe(0);
    expect(await barriers(page)).toEqual([]);
    await option(page, /激光加工实训/).tap();
    await until(() => new URL(page.url()).pathname.startsWith('/bookings/'));

    const dark = await visit(park.administrator, '/', { colorScheme: 'dark' });
    await openByKey(dark);
    expect(await barriers(dark)).toEqual([]);
    await field(dark).fill('不存在的东西');
    await palette(dark).getByText('没有找到“不存在的东西”').first().waitFor();
    expect(await barriers(dark)).toEqual([]);
    await field(dark).fill('激光');
    await option(dark, /激光加工实训/).waitFor();
    expect(await barriers(dark)).toEqual([]);
  });
});
