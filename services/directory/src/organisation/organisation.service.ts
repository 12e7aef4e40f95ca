import { DomainError, type Page, type PageArgs, parseInput, type RequestContext, sql } from '@gongjian/platform';
import { Injectable } from '@nestjs/common';
import { isOver, today } from '../day.ts';
import { requireOthers } from '../person/indispensable.ts';
import { RoleGrant } from '../person/role-grant.entity.ts';
import { nameKeys } from '../search.ts';
import { Membership, type MembershipKind } from './membership.entity.ts';
import { Organisation } from './organisation.entity.ts';
import { type AddMemberInput, type CreateOrganisationInput, organisationFilter } from './organisation.inputs.ts';
import { endRoles, membersWhere, registerOrganisation, requireLead } from './organisation.queries.ts';
import { PastMembership } from './past-membership.entity.ts';

const SHORT_NAME = 16;

@Injectable()
export class OrganisationService {
  page(ctx: RequestContext, filter: unknown, args: PageArgs): Promise<Page<Organisation>> {
    return ctx.page(Organisation, args, { where: membersWhere(ctx, parseInput(organisationFilter, filter, 'filter')), orderBy: [{ by: 'sortName' }, { by: 'name' }] });
  }

  async addMember(ctx: RequestContext, input: AddMemberInput, key?: string | null): Promise<Organisation> {
    ctx.authorize('create', Membership);
    const { id, result } = await ctx.once(key, 'addMember', async () => {
      const { organisationId } = await this.join(ctx, input.organisation, { kind: input.kind ?? 'MEMBER', since: input.since ?? today(ctx) });
      ctx.changed('Organisation', [organisationId]);
      return ctx.must(Organisation, organisationId);
    });
    return result ?? ctx.must(Organisation, id);
  }

  /**
   * Makes an organisation a member of the current consortium, again if it has left.
   * @throws ALREADY_MEMBER
   */
  async join(ctx: RequestContext, input: CreateOrganisationInput, terms: { kind: MembershipKind; since: string }): Promise<Membership> {
    const shortName = input.shortName ?? [...input.name].slice(0, SHORT_NAME).join('').trim();
    const keys = nameKeys(input.name, { also: [shortName, input.uscc] });
    const organisationId = await registerOrganisation(ctx, input, shortName, keys);
    ctx.audit('register', { type: 'Organisation', id: organisationId }, { name: input.name, shortName, kind: input.kind, uscc: input.uscc });
    // Two secretaries who take in the same organisation at once do so one after the other.
    await ctx.query(sql`select pg_advisory_xact_lock(hashtextextended(${`${ctx.currentTenant} ${organisationId}`}, 0))`);
    const [known] = await ctx.find(Membership, { where: [sql`t.organisation_id = ${organisationId}`], limit: 1 });
    if (!known) {
      const [membership] = await ctx.insert(Membership, { organisationId, ...terms, until: null });
      return membership!;
    }
    if (!isOver(known, today(ctx))) throw new DomainError('ALREADY_MEMBER', { name: input.name }, { field: 'input.organisation.uscc' });
    // Its first term here stays on record; the roles of it ended with it.
    const { kind, since, until } = known;
    await ctx.insert(PastMembership, { organisationId, kind, since, until: until! });
    return ctx.update(known, { ...terms, until: null });
  }

  /**
   * Lets a member go: its people cannot work here from that day on; what it did stays.
   * @throws LEAD_STAYS since a consortium is never without an organisation that leads it
   */
  async endMembership(ctx: RequestContext, id: string, until?: string | null): Promise<Membership> {
    ctx.authorize('update', Membership);
    const membership = await ctx.must(Membership, id);
    ctx.authorize('update', membership);
    const { organisationId, since } = membership;
    await requireLead(ctx, membership);
    // One that has not begun is over before it begins.
    const last = until ?? (since > today(ctx) ? since : today(ctx));
    if (last < since) throw new DomainError('UNTIL_BEFORE_SINCE', { since }, { field: 'until' });
    await requireOthers(ctx, await ctx.loadMany(RoleGrant, 'organisationId', organisationId), last, organisationId);
    ctx.changed('Person', await endRoles(ctx, organisationId, last));
    ctx.changed('Organisation', [organisationId]);
    ctx.changed('Membership', [membership.id]);
    return ctx.update(membership, { until: last });
  }

  /** Takes back an end that is to come. Roles that were to end with it are given anew by whoever gives roles. */
  async continueMembership(ctx: RequestContext, id: string): Promise<Membership> {
    ctx.authorize('update', Membership);
    const membership = await ctx.must(Membership, id);
    ctx.authorize('update', membership);
    if (membership.until === null) return membership;
    if (isOver(membership, today(ctx))) throw new DomainError('MEMBERSHIP_OVER', { day: membership.until });
    ctx.changed('Organisation', [membership.organisationId]);
    ctx.changed('Membership', [membership.id]);
    return ctx.update(membership, { until: null });
  }

  /** From today on; what it was before stays on record. */
  async changeKind(ctx: RequestContext, id: string, kind: MembershipKind): Promise<Membership> {
    ctx.authorize('update', Membership);
    const membership = await ctx.must(Membership, id);
    ctx.authorize('update', membership);
    if (isOver(membership, today(ctx))) throw new DomainError('MEMBERSHIP_OVER', { day: membership.until! });
    if (membership.kind === kind) return membership;
    await requireLead(ctx, membership);
    ctx.changed('Organisation', [membership.organisationId]);
    ctx.changed('Membership', [membership.id]);
    const day = today(ctx);
    // A slip of the same day, or a term that has not begun, is no past.
    if (membership.since >= day) return ctx.update(membership, { kind });
    await ctx.insert(PastMembership, { organisationId: membership.organisationId, kind: membership.kind, since: membership.since, until: day });
    return ctx.update(membership, { kind, since: day });
  }

  async past(ctx: RequestContext, organisationId: string): Promise<PastMembership[]> {
    return (await ctx.loadMany(PastMembership, 'organisationId', organisationId)).toSorted((a, b) => (a.id < b.id ? 1 : -1));
  }

  /** How an organisation belongs to the current consortium; null if it does not. */
  async membershipOf(ctx: RequestContext, organisation: Organisation & { membership?: Membership }): Promise<Membership | null> {
    return organisation.membership ?? (await ctx.loadMany(Membership, 'organisationId', organisation.id))[0] ?? null;
  }
}
