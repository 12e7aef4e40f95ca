import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { until, useBrowser, visit } from './browser/browser.ts';
import { type Made, Park, at, nextWeek } from './kit.ts';
import { Timeline } from './timeline.ts';

useBrowser();

describe('a bar under the hand', () => {
  let park: Park;
  let machine: Made;
  let page: Page;
  let timeline: Timeline;

  beforeAll(async () => {
    park = await Park.open();
    machine = await park.resource('立式铣床');
  });

  async function open(): Promise<void> {
    page = await visit(park.administrator, Timeline.path);
    timeline = await Timeline.of(page, '立式铣床');
  }
  const ghost = () => page.locator('.tl-ghost:not([hidden])');
  const hold = async (title: string, weekday: number, time: string) => {
    const bar = (await timeline.bar('立式铣床', title).boundingBox())!;
    const to = await timeline.spot('立式铣床', weekday, time);
    await page.mouse.move(bar.x + bar.width / 2, bar.y + bar.height / 2);
    await page.mouse.down();
    await page.mouse.move(to.x, to.y, { steps: 4 });
    await ghost().waitFor();
  };

  it('is resized by its very border at the start, the end stays', async () => {
    const { id } = await park.book([machine], nextWeek(1), '10:00', '13:00', { title: '提前开始的实训' });
    await open();
    const bar = (await timeline.bar('立式铣床', '提前开始的实训').boundingBox())!;
    await timeline.drag({ x: bar.x + 1, y: bar.y + bar.height / 2 }, await timeline.spot('立式铣床', 1, '08:00'));
    await until(async () => { const { startsAt, endsAt } = await park.read(id); return [startsAt, endsAt].join(); }, (times) => times === [at(nextWeek(1), '08:00'), at(nextWeek(1), '13:00')].join());
  });

  it('goes back at Escape, and nothing opens', async () => {
    const { id } = await park.book([machine], nextWeek(2), '10:00', '12:00', { title: '不想移动的实训' });
    await open();
    await hold('不想移动的实训', 2, '15:00');
    await page.keyboard.press('Escape');
    await ghost().waitFor({ state: 'detached' }).catch(() => undefined);
    expect(await ghost().count()).toBe(0);
    await page.mouse.up();
    expect(await page.getByRole('dialog').count()).toBe(0);
    expect((await park.read(id)).startsAt).toBe(at(nextWeek(2), '10:00'));
  });

  it('says while it is pulled what it would collide with', async () => {
    await park.book([machine], nextWeek(3), '08:00', '10:00', { title: '占着的实训' });
    await park.book([machine], nextWeek(3), '14:00', '16:00', { title: '要移动的实训' });
    await open();
    await hold('要移动的实训', 3, '09:00');
    await until(() => ghost().getAttribute('data-verdict'), (verdict) => verdict === 'conflict');
    await ghost().getByText('与“占着的实训”冲突').waitFor();
    await page.keyboard.press('Escape');
    await page.mouse.up();
  });

  it('says so when it is pulled again while it is still being saved, and stays where it was pulled first', async () => {
    const { id } = await park.book([machine], nextWeek(5), '08:00', '10:00', { title: '两次移动的实训' });
    await open();
    let save = () => undefined as void;
    const saved = new Promise<void>((resolve) => (save = resolve));
    let asked = 0;
    await page.route('**/graphql', async (route) => {
      if (route.request().postData()?.includes('ChangeBooking')) {
        asked++;
        await saved;
      }
      await route.continue();
    });
    const place = async () => (await timeline.bar('立式铣床', '两次移动的实训').boundingBox())!.x;
    const before = await place();
    await timeline.move('立式铣床', '两次移动的实训', 3);
    await until(() => asked);
    await until(place, (x) => x > before);
    await timeline.move('立式铣床', '两次移动的实训', 3);
    await page.getByText('上一次移动还在保存，请稍候再移动').waitFor();
    expect((await park.read(id)).startsAt).toBe(at(nextWeek(5), '08:00'));
    save();
    await until(async () => (await park.read(id)).startsAt, (starts) => starts === at(nextWeek(5), '11:00'));
    expect(asked).toBe(1);
    // And once it is saved it can be pulled on.
    await page.getByRole('button', { name: /^撤销/ }).waitFor();
    await timeline.move('立式铣床', '两次移动的实训', 3);
    await until(async () => (await park.read(id)).startsAt, (starts) => starts === at(nextWeek(5), '14:00'));
  });

  it('opens at Enter, gives the focus back at Escape, and grows by Alt+Shift and an arrow', async () => {
    const { id } = await park.book([machine], nextWeek(4), '09:00', '11:00', { title: '加长的实训' });
    await open();
    const bar = timeline.bar('立式铣床', '加长的实训');
    await bar.click();
    const card = page.getByRole('dialog', { name: '加长的实训' });
    await card.waitFor();
    await page.keyboard.press('Escape');
    await card.waitFor({ state: 'detached' });
    await until(() => bar.evaluate((element) => element === document.activeElement));
    await page.keyboard.press('Enter');
    await card.waitFor();
    await page.keyboard.press('Escape');
    await card.waitFor({ state: 'detached' });
    await until(() => bar.evaluate((element) => element === document.activeElement));
    await page.keyboard.down('Alt');
    await page.keyboard.press('Shift+ArrowRight');
    await page.keyboard.press('Shift+ArrowRight');
    await page.keyboard.up('Alt');
    await until(async () => (await park.read(id)).endsAt, (ends) => ends === at(nextWeek(4), '12:00'));
    expect((await park.read(id)).startsAt).toBe(at(nextWeek(4), '09:00'));
  });
});

describe('a form that one has begun to fill', () => {
  it('is not lost by a click beside it, nor by Escape without a question', async () => {
    const park = await Park.open();
    await park.resource('钻床');
    const page = await visit(park.administrator, Timeline.path);
    const timeline = await Timeline.of(page, '钻床');
    await timeline.drag(await timeline.spot('钻床', 2, '09:00'), await timeline.spot('钻床', 2, '11:00'));
    const form = page.getByRole('dialog', { name: '新建预约' });
    const name = form.getByRole('textbox', { name: /^名称/ });
    await name.fill('写了一半的名称');
    await page.mouse.click(8, 8);
    expect(await name.inputValue()).toBe('写了一半的名称');
    await name.press('Escape');
    await page.getByRole('dialog', { name: '放弃已填写的内容？' }).getByRole('button', { name: '继续填写' }).click();
    await page.getByRole('dialog', { name: '放弃已填写的内容？' }).waitFor({ state: 'detached' });
    expect(await name.inputValue()).toBe('写了一半的名称');
    await name.press('Escape');
    await page.getByRole('dialog', { name: '放弃已填写的内容？' }).getByRole('button', { name: '放弃' }).click();
    await form.waitFor({ state: 'detached' });
  });

  it('shows what somebody else has changed meanwhile, and who', async () => {
    const park = await Park.open();
    const machine = await park.resource('刨床');
    const { id } = await park.book([machine], nextWeek(2), '09:00', '11:00', { title: '原来的名称' });
    const page = await visit(park.administrator, `/bookings/${id}`);
    await page.getByRole('button', { name: '修改', exact: true }).click();
    const form = page.getByRole('dialog', { name: /^修改预约/ });
    await form.getByRole('textbox', { name: /^名称/ }).fill('我的名称');
    await park.consortium.secretary.run('mutation ($id: ID!, $input: UpdateBookingInput!) { updateBooking(id: $id, version: 1, input: $input) { __typename } }', { id, input: { title: '别人的名称' } });
    await form.getByRole('button', { name: '保存修改' }).click();
    await form.getByText('刚才有人改过这个预约').waitFor();
    await form.getByText(/现在是：别人的名称/).waitFor();
  });
});

describe('the first page', () => {
  it('lets an owner say yes without leaving it', async () => {
    const park = await Park.open();
    const { keeper, resource } = await park.owner('示例重工集团有限公司', '六轴焊接机器人');
    const { id } = await park.book([resource], nextWeek(3), '09:00', '11:00', { title: '焊接考核' });
    const page = await visit(keeper, '/');
    await page.getByRole('button', { name: '同意“焊接考核”' }).click();
    await page.getByText('已同意“焊接考核”').waitFor();
    await page.getByText('没有等您处理的事').waitFor();
    expect((await park.read(id)).state).toBe('CONFIRMED');
  });
});
