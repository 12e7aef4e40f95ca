import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, test } from '@jest/globals';
import { at, type Booked, DECIDE, HOUR, Park, READ, UPDATE } from './kit.ts';

const decide = async (who: { run: (query: string, variables: object) => Promise<{ decideBooking: Booked }> }, id: string, decision = 'APPROVE', reason?: string): Promise<Booked> => (await who.run(DECIDE, { id, decision, reason })).decideBooking;
const states = (booked: Booked) => booked.allocations.map(({ state }) => state);

describe('a bundle over three owners', () => {
  test('waits for each owner that must say yes, and is confirmed with the last one', async () => {
    const park = await Park.open();
    const owners = await Promise.all([park.owner('示例重工'), park.owner('示例电力机车'), park.owner('示例新能源')]);
    const free = (await park.resource()).id;
    const booked = await park.book([free, ...owners.map(({ resourceId }) => resourceId)]);
    expect(booked.state).toBe('PENDING');
    expect(booked.approvals.map(({ owner, resources }) => `${owner.id} ${resources[0]!.id}`).sort()).toEqual(owners.map(({ id, resourceId }) => `${id} ${resourceId}`).sort());
    expect(states(booked)).toEqual(Array.from({ length: 4 }, () => 'PENDING'));
    for (const [index, owner] of owners.entries()) {
      const answered = await decide(owner.keeper, booked.id);
      expect(answered.state).toBe(index < 2 ? 'PENDING' : 'CONFIRMED');
    }
    const { booking } = await park.administrator.run(READ, { id: booked.id });
    expect(states(booking)).toEqual(Array.from({ length: 4 }, () => 'CONFIRMED'));
    expect(booking.holdUntil).toBeNull();
  });

  test('is released as a whole by one no, with the reason', async () => {
    const park = await Park.open();
    const [yes, no] = await Promise.all([park.owner('示例重工'), park.owner('示例电力机车')]);
    const ids = [yes.resourceId, no.resourceId];
    const booked = await park.book(ids);
    await decide(yes.keeper, booked.id);
    const rejected = await decide(no.keeper, booked.id, 'REJECT', '那天要检修');
    expect(rejected).toMatchObject({ state: 'REJECTED', stateReason: '那天要检修' });
    expect(states(rejected)).toEqual(['RELEASED', 'RELEASED']);
    expect(await park.taken(ids)).toEqual([]);
  });

  test('a no needs a reason, and the same answer twice is one answer', async () => {
    const park = await Park.open();
    const [owner, other] = await Promise.all([park.owner('示例重工'), park.owner('示例电力机车')]);
    const booked = await park.book([owner.resourceId, other.resourceId]);
    expect(await owner.keeper.refusal(DECIDE, { id: booked.id, decision: 'REJECT', reason: ' ' })).toMatchObject({ code: 'BAD_INPUT', field: 'reason' });
    const [first, second] = await Promise.all([decide(owner.keeper, booked.id), decide(owner.keeper, booked.id)]);
    expect(first.version).toBe(second.version);
    expect(await owner.keeper.refusal(DECIDE, { id: booked.id, decision: 'REJECT', reason: '反悔' })).toMatchObject({ code: 'ALREADY_DECIDED' });
  });

  test('two owners who answer at the same moment confirm it', async () => {
    const park = await Park.open();
    const owners = await Promise.all([park.owner('示例重工'), park.owner('示例电力机车')]);
    const booked = await park.book(owners.map(({ resourceId }) => resourceId));
    await Promise.all(owners.map(({ keeper }) => decide(keeper, booked.id)));
    expect((await park.administrator.run(READ, { id: booked.id })).booking.state).toBe('CONFIRMED');
  });

  test('is answered for an owner only by those who answer for it', async () => {
    const park = await Park.open();
    const owner = await park.owner('示例重工');
    const teacher = await park.consortium.person(['TEACHER'], owner.id);
    const outsider = await park.consortium.person(['RESOURCE_KEEPER'], (await park.consortium.member('示例旁观')).id);
    const booked = await park.book([owner.resourceId]);
    expect(await park.administrator.refusal(DECIDE, { id: booked.id, decision: 'APPROVE' })).toMatchObject({ code: 'FORBIDDEN' });
    expect(await teacher.refusal(DECIDE, { id: booked.id, decision: 'APPROVE' })).toMatchObject({ code: 'FORBIDDEN' });
    expect(await outsider.refusal(DECIDE, { id: booked.id, decision: 'APPROVE' })).toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('approval', () => {
  test('is not asked of those who book their own organisation\'s things and may decide', async () => {
    const park = await Park.open();
    const owner = await park.owner('示例重工');
    const teacher = await park.consortium.person(['TEACHER'], owner.id);
    const input = { organisationId: owner.id };
    expect(await park.book([owner.resourceId], input, owner.keeper)).toMatchObject({ state: 'CONFIRMED', approvals: [] });
    expect((await park.book([owner.resourceId], { ...input, startsAt: at(2, 9), endsAt: at(2, 11) }, teacher)).state).toBe('PENDING');
  });

  test('what waits for me is what I may answer', async () => {
    const park = await Park.open();
    const [owner, other] = await Promise.all([park.owner('示例重工'), park.owner('示例电力机车')]);
    const booked = await park.book([owner.resourceId]);
    const waiting = async (who: typeof owner.keeper) => (await who.run('{ bookings(filter: { waitingForMe: true }) { nodes { id viewerCanDecide } } }')).bookings.nodes;
    expect(await waiting(owner.keeper)).toEqual([{ id: booked.id, viewerCanDecide: true }]);
    expect(await waiting(other.keeper)).toEqual([]);
    expect(await waiting(park.administrator)).toEqual([]);
    await decide(owner.keeper, booked.id);
    expect(await waiting(owner.keeper)).toEqual([]);
  });

  test('holds the slot for as long as the least patient resource says, and never beyond the start', async () => {
    const park = await Park.open();
    const owner = await park.owner('示例重工');
    const patient = (await park.resource({ ownerId: owner.id, needsApproval: true, holdHours: 72 })).id;
    const hasty = (await park.resource({ ownerId: owner.id, needsApproval: true, holdHours: 2 })).id;
    const far = await park.book([patient, hasty], { startsAt: at(5, 9), endsAt: at(5, 10) });
    const hold = Date.parse(far.holdUntil!) - Date.now();
    expect(hold).toBeGreaterThan(1.9 * HOUR);
    expect(hold).toBeLessThanOrEqual(2 * HOUR);
    const soon = await park.book([patient], { startsAt: at(1, 9), endsAt: at(1, 10) });
    expect(soon.holdUntil).toBe(at(1, 9));
  });

  test('ends by itself when nobody has answered, and frees the slots', async () => {
    const park = await Park.open();
    const owner = await park.owner('示例重工');
    const startsAt = new Date(Date.now() + 2000).toISOString();
    const times = { startsAt, endsAt: new Date(Date.now() + HOUR).toISOString() };
    const booked = await park.book([owner.resourceId], times);
    expect(booked).toMatchObject({ state: 'PENDING', holdUntil: startsAt });
    const state = async () => (await park.administrator.run(READ, { id: booked.id })).booking.state;
    for (let waited = 0; waited < 15_000 && (await state()) === 'PENDING'; waited += 250) await wait(250);
    expect(await state()).toBe('EXPIRED');
    expect(await park.taken([owner.resourceId])).toEqual([]);
    expect(await owner.keeper.refusal(DECIDE, { id: booked.id, decision: 'APPROVE' })).toMatchObject({ code: 'BOOKING_CLOSED' });
  });

  test('a hold that has run out is in nobody\'s way, even before the job has come by', async () => {
    const park = await Park.open();
    const owner = await park.owner('示例重工');
    const hold = Date.now() + 2000;
    expect((await park.book([owner.resourceId], { startsAt: new Date(hold).toISOString(), endsAt: new Date(hold + HOUR).toISOString() })).state).toBe('PENDING');
    await wait(hold + 20 - Date.now());
    const times = { startsAt: new Date().toISOString(), endsAt: new Date(hold + HOUR).toISOString(), organisationId: owner.id };
    expect((await park.book([owner.resourceId], times, owner.keeper)).state).toBe('CONFIRMED');
  });

  test('is asked anew when the time changes, and only of whom it concerns when resources change', async () => {
    const park = await Park.open();
    const [owner, other] = await Promise.all([park.owner('示例重工'), park.owner('示例电力机车')]);
    const booked = await park.book([owner.resourceId]);
    const confirmed = await decide(owner.keeper, booked.id);
    const update = async (version: number, input: object): Promise<Booked> => (await park.administrator.run(UPDATE, { id: booked.id, version, input })).updateBooking;

    const titled = await update(confirmed.version, { title: '改个名字' });
    expect(titled.state).toBe('CONFIRMED');

    const moved = await update(titled.version, { startsAt: at(1, 13), endsAt: at(1, 15) });
    expect(moved).toMatchObject({ state: 'PENDING', approvals: [{ state: 'WAITING', decidedBy: null }] });
    expect(states(moved)).toEqual(['PENDING']);
    const again = await decide(owner.keeper, booked.id);
    expect(again.state).toBe('CONFIRMED');

    // Who said yes to two hours said yes to one of them.
    const shorter = await update(again.version, { endsAt: at(1, 14) });
    expect(shorter).toMatchObject({ state: 'CONFIRMED', approvals: [{ state: 'APPROVED' }] });

    const extended = await update(shorter.version, { resourceIds: [owner.resourceId, other.resourceId] });
    expect(extended.approvals.map(({ owner: { id }, state }) => `${id} ${state}`).sort()).toEqual([`${owner.id} APPROVED`, `${other.id} WAITING`].sort());
    expect(extended.state).toBe('PENDING');

    const shortened = await update(extended.version, { resourceIds: [owner.resourceId] });
    expect(shortened).toMatchObject({ state: 'CONFIRMED', approvals: [{ state: 'APPROVED' }] });
    expect(states(shortened)).toEqual(['CONFIRMED']);
  });

  test('cannot be asked for once it has begun: the class that wants more time keeps what it has', async () => {
    const park = await Park.open();
    const owner = await park.owner('示例重工');
    const starts = Date.now() + 2000;
    const times = { startsAt: new Date(starts).toISOString(), endsAt: new Date(starts + HOUR).toISOString() };
    const confirmed = await decide(owner.keeper, (await park.book([owner.resourceId], times)).id);
    await wait(starts + 50 - Date.now());
    const change = async (input: object): Promise<Booked> => (await park.administrator.run(UPDATE, { id: confirmed.id, version: confirmed.version, input })).updateBooking;
    const longer = await change({ endsAt: new Date(starts + 2 * HOUR).toISOString() });
    expect(longer.__typename).toBe('BookingRefusal');
    expect(longer.reasons.map(({ code }) => code)).toEqual(['IN_THE_PAST']);
    const { booking } = await park.administrator.run(READ, { id: confirmed.id });
    expect(booking).toMatchObject({ state: 'CONFIRMED', version: confirmed.version, endsAt: times.endsAt });
    // To end early nobody is asked.
    expect(await change({ endsAt: new Date(starts + HOUR / 2).toISOString() })).toMatchObject({ state: 'CONFIRMED' });
  });
});
