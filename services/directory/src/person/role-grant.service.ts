import { badInput, DomainError, type RequestContext, sql, type ToldParams } from '@gongjian/platform';
import { Injectable } from '@nestjs/common';
import { isOver, today } from '../day.ts';
import { Person } from './person.entity.ts';
import type { ChangeRoleInput, GrantRoleInput } from './person.inputs.ts';
import { requireOthers } from './indispensable.ts';
import { PersonService } from './person.service.ts';
import { RoleGrant } from './role-grant.entity.ts';
import { termFrom } from './term.ts';

/** Roles and their terms: giving, extending, ending. */
@Injectable()
export class RoleGrantService {
  constructor(private readonly people: PersonService) {}

  async grant(ctx: RequestContext, input: GrantRoleInput, key?: string | null): Promise<RoleGrant> {
    this.people.requireGrantable(ctx, input.organisationId, [input.role], input.personId);
    const { id, result } = await ctx.once(key, 'grantRole', () => this.give(ctx, input));
    return result ?? ctx.must(RoleGrant, id);
  }

  private async give(ctx: RequestContext, { personId, organisationId, role, ...term }: GrantRoleInput): Promise<RoleGrant> {
    const { since, until } = termFrom(ctx, term);
    const membership = await this.people.requireMember(ctx, organisationId, { since, until });
    await ctx.must(Person, personId, 'input.personId');
    const [grant] = await this.people.give(ctx, { personId, organisationId, roles: [role], since, until: until ?? membership.until });
    if (!grant) throw new DomainError('ALREADY_GRANTED', {}, { field: 'input.role' });
    tellRole(ctx, grant, 'ROLE_GIVEN', { since: { day: since } });
    return grant;
  }

  /** Extends or shortens; one that has not begun may begin at another day. */
  async change(ctx: RequestContext, id: string, input: ChangeRoleInput): Promise<RoleGrant> {
    const grant = await ctx.must(RoleGrant, id);
    this.people.requireGrantable(ctx, grant.organisationId, [grant.role], grant.personId);
    const day = today(ctx);
    if (isOver(grant, day)) throw new DomainError('ROLE_ENDED');
    const since = input.since ?? grant.since;
    const until = input.until === undefined ? grant.until : input.until;
    if (since !== grant.since && (grant.since <= day || since < day)) throw badInput('input.since', 'SINCE_PAST');
    if (until !== null && (until <= since || until < day)) throw badInput('input.until', until < day ? 'UNTIL_PAST' : 'TERM_EMPTY');
    const membership = await this.people.requireMember(ctx, grant.organisationId, { since, until });
    if (until !== null && (grant.until === null || until < grant.until)) await requireOthers(ctx, [grant], until);
    await this.people.requireFree(ctx, { ...grant, roles: [grant.role], since, until }, grant.id);
    return this.people.changed(ctx, grant, { since, until: until ?? membership.until });
  }

  /** From a day on, today when nobody says: a role counts until the day before its `until`. */
  async revoke(ctx: RequestContext, id: string, on?: string | null): Promise<RoleGrant> {
    const grant = await ctx.must(RoleGrant, id);
    this.people.requireGrantable(ctx, grant.organisationId, [grant.role], grant.personId);
    const day = today(ctx);
    if (isOver(grant, day)) return grant;
    const until = on ?? day;
    if (until < day) throw badInput('until', 'UNTIL_PAST');
    await requireOthers(ctx, [grant], until);
    tellRole(ctx, grant, 'ROLE_ENDED', { until: { day: until } });
    return this.people.end(ctx, grant, until);
  }

  /** All that a person holds or held, latest first, as far as the actor may see it. */
  async history(ctx: RequestContext, personId: string): Promise<RoleGrant[]> {
    return (await ctx.loadMany(RoleGrant, 'personId', personId)).toSorted((a, b) => (a.since === b.since ? (a.id < b.id ? 1 : -1) : a.since < b.since ? 1 : -1));
  }

  /** Whether the actor may give or take this very role. */
  mayChange(ctx: RequestContext, grant: RoleGrant): boolean {
    return !isOver(grant, today(ctx)) && ctx.can('grant', grant) && !(ctx.actor.separated && grant.personId === ctx.actor.personId);
  }

  /** The roles that an organisation's people hold now or will hold, by a statement of its own: a school has hundreds. */
  open(ctx: RequestContext, organisationId: string, on: string): Promise<RoleGrant[]> {
    return ctx.find(RoleGrant, { where: [sql`t.organisation_id = ${organisationId}`, sql`(t.until is null or t.until > ${on})`] });
  }
}

/** Whoever it is about hears of it; the seat may be gone, so it is told wherever they sit. */
export function tellRole(ctx: RequestContext, { id, personId, organisationId, role }: RoleGrant, kind: 'ROLE_GIVEN' | 'ROLE_ENDED', params: ToldParams): void {
  const said = { by: { person: ctx.actor.personId }, organisation: { organisation: organisationId }, role: { code: `ROLE_${role}` }, ...params };
  ctx.tell({ kind, people: [personId], params: said, about: { type: 'RoleGrant', id }, link: '/' });
}
