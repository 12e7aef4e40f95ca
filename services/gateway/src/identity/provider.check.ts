import { IDENTITY_SEALED_FOR } from '@gongjian/directory';
import { type Actor, administers, asUuid, type Outgoing } from '@gongjian/platform';
import { authorizationCodeGrant, type Configuration, randomPKCECodeVerifier, ResponseBodyError } from 'openid-client';
import type { Visitor } from '../session/device.queries.ts';
import type { DoorParts } from '../session/door.parts.ts';
import { findSecret } from './identity.queries.ts';
import { callbackUrl } from './identity.service.ts';
import { firstThatKnowsUs, type ProviderAddress, type ProviderClient } from './provider.client.ts';
import { faultOf } from './provider.faults.ts';

export interface CheckInput {
  issuer: string;
  clientId: string;
  clientSecret?: string | undefined;
  code: string;
  /** Of the provider that is being changed, whose secret is kept and not typed again. */
  id?: string | undefined;
}

/** One thing that was looked at; `text` is a key of the door's catalogue, with its parameters. */
export interface Check {
  state: 'OK' | 'WARNING' | 'FAILED';
  text: string;
  params?: Record<string, string | number>;
}

/** Whoever may set up a provider, of all organisations or of the own one, tries it before it is kept. */
export function maySetUp(actor: Actor): boolean {
  return administers(actor, 'ROLES') || (actor.roles.includes('ORGANISATION_ADMINISTRATOR') && !actor.separated);
}

/** Tries a provider out, as far as that goes without a person: what it says of itself, its keys, and whether it knows us. */
export class ProviderCheck {
  constructor(
    private readonly parts: DoorParts,
    private readonly client: ProviderClient,
    private readonly outgoing: Outgoing,
  ) {}

  async run(actor: Actor, input: CheckInput, visitor: Visitor): Promise<Check[]> {
    const { tenantId, organisationId } = actor;
    await this.parts.log.record({ operation: 'auth.testProvider', personId: actor.personId, tenantId, organisationId, roles: actor.roles, address: visitor.address, requestId: visitor.requestId });
    let configs: Configuration[];
    try {
      configs = await this.client.configurations(await this.address(actor, input));
    } catch (error) {
      const { code, reason } = faultOf(error);
      return [{ state: 'FAILED', text: TEXTS.has(reason) ? `CHECK_${reason}` : reason === 'OAUTH_JSON_ATTRIBUTE_COMPARISON_FAILED' || reason === 'issuer' ? 'CHECK_ISSUER' : code === 'PROVIDER_UNREACHABLE' ? 'CHECK_UNREACHABLE' : 'CHECK_NO_DISCOVERY', params: { reason } }];
    }
    const about = configs[0]!.serverMetadata();
    const says = (list: readonly string[] | undefined, one: string, without: boolean) => (list ? list.includes(one) : without);
    return [
      { state: 'OK', text: 'CHECK_DISCOVERY' },
      await this.keys(about.jwks_uri),
      about.supportsPKCE('S256') ? { state: 'OK', text: 'CHECK_PKCE' } : { state: 'WARNING', text: 'CHECK_NO_PKCE' },
      says(about.scopes_supported, 'email', true) ? { state: 'OK', text: 'CHECK_EMAIL' } : { state: 'WARNING', text: 'CHECK_NO_EMAIL' },
      await this.knowsUs(configs, input.code),
    ];
  }

  /** The kept secret goes to nobody but for whom it was kept: another issuer would be a way to read it. */
  private async address(actor: Actor, { issuer, clientId, clientSecret, id }: CheckInput): Promise<ProviderAddress> {
    if (clientSecret) return { issuer, clientId, clientSecretSealed: this.parts.secrets.seal(IDENTITY_SEALED_FOR, clientSecret) };
    const known = id ? await findSecret(this.parts.pool, actor.tenantId, asUuid(id)) : null;
    const own = known && (administers(actor, 'ROLES') || known.organisationId === actor.organisationId);
    const same = own && known.issuer === issuer && known.clientId === clientId;
    return { issuer, clientId, clientSecretSealed: same && clientSecret === undefined ? known.clientSecretSealed : null };
  }

  private async keys(address: string | undefined): Promise<Check> {
    try {
      const { status, body } = await this.outgoing.send(address ?? '');
      const { keys } = JSON.parse(body.toString('utf8')) as { keys: unknown[] };
      if (status === 200 && keys.length > 0) return { state: 'OK', text: 'CHECK_KEYS', params: { count: keys.length } };
    } catch {
      // Said below.
    }
    return { state: 'FAILED', text: 'CHECK_NO_KEYS' };
  }

  /** A code that nobody was given: who knows us says that the code is wrong, who does not says that we are. */
  private async knowsUs(configs: Configuration[], code: string): Promise<Check> {
    const url = new URL(`${callbackUrl(this.parts.publicUrl, code)}?code=connection-test`);
    const { issuer, authorization_response_iss_parameter_supported: names } = configs[0]!.serverMetadata();
    if (names) url.searchParams.set('iss', issuer);
    try {
      await firstThatKnowsUs(configs, (config) => authorizationCodeGrant(config, url, { pkceCodeVerifier: randomPKCECodeVerifier() }));
    } catch (error) {
      const said = error instanceof ResponseBodyError ? error.error : null;
      if (said === 'invalid_grant') return { state: 'OK', text: 'CHECK_CLIENT' };
      if (said === 'invalid_client' || said === 'unauthorized_client' || faultOf(error).reason === 'status 401') return { state: 'FAILED', text: 'CHECK_CLIENT_UNKNOWN' };
      return { state: 'WARNING', text: 'CHECK_CLIENT_UNSURE', params: { reason: faultOf(error).reason } };
    }
    return { state: 'WARNING', text: 'CHECK_CLIENT_UNSURE', params: { reason: '200' } };
  }
}

/** What the way out says itself. */
const TEXTS = new Set(['ADDRESS_MALFORMED', 'ADDRESS_NOT_HTTPS', 'ADDRESS_REFUSED', 'NAME_UNKNOWN', 'UNREACHABLE', 'TLS_FAILED', 'TIMED_OUT', 'ANSWER_TOO_LARGE']);
