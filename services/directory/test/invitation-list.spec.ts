import { describe, expect, it } from '@jest/globals';
import { type Client, TestConsortium } from '@gongjian/platform/testing';
import ExcelJS from 'exceljs';
import { anAddress, asOwner, linkTo, mailsOf } from './mail-kit.ts';

const LIST = 'fileName sheets sheet headingRow columns { index heading field samples } counts { total new invited bad } lines { number state name email organisation roles problems { field code message } } refusedUrl';
const READ = `query ($input: InvitationListInput!) { invitationList(input: $input) { ${LIST} } }`;
const SEND = `mutation ($input: InvitationListInput!, $goodDays: Int, $language: String) { inviteFromList(input: $input, goodDays: $goodDays, language: $language) { sent list { ${LIST} } } }`;
const INVITATIONS = '{ invitations(first: 200) { nodes { name email roles state organisation { id } } totalCount } }';

interface Line {
  number: number;
  state: string;
  name: string;
  email: string;
  organisation: string;
  roles: string[];
  problems: { field: string | null; code: string; message: string }[];
}

async function upload(client: Client, content: string | Buffer, name = '人员名单.csv'): Promise<string> {
  const form = new FormData();
  form.append('file', new Blob([typeof content === 'string' ? content : new Uint8Array(content)]), name);
  return ((await (await client.fetch('/files', { method: 'POST', body: form })).json()) as { id: string }).id;
}

async function scene() {
  const consortium = await TestConsortium.found();
  const firm = await consortium.member('示例重工有限公司');
  const administrator = await consortium.person(['ORGANISATION_ADMINISTRATOR'], firm.id, '王主任');
  return { consortium, firm, administrator, secretary: consortium.secretary };
}
const read = async (who: Client, input: object) => (await who.run(READ, { input })).invitationList as { lines: Line[]; counts: object; columns: { heading: string; field: string | null }[]; sheets: string[]; sheet: string; headingRow: number; refusedUrl: string | null };
const codes = (lines: readonly Line[]) => lines.map(({ number, state, problems }) => [number, state, ...problems.map(({ field, code }) => `${field} ${code}`)]);

describe('a table of people to invite', () => {
  it('is read as people keep it: titles above, other headings, blank rows, repeated headings, full-width letters', async () => {
    const { administrator, firm } = await scene();
    const address = anAddress();
    const fileId = await upload(administrator, `\uFEFF2026 年秋季入驻人员名单,,,\n\n序号,电子邮箱,教师姓名,拟任角色\n1,${address.replace('@', '＠')},阿依古丽·买买提,教师、协调员\n,,,\n序号,电子邮箱,教师姓名,拟任角色\n2,${anAddress()},䶮,teacher\n合计 2 人,,,\n`);
    const { lines, columns, headingRow } = await read(administrator, { fileId });
    expect(headingRow).toBe(3);
    expect(columns.map(({ heading, field }) => [heading, field])).toEqual([['序号', null], ['电子邮箱', 'EMAIL'], ['教师姓名', 'NAME'], ['拟任角色', 'ROLES']]);
    expect(lines).toMatchObject([
      { number: 4, state: 'NEW', name: '阿依古丽·买买提', email: address, organisation: firm.name, roles: ['TEACHER', 'COORDINATOR'], problems: [] },
      { number: 7, state: 'NEW', name: '䶮', roles: ['TEACHER'] },
    ]);
  });

  it('tells each line what is wrong with it, and where, in the language of whoever asks', async () => {
    const { administrator, secretary, firm, consortium } = await scene();
    const address = anAddress();
    const rows = [`李四,${address},,教师`, `,${anAddress()},,教师`, '张三,不是邮箱,,教师', `王五,${anAddress()},无名公司,教师`, `赵六,${anAddress()},,校长`, `钱七,${anAddress()},,`, `李四,${address.toUpperCase()},,教师`, `孙八,${anAddress()},${consortium.lead.name},教师`, `周九,${anAddress()},,秘书`];
    const fileId = await upload(administrator, `姓名,邮箱,单位,角色\n${rows.join('\n')}\n`);
    const { lines } = await read(administrator, { fileId });
    expect(codes(lines)).toEqual([
      [2, 'NEW'], [3, 'BAD', 'NAME REQUIRED'], [4, 'BAD', 'EMAIL BAD_EMAIL'], [5, 'BAD', 'ORGANISATION ORGANISATION_NOT_INVITABLE'], [6, 'BAD', 'ROLES ROLE_UNKNOWN'],
      [7, 'BAD', 'ROLES REQUIRED'], [8, 'BAD', 'EMAIL LINE_TWICE'], [9, 'BAD', 'ORGANISATION ORGANISATION_NOT_INVITABLE'], [10, 'BAD', 'ROLES ROLE_UNKNOWN'],
    ]);
    expect(lines[4]!.problems[0]!.message).toBe('没有“校长”这一角色');
    administrator.language = 'en';
    expect((await read(administrator, { fileId })).lines[4]!.problems[0]!.message).toBe('There is no role “校长”');
    // Whoever coordinates invites for all, by name or by code.
    const all = await upload(secretary, `Name,E-mail,Company,Role\nA,${anAddress()},${firm.name},Teacher\nB,${anAddress()},无名公司,Teacher\n`);
    expect(codes((await read(secretary, { fileId: all })).lines)).toEqual([[2, 'NEW'], [3, 'BAD', 'ORGANISATION ORGANISATION_NOT_INVITABLE']]);
    // Roles that are not one's to give.
    const high = await upload(administrator, `姓名,邮箱,角色\n甲,${anAddress()},PARK_ADMINISTRATOR\n`);
    expect(codes((await read(administrator, { fileId: high })).lines)).toEqual([[2, 'BAD', 'ROLES ROLE_NOT_GRANTABLE']]);
  });

  it('invites the good lines together, each by a mail of their own; the bad ones stay out', async () => {
    const { administrator, consortium, firm } = await scene();
    const [first, second] = [anAddress(), anAddress()];
    const fileId = await upload(administrator, `姓名,邮箱,角色\n李四,${first},教师\n王五,${second},\n坏行,不是邮箱,教师\n`);
    const input = { fileId, organisationId: firm.id, roles: ['ENGINEER'] };
    const { inviteFromList } = await administrator.run(SEND, { input, goodDays: 30 });
    expect(inviteFromList).toMatchObject({ sent: 2, list: { counts: { total: 3, new: 0, invited: 2, bad: 1 } } });
    const { invitations } = await administrator.run(INVITATIONS);
    expect(invitations.nodes.map(({ email, roles, state }: { email: string; roles: string[]; state: string }) => [email, roles, state])).toEqual(expect.arrayContaining([[first, ['TEACHER'], 'OPEN'], [second, ['ENGINEER'], 'OPEN']]));
    expect(await mailsOf(consortium.id, first)).toMatchObject([{ about: 'INVITATION' }]);
    expect(await linkTo(consortium.id, second)).toHaveLength(43);
    expect(await asOwner("select 1 from platform.audit_entry where tenant_id = $1 and operation = 'inviteFromList'", [consortium.id])).toHaveLength(1);
  });

  it('invites nobody twice, however often and however parallel it is sent, also beside single invitations', async () => {
    const { administrator, secretary, firm } = await scene();
    const addresses = Array.from({ length: 12 }, () => anAddress());
    const table = (order: readonly string[]) => `姓名,邮箱,角色\n${order.map((address, n) => `人${n},${address},教师`).join('\n')}\n`;
    const one = await upload(administrator, table(addresses));
    const two = await upload(secretary, table(addresses.toReversed()));
    const answers = await Promise.all([administrator.run(SEND, { input: { fileId: one } }), secretary.run(SEND, { input: { fileId: two, organisationId: firm.id } }), administrator.run(SEND, { input: { fileId: one } })]);
    expect(answers.reduce((sum, { inviteFromList }) => sum + inviteFromList.sent, 0)).toBe(addresses.length);
    expect((await administrator.run(INVITATIONS)).invitations.totalCount).toBe(addresses.length);
    expect((await read(administrator, { fileId: one })).counts).toEqual({ total: 12, new: 0, invited: 12, bad: 0 });
  });

  it('says the same of an address whether or not somebody has an account with it', async () => {
    const { administrator, consortium } = await scene();
    const known = anAddress();
    const stranger = await consortium.person(['TEACHER']);
    await asOwner('update directory.account set login = $2 where person_id = $1', [stranger.personId, known]);
    const fileId = await upload(administrator, `姓名,邮箱,角色\n李四,${known},教师\n王五,${anAddress()},教师\n`);
    expect(codes((await read(administrator, { fileId })).lines)).toEqual([[2, 'NEW'], [3, 'NEW']]);
  });

  it('takes what a person says of its columns and its sheet, and brings the refused lines back with their reasons', async () => {
    const { administrator } = await scene();
    const workbook = new ExcelJS.Workbook();
    workbook.addWorksheet('说明').addRow(['请填写名单']);
    workbook.addWorksheet('教师').addRows([['工作邮箱', '备用邮箱', '称呼'], ['不是邮箱', anAddress(), '李四'], [anAddress(), '', '王五']]);
    const fileId = await upload(administrator, Buffer.from(await workbook.xlsx.writeBuffer()), '名单.xlsx');
    const guessed = await read(administrator, { fileId, roles: ['TEACHER'] });
    expect([guessed.sheets, guessed.sheet, guessed.columns.map(({ field }) => field)]).toEqual([['教师'], '教师', ['EMAIL', null, null]]);
    const columns = [{ index: 2, field: 'NAME' }];
    const said = await read(administrator, { fileId, roles: ['TEACHER'], columns });
    expect(codes(said.lines)).toEqual([[2, 'BAD', 'EMAIL BAD_EMAIL'], [3, 'NEW']]);
    const back = new ExcelJS.Workbook();
    const response = await administrator.fetch(said.refusedUrl!);
    expect(response.status).toBe(200);
    await back.xlsx.load(await response.arrayBuffer());
    expect(back.worksheets[0]!.getSheetValues().slice(1).map((row) => (row as unknown[]).slice(1))).toMatchObject([['工作邮箱', '备用邮箱', '称呼', '原因'], ['不是邮箱', expect.anything(), '李四', expect.stringMatching(/^工作邮箱：/)]]);
    const other = await read(administrator, { fileId, roles: ['TEACHER'], columns: [...columns, { index: 1, field: 'EMAIL' }] });
    expect(codes(other.lines)).toEqual([[2, 'NEW'], [3, 'BAD', 'EMAIL REQUIRED']]);
    expect(await administrator.refusal(READ, { input: { fileId, sheet: '没有' } })).toMatchObject({ code: 'SHEET_UNKNOWN', field: 'input.sheet' });
  });

  it('is refused as a whole where it is no such table, too long, or not one\'s own', async () => {
    const { administrator, consortium, firm } = await scene();
    const refusal = async (content: string | Buffer, name?: string) => administrator.refusal(READ, { input: { fileId: await upload(administrator, content, name) } });
    expect(await refusal('设备名称,资产编号\n车床,A1\n')).toMatchObject({ code: 'INVITATION_LIST_HEADINGS', field: 'input.fileId' });
    expect(await refusal('<html><table></table></html>', 'a.csv')).toMatchObject({ code: 'FILE_NOT_A_TABLE', field: 'input.fileId' });
    expect(await refusal(Buffer.from('PK\u0003\u0004 not a workbook xl/workbook.xml', 'latin1'), 'a.xlsx')).toMatchObject({ code: 'FILE_DAMAGED', field: 'input.fileId' });
    expect(await refusal(`姓名,邮箱,角色\n${'李四,a@example.org,教师\n'.repeat(1001)}`)).toMatchObject({ code: 'TOO_MANY_ROWS', field: 'input.fileId' });
    // Few people in many lines: none of them is left out without a word.
    expect(await refusal(`姓名,邮箱,角色\n李四,a@example.org,教师\n${',,\n'.repeat(1200)}王五,b@example.org,教师\n`)).toMatchObject({ code: 'TOO_MANY_ROWS', field: 'input.fileId' });
    const foreign = await upload(consortium.secretary, `姓名,邮箱\n李四,${anAddress()}\n`);
    expect(await administrator.refusal(READ, { input: { fileId: foreign } })).toMatchObject({ code: 'NOT_FOUND', field: 'input.fileId' });
    const teacher = await consortium.person(['TEACHER'], firm.id);
    const own = await upload(teacher, `姓名,邮箱\n李四,${anAddress()}\n`);
    expect(await teacher.refusal(SEND, { input: { fileId: own, roles: ['TEACHER'] } })).toMatchObject({ code: 'FORBIDDEN' });
    expect((await consortium.secretary.run(INVITATIONS)).invitations.totalCount).toBe(0);
  });
});
