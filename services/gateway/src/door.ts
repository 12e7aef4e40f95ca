import { join } from 'node:path';
import compress from '@fastify/compress';
import { ChangeHub, KeyRing, logger, type MailDraft, Outgoing, postMail, readLanguage, secretsOf, type Settings } from '@gongjian/platform';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import pg from 'pg';
import { demoAccounts } from './demo/accounts.ts';
import { registerIdentityRoutes } from './identity/identity.routes.ts';
import { IdentityService } from './identity/identity.service.ts';
import { LinkService } from './identity/link.service.ts';
import { ProviderCheck } from './identity/provider.check.ts';
import { ProviderClient } from './identity/provider.client.ts';
import { ownPagesOnly, safeHeaders, securityHeaders } from './headers.ts';
import { admitKey, answerKeys } from './key/key.door.ts';
import { KeyService } from './key/key.service.ts';
import { serveLive } from './live.ts';
import { servePortal } from './portal.ts';
import { registerReference } from './reference/reference.routes.ts';
import { registerRegistrationRoutes } from './registration/registration.routes.ts';
import { RegistrationService } from './registration/registration.service.ts';
import { AccessLog } from './session/access-log.ts';
import { registerAccountRoutes } from './session/account.routes.ts';
import { AccountService } from './session/account.service.ts';
import { ATTEMPT_LIMITS, Attempts } from './session/attempts.ts';
import type { DoorParts } from './session/door.parts.ts';
import { FactorService } from './session/factor.service.ts';
import { registerInvitationRoutes } from './session/invitation.routes.ts';
import { InvitationService } from './session/invitation.service.ts';
import { Letters } from './session/letters.ts';
import { createOperator } from './session/operator.ts';
import { ProofService } from './session/proof.service.ts';
import { resealFactors } from './session/reseal.ts';
import { SESSION_COOKIE } from './session/route.kit.ts';
import { words } from './session/session.messages.ts';
import { registerSessionRoutes } from './session/session.routes.ts';
import { SessionService } from './session/session.service.ts';

const PORTAL = join(import.meta.dirname, '../../../apps/portal/dist');

/** Sessions and change events: what the door needs before the first request. */
export interface Porter {
  sessions: SessionService;
  accounts: AccountService;
  keys: KeyService;
  proofs: ProofService;
  identity: IdentityService;
  links: LinkService;
  check: ProviderCheck;
  invitations: InvitationService;
  registrations: RegistrationService;
  hub: ChangeHub;
  authPool: pg.Pool;
  /** A mail of the installation itself, such as a new password; it waits in the outbox as any other. */
  mail(draft: MailDraft): Promise<string>;
  stop(): Promise<void>;
}

export async function openPorter(settings: Settings, authUrl: string): Promise<Porter> {
  const authPool = new pg.Pool({ connectionString: authUrl, max: 5, connectionTimeoutMillis: 4000, statement_timeout: 4500, application_name: 'gongjian-sessions' });
  authPool.on('error', () => undefined);
  const secrets = secretsOf(settings);
  const ring = new KeyRing(authUrl, secrets, false);
  const parts: DoorParts = { pool: authPool, secrets, ring, log: new AccessLog(authPool, secrets), attempts: new Attempts(authPool, ATTEMPT_LIMITS), publicUrl: settings.PUBLIC_URL };
  const factors = new FactorService(parts);
  const invitations = new InvitationService(parts);
  const registrations = new RegistrationService(parts);
  const sessions = new SessionService(parts, factors, invitations, registrations, { idleMinutes: settings.SESSION_IDLE_MINUTES, hours: settings.SESSION_HOURS });
  const letters = new Letters(parts, (client, draft) => postMail(client, secrets, settings.PUBLIC_URL, draft), (...order) => registrations.write(...order));
  const outgoing = new Outgoing(settings.OUTGOING_NETWORKS);
  const client = new ProviderClient(outgoing, secrets);
  const hub = new ChangeHub(authUrl);
  const keys = new KeyService(parts);
  await hub.start();
  letters.work();
  await resealFactors(authPool, secrets).catch((error: unknown) => logger.error('sealing anew', error));
  const stop = async () => {
    await letters.stop();
    await hub.stop();
    await ring.close();
    await authPool.end();
  };
  const mail = (draft: MailDraft) => postMail(authPool, secrets, settings.PUBLIC_URL, draft);
  const identities = { identity: new IdentityService(parts, sessions, client), links: new LinkService(parts), check: new ProviderCheck(parts, client, outgoing) };
  return { sessions, keys, invitations, registrations, accounts: new AccountService(parts, sessions), proofs: new ProofService(parts, factors), ...identities, hub, authPool, mail, stop };
}

export const isSecure = ({ PUBLIC_URL }: Pick<Settings, 'PUBLIC_URL'>): boolean => PUBLIC_URL.startsWith('https:');

/** A program by its key, a person by the cookie of their session. */
export function authenticator({ sessions, keys }: Pick<Porter, 'sessions' | 'keys'>): (request: FastifyRequest) => ReturnType<SessionService['resolve']> {
  return async (request) => {
    const { authorization } = request.headers;
    // Other schemes are for a proxy in front of us.
    if (authorization !== undefined && /^bearer\b/i.test(authorization)) return admitKey(keys, request, authorization);
    const token = request.cookies[SESSION_COOKIE];
    return token ? sessions.resolve(token) : null;
  };
}

/** Everything of the one public door but the graph itself. */
export async function furnish(fastify: FastifyInstance, porter: Porter, settings: Settings, ready: () => Promise<void>): Promise<void> {
  await fastify.register(compress as never, { threshold: 1024 });
  const secure = isSecure(settings);
  securityHeaders(fastify, secure);
  ownPagesOnly(fastify, settings.PUBLIC_URL);
  fastify.get('/healthz', async () => ({ ok: true }));
  fastify.get('/readyz', async (_request, reply) => {
    try {
      await ready();
      return { ok: true };
    } catch {
      return reply.code(503).send({ ok: false });
    }
  });
  answerKeys(fastify, porter.keys.quota);
  sayWhatIsMissing(fastify, porter.sessions);
  registerSessionRoutes(fastify, porter.sessions, { publicUrl: settings.PUBLIC_URL, demoAccounts: settings.DEMO ? demoAccounts : undefined });
  registerAccountRoutes(fastify, { ...porter, publicUrl: settings.PUBLIC_URL });
  registerIdentityRoutes(fastify, { ...porter, publicUrl: settings.PUBLIC_URL });
  registerReference(fastify);
  registerInvitationRoutes(fastify, { ...porter, publicUrl: settings.PUBLIC_URL });
  registerRegistrationRoutes(fastify, { ...porter, publicUrl: settings.PUBLIC_URL });
  serveLive(fastify, porter.hub, safeHeaders(secure), async (token) => (token ? porter.sessions.peek(token) : null));
  await servePortal(fastify, PORTAL);
}

/**
 * To administrators without the second factor that their consortium requires, and to whoever waits to be taken in, everything
 * is shut: the hook before this one has found nobody. Here they hear why, so that the portal leads them to the one page that is open.
 */
function sayWhatIsMissing(fastify: FastifyInstance, sessions: SessionService): void {
  fastify.addHook('onRequest', async (request, reply) => {
    if (request.actor || !/^\/(graphql|events|files|exports|my-data|invitation-lists|(imports|agreements)\/[^/]+\/)/.test(request.url)) return undefined;
    const token = request.cookies[SESSION_COOKIE] ?? '';
    const standing = await sessions.standing(token);
    const code = standing?.confined ? 'SECOND_FACTOR_REQUIRED' : !standing && (await sessions.holderOrApplicant(token)) ? 'REGISTRATION_WAITS' : null;
    if (!code) return undefined;
    return reply.code(403).send({ code, message: words.text(readLanguage(request.headers['x-language']), code) });
  });
}

/** The first operator of an installation. */
export async function firstOperator(porter: Porter, settings: Settings): Promise<void> {
  if (settings.OPERATOR_LOGIN && settings.OPERATOR_PASSWORD) await createOperator(porter.authPool, settings.OPERATOR_LOGIN, settings.OPERATOR_PASSWORD, '平台运营');
}
