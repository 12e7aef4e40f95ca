import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Client, PASSWORD, TestConsortium } from '@gongjian/platform/testing';
import ExcelJS from 'exceljs';
import pg from 'pg';
import { as } from './kit.ts';

type Person = Client & { personId: string; login: string };
interface Field { key: string; label: string; value: string; masked: boolean }
interface Area { key: string; name: string; purpose: string; basis: string; kept: string; seenBy: string; count: number; records: { id: string; at: string | null; fields: Field[] }[] }

const AREA = '{ key name purpose basis kept seenBy count records { id at fields { key label value masked } } }';
const MY_DATA = `{ myData ${AREA} }`;
const REVEAL = `mutation { revealMyData ${AREA} }`;
const ENTRIES = '{ myRegisterEntries { resource { id name } mine provable } }';
const CLAIM = 'mutation ($input: ClaimOwnEntryInput!) { claimOwnEntry(input: $input) { mine resource { id } } }';
const CONSENT = 'mutation ($item: ID!) { giveConsent(item: $item) { item state } }';
const ID_NUMBER = '110101199003074477';
const OTHER_NUMBER = '110101199003075488';

let consortium: TestConsortium;
let teacher: Person;
let resourceId: string;

const longAgo = (login: string) => as('auth', `update directory.session s set proven_at = now() - interval '20 minutes' from directory.account a where a.id = s.account_id and a.login = $1 returning s.id`, [login]);
const areasOf = async (who: Client) => new Map(((await who.run(MY_DATA)).myData as Area[]).map((area) => [area.key, area]));
const valuesOf = (area: Area | undefined, key: string) => area?.records.flatMap(({ fields }) => fields.filter((field) => field.key === key).map(({ value }) => value)) ?? [];

beforeAll(async () => {
  consortium = await TestConsortium.found('个人信息联合体');
  teacher = await consortium.person(['TEACHER'], consortium.lead.id, '欧阳静');
  resourceId = await consortium.registered('欧阳静', ID_NUMBER);
});

describe('what is known about me', () => {
  test('each kind of record says what for, on what ground, for how long and who sees it; in both languages', async () => {
    for (const language of ['zh-CN', 'en']) {
      teacher.language = language;
      const areas = (await teacher.run(MY_DATA)).myData as Area[];
      expect(areas.map(({ key }) => key)).toEqual(expect.arrayContaining(['ACCOUNT', 'SESSIONS', 'DEVICES', 'PERSON', 'ROLES', 'ACTIONS', 'LOOKS']));
      for (const { purpose, basis, kept, seenBy, name, key } of areas) expect([key, [name, purpose, basis, kept, seenBy].every((text) => text.length > 1 && text !== key)]).toEqual([key, true]);
      expect(areas.flatMap(({ records }) => records.flatMap(({ fields }) => fields.filter(({ label, key }) => label === key).map(({ key }) => key)))).toEqual([]);
    }
    teacher.language = 'zh-CN';
  });

  test('it is mine alone: nothing of a colleague, nothing of another consortium', async () => {
    const colleague = await consortium.person(['TEACHER'], consortium.lead.id, '司马光明');
    const mine = JSON.stringify((await teacher.run(MY_DATA)).myData);
    expect(mine).toContain('欧阳静');
    expect(mine).not.toContain('司马光明');
    expect(mine).not.toContain(colleague.login);
    const elsewhere = await TestConsortium.found('别的联合体');
    expect(JSON.stringify((await elsewhere.secretary.run(MY_DATA)).myData)).not.toContain('欧阳静');
  });

  test('no secret of the account is in it', async () => {
    const [{ hash }] = await as<{ hash: string }>('auth', 'select password_hash as hash from directory.account where login = $1', [teacher.login]) as [{ hash: string }];
    expect(JSON.stringify((await teacher.run(REVEAL)).revealMyData)).not.toContain(hash);
  });

  test('a look at it in full asks for a fresh proof, and is recorded', async () => {
    const guest: Person = await consortium.person(['TEACHER'], consortium.lead.id, '来看看');
    await longAgo(guest.login);
    expect(await guest.refusal(REVEAL)).toMatchObject({ code: 'PROOF_NEEDED', message: '请先输入密码，确认是您本人' });
    expect((await guest.fetch('/my-data/export.json')).status).toBe(400);
    expect((await guest.post('/auth/confirm', { password: PASSWORD })).status).toBe(200);
    await guest.run(REVEAL);
    expect((await guest.fetch('/my-data/export.json')).status).toBe(200);
    const { auditEntries } = await consortium.secretary.run('query ($id: ID!) { auditEntries(filter: { personId: $id }) { nodes { operation kind } } }', { id: guest.personId });
    expect(auditEntries.nodes).toEqual(expect.arrayContaining([{ operation: 'revealMyData', kind: 'LOOK' }, { operation: 'GET /my-data/export.json', kind: 'EXPORT' }]));
  });

  test('without a session there is nothing', async () => {
    expect((await new Client().fetch('/my-data/export.xlsx')).status).toBe(401);
  });
});

/** What of a person's is told to nobody, or told in another way; each with the reason. */
const UNTOLD: Record<string, string> = {
  'platform.audit_change.*': 'told as LOOKS, by the entry',
  'platform.file.content': 'the file itself, which the person has and can open',
  'directory.person.sort_name': 'follows from the name',
  'directory.person.search': 'follows from the name',
  'directory.suspension.organisation_id': 'of members, not of people',
  'directory.session.device_id': 'leads to what is told as DEVICES',
  'directory.pending_sign_in.*': 'gone within minutes',
  'directory.provider_visit.*': 'gone within minutes',
  'directory.letter.*': 'an order for a mail, gone as soon as it is written',
  'directory.passkey.credential_id': 'a technical mark of the passkey that is told',
  'scheduling.resource.name_key': 'follows from the name',
  'scheduling.resource.search_text': 'follows from what is told',
  'scheduling.resource.code_key': 'follows from the code',
  'scheduling.resource.identity_hash': 'follows from the ID number',
  'scheduling.resource_search.*': 'follows from what is told',
  'scheduling.booking_search.*': 'follows from what is told',
  'scheduling.booking.history': 'changes of bookings, told as ACTIONS',
  'scheduling.import_row.*': 'lines of a register: about others than who uploaded it, and told to them once they are in the register',
  'scheduling.import.columns': 'samples of the lines: about others than who uploaded them',
  'scheduling.import.sheets': 'parts of the file that is told by its name',
  'scheduling.import.sheet': 'parts of the file that is told by its name',
  'scheduling.import.further_sheets': 'parts of the file that is told by its name',
  'scheduling.allocation.blocked_from': 'follows from the time of the booking',
  'scheduling.allocation.blocked_until': 'follows from the time of the booking',
  'jobs.job.*': 'work that is under way, gone when it is done',
};

describe('nothing personal is forgotten', () => {
  /** The columns that the published views and the account's function read, as PostgreSQL knows them. */
  const PUBLISHED = `select distinct n.nspname || '.' || c.relname as "table", a.attname as "column" from pg_depend d
    join pg_class c on c.oid = d.refobjid and d.refclassid = 'pg_class'::regclass join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid and a.attnum = d.refobjsubid
    left join pg_rewrite r on d.classid = 'pg_rewrite'::regclass and r.oid = d.objid left join pg_class v on v.oid = r.ev_class
    where v.relname = 'own_record' or starts_with(v.relname, 'own_record_') or (d.classid = 'pg_proc'::regclass and d.objid = 'directory.my_account()'::regprocedure)`;
  const PERSONAL = `select d.table_name || '.' || d.column_name as name from platform.data_column d
    where d.class in ('PERSONAL', 'SENSITIVE') and d.whose ->> 'is' in ('PERSON', 'ACCOUNT', 'RESOURCE', 'ROW') and d.table_name not like 'notes.%'
      and not exists (select 1 from (${PUBLISHED}) p where p.table = d.table_name and p.column = d.column_name) order by d.position`;
  let owner: pg.Client;
  const missing = async () => (await owner.query<{ name: string }>(PERSONAL)).rows.map(({ name }) => name).filter((name) => !Object.keys(UNTOLD).some((known) => name === known || (known.endsWith('.*') && name.startsWith(known.slice(0, -1)))));
  beforeAll(async () => {
    owner = new pg.Client({ connectionString: process.env.GONGJIAN_DATABASE_URL });
    await owner.connect();
  });
  afterAll(() => owner.end());

  test('every personal column of the register that leads to a person is in what that person is told', async () => {
    // Publish it in a view of the subgraph named own_record_…, or say above why not.
    expect(await missing()).toEqual([]);
  });

  test('a new personal column that nobody tells is found', async () => {
    await owner.query('begin');
    try {
      await owner.query(`insert into platform.data_column select 'directory.person', 'nickname', 9999, class, kind, purpose, basis, whose, kept, protection, mask from platform.data_column where table_name = 'directory.person' and column_name = 'name'`);
      expect(await missing()).toEqual(['directory.person.nickname']);
    } finally {
      await owner.query('rollback');
    }
  });
});

describe('my entry in a register', () => {
  test('is offered by name at my own organisations, shown by its ID number, and then mine: masked until I prove myself', async () => {
    expect((await teacher.run(ENTRIES)).myRegisterEntries).toEqual([{ resource: { id: resourceId, name: '欧阳静' }, mine: false, provable: true }]);
    expect((await areasOf(teacher)).has('REGISTER')).toBe(false);
    expect((await teacher.refusal(CLAIM, { input: { resourceId, proof: ID_NUMBER } })).code).toBe('CONSENT_NEEDED');
    await teacher.run(CONSENT, { item: 'ID_NUMBER' });
    expect(await teacher.refusal(CLAIM, { input: { resourceId, proof: '110101199003074478' } })).toMatchObject({ code: 'CLAIM_WRONG', field: 'input.proof' });
    // As people write it: with blanks, and full-width digits.
    const { claimOwnEntry } = await teacher.run(CLAIM, { input: { resourceId, proof: ' 110101 19900307 ４４７７ ' } });
    expect(claimOwnEntry).toEqual([{ mine: true, resource: { id: resourceId } }]);
    const area = (await areasOf(teacher)).get('REGISTER');
    expect(area!.records[0]!.fields).toContainEqual({ key: 'idNumber', label: '身份证号', value: '110***********4477', masked: true });
    const inFull = ((await teacher.run(REVEAL)).revealMyData as Area[]).find(({ key }) => key === 'REGISTER');
    expect(valuesOf(inFull, 'idNumber')).toEqual([ID_NUMBER]);
    expect(valuesOf(inFull, 'phone')).toEqual(['13912345678']);
  });

  test('is nobody else\'s: not a namesake\'s elsewhere, not a colleague\'s, and not twice', async () => {
    const namesake = await consortium.person(['TEACHER'], (await consortium.member('别的学院', 'SCHOOL')).id, '欧阳静');
    expect((await namesake.run(ENTRIES)).myRegisterEntries).toEqual([]);
    expect((await namesake.refusal(CLAIM, { input: { resourceId, proof: ID_NUMBER } })).code).toBe('NOT_FOUND');
    const second = await consortium.person(['TEACHER'], consortium.lead.id, '欧阳静');
    expect((await second.refusal(CLAIM, { input: { resourceId, proof: ID_NUMBER } })).code).toBe('NOT_FOUND');
    expect((await second.refusal('mutation ($id: ID!) { releaseOwnEntry(resourceId: $id) { mine } }', { id: resourceId })).code).toBe('NOT_FOUND');
  });

  test('is not guessed: five wrong tries a day, then the right one is not taken either', async () => {
    const guesser = await consortium.person(['TEACHER'], consortium.lead.id, '诸葛明');
    const id = await consortium.registered('诸葛明', OTHER_NUMBER);
    await guesser.run(CONSENT, { item: 'ID_NUMBER' });
    for (let n = 0; n < 5; n++) expect((await guesser.refusal(CLAIM, { input: { resourceId: id, proof: `11010119900307000${n}` } })).code).toBe('CLAIM_WRONG');
    expect((await guesser.refusal(CLAIM, { input: { resourceId: id, proof: OTHER_NUMBER } })).code).toBe('CLAIM_TOO_OFTEN');
  });
});

describe('the export', () => {
  test('has everything in full as JSON, for the person alone, and is not kept by anybody on the way', async () => {
    const response = await teacher.fetch('/my-data/export.json');
    expect(response.headers.get('content-disposition')).toMatch(/^attachment; filename="my-data-\d{4}-\d\d-\d\d\.json"/);
    expect(response.headers.get('cache-control')).toBe('private, no-store');
    const file = (await response.json()) as { format: string; person: string; areas: { key: string; records: Record<string, string>[] }[] };
    expect(file).toMatchObject({ format: 'gongjian-own-data/1', person: '欧阳静' });
    expect(file.areas.find(({ key }) => key === 'REGISTER')!.records[0]).toMatchObject({ idNumber: ID_NUMBER, name: '欧阳静' });
    expect(file.areas.find(({ key }) => key === 'ACCOUNT')!.records[0]).toMatchObject({ login: teacher.login });
  });

  test('has the same as a workbook: an overview, and a sheet for each kind of record', async () => {
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(await (await teacher.fetch('/my-data/export.xlsx?language=en')).arrayBuffer());
    const names = workbook.worksheets.map(({ name }) => name);
    expect(names[0]).toBe('Overview');
    expect(names).toEqual(expect.arrayContaining(['Account', 'Seats and roles', 'What I did']));
    expect(workbook.getWorksheet('Account')!.getRow(2).values).toEqual(expect.arrayContaining([teacher.login]));
  });

  test('is never made for somebody else: there is no way to name another person', async () => {
    const response = await consortium.secretary.fetch(`/my-data/export.json?personId=${teacher.personId}`);
    expect(JSON.stringify(await response.json())).not.toContain(teacher.login);
  });
});
