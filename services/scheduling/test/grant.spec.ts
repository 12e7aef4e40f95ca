import { describe, expect, test } from '@jest/globals';
import { at, type Booked, CANCEL, CHECK, codes, DAY, database, DECIDE, MAINTAIN, READ, RESTORE, UPDATE } from './kit.ts';
import { Lending } from './lending-kit.ts';
import { uses } from './uses.ts';

const WHY = 'query ($resourceId: ID!, $personId: ID) { resourceAccess(resourceId: $resourceId, personId: $personId) { action allowed steps { kind holds text clause { id number } } } }';
const hours = (count: number) => ({ quota: { amount: count, unit: 'MACHINE_HOURS', per: 'YEAR' } });

describe('a thing that is lent by agreement alone', () => {
  test.concurrent('is known to members, and booked by those who have a clause in force about it, from the next request on', async () => {
    const lending = await Lending.within();
    const machine = await lending.machine();
    expect(codes(await lending.book([machine]))).toEqual(['NO_AGREEMENT']);
    // Its owner needs no agreement with itself.
    expect((await lending.book([machine], { organisationId: lending.giver.id, startsAt: at(2, 9), endsAt: at(2, 10) }, lending.giver.who)).__typename).toBe('Booking');
    const pool = await lending.pool([machine]);
    const draft = await lending.draft([lending.use(pool.id)]);
    expect(codes(await lending.book([machine]))).toEqual(['NO_AGREEMENT']);
    await lending.sign(draft);
    const booked = await lending.book([machine]);
    expect(booked).toMatchObject({ __typename: 'Booking', state: 'CONFIRMED' });
    await lending.suspend(draft.id);
    const later = { startsAt: at(3, 9), endsAt: at(3, 11) };
    expect(codes(await lending.book([machine], later))).toEqual(['NO_AGREEMENT']);
    await lending.resume(draft.id);
    expect((await lending.book([machine], later)).__typename).toBe('Booking');
    const { id } = await lending.taker.consortium.member('无关单位');
    const other = await lending.taker.consortium.person(['COORDINATOR'], id);
    expect(codes(await lending.book([machine], { organisationId: id, startsAt: at(4, 9), endsAt: at(4, 10) }, other))).toEqual(['NO_AGREEMENT']);
  });

  test.concurrent('is not offered as a substitute to those without a clause', async () => {
    const lending = await Lending.within();
    const open = await lending.machine('甲铣床', { sharing: 'MEMBERS', model: 'X5' });
    await lending.machine('乙铣床', { model: 'X5' });
    const third = await lending.machine('丙铣床', { sharing: 'MEMBERS', model: 'X5' });
    await lending.book([open]);
    const refused = await lending.book([open]);
    const offered = refused.alternatives.filter(({ kind }) => kind === 'RESOURCE').flatMap(({ resources }) => resources.map(({ id }) => id));
    expect([...new Set(offered)]).toEqual([third]);
  });

  test.concurrent('leaves with the pool, and comes with it, at once', async () => {
    const lending = await Lending.within();
    const [one, two] = [await lending.machine('一号'), await lending.machine('二号')];
    const pool = await lending.pool([one]);
    await lending.signed([lending.use(pool.id)]);
    expect(codes(await lending.book([two]))).toEqual(['NO_AGREEMENT']);
    await lending.giver.who.run('mutation ($id: ID!, $version: Int!, $input: UpdatePoolInput!) { updatePool(id: $id, version: $version, input: $input) { id } }', { ...pool, input: { name: '五轴资源池', resourceIds: [two] } });
    expect(codes(await lending.book([one]))).toEqual(['NO_AGREEMENT']);
    expect((await lending.book([two])).__typename).toBe('Booking');
  });
});

describe('a clause in force', () => {
  test.concurrent('decides on approval and on how far ahead in place of what the owner says to everybody', async () => {
    const lending = await Lending.within();
    const machine = await lending.machine('测量机', { sharing: 'MEMBERS', needsApproval: true, horizonDays: 10 });
    expect((await lending.book([machine])).state).toBe('PENDING');
    expect(codes(await lending.book([machine], { startsAt: at(30, 9), endsAt: at(30, 10) }))).toEqual(['TOO_FAR_AHEAD']);
    await lending.signed([lending.use((await lending.pool([machine])).id, { horizonDays: 60 })]);
    expect(await lending.book([machine], { startsAt: at(30, 9), endsAt: at(30, 10) })).toMatchObject({ state: 'CONFIRMED' });
    // For what it does not speak of the owner's own rules go on.
    expect((await lending.book([machine], { purpose: 'TECHNICAL_SERVICE', startsAt: at(5, 9), endsAt: at(5, 10) })).state).toBe('PENDING');
  });

  test.concurrent('allows its purposes and no others, and not beyond its days', async () => {
    const lending = await Lending.within();
    const machine = await lending.machine('慢走丝', { horizonDays: 700 });
    await lending.signed([lending.use((await lending.pool([machine])).id)]);
    const refused = await lending.book([machine], { purpose: 'REAL_PRODUCTION' });
    expect(codes(refused)).toEqual(['PURPOSE_NOT_AGREED']);
    expect(refused.reasons[0]!.message).toContain('实践教学');
    expect(codes(await lending.book([machine], { startsAt: at(410, 9), endsAt: at(410, 10) }))).toEqual(['OUTSIDE_AGREEMENT']);
  });

  test.concurrent('is booked ahead of its end by the renewal that is signed, from the books of the renewal', async () => {
    const lending = await Lending.within();
    const machine = await lending.machine('慢走丝', { horizonDays: 700 });
    const quota = { amount: 10, unit: 'MACHINE_HOURS', per: 'WHOLE' };
    const old = await lending.signed([lending.use((await lending.pool([machine])).id, { quota })]);
    const after = { startsAt: at(410, 9), endsAt: at(410, 12) };
    const { renewAgreement: renewal } = await lending.giver.who.run('mutation ($id: ID!) { renewAgreement(id: $id) { id number state textHash version clauses { id version } } }', { id: old.id });
    // What is only drafted counts for nothing.
    expect(codes(await lending.book([machine], after))).toEqual(['OUTSIDE_AGREEMENT']);
    for (const { id, version } of renewal.clauses) await lending.giver.who.run('mutation ($id: ID!, $version: Int!) { acceptClause(id: $id, version: $version) { id } }', { id, version });
    expect((await lending.sign(renewal)).state).toBe('COMING');
    expect(await lending.book([machine], after)).toMatchObject({ state: 'CONFIRMED' });
    const year = Number(after.startsAt.slice(0, 4));
    expect((await lending.ledger(renewal.id, lending.taker, year))[0]!.periods).toMatchObject([{ allotted: 600, reserved: 180 }]);
    expect((await lending.ledger(old.id, lending.taker, year))[0]!.periods.some(({ reserved }) => reserved > 0)).toBe(false);
    // Nothing runs from one into the other.
    expect(codes(await lending.book([machine], { startsAt: at(399, 9), endsAt: at(402, 9) }))).toContain('OUTSIDE_AGREEMENT');
    // Once the old one is suspended nobody sees the thing, whatever is signed for later.
    await lending.suspend(old.id);
    expect(codes(await lending.book([machine], { startsAt: at(411, 9), endsAt: at(411, 10) }))).toEqual(['NO_AGREEMENT']);
  });

  test.concurrent('with approval asks its giver each time', async () => {
    const lending = await Lending.within();
    const machine = await lending.machine();
    await lending.signed([lending.use((await lending.pool([machine])).id, { approval: true })]);
    const booked = await lending.book([machine]);
    expect(booked).toMatchObject({ state: 'PENDING', approvals: [{ owner: { id: lending.giver.id }, state: 'WAITING' }] });
    expect((await lending.giver.who.run(DECIDE, { id: booked.id, decision: 'APPROVE' })).decideBooking.state).toBe('CONFIRMED');
  });
});

describe('a clause that goes first', () => {
  /** A machine that its owner lends to all who ask, to one by an agreement that puts it first; and somebody who asks. */
  async function asking(terms: object = {}) {
    const lending = await Lending.within();
    const machine = await lending.machine('五轴加工中心', { sharing: 'MEMBERS', needsApproval: true });
    await lending.signed([lending.use((await lending.pool([machine])).id, { priority: 'PREFERRED', ...terms })]);
    const { id } = await lending.taker.consortium.member('排队单位');
    const other = await lending.taker.consortium.person(['COORDINATOR'], id);
    const ask = (more: object = {}) => lending.book([machine], { title: '排队', organisationId: id, ...more }, other);
    const check = async (who = lending.taker.who, more: object = {}) => (await who.run(CHECK, { input: { resourceIds: [machine], startsAt: at(1, 10), endsAt: at(1, 12), purpose: 'PRACTICE_TEACHING', ...more } })).checkBooking;
    const told = async (who: Pick<typeof other, 'run'>) => (await who.run('{ messages { nodes { kind readAt } } }')).messages.nodes as { kind: string; readAt: string | null }[];
    return { lending, machine, other, ask, check, told, state: async ({ id: booked }: { id: string }) => (await other.run(READ, { id: booked })).booking };
  }

  test.concurrent('takes the slot of a wish that still waits; whoever asked and whoever was asked are told', async () => {
    const { lending, machine, other, ask, check, told, state } = await asking();
    const room = (await lending.machine('实训室', { kind: 'VENUE', sharing: 'MEMBERS' }));
    const { id: organisationId } = (await other.run('{ me { organisation { id } } }')).me.organisation;
    const wish = await lending.book([machine, room], { title: '排队', organisationId }, other);
    expect(wish.state).toBe('PENDING');
    expect(await check()).toMatchObject({ reasons: [], endsWaiting: 1 });
    // For everybody else it is taken.
    expect(codes(await check(other))).toEqual(['TAKEN']);
    const booked = await lending.book([machine], { startsAt: at(1, 10), endsAt: at(1, 12) });
    expect(booked).toMatchObject({ __typename: 'Booking', state: 'CONFIRMED' });
    const over = await state(wish);
    expect(over).toMatchObject({ state: 'REJECTED', stateReason: expect.stringContaining('优先'), version: wish.version + 1 });
    expect(over.allocations.map((each: { state: string }) => each.state)).toEqual(['RELEASED', 'RELEASED']);
    expect((await lending.book([room], { organisationId: lending.taker.id })).__typename).toBe('Booking');
    expect((await told(other)).map(({ kind }) => kind)).toEqual(['BOOKING_GAVE_WAY']);
    const giver = await told(lending.giver.who);
    expect(giver.map(({ kind }) => kind)).toContain('REQUEST_GAVE_WAY');
    expect(giver.find(({ kind }) => kind === 'APPROVAL_ASKED')!.readAt).not.toBeNull();
    expect((await lending.giver.who.refusal(DECIDE, { id: wish.id, decision: 'APPROVE' })).code).toBe('BOOKING_CLOSED');
    const log = await database((owner) => owner.query(`select c.action from platform.audit_change c where c.subject_id = $1 and c.action = 'giveWay'`, [wish.id]));
    expect(log.rows).toHaveLength(1);
    // Who comes late waits behind it.
    expect(codes(await ask({ startsAt: at(1, 10), endsAt: at(1, 12) }))).toEqual(['TAKEN']);
  });

  test.concurrent('goes first also where it waits for an answer itself, and where it is moved', async () => {
    const { lending, machine, ask, check, state } = await asking({ approval: true });
    const [wish, later] = [await ask(), await ask({ startsAt: at(2, 9), endsAt: at(2, 11) })];
    const booked = await lending.book([machine]);
    expect(booked.state).toBe('PENDING');
    expect((await state(wish)).state).toBe('REJECTED');
    expect(codes(await ask())).toEqual(['TAKEN']);
    const where = { startsAt: at(2, 10), endsAt: at(2, 12) };
    expect(await check(lending.taker.who, { ...where, bookingId: booked.id })).toMatchObject({ reasons: [], endsWaiting: 1 });
    const moved = (await lending.taker.who.run(UPDATE, { id: booked.id, version: booked.version, input: where })).updateBooking;
    expect(moved).toMatchObject({ __typename: 'Booking', state: 'PENDING', startsAt: at(2, 10) });
    expect((await state(later)).state).toBe('REJECTED');
  });

  test.concurrent('takes nothing that is confirmed, that is the owner’s own, that is maintained or of one’s own people, and nothing for other purposes', async () => {
    const { lending, machine, ask, check, state } = await asking();
    const wish = await ask();
    await lending.giver.who.run(DECIDE, { id: wish.id, decision: 'APPROVE' });
    const waiting = await ask({ startsAt: at(1, 11), endsAt: at(1, 13) });
    const refused = await lending.book([machine]);
    expect(codes(refused)).toEqual(['TAKEN']);
    expect((await state(wish)).state).toBe('CONFIRMED');
    // What waits is free, also among what is offered instead; and to be refused ends nobody's wish.
    expect(refused.alternatives.filter(({ kind }) => kind === 'TIME').map(({ startsAt }) => startsAt)).toContain(at(1, 11));
    expect(await check()).toMatchObject({ reasons: [{ code: 'TAKEN' }], endsWaiting: 1 });
    expect(codes(await lending.book([machine], { startsAt: at(1, 10), endsAt: at(1, 12) }))).toEqual(['TAKEN']);
    expect((await state(waiting)).state).toBe('PENDING');
    expect(codes(await lending.book([machine], { purpose: 'TECHNICAL_SERVICE', startsAt: at(1, 11), endsAt: at(1, 13) }))).toEqual(['TAKEN']);
    const teacher = await lending.giver.consortium.person(['TEACHER'], lending.giver.id);
    expect((await lending.book([machine], { organisationId: lending.giver.id, startsAt: at(2, 9), endsAt: at(2, 11) }, teacher)).state).toBe('PENDING');
    expect(codes(await lending.book([machine], { startsAt: at(2, 9), endsAt: at(2, 11) }))).toEqual(['TAKEN']);
    expect((await lending.book([machine], { purpose: 'TECHNICAL_SERVICE', startsAt: at(3, 9), endsAt: at(3, 11) })).state).toBe('PENDING');
    expect(codes(await lending.book([machine], { startsAt: at(3, 9), endsAt: at(3, 11) }))).toEqual(['TAKEN']);
    await lending.giver.who.run(MAINTAIN, { input: { resourceId: machine, startsAt: at(4, 8), endsAt: at(4, 18), reason: '更换主轴' } });
    expect(codes(await lending.book([machine], { startsAt: at(4, 9), endsAt: at(4, 11) }))).toEqual(['UNDER_MAINTENANCE']);
  });

  test.concurrent('finds a wish’s thing among what is offered instead, and nobody else does', async () => {
    const { lending, machine, ask, other } = await asking();
    const twin = await lending.machine('五轴加工中心二号', { sharing: 'MEMBERS', needsApproval: true });
    const spare = await lending.machine('五轴加工中心三号', { sharing: 'MEMBERS' });
    await lending.giver.who.run('mutation ($id: ID!, $version: Int!, $input: UpdatePoolInput!) { updatePool(id: $id, version: $version, input: $input) { id } }', { ...(await lending.giver.who.run('{ pools { id version } }')).pools[0], input: { name: '五轴资源池', resourceIds: [machine, twin] } });
    await lending.giver.who.run(DECIDE, { id: (await ask()).id, decision: 'APPROVE' });
    expect((await ask({ resourceIds: [twin] })).state).toBe('PENDING');
    const asked = async (who: Pick<typeof other, 'run'>): Promise<Booked> => (await who.run(CHECK, { input: { resourceIds: [machine], startsAt: at(1, 9), endsAt: at(1, 11), purpose: 'PRACTICE_TEACHING' } })).checkBooking;
    const offered = async (who: Pick<typeof other, 'run'>) => (await asked(who)).alternatives.filter(({ kind }) => kind === 'RESOURCE').flatMap(({ resources }) => resources.map(({ id }) => id)).sort();
    expect(await offered(lending.taker.who)).toEqual([twin, spare].sort());
    expect(await offered(other)).toEqual([spare]);
    expect((await lending.book([twin])).state).toBe('CONFIRMED');
  });

  test.concurrent('that is not in force goes before nobody', async () => {
    const { lending, machine, ask, check, state } = await asking();
    const { agreements } = await lending.giver.who.run('{ agreements { nodes { id } } }');
    const wish = await ask();
    await lending.suspend(agreements.nodes[0].id);
    expect(codes(await check())).toEqual(['TAKEN']);
    expect(codes(await lending.book([machine]))).toEqual(['TAKEN']);
    expect((await state(wish)).state).toBe('PENDING');
  });

  test.concurrent('of two that come at once gives the slot to one, and the wish that waited ends once', async () => {
    const { lending, machine, ask, state, told, other } = await asking({ approval: true });
    const wish = await ask();
    const tries = await Promise.all([1, 2, 3, 4].map(() => lending.book([machine])));
    expect(tries.map(({ __typename }) => __typename).sort()).toEqual(['Booking', 'BookingRefusal', 'BookingRefusal', 'BookingRefusal']);
    expect((await state(wish)).version).toBe(wish.version + 1);
    expect((await told(other)).filter(({ kind }) => kind === 'BOOKING_GAVE_WAY')).toHaveLength(1);
  });

  test.concurrent('and an answer that comes at once with it: either it is approved and stands, or it ends', async () => {
    const { lending, machine, ask, state } = await asking();
    const wish = await ask();
    const [booked] = await Promise.all([lending.book([machine]), lending.giver.who.try(DECIDE, { id: wish.id, decision: 'APPROVE' })]);
    expect([booked.__typename, (await state(wish)).state]).toEqual(booked.__typename === 'Booking' ? ['Booking', 'REJECTED'] : ['BookingRefusal', 'CONFIRMED']);
  });
});

describe('a quota', () => {
  test.concurrent('is reserved with the booking, given back with its end, and what goes beyond it is refused with the balance', async () => {
    const lending = await Lending.within();
    const machine = await lending.machine();
    const { id } = await lending.signed([lending.use((await lending.pool([machine])).id, { ...hours(5), pricePerHour: 80, publicBenefitShare: 25 })]);
    const booked = await lending.book([machine]);
    const year = at(1, 9).slice(0, 4);
    expect((await lending.ledger(id, lending.taker, Number(year)))[0]!.periods).toEqual([{ period: `${year}-01-01`, allotted: 300, beyond: 0, available: 180, reserved: 120, used: 0, fee: 120 }]);
    const wide = { startsAt: at(2, 8), endsAt: at(2, 12) };
    const refused = await lending.book([machine], wide);
    expect(codes(refused)).toEqual(['OVER_QUOTA']);
    expect(refused.reasons[0]!.message).toContain('还剩 3');
    const { checkBooking } = await lending.taker.who.run(CHECK, { input: { ...wide, resourceIds: [machine], purpose: 'PRACTICE_TEACHING' } });
    expect(checkBooking.reasons).toMatchObject([{ code: 'OVER_QUOTA' }]);
    await lending.taker.who.run(CANCEL, { id: booked.id, version: booked.version });
    expect((await lending.ledger(id, lending.giver, Number(year)))[0]!.periods[0]).toMatchObject({ available: 300, reserved: 0, fee: 0 });
    expect((await lending.book([machine], wide)).__typename).toBe('Booking');
    // What was cancelled can be taken back only while there is enough left.
    expect((await lending.taker.who.run(RESTORE, { id: booked.id, version: booked.version + 1 })).restoreBooking).toMatchObject({ __typename: 'BookingRefusal', reasons: [{ code: 'OVER_QUOTA' }] });
    expect(await lending.ledger(id, lending.giver, Number(year))).toEqual(await lending.ledger(id, lending.taker, Number(year)));
  });

  test.concurrent('that may be exceeded with consent makes a request of the booking', async () => {
    const lending = await Lending.within();
    const machine = await lending.machine();
    const { id } = await lending.signed([lending.use((await lending.pool([machine])).id, { ...hours(1), beyondQuota: 'APPROVE' })]);
    const booked = await lending.book([machine]);
    expect(booked).toMatchObject({ state: 'PENDING', approvals: [{ state: 'WAITING' }] });
    const year = Number(at(1, 9).slice(0, 4));
    expect((await lending.ledger(id, lending.giver, year))[0]!.periods[0]).toMatchObject({ allotted: 60, beyond: 60, available: 0, reserved: 120 });
    await lending.giver.who.run(DECIDE, { id: booked.id, decision: 'REJECT', reason: '本周检修' });
    expect((await lending.ledger(id, lending.giver, year))[0]!.periods[0]).toMatchObject({ allotted: 60, beyond: 0, available: 60, reserved: 0 });
  });

  test.concurrent('follows a booking that is moved, made longer or given other things', async () => {
    const lending = await Lending.within();
    const [one, two] = [await lending.machine('一号'), await lending.machine('二号')];
    const { id } = await lending.signed([lending.use((await lending.pool([one, two])).id, hours(10))]);
    const booked = await lending.book([one]);
    const balance = async () => (await lending.ledger(id, lending.giver, Number(at(1, 9).slice(0, 4))))[0]!.periods[0]!;
    const change = async (version: number, input: object) => (await lending.taker.who.run(UPDATE, { id: booked.id, version, input })).updateBooking;
    const longer = await change(booked.version, { endsAt: at(1, 12), resourceIds: [one, two] });
    expect(longer.__typename).toBe('Booking');
    expect(await balance()).toMatchObject({ available: 240, reserved: 360 });
    expect((await change(longer.version, { endsAt: at(1, 15) })).reasons).toMatchObject([{ code: 'OVER_QUOTA' }]);
    expect(await balance()).toMatchObject({ available: 240, reserved: 360 });
    await change(longer.version, { resourceIds: [two] });
    expect(await balance()).toMatchObject({ available: 420, reserved: 180 });
  });

  test.concurrent('is never overdrawn, however many come at once', async () => {
    const lending = await Lending.within();
    const machines = await Promise.all(Array.from({ length: 12 }, (_, index) => lending.machine(`机床${index}`)));
    const { id } = await lending.signed([lending.use((await lending.pool(machines)).id, hours(10))]);
    const tries = await Promise.all(machines.map((machine) => lending.book([machine])));
    expect(tries.filter(({ __typename }) => __typename === 'Booking')).toHaveLength(5);
    expect(tries.filter(({ __typename }) => __typename === 'BookingRefusal').flatMap(codes)).toEqual(Array(7).fill('OVER_QUOTA'));
    expect((await lending.ledger(id, lending.giver, Number(at(1, 9).slice(0, 4))))[0]!.periods[0]).toMatchObject({ available: 0, reserved: 600 });
  });

  test.concurrent('that was reserved is used once the booking is over', async () => {
    const lending = await Lending.within();
    const machine = await lending.machine();
    const { id } = await lending.signed([lending.use((await lending.pool([machine])).id, hours(10))]);
    await lending.book([machine]);
    await uses(lending.giver.consortium.id, new Date(Date.now() + 3 * DAY));
    const [clause] = await lending.ledger(id, lending.giver, Number(at(1, 9).slice(0, 4)));
    expect(clause!.periods[0]).toMatchObject({ available: 480, reserved: 0, used: 120 });
    const { ledgerEntries } = await lending.taker.who.run('query ($id: ID!, $period: Date!) { ledgerEntries(grantId: $id, period: $period) { kind minutes debit credit } }', { id: clause!.grant.id, period: clause!.periods[0]!.period });
    expect(ledgerEntries.map(({ kind }: { kind: string }) => kind)).toEqual(['USE', 'RESERVE', 'ALLOT']);
  });

  test.concurrent('is kept by the database too: nobody writes its balance, and no line takes more than there is', async () => {
    const lending = await Lending.within();
    const machine = await lending.machine();
    const { id } = await lending.signed([lending.use((await lending.pool([machine])).id, hours(1))]);
    await lending.book([machine], { endsAt: at(1, 10) });
    await database(async (owner) => {
      const { rows } = await owner.query('select e.* from scheduling.ledger_entry e join directory.access_grant g on g.tenant_id = e.tenant_id and g.id = e.grant_id where g.agreement_id = $1', [id]);
      expect(rows).toHaveLength(2);
      const take = `insert into scheduling.ledger_entry (tenant_id, grant_id, period, kind, debit, credit, minutes, at) values ($1, $2, $3, 'RESERVE', 'AVAILABLE', 'RESERVED', 1, now())`;
      await expect(owner.query(take, [rows[0].tenant_id, rows[0].grant_id, rows[0].period])).rejects.toMatchObject({ constraint: 'quota_never_below_zero' });
    });
  });
});

describe('coming bookings under a clause that ends', () => {
  test.concurrent('stay, are listed for a decision, and are kept or cancelled by the giver', async () => {
    const lending = await Lending.within();
    const machine = await lending.machine();
    const { id } = await lending.signed([lending.use((await lending.pool([machine])).id, hours(50))]);
    const soon = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString();
    const near = await lending.book([machine], { startsAt: soon(1), endsAt: soon(2) });
    const [kept, gone] = [await lending.book([machine], { startsAt: at(3, 9), endsAt: at(3, 10) }), await lending.book([machine], { startsAt: at(4, 9), endsAt: at(4, 10) })];
    expect(near.__typename).toBe('Booking');
    const question = '{ usesInQuestion { id inQuestion booking { id } } }';
    expect((await lending.giver.who.run(question)).usesInQuestion).toEqual([]);
    await lending.terminate(id);
    const { usesInQuestion: open } = await lending.giver.who.run(question);
    expect(open.map((use: { booking: { id: string } }) => use.booking.id)).toEqual([kept.id, gone.id]);
    expect((await lending.taker.who.run(question)).usesInQuestion).toHaveLength(2);
    await uses(lending.giver.consortium.id, new Date());
    const { messages } = await lending.giver.who.run('{ messages(first: 20) { nodes { kind what } } }');
    expect(messages.nodes.filter(({ kind }: { kind: string }) => kind === 'USES_IN_QUESTION')).toMatchObject([{ what: expect.stringContaining('2') }]);
    const decide = 'mutation ($id: ID!, $decision: UseDecision!, $reason: String) { decideUse(id: $id, decision: $decision, reason: $reason) { id inQuestion state booking { state stateReason } } }';
    expect((await lending.taker.who.refusal(decide, { id: open[0].id, decision: 'KEEP' })).code).toBe('FORBIDDEN');
    expect((await lending.giver.who.run(decide, { id: open[0].id, decision: 'KEEP' })).decideUse).toMatchObject({ inQuestion: false, booking: { state: 'CONFIRMED' } });
    expect((await lending.giver.who.try(decide, { id: open[1].id, decision: 'CANCEL' })).errors![0]!.extensions.details?.problems).toMatchObject([{ code: 'REASON_NEEDED' }]);
    await lending.giver.who.run(decide, { id: open[1].id, decision: 'CANCEL', reason: '协议终止' });
    expect((await lending.taker.who.run(READ, { id: gone.id })).booking).toMatchObject({ state: 'CANCELLED', stateReason: '协议终止' });
    expect((await lending.giver.who.run(question)).usesInQuestion).toEqual([]);
    expect((await lending.giver.who.refusal(decide, { id: open[0].id, decision: 'KEEP' })).code).toBe('USE_NOT_IN_QUESTION');
  });

  test.concurrent('are shown before an agreement is ended, and an amendment says who gains and who loses what', async () => {
    const lending = await Lending.within();
    const [one, two] = [await lending.machine('一号'), await lending.machine('二号')];
    const [poolOne, poolTwo] = [await lending.pool([one], '甲池'), await lending.pool([two], '乙池')];
    const signed = await lending.signed([lending.use(poolOne.id)]);
    const booked = await lending.book([one]);
    const effects = async (agreementId: string, endsOn?: string) => (await lending.giver.who.run('query ($agreementId: ID!, $endsOn: Date) { agreementEffects(agreementId: $agreementId, endsOn: $endsOn) { effects { kind taker { id } resource { id } clause { number } } hits { booking { id } } } }', { agreementId, endsOn })).agreementEffects;
    expect(await effects(signed.id)).toEqual({ effects: [{ kind: 'LOSES', taker: { id: lending.taker.id }, resource: { id: one }, clause: { number: 1 } }], hits: [{ booking: { id: booked.id } }] });
    expect((await effects(signed.id, at(5, 9).slice(0, 10))).hits).toEqual([]);
    const { amendAgreement: draft } = await lending.giver.who.run('mutation ($id: ID!) { amendAgreement(id: $id) { id clauses { id version } } }', { id: signed.id });
    expect(await effects(draft.id)).toEqual({ effects: [], hits: [] });
    await lending.giver.who.run('mutation ($id: ID!, $version: Int!, $input: ClauseInput!) { updateClause(id: $id, version: $version, input: $input) { id } }', { ...draft.clauses[0], input: lending.use(poolTwo.id) });
    const after = await effects(draft.id);
    expect(after.effects.map(({ kind, resource }: { kind: string; resource: { id: string } }) => [kind, resource.id])).toEqual([['GAINS', two], ['LOSES', one]]);
    expect(after.hits).toEqual([{ booking: { id: booked.id } }]);
  });
});

describe('why', () => {
  test.concurrent('somebody may or may not is answered by the chain from the person to the record', async () => {
    const lending = await Lending.within();
    const machine = await lending.machine();
    const answers = async (who: Lending['taker']['who'], personId?: string) => Object.fromEntries((await who.run(WHY, { resourceId: machine, personId })).resourceAccess.map((answer: { action: string }) => [answer.action, answer]));
    const before = await answers(lending.taker.who);
    expect(before.SEE).toMatchObject({ allowed: true });
    expect(before.BOOK).toMatchObject({ allowed: false, steps: [{ kind: 'PERSON', holds: true }, { kind: 'ROLE', holds: true }, { kind: 'CLAUSE', holds: false, clause: null }] });
    const { id } = await lending.signed([lending.use((await lending.pool([machine])).id)]);
    const after = await answers(lending.taker.who);
    expect(after.BOOK).toMatchObject({ allowed: true, steps: [{ kind: 'PERSON' }, { kind: 'ROLE' }, { kind: 'CLAUSE', clause: { number: 1 } }, { kind: 'POOL' }, { kind: 'RECORD' }] });
    expect(after.CHANGE).toMatchObject({ allowed: false, steps: [{ kind: 'PERSON' }, { kind: 'ROLE', holds: false }] });
    // What needs no clause goes on as before there was one.
    expect(after.SEE).toMatchObject({ allowed: true, steps: [{ kind: 'PERSON' }, { kind: 'ROLE' }, { kind: 'ORGANISATION' }, { kind: 'RECORD' }] });
    expect((await answers(lending.giver.who)).BOOK).toMatchObject({ allowed: true, steps: [{ kind: 'PERSON' }, { kind: 'ROLE' }, { kind: 'ORGANISATION' }, { kind: 'RECORD' }] });
    const student = await lending.taker.consortium.person(['STUDENT'], lending.taker.id);
    expect((await answers(lending.taker.who, student.personId)).BOOK).toMatchObject({ allowed: false, steps: [{ holds: true }, { kind: 'ROLE', holds: false }] });
    expect((await lending.giver.who.refusal(WHY, { resourceId: machine, personId: student.personId })).code).toBe('NOT_FOUND');
    await lending.suspend(id);
    expect((await answers(lending.taker.who)).BOOK).toMatchObject({ allowed: false, steps: [{}, {}, { kind: 'CLAUSE', holds: false, clause: { number: 1 } }] });
  });

  test.concurrent('an owner sees who can reach a thing, through which clause, and how much it was used', async () => {
    const lending = await Lending.within();
    const machine = await lending.machine();
    await lending.signed([lending.use((await lending.pool([machine])).id)]);
    await lending.book([machine]);
    const REACH = 'query ($id: ID!) { resourceReach(resourceId: $id) { bookings minutes lastUsedAt grant { inForce taker { id } clause { number sentence } } } }';
    expect((await lending.giver.who.run(REACH, { id: machine })).resourceReach).toMatchObject([{ bookings: 1, minutes: 120, grant: { inForce: true, taker: { id: lending.taker.id }, clause: { number: 1 } } }]);
    expect((await lending.taker.who.refusal(REACH, { id: machine })).code).toBe('NOT_FOUND');
  });
});
