import { randomUUID } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { Secrets } from '@gongjian/platform/testing/inside';
import { database, Park } from './kit.ts';

const LIST = 'query ($filter: ResourceFilter, $orderBy: ResourceOrder, $first: Int, $after: String) { resources(filter: $filter, orderBy: $orderBy, first: $first, after: $after) { totalCount nodes { id name } pageInfo { hasNextPage endCursor } } }';
const CREATE = 'mutation ($input: CreateResourceInput!, $key: String) { createResource(input: $input, idempotencyKey: $key) { id version } }';
const UPDATE = 'mutation ($id: ID!, $version: Int!, $input: UpdateResourceInput!) { updateResource(id: $id, version: $version, input: $input) { id version name place state bookable openingHours { weekday opens closes } photoUrl } }';
const REVEAL = 'mutation ($id: ID!) { revealPersonalData(resourceId: $id) { idNumber phone } }';

const names = async (park: Park, variables: object): Promise<string[]> => (await park.administrator.run(LIST, variables)).resources.nodes.map(({ name }: { name: string }) => name);

describe('resources', () => {
  test('are found in Chinese, by pinyin, by initials, by model and by number; all words count', async () => {
    const park = await Park.open();
    await park.resource({ name: '工业机器人', model: 'IRB 1200', code: 'SB-007', place: '东校区实训楼305', keeper: '欧阳锋' });
    await park.resource({ name: '数控车床', model: 'CK6140', code: 'SB-008', place: '东校区实训楼101' });
    for (const search of ['工业机器人', 'gyjqr', 'GYJQR', 'jiqiren', 'irb', 'ｓｂ－007', '305', 'oyf', 'jiqi 实训楼']) expect([search, await names(park, { filter: { search } })]).toEqual([search, ['工业机器人']]);
    expect(await names(park, { filter: { search: 'dxqsxl' } })).toEqual(['工业机器人', '数控车床']);
    expect(await names(park, { filter: { search: 'gyjqr ck6140' } })).toEqual([]);
    expect(await names(park, { filter: { search: '%' } })).toEqual([]);
  });

  test('come in the order of a Chinese register, in pages, by each order', async () => {
    const park = await Park.open();
    const member = await park.consortium.member('阿里示例');
    for (const [name, more] of [['数控车床10号', { code: 'B-2', place: '二楼' }], ['数控车床2号', { code: 'B-10', place: '三楼' }], ['工业机器人', { ownerId: member.id }], ['张老师', { kind: 'TEACHER' }], ['大教室', { kind: 'VENUE' }]] as const) await park.resource({ name, ...more });
    expect(await names(park, {})).toEqual(['工业机器人', '数控车床2号', '数控车床10号', '大教室', '张老师']);
    expect(await names(park, { orderBy: 'NAME' })).toEqual(['大教室', '工业机器人', '数控车床2号', '数控车床10号', '张老师']);
    expect((await names(park, { orderBy: 'CODE' })).slice(0, 2)).toEqual(['数控车床10号', '数控车床2号']);
    expect((await names(park, { orderBy: 'PLACE' })).slice(0, 2)).toEqual(['数控车床10号', '数控车床2号']);
    expect((await names(park, { orderBy: 'OWNER_THEN_NAME' }))[0]).toBe('工业机器人');
    expect((await names(park, { orderBy: 'UPDATED_LAST' }))[0]).toBe('大教室');
    for (const orderBy of ['KIND_THEN_NAME', 'OWNER_THEN_NAME', 'UPDATED_LAST', 'CODE']) {
      const paged: string[] = [];
      for (let after: string | null = null; ; ) {
        const { resources }: { resources: { nodes: { name: string }[]; pageInfo: { hasNextPage: boolean; endCursor: string } } } = await park.administrator.run(LIST, { orderBy, first: 2, after });
        paged.push(...resources.nodes.map(({ name }) => name));
        if (!resources.pageInfo.hasNextPage) break;
        after = resources.pageInfo.endCursor;
      }
      expect(paged).toEqual(await names(park, { orderBy }));
    }
  });

  test('filters are joined with and; an empty list of ids finds nothing', async () => {
    const park = await Park.open();
    const [id] = (await park.resources(1, { model: 'IRB', category: '机器人', needsApproval: true })) as [string];
    await park.resource({ name: '报废的', state: 'SCRAPPED' });
    const count = async (filter: object) => (await park.administrator.run(LIST, { filter })).resources.totalCount;
    expect(await count({ bookable: true })).toBe(1);
    expect(await count({ bookable: false })).toBe(1);
    expect(await count({ states: ['SCRAPPED'], kinds: ['EQUIPMENT'] })).toBe(1);
    expect(await count({ needsApproval: true, model: 'IRB', category: '机器人', ids: [id], ownerIds: [park.leadId] })).toBe(1);
    expect(await count({ ids: [] })).toBe(0);
    expect(await count({ ids: ['nonsense', randomUUID()] })).toBe(0);
  });

  test('are written by their owner\'s keepers, by the office and by the park', async () => {
    const park = await Park.open();
    const member = await park.consortium.member('示例学院', 'SCHOOL');
    const input = { kind: 'EQUIPMENT', name: '新设备', ownerId: park.leadId };
    for (const role of ['ORGANISATION_ADMINISTRATOR', 'RESOURCE_KEEPER']) {
      const own = await park.consortium.person([role], park.leadId);
      const { createResource } = await own.run(CREATE, { input });
      expect((await own.run('query ($id: ID!) { resource(id: $id) { viewerCanUpdate viewerCanBook viewerCanBlock } }', { id: createResource.id })).resource).toEqual({ viewerCanUpdate: true, viewerCanBook: true, viewerCanBlock: true });
      const foreign = await park.consortium.person([role], member.id);
      expect(await foreign.refusal(CREATE, { input })).toMatchObject({ code: 'FORBIDDEN' });
      expect(await foreign.refusal(UPDATE, { id: createResource.id, version: 1, input: { name: '改' } })).toMatchObject({ code: 'FORBIDDEN' });
    }
    for (const role of ['TEACHER', 'STUDENT', 'AUDITOR']) expect(await (await park.consortium.person([role])).refusal(CREATE, { input })).toMatchObject({ code: 'FORBIDDEN' });
    expect(await park.administrator.refusal(CREATE, { input: { ...input, ownerId: randomUUID() } })).toMatchObject({ code: 'NOT_FOUND', field: 'input.ownerId' });
  });

  test('one key makes one resource', async () => {
    const park = await Park.open();
    const variables = { input: { kind: 'VENUE', name: '教室', ownerId: park.leadId }, key: randomUUID() };
    const answers = await Promise.all(Array.from({ length: 20 }, () => park.administrator.run(CREATE, variables)));
    expect(new Set(answers.map(({ createResource }) => createResource.id)).size).toBe(1);
    expect(await names(park, {})).toEqual(['教室']);
  });

  test('wrong entries are told at their fields', async () => {
    const park = await Park.open();
    const { id } = await park.resource();
    const fields = async (input: object) => {
      const { errors } = await park.administrator.try(UPDATE, { id, version: 1, input });
      return errors![0]!.extensions.details!.problems!.map(({ field }) => field).sort();
    };
    expect(await fields({ name: '', bufferBefore: 241, bufferAfter: -1, holdHours: 0, maxMinutes: 14, horizonDays: 731, capacity: 0 })).toEqual(['bufferAfter', 'bufferBefore', 'capacity', 'holdHours', 'horizonDays', 'maxMinutes', 'name'].map((field) => `input.${field}`));
    expect(await fields({ name: '长'.repeat(10_000), note: '长'.repeat(10_000), place: 'x'.repeat(201) })).toEqual(['input.name', 'input.note', 'input.place']);
    expect(await fields({ openingHours: [{ weekday: 8, opens: '08:00', closes: '18:00' }] })).toEqual(['input.openingHours.0.weekday']);
    expect(await fields({ openingHours: [{ weekday: 1, opens: '25:00', closes: '18:00' }] })).toEqual(['input.openingHours.0.opens']);
    expect(await fields({ openingHours: [{ weekday: 1, opens: '18:00', closes: '08:00' }] })).toEqual(['input.openingHours.0.closes']);
    expect(await fields({ openingHoursText: '看心情' })).toEqual(['input.openingHoursText']);
  });

  test('only what is given is changed, and a lost update is refused', async () => {
    const park = await Park.open();
    const { id } = await park.resource({ name: '车床', place: '一楼' });
    const { updateResource } = await park.administrator.run(UPDATE, { id, version: 1, input: { state: 'UNDER_REPAIR', openingHoursText: '周一至周二 08:00-17:30' } });
    expect(updateResource).toMatchObject({ version: 2, name: '车床', place: '一楼', bookable: false, openingHours: [{ weekday: 1, opens: '08:00', closes: '17:30' }, { weekday: 2, opens: '08:00', closes: '17:30' }] });
    const { errors } = await park.consortium.secretary.try(UPDATE, { id, version: 1, input: { name: '旧' } });
    expect(errors![0]!.extensions).toMatchObject({ code: 'STALE_VERSION', details: { current: { version: 2, state: 'UNDER_REPAIR' }, changedFields: ['state', 'openingHours'], changedBy: '园区管理员' } });
    expect((await park.administrator.run(UPDATE, { id, version: 2, input: { place: null, name: '铣床' } })).updateResource).toMatchObject({ place: null, name: '铣床' });
    expect(await names(park, { filter: { search: 'xc' } })).toEqual(['铣床']);
  });

  test('opening hours are read as people write them', async () => {
    const park = await Park.open();
    const query = 'query ($text: String!) { openingHours(text: $text) { weekday opens closes } }';
    expect((await park.administrator.run(query, { text: '周六全天' })).openingHours).toEqual([{ weekday: 6, opens: '00:00', closes: '24:00' }]);
    expect(await park.administrator.refusal(query, { text: '看心情' })).toMatchObject({ code: 'OPENING_HOURS_UNREADABLE', field: 'text' });
  });

  test('without opening hours of their own get those of the consortium', async () => {
    const park = await Park.open();
    const hours = [{ weekday: 1, opens: '08:00', closes: '17:30' }];
    const { secretary, lead } = park.consortium;
    await secretary.run('mutation ($input: UpdateConsortiumInput!) { updateConsortium(version: 1, input: $input) { id } }', { input: { defaultOpeningHours: hours } });
    const hoursOf = async (id: string) => (await secretary.run('query ($id: ID!) { resource(id: $id) { openingHours { weekday opens closes } } }', { id })).resource.openingHours;
    const make = async (more: object) => (await secretary.run(CREATE, { input: { kind: 'VENUE', name: '教室', ownerId: lead.id, ...more } })).createResource.id as string;
    expect(await hoursOf(await make({}))).toEqual(hours);
    // What is said is kept: open at any time.
    expect(await hoursOf(await make({ openingHours: [] }))).toEqual([]);
  });

  test('a photo is a file of the same consortium', async () => {
    const [park, other] = await Promise.all([Park.open(), Park.open()]);
    const upload = async (who: Park) => {
      const form = new FormData();
      form.append('file', new Blob([Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')], { type: 'image/png' }), 'a.png');
      return ((await (await who.administrator.fetch('/files', { method: 'POST', body: form })).json()) as { id: string }).id;
    };
    const { id } = await park.resource();
    const fileId = await upload(park);
    const { updateResource } = await park.administrator.run(UPDATE, { id, version: 1, input: { photoFileId: fileId } });
    expect(updateResource.photoUrl).toBe(`/files/${fileId}`);
    expect((await park.administrator.fetch(updateResource.photoUrl)).headers.get('content-type')).toBe('image/png');
    expect(await park.administrator.refusal(UPDATE, { id, version: 2, input: { photoFileId: await upload(other) } })).toMatchObject({ code: 'NOT_FOUND', field: 'input.photoFileId' });
    expect((await park.administrator.run(UPDATE, { id, version: 2, input: { photoFileId: '' } })).updateResource.photoUrl).toBeNull();
  });
});

describe('personal data', () => {
  test('is masked for everybody, shown in full to those who may, and each look is in the audit log', async () => {
    const park = await Park.open();
    const { id } = await park.resource({ kind: 'TEACHER', name: '李老师' });
    const secrets = new Secrets(process.env.GONGJIAN_SECRET_KEY!);
    const seal = (text: string) => secrets.seal(park.consortium.id, text);
    await database((client) => client.query('update scheduling.resource set id_number_sealed = $2, phone_sealed = $3 where id = $1', [id, seal('43020020080229001X'), seal('19912347194')]));
    const query = 'query ($id: ID!) { resource(id: $id) { personalData { idNumber phone } viewerCanReveal } }';
    const teacher = await park.consortium.person(['TEACHER']);
    expect((await teacher.run(query, { id })).resource).toEqual({ personalData: { idNumber: '430***********001X', phone: '199****7194' }, viewerCanReveal: false });
    expect(await teacher.refusal(REVEAL, { id })).toMatchObject({ code: 'FORBIDDEN' });
    expect(await park.administrator.refusal(REVEAL, { id })).toMatchObject({ code: 'FORBIDDEN' });
    const administrator = await park.consortium.person(['ORGANISATION_ADMINISTRATOR']);
    const foreign = await park.consortium.person(['ORGANISATION_ADMINISTRATOR'], (await park.consortium.member('示例学院')).id);
    expect(await foreign.refusal(REVEAL, { id })).toMatchObject({ code: 'FORBIDDEN' });
    expect((await administrator.run(REVEAL, { id })).revealPersonalData).toEqual({ idNumber: '43020020080229001X', phone: '19912347194' });
    const { rows } = await database((client) => client.query('select person_id, result from platform.audit_log where action = $1 and subject_id = $2 order by result, at', ['reveal', id]));
    const refused = [teacher, park.administrator, foreign].map(({ personId }) => ({ person_id: personId, result: 'REFUSED' }));
    expect(rows).toEqual([{ person_id: administrator.personId, result: 'DONE' }, ...refused]);
    expect(await administrator.refusal(REVEAL, { id: randomUUID() })).toMatchObject({ code: 'NOT_FOUND' });
  });
});
