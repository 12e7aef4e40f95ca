import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { type Client, type Organisation, PASSWORD, TestConsortium } from '@gongjian/platform/testing';
import { soon } from './kit.ts';

type Person = Client & { personId: string };

const messages = 'query ($filter: MessageFilter, $first: Int, $after: String) { messages(filter: $filter, first: $first, after: $after) { totalCount nodes { id kind what more why button link readAt organisation { id } } pageInfo { hasNextPage endCursor } } unreadMessageCount }';
const mark = 'mutation ($input: MarkMessagesInput!) { markMessages(input: $input) { id readAt } }';
const markAll = 'mutation ($until: DateTime!, $kind: String) { markAllMessages(until: $until, kind: $kind) }';
const settings = 'query { messageSettings { language timeZone digestHour quietFrom quietUntil kinds { kind name mail usual } } }';
const update = 'mutation ($input: MessageSettingsInput!) { updateMessageSettings(input: $input) { language timeZone digestHour quietFrom quietUntil kinds { kind mail } } }';

let consortium: TestConsortium;
let owner: Organisation;
let keeper: Person;
let machine: string;

beforeAll(async () => {
  consortium = await TestConsortium.found();
  owner = await consortium.member('示例重工集团有限公司');
  keeper = await consortium.person(['RESOURCE_KEEPER'], owner.id, '设备管理员');
  const { createResource } = await consortium.secretary.run('mutation ($input: CreateResourceInput!) { createResource(input: $input) { id } }', { input: { kind: 'EQUIPMENT', name: '六轴焊接机器人', ownerId: owner.id, needsApproval: true } });
  machine = createResource.id;
});

let hours = 0;
/** A booking at a time of its own, which waits for its owner. */
async function book(who: Client, title: string): Promise<string> {
  const startsAt = new Date(Date.now() + 48 * 3_600_000 + ++hours * 3_600_000);
  const input = { title, purpose: 'PRACTICE_TEACHING', organisationId: consortium.lead.id, startsAt, endsAt: new Date(startsAt.getTime() + 1_800_000), resourceIds: [machine] };
  const { createBooking } = await who.run('mutation ($input: CreateBookingInput!) { createBooking(input: $input) { ... on Booking { id } } }', { input });
  return createBooking.id;
}

const told = async (who: Client, filter: object = {}) => (await who.run(messages, { filter, first: 100 })).messages.nodes as { id: string; kind: string; what: string; more: string | null; why: string; button: string; link: string; readAt: string | null }[];

describe('a message', () => {
  it('says what happened, why one is told, and has one button; in the reader’s language', async () => {
    const coordinator = await consortium.person(['COORDINATOR'], consortium.lead.id, '李老师');
    const id = await book(coordinator, '焊接综合实训');
    const asked = (await told(keeper)).find(({ link }) => link === `/bookings/${id}`)!;
    expect(asked).toMatchObject({ kind: 'APPROVAL_ASKED', more: '涉及六轴焊接机器人', why: '您负责示例重工集团有限公司的资源', button: '去审批', readAt: null });
    expect(asked.what).toMatch(/^李老师请您审批“焊接综合实训”，.*周. \d\d:\d\d–\d\d:\d\d$/);
    keeper.language = 'en';
    const [english] = (await told(keeper)).filter(({ link }) => link === `/bookings/${id}`);
    keeper.language = 'zh-CN';
    expect(english).toMatchObject({ why: 'You look after the resources of 示例重工集团有限公司', button: 'Review the request' });
    expect(english!.what).toMatch(/^李老师 asks you to approve “焊接综合实训”, /);
  });

  it('of an answer goes to whoever asked, with the reason', async () => {
    const teacher = await consortium.person(['TEACHER'], consortium.lead.id);
    const [yes, no] = [await book(teacher, '要同意的'), await book(teacher, '要驳回的')];
    await keeper.run('mutation ($id: ID!) { decideBooking(id: $id, decision: APPROVE) { __typename } }', { id: yes });
    await keeper.run('mutation ($id: ID!) { decideBooking(id: $id, decision: REJECT, reason: "那天要检修") { __typename } }', { id: no });
    const heard = await told(teacher);
    expect(heard.find(({ link }) => link.endsWith(yes))).toMatchObject({ kind: 'BOOKING_CONFIRMED', why: '这是您提交的预约', button: '查看预约' });
    expect(heard.find(({ link }) => link.endsWith(no))).toMatchObject({ kind: 'BOOKING_REJECTED', more: '原因：那天要检修' });
  });

  it('is not sent to whoever did it, and to nobody where nobody has to know', async () => {
    const teacher = await consortium.person(['TEACHER'], consortium.lead.id);
    const id = await book(teacher, '自己取消的');
    await teacher.run('mutation ($id: ID!) { cancelBooking(id: $id, version: 1) { __typename } }', { id });
    expect(await told(teacher)).toEqual([]);
    expect((await told(keeper)).filter(({ link }) => link.endsWith(id)).map(({ kind }) => kind).sort()).toEqual(['APPROVAL_ASKED', 'REQUEST_WITHDRAWN']);
  });

  it('is told when somebody else moves or cancels one’s booking', async () => {
    const teacher = await consortium.person(['TEACHER'], consortium.lead.id);
    const id = await book(teacher, '别人动过的');
    const startsAt = new Date(Date.now() + 900 * 3_600_000);
    await consortium.secretary.run('mutation ($id: ID!, $input: UpdateBookingInput!) { updateBooking(id: $id, version: 1, input: $input) { __typename } }', { id, input: { startsAt, endsAt: new Date(startsAt.getTime() + 3_600_000) } });
    await consortium.secretary.run('mutation ($id: ID!) { cancelBooking(id: $id, version: 2, reason: "停电") { __typename } }', { id });
    expect((await told(teacher)).map(({ kind, what, more }) => [kind, what.slice(0, 12), more])).toEqual([
      ['BOOKING_CANCELLED', '秘书取消了“别人动过的”', '原因：停电'],
      ['BOOKING_CHANGED', '秘书修改了“别人动过的”', null],
    ]);
  });

  it('that asks is settled for all who were asked as soon as one has answered, or when nobody needs to answer any more', async () => {
    const other = await consortium.person(['ORGANISATION_ADMINISTRATOR'], owner.id);
    const teacher = await consortium.person(['TEACHER'], consortium.lead.id);
    const [answered, cancelled, open] = [await book(teacher, '有人答复了'), await book(teacher, '取消了'), await book(teacher, '还没人答复')];
    await keeper.run('mutation ($id: ID!) { decideBooking(id: $id, decision: APPROVE) { __typename } }', { id: answered });
    await teacher.run('mutation ($id: ID!) { cancelBooking(id: $id, version: 1) { __typename } }', { id: cancelled });
    const waiting = (await told(other, { kind: 'APPROVAL_ASKED', unread: true })).map(({ link }) => link);
    expect(waiting).toEqual([`/bookings/${open}`]);
    await teacher.run('mutation ($id: ID!) { restoreBooking(id: $id, version: 2) { __typename } }', { id: cancelled });
    expect((await told(other, { kind: 'APPROVAL_ASKED', unread: true })).map(({ link }) => link)).toEqual([`/bookings/${cancelled}`, `/bookings/${open}`]);
  });

  it('is rolled back with what it tells of', async () => {
    const teacher = await consortium.person(['TEACHER'], consortium.lead.id);
    const before = (await told(keeper)).length;
    const taken = new Date(Date.now() + 700 * 3_600_000);
    const input = { title: '同一时间', purpose: 'PRACTICE_TEACHING', organisationId: consortium.lead.id, startsAt: taken, endsAt: new Date(taken.getTime() + 3_600_000), resourceIds: [machine] };
    const create = 'mutation ($input: CreateBookingInput!) { createBooking(input: $input) { __typename } }';
    const answers = await Promise.all([teacher.run(create, { input }), teacher.run(create, { input })]);
    expect(answers.map(({ createBooking }) => createBooking.__typename).sort()).toEqual(['Booking', 'BookingRefusal']);
    expect((await told(keeper)).length).toBe(before + 1);
  });
});

describe('of roles', () => {
  it('one hears who gave them and who took them, by name and in one’s own words for the role', async () => {
    const teacher = await consortium.person(['TEACHER'], consortium.lead.id);
    const { grantRole } = await consortium.secretary.run('mutation ($input: GrantRoleInput!) { grantRole(input: $input) { id } }', { input: { personId: teacher.personId, organisationId: consortium.lead.id, role: 'COORDINATOR' } });
    await consortium.secretary.run('mutation ($id: ID!) { revokeRole(id: $id) { id } }', { id: grantRole.id });
    expect((await told(teacher)).map(({ kind, what }) => [kind, what])).toEqual([
      ['ROLE_ENDED', '秘书结束了您在牵头职业技术学院的“协调员”角色'],
      ['ROLE_GIVEN', '秘书授予您牵头职业技术学院的“协调员”角色'],
    ]);
    teacher.language = 'en';
    expect((await told(teacher))[1]!.what).toBe('秘书 gave you the role “Coordinator” at 牵头职业技术学院');
  });
});

describe('one’s own messages', () => {
  it('are counted, paged, filtered and marked; the same mark twice is one mark', async () => {
    const reader = await consortium.person(['RESOURCE_KEEPER'], owner.id);
    const teacher = await consortium.person(['TEACHER'], consortium.lead.id);
    for (const title of ['一', '二', '三']) await book(teacher, title);
    const first = await reader.run(messages, { first: 2 });
    expect([first.unreadMessageCount, first.messages.totalCount, first.messages.nodes.length]).toEqual([3, 3, 2]);
    const rest = await reader.run(messages, { first: 2, after: first.messages.pageInfo.endCursor });
    expect(new Set([...first.messages.nodes, ...rest.messages.nodes].map(({ id }: { id: string }) => id)).size).toBe(3);

    const ids = [first.messages.nodes[0].id];
    const read = await reader.run(mark, { input: { ids, read: true } });
    expect(await reader.run(mark, { input: { ids, read: true } })).toEqual(read);
    expect((await told(reader, { unread: true })).length).toBe(2);
    await reader.run(mark, { input: { ids, read: false } });
    expect((await reader.run(messages)).unreadMessageCount).toBe(3);
    expect((await told(reader, { kind: 'BOOKING_CONFIRMED' })).length).toBe(0);

    const { markAllMessages } = await reader.run(markAll, { until: new Date().toISOString() });
    expect(markAllMessages.length).toBe(3);
    expect((await reader.run(markAll, { until: new Date().toISOString() })).markAllMessages).toEqual([]);
    expect((await reader.run(messages)).unreadMessageCount).toBe(0);
  });

  it('are nobody else’s: not read, not counted, not marked, and like ones that do not exist', async () => {
    const teacher = await consortium.person(['TEACHER'], consortium.lead.id);
    await book(teacher, '别人的消息');
    const [message] = await told(keeper);
    const stranger = await TestConsortium.found();
    for (const other of [teacher, consortium.secretary, stranger.secretary]) {
      expect((await told(other)).some(({ id }) => id === message!.id)).toBe(false);
      const refusals = await Promise.all([message!.id, randomUUID()].map((id) => other.refusal(mark, { input: { ids: [id], read: true } })));
      expect(refusals[0]).toMatchObject({ code: 'NOT_FOUND', field: 'input.ids' });
      expect(refusals[0]).toEqual(refusals[1]);
    }
    expect((await told(keeper)).find(({ id }) => id === message!.id)!.readAt).toBeNull();
  });

  it('of a seat are gone with the seat', async () => {
    const other = await consortium.member('另一家单位');
    const leaver = await consortium.person(['RESOURCE_KEEPER'], owner.id);
    await consortium.secretary.run('mutation ($input: GrantRoleInput!) { grantRole(input: $input) { id } }', { input: { personId: leaver.personId, organisationId: other.id, role: 'TEACHER' } });
    await book(await consortium.person(['TEACHER'], consortium.lead.id), '离开以前的');
    expect((await told(leaver, { kind: 'APPROVAL_ASKED' })).length).toBe(1);
    const { person } = await consortium.secretary.run('query ($id: ID!) { person(id: $id) { roleGrants { id role } } }', { id: leaver.personId });
    await consortium.secretary.run('mutation ($id: ID!) { revokeRole(id: $id) { id } }', { id: person.roleGrants.find(({ role }: { role: string }) => role === 'RESOURCE_KEEPER').id });
    const { me } = await soon(() => leaver.run('{ me { seats { organisation { id } consortium { id } } } }'), ({ me }) => me.seats.length === 1).catch(() => ({ me: { seats: [{ organisation: other, consortium }] } }));
    await leaver.post('/auth/seat', { consortiumId: me.seats[0].consortium.id, organisationId: me.seats[0].organisation.id });
    await leaver.signIn(leaver.login, PASSWORD);
    expect((await told(leaver, { kind: 'APPROVAL_ASKED' })).length).toBe(0);
  });
});

describe('how one is told', () => {
  it('is decided for each kind; kinds that are left out keep what they have', async () => {
    const teacher = await consortium.person(['TEACHER'], consortium.lead.id);
    const usual = (await teacher.run(settings)).messageSettings;
    expect(usual).toMatchObject({ language: 'zh-CN', timeZone: 'Asia/Shanghai', digestHour: 8, quietFrom: 22, quietUntil: 7 });
    expect(usual.kinds.find(({ kind }: { kind: string }) => kind === 'APPROVAL_ASKED')).toEqual({ kind: 'APPROVAL_ASKED', name: '有人请我审批', mail: 'NOW', usual: 'NOW' });
    const input = { language: 'en', timeZone: 'Asia/Urumqi', digestHour: 18, quietFrom: null, quietUntil: null, mail: [{ kind: 'APPROVAL_ASKED', mail: 'OFF' }] };
    await teacher.run(update, { input });
    const { updateMessageSettings: now } = await teacher.run(update, { input: { ...input, mail: [{ kind: 'BOOKING_CONFIRMED', mail: 'DAILY' }] } });
    expect(now).toMatchObject({ language: 'en', timeZone: 'Asia/Urumqi', digestHour: 18, quietFrom: null, quietUntil: null });
    const mail = Object.fromEntries(now.kinds.map((each: { kind: string; mail: string }) => [each.kind, each.mail]));
    expect(mail).toMatchObject({ APPROVAL_ASKED: 'OFF', BOOKING_CONFIRMED: 'DAILY', BOOKING_REJECTED: 'NOW' });
    expect((await consortium.secretary.run(settings)).messageSettings).toMatchObject({ language: 'zh-CN' });
  });

  it.each([
    [{ timeZone: 'Mars/Olympus' }, 'input.timeZone'],
    [{ digestHour: 24 }, 'input.digestHour'],
    [{ language: 'fr' }, 'input.language'],
    [{ quietUntil: null }, 'input.quietUntil'],
    [{ mail: [{ kind: 'NOTHING', mail: 'OFF' }] }, 'input.mail.0.kind'],
  ])('is refused at its field: %j', async (changes, field) => {
    const input = { language: 'zh-CN', timeZone: 'Asia/Shanghai', digestHour: 8, quietFrom: 22, quietUntil: 7, mail: [], ...changes };
    expect(await consortium.secretary.refusal(update, { input })).toMatchObject({ code: 'BAD_INPUT', field });
  });
});

describe('live', () => {
  it('only those who are told hear the bell, and nobody hears who else was', async () => {
    const events = async (who: Client) => {
      const response = await who.fetch('/events');
      const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
      const heard: { type: string; people?: unknown }[] = [];
      let text = '';
      void (async () => {
        for (let part = await reader.read(); !part.done; part = await reader.read()) {
          text += part.value;
          for (const [, data] of text.matchAll(/event: change\ndata: (.*)\n\n/g)) heard.push(JSON.parse(data!));
          text = text.slice(text.lastIndexOf('\n\n') + 2);
        }
      })().catch(() => undefined);
      return { heard, stop: () => reader.cancel() };
    };
    const teacher = await consortium.person(['TEACHER'], consortium.lead.id);
    const [ring, silence] = [await events(keeper), await events(teacher)];
    await book(teacher, '响铃');
    await soon(async () => ring.heard.some(({ type }) => type === 'Message'), Boolean);
    expect(ring.heard.filter(({ type }) => type === 'Message')).toEqual([expect.not.objectContaining({ people: expect.anything() })]);
    await soon(async () => silence.heard.some(({ type }) => type === 'Booking'), Boolean);
    expect(silence.heard.map(({ type }) => type)).toContain('Booking');
    expect(silence.heard.map(({ type }) => type)).not.toContain('Message');
    await Promise.all([ring.stop(), silence.stop()]);
  });
});
