import { describe, expect, test } from '@jest/globals';
import { at, CANCEL, codes } from './kit.ts';
import { Lending } from './lending-kit.ts';

const WHY = 'query ($id: ID!) { resourceAccess(resourceId: $id) { action allowed steps { kind text } } }';
const REACH = 'query ($id: ID!) { resourceReach(resourceId: $id) { grant { taker { id } } bookings minutes } }';
const EFFECTS = 'query ($id: ID!, $endsOn: Date) { agreementEffects(agreementId: $id, endsOn: $endsOn) { effects { kind taker { id } resource { id } } hits { booking { id } } } }';
const THINGS = '{ sharedThings { nodes { resource { id name } } } }';
const YEAR = Number(at(1, 9).slice(0, 4));

const engineer = (lending: Lending, name = '李工', more: object = {}) => lending.machine(name, { kind: 'ENGINEER', openingHours: null, ...more });
const exchange = (lending: Lending, terms: object = {}) => ({ kind: 'EXCHANGE', giverId: lending.giver.id, takerId: lending.taker.id, exchange: { who: 'ENGINEER', amount: 2, unit: 'DAYS', ...terms } });

describe('a clause on an exchange of people', () => {
  test.concurrent('lends whoever works for the giver as what it names, those who come later too, and nobody else', async () => {
    const lending = await Lending.within();
    const [first, teacher] = [await engineer(lending), await engineer(lending, '周老师', { kind: 'TEACHER' })];
    expect(codes(await lending.book([first]))).toEqual(['NO_AGREEMENT']);
    await lending.signed([exchange(lending, { amount: 40 })]);
    const later = await engineer(lending, '王工');
    expect((await lending.book([first, later])).__typename).toBe('Booking');
    expect(codes(await lending.book([teacher]))).toEqual(['NO_AGREEMENT']);
    // One direction is no promise of the other.
    const ours = (await lending.taker.who.run('mutation ($input: CreateResourceInput!) { createResource(input: $input) { id } }', { input: { kind: 'ENGINEER', name: '校内工程师', ownerId: lending.taker.id, sharing: 'AGREEMENTS' } })).createResource.id as string;
    expect(codes(await lending.book([ours], { organisationId: lending.giver.id }, lending.giver.who))).toEqual(['NO_AGREEMENT']);
  });

  test.concurrent('counts days of eight hours by the head, and a long day as one', async () => {
    const lending = await Lending.within();
    const people = [await engineer(lending), await engineer(lending, '王工')];
    const { id } = await lending.signed([exchange(lending, { amount: 3 })]);
    const day = { startsAt: at(1, 8), endsAt: at(1, 18) };
    const booked = await lending.book(people, day);
    expect(booked).toMatchObject({ __typename: 'Booking' });
    expect((await lending.ledger(id, lending.taker, YEAR))[0]!.periods).toMatchObject([{ allotted: 1440, reserved: 960, available: 480, fee: 0 }]);
    const refused = await lending.book(people, { startsAt: at(2, 8), endsAt: at(2, 18) });
    expect(codes(refused)).toEqual(['OVER_QUOTA']);
    expect(refused.reasons[0]!.message).toMatch(/每年 3 天.*还剩 1.*需要 2/);
    expect((await lending.book([people[0]!], { startsAt: at(2, 8), endsAt: at(2, 18) })).__typename).toBe('Booking');
    await lending.taker.who.run(CANCEL, { id: booked.id, version: booked.version });
    expect(await lending.ledger(id, lending.giver, YEAR)).toEqual(await lending.ledger(id, lending.taker, YEAR));
    expect((await lending.ledger(id, lending.giver, YEAR))[0]!.periods[0]).toMatchObject({ reserved: 480, available: 960 });
  });

  test.concurrent('counts class hours of 45 minutes', async () => {
    const lending = await Lending.within();
    const person = await engineer(lending);
    await lending.signed([exchange(lending, { amount: 4, unit: 'CLASS_HOURS' })]);
    expect((await lending.book([person], { startsAt: at(1, 8), endsAt: at(1, 11) })).__typename).toBe('Booking');
    const refused = await lending.book([person], { startsAt: at(2, 8), endsAt: at(2, 9) });
    expect(codes(refused)).toEqual(['OVER_QUOTA']);
    expect(refused.reasons[0]!.message).toContain('还剩 0');
  });

  test.concurrent('leaves it to the organisation whether it is asked each time', async () => {
    const lending = await Lending.within();
    const person = await engineer(lending, '李工', { needsApproval: true });
    await lending.signed([exchange(lending)]);
    expect(await lending.book([person])).toMatchObject({ state: 'PENDING', approvals: [{ owner: { id: lending.giver.id } }] });
  });

  test.concurrent('shows people of another consortium and books them with one’s own room, and says why', async () => {
    const lending = await Lending.across();
    const person = await engineer(lending);
    const room = (await lending.taker.who.run('mutation ($input: CreateResourceInput!) { createResource(input: $input) { id } }', { input: { kind: 'VENUE', name: '实训室', ownerId: lending.taker.id } })).createResource.id as string;
    expect((await lending.taker.who.run(THINGS)).sharedThings.nodes).toEqual([]);
    const { id } = await lending.signed([exchange(lending)]);
    expect((await lending.taker.who.run(THINGS)).sharedThings.nodes).toEqual([{ resource: { id: person, name: '李工' } }]);
    const booked = await lending.book([person, room]);
    expect(booked).toMatchObject({ __typename: 'Booking', state: 'CONFIRMED' });
    const book = (await lending.taker.who.run(WHY, { id: person })).resourceAccess.find(({ action }: { action: string }) => action === 'BOOK');
    expect(book).toMatchObject({ allowed: true });
    expect(book.steps.find(({ kind }: { kind: string }) => kind === 'POOL').text).toContain('派出人员');
    expect((await lending.giver.who.run(REACH, { id: person })).resourceReach).toEqual([{ grant: { taker: { id: lending.taker.id } }, bookings: 1, minutes: 120 }]);
    const { agreementEffects } = await lending.giver.who.run(EFFECTS, { id, endsOn: at(0, 12).slice(0, 10) });
    expect(agreementEffects).toEqual({ effects: [{ kind: 'LOSES', taker: { id: lending.taker.id }, resource: { id: person } }], hits: [{ booking: { id: booked.id } }] });
    await lending.suspend(id);
    expect((await lending.taker.who.run(THINGS)).sharedThings.nodes).toEqual([]);
  });
});
