import { contextOptions, type MessageParams, readLanguage } from '@gongjian/platform';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import type { Visitor } from './device.queries.ts';
import { words } from './session.messages.ts';

export const SESSION_COOKIE = 'gj_session';
/** Known to the account, and stays when somebody signs out: it holds nothing that signs in. */
export const DEVICE_COOKIE = 'gj_device';
/** Half in: waits for a second factor or a passkey. */
export const PENDING_COOKIE = 'gj_sign_in';
/** The invitation that somebody wants to take up with the account they are about to sign in to. */
export const INVITATION_COOKIE = 'gj_invitation';

/** The request to come in that somebody wants to confirm with the account they are about to sign in to. */
export const REGISTRATION_COOKIE = 'gj_registration';

export const DEVICE_DAYS = 400;

export interface CookieOptions {
  httpOnly: true;
  sameSite: 'lax' | 'strict';
  path: string;
  secure: boolean;
}

export const visitorOf = (request: FastifyRequest): Visitor => ({
  address: request.ip,
  agent: String(request.headers['user-agent'] ?? ''),
  device: request.cookies[DEVICE_COOKIE] ?? '',
  invitation: request.cookies[INVITATION_COOKIE] ?? '',
  registration: request.cookies[REGISTRATION_COOKIE] ?? '',
  language: readLanguage(request.headers['x-language']),
  requestId: contextOptions(request).requestId!,
});

/** JSON only. That it comes from our own pages is seen to for the whole door. */
export function guardRoutes(scope: FastifyInstance): void {
  takeJsonOnly(scope);
  scope.addHook('onRequest', async (request, reply) => {
    // A body-less request has no type and would pass as a "simple" one from any site.
    if (request.method !== 'GET' && !/^application\/json\b/i.test(request.headers['content-type'] ?? '')) return refuse(request, reply, 415, 'BAD_INPUT', {}, 'BAD_REQUEST');
    return undefined;
  });
}

/** @returns null when the body is not what the schema says; the answer has been sent then */
export function read<S extends z.ZodType>(schema: S, request: FastifyRequest, reply: FastifyReply): z.output<S> | null {
  const body = schema.safeParse(request.body);
  if (body.success) return body.data;
  const field = body.error.issues[0]?.path.join('.');
  refuse(request, reply, 400, 'BAD_INPUT', {}, 'BAD_REQUEST', field ? { field } : {});
  return null;
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

export function refuse(request: FastifyRequest, reply: FastifyReply, status: number, code: string, params: MessageParams = {}, text = code, extra: object = {}): FastifyReply {
  const message = words.text(readLanguage(request.headers['x-language']), text, params);
  return reply.code(status).send({ code, message, ...extra });
}

/** The answer to a refusal of any of the services. */
export function refuseWith(request: FastifyRequest, reply: FastifyReply, refusal: { code: string; field?: string; retryAfterSeconds?: number }, status: number): FastifyReply {
  const { code, field, retryAfterSeconds } = refusal;
  if (retryAfterSeconds === undefined) return refuse(request, reply, status, code, {}, code, field ? { field } : {});
  reply.header('retry-after', retryAfterSeconds);
  return refuse(request, reply, 429, code, { minutes: Math.ceil(retryAfterSeconds / 60) }, code, { retryAfterSeconds });
}
