import { describe, expect, it } from '@jest/globals';
import { operator } from '@gongjian/platform/testing';
import type { Page } from 'playwright-core';
import { PHONE, again, useBrowser, visit } from './browser/browser.ts';
import { Park, keepCalendar, nextWeek } from './kit.ts';
import { drafted, parties } from './agreeing.ts';
import { askToComeIn } from './registering.ts';

useBrowser();

const OPEN = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, opens: '08:00', closes: '18:00' }));

/** How many pixels the page can be pushed sideways. */
const overhang = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);

describe('on a phone', () => {
  it('one finds the day of a machine by the drawer, and books a free time with some taps', async () => {
    const park = await Park.open();
    await park.resource('激光切割机', { openingHours: OPEN });
    const page = await visit(park.administrator, '/', PHONE);
    await page.getByRole('button', { name: '打开导航' }).tap();
    const drawer = page.getByRole('navigation', { name: '主导航' });
    await drawer.getByRole('link', { name: '资源预约' }).tap();
    await drawer.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: '后一天' }).tap();
    await page.getByText('这一天您没有预约').waitFor();
    await page.getByRole('button', { name: '按资源' }).tap();
    await page.getByRole('button', { name: /^激光切割机/ }).tap();
    const day = page.getByRole('list', { name: '激光切割机' });
    await day.getByRole('listitem').filter({ hasText: '08:00–18:00' }).getByRole('button', { name: '空闲' }).tap();

    const form = page.getByRole('dialog', { name: '新建预约' });
    expect([await form.getByLabel('开始时间').inputValue(), await form.getByLabel('结束时间').inputValue()]).toEqual(['08:00', '10:00']);
    await form.getByRole('textbox', { name: /^名称/ }).fill('激光切割实训');
    await form.getByText('可以预约，提交后立即确认').waitFor();
    expect(await overhang(page)).toBe(0);
    await form.getByRole('button', { name: '提交预约' }).tap();
    await day.getByRole('listitem').filter({ hasText: '08:00–10:00' }).getByRole('button', { name: /激光切割实训.*已确认/ }).waitFor();
    await day.getByRole('listitem').filter({ hasText: '10:00–18:00' }).getByRole('button', { name: '空闲' }).waitFor();
    await page.getByRole('button', { name: '我的预约' }).tap();
    await page.getByRole('list', { name: '我的预约' }).getByRole('link', { name: /激光切割实训/ }).waitFor();
  });

  it('an owner says yes with one tap, straight from the first page', async () => {
    const park = await Park.open();
    const { keeper, resource } = await park.owner('示例重工集团有限公司', '六轴焊接机器人');
    const { id } = await park.book([resource], nextWeek(3), '09:00', '11:00', { title: '焊接考核' });
    const page = await visit(keeper, '/', PHONE);
    await page.getByRole('link', { name: '焊接考核' }).first().tap();
    await page.getByRole('button', { name: '同意', exact: true }).tap();
    await page.getByText('已同意。').waitFor();
    expect((await park.read(id)).state).toBe('CONFIRMED');
  });

  it('no page can be pushed sideways', async () => {
    const park = await Park.open();
    const { id: owner } = await park.consortium.member('名称特别长的示例轨道交通装备智能制造集团股份有限公司');
    const machine = await park.resource('五轴联动立式加工中心（含刀库、在线测量系统和自动上下料装置）', { ownerId: owner, needsApproval: true, model: 'VMC-850-5AX-LONG-MODEL-NAME', place: '东校区实训楼 A 座三层 302 数控加工中心' });
    const { id } = await park.book([machine], nextWeek(3), '09:00', '11:00', { title: '名称很长的综合实训项目：五轴加工、在线测量与自动化单元联调（24 级 2 班、3 班）' });
    await keepCalendar(park.consortium.secretary);
    const wide: string[] = [];
    for (const [path, sign] of [
      ['/', '运行总览'], ['/timeline', '资源预约'], [`/timeline?mine=no`, '资源预约'], [`/timeline?resource=${machine.id}&day=${nextWeek(3)}`, machine.name],
      ['/bookings', '预约单'], [`/bookings/${id}`, '审批进度'], ['/resources', '资源台账'], [`/resources/${machine.id}`, machine.name], [`/resources/${machine.id}?edit=1`, `编辑${machine.name}`],
      ['/imports', '台账导入'], ['/imports/new', '导入台账'], ['/members', '成员单位'], ['/people', '人员与角色'], ['/people/invitations', '没有等待接受的邀请'], ['/people/invitations/list', '上传一份人员名单'], ['/people/registrations', '只有单位管理员可以设置自助注册'], ['/calendar?owner=consortium', '第一学期'], ['/holidays', '国办发明电〔2025〕7号'], ['/settings', '联合体设置'], ['/identity-providers', '还没有单位接入'], ['/sign-in/find', '查找单位'], ['/developers', '接口密钥'], ['/developers/reference', 'createBooking'], ['/developers/reference?show=createBooking', '需要的权限范围'], ['/audit', '审计记录'], ['/data-protection', '数据保护'], ['/audit/mine', '与我有关的记录'], ['/messages', '消息'], ['/account/messages', '消息设置'], ['/account/security', '登录会话'], ['/forgot', '忘记密码'],
      [`/members/${owner}`, '成员关系'], [`/people/${park.administrator.personId}`, '角色及期限'],
    ] as const) {
      const page = await again(park.consortium.secretary, path, PHONE);
      await page.getByRole('main').getByText(sign).first().waitFor();
      await page.locator('[aria-busy=true]').first().waitFor({ state: 'detached' });
      if ((await overhang(page)) > 0) wide.push(path);
    }
    expect(wide).toEqual([]);
    const { registering, asked, applicant } = await askToComeIn(await park.consortium.person(['ORGANISATION_ADMINISTRATOR'], owner, '王主任'), ['phone-asked@example.org', 'phone-waits@example.org'], 'ENGINEER');
    for (const [who, path, sign] of [[null, registering, '您的身份'], [null, asked, '开立账号并提交'], [applicant, '/registration/waiting', '等待确认']] as const) {
      const guest = await again(who, path, PHONE);
      await guest.getByRole('main').getByText(sign).first().waitFor();
      expect([path, await overhang(guest)]).toEqual([path, 0]);
    }
    const agreeing = await parties(park.consortium);
    const agreement = await drafted(agreeing, '名称很长的轨道交通装备智能制造设备与人员共建共享协议', false);
    for (const [path, sign] of [['/agreements', '合作协议'], [`/agreements/${agreement}`, '第 1 条'], ['/pools', '五轴加工资源池'], ['/agreements/network', '协议网络'], ['/agreements/uses', '待决预约'], ['/agreements/shared-data', '共享数据'], [`/grants?resource=${agreeing.machineId}`, '人员'], ['/resources/shared', '外部共享资源']] as const) {
      const administrator = await again(agreeing.enterprise, path, PHONE);
      await administrator.getByRole('main').getByText(sign).first().waitFor();
      expect([path, await overhang(administrator)]).toEqual([path, 0]);
    }
    const founder = await visit(await operator(), '/found', PHONE);
    await founder.getByRole('heading', { name: '成立要求' }).waitFor();
    expect(await overhang(founder)).toBe(0);
  });
});
