import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import staticFiles from '@fastify/static';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { contentPolicy, newNonce } from './headers.ts';

/** Below this, an unknown path is an error and not a page of the portal. */
const NOT_PAGES = /^\/(graphql|auth|files|exports|imports\/[^/]+\/.*\.xlsx|events|reference|healthz|readyz|assets)(\/|$|\?)/;

/** The built web app: files that never change under their name, and one page for every other path. */
export async function servePortal(fastify: FastifyInstance, root: string): Promise<void> {
  const page = join(root, 'index.html');
  if (!existsSync(page)) throw new Error('The portal is not built: npm run build');
  const html = readFileSync(page, 'utf8');
  await fastify.register(staticFiles as never, {
    root,
    index: false,
    wildcard: false,
    preCompressed: true,
    setHeaders: (reply: FastifyReply, path: string) => void reply.header('cache-control', path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache'),
  });
  fastify.setNotFoundHandler((request, reply) => {
    if (request.method !== 'GET' || NOT_PAGES.test(request.url)) return reply.code(404).send({ code: 'NOT_FOUND' });
    const nonce = newNonce();
    return contentPolicy(reply, nonce).type('text/html; charset=utf-8').header('cache-control', 'no-cache').send(html.replaceAll('__NONCE__', nonce));
  });
}
