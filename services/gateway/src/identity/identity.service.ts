import { verifyPassword } from '@gongjian/directory';
import { logger } from '@gongjian/platform';
import { findOwner, type Holder } from '../session/account.queries.ts';
import { visitorFacts } from '../session/account.service.ts';
import type { Sql, Visitor } from '../session/device.queries.ts';
import { type DoorParts, orderLetter, together } from '../session/door.parts.ts';
import { type AccountRow, findAccountById } from '../session/session.queries.ts';
import type { Admission, HalfIn, Refusal, SessionService } from '../session/session.service.ts';
import { hashOf, isToken, newToken } from '../session/tokens.ts';
import { findBack, findLink, findProvider, findSeatedByEmail, insertLink, insertVisit, isSeated, type Provider, setVisitAccount, takeVisit, useLink, type Visit } from './identity.queries.ts';
import type { ProviderClient, Way } from './provider.client.ts';
import { type FaultCode, ProviderFault } from './provider.faults.ts';

export type Problem = FaultCode | 'PROVIDER_UNKNOWN' | 'PROVIDER_NOT_LINKED' | 'PROVIDER_NO_SEAT' | 'LINK_TAKEN' | 'LINK_OTHER';
type Refused = { ok: false; code: Problem | 'PASSWORD_WRONG'; field?: string } | { ok: false; code: 'TOO_MANY_ATTEMPTS'; retryAfterSeconds: number };
/** What whoever is back has to do, or what they have got; `to` is where they were when it began. */
export type Outcome = { outcome: 'PROVE_ACCOUNT'; provider: string; organisation: string } | { outcome: 'LINKED'; to: string } | { outcome: 'SIGNED_IN'; entry: Admission | HalfIn | Refusal; to: string } | Refused;

/** What is sealed in a visit: on the way there, and back. */
interface There extends Way {
  to: string;
}
interface Back {
  subject: string;
  email: string | null;
  to: string;
}

const SEALED_FOR = 'provider-visit';
const refused = (code: Problem): Refused & { ok: false } => ({ ok: false, code });
export const callbackUrl = (publicUrl: string, code: string) => `${publicUrl.replace(/\/$/, '')}/auth/oidc/${code}/callback`;

/**
 * Signing in by an organisation's own identity provider. The provider says who somebody is there; who that is here was said once
 * by the account's holder, by password. Every sign-in ends in `SessionService.welcome`, second factor and all.
 */
export class IdentityService {
  constructor(
    private readonly parts: DoorParts,
    private readonly sessions: SessionService,
    private readonly client: ProviderClient,
  ) {}

  /**
   * Somebody sets out: where their browser goes, and what it has to bring back.
   * @param holder who is signed in and links their account
   */
  async begin(code: string, to: string, holder: Holder | null, browser: string, visitor: Visitor): Promise<{ ok: true; location: string } | Refused> {
    const retryAfterSeconds = await this.parts.attempts.takeVisit(visitor.address);
    if (retryAfterSeconds > 0) return { ok: false, code: 'TOO_MANY_ATTEMPTS', retryAfterSeconds };
    const provider = await findProvider(this.parts.pool, { code });
    if (!provider) return refused('PROVIDER_UNKNOWN');
    try {
      const { location, way } = await this.client.begin(provider, callbackUrl(this.parts.publicUrl, provider.code), visitor.language);
      const there: There = { ...way, to };
      await insertVisit(this.parts.pool, { ...placeOf(provider), tokenHash: hashOf(way.state), browserHash: hashOf(browser), accountId: holder?.accountId ?? null, back: false, sealed: this.seal(there) });
      return { ok: true, location };
    } catch (error) {
      return refused(await this.failed(error, provider, visitor));
    }
  }

  /**
   * The browser is back. What it brings is looked at and kept for its own page, which goes on from our own site: a link from
   * elsewhere signs nobody in.
   * @returns what the page needs to go on, or why it cannot
   */
  async back(code: string, url: URL, browser: string, visitor: Visitor): Promise<{ token: string } | { problem: Problem }> {
    const state = url.searchParams.get('state') ?? '';
    const visit = isToken(browser) && isToken(state) ? await takeVisit(this.parts.pool, hashOf(state), hashOf(browser), false) : null;
    const provider = visit && (await findProvider(this.parts.pool, { tenantId: visit.tenantId, id: visit.providerId }));
    // What was meant for one provider is not shown to another one.
    if (!visit || provider?.code !== code) {
      logger.warn('identity provider', undefined, { code: 'PROVIDER_STATE', requestId: visitor.requestId });
      return { problem: visit && !provider ? 'PROVIDER_UNKNOWN' : 'PROVIDER_STATE' };
    }
    try {
      const there = this.unseal<There>(visit);
      const { subject, email } = await this.client.finish(provider, url, there);
      const key = { ...placeOf(provider), subject: this.parts.secrets.sign('identity', `${provider.issuer} ${subject}`) };
      // A mail address matters only to who is not known yet; it counts where the provider has verified it and may vouch for it.
      const known = visit.accountId !== null || (await findLink(this.parts.pool, key)) !== null;
      const said = known ? null : await email();
      const back: Back = { subject: key.subject, email: said && provider.domains.includes(said.split('@').at(-1)!.toLowerCase()) ? said : null, to: there.to };
      const token = newToken();
      await insertVisit(this.parts.pool, { ...placeOf(provider), tokenHash: hashOf(token), browserHash: hashOf(browser), accountId: visit.accountId, back: true, sealed: this.seal(back) });
      return { token };
    } catch (error) {
      return { problem: await this.failed(error, provider, visitor) };
    }
  }

  /** Our own page goes on: signs in, links, or asks for the password of the account that it would be. */
  async finish(token: string, browser: string, holder: Holder | null, visitor: Visitor): Promise<Outcome> {
    const found = await this.arrived(token, browser);
    if (!('provider' in found)) return refused(found.problem);
    const { visit, provider, back } = found;
    if (visit.accountId) {
      // Begun, or proved, by one account, and ended by the same one.
      if (holder?.accountId !== visit.accountId) return this.turnAway(token, browser, provider, visitor, 'PROVIDER_STATE');
      if (!(await isSeated(this.parts.pool, provider, holder.accountId))) return this.turnAway(token, browser, provider, visitor, 'PROVIDER_NO_SEAT');
      if (!(await this.take(token, browser))) return refused('PROVIDER_STATE');
      const problem = await this.link(provider, back.subject, holder.accountId, visitor);
      return problem ? refused(problem) : { outcome: 'LINKED', to: back.to };
    }
    const accountId = await findLink(this.parts.pool, { ...placeOf(provider), subject: back.subject });
    if (accountId) {
      if (!(await isSeated(this.parts.pool, provider, accountId))) return this.turnAway(token, browser, provider, visitor, 'PROVIDER_NO_SEAT', accountId);
      if (!(await this.take(token, browser))) return refused('PROVIDER_STATE');
      await useLink(this.parts.pool, { ...placeOf(provider), subject: back.subject });
      const account = await findAccountById(this.parts.pool, accountId);
      return account ? { outcome: 'SIGNED_IN', entry: await this.sessions.welcome(account, visitor), to: back.to } : refused('PROVIDER_STATE');
    }
    if (await this.candidate(provider, back)) return { outcome: 'PROVE_ACCOUNT', provider: provider.name, organisation: provider.organisation };
    return this.turnAway(token, browser, provider, visitor, 'PROVIDER_NOT_LINKED');
  }

  /**
   * The password of the account with that address, once: a guess like any other. Where the account has a second factor, the link
   * is made when that was shown as well, by `finish`.
   */
  async prove(token: string, browser: string, password: string, visitor: Visitor): Promise<Outcome> {
    const found = await this.arrived(token, browser);
    if (!('provider' in found)) return refused(found.problem);
    const { visit, provider, back } = found;
    const account = visit.accountId ? null : await this.candidate(provider, back);
    if (!account) return refused('PROVIDER_STATE');
    const trier = await this.sessions.trier(account.login, visitor);
    const retryAfterSeconds = await this.parts.attempts.take(trier);
    if (retryAfterSeconds > 0) return { ok: false, code: 'TOO_MANY_ATTEMPTS', retryAfterSeconds };
    if (!(await verifyPassword(account.passwordHash, password))) {
      await this.record('auth.linkIdentity', provider, visitor, 'PASSWORD_WRONG', account.id);
      return { ok: false, code: 'PASSWORD_WRONG', field: 'password' };
    }
    await this.parts.attempts.giveBack(trier);
    const entry = await this.sessions.welcome(account, visitor);
    if (!entry.ok) return { outcome: 'SIGNED_IN', entry, to: back.to };
    if ('pending' in entry) {
      await setVisitAccount(this.parts.pool, hashOf(token), account.id);
      return { outcome: 'SIGNED_IN', entry, to: back.to };
    }
    const problem = (await this.take(token, browser)) ? await this.link(provider, back.subject, account.id, visitor) : null;
    // The password was right, so they are in; that the link is not theirs to make is told by the security page.
    return { outcome: 'SIGNED_IN', entry, to: problem ? '/account/security' : back.to };
  }

  private async candidate(provider: Provider, { email }: Back): Promise<AccountRow | null> {
    return email ? findSeatedByEmail(this.parts.pool, provider, email) : null;
  }

  private async link(provider: Provider, subject: string, accountId: string, visitor: Visitor): Promise<Problem | null> {
    const { name, organisation } = provider;
    const result = await together(this.parts.pool, async (client) => {
      const made = await insertLink(client, { ...placeOf(provider), subject, accountId });
      if (made === 'LINKED') await orderLetter(client, { kind: 'IDENTITY_LINKED', accountId, language: visitor.language, facts: { ...visitorFacts(visitor), name, organisation } });
      return made;
    });
    const problem = result === 'SUBJECT_TAKEN' ? 'LINK_TAKEN' : result === 'ACCOUNT_TAKEN' ? 'LINK_OTHER' : null;
    if (result !== 'KNOWN') await this.record('auth.linkIdentity', provider, visitor, problem, accountId);
    return problem;
  }

  private async arrived(token: string, browser: string): Promise<{ visit: Visit; provider: Provider; back: Back } | { problem: Problem }> {
    const visit = isToken(token) && isToken(browser) ? await findBack(this.parts.pool, hashOf(token), hashOf(browser)) : null;
    if (!visit) return { problem: 'PROVIDER_STATE' };
    const provider = await findProvider(this.parts.pool, { tenantId: visit.tenantId, id: visit.providerId });
    return provider ? { visit, provider, back: this.unseal<Back>(visit) } : { problem: 'PROVIDER_UNKNOWN' };
  }

  private async take(token: string, browser: string): Promise<boolean> {
    return (await takeVisit(this.parts.pool, hashOf(token), hashOf(browser), true)) !== null;
  }

  private async turnAway(token: string, browser: string, provider: Provider, visitor: Visitor, code: Problem, accountId?: string): Promise<Refused> {
    await this.take(token, browser);
    await this.record('auth.signIn', provider, visitor, code, accountId);
    return refused(code);
  }

  private async failed(error: unknown, provider: Provider, visitor: Visitor): Promise<Problem> {
    if (!(error instanceof ProviderFault)) throw error;
    logger.warn('identity provider', undefined, { code: error.code, reason: error.reason, provider: provider.id, requestId: visitor.requestId });
    await this.parts.log.recordSeldom(`${provider.id} ${error.code} ${visitor.address}`, { operation: 'auth.signIn', tenantId: provider.tenantId, ...about(provider), address: visitor.address, requestId: visitor.requestId, code: error.code });
    return error.code;
  }

  /** In the log of the provider's consortium; of somebody who is nobody here it tells the provider alone. */
  private async record(operation: 'auth.signIn' | 'auth.linkIdentity', provider: Provider, { address, requestId }: Visitor, code: Problem | 'PASSWORD_WRONG' | null, accountId?: string): Promise<void> {
    const owner = accountId ? await findOwner(this.parts.pool as Sql, accountId) : null;
    await this.parts.log.record({ operation, tenantId: provider.tenantId, personId: owner?.personId ?? null, ...about(provider, operation.slice(5)), address, requestId, code });
  }

  private seal(value: There | Back): Buffer {
    return this.parts.secrets.seal(SEALED_FOR, JSON.stringify(value));
  }

  private unseal<T>({ sealed }: Visit): T {
    return JSON.parse(this.parts.secrets.open(SEALED_FOR, sealed)) as T;
  }
}

const placeOf = ({ tenantId, id }: Provider) => ({ tenantId, providerId: id });
const about = ({ id }: Provider, action = 'signIn') => ({ changes: [{ action, type: 'IdentityProvider', id, before: null, after: null }] });
