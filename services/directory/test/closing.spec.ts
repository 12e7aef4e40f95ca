import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Client, PASSWORD, TestConsortium } from '@gongjian/platform/testing';
import pg from 'pg';
import { as, status } from './kit.ts';

type Person = Client & { personId: string; login: string };
const VERIFY = fileURLToPath(new URL('../../../infra/verify/audit.mjs', import.meta.url));
const MINE = '{ closing { id state reason keepUntil blockedText } obstacles { code text link } needsDecision days }';
const MY = `{ myClosing ${MINE} }`;
const CLOSE = `mutation { closeAccount ${MINE} }`;
const WITHDRAW = `mutation { withdrawClosing ${MINE} }`;
const DECIDE = 'mutation ($id: ID!, $input: DecideClosingInput!) { decideClosing(personId: $id, input: $input) { state reason keepUntil } }';
const BOOK = 'mutation ($input: CreateBookingInput!) { createBooking(input: $input) { __typename ... on Booking { id version } } }';

let consortium: TestConsortium;
let owner: pg.Client;
beforeAll(async () => {
  consortium = await TestConsortium.found('注销联合体');
  owner = new pg.Client({ connectionString: process.env.GONGJIAN_DATABASE_URL });
  await owner.connect();
});
afterAll(() => owner.end());

const due = (who: Person) => owner.query(`update directory.erasure set due_at = now() - interval '1 minute' where person_id = $1 and state = 'WAITING'`, [who.personId]);
const stateOf = async (who: Person) => (await owner.query<{ state: string; blocked_by: string | null }>('select state, blocked_by from directory.erasure where person_id = $1 order by id desc limit 1', [who.personId])).rows[0]!;
async function until(holds: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; !(await holds()); tries++) {
    if (tries > 200) throw new Error('it did not become so');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
const done = (who: Person) => until(async () => (await stateOf(who)).state === 'DONE');
let days = 10;
async function booked(who: Client): Promise<{ id: string; version: number }> {
  const { createResource: { id } } = await consortium.secretary.run('mutation ($input: CreateResourceInput!) { createResource(input: $input) { id } }', { input: { kind: 'EQUIPMENT', name: '车床', ownerId: consortium.lead.id } });
  const at = (hour: number) => new Date(Date.now() + ++days * 86_400_000 + hour * 3_600_000).toISOString();
  const startsAt = at(0);
  return (await who.run(BOOK, { input: { title: '车工实训', purpose: 'PRACTICE_TEACHING', organisationId: consortium.lead.id, startsAt, endsAt: new Date(Date.parse(startsAt) + 3_600_000).toISOString(), resourceIds: [id] } })).createBooking;
}

describe('closing an account', () => {
  test('asks for a fresh proof, says what stands in the way, each with the way on, and is done only when it is settled', async () => {
    const coordinator: Person = await consortium.person(['COORDINATOR'], consortium.lead.id, '有预约的人');
    const booking = await booked(coordinator);
    await as('auth', `update directory.session s set proven_at = now() - interval '20 minutes' from directory.account a where a.id = s.account_id and a.login = $1 returning s.id`, [coordinator.login]);
    expect((await coordinator.refusal(CLOSE)).code).toBe('PROOF_NEEDED');
    await coordinator.post('/auth/confirm', { password: PASSWORD });
    expect((await coordinator.run(MY)).myClosing).toMatchObject({ closing: null, needsDecision: false, obstacles: [{ code: 'DUTIES_OPEN', link: '/bookings?tab=mine' }] });
    const refused = await coordinator.refusal(CLOSE);
    expect(refused.code).toBe('CLOSING_OBSTACLE');
    expect(refused.message).toContain('1 个尚未结束的预约');
    await coordinator.run('mutation ($id: ID!, $version: Int!) { cancelBooking(id: $id, version: $version) { __typename } }', booking);
    expect((await coordinator.run(CLOSE)).closeAccount.closing.state).toBe('WAITING');
    expect((await coordinator.refusal(CLOSE)).code).toBe('CLOSING_ASKED_ALREADY');
  });

  test('the last secretary is told to name another one first', async () => {
    expect(await consortium.secretary.refusal(CLOSE)).toMatchObject({ code: 'CLOSING_OBSTACLE', message: expect.stringContaining('请先给另一个人授予秘书角色') });
  });

  test('can be taken back for a week, and nothing has happened', async () => {
    const person: Person = await consortium.person(['COORDINATOR'], consortium.lead.id, '改主意的人');
    await person.run(CLOSE);
    expect((await person.run(WITHDRAW)).withdrawClosing.closing.state).toBe('WITHDRAWN');
    expect((await person.refusal(WITHDRAW)).code).toBe('NOT_FOUND');
    expect((await person.run('{ me { person { name } } }')).me.person.name).toBe('改主意的人');
  });

  test('what comes up meanwhile holds it up, and the person hears of it', async () => {
    const person: Person = await consortium.person(['COORDINATOR'], consortium.lead.id, '临时有事');
    await person.run(CLOSE);
    await booked(person);
    await due(person);
    await until(async () => (await stateOf(person)).blocked_by !== null);
    expect((await person.run(MY)).myClosing.closing.blockedText).toContain('尚未结束的预约');
    expect((await person.run('{ messages(first: 5) { nodes { kind } } }')).messages.nodes).toContainEqual({ kind: 'CLOSING_BLOCKED' });
  });
});

describe('where teaching or internship files may have to be kept', () => {
  test('an administrator decides, with a reason; not about themselves, not about people of elsewhere', async () => {
    const teacher: Person = await consortium.person(['TEACHER'], consortium.lead.id, '要走的老师');
    expect((await teacher.run(CLOSE)).closeAccount).toMatchObject({ needsDecision: true, closing: { state: 'ASKED' } });
    const { id: elsewhere } = await consortium.member('别的单位');
    const stranger = await consortium.person(['ORGANISATION_ADMINISTRATOR'], elsewhere);
    const id = teacher.personId;
    expect((await stranger.refusal(DECIDE, { id, input: { approve: true } })).code).toBe('NOT_FOUND');
    expect((await teacher.refusal(DECIDE, { id, input: { approve: true } })).code).toBe('NOT_FOUND');
    const administrator = await consortium.person(['ORGANISATION_ADMINISTRATOR'], consortium.lead.id, '本单位管理员');
    expect((await administrator.run('query ($id: ID!) { person(id: $id) { closing { state } } }', { id })).person.closing.state).toBe('ASKED');
    expect((await administrator.refusal(DECIDE, { id, input: { approve: false } }))).toMatchObject({ code: 'BAD_INPUT', field: 'input.reason' });
    await administrator.run(DECIDE, { id, input: { approve: false, reason: '学期教学档案尚未归档（《职业学校学生实习管理规定》）' } });
    expect((await teacher.run(MY)).myClosing.closing).toMatchObject({ state: 'REFUSED', reason: expect.stringContaining('尚未归档') });
    const { messages } = await teacher.run('{ messages(first: 5) { nodes { kind what more } } }');
    expect(messages.nodes[0]).toMatchObject({ kind: 'CLOSING_REFUSED', more: expect.stringContaining('尚未归档') });
  });

  test('one that nobody answers is reminded of when its time is over', async () => {
    const student: Person = await consortium.person(['STUDENT'], consortium.lead.id, '等答复的学生');
    await student.run(CLOSE);
    await owner.query(`update directory.erasure set answer_by = now() - interval '1 hour' where person_id = $1`, [student.personId]);
    await until(async () => (await consortium.secretary.run('{ messages(first: 50) { nodes { kind what } } }')).messages.nodes.some(({ kind, what }: { kind: string; what: string }) => kind === 'CLOSING_OVERDUE' && what.includes('等答复的学生')));
  });
});

describe('an account that is closed', () => {
  let leaver: Person;
  let booking: { id: string; version: number };
  let keptId: string;
  let entryId: string;
  const CANARY = '独孤求败';

  beforeAll(async () => {
    leaver = await consortium.person(['COORDINATOR'], consortium.lead.id, CANARY);
    await consortium.secretary.run('mutation ($input: GrantRoleInput!) { grantRole(input: $input) { id } }', { input: { personId: leaver.personId, organisationId: consortium.lead.id, role: 'TEACHER' } });
    booking = await booked(leaver);
    await owner.query(`update scheduling.booking set starts_at = now() - interval '2 days', ends_at = now() - interval '47 hours' where id = $1`, [booking.id]);
    const make = async (input: object) => (await consortium.secretary.run('mutation ($input: CreateResourceInput!) { createResource(input: $input) { id } }', { input: { ownerId: consortium.lead.id, ...input } })).createResource.id as string;
    keptId = await make({ kind: 'EQUIPMENT', name: '加工中心', keeper: CANARY });
    entryId = await make({ kind: 'TEACHER', name: CANARY, code: 'GH-9527', note: `${CANARY}的备注` });
    await owner.query('update scheduling.resource set person_id = $2 where id = $1', [entryId, leaver.personId]);
    await leaver.run(CLOSE);
    await consortium.secretary.run(DECIDE, { id: leaver.personId, input: { approve: true } });
    await due(leaver);
    await done(leaver);
  });

  test('opens no door, and its session has ended', async () => {
    expect(await status(leaver)).toBe(401);
    expect((await new Client().post('/auth/sign-in', { login: leaver.login, password: PASSWORD })).status).not.toBe(200);
  });

  test('leaves no name, no login and no number in any table but those of the audit log\'s past', async () => {
    const { rows } = await owner.query<{ name: string }>(`select quote_ident(table_schema) || '.' || quote_ident(table_name) as name from information_schema.tables where table_schema in ('directory', 'scheduling', 'platform', 'jobs') and table_type = 'BASE TABLE'`);
    const found: string[] = [];
    for (const { name } of rows) {
      const hit = await owner.query(`select 1 from ${name} t where strpos(t::text, $1) > 0 or strpos(t::text, $2) > 0 or strpos(t::text, 'GH-9527') > 0 limit 1`, [CANARY, leaver.login]);
      if (hit.rowCount) found.push(name);
    }
    expect(found).toEqual([]);
  });

  test('leaves the books whole, under a pseudonym', async () => {
    const { booking: kept } = await consortium.secretary.run('query ($id: ID!) { booking(id: $id) { title requestedBy { name } allocations { resource { name } } } }', { id: booking.id });
    expect(kept).toMatchObject({ title: '车工实训', requestedBy: { name: expect.stringMatching(/^已注销人员[0-9A-F]{6}$/) }, allocations: [{ resource: { name: '车床' } }] });
    expect((await consortium.secretary.run('query ($id: ID!) { resource(id: $id) { keeper } }', { id: keptId })).resource.keeper).toBeNull();
    expect((await consortium.secretary.run('query ($id: ID!) { resource(id: $id) { name code note state } }', { id: entryId })).resource).toEqual({ name: kept.requestedBy.name, code: null, note: null, state: 'WITHDRAWN' });
    expect((await consortium.secretary.run('query ($s: String!) { people(filter: { search: $s }) { totalCount } }', { s: CANARY })).people.totalCount).toBe(0);
    expect((await consortium.secretary.run('query ($s: String!) { resources(filter: { search: $s }) { totalCount } }', { s: CANARY })).resources.totalCount).toBe(0);
  });

  test('leaves the audit log whole: an export taken afterwards verifies, and names the person by pseudonym', async () => {
    const auditor = await consortium.person(['AUDITOR'], consortium.lead.id, '审计');
    const file = join(mkdtempSync(join(tmpdir(), 'closing-')), 'audit.jsonl');
    const lines = await (await auditor.fetch('/audit-files/entries.jsonl')).text();
    expect(lines).not.toContain(CANARY);
    writeFileSync(file, lines);
    const verified = spawnSync(process.execPath, [VERIFY, file], { encoding: 'utf8' });
    expect({ status: verified.status, said: verified.stdout + verified.stderr }).toMatchObject({ status: 0 });
    const { auditEntries } = await auditor.run('query ($id: ID!) { auditEntries(filter: { personId: $id, operation: "createBooking" }) { nodes { person { name } } } }', { id: leaver.personId });
    expect(auditEntries.nodes[0].person.name).toMatch(/^已注销人员/);
  });

  test('is closed in every consortium that knew the person, and a second round changes nothing', async () => {
    const other = await TestConsortium.found('另一个联合体');
    const person: Person = await consortium.person(['COORDINATOR'], consortium.lead.id, '两处任职');
    const { createJoinCode } = await person.run('mutation { createJoinCode { code } }');
    await other.secretary.run('mutation ($input: AdmitPersonInput!) { admitPerson(input: $input) { id } }', { input: { joinCode: createJoinCode.code, organisationId: other.lead.id, roles: ['COORDINATOR'] } });
    await person.run(CLOSE);
    await due(person);
    await until(async () => (await owner.query(`select 1 from directory.erasure where person_id = $1 and state <> 'DONE'`, [person.personId])).rowCount === 0);
    expect((await owner.query('select 1 from directory.account where person_id = $1', [person.personId])).rowCount).toBe(0);
    expect((await other.secretary.run('query ($id: ID!) { person(id: $id) { name roleGrants { id } } }', { id: person.personId })).person).toEqual({ name: expect.stringMatching(/^已注销人员/), roleGrants: [] });
  });
});

describe('an entry in a register that a law keeps', () => {
  test('stays until its day without what reaches the person, and goes then', async () => {
    const teacher: Person = await consortium.person(['TEACHER'], consortium.lead.id, '档案老师');
    const id = await consortium.registered('档案老师', '110101199003075605');
    await owner.query('update scheduling.resource set person_id = $2 where id = $1', [id, teacher.personId]);
    await teacher.run(CLOSE);
    await consortium.secretary.run(DECIDE, { id: teacher.personId, input: { approve: true, keepUntil: '2099-01-01', reason: '教学档案保存期' } });
    await due(teacher);
    await done(teacher);
    const row = async () => (await owner.query('select name, phone_sealed, id_number_sealed is null as unknown, state from scheduling.resource where id = $1', [id])).rows[0];
    expect(await row()).toEqual({ name: '档案老师', phone_sealed: null, unknown: false, state: 'WITHDRAWN' });
    await owner.query(`update scheduling.erasure set entry_until = current_date - 1 where person_id = $1`, [teacher.personId]);
    await until(async () => (await row()).name !== '档案老师');
    expect(await row()).toMatchObject({ name: expect.stringMatching(/^已注销人员/), unknown: true });
  });
});
