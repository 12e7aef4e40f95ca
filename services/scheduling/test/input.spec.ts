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
  ];

  test.each(cases)('%s', async (_, overrides, expected) => {
    const park = await shared;
    const ids = await park.resources(1);
    const input = park.input(ids, typeof overrides === 'function' ? overrides(ids) : overrides);
    expect(await park.administrator.refusal(CREATE, { input })).toMatchObject(expected);
    expect(await park.taken(ids)).toEqual([]);
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
