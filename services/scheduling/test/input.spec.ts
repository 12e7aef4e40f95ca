import { randomUUID } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { at, codes, CREATE, Park } from './kit.ts';

describe('wrong input is told at its field, and nothing is written', () => {
  // Since nothing is written, one park serves all of these.
  const shared = Park.open();
  const cases: [string, object | ((ids: string[]) => object), { code: string; field?: string }][] = [
    ['an end before the start', { startsAt: at(1, 11), endsAt: at(1, 9) }, { code: 'BAD_INPUT', field: 'input.endsAt' }],
    ['an end at the start', { endsAt: at(1, 9) }, { code: 'BAD_INPUT', field: 'input.endsAt' }],
    ['no title', { title: '   ' }, { code: 'BAD_INPUT', field: 'input.title' }],
    ['a title of 10,000 characters', { title: '长'.repeat(10_000) }, { code: 'BAD_INPUT', field: 'input.title' }],
    ['notes of 10,000 characters', { notes: '长'.repeat(10_000) }, { code: 'BAD_INPUT', field: 'input.notes' }],
    ['no resources', { resourceIds: [] }, { code: 'BAD_INPUT', field: 'input.resourceIds' }],
    ['21 resources', { resourceIds: Array.from({ length: 21 }, () => randomUUID()) }, { code: 'BAD_INPUT', field: 'input.resourceIds' }],
    ['a resource twice', (ids) => ({ resourceIds: [ids[0], ids[0]!.toUpperCase()] }), { code: 'BAD_INPUT', field: 'input.resourceIds' }],
    ['an unknown resource', (ids) => ({ resourceIds: [ids[0], randomUUID()] }), { code: 'NOT_FOUND', field: 'input.resourceIds' }],
    ['an id that is none', { resourceIds: ['1 or 1=1'] }, { code: 'NOT_FOUND', field: 'input.resourceIds' }],
    ['an unknown organisation', { organisationId: randomUUID() }, { code: 'NOT_FOUND', field: 'input.organisationId' }],
    ['no attendees', { attendees: 0 }, { code: 'BAD_INPUT', field: 'input.attendees' }],
    ['too many attendees', { attendees: 10_001 }, { code: 'BAD_INPUT', field: 'input.attendees' }],
    ['more attendees than a number can say', { attendees: 1e20 }, { code: 'BAD_INPUT', field: 'input.attendees' }],
    ['half an attendee', { attendees: 1.5 }, { code: 'BAD_INPUT', field: 'input.attendees' }],
    ['attendees in words', { attendees: '五' }, { code: 'BAD_INPUT', field: 'input.attendees' }],
    ['a title that nobody can see', { title: '\u200B\u202E\u3164' }, { code: 'BAD_INPUT', field: 'input.title' }],
    ['a NUL in the title', { title: '实训\u0000' }, { code: 'BAD_INPUT', field: 'input.title' }],
    ['half a character in the notes', { notes: '实训\uD800' }, { code: 'BAD_INPUT', field: 'input.notes' }],
    ['a day that does not exist', { startsAt: '2027-02-30T01:00:00Z' }, { code: 'BAD_INPUT', field: 'input.startsAt' }],
    ['a time that is none', { endsAt: '明天上午' }, { code: 'BAD_INPUT', field: 'input.endsAt' }],
    ['an unknown purpose', { purpose: 'FUN' }, { code: 'BAD_INPUT', field: 'input.purpose' }],
    ['no purpose', { purpose: null }, { code: 'BAD_INPUT', field: 'input.purpose' }],
    ['a consortium of one\'s choice', { tenantId: randomUUID() }, { code: 'BAD_INPUT', field: 'input.tenantId' }],
    ['nothing instead of an id', { resourceIds: [null] }, { code: 'BAD_INPUT', field: 'input.resourceIds.0' }],
  ];

  test.each(cases)('%s', async (_, overrides, expected) => {
    const park = await shared;
    const ids = await park.resources(1);
    const input = park.input(ids, typeof overrides === 'function' ? overrides(ids) : overrides);
    park.administrator.language = 'en';
    const english = await park.administrator.refusal(CREATE, { input });
    park.administrator.language = 'zh-CN';
    const chinese = await park.administrator.refusal(CREATE, { input });
    expect(english).toMatchObject(expected);
    expect(chinese).toMatchObject(expected);
    expect(english.message).toMatch(/^[\u0020-\u007E“”]+$/);
    expect(chinese.message).toMatch(/[\u4E00-\u9FFF]/);
    expect(await park.taken(ids)).toEqual([]);
  });

  test.each([
    ['query ($filter: ResourceFilter) { resources(filter: $filter) { totalCount } }', ['search', 'category', 'model']],
    ['query ($filter: BookingFilter) { bookings(filter: $filter) { totalCount } }', ['search']],
    ['query ($filter: PersonFilter) { people(filter: $filter) { totalCount } }', ['search']],
    ['query ($filter: OrganisationFilter) { organisations(filter: $filter) { totalCount } }', ['search']],
  ])('what is searched for can be typed: %s', async (query, fields) => {
    const { administrator } = await shared;
    for (const field of fields) {
      for (const text of ['a\u0000', '\uD800', 'x'.repeat(10_000)]) expect(await administrator.refusal(query, { filter: { [field]: text } })).toMatchObject({ code: 'BAD_INPUT', field: `filter.${field}` });
      expect(await administrator.run(query, { filter: { [field]: `%_\\'";--䶮㛃` } })).toBeTruthy();
    }
  });

  test.each([[['infinity', 'x']], [[{ a: 1 }, [1]]], [['\u0000', '01a20000-0000-7000-8000-00000000dead']], [['x']], ['x']])('a place in a list that somebody made up is refused at the field: %j', async (cursor) => {
    const { administrator } = await shared;
    const after = Buffer.from(JSON.stringify(cursor)).toString('base64url');
    for (const list of ['bookings', 'resources']) {
      expect(await administrator.refusal(`query ($after: String) { ${list}(after: $after) { nodes { id } } }`, { after })).toMatchObject({ code: 'BAD_INPUT', field: 'after' });
    }
  });

  test('a key is counted without the blanks around it', async () => {
    const park = await Park.open();
    const ids = await park.resources(1);
    const key = 'k'.repeat(199);
    const first = await park.administrator.run(CREATE, { input: park.input(ids), key: `${key}    ` });
    const again = await park.administrator.run(CREATE, { input: park.input(ids), key });
    expect(again.createBooking.id).toBe(first.createBooking.id);
    expect(await park.administrator.refusal(CREATE, { input: park.input(ids), key: 'k'.repeat(201) })).toMatchObject({ code: 'BAD_INPUT', field: 'idempotencyKey' });
    expect(await park.administrator.refusal(CREATE, { input: park.input(ids), key: '  ' })).toMatchObject({ code: 'BAD_INPUT', field: 'idempotencyKey' });
  });

  test('several at once are told at once', async () => {
    const park = await Park.open();
    const { errors } = await park.administrator.try(CREATE, { input: park.input([], { title: '', attendees: 0, notes: '长'.repeat(2001) }) });
    expect(errors![0]!.extensions.details!.problems!.map(({ field }) => field).sort()).toEqual(['input.attendees', 'input.notes', 'input.resourceIds', 'input.title']);
  });

  test('another consortium\'s resource is not found, in the same words as one that nobody has', async () => {
    const [park, other] = await Promise.all([Park.open(), Park.open()]);
    const [foreign] = await other.resources(1);
    const answer = async (id: string) => park.administrator.refusal(CREATE, { input: park.input([id]) });
    expect(await answer(foreign!)).toEqual(await answer(randomUUID()));
  });

  test('rare characters come back as they were', async () => {
    const park = await Park.open();
    const ids = await park.resources(1);
    const { id } = await park.book(ids, { title: '䶮㛃𠮷野家实训', notes: '第一行\n第二行' });
    const { booking } = await park.administrator.run('query ($id: ID!) { booking(id: $id) { title notes } }', { id });
    expect(booking).toEqual({ title: '䶮㛃𠮷野家实训', notes: '第一行\n第二行' });
  });

  test('a range of many years is too long, and answered at once', async () => {
    const park = await Park.open();
    const ids = await park.resources(2, { openingHours: [{ weekday: 1, opens: '08:00', closes: '18:00' }] });
    const started = Date.now();
    expect(codes(await park.book(ids, { endsAt: '9999-12-31T00:00:00Z' }))).toEqual(['TOO_LONG', 'TOO_LONG']);
    expect(codes(await park.book(ids, { startsAt: '9998-01-01T00:00:00Z', endsAt: '9998-01-01T01:00:00Z' }))).toContain('TOO_FAR_AHEAD');
    expect(Date.now() - started).toBeLessThan(2000);
  });
});
