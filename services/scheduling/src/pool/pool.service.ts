import { asUuid, badInputs, DomainError, notFound, type Problem, type RequestContext, sql } from '@gongjian/platform';
import { Injectable } from '@nestjs/common';
import { Resource } from '../resource/resource.entity.ts';
import { Pool } from './pool.entity.ts';
import type { CreatePoolInput, UpdatePoolInput } from './pool.inputs.ts';

@Injectable()
export class PoolService {
  all(ctx: RequestContext, ownerId?: string | null): Promise<Pool[]> {
    const where = ownerId ? [sql`t.owner_id = ${asUuid(ownerId)}`] : [];
    return ctx.find(Pool, { where, orderBy: [{ by: 'ownerId' }, { by: 'name' }], limit: 1000 });
  }

  async create(ctx: RequestContext, { ownerId, name, note, resourceIds }: CreatePoolInput, key?: string | null): Promise<Pool> {
    ctx.authorize('create', Object.assign(new Pool(), { ownerId }));
    const { id, result } = await ctx.once(key, 'createPool', async () => {
      const content = await this.content(ctx, ownerId, resourceIds);
      await this.requireName(ctx, ownerId, name);
      const [pool] = await ctx.insert(Pool, { ownerId, name, note: note ?? null }, { also: { resourceIds: content } });
      this.fill(ctx, pool!.id, content);
      ctx.changed('Pool', [pool!.id]);
      return pool!;
    });
    return result ?? (await ctx.must(Pool, id));
  }

  async update(ctx: RequestContext, id: string, version: number, { name, note, resourceIds }: UpdatePoolInput): Promise<Pool> {
    const pool = await this.mine(ctx, id);
    if (pool.version !== version) throw new DomainError('STALE_VERSION');
    const content = await this.content(ctx, pool.ownerId, resourceIds);
    if (name !== pool.name) await this.requireName(ctx, pool.ownerId, name);
    const before = (await ctx.query<{ id: string }>(sql`select resource_id as id from scheduling.pool_resource where tenant_id = ${ctx.currentTenant} and pool_id = ${pool.id} order by resource_id`)).map((row) => row.id);
    await ctx.update(pool, { name, note: note ?? null }, { version });
    ctx.audit('fill', { type: 'Pool', id: pool.id }, { resourceIds: content }, { resourceIds: before });
    ctx.write(sql`delete from scheduling.pool_resource where tenant_id = ${ctx.currentTenant} and pool_id = ${pool.id} and resource_id <> all(${content})`);
    this.fill(ctx, pool.id, content);
    ctx.changed('Pool', [pool.id]);
    return pool;
  }

  async remove(ctx: RequestContext, id: string, version: number): Promise<true> {
    const pool = await this.mine(ctx, id);
    if (pool.version !== version) throw new DomainError('STALE_VERSION');
    const [used] = await ctx.query<{ title: string }>(sql`select title from directory.named_pool where tenant_id = ${ctx.currentTenant} and pool_id = ${pool.id} limit 1`);
    if (used) throw new DomainError('POOL_IN_USE', { agreement: used.title }, { field: 'id' });
    await ctx.remove(pool);
    ctx.changed('Pool', [pool.id]);
    return true;
  }

  resources(ctx: RequestContext, poolId: string): Promise<Resource[]> {
    return ctx.batch('Pool.resources', poolId, async (ids) => {
      const links = await ctx.query<{ poolId: string; resourceId: string }>(sql`
        select l.pool_id as "poolId", l.resource_id as "resourceId" from scheduling.pool_resource l join scheduling.resource r on r.tenant_id = l.tenant_id and r.id = l.resource_id
        where l.tenant_id = ${ctx.currentTenant} and l.pool_id = any(${ids}) order by r.name_key, r.id`);
      const resources = await Promise.all(links.map(({ resourceId }) => ctx.load(Resource, resourceId)));
      return ids.map((id) => links.flatMap((link, index) => (link.poolId === id && resources[index] ? [resources[index]] : [])));
    });
  }

  size(ctx: RequestContext, poolId: string): Promise<number> {
    return ctx.batch('Pool.size', poolId, async (ids) => {
      const rows = await ctx.query<{ id: string; size: number }>(sql`select id, size from scheduling.known_pool where tenant_id = ${ctx.currentTenant} and id = any(${ids})`);
      return ids.map((id) => rows.find((row) => row.id === id)?.size ?? 0);
    });
  }

  /** Locked, so that nobody names it in a clause while it goes. */
  private async mine(ctx: RequestContext, id: string): Promise<Pool> {
    const pool = await ctx.must(Pool, id, 'id', 'update');
    ctx.authorize('update', pool);
    return pool;
  }

  private fill(ctx: RequestContext, poolId: string, content: readonly string[]): void {
    ctx.write(sql`insert into scheduling.pool_resource (pool_id, resource_id) select ${poolId}, id from unnest(${content}::uuid[]) as wanted(id) on conflict do nothing`);
  }

  /** Ids once and in order. Each problem at its place in the list. */
  private async content(ctx: RequestContext, ownerId: string, wanted: readonly string[]): Promise<string[]> {
    const ids = wanted.map(asUuid);
    const known = new Map((await ctx.find(Resource, { where: [sql`t.id = any(${ids})`], keyed: true })).map((resource) => [resource.id, resource]));
    const problems = ids.flatMap((id, index): Problem[] => {
      const resource = known.get(id);
      const field = `input.resourceIds.${index}`;
      if (!resource) return [{ field, code: 'NOT_FOUND' }];
      return resource.ownerId === ownerId && ['EQUIPMENT', 'VENUE'].includes(resource.kind) ? [] : [{ field, code: 'POOL_FOREIGN', params: { name: resource.name } }];
    });
    if (problems.length === 1 && problems[0]!.code === 'NOT_FOUND') throw notFound(problems[0]!.field);
    if (problems.length > 0) throw badInputs(problems);
    return [...new Set(ids)].sort();
  }

  private async requireName(ctx: RequestContext, ownerId: string, name: string): Promise<void> {
    await ctx.query(sql`select pg_advisory_xact_lock(hashtextextended(${`pool ${ownerId}`}, 0))`);
    const [same] = await ctx.find(Pool, { where: [sql`t.owner_id = ${ownerId}`, sql`t.name = ${name}`], limit: 1 });
    if (same) throw new DomainError('POOL_NAME_TAKEN', { name }, { field: 'input.name' });
  }
}
