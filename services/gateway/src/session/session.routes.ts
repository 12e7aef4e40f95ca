import type { AuthenticationResponseJSON } from '@simplewebauthn/server';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { Admitter } from './admission.ts';
import { guardRoutes, PENDING_COOKIE, read, refuse, SESSION_COOKIE, visitorOf } from './route.kit.ts';
import type { SessionService } from './session.service.ts';

export interface SessionRouteSettings {
  /** The address under which browsers reach the product; with https the cookie never travels without it. */
  publicUrl: string;
  /** Shown on the sign-in page of a demo. */
  demoAccounts?: readonly object[];
}

const signInBody = z.object({ login: z.string().min(1).max(256), password: z.string().min(1).max(1024) });
const codeBody = z.object({ code: z.string().min(1).max(64) });
const seatBody = z.object({ consortiumId: z.string().max(64), organisationId: z.string().max(64) });
const id = z.string().regex(/^[\w-]{1,1400}$/);
export const passkeyBody = z.object({ response: z.looseObject({ id, rawId: id, type: z.literal('public-key'), response: z.looseObject({}), clientExtensionResults: z.looseObject({}) }) });

/** Signing in by password, code and passkey, signing out and changing the seat. */
export function registerSessionRoutes(fastify: FastifyInstance, sessions: SessionService, settings: SessionRouteSettings): void {
  const admitter = new Admitter(sessions, settings.publicUrl);
  const { cookie, atTheDoor } = admitter;
  const answer: Admitter['answer'] = (...step) => admitter.answer(...step);

  fastify.get('/auth/demo', (_request, reply) => (settings.demoAccounts ? reply.send(settings.demoAccounts) : reply.code(404).send({ code: 'NOT_FOUND' })));

  void fastify.register(async (scope) => {
    guardRoutes(scope);

    scope.post('/auth/sign-in', async (request, reply) => {
      const body = read(signInBody, request, reply);
      return body ? answer(request, reply, await sessions.signIn(body.login, body.password, visitorOf(request))) : reply;
    });

    scope.post('/auth/sign-in/code', async (request, reply) => {
      const body = read(codeBody, request, reply);
      return body ? answer(request, reply, await sessions.finishByCode(request.cookies[PENDING_COOKIE] ?? '', body.code, visitorOf(request))) : reply;
    });

    scope.post('/auth/passkey/options', async (request, reply) => {
      const { options, pending } = await sessions.passkeyOptions(request.cookies[PENDING_COOKIE] ?? '');
      return reply.setCookie(PENDING_COOKIE, pending, atTheDoor).send(options);
    });

    scope.post('/auth/passkey', async (request, reply) => {
      const body = read(passkeyBody, request, reply);
      return body ? answer(request, reply, await sessions.finishByPasskey(request.cookies[PENDING_COOKIE] ?? '', body.response as unknown as AuthenticationResponseJSON, visitorOf(request))) : reply;
    });

    scope.post('/auth/sign-out', async (request, reply) => {
      await sessions.signOut(request.cookies[SESSION_COOKIE] ?? '', visitorOf(request));
      return reply.clearCookie(SESSION_COOKIE, cookie).code(204).send();
    });

    scope.post('/auth/seat', async (request, reply) => {
      const token = request.cookies[SESSION_COOKIE] ?? '';
      const standing = await sessions.standing(token);
      if (!standing) return refuse(request, reply, 401, 'UNAUTHENTICATED');
      const body = read(seatBody, request, reply);
      if (!body) return reply;
      const ticket = await sessions.switchSeat(standing.actor, token, body, visitorOf(request));
      return ticket ? admitter.handSession(reply, ticket).send({ ok: true, ...(await admitter.next(ticket.token)) }) : refuse(request, reply, 404, 'NOT_FOUND');
    });
  });
}
