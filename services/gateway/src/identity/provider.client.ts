import { IDENTITY_SEALED_FOR } from '@gongjian/directory';
import type { Outgoing, Secrets } from '@gongjian/platform';
import * as oidc from 'openid-client';
import { ProviderFault, faultOf } from './provider.faults.ts';

/** Where a provider is and how it knows us. */
export interface ProviderAddress {
  issuer: string;
  clientId: string;
  clientSecretSealed: Buffer | null;
}

/** What has to come back with the person. */
export interface Way {
  state: string;
  nonce: string;
  verifier: string;
}

/** Who somebody is at a provider: `sub`, and the mail address if the provider says that it was verified. */
export interface Visitation {
  subject: string;
  email(): Promise<string | null>;
}

/** One request, and all of an exchange: nobody waits longer for a provider that does not answer. */
const REQUEST_MILLISECONDS = 4000;
const EXCHANGE_MILLISECONDS = 8000;
/** Clocks of servers differ; by more than a minute they are wrong. */
const CLOCK_SECONDS = 60;

/** Speaks OpenID Connect with a provider. What it knows of one is read anew each time, so that new keys count at once. */
export class ProviderClient {
  constructor(
    private readonly outgoing: Outgoing,
    private readonly secrets: Secrets,
  ) {}

  /** Where the browser has to go, and what has to come back. @throws ProviderFault */
  async begin(provider: ProviderAddress, redirectUri: string, language: string): Promise<{ location: string; way: Way }> {
    const way = { state: oidc.randomState(), nonce: oidc.randomNonce(), verifier: oidc.randomPKCECodeVerifier() };
    try {
      const [config] = (await this.configurations(provider)) as [oidc.Configuration];
      const location = oidc.buildAuthorizationUrl(config, {
        redirect_uri: redirectUri,
        scope: 'openid email',
        state: way.state,
        nonce: way.nonce,
        code_challenge: await oidc.calculatePKCECodeChallenge(way.verifier),
        code_challenge_method: 'S256',
        ui_locales: language,
      });
      // The browser is sent there as the provider says; anything but a web address would run in our own page.
      if (location.protocol !== 'https:' && location.protocol !== new URL(provider.issuer).protocol) throw new ProviderFault('PROVIDER_WRONG', 'authorization_endpoint');
      return { location: location.href, way };
    } catch (error) {
      throw faultOf(error);
    }
  }

  /** Who came back. @param url as the browser was sent back to us @throws ProviderFault */
  async finish(provider: ProviderAddress, url: URL, way: Way): Promise<Visitation> {
    try {
      const configs = await this.configurations(provider);
      const checks = { expectedState: way.state, expectedNonce: way.nonce, pkceCodeVerifier: way.verifier, idTokenExpected: true };
      const [tokens, config] = await firstThatKnowsUs(configs, (each) => oidc.authorizationCodeGrant(each, url, checks));
      const claims = tokens.claims()!;
      const email = async () => {
        const said = claims['email'] !== undefined || !config.serverMetadata().userinfo_endpoint ? claims : await oidc.fetchUserInfo(config, tokens.access_token, claims.sub).catch((error: unknown) => {
          throw faultOf(error);
        });
        return said['email_verified'] === true && typeof said['email'] === 'string' && said['email'].length <= 254 ? said['email'] : null;
      };
      return { subject: claims.sub, email };
    } catch (error) {
      throw faultOf(error);
    }
  }

  /**
   * What a provider says about itself, once for each way in which it may want our secret: it knows which one we are registered
   * for, and tells nobody.
   */
  async configurations({ issuer, clientId, clientSecretSealed }: ProviderAddress): Promise<oidc.Configuration[]> {
    const server = new URL(issuer);
    const options: oidc.DiscoveryRequestOptions = {
      [oidc.customFetch]: this.fetcher(),
      execute: [oidc.enableNonRepudiationChecks, ...(server.protocol === 'http:' ? [oidc.allowInsecureRequests] : [])],
    };
    const client = { [oidc.clockTolerance]: CLOCK_SECONDS };
    const first = await oidc.discovery(server, clientId, client, oidc.None(), options);
    // Some well-known issuers are let off by the library; ours are exact.
    if (new URL(first.serverMetadata().issuer).href !== server.href) throw new ProviderFault('PROVIDER_WRONG', 'issuer');
    if (!clientSecretSealed) return [first];
    const secret = this.secrets.open(IDENTITY_SEALED_FOR, clientSecretSealed);
    // Without the helpers that the library has put in.
    const metadata = JSON.parse(JSON.stringify(first.serverMetadata())) as oidc.ServerMetadata;
    const offered = metadata.token_endpoint_auth_methods_supported ?? ['client_secret_basic'];
    const ways = [offered.includes('client_secret_basic') && oidc.ClientSecretBasic(secret), offered.includes('client_secret_post') && oidc.ClientSecretPost(secret)].filter((way) => way !== false);
    return (ways.length > 0 ? ways : [oidc.ClientSecretBasic(secret)]).map((way) => {
      const config = new oidc.Configuration(metadata, clientId, client, way);
      config[oidc.customFetch] = options[oidc.customFetch]!;
      options.execute!.forEach((enable) => enable(config));
      return config;
    });
  }

  /** All requests of one exchange: only outwards, limited each and together. */
  private fetcher(): oidc.CustomFetch {
    const until = Date.now() + EXCHANGE_MILLISECONDS;
    return async (url, { method, headers, body }) => {
      const milliseconds = Math.max(1, Math.min(REQUEST_MILLISECONDS, until - Date.now()));
      const answer = await this.outgoing.send(url, { method, headers: Object.fromEntries(new Headers(headers)), ...(body !== undefined && body !== null && { body: String(body) }), milliseconds });
      if (answer.status < 200 || answer.status > 599) throw new ProviderFault('PROVIDER_WRONG', `status ${answer.status}`);
      const type = answer.headers['content-type'];
      return new Response([204, 205, 304].includes(answer.status) ? null : new Uint8Array(answer.body), { status: answer.status, headers: type ? { 'content-type': type } : {} });
    };
  }
}

/** A client that shows its secret in the wrong way is refused before its code is looked at, so the next way may try the same code. */
export async function firstThatKnowsUs<T>(configs: readonly oidc.Configuration[], ask: (config: oidc.Configuration) => Promise<T>): Promise<[T, oidc.Configuration]> {
  for (const [index, config] of configs.entries()) {
    try {
      return [await ask(config), config];
    } catch (error) {
      const unknown = error instanceof oidc.ResponseBodyError && error.error === 'invalid_client';
      if (index === configs.length - 1 || !unknown) throw error;
    }
  }
  throw new Error('no way to ask');
}
