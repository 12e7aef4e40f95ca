import { randomUUID } from 'node:crypto';
import httpProxy from '@fastify/http-proxy';
import cookie from '@fastify/cookie';
import { ACTOR_HEADER, logger, mountGraph, needsNobody, readSettings, type Secrets, secretsOf, type Settings, SettingsError, signActor, tellErrors } from '@gongjian/platform';
import { buildHTTPExecutor } from '@graphql-tools/executor-http';
import { getStitchedSchemaFromSupergraphSdl } from '@graphql-tools/federation';
import Fastify, { type FastifyInstance, type FastifyRequest } from 'fastify';
import { execute, type GraphQLSchema } from 'graphql';
import { setTimeout as wait } from 'node:timers/promises';
import { announce, untilStopped } from './console.ts';
import { authenticator, firstOperator, furnish, isSecure, openPorter } from './door.ts';
import { refuseBadAddress } from './headers.ts';
import { words } from './session/session.messages.ts';
import { compose } from './join.ts';
import type { Operation } from '@gongjian/platform';

interface Part {
  name: string;
  url: string;
}

/** Where files, exports and imports are served when the subgraphs are processes of their own. */
const PROXIED = [
  { prefix: '/files', part: 'SCHEDULING_URL' },
  { prefix: '/exports', part: 'SCHEDULING_URL' },
  // A page of the portal may have the same first word; only its files are proxied.
  { prefix: '/imports', part: 'SCHEDULING_URL', routes: ['/:id/rejected.xlsx'] },
  { prefix: '/agreements', part: 'DIRECTORY_URL', routes: ['/:id/agreement.docx', '/:id/agreement.pdf'] },
  { prefix: '/invitation-lists', part: 'DIRECTORY_URL' },
  { prefix: '/audit-files', part: 'DIRECTORY_URL' },
  { prefix: '/data-protection', part: 'DIRECTORY_URL', routes: ['/register.xlsx'] },
  { prefix: '/my-data', part: 'DIRECTORY_URL', routes: ['/export.json', '/export.xlsx'] },
] as const;

/** The gateway as a process of its own: the same door, the graph composed by Apollo Federation over HTTP. */
async function start(settings: Settings): Promise<{ url: string; stop(): Promise<void> }> {
  if (!settings.AUTH_DATABASE_URL) throw new SettingsError('AUTH_DATABASE_URL is needed where the gateway is a process of its own');
  const secrets = secretsOf(settings);
  const parts: Part[] = [
    { name: 'directory', url: settings.DIRECTORY_URL },
    { name: 'scheduling', url: settings.SCHEDULING_URL },
  ];
  const porter = await openPorter(settings, settings.AUTH_DATABASE_URL);
  const fastify = Fastify({ trustProxy: 'loopback', bodyLimit: 1024 * 1024, forceCloseConnections: true, frameworkErrors: refuseBadAddress(isSecure(settings)) });
  tellErrors(fastify, words);
  fastify.decorateRequest('actor', null);
  await fastify.register(cookie);
  const authenticate = authenticator(porter);
  fastify.addHook('onRequest', async (request) => {
    if (!needsNobody(request)) request.actor = await authenticate(request);
  });
  const schema = await composeRemote(parts, secrets);
  await mountGraph(fastify, schema, async (operation) => execute({ schema, document: operation.document, operationName: operation.operationName, variableValues: operation.variables, contextValue: operation }), { production: settings.NODE_ENV === 'production' });
  await furnish(fastify, porter, settings, async () => {
    for (const part of parts) if (!(await reach(`${part.url}/healthz`)).ok) throw new Error(part.name);
  });
  // After the door is furnished: what is proxied inherits its headers and its guard.
  await proxyFiles(fastify, settings, secrets);
  await firstOperator(porter, settings);
  const url = await fastify.listen({ port: settings.PORT, host: settings.HOST });
  return {
    url,
    stop: async () => {
      await fastify.close();
      await porter.stop();
    },
  };
}

async function composeRemote(parts: readonly Part[], secrets: Secrets): Promise<GraphQLSchema> {
  const described = await Promise.all(parts.map(async (part) => ({ name: part.name, typeDefs: await sdlOf(part, secrets), url: `${part.url}/graphql` })));
  return getStitchedSchemaFromSupergraphSdl({
    supergraphSdl: compose(described).supergraphSdl,
    batch: true,
    onSubschemaConfig(config) {
      const endpoint = config.endpoint;
      config.executor = buildHTTPExecutor({
        endpoint,
        timeout: 10_000,
        headers: (request) => {
          const { actor, options } = request!.context as Operation;
          return linkHeaders(actor, options, secrets);
        },
      }) as never;
    },
  });
}

function linkHeaders(actor: Operation['actor'], options: Operation['options'], secrets: Secrets): Record<string, string> {
  return { [ACTOR_HEADER]: signActor(secrets, actor), 'x-language': options.language ?? 'zh-CN', 'x-request-id': options.requestId ?? randomUUID(), 'x-forwarded-for': options.address ?? '' };
}

/** A subgraph that is still starting is waited for. */
async function sdlOf(part: Part, secrets: Secrets): Promise<string> {
  const headers = { [ACTOR_HEADER]: signActor(secrets, LINK) };
  for (let tries = 0; ; tries++) {
    try {
      const response = await reach(`${part.url}/sdl`, headers);
      if (response.ok) return await response.text();
      throw new Error(`${part.name} answered ${response.status}: is SECRET_KEY the same for all processes?`);
    } catch (error) {
      if (tries >= 100) throw error;
      if (tries % 20 === 19) logger.warn(`waiting for ${part.name}`, error);
      await wait(200);
    }
  }
}

/** Addresses come from settings alone, never from a request. */
function reach(url: string, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(url, { headers, signal: AbortSignal.timeout(3000) });
}

const NOBODY = '00000000-0000-7000-8000-000000000000';
const LINK: Operation['actor'] = { personId: NOBODY, accountId: NOBODY, sessionId: 'link', tenantId: NOBODY, organisationId: NOBODY, roles: [], name: 'gateway', timeZone: 'Asia/Shanghai' };

async function proxyFiles(fastify: FastifyInstance, settings: Settings, secrets: Secrets): Promise<void> {
  for (const { prefix, part, ...more } of PROXIED) {
    await fastify.register(httpProxy as never, {
      upstream: settings[part],
      prefix,
      rewritePrefix: prefix,
      ...more,
      preHandler: (request: FastifyRequest, reply: { code(status: number): { send(body: unknown): void } }, next: () => void) => (request.actor ? next() : reply.code(401).send({ code: 'UNAUTHENTICATED' })),
      replyOptions: {
        rewriteRequestHeaders: (request: FastifyRequest, { cookie: _cookie, ...headers }: Record<string, string>) => ({ ...headers, ...linkHeaders(request.actor!, { address: request.ip, language: headers['x-language'] === 'en' ? 'en' : 'zh-CN' }, secrets) }),
      },
    });
  }
}

await untilStopped(async () => {
  const settings = readSettings(process.env);
  const running = await start(settings);
  announce(settings, running.url);
  return running.stop;
});
