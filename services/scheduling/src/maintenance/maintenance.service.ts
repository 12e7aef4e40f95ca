import { Injectable } from '@nestjs/common';
import { badInputs, DomainError, type Problem, type RequestContext, sql } from '@gongjian/platform';
import { Allocation } from '../booking/allocation.entity.ts';
import { Booking } from '../booking/booking.entity.ts';
import { tellDisplaced } from '../booking/booking.tells.ts';
import { endAll, freed } from '../booking/endings.ts';
import { inTheWay, lockResources } from '../booking/slots.ts';
import { Resource } from '../resource/resource.entity.ts';
import { DAY, MINUTE } from '../time.ts';
import { Maintenance } from './maintenance.entity.ts';
import type { CreateMaintenanceInput } from './maintenance.inputs.ts';

/** The bookings that a maintenance would hit; nothing was written. */
export class MaintenanceHits {
  readonly __typename = 'MaintenanceHits';

  constructor(readonly bookingIds: readonly string[]) {}

  get count(): number {
    return this.bookingIds.length;
  }
}

/** Thrown, so that everything is rolled back and the hits are told without locks being held. */
class WouldHit extends Error {
  constructor(readonly hits: MaintenanceHits) {
    super('would hit bookings');
  }
}

const LONGEST = 366 * DAY;
/** Nobody plans maintenance for later years; a wrong digit in a year would block a resource where nobody looks. */
const FURTHEST = 3 * 366 * DAY;
const PAST_TOLERANCE = 5 * MINUTE;

@Injectable()
export class MaintenanceService {
  async create(ctx: RequestContext, input: CreateMaintenanceInput, key?: string | null): Promise<Maintenance | MaintenanceHits> {
    const resource = await ctx.must(Resource, input.resourceId, 'input.resourceId');
    ctx.authorize('block', resource);
    requireSensibleTime(ctx, input);
    try {
      const { id, result } = await ctx.once(key, 'createMaintenance', () => this.take(ctx, input, resource));
      return result ?? (await ctx.must(Maintenance, id));
    } catch (error) {
      if (!(error instanceof WouldHit)) throw error;
      await ctx.refuse();
      return error.hits;
    }
  }

  private async take(ctx: RequestContext, { startsAt, endsAt, reason, displace }: CreateMaintenanceInput, { id: resourceId, ownerId, name }: Resource): Promise<Maintenance> {
    await lockResources(ctx, [resourceId], 'input.resourceId');
    const hit = await inTheWay(ctx, [{ resourceId, blockedFrom: startsAt, blockedUntil: endsAt }], { write: true, limit: 10_000 });
    if (hit.some(({ maintenanceId }) => maintenanceId !== null)) throw new DomainError('MAINTENANCE_OVERLAPS', {}, { field: 'input.startsAt' });
    const hits = [...new Set(hit.map(({ bookingId }) => bookingId!))];
    if (hits.length > 0 && !displace) throw new WouldHit(new MaintenanceHits(hits));
    await this.displace(ctx, hits, { resource: name, startsAt, endsAt, reason });

    const [maintenance] = await ctx.insert(Maintenance, { resourceId, ownerId, startsAt, endsAt, reason, createdById: ctx.actor.personId, cancelled: false });
    const [allocation] = await ctx.insert(Allocation, { resourceId, ownerId, bookingId: null, maintenanceId: maintenance!.id, startsAt, endsAt, blockedFrom: startsAt, blockedUntil: endsAt, state: 'MAINTENANCE' });
    ctx.changed('Maintenance', [maintenance!.id]);
    ctx.changed('Allocation', [allocation!.id], { resourceIds: [resourceId] });
    return maintenance!;
  }

  /** Whole bundles go: a class without its machine is no class. Bookings are locked in one order, after the resource. */
  private async displace(ctx: RequestContext, bookingIds: readonly string[], maintenance: { resource: string; startsAt: Date; endsAt: Date; reason: string }): Promise<void> {
    const { reason } = maintenance;
    const set = sql`state = 'CANCELLED', state_reason = ${ctx.text('DISPLACED_BY_MAINTENANCE', { reason })}, cancelled_at = ${ctx.now}`;
    const displaced = await endAll(ctx, bookingIds, { still: sql`state in ('PENDING', 'CONFIRMED')`, set, fields: ['state', 'stateReason'], action: 'displace', facts: { reason } });
    await tellDisplaced(ctx, displaced, maintenance);
    await freed(ctx, displaced);
  }

  async cancel(ctx: RequestContext, id: string, version: number): Promise<Maintenance> {
    const maintenance = await ctx.must(Maintenance, id, 'id', 'update');
    if (!ctx.can('update', maintenance)) throw new DomainError('FORBIDDEN');
    if (maintenance.cancelled) return maintenance;
    const allocations = await ctx.loadMany(Allocation, 'maintenanceId', maintenance.id);
    for (const allocation of allocations) await ctx.update(allocation, { state: 'RELEASED' });
    ctx.changed('Maintenance', [maintenance.id]);
    ctx.changed('Allocation', allocations.map((allocation) => allocation.id), { resourceIds: [maintenance.resourceId] });
    return ctx.update(maintenance, { cancelled: true }, { version });
  }

  /** Those of the hits that the viewer may read. */
  hits(ctx: RequestContext, { bookingIds }: MaintenanceHits): Promise<Booking[]> {
    return ctx.find(Booking, { where: [sql`t.id = any(${bookingIds})`], orderBy: [{ by: 'startsAt' }], limit: 200 });
  }
}

function requireSensibleTime(ctx: RequestContext, { startsAt, endsAt }: CreateMaintenanceInput): void {
  const problems: Problem[] = [];
  if (startsAt.getTime() < ctx.now.getTime() - PAST_TOLERANCE) problems.push({ field: 'input.startsAt', code: 'STARTS_IN_THE_PAST' });
  else if (startsAt.getTime() > ctx.now.getTime() + FURTHEST) problems.push({ field: 'input.startsAt', code: 'MAINTENANCE_TOO_FAR', params: { years: 3 } });
  if (endsAt <= startsAt) problems.push({ field: 'input.endsAt', code: 'ENDS_BEFORE_START' });
  else if (endsAt.getTime() - startsAt.getTime() > LONGEST) problems.push({ field: 'input.endsAt', code: 'MAINTENANCE_TOO_LONG', params: { days: 366 } });
  if (problems.length > 0) throw badInputs(problems);
}
