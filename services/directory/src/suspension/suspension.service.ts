import { badInput, DomainError, type RequestContext, sql } from '@gongjian/platform';
import { Injectable } from '@nestjs/common';
import { inForce, isOver, today } from '../day.ts';
import { Membership } from '../organisation/membership.entity.ts';
import { requireLead } from '../organisation/organisation.queries.ts';
import { requireOthers } from '../person/indispensable.ts';
import { Person } from '../person/person.entity.ts';
import { RoleGrant } from '../person/role-grant.entity.ts';
import { Suspension } from './suspension.entity.ts';
import type { SuspendInput } from './suspension.inputs.ts';

@Injectable()
export class SuspensionService {
  async suspendPerson(ctx: RequestContext, personId: string, input: SuspendInput, key?: string | null): Promise<Person> {
    ctx.authorize('create', Suspension);
    const { id, result } = await ctx.once(key, 'suspendPerson', () => this.beginForPerson(ctx, personId, input));
    return result ?? ctx.must(Person, id);
  }

  private async beginForPerson(ctx: RequestContext, personId: string, input: SuspendInput): Promise<Person> {
    const person = await ctx.must(Person, personId, 'personId');
    if (person.id === ctx.actor.personId) throw new DomainError('SUSPEND_ONESELF');
    const grants = await ctx.loadMany(RoleGrant, 'personId', person.id);
    await this.begin(ctx, { personId: person.id, organisationId: null }, input, grants);
    ctx.changed('Person', [person.id]);
    return person;
  }

  async suspendMember(ctx: RequestContext, membershipId: string, input: SuspendInput, key?: string | null): Promise<Membership> {
    ctx.authorize('create', Suspension);
    const { id, result } = await ctx.once(key, 'suspendMember', () => this.beginForMember(ctx, membershipId, input));
    return result ?? ctx.must(Membership, id);
  }

  private async beginForMember(ctx: RequestContext, membershipId: string, input: SuspendInput): Promise<Membership> {
    const membership = await ctx.must(Membership, membershipId, 'membershipId');
    const { organisationId } = membership;
    if (isOver(membership, today(ctx))) throw new DomainError('MEMBERSHIP_OVER', { day: membership.until! });
    if (organisationId === ctx.actor.organisationId) throw new DomainError('SUSPEND_ONESELF');
    await requireLead(ctx, membership);
    const grants = await ctx.loadMany(RoleGrant, 'organisationId', organisationId);
    await this.begin(ctx, { personId: null, organisationId }, input, grants, organisationId);
    ctx.changed('Organisation', [organisationId]);
    ctx.changed('Membership', [membership.id]);
    return membership;
  }

  private async begin(ctx: RequestContext, whom: Pick<Suspension, 'personId' | 'organisationId'>, { reason, until }: SuspendInput, grants: RoleGrant[], leavingOrganisationId?: string): Promise<void> {
    const since = today(ctx);
    if (until && until <= since) throw badInput('input.until', 'TERM_EMPTY');
    await ctx.query(sql`select pg_advisory_xact_lock(hashtextextended(${`suspension ${whom.personId ?? whom.organisationId}`}, 0))`);
    if (await this.current(ctx, whom)) throw new DomainError('SUSPENDED_ALREADY');
    await requireOthers(ctx, grants, since, leavingOrganisationId);
    const [suspension] = await ctx.insert(Suspension, { ...whom, reason, since, until: until ?? null, suspendedById: ctx.actor.personId });
    tellOf(ctx, suspension!, grants, 'SUSPENDED');
  }

  async lift(ctx: RequestContext, id: string): Promise<Suspension> {
    const suspension = await ctx.must(Suspension, id);
    ctx.authorize('update', suspension);
    if (isOver(suspension, today(ctx))) return suspension;
    const grants = suspension.personId ? [] : await ctx.loadMany(RoleGrant, 'organisationId', suspension.organisationId!);
    tellOf(ctx, suspension, grants, 'SUSPENSION_LIFTED');
    if (suspension.personId) ctx.changed('Person', [suspension.personId]);
    if (suspension.organisationId) ctx.changed('Organisation', [suspension.organisationId]);
    return ctx.update(suspension, { until: today(ctx) });
  }

  async current(ctx: RequestContext, whom: { personId?: string | null; organisationId?: string | null }): Promise<Suspension | null> {
    return (await this.all(ctx, whom)).find((each) => inForce(each, today(ctx))) ?? null;
  }

  async all(ctx: RequestContext, { personId, organisationId }: { personId?: string | null; organisationId?: string | null }): Promise<Suspension[]> {
    const found = await ctx.loadMany(Suspension, personId ? 'personId' : 'organisationId', (personId ?? organisationId)!);
    return found.toSorted((a, b) => (a.id < b.id ? 1 : -1));
  }
}

/** The person, or those who answer for the member; they read it when they are in again, or by mail. */
function tellOf(ctx: RequestContext, { id, personId, reason }: Suspension, grants: readonly RoleGrant[], kind: 'SUSPENDED' | 'SUSPENSION_LIFTED'): void {
  const administrators = grants.filter((grant) => grant.role === 'ORGANISATION_ADMINISTRATOR' && inForce(grant, today(ctx)));
  const people = personId ? [personId] : [...new Set(administrators.map((grant) => grant.personId))];
  ctx.tell({ kind, people, params: { by: { person: ctx.actor.personId }, reason }, about: { type: 'Suspension', id }, link: '/' });
}
