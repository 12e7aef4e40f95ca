import { afterAll, describe, expect, it } from '@jest/globals';
import { Client, PASSWORD } from '@gongjian/platform/testing';
import { addTotp, asDoor, ask, elsewhere, mailsTo, nextCodeOf, status } from './kit.ts';
import { SchoolProvider, SchoolVisitor } from './provider.ts';
import { linksOf, problemIn, School } from './school.ts';

const open: SchoolProvider[] = [];
const school = async (method?: Parameters<typeof SchoolProvider.open>[0]) => {
  const provider = await SchoolProvider.open(method);
  open.push(provider);
  return School.found(provider);
};
afterAll(() => Promise.all(open.map((provider) => provider.close())));

const prove = (client: Client, place: string, password = PASSWORD) => ask(client, '/auth/oidc/prove', { token: place.split('#')[1], password });

describe('signing in by an organisation’s identity provider', () => {
  it('asks for the account’s password once, and never again', async () => {
    const zhongshan = await school();
    const teacher = await zhongshan.teacher();
    const browser = new Client();
    const place = await zhongshan.travel(browser, teacher.subject, { to: '/bookings?tab=mine' });
    expect(place).toMatch(/^\/sign-in\/return#[\w-]{43}$/);
    expect((await zhongshan.finish(browser, place)).body).toEqual({ next: 'PROVE_ACCOUNT', provider: '统一身份认证', organisation: '牵头职业技术学院' });
    expect(await status(browser)).toBe(401);
    expect((await prove(browser, place, 'Wrong-Horse-2026')).body).toMatchObject({ code: 'PASSWORD_WRONG', field: 'password' });
    expect((await prove(browser, place)).body).toEqual({ ok: true, to: '/bookings?tab=mine' });
    expect(await status(browser)).toBe(200);
    // A new device, as with any other way in, and what is new about the account.
    expect((await mailsTo(teacher.email, 2)).map(({ about }) => about).sort()).toEqual(['ACCOUNT_IDENTITY_LINKED', 'ACCOUNT_NEW_DEVICE']);

    const other = elsewhere();
    expect((await zhongshan.come(other, teacher.subject)).body).toEqual({ ok: true, to: '/' });
    const { me } = await other.run('{ me { person { id } } }');
    expect(me.person.id).toBe(teacher.personId);
  });

  it('works for providers that want the secret in the body, and for those that know us by PKCE alone', async () => {
    for (const method of ['client_secret_post', 'none'] as const) {
      const one = await school(method);
      if (method === 'none') await one.update({ clientSecret: '' });
      const teacher = await one.teacher();
      await one.linked(teacher);
      expect((await one.come(elsewhere(), teacher.subject)).body.ok).toBe(true);
    }
  });

  it('does not pass by the second factor, nor makes a link before it was shown', async () => {
    const one = await school();
    const teacher = await one.teacher();
    const { secret } = await addTotp(teacher);
    const browser = new Client();
    const place = await one.travel(browser, teacher.subject);
    expect((await prove(browser, place)).body).toEqual({ next: 'SECOND_FACTOR', factors: ['TOTP'], to: '/' });
    expect((await linksOf(teacher)).links).toEqual([]);
    expect((await one.finish(browser, place)).body.code).toBe('PROVIDER_STATE');

    const again = await one.travel(browser, teacher.subject);
    await prove(browser, again);
    expect((await ask(browser, '/auth/sign-in/code', { code: nextCodeOf(secret) })).body).toEqual({ ok: true });
    expect((await one.finish(browser, again)).body).toEqual({ next: 'LINKED', to: '/' });
    expect((await one.come(elsewhere(), teacher.subject)).body).toEqual({ next: 'SECOND_FACTOR', factors: ['TOTP'], to: '/' });
  });

  it('counts passwords that prove an account like all other guesses', async () => {
    const one = await school();
    const teacher = await one.teacher();
    const place = await one.travel(teacher, teacher.subject);
    const stranger = new Client();
    stranger.jar.set('gj_oidc', teacher.jar.get('gj_oidc')!);
    const answers = await Promise.all(Array.from({ length: 9 }, () => prove(stranger, place, 'Wrong-Horse-2026')));
    expect(answers.filter(({ body }) => body.code === 'PASSWORD_WRONG')).toHaveLength(6);
    expect((await prove(stranger, place)).status).toBe(429);
  });

  it('turns away whom nobody invited, whose address is not verified, or of another domain, and makes no account', async () => {
    const one = await school();
    const teacher = await one.teacher();
    const people = async () => (await one.consortium.secretary.run('{ people { totalCount } }')).people.totalCount as number;
    const before = await people();
    const visitors = { stranger: { email: `nobody@${one.domain}`, verified: true }, unverified: { email: teacher.email, verified: false }, elsewhere: { email: teacher.email.replace(/@.*/, '@qq.com'), verified: true } };
    for (const [subject, someone] of Object.entries(visitors)) {
      one.provider.people.set(subject, someone);
      const browser = new Client();
      const answer = await one.come(browser, subject);
      expect([subject, answer.status, answer.body.code]).toEqual([subject, 403, 'PROVIDER_NOT_LINKED']);
      expect(answer.body.message).toContain('管理员');
      expect(await status(browser)).toBe(401);
    }
    expect(await people()).toBe(before);
  });

  it('gives an address that now belongs to somebody else no account: the old holder’s password is asked for', async () => {
    const one = await school();
    const teacher = await one.teacher();
    await one.linked(teacher);
    one.provider.people.set('successor', { email: teacher.email, verified: true });
    const browser = new Client();
    const place = await one.travel(browser, 'successor');
    expect((await one.finish(browser, place)).body.next).toBe('PROVE_ACCOUNT');
    expect(await status(browser)).toBe(401);
  });

  it('ends with the seat: a departure, a suspension, a provider that is turned off', async () => {
    const one = await school();
    const teacher = await one.teacher();
    await one.linked(teacher);
    const { secretary } = one.consortium;
    const { suspendPerson } = await secretary.run('mutation ($id: ID!) { suspendPerson(personId: $id, input: { reason: "核查" }) { suspension { id } } }', { id: teacher.personId });
    expect((await one.come(elsewhere(), teacher.subject)).body.code).toBe('PROVIDER_NO_SEAT');
    await secretary.run('mutation ($id: ID!) { liftSuspension(id: $id) { id } }', { id: suspendPerson.suspension.id });
    expect((await one.come(elsewhere(), teacher.subject)).body.ok).toBe(true);
    const late = elsewhere();
    const place = await one.travel(late, teacher.subject);
    await one.update({ enabled: false });
    expect((await one.finish(late, place)).body.code).toBe('PROVIDER_UNKNOWN');
    expect((await one.begin(new Client())).body.code).toBe('PROVIDER_UNKNOWN');
    await one.update({ enabled: true });
    await secretary.run('mutation ($input: DepartPersonInput!) { departPerson(input: $input) { id } }', { input: { personId: teacher.personId } });
    expect((await one.come(elsewhere(), teacher.subject)).body.code).toBe('PROVIDER_NO_SEAT');
  });

  it('means nobody any more when its address changes', async () => {
    const [one, other] = [await school(), await school()];
    const teacher = await one.teacher();
    const client = await one.linked(teacher);
    expect((await linksOf(client)).links).toHaveLength(1);
    await one.update({ issuer: other.provider.issuer });
    expect((await linksOf(client)).links).toEqual([]);
  });
});

describe('links of an account', () => {
  it('are made by who is signed in, listed, and taken away; each of it is told by mail', async () => {
    const one = await school();
    const teacher = await one.teacher('another-name-there');
    one.provider.people.set('another-name-there', { email: 'someone@elsewhere.example', verified: false });
    expect(await linksOf(teacher)).toEqual({ links: [], offers: [{ code: one.code, name: '统一身份认证', organisation: '牵头职业技术学院' }] });
    expect((await one.come(teacher, teacher.subject, { link: true, to: '/account/security' })).body).toEqual({ next: 'LINKED', to: '/account/security' });
    const { links: [link], offers } = await linksOf(teacher);
    expect(link).toMatchObject({ name: '统一身份认证', organisation: '牵头职业技术学院', lastUsedAt: null, usable: true });
    expect(offers).toEqual([]);
    expect((await one.come(elsewhere(), teacher.subject)).body.ok).toBe(true);
    expect((await ask(await one.consortium.person(['TEACHER']), '/auth/identities/unlink', { id: link.id })).status).toBe(404);
    expect((await ask(teacher, '/auth/identities/unlink', { id: link.id })).body).toEqual({ ok: true });
    expect((await mailsTo(teacher.email, 3)).map(({ about }) => about)).toEqual(expect.arrayContaining(['ACCOUNT_IDENTITY_LINKED', 'ACCOUNT_IDENTITY_UNLINKED']));
    expect((await one.come(elsewhere(), teacher.subject)).body.code).toBe('PROVIDER_NOT_LINKED');
  });

  it('need a fresh proof, and the same person at both ends', async () => {
    const one = await school();
    const [teacher, other] = [await one.teacher(), await one.teacher()];
    await asDoor(`update directory.session s set proven_at = now() - interval '1 hour' from directory.account a where a.id = s.account_id and a.login = $1`, [teacher.login]);
    expect((await one.begin(teacher, { link: true })).body.code).toBe('PROOF_NEEDED');
    expect((await one.begin(new Client(), { link: true })).status).toBe(401);
    await ask(teacher, '/auth/confirm', { password: PASSWORD });
    const place = await one.travel(teacher, teacher.subject, { link: true });
    other.jar.set('gj_oidc', teacher.jar.get('gj_oidc')!);
    expect((await one.finish(other, place)).body.code).toBe('PROVIDER_STATE');
    expect((await linksOf(other)).links).toEqual([]);
  });

  it('join one person there with one account here, also when two try at once', async () => {
    const one = await school();
    const [first, second] = [await one.teacher('shared'), await one.teacher('own')];
    await one.linked({ subject: 'own' });
    // One browser, two tabs.
    await one.begin(first);
    const answers = await Promise.all([one.come(first, 'shared', { link: true }), one.come(first, 'shared', { link: true })]);
    expect(answers.map(({ body }) => body.next)).toEqual(['LINKED', 'LINKED']);
    expect((await one.come(second, 'shared', { link: true })).body.code).toBe('LINK_TAKEN');
    one.provider.people.set('third', { email: 'x@example.org', verified: false });
    expect((await one.come(first, 'third', { link: true })).body.code).toBe('LINK_OTHER');
  });

  it('keep nothing of who somebody is at the provider', async () => {
    const one = await school();
    const teacher = await one.teacher('canary-subject-7781');
    await one.linked(teacher);
    await one.travel(new Client(), teacher.subject);
    const rows = await asDoor<{ row: string }>('select l::text as row from directory.identity_link l union all select v::text from directory.provider_visit v');
    expect(rows.length).toBeGreaterThan(1);
    const kept = rows.map(({ row }) => row).join();
    for (const secret of ['canary-subject-7781', teacher.email, Buffer.from('canary-subject-7781').toString('hex')]) expect(kept).not.toContain(secret);
  });
});

describe('the state of a sign-in', () => {
  it('is good once, in the browser in which it began, for ten minutes, and for its own provider', async () => {
    const [one, other] = [await school(), await school()];
    const teacher = await one.teacher();
    const browser = new Client();
    const depart = async () => new SchoolVisitor().go((await one.begin(browser)).body.location, teacher.subject);
    const back = await depart();
    expect(problemIn(await one.callback(new Client(), back))).toBe('PROVIDER_STATE');
    expect(await one.callback(browser, back)).toContain('#');
    expect(problemIn(await one.callback(browser, back))).toBe('PROVIDER_STATE');

    const forged = await depart();
    forged.searchParams.set('state', 'A'.repeat(43));
    expect(problemIn(await one.callback(browser, forged))).toBe('PROVIDER_STATE');
    for (const query of ['', '?code=x', '?state=', `?state=${'%00'}&code=1`]) expect(problemIn(await one.callback(browser, new URL(`http://x/auth/oidc/${one.code}/callback${query}`)))).toBe('PROVIDER_STATE');

    const late = await depart();
    await asDoor(`update directory.provider_visit set expires_at = now() - interval '1 second' where provider_id = $1`, [one.id]);
    expect(problemIn(await one.callback(browser, late))).toBe('PROVIDER_STATE');

    const mixed = await depart();
    mixed.pathname = `/auth/oidc/${other.code}/callback`;
    expect(problemIn(await one.callback(browser, mixed))).toBe('PROVIDER_STATE');
  });

  it('and what came of it are the same browser’s: a stolen token signs nobody in', async () => {
    const one = await school();
    const teacher = await one.teacher();
    await one.linked(teacher);
    const browser = elsewhere();
    const place = await one.travel(browser, teacher.subject);
    expect((await one.finish(elsewhere(), place)).body.code).toBe('PROVIDER_STATE');
    const answers = await Promise.all([one.finish(browser, place), one.finish(browser, place)]);
    expect(answers.map(({ body }) => body.ok ?? body.code).sort()).toEqual(['PROVIDER_STATE', true]);
  });

  it('is begun and ended by our own pages alone', async () => {
    const one = await school();
    const foreign = (path: string, body: object) => new Client().fetch(path, { method: 'POST', headers: { 'content-type': 'application/json', origin: 'https://evil.example' }, body: JSON.stringify(body) });
    expect((await foreign('/auth/oidc/begin', { code: one.code })).status).toBe(403);
    expect((await foreign('/auth/oidc/finish', { token: 'x' })).status).toBe(403);
    expect((await new Client().fetch('/auth/oidc/begin')).status).toBe(404);
  });
});
