import { describe, expect, test } from '@jest/globals';
import { at, type Booked, CANCEL, HOUR, Park, READ, RESTORE, UPDATE } from './kit.ts';

const update = async (park: Park, { id, version }: Booked, input: object, who = park.administrator as { run: (query: string, variables: object) => Promise<{ updateBooking: Booked }> }): Promise<Booked> => (await who.run(UPDATE, { id, version, input })).updateBooking;
const cancel = async (park: Park, { id, version }: Booked, reason?: string): Promise<Booked> => (await park.administrator.run(CANCEL, { id, version, reason })).cancelBooking;
const restore = async (park: Park, { id, version }: Booked): Promise<Booked> => (await park.administrator.run(RESTORE, { id, version })).restoreBooking;

describe('moving', () => {
  test('takes the new time and frees the old one, also where the two overlap', async () => {
    const park = await Park.open();
    const ids = await park.resources(2, { bufferAfter: 15 });
    const booked = await park.book(ids);
    const moved = await update(park, booked, { startsAt: at(1, 10), endsAt: at(1, 12) });
    expect(moved).toMatchObject({ __typename: 'Booking', state: 'CONFIRMED', startsAt: at(1, 10), endsAt: at(1, 12) });
    expect(moved.version).toBeGreaterThan(booked.version);
    for (const { blockedFrom, blockedUntil } of moved.allocations) expect([blockedFrom, blockedUntil]).toEqual([at(1, 10), at(1, 12, 15)]);
    expect((await park.book(ids, { startsAt: at(1, 9), endsAt: at(1, 9, 45) })).state).toBe('CONFIRMED');
  });

  test('into somebody else\'s time is refused with reasons and alternatives, and nothing moves', async () => {
    const park = await Park.open();
    const ids = await park.resources(2);
    const booked = await park.book(ids);
    await park.book([ids[1]!], { startsAt: at(1, 13), endsAt: at(1, 15) });
    const refused = await update(park, booked, { startsAt: at(1, 14), endsAt: at(1, 16) });
    expect(refused.__typename).toBe('BookingRefusal');
    expect(refused.reasons).toMatchObject([{ code: 'TAKEN', resource: { id: ids[1] } }]);
    expect(refused.alternatives.length).toBeGreaterThanOrEqual(3);
    const { booking } = await park.administrator.run(READ, { id: booked.id });
    expect(booking).toMatchObject({ version: booked.version, startsAt: at(1, 9) });
  });

  test('into the past is refused; resizing keeps the start', async () => {
    const park = await Park.open();
    const ids = await park.resources(1);
    const booked = await park.book(ids);
    expect((await update(park, booked, { startsAt: at(-1, 9), endsAt: at(-1, 11) })).reasons.map(({ code }) => code)).toEqual(['IN_THE_PAST']);
    expect(await update(park, booked, { endsAt: at(1, 12) })).toMatchObject({ startsAt: at(1, 9), endsAt: at(1, 12) });
  });

  test('a booking that has begun can be made longer', async () => {
    const park = await Park.open();
    const ids = await park.resources(1);
    const now = Date.now();
    const booked = await park.book(ids, { startsAt: new Date(now - 60_000).toISOString(), endsAt: new Date(now + HOUR).toISOString() });
    expect((await update(park, booked, { endsAt: new Date(now + 2 * HOUR).toISOString() })).__typename).toBe('Booking');
  });

  test('an end before the start is told at its field, also when only one of them is given', async () => {
    const park = await Park.open();
    const { id, version } = await park.book(await park.resources(1));
    expect(await park.administrator.refusal(UPDATE, { id, version, input: { endsAt: at(1, 8) } })).toMatchObject({ code: 'BAD_INPUT', field: 'input.endsAt' });
    expect(await park.administrator.refusal(UPDATE, { id, version, input: { startsAt: at(1, 12) } })).toMatchObject({ code: 'BAD_INPUT', field: 'input.startsAt' });
  });

  test('two bookings that change places at the same moment never overlap', async () => {
    const park = await Park.open();
    const ids = await park.resources(1);
    const morning = await park.book(ids);
    const noon = await park.book(ids, { startsAt: at(1, 13), endsAt: at(1, 15) });
    const answers = await Promise.all([update(park, morning, { startsAt: at(1, 14), endsAt: at(1, 16) }), update(park, noon, { startsAt: at(1, 10), endsAt: at(1, 12) })]);
    expect(answers.map(({ __typename }) => __typename)).toContain('BookingRefusal');
    const times = (await park.taken(ids)).map(({ startsAt }) => startsAt);
    expect(new Set(times).size).toBe(2);
  });
});

describe('swapping resources', () => {
  test('frees what goes and takes what comes', async () => {
    const park = await Park.open();
    const [a, b, c] = (await park.resources(3)) as [string, string, string];
    const booked = await park.book([a, b]);
    const swapped = await update(park, booked, { resourceIds: [b, c] });
    expect(swapped.allocations.map(({ resource }) => resource.id).sort()).toEqual([b, c].sort());
    expect(await park.taken([a])).toEqual([]);
    expect((await park.book([a])).state).toBe('CONFIRMED');
  });

  test('for a taken one is refused, and the bundle stays as it was', async () => {
    const park = await Park.open();
    const [a, b] = (await park.resources(2)) as [string, string];
    const booked = await park.book([a]);
    await park.book([b]);
    expect((await update(park, booked, { resourceIds: [b] })).reasons).toMatchObject([{ code: 'TAKEN', resource: { id: b } }]);
    expect(await park.taken([a])).toHaveLength(1);
  });

  test('does not judge again what stays', async () => {
    const park = await Park.open();
    const [a, b] = (await park.resources(2)) as [string, string];
    const booked = await park.book([a]);
    await park.consortium.secretary.run('mutation ($id: ID!) { updateResource(id: $id, version: 1, input: { state: UNDER_REPAIR }) { id } }', { id: a });
    expect((await update(park, booked, { resourceIds: [a, b] })).__typename).toBe('Booking');
    expect((await update(park, { ...booked, version: booked.version + 1 }, { startsAt: at(2, 9), endsAt: at(2, 11) })).reasons).toMatchObject([{ code: 'NOT_BOOKABLE' }]);
  });
});

describe('a lost update', () => {
  test('is refused and shows what changed, by whom', async () => {
    const park = await Park.open();
    const booked = await park.book(await park.resources(1));
    const secretary = park.consortium.secretary;
    await update(park, booked, { title: '别人改的', notes: '说明' }, secretary);
    await update(park, { ...booked, version: booked.version + 1 }, { startsAt: at(2, 9), endsAt: at(2, 11) }, secretary);
    const conflict = await update(park, booked, { title: '我改的' });
    expect(conflict).toMatchObject({ __typename: 'BookingConflict', current: { id: booked.id, startsAt: at(2, 9) } });
    expect(conflict.changedFields.sort()).toEqual(['endsAt', 'notes', 'startsAt', 'title']);
    const { me } = await secretary.run('{ me { person { id } } }');
    expect(conflict.changedBy!.id).toBe(me.person.id);
    expect((await cancel(park, booked)).__typename).toBe('BookingConflict');
  });

  test('of two at the same moment one wins, and the other hears of it', async () => {
    const park = await Park.open();
    const booked = await park.book(await park.resources(1));
    const answers = await Promise.all(['甲', '乙', '丙', '丁'].map((title) => update(park, booked, { title })));
    expect(answers.map(({ __typename }) => __typename).sort()).toEqual(['Booking', 'BookingConflict', 'BookingConflict', 'BookingConflict']);
  });

  test('a change that changes nothing keeps the version', async () => {
    const park = await Park.open();
    const booked = await park.book(await park.resources(1));
    expect((await update(park, booked, { title: '机器人实训', startsAt: at(1, 9) })).version).toBe(booked.version);
  });
});

describe('cancelling', () => {
  test('gives all slots back, with the reason', async () => {
    const park = await Park.open();
    const ids = await park.resources(2);
    const booked = await park.book(ids);
    const cancelled = await cancel(park, booked, '学生返校了');
    expect(cancelled).toMatchObject({ state: 'CANCELLED', stateReason: '学生返校了' });
    expect(await park.taken(ids)).toEqual([]);
    expect((await park.book(ids)).state).toBe('CONFIRMED');
    expect(await park.administrator.refusal(UPDATE, { id: booked.id, version: cancelled.version, input: { title: '还想改' } })).toMatchObject({ code: 'BOOKING_CLOSED' });
  });

  test('can be taken back within a minute, as long as the slots are free', async () => {
    const park = await Park.open();
    const ids = await park.resources(2);
    const cancelled = await cancel(park, await park.book(ids));
    const back = await restore(park, cancelled);
    expect(back).toMatchObject({ state: 'CONFIRMED', stateReason: null });
    expect(await park.taken(ids)).toHaveLength(2);

    const again = await cancel(park, back);
    await park.book([ids[1]!]);
    const refused = await restore(park, again);
    expect(refused.__typename).toBe('BookingRefusal');
    expect(refused.reasons).toMatchObject([{ code: 'TAKEN', resource: { id: ids[1] } }]);
    expect(await park.taken([ids[0]!])).toEqual([]);
  });

  test('of a pending booking, taken back, waits for the same answers again', async () => {
    const park = await Park.open();
    const owner = await park.owner('示例重工');
    const booked = await park.book([owner.resourceId]);
    const back = await restore(park, await cancel(park, booked));
    expect(back).toMatchObject({ state: 'PENDING', holdUntil: booked.holdUntil, approvals: [{ state: 'WAITING' }] });
  });
});

describe('who may change a booking', () => {
  test('those who made it, their administrators and the park; others hear no, or nothing', async () => {
    const park = await Park.open();
    const teacher = await park.consortium.person(['TEACHER'], park.leadId);
    const colleague = await park.consortium.person(['TEACHER'], park.leadId);
    const coordinator = await park.consortium.person(['COORDINATOR'], park.leadId);
    const outsider = await park.consortium.person(['COORDINATOR'], (await park.consortium.member('示例旁观')).id);
    const ids = await park.resources(1);
    const booked = await park.book(ids, {}, teacher);
    const variables = { id: booked.id, version: booked.version, input: { title: '改' } };
    expect(await colleague.refusal(UPDATE, variables)).toMatchObject({ code: 'FORBIDDEN' });
    expect(await outsider.refusal(UPDATE, variables)).toMatchObject({ code: 'NOT_FOUND' });
    expect((await colleague.run(READ, { id: booked.id })).booking).toMatchObject({ viewerCanUpdate: false, viewerCanCancel: false });
    expect((await teacher.run(READ, { id: booked.id })).booking).toMatchObject({ viewerCanUpdate: true, viewerCanCancel: true });
    expect((await coordinator.run(UPDATE, variables)).updateBooking.__typename).toBe('Booking');
    expect((await teacher.run(UPDATE, { ...variables, version: 2, input: { title: '改回' } })).updateBooking.__typename).toBe('Booking');
  });
});

test('an unknown booking is not found, whatever is asked of it', async () => {
  const park = await Park.open();
  const other = await Park.open();
  const foreign = await other.book(await other.resources(1));
  for (const id of [foreign.id, 'no-id', '00000000-0000-7000-8000-000000000001']) {
    for (const [query, more] of [[UPDATE, { input: {} }], [CANCEL, {}], [RESTORE, {}]] as const) {
      expect(await park.administrator.refusal(query, { id, version: 1, ...more })).toMatchObject({ code: 'NOT_FOUND', field: 'id' });
    }
    expect((await park.administrator.run(READ, { id })).booking).toBeNull();
  }
});
