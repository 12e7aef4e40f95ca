import { readLanguage } from '@gongjian/platform';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { Admitter } from '../session/admission.ts';
import { guardRoutes, read, refuse, refuseWith, SESSION_COOKIE, visitorOf } from '../session/route.kit.ts';
import type { SessionService } from '../session/session.service.ts';
import { isToken, newToken } from '../session/tokens.ts';
import { checkWords } from './check.messages.ts';
import type { IdentityService, Outcome, Problem } from './identity.service.ts';
import type { LinkService } from './link.service.ts';
import { maySetUp, type ProviderCheck } from './provider.check.ts';

/** The browser in which somebody set out. It comes along when the provider sends them back, so it cannot be strict. */
const BROWSER_COOKIE = 'gj_oidc';
const BROWSER_MINUTES = 10;

const code = z.string().regex(/^[a-z0-9-]{2,32}$/);
const token = z.string().max(64);
const findBody = z.union([z.object({ code }), z.object({ words: z.string().trim().min(1).max(254) })]);
const beginBody = z.object({ code, to: z.string().max(1000).default('/'), link: z.boolean().default(false) });
/** What the callback could only name, since browsers send it no language, is said here. */
const PROBLEMS = ['PROVIDER_UNREACHABLE', 'PROVIDER_WRONG', 'PROVIDER_TOKEN', 'PROVIDER_CLOCK', 'PROVIDER_SETUP', 'PROVIDER_DENIED', 'PROVIDER_STATE', 'PROVIDER_UNKNOWN'] as const satisfies readonly Problem[];
const finishBody = z.union([z.object({ token }), z.object({ problem: z.enum(PROBLEMS) })]);
const proveBody = z.object({ token, password: z.string().min(1).max(1024) });
const unlinkBody = z.object({ id: z.string().max(64) });
const checkBody = z.object({ issuer: z.url({ protocol: /^https?$/ }).max(300), clientId: z.string().trim().min(1).max(200), clientSecret: z.string().max(500).optional(), code: code.catch('code'), id: z.string().max(64).optional() });

export interface IdentityRouteParts {
  sessions: SessionService;
  identity: IdentityService;
  links: LinkService;
  check: ProviderCheck;
  publicUrl: string;
}

/** Coming in by an organisation's own identity provider, and what people and administrators see of it. */
export function registerIdentityRoutes(fastify: FastifyInstance, { sessions, identity, links, check, publicUrl }: IdentityRouteParts): void {
  const admitter = new Admitter(sessions, publicUrl);
  const atTheCallback = { ...admitter.cookie, path: '/auth/oidc' };
  const browserOf = (request: FastifyRequest) => request.cookies[BROWSER_COOKIE] ?? '';
  const holderOf = (request: FastifyRequest) => sessions.holder(request.cookies[SESSION_COOKIE] ?? '');

  // A navigation from the provider's site: it does nothing but look at what was brought, and goes on to our own page.
  fastify.get<{ Params: { code: string } }>('/auth/oidc/:code/callback', async (request, reply) => {
    const outcome = await identity.back(request.params.code, new URL(request.url, publicUrl), browserOf(request), visitorOf(request));
    const at = 'token' in outcome ? `#${outcome.token}` : `?problem=${outcome.problem}${code.safeParse(request.params.code).success ? `&code=${request.params.code}` : ''}`;
    return reply.redirect(`/sign-in/return${at}`, 303);
  });

  const answer = (request: FastifyRequest, reply: FastifyReply, outcome: Outcome): FastifyReply | Promise<FastifyReply> => {
    if (!('outcome' in outcome)) return refuseWith(request, reply, outcome, outcome.code === 'PASSWORD_WRONG' ? 400 : 403);
    if (outcome.outcome === 'SIGNED_IN') return admitter.answer(request, reply, outcome.entry, { to: outcome.to });
    const { outcome: next, ...more } = outcome;
    return reply.send({ next, ...more });
  };

  void fastify.register(async (scope) => {
    guardRoutes(scope);

    scope.post('/auth/providers/find', async (request, reply) => {
      const body = read(findBody, request, reply);
      if (!body) return reply;
      const found = await links.find(body, visitorOf(request));
      return 'offers' in found ? reply.send(found) : refuseWith(request, reply, found, 429);
    });

    scope.post('/auth/providers/check', async (request, reply) => {
      const standing = await sessions.standing(request.cookies[SESSION_COOKIE] ?? '');
      if (!standing || standing.confined) return refuse(request, reply, 401, 'UNAUTHENTICATED');
      if (!maySetUp(standing.actor)) return refuse(request, reply, 403, 'FORBIDDEN');
      const body = read(checkBody, request, reply);
      if (!body) return reply;
      const checks = await check.run(standing.actor, body, visitorOf(request));
      const language = readLanguage(request.headers['x-language']);
      return reply.send({ checks: checks.map(({ state, text, params }) => ({ state, code: text, message: checkWords.text(language, text, params) })) });
    });

    scope.post('/auth/oidc/begin', async (request, reply) => {
      const body = read(beginBody, request, reply);
      if (!body) return reply;
      const holder = body.link ? await holderOf(request) : null;
      if (body.link && !holder) return refuse(request, reply, 401, 'UNAUTHENTICATED');
      if (holder && !holder.provenLately) return refuse(request, reply, 403, 'PROOF_NEEDED');
      // Somebody may set out in two tabs; both are this browser.
      const browser = isToken(browserOf(request)) ? browserOf(request) : newToken();
      const begun = await identity.begin(body.code, body.to, holder, browser, visitorOf(request));
      // What is broken is not ours: no 5xx, which would count as our own failure.
      if (!begun.ok) return refuseWith(request, reply, begun, begun.code === 'PROVIDER_UNKNOWN' ? 404 : 424);
      return reply.setCookie(BROWSER_COOKIE, browser, { ...atTheCallback, maxAge: BROWSER_MINUTES * 60 }).send({ location: begun.location });
    });

    scope.post('/auth/oidc/finish', async (request, reply) => {
      const body = read(finishBody, request, reply);
      if (body && 'problem' in body) return refuse(request, reply, 403, body.problem);
      return body ? answer(request, reply, await identity.finish(body.token, browserOf(request), await holderOf(request), visitorOf(request))) : reply;
    });

    scope.post('/auth/oidc/prove', async (request, reply) => {
      const body = read(proveBody, request, reply);
      return body ? answer(request, reply, await identity.prove(body.token, browserOf(request), body.password, visitorOf(request))) : reply;
    });

    scope.get('/auth/identities', async (request, reply) => {
      const holder = await holderOf(request);
      return holder ? reply.send(await links.overview(holder)) : refuse(request, reply, 401, 'UNAUTHENTICATED');
    });

    scope.post('/auth/identities/unlink', async (request, reply) => {
      const holder = await holderOf(request);
      if (!holder) return refuse(request, reply, 401, 'UNAUTHENTICATED');
      const body = read(unlinkBody, request, reply);
      if (!body) return reply;
      if (!holder.provenLately) return refuse(request, reply, 403, 'PROOF_NEEDED');
      const done = await links.unlink(holder, body.id, visitorOf(request));
      return done.ok ? reply.send(done) : refuseWith(request, reply, done, 404);
    });
  });
}
