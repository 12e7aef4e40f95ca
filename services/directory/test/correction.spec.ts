import { beforeAll, describe, expect, test } from '@jest/globals';
import { type Client, TestConsortium } from '@gongjian/platform/testing';
import pg from 'pg';

const ASK = 'mutation ($input: AskCorrectionInput!, $key: String) { askCorrection(input: $input, idempotencyKey: $key) { id state wanted } }';
const ANSWER = 'mutation ($id: ID!, $input: AnswerCorrectionInput!) { answerCorrection(id: $id, input: $input) { state answer } }';
const MINE = '{ myCorrections { id field state wanted answer overdue answeredBy { name } } }';
const OF = 'query ($id: ID!) { person(id: $id) { name corrections { id field wanted viewerCanAnswer } } }';

type Person = Client & { personId: string };
let consortium: TestConsortium;
let administrator: Person;
let teacher: Person;
beforeAll(async () => {
  consortium = await TestConsortium.found('更正联合体');
  administrator = await consortium.person(['ORGANISATION_ADMINISTRATOR'], consortium.lead.id, '单位管理员');
  teacher = await consortium.person(['TEACHER'], consortium.lead.id, '阿依古丽');
});

describe('a wish for a correction', () => {
  test('goes to whoever keeps it, with one button; done, a name is corrected at once and everywhere', async () => {
    const input = { field: 'NAME', wanted: '阿依古丽·买买提', reason: '身份证上有父名' };
    const { askCorrection: { id } } = await teacher.run(ASK, { input, key: 'once' });
    expect((await teacher.run(ASK, { input, key: 'once' })).askCorrection.id).toBe(id);
    expect((await teacher.refusal(ASK, { input }))).toMatchObject({ code: 'CORRECTION_OPEN', field: 'input.field' });
    expect((await administrator.run('{ messages(first: 1) { nodes { kind what link } } }')).messages.nodes).toEqual([{ kind: 'CORRECTION_ASKED', what: '阿依古丽请求更正姓名', link: `/people/${teacher.personId}` }]);
    expect((await administrator.run(OF, { id: teacher.personId })).person.corrections).toEqual([{ id, field: 'NAME', wanted: '阿依古丽·买买提', viewerCanAnswer: true }]);
    await administrator.run(ANSWER, { id, input: { done: true } });
    expect((await administrator.run(OF, { id: teacher.personId })).person).toEqual({ name: '阿依古丽·买买提', corrections: [] });
    expect((await administrator.run('query ($s: String!) { people(filter: { search: $s }) { totalCount } }', { s: 'maimaiti' })).people.totalCount).toBe(1);
    expect((await teacher.run('{ messages(first: 1) { nodes { kind what } } }')).messages.nodes).toEqual([{ kind: 'CORRECTION_DONE', what: '单位管理员已更正您的姓名' }]);
  });

  test('a refusal says why', async () => {
    const { askCorrection: { id } } = await teacher.run(ASK, { input: { field: 'PROFESSION', wanted: '教授' } });
    expect(await administrator.refusal(ANSWER, { id, input: { done: false } })).toMatchObject({ code: 'BAD_INPUT', field: 'input.answer' });
    await administrator.run(ANSWER, { id, input: { done: false, answer: '请先提交职称证书' } });
    expect((await teacher.run(MINE)).myCorrections[0]).toMatchObject({ state: 'REFUSED', answer: '请先提交职称证书', answeredBy: { name: '单位管理员' } });
  });

  test('is answered by nobody else: not by oneself, a colleague, another organisation or another consortium', async () => {
    const { askCorrection: { id } } = await administrator.run(ASK, { input: { field: 'PHONE', wanted: '13800000000' } });
    const elsewhere = await consortium.person(['ORGANISATION_ADMINISTRATOR'], (await consortium.member('别的单位')).id);
    const foreign = (await TestConsortium.found('别处')).secretary;
    for (const who of [administrator, teacher, elsewhere, foreign]) expect((await who.refusal(ANSWER, { id, input: { done: true } })).code).toBe('NOT_FOUND');
    expect((await administrator.run('mutation ($id: ID!) { withdrawCorrection(id: $id) { state } }', { id })).withdrawCorrection.state).toBe('WITHDRAWN');
  });

  test('what it should say is sealed, and one that nobody answers is reminded of', async () => {
    const { askCorrection: { id } } = await teacher.run(ASK, { input: { field: 'ID_NUMBER', wanted: '110101199003074477' } });
    const client = new pg.Client({ connectionString: process.env.GONGJIAN_DATABASE_URL });
    await client.connect();
    const { rows } = await client.query('select c::text as row from directory.correction c where id = $1', [id]);
    expect(rows[0].row).not.toContain('110101199003074477');
    await client.query(`update directory.correction set answer_by = now() - interval '1 hour' where id = $1`, [id]);
    await client.end();
    for (let tries = 0; ; tries++) {
      const { messages } = await administrator.run('{ messages(first: 5) { nodes { kind what } } }');
      if (messages.nodes.some(({ kind, what }: { kind: string; what: string }) => kind === 'CORRECTION_OVERDUE' && what.includes('身份证号'))) break;
      if (tries > 100) throw new Error('nobody was reminded');
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    expect((await teacher.run(MINE)).myCorrections[0].overdue).toBe(true);
    const { myData } = await teacher.run('{ myData { key records { fields { key value masked } } } }');
    const wishes = myData.find(({ key }: { key: string }) => key === 'CORRECTIONS');
    expect(wishes.records[0].fields).toContainEqual({ key: 'wanted', value: '110***********4477', masked: true });
  });
});
