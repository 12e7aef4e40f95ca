import { type Actor, contextOptions, type MessageParams, readLanguage } from '@gongjian/platform';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { words } from '../session/session.messages.ts';
import { type Allowance, type Quota, SessionLimits } from './key.limits.ts';
import type { KeyService, KeyVerdict } from './key.service.ts';

/** Where programs come in. Everything else is for browsers. */
const OPEN = /^\/(graphql|files|reference|imports\/[^/]+\/rejected\.xlsx)(\/|\?|$)/;

const verdicts = new WeakMap<FastifyRequest, KeyVerdict>();

/** Whoever brings a key comes as that and as nothing else: a cookie beside it counts for nothing. Before a body is read. */
export async function admitKey(keys: KeyService, request: FastifyRequest, authorization: string): Promise<Actor | null> {
  const verdict = await keys.admit(authorization, { address: request.ip, requestId: contextOptions(request).requestId! });
  verdicts.set(request, verdict);
  return verdict.ok ? verdict.actor : null;
}

/** Says why a key is refused, and how much of its allowance is left (draft-ietf-httpapi-ratelimit-headers). */
export function answerKeys(fastify: FastifyInstance, quota: Quota): void {
  const sessions = new SessionLimits();
  fastify.addHook('onRequest', async (request, reply) => {
    const verdict = verdicts.get(request);
    if (!verdict) {
      const wait = request.actor && request.url.startsWith('/graphql') ? sessions.take(request.actor.sessionId) : 0;
      return wait > 0 ? tooMany(request, reply, wait) : undefined;
    }
    if ('allowance' in verdict) tellAllowance(reply, quota, verdict.allowance);
    if (verdict.ok) return OPEN.test(request.url) ? undefined : refuse(request, reply, 403, 'API_KEY_PLACE');
    if (verdict.code === 'RATE_LIMITED') return tooMany(request, reply, verdict.allowance.reset);
    if (verdict.code === 'TOO_MANY_ATTEMPTS') return refuse(request, reply.header('retry-after', verdict.retryAfterSeconds), 429, verdict.code, { minutes: Math.ceil(verdict.retryAfterSeconds / 60) });
    return refuse(request, reply.header('www-authenticate', 'Bearer realm="gongjian"'), 401, verdict.code);
  });
}

function tellAllowance(reply: FastifyReply, { requests, seconds }: Quota, { remaining, reset }: Allowance): void {
  reply.header('ratelimit-policy', `"key";q=${requests};w=${seconds}`).header('ratelimit', `"key";r=${remaining};t=${reset}`);
}

function tooMany(request: FastifyRequest, reply: FastifyReply, seconds: number): FastifyReply {
  return refuse(request, reply.header('retry-after', seconds), 429, 'RATE_LIMITED', { seconds }, { retryAfterSeconds: seconds });
}

/** In the form of the door that was knocked at: GraphQL's errors for the graph. */
function refuse(request: FastifyRequest, reply: FastifyReply, status: number, code: string, params: MessageParams = {}, details?: object): FastifyReply {
  const message = words.text(readLanguage(request.headers['x-language']), code, params);
  const graph = { errors: [{ message, extensions: { code, ...(details && { details }) } }] };
  return reply.code(status).send(request.url.startsWith('/graphql') ? graph : { code, message, ...details });
}
