import { randomUUID } from 'node:crypto';
import { ApolloServer, type ApolloServerPlugin, HeaderMap } from '@apollo/server';
import { ApolloServerPluginCacheControlDisabled, ApolloServerPluginLandingPageDisabled, ApolloServerPluginUsageReportingDisabled } from '@apollo/server/plugin/disabled';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type DocumentNode, getOperationAST, GraphQLError, type GraphQLFormattedError, type GraphQLSchema } from 'graphql';
import { type Actor, readLanguage } from '../actor.ts';
import { badInputs, Catalogue, DomainError, publicError } from '../errors.ts';
import { logger } from '../log.ts';
import type { Operation } from './execute.ts';
import { LIMITS, limitsRule, tooDear } from './limits.ts';
import { literalsRule } from './literals.ts';
import { variableProblems } from './variables.ts';
import { refusedUnread, sayInWords, tooComplex } from './wording.ts';

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

interface GraphOptions {
  production: boolean;
  catalogue?: Catalogue;
  /** Behind the gateway, which has counted each operation as it was asked: what is planned from it is longer, and does no more. */
  counted?: boolean;
}

/** What the gateway sends to one subgraph: fragments written out, and a key for each row that another one found. */
const PLANNED_BYTES = 8 * 1024 * 1024;

/**
 * Apollo Server in front of an executor of ours: parsing, validation, limits, CSRF and error format are Apollo's,
 * running the operation is ours. Nothing is parsed for anybody who is not signed in.
 */
export async function mountGraph(fastify: FastifyInstance, schema: GraphQLSchema, execute: Execute, { production, catalogue = new Catalogue([]), counted = false }: GraphOptions): Promise<void> {
  const apollo = new ApolloServer<GraphContext>({
    gateway: {
      load: async () => ({
        executor: async ({ document, request, operationName, context }) => {
          const options = contextOptions((context as GraphContext).request);
          // The name as it was sent: Apollo forgets one that no operation has.
          const refused = unfit(schema, document, request.operationName ?? operationName ?? null, request.variables ?? {}, counted);
          if (refused) return { errors: [inWords(refused, catalogue, options)] } as never;
          return (await execute({ document, operationName, variables: request.variables, actor: (context as GraphContext).actor, options })) as never;
        },
      }),
      onSchemaLoadOrUpdate(callback) {
        callback({ apiSchema: schema, coreSupergraphSdl: '' });
        return () => undefined;
      },
      stop: async () => undefined,
    },
    introspection: !production,
    hideSchemaDetailsFromClientErrors: production,
    includeStacktraceInErrorResponses: false,
    allowBatchedHttpRequests: false,
    csrfPrevention: true,
    stopOnTerminationSignals: false,
    parseOptions: counted ? {} : { maxTokens: LIMITS.tokens },
    validationRules: counted ? [literalsRule] : [limitsRule, literalsRule],
    plugins: [ApolloServerPluginCacheControlDisabled(), ApolloServerPluginUsageReportingDisabled(), ApolloServerPluginLandingPageDisabled(), inWordsOf(catalogue)],
    formatError: (formatted) => plain(formatted),
    logger: { debug: () => undefined, info: () => undefined, warn: (line) => logger.warn(String(line)), error: (line) => logger.error(String(line)) },
  });
  await apollo.start();
  fastify.addHook('onClose', () => apollo.stop());
  fastify.post('/graphql', { bodyLimit: counted ? PLANNED_BYTES : LIMITS.bodyBytes }, async (request, reply) => {
    if (!request.actor) return unauthenticated(request, reply, catalogue);
    const actor = request.actor;
    const refused = refusedUnread(request.headers, request.body);
    if (refused) {
      const { message, extensions } = inWords(new DomainError(refused), catalogue, contextOptions(request));
      return reply.code(400).send({ errors: [{ message, extensions }] });
    }
    const response = await apollo.executeHTTPGraphQLRequest({
      httpGraphQLRequest: { method: 'POST', headers: headersOf(request), search: '', body: request.body },
      context: async () => ({ actor, request }),
    });
    reply.code(response.status ?? 200);
    for (const [key, value] of response.headers) reply.header(key, value);
    return response.body.kind === 'complete' ? reply.send(response.body.string) : reply.send(response.body.asyncIterator);
  });
}

/** What is wrong with an operation that is valid by itself: nothing to run in it, or variables that do not fit. */
function unfit(schema: GraphQLSchema, document: DocumentNode, operationName: string | null, variables: Record<string, unknown>, counted: boolean): DomainError | null {
  const operation = getOperationAST(document, operationName);
  if (!operation || !schema.getRootType(operation.operation)) return new DomainError('OPERATION_UNKNOWN');
  const problems = variableProblems(schema, document, operation, variables);
  if (problems.length > 0) return badInputs(problems);
  const over = counted ? null : tooDear(schema, document, operation, variables);
  return over && new DomainError('OPERATION_TOO_COMPLEX', over);
}

function inWords(error: DomainError, catalogue: Catalogue, { language = 'zh-CN', requestId = '' }: Operation['options']): GraphQLError {
  if (error.code === 'OPERATION_TOO_COMPLEX') return new GraphQLError(tooComplex(catalogue, language, error.params as never), { extensions: { code: error.code } });
  const { message, extensions } = publicError(error, catalogue, language, requestId);
  return new GraphQLError(message, { extensions });
}

/** Parser and validation know no language; what they say is put into words before it leaves. */
function inWordsOf(catalogue: Catalogue): ApolloServerPlugin<GraphContext> {
  return {
    requestDidStart: async ({ contextValue }) => ({
      didEncounterErrors: async ({ errors }) => {
        const { language = 'zh-CN', requestId = '' } = contextOptions(contextValue.request);
        sayInWords(errors as GraphQLError[], catalogue, language, requestId);
      },
    }),
  };
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
