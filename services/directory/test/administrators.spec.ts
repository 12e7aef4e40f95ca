import { describe, expect, it } from '@jest/globals';
import { type Client, TestConsortium } from '@gongjian/platform/testing';
import { addMember, addPerson, anAccount, as, dayFromNow, grantRole, me, soon, status } from './kit.ts';

const THREE = ['SYSTEM_ADMINISTRATOR', 'SECURITY_ADMINISTRATOR', 'AUDIT_ADMINISTRATOR'] as const;
const separate = 'mutation ($on: Boolean!) { separateAdministration(on: $on) { separated viewerCanSeparate } }';
const addAccount = 'mutation ($input: CreateAccountInput!) { addAccount(input: $input) { id name roleGrants { id } } }';
const revoke = 'mutation ($id: ID!) { revokeRole(id: $id) { id } }';
const grants = 'query ($id: ID!) { person(id: $id) { roleHistory { id role } } }';
const aUscc = '91430200MA0TE5T088';

async function threeOf(consortium: TestConsortium) {
  const [system, security, audit] = await Promise.all(THREE.map((role) => consortium.person([role])));
  return { system: system!, security: security!, audit: audit! };
}

async function separated() {
  const consortium = await TestConsortium.found();
  const three = await threeOf(consortium);
  await consortium.secretary.run(separate, { on: true });
  // What was true before is remembered for moments only.
  for (const client of [consortium.secretary, ...Object.values(three)]) await soon(() => client.run('{ consortium { separated } }'), (answer) => answer.consortium.separated);
  await soon(async () => (await consortium.secretary.run(me)).me.viewerCanManagePeople as boolean, (may) => !may);
  return { consortium, secretary: consortium.secretary, ...three };
}

describe('the three administrators', () => {
  it.each([[0, 1], [0, 2], [1, 2]])('are different people: nobody is given %i and %i', async (one, other) => {
    const consortium = await TestConsortium.found();
    const firm = await consortium.member();
    const someone = await consortium.person([THREE[one]!]);
    const input = { personId: someone.personId, organisationId: firm.id, role: THREE[other]! };
    const refusal = await consortium.secretary.refusal(grantRole, { input });
    expect(refusal).toMatchObject({ code: 'ADMINISTRATORS_APART' });
    expect(refusal.message).toMatch(/三员分立.*(系统|安全|审计)管理员、(系统|安全|审计)管理员/);
    expect(await consortium.secretary.refusal(addPerson, { input: { account: anAccount(), organisationId: firm.id, roles: [THREE[one]!, THREE[other]!] } })).toMatchObject({ code: 'ADMINISTRATORS_APART' });
    // The same one for another organisation, or after the first has ended, is nothing to object to.
    await consortium.secretary.run(grantRole, { input: { ...input, role: THREE[one]! } });
  });

  it('may follow each other, when the one role has ended before the other begins', async () => {
    const consortium = await TestConsortium.found();
    const someone = await consortium.person(['TEACHER']);
    const give = (role: string, since: string, until: string | null) => consortium.secretary.run('mutation ($input: GrantRoleInput!) { grantRole(input: $input) { state } }', { input: { personId: someone.personId, organisationId: consortium.lead.id, role, since, until } });
    await give('SYSTEM_ADMINISTRATOR', dayFromNow(0), dayFromNow(10));
    expect((await give('AUDIT_ADMINISTRATOR', dayFromNow(10), null)).grantRole.state).toBe('COMING');
    const { errors } = await consortium.secretary.try('mutation ($input: GrantRoleInput!) { grantRole(input: $input) { state } }', { input: { personId: someone.personId, organisationId: consortium.lead.id, role: 'SECURITY_ADMINISTRATOR', since: dayFromNow(5), until: dayFromNow(6) } });
    expect(errors![0]!.extensions.code).toBe('ADMINISTRATORS_APART');
  });

  it('are kept apart by the database as well, also in parallel', async () => {
    const consortium = await TestConsortium.found();
    const someone = await consortium.person(['SYSTEM_ADMINISTRATOR']);
    const insert = `begin; select set_config('app.tenant', '${consortium.id}', true); insert into directory.role_grant (id, person_id, organisation_id, role, since, created_at, updated_at, version) values (gen_random_uuid(), '${someone.personId}', '${consortium.lead.id}', 'AUDIT_ADMINISTRATOR', now(), now(), now(), 1); commit`;
    await expect(as('app', insert)).rejects.toThrow(/role_grant_administrators_apart/);
    const fresh = await consortium.person(['TEACHER']);
    const results = await Promise.all(THREE.map((role) => consortium.secretary.try(grantRole, { input: { personId: fresh.personId, organisationId: consortium.lead.id, role } })));
    expect(results.filter(({ errors }) => !errors)).toHaveLength(1);
  });

  it('see nothing of what the consortium shares', async () => {
    const consortium = await TestConsortium.found();
    await consortium.secretary.run('mutation ($input: CreateResourceInput!) { createResource(input: $input) { id } }', { input: { kind: 'VENUE', name: '报告厅', ownerId: consortium.lead.id } });
    const look = '{ resources { totalCount } bookings { totalCount } schedulingAccess { canBook canSeeAllBookings canExport } me { viewerSharesContent } }';
    for (const client of Object.values(await threeOf(consortium))) {
      expect(await client.run(look)).toEqual({ resources: { totalCount: 0 }, bookings: { totalCount: 0 }, schedulingAccess: { canBook: false, canSeeAllBookings: false, canExport: false }, me: { viewerSharesContent: false } });
    }
    expect((await consortium.secretary.run(look)).resources.totalCount).toBe(1);
  });
});

describe('separated administration', () => {
  it('is turned on when there is one person for each of the three roles', async () => {
    const consortium = await TestConsortium.found();
    await consortium.person(['SECURITY_ADMINISTRATOR']);
    expect(await consortium.secretary.refusal(separate, { on: true })).toMatchObject({ code: 'SEPARATION_NEEDS', message: '开启三员分立前，请先为下列角色各指定一个人：系统管理员、审计管理员' });
    const teacher = await consortium.person(['TEACHER']);
    expect(await teacher.refusal(separate, { on: true })).toMatchObject({ code: 'FORBIDDEN' });
  });

  it('leaves accounts and members to the system administrator', async () => {
    const { consortium, secretary, system, security, audit } = await separated();
    const member = { input: { organisation: { name: '示例重工集团有限公司', kind: 'ENTERPRISE', uscc: aUscc } } };
    for (const other of [secretary, security, audit]) {
      expect(await other.refusal(addMember, member)).toMatchObject({ code: 'FORBIDDEN' });
      expect(await other.refusal(addAccount, { input: anAccount() })).toMatchObject({ code: 'FORBIDDEN' });
    }
    const { addMember: firm } = await system.run(addMember, member);
    const { addAccount: someone } = await system.run(addAccount, { input: anAccount() });
    expect(someone.roleGrants).toEqual([]);
    expect(await system.refusal(grantRole, { input: { personId: someone.id, organisationId: firm.id, role: 'TEACHER' } })).toMatchObject({ code: 'FORBIDDEN' });
    // The person has no role yet and is found among those.
    const former = 'query { people(filter: { former: true }) { nodes { id } } }';
    expect((await system.run(former)).people.nodes).toEqual([{ id: someone.id }]);
    expect((await security.run(former)).people.nodes).toEqual([{ id: someone.id }]);
    await security.run(grantRole, { input: { personId: someone.id, organisationId: consortium.lead.id, role: 'TEACHER' } });
    expect((await system.run(former)).people.nodes).toEqual([]);
  });

  it('leaves roles to the security administrator, who gives none to themselves', async () => {
    const { consortium, secretary, system, security, audit } = await separated();
    const input = { personId: system.personId, organisationId: consortium.lead.id, role: 'PARK_ADMINISTRATOR' };
    for (const other of [secretary, system, audit]) expect(await other.refusal(grantRole, { input })).toMatchObject({ code: 'FORBIDDEN' });
    await security.run(grantRole, { input });
    expect(await security.refusal(grantRole, { input: { ...input, personId: security.personId } })).toMatchObject({ code: 'GRANT_TO_ONESELF' });
  });

  it('lets an organisation give its own people roles of work, and no administrators', async () => {
    const { consortium, security, system } = await separated();
    const { addAccount: someone } = await system.run(addAccount, { input: anAccount() });
    const account = anAccount();
    const { addAccount: head } = await system.run(addAccount, { input: account });
    await security.run(grantRole, { input: { personId: head.id, organisationId: consortium.lead.id, role: 'ORGANISATION_ADMINISTRATOR' } });
    const { Client, PASSWORD } = await import('@gongjian/platform/testing');
    const administrator = await new Client().signIn(account.login, PASSWORD);
    await administrator.run(grantRole, { input: { personId: someone.id, organisationId: consortium.lead.id, role: 'TEACHER' } });
    expect(await administrator.refusal(grantRole, { input: { personId: someone.id, organisationId: consortium.lead.id, role: 'ORGANISATION_ADMINISTRATOR' } })).toMatchObject({ code: 'ROLE_NOT_GRANTABLE' });
  });

  it('keeps the last of each of the three', async () => {
    const { consortium, security, system } = await separated();
    const grantOf = async (client: Client & { personId: string }) => (await security.run(grants, { id: client.personId })).person.roleHistory[0].id as string;
    expect(await security.refusal(revoke, { id: await grantOf(system) })).toMatchObject({ code: 'LAST_ADMINISTRATOR', message: '已开启三员分立，这是最后一位系统管理员，请先给另一个人授予这一角色' });
    const { addAccount: second } = await system.run(addAccount, { input: anAccount() });
    await security.run(grantRole, { input: { personId: second.id, organisationId: consortium.lead.id, role: 'SYSTEM_ADMINISTRATOR' } });
    await security.run(revoke, { id: await grantOf(system) });
    expect(await soon(() => status(system), (code) => code === 401)).toBe(401);
  });

  it('is turned off by the security administrator, and the secretary does all again', async () => {
    const { secretary, system, security, audit } = await separated();
    for (const other of [secretary, system, audit]) expect(await other.refusal(separate, { on: false })).toMatchObject({ code: 'FORBIDDEN' });
    expect(await security.run(separate, { on: false })).toEqual({ separateAdministration: { separated: false, viewerCanSeparate: true } });
    expect(await soon(async () => (await secretary.run(me)).me.viewerCanManagePeople as boolean, Boolean)).toBe(true);
  });
});
