import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { type Language, MAX_PAGE, type Page, type RequestContext } from '@gongjian/platform';
import ExcelJS from 'exceljs';
import { Organisation } from '../organisation/organisation.entity.ts';
import { Person } from '../person/person.entity.ts';
import type { AuditEntry } from './audit.entity.ts';
import type { AuditService } from './audit.service.ts';
import { operationText } from './wording.ts';

/** More rows than this nobody reads; the verifiable file has them all. */
const MOST = 50_000;

const HEADINGS: Record<Language, readonly [string, number][]> = {
  'zh-CN': [['时间', 20], ['人员', 12], ['单位', 28], ['操作', 22], ['结果', 16], ['对象', 30], ['变更', 80], ['来源地址', 18], ['请求编号', 38], ['链上序号', 10]],
  en: [['Time', 20], ['Person', 14], ['Organisation', 28], ['Operation', 26], ['Result', 18], ['Record', 30], ['Changes', 80], ['Address', 18], ['Request', 38], ['Seq', 10]],
};
const SYSTEM = { 'zh-CN': '系统', en: 'System' } as const;
const RESULTS = { 'zh-CN': { DONE: '完成', REFUSED: '被拒绝' }, en: { DONE: 'Done', REFUSED: 'Refused' } } as const;

/** The log for people: what the page shows, with its filters, as a workbook. Page by page, each written and forgotten. */
export async function auditWorkbook(ctx: RequestContext, audit: AuditService, filter: unknown): Promise<Buffer> {
  const output = new PassThrough();
  const packed = buffer(output);
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ stream: output, useStyles: true, useSharedStrings: true });
  const sheet = workbook.addWorksheet(ctx.language === 'en' ? 'Audit log' : '审计记录', { views: [{ state: 'frozen', ySplit: 1 }] });
  // The text format keeps =1+1 and 007 what they are, also when somebody edits the cell.
  sheet.columns = HEADINGS[ctx.language].map(([header, width]) => ({ header, width, style: { numFmt: '@' } }));
  sheet.getRow(1).font = { bold: true };
  sheet.getRow(1).commit();
  let rows = 0;
  for (let after: string | null = null; rows < MOST; ) {
    const page: Page<AuditEntry> = await audit.page(ctx, filter, { first: MAX_PAGE, after });
    for (const cells of await Promise.all(page.nodes.map((entry) => rowOf(ctx, audit, entry)))) sheet.addRow(cells).commit();
    rows += page.nodes.length;
    if (!page.pageInfo.hasNextPage) break;
    after = page.pageInfo.endCursor;
  }
  await workbook.commit();
  return packed;
}

async function rowOf(ctx: RequestContext, audit: AuditService, entry: AuditEntry): Promise<(string | number)[]> {
  const time = new Intl.DateTimeFormat('sv-SE', { timeZone: ctx.actor.timeZone, dateStyle: 'short', timeStyle: 'medium' });
  const [person, organisation, changes, seal] = await Promise.all([ctx.load(Person, entry.personId), ctx.load(Organisation, entry.organisationId), audit.changes(ctx, entry, 20, 0), audit.seal(ctx, entry)]);
  const result = RESULTS[ctx.language][entry.result];
  return [
    time.format(entry.at),
    person?.name ?? (entry.bySystem ? SYSTEM[ctx.language] : ''),
    organisation?.name ?? '',
    operationText(entry.operation, ctx.language),
    entry.code ? `${result}：${audit.codeText(entry.code, ctx.language)}` : result,
    changes.map((change) => `${change.subjectText} ${change.subjectName ?? ''}`.trim()).join('\n'),
    changes.flatMap((change) => change.fields.map(({ label, before, after }) => `${label}: ${before ?? ''} → ${after ?? ''}`)).join('\n').slice(0, 30_000),
    entry.address ?? '',
    entry.requestId,
    seal?.seq ?? '',
  ];
}
