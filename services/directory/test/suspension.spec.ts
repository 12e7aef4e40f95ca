import { describe, expect, it } from '@jest/globals';
import { type Client, PASSWORD, TestConsortium } from '@gongjian/platform/testing';
import { dayFromNow, soon, status, suspendPerson } from './kit.ts';

const suspendMember = 'mutation ($id: ID!, $input: SuspendInput!) { suspendMember(membershipId: $id, input: $input) { id suspension { id reason } } }';
const lift = 'mutation ($id: ID!) { liftSuspension(id: $id) { id until state } }';
const seen = 'query ($id: ID!) { person(id: $id) { suspension { reason } suspensions { id state } viewerCanSuspend } }';
const membershipOf = 'query ($id: ID!) { organisation(id: $id) { membership { id } } }';
const input = { reason: '门禁卡外借，待核实' };

/** Reads the line of events until it ends. @returns all that came */
async function listen(client: Client): Promise<{ text: Promise<string> }> {
  const response = await client.fetch('/events');
  expect(response.status).toBe(200);
  const reader = response.body!.getReader();
  await reader.read();
  const decoder = new TextDecoder();
  const text = (async () => {
    let all = '';
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return all;
      all += decoder.decode(value);
    }
  })();
  return { text };
}

describe('suspending a person', () => {
  it('counts at the next request, ends open pages, and lets nobody in', async () => {
    const consortium = await TestConsortium.found();
    const someone = await consortium.person(['TEACHER', 'RESOURCE_KEEPER']);
    const { text } = await listen(someone);
    const { suspendPerson: suspended } = await consortium.secretary.run(suspendPerson, { id: someone.personId, input: { ...input, until: dayFromNow(14) } });
    expect(suspended.suspension).toMatchObject({ reason: input.reason, since: dayFromNow(0), until: dayFromNow(14), state: 'IN_FORCE' });
    expect(await soon(() => status(someone), (code) => code === 401)).toBe(401);
    expect(await text).toContain('event: end');
    expect((await someone.post('/auth/sign-in', { login: someone.login, password: PASSWORD })).status).toBe(403);
    // Roles stay and count again afterwards.
    await consortium.secretary.run(lift, { id: suspended.suspension.id });
    await someone.signIn(someone.login, PASSWORD);
    expect((await someone.run('{ me { roles } }')).me.roles).toEqual(['RESOURCE_KEEPER', 'TEACHER']);
    const { messages } = await someone.run('{ messages { nodes { kind more } } }');
    expect(messages.nodes).toEqual(expect.arrayContaining([{ kind: 'SUSPENDED', more: `原因：${input.reason}` }, expect.objectContaining({ kind: 'SUSPENSION_LIFTED' })]));
  });

  it('concerns this consortium alone', async () => {
    const [here, there] = await Promise.all([TestConsortium.found(), TestConsortium.found()]);
    const someone = await here.person(['TEACHER']);
    const { createJoinCode } = await someone.run('mutation { createJoinCode { code } }');
    await there.secretary.run('mutation ($input: AdmitPersonInput!) { admitPerson(input: $input) { id } }', { input: { joinCode: createJoinCode.code, organisationId: there.lead.id, roles: ['TEACHER'] } });
    await here.secretary.run(suspendPerson, { id: someone.personId, input });
    await someone.signIn(someone.login, PASSWORD);
    expect((await someone.run('{ me { consortium { id } seats { roles } } }')).me).toMatchObject({ consortium: { id: there.id }, seats: [{ roles: ['TEACHER'] }] });
    expect((await there.secretary.run(seen, { id: someone.personId })).person).toMatchObject({ suspension: null, suspensions: [] });
  });

  it('happens once at a time, needs a reason, and an end that is to come', async () => {
    const consortium = await TestConsortium.found();
    const { secretary } = consortium;
    const someone = await consortium.person(['TEACHER']);
    expect(await secretary.refusal(suspendPerson, { id: someone.personId, input: { reason: '  ' } })).toMatchObject({ code: 'BAD_INPUT', field: 'input.reason' });
    expect(await secretary.refusal(suspendPerson, { id: someone.personId, input: { reason: '长'.repeat(501) } })).toMatchObject({ code: 'BAD_INPUT', field: 'input.reason' });
    expect(await secretary.refusal(suspendPerson, { id: someone.personId, input: { ...input, until: dayFromNow(0) } })).toMatchObject({ code: 'BAD_INPUT', field: 'input.until' });
    expect((await secretary.run(seen, { id: someone.personId })).person.suspensions).toEqual([]);
    const results = await Promise.all([1, 2, 3].map(() => secretary.try(suspendPerson, { id: someone.personId, input })));
    expect(results.map(({ errors }) => errors?.[0]?.extensions.code ?? 'ok').sort()).toEqual(['SUSPENDED_ALREADY', 'SUSPENDED_ALREADY', 'ok']);
    const { person } = await secretary.run(seen, { id: someone.personId });
    await secretary.run(lift, { id: person.suspensions[0].id });
    await secretary.run(suspendPerson, { id: someone.personId, input });
    expect((await secretary.run(seen, { id: someone.personId })).person.suspensions.map((each: { state: string }) => each.state)).toEqual(['IN_FORCE', 'ENDED']);
  });

  it('with one key is done once: also for whoever asks again when it is over', async () => {
    const consortium = await TestConsortium.found();
    const someone = await consortium.person(['TEACHER']);
    const keyed = 'mutation ($id: ID!, $input: SuspendInput!, $key: String) { suspendPerson(personId: $id, input: $input, idempotencyKey: $key) { id suspension { id } } }';
    const asked = { id: someone.personId, input, key: 'once' };
    const answers = await Promise.all([1, 2, 3].map(() => consortium.secretary.run(keyed, asked)));
    expect(new Set(answers.map(({ suspendPerson: { suspension } }) => suspension.id)).size).toBe(1);
    await consortium.secretary.run(lift, { id: answers[0].suspendPerson.suspension.id });
    expect((await consortium.secretary.run(keyed, asked)).suspendPerson).toEqual({ id: someone.personId, suspension: null });
    expect((await consortium.secretary.run(seen, { id: someone.personId })).person.suspensions.length).toBe(1);
  });

  it('is not for oneself, not for the last secretary, and not for everybody to do', async () => {
    const consortium = await TestConsortium.found();
    const { me } = await consortium.secretary.run('{ me { person { id } } }');
    expect(await consortium.secretary.refusal(suspendPerson, { id: me.person.id, input })).toMatchObject({ code: 'SUSPEND_ONESELF' });
    const security = await consortium.person(['SECURITY_ADMINISTRATOR']);
    expect(await security.refusal(suspendPerson, { id: me.person.id, input })).toMatchObject({ code: 'LAST_SECRETARY' });
    const second = await consortium.person(['SECRETARY']);
    for (const role of ['PARK_ADMINISTRATOR', 'ORGANISATION_ADMINISTRATOR', 'COUNCIL_MEMBER', 'AUDITOR', 'AUDIT_ADMINISTRATOR']) {
      expect(await (await consortium.person([role])).refusal(suspendPerson, { id: second.personId, input })).toMatchObject({ code: 'FORBIDDEN' });
    }
    await security.run(suspendPerson, { id: me.person.id, input });
    // The one who is left cannot go, although there are two on paper.
    expect(await security.refusal(suspendPerson, { id: second.personId, input })).toMatchObject({ code: 'LAST_SECRETARY' });
  });

  it('is shown to those who answer for people, and to nobody else', async () => {
    const consortium = await TestConsortium.found();
    const [someone, colleague] = [await consortium.person(['TEACHER']), await consortium.person(['TEACHER'])];
    await consortium.secretary.run(suspendPerson, { id: someone.personId, input });
    expect((await consortium.secretary.run(seen, { id: someone.personId })).person).toMatchObject({ suspension: { reason: input.reason }, viewerCanSuspend: true });
    expect((await colleague.run(seen, { id: someone.personId })).person).toEqual({ suspension: null, suspensions: [], viewerCanSuspend: false });
    expect((await consortium.secretary.run('{ people(filter: { suspended: true }) { nodes { id } } }')).people.nodes).toEqual([{ id: someone.personId }]);
  });
});

describe('suspending a member', () => {
  it('keeps its people from working for it, and everybody from booking for it', async () => {
    const consortium = await TestConsortium.found();
    const firm = await consortium.member();
    const engineer = await consortium.person(['ENGINEER'], firm.id);
    const { organisation } = await consortium.secretary.run(membershipOf, { id: firm.id });
    const { suspendMember: suspended } = await consortium.secretary.run(suspendMember, { id: organisation.membership.id, input });
    expect(suspended.suspension.reason).toBe(input.reason);
    expect(await soon(() => status(engineer), (code) => code === 401)).toBe(401);
    const venue = { input: { kind: 'VENUE', name: '报告厅', ownerId: firm.id } };
    const create = 'mutation ($input: CreateResourceInput!) { createResource(input: $input) { id } }';
    expect(await consortium.secretary.refusal(create, venue)).toMatchObject({ code: 'NOT_FOUND', field: 'input.ownerId' });
    await consortium.secretary.run(lift, { id: suspended.suspension.id });
    await consortium.secretary.run(create, venue);
    await engineer.signIn(engineer.login, PASSWORD);
  });

  it('is not for the last lead unit nor for one’s own', async () => {
    const consortium = await TestConsortium.found();
    const firm = await consortium.member();
    const away = await consortium.person(['SECRETARY'], firm.id);
    const of = async (id: string) => (await away.run(membershipOf, { id })).organisation.membership.id as string;
    expect(await away.refusal(suspendMember, { id: await of(consortium.lead.id), input })).toMatchObject({ code: 'LEAD_STAYS' });
    expect(await away.refusal(suspendMember, { id: await of(firm.id), input })).toMatchObject({ code: 'SUSPEND_ONESELF' });
  });
});
