import { setImmediate as breathe } from 'node:timers/promises';
import { contentPlace, isTransient, logger, type RequestContext, sql, StoredFile } from '@gongjian/platform';
import { dayOf } from '../time.ts';
import { Import, NO_COUNTS } from './import.entity.ts';
import { addCounts, clearStage, forgetPersonalData, masked, ownerScope, planSettings, stage, stagedDrafts, type StagedRow, storedResources } from './import.staging.ts';
import { Plan } from './import.plan.ts';
import { Writer } from './import.writer.ts';
import { readFile } from './read-file.ts';
import { SheetError } from '@gongjian/platform/sheets/sheet.types';

export interface ImportJob {
  importId: string;
  run: number;
}

const APPLIED_AT_ONCE = 500;

/** Job: reads the file, compares it with what is stored, and lays both out for a person to look at. Writes no resource. */
export function readImport(ctx: RequestContext, job: ImportJob): Promise<void> {
  return settled(ctx, job, 'READING', async () => {
    const task = await ctx.outside(async (outside) => {
      const record = await current(outside, job, 'READING');
      if (!record) return null;
      const { id, content } = await outside.must(StoredFile, record.fileId);
      return { record, bytes: await outside.openBytes(contentPlace(id), content) };
    });
    if (!task) return;
    const { record } = task;
    const { head, batches } = await readFile(task.bytes, { mapping: record.mapping, today: dayOf(ctx.now.getTime(), ctx.actor.timeZone), fileName: record.fileName });
    const columns = head.columns.map((column) => ({ ...column, samples: column.samples.map((text) => masked(text, column.index, head.personalColumns, head.register)) }));
    const read = Object.assign(record, { register: head.register, columns });

    await clearStage(ctx, record.id);
    const plan = new Plan(await planSettings(ctx, read), await storedResources(ctx, read.register, ownerScope(read)));
    const counts = { ...NO_COUNTS };
    const progress = new Progress(ctx, job, head.lines);
    for await (const rows of batches) {
      const staged = rows.map((row): StagedRow => {
        const planned = row.draft && plan.row(row.draft, row.units);
        const state = planned?.state ?? (row.state === 'SKIPPED' ? 'SKIPPED' : 'BAD');
        addCounts(counts, { state, counts: planned?.counts ?? { created: 0, changed: 0, unchanged: 0 } });
        return { read: row, state, problems: [...row.problems, ...(planned?.problems ?? [])], changes: planned?.changes ?? [] };
      });
      await stage(ctx, read, head.personalColumns, staged);
      await progress.add(rows.length);
    }
    await ctx.update(record, { register: head.register, columns, sheets: head.sheets, sheet: head.sheet, furtherSheets: head.furtherSheets, headingRow: head.headingRow, counts, state: 'REVIEW', progress: 1, errorCode: null, errorParams: {} });
    tellImport(ctx, record, 'IMPORT_READY');
    ctx.changed('Import', [record.id]);
  });
}

/** Job: writes all good lines, compared anew with what is stored now, in one transaction. */
export function applyImport(ctx: RequestContext, job: ImportJob): Promise<void> {
  return settled(ctx, job, 'APPLYING', async () => {
    // two imports of the same things at once would each find them missing
    await ctx.query(sql`select pg_advisory_xact_lock(hashtextextended(${`import ${ctx.currentTenant}`}, 0))`);
    const record = await current(ctx, job, 'APPLYING');
    if (!record) return;
    const plan = new Plan(await planSettings(ctx, record), await storedResources(ctx, record.register, ownerScope(record)));
    const { bad, skipped, created, changed, unchanged } = record.counts;
    const counts = { ...NO_COUNTS, bad, skipped, total: bad };
    const progress = new Progress(ctx, job, created + changed + unchanged);
    const writer = new Writer(ctx, record.register, (count) => progress.add(count));
    let last = 0;
    for (;;) {
      const rows = await stagedDrafts(ctx, record.id, last, APPLIED_AT_ONCE);
      if (!rows.length) break;
      for (const { draft, units } of rows) {
        const planned = plan.row(draft, units);
        addCounts(counts, planned);
        await writer.add(planned.targets);
        await progress.add(planned.counts.unchanged);
      }
      last = rows.at(-1)!.number;
      await breathe();
    }
    await writer.finish();
    await forgetPersonalData(ctx, record.id);
    await ctx.update(record, { state: 'DONE', progress: 1, counts });
    tellImport(ctx, record, 'IMPORT_DONE');
    ctx.changed('Import', [record.id]);
  });
}

/** The import, unless somebody has discarded it or ordered something else meanwhile. */
async function current(ctx: RequestContext, { importId, run }: ImportJob, state: Import['state']): Promise<Import | null> {
  const record = await ctx.get(Import, importId);
  return record?.state === state && record.run === run ? record : null;
}

/** Whatever goes wrong, nothing of it stays, and the person is told. Lost races are left to be run again. */
async function settled(ctx: RequestContext, job: ImportJob, state: Import['state'], work: () => Promise<void>): Promise<void> {
  ctx.authorize('update', Import);
  try {
    await work();
  } catch (error) {
    if (isTransient(error)) throw error;
    if (!(error instanceof SheetError)) logger.error('import failed', error, { importId: job.importId });
    await ctx.refuse();
    const { code, params } = error instanceof SheetError ? error : { code: 'IMPORT_BROKEN', params: {} };
    await ctx.outside(async (outside) => {
      const record = await current(outside, job, state);
      if (!record) return;
      await outside.update(record, { state: 'FAILED', errorCode: code, errorParams: params });
      tellImport(outside, record, 'IMPORT_FAILED');
      outside.changed('Import', [record.id]);
    });
  }
}

/** Whoever uploaded the file has long turned to something else. */
function tellImport(ctx: RequestContext, { id, fileName, requestedById, counts }: Import, kind: 'IMPORT_READY' | 'IMPORT_DONE' | 'IMPORT_FAILED'): void {
  const { total, created, changed, bad } = counts;
  ctx.tell({ kind, people: [requestedById], params: { file: fileName, total, created, changed, bad: bad || null }, about: { type: 'Import', id }, link: `/imports/${id}` });
}

/** Told to others while the transaction is still open, a few times a second at most. */
class Progress {
  private done = 0;
  private told = Date.now();

  constructor(
    private readonly ctx: RequestContext,
    private readonly job: ImportJob,
    private readonly total: number,
  ) {}

  async add(lines: number): Promise<void> {
    this.done += lines;
    if (Date.now() - this.told < 400) return;
    this.told = Date.now();
    const share = Math.min(0.99, this.done / Math.max(1, this.total));
    await this.ctx.outside(async (outside) => {
      outside.authorize('update', Import);
      await outside.query(sql`update scheduling.import set progress = ${share}, updated_at = ${new Date()} where id = ${this.job.importId} and run = ${this.job.run}`);
      outside.changed('Import', [this.job.importId]);
    });
  }
}
