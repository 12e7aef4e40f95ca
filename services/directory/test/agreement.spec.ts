import { randomUUID } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { Client } from '@gongjian/platform/testing';
import { ACCEPT, ADD, type Agreed, CHANGE, COMMENT, CREATE, LIST, Pair, READ, REMOVE, REOPEN, RETRACT, SETTLE, SIGN, UPDATE, WITHDRAW } from './agreement-kit.ts';
import { as, dayFromNow } from './kit.ts';

const problemsOf = async (who: Client, mutation: string, variables: object) => (await who.try(mutation, variables)).errors![0]!.extensions.details?.problems;
const code = async (attempt: Promise<{ code: string; extensions?: unknown }>) => (await attempt).code;

describe('drafting', () => {
  test.concurrent('a draft has a number of its own, its parties in order, and is seen and changed by each of them, and by nobody else', async () => {
    const pair = await Pair.open();
    const draft = await pair.draft();
    expect(draft).toMatchObject({ number: `${dayFromNow(0).slice(0, 4)}-001`, state: 'DRAFT', viewerCanUpdate: true, viewerCanSign: false, parties: [{ letter: '甲方', organisation: { id: pair.schoolId } }, { letter: '乙方', organisation: { id: pair.enterpriseId } }] });
    expect((await pair.draft()).number).toMatch(/-002$/);
    expect((await pair.read(draft.id, pair.enterprise)).viewerCanUpdate).toBe(true);
    const { id } = await pair.consortium.member('旁观单位');
    const bystander = await pair.consortium.person(['ORGANISATION_ADMINISTRATOR'], id);
    const park = await pair.consortium.person(['PARK_ADMINISTRATOR', 'SECRETARY'], id);
    for (const who of [bystander, park]) expect((await who.run(READ, { id: draft.id })).agreement).toBeNull();
    expect(await code(bystander.refusal(ADD, { id: draft.id, input: pair.interns() }))).toBe('NOT_FOUND');
    const teacher = await pair.consortium.person(['TEACHER'], pair.schoolId);
    expect((await pair.read(draft.id, teacher)).viewerCanUpdate).toBe(false);
    expect(await code(teacher.refusal(ADD, { id: draft.id, input: pair.interns() }))).toBe('FORBIDDEN');
    const student = await pair.consortium.person(['STUDENT'], pair.schoolId);
    expect((await student.run(READ, { id: draft.id })).agreement).toBeNull();
  });

  test.concurrent('asked for twice with one key it is drafted once', async () => {
    const pair = await Pair.open();
    const input = { kind: 'SHARING', ...pair.head() };
    const [a, b] = await Promise.all([pair.school.run(CREATE, { input, key: 'once' }), pair.school.run(CREATE, { input, key: 'once' })]);
    expect(a.createAgreement.id).toBe(b.createAgreement.id);
    expect((await pair.school.run(LIST)).agreements.totalCount).toBe(1);
  });

  test.concurrent.each([
    ['with oneself', (pair: Pair) => ({ partyIds: [pair.schoolId, pair.schoolId] }), 'AGREEMENT_OF_ONE', 'input.partyIds.1'],
    ['with one party', (pair: Pair) => ({ partyIds: [pair.schoolId] }), 'TOO_FEW', 'input.partyIds'],
    ['of others', (pair: Pair) => ({ partyIds: [pair.schoolId, randomUUID()] }), 'PARTY_NO_MEMBER', 'input.partyIds.1'],
    ['that ends before it begins', () => ({ since: dayFromNow(10), until: dayFromNow(10) }), 'TERM_EMPTY', 'input.until'],
    ['that is over', () => ({ since: dayFromNow(-10), until: dayFromNow(0) }), 'TERM_OVER', 'input.until'],
    ['for a lifetime', () => ({ until: dayFromNow(366 * 25) }), 'AGREEMENT_TOO_LONG', 'input.until'],
    ['without a title', () => ({ title: ' ' }), 'REQUIRED', 'input.title'],
  ])('one %s is refused at the field, and nothing is written', async (_, more, problem, field) => {
    const pair = await Pair.open();
    const input = { kind: 'COOPERATION', ...pair.head(more(pair)) };
    expect(await problemsOf(pair.school, CREATE, { input })).toContainEqual(expect.objectContaining({ field, code: problem }));
    expect((await pair.school.run(LIST)).agreements.totalCount).toBe(0);
  });

  test.concurrent('nobody drafts for others alone', async () => {
    const pair = await Pair.open();
    const { id } = await pair.consortium.member('第三方');
    expect(await pair.school.refusal(CREATE, { input: { kind: 'SHARING', ...pair.head({ partyIds: [pair.enterpriseId, id] }) } })).toMatchObject({ code: 'AGREEMENT_WITHOUT_SELF', field: 'input.partyIds' });
  });

  test.concurrent('an old page changes nothing; whoever is named in a clause stays a party', async () => {
    const pair = await Pair.open();
    const draft = await pair.add(await pair.draft(), pair.interns());
    const { updateAgreement } = await pair.enterprise.run(UPDATE, { id: draft.id, version: draft.version, input: pair.head({ title: '新的标题' }) });
    expect(updateAgreement).toMatchObject({ title: '新的标题', version: draft.version + 1 });
    expect(await code(pair.school.refusal(UPDATE, { id: draft.id, version: draft.version, input: pair.head() }))).toBe('STALE_VERSION');
    const { id } = await pair.consortium.member('第三方');
    const without = { id: draft.id, version: updateAgreement.version, input: pair.head({ partyIds: [pair.schoolId, id] }) };
    expect(await pair.school.refusal(UPDATE, without)).toMatchObject({ code: 'PARTY_HAS_CLAUSES', field: 'input.partyIds' });
    const three = (await pair.school.run(UPDATE, { ...without, input: pair.head({ partyIds: [id, pair.schoolId, pair.enterpriseId] }) })).updateAgreement;
    expect(three.parties.map((party: { organisation: { id: string } }) => party.organisation.id)).toEqual([id, pair.schoolId, pair.enterpriseId]);
  });
});

describe('clauses', () => {
  test.concurrent('each kind says what it gives in one sentence; whoever wrote it has accepted it', async () => {
    const pair = await Pair.open();
    const pool = await pair.pool();
    let draft = await pair.draft();
    const between = { giverId: pair.enterpriseId, takerId: pair.schoolId };
    const inputs = [
      pair.use(pool.id, { pricePerHour: 80.5, publicBenefitShare: 40, approval: true, beyondQuota: 'APPROVE', horizonDays: 60, priority: 'PREFERRED' }),
      pair.interns(),
      { kind: 'EXCHANGE', ...between, exchange: { who: 'ENGINEER', amount: 200, unit: 'CLASS_HOURS' } },
      { kind: 'PROGRAMME', giverId: pair.schoolId, takerId: pair.enterpriseId, programme: { rights: ['READ', 'CO_AUTHOR'] } },
      { kind: 'DATA', ...between, wording: '不得另作他用。', data: { fields: ['TALENT_DEMAND'], mask: 'COUNTS', duties: '各自负责数据安全。' } },
    ];
    for (const input of inputs) draft = await pair.add(draft, input);
    expect(draft.clauses.map(({ number, sentence }) => [number, sentence])).toEqual([
      [1, expect.stringMatching(/^某轨道装备有限公司将“五轴加工资源池”供.*用于实践教学，每月不超过 120 机时，超出部分须经提供方同意，每次使用须经提供方同意，可提前 60 天预约，同等条件下优先安排，每小时 80.50 元，其中公益使用占 40%。$/)],
      [2, expect.stringContaining('每年为')],
      [3, expect.stringContaining('企业工程师，合计 200 课时')],
      [4, expect.stringContaining('查阅、共同编写')],
      [5, expect.stringMatching(/人才需求，仅提供数量。双方的权利义务：各自负责数据安全。不得另作他用。$/)],
    ]);
    expect(draft.clauses[0]!.terms).toMatchObject({ __typename: 'ResourceUseTerms', poolName: '五轴加工资源池', quota: { amount: 120, unit: 'MACHINE_HOURS', per: 'MONTH' } });
    expect(draft.clauses.every(({ acceptedBy }) => acceptedBy.length === 1 && acceptedBy[0]!.id === pair.schoolId)).toBe(true);
    expect(draft.parties).toMatchObject([{ accepted: 5 }, { accepted: 0 }]);
  });

  test.concurrent('the term of a clause on interns should be three years: that is said, and does not stop anybody', async () => {
    const pair = await Pair.open();
    const long = await pair.add(await pair.draft(), pair.interns());
    expect(long.findings).toContainEqual({ ruleId: 'INT-51', verdict: 'PASS' });
    const short = await pair.add(await pair.draft({ until: dayFromNow(700) }), pair.interns());
    expect(short.findings).toContainEqual({ ruleId: 'INT-51', verdict: 'WARN' });
    expect((await pair.acceptAll(short)).viewerCanSign).toBe(true);
  });

  test.concurrent.each([
    ['a quota of nothing', (pair: Pair, pool: string) => pair.use(pool, { quota: { amount: 0, unit: 'HOURS', per: 'WEEK' } }), 'TOO_SMALL', 'input.resourceUse.quota.amount'],
    ['a quota without end', (pair: Pair, pool: string) => pair.use(pool, { quota: { amount: 2_000_000, unit: 'HOURS', per: 'WEEK' } }), 'TOO_LARGE', 'input.resourceUse.quota.amount'],
    ['a third of a fen', (pair: Pair, pool: string) => pair.use(pool, { pricePerHour: 0.333 }), 'TWO_DECIMALS', 'input.resourceUse.pricePerHour'],
    ['more than all for the public', (pair: Pair, pool: string) => pair.use(pool, { publicBenefitShare: 101 }), 'TOO_LARGE', 'input.resourceUse.publicBenefitShare'],
    ['no purpose', (pair: Pair, pool: string) => pair.use(pool, { purposes: [] }), 'TOO_FEW', 'input.resourceUse.purposes'],
    ['the part of another kind', (pair: Pair, pool: string) => ({ ...pair.interns(), resourceUse: pair.use(pool).resourceUse }), 'CLAUSE_OTHER_KIND', 'input.resourceUse'],
    ['nothing of its kind', (pair: Pair) => ({ ...pair.interns(), interns: null }), 'REQUIRED', 'input.interns'],
  ])('with %s it is refused at the field', async (_, input, problem, field) => {
    const pair = await Pair.open();
    const draft = await pair.draft();
    expect(await problemsOf(pair.school, ADD, { id: draft.id, input: input(pair, (await pair.pool()).id) })).toContainEqual(expect.objectContaining({ field, code: problem }));
    expect((await pair.read(draft.id)).clauses).toEqual([]);
  });

  test.concurrent('giver and taker are two parties, the pool is the giver’s, and two clauses never speak of the same thing', async () => {
    const pair = await Pair.open();
    const pool = await pair.pool();
    const draft = await pair.add(await pair.draft(), pair.use(pool.id));
    const refuse = (input: object) => pair.school.refusal(ADD, { id: draft.id, input });
    const { id } = await pair.consortium.member('第三方');
    expect(await refuse(pair.interns({ giverId: id }))).toMatchObject({ code: 'CLAUSE_PARTIES', field: 'input.giverId' });
    expect(await refuse(pair.interns({ takerId: pair.enterpriseId }))).toMatchObject({ code: 'CLAUSE_WITH_ONESELF', field: 'input.takerId' });
    expect(await refuse({ ...pair.use(pool.id), giverId: pair.schoolId, takerId: pair.enterpriseId })).toMatchObject({ code: 'POOL_NOT_GIVERS', field: 'input.resourceUse.poolId' });
    expect(await refuse(pair.use(randomUUID()))).toMatchObject({ code: 'POOL_NOT_GIVERS' });
    const again = await refuse(pair.use(pool.id, { quota: null }));
    expect(again).toMatchObject({ code: 'CLAUSES_CONTRADICT' });
    expect(again.message).toContain('第 1 条');
    // Changed, it does not stand in its own way.
    const { updateClause } = await pair.school.run(CHANGE, { id: draft.clauses[0]!.id, version: 1, input: pair.use(pool.id, { quota: null }) });
    expect(updateClause.clauses[0].terms.quota).toBeNull();
  });

  test.concurrent('a pool that a clause names stays, until the draft is withdrawn', async () => {
    const pair = await Pair.open();
    const pool = await pair.pool();
    const draft = await pair.add(await pair.draft(), pair.use(pool.id));
    const remove = 'mutation ($id: ID!, $version: Int!) { removePool(id: $id, version: $version) }';
    expect(await pair.enterprise.refusal(remove, pool)).toMatchObject({ code: 'POOL_IN_USE', message: expect.stringContaining('轨道装备校企合作协议') });
    await pair.school.run(WITHDRAW, { id: draft.id });
    expect((await pair.enterprise.run(remove, pool)).removePool).toBe(true);
  });

  test.concurrent('what was accepted is accepted as it stood: a change asks everybody again, and an old page accepts nothing', async () => {
    const pair = await Pair.open();
    const draft = await pair.add(await pair.draft(), pair.interns());
    const [clause] = draft.clauses as [Agreed['clauses'][0]];
    const accepted = await pair.acceptAll(draft);
    expect(accepted.clauses[0]!.acceptedBy).toHaveLength(2);
    expect(accepted.viewerCanSign).toBe(true);
    const { updateClause } = await pair.school.run(CHANGE, { id: clause.id, version: clause.version, input: pair.interns({ wording: '另行通知。' }) });
    expect(updateClause.clauses[0].acceptedBy).toEqual([{ id: pair.schoolId }]);
    expect(updateClause.viewerCanSign).toBe(false);
    expect(await code(pair.enterprise.refusal(ACCEPT, { id: clause.id, version: clause.version }))).toBe('STALE_VERSION');
    expect(await code(pair.enterprise.refusal(REMOVE, { id: clause.id, version: clause.version }))).toBe('STALE_VERSION');
    await pair.enterprise.run(ACCEPT, { id: clause.id, version: clause.version + 1 });
    const { withdrawAcceptance } = await pair.enterprise.run(RETRACT, { id: clause.id });
    expect(withdrawAcceptance.clauses[0].acceptedBy).toEqual([{ id: pair.schoolId }]);
    const { removeClause } = await pair.school.run(REMOVE, { id: clause.id, version: clause.version + 1 });
    expect(removeClause.clauses).toEqual([]);
  });

  test.concurrent('parties say what they think of a clause or the whole, and mark it as settled; it stays when the clause goes', async () => {
    const pair = await Pair.open();
    const draft = await pair.add(await pair.draft(), pair.interns());
    const [clause] = draft.clauses as [Agreed['clauses'][0]];
    const { commentAgreement } = await pair.enterprise.run(COMMENT, { input: { agreementId: draft.id, clauseId: clause.id, text: '岗位数偏多' } });
    expect(commentAgreement.comments).toMatchObject([{ clauseId: clause.id, text: '岗位数偏多', organisation: { id: pair.enterpriseId }, settledAt: null }]);
    const { settleComment } = await pair.school.run(SETTLE, { id: commentAgreement.comments[0].id });
    expect(settleComment.comments).toMatchObject([{ settledAt: expect.any(String), settledBy: { id: pair.school.personId } }]);
    const { removeClause } = await pair.school.run(REMOVE, { id: clause.id, version: clause.version });
    expect(removeClause.comments).toMatchObject([{ clauseId: null, text: '岗位数偏多' }]);
    expect(await pair.school.refusal(COMMENT, { input: { agreementId: draft.id, clauseId: clause.id, text: '还在吗' } })).toMatchObject({ field: 'input.clauseId' });
  });
});

describe('signing', () => {
  test.concurrent('the first signature freezes the text, the last one makes it count; all have signed the same hash', async () => {
    const pair = await Pair.open();
    const ready = await pair.acceptAll(await pair.add(await pair.draft(), pair.interns()));
    const once = await pair.sign(pair.school, ready);
    expect(once).toMatchObject({ state: 'SIGNING', viewerCanUpdate: false, viewerCanSign: false, textHash: ready.textHash, signatures: [{ office: '校长', textHash: ready.textHash, organisation: { id: pair.schoolId }, person: { id: pair.school.personId } }] });
    for (const attempt of [
      pair.enterprise.refusal(ADD, { id: ready.id, input: pair.interns({ interns: { posts: 1, per: 'TERM', majors: '焊接' } }) }),
      pair.enterprise.refusal(UPDATE, { id: ready.id, version: once.version, input: pair.head({ title: '偷改' }) }),
      pair.enterprise.refusal(RETRACT, { id: ready.clauses[0]!.id }),
    ]) expect(await code(attempt)).toBe('AGREEMENT_FROZEN');
    expect(await code(pair.school.refusal(SIGN, { id: ready.id, input: { textHash: ready.textHash, office: '校长' } }))).toBe('SIGNED_ALREADY');
    const both = await pair.sign(pair.enterprise, ready, '总经理');
    expect(both).toMatchObject({ state: 'IN_FORCE', signedAt: expect.any(String), signatures: [{}, {}] });
    expect(await code(pair.enterprise.refusal(SIGN, { id: ready.id, input: { textHash: ready.textHash, office: '总经理' } }))).toBe('SIGNED_ALREADY');
    // Now the office and the council know of it.
    const council = await pair.consortium.person(['COUNCIL_MEMBER'], pair.schoolId);
    for (const who of [pair.consortium.secretary, council]) expect((await pair.read(ready.id, who)).state).toBe('IN_FORCE');
  });

  test.concurrent('a text that has changed since one read it is not signed, nor one of which somebody has not accepted a clause, nor an empty one', async () => {
    const pair = await Pair.open();
    const empty = await pair.draft();
    expect(await pair.school.refusal(SIGN, { id: empty.id, input: { textHash: empty.textHash, office: '校长' } })).toMatchObject({ code: 'AGREEMENT_BLOCKED', message: expect.stringContaining('ALL-20') });
    const open = await pair.add(empty, pair.interns());
    const refusal = await pair.school.refusal(SIGN, { id: open.id, input: { textHash: open.textHash, office: '校长' } });
    expect(refusal).toMatchObject({ code: 'CLAUSES_OPEN', message: expect.stringContaining('第 1 条') });
    const ready = await pair.acceptAll(open);
    const { updateAgreement } = await pair.enterprise.run(UPDATE, { id: ready.id, version: ready.version, input: pair.head({ noticeDays: 60 }) });
    expect(updateAgreement.textHash).not.toBe(ready.textHash);
    expect(await pair.school.refusal(SIGN, { id: ready.id, input: { textHash: ready.textHash, office: '校长' } })).toMatchObject({ code: 'TEXT_CHANGED', field: 'input.textHash' });
    expect((await pair.read(ready.id)).state).toBe('DRAFT');
  });

  test.concurrent('only whoever proved lately who they are signs, and only as administrator of a party', async () => {
    const pair = await Pair.open();
    const ready = await pair.acceptAll(await pair.add(await pair.draft(), pair.interns()));
    await as('auth', `update directory.session s set proven_at = now() - interval '20 minutes' from directory.account a where a.id = s.account_id and a.login = $1 returning s.id`, [pair.school.login]);
    const input = { textHash: ready.textHash, office: '校长' };
    expect(await code(pair.school.refusal(SIGN, { id: ready.id, input }))).toBe('PROOF_NEEDED');
    const keeper = await pair.consortium.person(['RESOURCE_KEEPER', 'COORDINATOR'], pair.schoolId);
    expect(await code(keeper.refusal(SIGN, { id: ready.id, input }))).toBe('FORBIDDEN');
    expect((await pair.read(ready.id)).signatures).toEqual([]);
  });

  test.concurrent('many who sign at once sign once for each party', async () => {
    const pair = await Pair.open();
    const ready = await pair.acceptAll(await pair.add(await pair.draft(), pair.interns()));
    const second = await pair.consortium.person(['ORGANISATION_ADMINISTRATOR'], pair.schoolId, '副校长');
    const answers = await Promise.all([pair.school, second, pair.enterprise, pair.school, second].map((who) => who.try(SIGN, { id: ready.id, input: { textHash: ready.textHash, office: '代表' } })));
    expect(answers.filter(({ errors }) => !errors)).toHaveLength(2);
    expect(answers.flatMap(({ errors }) => errors ?? []).map((error) => error.extensions.code)).toEqual(['SIGNED_ALREADY', 'SIGNED_ALREADY', 'SIGNED_ALREADY']);
    expect(await pair.read(ready.id)).toMatchObject({ state: 'IN_FORCE', signatures: [{}, {}] });
  });

  test.concurrent('before all have signed it is taken back to drafting, and signed anew; afterwards never', async () => {
    const pair = await Pair.open();
    const ready = await pair.acceptAll(await pair.add(await pair.draft(), pair.interns()));
    await pair.sign(pair.school, ready);
    const { reopenAgreement } = await pair.enterprise.run(REOPEN, { id: ready.id });
    expect(reopenAgreement).toMatchObject({ state: 'DRAFT', signatures: [], viewerCanUpdate: true });
    for (const who of [pair.school, pair.enterprise]) await pair.sign(who, await pair.read(ready.id));
    for (const mutation of [REOPEN, WITHDRAW]) expect(await code(pair.school.refusal(mutation, { id: ready.id }))).toBe('AGREEMENT_SIGNED');
    const other = await pair.draft();
    expect((await pair.school.run(WITHDRAW, { id: other.id })).withdrawAgreement.state).toBe('WITHDRAWN');
    expect(await code(pair.school.refusal(ADD, { id: other.id, input: pair.interns() }))).toBe('AGREEMENT_OVER');
  });

  test.concurrent('what was signed cannot be changed in the database by the product either', async () => {
    const pair = await Pair.open();
    const { id } = await pair.signed();
    const tenant = `select set_config('app.tenant', '${pair.consortium.id}', false);`;
    for (const change of [`update directory.agreement set until = until + 1 where id = '${id}'`, `update directory.clause set wording = '改' where agreement_id = '${id}'`, `delete from directory.agreement_signature where agreement_id = '${id}'`, `delete from directory.agreement_party where agreement_id = '${id}'`]) {
      await expect(as('app', tenant + change)).rejects.toThrow('a signed agreement is not changed');
    }
    expect(await pair.read(id)).toMatchObject({ signatures: [{}, {}], parties: [{}, {}] });
  });

  test.concurrent('two agreements never speak of the same thing at the same time; one after the other they may', async () => {
    const pair = await Pair.open();
    const pool = await pair.pool();
    const first = await pair.signed({ until: dayFromNow(100) }, pair.use(pool.id));
    const overlapping = await pair.acceptAll(await pair.add(await pair.draft({ since: dayFromNow(99) }), pair.use(pool.id)));
    const refusal = await pair.school.refusal(SIGN, { id: overlapping.id, input: { textHash: overlapping.textHash, office: '校长' } });
    expect(refusal).toMatchObject({ code: 'AGREEMENT_OVERLAPS', message: expect.stringContaining(first.number) });
    const { updateAgreement } = await pair.school.run(UPDATE, { id: overlapping.id, version: overlapping.version, input: pair.head({ since: dayFromNow(100) }) });
    await pair.sign(pair.school, updateAgreement);
    expect((await pair.sign(pair.enterprise, updateAgreement)).state).toBe('COMING');
  });
});
