import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { until, useBrowser, visit } from './browser/browser.ts';
import { type Made, Park, at, nextWeek, spoken } from './kit.ts';
import { Timeline } from './timeline.ts';

useBrowser();

const dialog = (page: Page) => page.getByRole('dialog', { name: /^(新建|修改)预约/ });
const undo = (page: Page) => page.getByRole('button', { name: /^撤销/ });

describe('a bundle of several owners', () => {
  it('is chosen on the timeline, waits for those who must agree, and is confirmed before one’s eyes when they have', async () => {
    const park = await Park.open();
    const [heavy, motors] = await Promise.all([park.owner('示例重工集团有限公司', '六轴焊接机器人'), park.owner('示例电机股份有限公司', '电机试验台')]);
    await park.resource('智能制造实训室', { kind: 'VENUE', capacity: 40 });

    const page = await visit(park.administrator, Timeline.path);
    const timeline = await Timeline.of(page, '智能制造实训室');
    const names = ['智能制造实训室', '六轴焊接机器人', '电机试验台'];
    for (const name of names) await page.getByRole('button', { name: `选中${name}` }).click();
    const basket = page.getByRole('region', { name: '已选 3 个资源，3 家单位' });
    await basket.getByRole('button', { name: '预约所选' }).click();

    const form = dialog(page);
    await form.getByRole('textbox', { name: /^名称/ }).fill('焊接综合实训');
    await form.getByLabel('开始时间').fill('09:00');
    await form.getByText(/需要 示例.+、示例.+ 同意/).waitFor();
    await form.getByRole('button', { name: '提交审批' }).click();
    await page.getByText(/^已提交，等待 .+ 同意/).waitFor();
    await form.waitFor({ state: 'detached' });
    for (const name of names) await timeline.row(name).getByRole('button', { name: /^焊接综合实训.*待审批/ }).waitFor();

    for (const { keeper } of [heavy, motors]) {
      const other = await visit(keeper, '/bookings?tab=waiting');
      await other.getByRole('link', { name: '焊接综合实训' }).click();
      await other.getByRole('button', { name: '同意', exact: true }).click();
      await other.getByText('已同意。').waitFor();
    }
    for (const name of names) await timeline.row(name).getByRole('button', { name: /^焊接综合实训.*已确认/ }).waitFor();
  });

  it('is drawn over rows that lie below each other', async () => {
    const park = await Park.open();
    await Promise.all(['钻床一号', '钻床二号'].map((name) => park.resource(name)));
    const page = await visit(park.administrator, Timeline.path);
    const timeline = await Timeline.of(page, '钻床二号');
    await timeline.drag(await timeline.spot('钻床一号', 3, '13:00'), await timeline.spot('钻床二号', 3, '15:30'));
    const form = dialog(page);
    await form.getByText('2 个资源 · 1 家单位').waitFor();
    expect(await form.getByLabel('开始日期').inputValue()).toBe(nextWeek(3));
    expect([await form.getByLabel('开始时间').inputValue(), await form.getByLabel('结束时间').inputValue()]).toEqual(['13:00', '16:00']);
    await form.getByRole('textbox', { name: /^名称/ }).fill('钳工实训');
    await form.getByText('可以预约，提交后立即确认').waitFor();
    await form.getByRole('button', { name: '提交预约' }).click();
    for (const name of ['钻床一号', '钻床二号']) await timeline.bar(name, '钳工实训').waitFor();
    await undo(page).click();
    for (const name of ['钻床一号', '钻床二号']) await timeline.bar(name, '钳工实训').waitFor({ state: 'detached' });
  });
});

describe('on the timeline', () => {
  let park: Park;
  let page: Page;
  let timeline: Timeline;
  let lathe: Made;
  let spare: Made;

  beforeAll(async () => {
    park = await Park.open();
    lathe = await park.resource('数控车床甲', { model: 'CK6150' });
    spare = await park.resource('数控车床乙', { model: 'CK6150' });
  });

  async function open(): Promise<void> {
    page = await visit(park.administrator, Timeline.path);
    timeline = await Timeline.of(page, '数控车床乙');
  }
  const startOf = (id: string) => until(async () => (await park.read(id)).startsAt, () => true);

  it('a booking that others make appears by itself', async () => {
    await open();
    await park.book([lathe], nextWeek(1), '08:00', '09:00', { title: '别人的预约' });
    await timeline.bar('数控车床甲', '别人的预约').waitFor();
  });

  it('a bar is moved by its middle, and one click takes it back', async () => {
    const { id } = await park.book([lathe], nextWeek(2), '09:00', '11:00', { title: '移动的实训' });
    await open();
    await timeline.move('数控车床甲', '移动的实训', 3);
    await page.getByText(`已改到 ${spoken(nextWeek(2))} 12:00–14:00`).waitFor();
    expect(await startOf(id)).toBe(at(nextWeek(2), '12:00'));
    await undo(page).click();
    await page.getByText('已撤销').waitFor();
    expect(await startOf(id)).toBe(at(nextWeek(2), '09:00'));
    await timeline.row('数控车床甲').getByRole('button', { name: /移动的实训.* 09:00–11:00/ }).waitFor();
  });

  it('a bar is moved to another resource', async () => {
    const { id } = await park.book([lathe], nextWeek(2), '15:00', '17:00', { title: '换机床的实训' });
    await open();
    await timeline.move('数控车床甲', '换机床的实训', 0, '数控车床乙');
    await timeline.bar('数控车床乙', '换机床的实训').waitFor();
    await until(async () => (await park.read(id)).allocations.map(({ resource }) => resource.id), ([only]) => only === spare.id);
  });

  it('a bar is resized by its edge', async () => {
    const { id } = await park.book([lathe], nextWeek(3), '09:00', '13:00', { title: '变长的实训' });
    await open();
    const bar = (await timeline.bar('数控车床甲', '变长的实训').boundingBox())!;
    await timeline.drag({ x: bar.x + bar.width - 2, y: bar.y + bar.height / 2 }, await timeline.spot('数控车床甲', 3, '15:00'));
    await page.getByText(`已改到 ${spoken(nextWeek(3))} 09:00–15:00`).waitFor();
    expect((await park.read(id)).endsAt).toBe(at(nextWeek(3), '15:00'));
  });

  it('a bar is moved by keyboard: Alt and arrows, Enter', async () => {
    const { id } = await park.book([spare], nextWeek(4), '09:00', '11:00', { title: '键盘上的实训' });
    await open();
    const bar = timeline.bar('数控车床乙', '键盘上的实训');
    // From the first cell of the grid, by arrow keys alone.
    await page.getByRole('grid', { name: '资源时间轴' }).locator('[data-stop][tabindex="0"]').focus();
    await page.keyboard.press('ArrowDown');
    for (let presses = 0; presses < 80 && !(await bar.evaluate((element) => element === document.activeElement)); presses++) await page.keyboard.press('ArrowRight');
    await page.keyboard.down('Alt');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.up('Alt');
    await page.getByText(`已改到 ${spoken(nextWeek(4))} 10:00–12:00`).waitFor();
    expect(await startOf(id)).toBe(at(nextWeek(4), '10:00'));
  });

  it('a drag onto a taken time goes back, tells why in place, and one click takes another way', async () => {
    await park.book([lathe], nextWeek(5), '09:00', '11:00', { title: '先到的实训' });
    const { id } = await park.book([lathe], nextWeek(5), '14:00', '16:00', { title: '后来的实训' });
    await open();
    await timeline.move('数控车床甲', '后来的实训', -4);
    const refused = page.getByRole('dialog', { name: '没有移动，原因如下' });
    await refused.getByText(/先到的实训/).waitFor();
    expect((await park.read(id)).startsAt).toBe(at(nextWeek(5), '14:00'));
    const ways = refused.getByRole('list', { name: '可以改成' }).getByRole('button');
    expect(await ways.count()).toBeGreaterThanOrEqual(3);
    await ways.first().click();
    await page.getByText(/^已改到 /).waitFor();
    await refused.waitFor({ state: 'detached' });
    const { startsAt, allocations } = await park.read(id);
    expect(startsAt !== at(nextWeek(5), '14:00') || allocations[0]!.resource.id !== lathe.id).toBe(true);
  });

  it('a form says beforehand that it will not work, and one click makes it work', async () => {
    await park.book([lathe], nextWeek(6), '09:00', '11:00', { title: '占着的实训' });
    await open();
    await timeline.drag(await timeline.spot('数控车床甲', 6, '11:00'), await timeline.spot('数控车床甲', 6, '12:30'));
    const form = dialog(page);
    await form.getByRole('textbox', { name: /^名称/ }).fill('改期的实训');
    await form.getByLabel('开始时间').fill('10:00');
    await form.getByText(/占着的实训/).waitFor();
    const ways = form.getByRole('list', { name: '可以改成' }).getByRole('button');
    expect(await ways.count()).toBeGreaterThanOrEqual(3);
    await ways.first().click();
    await form.getByText('可以预约，提交后立即确认').waitFor();
    await form.getByRole('button', { name: '提交预约' }).click();
    await page.getByText('已预约：改期的实训').waitFor();
  });

  it('a booking is cancelled with a reason, and can be brought back', async () => {
    const { id } = await park.book([spare], nextWeek(1), '13:00', '16:00', { title: '取消的实训' });
    await open();
    await timeline.bar('数控车床乙', '取消的实训').click();
    await page.getByRole('dialog', { name: '取消的实训' }).getByRole('button', { name: '取消预约' }).click();
    const asked = page.getByRole('dialog', { name: '取消“取消的实训”？' });
    await asked.getByLabel(/^原因/).fill('设备检修');
    await asked.getByRole('button', { name: '取消预约' }).click();
    // Behind an open dialog a bar has no role either, so the message comes first.
    await page.getByText('已取消：取消的实训').waitFor();
    await timeline.bar('数控车床乙', '取消的实训').waitFor({ state: 'detached' });
    expect(await park.read(id)).toMatchObject({ state: 'CANCELLED', stateReason: '设备检修' });
    await undo(page).click();
    await timeline.bar('数控车床乙', '取消的实训').waitFor();
    expect((await park.read(id)).state).toBe('CONFIRMED');
  });
});
