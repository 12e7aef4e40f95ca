import { randomUUIDv7 } from 'node:crypto';
import { setImmediate as breathe } from 'node:timers/promises';
import { join, name, type RequestContext, sql } from '@gongjian/platform';
import { PEOPLE, type Profession, Resource, RESOURCE_DEFAULTS } from '../resource/resource.entity.ts';
import { derivedColumns } from '../resource/resource.search.ts';
import type { Target, Values } from './import.plan.ts';
import { KIND_OF } from './import.staging.ts';
import type { Register } from './register.types.ts';

const AT_ONCE = 500;
const NO_PROFESSION: Profession = { title: null, skillLevel: null, dualQualified: null, subjects: [], practiceMonths: null, yearlyHours: null };

/** Collects what is to be written and writes it in parts that leave the process time for others. */
export class Writer {
  private creates: Extract<Target, { create: Values }>[] = [];
  private updates: Extract<Target, { update: string }>[] = [];
  private writing: Promise<void> = Promise.resolve();

  constructor(
    private readonly ctx: RequestContext,
    private readonly register: Register,
  ) {}

  async add(targets: readonly Target[]): Promise<void> {
    for (const target of targets) {
      if ('create' in target) this.creates.push(target);
      else this.updates.push(target);
      if (this.creates.length >= AT_ONCE) await this.create();
      if (this.updates.length >= AT_ONCE) await this.update();
    }
  }

  async finish(): Promise<void> {
    await this.create();
    await this.writing;
    await this.update();
  }

  private async create(): Promise<void> {
    if (!this.creates.length) return;
    const kind = KIND_OF[this.register];
    const rows: Row[] = [];
    for (const { create, ownerId } of this.creates.splice(0)) {
      const columns = { ...RESOURCE_DEFAULTS, name: create.name!, kind, ownerId, ...this.columnsOf(create, null) };
      rows.push({ id: randomUUIDv7(), createdAt: this.ctx.now, updatedAt: this.ctx.now, version: 1, ...columns, ...derivedColumns(columns) });
      if (rows.length % 50 === 0) await breathe();
    }
    // the database writes one part while the next one is made
    await this.writing;
    this.writing = insertAll(this.ctx, rows);
    // somebody waits for it later; until then a failure is not a crash
    this.writing.catch(() => undefined);
    for (const row of rows) this.ctx.audit('create', { type: 'Resource', id: row.id }, told(row));
    this.ctx.changed('Resource', rows.map(({ id }) => id));
  }

  private async update(): Promise<void> {
    if (!this.updates.length) return;
    await this.writing;
    const values = new Map(this.updates.splice(0).map((target) => [target.update, target.values]));
    // locked in one order, as bookings do, so that the two never wait for each other in a circle
    const resources = await this.ctx.find(Resource, { where: [sql`t.id = any(${[...values.keys()]})`], lock: 'update' });
    for (const resource of resources) {
      const changes = this.columnsOf(values.get(resource.id)!, resource);
      await this.ctx.update(resource, { ...changes, ...derivedColumns({ ...resource, ...changes }) });
    }
    this.ctx.changed('Resource', resources.map(({ id }) => id));
  }

  /** Columns of what a line says. */
  private columnsOf(values: Values, resource: Resource | null): Partial<Resource> {
    const { title, skillLevel, dualQualified, subjects, practiceMonths, yearlyHours, idNumber, phone, ...columns } = values;
    if (!PEOPLE.includes(KIND_OF[this.register])) return columns;
    const said = Object.fromEntries(Object.entries({ title, skillLevel, dualQualified, subjects, practiceMonths, yearlyHours }).filter(([, value]) => value !== undefined));
    return {
      ...columns,
      profession: { ...NO_PROFESSION, ...resource?.profession, ...said },
      ...(idNumber && { idNumberSealed: this.ctx.seal(idNumber) }),
      ...(phone && { phoneSealed: this.ctx.seal(phone) }),
    };
  }
}

type Row = Partial<Resource> & { id: string };

/**
 * Thousands of rows in one statement with one parameter: bound one by one, a value at a time, they take ten times as long.
 * The table itself says of which type each column is.
 */
async function insertAll(ctx: RequestContext, rows: readonly Row[]): Promise<void> {
  const properties = [...new Set(rows.flatMap((row) => Object.keys(row)))] as (keyof Row)[];
  const named = properties.map((property) => [property, property.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)] as const);
  const columns = join(named.map(([, column]) => name(column)), ', ');
  const values = rows.map((row) => Object.fromEntries(named.map(([property, column]) => [column, asJson(row[property])])));
  await ctx.query(sql`insert into scheduling.resource (${columns}) select ${columns} from jsonb_populate_recordset(null::scheduling.resource, ${JSON.stringify(values)}::jsonb)`);
}

const asJson = (value: unknown): unknown => (Buffer.isBuffer(value) ? `\\x${value.toString('hex')}` : value);

const UNTOLD = new Set<string>([...Resource.unaudited, 'id', 'updatedAt', 'tenantId']);

/** The record as the audit log keeps it: what it says, without what is sealed or derived. */
function told(row: Row): object {
  return Object.fromEntries(Object.entries(row).flatMap(([key, value]) => (UNTOLD.has(key) || value === null ? [] : [[key, Buffer.isBuffer(value) ? '[sealed]' : value]])));
}
