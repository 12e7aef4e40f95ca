import { Injectable } from '@nestjs/common';
import { administers, asUuid, badInput, DomainError, inputs, type Page, type PageArgs, type RequestContext, sql } from '@gongjian/platform';
import { z } from 'zod';
import { PEOPLE, personalPlaces, Resource } from '../resource/resource.entity.ts';
import { has } from '../resource/resource.permissions.ts';
import { dayOf } from '../time.ts';
import { isMinor } from './age.ts';
import { MinorAccess } from './minor-access.entity.ts';

export const askInput = z.object({ resourceId: inputs.id().transform(asUuid), reason: inputs.text(1, 500) });
export type AskInput = z.output<typeof askInput>;
export const decideInput = z.object({ approve: z.boolean(), answer: inputs.optionalText(500) });
export type DecideInput = z.output<typeof decideInput>;

const HOURS = 24;

export const todayOf = (ctx: RequestContext): string => dayOf(ctx.now.getTime(), ctx.actor.timeZone);

/** Data of people under 18: seen with the approval of a responsible person alone, for a day, and each look is recorded. */
@Injectable()
export class MinorService {
  async ask(ctx: RequestContext, { resourceId, reason }: AskInput, key?: string | null): Promise<MinorAccess> {
    const resource = await ctx.must(Resource, resourceId, 'input.resourceId');
    ctx.authorize('reveal', resource);
    if (!(await this.isMinors(ctx, resource))) throw new DomainError('NOT_A_MINOR', {}, { field: 'input.resourceId' });
    const { id, result } = await ctx.once(key, 'askMinorAccess', async () => {
      await ctx.query(sql`select pg_advisory_xact_lock(hashtextextended(${`minor ${resource.id} ${ctx.actor.personId}`}, 0))`);
      if (isOpen(ctx, await this.latest(ctx, resource.id))) throw new DomainError('MINOR_ACCESS_OPEN');
      const draft = { resourceId: resource.id, ownerId: resource.ownerId, askedById: ctx.actor.personId, reason, state: 'WAITING' as const, decidedById: null, decidedAt: null, answer: null, until: null, looks: 0, lastLookAt: null };
      const [access] = await ctx.insert(MinorAccess, draft);
      await this.tellDeciders(ctx, access!);
      ctx.changed('Resource', [resource.id]);
      return access!;
    });
    return result ?? (await ctx.must(MinorAccess, id));
  }

  async decide(ctx: RequestContext, id: string, { approve, answer }: DecideInput): Promise<MinorAccess> {
    const access = await ctx.must(MinorAccess, id, 'id', 'update');
    if (access.askedById === ctx.actor.personId) throw new DomainError('MINOR_ACCESS_ONESELF');
    ctx.authorize('decide', access);
    if (access.state !== 'WAITING') return access;
    if (!approve && !answer) throw badInput('input.answer', 'REQUIRED');
    const until = approve ? new Date(ctx.now.getTime() + HOURS * 3_600_000) : null;
    await ctx.update(access, { state: approve ? 'APPROVED' : 'REFUSED', decidedById: ctx.actor.personId, decidedAt: ctx.now, answer: answer ?? null, until });
    ctx.settle({ kind: 'MINOR_ACCESS_ASKED', about: [access.id] });
    ctx.tell({ kind: approve ? 'MINOR_ACCESS_APPROVED' : 'MINOR_ACCESS_REFUSED', people: [access.askedById], params: { by: { person: ctx.actor.personId }, answer: answer ?? null, until: until && { at: until.toISOString() } }, about: { type: 'MinorAccess', id: access.id }, link: `/resources/${access.resourceId}` });
    ctx.changed('Resource', [access.resourceId]);
    return access;
  }

  page(ctx: RequestContext, waiting: boolean | null | undefined, args: PageArgs): Promise<Page<MinorAccess>> {
    return ctx.page(MinorAccess, args, { where: waiting ? [sql`t.state = 'WAITING'`] : [], orderBy: [{ by: 'createdAt', desc: true }, { by: 'id', desc: true }] });
  }

  async latest(ctx: RequestContext, resourceId: string): Promise<MinorAccess | null> {
    const [access] = await ctx.find(MinorAccess, { where: [sql`t.resource_id = ${resourceId}`, sql`t.asked_by_id = ${ctx.actor.personId}`], orderBy: [{ by: 'createdAt', desc: true }, { by: 'id', desc: true }], limit: 1 });
    return access ?? null;
  }

  /** @throws MINOR_APPROVAL_NEEDED; otherwise the look is counted where it was allowed */
  async requireApproval(ctx: RequestContext, resource: Resource): Promise<void> {
    const access = await this.latest(ctx, resource.id);
    const attempt = { action: 'reveal', type: 'Resource', id: resource.id };
    if (access?.state !== 'APPROVED' || access.until! <= ctx.now) throw Object.assign(new DomainError('MINOR_APPROVAL_NEEDED'), { attempt });
    await ctx.query(sql`update scheduling.minor_access set looks = looks + 1, last_look_at = ${ctx.now} where tenant_id = ${ctx.currentTenant} and id = ${access.id}`);
    ctx.audit('reveal', { type: 'MinorAccess', id: access.id });
  }

  async audit(ctx: RequestContext) {
    const all = administers(ctx.actor, 'ROLES') || administers(ctx.actor, 'AUDIT');
    if (!ctx.can('read', MinorAccess) || (!all && !has(ctx.actor, 'ORGANISATION_ADMINISTRATOR'))) return null;
    const today = todayOf(ctx);
    const owned = all ? sql`true` : sql`t.owner_id = ${ctx.actor.organisationId}`;
    // The day of birth stands in what is sealed alone, so each is opened; nothing of it is kept.
    const people = await ctx.query<{ id: string; sealed: Buffer }>(sql`select t.id, t.id_number_sealed as sealed from scheduling.resource t where t.tenant_id = ${ctx.currentTenant} and t.id_number_sealed is not null and ${owned}`);
    let minors = 0;
    for (const { id, sealed } of people) if (isMinor(await ctx.open(personalPlaces(id).idNumber, sealed), today)) minors++;
    const [counts] = await ctx.query<{ asked: number; approved: number; looks: number }>(sql`
      select count(*)::int as asked, count(*) filter (where t.state = 'APPROVED')::int as approved, coalesce(sum(t.looks), 0)::int as looks
      from scheduling.minor_access t where t.tenant_id = ${ctx.currentTenant} and ${owned} and t.created_at >= ${new Date(`${today.slice(0, 4)}-01-01T00:00:00Z`)}`);
    return { year: Number(today.slice(0, 4)), minors, ...counts! };
  }

  async isMinors(ctx: RequestContext, { id, kind, idNumberSealed }: Resource): Promise<boolean> {
    if (!PEOPLE.includes(kind) || !idNumberSealed) return false;
    return isMinor(await ctx.open(personalPlaces(id).idNumber, idNumberSealed), todayOf(ctx));
  }

  /** The owner's administrators, and who answers for security in the consortium. */
  private async tellDeciders(ctx: RequestContext, { id, ownerId, askedById, reason }: MinorAccess): Promise<void> {
    const roles = ctx.actor.separated ? (['SECURITY_ADMINISTRATOR'] as const) : (['SECRETARY', 'SECURITY_ADMINISTRATOR'] as const);
    const offices = await ctx.query<{ organisationId: string }>(sql`select distinct organisation_id as "organisationId" from directory.seat where tenant_id = ${ctx.currentTenant} and roles && ${roles}::text[]`);
    ctx.tell({
      kind: 'MINOR_ACCESS_ASKED',
      audience: [{ organisationId: ownerId, roles: ['ORGANISATION_ADMINISTRATOR'] }, ...offices.map(({ organisationId }) => ({ organisationId, roles }))],
      params: { by: { person: askedById }, reason },
      about: { type: 'MinorAccess', id },
      link: '/minor-access',
    });
  }
}

const isOpen = (ctx: RequestContext, access: MinorAccess | null): boolean => access?.state === 'WAITING' || (access?.state === 'APPROVED' && access.until! > ctx.now);
