import cookie from '@fastify/cookie';
import multipart from '@fastify/multipart';
import { Catch, type ExceptionFilter, type INestApplication, Module } from '@nestjs/common';
import { APP_FILTER, NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyRequest, FastifyServerOptions } from 'fastify';
import { execute, type GraphQLSchema, parse } from 'graphql';
import { type Actor, verifyActor } from './actor.ts';
import { FileController } from './files/file.controller.ts';
import { executeOperation } from './graph/execute.ts';
import { mountGraph } from './graph/graph-server.ts';
import { tellErrors } from './http.ts';
import { Platform } from './platform.ts';
import { type SubgraphDefinition, subgraphModule } from './subgraph.ts';

export interface Host {
  app: NestFastifyApplication & INestApplication;
  fastify: FastifyInstance;
  /** Executable schema of each subgraph, by name. */
  schemas: Map<string, GraphQLSchema>;
}

/** The header in which the gateway hands the signed actor to a subgraph. */
export const ACTOR_HEADER = 'x-gongjian-actor';

/** Errors of resolvers go on as they are: they are told, and where they are unforeseen logged, in one place of ours. */
@Catch()
class PassOn implements ExceptionFilter {
  catch(error: unknown): never {
    throw error;
  }
}

/** Unknown paths are the door's business: it answers with a page of the portal. Errors outside the graph are told in one place of ours. */
class Adapter extends FastifyAdapter {
  override setNotFoundHandler(): ReturnType<FastifyAdapter['setNotFoundHandler']> {
    return this.getInstance();
  }

  override setErrorHandler(): ReturnType<FastifyAdapter['setErrorHandler']> {
    return this.getInstance();
  }
}

export type HostOptions = Pick<FastifyServerOptions, 'frameworkErrors'>;

/** Files of the portal, its pages, and questions about health: they are answered even when nobody can be asked who is there. */
export function needsNobody(request: FastifyRequest): boolean {
  return request.is404 || /^\/(healthz|readyz|assets\/)/.test(request.url);
}

/** A Nest application with some subgraphs in it. Routes may be added until it listens. */
export async function createHost(platform: Platform, subgraphs: readonly SubgraphDefinition[], authenticate: (request: FastifyRequest) => Promise<Actor | null>, options: HostOptions = {}): Promise<Host> {
  const schemas = new Map<string, GraphQLSchema>();
  class Application {}
  Module({
    imports: subgraphs.map((subgraph) => subgraphModule(subgraph, platform, (schema) => schemas.set(subgraph.name, schema))),
    providers: [
      { provide: Platform, useValue: platform },
      { provide: APP_FILTER, useClass: PassOn },
    ],
    controllers: [FileController],
  })(Application);
  const adapter = new Adapter({ trustProxy: 'loopback', bodyLimit: 1024 * 1024, routerOptions: { maxParamLength: 200 }, forceCloseConnections: true, ...options } as never);
  const app = await NestFactory.create<NestFastifyApplication>(Application, adapter, { logger: ['error', 'warn'], abortOnError: false });
  const fastify = adapter.getInstance() as unknown as FastifyInstance;
  fastify.decorateRequest('actor', null);
  await fastify.register(cookie as never);
  // Before any body is read or parsed: Nest's guards do not run on federation's entry points.
  fastify.addHook('onRequest', async (request) => {
    if (!needsNobody(request)) request.actor = await authenticate(request);
  });
  tellErrors(fastify, platform.catalogue);
  await fastify.register(multipart as never);
  await app.init();
  return { app, fastify, schemas };
}

/** One subgraph as a process of its own, for the gateway alone: whoever brings no signed actor gets 401. */
export async function serveSubgraph(definition: SubgraphDefinition, platform: Platform, port: number, production: boolean): Promise<Host> {
  const host = await createHost(platform, [definition], async (request) => verifyActor(platform.secrets, request.headers[ACTOR_HEADER]));
  const schema = host.schemas.get(definition.name)!;
  host.fastify.get('/healthz', async () => ({ ok: true }));
  host.fastify.get('/sdl', async (request, reply) => (request.actor ? reply.type('text/plain').send(await sdlOf(schema)) : reply.code(401).send()));
  await mountGraph(
    host.fastify,
    schema,
    (operation) => executeOperation(platform, operation, ({ document, operationName, variables }, ctx) => execute({ schema, document, operationName, variableValues: variables, contextValue: ctx })),
    { production, catalogue: platform.catalogue, counted: true },
  );
  await host.app.listen(port, '127.0.0.1');
  await platform.work();
  return host;
}

async function sdlOf(schema: GraphQLSchema): Promise<string> {
  const result = await execute({ schema, document: parse('{ _service { sdl } }') });
  return (result.data as { _service: { sdl: string } })._service.sdl;
}
