import { describe, expect, it } from '@jest/globals';
import { operator } from '@gongjian/platform/testing';
import { until, useBrowser, visit } from './browser/browser.ts';
import { press, write } from './browser/keys.ts';
import { Park, keepCalendar, nextWeek } from './kit.ts';

useBrowser();

describe('a school calendar', () => {
  it('is made by the secretary, and then counts the weeks of everybody', async () => {
    const park = await Park.open();
    await park.resource('数控车床');
    const page = await visit(park.consortium.secretary, '/calendar?owner=consortium&year=2026');
    await page.getByRole('button', { name: '编制校历' }).first().click();
    const dialog = page.getByRole('dialog', { name: /^编制校历/ });
    const first = dialog.getByRole('group', { name: '第一学期' });
    await first.getByLabel('开课日').fill('2026-09-09');
    await first.getByText('第1周从2026年9月7日 周一开始').waitFor();
    await dialog.getByRole('button', { name: '添加放假或补课' }).click();
    await dialog.getByLabel('名称').fill('校运会');
    await dialog.getByLabel('开始日期').fill('2026-11-12');
    await dialog.getByLabel('结束日期').fill('2026-11-11');
    await dialog.getByRole('button', { name: '保存' }).click();
    await dialog.getByText('结束日期不能早于开始日期').waitFor();
    await dialog.getByLabel('结束日期').fill('2026-11-13');
    await dialog.getByRole('button', { name: '保存' }).click();
    await dialog.waitFor({ state: 'detached' });
    const weeks = page.getByRole('table', { name: '第一学期周历' });
    expect(await weeks.getByRole('row').filter({ has: page.getByRole('rowheader', { name: '10', exact: true }) }).innerText()).toMatch(/11\/9[\s\S]*校运会/);

    const timeline = await visit(park.administrator, '/timeline?day=2026-11-12');
    await timeline.getByText('第10周').waitFor();
    const heading = timeline.getByRole('columnheader').filter({ hasText: '11月12日' });
    expect(await heading.innerText()).toMatch(/休/);
    expect(await heading.getByText('校运会放假').count()).toBe(2);
    await heading.getByText('休').first().hover();
    await timeline.getByRole('tooltip', { name: '校运会放假' }).waitFor();
  });

  it('lets one book by lessons instead of clock times', async () => {
    const park = await Park.open();
    await park.resource('数控车床');
    await keepCalendar(park.consortium.secretary);
    const page = await visit(park.administrator, `/timeline?day=${nextWeek(1)}`);
    await page.getByRole('button', { name: '选中数控车床' }).click();
    await page.getByRole('button', { name: '预约所选' }).click();
    const dialog = page.getByRole('dialog', { name: '新建预约' });
    const clocks = async () => [await dialog.getByLabel('开始时间').inputValue(), await dialog.getByLabel('结束时间').inputValue()];
    await dialog.getByRole('button', { name: /第1-2节/ }).click();
    await until(clocks, ([from, to]) => from === '08:00' && to === '09:40');
    await dialog.getByRole('button', { name: /第3-4节/ }).click();
    await until(clocks, ([from, to]) => from === '08:00' && to === '11:40');
    expect(await dialog.getByRole('button', { name: /第\d-\d节/, pressed: true }).count()).toBe(2);
    await dialog.getByLabel('名称').fill('车工实训');
    await dialog.getByRole('button', { name: /^(提交预约|提交审批|预约)/ }).last().click();
    await dialog.waitFor({ state: 'detached' });
    const { bookings } = await park.administrator.run('{ bookings(filter: { mine: true }, first: 1) { nodes { startsAt endsAt } } }');
    const at = (time: string) => new Date(`${nextWeek(1)}T${time}:00+08:00`).toISOString();
    expect(bookings.nodes).toEqual([{ startsAt: at('08:00'), endsAt: at('11:40') }]);
  });
});

describe('the settings of a consortium', () => {
  it('change the sidebar for everybody, and tell what is wrong at its field', async () => {
    const park = await Park.open();
    const page = await visit(park.consortium.secretary, '/settings');
    await page.getByLabel('名称').fill('短');
    await page.getByLabel('简称').fill('湘江轨道');
    await page.getByRole('button', { name: '保存设置' }).click();
    await page.getByText('至少需要 2 个字').waitFor();
    await page.getByLabel('名称').fill('湘江轨道交通产教联合体');
    await page.getByLabel('开放时间', { exact: true }).fill('周一至周五 08:00-17:30');
    await page.getByRole('table', { name: '系统读到的是' }).getByText('08:00–17:30').first().waitFor();
    await page.getByRole('button', { name: '保存设置' }).click();
    await page.getByText('已保存设置').waitFor();
    await page.getByRole('complementary').getByText('湘江轨道').waitFor();
    const { consortium } = await park.administrator.run('{ consortium { name settings { defaultOpeningHours { weekday } } } }');
    expect([consortium.name, consortium.settings.defaultOpeningHours.length]).toEqual(['湘江轨道交通产教联合体', 5]);
  });

  it('name the time zone in the language of whoever reads, and find another one by its name, by keyboard alone', async () => {
    const park = await Park.open();
    const page = await visit(park.consortium.secretary, '/settings');
    const zone = page.getByRole('combobox', { name: /^(时区|Time zone)/ });
    await zone.waitFor();
    expect(await zone.inputValue()).toBe('中国标准时间（Asia/Shanghai）');
    await write(page, zone, '没有这个地方');
    await page.getByText('暂无内容').waitFor();
    for (const text of ['asia/hong_kong', '香港']) {
      await write(page, zone, text);
      await page.getByRole('option', { name: '香港标准时间（Asia/Hong Kong）' }).waitFor();
      expect(await page.getByRole('option').count()).toBe(1);
    }
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await press(page, page.getByRole('button', { name: '保存设置' }));
    await page.getByText('已保存设置').waitFor();
    expect((await park.administrator.run('{ consortium { timeZone } }')).consortium.timeZone).toBe('Asia/Hong_Kong');
    await page.getByRole('button', { name: 'English' }).click();
    await until(() => zone.inputValue(), (name) => name === 'Hong Kong Standard Time (Asia/Hong Kong)');
  });

  it('offer one language alone when the consortium says so', async () => {
    const park = await Park.open();
    await park.consortium.secretary.run('mutation { updateConsortium(version: 1, input: { languages: ["en"], defaultLanguage: "en" }) { id } }');
    const page = await visit(park.administrator, '/');
    await page.getByRole('link', { name: 'Timeline' }).first().waitFor();
    expect(await page.getByRole('button', { name: '中文' }).count()).toBe(0);
  });

  it('are not there for whoever may not change them', async () => {
    const park = await Park.open();
    const page = await visit(park.administrator, '/settings');
    await page.getByText('您不能修改联合体设置').waitFor();
    expect(await page.getByRole('link', { name: '联合体设置' }).count()).toBe(0);
  });
});

describe('holidays', () => {
  const NOTICE = '国办发明电〔2047〕9号\n一、元旦：1月1日（周三）放假1天，不调休。';

  it('are checked by an operator before they are imported', async () => {
    const page = await visit(await operator(), '/holidays');
    await page.getByLabel('年份').fill('2048');
    await page.getByLabel('放假安排', { exact: true }).fill(NOTICE);
    await page.getByRole('button', { name: '检查' }).click();
    await page.getByText(/（春节）是法定节假日，却没有列为放假/).first().waitFor();
    expect(await page.getByLabel('通知文号').inputValue()).toBe('国办发明电〔2047〕9号');
    expect(await page.getByRole('button', { name: '导入', exact: true }).count()).toBe(0);
  });
});
