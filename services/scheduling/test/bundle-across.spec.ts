import { describe, expect, test } from '@jest/globals';
import { at, type Booked, CANCEL, CHECK, codes, database, DAY, DECIDE, MAINTAIN, READ, RESTORE, UPDATE } from './kit.ts';
import { Lending, ready, TAKEN } from './lending-kit.ts';
import { uses } from './uses.ts';

const PARTS = 'query ($id: ID!) { booking(id: $id) { id title state notes elsewhere requestedBy { id } organisation { name } allocations { state resource { id name } } approvals { state owner { id } } uses { minutes clause { number } } viewerCanUpdate viewerCanCancel viewerCanDecide } }';
const YEAR = Number(at(1, 9).slice(0, 4));
const HOURS = { quota: { amount: 10, unit: 'MACHINE_HOURS', per: 'YEAR' } };

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
