import { describe, expect, it } from '@jest/globals';
import { Client, PASSWORD, TestConsortium } from '@gongjian/platform/testing';
import { addTotp, ask, signIn, status, until } from './kit.ts';

const REQUIRE = 'mutation ($required: Boolean!) { requireSecondFactor(required: $required) { secondFactorForAdministrators } }';

async function requiring() {
  const consortium = await TestConsortium.found();
  const administrator = await consortium.person(['ORGANISATION_ADMINISTRATOR']);
  const teacher = await consortium.person(['TEACHER']);
  await addTotp(consortium.secretary);
  await consortium.secretary.run(REQUIRE, { required: true });
  return { consortium, administrator, teacher };
}

describe('a consortium that requires a second factor of its administrators', () => {
  it('lets those without one do nothing but add one, from the next request on; others go on', async () => {
    const { consortium, administrator, teacher } = await requiring();
    expect(await until(() => status(administrator), (code) => code === 403)).toBe(403);
    const refused = await administrator.post('/graphql', { query: '{ me { roles } }' });
    expect(await refused.json()).toEqual({ code: 'SECOND_FACTOR_REQUIRED', message: '本联合体要求管理员启用两步验证，请先添加一种验证方式' });
    for (const path of ['/events', '/exports/bookings.xlsx', '/files/x']) expect([path, (await administrator.fetch(path)).status]).toEqual([path, 403]);
    expect(await status(teacher)).toBe(200);
    expect(await status(consortium.secretary)).toBe(200);
    await addTotp(administrator);
    expect(await until(() => status(administrator), (code) => code === 200)).toBe(200);
  });

  it('says so at sign-in and at the change of seats', async () => {
    const { administrator, consortium } = await requiring();
    expect((await signIn(new Client(), administrator.login)).body).toEqual({ ok: true, next: 'ADD_SECOND_FACTOR' });
    const home = await TestConsortium.found();
    const someone = await home.person(['TEACHER']);
    const { createJoinCode } = await someone.run('mutation { createJoinCode { code } }');
    await consortium.secretary.run('mutation ($input: AdmitPersonInput!) { admitPerson(input: $input) { id } }', { input: { joinCode: createJoinCode.code, organisationId: consortium.lead.id, roles: ['AUDITOR'] } });
    expect((await ask(someone, '/auth/seat', { consortiumId: consortium.id, organisationId: consortium.lead.id })).body).toEqual({ ok: true, next: 'ADD_SECOND_FACTOR' });
    expect(await status(someone)).toBe(403);
    // The way back stays open.
    expect((await ask(someone, '/auth/seat', { consortiumId: home.id, organisationId: home.lead.id })).body).toEqual({ ok: true });
    expect(await status(someone)).toBe(200);
  });

  it('is made so by a secretary who has one, and by nobody else', async () => {
    const consortium = await TestConsortium.found();
    expect(await consortium.secretary.refusal(REQUIRE, { required: true })).toMatchObject({ code: 'SECOND_FACTOR_MISSING' });
    const administrator = await consortium.person(['PARK_ADMINISTRATOR']);
    await addTotp(administrator);
    expect(await administrator.refusal(REQUIRE, { required: true })).toMatchObject({ code: 'FORBIDDEN' });
    expect((await consortium.secretary.run('{ consortium { secondFactorForAdministrators } }')).consortium).toEqual({ secondFactorForAdministrators: false });
  });

  it('shuts out at once who removes the last one, and lets everybody in again when it requires it no longer', async () => {
    const { consortium, administrator } = await requiring();
    await addTotp(administrator);
    await ask(administrator, '/auth/totp/remove', {});
    expect(await until(() => status(administrator), (code) => code === 403)).toBe(403);
    await consortium.secretary.run(REQUIRE, { required: false });
    expect(await until(() => status(administrator), (code) => code === 200)).toBe(200);
    expect((await signIn(new Client(), administrator.login, PASSWORD)).body).toEqual({ ok: true });
  });
});
