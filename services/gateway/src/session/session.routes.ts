import type { AuthenticationResponseJSON } from '@simplewebauthn/server';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type CookieOptions, DEVICE_COOKIE, DEVICE_DAYS, guardRoutes, PENDING_COOKIE, read, refuse, refuseWith, SESSION_COOKIE, visitorOf } from './route.kit.ts';
import type { Admission, HalfIn, Refusal, SessionService, Ticket } from './session.service.ts';

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

const STATUS: Record<Refusal['code'], number> = { SIGN_IN_FAILED: 401, CODE_WRONG: 401, PASSKEY_REFUSED: 401, SIGN_IN_EXPIRED: 401, NO_SEAT: 403, TOO_MANY_ATTEMPTS: 429 };

/** Signing in by password, code and passkey, signing out and changing the seat. */
export function registerSessionRoutes(fastify: FastifyInstance, sessions: SessionService, settings: SessionRouteSettings): void {
  const cookie: CookieOptions = { httpOnly: true, sameSite: 'lax', path: '/', secure: settings.publicUrl.startsWith('https:') };
  const atTheDoor: CookieOptions = { ...cookie, sameSite: 'strict', path: '/auth' };
  const handSession = (reply: FastifyReply, { token, expiresAt }: Ticket) => reply.setCookie(SESSION_COOKIE, token, { ...cookie, maxAge: Math.max(0, Math.floor((expiresAt.getTime() - Date.now()) / 1000)) });

  /** Where the session cannot be used before a second factor is added, the answer says so. */
  const next = async (token: string) => ((await sessions.isConfined(token)) ? { next: 'ADD_SECOND_FACTOR' } : {});

  const answer = async (request: FastifyRequest, reply: FastifyReply, entry: Admission | HalfIn | Refusal): Promise<FastifyReply> => {
    if (!entry.ok) return refuseWith(request, reply, entry, STATUS[entry.code]);
    if ('pending' in entry) return reply.setCookie(PENDING_COOKIE, entry.pending, atTheDoor).send({ next: 'SECOND_FACTOR', factors: entry.factors });
    // Whoever was signed in in this browser before is not any more.
    await sessions.signOut(request.cookies[SESSION_COOKIE] ?? '', visitorOf(request));
    handSession(reply, entry).setCookie(DEVICE_COOKIE, entry.device, { ...atTheDoor, maxAge: DEVICE_DAYS * 86_400 });
    if (request.cookies[PENDING_COOKIE]) reply.clearCookie(PENDING_COOKIE, atTheDoor);
    return reply.send({ ok: true, ...(await next(entry.token)) });
  };

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
      return ticket ? handSession(reply, ticket).send({ ok: true, ...(await next(ticket.token)) }) : refuse(request, reply, 404, 'NOT_FOUND');
    });
  });
}
