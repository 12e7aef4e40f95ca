import { describe, expect, it } from '@jest/globals';
import { Client, PASSWORD, TestConsortium } from '@gongjian/platform/testing';
import { aLogin, addMember, as, dayFromNow, endMembership, grantRole, me, revokeRole, soon, status, suspendPerson } from './kit.ts';
import { anAddress, asOwner, mailsOf } from './mail-kit.ts';
import { type Answer, ask, close, confirm, decline, door, list, look, mailTo, NOTICE, open, own, read, register, rotate, scene, secretIn, tokenOf, waiting } from './registration-kit.ts';

const FORGED = 'A'.repeat(43);
const messages = '{ messages { nodes { kind what link readAt } } }';
const suspendMember = 'mutation ($id: ID!, $input: SuspendInput!) { suspendMember(membershipId: $id, input: $input) { id suspension { id } } }';
const membershipOf = async (client: Client, id: string) => (await client.run('query ($id: ID!) { organisation(id: $id) { membership { id } } }', { id })).organisation.membership.id as string;
const accountsOf = async (login: string) => (await asOwner<{ count: number }>('select count(*)::int as count from directory.account where login = $1', [login]))[0]!.count;
const rowOf = async (id: string) => (await asOwner<Record<string, unknown>>('select * from directory.registration where id = $1', [id]))[0];
const signIn = async (client: Client, login: string): Promise<Answer> => {
  const response = await client.post('/auth/sign-in', { login, password: PASSWORD });
  return { status: response.status, body: await response.json() };
};

describe('self-registration', () => {
  it('is off until an administrator of the organisation turns it on; then it has a link, of which only a hash and what is sealed are kept', async () => {
    const consortium = await TestConsortium.found();
    const administrator = await consortium.person(['ORGANISATION_ADMINISTRATOR']);
    expect((await administrator.run(own)).selfRegistration).toBeNull();
    for (const mutation of [rotate, close]) expect(await administrator.refusal(mutation)).toMatchObject({ code: 'REGISTRATION_OFF' });
    const { openSelfRegistration: opened } = await administrator.run(open);
    expect(opened).toMatchObject({ on: true, organisation: { id: consortium.lead.id }, changedBy: { id: administrator.personId }, link: expect.stringMatching(/\/register#[\w-]{43}$/) });
    // Turned on twice, and by two at once, it is the same one.
    const again = await Promise.all([1, 2].map(() => administrator.run(open)));
    for (const { openSelfRegistration } of again) expect(openSelfRegistration.link).toBe(opened.link);
    const rows = await asOwner<{ row: string }>('select s::text as row from directory.self_registration s where tenant_id = $1', [consortium.id]);
    expect(rows).toHaveLength(1);
    expect(rows[0]!.row).not.toContain(tokenOf(opened.link));
  });

  it('is nobody else\'s to turn on or to see: of the same organisation, of another one, of the whole consortium or of another', async () => {
    const { consortium, school, secretary, applicant } = await scene();
    const { id } = await applicant();
    const other = await consortium.member('另一所学校', 'SCHOOL');
    const stranger = await TestConsortium.found();
    const neighbours = [await consortium.person(['ORGANISATION_ADMINISTRATOR'], other.id), await stranger.person(['ORGANISATION_ADMINISTRATOR'])];
    for (const client of [...neighbours, secretary, await consortium.person(['TEACHER', 'COORDINATOR'], school.id)]) {
      expect((await client.run(own)).selfRegistration).toBeNull();
      expect((await client.run(list)).registrations).toEqual({ nodes: [], totalCount: 0 });
      for (const [mutation, more] of [[confirm, { input: { roles: ['TEACHER'] } }], [decline, { reason: '不是本校的人' }]] as const) {
        expect(await client.refusal(mutation, { id, ...more })).toEqual(await client.refusal(mutation, { id: '018f2f1e-0000-7000-8000-000000000000', ...more }));
      }
    }
    for (const client of [secretary, await consortium.person(['TEACHER'], school.id)]) for (const mutation of [open, close, rotate]) expect(await client.refusal(mutation)).toMatchObject({ code: 'FORBIDDEN' });
    expect((await secretary.run('{ me { viewerKeepsRegistrations } }')).me.viewerKeepsRegistrations).toBe(false);
  });

  it('shows who opens the link the organisation, the consortium and what one can be there, and nothing else', async () => {
    const { consortium, school, token } = await scene();
    expect(await look(new Client(), token)).toEqual({ status: 200, body: { consortium: '测试联合体', organisation: school.name, roles: ['STUDENT', 'TEACHER', 'COORDINATOR', 'RESOURCE_KEEPER'], noticeVersion: NOTICE } });
    const firm = await consortium.member();
    const { openSelfRegistration } = await (await consortium.person(['ORGANISATION_ADMINISTRATOR'], firm.id)).run(open);
    expect((await look(new Client(), tokenOf(openSelfRegistration.link))).body.roles).toEqual(['ENGINEER', 'COORDINATOR', 'RESOURCE_KEEPER']);
  });

  it('has one answer for links that are forged, renewed or turned off, and for organisations that are suspended or have left', async () => {
    const { school, administrator, secretary, token } = await scene();
    const unknown = await look(new Client(), FORGED);
    expect(unknown).toEqual({ status: 404, body: { code: 'REGISTRATION_LINK', message: expect.stringContaining('注册链接无效') } });
    for (const forged of ['x', "' or true --"]) expect(await look(new Client(), forged)).toEqual(unknown);
    const { rotateRegistrationLink } = await administrator.run(rotate);
    expect(await look(new Client(), token)).toEqual(unknown);
    expect(await ask(token)).toEqual(unknown);
    const fresh = tokenOf(rotateRegistrationLink.link);
    expect((await look(new Client(), fresh)).status).toBe(200);
    expect((await administrator.run(close)).closeSelfRegistration).toEqual({ on: false, link: null });
    expect(await look(new Client(), fresh)).toEqual(unknown);
    for (const mutation of [rotate, close]) expect(await administrator.refusal(mutation)).toMatchObject({ code: 'REGISTRATION_OFF' });
    // On again it has another link: the one that was turned off stays dead.
    const again = tokenOf((await administrator.run(open)).openSelfRegistration.link);
    expect(await look(new Client(), fresh)).toEqual(unknown);
    const membershipId = await membershipOf(secretary, school.id);
    const { suspendMember: suspended } = await secretary.run(suspendMember, { id: membershipId, input: { reason: '核查' } });
    expect(await look(new Client(), again)).toEqual(unknown);
    await secretary.run('mutation ($id: ID!) { liftSuspension(id: $id) { id } }', { id: suspended.suspension.id });
    expect((await look(new Client(), again)).status).toBe(200);
    await secretary.run(endMembership, { id: membershipId });
    expect(await look(new Client(), again)).toEqual(unknown);
  });
});

describe('asking', () => {
  it('is told what is wrong, at its field, before anything is kept', async () => {
    const { consortium, token } = await scene();
    for (const [more, code, field] of [
      [{ name: ' ' }, 'NAME_FORM', 'name'], [{ name: '长'.repeat(51) }, 'NAME_FORM', 'name'], [{ name: '\u200B' }, 'NAME_FORM', 'name'],
      [{ email: 'nobody' }, 'EMAIL_FORM', 'email'], [{ role: 'ENGINEER' }, 'ROLE_CHOICE', 'role'], [{ role: 'ORGANISATION_ADMINISTRATOR' }, 'ROLE_CHOICE', 'role'],
      [{ note: '长'.repeat(501) }, 'NOTE_FORM', 'note'], [{ noticeVersion: NOTICE - 1 }, 'NOTICE_OUTDATED', 'noticeVersion'],
    ] as const) expect(await ask(token, more)).toMatchObject({ status: 400, body: { code, field } });
    expect((await door(new Client(), '/ask', { token })).status).toBe(400);
    const kept = await asOwner<{ count: number }>('select count(*)::int as count from directory.registration where tenant_id = $1', [consortium.id]);
    expect(kept[0]!.count).toBe(0);
  });

  it('gets the same answer whatever there is about the address; what there is stands in the mail alone', async () => {
    const { school, administrator, token, applicant, wish } = await scene();
    const waits = await applicant();
    const member = await applicant();
    await administrator.run(confirm, { id: member.id, input: { roles: ['TEACHER'] } });
    const other = await scene();
    const elsewhere = await other.applicant();
    await other.administrator.run(confirm, { id: elsewhere.id, input: { roles: ['TEACHER'] } });
    const unknown = anAddress();
    const answers: object[] = [];
    for (const email of [unknown, waits.email, member.email, elsewhere.email.toUpperCase()]) answers.push(await ask(token, { email }));
    expect(new Set(answers.map((answer) => JSON.stringify(answer)))).toEqual(new Set(['{"status":200,"body":{"ok":true}}']));
    expect((await mailTo(unknown)).subject).toBe(`确认邮箱，申请加入${school.name}`);
    expect((await mailTo(waits.email, 2)).subject).toBe(`您加入${school.name}的申请正在等待确认`);
    expect((await mailTo(member.email, 2)).subject).toBe(`您已是${school.name}的人员`);
    const known = await mailTo(elsewhere.email.toUpperCase().replace('EXAMPLE.ORG', 'example.org'));
    expect(known.subject).toBe(`确认申请加入${school.name}`);
    expect((await read(new Client(), secretIn(known))).body).toMatchObject({ known: true, state: 'ASKED' });
    expect((await read(new Client(), (await wish()).secret)).body).toMatchObject({ known: false });
  });

  it('sends nothing of what was typed to an address that nobody has proven, and keeps it sealed', async () => {
    const { consortium, token } = await scene();
    const email = anAddress();
    await ask(token, { email, name: '领奖请打开evil点com', note: '请点击这里' });
    const mail = await mailTo(email);
    for (const typed of ['evil', '请点击']) expect(`${mail.subject}${mail.text}`).not.toContain(typed);
    const rows = await asOwner<{ row: string }>('select r::text as row from directory.registration r where tenant_id = $1', [consortium.id]);
    expect(rows).toHaveLength(1);
    for (const secret of [email, 'evil', '请点击', secretIn(mail)]) expect(rows[0]!.row).not.toContain(secret);
    expect(await asOwner('select 1 from directory.letter where asked is not null and position(convert_to($1, \'UTF8\') in asked) > 0', [email])).toEqual([]);
  });

  it('writes three mails at most to one address, whichever organisation is asked, and says nothing of it', async () => {
    const [first, second] = [await scene(), await scene()];
    const email = anAddress();
    for (const { token } of [first, second, first, second, first]) expect((await ask(token, { email })).body).toEqual({ ok: true });
    // Letters are written side by side: three of these have come, and whatever was asked for before the mark has been thought about.
    await mailTo(email, 3);
    const mark = anAddress();
    await ask(first.token, { email: mark });
    await mailTo(mark);
    expect(await mailsOf('00000000-0000-7000-8000-000000000000', email)).toHaveLength(3);
  });

  it('is limited by address of the network and by link, from wherever it comes', async () => {
    const { token } = await scene();
    const machine = new Client();
    const bodies = (count: number) => Array.from({ length: count }, () => ({ email: 'same@example.org' }));
    const fast = await Promise.all(bodies(130).map((more) => ask(token, more, machine)));
    const turnedAway = (answers: typeof fast) => answers.filter(({ status: code }) => code === 429).length;
    // A try is free again every ten, every twenty seconds: a slow machine turns away some fewer.
    expect([turnedAway(fast) > 0, turnedAway(fast) <= 10]).toEqual([true, true]);
    const many = await Promise.all(bodies(90).map((more) => ask(token, more)));
    expect([turnedAway(many) > 0, turnedAway(many) <= 10]).toEqual([true, true]);
    expect((await ask((await scene()).token)).status).toBe(200);
    const guesser = new Client();
    const guesses = await Promise.all(Array.from({ length: 70 }, () => look(guesser, FORGED)));
    expect(guesses.filter(({ status: code }) => code === 429)).toHaveLength(10);
    expect((await look(guesser, token)).status).toBe(200);
  });

  it('is nothing that another site or a form can use', async () => {
    const { token } = await scene();
    const foreign = await fetch(`${process.env.GONGJIAN_URL}/auth/registration/link`, { method: 'POST', headers: { 'content-type': 'application/json', origin: 'https://evil.example' }, body: JSON.stringify({ token }) });
    expect(foreign.status).toBe(403);
    expect((await new Client().fetch('/auth/registration/link', { method: 'POST', body: `token=${token}` })).status).toBe(415);
  });

  it('by the same address twice, also at once, leaves one request, and one link that is good', async () => {
    const { consortium, administrator, token } = await scene();
    const email = anAddress();
    await Promise.all([ask(token, { email, note: '一' }), ask(token, { email: email.replace(/^i/, 'I'), note: '二' })]);
    const secrets = [secretIn(await mailTo(email)), secretIn(await mailTo(email.replace(/^i/, 'I')))];
    const answers = await Promise.all(secrets.map((secret) => read(new Client(), secret)));
    expect(answers.map(({ status: code }) => code).sort()).toEqual([200, 404]);
    const rows = await asOwner('select 1 from directory.registration where tenant_id = $1', [consortium.id]);
    expect(rows).toHaveLength(1);
    expect((await administrator.run(list)).registrations.totalCount).toBe(0);
  });
});

describe('the link of the mail', () => {
  it('makes an account that belongs nowhere, and a request that waits; the administrators are told', async () => {
    const { consortium, school, administrator, wish } = await scene();
    const { email, secret } = await wish({ note: '机电系 2024 级' });
    expect((await read(new Client(), secret)).body).toEqual({ state: 'ASKED', consortium: '测试联合体', organisation: school.name, role: 'TEACHER', expiresAt: expect.any(String), name: '赵新', email, known: false, holder: null });
    expect((await administrator.run(list)).registrations.totalCount).toBe(0);
    const client = new Client();
    for (const [more, code, field] of [
      [{ name: '' }, 'NAME_FORM', 'name'], [{ login: 'a b' }, 'LOGIN_FORM', 'login'], [{ login: consortium.secretaryLogin.toUpperCase() }, 'LOGIN_TAKEN', 'login'],
      [{ password: 'short' }, 'PASSWORD_WEAK', 'password'], [{ password: 'Password2026!' }, 'PASSWORD_COMMON', 'password'], [{ password: `Xy7-${email.split('@')[0]}` }, 'PASSWORD_PERSONAL', 'password'],
    ] as const) expect((await register(client, secret, more)).body).toMatchObject({ code, field });
    const login = aLogin();
    expect((await register(client, secret, { login, name: '䶮㛃' })).body).toEqual({ ok: true, signedIn: true });
    const { nodes } = (await administrator.run(list)).registrations;
    expect(nodes).toEqual([{ id: expect.any(String), state: 'WAITING', name: '䶮㛃', email, wishedRole: 'TEACHER', note: '机电系 2024 级', askedAt: expect.any(String), expiresAt: expect.any(String), organisation: { id: school.id }, person: null, viewerCanDecide: true }]);
    expect(Math.round((Date.parse(nodes[0].expiresAt) - Date.now()) / 86_400_000)).toBe(30);
    const told = await soon(async () => (await administrator.run(messages)).messages.nodes as { kind: string }[], (found) => found.length > 0);
    expect(told).toEqual([{ kind: 'REGISTRATION_ASKED', what: `有人申请以“教师”的身份加入${school.name}，等待您确认`, link: '/people/registrations', readAt: null }]);
    const people = await asOwner('select 1 from directory.affiliation f join directory.account a on a.person_id = f.person_id where a.login = $1', [login]);
    expect(people).toEqual([]);
  });

  it('opens nothing but the page that says that it waits, in this session and in later ones', async () => {
    const { applicant, school } = await scene();
    const { client, login, id } = await applicant();
    for (const each of [client, new Client()]) {
      if (each !== client) expect(await signIn(each, login)).toEqual({ status: 200, body: { ok: true, next: 'REGISTRATION_WAITS' } });
      expect((await waiting(each)).body).toEqual({ name: '赵新', inside: false, requests: [{ id, state: 'WAITING', wishedRole: 'TEACHER', consortium: '测试联合体', organisation: school.name, askedAt: expect.any(String), expiresAt: expect.any(String) }] });
      const graph = await each.post('/graphql', { query: me });
      expect([graph.status, ((await graph.json()) as { code: string }).code]).toEqual([403, 'REGISTRATION_WAITS']);
      for (const path of ['/events', '/my-data/export.json']) expect((await each.fetch(path)).status).toBe(403);
      for (const path of ['/auth/account', '/auth/sessions']) expect((await each.fetch(path)).status).toBe(401);
    }
    expect((await client.post('/auth/seat', { consortiumId: id, organisationId: school.id })).status).toBe(401);
    expect((await waiting(new Client())).status).toBe(401);
  });

  it('is good once: of several who use it at once one has an account, and the others left none', async () => {
    const { administrator, wish } = await scene();
    const { secret } = await wish();
    const logins = [aLogin(), aLogin(), aLogin()];
    const answers = await Promise.all(logins.map((login) => register(new Client(), secret, { login })));
    expect(answers.map(({ body }) => body.code ?? 'ok').sort()).toEqual(['REGISTRATION_WAITS', 'REGISTRATION_WAITS', 'ok']);
    expect((await Promise.all(logins.map(accountsOf))).sort()).toEqual([0, 0, 1]);
    expect((await read(new Client(), secret)).body).toMatchObject({ state: 'WAITING' });
    expect((await administrator.run(list)).registrations.totalCount).toBe(1);
  });

  it('has one answer when it is forged, replaced or too old', async () => {
    const { token, wish } = await scene();
    const forged = await read(new Client(), FORGED);
    expect(forged).toEqual({ status: 404, body: { code: 'REGISTRATION_UNKNOWN', message: expect.any(String) } });
    const { email, secret } = await wish();
    await ask(token, { email });
    const second = secretIn(await mailTo(email, 2));
    expect(await read(new Client(), secret)).toEqual(forged);
    expect((await read(new Client(), second)).status).toBe(200);
    await asOwner(`update directory.registration set expires_at = now() where token_hash = sha256(convert_to($1, 'UTF8'))`, [second]);
    expect(await read(new Client(), second)).toEqual(forged);
    expect(await register(new Client(), second)).toEqual(forged);
  });

  it('is worth nothing once self-registration is off or the organisation is suspended, and leaves no account behind', async () => {
    const { school, administrator, secretary, wish } = await scene();
    const { secret } = await wish();
    await administrator.run(close);
    expect((await register(new Client(), secret)).body.code).toBe('REGISTRATION_CLOSED');
    await administrator.run(open);
    await secretary.run(suspendMember, { id: await membershipOf(secretary, school.id), input: { reason: '核查' } });
    const login = aLogin();
    expect((await register(new Client(), secret, { login })).body.code).toBe('REGISTRATION_CLOSED');
    expect(await accountsOf(login)).toBe(0);
  });

  it('is confirmed by whoever has an account with that account, in the session or by signing in', async () => {
    const { consortium, administrator, wish } = await scene();
    const other = await TestConsortium.found('另一个联合体');
    const someone = await other.person(['TEACHER'], other.lead.id, '钱老师');
    const first = await wish();
    expect((await door(new Client(), '/confirm', { token: first.secret })).status).toBe(401);
    expect((await read(someone, first.secret)).body.holder).toBe('钱老师');
    expect((await door(someone, '/confirm', { token: first.secret })).body).toEqual({ ok: true });
    // The administrator reads the name of the account, whatever was typed.
    expect((await administrator.run(list)).registrations.nodes).toMatchObject([{ name: '钱老师', email: first.email, person: null }]);
    expect((await waiting(someone)).body).toMatchObject({ name: '钱老师', inside: true, requests: [{ state: 'WAITING' }] });
    expect(await status(someone)).toBe(200);
    // The same person waits once, whatever address they use.
    expect((await door(someone, '/confirm', { token: (await wish()).secret })).body.code).toBe('REGISTRATION_WAITS');

    const former = await consortium.person(['TEACHER'], consortium.lead.id, '旧同事');
    const { person } = await consortium.secretary.run('query ($id: ID!) { person(id: $id) { roleGrants { id } } }', { id: former.personId });
    await consortium.secretary.run(revokeRole, { id: person.roleGrants[0].id });
    const back = new Client();
    expect((await signIn(back, former.login)).status).toBe(403);
    expect((await door(back, '/sign-in', { token: (await wish()).secret })).body).toEqual({ ok: true });
    expect((await signIn(back, former.login)).body).toEqual({ ok: true, next: 'REGISTRATION_WAITS' });
    expect((await administrator.run(list)).registrations.nodes[1]).toMatchObject({ name: '旧同事', person: { name: '旧同事' } });
  });

  it('tells who has a role there already that there is nothing to ask for', async () => {
    const { consortium, school, wish } = await scene();
    const colleague = await consortium.person(['TEACHER'], school.id);
    const suspended = await consortium.person(['TEACHER'], school.id);
    await consortium.secretary.run(suspendPerson, { id: suspended.personId, input: { reason: '核查' } });
    expect((await door(colleague, '/confirm', { token: (await wish()).secret })).body.code).toBe('REGISTRATION_MEMBER');
    const client = new Client();
    await door(client, '/sign-in', { token: (await wish()).secret });
    expect((await signIn(client, suspended.login)).body.code).toBe('NO_SEAT');
  });
});

describe('the administrator', () => {
  it('confirms with roles and a term: the session that waited is on its seat, and a mail says so', async () => {
    const { consortium, school, administrator, applicant } = await scene();
    const { client, id, email, login } = await applicant();
    const { confirmRegistration: done } = await administrator.run(confirm, { id, input: { roles: ['TEACHER', 'COORDINATOR'], until: dayFromNow(90) } });
    expect(done).toMatchObject({ state: 'CONFIRMED', name: null, email: null, note: null, person: { name: '赵新' }, decidedBy: { id: administrator.personId } });
    expect(await soon(() => status(client), (code) => code === 200, 80)).toBe(200);
    expect((await client.run(me)).me).toMatchObject({ roles: ['COORDINATOR', 'TEACHER'], organisation: { id: school.id }, consortium: { id: consortium.id } });
    expect((await client.run(messages)).messages.nodes).toMatchObject([{ kind: 'REGISTRATION_CONFIRMED', what: `王主任确认了您的注册申请，您已加入${school.name}` }]);
    const [mail] = await mailsOf(consortium.id, email);
    expect(mail).toMatchObject({ about: 'REGISTRATION_CONFIRMED', subject: `${school.name}已确认您的注册申请` });
    expect(mail!.text).toContain('“教师、协调员”');
    const grants = await asOwner<{ until: string }>('select g.until::text from directory.role_grant g join directory.account a on a.person_id = g.person_id where a.login = $1', [login]);
    expect(grants.map(({ until }) => until)).toEqual([dayFromNow(90), dayFromNow(90)]);
    // Nothing of what was typed is kept, and the list and the bell are empty.
    expect(await rowOf(id)).toMatchObject({ state: 'CONFIRMED', name_sealed: null, email_sealed: null, note_sealed: null, address_print: null, token_hash: null });
    expect((await administrator.run(list)).registrations.totalCount).toBe(0);
    expect((await administrator.run(messages)).messages.nodes).toMatchObject([{ kind: 'REGISTRATION_ASKED', readAt: expect.any(String) }]);
    await new Client().signIn(login, PASSWORD);
  });

  it('confirms twice, also at once with a colleague, and the roles are given once; who says otherwise later is too late', async () => {
    const { consortium, school, administrator, applicant } = await scene();
    const colleague = await consortium.person(['ORGANISATION_ADMINISTRATOR'], school.id, '孙主任');
    const { id, login, email } = await applicant();
    const answers = await Promise.all([administrator, colleague, administrator].map((who) => who.run(confirm, { id, input: { roles: ['TEACHER'] } })));
    for (const answer of answers) expect(answer.confirmRegistration.state).toBe('CONFIRMED');
    const grants = await asOwner('select 1 from directory.role_grant g join directory.account a on a.person_id = g.person_id where a.login = $1', [login]);
    expect(grants).toHaveLength(1);
    expect(await mailsOf(consortium.id, email)).toHaveLength(1);
    expect(await colleague.refusal(decline, { id, reason: '不是本校的人' })).toMatchObject({ code: 'REGISTRATION_OVER' });
    const second = await applicant();
    await administrator.run(decline, { id: second.id, reason: '不是本校的人' });
    expect((await colleague.run(decline, { id: second.id, reason: '也不认识' })).declineRegistration.state).toBe('REFUSED');
    expect(await colleague.refusal(confirm, { id: second.id, input: { roles: ['TEACHER'] } })).toMatchObject({ code: 'REGISTRATION_OVER' });
    expect(await mailsOf(consortium.id, second.email)).toHaveLength(1);
  });

  it('gives the roles that are theirs to give, from today or later, until an end that comes after', async () => {
    const { administrator, applicant } = await scene();
    const { id, client } = await applicant();
    expect(await administrator.refusal(confirm, { id, input: { roles: ['SECRETARY'] } })).toMatchObject({ code: 'ROLE_NOT_GRANTABLE' });
    for (const [more, field] of [[{ roles: [] }, 'input.roles'], [{ roles: ['TEACHER'], since: dayFromNow(-1) }, 'input.since'], [{ roles: ['TEACHER'], until: dayFromNow(0) }, 'input.until']] as const) {
      expect(await administrator.refusal(confirm, { id, input: more })).toMatchObject({ code: 'BAD_INPUT', field });
    }
    expect(await administrator.refusal(decline, { id, reason: '  ' })).toMatchObject({ code: 'BAD_INPUT', field: 'reason' });
    await administrator.run(confirm, { id, input: { roles: ['STUDENT'], since: dayFromNow(5) } });
    expect((await waiting(client)).body).toMatchObject({ inside: false, requests: [{ state: 'CONFIRMED' }] });
  });

  it('refuses with a reason that is mailed and not kept; the request is blank, and an account made for it is gone with its sessions', async () => {
    const { consortium, school, administrator, applicant } = await scene();
    const { client, id, email, login } = await applicant({ note: '我是新来的' });
    const { declineRegistration: done } = await administrator.run(decline, { id, reason: '名单上没有您' });
    expect(done).toMatchObject({ state: 'REFUSED', name: null, email: null, note: null, decidedBy: { id: administrator.personId } });
    const [mail] = await mailsOf(consortium.id, email);
    expect(mail).toMatchObject({ about: 'REGISTRATION_DECLINED', subject: `${school.name}没有同意您的注册申请` });
    expect(mail!.text).toContain('名单上没有您');
    expect(await rowOf(id)).toMatchObject({ state: 'REFUSED', person_id: null, name_sealed: null, email_sealed: null, note_sealed: null, address_print: null, token_hash: null });
    expect(await accountsOf(login)).toBe(0);
    expect((await waiting(client)).status).toBe(401);
    expect((await signIn(new Client(), login)).status).toBe(401);
    expect(await asOwner(`select 1 from directory.person p where p.name = '赵新' and p.created_at > now() - interval '10 minutes' and not exists (select from directory.account a where a.person_id = p.id)`)).toEqual([]);
    // The same address may ask again.
    await ask(await scene().then(({ token }) => token), { email });
    expect((await mailTo(email, 2)).subject).toContain('确认邮箱');
  });

  it('leaves an account alone that somebody had before, or that waits elsewhere, until nothing waits any more', async () => {
    const [here, there] = [await scene(), await scene()];
    const { client, id, login } = await here.applicant();
    const second = await there.wish();
    expect((await door(client, '/confirm', { token: second.secret })).body).toEqual({ ok: true });
    expect((await waiting(client)).body.requests).toHaveLength(2);
    await here.administrator.run(decline, { id, reason: '名单上没有您' });
    expect(await accountsOf(login)).toBe(1);
    const { id: other } = (await there.administrator.run(list)).registrations.nodes[0];
    await there.administrator.run(decline, { id: other, reason: '名单上没有您' });
    expect(await accountsOf(login)).toBe(0);

    const someone = await here.consortium.person(['TEACHER']);
    await door(someone, '/confirm', { token: (await here.wish()).secret });
    await here.administrator.run(decline, { id: (await here.administrator.run(list)).registrations.nodes[0].id, reason: '名单上没有您' });
    expect(await status(someone)).toBe(200);
  });

  it('answers what waits also after self-registration was turned off, and not after the organisation was suspended', async () => {
    const { school, administrator, secretary, applicant } = await scene();
    const { id } = await applicant();
    const second = await applicant();
    await administrator.run(close);
    expect((await administrator.run(confirm, { id, input: { roles: ['TEACHER'] } })).confirmRegistration.state).toBe('CONFIRMED');
    await secretary.run(suspendMember, { id: await membershipOf(secretary, school.id), input: { reason: '核查' } });
    expect(await soon(() => status(administrator), (code) => code === 401)).toBe(401);
    expect((await waiting(second.client)).body.requests).toMatchObject([{ state: 'WAITING' }]);
  });

  it('answers for the own organisation where administration is separated as well', async () => {
    const { consortium, administrator, applicant } = await scene();
    await Promise.all(['SYSTEM_ADMINISTRATOR', 'SECURITY_ADMINISTRATOR', 'AUDIT_ADMINISTRATOR'].map((role) => consortium.person([role])));
    const { id } = await applicant();
    await consortium.secretary.run('mutation { separateAdministration(on: true) { id } }');
    await soon(async () => (await administrator.run('{ consortium { separated } }')).consortium.separated as boolean, Boolean);
    expect(await administrator.refusal(confirm, { id, input: { roles: ['ORGANISATION_ADMINISTRATOR'] } })).toMatchObject({ code: 'ROLE_NOT_GRANTABLE' });
    expect((await administrator.run(confirm, { id, input: { roles: ['TEACHER'] } })).confirmRegistration.state).toBe('CONFIRMED');
  });
});

describe('a request', () => {
  it('is taken back by who waits, and by nobody else; then nothing of it is left, nor of an account made for it', async () => {
    const { administrator, applicant } = await scene();
    const { client, id, login } = await applicant();
    const another = await applicant();
    expect((await door(another.client, '/withdraw', { id })).body.code).toBe('NOT_FOUND');
    expect((await door(new Client(), '/withdraw', { id })).status).toBe(401);
    expect((await door(client, '/withdraw', { id })).body).toEqual({ ok: true, gone: true });
    expect(client.cookie).toMatch(/gj_session=$/);
    expect(await accountsOf(login)).toBe(0);
    expect(await rowOf(id)).toMatchObject({ state: 'WITHDRAWN', person_id: null, name_sealed: null, email_sealed: null, token_hash: null });
    expect((await administrator.run(list)).registrations.nodes).toMatchObject([{ id: another.id }]);
    expect(await administrator.refusal(confirm, { id, input: { roles: ['TEACHER'] } })).toMatchObject({ code: 'REGISTRATION_OVER' });
  });

  it('that is not confirmed by mail is gone after a day, one that is not answered after its time, with a mail and without its account', async () => {
    const { consortium, school, administrator, wish, applicant } = await scene();
    await wish();
    const late = await applicant();
    await asOwner('update directory.registration set expires_at = now() where tenant_id = $1', [consortium.id]);
    const left = await soon(() => asOwner('select 1 from directory.registration where tenant_id = $1', [consortium.id]), (rows) => rows.length === 0, 400);
    expect(left).toEqual([]);
    expect((await mailsOf(consortium.id, late.email)).map(({ about, subject }) => [about, subject])).toEqual([['REGISTRATION_LAPSED', `您加入${school.name}的注册申请已结束`]]);
    expect(await accountsOf(late.login)).toBe(0);
    expect((await administrator.run(messages)).messages.nodes).toMatchObject([{ readAt: expect.any(String) }]);
  });

  it('ends when its organisation leaves, and is not there when it comes back', async () => {
    const { consortium, school, secretary, applicant } = await scene();
    const { email, login } = await applicant();
    await secretary.run(endMembership, { id: await membershipOf(secretary, school.id) });
    await soon(() => mailsOf(consortium.id, email), (mails) => mails.length > 0, 400);
    expect(await accountsOf(login)).toBe(0);
    await secretary.run(addMember, { input: { organisation: { name: school.name, kind: 'SCHOOL', uscc: school.uscc } } });
    const back = await consortium.person(['ORGANISATION_ADMINISTRATOR'], school.id);
    expect((await back.run(list)).registrations.totalCount).toBe(0);
  });

  it('goes with the account of whoever closes it', async () => {
    const { consortium, administrator, wish } = await scene();
    const someone = await consortium.person(['COORDINATOR'], consortium.lead.id, '要走的人');
    await door(someone, '/confirm', { token: (await wish()).secret });
    expect((await administrator.run(list)).registrations.totalCount).toBe(1);
    await someone.run('mutation { closeAccount { __typename } }');
    await asOwner(`update directory.erasure set due_at = now() where tenant_id = $1`, [consortium.id]);
    expect(await soon(async () => (await administrator.run(list)).registrations.totalCount as number, (count) => count === 0, 400)).toBe(0);
  });

  it('is told to the person among what is known about them, and who answered to who did', async () => {
    const { consortium, administrator, applicant, wish } = await scene();
    const someone = await consortium.person(['COORDINATOR'], consortium.lead.id, '想转岗的人');
    await door(someone, '/confirm', { token: (await wish({ note: '想到贵校任教' })).secret });
    const areas = 'query { myData { key count records { fields { key value } } } }';
    const mine = (await someone.run(areas)).myData.find((area: { key: string }) => area.key === 'REGISTRATIONS');
    expect(mine.count).toBe(1);
    expect(mine.records[0].fields.map(({ key }: { key: string }) => key)).toEqual(expect.arrayContaining(['name', 'email', 'note', 'wishedRole', 'organisationId']));
    const { id } = await applicant();
    await administrator.run(confirm, { id, input: { roles: ['TEACHER'] } });
    const keys = (await administrator.run(areas)).myData.map((area: { key: string }) => area.key);
    expect(keys).toEqual(expect.arrayContaining(['REGISTRATIONS_DECIDED', 'SELF_REGISTRATION']));
  });
});

describe('the audit log', () => {
  it('knows who asked, confirmed by mail, answered and took back, and no name, address or note', async () => {
    const { consortium, administrator, secretary, applicant } = await scene();
    const first = await applicant({ name: '郑十一', note: '请多关照' });
    await administrator.run(confirm, { id: first.id, input: { roles: ['TEACHER'] } });
    const second = await applicant();
    await door(second.client, '/withdraw', { id: second.id });
    await administrator.run(decline, { id: (await applicant()).id, reason: '名单上没有您' });
    const { auditEntries } = await secretary.run('{ auditEntries(first: 100) { nodes { operation result person { id } changes { action subjectType subjectId } } } }');
    const entries = auditEntries.nodes as { operation: string; changes: { action: string; subjectType: string }[] }[];
    const said = (operation: string) => entries.find((entry) => entry.operation === operation)?.changes.map(({ action, subjectType }) => `${action} ${subjectType}`);
    expect(said('openSelfRegistration')).toEqual(['create SelfRegistration']);
    expect(said('auth.askRegistration')).toEqual(['askRegistration SelfRegistration']);
    expect(said('auth.confirmRegistration')).toEqual(['confirmRegistration Registration', 'create Person']);
    expect(said('confirmRegistration')).toEqual(['admit Person', 'create RoleGrant', 'update Registration']);
    expect(said('auth.withdrawRegistration')).toEqual(['withdrawRegistration Registration', 'erase Person']);
    expect(said('declineRegistration')).toEqual(['update Registration', 'erase Person']);
    const rows = await asOwner<{ row: string }>('select c::text as row from platform.audit_change c where tenant_id = $1', [consortium.id]);
    const text = rows.map(({ row }) => row).join();
    for (const secret of [first.email, '郑十一', '请多关照', '名单上没有您', first.secret]) expect(text).not.toContain(secret);
  });
});

describe('in the database', () => {
  it('the role that serves requests takes nobody\'s account away, and takes nobody in, but by a request that waits', async () => {
    const { consortium, secretary, applicant } = await scene();
    const { id } = await applicant();
    const someone = await consortium.person(['TEACHER']);
    const [released] = await as<{ gone: boolean }>('app', `select directory.release_applicant('${someone.personId}') as gone`);
    expect(released!.gone).toBe(false);
    const stranger = await TestConsortium.found();
    const [admitted] = await as<{ who: string | null }>('app', `begin; select set_config('app.tenant', '${stranger.id}', true); select directory.admit_registered('${id}', now()) as who`);
    expect(admitted!.who).toBeNull();
    expect((await secretary.run(grantRole, { input: { personId: someone.personId, organisationId: consortium.lead.id, role: 'COORDINATOR' } })).grantRole.role).toBe('COORDINATOR');
  });
});
