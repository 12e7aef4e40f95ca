import { describe, expect, test } from '@jest/globals';
import { at, Park } from './kit.ts';

describe('how full the park is', () => {
  test('counts hours by day, kind and owner, cut at midnight, and what others use', async () => {
    const park = await Park.open();
    const member = await park.consortium.member('示例重工');
    const machine = (await park.resource({ openingHours: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, opens: '08:00', closes: '18:00' })) })).id;
    const room = (await park.resource({ kind: 'VENUE', name: '教室' })).id;
    const teacher = (await park.resource({ kind: 'TEACHER', name: '李老师', ownerId: member.id })).id;
    await park.resource({ name: '报废的', state: 'SCRAPPED' });
    await park.book([machine, room], { startsAt: at(1, 9), endsAt: at(1, 11) });
    await park.book([room, teacher], { startsAt: at(1, 22), endsAt: at(2, 3) });
    const day = (days: number) => new Date(Date.parse(at(days, 0)) + 8 * 3_600_000).toISOString().slice(0, 10);
    const query = 'query ($from: Date!, $until: Date!) { parkLoad(from: $from, until: $until) { resourceCount bookableCount bookingCount pendingCount byDay { day equipmentHours venueHours peopleHours } byKind { kind resourceCount bookedHours openHours share } byOwner { owner { id } resourceCount bookedHours sharedHours } } }';
    const { parkLoad } = await park.administrator.run(query, { from: day(1), until: day(3) });
    expect(parkLoad).toMatchObject({ resourceCount: 4, bookableCount: 3, bookingCount: 2, pendingCount: 0 });
    expect(parkLoad.byDay).toEqual([
      { day: day(1), equipmentHours: 2, venueHours: 4, peopleHours: 2 },
      { day: day(2), equipmentHours: 0, venueHours: 3, peopleHours: 3 },
    ]);
    expect(parkLoad.byKind).toEqual([
      { kind: 'EQUIPMENT', resourceCount: 2, bookedHours: 2, openHours: 20, share: 0.1 },
      { kind: 'VENUE', resourceCount: 1, bookedHours: 7, openHours: 20, share: 0.35 },
      { kind: 'TEACHER', resourceCount: 1, bookedHours: 5, openHours: 20, share: 0.25 },
      { kind: 'ENGINEER', resourceCount: 0, bookedHours: 0, openHours: 0, share: 0 },
    ]);
    expect(parkLoad.byOwner).toEqual([
      { owner: { id: park.leadId }, resourceCount: 3, bookedHours: 9, sharedHours: 0 },
      { owner: { id: member.id }, resourceCount: 1, bookedHours: 5, sharedHours: 5 },
    ]);
    expect((await park.administrator.run(query, { from: day(2), until: day(3) })).parkLoad).toMatchObject({ bookingCount: 1, byDay: [{ venueHours: 3 }] });
    expect(await park.administrator.refusal(query, { from: day(1), until: day(1) })).toMatchObject({ code: 'BAD_INPUT', field: 'until' });
    expect(await park.administrator.refusal(query, { from: '2026-01-01', until: '2026-12-31' })).toMatchObject({ code: 'BAD_INPUT', field: 'until' });
  });
});
