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
    const ids = async (client: Client) => (await client.run('{ consortia(first: 500) { nodes { id } totalCount } }')).consortia;
    const seen = (await ids(await operator())).nodes.map((each: { id: string }) => each.id);
    expect(seen).toEqual(expect.arrayContaining([one.id, other.id]));
    expect(await ids(one.secretary)).toEqual({ nodes: [{ id: one.id }], totalCount: 1 });
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
