import { describe, expect, it } from '@jest/globals';
import { Client, PASSWORD, TestConsortium } from '@gongjian/platform/testing';
import { addPerson, aLogin, anAccount, grantRole, me, person, revokeRole } from './kit.ts';

const people = 'query ($filter: PersonFilter, $first: Int) { people(filter: $filter, first: $first) { nodes { id name roleGrants { role } } totalCount } }';
const CONSORTIUM_ROLES = ['SECRETARY', 'PARK_ADMINISTRATOR', 'COUNCIL_MEMBER', 'ORGANISATION_ADMINISTRATOR', 'RESOURCE_KEEPER', 'TEACHER', 'ENGINEER', 'COORDINATOR', 'STUDENT', 'AUDITOR'];
const OWN_ROLES = ['ORGANISATION_ADMINISTRATOR', 'RESOURCE_KEEPER', 'TEACHER', 'ENGINEER', 'COORDINATOR', 'STUDENT'];

async function consortiumOfTwo() {
  const consortium = await TestConsortium.found();
  const firm = await consortium.member();
  const administrator = await consortium.person(['ORGANISATION_ADMINISTRATOR'], firm.id, '王主任');
  return { consortium, firm, administrator, secretary: consortium.secretary };
}

const grantsOf = async (client: Client, id: string) => (await client.run(person, { id })).person.roleGrants as { id: string; role: string }[];

describe('giving roles', () => {
  it('a secretary gives every role of the consortium, to people of all members', async () => {
    const { secretary, firm } = await consortiumOfTwo();
    const { addPerson: added } = await secretary.run(addPerson, { input: { account: anAccount(), organisationId: firm.id, roles: CONSORTIUM_ROLES } });
    expect(added.roleGrants.map((grant: { role: string }) => grant.role).sort()).toEqual(CONSORTIUM_ROLES.toSorted());
  });

  it('an organisation administrator gives the roles of the own organisation only', async () => {
    const { administrator, firm, consortium } = await consortiumOfTwo();
    const { addPerson: added } = await administrator.run(addPerson, { input: { account: anAccount(), organisationId: firm.id, roles: OWN_ROLES } });
    expect(added.roleGrants).toHaveLength(OWN_ROLES.length);
    for (const role of CONSORTIUM_ROLES.filter((each) => !OWN_ROLES.includes(each))) {
      expect(await administrator.refusal(addPerson, { input: { account: anAccount(), organisationId: firm.id, roles: ['TEACHER', role] } })).toMatchObject({ code: 'ROLE_NOT_GRANTABLE' });
    }
    expect(await administrator.refusal(addPerson, { input: { account: anAccount(), organisationId: consortium.lead.id, roles: ['TEACHER'] } })).toMatchObject({ code: 'ROLE_NOT_GRANTABLE', message: '您不能授予或收回“教师”这一角色，请联系秘书处' });
  });

  it('nobody makes a platform operator', async () => {
    const { administrator, secretary, firm } = await consortiumOfTwo();
    for (const client of [secretary, administrator]) {
      expect(await client.refusal(addPerson, { input: { account: anAccount(), organisationId: firm.id, roles: ['PLATFORM_OPERATOR'] } })).toMatchObject({ code: 'ROLE_NOT_GRANTABLE' });
      expect(await client.refusal(grantRole, { input: { personId: administrator.personId, organisationId: firm.id, role: 'PLATFORM_OPERATOR' } })).toMatchObject({ code: 'ROLE_NOT_GRANTABLE' });
    }
  });

  it.each(['PARK_ADMINISTRATOR', 'COUNCIL_MEMBER', 'RESOURCE_KEEPER', 'TEACHER', 'ENGINEER', 'COORDINATOR', 'STUDENT', 'AUDITOR'])('%s gives and takes none', async (role) => {
    const { consortium, firm, administrator, secretary } = await consortiumOfTwo();
    const someone = await consortium.person([role], firm.id);
    const [grant] = await grantsOf(secretary, administrator.personId);
    expect(await someone.refusal(addPerson, { input: { account: anAccount(), organisationId: firm.id, roles: ['STUDENT'] } })).toMatchObject({ code: 'FORBIDDEN' });
    expect(await someone.refusal(grantRole, { input: { personId: someone.personId, organisationId: firm.id, role: 'SECRETARY' } })).toMatchObject({ code: 'FORBIDDEN' });
    expect((await someone.refusal(revokeRole, { id: grant!.id })).code).toMatch(/^(FORBIDDEN|NOT_FOUND)$/);
  });

  it('a role is held once, also when it is given in parallel', async () => {
    const { secretary, firm, administrator } = await consortiumOfTwo();
    const input = { personId: administrator.personId, organisationId: firm.id, role: 'TEACHER' };
    const results = await Promise.all([1, 2, 3].map(() => secretary.try(grantRole, { input })));
    expect(results.map(({ errors }) => errors?.[0]?.extensions.code ?? 'ok').sort()).toEqual(['ALREADY_GRANTED', 'ALREADY_GRANTED', 'ok']);
  });

  it('a role can be given again after it was taken', async () => {
    const { secretary, firm, consortium } = await consortiumOfTwo();
    const someone = await consortium.person(['TEACHER'], firm.id);
    const [grant] = await grantsOf(secretary, someone.personId);
    await secretary.run(revokeRole, { id: grant!.id });
    expect(await grantsOf(secretary, someone.personId)).toEqual([]);
    await secretary.run(grantRole, { input: { personId: someone.personId, organisationId: firm.id, role: 'TEACHER' } });
    expect(await grantsOf(secretary, someone.personId)).toHaveLength(1);
  });

  it('the last secretary stays, also when two take each other out at once', async () => {
    const { consortium, secretary } = await consortiumOfTwo();
    const { me: mine } = await secretary.run(me);
    const [own] = await grantsOf(secretary, mine.person.id);
    expect(await secretary.refusal(revokeRole, { id: own!.id })).toMatchObject({ code: 'LAST_SECRETARY' });
    const second = await consortium.person(['SECRETARY']);
    const [other] = await grantsOf(secretary, second.personId);
    const results = await Promise.all([secretary.try(revokeRole, { id: other!.id }), second.try(revokeRole, { id: own!.id })]);
    // Who comes second is refused, or is nobody any more: their seat has gone with the role.
    expect(results.filter(({ data, errors }) => data && !errors)).toHaveLength(1);
  });
});

describe('accounts', () => {
  it('are made with a login that nobody has, in upper or lower case, anywhere', async () => {
    const [here, there] = await Promise.all([consortiumOfTwo(), TestConsortium.found()]);
    const { secretary, firm } = here;
    const count = async () => (await secretary.run(people)).people.totalCount as number;
    const before = await count();
    const refusal = await secretary.refusal(addPerson, { input: { account: anAccount(there.secretaryLogin.toUpperCase()), organisationId: firm.id, roles: ['TEACHER'] } });
    expect(refusal).toMatchObject({ code: 'LOGIN_TAKEN', field: 'input.account.login' });
    expect(await count()).toBe(before);
  });

  it('tell all problems at once, each at its field, in the language of the reader', async () => {
    const { secretary, firm } = await consortiumOfTwo();
    secretary.language = 'en';
    const { errors } = await secretary.try(addPerson, { input: { account: { name: '长'.repeat(10_000), login: 'a b', password: 'short' }, organisationId: firm.id, roles: [] } });
    expect(errors![0]!.extensions.details!.problems).toEqual([
      { field: 'input.account.name', code: 'TOO_LONG_TEXT', message: 'At most 50 characters; this has 10000' },
      { field: 'input.account.login', code: 'LOGIN_FORM', message: 'A login has 3 to 64 letters, digits or . - _ @' },
      { field: 'input.account.password', code: 'PASSWORD_WEAK', message: 'A password has 10 to 200 characters, with three of: upper case, lower case, digits, others' },
      { field: 'input.roles', code: 'TOO_FEW', message: 'Choose at least 1' },
    ]);
  });

  it('keep names with rare characters and passwords with any', async () => {
    const { secretary, firm } = await consortiumOfTwo();
    const login = aLogin();
    const password = ' 产教 融合 AI2026 𠮷 ';
    const { addPerson: added } = await secretary.run(addPerson, { input: { account: { name: '䶮㛃𠮷', login, password }, organisationId: firm.id, roles: ['TEACHER'] } });
    expect(added.name).toBe('䶮㛃𠮷');
    expect((await (await new Client().signIn(login, password)).run(me)).me.person.name).toBe('䶮㛃𠮷');
    expect((await new Client().post('/auth/sign-in', { login, password: password.trim() })).status).toBe(401);
  });

  it('are made once for one key', async () => {
    const { secretary, firm } = await consortiumOfTwo();
    const variables = { input: { account: anAccount(), organisationId: firm.id, roles: ['TEACHER'] }, key: aLogin() };
    const [first, second] = await Promise.all([1, 2].map(() => secretary.run(addPerson, variables)));
    expect(first.addPerson.id).toBe(second.addPerson.id);
  });
});

describe('people', () => {
  it('are found by name, pinyin, initials, organisation and role', async () => {
    const { consortium, firm, secretary } = await consortiumOfTwo();
    const teacher = await consortium.person(['TEACHER'], firm.id, '曾国庆');
    const found = async (filter: object) => (await secretary.run(people, { filter })).people.nodes.map((node: { id: string }) => node.id);
    for (const search of ['曾国', 'zengguoqing', 'ZGQ', 'guoq']) expect(await found({ search })).toEqual([teacher.personId]);
    expect(await found({ role: 'TEACHER' })).toEqual([teacher.personId]);
    expect(await found({ organisationId: firm.id })).toHaveLength(2);
    expect(await found({ organisationId: consortium.lead.id, role: 'TEACHER' })).toEqual([]);
    expect(await found({ organisationId: 'nonsense' })).toEqual([]);
  });

  it('are listed to those who answer for all, and to others only of their own organisation', async () => {
    const { consortium, firm, administrator, secretary } = await consortiumOfTwo();
    const student = await consortium.person(['STUDENT'], firm.id);
    const park = await consortium.person(['PARK_ADMINISTRATOR']);
    const names = async (client: Client) => (await client.run(people)).people.nodes.map((node: { id: string }) => node.id).sort();
    expect(await names(secretary)).toHaveLength(4);
    expect(await names(park)).toHaveLength(4);
    expect(await names(administrator)).toEqual([administrator.personId, student.personId].sort());
    expect(await names(student)).toEqual([student.personId]);
  });

  it('show a name to everybody in the consortium, and roles only to whom they concern', async () => {
    const { consortium, administrator } = await consortiumOfTwo();
    const teacher = await consortium.person(['TEACHER']);
    expect((await teacher.run(person, { id: administrator.personId })).person).toEqual({ id: administrator.personId, name: '王主任', roleGrants: [] });
  });
});

describe('sign-in of a new person', () => {
  it('works at once with the roles given', async () => {
    const { secretary, firm } = await consortiumOfTwo();
    const account = anAccount();
    await secretary.run(addPerson, { input: { account, organisationId: firm.id, roles: ['RESOURCE_KEEPER', 'TEACHER'] } });
    expect((await (await new Client().signIn(account.login, PASSWORD)).run(me)).me).toMatchObject({ organisation: { id: firm.id }, roles: ['RESOURCE_KEEPER', 'TEACHER'] });
  });
});
