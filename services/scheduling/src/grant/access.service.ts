import { type Action, type Actor, administers, asUuid, type Narrowed, notFound, type RequestContext, type Role, spokenDay, spokenLastDay, sql } from '@gongjian/platform';
import { Injectable } from '@nestjs/common';
import { partner } from './consortia.ts';
import { Resource } from '../resource/resource.entity.ts';
import { coordinates, has, oversees } from '../resource/resource.permissions.ts';
import { heldBy } from './grant.queries.ts';
import type { Held } from './grant.rules.ts';
import { type Grant, isInForce, isParty, speakingOf } from './grants.ts';
import { knownResource } from './shared.ts';

export type AccessAction = 'SEE' | 'BOOK' | 'CHANGE' | 'BLOCK';
const ACTIONS: readonly (readonly [AccessAction, Action])[] = [['SEE', 'read'], ['BOOK', 'book'], ['CHANGE', 'update'], ['BLOCK', 'block']];

export interface AccessStep {
  kind: 'PERSON' | 'ROLE' | 'ORGANISATION' | 'CLAUSE' | 'POOL' | 'RECORD';
  text: string;
  holds: boolean;
  grantId?: string;
}

export interface AccessAnswer {
  action: AccessAction;
  allowed: boolean;
  steps: AccessStep[];
}

export interface ReachOf {
  grant: Grant;
  bookings: number;
  minutes: number;
  lastUsedAt: Date | null;
}

interface Seat {
  organisationId: string;
  organisation: string;
  roles: Role[];
  narrowed: Narrowed | null;
}

/** Why somebody may do something with a thing, or may not: the chain from the person over role, organisation and clause to the record. */
@Injectable()
export class AccessService {
  async answers(ctx: RequestContext, resourceId: string, personId?: string | null): Promise<AccessAnswer[]> {
    const who = personId ? asUuid(personId) : ctx.actor.personId;
    const seats = await this.seatsOf(ctx, who);
    if (who !== ctx.actor.personId) this.requireSight(ctx, seats);
    const seat = seats.find(({ organisationId }) => organisationId === ctx.actor.organisationId) ?? seats[0] ?? null;
    const resource = await this.anyResource(ctx, resourceId);
    const held = seat ? (await heldBy(ctx, seat.organisationId, [resource.id])).filter((grant) => isInForce(grant, ctx.now)) : [];
    const over = held.length === 0 && seat ? await this.over(ctx, seat.organisationId, resource) : null;
    // Of a thing of this consortium none, although partners' agreements name this one too.
    const elsewhere = resource.tenantId === ctx.currentTenant ? undefined : partner(ctx, resource.tenantId).then((known) => known?.name);
    const [name, owner, home] = await Promise.all([this.personName(ctx, who), this.organisationName(ctx, resource.ownerId), elsewhere]);
    const facts: Facts = { ctx, resource, seat, held, over, name, owner, home };
    return ACTIONS.map(([action, verb]) => answer(facts, action, verb, who));
  }

  /** Who can reach a thing through agreements. */
  async reach(ctx: RequestContext, resourceId: string): Promise<ReachOf[]> {
    const resource = await ctx.must(Resource, resourceId, 'resourceId');
    const answers = oversees(ctx.actor) || resource.ownerId === ctx.actor.organisationId;
    if (!answers) throw notFound('resourceId');
    const grants = await speakingOf(ctx, resource);
    const used = await ctx.query<{ grantId: string; bookings: number; minutes: number; lastUsedAt: Date | null }>(sql`
      select u.grant_id as "grantId", count(*)::int as bookings, sum(u.minutes)::int as minutes, max(b.starts_at) as "lastUsedAt"
      from scheduling.grant_use u join scheduling.booking b on b.tenant_id = u.tenant_id and b.id = u.booking_id
      where u.tenant_id = ${ctx.currentTenant} and u.grant_id = any(${grants.map(({ id }) => id)}::uuid[]) and u.state <> 'RELEASED'
        and exists (select 1 from scheduling.allocation a where a.tenant_id = u.tenant_id and a.booking_id = u.booking_id and a.resource_id = ${resource.id})
      group by 1`);
    return grants.map((grant) => ({ grant, ...(used.find(({ grantId }) => grantId === grant.id) ?? { bookings: 0, minutes: 0, lastUsedAt: null }) }));
  }

  /** The own consortium's, one that a grant shows, or one that some clause spoke of: then it can be said why it is not seen any more. */
  private async anyResource(ctx: RequestContext, resourceId: string): Promise<Resource> {
    ctx.authorize('read', Resource);
    const id = asUuid(resourceId);
    const known = await knownResource(ctx, id);
    if (!known) throw notFound('resourceId');
    return known;
  }

  /** For others' rights one has to answer for them. */
  private requireSight(ctx: RequestContext, seats: readonly Seat[]): void {
    const ours = seats.some(({ organisationId }) => organisationId === ctx.actor.organisationId);
    const may = coordinates(ctx.actor) || has(ctx.actor, 'AUDITOR') || administers(ctx.actor, 'ROLES') || (ours && has(ctx.actor, 'ORGANISATION_ADMINISTRATOR'));
    if (!may) throw notFound('personId');
  }

  private seatsOf(ctx: RequestContext, personId: string): Promise<Seat[]> {
    return ctx.query<Seat>(sql`select s.organisation_id as "organisationId", m.name as organisation, s.roles, n.narrowed from directory.seat s join directory.member m on m.tenant_id = s.tenant_id and m.organisation_id = s.organisation_id left join directory.narrowed_role n on n.tenant_id = s.tenant_id and n.organisation_id = s.organisation_id where s.tenant_id = ${ctx.currentTenant} and s.person_id = ${personId} order by m.name`);
  }

  private async personName(ctx: RequestContext, personId: string): Promise<string> {
    const [row] = await ctx.query<{ name: string }>(sql`select name from directory.consortium_person where tenant_id = ${ctx.currentTenant} and person_id = ${personId}`);
    if (!row) throw notFound('personId');
    return row.name;
  }

  private async organisationName(ctx: RequestContext, id: string): Promise<string> {
    const [row] = await ctx.query<{ name: string }>(sql`select name from directory.organisation where id = ${id}`);
    return row?.name ?? '';
  }

  /** A clause that spoke of it, and does not any more or not yet: the last that there was. */
  private async over(ctx: RequestContext, organisationId: string, resource: Resource): Promise<Grant | null> {
    const grants = await speakingOf(ctx, resource, sql`(g.taker_id = ${organisationId} or (g.whole and g.taker_home_id = g.tenant_id))`);
    return grants.filter((grant) => !isInForce(grant, ctx.now) && isParty(ctx, grant)).sort((a, b) => b.validUntil.getTime() - a.validUntil.getTime())[0] ?? null;
  }
}

interface Facts {
  ctx: RequestContext;
  resource: Resource;
  seat: Seat | null;
  held: readonly Held[];
  over: Grant | null;
  name: string;
  owner: string;
  home: string | undefined;
}

function answer({ ctx, resource, seat, held, over, name, owner, home }: Facts, action: AccessAction, verb: Action, personId: string): AccessAnswer {
  const steps: AccessStep[] = [];
  const step = (kind: AccessStep['kind'], code: string, holds: boolean, params: Record<string, string | number> = {}, grantId?: string) => steps.push({ kind, text: ctx.text(`WHY_${code}`, params), holds, ...(grantId && { grantId }) });
  step('PERSON', seat ? 'PERSON' : 'NO_SEAT', seat !== null, { person: name, organisation: seat?.organisation ?? '' });
  if (!seat) return { action, allowed: false, steps };

  const roles = seat.roles.map((role) => ctx.text(`WHY_ROLE_${role}`)).join(ctx.language === 'en' ? ', ' : '、');
  const may = ctx.may({ personId, organisationId: seat.organisationId, roles: seat.roles, narrowed: seat.narrowed } satisfies Partial<Actor>, verb, resource);
  const isOwn = resource.ownerId === seat.organisationId && home === undefined;
  step('ROLE', may ? 'ROLE' : home !== undefined && action !== 'BOOK' && action !== 'SEE' ? 'FOREIGN' : 'ROLE_NOT', may, { roles, action: ctx.text(`WHY_ACTION_${action}`), consortium: home ?? '' });
  if (!may) return { action, allowed: false, steps };
  if (action === 'CHANGE' || action === 'BLOCK') step('ORGANISATION', isOwn ? 'OWNER' : 'ANSWERS', true, { organisation: seat.organisation, owner });
  else if (isOwn) step('ORGANISATION', 'OWNER', true, { organisation: seat.organisation, owner });
  else lentBy(step, { ctx, action, resource, seat, held, over, owner, home });
  if (steps.every(({ holds }) => holds)) step('RECORD', action === 'BOOK' && !resource.bookable ? 'NOT_BOOKABLE' : 'RECORD', action !== 'BOOK' || resource.bookable, { resource: resource.name, owner });
  return { action, allowed: steps.every(({ holds }) => holds), steps };
}

type Step = (kind: AccessStep['kind'], code: string, holds: boolean, params?: Record<string, string | number>, grantId?: string) => void;

/** By membership, or by a clause: whichever it is that lends it. */
function lentBy(step: Step, { ctx, action, resource, seat, held, over, owner, home }: Omit<Facts, 'name' | 'seat'> & { action: AccessAction; seat: Seat }): void {
  const where = [resource.timeZone ?? ctx.actor.timeZone, ctx.language] as const;
  const byMembership = home === undefined && (action === 'SEE' || resource.sharing === 'MEMBERS');
  const [grant] = held;
  if (grant && (action === 'BOOK' || home !== undefined)) {
    step('CLAUSE', 'CLAUSE', true, { organisation: seat.organisation, owner, until: spokenLastDay(grant.validUntil, ...where) }, grant.grantId);
    step('POOL', grant.kind === 'EXCHANGE' ? 'EXCHANGED' : 'POOL', true, { resource: resource.name, owner });
  } else if (byMembership) step('ORGANISATION', 'MEMBER', true, { organisation: seat.organisation });
  else if (over) step('CLAUSE', over.validFrom > ctx.now ? 'CLAUSE_COMING' : 'CLAUSE_OVER', false, { owner, from: spokenDay(over.validFrom, ...where), until: spokenLastDay(over.validUntil, ...where) }, over.id);
  else step('CLAUSE', 'NO_CLAUSE', false, { organisation: seat.organisation, owner });
}
