import { describe, expect, it } from '@jest/globals';
import { aUscc, type Client, TestConsortium } from '@gongjian/platform/testing';
import { addMember, addPerson, anAccount, as, dayFromNow, endMembership, soon, status } from './kit.ts';

const grantRole = 'mutation ($input: GrantRoleInput!) { grantRole(input: $input) { id role since until state viewerCanChange } }';
const grantOnce = 'mutation ($input: GrantRoleInput!, $key: String) { grantRole(input: $input, idempotencyKey: $key) { id until } }';
const changeRole = 'mutation ($id: ID!, $input: ChangeRoleInput!) { changeRole(id: $id, input: $input) { id since until state } }';
const revokeRole = 'mutation ($id: ID!, $until: Date) { revokeRole(id: $id, until: $until) { id until state } }';
const history = 'query ($id: ID!) { person(id: $id) { roleGrants { role } roleHistory { id role since until state organisation { id } } } }';
const membershipOf = 'query ($id: ID!) { organisation(id: $id) { membership { id kind since until state } pastMemberships { kind since until } } }';

async function ground() {
  const consortium = await TestConsortium.found();
  const someone = await consortium.person(['TEACHER']);
  const input = { personId: someone.personId, organisationId: consortium.lead.id, role: 'COORDINATOR' };
  return { consortium, secretary: consortium.secretary, someone, input };
}
const rolesOf = async (client: Client) => (await client.run('{ me { roles } }')).me.roles as string[];

describe('giving a role', () => {
  it('with one key is done once: in parallel, and again when it is changed already', async () => {
    const { secretary, someone, input } = await ground();
    const answers = await Promise.all([1, 2, 3].map(() => secretary.run(grantOnce, { input, key: 'one' })));
    expect(new Set(answers.map(({ grantRole: { id } }) => id)).size).toBe(1);
    await secretary.run(changeRole, { id: answers[0].grantRole.id, input: { until: dayFromNow(9) } });
    expect((await secretary.run(grantOnce, { input, key: 'one' })).grantRole).toEqual({ id: answers[0].grantRole.id, until: dayFromNow(9) });
    expect((await secretary.run(history, { id: someone.personId })).person.roleHistory.length).toBe(2);
    expect(await secretary.refusal(grantOnce, { input, key: 'another' })).toMatchObject({ code: 'ALREADY_GRANTED' });
  });
});

describe('the term of a role', () => {
  it('may begin later: it does not count before', async () => {
    const { secretary, someone, input } = await ground();
    const { grantRole: given } = await secretary.run(grantRole, { input: { ...input, since: dayFromNow(3), until: dayFromNow(30) } });
    expect(given).toMatchObject({ since: dayFromNow(3), until: dayFromNow(30), state: 'COMING', viewerCanChange: true });
    expect(await rolesOf(someone)).toEqual(['TEACHER']);
    const { changeRole: earlier } = await secretary.run(changeRole, { id: given.id, input: { since: dayFromNow(0) } });
    expect(earlier).toMatchObject({ since: dayFromNow(0), until: dayFromNow(30), state: 'IN_FORCE' });
    expect(await soon(() => rolesOf(someone), (roles) => roles.length === 2)).toEqual(['COORDINATOR', 'TEACHER']);
  });

  it('is extended, also without end, and ended on a day to come or at once', async () => {
    const { secretary, someone, input } = await ground();
    const { grantRole: given } = await secretary.run(grantRole, { input: { ...input, until: dayFromNow(1) } });
    expect((await secretary.run(changeRole, { id: given.id, input: { until: dayFromNow(400) } })).changeRole.until).toBe(dayFromNow(400));
    expect((await secretary.run(changeRole, { id: given.id, input: { until: null } })).changeRole.until).toBeNull();
    expect((await secretary.run(revokeRole, { id: given.id, until: dayFromNow(7) })).revokeRole).toMatchObject({ until: dayFromNow(7), state: 'IN_FORCE' });
    expect((await secretary.run(revokeRole, { id: given.id })).revokeRole).toMatchObject({ until: dayFromNow(0), state: 'ENDED' });
    expect(await soon(() => rolesOf(someone), (roles) => roles.length === 1)).toEqual(['TEACHER']);
    const { person } = await secretary.run(history, { id: someone.personId });
    expect(person.roleGrants).toEqual([{ role: 'TEACHER' }]);
    expect(person.roleHistory.map((each: { role: string; state: string }) => [each.role, each.state]).sort()).toEqual([['COORDINATOR', 'ENDED'], ['TEACHER', 'IN_FORCE']]);
    expect(await secretary.refusal(changeRole, { id: given.id, input: { until: null } })).toMatchObject({ code: 'ROLE_ENDED' });
  });

  it.each([
    ['a beginning in the past', { since: -1 }, 'input.since', '开始日期不能早于今天，已经开始的不能再改'],
    ['an end before the beginning', { since: 5, until: 4 }, 'input.until', '结束日期必须晚于开始日期'],
    ['an end with the beginning', { since: 5, until: 5 }, 'input.until', '结束日期必须晚于开始日期'],
  ])('refuses %s', async (_, days, field, message) => {
    const { secretary, input } = await ground();
    const term = Object.fromEntries(Object.entries(days).map(([key, count]) => [key, dayFromNow(count)]));
    expect(await secretary.refusal(grantRole, { input: { ...input, ...term } })).toEqual({ code: 'BAD_INPUT', field, message });
  });

  it('refuses days that are none, and to move what has begun', async () => {
    const { secretary, input } = await ground();
    for (const day of ['2026-02-30', '2026-13-01', 'tomorrow', '']) expect(await secretary.refusal(grantRole, { input: { ...input, since: day } })).toEqual({ code: 'BAD_INPUT', field: 'input.since', message: '日期格式不对' });
    const { grantRole: given } = await secretary.run(grantRole, { input });
    expect(await secretary.refusal(changeRole, { id: given.id, input: { since: dayFromNow(2) } })).toMatchObject({ code: 'BAD_INPUT', field: 'input.since' });
    expect(await secretary.refusal(changeRole, { id: given.id, input: { until: dayFromNow(-1) } })).toMatchObject({ code: 'BAD_INPUT', field: 'input.until' });
    expect(await secretary.refusal(revokeRole, { id: given.id, until: dayFromNow(-1) })).toMatchObject({ code: 'BAD_INPUT', field: 'until' });
  });

  it('does not overlap another of the same role, which the database knows as well', async () => {
    const { consortium, secretary, someone, input } = await ground();
    const { grantRole: first } = await secretary.run(grantRole, { input: { ...input, until: dayFromNow(10) } });
    await secretary.run(grantRole, { input: { ...input, since: dayFromNow(20) } });
    expect(await secretary.refusal(grantRole, { input: { ...input, since: dayFromNow(15) } })).toMatchObject({ code: 'ALREADY_GRANTED' });
    expect(await secretary.refusal(changeRole, { id: first.id, input: { until: null } })).toMatchObject({ code: 'ALREADY_GRANTED', field: 'input.until' });
    expect((await secretary.run(changeRole, { id: first.id, input: { until: dayFromNow(20) } })).changeRole.until).toBe(dayFromNow(20));
    const insert = `begin; select set_config('app.tenant', '${consortium.id}', true); insert into directory.role_grant (id, person_id, organisation_id, role, since, created_at, updated_at, version) values (gen_random_uuid(), '${someone.personId}', '${consortium.lead.id}', 'COORDINATOR', '${dayFromNow(5)}', now(), now(), 1); commit`;
    await expect(as('app', insert)).rejects.toThrow(/role_grant_held_once/);
  });

  it('is given for people of another consortium to nobody', async () => {
    const [here, there] = await Promise.all([ground(), ground()]);
    const { grantRole: foreign } = await there.secretary.run(grantRole, { input: there.input });
    for (const id of [foreign.id, '01a20000-0000-7000-8000-00000000dead']) expect(await here.secretary.refusal(changeRole, { id, input: { until: null } })).toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('the last administrator of an organisation', () => {
  it('stays until there is another one, also when two take each other out', async () => {
    const { consortium, secretary } = await ground();
    const firm = await consortium.member();
    const [one, two] = [await consortium.person(['ORGANISATION_ADMINISTRATOR'], firm.id), await consortium.person(['ORGANISATION_ADMINISTRATOR'], firm.id)];
    const grantOf = async (who: { personId: string }) => (await secretary.run(history, { id: who.personId })).person.roleHistory[0].id as string;
    const results = await Promise.all([one.try(revokeRole, { id: await grantOf(two) }), two.try(revokeRole, { id: await grantOf(one) })]);
    // Whoever comes second is refused, or is not even signed in any more.
    expect(results.filter(({ data }) => data)).toHaveLength(1);
    const left = results[0]!.data ? one : two;
    expect(await secretary.refusal(revokeRole, { id: await grantOf(left) })).toMatchObject({ code: 'LAST_ORGANISATION_ADMINISTRATOR', message: '这是该单位最后一位单位管理员，请先给本单位另一个人授予这一角色' });
    // An end to come counts as an end, unless somebody is there on that day.
    expect(await secretary.refusal(changeRole, { id: await grantOf(left), input: { until: dayFromNow(5) } })).toMatchObject({ code: 'LAST_ORGANISATION_ADMINISTRATOR' });
  });
});

describe('roles in a membership that ends', () => {
  it('end with it, and do not come back when the organisation does', async () => {
    const { consortium, secretary } = await ground();
    const organisation = { name: '示例重工集团有限公司', kind: 'ENTERPRISE', uscc: aUscc() };
    const { addMember: firm } = await secretary.run(addMember, { input: { organisation, since: '2026-01-05' } });
    const engineer = await consortium.person(['ENGINEER', 'ORGANISATION_ADMINISTRATOR'], firm.id);
    await secretary.run(endMembership, { id: firm.membership.id });
    expect(await soon(() => status(engineer), (code) => code === 401)).toBe(401);
    expect((await secretary.run(history, { id: engineer.personId })).person.roleHistory.map((each: { state: string }) => each.state)).toEqual(['ENDED', 'ENDED']);
    expect(await secretary.refusal(grantRole, { input: { personId: engineer.personId, organisationId: firm.id, role: 'TEACHER' } })).toMatchObject({ code: 'MEMBERSHIP_OVER', field: 'input.organisationId' });
    expect(await secretary.refusal(addPerson, { input: { account: anAccount(), organisationId: firm.id, roles: ['TEACHER'] } })).toMatchObject({ code: 'MEMBERSHIP_OVER' });
    await secretary.run(addMember, { input: { organisation } });
    expect((await secretary.run(history, { id: engineer.personId })).person.roleGrants).toEqual([]);
    expect((await secretary.run(membershipOf, { id: firm.id })).organisation).toMatchObject({ membership: { since: dayFromNow(0), until: null, state: 'IN_FORCE' }, pastMemberships: [{ kind: 'MEMBER', since: '2026-01-05', until: dayFromNow(0) }] });
  });

  it('last no longer than a membership whose end is known', async () => {
    const { consortium, secretary, someone } = await ground();
    const firm = await consortium.member();
    const { organisation } = await secretary.run(membershipOf, { id: firm.id });
    await secretary.run(endMembership, { id: organisation.membership.id, until: dayFromNow(30) });
    const input = { personId: someone.personId, organisationId: firm.id, role: 'ENGINEER' };
    expect((await secretary.run(grantRole, { input })).grantRole.until).toBe(dayFromNow(30));
    expect(await secretary.refusal(grantRole, { input: { ...input, role: 'TEACHER', until: dayFromNow(31) } })).toMatchObject({ code: 'MEMBERSHIP_OVER' });
    const { addPerson: added } = await secretary.run(addPerson, { input: { account: anAccount(), organisationId: firm.id, roles: ['TEACHER'] } });
    expect(added.roleGrants[0].until).toBe(dayFromNow(30));
    const stay = 'mutation ($id: ID!) { continueMembership(id: $id) { until state } }';
    expect((await secretary.run(stay, { id: organisation.membership.id })).continueMembership).toEqual({ until: null, state: 'IN_FORCE' });
    expect((await secretary.run(changeRole, { id: added.roleGrants[0].id, input: { until: null } })).changeRole.until).toBeNull();
    await secretary.run(endMembership, { id: organisation.membership.id });
    expect(await secretary.refusal(stay, { id: organisation.membership.id })).toMatchObject({ code: 'MEMBERSHIP_OVER' });
    expect(await someone.refusal(stay, { id: organisation.membership.id })).toMatchObject({ code: 'FORBIDDEN' });
  });
});

describe('what a member is', () => {
  const changeMembership = 'mutation ($id: ID!, $kind: MembershipKind!) { changeMembership(id: $id, kind: $kind) { id kind since } }';

  it('changes from today on, and what it was stays on record', async () => {
    const { secretary } = await ground();
    const { addMember: firm } = await secretary.run(addMember, { input: { organisation: { name: '示例重工集团有限公司', kind: 'ENTERPRISE', uscc: aUscc() }, since: '2026-03-01' } });
    expect((await secretary.run(changeMembership, { id: firm.membership.id, kind: 'COUNCIL_MEMBER' })).changeMembership).toMatchObject({ kind: 'COUNCIL_MEMBER', since: dayFromNow(0) });
    // Of the same day, so that there is nothing to remember.
    await secretary.run(changeMembership, { id: firm.membership.id, kind: 'LEAD' });
    expect((await secretary.run(membershipOf, { id: firm.id })).organisation.pastMemberships).toEqual([{ kind: 'MEMBER', since: '2026-03-01', until: dayFromNow(0) }]);
  });

  it('the last lead unit stays one, and may be another than before', async () => {
    const { consortium, secretary } = await ground();
    const firm = await consortium.member();
    const of = async (id: string) => (await secretary.run(membershipOf, { id })).organisation.membership.id as string;
    expect(await secretary.refusal(changeMembership, { id: await of(consortium.lead.id), kind: 'MEMBER' })).toMatchObject({ code: 'LEAD_STAYS' });
    await secretary.run(changeMembership, { id: await of(firm.id), kind: 'LEAD' });
    await secretary.run(changeMembership, { id: await of(consortium.lead.id), kind: 'COUNCIL_MEMBER' });
    expect(await secretary.refusal(endMembership, { id: await of(firm.id) })).toMatchObject({ code: 'LEAD_STAYS' });
    // The secretary sits there.
    expect(await secretary.refusal(endMembership, { id: await of(consortium.lead.id) })).toMatchObject({ code: 'LAST_SECRETARY' });
  });

  it('is changed by those who answer for members alone', async () => {
    const { consortium, someone } = await ground();
    const { organisation } = await someone.run(membershipOf, { id: consortium.lead.id });
    expect(await someone.refusal(changeMembership, { id: organisation.membership.id, kind: 'MEMBER' })).toMatchObject({ code: 'FORBIDDEN' });
  });
});
