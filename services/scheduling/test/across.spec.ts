import { describe, expect, test } from '@jest/globals';
import { at, type Booked, CANCEL, CHECK, codes, DAY, DECIDE, MAINTAIN, READ, RESTORE, UPDATE } from './kit.ts';
import { Lending } from './lending-kit.ts';
import { uses } from './uses.ts';

const THINGS = 'query ($search: String) { sharedThings(filter: { search: $search }) { totalCount nodes { consortium resource { id name consortium unitPrice viewerCanBook viewerCanUpdate owner { id name } } grant { inForce clause { number sentence agreement { number } } } } } }';
const RESOURCE = 'query ($id: ID!) { resource(id: $id) { id name } }';
const TAKEN = 'query ($ids: [ID!]!) { allocations(resourceIds: $ids, from: "' + at(0, 0) + '", until: "' + at(30, 0) + '") { startsAt booking { id title } } }';
const PARTS = 'query ($id: ID!) { booking(id: $id) { id title state notes elsewhere requestedBy { id } organisation { name } allocations { state resource { id name } } approvals { state owner { id } } uses { minutes clause { number } } viewerCanUpdate viewerCanCancel viewerCanDecide } }';

async function ready(terms: object = {}, members = false) {
  const lending = await Lending.across(members);
  const machine = await lending.machine('五轴加工中心', { unitPrice: undefined });
  const signed = await lending.signed([lending.use((await lending.pool([machine])).id, terms)]);
  const own = async (kind: string, name: string) => (await lending.taker.who.run('mutation ($input: CreateResourceInput!) { createResource(input: $input) { id } }', { input: { kind, name, ownerId: lending.taker.id } })).createResource.id as string;
  const [room, teacher] = [await own('VENUE', '实训室'), await own('TEACHER', '王老师')];
  return { lending, machine, signed, room, teacher, bundle: [machine, room, teacher] };
}

describe('an agreement between consortia', () => {
  test.concurrent('is drafted with whoever is known by their code, and has one text on both sides', async () => {
    const lending = await Lending.across();
    const PARTNERS = 'query ($uscc: String!) { partners(uscc: $uscc) { organisationId name isLead consortium { id name } } }';
    expect((await lending.giver.who.run(PARTNERS, { uscc: lending.taker.uscc })).partners).toEqual([{ organisationId: lending.taker.id, name: lending.taker.consortium.lead.name, isLead: true, consortium: { id: lending.taker.consortium.id, name: '校方联合体' } }]);
    expect((await lending.giver.who.run(PARTNERS, { uscc: lending.taker.uscc.slice(0, 17) })).partners).toEqual([]);
    const teacher = await lending.giver.consortium.person(['TEACHER']);
    expect((await teacher.refusal(PARTNERS, { uscc: lending.taker.uscc })).code).toBe('FORBIDDEN');
    const draft = await lending.draft([{ kind: 'INTERNS', giverId: lending.giver.id, takerId: lending.taker.id, interns: { posts: 5, per: 'YEAR' } }]);
    const READ_BOTH = 'query ($id: ID!) { agreement(id: $id) { number textHash state version parties { organisation { name } consortium { name } forConsortium } clauses { sentence acceptedBy { id } } comments { text organisation { id } person { id } } signatures { personName office } viewerCanUpdate viewerCanSign } }';
    const [here, there] = [(await lending.giver.who.run(READ_BOTH, { id: draft.id })).agreement, (await lending.taker.who.run(READ_BOTH, { id: draft.id })).agreement];
    expect(there).toMatchObject({ number: here.number, textHash: here.textHash, viewerCanUpdate: true });
    expect(here.parties.map(({ consortium }: { consortium: { name: string } | null }) => consortium?.name ?? null)).toEqual([null, '校方联合体']);
    expect(there.parties.map(({ consortium }: { consortium: { name: string } | null }) => consortium?.name ?? null)).toEqual(['实践中心', null]);
    await lending.taker.who.run('mutation ($input: CommentAgreementInput!) { commentAgreement(input: $input) { id } }', { input: { agreementId: draft.id, text: '希望增加到八个' } });
    expect((await lending.giver.who.run(READ_BOTH, { id: draft.id })).agreement.comments).toEqual([{ text: '希望增加到八个', organisation: { id: lending.taker.id }, person: null }]);
    expect((await lending.giver.who.run('{ messages { nodes { kind what } } }')).messages.nodes).toMatchObject([{ kind: 'AGREEMENT_COMMENTED', what: expect.stringContaining(lending.taker.consortium.lead.name) }]);
    await lending.sign(draft);
    for (const { who } of [lending.giver, lending.taker]) expect((await who.run(READ_BOTH, { id: draft.id })).agreement).toMatchObject({ state: 'IN_FORCE', textHash: here.textHash, signatures: [{ personName: '中心管理员' }, { personName: '校方' }] });
    const outsider = await lending.taker.consortium.person(['ORGANISATION_ADMINISTRATOR'], (await lending.taker.consortium.member('旁观单位')).id);
    expect((await outsider.run(READ_BOTH, { id: draft.id })).agreement).toBeNull();
  });

  test.concurrent('two that write at once both are kept', async () => {
    const lending = await Lending.across();
    const draft = await lending.draft([]);
    const interns = (giver: string, taker: string) => ({ kind: 'INTERNS', giverId: giver, takerId: taker, interns: { posts: 5, per: 'YEAR' } });
    const add = 'mutation ($id: ID!, $input: ClauseInput!) { addClause(agreementId: $id, input: $input) { id } }';
    await Promise.all([lending.giver.who.run(add, { id: draft.id, input: interns(lending.giver.id, lending.taker.id) }), lending.taker.who.run(add, { id: draft.id, input: interns(lending.taker.id, lending.giver.id) })]);
    const CLAUSES = 'query ($id: ID!) { agreement(id: $id) { textHash clauses { id } } }';
    const [here, there] = [(await lending.giver.who.run(CLAUSES, { id: draft.id })).agreement, (await lending.taker.who.run(CLAUSES, { id: draft.id })).agreement];
    expect(here.clauses).toHaveLength(2);
    expect(here).toEqual(there);
  });

  test.concurrent('is renewed on both sides at once', async () => {
    const lending = await Lending.across();
    const old = await lending.signed([{ kind: 'INTERNS', giverId: lending.giver.id, takerId: lending.taker.id, interns: { posts: 5, per: 'YEAR' } }]);
    const { renewAgreement } = await lending.taker.who.run('mutation ($id: ID!) { renewAgreement(id: $id) { id number state shared: number textHash version clauses { id version } } }', { id: old.id });
    for (const { who } of [lending.giver, lending.taker]) expect((await who.run('query ($id: ID!) { agreement(id: $id) { state textHash renews { id } clauses { id } } }', { id: renewAgreement.id })).agreement).toMatchObject({ state: 'DRAFT', textHash: renewAgreement.textHash, renews: { id: old.id }, clauses: [{}] });
    for (const { id, version } of renewAgreement.clauses) await lending.giver.who.run('mutation ($id: ID!, $version: Int!) { acceptClause(id: $id, version: $version) { id } }', { id, version });
    await lending.sign(renewAgreement);
    expect((await lending.giver.who.run('query ($id: ID!) { agreement(id: $id) { state renewedBy { id } } }', { id: old.id })).agreement).toEqual({ state: 'IN_FORCE', renewedBy: { id: renewAgreement.id } });
  });

  test.concurrent('for a whole consortium is signed by its lead alone, and is for all of its members', async () => {
    const lending = await Lending.across();
    const machine = await lending.machine();
    const member = await lending.taker.consortium.member('成员企业');
    const guests = [{ organisationId: lending.taker.id, consortiumId: lending.taker.consortium.id, forConsortium: true }];
    const foreign = { partyIds: [lending.giver.id, member.id], guests: [{ ...guests[0], organisationId: member.id }] };
    expect((await lending.giver.who.try('mutation ($input: CreateAgreementInput!) { createAgreement(input: $input) { id } }', { input: { kind: 'SHARING', ...lending.head(foreign) } })).errors![0]!.extensions.details?.problems).toMatchObject([{ field: 'input.partyIds.1', code: 'PARTY_NOT_LEAD' }]);
    await lending.signed([lending.use((await lending.pool([machine])).id)], { guests });
    const coordinator = await lending.taker.consortium.person(['COORDINATOR'], member.id);
    expect((await coordinator.run(THINGS)).sharedThings.nodes).toMatchObject([{ resource: { id: machine } }]);
    expect((await lending.book([machine], { organisationId: member.id }, coordinator)).__typename).toBe('Booking');
  });
});

describe('a thing of another consortium', () => {
  test.concurrent('is found, shown and looked at through a grant in force, and through nothing else', async () => {
    const { lending, machine, signed } = await ready();
    const { nodes, totalCount } = (await lending.taker.who.run(THINGS, { search: 'wuzhou' })).sharedThings;
    expect(totalCount).toBe(1);
    expect(nodes).toMatchObject([{ consortium: '实践中心', resource: { id: machine, consortium: '实践中心', unitPrice: null, viewerCanBook: true, viewerCanUpdate: false, owner: { id: lending.giver.id, name: lending.giver.consortium.lead.name } }, grant: { inForce: true, clause: { number: 1 } } }]);
    expect((await lending.taker.who.run(RESOURCE, { id: machine })).resource).toMatchObject({ id: machine });
    const outsider = await lending.taker.consortium.person(['ORGANISATION_ADMINISTRATOR', 'COORDINATOR'], (await lending.taker.consortium.member('旁观单位')).id);
    expect((await outsider.run(THINGS)).sharedThings.totalCount).toBe(0);
    expect((await outsider.run(RESOURCE, { id: machine })).resource).toBeNull();
    expect((await outsider.run(TAKEN, { ids: [machine] })).allocations).toEqual([]);
    expect((await outsider.refusal(CHECK, { input: { resourceIds: [machine], startsAt: at(1, 9), endsAt: at(1, 10) } })).code).toBe('NOT_FOUND');
    // Nobody changes it from there, not even who coordinates everything at home.
    expect((await lending.taker.consortium.secretary.refusal('mutation ($id: ID!) { updateResource(id: $id, version: 1, input: { name: "我的" }) { id } }', { id: machine })).code).toBe('NOT_FOUND');
    await lending.suspend(signed.id);
    expect((await lending.taker.who.run(THINGS)).sharedThings.totalCount).toBe(0);
    expect((await lending.taker.who.run(RESOURCE, { id: machine })).resource).toBeNull();
    expect((await lending.taker.who.try('mutation ($input: CreateBookingInput!) { createBooking(input: $input) { __typename } }', { input: { title: '五轴实训', purpose: 'PRACTICE_TEACHING', organisationId: lending.taker.id, startsAt: at(1, 9), endsAt: at(1, 11), resourceIds: [machine] } })).errors![0]!.extensions.code).toBe('NOT_FOUND');
    await lending.resume(signed.id);
    expect((await lending.taker.who.run(RESOURCE, { id: machine })).resource).toMatchObject({ id: machine });
  });

  test.concurrent('is lost with the membership of its owner or of its taker, from the next request on', async () => {
    for (const side of ['giver', 'taker'] as const) {
      const { lending, machine } = await ready({}, true);
      const leaver = lending[side];
      const looker = side === 'giver' ? lending.taker.who : lending.taker.consortium.secretary;
      expect((await looker.run(RESOURCE, { id: machine })).resource).not.toBeNull();
      const { membership } = (await leaver.consortium.secretary.run('query ($id: ID!) { organisation(id: $id) { membership { id } } }', { id: leaver.id })).organisation;
      await leaver.consortium.secretary.run('mutation ($id: ID!) { suspendMember(membershipId: $id, input: { reason: "核查" }) { id } }', { id: membership.id });
      expect((await looker.run(RESOURCE, { id: machine })).resource).toBeNull();
    }
  });
});

describe('a bundle across consortia', () => {
  test.concurrent('takes the machine there, the room and the teacher here, all or nothing; each side sees its own', async () => {
    const { lending, machine, room, teacher, bundle } = await ready({ quota: { amount: 10, unit: 'MACHINE_HOURS', per: 'YEAR' } });
    const booked = await lending.book(bundle, { notes: '只给自己看' });
    expect(booked).toMatchObject({ __typename: 'Booking', state: 'CONFIRMED' });
    expect(booked.allocations.map(({ resource }) => resource.id).sort()).toEqual([...bundle].sort());
    const mine = (await lending.taker.who.run(PARTS, { id: booked.id })).booking;
    expect(mine).toMatchObject({ elsewhere: ['实践中心'], notes: '只给自己看', uses: [{ minutes: 120, clause: { number: 1 } }], viewerCanUpdate: true });
    const theirs = (await lending.giver.who.run(PARTS, { id: booked.id })).booking;
    expect(theirs).toMatchObject({ title: '五轴实训', notes: null, elsewhere: ['校方联合体'], requestedBy: null, organisation: { name: lending.taker.consortium.lead.name }, allocations: [{ resource: { id: machine } }], viewerCanUpdate: false });
    expect((await lending.giver.who.run(TAKEN, { ids: [machine, room, teacher] })).allocations).toMatchObject([{ booking: { id: booked.id } }]);
    expect((await lending.taker.who.run(TAKEN, { ids: [machine] })).allocations).toMatchObject([{ booking: { id: booked.id } }]);

    // The room is taken: nothing of the rest is taken either.
    const again = await lending.book([machine, room], { startsAt: at(1, 10), endsAt: at(1, 12) });
    expect(codes(again)).toEqual(['TAKEN', 'TAKEN']);
    expect(again.reasons.every(({ message }) => !message.includes('{'))).toBe(true);
    expect(again.alternatives.length).toBeGreaterThan(0);
    const away = again.alternatives.find(({ kind }) => kind === 'TIME')!;
    expect((await lending.book([machine, room], { startsAt: away.startsAt, endsAt: away.endsAt })).__typename).toBe('Booking');
  });

  test.concurrent('waits for whoever has to approve, on either side, and is confirmed by the last', async () => {
    const { lending, machine, room } = await ready({ approval: true });
    const booked = await lending.book([machine, room]);
    expect(booked).toMatchObject({ state: 'PENDING', approvals: [{ owner: { id: lending.giver.id }, state: 'WAITING' }] });
    expect((await lending.giver.who.run('{ bookings(filter: { waitingForMe: true }) { nodes { id viewerCanDecide } } }')).bookings.nodes).toEqual([{ id: booked.id, viewerCanDecide: true }]);
    expect((await lending.giver.who.run(DECIDE, { id: booked.id, decision: 'APPROVE' })).decideBooking.state).toBe('CONFIRMED');
    const now = (await lending.taker.who.run(READ, { id: booked.id })).booking as Booked;
    expect(now.state).toBe('CONFIRMED');
    expect(now.allocations.map(({ state }) => state)).toEqual(['CONFIRMED', 'CONFIRMED']);
    const { messages } = await lending.taker.who.run('{ messages { nodes { kind } } }');
    expect(messages.nodes.map(({ kind }: { kind: string }) => kind)).toContain('BOOKING_CONFIRMED');
  });

  test.concurrent('that one side rejects, or cancels, or that is displaced there, is over on both, and everything is free again', async () => {
    const { lending, machine, room } = await ready({ approval: true, quota: { amount: 40, unit: 'MACHINE_HOURS', per: 'YEAR' } });
    const state = async (id: string) => [(await lending.taker.who.run(READ, { id })).booking, (await lending.giver.who.run(READ, { id })).booking].map((part) => [part.state, ...part.allocations.map((one: { state: string }) => one.state)]);
    const rejected = await lending.book([machine, room]);
    await lending.giver.who.run(DECIDE, { id: rejected.id, decision: 'REJECT', reason: '检修' });
    expect(await state(rejected.id)).toEqual([['REJECTED', 'RELEASED', 'RELEASED'], ['REJECTED', 'RELEASED']]);
    const asked = async () => (await lending.giver.who.run('{ messages(filter: { unread: true, kind: "APPROVAL_ASKED" }) { nodes { id } } }')).messages.nodes.length;
    const cancelled = await lending.book([machine, room]);
    expect(await asked()).toBe(1);
    await lending.taker.who.run(CANCEL, { id: cancelled.id, version: cancelled.version, reason: '停课' });
    expect(await state(cancelled.id)).toEqual([['CANCELLED', 'RELEASED', 'RELEASED'], ['CANCELLED', 'RELEASED']]);
    expect(await asked()).toBe(0);
    const { restoreBooking } = await lending.taker.who.run(RESTORE, { id: cancelled.id, version: cancelled.version + 1 });
    expect(restoreBooking.state).toBe('PENDING');
    expect(await state(cancelled.id)).toEqual([['PENDING', 'PENDING', 'PENDING'], ['PENDING', 'PENDING']]);
    await lending.giver.who.run(DECIDE, { id: cancelled.id, decision: 'APPROVE' });
    await lending.giver.who.run(MAINTAIN, { input: { resourceId: machine, startsAt: at(1, 8), endsAt: at(1, 18), reason: '更换主轴', displace: true } });
    expect(await state(cancelled.id)).toEqual([['CANCELLED', 'RELEASED', 'RELEASED'], ['CANCELLED', 'RELEASED']]);
    expect((await lending.ledger((await lending.giver.who.run('{ agreements { nodes { id } } }')).agreements.nodes[0].id, lending.taker, Number(at(1, 9).slice(0, 4))))[0]!.periods[0]).toMatchObject({ available: 2400, reserved: 0 });
  });

  test.concurrent('is not moved piece by piece, and a title that changes changes everywhere', async () => {
    const { lending, bundle } = await ready();
    const booked = await lending.book(bundle);
    const change = (who: typeof lending.taker.who, version: number, input: object) => who.try(UPDATE, { id: booked.id, version, input });
    expect((await change(lending.taker.who, booked.version, { endsAt: at(1, 12) })).errors![0]!.extensions.code).toBe('BOOKING_ACROSS_FIXED');
    expect((await change(lending.giver.who, booked.version, { title: '别人的' })).errors![0]!.extensions.code).toBe('FORBIDDEN');
    await change(lending.taker.who, booked.version, { title: '五轴考核' });
    expect((await lending.giver.who.run(READ, { id: booked.id })).booking).toMatchObject({ title: '五轴考核', version: booked.version + 1 });
  });

  test.concurrent('is counted in one set of books, which both sides read with the same figures', async () => {
    const { lending, machine, signed } = await ready({ quota: { amount: 10, unit: 'MACHINE_HOURS', per: 'YEAR' }, pricePerHour: 100, publicBenefitShare: 50 });
    await lending.book([machine]);
    expect(codes(await lending.book([machine], { startsAt: at(2, 8), endsAt: at(2, 17) }))).toEqual(['OVER_QUOTA']);
    const year = Number(at(1, 9).slice(0, 4));
    const [here, there] = [await lending.ledger(signed.id, lending.giver, year), await lending.ledger(signed.id, lending.taker, year)];
    expect(here).toEqual(there);
    expect(here[0]!.periods[0]).toMatchObject({ available: 480, reserved: 120, fee: 100 });
    await uses(lending.giver.consortium.id, new Date(Date.now() + 3 * DAY));
    expect((await lending.ledger(signed.id, lending.taker, year))[0]!.periods[0]).toMatchObject({ reserved: 0, used: 120 });
  });

  test.concurrent('under an agreement that ended waits for the giver’s decision, and is cancelled as a whole', async () => {
    const { lending, machine, room, signed } = await ready();
    const booked = await lending.book([machine, room], { startsAt: at(5, 9), endsAt: at(5, 11) });
    await lending.terminate(signed.id);
    const { usesInQuestion } = await lending.giver.who.run('{ usesInQuestion { id booking { id } } }');
    expect(usesInQuestion).toMatchObject([{ booking: { id: booked.id } }]);
    await lending.giver.who.run('mutation ($id: ID!) { decideUse(id: $id, decision: CANCEL, reason: "设备迁址") { id } }', { id: usesInQuestion[0].id });
    expect((await lending.taker.who.run(READ, { id: booked.id })).booking).toMatchObject({ state: 'CANCELLED', stateReason: '设备迁址' });
  });

  test.concurrent('of two that come at once for one machine, from two consortia, one gets everything and one nothing', async () => {
    const { lending, machine, room } = await ready();
    const [mine, theirs] = await Promise.all([lending.book([machine, room]), lending.book([machine], { organisationId: lending.giver.id }, lending.giver.who)]);
    expect([mine.__typename, theirs.__typename].sort()).toEqual(['Booking', 'BookingRefusal']);
    const free = (await lending.taker.who.run(TAKEN, { ids: [room] })).allocations.length === 0;
    expect(free).toBe(mine.__typename === 'BookingRefusal');
  });
});
