import { DomainError, type RequestContext, sql } from '@gongjian/platform';
import { Injectable } from '@nestjs/common';
import { dayIn } from '../day.ts';
import { OrganisationService } from '../organisation/organisation.service.ts';
import { hashPassword } from '../person/password.ts';
import { PersonService } from '../person/person.service.ts';
import { Consortium, CONSORTIUM_DEFAULTS } from './consortium.entity.ts';
import type { CreateConsortiumInput } from './consortium.inputs.ts';
import { FoundingService } from './founding.service.ts';

@Injectable()
export class ConsortiumService {
  constructor(
    private readonly organisations: OrganisationService,
    private readonly people: PersonService,
    private readonly founding: FoundingService,
  ) {}

  /** A consortium is never without a lead organisation and a secretary, so they are made together, with the members that found it. */
  async create(ctx: RequestContext, input: CreateConsortiumInput, key?: string | null): Promise<Consortium> {
    ctx.authorize('create', Consortium);
    const findings = this.founding.require(ctx, input);
    // Takes a while, so it happens before the transaction begins.
    const passwordHash = await hashPassword(input.secretary.password);
    const { id, result } = await ctx.once(key, 'createConsortium', async () => {
      const { name, shortName, kind, lead, secretary, members } = input;
      const [consortium] = await ctx.insert(Consortium, { ...CONSORTIUM_DEFAULTS, name, shortName, kind });
      const since = dayIn(CONSORTIUM_DEFAULTS.timeZone, ctx.now);
      await ctx.inTenant(consortium!.id, async () => {
        const { organisationId } = await this.organisations.join(ctx, lead, { kind: 'LEAD', since });
        const ids = [organisationId];
        for (const member of members ?? []) ids.push((await this.organisations.join(ctx, member.organisation, { kind: member.kind, since })).organisationId);
        await this.founding.keep(ctx, input, ids);
        ctx.audit('check', { type: 'Consortium', id: consortium!.id }, { findings: findings.map(({ ruleId, ruleVersion, verdict }) => ({ ruleId, ruleVersion, verdict })) });
        const personId = await this.people.register(ctx, { ...secretary, passwordHash }, 'input.secretary.login');
        await this.people.give(ctx, { personId, organisationId, roles: ['SECRETARY'], since });
      });
      ctx.changed('Consortium', [consortium!.id]);
      return consortium!;
    });
    return result ?? ctx.must(Consortium, id);
  }

  /** @throws SECOND_FACTOR_MISSING to who would shut themselves out with everybody else */
  async requireSecondFactor(ctx: RequestContext, required: boolean): Promise<Consortium> {
    const consortium = await ctx.must(Consortium, ctx.currentTenant, undefined, 'update');
    ctx.authorize('secure', consortium);
    if (consortium.secondFactorForAdministrators === required) return consortium;
    if (required) {
      const [row] = await ctx.query<{ has: boolean }>(sql`select directory.have_second_factor() as has`);
      if (!row?.has) throw new DomainError('SECOND_FACTOR_MISSING');
    }
    ctx.changed('Consortium', [consortium.id]);
    return ctx.update(consortium, { secondFactorForAdministrators: required });
  }
}
