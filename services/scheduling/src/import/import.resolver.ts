import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Ctx, Input, type Page, type PageArgs, type RequestContext, sql } from '@gongjian/platform';
import { Resource } from '../resource/resource.entity.ts';
import { FIELDS } from './fields.ts';
import { type Change, Import, ImportRow, type RowState } from './import.entity.ts';
import { type ImportMappingInput, importMappingInput, type StartImportInput, startImportInput } from './import.inputs.ts';
import { fieldLabel, ImportService } from './import.service.ts';
import type { Register } from './register.types.ts';

@Resolver('Import')
export class ImportResolver {
  constructor(private readonly imports: ImportService) {}

  @Query('import')
  import(@Ctx() ctx: RequestContext, @Args('id') id: string): Promise<Import | null> {
    return ctx.get(Import, id);
  }

  @Query('imports')
  list(@Ctx() ctx: RequestContext, @Args() page: PageArgs): Promise<Page<Import>> {
    return ctx.page(Import, page, { orderBy: [{ by: 'createdAt', desc: true }] });
  }

  @Query('importFields')
  fields(@Ctx() ctx: RequestContext, @Args('register') register: Register): object[] {
    ctx.authorize('read', Resource);
    return FIELDS[register].map(({ name, required = false }) => ({ name, label: fieldLabel(register, name, ctx.language), required }));
  }

  @Mutation('startImport')
  start(@Ctx() ctx: RequestContext, @Input(startImportInput) input: StartImportInput, @Args('idempotencyKey') key?: string): Promise<Import> {
    return this.imports.start(ctx, input, key);
  }

  @Mutation('updateImportMapping')
  map(@Ctx() ctx: RequestContext, @Args('id') id: string, @Input(importMappingInput) input: ImportMappingInput): Promise<Import> {
    return this.imports.map(ctx, id, input);
  }

  @Mutation('applyImport')
  apply(@Ctx() ctx: RequestContext, @Args('id') id: string): Promise<Import> {
    return this.imports.apply(ctx, id);
  }

  @Mutation('discardImport')
  discard(@Ctx() ctx: RequestContext, @Args('id') id: string): Promise<boolean> {
    return this.imports.discard(ctx, id);
  }

  @ResolveField('owner')
  owner(@Parent() record: Import): object {
    return { __typename: 'Organisation', id: record.ownerId };
  }

  @ResolveField('error')
  error(@Parent() record: Import, @Ctx() ctx: RequestContext): string | null {
    return record.errorCode && ctx.text(record.errorCode, record.errorParams);
  }

  @ResolveField('furtherSheets')
  async furtherSheets(@Parent() record: Import, @Ctx() ctx: RequestContext): Promise<string[]> {
    if (!record.furtherSheets.length) return [];
    const done = await ctx.find(Import, { where: [sql`t.file_id = ${record.fileId} and t.owner_id = ${record.ownerId} and t.state = 'DONE'`] });
    return record.furtherSheets.filter((name) => !done.some(({ sheet }) => sheet === name));
  }

  @ResolveField('rows')
  async rows(@Parent() record: Import, @Ctx() ctx: RequestContext, @Args('state') state: RowState | null | undefined, @Args() page: PageArgs): Promise<Page<object>> {
    const where = [sql`t.import_id = ${record.id}`, ...(state ? [sql`t.state = ${state}`] : [])];
    const found = await ctx.page(ImportRow, page, { where, orderBy: [{ by: 'number' }] });
    return { ...found, nodes: found.nodes.map((row) => told(row, record.register, ctx)) };
  }
}

function told(row: ImportRow, register: Register, ctx: RequestContext): object {
  return {
    number: row.number,
    state: row.state,
    cells: row.cells,
    units: row.units,
    problems: row.problems.map(({ column, code, params, warning = false }) => ({ column, code, message: ctx.text(code, params), warning })),
    changes: row.changes.map((change) => ({ field: change.field, label: fieldLabel(register, change.field, ctx.language), before: value(change, 'before', ctx), after: value(change, 'after', ctx) })),
  };
}

function value(change: Change, side: 'before' | 'after', ctx: RequestContext): string | null {
  const text = change[side];
  return text !== null && change.field === 'state' ? ctx.text(`STATE_${text}`) : text;
}
