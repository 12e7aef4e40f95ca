import { Injectable } from '@nestjs/common';
import { asUuid, badInput, contentPlace, DomainError, notFound, type RequestContext, StoredFile } from '@gongjian/platform';
import { Resource } from '../resource/resource.entity.ts';
import { isMember } from '../resource/resource.queries.ts';
import { FIELDS, fieldOf } from './fields.ts';
import { kindOf } from '@gongjian/platform/sheets/file-kind';
import { Import, NO_COUNTS } from './import.entity.ts';
import type { ImportMappingInput, StartImportInput } from './import.inputs.ts';
import { clearStage, type RejectedRow, rejectedRows } from './import.staging.ts';
import { guessFromTitle } from './layout.ts';
import { SheetError } from '@gongjian/platform/sheets/sheet.types';
import type { Mapping, Register } from './register.types.ts';

const NOBODY = '00000000-0000-0000-0000-000000000000';

@Injectable()
export class ImportService {
  async start(ctx: RequestContext, input: StartImportInput, key?: string | null): Promise<Import> {
    const ownerId = asUuid(input.ownerId);
    if (!ctx.can('import', Resource)) throw new DomainError('FORBIDDEN');
    if (!(await isMember(ctx, ownerId))) throw notFound('input.ownerId');
    ctx.authorize('import', ownedBy(ownerId));
    const file = await ctx.must(StoredFile, input.fileId, 'input.fileId');
    const { id, result } = await ctx.once(key, 'startImport', async () => {
      requireTable(await ctx.openBytes(contentPlace(file.id), file.content));
      const register = input.register ?? guessFromTitle(file.name) ?? 'EQUIPMENT';
      const [record] = await ctx.insert(Import, {
        fileId: file.id,
        fileName: file.name,
        register,
        ownerId,
        requestedById: ctx.actor.personId,
        anyOwner: mayImportForAnyone(ctx),
        state: 'READING',
        run: 1,
        progress: 0,
        errorCode: null,
        errorParams: {},
        mapping: { ...(input.register && { register: input.register }), ...(input.sheet && { sheet: input.sheet }) },
        sheets: [],
        sheet: null,
        furtherSheets: [],
        headingRow: null,
        columns: [],
        counts: NO_COUNTS,
      });
      await ctx.enqueue('import.read', { importId: record!.id, run: 1 });
      ctx.changed('Import', [record!.id]);
      return record!;
    });
    return result ?? (await ctx.must(Import, id));
  }

  async map(ctx: RequestContext, id: string, input: ImportMappingInput): Promise<Import> {
    const record = await this.own(ctx, id);
    if (record.state !== 'REVIEW' && record.state !== 'FAILED') throw new DomainError('IMPORT_NOT_READY');
    const mapping = merged(record, input);
    const run = record.run + 1;
    await ctx.update(record, { mapping, register: mapping.register ?? record.register, run, state: 'READING', progress: 0, errorCode: null, errorParams: {}, anyOwner: mayImportForAnyone(ctx) });
    await ctx.enqueue('import.read', { importId: id, run });
    ctx.changed('Import', [id]);
    return record;
  }

  async apply(ctx: RequestContext, id: string): Promise<Import> {
    const record = await this.own(ctx, id);
    if (record.state === 'APPLYING' || record.state === 'DONE') return record;
    if (record.state !== 'REVIEW') throw new DomainError('IMPORT_NOT_READY');
    // what the reader allowed for others, the one who applies must be allowed too
    if (record.anyOwner && !mayImportForAnyone(ctx)) throw new DomainError('FORBIDDEN');
    const run = record.run + 1;
    await ctx.update(record, { state: 'APPLYING', progress: 0, run });
    await ctx.enqueue('import.apply', { importId: id, run });
    ctx.audit('apply', { type: 'Import', id }, { ...record.counts });
    ctx.changed('Import', [id]);
    return record;
  }

  async discard(ctx: RequestContext, id: string): Promise<boolean> {
    const record = await this.own(ctx, id);
    if (record.state === 'APPLYING') throw new DomainError('IMPORT_NOT_READY');
    await clearStage(ctx, id);
    await ctx.remove(record);
    ctx.changed('Import', [id]);
    return true;
  }

  /**
   * The refused lines. Personal data is in full for who uploaded it and has to correct it, and for those who may see it anyway.
   * Each look is in the audit log.
   */
  async rejected(ctx: RequestContext, id: string): Promise<{ record: Import; rows: RejectedRow[] }> {
    const record = await this.own(ctx, id);
    const inFull = record.requestedById === ctx.actor.personId || ctx.can('reveal', ownedBy(record.ownerId));
    const rows = await rejectedRows(ctx, record.id, inFull);
    ctx.audit('export', { type: 'Import', id: record.id }, { rows: rows.length, inFull });
    return { record, rows };
  }

  private async own(ctx: RequestContext, id: string): Promise<Import> {
    const record = await ctx.must(Import, id, 'id');
    ctx.authorize('update', record);
    ctx.authorize('import', ownedBy(record.ownerId));
    return record;
  }
}

function ownedBy(ownerId: string): Resource {
  return Object.assign(new Resource(), { ownerId });
}

/** Whoever may import for an organisation that does not exist may do so for each that does. */
function mayImportForAnyone(ctx: RequestContext): boolean {
  return ctx.can('import', ownedBy(NOBODY));
}

function requireTable(bytes: Buffer): void {
  try {
    kindOf(bytes);
  } catch (error) {
    if (error instanceof SheetError) throw new DomainError(error.code, error.params, { field: 'input.fileId' });
    throw error;
  }
}

/** What was said before stays, unless it spoke of another register, sheet or heading row. */
function merged(record: Import, input: ImportMappingInput): Mapping {
  const register = input.register ?? record.register;
  if (input.sheet && record.sheets.length > 0 && !record.sheets.includes(input.sheet)) throw badInput('input.sheet', 'SHEET_UNKNOWN', { sheet: input.sheet });
  requireFields(register, input.columns ?? []);
  const sameSheet = !input.sheet || input.sheet === record.sheet;
  const sameRow = sameSheet && (!input.headingRow || input.headingRow === record.headingRow);
  const sameRegister = register === record.register;
  const before = sameRow && sameRegister ? (record.mapping.columns ?? []) : [];
  const columns = new Map([...before, ...(input.columns ?? [])].map(({ index, field }) => [index, field ?? null]));
  const given = new Set((input.columns ?? []).map(({ index }) => index));
  // a field moves to the column that it was given to last
  for (const [index, field] of columns) if (field !== null && !given.has(index) && (input.columns ?? []).some((column) => column.field === field)) columns.delete(index);
  const headingRow = input.headingRow ?? (sameSheet ? record.mapping.headingRow : undefined);
  const sheet = input.sheet ?? record.mapping.sheet;
  return {
    ...((input.register || record.mapping.register) && { register }),
    ...(sheet && { sheet }),
    ...(headingRow && { headingRow }),
    ...(columns.size > 0 && { columns: [...columns].map(([index, field]) => ({ index, field })) }),
  };
}

function requireFields(register: Register, columns: NonNullable<ImportMappingInput['columns']>): void {
  const seen = new Set<string>();
  columns.forEach(({ field }, at) => {
    if (!field) return;
    if (!fieldOf(register, field)) throw badInput(`input.columns.${at}.field`, 'FIELD_UNKNOWN', { field });
    if (seen.has(field)) throw badInput(`input.columns.${at}.field`, 'DUPLICATE');
    seen.add(field);
  });
}

export function fieldLabel(register: Register, name: string, language: string): string {
  const field = FIELDS[register].find((candidate) => candidate.name === name);
  return field ? (language === 'en' ? field.en : field.zh) : name;
}
