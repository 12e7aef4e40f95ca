import { describe, expect, it } from '@jest/globals';
import { type Client, operator, TestConsortium } from '@gongjian/platform/testing';
import { soon } from './kit.ts';

const READ = '{ consortium { id name shortName timeZone logoUrl settings { version languages defaultLanguage defaultOpeningHours { weekday opens closes } viewerCanUpdate } } }';
const UPDATE = 'mutation ($version: Int!, $input: UpdateConsortiumInput!) { updateConsortium(version: $version, input: $input) { name shortName timeZone logoUrl settings { version languages defaultLanguage defaultOpeningHours { weekday opens closes } } } }';

const PIXEL = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');

async function upload(client: Client, content: Buffer, name: string): Promise<string> {
  const form = new FormData();
  form.append('file', new Blob([new Uint8Array(content)]), name);
  return ((await (await client.fetch('/files', { method: 'POST', body: form })).json()) as { id: string }).id;
}

describe('the settings of a consortium', () => {
  it('are what is usual until somebody says otherwise', async () => {
    const { secretary } = await TestConsortium.found();
    expect((await secretary.run(READ)).consortium).toMatchObject({ timeZone: 'Asia/Shanghai', logoUrl: null, settings: { version: 1, languages: ['zh-CN', 'en'], defaultLanguage: 'zh-CN', defaultOpeningHours: [], viewerCanUpdate: true } });
  });

  it('are changed in part, by the secretary, and everybody sees them', async () => {
    const consortium = await TestConsortium.found();
    const hours = [{ weekday: 1, opens: '08:00', closes: '18:00' }];
    await consortium.secretary.run(UPDATE, { version: 1, input: { name: '株洲市域产教联合体', shortName: '株洲联合体', defaultOpeningHours: hours } });
    const { updateConsortium } = await consortium.secretary.run(UPDATE, { version: 2, input: { defaultLanguage: 'en' } });
    expect(updateConsortium).toMatchObject({ name: '株洲市域产教联合体', settings: { version: 3, defaultLanguage: 'en', defaultOpeningHours: hours } });
    const teacher = await consortium.person(['TEACHER']);
    expect((await teacher.run(READ)).consortium).toMatchObject({ shortName: '株洲联合体', settings: { viewerCanUpdate: false, defaultOpeningHours: hours } });
  });

  it.each(['PARK_ADMINISTRATOR', 'ORGANISATION_ADMINISTRATOR', 'COUNCIL_MEMBER', 'AUDITOR', 'TEACHER', 'STUDENT'])('are not for a %s to change', async (role) => {
    const consortium = await TestConsortium.found();
    const person = await consortium.person([role]);
    expect(await person.refusal(UPDATE, { version: 1, input: { name: '别的名字' } })).toMatchObject({ code: 'FORBIDDEN' });
  });

  it('are not for operators, who are in no consortium', async () => {
    expect(await (await operator()).refusal(UPDATE, { version: 1, input: { name: '别的名字' } })).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('leave whoever came today where they are, also where it is still yesterday', async () => {
    const consortium = await TestConsortium.found();
    // From here to there it is a day less at every hour.
    await consortium.secretary.run(UPDATE, { version: 1, input: { timeZone: 'Pacific/Kiritimati' } });
    const teacher = await consortium.person(['TEACHER']);
    await consortium.secretary.run(UPDATE, { version: 2, input: { timeZone: 'Pacific/Pago_Pago' } });
    const zones = async (who: Client) => ((await who.try(READ)) as { data?: { consortium: { timeZone: string } } }).data?.consortium.timeZone;
    expect(await soon(() => zones(teacher), (zone) => zone === 'Pacific/Pago_Pago')).toBe('Pacific/Pago_Pago');
    expect(await zones(consortium.secretary)).toBe('Pacific/Pago_Pago');
  });

  it('are not overwritten by whoever has not seen the last change', async () => {
    const { secretary } = await TestConsortium.found();
    await secretary.run(UPDATE, { version: 1, input: { shortName: '甲' } });
    expect(await secretary.refusal(UPDATE, { version: 1, input: { shortName: '乙' } })).toMatchObject({ code: 'STALE_VERSION' });
    expect((await secretary.run(READ)).consortium.shortName).toBe('甲');
  });

  it('refuse what is wrong, each at its field, and keep nothing of it', async () => {
    const { secretary } = await TestConsortium.found();
    const { errors } = await secretary.try(UPDATE, { version: 1, input: { name: '短', shortName: ' ', timeZone: 'Mars/Olympus', languages: ['en', 'en'], defaultLanguage: 'fr', defaultOpeningHours: [{ weekday: 8, opens: '8:00', closes: '07:00' }] } });
    expect(errors![0]!.extensions.details!.problems!.map(({ field, code }) => [field, code])).toEqual([
      ['input.name', 'TOO_SHORT'],
      ['input.shortName', 'REQUIRED'],
      ['input.timeZone', 'TIME_ZONE_UNKNOWN'],
      ['input.languages', 'DUPLICATE'],
      ['input.defaultLanguage', 'BAD_VALUE'],
      ['input.defaultOpeningHours.0.weekday', 'TOO_LARGE'],
      ['input.defaultOpeningHours.0.opens', 'BAD_CLOCK'],
    ]);
    expect(await secretary.refusal(UPDATE, { version: 1, input: { languages: ['en'] } })).toMatchObject({ code: 'BAD_INPUT', field: 'input.defaultLanguage' });
    expect(await secretary.refusal(UPDATE, { version: 1, input: { defaultOpeningHours: [{ weekday: 1, opens: '09:00', closes: '08:00' }] } })).toMatchObject({ field: 'input.defaultOpeningHours.0.closes' });
    expect((await secretary.run(READ)).consortium.settings.version).toBe(1);
  });

  it('move the clock of everybody who is signed in with the time zone', async () => {
    const { secretary } = await TestConsortium.found();
    await secretary.run(UPDATE, { version: 1, input: { timeZone: 'Asia/Urumqi' } });
    expect((await secretary.run('{ me { consortium { timeZone } } }')).me.consortium.timeZone).toBe('Asia/Urumqi');
  });

  it('have a logo that everybody in the consortium sees, and nobody else', async () => {
    const [consortium, stranger] = await Promise.all([TestConsortium.found(), TestConsortium.found()]);
    const logoFileId = await upload(consortium.secretary, PIXEL, 'logo.png');
    const { updateConsortium } = await consortium.secretary.run(UPDATE, { version: 1, input: { logoFileId } });
    expect(updateConsortium.logoUrl).toBe(`/files/${logoFileId}`);
    const teacher = await consortium.person(['TEACHER']);
    expect(await soon(async () => (await teacher.fetch(updateConsortium.logoUrl)).headers.get('content-type'), (type) => type === 'image/png')).toBe('image/png');
    expect((await stranger.secretary.fetch(updateConsortium.logoUrl)).status).toBe(404);
    expect(await stranger.secretary.refusal(UPDATE, { version: 1, input: { logoFileId } })).toMatchObject({ code: 'BAD_INPUT', field: 'input.logoFileId' });
    expect((await consortium.secretary.run(UPDATE, { version: 2, input: { logoFileId: '' } })).updateConsortium.logoUrl).toBeNull();
  });

  it('take no register and no huge picture for a logo', async () => {
    const { secretary } = await TestConsortium.found();
    const register = await upload(secretary, Buffer.from('名称,编号\n车床,1'), 'a.csv');
    const huge = await upload(secretary, Buffer.concat([PIXEL, Buffer.alloc(1024 * 1024)]), 'huge.png');
    for (const [logoFileId, message] of [[register, /没有找到/], [huge, /不能超过 1 MB/], ['x', /没有找到/]] as const) {
      const refusal = await secretary.refusal(UPDATE, { version: 1, input: { logoFileId } });
      expect(refusal).toMatchObject({ code: 'BAD_INPUT', field: 'input.logoFileId' });
      expect(refusal.message).toMatch(message);
    }
  });
});
