import { describe, expect, test } from '@jest/globals';
import type { Client } from '@gongjian/platform/testing';
import { at, Park, READ } from './kit.ts';

describe('who reads a booking', () => {
  test('those it is for, those who made it, the owners of its resources, and the consortium\'s office; others see only that it is taken', async () => {
    const park = await Park.open();
    const [owner, member, outside] = await Promise.all([park.owner('示例重工'), park.consortium.member('示例学院', 'SCHOOL'), park.consortium.member('示例旁观')]);
    const booked = await park.book([owner.resourceId], { organisationId: member.id, title: '保密的实训' });
    const may: Client[] = [park.administrator, park.consortium.secretary, owner.keeper];
    for (const role of ['TEACHER', 'STUDENT']) may.push(await park.consortium.person([role], member.id));
    for (const role of ['COUNCIL_MEMBER', 'AUDITOR']) may.push(await park.consortium.person([role], outside.id));
    for (const who of may) {
      expect((await who.run(READ, { id: booked.id })).booking.id).toBe(booked.id);
      expect((await park.taken([owner.resourceId], who))[0]!.booking).toEqual({ id: booked.id, title: '保密的实训' });
    }
    for (const role of ['ORGANISATION_ADMINISTRATOR', 'RESOURCE_KEEPER', 'TEACHER', 'COORDINATOR', 'STUDENT']) {
      const outsider = await park.consortium.person([role], outside.id);
      expect((await outsider.run(READ, { id: booked.id })).booking).toBeNull();
      expect(await park.taken([owner.resourceId], outsider)).toMatchObject([{ state: 'PENDING', startsAt: at(1, 9), booking: null }]);
      expect((await outsider.run('{ bookings { totalCount nodes { id } } }')).bookings).toEqual({ totalCount: 0, nodes: [] });
    }
  });

  test('a refusal tells an outsider that it is taken, and not by what', async () => {
    const park = await Park.open();
    const outside = await park.consortium.member('示例旁观');
    const outsider = await park.consortium.person(['COORDINATOR'], outside.id);
    const ids = await park.resources(1);
    await park.book(ids, { title: '保密的实训' });
    const refused = await park.book(ids, { organisationId: outside.id }, outsider);
    expect(refused.reasons).toMatchObject([{ code: 'TAKEN', allocation: { booking: null } }]);
    expect(JSON.stringify(refused)).not.toContain('保密');
    expect(refused.reasons[0]!.message).toContain('已被占用');
  });

  test('another consortium sees nothing of it at all', async () => {
    const [park, other] = await Promise.all([Park.open(), Park.open()]);
    const ids = await park.resources(1);
    await park.book(ids);
    expect(await park.taken(ids, other.administrator)).toEqual([]);
    expect((await other.administrator.run('{ resources { totalCount } bookings { totalCount } }'))).toEqual({ resources: { totalCount: 0 }, bookings: { totalCount: 0 } });
  });
});

describe('who books', () => {
  test('each role for its own organisation, the office and the park for every member', async () => {
    const park = await Park.open();
    const member = await park.consortium.member('示例学院', 'SCHOOL');
    const [id] = (await park.resources(1)) as [string];
    const query = 'mutation ($input: CreateBookingInput!) { createBooking(input: $input) { __typename ... on Booking { id } } }';
    const access = async (who: Client) => (await who.run('{ schedulingAccess { canBook bookForOrganisationIds } }')).schedulingAccess;
    let day = 0;
    for (const role of ['ORGANISATION_ADMINISTRATOR', 'COORDINATOR', 'TEACHER', 'ENGINEER', 'RESOURCE_KEEPER']) {
      const who = await park.consortium.person([role], member.id);
      const times = { startsAt: at(++day, 9), endsAt: at(day, 10) };
      expect((await who.run(query, { input: park.input([id], { ...times, organisationId: member.id }) })).createBooking.__typename).toBe('Booking');
      expect(await who.refusal(query, { input: park.input([id], times) })).toMatchObject({ code: 'BOOKING_FOR_OTHERS', field: 'input.organisationId' });
      expect(await access(who)).toEqual({ canBook: true, bookForOrganisationIds: [member.id] });
    }
    for (const role of ['STUDENT', 'AUDITOR', 'COUNCIL_MEMBER']) {
      const who = await park.consortium.person([role], member.id);
      expect(await who.refusal(query, { input: park.input([id], { organisationId: member.id }) })).toMatchObject({ code: 'FORBIDDEN' });
      expect(await access(who)).toEqual({ canBook: false, bookForOrganisationIds: [] });
    }
    for (const who of [park.administrator, park.consortium.secretary]) {
      expect((await who.run(query, { input: park.input([id], { startsAt: at(++day, 9), endsAt: at(day, 10), organisationId: member.id }) })).createBooking.__typename).toBe('Booking');
      expect(await access(who)).toEqual({ canBook: true, bookForOrganisationIds: null });
    }
  });
});
