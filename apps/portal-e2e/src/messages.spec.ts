import { describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { PHONE, until, useBrowser, visit } from './browser/browser.ts';
import { Park, nextWeek } from './kit.ts';

useBrowser();

const bell = (page: Page, unread: number) => page.getByRole('banner').getByRole('button', { name: unread ? `消息，${unread} 条未读` : '消息', exact: true });
const list = (page: Page) => page.getByRole('main').getByRole('list', { name: '消息列表' });

describe('messages', () => {
  it('a request for approval rings the owner’s bell, its button leads to the booking, and the answer rings back', async () => {
    const park = await Park.open();
    const { keeper, resource } = await park.owner('示例重工集团有限公司', '六轴焊接机器人');
    const [asked, asking] = [await visit(keeper, '/members'), await visit(park.administrator, '/members')];
    await bell(asked, 0).waitFor();
    await bell(asking, 0).waitFor();

    const { id } = await park.book([resource], nextWeek(2), '09:00', '11:00', { title: '焊接综合实训' });
    await bell(asked, 1).click();
    const panel = asked.getByRole('dialog', { name: '消息' });
    await panel.getByText(/^园区管理员请您审批“焊接综合实训”/).waitFor();
    await panel.getByText(/您负责示例重工集团有限公司的资源/).waitFor();
    await panel.getByRole('button', { name: '去审批' }).click();
    await asked.waitForURL(`**/bookings/${id}`);
    await asked.getByRole('button', { name: '同意', exact: true }).click();
    await asked.getByText('已同意。').waitFor();
    await bell(asked, 0).waitFor();

    await bell(asking, 1).click();
    const answer = asking.getByRole('dialog', { name: '消息' });
    await answer.getByText(/^“焊接综合实训”已确认/).waitFor();
    await answer.getByRole('button', { name: '查看预约' }).click();
    await asking.waitForURL(`**/bookings/${id}`);
  });

  it('are marked one by one and all at once, taken back, filtered, and walked through by keyboard', async () => {
    const park = await Park.open();
    const { keeper, resource } = await park.owner('示例电机股份有限公司', '电机试验台');
    for (const [index, title] of ['甲', '乙', '丙'].entries()) await park.book([resource], nextWeek(2), `${9 + index}:00`.padStart(5, '0'), `${9 + index}:30`.padStart(5, '0'), { title: `实训${title}` });
    const page = await visit(keeper, '/messages');
    const items = list(page).getByRole('listitem');
    await items.nth(2).waitFor();
    await items.first().getByRole('button', { name: '去审批' }).focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    expect(await items.nth(2).getByRole('button', { name: '去审批' }).evaluate((button) => button === document.activeElement)).toBe(true);

    await items.filter({ hasText: '实训甲' }).getByRole('button', { name: /^标为已读/ }).click();
    await items.filter({ hasText: '实训甲' }).waitFor({ state: 'detached' });
    await bell(page, 2).waitFor();
    await page.getByRole('main').getByRole('button', { name: '全部标为已读' }).click();
    await page.getByText('没有未读消息').first().waitFor();
    await page.getByRole('button', { name: /^撤销/ }).click();
    await bell(page, 2).waitFor();
    await page.getByRole('button', { name: '全部', exact: true }).click();
    await until(() => items.count(), (count) => count === 3);
    await page.getByRole('combobox', { name: '全部类型' }).click();
    await page.getByRole('option', { name: '我的预约已确认' }).click();
    await page.getByText('没有这一类消息').waitFor();
  });

  it('are mailed as one decides, and the decision stays', async () => {
    const park = await Park.open();
    const page = await visit(park.administrator, '/account/messages');
    const wish = (to: Page, name: string) => to.getByRole('group', { name: `${name}：邮件` });
    await wish(page, '有人请我审批').getByRole('button', { name: '每日汇总' }).click();
    await page.getByText('已保存').first().waitFor();
    await page.getByLabel('开启免打扰').click();
    await page.getByRole('combobox', { name: '从' }).waitFor({ state: 'detached' });
    await page.reload();
    await wish(page, '有人请我审批').locator('button[aria-pressed=true]', { hasText: '每日汇总' }).waitFor();
    expect(await page.getByLabel('开启免打扰').isChecked()).toBe(false);
  });

  it('fit on a phone', async () => {
    const park = await Park.open();
    const { keeper, resource } = await park.owner('名称特别长的示例轨道交通装备智能制造集团股份有限公司', '五轴联动立式加工中心（含刀库、在线测量系统和自动上下料装置）');
    const { id } = await park.book([resource], nextWeek(2), '09:00', '11:00', { title: '名称很长的综合实训项目：五轴加工、在线测量与自动化单元联调（24 级 2 班、3 班）' });
    const page = await visit(keeper, '/messages', PHONE);
    await list(page).getByRole('listitem').first().waitFor();
    const overhang = () => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(await overhang()).toBe(0);
    await page.goto('/account/messages');
    await page.getByText('哪些消息发邮件').waitFor();
    expect(await overhang()).toBe(0);
    await bell(page, 1).tap();
    await page.getByRole('dialog', { name: '消息' }).getByRole('button', { name: '去审批' }).tap();
    await page.waitForURL(`**/bookings/${id}`);
  });
});
