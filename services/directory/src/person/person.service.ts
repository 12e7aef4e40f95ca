import { DomainError, notFound, type Page, type PageArgs, parseInput, Platform, type RequestContext, type Role, sql } from '@gongjian/platform';
import { Injectable } from '@nestjs/common';
import { isOver, type Term, today } from '../day.ts';
import { Membership } from '../organisation/membership.entity.ts';
import { nameKeys } from '../search.ts';
import { requireApart } from './apart.ts';
import { hashPassword } from './password.ts';
import { Person } from './person.entity.ts';
import { type AddPersonInput, type CreateAccountInput, personFilter } from './person.inputs.ts';
import { peopleWhere, registerPerson } from './person.queries.ts';
import { RoleGrant } from './role-grant.entity.ts';

@Injectable()
export class PersonService {
  constructor(private readonly platform: Platform) {}

  page(ctx: RequestContext, filter: unknown, args: PageArgs): Promise<Page<Person>> {
    return ctx.page(Person, args, { where: peopleWhere(ctx, parseInput(personFilter, filter, 'filter')), orderBy: [{ by: 'sortName' }, { by: 'name' }] });
  }

  async add(ctx: RequestContext, input: AddPersonInput, key?: string | null): Promise<Person> {
    const { account, organisationId, roles } = input;
    ctx.authorize('create', Person);
    this.requireGrantable(ctx, organisationId, roles);
    // Takes a while, so it happens before the transaction begins.
    const passwordHash = await hashPassword(account.password);
    const { id, result } = await ctx.once(key, 'addPerson', async () => {
      const { until } = await this.requireMember(ctx, organisationId);
      const personId = await this.register(ctx, { ...account, passwordHash }, 'input.account.login');
      await this.give(ctx, { personId, organisationId, roles, since: today(ctx), until });
      return ctx.must(Person, personId);
    });
    return result ?? ctx.must(Person, id);
  }

  /** An account without a role: someone else may be the one who gives roles. */
  async addAccount(ctx: RequestContext, account: CreateAccountInput, key?: string | null): Promise<Person> {
    ctx.authorize('create', Person);
    const passwordHash = await hashPassword(account.password);
    const { id, result } = await ctx.once(key, 'addAccount', async () => ctx.must(Person, await this.register(ctx, { ...account, passwordHash }, 'input.login')));
    return result ?? ctx.must(Person, id);
  }

  /**
   * A new person with an account, known to the current consortium.
   * @throws LOGIN_TAKEN at the field
   */
  async register(ctx: RequestContext, account: CreateAccountInput & { passwordHash: string }, field: string): Promise<string> {
    const { name, login, passwordHash, email } = account;
    const id = await registerPerson(ctx, { name, ...nameKeys(name, { surname: true }), login, passwordHash });
    if (!id) throw new DomainError('LOGIN_TAKEN', { login }, { field });
    if (email) await ctx.query(sql`select directory.propose_email(${id}, ${this.platform.secrets.seal('letter', email)}, ${ctx.language}, ${ctx.now})`);
    ctx.audit('create', { type: 'Person', id }, { name: '[sealed]', login: '[sealed]' });
    return id;
  }

  /**
   * @returns the grants that are new; those that overlap a term of the same role already stay as they are
   * @throws ADMINISTRATORS_APART
   */
  async give(ctx: RequestContext, grants: NewGrants): Promise<RoleGrant[]> {
    const { personId, organisationId, since } = grants;
    const until = grants.until ?? null;
    const taken = await this.requireFree(ctx, { ...grants, until });
    const missing = grants.roles.filter((role) => !taken.has(role));
    if (missing.length === 0) return [];
    const rows = await ctx.insert(RoleGrant, missing.map((role) => ({ personId, organisationId, role, since, until })));
    ctx.changed('RoleGrant', rows.map((row) => row.id));
    ctx.changed('Person', [personId]);
    return rows;
  }

  /** @returns which of the roles the person holds at some time of the term already; for an existing grant that is refused */
  async requireFree(ctx: RequestContext, grants: NewGrants, existingId?: string): Promise<Set<Role>> {
    const { personId, organisationId, roles, since, until = null } = grants;
    // Two who give the same person a role at once do so one after the other.
    await ctx.query(sql`select pg_advisory_xact_lock(hashtextextended(${`roles ${personId}`}, 0))`);
    const held = await ctx.query<{ role: Role; organisationId: string }>(sql`
      select role, organisation_id as "organisationId" from directory.role_grant
      where tenant_id = ${ctx.currentTenant} and person_id = ${personId} and id is distinct from ${existingId ?? null}::uuid
        and (until is null or until > ${since}) and (${until}::date is null or since < ${until}) and until is distinct from since`);
    requireApart(ctx, roles, existingId ? 'input.until' : 'input.roles', held.map(({ role }) => role));
    const taken = new Set(held.filter((each) => each.organisationId === organisationId && roles.includes(each.role)).map(({ role }) => role));
    if (existingId && taken.size > 0) throw new DomainError('ALREADY_GRANTED', {}, { field: 'input.until' });
    return taken;
  }

  /** One that has not begun by then is over before it begins. */
  end(ctx: RequestContext, grant: RoleGrant, until: string): Promise<RoleGrant> {
    return this.changed(ctx, grant, { until: grant.since > until ? grant.since : until });
  }

  changed(ctx: RequestContext, grant: RoleGrant, changes: Partial<RoleGrant>): Promise<RoleGrant> {
    ctx.changed('RoleGrant', [grant.id]);
    ctx.changed('Person', [grant.personId]);
    return ctx.update(grant, changes);
  }

  /** @throws FORBIDDEN to those who give nobody a role, ROLE_NOT_GRANTABLE where it is not theirs to give or to take */
  requireGrantable(ctx: RequestContext, organisationId: string, roles: readonly Role[], personId?: string): void {
    ctx.authorize('grant', RoleGrant);
    for (const role of roles) {
      const wanted = Object.assign(new RoleGrant(), { organisationId, role });
      if (!ctx.can('grant', wanted)) throw new DomainError('ROLE_NOT_GRANTABLE', { role: ctx.text(`ROLE_${role}`) });
    }
    if (ctx.actor.separated && personId === ctx.actor.personId) throw new DomainError('GRANT_TO_ONESELF');
  }

  /**
   * @returns the membership, whose own end, where it has one, ends what is given without an end
   * @throws NOT_FOUND for organisations that never were members, MEMBERSHIP_OVER for those that are not in the whole of the term
   */
  async requireMember(ctx: RequestContext, organisationId: string, term: Term = { since: today(ctx), until: null }): Promise<Membership> {
    const [membership] = await ctx.find(Membership, { where: [sql`t.organisation_id = ${organisationId}`], limit: 1 });
    if (!membership) throw notFound('input.organisationId');
    const { until } = membership;
    const outlives = until !== null && (term.since >= until || (term.until !== null && term.until > until));
    if (isOver(membership, today(ctx)) || outlives) throw new DomainError('MEMBERSHIP_OVER', { day: until! }, { field: 'input.organisationId' });
    return membership;
  }
}

export interface NewGrants {
  personId: string;
  organisationId: string;
  roles: readonly Role[];
  since: string;
  until?: string | null;
}
