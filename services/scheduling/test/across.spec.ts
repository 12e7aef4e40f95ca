import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, test } from '@jest/globals';
import type { Client } from '@gongjian/platform/testing';
import { wordsOf } from '../../../libs/platform/test/docx.ts';
import { at, type Booked, CANCEL, CHECK, codes, database, DAY, DECIDE, MAINTAIN, READ, RESTORE, UPDATE } from './kit.ts';
import { Lending } from './lending-kit.ts';
import { uses } from './uses.ts';

const THINGS = 'query ($search: String) { sharedThings(filter: { search: $search }) { totalCount nodes { consortium resource { id name consortium unitPrice viewerCanBook viewerCanUpdate owner { id name } } grant { inForce clause { number sentence agreement { number } } } } } }';
const RESOURCE = 'query ($id: ID!) { resource(id: $id) { id name } }';
const TAKEN = 'query ($ids: [ID!]!) { allocations(resourceIds: $ids, from: "' + at(0, 0) + '", until: "' + at(30, 0) + '") { startsAt booking { id title } } }';
const PARTS = 'query ($id: ID!) { booking(id: $id) { id title state notes elsewhere requestedBy { id } organisation { name } allocations { state resource { id name } } approvals { state owner { id } } uses { minutes clause { number } } viewerCanUpdate viewerCanCancel viewerCanDecide } }';

const YEAR = Number(at(1, 9).slice(0, 4));
const HOURS = { quota: { amount: 10, unit: 'MACHINE_HOURS', per: 'YEAR' } };

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

  test.concurrent('is the same on paper on both sides: whose members they are, what is lent, who has signed', async () => {
    const { lending, signed } = await ready();
    const wordsFor = async ({ who }: { who: Client }) => wordsOf(Buffer.from(await (await who.fetch(`/agreements/${signed.id}/agreement.docx`)).arrayBuffer()));
    const here = await wordsFor(lending.giver);
    for (const part of ['“实践中心”成员单位', '“校方联合体”成员单位', '五轴资源池', '代表（签字）：中心管理员', '职务：总经理', '代表（签字）：校方', '职务：校长']) expect(here).toContain(part);
    expect(await wordsFor(lending.taker)).toBe(here);
  });

  test.concurrent('shows the other one by what identifies it: it is no member here, and nobody decides about its duties', async () => {
    const { lending } = await ready();
    const ASK = 'query ($id: ID!) { organisation(id: $id) { name uscc membership { id } duties { bookingCount } } }';
    expect((await lending.giver.consortium.secretary.run(ASK, { id: lending.taker.id })).organisation).toEqual({ name: lending.taker.consortium.lead.name, uscc: lending.taker.uscc, membership: null, duties: null });
    expect((await lending.giver.consortium.secretary.run(ASK, { id: lending.giver.id })).organisation).toMatchObject({ membership: { id: expect.any(String) }, duties: { bookingCount: 0 } });
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

describe('a bundle across consortia that is changed', () => {
  const change = async (lending: Lending, { id, version }: Pick<Booked, 'id' | 'version'>, input: object): Promise<Booked> => (await lending.taker.who.run(UPDATE, { id, version, input })).updateBooking;
  const sides = async (lending: Lending, id: string): Promise<Booked[]> => Promise.all([lending.taker, lending.giver].map(async ({ who }) => (await who.run(READ, { id })).booking as Booked));
  const books = async (lending: Lending, id: string, per: Lending['giver'] = lending.taker) => (await lending.ledger(id, per, YEAR))[0]!.periods[0]!;
  const asked = async (lending: Lending) => (await lending.giver.who.run('{ messages(filter: { unread: true, kind: "APPROVAL_ASKED" }) { nodes { what } } }')).messages.nodes as { what: string }[];

  test.concurrent('moves on both sides at once, and the books follow', async () => {
    const { lending, machine, bundle, signed } = await ready(HOURS);
    const booked = await lending.book(bundle, { notes: '只给自己看' });
    expect(await books(lending, signed.id)).toMatchObject({ available: 480, reserved: 120 });
    const moved = await change(lending, booked, { startsAt: at(2, 13), endsAt: at(2, 16) });
    expect(moved).toMatchObject({ __typename: 'Booking', state: 'CONFIRMED', startsAt: at(2, 13), endsAt: at(2, 16), version: booked.version + 1 });
    for (const part of await sides(lending, booked.id)) {
      expect(part).toMatchObject({ startsAt: at(2, 13), endsAt: at(2, 16), version: booked.version + 1 });
      for (const allocation of part.allocations) expect(allocation).toMatchObject({ state: 'CONFIRMED', startsAt: at(2, 13), blockedUntil: at(2, 16) });
    }
    expect(await books(lending, signed.id)).toMatchObject({ available: 420, reserved: 180 });
    expect(await books(lending, signed.id)).toEqual(await books(lending, signed.id, lending.giver));
    expect((await lending.giver.who.run(TAKEN, { ids: [machine] })).allocations).toMatchObject([{ startsAt: at(2, 13) }]);
    // What was given back is there for others, and back again is one more change.
    expect((await lending.book([machine], { organisationId: lending.giver.id }, lending.giver.who)).__typename).toBe('Booking');
    expect(codes(await change(lending, moved, { startsAt: at(1, 9), endsAt: at(1, 11) }))).toEqual(['TAKEN']);
    expect((await change(lending, moved, { startsAt: at(3, 9), endsAt: at(3, 11) })).__typename).toBe('Booking');
    expect(await books(lending, signed.id)).toMatchObject({ available: 480, reserved: 120 });
    expect((await lending.giver.who.try(UPDATE, { id: booked.id, version: moved.version + 1, input: { title: '别人的' } })).errors![0]!.extensions.code).toBe('FORBIDDEN');
  });

  test.concurrent('is refused as a whole, with the reasons of both sides and with other ways, and nothing changes anywhere', async () => {
    const { lending, machine, room, bundle, signed } = await ready(HOURS);
    const booked = await lending.book(bundle);
    await lending.book([machine], { organisationId: lending.giver.id, startsAt: at(1, 13), endsAt: at(1, 15) }, lending.giver.who);
    await lending.book([room], { startsAt: at(1, 14), endsAt: at(1, 15) });
    const before = [await sides(lending, booked.id), await books(lending, signed.id)];
    const refused = await change(lending, booked, { startsAt: at(1, 14), endsAt: at(1, 16) });
    expect(codes(refused)).toEqual(['TAKEN', 'TAKEN']);
    expect(refused.reasons.map(({ resource }) => resource!.id).sort()).toEqual([machine, room].sort());
    const { checkBooking } = await lending.taker.who.run(CHECK, { input: { bookingId: booked.id, resourceIds: bundle, startsAt: at(1, 14), endsAt: at(1, 16) } });
    expect(codes(checkBooking)).toEqual(codes(refused));
    expect(codes(await change(lending, booked, { startsAt: at(2, 8), endsAt: at(2, 19) }))).toEqual(['OVER_QUOTA']);
    expect(codes(await change(lending, booked, { purpose: 'REAL_PRODUCTION' }))).toEqual(['PURPOSE_NOT_AGREED']);
    expect([await sides(lending, booked.id), await books(lending, signed.id)]).toEqual(before);
    const way = refused.alternatives.find(({ kind }) => kind === 'TIME')!;
    expect((await change(lending, booked, { startsAt: way.startsAt, endsAt: way.endsAt })).__typename).toBe('Booking');
  });

  test.concurrent('is asked of the giver anew when it reaches further, and of nobody when it is only called otherwise', async () => {
    const { lending, room, machine } = await ready({ approval: true });
    const booked = await lending.book([machine, room]);
    // A name confirms nothing.
    const named = await change(lending, booked, { title: '五轴考核' });
    expect(named).toMatchObject({ state: 'PENDING', holdUntil: booked.holdUntil, approvals: [{ state: 'WAITING' }] });
    expect((await sides(lending, booked.id))[1]).toMatchObject({ title: '五轴考核', state: 'PENDING' });
    await lending.giver.who.run(DECIDE, { id: booked.id, decision: 'APPROVE' });
    expect(await asked(lending)).toEqual([]);
    const shorter = await change(lending, { id: booked.id, version: named.version + 1 }, { endsAt: at(1, 10) });
    expect(shorter).toMatchObject({ state: 'CONFIRMED', approvals: [{ state: 'APPROVED' }] });
    const moved = await change(lending, shorter, { startsAt: at(2, 9), endsAt: at(2, 11) });
    expect(moved).toMatchObject({ state: 'PENDING', approvals: [{ state: 'WAITING', owner: { id: lending.giver.id } }] });
    expect((await sides(lending, booked.id)).map((part) => [part.state, ...part.allocations.map(({ state }) => state)])).toEqual([['PENDING', 'PENDING', 'PENDING'], ['PENDING', 'PENDING']]);
    expect(await asked(lending)).toMatchObject([{ what: expect.stringContaining('五轴考核') }]);
    expect((await lending.giver.who.run(DECIDE, { id: booked.id, decision: 'APPROVE' })).decideBooking.state).toBe('CONFIRMED');
    expect((await sides(lending, booked.id)).map(({ state }) => state)).toEqual(['CONFIRMED', 'CONFIRMED']);
  });

  test.concurrent('comes into another consortium with a thing of it, goes from it with the last one, and comes again', async () => {
    const { lending, machine, room, signed } = await ready({ ...HOURS, approval: true });
    const alone = await lending.book([room], { notes: '只给自己看' });
    expect((await sides(lending, alone.id))[1]).toBeNull();
    const wider = await change(lending, alone, { resourceIds: [room, machine] });
    expect(wider).toMatchObject({ state: 'PENDING', approvals: [{ state: 'WAITING' }] });
    expect((await lending.taker.who.run(PARTS, { id: alone.id })).booking).toMatchObject({ elsewhere: ['实践中心'], uses: [{ minutes: 120 }] });
    expect((await lending.giver.who.run(PARTS, { id: alone.id })).booking).toMatchObject({ state: 'PENDING', notes: null, elsewhere: ['校方联合体'], allocations: [{ resource: { id: machine } }], viewerCanDecide: true });
    expect(await asked(lending)).toHaveLength(1);
    expect(await books(lending, signed.id)).toMatchObject({ available: 480, reserved: 120 });

    const without = await change(lending, wider, { resourceIds: [room] });
    expect(without).toMatchObject({ state: 'CONFIRMED', approvals: [], allocations: [{ resource: { id: room } }] });
    expect((await lending.taker.who.run(PARTS, { id: alone.id })).booking).toMatchObject({ elsewhere: [], uses: [] });
    expect((await sides(lending, alone.id))[1]).toMatchObject({ state: 'CANCELLED', allocations: [{ state: 'RELEASED' }], approvals: [] });
    expect(await books(lending, signed.id)).toMatchObject({ available: 600, reserved: 0 });
    expect(await asked(lending)).toEqual([]);
    expect((await lending.giver.who.run('{ messages { nodes { kind } } }')).messages.nodes.map(({ kind }: { kind: string }) => kind)).toContain('REQUEST_WITHDRAWN');
    // What happens with the rest is not theirs any more, and they bring nothing back.
    expect((await lending.giver.consortium.secretary.try(RESTORE, { id: alone.id, version: without.version })).errors![0]!.extensions.code).toBe('BOOKING_CLOSED');
    const renamed = await change(lending, without, { title: '室内课' });
    expect((await sides(lending, alone.id))[1]).toMatchObject({ version: without.version });

    const again = await change(lending, renamed, { resourceIds: [machine] });
    expect(again).toMatchObject({ state: 'PENDING', allocations: [{ resource: { id: machine } }] });
    expect((await sides(lending, alone.id))[1]).toMatchObject({ state: 'PENDING', version: again.version, allocations: [{ state: 'PENDING', resource: { id: machine } }] });
    await lending.giver.who.run(DECIDE, { id: alone.id, decision: 'APPROVE' });
    expect((await sides(lending, alone.id)).map(({ state }) => state)).toEqual(['CONFIRMED', 'CONFIRMED']);
    expect((await lending.taker.who.run(CANCEL, { id: alone.id, version: again.version + 1 })).cancelBooking.state).toBe('CANCELLED');
    expect(await books(lending, signed.id)).toMatchObject({ available: 600, reserved: 0 });
  });

  test.concurrent('by two at once is changed by one, and the other hears of it; what the giver lets stand can still be called otherwise', async () => {
    const { lending, machine, room, signed } = await ready(HOURS);
    const booked = await lending.book([machine, room], { startsAt: at(5, 9), endsAt: at(5, 11) });
    const answers = await Promise.all([13, 14, 15].map((hour) => change(lending, booked, { startsAt: at(5, hour), endsAt: at(5, hour + 2) })));
    expect(answers.map(({ __typename }) => __typename).sort()).toEqual(['Booking', 'BookingConflict', 'BookingConflict']);
    expect(answers.find(({ __typename }) => __typename === 'BookingConflict')!.changedFields.sort()).toEqual(['endsAt', 'startsAt']);
    expect(await books(lending, signed.id)).toMatchObject({ available: 480, reserved: 120 });
    const moved = answers.find(({ __typename }) => __typename === 'Booking')!;
    await lending.suspend(signed.id);
    expect((await change(lending, moved, { title: '照旧' })).__typename).toBe('Booking');
    expect(codes(await change(lending, { ...moved, version: moved.version + 1 }, { startsAt: at(6, 9), endsAt: at(6, 11) }))).toEqual(['NO_AGREEMENT']);
    expect((await change(lending, { ...moved, version: moved.version + 1 }, { resourceIds: [room] })).__typename).toBe('Booking');
    expect(await books(lending, signed.id)).toMatchObject({ available: 600, reserved: 0 });
  });

  test.concurrent('stands in the log of either side', async () => {
    const { lending, bundle } = await ready();
    const booked = await lending.book(bundle);
    await change(lending, booked, { startsAt: at(2, 13), endsAt: at(2, 16) });
    for (const { consortium } of [lending.taker, lending.giver]) {
      const { rows } = await database((owner) => owner.query(`select c.action from platform.audit_change c join platform.audit_entry e on e.tenant_id = c.tenant_id and e.id = c.entry_id where c.tenant_id = $1 and c.subject_type = 'Booking' and c.subject_id = $2 order by e.at`, [consortium.id, booked.id]));
      expect(rows.map(({ action }) => action)).toEqual(['create', 'update']);
    }
  });
});

describe('an agreement that goes first, between consortia', () => {
  const waiting = async (lending: Lending) => {
    const { id } = await lending.giver.consortium.member('排队单位');
    return { id, who: await lending.giver.consortium.person(['COORDINATOR'], id) };
  };

  test.concurrent('takes the slot of a wish that waits in the consortium of the thing', async () => {
    const lending = await Lending.across();
    const machine = await lending.machine('五轴加工中心', { sharing: 'MEMBERS', needsApproval: true });
    await lending.signed([lending.use((await lending.pool([machine])).id, { priority: 'PREFERRED' })]);
    const { id, who } = await waiting(lending);
    const wish = await lending.book([machine], { organisationId: id }, who);
    expect(wish.state).toBe('PENDING');
    expect((await lending.taker.who.run(CHECK, { input: { resourceIds: [machine], startsAt: at(1, 9), endsAt: at(1, 11) } })).checkBooking).toMatchObject({ reasons: [], endsWaiting: 1 });
    expect((await lending.book([machine])).state).toBe('CONFIRMED');
    expect((await who.run(READ, { id: wish.id })).booking).toMatchObject({ state: 'REJECTED', allocations: [{ state: 'RELEASED' }] });
    expect((await who.run('{ messages { nodes { kind } } }')).messages.nodes).toEqual([{ kind: 'BOOKING_GAVE_WAY' }]);
  });

  test.concurrent('ends a wish from another consortium in all its parts, and what it had reserved is given back', async () => {
    const { lending, machine, room, signed } = await ready({ ...HOURS, approval: true });
    const { id, who } = await waiting(lending);
    // Within the consortium of the thing, somebody whom an agreement puts first.
    const first = { partyIds: [lending.giver.id, id], guests: [] };
    const pool = await lending.pool([machine], '优先池');
    const draft = await lending.draft([{ ...lending.use(pool.id, { priority: 'PREFERRED' }), takerId: id }], first);
    const signer = await lending.giver.consortium.person(['ORGANISATION_ADMINISTRATOR', 'COORDINATOR'], id, '优先方');
    await lending.sign(draft, signer);
    const wish = await lending.book([machine, room]);
    expect(wish.state).toBe('PENDING');
    expect((await lending.ledger(signed.id, lending.taker, YEAR))[0]!.periods[0]).toMatchObject({ reserved: 120 });
    expect((await lending.book([machine], { organisationId: id }, who)).state).toBe('CONFIRMED');
    expect((await lending.taker.who.run(READ, { id: wish.id })).booking).toMatchObject({ state: 'REJECTED', stateReason: expect.stringContaining('优先') });
    expect((await lending.taker.who.run(TAKEN, { ids: [room] })).allocations).toEqual([]);
    expect((await lending.ledger(signed.id, lending.taker, YEAR))[0]!.periods[0]).toMatchObject({ available: 600, reserved: 0 });
    expect((await lending.taker.who.run('{ messages { nodes { kind } } }')).messages.nodes.map(({ kind }: { kind: string }) => kind)).toContain('BOOKING_GAVE_WAY');
    expect((await lending.giver.who.run('{ messages(filter: { unread: true, kind: "APPROVAL_ASKED" }) { nodes { id } } }')).messages.nodes).toEqual([]);
  });

  test.concurrent('goes among equals by who came first, also where two come at once', async () => {
    const lending = await Lending.across();
    const machine = await lending.machine('五轴加工中心', { sharing: 'MEMBERS', needsApproval: true });
    const member = await lending.taker.consortium.member('成员企业');
    const coordinator = await lending.taker.consortium.person(['COORDINATOR'], member.id);
    const guests = [{ organisationId: lending.taker.id, consortiumId: lending.taker.consortium.id, forConsortium: true }];
    await lending.signed([lending.use((await lending.pool([machine])).id, { priority: 'PREFERRED', approval: true })], { guests });
    const { id, who } = await waiting(lending);
    const wish = await lending.book([machine], { organisationId: id }, who);
    const both = await Promise.all([lending.book([machine]), lending.book([machine], { organisationId: member.id }, coordinator)]);
    expect(both.map(({ __typename }) => __typename).sort()).toEqual(['Booking', 'BookingRefusal']);
    expect(both.find(({ __typename }) => __typename === 'Booking')!.state).toBe('PENDING');
    expect((await who.run(READ, { id: wish.id })).booking.state).toBe('REJECTED');
    expect(codes(await lending.book([machine]))).toEqual(['TAKEN']);
    expect(codes(await lending.book([machine], { organisationId: member.id }, coordinator))).toEqual(['TAKEN']);
  });
});

describe('an open page of the taker', () => {
  /** What somebody's open page hears. */
  async function listen(who: Client) {
    const response = await who.fetch('/events');
    const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
    const heard: { type: string; ids: string[]; resourceIds?: string[] }[] = [];
    let text = '';
    void (async () => {
      for (let part = await reader.read(); !part.done; part = await reader.read()) {
        text += part.value;
        for (const [, data] of text.matchAll(/event: change\ndata: (.*)\n\n/g)) heard.push(JSON.parse(data!));
        text = text.slice(text.lastIndexOf('\n\n') + 2);
      }
    })().catch(() => undefined);
    const until = async (type: string) => {
      for (let tries = 0; tries < 100 && !heard.some((each) => each.type === type); tries++) await wait(50);
      return heard.splice(0).filter((each) => each.type === type);
    };
    return { heard, until, stop: () => reader.cancel() };
  }

  test.concurrent('hears when the giver books, maintains or changes a thing that it reaches, and of nothing else there', async () => {
    const { lending, machine, signed } = await ready();
    const hidden = await lending.machine('不共享的机床');
    const coordinator = await lending.taker.consortium.person(['COORDINATOR'], lending.taker.id);
    const page = await listen(coordinator);
    const own = (resourceIds: string[], more: object = {}) => lending.book(resourceIds, { organisationId: lending.giver.id, ...more }, lending.giver.who);
    const booked = await own([machine]);
    expect(await page.until('Allocation')).toEqual([{ type: 'Allocation', ids: booked.allocations.map(({ id }) => id), resourceIds: [machine] }]);
    // Of a bundle only the thing that is seen, without what would name the others.
    await own([hidden, machine], { startsAt: at(2, 9), endsAt: at(2, 11) });
    expect(await page.until('Allocation')).toEqual([{ type: 'Allocation', ids: [], resourceIds: [machine] }]);
    await lending.giver.who.run(MAINTAIN, { input: { resourceId: machine, startsAt: at(3, 8), endsAt: at(3, 18), reason: '更换主轴' } });
    expect(await page.until('Allocation')).toMatchObject([{ resourceIds: [machine] }]);
    await lending.giver.who.run('mutation ($id: ID!) { updateResource(id: $id, version: 1, input: { name: "五轴加工中心二" }) { id } }', { id: machine });
    expect(await page.until('Resource')).toEqual([{ type: 'Resource', ids: [machine] }]);
    await own([hidden], { startsAt: at(4, 9), endsAt: at(4, 11) });
    await lending.suspend(signed.id);
    await own([machine], { startsAt: at(5, 9), endsAt: at(5, 11) });
    await wait(300);
    expect(page.heard.filter(({ type }) => type === 'Allocation' || type === 'Booking')).toEqual([]);
    await page.stop();
  });
});
