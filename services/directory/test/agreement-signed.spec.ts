import { randomUUID } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { Platform } from '@gongjian/platform';
import { Client } from '@gongjian/platform/testing';
import { rolesOf, Secrets, urlAs } from '@gongjian/platform/testing/inside';
import { wordsOf } from '../../../libs/platform/test/docx.ts';
import { directory, warnOfEndingAgreements } from '../src/index.ts';
import { type Agreed, AMEND, CHANGE, LIST, Pair, RENEW, RESUME, SUSPEND, TERMINATE, UPDATE, WITHDRAW } from './agreement-kit.ts';
import { standing } from '../src/agreement/agreement.standing.ts';
import { as, dayFromNow } from './kit.ts';

function openPlatform(): Promise<Platform> {
  const url = process.env.GONGJIAN_DATABASE_URL!;
  const secret = process.env.GONGJIAN_SECRET_KEY!;
  return Platform.open(urlAs(url, rolesOf(url).app, new Secrets(secret)), secret, [directory], 2, { publicUrl: 'http://localhost' });
}

const code = async (attempt: Promise<{ code: string; extensions?: unknown }>) => (await attempt).code;

describe('on paper', () => {
  test.concurrent('it is a Word file and a PDF with parties, articles, clauses and signatures, for those who may read it', async () => {
    const pair = await Pair.open();
    const signed = await pair.signed();
    const word = await pair.school.fetch(`/agreements/${signed.id}/agreement.docx`);
    expect(word.headers.get('content-disposition')).toContain(encodeURIComponent(`轨道装备校企合作协议-${signed.number}.docx`));
    const said = await wordsOf(Buffer.from(await word.arrayBuffer()));
    for (const part of [`编号：${signed.number}`, '轨道装备校企合作协议', '乙方：某轨道装备有限公司', '第一条  合作宗旨', '共建产教融合实践中心', `（一）${signed.clauses[0]!.sentence}`, '提前30日通知', signed.textHash, '一式两份', '代表（签字）：校方', '职务：总经理']) expect(said).toContain(part);
    expect(said).not.toContain('草案');
    expect(await wordsOf(Buffer.from(await (await pair.school.fetch(`/agreements/${(await pair.draft()).id}/agreement.docx`)).arrayBuffer()))).toContain('（草案，尚未签署）');

    const pdf = await pair.enterprise.fetch(`/agreements/${signed.id}/agreement.pdf`);
    expect(pdf.headers.get('content-type')).toBe('application/pdf');
    const bytes = Buffer.from(await pdf.arrayBuffer());
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
    // Its font is in it, so that it looks the same wherever it is opened.
    expect(bytes.toString('latin1')).toContain('/FontFile3');

    const { id } = await pair.consortium.member('旁观单位');
    const bystander = await pair.consortium.person(['ORGANISATION_ADMINISTRATOR'], id);
    expect((await bystander.fetch(`/agreements/${signed.id}/agreement.pdf`)).status).toBe(404);
    expect((await bystander.fetch(`/agreements/${randomUUID()}/agreement.pdf`)).status).toBe(404);
    expect((await new Client().fetch(`/agreements/${signed.id}/agreement.docx`)).status).toBe(401);
  });
});

describe('a signed agreement', () => {
  test.concurrent('rests when a party suspends it, until that party takes it up again', async () => {
    const pair = await Pair.open();
    const { id } = await pair.signed();
    expect((await pair.enterprise.run(SUSPEND, { id, input: { reason: '设备搬迁' } })).suspendAgreement).toMatchObject({ state: 'SUSPENDED', suspendReason: '设备搬迁' });
    expect(await code(pair.enterprise.refusal(SUSPEND, { id, input: { reason: '再一次' } }))).toBe('AGREEMENT_NOT_IN_FORCE');
    expect(await pair.school.refusal(RESUME, { id })).toMatchObject({ code: 'SUSPENDED_BY_OTHER', message: expect.stringContaining('某轨道装备有限公司') });
    expect((await pair.enterprise.run(RESUME, { id })).resumeAgreement.state).toBe('IN_FORCE');
    expect(await code(pair.enterprise.refusal(RESUME, { id }))).toBe('NOT_SUSPENDED');
  });

  test.concurrent('is ended with the notice that was agreed, and before its end', async () => {
    const pair = await Pair.open();
    const { id } = await pair.signed();
    const on = (days: number) => ({ id, input: { on: dayFromNow(days), reason: '合作项目结束' } });
    expect(await pair.school.refusal(TERMINATE, on(29))).toMatchObject({ code: 'NOTICE_TOO_SHORT', field: 'input.on', message: expect.stringContaining(dayFromNow(30)) });
    expect(await pair.school.refusal(TERMINATE, on(1200))).toMatchObject({ code: 'TERM_PAST_END', field: 'input.on' });
    expect((await pair.school.run(TERMINATE, on(30))).terminateAgreement).toMatchObject({ state: 'IN_FORCE', endsOn: dayFromNow(30) });
  });

  test.concurrent('is replaced by its amendment on the day that all have signed that, once', async () => {
    const pair = await Pair.open();
    const old = await pair.signed();
    const { amendAgreement: draft } = await pair.enterprise.run(AMEND, { id: old.id, key: 'amend' });
    expect((await pair.enterprise.run(AMEND, { id: old.id, key: 'amend' })).amendAgreement.id).toBe(draft.id);
    expect(draft).toMatchObject({ state: 'DRAFT', amends: { id: old.id }, clauses: [{ kind: 'INTERNS', acceptedBy: [] }] });
    expect(await code(pair.school.refusal(AMEND, { id: old.id }))).toBe('AMENDED_ALREADY');
    const { id: third } = await pair.consortium.member('第三方');
    expect(await pair.school.refusal(UPDATE, { id: draft.id, version: draft.version, input: pair.head({ partyIds: [pair.schoolId, pair.enterpriseId, third] }) })).toMatchObject({ code: 'AMENDMENT_PARTIES', field: 'input.partyIds' });
    let ready = (await pair.school.run(CHANGE, { id: draft.clauses[0].id, version: 1, input: pair.interns({ interns: { posts: 40, per: 'YEAR', majors: '数控技术' } }) })).updateClause as Agreed;
    ready = await pair.acceptAll(ready);
    await pair.sign(pair.school, ready);
    expect((await pair.read(old.id)).state).toBe('IN_FORCE');
    expect((await pair.sign(pair.enterprise, ready)).state).toBe('IN_FORCE');
    expect(await pair.read(old.id)).toMatchObject({ state: 'REPLACED', amendedBy: { id: draft.id } });
  });

  test.concurrent('is renewed for as long again, from the day on which it ends, by one draft; both count one after the other', async () => {
    const pair = await Pair.open();
    expect(await code(pair.school.refusal(RENEW, { id: (await pair.draft()).id }))).toBe('AGREEMENT_NOT_IN_FORCE');
    const old = await pair.signed();
    const { renewAgreement: draft } = await pair.enterprise.run(RENEW, { id: old.id, key: 'renew' });
    expect((await pair.enterprise.run(RENEW, { id: old.id, key: 'renew' })).renewAgreement.id).toBe(draft.id);
    expect(draft).toMatchObject({ state: 'DRAFT', since: dayFromNow(1200), renews: { id: old.id }, amends: null, parties: old.parties.map(({ organisation }: Agreed) => ({ organisation })), clauses: [{ kind: 'INTERNS', acceptedBy: [] }] });
    expect(await pair.school.refusal(RENEW, { id: old.id })).toMatchObject({ code: 'RENEWED_ALREADY', message: expect.stringContaining(draft.number) });
    const ready = await pair.acceptAll(await pair.acceptAll(draft), pair.school);
    await pair.sign(pair.school, ready);
    // The same clause speaks of the same thing, one term after the other.
    expect((await pair.sign(pair.enterprise, ready)).state).toBe('COMING');
    expect(await pair.read(old.id)).toMatchObject({ state: 'IN_FORCE', renewedBy: { id: draft.id } });
  });

  test.concurrent('whose renewal was withdrawn can be renewed again', async () => {
    const pair = await Pair.open();
    const old = await pair.signed();
    const { renewAgreement: draft } = await pair.school.run(RENEW, { id: old.id });
    await pair.school.run(WITHDRAW, { id: draft.id });
    expect((await pair.read(old.id)).renewedBy).toBeNull();
    expect((await pair.enterprise.run(RENEW, { id: old.id })).renewAgreement).toMatchObject({ state: 'DRAFT', renews: { id: old.id } });
  });

  test.concurrent('is found by its state, a party, its title and its number', async () => {
    const pair = await Pair.open();
    const signed = await pair.signed();
    const draft = await pair.draft({ title: '师资互聘协议' });
    const found = async (filter: object) => (await pair.school.run(LIST, { filter })).agreements.nodes.map(({ id }: { id: string }) => id);
    expect(await found({ states: ['IN_FORCE'] })).toEqual([signed.id]);
    expect(await found({ states: ['DRAFT', 'IN_FORCE'] })).toHaveLength(2);
    expect(await found({ search: '互聘' })).toEqual([draft.id]);
    expect(await found({ search: signed.number })).toEqual([signed.id]);
    expect(await found({ organisationId: pair.enterpriseId })).toHaveLength(2);
    expect(await found({ organisationId: randomUUID() })).toEqual([]);
  });

  test.concurrent('counts on a day for the database as it does for the product', async () => {
    const days = ['2026-01-01', '2026-06-01', '2027-01-01'];
    const cases = days.flatMap((day) => ['DRAFT', 'SIGNED'].flatMap((state) => [null, new Date()].flatMap((suspendedAt) => [null, ...days].flatMap((endsOn) => [null, ...days].map((replacedOn) => ({ state: state as 'DRAFT' | 'SIGNED', since: '2026-03-01', until: '2026-12-01', suspendedAt, endsOn, replacedOn, day }))))));
    const rows = await as<{ standing: string }>('app', `
      select directory.agreement_standing(c.state, c.since, c.until, c."suspendedAt", c."endsOn", c."replacedOn", c.day) as standing
      from jsonb_to_recordset($1::jsonb) as c(state text, since date, until date, "suspendedAt" timestamptz, "endsOn" date, "replacedOn" date, day date)`, [JSON.stringify(cases)]);
    expect(rows.map((row) => row.standing)).toEqual(cases.map(({ day, ...agreement }) => standing(agreement, day)));
  });

  test.concurrent('warns both parties before it ends, once for each of the days', async () => {
    const pair = await Pair.open();
    const { id } = await pair.signed({ until: dayFromNow(1000) });
    const told = async (who: Client) => (await who.run('{ messages(first: 20) { nodes { kind what link } } }')).messages.nodes.filter(({ kind }: { kind: string }) => kind === 'AGREEMENT_ENDING');
    const platform = await openPlatform();
    try {
      // A day is passed over: what was due on it is due the day after.
      for (const [left, warnings] of [[91, 0], [89, 1], [89, 1], [31, 1], [30, 2], [8, 2], [6, 3], [1, 3], [0, 3]] as const) {
        await warnOfEndingAgreements(platform, new Date(Date.now() + (1000 - left) * 86_400_000));
        for (const who of [pair.school, pair.enterprise]) expect(await told(who)).toHaveLength(warnings);
      }
    } finally {
      await platform.close();
    }
    expect((await told(pair.school))[0]).toMatchObject({ what: expect.stringContaining('将于'), link: `/agreements/${id}` });
  });

  test.concurrent('tells the other party what happened to it, each with the way to the agreement', async () => {
    const pair = await Pair.open();
    const ready = await pair.acceptAll(await pair.add(await pair.draft(), pair.interns()));
    await pair.sign(pair.school, ready);
    await pair.sign(pair.enterprise, ready);
    await pair.school.run(SUSPEND, { id: ready.id, input: { reason: '检修' } });
    const kinds = async (who: Client) => (await who.run('{ messages(first: 20) { nodes { kind } } }')).messages.nodes.map(({ kind }: { kind: string }) => kind).sort();
    expect(await kinds(pair.enterprise)).toEqual(['AGREEMENT_DRAFTED', 'AGREEMENT_SUSPENDED', 'AGREEMENT_TO_SIGN']);
    expect(await kinds(pair.school)).toEqual(['AGREEMENT_SIGNED', 'AGREEMENT_TO_SIGN']);
  });
});
