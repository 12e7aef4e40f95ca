import { DomainError, notFound, type Page, type PageArgs, parseInput, type RequestContext, type Role, sql } from '@gongjian/platform';
import { Injectable } from '@nestjs/common';
import { inForce, isOver, today } from '../day.ts';
import { Membership } from '../organisation/membership.entity.ts';
import { nameKeys } from '../search.ts';
import { hashPassword } from './password.ts';
import { Person } from './person.entity.ts';
import { type AddPersonInput, type CreateAccountInput, type GrantRoleInput, personFilter } from './person.inputs.ts';
import { otherSecretaries, peopleWhere, registerPerson } from './person.queries.ts';
import { RoleGrant } from './role-grant.entity.ts';

@Injectable()
export class PersonService {
  page(ctx: RequestContext, filter: unknown, args: PageArgs): Promise<Page<Person>> {
    return ctx.page(Person, args, { where: peopleWhere(ctx, parseInput(personFilter, filter, 'filter')), orderBy: [{ by: 'sortName' }, { by: 'name' }] });
  }

  async add(ctx: RequestContext, input: AddPersonInput, key?: string | null): Promise<Person> {
    const { account, organisationId, roles } = input;
    this.requireGrantable(ctx, organisationId, roles);
    // Takes a while, so it happens before the transaction begins.
    const passwordHash = await hashPassword(account.password);
    const { id, result } = await ctx.once(key, 'addPerson', async () => {
      await this.requireMember(ctx, organisationId);
      const personId = await this.register(ctx, { ...account, passwordHash }, 'input.account.login');
      await this.give(ctx, { personId, organisationId, roles, since: today(ctx) });
      return ctx.must(Person, personId);
    });
    return result ?? ctx.must(Person, id);
  }

  async grantRole(ctx: RequestContext, input: GrantRoleInput): Promise<RoleGrant> {
    const { personId, organisationId, role } = input;
    this.requireGrantable(ctx, organisationId, [role]);
    await this.requireMember(ctx, organisationId);
    await ctx.must(Person, personId, 'input.personId');
    const [grant] = await this.give(ctx, { personId, organisationId, roles: [role], since: today(ctx) });
    if (!grant) throw new DomainError('ALREADY_GRANTED', {}, { field: 'input.role' });
    return grant;
  }

  /** Ends it today: a role counts until the day before its `until`. */
  async revokeRole(ctx: RequestContext, id: string): Promise<RoleGrant> {
    const grant = await ctx.must(RoleGrant, id);
    this.requireGrantable(ctx, grant.organisationId, [grant.role]);
    if (isOver(grant, today(ctx))) return grant;
    if (grant.role === 'SECRETARY' && inForce(grant, today(ctx)) && (await otherSecretaries(ctx, grant.id)) === 0) throw new DomainError('LAST_SECRETARY');
    ctx.changed('RoleGrant', [grant.id]);
    ctx.changed('Person', [grant.personId]);
    // One that has not begun yet is over before it begins.
    return ctx.update(grant, { until: grant.since > today(ctx) ? grant.since : today(ctx) });
  }

  /**
   * A new person with an account, known to the current consortium.
   * @throws LOGIN_TAKEN at the field
   */
  async register(ctx: RequestContext, account: CreateAccountInput & { passwordHash: string }, field: string): Promise<string> {
    const { name, login, passwordHash } = account;
    const id = await registerPerson(ctx, { name, ...nameKeys(name, { surname: true }), login, passwordHash });
    if (!id) throw new DomainError('LOGIN_TAKEN', { login }, { field });
    ctx.audit('create', { type: 'Person', id }, { name: '[sealed]', login: '[sealed]' });
    return id;
  }

  /** @returns the grants that are new; those in force already stay as they are */
  async give(ctx: RequestContext, grants: { personId: string; organisationId: string; roles: readonly Role[]; since: string }): Promise<RoleGrant[]> {
    const { personId, organisationId, roles, since } = grants;
    // Two who give the same person a role at once do so one after the other.
    await ctx.query(sql`select pg_advisory_xact_lock(hashtextextended(${`roles ${personId}`}, 0))`);
    const held = await ctx.query<{ role: Role }>(
      sql`select role from directory.role_grant where tenant_id = ${ctx.currentTenant} and person_id = ${personId} and organisation_id = ${organisationId} and (until is null or until > ${since})`,
    );
    const missing = roles.filter((role) => !held.some((each) => each.role === role));
    if (missing.length === 0) return [];
    const rows = await ctx.insert(RoleGrant, missing.map((role) => ({ personId, organisationId, role, since, until: null })));
    ctx.changed('RoleGrant', rows.map((row) => row.id));
    ctx.changed('Person', [personId]);
    return rows;
  }

  /** @throws FORBIDDEN to those who give nobody a role, ROLE_NOT_GRANTABLE where it is not theirs to give or to take */
  requireGrantable(ctx: RequestContext, organisationId: string, roles: readonly Role[]): void {
    ctx.authorize('grant', RoleGrant);
    for (const role of roles) {
      const wanted = Object.assign(new RoleGrant(), { organisationId, role });
      if (!ctx.can('grant', wanted)) throw new DomainError('ROLE_NOT_GRANTABLE', { role: ctx.text(`ROLE_${role}`) });
    }
  }

  /** @throws NOT_FOUND for organisations that are no members now, whoever else knows them */
  async requireMember(ctx: RequestContext, organisationId: string): Promise<void> {
    const [membership] = await ctx.find(Membership, { where: [sql`t.organisation_id = ${organisationId}`], limit: 1 });
    if (!membership || isOver(membership, today(ctx))) throw notFound('input.organisationId');
  }
}
