import { describe, expect, it } from '@jest/globals';
import type { Client } from '@gongjian/platform/testing';
import { at, Park } from './kit.ts';

const DUTIES = 'bookingCount resourceCount bookings { id title state kind othersWhoAnswer viewerCanSettle requestedBy { id name } organisation { id } } resources { id name owner { id } }';
const OF_PERSON = `query ($id: ID!, $from: Date) { person(id: $id) { name duties(from: $from) { ${DUTIES} } } }`;
const OF_ORGANISATION = `query ($id: ID!, $from: Date) { organisation(id: $id) { name duties(from: $from) { ${DUTIES} } } }`;
const SETTLE = 'mutation ($input: SettleDutiesInput!) { settleDuties(input: $input) { handedOver cancelled resources } }';
const DEPART = 'mutation ($input: DepartPersonInput!) { departPerson(input: $input) { id roleGrants { role } viewerCanDepart } }';
const BOOKING = 'query ($id: ID!) { booking(id: $id) { id version state stateReason organisation { id } requestedBy { id } allocations { state } approvals { state owner { id } } } }';
const ROLES = 'query ($id: ID!) { person(id: $id) { roleHistory { id role state organisation { id } } viewerCanDepart } }';
const dayFromNow = (days: number) => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date(Date.now() + days * 86_400_000));

async function book(who: Client, resourceIds: string[], organisationId: string, days: number, title = '实训'): Promise<string> {
  const input = { title, purpose: 'PRACTICE_TEACHING', organisationId, startsAt: at(days, 9), endsAt: at(days, 11), resourceIds };
  const { createBooking } = await who.run('mutation ($input: CreateBookingInput!) { createBooking(input: $input) { __typename ... on Booking { id } ... on BookingRefusal { reasons { code } } } }', { input });
  expect(createBooking.__typename).toBe('Booking');
  return createBooking.id as string;
}

async function make(who: Client, ownerId: string, name: string, more: object = {}): Promise<string> {
  const input = { kind: 'EQUIPMENT', name, ownerId, ...more };
  return (await who.run('mutation ($input: CreateResourceInput!) { createResource(input: $input) { id } }', { input })).createResource.id as string;
}

/** A college with a keeper who goes, a successor, a machine of its own and one of a firm that asks to be asked. */
async function ground() {
  const { consortium } = await Park.open();
  const { secretary, lead } = consortium;
  const firm = await consortium.member();
  const [keeper, successor, engineer] = [await consortium.person(['RESOURCE_KEEPER', 'TEACHER'], lead.id, '阿依古丽·买买提'), await consortium.person(['TEACHER'], lead.id, '李接手'), await consortium.person(['ENGINEER'], firm.id, '王工')];
  const machine = await make(secretary, lead.id, '数控车床', { keeper: '阿依古丽·买买提' });
  const asked = await make(secretary, lead.id, '五轴加工中心', { needsApproval: true, keeper: '别人' });
  const mine = await book(keeper, [machine], lead.id, 3, '车工实训');
  const other = await book(keeper, [machine], lead.id, 4, '铣工实训');
  const waiting = await book(engineer, [asked], firm.id, 5, '工件试制');
  return { consortium, secretary, lead, firm, keeper, successor, engineer, machine, asked, mine, other, waiting };
}

describe('what hangs on a person', () => {
  it('is told over the graph: coming bookings, answers that wait, and what they keep', async () => {
    const { secretary, keeper, lead, machine, mine, other, waiting } = await ground();
    const { person } = await secretary.run(OF_PERSON, { id: keeper.personId });
    expect(person.name).toBe('阿依古丽·买买提');
    expect(person.duties).toMatchObject({
      bookingCount: 3,
      bookings: [
        { id: mine, title: '车工实训', kind: 'OWN', viewerCanSettle: true, requestedBy: { name: '阿依古丽·买买提' } },
        { id: other, kind: 'OWN' },
        { id: waiting, kind: 'WAITING', state: 'PENDING', othersWhoAnswer: 1 },
      ],
      resources: [{ id: machine, owner: { id: lead.id } }],
      resourceCount: 1,
    });
    expect((await secretary.run(OF_PERSON, { id: keeper.personId, from: dayFromNow(4) })).person.duties.bookings.map((each: { id: string }) => each.id)).toEqual([other, waiting]);
  });

  it('is told to those who decide about it alone, to an organisation’s administrator as far as it is theirs', async () => {
    const { consortium, firm, lead, keeper, mine, other, waiting } = await ground();
    const of = async (role: string, organisationId = lead.id) => (await (await consortium.person([role], organisationId)).run(OF_PERSON, { id: keeper.personId })).person.duties;
    for (const role of ['TEACHER', 'STUDENT', 'COUNCIL_MEMBER', 'AUDITOR', 'AUDIT_ADMINISTRATOR']) expect(await of(role)).toBeNull();
    for (const role of ['SYSTEM_ADMINISTRATOR', 'SECURITY_ADMINISTRATOR', 'PARK_ADMINISTRATOR', 'ORGANISATION_ADMINISTRATOR']) expect((await of(role)).bookings.map((each: { id: string }) => each.id)).toEqual([mine, other, waiting]);
    const stranger = await of('ORGANISATION_ADMINISTRATOR', firm.id);
    expect(stranger.bookings.filter((each: { kind: string }) => each.kind === 'OWN')).toEqual([]);
    expect(stranger.resources).toEqual([]);
    // What waits for another owner is not theirs to know.
    expect(stranger.bookings).toEqual([]);
  });
});

describe('the departure of a person', () => {
  it('hands over, cancels and keeps as decided, and ends the roles; the same again changes nothing', async () => {
    const { secretary, lead, keeper, successor, machine, mine, other } = await ground();
    const settle = {
      input: {
        personId: keeper.personId,
        bookings: [{ bookingId: mine, action: 'HAND_OVER', toPersonId: successor.personId }, { bookingId: other, action: 'CANCEL' }],
        resources: { action: 'HAND_OVER', toPersonId: successor.personId },
        reason: '阿依古丽调离，课程停开',
      },
    };
    expect(await secretary.run(SETTLE, settle)).toEqual({ settleDuties: { handedOver: 1, cancelled: 1, resources: 1 } });
    const { person } = await secretary.run(ROLES, { id: keeper.personId });
    const grant = person.roleHistory.find((each: { role: string }) => each.role === 'RESOURCE_KEEPER').id;
    const depart = { input: { personId: keeper.personId, handOvers: [{ roleGrantId: grant, toPersonId: successor.personId }] } };
    expect((await secretary.run(DEPART, depart)).departPerson).toEqual({ id: keeper.personId, roleGrants: [], viewerCanDepart: false });

    expect((await secretary.run(BOOKING, { id: mine })).booking).toMatchObject({ state: 'CONFIRMED', requestedBy: { id: successor.personId }, allocations: [{ state: 'CONFIRMED' }] });
    expect((await secretary.run(BOOKING, { id: other })).booking).toMatchObject({ state: 'CANCELLED', stateReason: '阿依古丽调离，课程停开', allocations: [{ state: 'RELEASED' }] });
    expect((await secretary.run('query ($id: ID!) { resource(id: $id) { keeper } }', { id: machine })).resource.keeper).toBe('李接手');
    const heir = (await secretary.run(ROLES, { id: successor.personId })).person.roleHistory;
    expect(heir.map((each: { role: string; state: string }) => `${each.role} ${each.state}`).sort()).toEqual(['RESOURCE_KEEPER IN_FORCE', 'TEACHER IN_FORCE']);
    expect(heir.every((each: { organisation: { id: string } }) => each.organisation.id === lead.id)).toBe(true);

    expect(await secretary.run(SETTLE, settle)).toEqual({ settleDuties: { handedOver: 0, cancelled: 0, resources: 0 } });
    await secretary.run(DEPART, depart);
    expect((await secretary.run(ROLES, { id: successor.personId })).person.roleHistory).toHaveLength(2);
    // The successor hears of both, goes on with the booking, and the owner of nothing is bothered.
    expect((await successor.run('{ messages(first: 20) { nodes { kind what } } }')).messages.nodes.map((each: { kind: string }) => each.kind).sort()).toEqual(['BOOKING_HANDED_OVER', 'ROLE_GIVEN']);
    const { booking } = await successor.run(BOOKING, { id: mine });
    const cancelled = await successor.run('mutation ($id: ID!, $version: Int!) { cancelBooking(id: $id, version: $version) { __typename } }', { id: mine, version: booking.version });
    expect(cancelled.cancelBooking.__typename).toBe('Booking');
  });

  it('does nothing at all where one part cannot be done', async () => {
    const { consortium, secretary, keeper, mine, other, machine } = await ground();
    const student = await consortium.person(['STUDENT']);
    const input = { personId: keeper.personId, bookings: [{ bookingId: other, action: 'CANCEL' }, { bookingId: mine, action: 'HAND_OVER', toPersonId: student.personId }], resources: { action: 'HAND_OVER', toPersonId: student.personId } };
    expect(await secretary.refusal(SETTLE, { input })).toEqual({ code: 'SUCCESSOR_CANNOT', field: 'input.bookings.1.toPersonId', message: '张三在该单位没有可以办理预约的角色，不能接手“车工实训”；请换一个人，或先授予角色' });
    expect((await secretary.run(BOOKING, { id: other })).booking.state).toBe('CONFIRMED');
    expect((await secretary.run('query ($id: ID!) { resource(id: $id) { keeper } }', { id: machine })).resource.keeper).toBe('阿依古丽·买买提');
  });

  it.each([
    ['nobody who goes', (it: any) => ({ bookings: [{ bookingId: it.mine, action: 'CANCEL' }] }), 'BAD_INPUT', 'input.personId'],
    ['nobody who takes over', (it: any) => ({ personId: it.keeper.personId, bookings: [{ bookingId: it.mine, action: 'HAND_OVER' }] }), 'BAD_INPUT', 'input.bookings.0.toPersonId'],
    ['the same person', (it: any) => ({ personId: it.keeper.personId, bookings: [{ bookingId: it.mine, action: 'HAND_OVER', toPersonId: it.keeper.personId }] }), 'BAD_INPUT', 'input.bookings.0.toPersonId'],
    ['somebody unknown', (it: any) => ({ personId: it.keeper.personId, bookings: [{ bookingId: it.mine, action: 'HAND_OVER', toPersonId: it.mine }] }), 'NOT_FOUND', 'input.bookings.0.toPersonId'],
    ['a booking of somebody else', (it: any) => ({ personId: it.successor.personId, bookings: [{ bookingId: it.mine, action: 'HAND_OVER', toPersonId: it.engineer.personId }] }), 'NOT_FOUND', 'input.bookings.0.bookingId'],
    ['a booking that does not hang on them', (it: any) => ({ personId: it.successor.personId, bookings: [{ bookingId: it.mine, action: 'CANCEL' }] }), 'NOT_FOUND', 'input.bookings.0.bookingId'],
    ['an unknown person', (it: any) => ({ personId: it.mine, bookings: [] }), 'NOT_FOUND', 'input.personId'],
    ['a day that is over', (it: any) => ({ personId: it.keeper.personId, from: '2026-01-01' }), 'BAD_INPUT', 'input.from'],
    ['resources that leave with a person', (it: any) => ({ personId: it.keeper.personId, resources: { action: 'WITHDRAW' } }), 'BAD_INPUT', 'input.resources.action'],
  ] as const)('is refused with %s', async (_, input, code, field) => {
    const known = await ground();
    expect(await known.secretary.refusal(SETTLE, { input: input(known) })).toMatchObject({ code, field });
  });

  it('is for those who decide: teachers do not, and another organisation’s administrator learns nothing', async () => {
    const { consortium, firm, keeper, successor, mine } = await ground();
    const input = { personId: keeper.personId, bookings: [{ bookingId: mine, action: 'CANCEL' }] };
    expect(await successor.refusal(SETTLE, { input })).toMatchObject({ code: 'FORBIDDEN' });
    expect(await successor.refusal(DEPART, { input: { personId: keeper.personId } })).toMatchObject({ code: 'FORBIDDEN' });
    const stranger = await consortium.person(['ORGANISATION_ADMINISTRATOR'], firm.id);
    expect(await stranger.refusal(SETTLE, { input })).toMatchObject({ code: 'NOT_FOUND', field: 'input.bookings.0.bookingId' });
  });

  it('of the last secretary is refused, unless somebody takes over in the same step', async () => {
    const { secretary, successor } = await ground();
    const { me } = await secretary.run('{ me { person { id } } }');
    expect(await secretary.refusal(DEPART, { input: { personId: me.person.id } })).toMatchObject({ code: 'LAST_SECRETARY' });
    const [grant] = (await secretary.run(ROLES, { id: me.person.id })).person.roleHistory;
    await secretary.run(DEPART, { input: { personId: me.person.id, handOvers: [{ roleGrantId: grant.id, toPersonId: successor.personId }] } });
    expect((await successor.run('{ me { roles } }')).me.roles).toContain('TEACHER');
  });

  it('from one organisation leaves the roles for another, and an organisation’s administrator lets go of their own people', async () => {
    const { consortium, secretary, firm, lead, keeper } = await ground();
    await secretary.run('mutation ($input: GrantRoleInput!) { grantRole(input: $input) { id } }', { input: { personId: keeper.personId, organisationId: firm.id, role: 'ENGINEER' } });
    const administrator = await consortium.person(['ORGANISATION_ADMINISTRATOR'], lead.id);
    expect(await administrator.refusal(DEPART, { input: { personId: keeper.personId, organisationId: firm.id } })).toMatchObject({ code: 'FORBIDDEN' });
    await administrator.run(DEPART, { input: { personId: keeper.personId, organisationId: lead.id, on: dayFromNow(7) } });
    const { person } = await secretary.run(ROLES, { id: keeper.personId });
    expect(person.roleHistory.map((each: { role: string; state: string }) => `${each.role} ${each.state}`).sort()).toEqual(['ENGINEER IN_FORCE', 'RESOURCE_KEEPER IN_FORCE', 'TEACHER IN_FORCE']);
    const { person: seen } = await secretary.run('query ($id: ID!) { person(id: $id) { roleGrants { role until } } }', { id: keeper.personId });
    expect(Object.fromEntries(seen.roleGrants.map((each: { role: string; until: string }) => [each.role, each.until]))).toEqual({ ENGINEER: null, RESOURCE_KEEPER: dayFromNow(7), TEACHER: dayFromNow(7) });
  });
});

describe('the departure of an organisation', () => {
  it('shows its bookings, what waits for it, and what others have booked of it', async () => {
    const { secretary, lead, firm, waiting, machine } = await ground();
    const press = await make(secretary, firm.id, '液压机');
    const lent = await book(secretary, [press], lead.id, 6, '冲压实训');
    const { organisation } = await secretary.run(OF_ORGANISATION, { id: firm.id });
    expect(organisation.duties).toMatchObject({ bookings: [{ id: waiting, kind: 'OWN' }, { id: lent, kind: 'LENT' }], resources: [{ id: press }], resourceCount: 1 });
    const asked = await secretary.run(OF_ORGANISATION, { id: lead.id });
    expect(asked.organisation.duties.bookings.find((each: { id: string }) => each.id === waiting)).toMatchObject({ kind: 'WAITING' });
    expect(asked.organisation.duties.resources.map((each: { id: string }) => each.id)).toContain(machine);
  });

  it('cancels, hands bookings to another member, and takes its resources along', async () => {
    const { consortium, secretary, lead, firm, engineer, waiting } = await ground();
    const press = await make(secretary, firm.id, '液压机');
    const own = await book(engineer, [press], firm.id, 7, '压装');
    const lent = await book(secretary, [press], lead.id, 6, '冲压实训');
    const input = { organisationId: firm.id, toOrganisationId: lead.id, bookings: [{ bookingId: own, action: 'HAND_OVER' }, { bookingId: waiting, action: 'CANCEL' }, { bookingId: lent, action: 'CANCEL' }], resources: { action: 'WITHDRAW' } };
    expect(await secretary.run(SETTLE, { input })).toEqual({ settleDuties: { handedOver: 1, cancelled: 2, resources: 1 } });
    expect((await secretary.run(BOOKING, { id: own })).booking).toMatchObject({ organisation: { id: lead.id }, state: 'CONFIRMED' });
    expect((await secretary.run(BOOKING, { id: lent })).booking).toMatchObject({ state: 'CANCELLED', stateReason: '所属单位已退出，预约已取消' });
    expect((await secretary.run('query ($id: ID!) { resource(id: $id) { state bookable } }', { id: press })).resource).toEqual({ state: 'WITHDRAWN', bookable: false });
    expect(await secretary.run(SETTLE, { input })).toEqual({ settleDuties: { handedOver: 0, cancelled: 0, resources: 0 } });
    const administrator = await consortium.person(['ORGANISATION_ADMINISTRATOR'], firm.id);
    expect(await administrator.refusal(SETTLE, { input: { ...input, bookings: [{ bookingId: lent, action: 'CANCEL' }] } })).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('cancels nothing that does not hang on it', async () => {
    const { secretary, firm, mine } = await ground();
    expect(await secretary.refusal(SETTLE, { input: { organisationId: firm.id, bookings: [{ bookingId: mine, action: 'CANCEL' }] } })).toMatchObject({ code: 'NOT_FOUND', field: 'input.bookings.0.bookingId' });
  });

  it('hands its resources to another owner, who answers for what waits', async () => {
    const { consortium, secretary, lead, asked, waiting } = await ground();
    const third = await consortium.member('示例航空发动机有限公司');
    const input = { organisationId: lead.id, resources: { action: 'HAND_OVER', toOrganisationId: third.id, resourceIds: [asked] } };
    expect(await secretary.run(SETTLE, { input })).toEqual({ settleDuties: { handedOver: 0, cancelled: 0, resources: 1 } });
    expect((await secretary.run(BOOKING, { id: waiting })).booking.approvals).toEqual([{ state: 'WAITING', owner: { id: third.id } }]);
    const keeper = await consortium.person(['RESOURCE_KEEPER'], third.id);
    const { decideBooking } = await keeper.run('mutation ($id: ID!) { decideBooking(id: $id, decision: APPROVE) { __typename ... on Booking { state } } }', { id: waiting });
    expect(decideBooking).toEqual({ __typename: 'Booking', state: 'CONFIRMED' });
  });
});
