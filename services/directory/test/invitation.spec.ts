import { describe, expect, it } from '@jest/globals';
import { Client, PASSWORD, TestConsortium } from '@gongjian/platform/testing';
import { aLogin, dayFromNow, grantRole, me, revokeRole, soon } from './kit.ts';
import { anAddress, asOwner, linkTo, mailsOf } from './mail-kit.ts';

const invite = 'mutation ($input: InvitePersonInput!, $key: String) { invitePerson(input: $input, idempotencyKey: $key) { id name email roles since until state sentAt expiresAt mail invitedBy { id } organisation { id } viewerCanResend viewerCanWithdraw } }';
const resend = 'mutation ($id: ID!) { resendInvitation(id: $id) { id state sentAt invitedBy { id } } }';
const withdraw = 'mutation ($id: ID!) { withdrawInvitation(id: $id) { id state } }';
const list = 'query ($filter: InvitationFilter) { invitations(filter: $filter) { nodes { id state email person { id name } } totalCount } }';
const messages = '{ messages { nodes { kind what } } }';
const FORGED = 'A'.repeat(43);

interface Answer {
  status: number;
  body: any;
}
async function door(client: Client, path: string, body: object): Promise<Answer> {
  const response = await client.post(`/auth/invitation${path}`, body);
  return { status: response.status, body: await response.json() };
}
const look = (client: Client, token: string) => door(client, '', { token });
const accept = (client: Client, token: string) => door(client, '/accept', { token });
const register = (client: Client, token: string, more: object = {}) => door(client, '/register', { token, name: '李四', login: aLogin(), password: PASSWORD, ...more });

async function scene() {
  const consortium = await TestConsortium.found();
  const firm = await consortium.member();
  const administrator = await consortium.person(['ORGANISATION_ADMINISTRATOR'], firm.id, '王主任');
  const input = (more: object = {}) => ({ name: '李四', email: anAddress(), organisationId: firm.id, roles: ['TEACHER'], ...more });
  const send = async (more: object = {}, who: Client = administrator) => {
    const given = input(more);
    const { invitePerson } = await who.run(invite, { input: given });
    return { ...invitePerson, token: await linkTo(consortium.id, given.email) } as { id: string; email: string; token: string; expiresAt: string };
  };
  return { consortium, firm, administrator, secretary: consortium.secretary, input, send };
}
const seatsOf = async (client: Client) => (await client.run(me)).me.seats as { roles: string[]; organisation: { id: string } }[];
const rolesOf = async (client: Client) => (await client.run(me)).me.roles as string[];

describe('an invitation', () => {
  it('is mailed with a link that tells whoever opens it who invites, into what, as what; only a hash of it is kept', async () => {
    const { consortium, firm, administrator, input } = await scene();
    const given = input({ name: '阿依古丽·买买提', roles: ['TEACHER', 'COORDINATOR'] });
    const { invitePerson } = await administrator.run(invite, { input: given });
    expect(invitePerson).toMatchObject({ name: '阿依古丽·买买提', email: given.email, roles: ['TEACHER', 'COORDINATOR'], state: 'OPEN', mail: 'WAITING', organisation: { id: firm.id }, invitedBy: { id: administrator.personId }, viewerCanResend: true, viewerCanWithdraw: true });
    expect(Math.round((Date.parse(invitePerson.expiresAt) - Date.parse(invitePerson.sentAt)) / 86_400_000)).toBe(14);
    const [mail] = await mailsOf(consortium.id, given.email);
    expect(mail).toMatchObject({ about: 'INVITATION', subject: `王主任邀请您加入${firm.name}` });
    expect(mail!.text).toContain('“教师、协调员”');
    const token = await linkTo(consortium.id, given.email);
    expect((await look(new Client(), token)).body).toEqual({
      consortium: '测试联合体', organisation: firm.name, inviter: '王主任', roles: ['TEACHER', 'COORDINATOR'], since: null, until: null, expiresAt: invitePerson.expiresAt, name: '阿依古丽·买买提', email: given.email, known: false, holder: null,
    });
    const rows = await asOwner<{ row: string }>('select i::text as row from directory.invitation i where tenant_id = $1', [consortium.id]);
    for (const secret of [token, given.email, '阿依古丽']) expect(rows.map(({ row }) => row).join()).not.toContain(secret);
  });

  it('is accepted once, by who makes an account, and signs them in on the new seat; the inviter is told', async () => {
    const { firm, administrator, send } = await scene();
    const { token, email, id } = await send();
    const guest = new Client();
    const login = aLogin();
    expect((await register(guest, token, { name: '䶮㛃', login })).body).toMatchObject({ ok: true, signedIn: true, organisationId: firm.id, begun: true });
    expect((await guest.run('{ me { person { name } roles organisation { id } email } }')).me).toEqual({ person: { name: '䶮㛃' }, roles: ['TEACHER'], organisation: { id: firm.id }, email });
    await new Client().signIn(login, PASSWORD);
    expect((await register(new Client(), token)).body).toMatchObject({ code: 'INVITATION_USED' });
    expect((await look(new Client(), token)).body).toEqual({ code: 'INVITATION_USED', message: '这份邀请已被接受。如果是您本人，请直接登录' });
    const told = await soon(async () => (await administrator.run(messages)).messages.nodes as { kind: string; what: string }[], (nodes) => nodes.length > 0);
    expect(told).toEqual([{ kind: 'INVITATION_ACCEPTED', what: `䶮㛃接受了您的邀请，加入了${firm.name}` }]);
    expect((await administrator.run(list, { filter: { state: 'ACCEPTED' } })).invitations.nodes).toMatchObject([{ id, person: { name: '䶮㛃' } }]);
  });

  it('asks a new account for what every account has to meet, each at its field, and stays good meanwhile', async () => {
    const { consortium, send } = await scene();
    const { token, email } = await send();
    const guest = new Client();
    for (const [more, code, field] of [
      [{ name: '  ' }, 'NAME_FORM', 'name'], [{ name: '长'.repeat(51) }, 'NAME_FORM', 'name'], [{ name: '\u200B' }, 'NAME_FORM', 'name'],
      [{ login: 'a b' }, 'LOGIN_FORM', 'login'], [{ login: consortium.secretaryLogin.toUpperCase() }, 'LOGIN_TAKEN', 'login'],
      [{ password: 'short' }, 'PASSWORD_WEAK', 'password'], [{ password: 'Password2026!' }, 'PASSWORD_COMMON', 'password'], [{ password: `Xy7-${email.split('@')[0]}` }, 'PASSWORD_PERSONAL', 'password'],
    ] as const) expect((await register(guest, token, more)).body).toMatchObject({ code, field });
    const before = await asOwner<{ count: number }>('select count(*)::int as count from directory.affiliation where tenant_id = $1', [consortium.id]);
    expect(before[0]!.count).toBe(2);
    expect((await register(guest, token, { name: '王' })).body).toMatchObject({ ok: true });
  });

  it('gives whoever has an account one more seat, under the account that they are signed in with', async () => {
    const { firm, send } = await scene();
    const other = await TestConsortium.found('另一个联合体');
    const someone = await other.person(['ENGINEER'], other.lead.id, '赵工');
    const { token } = await send({ roles: ['ENGINEER', 'TEACHER'] });
    expect((await look(someone, token)).body.holder).toBe('赵工');
    expect((await accept(new Client(), token)).status).toBe(401);
    const { body } = await accept(someone, token);
    expect(body).toMatchObject({ ok: true, organisationId: firm.id, begun: true });
    const seats = await soon(() => seatsOf(someone), (found) => found.length === 2);
    expect(seats.find(({ organisation }) => organisation.id === firm.id)!.roles).toEqual(['ENGINEER', 'TEACHER']);
    expect((await someone.post('/auth/seat', { consortiumId: body.consortiumId, organisationId: firm.id })).status).toBe(200);
    expect(await rolesOf(someone)).toEqual(['ENGINEER', 'TEACHER']);
  });

  it('lets somebody in whose last role has ended, by signing in with the old account, and brings no old role back', async () => {
    const { consortium, firm, secretary, send } = await scene();
    const former = await consortium.person(['SECRETARY', 'TEACHER'], consortium.lead.id, '旧同事');
    for (const { id } of (await secretary.run('query ($id: ID!) { person(id: $id) { roleGrants { id } } }', { id: former.personId })).person.roleGrants) await secretary.run(revokeRole, { id });
    const back = new Client();
    expect((await back.post('/auth/sign-in', { login: former.login, password: PASSWORD })).status).toBe(403);
    const { token } = await send({ roles: ['COORDINATOR'] });
    expect((await door(back, '/sign-in', { token })).body).toEqual({ ok: true });
    expect((await back.post('/auth/sign-in', { login: former.login, password: 'Wrong-Horse-2026' })).status).toBe(401);
    await back.signIn(former.login, PASSWORD);
    expect(await seatsOf(back)).toMatchObject([{ organisation: { id: firm.id }, roles: ['COORDINATOR'] }]);
    expect((await look(new Client(), token)).body.code).toBe('INVITATION_USED');
  });

  it('is taken up by one of two who accept at once, also in two tabs of the same person', async () => {
    const { consortium, firm, send } = await scene();
    const { token } = await send();
    const answers = await Promise.all([1, 2, 3].map(() => register(new Client(), token)));
    expect(answers.map(({ body }) => body.code ?? 'ok').sort()).toEqual(['INVITATION_USED', 'INVITATION_USED', 'ok']);
    const someone = await consortium.person(['TEACHER']);
    const second = await send();
    const tabs = await Promise.all([accept(someone, second.token), accept(someone, second.token)]);
    expect(tabs.map(({ body }) => body.code ?? 'ok').sort()).toEqual(['INVITATION_USED', 'ok']);
    const [row] = await asOwner<{ count: number }>('select count(*)::int as count from directory.role_grant where tenant_id = $1 and organisation_id = $2 and person_id = $3', [consortium.id, firm.id, someone.personId]);
    expect(row!.count).toBe(1);
    // Whoever lost left no account behind.
    const [people] = await asOwner<{ count: number }>(`select count(*)::int as count from directory.person p where p.name = '李四' and p.created_at > now() - interval '1 minute' and not exists (select from directory.affiliation a where a.person_id = p.id)`);
    expect(people!.count).toBe(0);
  });

  it('is one for each organisation and address, however many send at once; another organisation invites the same person as well', async () => {
    const { consortium, administrator, secretary, input } = await scene();
    const given = input();
    const results = await Promise.all([administrator, secretary, administrator].map((who) => who.try(invite, { input: { ...given, email: given.email.toUpperCase() } })));
    expect(results.map(({ errors }) => errors?.[0]?.extensions.code ?? 'ok').sort()).toEqual(['INVITED_ALREADY', 'INVITED_ALREADY', 'ok']);
    await secretary.run(invite, { input: { ...given, organisationId: consortium.lead.id, email: given.email } });
    const mails = [...(await mailsOf(consortium.id, given.email)), ...(await mailsOf(consortium.id, given.email.replace(/^[^@]*/, (part) => part.toUpperCase())))];
    expect(mails).toHaveLength(2);
    // The first makes the account, the second is accepted with it, from both tabs at once.
    const [first, second] = mails.map((mail) => /#([\w-]{43})/.exec(mail.text)![1]!) as [string, string];
    const guest = new Client();
    await register(guest, first);
    expect((await look(guest, second)).body.known).toBe(true);
    expect((await accept(guest, second)).body.ok).toBe(true);
    expect(await soon(() => seatsOf(guest), (found) => found.length === 2)).toHaveLength(2);
  });

  it('is not sent again to who has accepted it and still holds the roles, but for other roles', async () => {
    const { administrator, input, send } = await scene();
    const { email, token } = await send();
    await register(new Client(), token);
    expect(await administrator.refusal(invite, { input: input({ email }) })).toMatchObject({ code: 'ACCEPTED_ALREADY', field: 'input.email' });
    await administrator.run(invite, { input: input({ email, roles: ['COORDINATOR'] }) });
  });

  it('asked for twice with one key is sent once', async () => {
    const { consortium, administrator, input } = await scene();
    const given = input();
    const answers = await Promise.all([1, 2].map(() => administrator.run(invite, { input: given, key: 'once' })));
    expect(answers[0].invitePerson.id).toBe(answers[1].invitePerson.id);
    expect(await mailsOf(consortium.id, given.email)).toHaveLength(1);
  });
});

describe('the roles of an invitation', () => {
  it('are those that the inviter may give, where they may give them', async () => {
    const { consortium, firm, administrator, input } = await scene();
    for (const roles of [['SECRETARY'], ['TEACHER', 'AUDITOR'], ['PLATFORM_OPERATOR']]) expect(await administrator.refusal(invite, { input: input({ roles }) })).toMatchObject({ code: 'ROLE_NOT_GRANTABLE' });
    expect(await administrator.refusal(invite, { input: input({ organisationId: consortium.lead.id }) })).toMatchObject({ code: 'ROLE_NOT_GRANTABLE' });
    for (const role of ['TEACHER', 'RESOURCE_KEEPER', 'STUDENT', 'PARK_ADMINISTRATOR', 'AUDIT_ADMINISTRATOR']) expect(await (await consortium.person([role], firm.id)).refusal(invite, { input: input() })).toMatchObject({ code: 'FORBIDDEN' });
    expect(await consortium.secretary.refusal(invite, { input: input({ roles: ['SYSTEM_ADMINISTRATOR', 'AUDIT_ADMINISTRATOR'] }) })).toMatchObject({ code: 'ADMINISTRATORS_APART', field: 'input.roles' });
  });

  it('count from the day of acceptance or a later one, until their end, and let nobody in before', async () => {
    const { administrator, input, send } = await scene();
    expect(await administrator.refusal(invite, { input: input({ since: dayFromNow(-1) }) })).toMatchObject({ code: 'BAD_INPUT', field: 'input.since' });
    expect(await administrator.refusal(invite, { input: input({ until: dayFromNow(0) }) })).toMatchObject({ code: 'BAD_INPUT', field: 'input.until' });
    const { token } = await send({ since: dayFromNow(5), until: dayFromNow(30) });
    const guest = new Client();
    const login = aLogin();
    expect((await register(guest, token, { login })).body).toMatchObject({ ok: true, signedIn: false, begun: false, since: dayFromNow(5) });
    expect((await guest.post('/auth/sign-in', { login, password: PASSWORD })).status).toBe(403);
    const grants = await asOwner<{ since: string; until: string }>('select g.since::text, g.until::text from directory.role_grant g join directory.account a on a.person_id = g.person_id where a.login = $1', [login]);
    expect(grants).toEqual([{ since: dayFromNow(5), until: dayFromNow(30) }]);
  });

  it('are not given by the letter of somebody who may not give them any more, until another sends it again', async () => {
    const { consortium, firm, secretary, send } = await scene();
    const second = await consortium.person(['ORGANISATION_ADMINISTRATOR'], firm.id, '孙主任');
    const { token, id, email } = await send({}, second);
    const { person } = await secretary.run('query ($id: ID!) { person(id: $id) { roleGrants { id } } }', { id: second.personId });
    await secretary.run(revokeRole, { id: person.roleGrants[0].id });
    expect((await register(new Client(), token)).body.code).toBe('INVITATION_CLOSED');
    expect((await secretary.run(resend, { id })).resendInvitation.state).toBe('OPEN');
    expect((await register(new Client(), token)).body.code).toBe('INVITATION_UNKNOWN');
    expect((await register(new Client(), await linkTo(consortium.id, email))).body.ok).toBe(true);
  });

  it('keep the three administrators apart, also for who became one meanwhile', async () => {
    const { consortium, secretary, input } = await scene();
    const someone = await consortium.person(['TEACHER']);
    const given = input({ roles: ['AUDIT_ADMINISTRATOR'], organisationId: consortium.lead.id });
    await secretary.run(invite, { input: given });
    await secretary.run(grantRole, { input: { personId: someone.personId, organisationId: consortium.lead.id, role: 'SYSTEM_ADMINISTRATOR' } });
    const token = await linkTo(consortium.id, given.email);
    expect((await accept(someone, token)).body.code).toBe('INVITATION_APART');
    expect((await register(new Client(), token)).body.ok).toBe(true);
  });

  it('come to nobody once the organisation has left, nor when it came back', async () => {
    const { consortium, firm, secretary, send } = await scene();
    const { token } = await send();
    const { organisation } = await secretary.run('query ($id: ID!) { organisation(id: $id) { membership { id } } }', { id: firm.id });
    await secretary.run('mutation ($id: ID!) { endMembership(id: $id) { id } }', { id: organisation.membership.id });
    expect((await register(new Client(), token)).body.code).toBe('INVITATION_CLOSED');
    expect(await secretary.refusal(invite, { input: { name: '李四', email: anAddress(), organisationId: firm.id, roles: ['TEACHER'] } })).toMatchObject({ code: 'MEMBERSHIP_OVER' });
    // It was away for some days and is back: what it sent before is still worth nothing.
    await secretary.run('mutation ($input: AddMemberInput!) { addMember(input: $input) { id } }', { input: { organisation: { name: firm.name, kind: 'ENTERPRISE', uscc: firm.uscc } } });
    expect((await look(new Client(), token)).status).toBe(200);
    await asOwner(`update directory.invitation set sent_at = now() - interval '10 days' where tenant_id = $1`, [consortium.id]);
    await asOwner(`update directory.past_membership set since = current_date - 20, until = current_date - 5 where tenant_id = $1`, [consortium.id]);
    expect((await register(new Client(), token)).body.code).toBe('INVITATION_CLOSED');
  });
});

describe('a link', () => {
  it('that is forged, replaced, withdrawn or too old says so, and nothing else', async () => {
    const { consortium, administrator, send } = await scene();
    const guest = new Client();
    guest.language = 'en';
    for (const forged of [FORGED, 'x', "' or true --"]) expect(await look(guest, forged)).toEqual({ status: 404, body: { code: 'INVITATION_UNKNOWN', message: expect.stringContaining('not valid') } });
    const first = await send();
    await administrator.run(resend, { id: first.id });
    expect((await look(guest, first.token)).body.code).toBe('INVITATION_UNKNOWN');
    const fresh = await linkTo(consortium.id, first.email);
    expect((await look(guest, fresh)).status).toBe(200);
    expect((await administrator.run(withdraw, { id: first.id })).withdrawInvitation.state).toBe('WITHDRAWN');
    for (const path of ['', '/register', '/sign-in']) expect((await door(guest, path, { token: fresh, name: '李四', login: aLogin(), password: PASSWORD })).body).toEqual({ code: 'INVITATION_WITHDRAWN', message: expect.any(String) });
    expect(await administrator.refusal(resend, { id: first.id })).toMatchObject({ code: 'INVITATION_OVER' });
    const old = await send({ goodDays: 1 });
    await asOwner(`update directory.invitation set expires_at = now() - interval '1 minute' where id = $1`, [old.id]);
    expect((await register(guest, old.token)).body).toEqual({ code: 'INVITATION_EXPIRED', message: expect.any(String) });
    expect((await administrator.run(list)).invitations.nodes).toMatchObject([{ id: old.id, state: 'EXPIRED' }]);
    await administrator.run(resend, { id: old.id });
    expect((await register(guest, await linkTo(consortium.id, old.email))).body.ok).toBe(true);
  });

  it('is tried by guessers sixty times in ten minutes from one address, and never counted for who has a good one', async () => {
    const { send } = await scene();
    const { token } = await send();
    const guest = new Client();
    const answers = await Promise.all(Array.from({ length: 70 }, () => look(guest, FORGED)));
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(10);
    expect((await look(guest, token)).status).toBe(200);
  });

  it('is nothing that another site or a form can use', async () => {
    const { send } = await scene();
    const { token } = await send();
    const foreign = await fetch(`${process.env.GONGJIAN_URL}/auth/invitation`, { method: 'POST', headers: { 'content-type': 'application/json', origin: 'https://evil.example' }, body: JSON.stringify({ token }) });
    expect(foreign.status).toBe(403);
    expect((await new Client().fetch('/auth/invitation', { method: 'POST', body: `token=${token}` })).status).toBe(415);
  });
});

describe('invitations of others', () => {
  it('are seen, sent again and withdrawn by who answers for the organisation; for others they do not exist', async () => {
    const { consortium, firm, secretary, send } = await scene();
    const other = await consortium.member('另一家公司');
    const neighbour = await consortium.person(['ORGANISATION_ADMINISTRATOR'], other.id);
    const stranger = await TestConsortium.found();
    const { id } = await send();
    expect((await secretary.run(list)).invitations.totalCount).toBe(1);
    for (const client of [neighbour, stranger.secretary, await consortium.person(['TEACHER'], firm.id)]) {
      expect((await client.run(list)).invitations.totalCount).toBe(0);
      for (const mutation of [resend, withdraw]) expect(await client.refusal(mutation, { id })).toEqual(await client.refusal(mutation, { id: '018f2f1e-0000-7000-8000-000000000000' }));
    }
  });

  it('are the organisations\' own where administration is separated: its administrators see and stop them, and send none', async () => {
    const { consortium, secretary, send } = await scene();
    const [system, security] = await Promise.all(['SYSTEM_ADMINISTRATOR', 'SECURITY_ADMINISTRATOR', 'AUDIT_ADMINISTRATOR'].map((role) => consortium.person([role])));
    const before = await send({ roles: ['ORGANISATION_ADMINISTRATOR'] });
    const harmless = await send();
    await secretary.run('mutation { separateAdministration(on: true) { id } }');
    await soon(async () => (await security!.run('{ me { viewerCanInvite } consortium { separated } }')).consortium.separated as boolean, Boolean);
    expect((await register(new Client(), before.token)).body.code).toBe('INVITATION_CLOSED');
    expect((await register(new Client(), harmless.token)).body.ok).toBe(true);
    for (const client of [system!, security!]) {
      expect((await client.run('{ me { viewerCanInvite } }')).me.viewerCanInvite).toBe(false);
      expect(await client.refusal(invite, { input: { name: '李四', email: anAddress(), organisationId: consortium.lead.id, roles: ['TEACHER'] } })).toMatchObject({ code: 'FORBIDDEN' });
    }
    expect((await system!.run(withdraw, { id: before.id })).withdrawInvitation.state).toBe('WITHDRAWN');
  });
});

describe('the audit log', () => {
  it('knows who was invited by whom and who accepted, and no name or address', async () => {
    const { consortium, firm, administrator, secretary, send } = await scene();
    const { token, email } = await send();
    const guest = new Client();
    await register(guest, token, { name: '郑十一' });
    const { me: mine } = await guest.run(me);
    const { auditEntries } = await secretary.run('{ auditEntries { nodes { operation result person { id } changes { action subjectType subjectId } } } }');
    const accepted = auditEntries.nodes.find((entry: { operation: string }) => entry.operation === 'auth.acceptInvitation');
    expect(accepted).toMatchObject({ result: 'DONE', person: { id: mine.person.id } });
    expect(accepted.changes.map(({ action, subjectType }: Record<string, string>) => `${action} ${subjectType}`)).toEqual(['acceptInvitation Invitation', 'create Person', 'create RoleGrant']);
    expect(auditEntries.nodes.some((entry: { operation: string; person: { id: string } }) => entry.operation === 'invitePerson' && entry.person.id === administrator.personId)).toBe(true);
    const rows = await asOwner<{ row: string }>('select c::text as row from platform.audit_change c where tenant_id = $1', [consortium.id]);
    const text = rows.map(({ row }) => row).join();
    expect(text).toContain(firm.id);
    for (const secret of [email, '郑十一', token]) expect(text).not.toContain(secret);
  });
});
