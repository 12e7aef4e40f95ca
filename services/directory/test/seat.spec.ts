import { describe, expect, it } from '@jest/globals';
import { Client, PASSWORD, TestConsortium } from '@gongjian/platform/testing';
import { addPerson, anAccount, copyOf, endMembership, grantRole, me, revokeRole, soon, status } from './kit.ts';

const NOWHERE = '01a20000-0000-7000-8000-00000000dead';

async function personWithTwoSeats() {
  const consortium = await TestConsortium.found();
  const firm = await consortium.member();
  const someone = await consortium.person(['TEACHER'], firm.id);
  await consortium.secretary.run(grantRole, { input: { personId: someone.personId, organisationId: consortium.lead.id, role: 'ORGANISATION_ADMINISTRATOR' } });
  const sit = (organisationId: string, consortiumId = consortium.id) => someone.post('/auth/seat', { consortiumId, organisationId });
  return { consortium, firm, someone, sit };
}

async function joinCodeOf(client: Client): Promise<string> {
  const { createJoinCode } = await client.run('mutation { createJoinCode { code expiresAt } }');
  return createJoinCode.code as string;
}

const admitPerson = 'mutation ($input: AdmitPersonInput!) { admitPerson(input: $input) { id name roleGrants { role } } }';

describe('seats', () => {
  it('are all organisations with a role in force, with the roles held there', async () => {
    const { consortium, firm, someone } = await personWithTwoSeats();
    const { me: mine } = await someone.run(me);
    expect(mine.seats.map((seat: { organisation: { id: string }; roles: string[] }) => [seat.organisation.id, seat.roles])).toEqual(
      expect.arrayContaining([
        [consortium.lead.id, ['ORGANISATION_ADMINISTRATOR']],
        [firm.id, ['TEACHER']],
      ]),
    );
    expect(mine.seats).toHaveLength(2);
  });

  it('tell of their consortium whatever a consortium always has', async () => {
    const { someone } = await personWithTwoSeats();
    const { me: mine } = await someone.run('{ me { seats { consortium { id kind timeZone separated secondFactorForAdministrators viewerCanSeparate viewerCanRequireSecondFactor createdAt } } } }');
    expect(mine.seats[0].consortium).toMatchObject({ separated: false, secondFactorForAdministrators: false });
  });

  it('decide what one may: another seat, other permissions, another token', async () => {
    const { consortium, firm, someone, sit } = await personWithTwoSeats();
    await sit(firm.id);
    const input = { account: anAccount(), organisationId: consortium.lead.id, roles: ['TEACHER'] };
    expect(await someone.refusal(addPerson, { input })).toMatchObject({ code: 'FORBIDDEN' });
    const before = copyOf(someone);
    const response = await sit(consortium.lead.id);
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ ok: true });
    expect(await status(before)).toBe(401);
    expect((await someone.run(me)).me).toMatchObject({ organisation: { id: consortium.lead.id }, roles: ['ORGANISATION_ADMINISTRATOR'], viewerCanManagePeople: true });
    await someone.run(addPerson, { input });
  });

  it('of others, of nobody and without a session cannot be taken', async () => {
    const { consortium, someone, sit } = await personWithTwoSeats();
    const other = await TestConsortium.found();
    const refusals = await Promise.all([
      sit(other.lead.id, other.id),
      sit(NOWHERE),
      sit(consortium.lead.id, other.id),
      sit('x', 'y'),
      sit('00000000-0000-7000-8000-000000000000', '00000000-0000-7000-8000-000000000000'),
    ]);
    for (const refused of refusals) {
      expect(refused.status).toBe(404);
      expect(await refused.json()).toEqual({ code: 'NOT_FOUND', message: '没有找到，可能已被删除，或您无权查看' });
    }
    expect(await status(someone)).toBe(200);
    expect((await new Client().post('/auth/seat', { consortiumId: consortium.id, organisationId: consortium.lead.id })).status).toBe(401);
  });

  it('are remembered: the next sign-in begins where the last one worked', async () => {
    const { consortium, firm, someone, sit } = await personWithTwoSeats();
    for (const organisation of [firm, consortium.lead]) {
      await sit(organisation.id);
      const again = await new Client().signIn(someone.login, PASSWORD);
      expect((await again.run(me)).me.organisation.id).toBe(organisation.id);
    }
  });

  it('do not make a session younger', async () => {
    const { consortium, someone } = await personWithTwoSeats();
    const response = await someone.post('/auth/seat', { consortiumId: consortium.id, organisationId: consortium.lead.id });
    const age = Number(/Max-Age=(\d+)/.exec(response.headers.getSetCookie()[0]!)![1]);
    expect(age).toBeLessThanOrEqual(12 * 3600);
  });
});

describe('one person in several consortia', () => {
  it('joins by a code that they hand over, and switching changes everything that is seen', async () => {
    const home = await TestConsortium.found('湘江市域产教联合体');
    const away = await TestConsortium.found('轨道交通产教融合实践中心', 'PRACTICE_CENTRE');
    const someone = await home.person(['PARK_ADMINISTRATOR']);
    const code = await joinCodeOf(someone);
    expect(code).toMatch(/^([2-9A-HJ-NP-Z]{5}-){3}[2-9A-HJ-NP-Z]{5}$/);
    const { admitPerson: admitted } = await away.secretary.run(admitPerson, { input: { joinCode: ` ${code.toLowerCase()} `, organisationId: away.lead.id, roles: ['COUNCIL_MEMBER', 'COUNCIL_MEMBER'] } });
    expect(admitted).toEqual({ id: someone.personId, name: '张三', roleGrants: [{ role: 'COUNCIL_MEMBER' }] });

    const { seats } = (await someone.run(me)).me;
    expect(seats.map((seat: { consortium: { name: string }; roles: string[] }) => [seat.consortium.name, seat.roles])).toEqual([
      ['湘江市域产教联合体', ['PARK_ADMINISTRATOR']],
      ['轨道交通产教融合实践中心', ['COUNCIL_MEMBER']],
    ]);
    expect((await someone.run('{ consortium { id } }')).consortium.id).toBe(home.id);
    await someone.post('/auth/seat', { consortiumId: away.id, organisationId: away.lead.id });
    expect((await someone.run(me)).me).toMatchObject({ consortium: { id: away.id }, roles: ['COUNCIL_MEMBER'] });
    const { organisations } = await someone.run('{ organisations { nodes { id } } }');
    expect(organisations.nodes).toEqual([{ id: away.lead.id }]);
    // What one consortium gives or knows is not told to the other one.
    const { person: seenAway } = await away.secretary.run('query ($id: ID!) { person(id: $id) { roleGrants { role } } }', { id: someone.personId });
    expect(seenAway.roleGrants).toEqual([{ role: 'COUNCIL_MEMBER' }]);
  });

  it('by a code that counts once, for a day, and only the latest', async () => {
    const [home, away] = await Promise.all([TestConsortium.found(), TestConsortium.found()]);
    const someone = await home.person(['TEACHER']);
    const admit = (joinCode: string) => ({ input: { joinCode, organisationId: away.lead.id, roles: ['TEACHER'] } });
    const first = await joinCodeOf(someone);
    const second = await joinCodeOf(someone);
    expect(await away.secretary.refusal(admitPerson, admit(first))).toMatchObject({ code: 'JOIN_CODE_INVALID', field: 'input.joinCode' });
    expect(await home.secretary.refusal(admitPerson, admit('AAAAA-AAAAA-AAAAA-AAAAA'))).toMatchObject({ code: 'NOT_FOUND', field: 'input.organisationId' });
    await away.secretary.run(admitPerson, admit(second));
    expect(await away.secretary.refusal(admitPerson, admit(second))).toMatchObject({ code: 'JOIN_CODE_INVALID' });
  });

  it('is admitted only by who may give the role', async () => {
    const [home, away] = await Promise.all([TestConsortium.found(), TestConsortium.found()]);
    const someone = await home.person(['TEACHER']);
    const joinCode = await joinCodeOf(someone);
    const teacher = await away.person(['TEACHER']);
    expect(await teacher.refusal(admitPerson, { input: { joinCode, organisationId: away.lead.id, roles: ['TEACHER'] } })).toMatchObject({ code: 'FORBIDDEN' });
    const administrator = await away.person(['ORGANISATION_ADMINISTRATOR']);
    expect(await administrator.refusal(admitPerson, { input: { joinCode, organisationId: away.lead.id, roles: ['SECRETARY'] } })).toMatchObject({ code: 'ROLE_NOT_GRANTABLE' });
  });
});

describe('what is taken away', () => {
  it('a role counts no more at the next request', async () => {
    const consortium = await TestConsortium.found();
    const { secretary } = consortium;
    const someone = await consortium.person(['ORGANISATION_ADMINISTRATOR', 'TEACHER']);
    await consortium.person(['ORGANISATION_ADMINISTRATOR']);
    expect((await someone.run(me)).me.viewerCanManagePeople).toBe(true);
    const { person } = await secretary.run('query ($id: ID!) { person(id: $id) { roleGrants { id role } } }', { id: someone.personId });
    const grant = (role: string) => person.roleGrants.find((each: { role: string }) => each.role === role).id as string;
    await secretary.run(revokeRole, { id: grant('ORGANISATION_ADMINISTRATOR') });
    const now = await soon(() => someone.run(me), (answer) => !answer.me.viewerCanManagePeople);
    expect(now.me).toMatchObject({ roles: ['TEACHER'], viewerCanManagePeople: false });
    await secretary.run(revokeRole, { id: grant('TEACHER') });
    expect(await soon(() => status(someone), (code) => code === 401)).toBe(401);
    const response = await new Client().post('/auth/sign-in', { login: someone.login, password: PASSWORD });
    expect(response.status).toBe(403);
    expect(await response.json()).toMatchObject({ code: 'NO_SEAT' });
  });

  it('a membership: nobody of that organisation goes on', async () => {
    const consortium = await TestConsortium.found();
    const firm = await consortium.member();
    const someone = await consortium.person(['ENGINEER'], firm.id);
    expect(await status(someone)).toBe(200);
    const { organisation } = await consortium.secretary.run('query ($id: ID!) { organisation(id: $id) { membership { id } } }', { id: firm.id });
    await consortium.secretary.run(endMembership, { id: organisation.membership.id });
    expect(await soon(() => status(someone), (code) => code === 401)).toBe(401);
  });
});
