import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { barriers } from './browser/axe.ts';
import { useBrowser, visit } from './browser/browser.ts';
import { choose, goesOn, opening, pick, press, reach, walkable, write } from './browser/keys.ts';
import { idNumberOfMinor, nextWeek, Park, type Person } from './kit.ts';

useBrowser();

let park: Park;
beforeAll(async () => {
  park = await Park.open();
});

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' }).first();
const pageOf = async (person: Person) => {
  const page = await visit(park.consortium.secretary, `/people/${person.personId}`);
  await page.getByText('角色及期限').waitFor();
  return page;
};

/** What a page is after something was done on it: all in it is come to, and nothing is a barrier. */
async function wholly(page: Page): Promise<void> {
  expect(await barriers(page)).toEqual([]);
  await walkable(page);
}

describe('by keyboard alone', () => {
  it('somebody’s duties are decided on one by one, handed over, and they leave', async () => {
    const { consortium, lead } = park;
    const [keeper, successor] = [await consortium.person(['RESOURCE_KEEPER'], lead.id, '阿依古丽·买买提'), await consortium.person(['TEACHER'], lead.id, '接手的李老师')];
    const lathe = await park.resource('数控车床', { keeper: '阿依古丽·买买提' });
    const kept = await park.book([lathe], nextWeek(2), '09:00', '11:00', { title: '车工实训' }, keeper);
    const dropped = await park.book([lathe], nextWeek(3), '09:00', '11:00', { title: '铣工实训' }, keeper);
    const page = await pageOf(keeper);
    const dialog = await opening(page, button(page, '办理离开'), '阿依古丽·买买提离开');
    await pick(page, dialog.getByRole('group', { name: '“车工实训”如何处理' }), '交接');
    await dialog.getByText('选了“交接”，请选择接手人').waitFor();
    await pick(page, dialog.getByRole('group', { name: '“铣工实训”如何处理' }), '取消');
    await pick(page, dialog.getByRole('group', { name: /^设备管理员（.*）如何处理/ }), '交接');
    await write(page, dialog.getByLabel('说明'), '调离，课程停开');
    await write(page, dialog.getByLabel('接手人'), 'jieshou');
    await page.getByRole('option', { name: /^接手的李老师/ }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    expect(await barriers(page)).toEqual([]);
    await press(page, dialog.getByRole('button', { name: '确认离开' }));
    await page.getByText('阿依古丽·买买提的离开已登记').waitFor();
    await goesOn(page);
    await wholly(page);
    expect(await park.read(kept.id)).toMatchObject({ state: 'CONFIRMED' });
    expect(await park.read(dropped.id)).toMatchObject({ state: 'CANCELLED', stateReason: '调离，课程停开' });
    const { person } = await consortium.secretary.run('query ($id: ID!) { person(id: $id) { roleGrants { role } } }', { id: successor.personId });
    expect(person.roleGrants.map(({ role }: { role: string }) => role).sort()).toEqual(['RESOURCE_KEEPER', 'TEACHER']);
  });

  it('somebody is suspended until a day that a calendar gives, and works again', async () => {
    const teacher = await park.consortium.person(['TEACHER'], park.lead.id, '王老师');
    const page = await pageOf(teacher);
    const dialog = await opening(page, button(page, '暂停'), /^暂停/);
    await page.keyboard.type('门禁卡外借');
    const day = dialog.getByRole('textbox', { name: /^恢复日期/ });
    await reach(page, day);
    await page.keyboard.press('Alt+ArrowDown');
    const calendar = page.getByRole('grid');
    await calendar.waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await calendar.waitFor({ state: 'detached' });
    const until = await day.inputValue();
    await press(page, dialog.getByRole('button', { name: '暂停' }));
    await page.getByText(/门禁卡外借/).first().waitFor();
    // The button that opened it is gone; the keyboard is on the page all the same.
    await goesOn(page);
    await wholly(page);
    const { person } = await park.consortium.secretary.run('query ($id: ID!) { person(id: $id) { suspension { until } } }', { id: teacher.personId });
    expect(person.suspension).toEqual({ until });
    await press(page, button(page, '恢复'));
    await page.getByText('已恢复，立即生效').waitFor();
    await wholly(page);
  });

  it('a role is given from a day until a day, extended and taken back', async () => {
    const teacher = await park.consortium.person(['TEACHER'], park.lead.id, '赵老师');
    const page = await pageOf(teacher);
    const dialog = await opening(page, button(page, '授予角色'));
    await choose(page, dialog.getByRole('combobox', { name: /^角色/ }), '协调员');
    await write(page, dialog.getByLabel('开始日期'), nextWeek(1));
    await write(page, dialog.getByLabel('结束日期'), nextWeek(5));
    await press(page, dialog.getByRole('button', { name: '授予角色' }));
    await page.getByText('尚未开始').waitFor();
    await goesOn(page);
    await wholly(page);
    const grants = async () => (await park.consortium.secretary.run('query ($id: ID!) { person(id: $id) { roleGrants { role since until } } }', { id: teacher.personId })).person.roleGrants.find(({ role }: { role: string }) => role === 'COORDINATOR');
    expect(await grants()).toEqual({ role: 'COORDINATOR', since: nextWeek(1), until: nextWeek(5) });

    const term = await opening(page, button(page, /^修改协调员/));
    await reach(page, term.getByLabel('结束日期'));
    await page.keyboard.press('Control+A');
    await page.keyboard.press('Delete');
    await press(page, term.getByRole('button', { name: '保存' }));
    await page.getByText('已保存').waitFor();
    expect(await grants()).toMatchObject({ until: null });
    const end = await opening(page, button(page, /^收回协调员/));
    await press(page, end.getByRole('button', { name: '收回' }));
    await page.getByText('已收回').first().waitFor();
    await goesOn(page);
    await wholly(page);
  });

  it('data of a minor is asked for and shown, once somebody else has agreed', async () => {
    const { consortium, lead } = park;
    const idNumber = idNumberOfMinor();
    const id = await consortium.registered('小学徒', idNumber);
    const page = await visit(await consortium.person(['ORGANISATION_ADMINISTRATOR'], lead.id, '黄蓉'), `/resources/${id}`);
    const asking = await opening(page, button(page, '申请查看'), '申请查看');
    await page.keyboard.type('核对实习责任保险');
    await press(page, asking.getByRole('button', { name: '申请查看' }));
    await page.getByText('已申请，等待负责人答复。').waitFor();
    await goesOn(page);
    await wholly(page);

    const office = await visit(consortium.secretary, '/minor-access');
    const answer = await opening(office, button(office, '答复黄蓉'));
    await reach(office, answer.getByRole('radio').first());
    await office.keyboard.press('ArrowDown');
    expect(await answer.getByRole('radio').nth(1).isChecked()).toBe(true);
    // A refusal says why; nobody has said it yet.
    expect(await answer.getByRole('button', { name: '答复' }).isDisabled()).toBe(true);
    await office.keyboard.press('ArrowUp');
    await press(office, answer.getByRole('button', { name: '答复' }));
    await office.getByText('已批准').waitFor();
    await goesOn(office);
    await wholly(office);
    await page.reload();
    await press(page, button(page, '显示'));
    await page.getByText(idNumber).waitFor();
  });

  it('an account is closed: asked for, answered with a reason and a day, taken back', async () => {
    const { consortium, lead } = park;
    const leaver = await consortium.person(['TEACHER'], lead.id, '令狐冲');
    const page = await visit(leaver, '/account/data');
    const asking = await opening(page, button(page, '注销账号'), '注销账号？');
    await press(page, asking.getByRole('button', { name: '申请注销' }));
    await page.getByText(/注销申请正在等管理员答复/).waitFor();
    await goesOn(page);
    await wholly(page);

    const office = await pageOf(leaver);
    const answer = await opening(office, button(office, '答复'), '答复令狐冲的注销申请');
    await reach(office, answer.getByRole('radio').first());
    await office.keyboard.press('ArrowDown');
    expect(await answer.getByRole('button', { name: '答复' }).isDisabled()).toBe(true);
    expect(await barriers(office)).toEqual([]);
    await office.keyboard.press('ArrowUp');
    await press(office, answer.getByRole('button', { name: '答复' }));
    await office.getByText(/的账号将在/).waitFor();
    await goesOn(office);
    await wholly(office);

    await page.reload();
    await press(page, button(page, '撤回注销'));
    await page.getByText('已撤回，账号照常使用').waitFor();
    await wholly(page);
  });
});
