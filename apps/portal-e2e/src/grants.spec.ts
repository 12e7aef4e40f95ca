import { describe, expect, it } from '@jest/globals';
import { type Client, TestConsortium } from '@gongjian/platform/testing';
import type { Locator, Page } from 'playwright-core';
import { parties, signed, using } from './agreeing.ts';
import { barriers } from './browser/axe.ts';
import { useBrowser, visit } from './browser/browser.ts';
import { at, nextWeek, spoken } from './kit.ts';
import { Timeline } from './timeline.ts';

useBrowser();

const button = (page: Page | Locator, name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' });
const dialog = (page: Page, name: string | RegExp) => page.getByRole('dialog', { name });

describe('an agreement in force', () => {
  it('is followed from the signature to the books: why, how much, by whom', async () => {
    const both = await parties(await TestConsortium.found());
    const id = await signed(both, '设备共享协议');
    await using(both, '五轴编程实训');
    const page = await visit(both.school, `/agreements/${id}`);
    await button(page, '更多').click();
    await page.getByRole('menuitem', { name: '额度台账' }).click();
    const books = page.getByRole('region', { name: '额度台账' });
    await books.getByText('118', { exact: true }).waitFor();
    await books.getByRole('button', { name: '分录' }).click();
    await page.getByRole('link', { name: '五轴编程实训' }).waitFor();

    await page.goto(`/grants?resource=${both.machineId}`);
    const book = page.getByRole('region', { name: '预约' }).or(page.locator('section[aria-label="预约"]'));
    await book.getByText('可以', { exact: true }).waitFor();
    await book.getByRole('link', { name: /第 1 条/ }).waitFor();

    const owner = await visit(both.enterprise, `/resources/${both.machineId}`);
    const reach = owner.locator('section[aria-label="谁能按协议使用"]');
    await reach.getByText(/1 次预约/).waitFor();
  });

  it('leaves its coming bookings to the giver when it is suspended: one stands, the other is cancelled with a reason', async () => {
    const both = await parties(await TestConsortium.found());
    const id = await signed(both, '设备共享协议');
    await using(both, '要保留的实训', 3);
    const gone = await using(both, '要取消的实训', 4);
    const page = await visit(both.enterprise, `/agreements/${id}`);
    await button(page, '更多').click();
    await page.getByRole('menuitem', { name: '中止' }).click();
    const ending = dialog(page, '中止');
    // What it would do is said before it is done.
    await ending.getByText('2 项以后的预约将不再被覆盖').waitFor();
    await ending.getByLabel('原因').fill('设备年检');
    await button(ending, '中止').click();
    await page.getByText('已中止').first().waitFor();

    await page.goto('/agreements/uses');
    await button(page, '保留要保留的实训').click();
    await page.getByText('已保留“要保留的实训”').waitFor();
    await button(page, '取消要取消的实训').click();
    const cancelling = dialog(page, /^取消“要取消的实训”/);
    await button(cancelling, '取消预约').click();
    await cancelling.getByText('请填写原因').waitFor();
    await cancelling.getByLabel('原因').fill('协议中止');
    await button(cancelling, '取消预约').click();
    await page.getByText('没有待决的预约').waitFor();
    const { booking } = await both.school.run('query ($id: ID!) { booking(id: $id) { state stateReason } }', { id: gone });
    expect(booking).toEqual({ state: 'CANCELLED', stateReason: '协议中止' });
  });

  it('is drawn as a line between its parties, which leads to it by keyboard too', async () => {
    const both = await parties(await TestConsortium.found());
    await signed(both, '设备共享协议');
    const page = await visit(both.school, '/agreements/network');
    const line = page.getByRole('button', { name: /1 份协议$/ }).first();
    await line.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('list', { name: '协议一览' }).getByRole('link', { name: '设备共享协议' }).waitFor();
    await button(page, '显示全部').waitFor();
  });
});

describe('an agreement with somebody of another consortium', () => {
  it('finds them by the code on their papers, says who they are, and is in their list as well', async () => {
    const [home, away] = await Promise.all([TestConsortium.found('市域联合体'), TestConsortium.found('产教融合实践中心', 'PRACTICE_CENTRE')]);
    const [ours, theirs] = await Promise.all([home.person(['ORGANISATION_ADMINISTRATOR'], home.lead.id, '王校长'), away.person(['ORGANISATION_ADMINISTRATOR'], away.lead.id, '何主任')]);
    const page = await visit(ours, '/agreements');
    await button(page, '起草协议').click();
    const form = dialog(page, '起草协议');
    await form.getByLabel('标题').fill('跨联合体设备共享协议');
    await form.getByText('其他联合体的单位').click();
    await form.getByLabel('对方的统一社会信用代码').fill(away.lead.uscc);
    await button(form, '查找').click();
    await button(form, '作为 产教融合实践中心 的成员加入').click();
    await form.getByText('产教融合实践中心', { exact: true }).waitFor();
    await form.getByLabel('最后一天（含）').fill('2029-12-31');
    await button(form, '起草协议').click();
    await page.getByText('已起草“跨联合体设备共享协议”', { exact: false }).waitFor();
    const other = await visit(theirs, '/agreements');
    await other.getByText('跨联合体设备共享协议').click();
    await other.getByText('市域联合体').waitFor();
  });
});

describe('a booking across consortia', () => {
  it('is moved in the timeline with what it takes elsewhere, put back, and given other things in the dialog', async () => {
    const [home, away] = await Promise.all([TestConsortium.found('市域联合体'), TestConsortium.found('产教融合实践中心', 'PRACTICE_CENTRE')]);
    const both = await parties(home, away);
    await signed(both, '跨联合体设备共享协议');
    const { createResource: room } = await both.school.run('mutation ($input: CreateResourceInput!) { createResource(input: $input) { id } }', { input: { kind: 'VENUE', name: '多媒体教室', ownerId: both.schoolId } });
    const input = { title: '五轴实训', purpose: 'PRACTICE_TEACHING', organisationId: both.schoolId, startsAt: at(nextWeek(2), '09:00'), endsAt: at(nextWeek(2), '11:00'), resourceIds: [room.id, both.machineId] };
    const { createBooking } = await both.school.run('mutation ($input: CreateBookingInput!) { createBooking(input: $input) { ... on Booking { id } } }', { input });
    const theirs = async () => (await both.enterprise.run('query ($id: ID!) { booking(id: $id) { state startsAt } }', { id: createBooking.id })).booking as { state: string; startsAt: string };

    const page = await visit(both.school, Timeline.path);
    const timeline = await Timeline.of(page, '多媒体教室');
    await timeline.move('多媒体教室', '五轴实训', 3);
    await page.getByText(`已改到 ${spoken(nextWeek(2))} 12:00–14:00`).waitFor();
    expect((await theirs()).startsAt).toBe(at(nextWeek(2), '12:00'));
    await button(page, /^撤销/).click();
    await page.getByText('已撤销').waitFor();
    expect((await theirs()).startsAt).toBe(at(nextWeek(2), '09:00'));

    await page.goto(`/bookings/${createBooking.id}`);
    await button(page, '修改').click();
    const editing = dialog(page, '修改预约');
    await editing.getByRole('listitem').filter({ hasText: '五轴加工中心' }).locator('.MuiChip-deleteIcon').click();
    await editing.getByText('可以预约', { exact: false }).waitFor();
    await button(editing, '保存修改').click();
    await page.getByText('已改到', { exact: false }).first().waitFor();
    expect(await theirs()).toMatchObject({ state: 'CANCELLED' });
  });
});

describe('an agreement that goes first', () => {
  it('asks whoever pulls a bar onto somebody’s wish before that wish makes way', async () => {
    const consortium = await TestConsortium.found();
    const both = await parties(consortium);
    await both.enterprise.run('mutation ($id: ID!) { updateResource(id: $id, version: 1, input: { needsApproval: true, sharing: MEMBERS }) { id } }', { id: both.machineId });
    await signed(both, '设备优先使用协议', { priority: 'PREFERRED' });
    const { id: others } = await consortium.member('排队单位', 'ENTERPRISE');
    const waiting = await consortium.person(['COORDINATOR'], others, '排队的人');
    const book = async (who: Client, organisationId: string, title: string, from: string, until: string) => {
      const input = { title, purpose: 'PRACTICE_TEACHING', organisationId, startsAt: at(nextWeek(2), from), endsAt: at(nextWeek(2), until), resourceIds: [both.machineId] };
      return (await who.run('mutation ($input: CreateBookingInput!) { createBooking(input: $input) { ... on Booking { id state } } }', { input })).createBooking as { id: string; state: string };
    };
    const wish = await book(waiting, others, '排队的实训', '13:00', '15:00');
    const own = await book(both.school, both.schoolId, '优先的实训', '09:00', '11:00');
    expect([wish.state, own.state]).toEqual(['PENDING', 'CONFIRMED']);
    const now = async (who: Client, id: string) => (await who.run('query ($id: ID!) { booking(id: $id) { state startsAt } }', { id })).booking;

    const page = await visit(both.school, Timeline.path);
    const timeline = await Timeline.of(page, '五轴加工中心');
    const asked = dialog(page, '移到这里？');
    await timeline.move('五轴加工中心', '优先的实训', 4);
    await asked.getByText('按协议优先，1 个还在等审批的预约会让出').waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await asked.waitFor({ state: 'detached' });
    await timeline.row('五轴加工中心').getByRole('button', { name: /优先的实训.* 09:00–11:00/ }).waitFor();
    expect((await now(waiting, wish.id)).state).toBe('PENDING');

    await timeline.move('五轴加工中心', '优先的实训', 4);
    await button(asked, '移到这里').click();
    await page.getByText(`已改到 ${spoken(nextWeek(2))} 13:00–15:00`).waitFor();
    expect((await now(both.school, own.id)).startsAt).toBe(at(nextWeek(2), '13:00'));
    expect((await now(waiting, wish.id)).state).toBe('REJECTED');
  });
});

describe('an organisation', () => {
  it('takes from a role what it does not leave to it, and gives it back', async () => {
    const consortium = await TestConsortium.found();
    const [administrator, teacher] = await Promise.all([consortium.person(['ORGANISATION_ADMINISTRATOR'], consortium.lead.id), consortium.person(['TEACHER'], consortium.lead.id)]);
    const may = async () => (await teacher.run('{ schedulingAccess { canBook } }')).schedulingAccess.canBook as boolean;
    const page = await visit(administrator, `/members/${consortium.lead.id}`);
    const box = page.getByRole('checkbox', { name: '教师：预约' });
    await box.click();
    await page.getByText('已更新“教师”的权限').waitFor();
    expect(await may()).toBe(false);
    await box.click();
    await page.waitForFunction(() => document.querySelector<HTMLInputElement>('input[aria-label="教师：预约"]')?.checked);
    expect(await may()).toBe(true);
    const reader = await visit(teacher, `/members/${consortium.lead.id}`);
    await reader.getByText('各角色按联合体的规定使用').waitFor();
  });
});
