import { beforeAll, describe, expect, test } from '@jest/globals';
import { type Client, TestConsortium } from '@gongjian/platform/testing';
import pg from 'pg';
import { as } from './kit.ts';

const STANDING = '{ noticeStanding { version publishedOn acknowledgedVersion acknowledgedAt changes } }';
const READ = 'mutation ($version: Int!) { acknowledgeNotice(version: $version) { acknowledgedVersion } }';
const CONSENTS = '{ myConsents { item state sensitive since name purpose without } }';
const GIVE = 'mutation ($item: ID!) { giveConsent(item: $item) { item state } }';
const WITHDRAW = 'mutation ($item: ID!) { withdrawConsent(item: $item) { item state } }';

let consortium: TestConsortium;
let teacher: Client & { personId: string };
const stateOf = async (item: string, who: Client = teacher) => (await who.run(CONSENTS)).myConsents.find((each: { item: string }) => each.item === item).state;

/** As the owner of the schema, who alone could try. */
async function asOwner(text: string, values: unknown[] = []): Promise<pg.QueryResult> {
  const client = new pg.Client({ connectionString: process.env.GONGJIAN_DATABASE_URL });
  await client.connect();
  try {
    return await client.query(text, values);
  } finally {
    await client.end();
  }
}

beforeAll(async () => {
  consortium = await TestConsortium.found('告知联合体');
  teacher = await consortium.person(['TEACHER'], consortium.lead.id, '公孙策');
});

describe('the privacy notice', () => {
  test('has not been read at first, then it has, and nothing waits for it meanwhile', async () => {
    const { noticeStanding } = await teacher.run(STANDING);
    expect(noticeStanding).toMatchObject({ acknowledgedVersion: null, changes: [] });
    await teacher.run('{ resources { totalCount } }');
    await teacher.run(READ, { version: noticeStanding.version });
    expect((await teacher.run(STANDING)).noticeStanding.acknowledgedVersion).toBe(noticeStanding.version);
  });

  test('a page with another version than the one in force is told to load anew', async () => {
    expect(await teacher.refusal(READ, { version: 99 })).toMatchObject({ code: 'NOTICE_OUTDATED' });
  });
});

describe('consents', () => {
  test('nothing is agreed to unless somebody said so; each says what for and what is different without it, in both languages', async () => {
    for (const language of ['zh-CN', 'en']) {
      teacher.language = language;
      const { myConsents } = await teacher.run(CONSENTS);
      for (const { name, purpose, without } of myConsents) expect([name, purpose, without].every((text: string) => text.length > 3)).toBe(true);
    }
    teacher.language = 'zh-CN';
    const fresh = await consortium.person(['TEACHER']);
    expect((await fresh.run(CONSENTS)).myConsents.map(({ state }: { state: string }) => state)).toEqual(['OPEN', 'OPEN']);
  });

  test('is withdrawn as easily as given, and each decision is a line that nobody changes', async () => {
    await teacher.run(GIVE, { item: 'PHOTO' });
    await teacher.run(GIVE, { item: 'PHOTO' });
    expect(await stateOf('PHOTO')).toBe('GIVEN');
    await teacher.run(WITHDRAW, { item: 'PHOTO' });
    expect(await stateOf('PHOTO')).toBe('WITHDRAWN');
    const { rows } = await asOwner(`select decision from directory.consent where person_id = $1 and item = 'PHOTO' order by id`, [teacher.personId]);
    expect(rows).toEqual([{ decision: 'GIVEN' }, { decision: 'WITHDRAWN' }]);
    await expect(as('app', `set app.tenant = '${consortium.id}'; update directory.consent set decision = 'GIVEN'`)).rejects.toThrow(/permission denied/);
    await expect(asOwner(`update directory.consent set language = 'en' where person_id = $1`, [teacher.personId])).rejects.toThrow(/only ever added to/);
  });

  test('what does not exist cannot be agreed to', async () => {
    expect((await teacher.refusal(GIVE, { item: 'EVERYTHING' })).code).toBe('NOT_FOUND');
  });

  test('a photo of somebody who withdrew is shown to nobody', async () => {
    const { createResource: { id } } = await consortium.secretary.run('mutation ($input: CreateResourceInput!) { createResource(input: $input) { id version } }', { input: { kind: 'TEACHER', name: '公孙策', ownerId: consortium.lead.id } });
    await asOwner(`with f as (insert into platform.file (tenant_id, id, name, media_type, size, sha256, content, person_id, organisation_id, created_at, updated_at, version)
      values ($1, gen_random_uuid(), 'p.png', 'image/png', 1, 'x', '\\x00', $3, $4, now(), now(), 1) returning id)
      update scheduling.resource set photo_file_id = (select id from f), person_id = $3 where id = $2`, [consortium.id, id, teacher.personId, consortium.lead.id]);
    const photo = async () => (await consortium.secretary.run('query ($id: ID!) { resource(id: $id) { photoUrl } }', { id })).resource.photoUrl;
    expect(await photo()).toBeNull();
    await teacher.run(GIVE, { item: 'PHOTO' });
    expect(await photo()).toMatch(/^\/files\//);
  });
});
