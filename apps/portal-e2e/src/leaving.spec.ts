import { describe, expect, it } from '@jest/globals';
import { useBrowser, visit } from './browser/browser.ts';
import { Park, nextWeek } from './kit.ts';

useBrowser();

const ROLES = 'query ($id: ID!) { person(id: $id) { roleHistory { role state } } }';

describe('somebody who leaves', () => {
  it('hands over, cancels and ends in one dialog, and the successor goes on', async () => {
    const park = await Park.open();
    const { consortium, lead } = park;
    const [keeper, successor] = [await consortium.person(['RESOURCE_KEEPER'], lead.id, '阿依古丽·买买提'), await consortium.person(['TEACHER'], lead.id, '李')];
    const lathe = await park.resource('数控车床', { keeper: '阿依古丽·买买提' });
    const kept = await park.book([lathe], nextWeek(2), '09:00', '11:00', { title: '车工实训' }, keeper);
    const dropped = await park.book([lathe], nextWeek(3), '09:00', '11:00', { title: '铣工实训' }, keeper);

    const page = await visit(consortium.secretary, '/people');
    await page.getByPlaceholder('姓名、拼音或首字母').fill('ayigulimai');
    await page.getByText('已显示 1 / 共 1 条').waitFor();
    await page.getByRole('link', { name: '阿依古丽·买买提' }).click();
    await page.getByRole('heading', { name: '阿依古丽·买买提' }).waitFor();
    await page.getByRole('button', { name: '办理离开' }).click();
    const dialog = page.getByRole('dialog', { name: '阿依古丽·买买提离开' });
    await dialog.getByRole('group', { name: '“车工实训”如何处理' }).getByRole('button', { name: '交接' }).click();
    // Something is handed over, so somebody has to take it.
    expect(await dialog.getByRole('button', { name: '确认离开' }).isDisabled()).toBe(true);
    await dialog.getByText('选了“交接”，请选择接手人').waitFor();
    await dialog.getByLabel('接手人').fill('li');
    await page.getByRole('option', { name: /^李/ }).click();
    await dialog.getByRole('group', { name: '“铣工实训”如何处理' }).getByRole('button', { name: '取消' }).click();
    await dialog.getByRole('group', { name: /^设备管理员（.*）如何处理/ }).getByRole('button', { name: '交接' }).click();
    await dialog.getByRole('group', { name: '这些资源如何处理' }).getByRole('button', { name: '交接' }).click();
    await dialog.getByLabel('说明').fill('调离，课程停开');
    await dialog.getByRole('button', { name: '确认离开' }).click();
    await page.getByText('阿依古丽·买买提的离开已登记').waitFor();
    await page.getByText('没有角色').first().waitFor();
    await page.getByText('已结束').first().waitFor();

    expect(await park.read(kept.id)).toMatchObject({ state: 'CONFIRMED' });
    expect(await park.read(dropped.id)).toMatchObject({ state: 'CANCELLED', stateReason: '调离，课程停开' });
    expect((await consortium.secretary.run(ROLES, { id: successor.personId })).person.roleHistory.map((each: { role: string }) => each.role).sort()).toEqual(['RESOURCE_KEEPER', 'TEACHER']);
    expect((await keeper.try('{ me { roles } }')).status).toBe(401);
  });

  it('is told the way on when nobody would be left', async () => {
    const { consortium } = await Park.open();
    const { me } = await consortium.secretary.run('{ me { person { id } } }');
    const page = await visit(consortium.secretary, `/people/${me.person.id}`);
    await page.getByRole('button', { name: '办理离开' }).click();
    await page.getByRole('button', { name: '确认离开' }).click();
    await page.getByRole('dialog').getByText('这是最后一位秘书，请先给另一个人授予秘书角色').waitFor();
  });
});

describe('a member that leaves', () => {
  it('takes its resources along; what others had booked of it is decided one by one', async () => {
    const park = await Park.open();
    const { consortium } = park;
    const firm = await consortium.member('示例重工集团有限公司');
    const press = await park.resource('液压机', { ownerId: firm.id });
    const lent = await park.book([press], nextWeek(4), '09:00', '11:00', { title: '冲压实训' });
    const page = await visit(consortium.secretary, `/members/${firm.id}`);
    await page.getByRole('button', { name: '退出联合体' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('region', { name: '别人预约了该单位资源（1）' }).getByRole('button', { name: '取消' }).click();
    await dialog.getByText('液压机').waitFor();
    await dialog.getByRole('button', { name: '确认退出' }).click();
    await page.getByText('已退出').first().waitFor();
    expect(await park.read(lent.id)).toMatchObject({ state: 'CANCELLED', stateReason: '所属单位已退出，预约已取消' });
    await page.goto(`/resources/${press.id}`);
    await page.getByText('已撤出').first().waitFor();
  });
});

describe('a suspension', () => {
  it('shuts somebody out until it is lifted', async () => {
    const { consortium } = await Park.open();
    const teacher = await consortium.person(['TEACHER'], consortium.lead.id, '王老师');
    const theirs = await visit(teacher, '/resources');
    await theirs.getByRole('heading', { name: '资源台账' }).waitFor();
    const page = await visit(consortium.secretary, `/people/${teacher.personId}`);
    await page.getByRole('button', { name: '暂停' }).click();
    await page.getByRole('dialog').getByLabel('原因').fill('门禁卡外借');
    await page.getByRole('dialog').getByRole('button', { name: '暂停' }).click();
    await page.getByText(/门禁卡外借/).first().waitFor();
    // The line of events has ended, and the page asks anew: it is signed out.
    await theirs.waitForURL(/\/sign-in/);
    await page.getByRole('button', { name: '恢复' }).click();
    await page.getByText('已恢复，立即生效').waitFor();
    await teacher.signIn(teacher.login, (await import('@gongjian/platform/testing')).PASSWORD);
  });
});

describe('a role with a term', () => {
  it('is given for later, extended and ended on the page of the person', async () => {
    const { consortium } = await Park.open();
    const teacher = await consortium.person(['TEACHER'], consortium.lead.id, '王老师');
    const page = await visit(consortium.secretary, `/people/${teacher.personId}`);
    await page.getByRole('button', { name: '授予角色' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('combobox', { name: /^角色/ }).click();
    await page.getByRole('option', { name: '协调员' }).click();
    await dialog.getByLabel('开始日期').fill(nextWeek(1));
    await dialog.getByLabel('结束日期').fill(nextWeek(5));
    await dialog.getByRole('button', { name: '授予角色' }).click();
    await page.getByText('尚未开始').waitFor();
    await page.getByRole('button', { name: /^修改协调员/ }).click();
    await page.getByRole('dialog').getByLabel('结束日期').fill('');
    await page.getByRole('dialog').getByRole('button', { name: '保存' }).click();
    await page.getByText('已保存').waitFor();
    const { person } = await consortium.secretary.run('query ($id: ID!) { person(id: $id) { roleGrants { role since until } } }', { id: teacher.personId });
    expect(person.roleGrants.find((each: { role: string }) => each.role === 'COORDINATOR')).toEqual({ role: 'COORDINATOR', since: nextWeek(1), until: null });
  });
});
