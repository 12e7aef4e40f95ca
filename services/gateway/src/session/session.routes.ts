import { contextOptions, type MessageParams, readLanguage } from '@gongjian/platform';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { words } from './session.messages.ts';
import type { SessionService, Ticket, Visitor } from './session.service.ts';

export const SESSION_COOKIE = 'gj_session';

export interface SessionRouteSettings {
  /** The address under which browsers reach the product; with https the cookie never travels without it. */
  publicUrl: string;
  /** Shown on the sign-in page of a demo. */
  demoAccounts?: readonly object[];
}

const signInBody = z.object({ login: z.string().min(1).max(256), password: z.string().min(1).max(1024) });
const seatBody = z.object({ consortiumId: z.string().max(64), organisationId: z.string().max(64) });

/** Signing in, signing out and changing the seat. JSON only. */
export function registerSessionRoutes(fastify: FastifyInstance, sessions: SessionService, settings: SessionRouteSettings): void {
  const cookie = { httpOnly: true, sameSite: 'lax', path: '/', secure: settings.publicUrl.startsWith('https:') } as const;
  const hand = (reply: FastifyReply, { token, expiresAt }: Ticket) =>
    reply.setCookie(SESSION_COOKIE, token, { ...cookie, maxAge: Math.max(0, Math.floor((expiresAt.getTime() - Date.now()) / 1000)) }).send({ ok: true });

  fastify.get('/auth/demo', (_request, reply) => (settings.demoAccounts ? reply.send(settings.demoAccounts) : reply.code(404).send({ code: 'NOT_FOUND' })));

  void fastify.register(async (scope) => {
    takeJsonOnly(scope);
    scope.addHook('onRequest', async (request, reply) => {
      // A body-less request has no type and would pass as a "simple" one from any site.
      if (!/^application\/json\b/i.test(request.headers['content-type'] ?? '')) return refuse(request, reply, 415, 'BAD_INPUT', {}, 'BAD_REQUEST');
      return undefined;
    });

    scope.post('/auth/sign-in', async (request, reply) => {
      const body = signInBody.safeParse(request.body);
      if (!body.success) return refuse(request, reply, 400, 'BAD_INPUT', {}, 'BAD_REQUEST');
      const entry = await sessions.signIn(body.data.login, body.data.password, visitorOf(request));
      if (entry.ok) {
        // Whoever was signed in in this browser before is not any more.
        await sessions.signOut(request.cookies[SESSION_COOKIE] ?? '', visitorOf(request));
        return hand(reply, entry);
      }
      if (entry.code === 'TOO_MANY_ATTEMPTS') {
        const { retryAfterSeconds } = entry;
        reply.header('retry-after', retryAfterSeconds);
        return refuse(request, reply, 429, entry.code, { minutes: Math.ceil(retryAfterSeconds / 60) }, entry.code, { retryAfterSeconds });
      }
      return refuse(request, reply, entry.code === 'NO_SEAT' ? 403 : 401, entry.code);
    });

    scope.post('/auth/sign-out', async (request, reply) => {
      await sessions.signOut(request.cookies[SESSION_COOKIE] ?? '', visitorOf(request));
      return reply.clearCookie(SESSION_COOKIE, cookie).code(204).send();
    });

    scope.post('/auth/seat', async (request, reply) => {
      if (!request.actor) return refuse(request, reply, 401, 'UNAUTHENTICATED');
      const body = seatBody.safeParse(request.body);
      if (!body.success) return refuse(request, reply, 400, 'BAD_INPUT', {}, 'BAD_REQUEST');
      const ticket = await sessions.switchSeat(request.actor, request.cookies[SESSION_COOKIE] ?? '', body.data, visitorOf(request));
      return ticket ? hand(reply, ticket) : refuse(request, reply, 404, 'NOT_FOUND');
    });
  });
}

function visitorOf(request: FastifyRequest): Visitor {
  return { address: request.ip, agent: String(request.headers['user-agent'] ?? ''), requestId: contextOptions(request).requestId! };
}

/** An empty body counts as an empty object; other types, and JSON that reaches for prototypes, are refused. */
function takeJsonOnly(scope: FastifyInstance): void {
  const parse = scope.getDefaultJsonParser('error', 'error');
  scope.removeAllContentTypeParsers();
  scope.addContentTypeParser('application/json', { parseAs: 'string', bodyLimit: 8192 }, (request, body, done) => {
    if (body === '') done(null, {});
    else parse(request, body as string, done);
  });
  scope.setErrorHandler((error: { statusCode?: number }, request, reply) => {
    const status = error.statusCode ?? 500;
    if (status >= 500) throw error;
    return refuse(request, reply, status, 'BAD_INPUT', {}, 'BAD_REQUEST');
  });
}

function refuse(request: FastifyRequest, reply: FastifyReply, status: number, code: string, params: MessageParams = {}, text = code, extra: object = {}): FastifyReply {
  const message = words.text(readLanguage(request.headers['x-language']), text, params);
  return reply.code(status).send({ code, message, ...extra });
}
