import { randomUUID } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { at, DAY, MAINTAIN, Park, READ, UNMAINTAIN } from './kit.ts';

const wanted = (resourceId: string, overrides: object = {}) => ({ input: { resourceId, startsAt: at(1, 8), endsAt: at(1, 18), reason: '年度检修', ...overrides } });

describe('maintenance', () => {
  test('takes a resource out of use, and is named where it is in the way', async () => {
    const park = await Park.open();
    const [id] = (await park.resources(1)) as [string];
    const keeper = await park.consortium.person(['RESOURCE_KEEPER'], park.leadId);
    const { createMaintenance } = await keeper.run(MAINTAIN, wanted(id));
    expect(createMaintenance.__typename).toBe('Maintenance');
    const refused = await park.book([id]);
    expect(refused.reasons).toMatchObject([{ code: 'UNDER_MAINTENANCE', resource: { id } }]);
    expect(refused.reasons[0]!.message).toContain('维护');
    expect(await park.taken([id])).toMatchObject([{ state: 'MAINTENANCE', booking: null, maintenance: { id: createMaintenance.id } }]);

    const { cancelMaintenance } = await keeper.run(UNMAINTAIN, { id: createMaintenance.id, version: createMaintenance.version });
    expect(cancelMaintenance).toMatchObject({ cancelled: true, viewerCanUpdate: false });
    expect((await park.book([id])).state).toBe('CONFIRMED');
  });

  test('lists the bookings that it would hit, and writes nothing', async () => {
    const park = await Park.open();
    const [a, b] = (await park.resources(2)) as [string, string];
    const morning = await park.book([a, b]);
    const noon = await park.book([a], { startsAt: at(1, 13), endsAt: at(1, 14) });
    await park.book([b], { startsAt: at(1, 13), endsAt: at(1, 14) });
    const { createMaintenance } = await park.administrator.run(MAINTAIN, wanted(a));
    expect(createMaintenance).toEqual({ __typename: 'MaintenanceHits', count: 2, bookings: [{ id: morning.id }, { id: noon.id }] });
    expect(await park.taken([a])).toHaveLength(2);
  });

  test('displaces whole bundles, and tells why', async () => {
    const park = await Park.open();
    const [a, b] = (await park.resources(2)) as [string, string];
    const bundle = await park.book([a, b]);
    const { createMaintenance } = await park.administrator.run(MAINTAIN, wanted(a, { displace: true }));
    expect(createMaintenance.__typename).toBe('Maintenance');
    const { booking } = await park.administrator.run(READ, { id: bundle.id });
    expect(booking).toMatchObject({ state: 'CANCELLED', stateReason: '因维护取消：年度检修' });
    expect(await park.taken([b])).toEqual([]);
    expect(await park.taken([a])).toMatchObject([{ state: 'MAINTENANCE' }]);
  });

  test('and a booking at the same moment never overlap', async () => {
    const park = await Park.open();
    const ids = await park.resources(1);
    for (let day = 1; day <= 4; day++) {
      const times = { startsAt: at(day, 8), endsAt: at(day, 18) };
      await Promise.all([park.administrator.run(MAINTAIN, wanted(ids[0]!, times)), park.book(ids, times), park.book(ids, times)]);
    }
    expect(await park.taken(ids)).toHaveLength(4);
  });

  test('is ended once by however many at the same moment, and each has the ended record', async () => {
    const park = await Park.open();
    const ids = (await park.resources(4)) as string[];
    const keeper = await park.consortium.person(['RESOURCE_KEEPER'], park.leadId);
    for (const id of ids) {
      const { createMaintenance } = await keeper.run(MAINTAIN, wanted(id));
      const known = { id: createMaintenance.id, version: createMaintenance.version };
      const answers = await Promise.all([keeper, park.administrator, keeper, park.administrator].map((who) => who.run(UNMAINTAIN, known)));
      for (const { cancelMaintenance } of answers) expect(cancelMaintenance).toEqual({ id: known.id, version: known.version + 1, cancelled: true, viewerCanUpdate: false });
      expect(await park.taken([id])).toEqual([]);
      // And by whoever comes late with an old page: it is the same.
      expect((await keeper.run(UNMAINTAIN, known)).cancelMaintenance).toMatchObject({ version: known.version + 1, cancelled: true });
    }
  });

  test('is made once per key', async () => {
    const park = await Park.open();
    const [id] = (await park.resources(1)) as [string];
    const variables = { ...wanted(id), key: randomUUID() };
    const answers = await Promise.all(Array.from({ length: 10 }, () => park.administrator.run(MAINTAIN, variables)));
    expect(new Set(answers.map(({ createMaintenance }) => createMaintenance.id)).size).toBe(1);
    expect(await park.administrator.refusal(MAINTAIN, wanted(id))).toMatchObject({ code: 'MAINTENANCE_OVERLAPS', field: 'input.startsAt' });
  });

  test('is for keepers of the owner and for the park; a reason and a sensible time are needed', async () => {
    const park = await Park.open();
    const [id] = (await park.resources(1)) as [string];
    const stranger = await park.consortium.person(['RESOURCE_KEEPER'], (await park.consortium.member('示例旁观')).id);
    const teacher = await park.consortium.person(['TEACHER'], park.leadId);
    for (const who of [stranger, teacher]) expect(await who.refusal(MAINTAIN, wanted(id))).toMatchObject({ code: 'FORBIDDEN' });
    const field = async (overrides: object) => (await park.administrator.refusal(MAINTAIN, wanted(id, overrides))).field;
    expect(await field({ reason: '' })).toBe('input.reason');
    expect(await field({ reason: '长'.repeat(201) })).toBe('input.reason');
    expect(await field({ endsAt: at(1, 8) })).toBe('input.endsAt');
    expect(await field({ startsAt: at(-1, 8) })).toBe('input.startsAt');
    expect(await field({ startsAt: '3026-01-01T00:00:00Z', endsAt: '3026-01-02T00:00:00Z' })).toBe('input.startsAt');
    expect(await field({ endsAt: new Date(Date.parse(at(1, 8)) + 367 * DAY).toISOString() })).toBe('input.endsAt');
    expect(await park.administrator.refusal(MAINTAIN, wanted(randomUUID()))).toMatchObject({ code: 'NOT_FOUND', field: 'input.resourceId' });
  });
});
