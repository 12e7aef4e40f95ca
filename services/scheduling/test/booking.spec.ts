import { randomUUID } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { at, CHECK, codes, CREATE, daysUntil, DAY, HOUR, Park } from './kit.ts';

describe('a bundle', () => {
  test('takes all of its resources with one booking', async () => {
    const park = await Park.open();
    const ids = [...(await park.resources(2)), (await park.resource({ kind: 'VENUE', name: '实训室', capacity: 40 })).id, (await park.resource({ kind: 'TEACHER', name: '李老师' })).id];
    const booked = await park.book(ids, { attendees: 40 });
    expect(booked.state).toBe('CONFIRMED');
    expect(booked.allocations.map(({ resource }) => resource.id)).toEqual(ids);
    expect(await park.taken(ids)).toHaveLength(4);
  });

  test('takes nothing when one of its resources is taken', async () => {
    const park = await Park.open();
    const [first, second, third] = (await park.resources(3)) as [string, string, string];
    await park.book([second]);
    const refused = await park.book([first, second, third]);
    expect(refused.__typename).toBe('BookingRefusal');
    expect(codes(refused)).toEqual(['TAKEN']);
    expect(refused.reasons[0]!.resource!.id).toBe(second);
    expect(await park.taken([first, third])).toEqual([]);
  });

  test('may begin when another one ends, unless a buffer lies between', async () => {
    const park = await Park.open();
    const plain = (await park.resource()).id;
    const buffered = (await park.resource({ bufferBefore: 15, bufferAfter: 30 })).id;
    await park.book([plain]);
    expect((await park.book([plain], { startsAt: at(1, 11), endsAt: at(1, 12) })).state).toBe('CONFIRMED');
    const booked = await park.book([buffered]);
    expect(booked.allocations[0]).toMatchObject({ blockedFrom: at(1, 8, 45), blockedUntil: at(1, 11, 30) });
    expect(codes(await park.book([buffered], { startsAt: at(1, 11, 30), endsAt: at(1, 12) }))).toEqual(['TAKEN']);
    expect((await park.book([buffered], { startsAt: at(1, 11, 45), endsAt: at(1, 12) })).state).toBe('CONFIRMED');
  });

  test('is taken once when two clients want it at the same moment, again and again', async () => {
    const park = await Park.open();
    const ids = await park.resources(4);
    for (let round = 1; round <= 5; round++) {
      const times = { startsAt: at(round, 9), endsAt: at(round, 11) };
      // In opposite orders: whoever locks as asked would wait in a circle.
      const tries = await Promise.all(Array.from({ length: 8 }, (_, index) => park.book(index % 2 ? ids : ids.toReversed(), times)));
      expect(tries.filter(({ __typename }) => __typename === 'Booking')).toHaveLength(1);
      expect(tries.filter(({ __typename }) => __typename === 'BookingRefusal')).toHaveLength(7);
    }
    expect(await park.taken(ids)).toHaveLength(20);
  });

  test('overlapping bundles that share one resource never both succeed', async () => {
    const park = await Park.open();
    const [a, b, c] = (await park.resources(3)) as [string, string, string];
    const tries = await Promise.all([park.book([a, b]), park.book([b, c]), park.book([c, a])]);
    expect(tries.filter(({ __typename }) => __typename === 'Booking')).toHaveLength(1);
    expect(await park.taken([a, b, c])).toHaveLength(2);
  });
});

describe('a booking that is asked for with a key', () => {
  test('is made once, however often and however parallel it is asked for', async () => {
    const park = await Park.open();
    const ids = await park.resources(2);
    const variables = { input: park.input(ids), key: randomUUID() };
    const answers = await Promise.all(Array.from({ length: 50 }, () => park.administrator.run(CREATE, variables)));
    expect(new Set(answers.map(({ createBooking }) => createBooking.id)).size).toBe(1);
    expect(new Set(answers.map(({ createBooking }) => createBooking.__typename))).toEqual(new Set(['Booking']));
    expect(await park.taken(ids)).toHaveLength(2);
  });

  test('can be asked for again with the same key after a refusal', async () => {
    const park = await Park.open();
    const ids = await park.resources(1);
    const first = await park.book(ids);
    const variables = { input: park.input(ids), key: randomUUID() };
    expect((await park.administrator.run(CREATE, variables)).createBooking.__typename).toBe('BookingRefusal');
    await park.administrator.run('mutation ($id: ID!, $version: Int!) { cancelBooking(id: $id, version: $version) { __typename } }', { id: first.id, version: first.version });
    expect((await park.administrator.run(CREATE, variables)).createBooking.__typename).toBe('Booking');
  });
});

describe('a refusal', () => {
  test('gives all reasons at once, in words, with what is in the way', async () => {
    const park = await Park.open();
    const day = daysUntil(3);
    const [free, busy] = (await park.resources(2)) as [string, string];
    const closed = (await park.resource({ name: '周一才开的铣床', openingHours: [{ weekday: 1, opens: '08:00', closes: '18:00' }] })).id;
    const broken = (await park.resource({ name: '待修的磨床', state: 'UNDER_REPAIR' })).id;
    const short = (await park.resource({ name: '只借一小时的量具', maxMinutes: 60 })).id;
    const near = (await park.resource({ name: '只约今天的讲台', horizonDays: 1 })).id;
    const room = (await park.resource({ kind: 'VENUE', name: '小会议室', capacity: 10 })).id;
    const times = { startsAt: at(day + 1, 9), endsAt: at(day + 1, 11) };
    await park.book([busy], { ...times, title: '先到的实训' });
    const refused = await park.book([free, busy, closed, broken, short, near, room], { ...times, attendees: 11 });
    expect(codes(refused)).toEqual(['NOT_BOOKABLE', 'OUTSIDE_OPENING_HOURS', 'OVER_CAPACITY', 'TAKEN', 'TOO_FAR_AHEAD', 'TOO_LONG']);
    const of = (code: string) => refused.reasons.find((reason) => reason.code === code)!;
    expect(of('TAKEN').allocation!.booking!.title).toBe('先到的实训');
    expect(of('TAKEN').message).toContain('先到的实训');
    expect(of('NOT_BOOKABLE').message).toContain('维修');
    expect(of('TOO_LONG').message).toContain('60');
    expect(of('OVER_CAPACITY').resource!.id).toBe(room);
    expect(of('OUTSIDE_OPENING_HOURS').resource!.id).toBe(closed);
    for (const { message } of refused.reasons) expect(message).not.toMatch(/\{|REFUSED/);
    park.administrator.language = 'en';
    expect((await park.book([busy], times)).reasons[0]!.message).toMatch(/is booked .* for “先到的实训”/);
  });

  test('names what lies in the past', async () => {
    const park = await Park.open();
    const ids = await park.resources(1);
    expect(codes(await park.book(ids, { startsAt: at(-1, 9), endsAt: at(-1, 11) }))).toEqual(['IN_THE_PAST']);
  });

  test('offers at least three ways that really work', async () => {
    const park = await Park.open();
    const hours = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, opens: '08:00', closes: '18:00' }));
    const ids = await park.resources(2, { openingHours: hours, model: 'IRB 1200', bufferAfter: 30 });
    const like = (await park.resource({ name: '同型号的', openingHours: hours, model: 'IRB 1200' })).id;
    const other = (await park.resource({ name: '别的型号', openingHours: hours, model: 'KR 10' })).id;
    await park.book(ids);
    const refused = await park.book(ids);
    const times = refused.alternatives.filter(({ kind }) => kind === 'TIME');
    const others = refused.alternatives.filter(({ kind }) => kind === 'RESOURCE');
    expect(times.length).toBeGreaterThanOrEqual(3);
    expect(others.length).toBeGreaterThanOrEqual(1);
    expect(others[0]!.replacements).toHaveLength(2);
    expect(others[0]!.replacements.map(({ substitute }) => substitute.id).sort()).toEqual([like, other].sort());
    expect(others[0]!.startsAt).toBe(at(1, 9));
    for (const way of refused.alternatives) {
      expect(Date.parse(way.endsAt) - Date.parse(way.startsAt)).toBe(2 * HOUR);
      const { checkBooking } = await park.administrator.run(CHECK, { input: { startsAt: way.startsAt, endsAt: way.endsAt, resourceIds: way.resources.map(({ id }) => id) } });
      expect(checkBooking.reasons).toEqual([]);
    }
    const [way] = refused.alternatives;
    expect((await park.book(way!.resources.map(({ id }) => id), { startsAt: way!.startsAt, endsAt: way!.endsAt })).state).toBe('CONFIRMED');
  });

  test('offers the same model first, then the same kind of thing, each free and open', async () => {
    const park = await Park.open();
    const wanted = (await park.resource({ name: '机器人甲', model: 'IRB 1200', category: '工业机器人' })).id;
    await park.resource({ name: '房间', kind: 'VENUE' });
    const category = (await park.resource({ name: '机器人乙', model: 'KR 10', category: '工业机器人' })).id;
    const kind = (await park.resource({ name: '车床', model: 'CK6140', category: '车床' })).id;
    const model = (await park.resource({ name: '机器人丙', model: 'IRB 1200', category: '工业机器人' })).id;
    const taken = (await park.resource({ name: '机器人丁', model: 'IRB 1200' })).id;
    await park.resource({ name: '机器人戊', model: 'IRB 1200', state: 'SCRAPPED' });
    await park.resource({ name: '机器人己', model: 'IRB 1200', openingHours: [{ weekday: 1, opens: '00:00', closes: '00:01' }] });
    await park.book([wanted, taken]);
    const refused = await park.book([wanted]);
    const swaps = refused.alternatives.filter((way) => way.kind === 'RESOURCE').map(({ replacements }) => replacements[0]!);
    expect(swaps.map(({ substitute }) => substitute.id)).toEqual([model, category, kind]);
    expect(swaps.map(({ sameModel }) => sameModel)).toEqual([true, false, false]);
  });

  test('offers a room that is large enough', async () => {
    const park = await Park.open();
    const small = (await park.resource({ kind: 'VENUE', name: '小教室', capacity: 20 })).id;
    const large = (await park.resource({ kind: 'VENUE', name: '大教室', capacity: 60 })).id;
    await park.resource({ kind: 'VENUE', name: '更小的教室', capacity: 10 });
    const refused = await park.book([small], { attendees: 50 });
    expect(codes(refused)).toEqual(['OVER_CAPACITY']);
    expect(refused.alternatives.map(({ resources }) => resources[0]!.id)).toEqual([large]);
  });

  test('offers a shorter time for what is too long', async () => {
    const park = await Park.open();
    const ids = await park.resources(1, { maxMinutes: 60 });
    const [way] = (await park.book(ids)).alternatives;
    expect(way).toMatchObject({ kind: 'TIME', startsAt: at(1, 9), endsAt: at(1, 10) });
  });

  test('writes nothing', async () => {
    const park = await Park.open();
    const ids = await park.resources(1);
    await park.book(ids);
    await park.book(ids, { title: '被拒的' });
    const { bookings } = await park.administrator.run('{ bookings { totalCount nodes { title } } }');
    expect(bookings).toEqual({ totalCount: 1, nodes: [{ title: '机器人实训' }] });
  });
});

describe('checking', () => {
  test('tells beforehand what a booking would tell, and who would be asked', async () => {
    const park = await Park.open();
    const owner = await park.owner('示例重工');
    const own = (await park.resource()).id;
    const input = { startsAt: at(1, 9), endsAt: at(1, 11), resourceIds: [own, owner.resourceId] };
    expect((await park.administrator.run(CHECK, { input })).checkBooking).toMatchObject({ reasons: [], alternatives: [], approvalsNeededFrom: [{ id: owner.id, name: '示例重工' }] });
    const booked = await park.book([own]);
    expect((await park.administrator.run(CHECK, { input })).checkBooking.reasons.map(({ code }: { code: string }) => code)).toEqual(['TAKEN']);
    expect((await park.administrator.run(CHECK, { input: { ...input, bookingId: booked.id } })).checkBooking.reasons).toEqual([]);
  });
});

describe('opening hours', () => {
  test('a range over midnight is open where 24:00 goes on at 00:00', async () => {
    const park = await Park.open();
    const night = (await park.resource({ openingHours: [{ weekday: 5, opens: '18:00', closes: '24:00' }, { weekday: 6, opens: '00:00', closes: '06:00' }] })).id;
    const friday = daysUntil(5);
    expect((await park.book([night], { startsAt: at(friday, 22), endsAt: at(friday + 1, 2) })).state).toBe('CONFIRMED');
    expect(codes(await park.book([night], { startsAt: at(friday + 1, 5), endsAt: at(friday + 1, 7) }))).toEqual(['OUTSIDE_OPENING_HOURS']);
  });

  test('a range over the lunch break is not', async () => {
    const park = await Park.open();
    const hours = [1, 2, 3, 4, 5, 6, 7].flatMap((weekday) => [{ weekday, opens: '08:00', closes: '12:00' }, { weekday, opens: '14:00', closes: '18:00' }]);
    const ids = await park.resources(1, { openingHours: hours });
    const refused = await park.book(ids, { startsAt: at(1, 11), endsAt: at(1, 15) });
    expect(codes(refused)).toEqual(['OUTSIDE_OPENING_HOURS']);
    expect(codes(await park.book(ids, { startsAt: at(1, 12), endsAt: at(1, 13) }))).toEqual(['OUTSIDE_OPENING_HOURS']);
    const times = (await park.book(ids, { startsAt: at(1, 12), endsAt: at(1, 13) })).alternatives;
    expect(times.map(({ startsAt }) => startsAt)).toContain(at(1, 11));
    expect(times.length).toBeGreaterThanOrEqual(3);
  });
});

describe('the list of bookings', () => {
  test('filters by text, state, purpose, resource, time and person, in pages', async () => {
    const park = await Park.open();
    const ids = await park.resources(2);
    const coordinator = await park.consortium.person(['COORDINATOR'], park.leadId);
    for (let day = 1; day <= 5; day++) await park.book([ids[0]!], { title: `第${day}次`, startsAt: at(day, 9), endsAt: at(day, 10) });
    await park.book([ids[1]!], { title: '中试100%', purpose: 'PILOT_TEST', startsAt: at(2, 9), endsAt: at(2, 10) }, coordinator);
    const list = async (filter: object, more = '') => (await park.administrator.run(`query ($filter: BookingFilter) { bookings(filter: $filter${more}) { totalCount nodes { title } pageInfo { hasNextPage endCursor } } }`, { filter })).bookings;
    expect((await list({ search: '第3' })).nodes).toEqual([{ title: '第3次' }]);
    expect((await list({ search: '%' })).nodes).toEqual([{ title: '中试100%' }]);
    expect((await list({ purposes: ['PILOT_TEST'] })).totalCount).toBe(1);
    expect((await list({ states: ['CANCELLED'] })).totalCount).toBe(0);
    expect((await list({ resourceId: ids[1] })).nodes).toEqual([{ title: '中试100%' }]);
    expect((await list({ mine: true })).totalCount).toBe(5);
    expect((await list({ from: at(2, 9, 30), until: at(4, 9) })).nodes.map(({ title }: { title: string }) => title)).toEqual(['第2次', '中试100%', '第3次']);
    const first = await list({ mine: true }, ', first: 2, orderBy: STARTS_LAST');
    expect(first.nodes).toEqual([{ title: '第5次' }, { title: '第4次' }]);
    const second = await list({ mine: true }, `, first: 2, orderBy: STARTS_LAST, after: "${first.pageInfo.endCursor}"`);
    expect(second.nodes).toEqual([{ title: '第3次' }, { title: '第2次' }]);
  });

  test('a view of taken times is at most 62 days long', async () => {
    const park = await Park.open();
    const ids = await park.resources(1);
    const query = 'query ($ids: [ID!]!, $from: DateTime!, $until: DateTime!) { allocations(resourceIds: $ids, from: $from, until: $until) { id } }';
    expect(await park.administrator.refusal(query, { ids, from: at(0, 0), until: new Date(Date.parse(at(0, 0)) + 62 * DAY + 1).toISOString() })).toMatchObject({ code: 'BAD_INPUT', field: 'until' });
    expect(await park.administrator.refusal(query, { ids, from: at(1, 0), until: at(0, 0) })).toMatchObject({ code: 'BAD_INPUT', field: 'until' });
  });
});

describe('opening hours', () => {
  test('are judged by the clock of the consortium, also after that was changed, for whoever is signed in', async () => {
    const park = await Park.open();
    const hours = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, opens: '08:00', closes: '12:00' }));
    const { id } = await park.resource({ openingHours: hours });
    const input = { startsAt: at(1, 9), endsAt: at(1, 10), resourceIds: [id] };
    const reasons = async () => (await park.administrator.run(CHECK, { input })).checkBooking.reasons.map(({ code }: { code: string }) => code);
    expect(await reasons()).toEqual([]);
    await park.consortium.secretary.run('mutation { updateConsortium(version: 1, input: { timeZone: "Europe/London" }) { id } }');
    // News of a commit travels between connections.
    let now = await reasons();
    for (let tries = 0; now.length === 0 && tries < 40; tries++) now = await reasons();
    expect(now).toEqual(['OUTSIDE_OPENING_HOURS']);
  });
});
