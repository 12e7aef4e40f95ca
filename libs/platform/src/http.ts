import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { readLanguage } from './actor.ts';
import type { RequestContext } from './context/request-context.ts';
import { recordRefusal } from './audit/refusal.ts';
import { type Catalogue, DomainError, publicError } from './errors.ts';
import { contextOptions } from './graph/graph-server.ts';
import { logger } from './log.ts';
import { type Platform, unavailable } from './platform.ts';

const STATUS: Record<string, number> = { UNAUTHENTICATED: 401, FORBIDDEN: 403, NOT_FOUND: 404, FILE_TOO_LARGE: 413, DATABASE_UNAVAILABLE: 503, INTERNAL: 500 };

/**
 * An HTTP route beside the graph, with the same context, transaction, permissions and words.
 * What the work returns is sent after COMMIT: nobody hears of a record that might still be rolled back. Reads may send by themselves.
 * `after` makes of it what is sent, where that takes long: by then no connection is held.
 */
export async function answer<T>(platform: Platform, request: FastifyRequest, reply: FastifyReply, work: (ctx: RequestContext) => Promise<T>, options: { write?: boolean; status?: number; after?: (result: T) => Promise<unknown> } = {}): Promise<FastifyReply> {
  const context = { ...contextOptions(request), operation: `${request.method} ${request.routeOptions.url ?? ''}`, recorded: options.write === true };
  try {
    if (!request.actor) throw new DomainError('UNAUTHENTICATED');
    const done = await platform.run(request.actor, { ...context, readOnly: !options.write }, work);
    const result: unknown = options.after ? await options.after(done) : done;
    return reply.sent || result === reply ? reply : reply.code(options.status ?? 200).send(result);
  } catch (error) {
    if (request.actor) await recordRefusal(platform, request.actor, context, error);
    if (!(error instanceof DomainError)) logger.error('request failed', error, { requestId: context.requestId });
    const told = publicError(error, platform.catalogue, context.language ?? 'zh-CN', context.requestId ?? '');
    return reply.code(STATUS[told.extensions.code] ?? 400).send({ code: told.extensions.code, message: told.message });
  }
}

/** Bodies that are no JSON, bodies that are too large, and what nobody foresaw: in our words, and never a word of the library's or the database's. */
export function tellErrors(fastify: FastifyInstance, catalogue: Catalogue): void {
  fastify.setErrorHandler<FastifyError>((error, request, reply) => {
    const cause = unavailable(error);
    const language = readLanguage(request.headers['x-language']);
    if (!(cause instanceof DomainError) && error.statusCode !== undefined && error.statusCode < 500) {
      return reply.code(error.statusCode).send({ code: 'BAD_INPUT', message: catalogue.text(language, 'BAD_REQUEST') });
    }
    const requestId = contextOptions(request).requestId ?? '';
    if (!(cause instanceof DomainError)) logger.error('request failed', cause, { requestId });
    const { message, extensions } = publicError(cause, catalogue, language, requestId);
    return reply.code(STATUS[extensions.code] ?? 400).send({ code: extensions.code, message });
  });
}
