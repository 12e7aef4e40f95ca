import { randomBytes } from 'node:crypto';
import { readLanguage } from '@gongjian/platform';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { words } from './session/session.messages.ts';

/** The hash of the empty string: some style tags are made empty and filled by script, which the policy allows once it knows them. */
const EMPTY = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='";

export function newNonce(): string {
  return randomBytes(16).toString('base64');
}

/** What a page may load: its own files, and styles that carry this answer's nonce. Nothing inline, nothing from elsewhere. */
export function contentPolicy(reply: FastifyReply, nonce: string): FastifyReply {
  const policy = ["default-src 'none'", "script-src 'self'", `style-src 'self' 'nonce-${nonce}' ${EMPTY}`, "img-src 'self' data: blob:", "font-src 'self'", "connect-src 'self'", "manifest-src 'self'", "form-action 'self'", "base-uri 'none'", "frame-ancestors 'none'"];
  return reply.header('content-security-policy', policy.join('; '));
}

/** What every answer carries, unless it says something stricter or wider itself. */
export function safeHeaders(secure: boolean): Record<string, string> {
  return {
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'same-origin',
    'x-frame-options': 'DENY',
    'cross-origin-opener-policy': 'same-origin',
    'permissions-policy': 'camera=(), geolocation=(), microphone=()',
    ...(secure && { 'strict-transport-security': 'max-age=31536000; includeSubDomains' }),
  };
}

const OPEN = new Set(['content-security-policy', 'cache-control']);

export function securityHeaders(fastify: FastifyInstance, secure: boolean): void {
  const headers = Object.entries(safeHeaders(secure));
  fastify.addHook('onSend', async (_request, reply) => {
    for (const [name, value] of headers) if (!OPEN.has(name) || !reply.hasHeader(name)) reply.header(name, value);
  });
}

/** An address that cannot be read reaches no hook, so its answer brings the headers itself. */
export function refuseBadAddress(secure: boolean): (error: Error, request: FastifyRequest, reply: FastifyReply) => void {
  return (_error, request, reply) => {
    const message = words.text(readLanguage(request.headers['x-language']), 'BAD_REQUEST');
    void reply.headers(safeHeaders(secure)).code(400).send({ code: 'BAD_INPUT', message });
  };
}

/** Writing is for our own pages: browsers name the page's origin with every POST; what is no browser need not. */
export function ownPagesOnly(fastify: FastifyInstance, publicUrl: string): void {
  const own = new URL(publicUrl).origin;
  fastify.addHook('onRequest', async (request, reply) => {
    const { origin, host } = request.headers;
    if (origin === undefined || ['GET', 'HEAD', 'OPTIONS'].includes(request.method)) return undefined;
    if (origin === own || (URL.canParse(origin) && new URL(origin).host === host)) return undefined;
    return reply.code(403).send({ code: 'FORBIDDEN', message: words.text(readLanguage(request.headers['x-language']), 'ORIGIN_REFUSED') });
  });
}
