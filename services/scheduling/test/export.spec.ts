import { describe, expect, test } from '@jest/globals';
import ExcelJS from 'exceljs';
import { Secrets } from '@gongjian/platform/testing/inside';
import { database, Park } from './kit.ts';

describe('the export', () => {
  test('has the filtered list, texts as texts, and personal data masked', async () => {
    const park = await Park.open();
    await park.resource({ name: '=1+1', code: '+86', model: '-2', place: '@home', keeper: '007' });
    await park.resource({ kind: 'VENUE', name: '大教室', capacity: 40, openingHours: [{ weekday: 1, opens: '08:00', closes: '18:00' }] });
    const { id } = await park.resource({ kind: 'TEACHER', name: '李老师' });
    const secrets = new Secrets(process.env.GONGJIAN_SECRET_KEY!);
    await database((client) => client.query('update scheduling.resource set phone_sealed = $2 where id = $1', [id, secrets.seal(park.consortium.id, '19912347194')]));
    const read = async (search: string) => {
      const response = await park.administrator.fetch(`/exports/resources.xlsx${search}`);
      expect(response.status).toBe(200);
      const workbook = new ExcelJS.Workbook();
      await workbook.xlsx.load(await response.arrayBuffer());
      const rows: Record<string, unknown>[] = [];
      const sheet = workbook.worksheets[0]!;
      const headings = (sheet.getRow(1).values as string[]).slice(1);
      sheet.eachRow((row, number) => number > 1 && rows.push(Object.fromEntries(headings.map((heading, index) => [heading, row.getCell(index + 1).value]))));
      return rows;
    };
    const all = await read('');
    expect(all).toHaveLength(3);
    expect(all[0]).toMatchObject({ 类别: '设备', 名称: '=1+1', 编号: '+86', 规格型号: '-2', 存放地点: '@home', 管理员: '007', 所属单位: '牵头职业技术学院', 状态: '在用' });
    expect(all[1]).toMatchObject({ 名称: '大教室', 容纳人数: 40, 开放时间: '周一 08:00-18:00' });
    expect(all[2]!['联系电话']).toBe('199****7194');
    expect((await read('?kinds=VENUE,TEACHER&search=djs')).map((row) => row['名称'])).toEqual(['大教室']);
    expect(Object.keys((await read('?kinds=VENUE&language=en'))[0]!)).toContain('Opening hours');
    expect((await park.administrator.fetch('/exports/resources.xlsx?kinds=NONSENSE')).status).toBe(400);
  });

  test('is not for students, nor for anybody who is not signed in', async () => {
    const park = await Park.open();
    const student = await park.consortium.person(['STUDENT']);
    expect((await student.fetch('/exports/resources.xlsx')).status).toBe(403);
    student.cookie = '';
    expect((await student.fetch('/exports/resources.xlsx')).status).toBe(401);
  });
});
