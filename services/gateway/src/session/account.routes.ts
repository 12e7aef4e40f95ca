import type { RegistrationResponseJSON } from '@simplewebauthn/server';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { AccountService, Done } from './account.service.ts';
import type { Holder } from './account.queries.ts';
import type { ProofService } from './proof.service.ts';
import { DEVICE_COOKIE, DEVICE_DAYS, guardRoutes, read, refuse, refuseWith, SESSION_COOKIE, visitorOf } from './route.kit.ts';
import { passkeyBody } from './session.routes.ts';
import type { SessionService } from './session.service.ts';

const text = (max: number) => z.string().min(1).max(max);
const one = z.object({ id: text(64) });
const passwordBody = z.object({ password: text(1024) });
const changeBody = z.object({ password: text(1024), newPassword: text(1024) });
const resetBody = z.object({ token: text(64), password: text(1024) });
const askBody = z.object({ account: z.string().trim().min(1).max(254) });
const emailBody = z.object({ email: z.union([z.literal(''), z.email().max(254)]) });
const tokenBody = z.object({ token: text(64) });
const codeBody = z.object({ code: text(16) });
const nameBody = one.extend({ name: z.string().trim().min(1).max(50) });
const newPasskeyBody = passkeyBody.extend({ name: z.string().trim().min(1).max(50) });

type Work<B> = (holder: Holder, body: B, request: FastifyRequest) => Promise<object | Done>;

/** What a person reads and changes of their own account; also what somebody does who has lost the password. */
export function registerAccountRoutes(fastify: FastifyInstance, parts: { sessions: SessionService; accounts: AccountService; proofs: ProofService; publicUrl: string }): void {
  const { sessions, accounts, proofs, publicUrl } = parts;

  void fastify.register(async (scope) => {
    guardRoutes(scope);

    /** For the holder of the session alone; `fresh` where only somebody may do it who proved themselves a while ago. */
    const forHolder = <S extends z.ZodType>(schema: S, work: Work<z.output<S>>, fresh = false) => async (request: FastifyRequest, reply: FastifyReply) => {
      const holder = await sessions.holder(request.cookies[SESSION_COOKIE] ?? '');
      if (!holder) return refuse(request, reply, 401, 'UNAUTHENTICATED');
      const body = read(schema, request, reply);
      if (!body) return reply;
      if (fresh && !holder.provenLately) return refuse(request, reply, 403, 'PROOF_NEEDED');
      return answer(request, reply, await work(holder, body, request));
    };
    const answer = (request: FastifyRequest, reply: FastifyReply, result: object | Done) =>
      'ok' in result && !result.ok ? refuseWith(request, reply, result as Done & { ok: false }, 400) : reply.send(result);
    const nothing = z.unknown().transform(() => ({}));

    scope.get('/auth/account', forHolder(nothing, (holder) => proofs.overview(holder)));
    scope.get('/auth/sessions', forHolder(nothing, async (holder) => ({ sessions: await accounts.sessionsOf(holder) })));
    scope.post('/auth/sessions/end', forHolder(one, async (holder, { id }, request) => ({ ended: await accounts.endSession(holder, id, visitorOf(request)) })));
    scope.post('/auth/sessions/end-others', forHolder(nothing, async (holder, _body, request) => ({ ended: await accounts.endOthers(holder, visitorOf(request)) })));

    scope.post('/auth/confirm', forHolder(passwordBody, (holder, { password }, request) => accounts.confirm(holder, password, visitorOf(request))));
    scope.post('/auth/password', forHolder(changeBody, (holder, body, request) => accounts.changePassword(holder, body.password, body.newPassword, visitorOf(request))));
    scope.post('/auth/email', forHolder(emailBody, (holder, { email }, request) => (email ? accounts.askEmail(holder, email, visitorOf(request)) : accounts.removeEmail(holder, visitorOf(request))), true));
    scope.post('/auth/email/confirm', forHolder(tokenBody, (holder, { token }, request) => accounts.confirmEmail(holder, token, visitorOf(request))));

    scope.post('/auth/totp/begin', forHolder(nothing, (holder) => proofs.beginTotp(holder), true));
    scope.post('/auth/totp/confirm', forHolder(codeBody, (holder, { code }, request) => proofs.confirmTotp(holder, code, visitorOf(request)), true));
    scope.post('/auth/totp/remove', forHolder(nothing, (holder, _body, request) => proofs.removeTotp(holder, visitorOf(request)), true));
    scope.post('/auth/passkeys/options', forHolder(nothing, (holder) => proofs.beginPasskey(holder), true));
    scope.post('/auth/passkeys', forHolder(newPasskeyBody, (holder, { response, name }, request) => proofs.addPasskey(holder, name, response as unknown as RegistrationResponseJSON, visitorOf(request)), true));
    scope.post('/auth/passkeys/rename', forHolder(nameBody, (holder, { id, name }) => proofs.renamePasskey(holder, id, name)));
    scope.post('/auth/passkeys/remove', forHolder(one, (holder, { id }, request) => proofs.removePasskey(holder, id, visitorOf(request)), true));
    scope.post('/auth/recovery-codes', forHolder(nothing, (holder, _body, request) => proofs.newCodes(holder, visitorOf(request)), true));

    scope.post('/auth/reset/ask', async (request, reply) => {
      const body = read(askBody, request, reply);
      return body ? answer(request, reply, await accounts.askReset(body.account, visitorOf(request))) : reply;
    });

    scope.post('/auth/reset', async (request, reply) => {
      const body = read(resetBody, request, reply);
      if (!body) return reply;
      const { device, ...done } = await accounts.reset(body.token, body.password, visitorOf(request));
      if (device) reply.setCookie(DEVICE_COOKIE, device, { httpOnly: true, sameSite: 'strict', path: '/auth', secure: publicUrl.startsWith('https:'), maxAge: DEVICE_DAYS * 86_400 });
      return answer(request, reply, done);
    });
  });
}
