import { describe, expect, test } from '@jest/globals';
import type { Client } from '@gongjian/platform/testing';
import { at, CREATE, database, Park, UPDATE } from './kit.ts';

const RESOURCES = 'query ($text: String!, $first: Int) { searchResources(text: $text, first: $first) { matchedBy resource { id name owner { shortName } } } }';
const BOOKINGS = 'query ($text: String!) { searchBookings(text: $text) { matchedBy matchedResource { name } booking { id title } } }';

const found = async (who: Client, text: string): Promise<string[]> => (await who.run(RESOURCES, { text })).searchResources.map((hit: { resource: { name: string } }) => hit.resource.name);
const titles = async (who: Client, text: string): Promise<string[]> => (await who.run(BOOKINGS, { text })).searchBookings.map((hit: { booking: { title: string } }) => hit.booking.title);

/** Work that follows a change. */
async function soon<T>(ask: () => Promise<T>, right: (answer: T) => boolean): Promise<T> {
  const until = Date.now() + 60_000;
  for (;;) {
    const answer = await ask();
    if (right(answer) || Date.now() > until) return answer;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** Bookings are found a moment after they were made. */
const indexed = (who: Client, text: string) => soon(() => titles(who, text), (all) => all.length > 0);

describe('searching resources', () => {
  test('by Chinese, pinyin, initials, codes, models, rooms and 工号, however they are written', async () => {
    const park = await Park.open();
    await park.resource({ name: '五轴联动加工中心', code: 'SB-2024-00317', model: 'VMC-850E', place: '实训楼A栋 302' });
    await park.resource({ name: '重庆产电火花机', code: 'SB-2024-00318' });
    await park.resource({ name: '周绿萍', kind: 'TEACHER', code: 'T20180042' });
    const { administrator } = park;
    for (const text of ['五轴', '联动', '轴', 'wuzhou', 'WuZhouLianDong', 'wzld', 'ldjg', '五轴联动加工中心', 'SB-2024-00317', 'sb202400317', '00317', 'ｖｍｃ－８５０', 'vmc850', '850e', 'A栋', '302', '加工 五轴', '五轴　302', 'wuzhou vmc', 'a 栋 五轴']) {
      expect([text, await found(administrator, text)]).toEqual([text, ['五轴联动加工中心']]);
    }
    for (const text of ['zhongqing', 'chongqing', 'cqc', 'zqc']) expect(await found(administrator, text)).toEqual(['重庆产电火花机']);
    for (const text of ['T20180042', '0042', '周绿萍', 'zhoulvping', 'zlp']) expect(await found(administrator, text)).toEqual(['周绿萍']);
    for (const text of ['五轴 车床', '轴五', 'wuzhoux', 'SB2024003171']) expect([text, await found(administrator, text)]).toEqual([text, []]);
  });

  test('tells where the words are, and whose it is', async () => {
    const park = await Park.open();
    await park.resource({ name: '激光切割机', code: 'LC-1', model: 'TruLaser 3030', place: '焊接车间', keeper: '马师傅' });
    const hit = async (text: string) => (await park.administrator.run(RESOURCES, { text })).searchResources[0];
    expect((await hit('jgqg')).matchedBy).toBe('NAME');
    expect((await hit('lc1')).matchedBy).toBe('CODE');
    expect((await hit('3030')).matchedBy).toBe('MODEL');
    expect((await hit('焊接')).matchedBy).toBe('PLACE');
    expect((await hit('masf')) ?? null).toBeNull();
    expect((await hit('msf')).matchedBy).toBe('KEEPER');
    expect((await hit('激光 3030')).matchedBy).toBe('RECORD');
    expect((await hit('激光')).resource.owner.shortName).toBe('牵头职业技术学院');
  });

  test('the whole code comes first, then names that begin so, then initials, then the rest', async () => {
    const park = await Park.open();
    await park.resource({ name: '备用铣床', model: '配 CK61 刀架' });
    await park.resource({ name: '车库六十一号', code: '无关' });
    await park.resource({ name: 'CK61 数控车床' });
    await park.resource({ name: '数控铣床', code: 'CK61' });
    expect(await found(park.administrator, 'ck61')).toEqual(['数控铣床', 'CK61 数控车床', '备用铣床']);
    expect((await found(park.administrator, 'ck'))[0]).toBe('CK61 数控车床');
    expect(await found(park.administrator, 'cklsyh')).toEqual(['车库六十一号']);
  });

  test('what is changed is found by what it says now', async () => {
    const park = await Park.open();
    const { id, version } = await park.resource({ name: '老式摇臂钻' });
    await park.administrator.run('mutation ($id: ID!, $version: Int!, $input: UpdateResourceInput!) { updateResource(id: $id, version: $version, input: $input) { id } }', { id, version, input: { name: '新式摇臂钻', code: 'ZX-9' } });
    expect(await found(park.administrator, '老式')).toEqual([]);
    expect(await found(park.administrator, 'zx9')).toEqual(['新式摇臂钻']);
  });

  test('special characters are themselves, and nothing breaks', async () => {
    const park = await Park.open();
    await park.resource({ name: '100%_齐套\\工具' });
    await park.resource({ name: '1000件齐套工具' });
    await park.resource({ name: '䶮㛃检测台😀' });
    const { administrator } = park;
    for (const text of ['100%', '%_', '0%_齐', '套\\']) expect([text, await found(administrator, text)]).toEqual([text, ['100%_齐套\\工具']]);
    for (const text of ['䶮', '㛃检', '😀', '台😀']) expect([text, await found(administrator, text)]).toEqual([text, ['䶮㛃检测台😀']]);
    for (const text of ['%%', '__', "'; drop", '\\\\', '(a|b)*', '𠮷']) expect([text, await found(administrator, text)]).toEqual([text, []]);
  });

  test('too short, too long and unreadable texts are told at the field', async () => {
    const { administrator } = await Park.open();
    const refusal = async (text: string) => administrator.refusal(RESOURCES, { text });
    expect(await refusal('a')).toMatchObject({ code: 'BAD_INPUT', field: 'text' });
    expect(await refusal('  ')).toMatchObject({ code: 'BAD_INPUT', field: 'text' });
    expect(await refusal('字'.repeat(1000))).toMatchObject({ code: 'BAD_INPUT', field: 'text' });
    expect(await refusal('a\u0000b')).toMatchObject({ code: 'BAD_INPUT', field: 'text' });
    expect(await administrator.refusal(RESOURCES, { text: '数控', first: 51 })).toMatchObject({ code: 'BAD_INPUT', field: 'first' });
    expect(await administrator.refusal(RESOURCES, { text: '数控', first: 0 })).toMatchObject({ code: 'BAD_INPUT', field: 'first' });
  });
});

describe('searching bookings', () => {
  test('by title, by whom they are for, and by what they take', async () => {
    const park = await Park.open();
    const member = await park.consortium.member('示例轨道交通集团', 'ENTERPRISE');
    const { id } = await park.resource({ name: '六轴焊接机器人', code: 'RB-007' });
    await park.book([id], { title: '弧焊工艺考核', organisationId: member.id });
    await indexed(park.administrator, '弧焊');
    for (const text of ['弧焊', 'huhan', 'hhgy', '轨道交通', 'gdjt', '六轴焊接', 'lzhj', 'rb007', '考核 轨道', '弧焊 机器人']) {
      expect([text, await titles(park.administrator, text)]).toEqual([text, ['弧焊工艺考核']]);
    }
    const hit = async (text: string) => (await park.administrator.run(BOOKINGS, { text })).searchBookings[0];
    expect(await hit('弧焊')).toMatchObject({ matchedBy: 'NAME', matchedResource: null });
    expect(await hit('rb007')).toMatchObject({ matchedBy: 'RESOURCE', matchedResource: { name: '六轴焊接机器人' } });
    expect(await hit('轨道')).toMatchObject({ matchedBy: 'ORGANISATION' });
  });

  test('by the name of an organisation that is suspended or has left, for those who may read it', async () => {
    const park = await Park.open();
    const { secretary } = park.consortium;
    const [member, outside] = await Promise.all([park.consortium.member('示例轨道交通集团', 'ENTERPRISE'), park.consortium.member('示例旁观')]);
    const [one] = (await park.resources(1)) as [string];
    await park.book([one], { title: '弧焊工艺考核', organisationId: member.id });
    await indexed(park.administrator, '弧焊');
    const [auditor, outsider] = [await park.consortium.person(['AUDITOR'], outside.id), await park.consortium.person(['TEACHER'], outside.id)];
    const { organisation } = await secretary.run('query ($id: ID!) { organisation(id: $id) { membership { id } } }', member);
    const { suspendMember } = await secretary.run('mutation ($id: ID!) { suspendMember(membershipId: $id, input: { reason: "整改" }) { suspension { id } } }', organisation.membership);
    const finding = async (who: Client) => [await titles(who, '轨道交通'), await titles(who, 'gdjt 弧焊')];
    const all = [['弧焊工艺考核'], ['弧焊工艺考核']];
    for (const who of [park.administrator, auditor]) expect(await finding(who)).toEqual(all);
    await secretary.run('mutation ($id: ID!) { liftSuspension(id: $id) { id } }', suspendMember.suspension);
    await secretary.run('mutation ($id: ID!) { endMembership(id: $id) { id } }', organisation.membership);
    for (const who of [park.administrator, auditor]) expect(await finding(who)).toEqual(all);
    expect(await finding(outsider)).toEqual([[], []]);
  });

  test('those to come are before those of later months', async () => {
    const park = await Park.open();
    const [one] = (await park.resources(1)) as [string];
    await park.book([one], { title: '量具检定 三', startsAt: at(150, 9), endsAt: at(150, 10) });
    await park.book([one], { title: '量具检定 二', startsAt: at(9, 9), endsAt: at(9, 10) });
    await park.book([one], { title: '量具检定 一', startsAt: at(2, 9), endsAt: at(2, 10) });
    expect(await soon(() => titles(park.administrator, '量具检定'), (all) => all.length === 3)).toEqual(['量具检定 一', '量具检定 二', '量具检定 三']);
  });

  test('exactly those who may read it find it', async () => {
    const park = await Park.open();
    const [owner, member, outside] = await Promise.all([park.owner('示例重工'), park.consortium.member('示例学院', 'SCHOOL'), park.consortium.member('示例旁观')]);
    const booked = await park.book([owner.resourceId], { organisationId: member.id, title: '保密的实训' });
    await indexed(park.administrator, '保密');
    const may: Client[] = [park.administrator, park.consortium.secretary, owner.keeper];
    for (const role of ['TEACHER', 'STUDENT']) may.push(await park.consortium.person([role], member.id));
    for (const role of ['COUNCIL_MEMBER', 'AUDITOR']) may.push(await park.consortium.person([role], outside.id));
    for (const who of may) for (const text of ['保密', 'bmdsx', '示例重工的设备']) expect((await who.run(BOOKINGS, { text })).searchBookings.map((hit: { booking: { id: string } }) => hit.booking.id)).toEqual([booked.id]);
    for (const role of ['ORGANISATION_ADMINISTRATOR', 'RESOURCE_KEEPER', 'TEACHER', 'COORDINATOR', 'STUDENT']) {
      const outsider = await park.consortium.person([role], outside.id);
      for (const text of ['保密', 'bmdsx', '示例重工的设备']) expect(await titles(outsider, text)).toEqual([]);
    }
  });

  test('whoever made it for another organisation finds it, and a new owner after a change', async () => {
    const park = await Park.open();
    const [owner, member] = await Promise.all([park.owner('示例重工'), park.consortium.member('示例学院', 'SCHOOL')]);
    const [own] = (await park.resources(1)) as [string];
    const booked = await park.book([own], { organisationId: member.id, title: '跨单位联训' });
    expect(await indexed(park.administrator, '联训')).toEqual(['跨单位联训']);
    expect(await titles(owner.keeper, '联训')).toEqual([]);
    const { updateBooking } = await park.administrator.run(UPDATE, { id: booked.id, version: booked.version, input: { resourceIds: [own, owner.resourceId], title: '跨单位合练' } });
    expect(updateBooking.__typename).toBe('Booking');
    expect(await indexed(owner.keeper, '合练')).toEqual(['跨单位合练']);
    expect(await titles(owner.keeper, '联训')).toEqual([]);
  });

  test('a resource that is renamed takes its bookings along', async () => {
    const park = await Park.open();
    const { id, version } = await park.resource({ name: '旧名称磨床' });
    await park.book([id], { title: '磨工实训' });
    await park.administrator.run('mutation ($id: ID!, $version: Int!, $input: UpdateResourceInput!) { updateResource(id: $id, version: $version, input: $input) { id } }', { id, version, input: { name: '坐标镗床' } });
    expect(await soon(() => titles(park.administrator, '坐标镗床'), (all) => all.length > 0)).toEqual(['磨工实训']);
    expect(await titles(park.administrator, '旧名称')).toEqual([]);
  });

  test('a refused booking leaves nothing to find', async () => {
    const park = await Park.open();
    const ids = await park.resources(1);
    await park.book(ids, { title: '先来的实训' });
    const second = await park.administrator.run(CREATE, { input: park.input(ids, { title: '后到的实训' }) });
    expect(second.createBooking.__typename).toBe('BookingRefusal');
    expect(await indexed(park.administrator, '先来')).toEqual(['先来的实训']);
    expect(await titles(park.administrator, '后到')).toEqual([]);
  });
});

describe('the walls around it', () => {
  test('another consortium finds nothing, not even by whole codes', async () => {
    const [park, other] = await Promise.all([Park.open(), Park.open()]);
    const { id } = await park.resource({ name: '独家精雕机', code: 'ONLY-ONE' });
    await park.book([id], { title: '独家精雕实训' });
    expect(await found(park.administrator, 'onlyone')).toEqual(['独家精雕机']);
    await indexed(park.administrator, '独家');
    for (const text of ['独家', 'djjd', 'ONLY-ONE']) {
      expect(await found(other.administrator, text)).toEqual([]);
      expect(await titles(other.administrator, text)).toEqual([]);
    }
  });

  test('records that were there before the index are found after the first search', async () => {
    const park = await Park.open();
    const { id } = await park.resource({ name: '历史遗留冲床' });
    await park.book([id], { title: '历史冲压实训' });
    await database(async (client) => {
      await client.query('delete from scheduling.resource_search where resource_id = $1', [id]);
      await client.query('delete from scheduling.booking_search where tenant_id = $1', [park.consortium.id]);
    });
    expect(await soon(() => found(park.administrator, '遗留'), (all) => all.length > 0)).toEqual(['历史遗留冲床']);
    expect(await soon(() => titles(park.administrator, '冲压'), (all) => all.length > 0)).toEqual(['历史冲压实训']);
  });

  test('where the runtime role stands alone, the index is closed without a consortium', async () => {
    const park = await Park.open();
    await park.resource({ name: '无人认领机床' });
    const answers = await database((client) => client.query(`select count(*)::int as count from scheduling.find_resources('{}', null, null, null, '{%}', 1000)`));
    expect(answers.rows[0].count).toBe(0);
  });
});
