import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Client } from '@gongjian/platform/testing';
import { parties } from './agreeing.ts';
import { barriers } from './browser/axe.ts';
import { again, useBrowser } from './browser/browser.ts';
import { opening, walkable } from './browser/keys.ts';
import { idNumberOfMinor, Park, type Person, nextWeek } from './kit.ts';
import { askToComeIn } from './registering.ts';

useBrowser();

let park: Park;
let secretary: Client;
let administrator: Person;
let school: Client;
let subject: Person;
let correcting: Person;
let applicant: Client;
/** The pages of what was made, by what they are called below. */
let at: Record<string, string> = {};

beforeAll(async () => {
  park = await Park.open();
  const { consortium, lead } = park;
  secretary = consortium.secretary;
  administrator = await consortium.person(['ORGANISATION_ADMINISTRATOR'], lead.id, '黄主任');
  subject = await consortium.person(['RESOURCE_KEEPER'], lead.id, '阿依古丽·买买提');
  const lathe = await park.resource('数控车床', { keeper: '阿依古丽·买买提' });
  await park.book([lathe], nextWeek(2), '09:00', '11:00', { title: '车工实训' }, subject);
  await park.book([lathe], nextWeek(3), '09:00', '11:00', { title: '铣工实训' }, subject);
  const leaver = await consortium.person(['TEACHER'], lead.id, '令狐冲');
  await leaver.run('mutation { closeAccount { needsDecision } }');
  correcting = await consortium.person(['TEACHER'], lead.id, '段誉');
  await correcting.run('mutation ($input: AskCorrectionInput!) { askCorrection(input: $input) { id } }', { input: { field: 'NAME', wanted: '段正明' } });
  const minor = await consortium.registered('小学徒', idNumberOfMinor());
  // One wish waits for its answer; the other administrator has not asked yet.
  await administrator.run('mutation ($input: AskMinorAccessInput!) { askMinorAccess(input: $input) { id } }', { input: { resourceId: minor, reason: '核对实习责任保险' } });
  const { createWebhook } = await administrator.run('mutation { createWebhook(input: { url: "http://127.0.0.1:9/hooks", events: [BOOKING_CREATED] }) { webhook { id } } }');
  await administrator.run('mutation ($id: ID!) { testWebhook(id: $id) { id } }', { id: createWebhook.webhook.id });
  await administrator.run('mutation { createApiKey(input: { name: "教务系统", scopes: [READ_RESOURCES], days: 10 }) { secret } }');
  ({ school } = await parties(consortium));
  const member = await consortium.member('示例职业技术学院', 'SCHOOL');
  ({ applicant } = await askToComeIn(administrator, [`a-${Date.now()}@example.org`, `b-${Date.now()}@example.org`]));
  at = { subject: `/people/${subject.personId}`, closing: `/people/${leaver.personId}`, correcting: `/people/${correcting.personId}`, minor: `/resources/${minor}`, webhook: `/developers/webhooks/${createWebhook.webhook.id}`, member: `/members/${member.id}` };
});

const as = { secretary: () => secretary, administrator: () => administrator, other: () => school, subject: () => subject, correcting: () => correcting, applicant: () => applicant };

/** Who opens where what, and what is there once the dialog is complete. */
const DIALOGS: [who: keyof typeof as, path: string, name: string | RegExp, sign?: string | RegExp][] = [
  ['secretary', '/members', '添加单位'], ['secretary', '/people', '邀请人员'], ['secretary', '/people', '添加人员'], ['secretary', '/people', '开启三员分立'],
  ['secretary', 'subject', '办理离开', '车工实训'], ['secretary', 'subject', '暂停'], ['secretary', 'subject', '授予角色'], ['secretary', 'subject', /^修改设备管理员/], ['secretary', 'subject', /^收回设备管理员/],
  ['secretary', 'closing', '答复'], ['secretary', 'correcting', '答复'], ['secretary', '/minor-access', /^答复/], ['other', 'minor', '申请查看'],
  ['secretary', 'member', '退出联合体'], ['secretary', 'member', '变更成员身份'], ['secretary', 'member', '暂停'],
  ['subject', '/account/security', '修改密码'], ['subject', '/account/security', '添加邮箱'], ['subject', '/account/security', '绑定身份验证器应用', '不能扫码'], ['subject', '/account/data', '请求更正'], ['correcting', '/account/data', '注销账号'],
  ['administrator', '/developers', '新建密钥'], ['administrator', '/developers', '轮换'], ['administrator', '/developers', '停用'],
  ['administrator', '/developers/webhooks', '新建 Webhook'], ['administrator', 'webhook', '编辑'], ['administrator', 'webhook', '按时间重发'], ['administrator', 'webhook', '更换签名密钥'], ['administrator', 'webhook', '删除'], ['administrator', 'webhook', 'webhook.test', /没有答复/],
  ['administrator', '/people/registrations', /^确认.*的申请$/], ['administrator', '/people/registrations', /^拒绝.*的申请$/], ['administrator', '/people/registrations', '更换链接'], ['administrator', '/people/registrations', '关闭自助注册'],
  ['applicant', '/registration/waiting', '撤回申请'], ['other', '/agreements', '起草协议'], ['other', '/pools', '新建资源池'],
];

describe('what opens by keyboard', () => {
  it.each(DIALOGS.map(([who, path, name, sign]) => [who, path, name, sign] as const))('%s %s “%s”: all in it is come to, nobody falls out of it, nothing is a barrier, and Escape leads back', async (who, path, name, sign) => {
    const page = await again(as[who](), at[path] ?? path);
    const opener = page.getByRole('button', { name, exact: typeof name === 'string' }).first();
    const dialog = await opening(page, opener);
    if (sign) await dialog.getByText(sign).first().waitFor();
    expect(await barriers(page)).toEqual([]);
    await walkable(page);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    expect(await opener.evaluate((element) => element === document.activeElement)).toBe(true);
  });
});
