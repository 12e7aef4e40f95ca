import { randomUUIDv7 } from 'node:crypto';
import { setImmediate as breathe } from 'node:timers/promises';
import { join, name, type RequestContext, sql, type TenantKeys } from '@gongjian/platform';
import { PEOPLE, personalPlaces, type Profession, Resource, RESOURCE_DEFAULTS } from '../resource/resource.entity.ts';
import type { OpeningPeriod } from '../resource/opening.ts';
import { defaultOpeningHours } from '../resource/resource.queries.ts';
import { derivedColumns } from '../resource/resource.search.ts';
import { indexResources } from '../search/search.index.ts';
import type { Target, Values } from './import.plan.ts';
import { KIND_OF } from './import.staging.ts';
import type { Register } from './register.types.ts';

const AT_ONCE = 500;
/** What the derived columns follow from. */
const SEARCHED = ['name', 'code', 'model', 'place', 'keeper'] as const;
const NO_PROFESSION: Profession = { title: null, skillLevel: null, dualQualified: null, subjects: [], practiceMonths: null, yearlyHours: null };

type Update = Extract<Target, { update: string }>;

/** Collects what is to be written and writes it in parts that leave the process time for others. */
export class Writer {
  private creates: Extract<Target, { create: Values }>[] = [];
  private updates: Update[] = [];
  private writing: Promise<void> = Promise.resolve();
  /** For lines that say nothing of opening hours. */
  private hours: OpeningPeriod[] | undefined;

  constructor(
    private readonly ctx: RequestContext,
    private readonly register: Register,
    private readonly written: (count: number) => Promise<void>,
  ) {}

  async add(targets: readonly Target[]): Promise<void> {
    for (const target of targets) {
      if ('create' in target) this.creates.push(target);
      else this.updates.push(target);
      if (this.creates.length >= AT_ONCE) await this.create();
    }
  }

  async finish(): Promise<void> {
    await this.create();
    await this.writing;
    // locked in the order of their ids, as bookings do, so that the two never wait for each other in a circle; and as late as can be
    this.updates.sort((a, b) => (a.update < b.update ? -1 : 1));
    while (this.updates.length) await this.update(this.updates.splice(0, AT_ONCE));
  }

  private async create(): Promise<void> {
    if (!this.creates.length) return;
    const kind = KIND_OF[this.register];
    const rows: Row[] = [];
    const keys = await this.ctx.keys();
    this.hours ??= await defaultOpeningHours(this.ctx);
    for (const { create, ownerId } of this.creates.splice(0)) {
      const id = randomUUIDv7();
      const columns = { ...RESOURCE_DEFAULTS, openingHours: this.hours, name: create.name!, kind, ownerId, ...this.columnsOf(keys, id, create, null) };
      rows.push({ id, createdAt: this.ctx.now, updatedAt: this.ctx.now, version: 1, ...columns, ...derivedColumns(columns) });
      if (rows.length % 50 === 0) await breathe();
    }
    // the database writes one part while the next one is made
    await this.writing;
    this.writing = insertAll(this.ctx, rows).then(() => indexResources(this.ctx, rows as Resource[]));
    // somebody waits for it later; until then a failure is not a crash
    this.writing.catch(() => undefined);
    for (const row of rows) this.ctx.audit('create', { type: 'Resource', id: row.id }, told(row, row));
    this.ctx.auditSoFar();
    this.ctx.changed('Resource', rows.map(({ id }) => id));
    await this.written(rows.length);
  }

  private async update(targets: readonly Update[]): Promise<void> {
    const values = new Map(targets.map((target) => [target.update, target.values]));
    const resources = await this.ctx.find(Resource, { where: [sql`t.id = any(${[...values.keys()]})`], lock: 'update' });
    const keys = await this.ctx.keys();
    const rows: { resource: Resource; changes: Partial<Resource> }[] = [];
    for (const resource of resources) {
      const changes = this.columnsOf(keys, resource.id, values.get(resource.id)!, resource);
      const derived = SEARCHED.some((property) => property in changes) ? derivedColumns({ ...resource, ...changes }) : {};
      rows.push({ resource, changes: { ...changes, ...derived, updatedAt: this.ctx.now, version: resource.version + 1 } });
      if (rows.length % 50 === 0) await breathe();
    }
    const renamed = rows.filter(({ resource, changes }) => SEARCHED.some((property) => property in changes && changes[property] !== resource[property]));
    await updateAll(this.ctx, rows);
    indexResources(this.ctx, renamed.map(({ resource, changes }) => ({ ...resource, ...changes })));
    if (renamed.length > 0) await this.ctx.enqueue('search.bookings', { resourceIds: renamed.map(({ resource }) => resource.id) });
    this.ctx.auditSoFar();
    this.ctx.changed('Resource', resources.map(({ id }) => id));
    await this.written(rows.length);
  }

  /** Columns of what a line says. */
  private columnsOf(keys: TenantKeys, id: string, values: Values, resource: Resource | null): Partial<Resource> {
    const { title, skillLevel, dualQualified, subjects, practiceMonths, yearlyHours, idNumber, phone, ...columns } = values;
    if (!PEOPLE.includes(KIND_OF[this.register])) return columns;
    const said = Object.fromEntries(Object.entries({ title, skillLevel, dualQualified, subjects, practiceMonths, yearlyHours }).filter(([, value]) => value !== undefined));
    return {
      ...columns,
      profession: { ...NO_PROFESSION, ...resource?.profession, ...said },
      ...(idNumber && { idNumberSealed: keys.seal(personalPlaces(id).idNumber, idNumber) }),
      ...(phone && { phoneSealed: keys.seal(personalPlaces(id).phone, phone) }),
      // Another ID number is another person: whoever had shown that it is them has not shown this.
      ...(resource?.personId && values.identityHash && values.identityHash !== resource.identityHash && { personId: null }),
    };
  }
}

type Row = Partial<Resource> & { id: string };

const columnOf = (property: string): string => property.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
const asJson = (value: unknown): unknown => (Buffer.isBuffer(value) ? `\\x${value.toString('hex')}` : value);
const propertiesOf = (rows: readonly object[]): string[] => [...new Set(rows.flatMap((row) => Object.keys(row)))];
const jsonOf = (rows: readonly object[], properties: readonly string[]): string =>
  JSON.stringify(rows.map((row) => Object.fromEntries(properties.map((property) => [columnOf(property), asJson((row as Record<string, unknown>)[property])]))));

/**
 * Thousands of rows in one statement with one parameter: bound one by one, a value at a time, they take ten times as long.
 * The table itself says of which type each column is.
 */
async function insertAll(ctx: RequestContext, rows: readonly Row[]): Promise<void> {
  const properties = propertiesOf(rows);
  const columns = join(properties.map((property) => name(columnOf(property))), ', ');
  await ctx.query(sql`insert into scheduling.resource (${columns}) select ${columns} from jsonb_populate_recordset(null::scheduling.resource, ${jsonOf(rows, properties)}::jsonb)`);
}

/** The rows are locked, so nobody can have changed them since they were read. */
async function updateAll(ctx: RequestContext, rows: readonly { resource: Resource; changes: Partial<Resource> }[]): Promise<void> {
  const changed = propertiesOf(rows.map(({ changes }) => changes));
  const list = join(changed.map((property) => sql`${name(columnOf(property))} = n.${name(columnOf(property))}`), ', ');
  const values = jsonOf(rows.map(({ resource, changes }) => ({ ...resource, ...changes })), ['id', ...changed]);
  await ctx.query(sql`update scheduling.resource r set ${list} from jsonb_populate_recordset(null::scheduling.resource, ${values}::jsonb) n where r.id = n.id`);
  for (const { resource, changes } of rows) {
    const differ = Object.keys(changes).filter((key) => !UNTOLD.has(key) && JSON.stringify(resource[key as keyof Resource]) !== JSON.stringify(changes[key as keyof Resource]));
    const part = (row: Partial<Resource>) => told(Object.fromEntries(differ.map((key) => [key, row[key as keyof Resource]])), resource);
    ctx.audit('update', { type: 'Resource', id: resource.id }, part(changes), part(resource));
  }
}

const UNTOLD = new Set<string>([...Resource.unaudited, 'id', 'updatedAt', 'tenantId']);

/** The record as the audit log keeps it: what it says, without what is sealed, derived, or says who somebody is. */
function told(row: object, whole: object): object {
  const personal = new Set(Resource.personal(whole));
  return Object.fromEntries(Object.entries(row).flatMap(([key, value]) => (UNTOLD.has(key) || value === null ? [] : [[key, Buffer.isBuffer(value) || personal.has(key) ? '[sealed]' : value]])));
}
