import { randomUUID } from 'node:crypto';
import { ApolloServer, HeaderMap } from '@apollo/server';
import { ApolloServerPluginCacheControlDisabled, ApolloServerPluginLandingPageDisabled, ApolloServerPluginUsageReportingDisabled } from '@apollo/server/plugin/disabled';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { GraphQLFormattedError, GraphQLSchema } from 'graphql';
import { type Actor, readLanguage } from '../actor.ts';
import { Catalogue } from '../errors.ts';
import { logger } from '../log.ts';
import type { Operation } from './execute.ts';
import { LIMITS, limitsRule } from './limits.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Who asks; set by the hook that authenticates, before a body is parsed. */
    actor: Actor | null;
  }
}

export type Execute = (operation: Operation) => Promise<{ data?: unknown; errors?: readonly unknown[] }>;

interface GraphContext {
  actor: Actor;
  request: FastifyRequest;
}

/**
 * Apollo Server in front of an executor of ours: parsing, validation, limits, CSRF and error format are Apollo's,
 * running the operation is ours. Nothing is parsed for anybody who is not signed in.
 */
export async function mountGraph(fastify: FastifyInstance, schema: GraphQLSchema, execute: Execute, options: { production: boolean; catalogue?: Catalogue }): Promise<void> {
  const catalogue = options.catalogue ?? new Catalogue([]);
  const apollo = new ApolloServer<GraphContext>({
    gateway: {
      load: async () => ({
        executor: async ({ document, request, operationName, context }) =>
          (await execute({
            document,
            operationName,
            variables: request.variables,
            actor: (context as GraphContext).actor,
            options: contextOptions((context as GraphContext).request),
          })) as never,
      }),
      onSchemaLoadOrUpdate(callback) {
        callback({ apiSchema: schema, coreSupergraphSdl: '' });
        return () => undefined;
      },
      stop: async () => undefined,
    },
    introspection: !options.production,
    hideSchemaDetailsFromClientErrors: options.production,
    includeStacktraceInErrorResponses: false,
    allowBatchedHttpRequests: false,
    csrfPrevention: true,
    stopOnTerminationSignals: false,
    parseOptions: { maxTokens: LIMITS.tokens },
    validationRules: [limitsRule],
    plugins: [ApolloServerPluginCacheControlDisabled(), ApolloServerPluginUsageReportingDisabled(), ApolloServerPluginLandingPageDisabled()],
    formatError: (formatted) => plain(formatted),
    logger: { debug: () => undefined, info: () => undefined, warn: (line) => logger.warn(String(line)), error: (line) => logger.error(String(line)) },
  });
  await apollo.start();
  fastify.addHook('onClose', () => apollo.stop());
  fastify.post('/graphql', { bodyLimit: LIMITS.bodyBytes }, async (request, reply) => {
    if (!request.actor) return unauthenticated(request, reply, catalogue);
    const actor = request.actor;
    const response = await apollo.executeHTTPGraphQLRequest({
      httpGraphQLRequest: { method: 'POST', headers: headersOf(request), search: '', body: request.body },
      context: async () => ({ actor, request }),
    });
    reply.code(response.status ?? 200);
    for (const [key, value] of response.headers) reply.header(key, value);
    return response.body.kind === 'complete' ? reply.send(response.body.string) : reply.send(response.body.asyncIterator);
  });
}

export function contextOptions(request: FastifyRequest): Operation['options'] {
  return { language: readLanguage(request.headers['x-language']), requestId: String(request.headers['x-request-id'] ?? randomUUID()).slice(0, 64), address: request.ip };
}

export function unauthenticated(request: FastifyRequest, reply: FastifyReply, catalogue: Catalogue): FastifyReply {
  return reply.code(401).send({ code: 'UNAUTHENTICATED', message: catalogue.text(readLanguage(request.headers['x-language']), 'UNAUTHENTICATED') });
}

function headersOf(request: FastifyRequest): HeaderMap {
  const headers = new HeaderMap();
  for (const [key, value] of Object.entries(request.headers)) if (value !== undefined) headers.set(key, Array.isArray(value) ? value.join(', ') : value);
  return headers;
}

/** Never a stack trace, whatever a library has put there. */
function plain(error: GraphQLFormattedError): GraphQLFormattedError {
  const { stacktrace: _stack, http: _http, ...extensions } = (error.extensions ?? {}) as Record<string, unknown>;
  return { ...error, extensions };
}
