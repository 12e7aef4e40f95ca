import { describe, expect, it } from '@jest/globals';
import { aUscc, TestConsortium } from '@gongjian/platform/testing';
import { addMember, aLogin, anAccount, addPerson, endMembership } from './kit.ts';

const list = 'query ($filter: OrganisationFilter, $first: Int, $after: String) { organisations(filter: $filter, first: $first, after: $after) { nodes { id name kind membership { kind } } totalCount pageInfo { hasNextPage endCursor } } }';
const input = (organisation: object = {}, changes: object = {}) => ({ input: { organisation: { name: '示例重工集团有限公司', kind: 'ENTERPRISE', uscc: aUscc(), ...organisation }, ...changes } });
const fullWidth = (text: string) => text.replace(/[0-9A-Z]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0));
const today = () => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date());

describe('taking an organisation in', () => {
  it('makes it a member from today on, with a short name', async () => {
    const { secretary } = await TestConsortium.found();
    const { addMember: member } = await secretary.run(addMember, input({ name: '一家名字长得超过了十六个字的示例机械有限公司' }));
    expect(member).toMatchObject({ shortName: '一家名字长得超过了十六个字的示例', kind: 'ENTERPRISE', membership: { kind: 'MEMBER', since: today(), until: null } });
  });

  it('takes a code in lower case, full width and groups for what it is', async () => {
    const { secretary } = await TestConsortium.found();
    const uscc = aUscc();
    const { addMember: member } = await secretary.run(addMember, input({ uscc: ` ${fullWidth(uscc.slice(0, 8))}-${uscc.slice(8).toLowerCase()} ` }));
    expect(member.uscc).toBe(uscc);
    expect(await secretary.refusal(addMember, input({ uscc }))).toMatchObject({ code: 'ALREADY_MEMBER', field: 'input.organisation.uscc', message: '示例重工集团有限公司已经是本联合体的成员' });
  });

  it.each(['91430200MA0TE5T089', '9143', '', '🚄'.repeat(18), '9'.repeat(10_000)])('refuses the code %.20s', async (uscc) => {
    const { secretary } = await TestConsortium.found();
    expect(await secretary.refusal(addMember, input({ uscc }))).toEqual({ code: 'BAD_INPUT', field: 'input.organisation.uscc', message: '统一社会信用代码校验失败，请对照营业执照或法人证书核对 18 位代码' });
    expect((await secretary.run(list)).organisations.totalCount).toBe(1);
  });

  it('keeps rare characters, and counts them as one each', async () => {
    const { secretary } = await TestConsortium.found();
    const name = `䶮㛃𠮷${'龘'.repeat(77)}`;
    expect((await secretary.run(addMember, input({ name }))).addMember.name).toBe(name);
    expect(await secretary.refusal(addMember, input({ name: `${name}龘` }))).toMatchObject({ code: 'BAD_INPUT', field: 'input.organisation.name' });
    expect(await secretary.refusal(addMember, input({ name: '长'.repeat(10_000) }))).toMatchObject({ code: 'BAD_INPUT', message: '最多 80 个字，现在有 10000 个' });
    expect((await secretary.run(list, { filter: { search: '𠮷' } })).organisations.totalCount).toBe(1);
  });

  it('that another consortium knows already: it joins as it is, and tells nothing about there', async () => {
    const [here, there] = await Promise.all([TestConsortium.found(), TestConsortium.found()]);
    const uscc = aUscc();
    const first = await there.secretary.run(addMember, input({ name: '先来的名称有限公司', uscc }, { kind: 'COUNCIL_MEMBER', since: '2026-01-01' }));
    const { addMember: member } = await here.secretary.run(addMember, input({ name: '后来的名称有限公司', uscc }));
    expect(member).toMatchObject({ id: first.addMember.id, name: '先来的名称有限公司', membership: { kind: 'MEMBER', since: today() } });
  });

  it('happens once for one key and once in parallel', async () => {
    const { secretary } = await TestConsortium.found();
    const key = aLogin();
    const adding = input();
    const [first, second] = await Promise.all([1, 2].map(() => secretary.run(addMember, { ...adding, key })));
    expect(first.addMember.id).toBe(second.addMember.id);
    const other = input();
    const results = await Promise.all(Array.from({ length: 4 }, () => secretary.try(addMember, other)));
    expect(results.map(({ errors }) => errors?.[0]?.extensions.code ?? 'ok').sort()).toEqual(['ALREADY_MEMBER', 'ALREADY_MEMBER', 'ALREADY_MEMBER', 'ok']);
  });

  it.each(['0000-01-01', '1949-09-30'])('refuses %s as its first day', async (since) => {
    const { secretary } = await TestConsortium.found();
    expect(await secretary.refusal(addMember, input({}, { since }))).toMatchObject({ code: 'BAD_INPUT', field: 'input.since', message: '日期格式不对' });
  });

  it('is for secretaries', async () => {
    const consortium = await TestConsortium.found();
    for (const role of ['PARK_ADMINISTRATOR', 'ORGANISATION_ADMINISTRATOR', 'COUNCIL_MEMBER', 'AUDITOR', 'STUDENT']) {
      expect(await (await consortium.person([role])).refusal(addMember, input())).toMatchObject({ code: 'FORBIDDEN' });
    }
  });
});

describe('letting a member go', () => {
  it('takes it off the list, and it may come back', async () => {
    const { secretary } = await TestConsortium.found();
    const adding = input({}, { kind: 'COUNCIL_MEMBER' });
    const { addMember: member } = await secretary.run(addMember, adding);
    await secretary.run(endMembership, { id: member.membership.id });
    expect((await secretary.run(list)).organisations.totalCount).toBe(1);
    expect(await secretary.refusal(addPerson, { input: { account: anAccount(), organisationId: member.id, roles: ['TEACHER'] } })).toMatchObject({ code: 'MEMBERSHIP_OVER', field: 'input.organisationId' });
    // What it did stays readable under its name.
    expect((await secretary.run('query ($id: ID!) { organisation(id: $id) { name } }', { id: member.id })).organisation.name).toBe(member.name);
    const { addMember: again } = await secretary.run(addMember, { input: { ...adding.input, kind: 'MEMBER' } });
    expect(again).toMatchObject({ id: member.id, membership: { id: member.membership.id, kind: 'MEMBER', until: null } });
  });

  it('is not possible for the lead, before it began, or for who is no secretary', async () => {
    const consortium = await TestConsortium.found();
    const { secretary } = consortium;
    const { organisation } = await secretary.run('query ($id: ID!) { organisation(id: $id) { membership { id } } }', { id: consortium.lead.id });
    expect(await secretary.refusal(endMembership, { id: organisation.membership.id })).toMatchObject({ code: 'LEAD_STAYS' });
    const { addMember: member } = await secretary.run(addMember, input({}, { since: '2026-11-01' }));
    expect(await secretary.refusal(endMembership, { id: member.membership.id, until: '2026-10-31' })).toMatchObject({ code: 'UNTIL_BEFORE_SINCE', field: 'until' });
    expect(await (await consortium.person(['PARK_ADMINISTRATOR'])).refusal(endMembership, { id: member.membership.id })).toMatchObject({ code: 'FORBIDDEN' });
  });
});

describe('the list of members', () => {
  it('is sorted by sound, filtered, and found by name, pinyin, initials and code', async () => {
    const { secretary } = await TestConsortium.found();
    const uscc = aUscc();
    await secretary.run(addMember, input({ name: '株洲电机有限公司', uscc }));
    await secretary.run(addMember, input({ name: '长沙重型机械有限公司' }));
    await secretary.run(addMember, input({ name: '湘潭行业协会', kind: 'ASSOCIATION' }));
    const names = async (filter?: object) => (await secretary.run(list, { filter })).organisations.nodes.map((node: { name: string }) => node.name);
    expect(await names()).toEqual(['长沙重型机械有限公司', '牵头职业技术学院', '湘潭行业协会', '株洲电机有限公司']);
    expect(await names({ kind: 'ENTERPRISE' })).toEqual(['长沙重型机械有限公司', '株洲电机有限公司']);
    for (const search of ['株洲', 'zhuzhou', 'ZZDJ', 'dianji', uscc, uscc.slice(4, 12).toLowerCase(), fullWidth(uscc)]) expect(await names({ search })).toEqual(['株洲电机有限公司']);
    expect(await names({ search: '%' })).toEqual([]);
    expect(await names({ search: '   ' })).toHaveLength(4);
    expect(await names({ search: 'yxgs', kind: 'ASSOCIATION' })).toEqual([]);
  });

  it('comes in pages that neither lose nor repeat one', async () => {
    const { secretary } = await TestConsortium.found();
    for (let count = 0; count < 5; count++) await secretary.run(addMember, input({ name: '同名有限公司' }));
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const { organisations }: { organisations: { nodes: { id: string }[]; totalCount: number; pageInfo: { hasNextPage: boolean; endCursor: string } } } = await secretary.run(list, { first: 2, after });
      expect(organisations.totalCount).toBe(6);
      seen.push(...organisations.nodes.map(({ id }) => id));
      after = organisations.pageInfo.hasNextPage ? organisations.pageInfo.endCursor : null;
    } while (after);
    expect(new Set(seen).size).toBe(6);
    expect(seen).toHaveLength(6);
  });
});
