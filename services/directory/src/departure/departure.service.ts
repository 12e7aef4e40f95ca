import { administers, badInput, DomainError, notFound, type RequestContext } from '@gongjian/platform';
import { Injectable } from '@nestjs/common';
import { isOver, today } from '../day.ts';
import { requireOthers } from '../person/indispensable.ts';
import { Person } from '../person/person.entity.ts';
import { PersonService } from '../person/person.service.ts';
import { RoleGrant } from '../person/role-grant.entity.ts';
import { RoleGrantService, tellRole } from '../person/role-grant.service.ts';
import type { DepartPersonInput } from './departure.inputs.ts';

/** A person goes: from one organisation, or from the consortium. */
@Injectable()
export class DepartureService {
  constructor(
    private readonly people: PersonService,
    private readonly roles: RoleGrantService,
  ) {}

  async depart(ctx: RequestContext, input: DepartPersonInput): Promise<Person> {
    ctx.authorize('grant', RoleGrant);
    // Roles of elsewhere are not seen, and nothing to end is no permission.
    if (input.organisationId && !administers(ctx.actor, 'ROLES') && input.organisationId !== ctx.actor.organisationId) throw new DomainError('FORBIDDEN');
    const person = await ctx.must(Person, input.personId, 'input.personId');
    const on = input.on ?? today(ctx);
    if (on < today(ctx)) throw badInput('input.on', 'UNTIL_PAST');
    const held = await ctx.loadMany(RoleGrant, 'personId', person.id);
    // Whoever never was of the own organisation cannot be let go from it: "done" would not be true.
    if (!administers(ctx.actor, 'ROLES') && !held.some(({ organisationId }) => organisationId === ctx.actor.organisationId)) throw new DomainError('FORBIDDEN');
    const leaving = held.filter((grant) => !isOver(grant, on) && (!input.organisationId || grant.organisationId === input.organisationId));
    for (const { organisationId, role } of leaving) this.people.requireGrantable(ctx, organisationId, [role], person.id);
    await this.handOver(ctx, person, held, on, input.handOvers ?? []);
    await requireOthers(ctx, leaving, on);
    for (const grant of leaving) {
      tellRole(ctx, grant, 'ROLE_ENDED', { until: { day: on } });
      await this.people.end(ctx, grant, on);
    }
    ctx.changed('Person', [person.id]);
    return person;
  }

  /** Before anything ends, so that whoever takes over counts as being there. */
  private async handOver(ctx: RequestContext, person: Person, held: readonly RoleGrant[], on: string, handOvers: NonNullable<DepartPersonInput['handOvers']>): Promise<void> {
    for (const [index, { roleGrantId, toPersonId }] of handOvers.entries()) {
      const field = `input.handOvers.${index}`;
      const grant = held.find(({ id }) => id === roleGrantId);
      if (!grant) throw notFound(`${field}.roleGrantId`);
      if (toPersonId === person.id) throw badInput(`${field}.toPersonId`, 'SUCCESSOR_SAME');
      const successor = await ctx.must(Person, toPersonId, `${field}.toPersonId`);
      this.people.requireGrantable(ctx, grant.organisationId, [grant.role], successor.id);
      const since = grant.since > on ? grant.since : on;
      const until = grant.until !== null && grant.until <= since ? null : grant.until;
      const membership = await this.people.requireMember(ctx, grant.organisationId, { since, until });
      // Somebody who has the role already takes over by having it.
      const [given] = await this.people.give(ctx, { personId: successor.id, organisationId: grant.organisationId, roles: [grant.role], since, until: until ?? membership.until });
      if (given) tellRole(ctx, given, 'ROLE_GIVEN', { since: { day: since } });
    }
  }

  async mayDepart(ctx: RequestContext, person: Person): Promise<boolean> {
    if (!ctx.can('grant', RoleGrant)) return false;
    return (await this.roles.history(ctx, person.id)).some((grant) => this.roles.mayChange(ctx, grant));
  }
}

