import { randomBytes } from 'node:crypto';
import type { FastifyInstance, FastifyReply } from 'fastify';

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

export function securityHeaders(fastify: FastifyInstance, secure: boolean): void {
  fastify.addHook('onSend', async (_request, reply) => {
    if (!reply.hasHeader('content-security-policy')) reply.header('content-security-policy', "default-src 'none'; frame-ancestors 'none'");
    reply.header('x-content-type-options', 'nosniff').header('referrer-policy', 'same-origin').header('x-frame-options', 'DENY').header('cross-origin-opener-policy', 'same-origin').header('permissions-policy', 'camera=(), geolocation=(), microphone=()');
    if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store');
    if (secure) reply.header('strict-transport-security', 'max-age=31536000; includeSubDomains');
  });
}
