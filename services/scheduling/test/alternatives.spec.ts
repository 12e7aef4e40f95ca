import { describe, expect, test } from '@jest/globals';
import { at, type Booked, CHECK, daysUntil, MAINTAIN, Park, type Way } from './kit.ts';

/** What is offered has to be possible. */
async function allLegal(park: Park, ways: readonly Way[], attendees?: number): Promise<void> {
  for (const { startsAt, endsAt, resources } of ways) {
    const { checkBooking } = await park.administrator.run(CHECK, { input: { startsAt, endsAt, attendees, resourceIds: resources.map(({ id }) => id) } });
    expect(checkBooking.reasons).toEqual([]);
  }
}
const bundlesOf = (refused: Booked) => refused.alternatives.filter(({ kind }) => kind === 'RESOURCE').map(({ resources }) => resources.map(({ id }) => id).sort().join());
const clock = (instant: string) => new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(11, 16);

describe('where several must be replaced at once', () => {
  test('each of three ways takes other resources', async () => {
    const park = await Park.open();
    const ids = await park.resources(3, { model: 'IRB 1200' });
    await park.resources(4, { model: 'IRB 1200', name: '备用机器人' });
    await park.book(ids);
    const refused = await park.book(ids);
    const bundles = bundlesOf(refused);
    expect(bundles.length).toBeGreaterThanOrEqual(3);
    expect(new Set(bundles).size).toBe(bundles.length);
    await allLegal(park, refused.alternatives);
  });

  test('rooms that are large enough together are found among many that are not, even where all have to be replaced', async () => {
    const park = await Park.open();
    const rooms: string[] = [];
    for (const name of ['甲', '乙']) rooms.push((await park.resource({ kind: 'VENUE', name, capacity: 20, category: '教室' })).id);
    for (let number = 0; number < 14; number++) await park.resource({ kind: 'VENUE', name: `小教室${number}`, capacity: 25, category: '教室' });
    const large: string[] = [];
    for (const capacity of [80, 85, 90]) large.push((await park.resource({ kind: 'VENUE', name: `礼堂${capacity}`, capacity, category: '礼堂' })).id);
    const refused = await park.book(rooms, { attendees: 160 });
    expect(bundlesOf(refused).sort()).toEqual([[0, 1], [0, 2], [1, 2]].map((two) => two.map((index) => large[index]!).sort().join()).sort());
    await allLegal(park, refused.alternatives, 160);
    // One larger room is enough for fewer people; then the other stays.
    const fewer = await park.book(rooms, { attendees: 100 });
    expect(fewer.alternatives[0]!.replacements).toHaveLength(1);
    expect(fewer.alternatives.length).toBeGreaterThanOrEqual(3);
    await allLegal(park, fewer.alternatives, 100);
  });
});

describe('other times', () => {
  test('are found after weeks in which nothing is free', async () => {
    const park = await Park.open();
    const ids = await park.resources(1);
    await park.administrator.run(MAINTAIN, { input: { resourceId: ids[0], startsAt: at(1, 0), endsAt: at(29, 0), reason: '大修' } });
    const refused = await park.book(ids, { startsAt: at(14, 9), endsAt: at(14, 11) });
    const times = refused.alternatives.filter(({ kind }) => kind === 'TIME');
    expect(times.length).toBeGreaterThanOrEqual(3);
    await allLegal(park, refused.alternatives);
  });

  test('of a machine that is always open are in the usual hours: office hours, the lessons, or what the consortium says', async () => {
    const park = await Park.open();
    const ids = await park.resources(1);
    // Busy from Tuesday on, so that the first hours of the day would be the nearest.
    const day = daysUntil(2) + 7;
    const wish = { startsAt: at(day, 10), endsAt: at(day, 12) };
    await park.book(ids, wish);
    const clocks = async () => (await park.book(ids, wish)).alternatives.map(({ startsAt, endsAt }) => [clock(startsAt), clock(endsAt)] as const);
    for (const [starts, ends] of await clocks()) expect([starts >= '08:00', ends <= '18:00']).toEqual([true, true]);

    await park.consortium.secretary.run('mutation ($input: LessonTimetableInput!) { saveLessonTimetable(input: $input) { id } }', {
      input: { seasons: [{ name: '作息时间', since: '01-01', periods: [{ first: 1, last: 2, starts: '10:00', ends: '11:40' }, { first: 3, last: 4, starts: '13:00', ends: '14:40' }] }] },
    });
    for (const [starts, ends] of await clocks()) expect([starts >= '10:00', ends <= '14:40']).toEqual([true, true]);

    const { consortium } = (await park.consortium.secretary.run('{ me { consortium { settings { version } } } }')).me;
    await park.consortium.secretary.run('mutation ($version: Int!, $input: UpdateConsortiumInput!) { updateConsortium(version: $version, input: $input) { id } }', {
      version: consortium.settings.version,
      input: { defaultOpeningHours: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, opens: '09:30', closes: '13:00' })) },
    });
    for (const [starts, ends] of await clocks()) expect([starts >= '09:30', ends <= '13:00']).toEqual([true, true]);
  });
});
