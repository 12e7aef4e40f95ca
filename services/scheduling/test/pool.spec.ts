import { randomUUID } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { Park } from './kit.ts';

const POOL = 'id name note size version viewerCanUpdate owner { id } resources { id }';
const CREATE = `mutation ($input: CreatePoolInput!, $key: String) { createPool(input: $input, idempotencyKey: $key) { ${POOL} } }`;
const UPDATE = `mutation ($id: ID!, $version: Int!, $input: UpdatePoolInput!) { updatePool(id: $id, version: $version, input: $input) { ${POOL} } }`;
const REMOVE = 'mutation ($id: ID!, $version: Int!) { removePool(id: $id, version: $version) }';
const LIST = `query ($ownerId: ID) { pools(ownerId: $ownerId) { ${POOL} } }`;

describe('a pool', () => {
  test.concurrent('is a named set of its owner’s machines and venues, made by those who keep them and seen by all', async () => {
    const park = await Park.open();
    const ids = [...(await park.resources(2)), (await park.resource({ kind: 'VENUE', name: '报告厅' })).id].sort();
    const keeper = await park.consortium.person(['RESOURCE_KEEPER'], park.leadId);
    const input = { ownerId: park.leadId, name: '数控资源池', note: '工作日可用', resourceIds: ids };
    const { createPool: pool } = await keeper.run(CREATE, { input, key: 'once' });
    expect((await keeper.run(CREATE, { input, key: 'once' })).createPool.id).toBe(pool.id);
    expect(pool).toMatchObject({ name: '数控资源池', size: 3, viewerCanUpdate: true, owner: { id: park.leadId } });
    expect(pool.resources.map(({ id }: { id: string }) => id).sort()).toEqual(ids);
    const { id: otherId } = await park.consortium.member('另一单位');
    const other = await park.consortium.person(['RESOURCE_KEEPER'], otherId);
    expect((await other.run(LIST)).pools).toMatchObject([{ id: pool.id, viewerCanUpdate: false }]);
    expect((await other.run(LIST, { ownerId: otherId })).pools).toEqual([]);
    expect((await other.refusal(CREATE, { input })).code).toBe('FORBIDDEN');
  });

  test.concurrent('holds nothing of others, no people, and what is unknown is told at its place', async () => {
    const park = await Park.open();
    const { id: otherId } = await park.consortium.member('另一单位');
    const [own] = (await park.resources(1)) as [string];
    const foreign = await park.resource({ ownerId: otherId, name: '别人的设备' });
    const teacher = await park.resource({ kind: 'TEACHER', name: '王老师' });
    const keeper = await park.consortium.person(['RESOURCE_KEEPER'], park.leadId);
    const attempt = await keeper.try(CREATE, { input: { ownerId: park.leadId, name: '池', resourceIds: [own, foreign.id, teacher.id, randomUUID()] } });
    expect(attempt.errors![0]!.extensions.details?.problems).toMatchObject([{ field: 'input.resourceIds.1', code: 'POOL_FOREIGN' }, { field: 'input.resourceIds.2', code: 'POOL_FOREIGN' }, { field: 'input.resourceIds.3', code: 'NOT_FOUND' }]);
    expect((await keeper.run(LIST)).pools).toEqual([]);
  });

  test.concurrent('has a name that its owner’s other pools do not have, is changed as a whole, and an old page changes nothing', async () => {
    const park = await Park.open();
    const ids = await park.resources(3);
    const keeper = await park.consortium.person(['RESOURCE_KEEPER'], park.leadId);
    const make = async (name: string) => (await keeper.run(CREATE, { input: { ownerId: park.leadId, name, resourceIds: ids.slice(0, 2) } })).createPool;
    const [a, b] = [await make('甲池'), await make('乙池')];
    const change = (name: string, version = a.version) => ({ id: a.id, version, input: { name, resourceIds: ids.slice(1) } });
    expect(await keeper.refusal(UPDATE, change('乙池'))).toMatchObject({ code: 'POOL_NAME_TAKEN', field: 'input.name' });
    const { updatePool } = await keeper.run(UPDATE, change('丙池'));
    expect(updatePool).toMatchObject({ name: '丙池', size: 2, version: a.version + 1 });
    expect(updatePool.resources.map(({ id }: { id: string }) => id).sort()).toEqual(ids.slice(1).sort());
    expect((await keeper.refusal(UPDATE, change('丁池'))).code).toBe('STALE_VERSION');
    expect((await keeper.refusal(REMOVE, { id: b.id, version: 7 })).code).toBe('STALE_VERSION');
    expect((await keeper.run(REMOVE, { id: b.id, version: b.version })).removePool).toBe(true);
    expect((await keeper.run(LIST)).pools.map(({ name }: { name: string }) => name)).toEqual(['丙池']);
  });
});
