import { describe, expect, it } from '@jest/globals';
import { aUscc, Client, operator, PASSWORD, TestConsortium } from '@gongjian/platform/testing';
import { aLogin, anAccount, createConsortium, me } from './kit.ts';

const input = (changes: object = {}) => ({
  name: '长株潭市域产教联合体',
  shortName: '长株潭联合体',
  kind: 'MUNICIPAL_CONSORTIUM',
  lead: { name: '湘江轨道职业技术学院', kind: 'SCHOOL', uscc: aUscc() },
  secretary: anAccount(),
  ...changes,
});

describe('founding a consortium', () => {
  it('gives it a lead organisation and a secretary who can sign in', async () => {
    const founding = input();
    const { createConsortium: made } = await (await operator()).run(createConsortium, { input: founding });
    expect(made).toMatchObject({ name: founding.name, shortName: '长株潭联合体', kind: 'MUNICIPAL_CONSORTIUM', timeZone: 'Asia/Shanghai' });
    const secretary = await new Client().signIn(founding.secretary.login, PASSWORD);
    expect((await secretary.run(me)).me).toMatchObject({
      person: { name: '李四' },
      consortium: { id: made.id },
      organisation: { name: '湘江轨道职业技术学院' },
      roles: ['SECRETARY'],
      seats: [{ organisation: { membership: { kind: 'LEAD' } } }],
      viewerCanCreateConsortium: false,
      viewerCanAddMember: true,
      viewerCanManagePeople: true,
    });
  });

  it('is for platform operators', async () => {
    const { secretary } = await TestConsortium.found();
    expect(await secretary.refusal(createConsortium, { input: input() })).toMatchObject({ code: 'FORBIDDEN' });
  });

  it('happens once for one key', async () => {
    const key = aLogin();
    const founder = await operator();
    const founding = input();
    const [first, second] = await Promise.all([1, 2].map(() => founder.run(createConsortium, { input: founding, key })));
    expect(first.createConsortium.id).toBe(second.createConsortium.id);
  });

  it('does not happen at all when the login is taken', async () => {
    const founder = await operator();
    const { secretaryLogin } = await TestConsortium.found();
    const name = `未成立的联合体 ${aLogin()}`;
    const refusal = await founder.refusal(createConsortium, { input: input({ name, secretary: anAccount(secretaryLogin.toUpperCase()) }) });
    expect(refusal).toMatchObject({ code: 'LOGIN_TAKEN', field: 'input.secretary.login' });
    const { consortia } = await founder.run('{ consortia(first: 500) { nodes { name } } }');
    expect(consortia.nodes.map((each: { name: string }) => each.name)).not.toContain(name);
  });

  it('tells all problems at once, each at its field', async () => {
    const { errors } = await (await operator()).try(createConsortium, {
      input: input({
        name: '短',
        shortName: '一个超过十二个字的联合体简称',
        lead: { name: ' '.repeat(5), kind: 'SCHOOL', uscc: '91430200MA0TE5T089' },
        secretary: { name: '\u0000', login: '张 三', password: 'password' },
      }),
    });
    expect(errors![0]!.extensions.code).toBe('BAD_INPUT');
    expect(errors![0]!.extensions.details!.problems!.map(({ field, code }) => [field, code])).toEqual([
      ['input.name', 'TOO_SHORT'],
      ['input.shortName', 'TOO_LONG_TEXT'],
      ['input.lead.name', 'REQUIRED'],
      ['input.lead.uscc', 'USCC_INVALID'],
      ['input.secretary.name', 'BAD_CHARACTER'],
      ['input.secretary.login', 'LOGIN_FORM'],
      ['input.secretary.password', 'PASSWORD_WEAK'],
    ]);
    for (const problem of errors![0]!.extensions.details!.problems!) expect(problem.message).toMatch(/\p{Script=Han}/u);
  });
});

describe('consortia', () => {
  it('are listed to operators, and everybody else sees their own', async () => {
    const [one, other] = await Promise.all([TestConsortium.found(), TestConsortium.found()]);
    const list = 'query ($after: String) { consortia(first: 200, after: $after) { nodes { id } totalCount pageInfo { hasNextPage endCursor } } }';
    // Every test founds its own, so there may be any number of pages.
    const ids = async (client: Client) => {
      const seen: string[] = [];
      for (let after: string | null = null; ; ) {
        const { nodes, totalCount, pageInfo }: { nodes: { id: string }[]; totalCount: number; pageInfo: { hasNextPage: boolean; endCursor: string } } = (await client.run(list, { after })).consortia;
        seen.push(...nodes.map((each) => each.id));
        if (!pageInfo.hasNextPage) return { ids: seen, totalCount };
        after = pageInfo.endCursor;
      }
    };
    expect((await ids(await operator())).ids).toEqual(expect.arrayContaining([one.id, other.id]));
    expect(await ids(one.secretary)).toEqual({ ids: [one.id], totalCount: 1 });
  });

  it('show operators nothing of what is in them', async () => {
    const { lead, secretary } = await TestConsortium.found();
    const founder = await operator();
    const { person } = (await secretary.run(me)).me;
    expect(await founder.run('query ($organisation: ID!, $person: ID!) { consortium { id } organisations { totalCount } people { totalCount } organisation(id: $organisation) { id } person(id: $person) { id } }', { organisation: lead.id, person: person.id })).toEqual({
      consortium: null,
      organisations: { totalCount: 0 },
      people: { totalCount: 0 },
      organisation: null,
      person: null,
    });
    expect((await founder.run(me)).me).toMatchObject({ consortium: null, organisation: null, roles: ['PLATFORM_OPERATOR'], seats: [], viewerCanCreateConsortium: true, viewerCanAddMember: false, viewerCanManagePeople: false });
  });
});

describe('the rules of founding', () => {
  const unit = (name: string, kind: string, membership: string, qualities: object | null = null) => ({ organisation: { name, kind, uscc: aUscc() }, kind: membership, qualities });
  const ALL_PAPERS = { leadingGroup: true, plan: true, structure: true, foundingMeeting: true, charter: true, benefitSharing: true };
  const community = (changes: object = {}) =>
    input({
      name: '轨道交通装备行业产教融合共同体',
      kind: 'INDUSTRY_COMMUNITY',
      lead: { name: '示例机车有限公司', kind: 'ENTERPRISE', uscc: aUscc() },
      members: [unit('示例理工大学', 'SCHOOL', 'LEAD', { givesDegrees: true }), unit('示例轨道职业学院', 'SCHOOL', 'LEAD', { givesDegrees: false, hasTrainingUnit: true }), unit('示例行业协会', 'ASSOCIATION', 'COUNCIL_MEMBER'), unit('示例电机厂', 'ENTERPRISE', 'MEMBER')],
      documents: ALL_PAPERS,
      ...changes,
    });
  const FINDINGS = '{ consortium { findings { ruleId ruleVersion packId verdict message severity confidence document number article quote sourceAddress requirements { id met computed threshold } inputs { path value } remedy approver checkedAt } } }';
  const verdicts = async (client: Client) => Object.fromEntries((await client.run(FINDINGS)).consortium.findings.map((each: { ruleId: string; verdict: string }) => [each.ruleId, each.verdict]));
  const openTo = async (founding: ReturnType<typeof input>) => {
    await (await operator()).run(createConsortium, { input: founding });
    return new Client().signIn(founding.secretary.login, PASSWORD);
  };

  it('are met by an industry community that is led as the guide says: it is founded with all its members', async () => {
    const secretary = await openTo(community());
    const { organisations } = await secretary.run('{ organisations { nodes { name membership { kind } } } }');
    expect(organisations.nodes.map((each: { name: string; membership: { kind: string } }) => `${each.name} ${each.membership.kind}`).sort()).toEqual(['示例机车有限公司 LEAD', '示例理工大学 LEAD', '示例电机厂 MEMBER', '示例行业协会 COUNCIL_MEMBER', '示例轨道职业学院 LEAD']);
    expect(await verdicts(secretary)).toEqual({ 'ALL-08': 'PASS', 'ALL-09': 'PASS' });
  });

  it.each([
    ['ALL-08', 'one lead unit too few', { members: [] }],
    ['ALL-08', 'a second enterprise that leads', { members: [unit('示例理工大学', 'SCHOOL', 'LEAD', { givesDegrees: true }), unit('示例重工集团', 'ENTERPRISE', 'LEAD')] }],
    ['ALL-09', 'no charter', { documents: { ...ALL_PAPERS, charter: false } }],
  ])('%s stops a founding with %s, and nothing is written', async (ruleId, _, changes) => {
    const founding = community({ name: `未成立的共同体 ${aLogin()}`, ...changes });
    const founder = await operator();
    const { errors } = await founder.try(createConsortium, { input: founding });
    expect(errors![0]!.extensions).toMatchObject({ code: 'FOUNDING_BLOCKED', details: { findings: expect.arrayContaining([expect.objectContaining({ ruleId, verdict: 'BLOCK', document: '行业产教融合共同体建设指南' })]) } });
    expect(errors![0]!.message).toContain(`不符合成立要求：${ruleId}`);
    const { consortia } = await founder.run('{ consortia(first: 500) { nodes { name } } }');
    expect(consortia.nodes.map((each: { name: string }) => each.name)).not.toContain(founding.name);
    expect((await new Client().post('/auth/sign-in', { login: founding.secretary.login, password: PASSWORD })).status).toBe(401);
  });

  it('never pass what is not known: it is founded, and the finding stays open', async () => {
    const secretary = await openTo(community({ documents: { charter: true } }));
    expect(await verdicts(secretary)).toEqual({ 'ALL-08': 'PASS', 'ALL-09': 'NOT_ENOUGH_DATA' });
  });

  it('warn where the text is not confirmed, each finding with all that explains it, and follow the members there are', async () => {
    const secretary = await openTo(input({ members: [unit('示例市教育局', 'GOVERNMENT', 'COUNCIL_MEMBER'), unit('示例机车有限公司', 'ENTERPRISE', 'COUNCIL_MEMBER'), unit('示例研究院', 'INSTITUTE', 'MEMBER')] }));
    const { consortium } = await secretary.run(FINDINGS);
    expect(consortium.findings).toEqual([
      {
        ruleId: 'ALL-02', ruleVersion: 1, packId: 'founding', verdict: 'WARN', message: '理事会缺少科研机构成员', severity: 'MUST', confidence: 'H',
        document: '关于开展市域产教联合体建设的通知', number: '教职成厅函〔2023〕15号', article: null, quote: '实体化运作', sourceAddress: expect.any(String),
        requirements: expect.arrayContaining([{ id: 'INSTITUTE', met: false, computed: '0', threshold: '≥ 1' }]),
        inputs: [{ path: 'council', value: expect.arrayContaining([expect.objectContaining({ name: '示例市教育局', kind: 'GOVERNMENT' })]) }],
        remedy: expect.any(String), approver: null, checkedAt: expect.any(String),
      },
    ]);
    const { organisations } = await secretary.run('{ organisations(filter: { kind: INSTITUTE }) { nodes { membership { id } } } }');
    await secretary.run('mutation ($id: ID!) { changeMembership(id: $id, kind: COUNCIL_MEMBER) { id } }', { id: organisations.nodes[0].membership.id });
    expect(await verdicts(secretary)).toEqual({ 'ALL-02': 'PASS' });
  });

  it('tell each problem at its field, also a member that is named twice', async () => {
    const twice = unit('示例电机厂', 'ENTERPRISE', 'MEMBER');
    const { errors } = await (await operator()).try(createConsortium, { input: community({ members: [twice, { ...twice, kind: 'LEAD' }, unit('厂', 'ENTERPRISE', 'MEMBER')] }) });
    expect(errors![0]!.extensions.details!.problems!.map(({ field, code }) => [field, code])).toEqual([
      ['input.members.2.organisation.name', 'TOO_SHORT'],
      ['input.members.1.organisation.uscc', 'DUPLICATE'],
    ]);
  });

  it('are shown to those who answer for the consortium', async () => {
    const consortium = await TestConsortium.found();
    for (const [role, shown] of [['COUNCIL_MEMBER', true], ['SYSTEM_ADMINISTRATOR', true], ['TEACHER', false], ['STUDENT', false]] as const) {
      expect((await (await consortium.person([role])).run('{ consortium { findings { ruleId } } }')).consortium.findings !== null).toBe(shown);
    }
  });
});
