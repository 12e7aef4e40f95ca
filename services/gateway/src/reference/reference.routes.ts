import { createHash } from 'node:crypto';
import { develops } from '@gongjian/directory';
import { isOperator, KeyRules, readLanguage, typeDefsOf } from '@gongjian/platform';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { buildASTSchema, parse } from 'graphql';
import { compose } from '../join.ts';
import { words } from '../session/session.messages.ts';
import { referenceOf } from './reference.ts';

interface Files {
  sdl: string;
  reference: string;
  tag: string;
}

/** Made when somebody asks for it first: a process that nobody asks knows the subgraphs by their addresses alone. */
async function make(): Promise<Files> {
  const { subgraphs } = await import('../subgraphs.ts');
  const { publicSdl } = compose(subgraphs.map((subgraph) => ({ name: subgraph.name, typeDefs: typeDefsOf(subgraph) })));
  const reference = JSON.stringify(referenceOf(buildASTSchema(parse(publicSdl)), new KeyRules(subgraphs.map(({ scopes }) => scopes ?? {}))));
  return { sdl: publicSdl, reference, tag: `"${createHash('sha256').update(reference).digest('base64url').slice(0, 22)}"` };
}

/** The documented graph, for developers who are signed in and for programs with a key. Introspection stays off in production. */
export function registerReference(fastify: FastifyInstance): void {
  let made: Promise<Files> | undefined;
  const serve = (type: string, pick: (files: Files) => string) => async (request: FastifyRequest, reply: FastifyReply) => {
    const { actor } = request;
    if (!actor) return refuse(request, reply, 401, 'UNAUTHENTICATED');
    if (!actor.key && (isOperator(actor) || !develops(actor))) return refuse(request, reply, 403, 'FORBIDDEN');
    const files = await (made ??= make());
    reply.header('cache-control', 'private, no-cache').header('etag', files.tag);
    if (request.headers['if-none-match'] === files.tag) return reply.code(304).send();
    return reply.type(type).send(pick(files));
  };
  fastify.get('/reference/schema.graphql', serve('text/plain; charset=utf-8', ({ sdl }) => sdl));
  fastify.get('/reference/schema.json', serve('application/json; charset=utf-8', ({ reference }) => reference));
}

function refuse(request: FastifyRequest, reply: FastifyReply, status: number, code: string): FastifyReply {
  return reply.code(status).send({ code, message: words.text(readLanguage(request.headers['x-language']), code) });
}
