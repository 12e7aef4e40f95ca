import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { Admitter } from './admission.ts';
import type { Accepted } from './invitation.queries.ts';
import type { InvitationRefusal, InvitationService } from './invitation.service.ts';
import { guardRoutes, INVITATION_COOKIE, read, refuse, refuseWith, SESSION_COOKIE, visitorOf } from './route.kit.ts';
import type { SessionService } from './session.service.ts';

const text = (max: number) => z.string().min(1).max(max);
const tokenBody = z.object({ token: text(64) });
const newHolderBody = tokenBody.extend({ name: z.string().max(400), login: z.string().max(256), password: z.string().max(1024) });

/** How long somebody may take to sign in with the account that an invitation is for, in seconds. */
const MEANT = 900;

/** What somebody does who has the link of an invitation. The link comes in the body alone: addresses are written into logs. */
export function registerInvitationRoutes(fastify: FastifyInstance, parts: { sessions: SessionService; invitations: InvitationService; publicUrl: string }): void {
  const { sessions, invitations, publicUrl } = parts;
  const admitter = new Admitter(sessions, publicUrl);
  const holderOf = (request: FastifyRequest) => sessions.holder(request.cookies[SESSION_COOKIE] ?? '');
  const refused = (request: FastifyRequest, reply: FastifyReply, refusal: InvitationRefusal) => refuseWith(request, reply, refusal, refusal.code === 'INVITATION_UNKNOWN' ? 404 : 400);
  const done = ({ tenantId, organisationId, since, begun }: Accepted) => ({ ok: true, consortiumId: tenantId, organisationId, since, begun });

  void fastify.register(async (scope) => {
    guardRoutes(scope);

    scope.post('/auth/invitation', async (request, reply) => {
      const body = read(tokenBody, request, reply);
      if (!body) return reply;
      const answer = await invitations.look(body.token, await holderOf(request), visitorOf(request));
      return answer.ok ? reply.send(answer.invitation) : refused(request, reply, answer);
    });

    scope.post('/auth/invitation/accept', async (request, reply) => {
      const body = read(tokenBody, request, reply);
      if (!body) return reply;
      const holder = await holderOf(request);
      if (!holder) return refuse(request, reply, 401, 'UNAUTHENTICATED');
      const answer = await invitations.accept(body.token, holder, visitorOf(request));
      return answer.ok ? reply.send(done(answer.accepted)) : refused(request, reply, answer);
    });

    // Somebody says that they will sign in with the account they have. Who has no seat any more comes in by this.
    scope.post('/auth/invitation/sign-in', async (request, reply) => {
      const body = read(tokenBody, request, reply);
      if (!body) return reply;
      const answer = await invitations.look(body.token, null, visitorOf(request));
      return answer.ok ? reply.setCookie(INVITATION_COOKIE, body.token, { ...admitter.atTheDoor, maxAge: MEANT }).send({ ok: true }) : refused(request, reply, answer);
    });

    scope.post('/auth/invitation/register', async (request, reply) => {
      const body = read(newHolderBody, request, reply);
      if (!body) return reply;
      const { token, ...holder } = body;
      const answer = await invitations.register(token, holder, visitorOf(request));
      if (!answer.ok) return refused(request, reply, answer);
      const entry = await sessions.enter(holder.login.trim(), visitorOf(request));
      // Roles that begin on a later day let nobody in today.
      if (!entry.ok || 'pending' in entry) return reply.send({ ...done(answer.accepted), signedIn: false });
      await admitter.handIn(request, reply, entry);
      return reply.send({ ...done(answer.accepted), signedIn: true, ...(await admitter.next(entry.token)) });
    });
  });
}
