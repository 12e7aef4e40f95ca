import { describe, expect, test } from '@jest/globals';
import { Platform, retentionRound } from '@gongjian/platform';
import { Client, operator, TestConsortium } from '@gongjian/platform/testing';
import { rolesOf, Secrets, urlAs } from '@gongjian/platform/testing/inside';
import ExcelJS from 'exceljs';
import pg from 'pg';
import { directory } from '../src/index.ts';

const REGISTER = '{ dataRegister { name record class kind purpose basis whose kept source protection shown } }';
const KEYS = '{ dataKeys { active { number } history { number state } rotating viewerCanRotate } }';
const ROTATE = 'mutation { rotateDataKey { active { number } rotating } }';

async function database<T extends pg.QueryResultRow>(text: string, values: unknown[] = []): Promise<T[]> {
  const client = new pg.Client({ connectionString: process.env.GONGJIAN_DATABASE_URL });
  await client.connect();
  try {
    return (await client.query<T>(text, values)).rows;
  } finally {
    await client.end();
  }
}

async function until<T>(read: () => Promise<T>, right: (value: T) => boolean): Promise<T> {
  for (let tries = 0; ; tries++) {
    const value = await read();
    if (right(value) || tries === 100) return value;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

describe('the register of data', () => {
  test('is read in words, in both languages, by administrators and auditors and by nobody else', async () => {
    const consortium = await TestConsortium.found();
    const { dataRegister } = await consortium.secretary.run(REGISTER);
    const byName = new Map(dataRegister.map((column: { name: string }) => [column.name, column]));
    expect(byName.get('scheduling.resource.id_number_sealed')).toEqual({
      name: 'scheduling.resource.id_number_sealed', record: '资源与师资', class: 'SENSITIVE', kind: '身份证件号码', purpose: '资源台账与师资名册管理', basis: '订立、履行合同或人力资源管理所必需（§13 二）', whose: '名册中的教师或工程师',
      kept: '联合体存续期间，之后删除', source: '自定：台账，至撤出联合体', protection: '以联合体密钥加密，留前三后四', shown: expect.stringContaining('完整（每次查看留痕）：秘书处秘书、单位管理员（本单位）；脱敏：'),
    });
    expect(byName.get('directory.account.password_hash')).toMatchObject({ class: 'SECRET', shown: '任何人都看不到' });
    const auditor = await consortium.person(['AUDITOR']);
    auditor.language = 'en';
    const english = (await auditor.run(REGISTER)).dataRegister as object[];
    expect(english.length).toBe(dataRegister.length);
    expect(english.filter((column) => /\p{Script=Han}/u.test(JSON.stringify(column)))).toEqual([]);
    for (const role of ['TEACHER', 'STUDENT', 'RESOURCE_KEEPER', 'ORGANISATION_ADMINISTRATOR', 'PARK_ADMINISTRATOR']) {
      const reader = await consortium.person([role]);
      expect(await reader.refusal(REGISTER)).toMatchObject({ code: 'FORBIDDEN' });
      expect((await reader.run('{ me { viewerReadsDataRegister } }')).me.viewerReadsDataRegister).toBe(false);
      expect((await reader.fetch('/data-protection/register.xlsx')).status).toBe(403);
    }
    expect((await new Client().try(REGISTER)).status).toBe(401);
    expect((await (await operator()).run(REGISTER)).dataRegister.length).toBe(dataRegister.length);
  });

  test('says every purpose, kind, basis and protection in words', async () => {
    const consortium = await TestConsortium.found();
    for (const language of ['zh-CN', 'en']) {
      consortium.secretary.language = language;
      const { dataRegister } = await consortium.secretary.run(REGISTER);
      const silent = dataRegister.filter(({ purpose, kept, protection, class: dataClass, kind, basis, whose }: Record<string, string | null>) => !purpose || !kept || !protection || (['PERSONAL', 'SENSITIVE'].includes(dataClass!) && (!kind || !basis || !whose)));
      expect(silent).toEqual([]);
      // A table that keeps something of people has a name that people read.
      expect(dataRegister.filter(({ record, class: dataClass }: { record: string; class: string }) => ['PERSONAL', 'SENSITIVE'].includes(dataClass) && record.includes('.') && !record.startsWith('notes.')).map(({ name }: { name: string }) => name)).toEqual([]);
    }
  });

  test('leaves as a workbook, which is in the audit log', async () => {
    const consortium = await TestConsortium.found();
    const response = await consortium.secretary.fetch('/data-protection/register.xlsx?personal=true');
    expect(response.status).toBe(200);
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(await response.arrayBuffer());
    const sheet = workbook.worksheets[0]!;
    expect((sheet.getRow(1).values as string[]).slice(1)).toEqual(['内容', '字段', '分类分级', '信息种类', '处理目的', '合法性基础', '涉及的人', '保存期限与处置', '依据', '保护措施', '显示范围']);
    const classes = new Set<unknown>();
    sheet.eachRow((row, number) => number > 1 && classes.add(row.getCell(3).value));
    expect([...classes].sort()).toEqual(['个人信息', '敏感个人信息', '鉴别数据'].sort());
    const entries = await database('select operation from platform.audit_entry where tenant_id = $1 and kind = $2', [consortium.id, 'EXPORT']);
    expect(entries).toEqual([{ operation: 'GET /data-protection/register.xlsx' }]);
  });

  test('tells what is there beyond its time', async () => {
    const consortium = await TestConsortium.found();
    const overdue = '{ dataOverdue { table rows kept } }';
    expect((await consortium.secretary.run(overdue)).dataOverdue).toEqual([]);
    await database(`insert into platform.idempotency (tenant_id, person_id, key, operation, created_at) values ($1, gen_random_uuid(), 'alt', 'x', now() - interval '33 days'), ($1, gen_random_uuid(), 'jung', 'x', now() - interval '31 days')`, [consortium.id]);
    expect((await consortium.secretary.run(overdue)).dataOverdue).toEqual([{ table: 'platform.idempotency', rows: 1, kept: '自写入起 30 天，之后删除' }]);
  });
});

describe('the round of retention', () => {
  test('takes away what the register says goes, and leaves the rest', async () => {
    const consortium = await TestConsortium.found();
    const put = (key: string, days: number) => database(`insert into platform.idempotency (tenant_id, person_id, key, operation, created_at) values ($1, gen_random_uuid(), $2, 'x', now() - make_interval(days => $3))`, [consortium.id, key, days]);
    const file = (name: string, type: string, days: number) =>
      database(`insert into platform.file (tenant_id, id, name, media_type, size, sha256, content, person_id, organisation_id, created_at, updated_at, version) values ($1, gen_random_uuid(), $2, $3, 1, '', '\\x01', gen_random_uuid(), gen_random_uuid(), now() - make_interval(days => $4), now(), 1)`, [consortium.id, name, type, days]);
    await Promise.all([put('old', 31), put('young', 29), file('old.csv', 'text/csv', 31), file('young.csv', 'text/csv', 29), file('old.png', 'image/png', 31)]);
    const url = process.env.GONGJIAN_DATABASE_URL!;
    const secrets = new Secrets(process.env.GONGJIAN_SECRET_KEY!);
    const platform = await Platform.open(urlAs(url, rolesOf(url).app, secrets), secrets, [directory], 2, { publicUrl: 'http://localhost' });
    try {
      // The round goes through the consortia whose log has begun, which takes it a moment after they were founded.
      await until(
        async () => {
          await retentionRound.run(platform, new Date());
          return database('select 1 from platform.idempotency where tenant_id = $1 and key = $2', [consortium.id, 'old']);
        },
        (left) => left.length === 0,
      );
    } finally {
      await platform.close();
    }
    expect(await database('select key from platform.idempotency where tenant_id = $1 and operation = $2', [consortium.id, 'x'])).toEqual([{ key: 'young' }]);
    expect(await database('select name from platform.file where tenant_id = $1 order by name', [consortium.id])).toEqual([{ name: 'old.png' }, { name: 'young.csv' }]);
    expect(await database(`select before is null as "isNew", after from platform.audit_change where tenant_id = $1 and action = 'purge'`, [consortium.id])).toEqual([{ isNew: true, after: { rows: 2 } }]);
  });
});

describe('the key of a consortium', () => {
  test('is changed by those who administer keys, to the end, with an entry in the audit log', async () => {
    const consortium = await TestConsortium.found();
    const { secretary } = consortium;
    expect((await secretary.run(KEYS)).dataKeys).toMatchObject({ active: { number: 1 }, rotating: false, viewerCanRotate: true });
    const upload = async () => {
      const form = new FormData();
      form.append('file', new Blob(['编号,名称\nA-1,车床']), 'things.csv');
      return (await (await secretary.fetch('/files', { method: 'POST', body: form })).json()) as { id: string };
    };
    const { id } = await upload();
    expect((await secretary.run(ROTATE)).rotateDataKey).toEqual({ active: { number: 2 }, rotating: true });
    const { dataKeys } = await until(() => secretary.run(KEYS), ({ dataKeys: keys }) => !keys.rotating);
    expect(dataKeys.history).toEqual([{ number: 2, state: 'ACTIVE' }, { number: 1, state: 'DESTROYED' }]);
    const file = await secretary.fetch(`/files/${id}`);
    expect(await file.text()).toBe('编号,名称\nA-1,车床');
    const [{ head }] = (await database<{ head: string }>(`select encode(substring(content from 1 for 5), 'hex') as head from platform.file where id = $1`, [id])) as [{ head: string }];
    expect(head).toBe('0200000002');
    const changes = await database(`select c.action, c.subject_id from platform.audit_change c where c.tenant_id = $1 and c.subject_type = 'DataKey' order by c.action`, [consortium.id]);
    expect(changes).toEqual([{ action: 'create', subject_id: '2' }, { action: 'destroy', subject_id: '1' }]);
  });

  test('is nobody else’s to change, nor to look at', async () => {
    const consortium = await TestConsortium.found();
    for (const role of ['AUDITOR', 'PARK_ADMINISTRATOR', 'ORGANISATION_ADMINISTRATOR', 'TEACHER']) {
      const person = await consortium.person([role]);
      expect((await person.run(KEYS)).dataKeys).toBeNull();
      expect(await person.refusal(ROTATE)).toMatchObject({ code: 'FORBIDDEN' });
    }
  });
});
