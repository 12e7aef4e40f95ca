import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { Admitter } from '../session/admission.ts';
import { guardRoutes, read, refuse, refuseWith, REGISTRATION_COOKIE, SESSION_COOKIE, visitorOf } from '../session/route.kit.ts';
import type { SessionService } from '../session/session.service.ts';
import type { RegistrationRefusal, RegistrationService } from './registration.service.ts';

const text = (max: number) => z.string().min(1).max(max);
const tokenBody = z.object({ token: text(64) });
const wishBody = tokenBody.extend({ name: z.string().max(400), email: z.string().max(400), role: z.string().max(40), note: z.string().max(2400), noticeVersion: z.number() });
const newHolderBody = tokenBody.extend({ name: z.string().max(400), login: z.string().max(256), password: z.string().max(1024) });
const oneBody = z.object({ id: z.uuid() });

/** How long somebody may take to sign in with the account that a request is for, in seconds. */
const MEANT = 900;
const UNKNOWN = ['REGISTRATION_LINK', 'REGISTRATION_UNKNOWN', 'NOT_FOUND'];

/**
 * What somebody does who asks to come in, or waits for it. Links come in the body alone: addresses are written into logs.
 */
export function registerRegistrationRoutes(fastify: FastifyInstance, parts: { sessions: SessionService; registrations: RegistrationService; publicUrl: string }): void {
  const { sessions, registrations, publicUrl } = parts;
  const admitter = new Admitter(sessions, publicUrl);
  const holderOf = (request: FastifyRequest) => sessions.holderOrApplicant(request.cookies[SESSION_COOKIE] ?? '');
  const refused = (request: FastifyRequest, reply: FastifyReply, refusal: RegistrationRefusal) => refuseWith(request, reply, refusal, UNKNOWN.includes(refusal.code) ? 404 : 400);

  void fastify.register(async (scope) => {
    guardRoutes(scope);

    scope.post('/auth/registration/link', async (request, reply) => {
      const body = read(tokenBody, request, reply);
      if (!body) return reply;
      const answer = await registrations.look(body.token, visitorOf(request));
      return answer.ok ? reply.send(answer.link) : refused(request, reply, answer);
    });

    scope.post('/auth/registration/ask', async (request, reply) => {
      const body = read(wishBody, request, reply);
      if (!body) return reply;
      const { token, ...wish } = body;
      const answer = await registrations.ask(token, wish, visitorOf(request));
      return answer.ok ? reply.send(answer) : refused(request, reply, answer);
    });

    scope.post('/auth/registration', async (request, reply) => {
      const body = read(tokenBody, request, reply);
      if (!body) return reply;
      const answer = await registrations.read(body.token, await holderOf(request), visitorOf(request));
      return answer.ok ? reply.send(answer.request) : refused(request, reply, answer);
    });

    scope.post('/auth/registration/confirm', async (request, reply) => {
      const body = read(tokenBody, request, reply);
      if (!body) return reply;
      const holder = await holderOf(request);
      if (!holder) return refuse(request, reply, 401, 'UNAUTHENTICATED');
      const answer = await registrations.prove(body.token, holder.personId, visitorOf(request));
      return answer.ok ? reply.send({ ok: true }) : refused(request, reply, answer);
    });

    // Somebody says that they will sign in with the account they have. Who has no seat any more waits by this.
    scope.post('/auth/registration/sign-in', async (request, reply) => {
      const body = read(tokenBody, request, reply);
      if (!body) return reply;
      const answer = await registrations.read(body.token, null, visitorOf(request));
      return answer.ok ? reply.setCookie(REGISTRATION_COOKIE, body.token, { ...admitter.atTheDoor, maxAge: MEANT }).send({ ok: true }) : refused(request, reply, answer);
    });

    scope.post('/auth/registration/register', async (request, reply) => {
      const body = read(newHolderBody, request, reply);
      if (!body) return reply;
      const { token, ...holder } = body;
      const answer = await registrations.register(token, holder, visitorOf(request));
      if (!answer.ok) return refused(request, reply, answer);
      const entry = await sessions.enter(holder.login.trim(), visitorOf(request));
      if (!entry.ok || 'pending' in entry) return reply.send({ ok: true, signedIn: false });
      await admitter.handIn(request, reply, entry);
      return reply.send({ ok: true, signedIn: true });
    });

    scope.get('/auth/registration/waiting', async (request, reply) => {
      const holder = await holderOf(request);
      if (!holder) return refuse(request, reply, 401, 'UNAUTHENTICATED');
      const inside = (await sessions.standing(request.cookies[SESSION_COOKIE] ?? '')) !== null;
      return reply.send({ name: holder.name, requests: await registrations.mine(holder.personId), inside });
    });

    scope.post('/auth/registration/withdraw', async (request, reply) => {
      const body = read(oneBody, request, reply);
      if (!body) return reply;
      const holder = await holderOf(request);
      if (!holder) return refuse(request, reply, 401, 'UNAUTHENTICATED');
      const answer = await registrations.withdraw(body.id, holder.personId, visitorOf(request));
      if (!answer.ok) return refused(request, reply, answer);
      if (answer.gone) reply.clearCookie(SESSION_COOKIE, admitter.cookie);
      return reply.send(answer);
    });
  });
}
