import { randomUUIDv7 } from 'node:crypto';
import { setImmediate as breathe } from 'node:timers/promises';
import { type Place, type RequestContext, sql } from '@gongjian/platform';
import { mask } from '../resource/resource.service.ts';
import { personalPlaces, type ResourceKind } from '../resource/resource.entity.ts';
import type { Change, Counts, Import, RowState } from './import.entity.ts';
import type { Member, PlanSettings, Stored } from './import.plan.ts';
import { foldCode, parsePhone, personalWithin } from './official-codes.ts';
import type { Problem } from '@gongjian/platform/sheets/sheet.types';
import type { Draft, ReadRow, Register } from './register.types.ts';

export const KIND_OF: Record<Register, ResourceKind> = { EQUIPMENT: 'EQUIPMENT', VENUES: 'VENUE', TEACHERS: 'TEACHER', ENGINEERS: 'ENGINEER' };

/** What is kept sealed of a line: cells as written, by column, and the two values read from them. */
interface Personal {
  cells: Record<number, string>;
  idNumber?: string;
  phone?: string;
}

const rowPlace = (id: string): Place => ({ table: 'scheduling.import_row', column: 'sealed', id });

export interface StagedRow {
  read: ReadRow;
  state: RowState;
  problems: Problem[];
  changes: Change[];
}

const isPersonal = (text: string): boolean => /^\d{17}[\dX]$/.test(foldCode(text)) || /^1[3-9]\d{9}$/.test(parsePhone(text) ?? '');

/** The cell as anybody may see it. */
export function masked(text: string, column: number, personalColumns: readonly number[], register: Register): string {
  const people = register === 'TEACHERS' || register === 'ENGINEERS';
  if (personalColumns.includes(column) || (people && isPersonal(text))) return mask(text);
  // 张三（13800000001） in a column of keepers; figures without a word beside them are numbers of things
  return people || /\p{Script=Han}/u.test(text) ? personalWithin(text).reduce((left, found) => left.replaceAll(found, mask(found)), text) : text;
}

/** Writes lines in one statement; personal data is masked where it can be read and sealed where it is kept. */
export async function stage(ctx: RequestContext, record: Import, personalColumns: readonly number[], rows: readonly StagedRow[]): Promise<void> {
  const keys = await ctx.keys();
  const values = rows.map(({ read, state, problems, changes }) => {
    const cells = read.cells.map((text, column) => masked(text, column, personalColumns, record.register));
    const { idNumber, phone, ...draft } = read.draft ?? ({} as Draft);
    const personal: Personal = { cells: Object.fromEntries(read.cells.flatMap((text, column) => (cells[column] === text ? [] : [[column, text]]))), ...(idNumber && { idNumber }), ...(phone && { phone }) };
    const secret = Object.keys(personal.cells).length > 0 || idNumber || phone;
    const id = randomUUIDv7();
    return {
      id,
      number: read.number,
      state,
      cells,
      problems,
      changes: changes.map((change) => (change.field === 'phone' || change.field === 'idNumber' ? { ...change, before: change.before && mask(change.before), after: change.after && mask(change.after) } : change)),
      units: read.units,
      draft: state === 'BAD' || !read.draft ? null : draft,
      sealed: secret ? keys.seal(rowPlace(id), JSON.stringify(personal)).toString('base64') : null,
    };
  });
  await ctx.query(sql`
    insert into scheduling.import_row (id, created_at, updated_at, import_id, owner_id, number, state, cells, problems, changes, units, draft, sealed)
    select r.id, ${ctx.now}, ${ctx.now}, ${record.id}, ${record.ownerId}, r.number, r.state, r.cells, r.problems, r.changes, r.units, r.draft, decode(r.sealed, 'base64')
    from jsonb_to_recordset(${JSON.stringify(values)}::jsonb)
      as r(id uuid, number int, state text, cells jsonb, problems jsonb, changes jsonb, units int, draft jsonb, sealed text)`);
}

export async function clearStage(ctx: RequestContext, importId: string): Promise<void> {
  await ctx.query(sql`delete from scheduling.import_row where import_id = ${importId}`);
}

export interface StagedDraft {
  number: number;
  draft: Draft;
  units: number;
}

/** The good lines behind a number, in the order of the file. */
export async function stagedDrafts(ctx: RequestContext, importId: string, after: number, limit: number): Promise<StagedDraft[]> {
  const keys = await ctx.keys();
  const rows = await ctx.query<StagedDraft & { id: string; sealed: Buffer | null }>(sql`
    select id, number, draft, units, sealed from scheduling.import_row
    where import_id = ${importId} and number > ${after} and state in ('NEW', 'CHANGED', 'UNCHANGED')
    order by number limit ${limit}`);
  return rows.map(({ id, number, draft, units, sealed }) => {
    const { idNumber, phone } = sealed ? (JSON.parse(keys.open(rowPlace(id), sealed).toString('utf8')) as Personal) : ({} as Personal);
    return { number, units, draft: { ...draft, ...(idNumber && { idNumber }), ...(phone && { phone }) } };
  });
}

export interface RejectedRow {
  number: number;
  cells: string[];
  problems: Problem[];
}

/** The refused lines; in full as they were written, otherwise with personal data masked. */
export async function rejectedRows(ctx: RequestContext, importId: string, inFull: boolean): Promise<RejectedRow[]> {
  const keys = await ctx.keys();
  const rows = await ctx.query<RejectedRow & { id: string; sealed: Buffer | null }>(sql`
    select id, number, cells, problems, sealed from scheduling.import_row where import_id = ${importId} and state = 'BAD' order by number`);
  return rows.map(({ id, sealed, cells, ...row }) => {
    const written = sealed && inFull ? (JSON.parse(keys.open(rowPlace(id), sealed).toString('utf8')) as Personal).cells : {};
    return { ...row, cells: cells.map((text, column) => written[column] ?? text) };
  });
}

/** Once the lines are in, only those that were refused have still to be handed back in full. */
export async function forgetPersonalData(ctx: RequestContext, importId: string): Promise<void> {
  await ctx.query(sql`update scheduling.import_row set sealed = null where import_id = ${importId} and state <> 'BAD' and sealed is not null`);
}

const STORED_AT_ONCE = 1000;

/** The resources that the lines may speak of, read in parts that leave the process time for others. */
export async function storedResources(ctx: RequestContext, register: Register, ownerId: string | null): Promise<Stored[]> {
  const stored: Stored[] = [];
  const keys = await ctx.keys();
  for (let last = '00000000-0000-0000-0000-000000000000'; ; await breathe()) {
    const rows = await ctx.query<Stored & { idNumberSealed?: Buffer | null; phoneSealed?: Buffer | null }>(sql`
      select id, owner_id as "ownerId", name, code, model, manufacturer, category, place, capacity, department, keeper, state, opening_hours as "openingHours",
        unit_price as "unitPrice", purchased_on as "purchasedOn", funding_source as "fundingSource", note, profession, identity_hash as "identityHash",
        id_number_sealed as "idNumberSealed", phone_sealed as "phoneSealed"
      from scheduling.resource where kind = ${KIND_OF[register]} and owner_id = coalesce(${ownerId}::uuid, owner_id) and id > ${last} order by id limit ${STORED_AT_ONCE}`);
    for (const row of rows) {
      const at = personalPlaces(row.id);
      row.idNumber = row.idNumberSealed ? keys.open(at.idNumber, row.idNumberSealed).toString('utf8') : null;
      row.phone = row.phoneSealed ? keys.open(at.phone, row.phoneSealed).toString('utf8') : null;
      delete row.idNumberSealed;
      delete row.phoneSealed;
      stored.push(row);
    }
    if (rows.length < STORED_AT_ONCE) return stored;
    last = rows.at(-1)!.id;
  }
}

export async function planSettings(ctx: RequestContext, record: Import): Promise<PlanSettings> {
  const members = await ctx.query<Member>(sql`select organisation_id as id, name, short_name as "shortName", uscc from directory.member`);
  const keys = await ctx.keys();
  const columnOf = (field: string) => record.columns.find((column) => column.field === field)?.index ?? null;
  return {
    register: record.register,
    ownerId: record.ownerId,
    anyOwner: record.anyOwner,
    codesAreKeys: columnOf('code') !== null,
    members,
    columnOf,
    fingerprint: (text) => keys.fingerprint(text),
  };
}

/** Engineers of one register may belong to many enterprises. */
export function ownerScope(record: Import): string | null {
  return record.register === 'ENGINEERS' && record.anyOwner ? null : record.ownerId;
}

export function addCounts(counts: Counts, row: { state: RowState; counts: { created: number; changed: number; unchanged: number } }): void {
  if (row.state === 'SKIPPED') {
    counts.skipped++;
    return;
  }
  counts.total++;
  if (row.state === 'BAD') counts.bad++;
  counts.created += row.counts.created;
  counts.changed += row.counts.changed;
  counts.unchanged += row.counts.unchanged;
}
