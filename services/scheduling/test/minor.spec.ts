import { beforeAll, describe, expect, test } from '@jest/globals';
import { type Client, TestConsortium } from '@gongjian/platform/testing';
import pg from 'pg';

const DATA = 'query ($id: ID!) { resource(id: $id) { personalData { idNumber phone minor } minorAccess { state until } } }';
const REVEAL = 'mutation ($id: ID!) { revealPersonalData(resourceId: $id) { idNumber phone minor } }';
const ASK = 'mutation ($input: AskMinorAccessInput!, $key: String) { askMinorAccess(input: $input, idempotencyKey: $key) { id state reason } }';
const DECIDE = 'mutation ($id: ID!, $input: DecideMinorAccessInput!) { decideMinorAccess(id: $id, input: $input) { state until answer decidedBy { id } } }';
const LIST = '{ minorAccesses { totalCount nodes { id viewerCanDecide resource { name } askedBy { name } reason looks } } }';
const AUDIT = '{ minorsAudit { year minors asked approved looks } }';
const YOUNG = '11010120110512001';
const BODY = YOUNG.replace('2011', String(new Date().getFullYear() - 16));
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const ID_NUMBER = BODY + '10X98765432'[[...BODY].reduce((sum, digit, index) => sum + Number(digit) * WEIGHTS[index]!, 0) % 11];

type Person = Client & { personId: string };
let consortium: TestConsortium;
let administrator: Person;
let minor: string;
let adult: string;
const own = async (sql: string, values: unknown[]) => {
  const client = new pg.Client({ connectionString: process.env.GONGJIAN_DATABASE_URL });
  await client.connect();
  await client.query(sql, values).finally(() => client.end());
};

beforeAll(async () => {
  consortium = await TestConsortium.found('未成年人联合体');
  administrator = await consortium.person(['ORGANISATION_ADMINISTRATOR'], consortium.lead.id, '单位管理员');
  minor = await consortium.registered('小徒弟', ID_NUMBER);
  adult = await consortium.registered('老师傅', '110101199003074477');
});

describe('data of people under 18', () => {
  test('is masked altogether; of others the ends are shown, and they are seen without asking', async () => {
    expect((await administrator.run(DATA, { id: minor })).resource.personalData).toEqual({ idNumber: '********', phone: '********', minor: true });
    expect((await administrator.run(DATA, { id: adult })).resource.personalData).toEqual({ idNumber: '110***********4477', phone: '139****5678', minor: false });
    expect((await administrator.run(REVEAL, { id: adult })).revealPersonalData.idNumber).toBe('110101199003074477');
  });

  test('is not shown to those who may reveal, before somebody has approved; the attempt is in the audit log', async () => {
    expect((await administrator.refusal(REVEAL, { id: minor })).code).toBe('MINOR_APPROVAL_NEEDED');
    const { auditEntries } = await consortium.secretary.run('query ($s: String!) { auditEntries(filter: { subjectType: "Resource", subjectId: $s, result: REFUSED }) { nodes { code operation } } }', { s: minor });
    expect(auditEntries.nodes).toContainEqual({ code: 'MINOR_APPROVAL_NEEDED', operation: 'revealPersonalData' });
  });

  test('is not in the exported list either', async () => {
    const ExcelJS = (await import('exceljs')).default;
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(await (await consortium.secretary.fetch('/exports/resources.xlsx')).arrayBuffer());
    expect(JSON.stringify(workbook.worksheets[0]!.getSheetValues())).not.toContain(ID_NUMBER.slice(-4));
  });

  test('is seen for a day by whoever asked, once another one has approved; each look is counted and recorded', async () => {
    const input = { resourceId: minor, reason: '核对实习保险' };
    const [first, again] = await Promise.all([administrator.run(ASK, { input, key: 'k1' }), administrator.run(ASK, { input, key: 'k1' })]);
    const { id } = first.askMinorAccess;
    expect(again.askMinorAccess.id).toBe(id);
    expect((await administrator.refusal(ASK, { input })).code).toBe('MINOR_ACCESS_OPEN');
    expect((await administrator.refusal(DECIDE, { id, input: { approve: true } })).code).toBe('MINOR_ACCESS_ONESELF');
    const { minorAccesses } = await consortium.secretary.run(LIST);
    expect(minorAccesses.nodes[0]).toMatchObject({ id, viewerCanDecide: true, resource: { name: '小徒弟' }, askedBy: { name: '单位管理员' }, reason: '核对实习保险' });
    expect((await consortium.secretary.run('{ messages(first: 3) { nodes { kind more } } }')).messages.nodes).toContainEqual({ kind: 'MINOR_ACCESS_ASKED', more: '用途：核对实习保险' });
    const { decideMinorAccess } = await consortium.secretary.run(DECIDE, { id, input: { approve: true } });
    expect(decideMinorAccess.state).toBe('APPROVED');
    expect(Date.parse(decideMinorAccess.until) - Date.now()).toBeLessThanOrEqual(24 * 3_600_000);
    expect((await administrator.run(REVEAL, { id: minor })).revealPersonalData).toEqual({ idNumber: ID_NUMBER, phone: '13912345678', minor: true });
    // Somebody else's approval is not mine.
    expect((await consortium.secretary.refusal(REVEAL, { id: minor })).code).toBe('MINOR_APPROVAL_NEEDED');
    expect((await consortium.secretary.run(LIST)).minorAccesses.nodes[0].looks).toBe(1);
    expect((await consortium.secretary.run(AUDIT)).minorsAudit).toEqual({ year: new Date().getFullYear(), minors: 1, asked: 1, approved: 1, looks: 1 });
    await own(`update scheduling.minor_access set until = now() - interval '1 second' where id = $1`, [id]);
    expect((await administrator.refusal(REVEAL, { id: minor })).code).toBe('MINOR_APPROVAL_NEEDED');
  });

  test('a refusal needs a reason, which whoever asked is told', async () => {
    const { askMinorAccess: { id } } = await consortium.secretary.run(ASK, { input: { resourceId: minor, reason: '随便看看' } });
    expect(await administrator.refusal(DECIDE, { id, input: { approve: false } })).toMatchObject({ code: 'BAD_INPUT', field: 'input.answer' });
    await administrator.run(DECIDE, { id, input: { approve: false, answer: '用途不明' } });
    expect((await consortium.secretary.run('{ messages(first: 3) { nodes { kind more } } }')).messages.nodes).toContainEqual({ kind: 'MINOR_ACCESS_REFUSED', more: '理由：用途不明' });
    expect((await consortium.secretary.refusal(REVEAL, { id: minor })).code).toBe('MINOR_APPROVAL_NEEDED');
  });

  test('nobody asks who may not look at personal data at all, about adults, or of another consortium', async () => {
    const teacher = await consortium.person(['TEACHER']);
    expect((await teacher.refusal(ASK, { input: { resourceId: minor, reason: '好奇' } })).code).toBe('FORBIDDEN');
    expect((await administrator.refusal(ASK, { input: { resourceId: adult, reason: '核对' } })).code).toBe('NOT_A_MINOR');
    const elsewhere = await TestConsortium.found('别处');
    expect((await elsewhere.secretary.refusal(ASK, { input: { resourceId: minor, reason: '核对' } })).code).toBe('NOT_FOUND');
    expect((await elsewhere.secretary.run(LIST)).minorAccesses.totalCount).toBe(0);
    expect((await teacher.run(AUDIT)).minorsAudit).toBeNull();
  });

  test('who decides and sees nothing of the registers learns of the resource that there is one', async () => {
    const security = await consortium.person(['SECURITY_ADMINISTRATOR']);
    const { minorAccesses } = await security.run('{ minorAccesses { nodes { resource { name code place consortium } } } }');
    expect(minorAccesses.nodes.length).toBeGreaterThan(0);
    for (const { resource } of minorAccesses.nodes) expect(resource).toEqual({ name: '—', code: null, place: null, consortium: null });
  });
});
