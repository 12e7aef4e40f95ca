import { generateKeyPairSync, type KeyObject, randomUUID, sign } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Provider } from 'oidc-provider';

interface Someone {
  email: string;
  verified: boolean;
}

export type Endpoint = 'discovery' | 'keys' | 'token' | 'userinfo' | 'authorization';
/** What a server does instead of what it should. @returns true when it has answered */
type Misdeed = (request: IncomingMessage, response: ServerResponse) => boolean | void | Promise<boolean | void>;

const newKey = () => {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return { privateKey, kid: randomUUID() };
};
const b64 = (value: object | string | Buffer) => Buffer.from(Buffer.isBuffer(value) || typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');

/** What it would say to whoever runs it in earnest: http, its own login pages, keys in memory. */
function quietly<T>(make: () => T): T {
  const { warn, info } = console;
  Object.assign(console, { warn: () => undefined, info: () => undefined });
  try {
    return make();
  } finally {
    Object.assign(console, { warn, info });
  }
}

export const json = (response: ServerResponse, value: object, status = 200): true => {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
  return true;
};

export const send = (response: ServerResponse, type: string, text: string): true => {
  response.writeHead(200, { 'content-type': type }).end(text);
  return true;
};
export const sendElsewhere = (response: ServerResponse): true => {
  response.writeHead(302, { location: 'http://169.254.169.254/latest/meta-data' }).end();
  return true;
};
export const hangUp = (request: IncomingMessage): true => {
  request.socket.destroy();
  return true;
};

/** A school's identity provider: a real OpenID Connect server on loopback, with login and consent pages, that can be made to misbehave. */
export class SchoolProvider {
  readonly clientId = `gongjian-${randomUUID().slice(0, 8)}`;
  readonly clientSecret = `Client-${randomUUID()}`;
  readonly people = new Map<string, Someone>();
  /** How often each endpoint was asked. */
  readonly asked: Record<Endpoint, number> = { discovery: 0, keys: 0, token: 0, userinfo: 0, authorization: 0 };
  private misdeeds: Partial<Record<Endpoint, Misdeed>> = {};
  private key = newKey();
  private server!: Server;
  private handler!: (request: IncomingMessage, response: ServerResponse) => void;
  private redirectUri = '';
  issuer = '';

  private constructor(private readonly authMethod: 'client_secret_basic' | 'client_secret_post' | 'none') {}

  static async open(authMethod: 'client_secret_basic' | 'client_secret_post' | 'none' = 'client_secret_basic'): Promise<SchoolProvider> {
    const school = new SchoolProvider(authMethod);
    school.server = createServer((request, response) => void school.serve(request, response));
    await new Promise<void>((listening) => school.server.listen(0, '127.0.0.1', listening));
    school.issuer = `http://127.0.0.1:${(school.server.address() as AddressInfo).port}`;
    return school;
  }

  /** The school registers us, with the address to which it sends people back. */
  register(redirectUri: string): void {
    this.redirectUri = redirectUri;
    const client = { client_id: this.clientId, redirect_uris: [redirectUri], token_endpoint_auth_method: this.authMethod, ...(this.authMethod !== 'none' && { client_secret: this.clientSecret }) };
    const provider = quietly(() => new Provider(this.issuer, {
      clients: [client],
      jwks: { keys: [{ ...this.key.privateKey.export({ format: 'jwk' }), kid: this.key.kid, use: 'sig', alg: 'RS256' } as never] },
      cookies: { keys: [randomUUID()] },
      claims: { openid: ['sub'], email: ['email', 'email_verified'] },
      findAccount: (_ctx, id) => {
        const someone = this.people.get(id);
        return { accountId: id, claims: () => ({ sub: id, ...(someone && { email: someone.email, email_verified: someone.verified }) }) };
      },
      pkce: { required: () => true },
      ttl: { Interaction: 60, Session: 60, Grant: 60, AccessToken: 60, IdToken: 60, AuthorizationCode: 60 },
    }));
    const handle = provider.callback();
    this.handler = (request, response) => void handle(request, response);
  }

  /** New keys, as after an incident or once a year; the old ones count no more. */
  rotate(): void {
    this.key = newKey();
    this.register(this.redirectUri);
  }

  /** From now on an endpoint does this. */
  misbehave(endpoint: Endpoint, misdeed: Misdeed): void {
    this.misdeeds[endpoint] = misdeed;
  }

  behave(): void {
    this.misdeeds = {};
  }

  /** An ID token of this provider's making, with whatever is wrong in it. */
  token(claims: object, { key = this.key as { privateKey: KeyObject; kid: string }, alg = 'RS256' } = {}): string {
    const now = Math.floor(Date.now() / 1000);
    const body = `${b64({ alg, kid: key.kid, typ: 'JWT' })}.${b64({ iss: this.issuer, aud: this.clientId, sub: 'zhangsan', iat: now, exp: now + 300, ...claims })}`;
    return `${body}.${alg === 'none' ? '' : b64(sign('sha256', Buffer.from(body), key.privateKey))}`;
  }

  /** The token endpoint answers with this ID token; `nonce` is the one that was asked for. */
  answerWith(make: (nonce: string) => string): void {
    this.misbehave('token', (_request, response) => json(response, { access_token: 'opaque', token_type: 'bearer', expires_in: 60, id_token: make(this.nonce) }));
  }

  static readonly strangersKey = newKey();
  private nonce = '';

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url!, this.issuer);
    const endpoint = ENDPOINTS[url.pathname];
    if (endpoint) this.asked[endpoint]++;
    if (endpoint === 'authorization') this.nonce = url.searchParams.get('nonce') ?? this.nonce;
    const misdeed = endpoint && this.misdeeds[endpoint];
    if (misdeed && (await misdeed(request, response))) return;
    this.handler(request, response);
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((closed) => this.server.close(closed));
  }
}

const ENDPOINTS: Record<string, Endpoint | undefined> = { '/.well-known/openid-configuration': 'discovery', '/jwks': 'keys', '/token': 'token', '/me': 'userinfo', '/auth': 'authorization' };

/** A browser at the school's pages: follows, keeps cookies, fills forms. */
export class SchoolVisitor {
  private readonly jar = new Map<string, string>();

  /**
   * Signs in at the school and agrees, or gives up.
   * @returns the address to which the school sends the browser back
   */
  async go(location: string, login: string, { abort = false } = {}): Promise<URL> {
    let url = new URL(location);
    const home = url.origin;
    let form: URLSearchParams | undefined;
    for (let steps = 0; steps < 20; steps++) {
      const response = await fetch(url, { method: form ? 'POST' : 'GET', redirect: 'manual', headers: { cookie: [...this.jar].map(([name, value]) => `${name}=${value}`).join('; ') }, ...(form && { body: form }) });
      form = undefined;
      for (const line of response.headers.getSetCookie()) {
        const [name = '', value = ''] = line.split(';')[0]!.split('=');
        if (value) this.jar.set(name, value);
        else this.jar.delete(name);
      }
      const next = response.headers.get('location');
      if (next) {
        url = new URL(next, url);
        if (url.origin !== home) return url;
        continue;
      }
      const page = await response.text();
      const action = /<form[^>]* action="([^"]+)"/.exec(page)?.[1];
      if (!action) throw new Error(`the school says ${response.status}: ${page.slice(0, 500)}`);
      if (abort) {
        url = new URL(/href="([^"]+\/abort)"/.exec(page)![1]!, url);
        continue;
      }
      url = new URL(action, url);
      form = new URLSearchParams({ prompt: /name="prompt" value="(\w+)"/.exec(page)![1]!, login, password: 'anything' });
    }
    throw new Error('the school sends in circles');
  }
}
