import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Client, operator, PASSWORD, TestConsortium } from '@gongjian/platform/testing';
import ExcelJS from 'exceljs';

const ENTRIES = `query ($filter: AuditFilter, $first: Int = 50, $after: String) { auditEntries(filter: $filter, first: $first, after: $after) { totalCount pageInfo { hasNextPage endCursor }
  nodes { id at operation operationText kind result code codeText bySystem address requestId changeCount person { id name } organisation { id name } seal { seq state } changes { action subjectType subjectId subjectName fields { field label before after } } } } }`;
const VERIFY = fileURLToPath(new URL('../../../infra/verify/audit.mjs', import.meta.url));

let consortium: TestConsortium;
let auditor: Client & { personId: string };
let teacher: Client & { personId: string; login: string };
beforeAll(async () => {
  consortium = await TestConsortium.found('审计联合体');
  auditor = await consortium.person(['AUDITOR'], consortium.lead.id, '谭审计');
  teacher = await consortium.person(['TEACHER'], consortium.lead.id, '王老师');
});

const entries = async (filter: object, who: Client = auditor) => (await who.run(ENTRIES, { filter })).auditEntries;
async function until<T>(read: () => Promise<T>, holds: (value: T) => boolean): Promise<T> {
  for (let tries = 0; ; tries++) {
    const value = await read();
    if (holds(value) || tries > 150) return value;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

describe('what the log says', () => {
  test('a mutation is one entry: who, for whom, what, from where; in words of the reader', async () => {
    const organisation = await consortium.member('审计示例重工');
    const { nodes, totalCount } = await entries({ operation: 'addMember', search: '审计示例' });
    expect(totalCount).toBe(1);
    expect(nodes[0]).toMatchObject({ operationText: '添加成员单位', kind: 'CHANGE', result: 'DONE', person: { name: '秘书' }, organisation: { id: consortium.lead.id }, address: consortium.secretary.address });
    expect(nodes[0].changes.find((change: { subjectType: string }) => change.subjectType === 'Membership').fields).toContainEqual({ field: 'organisationId', label: '单位', before: null, after: organisation.name });
  });

  test('names and logins of people are not in it, and it says so', async () => {
    const { nodes } = await entries({ operation: 'addPerson', subjectType: 'Person', subjectId: teacher.personId });
    expect(nodes).toHaveLength(1);
    const person = nodes[0].changes.find((change: { subjectType: string }) => change.subjectType === 'Person');
    expect(person.fields).toContainEqual({ field: 'login', label: '登录名', before: null, after: '（已加密，不显示）' });
    expect(person.subjectName).toBe('王老师');
    expect(JSON.stringify(nodes)).not.toContain(teacher.login);
  });

  test('coming, going, changing the seat and being turned away at the door are entries', async () => {
    const guest = await consortium.person(['TEACHER'], consortium.lead.id, '来访者');
    await new Client().post('/auth/sign-in', { login: guest.login, password: 'wrong-Password-1' });
    const { id: elsewhere } = await consortium.member('另一席位学院');
    await consortium.secretary.run('mutation ($input: GrantRoleInput!) { grantRole(input: $input) { id } }', { input: { personId: guest.personId, organisationId: elsewhere, role: 'TEACHER' } });
    expect((await guest.post('/auth/seat', { consortiumId: consortium.id, organisationId: elsewhere })).status).toBe(200);
    await guest.post('/auth/sign-out', {});
    const { nodes } = await entries({ kind: 'ACCESS', personId: guest.personId });
    expect(nodes.map(({ operation, result, code }: Record<string, string>) => [operation, result, code])).toEqual([
      ['auth.signOut', 'DONE', null],
      ['auth.switchSeat', 'DONE', null],
      ['auth.signIn', 'REFUSED', 'SIGN_IN_FAILED'],
      ['auth.signIn', 'DONE', null],
    ]);
  });

  test('a name that nobody has is in the log of the installation, as a fingerprint', async () => {
    const typed = `geheim-${Date.now()}`;
    const stranger = new Client();
    await stranger.post('/auth/sign-in', { login: typed, password: 'whatever-it-is' });
    const { nodes } = await entries({ kind: 'ACCESS', address: stranger.address }, await operator());
    expect(nodes).toHaveLength(1);
    expect(nodes[0]).toMatchObject({ result: 'REFUSED', code: 'SIGN_IN_FAILED', person: null });
    expect(JSON.stringify(nodes)).not.toContain(typed);
  });

  test('an attempt at what is not one\'s own is kept although it was rolled back', async () => {
    const refused = await teacher.refusal('mutation ($input: AddMemberInput!) { addMember(input: $input) { id } }', { input: { organisation: { name: '不行学院', kind: 'SCHOOL', uscc: consortium.lead.uscc } } });
    expect(refused.code).toBe('FORBIDDEN');
    const { nodes } = await entries({ result: 'REFUSED', personId: teacher.personId, operation: 'addMember' });
    expect(nodes).toEqual([expect.objectContaining({ code: 'FORBIDDEN', codeText: '角色不允许' })]);
  });

  test('speaks English as well', async () => {
    auditor.language = 'en';
    const { nodes } = await entries({ operation: 'addPerson' });
    auditor.language = 'zh-CN';
    expect(nodes[0].operationText).toBe('Add a person');
    expect(JSON.stringify(nodes[0].changes.map((change: { fields: { label: string }[] }) => change.fields.map(({ label }) => label)))).not.toMatch(/[\u4E00-\u9FFF]/);
  });
});

describe('who reads it', () => {
  test('auditors and secretaries; others are refused, and that is in the log', async () => {
    expect((await entries({}, consortium.secretary)).totalCount).toBeGreaterThan(3);
    for (const query of ['{ auditEntries { totalCount } }', '{ auditChain { seq } }']) expect((await teacher.refusal(query)).code).toBe('FORBIDDEN');
    expect((await entries({ personId: teacher.personId, operation: 'auditEntries', result: 'REFUSED' })).totalCount).toBe(1);
    expect((await teacher.fetch('/audit-files/entries.jsonl')).status).toBe(403);
    expect((await new Client().fetch('/audit-files/entries.jsonl')).status).toBe(401);
  });

  test('everybody reads what was done to their own record, and nothing else', async () => {
    const mine = (await teacher.run('{ entriesAboutMe { nodes { id operation address person { name } changes { subjectType subjectId } } } }')).entriesAboutMe.nodes;
    expect(mine.map(({ operation }: { operation: string }) => operation)).toContain('addPerson');
    for (const entry of mine) {
      expect(entry.address).toBeNull();
      expect(entry.changes).toEqual([{ subjectType: 'Person', subjectId: teacher.personId }]);
    }
    const { nodes } = await entries({ operation: 'createConsortium' });
    expect((await teacher.run('query ($id: ID!) { auditEntry(id: $id) { id } }', { id: nodes[0].id })).auditEntry).toBeNull();
  });

  test('another consortium\'s entries are like ones that do not exist', async () => {
    const other = await TestConsortium.found('别的联合体');
    const { nodes } = await entries({});
    expect((await other.secretary.run('query ($id: ID!) { auditEntry(id: $id) { id } }', { id: nodes[0].id })).auditEntry).toBeNull();
    expect((await entries({ personId: teacher.personId }, other.secretary)).totalCount).toBe(0);
  });

  test('pages join without gap', async () => {
    const all = (await entries({})).nodes.map(({ id }: { id: string }) => id);
    const pages: string[] = [];
    for (let after: string | null = null, more = true; more; ) {
      const { auditEntries }: { auditEntries: { nodes: { id: string }[]; pageInfo: { hasNextPage: boolean; endCursor: string | null } } } = await auditor.run<any>(ENTRIES, { first: 3, after, filter: {} });
      pages.push(...auditEntries.nodes.map(({ id }) => id));
      ({ hasNextPage: more, endCursor: after } = auditEntries.pageInfo);
    }
    expect(pages.slice(-all.length)).toEqual(all.slice(-pages.length));
    expect(await auditor.refusal(ENTRIES, { filter: { kind: null, from: '2026-01-01' } })).toBeDefined();
  });
});

describe('the chain, and files of it', () => {
  const folder = mkdtempSync(join(tmpdir(), 'gongjian-audit-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const save = (name: string, text: string) => {
    const file = join(mkdtempSync(join(folder, 'file-')), name);
    writeFileSync(file, text);
    return file;
  };
  const verify = (...args: string[]) => spawnSync(process.execPath, [VERIFY, ...args], { encoding: 'utf8', env: { PATH: process.env.PATH } });

  test('entries are sealed within seconds', async () => {
    await consortium.member('很快封存学院');
    const { nodes } = await until(() => entries({ operation: 'addMember', search: '很快封存' }), (found) => found.nodes[0]?.seal);
    expect(nodes[0].seal.state).toBe('PROVEN');
    const { auditChain } = await auditor.run('{ auditChain { seq hash fingerprint publicKey anchorSeq oldestAt faultCount } }');
    expect(auditChain).toMatchObject({ anchorSeq: 0, faultCount: 0 });
    expect(auditChain.seq).toBeGreaterThanOrEqual(nodes[0].seal.seq);
  });

  test('an export verifies without database and server, with the key given; any change in it is found', async () => {
    const text = await (await auditor.fetch('/audit-files/entries.jsonl')).text();
    const head = await (await auditor.fetch('/audit-files/head.json')).text();
    const key = save('key', JSON.parse(head).publicKey);
    const file = save('entries.jsonl', text);
    const good = verify(file, '--key', key);
    expect(good.stdout).toContain('nothing was changed');
    expect(good.status).toBe(0);

    const lines = text.trimEnd().split('\n');
    const at = lines.findIndex((line) => line.includes('"operation":"addPerson"'));
    const edited = lines.with(at, lines[at]!.replace('"result":"DONE"', '"result":"REFUSED"'));
    const { seq } = JSON.parse(lines[at]!) as { seq: number };
    for (const broken of [edited, lines.toSpliced(at, 1), lines.toSpliced(at, 0, lines[at]!), lines.with(at, lines[at + 1]!).with(at + 1, lines[at]!), lines.slice(0, -1)]) {
      const { status, stdout } = verify(save('entries.jsonl', broken.join('\n')), '--key', key);
      expect(status).toBe(1);
      expect(stdout).toMatch(/first fault at seq \d+/);
    }
    expect(verify(save('entries.jsonl', edited.join('\n'))).stdout).toContain(`first fault at seq ${seq} `);
    // An older file with a younger head: cut off, or so it looks.
    await until(async () => JSON.parse(await (await auditor.fetch('/audit-files/head.json')).text()).seq as number, (now) => now > JSON.parse(head).seq);
    expect(verify(file, '--head', save('head.json', await (await auditor.fetch('/audit-files/head.json')).text())).stdout).toContain('cut off');
    expect(verify(file, '--key', save('key', Buffer.alloc(32, 7).toString('base64'))).stdout).toContain('another key');
    expect(verify(join(tmpdir(), 'no-such-file')).status).toBe(1);
  });

  test('the export is itself in the log', async () => {
    await auditor.fetch('/audit-files/entries.jsonl');
    const { nodes } = await entries({ kind: 'EXPORT', personId: auditor.personId });
    expect(nodes[0]).toMatchObject({ operation: 'GET /audit-files/entries.jsonl', operationText: '导出审计记录（可核验）' });
  });

  test('the workbook is for people: what the page shows, with its filters', async () => {
    const response = await auditor.fetch(`/audit-files/entries.xlsx?operation=addPerson&personId=`);
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load((await response.arrayBuffer()) as never);
    const [sheet] = workbook.worksheets;
    expect(sheet!.getRow(1).getCell(4).value).toBe('操作');
    expect(sheet!.getRow(2).getCell(4).value).toBe('添加人员');
    expect(sheet!.getRow(2).getCell(7).value).toContain('角色');
    expect((await auditor.fetch('/audit-files/entries.xlsx?kind=NONSENSE')).status).toBe(400);
  });
});

test('somebody who signs in with the right password after a wrong one is let in', async () => {
  await new Client().post('/auth/sign-in', { login: teacher.login, password: 'wrong-Password-1' });
  await new Client().signIn(teacher.login, PASSWORD);
});
