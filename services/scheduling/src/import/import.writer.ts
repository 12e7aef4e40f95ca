import { setImmediate as breathe } from 'node:timers/promises';
import { type RequestContext, sql } from '@gongjian/platform';
import { PEOPLE, type Profession, Resource, RESOURCE_DEFAULTS } from '../resource/resource.entity.ts';
import { derivedColumns } from '../resource/resource.search.ts';
import type { Target, Values } from './import.plan.ts';
import { KIND_OF } from './import.staging.ts';
import type { Register } from './register.types.ts';

const AT_ONCE = 250;
const NO_PROFESSION: Profession = { title: null, skillLevel: null, dualQualified: null, subjects: [], practiceMonths: null, yearlyHours: null };

/** Collects what is to be written and writes it in parts that leave the process time for others. */
export class Writer {
  private creates: Extract<Target, { create: Values }>[] = [];
  private updates: Extract<Target, { update: string }>[] = [];

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
    await this.update();
  }

  private async create(): Promise<void> {
    if (!this.creates.length) return;
    const kind = KIND_OF[this.register];
    const rows: Partial<Resource>[] = [];
    for (const { create, ownerId } of this.creates.splice(0)) {
      const columns = { ...RESOURCE_DEFAULTS, name: create.name!, kind, ownerId, ...this.columnsOf(create, null) };
      rows.push({ ...columns, ...derivedColumns(columns) });
      if (rows.length % 50 === 0) await breathe();
    }
    const created = await this.ctx.insert(Resource, rows);
    this.ctx.changed('Resource', created.map(({ id }) => id));
  }

  private async update(): Promise<void> {
    if (!this.updates.length) return;
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
