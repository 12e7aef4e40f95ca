import { administers, asUuid, badInput, DomainError, notFound, OutgoingError, Platform, type RequestContext, sql } from '@gongjian/platform';
import { Injectable } from '@nestjs/common';
import { isOver, today } from '../day.ts';
import { Membership } from '../organisation/membership.entity.ts';
import { Organisation } from '../organisation/organisation.entity.ts';
import type { IdentityProviderInput } from './identity.inputs.ts';
import { IdentityProvider } from './identity-provider.entity.ts';

const MOST_PER_ORGANISATION = 5;
/** Not the consortium's key: the door, which opens it, sits in no consortium. */
export const SEALED_FOR = 'identity-provider';

@Injectable()
export class IdentityService {
  constructor(private readonly platform: Platform) {}

  /** @returns true where one may set up at least the own organisation's */
  keeps(ctx: RequestContext): boolean {
    return ctx.can('create', Object.assign(new IdentityProvider(), { organisationId: ctx.actor.organisationId }));
  }

  async all(ctx: RequestContext): Promise<IdentityProvider[]> {
    return ctx.find(IdentityProvider, { orderBy: [{ by: 'organisationId' }, { by: 'name' }] });
  }

  async organisations(ctx: RequestContext): Promise<Organisation[]> {
    if (!this.keeps(ctx)) return [];
    const own = administers(ctx.actor, 'ROLES') ? null : ctx.actor.organisationId;
    return ctx.find(Organisation, { where: [sql`t.id in (select m.organisation_id from directory.member m where m.tenant_id = ${ctx.currentTenant} and (${own}::uuid is null or m.organisation_id = ${own}))`], orderBy: [{ by: 'sortName' }] });
  }

  async create(ctx: RequestContext, organisationId: string, input: IdentityProviderInput): Promise<IdentityProvider> {
    const owner = asUuid(organisationId);
    ctx.authorize('create', Object.assign(new IdentityProvider(), { organisationId: owner }));
    const [membership] = await ctx.find(Membership, { where: [sql`t.organisation_id = ${owner}`], limit: 1, lock: 'update' });
    if (!membership) throw notFound('organisationId');
    if (isOver(membership, today(ctx))) throw new DomainError('MEMBERSHIP_OVER', { day: membership.until! });
    const known = await ctx.find(IdentityProvider, { where: [sql`t.organisation_id = ${owner}`] });
    if (known.length >= MOST_PER_ORGANISATION) throw new DomainError('PROVIDERS_ENOUGH', { max: MOST_PER_ORGANISATION });
    const values = await this.valuesOf(input, null);
    const [provider] = await takingCode(ctx.insert(IdentityProvider, { organisationId: owner, ...values }));
    ctx.changed('IdentityProvider', [provider!.id]);
    return provider!;
  }

  async update(ctx: RequestContext, id: string, version: number, input: IdentityProviderInput): Promise<IdentityProvider> {
    const provider = await ctx.must(IdentityProvider, id, 'id', 'update');
    ctx.authorize('update', provider);
    ctx.changed('IdentityProvider', [provider.id]);
    return takingCode(ctx.update(provider, await this.valuesOf(input, provider), { version }));
  }

  async remove(ctx: RequestContext, id: string, version: number): Promise<boolean> {
    const provider = await ctx.must(IdentityProvider, id, 'id', 'update');
    ctx.authorize('update', provider);
    if (provider.version !== version) throw new DomainError('STALE_VERSION');
    ctx.changed('IdentityProvider', [provider.id]);
    await ctx.remove(provider);
    return true;
  }

  linkedPeople(ctx: RequestContext, id: string): Promise<number> {
    return ctx.batch('IdentityProvider.linkedPeople', id, async (ids) => {
      const rows = await ctx.query<{ id: string; links: number }>(sql`select provider_id as id, links from directory.count_identity_links(${ids}::uuid[])`);
      return ids.map((wanted) => rows.find((row) => row.id === wanted)?.links ?? 0);
    });
  }

  private async valuesOf({ clientSecret, ...values }: IdentityProviderInput, known: IdentityProvider | null) {
    if (values.issuer !== known?.issuer) await this.reachable(values.issuer);
    const secret = clientSecret === undefined || clientSecret === null ? (known?.clientSecretSealed ?? null) : clientSecret === '' ? null : this.platform.secrets.seal(SEALED_FOR, clientSecret);
    return { ...values, clientSecretSealed: secret };
  }

  /** Whether it answers rightly is for the test of the connection to say; an address inside is never kept. */
  private async reachable(issuer: string): Promise<void> {
    try {
      await this.platform.outgoing.check(issuer);
    } catch (error) {
      // A name that is unknown today may be known tomorrow.
      if (error instanceof OutgoingError && error.code !== 'NAME_UNKNOWN') throw badInput('input.issuer', error.code);
      if (!(error instanceof OutgoingError)) throw error;
    }
  }
}

/** Codes belong to the whole installation, so only the database knows who has which. */
async function takingCode<T>(write: Promise<T>): Promise<T> {
  return write.catch((error: unknown) => {
    throw (error as { constraint?: string }).constraint === 'sign_in_code_pkey' ? badInput('input.code', 'SIGN_IN_CODE_TAKEN') : error;
  });
}
