import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, test } from '@jest/globals';
import type { Client } from '@gongjian/platform/testing';
import { wordsOf } from '../../../libs/platform/test/docx.ts';
import { at, CHECK, MAINTAIN } from './kit.ts';
import { Lending, ready, RESOURCE, TAKEN, THINGS } from './lending-kit.ts';

describe('an agreement between consortia', () => {
  test.concurrent('is drafted with whoever is known by their code, and has one text on both sides', async () => {
    const lending = await Lending.across();
    const PARTNERS = 'query ($uscc: String!) { partners(uscc: $uscc) { organisationId name isLead consortium { id name } } }';
    expect((await lending.giver.who.run(PARTNERS, { uscc: lending.taker.uscc })).partners).toEqual([{ organisationId: lending.taker.id, name: lending.taker.consortium.lead.name, isLead: true, consortium: { id: lending.taker.consortium.id, name: '校方联合体' } }]);
    expect((await lending.giver.who.run(PARTNERS, { uscc: lending.taker.uscc.slice(0, 17) })).partners).toEqual([]);
    const teacher = await lending.giver.consortium.person(['TEACHER']);
    expect((await teacher.refusal(PARTNERS, { uscc: lending.taker.uscc })).code).toBe('FORBIDDEN');
    const draft = await lending.draft([{ kind: 'INTERNS', giverId: lending.giver.id, takerId: lending.taker.id, interns: { posts: 5, per: 'YEAR' } }]);
    const READ_BOTH = 'query ($id: ID!) { agreement(id: $id) { number textHash state version parties { organisation { name } consortium { name } forConsortium } clauses { sentence acceptedBy { id } } comments { text organisation { id } person { id } } signatures { personName office } viewerCanUpdate viewerCanSign } }';
    const [here, there] = [(await lending.giver.who.run(READ_BOTH, { id: draft.id })).agreement, (await lending.taker.who.run(READ_BOTH, { id: draft.id })).agreement];
    expect(there).toMatchObject({ number: here.number, textHash: here.textHash, viewerCanUpdate: true });
    expect(here.parties.map(({ consortium }: { consortium: { name: string } | null }) => consortium?.name ?? null)).toEqual([null, '校方联合体']);
    expect(there.parties.map(({ consortium }: { consortium: { name: string } | null }) => consortium?.name ?? null)).toEqual(['实践中心', null]);
    await lending.taker.who.run('mutation ($input: CommentAgreementInput!) { commentAgreement(input: $input) { id } }', { input: { agreementId: draft.id, text: '希望增加到八个' } });
    expect((await lending.giver.who.run(READ_BOTH, { id: draft.id })).agreement.comments).toEqual([{ text: '希望增加到八个', organisation: { id: lending.taker.id }, person: null }]);
    expect((await lending.giver.who.run('{ messages { nodes { kind what } } }')).messages.nodes).toMatchObject([{ kind: 'AGREEMENT_COMMENTED', what: expect.stringContaining(lending.taker.consortium.lead.name) }]);
    await lending.sign(draft);
    for (const { who } of [lending.giver, lending.taker]) expect((await who.run(READ_BOTH, { id: draft.id })).agreement).toMatchObject({ state: 'IN_FORCE', textHash: here.textHash, signatures: [{ personName: '中心管理员' }, { personName: '校方' }] });
    const outsider = await lending.taker.consortium.person(['ORGANISATION_ADMINISTRATOR'], (await lending.taker.consortium.member('旁观单位')).id);
    expect((await outsider.run(READ_BOTH, { id: draft.id })).agreement).toBeNull();
  });

  test.concurrent('is the same on paper on both sides: whose members they are, what is lent, who has signed', async () => {
    const { lending, signed } = await ready();
    const wordsFor = async ({ who }: { who: Client }) => wordsOf(Buffer.from(await (await who.fetch(`/agreements/${signed.id}/agreement.docx`)).arrayBuffer()));
    const here = await wordsFor(lending.giver);
    for (const part of ['“实践中心”成员单位', '“校方联合体”成员单位', '五轴资源池', '代表（签字）：中心管理员', '职务：总经理', '代表（签字）：校方', '职务：校长']) expect(here).toContain(part);
    expect(await wordsFor(lending.taker)).toBe(here);
  });

  test.concurrent('shows the other one by what identifies it: it is no member here, and nobody decides about its duties', async () => {
    const { lending } = await ready();
    const ASK = 'query ($id: ID!) { organisation(id: $id) { name uscc membership { id } duties { bookingCount } } }';
    expect((await lending.giver.consortium.secretary.run(ASK, { id: lending.taker.id })).organisation).toEqual({ name: lending.taker.consortium.lead.name, uscc: lending.taker.uscc, membership: null, duties: null });
    expect((await lending.giver.consortium.secretary.run(ASK, { id: lending.giver.id })).organisation).toMatchObject({ membership: { id: expect.any(String) }, duties: { bookingCount: 0 } });
  });

  test.concurrent('two that write at once both are kept', async () => {
    const lending = await Lending.across();
    const draft = await lending.draft([]);
    const interns = (giver: string, taker: string) => ({ kind: 'INTERNS', giverId: giver, takerId: taker, interns: { posts: 5, per: 'YEAR' } });
    const add = 'mutation ($id: ID!, $input: ClauseInput!) { addClause(agreementId: $id, input: $input) { id } }';
    await Promise.all([lending.giver.who.run(add, { id: draft.id, input: interns(lending.giver.id, lending.taker.id) }), lending.taker.who.run(add, { id: draft.id, input: interns(lending.taker.id, lending.giver.id) })]);
    const CLAUSES = 'query ($id: ID!) { agreement(id: $id) { textHash clauses { id } } }';
    const [here, there] = [(await lending.giver.who.run(CLAUSES, { id: draft.id })).agreement, (await lending.taker.who.run(CLAUSES, { id: draft.id })).agreement];
    expect(here.clauses).toHaveLength(2);
    expect(here).toEqual(there);
  });

  test.concurrent('is renewed on both sides at once', async () => {
    const lending = await Lending.across();
    const old = await lending.signed([{ kind: 'INTERNS', giverId: lending.giver.id, takerId: lending.taker.id, interns: { posts: 5, per: 'YEAR' } }]);
    const { renewAgreement } = await lending.taker.who.run('mutation ($id: ID!) { renewAgreement(id: $id) { id number state shared: number textHash version clauses { id version } } }', { id: old.id });
    for (const { who } of [lending.giver, lending.taker]) expect((await who.run('query ($id: ID!) { agreement(id: $id) { state textHash renews { id } clauses { id } } }', { id: renewAgreement.id })).agreement).toMatchObject({ state: 'DRAFT', textHash: renewAgreement.textHash, renews: { id: old.id }, clauses: [{}] });
    for (const { id, version } of renewAgreement.clauses) await lending.giver.who.run('mutation ($id: ID!, $version: Int!) { acceptClause(id: $id, version: $version) { id } }', { id, version });
    await lending.sign(renewAgreement);
    expect((await lending.giver.who.run('query ($id: ID!) { agreement(id: $id) { state renewedBy { id } } }', { id: old.id })).agreement).toEqual({ state: 'IN_FORCE', renewedBy: { id: renewAgreement.id } });
  });

  test.concurrent('for a whole consortium is signed by its lead alone, and is for all of its members', async () => {
    const lending = await Lending.across();
    const machine = await lending.machine();
    const member = await lending.taker.consortium.member('成员企业');
    const guests = [{ organisationId: lending.taker.id, consortiumId: lending.taker.consortium.id, forConsortium: true }];
    const foreign = { partyIds: [lending.giver.id, member.id], guests: [{ ...guests[0], organisationId: member.id }] };
    expect((await lending.giver.who.try('mutation ($input: CreateAgreementInput!) { createAgreement(input: $input) { id } }', { input: { kind: 'SHARING', ...lending.head(foreign) } })).errors![0]!.extensions.details?.problems).toMatchObject([{ field: 'input.partyIds.1', code: 'PARTY_NOT_LEAD' }]);
    await lending.signed([lending.use((await lending.pool([machine])).id)], { guests });
    const coordinator = await lending.taker.consortium.person(['COORDINATOR'], member.id);
    expect((await coordinator.run(THINGS)).sharedThings.nodes).toMatchObject([{ resource: { id: machine } }]);
    expect((await lending.book([machine], { organisationId: member.id }, coordinator)).__typename).toBe('Booking');
  });
});

describe('a thing of another consortium', () => {
  test.concurrent('is found, shown and looked at through a grant in force, and through nothing else', async () => {
    const { lending, machine, signed } = await ready();
    const { nodes, totalCount } = (await lending.taker.who.run(THINGS, { search: 'wuzhou' })).sharedThings;
    expect(totalCount).toBe(1);
    expect(nodes).toMatchObject([{ consortium: '实践中心', resource: { id: machine, consortium: '实践中心', unitPrice: null, viewerCanBook: true, viewerCanUpdate: false, owner: { id: lending.giver.id, name: lending.giver.consortium.lead.name } }, grant: { inForce: true, clause: { number: 1 } } }]);
    expect((await lending.taker.who.run(RESOURCE, { id: machine })).resource).toMatchObject({ id: machine });
    const outsider = await lending.taker.consortium.person(['ORGANISATION_ADMINISTRATOR', 'COORDINATOR'], (await lending.taker.consortium.member('旁观单位')).id);
    expect((await outsider.run(THINGS)).sharedThings.totalCount).toBe(0);
    expect((await outsider.run(RESOURCE, { id: machine })).resource).toBeNull();
    expect((await outsider.run(TAKEN, { ids: [machine] })).allocations).toEqual([]);
    expect((await outsider.refusal(CHECK, { input: { resourceIds: [machine], startsAt: at(1, 9), endsAt: at(1, 10) } })).code).toBe('NOT_FOUND');
    // Nobody changes it from there, not even who coordinates everything at home.
    expect((await lending.taker.consortium.secretary.refusal('mutation ($id: ID!) { updateResource(id: $id, version: 1, input: { name: "我的" }) { id } }', { id: machine })).code).toBe('NOT_FOUND');
    await lending.suspend(signed.id);
    expect((await lending.taker.who.run(THINGS)).sharedThings.totalCount).toBe(0);
    expect((await lending.taker.who.run(RESOURCE, { id: machine })).resource).toBeNull();
    expect((await lending.taker.who.try('mutation ($input: CreateBookingInput!) { createBooking(input: $input) { __typename } }', { input: { title: '五轴实训', purpose: 'PRACTICE_TEACHING', organisationId: lending.taker.id, startsAt: at(1, 9), endsAt: at(1, 11), resourceIds: [machine] } })).errors![0]!.extensions.code).toBe('NOT_FOUND');
    await lending.resume(signed.id);
    expect((await lending.taker.who.run(RESOURCE, { id: machine })).resource).toMatchObject({ id: machine });
  });

  test.concurrent('is lost with the membership of its owner or of its taker, from the next request on', async () => {
    for (const side of ['giver', 'taker'] as const) {
      const { lending, machine } = await ready({}, true);
      const leaver = lending[side];
      const looker = side === 'giver' ? lending.taker.who : lending.taker.consortium.secretary;
      expect((await looker.run(RESOURCE, { id: machine })).resource).not.toBeNull();
      const { membership } = (await leaver.consortium.secretary.run('query ($id: ID!) { organisation(id: $id) { membership { id } } }', { id: leaver.id })).organisation;
      await leaver.consortium.secretary.run('mutation ($id: ID!) { suspendMember(membershipId: $id, input: { reason: "核查" }) { id } }', { id: membership.id });
      expect((await looker.run(RESOURCE, { id: machine })).resource).toBeNull();
    }
  });
});

describe('an open page of the taker', () => {
  /** What somebody's open page hears. */
  async function listen(who: Client) {
    const response = await who.fetch('/events');
    const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
    const heard: { type: string; ids: string[]; resourceIds?: string[] }[] = [];
    let text = '';
    void (async () => {
      for (let part = await reader.read(); !part.done; part = await reader.read()) {
        text += part.value;
        for (const [, data] of text.matchAll(/event: change\ndata: (.*)\n\n/g)) heard.push(JSON.parse(data!));
        text = text.slice(text.lastIndexOf('\n\n') + 2);
      }
    })().catch(() => undefined);
    const until = async (type: string) => {
      for (let tries = 0; tries < 100 && !heard.some((each) => each.type === type); tries++) await wait(50);
      return heard.splice(0).filter((each) => each.type === type);
    };
    return { heard, until, stop: () => reader.cancel() };
  }

  test.concurrent('hears when the giver books, maintains or changes a thing that it reaches, and of nothing else there', async () => {
    const { lending, machine, signed } = await ready();
    const hidden = await lending.machine('不共享的机床');
    const coordinator = await lending.taker.consortium.person(['COORDINATOR'], lending.taker.id);
    const page = await listen(coordinator);
    const own = (resourceIds: string[], more: object = {}) => lending.book(resourceIds, { organisationId: lending.giver.id, ...more }, lending.giver.who);
    const booked = await own([machine]);
    expect(await page.until('Allocation')).toEqual([{ type: 'Allocation', ids: booked.allocations.map(({ id }) => id), resourceIds: [machine] }]);
    // Of a bundle only the thing that is seen, without what would name the others.
    await own([hidden, machine], { startsAt: at(2, 9), endsAt: at(2, 11) });
    expect(await page.until('Allocation')).toEqual([{ type: 'Allocation', ids: [], resourceIds: [machine] }]);
    await lending.giver.who.run(MAINTAIN, { input: { resourceId: machine, startsAt: at(3, 8), endsAt: at(3, 18), reason: '更换主轴' } });
    expect(await page.until('Allocation')).toMatchObject([{ resourceIds: [machine] }]);
    await lending.giver.who.run('mutation ($id: ID!) { updateResource(id: $id, version: 1, input: { name: "五轴加工中心二" }) { id } }', { id: machine });
    expect(await page.until('Resource')).toEqual([{ type: 'Resource', ids: [machine] }]);
    await own([hidden], { startsAt: at(4, 9), endsAt: at(4, 11) });
    await lending.suspend(signed.id);
    await own([machine], { startsAt: at(5, 9), endsAt: at(5, 11) });
    await wait(300);
    expect(page.heard.filter(({ type }) => type === 'Allocation' || type === 'Booking')).toEqual([]);
    await page.stop();
  });
});
