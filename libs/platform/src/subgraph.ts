import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type DynamicModule, Inject, Injectable, Module, type Provider, type Type } from '@nestjs/common';
import { AbstractGraphQLDriver, type GqlModuleOptions, GraphQLFederationFactory, GraphQLModule } from '@nestjs/graphql';
import { type GraphQLObjectType, type GraphQLSchema, isObjectType, isUnionType } from 'graphql';
import type { EntityClass } from './entity.ts';
import type { TableData } from './data/register.ts';
import type { Migration } from './database/migrate.ts';
import type { Messages } from './errors.ts';
import type { Echo } from './events.ts';
import type { JobHandler } from './jobs.ts';
import type { ScopeParts } from './keys/scopes.ts';
import type { MessageKinds } from './messages/message.kinds.ts';
import type { Permissions } from './permissions.ts';
import { dateScalar, dateTimeScalar, jsonScalar } from './graph/scalars.ts';
import { Platform } from './platform.ts';
import type { Round } from './rounds.ts';
import type { NewsSource } from './webhooks/events.ts';

export interface SubgraphDefinition {
  /** The subgraph's name and its PostgreSQL schema. */
  name: string;
  /** `import.meta.url` of the package's index: its *.graphql files are found beside and below it. */
  url: string;
  entities: readonly EntityClass[];
  migrations: readonly Migration[];
  permissions: readonly Permissions[];
  /** What API keys may ask of it; nothing that is not named here. */
  scopes?: ScopeParts;
  /** What its tables keep, about whom and for how long: every column of each of them. */
  data: readonly TableData[];
  /** Resolvers and services, as Nest takes them. */
  providers: readonly Provider[];
  controllers?: readonly Type[];
  jobs?: Record<string, JobHandler>;
  messages: Messages;
  /** What it tells people, with the texts. */
  kinds?: MessageKinds;
  /** What of its changes other programs may hear. */
  news?: NewsSource;
  /** Which of its changes open pages of other consortia hear of as well. */
  echo?: Echo;
  /** What it looks after again and again. */
  rounds?: readonly Round[];
}

/** All that a new subgraph has to say about itself. */
export function defineSubgraph(definition: SubgraphDefinition): SubgraphDefinition {
  return definition;
}

/** The subgraph's schema as written by hand, with the platform's part in front. */
export function typeDefsOf(definition: SubgraphDefinition): string {
  const own = dirname(fileURLToPath(definition.url));
  const files = globSync('**/*.graphql', { cwd: own }).sort();
  return [join(import.meta.dirname, 'platform.graphql'), ...files.map((file) => join(own, file))].map((file) => readFileSync(file, 'utf8')).join('\n');
}

type SubgraphOptions = GqlModuleOptions & { onSchema: (schema: GraphQLSchema) => void; entities: readonly EntityClass[] };

/** Builds one subgraph's executable schema from its SDL and Nest's resolvers; serving it is the host's business. */
@Injectable()
export class SubgraphDriver extends AbstractGraphQLDriver<SubgraphOptions> {
  @Inject(GraphQLFederationFactory)
  private readonly federation: GraphQLFederationFactory;

  override generateSchema(options: SubgraphOptions): Promise<GraphQLSchema> {
    return this.federation.generateSchema(options);
  }

  async start(options: SubgraphOptions): Promise<void> {
    const schema = options.schema!;
    complete(schema, options.entities);
    options.onSchema(schema);
  }

  async stop(): Promise<void> {}
}

/** Fills in what is the same for every subgraph, and refuses a schema that promises fields which nobody answers. */
function complete(schema: GraphQLSchema, entities: readonly EntityClass[]): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (isUnionType(type) && type.name !== '_Entity') type.resolveType = (value: { __typename?: string; constructor: { name: string } }) => value.__typename ?? value.constructor.name;
    if (!isObjectType(type)) continue;
    const totalCount = type.name.endsWith('Connection') ? type.getFields()['totalCount'] : undefined;
    if (totalCount && !totalCount.resolve) totalCount.resolve = (page: { count(): Promise<number> }) => page.count();
    const isRoot = type === schema.getQueryType() || type === schema.getMutationType();
    const unanswered = isRoot ? Object.values(type.getFields()).filter((field) => !field.resolve) : [];
    if (unanswered.length > 0) throw new Error(`${type.name} has fields that nobody answers: ${unanswered.map((field) => field.name).join(', ')}`);
    const entity = entities.find((candidate) => candidate.name === type.name);
    if (entity) requireAnswers(type, entity);
  }
}

function requireAnswers(type: GraphQLObjectType, entity: EntityClass): void {
  const known = new Set(columnsOf(entity));
  for (const field of Object.values(type.getFields())) {
    if (!field.resolve && !known.has(field.name)) throw new Error(`${type.name}.${field.name} has neither a column, a getter nor a resolver`);
  }
}

function columnsOf(entity: EntityClass): string[] {
  const getters = Object.entries(Object.getOwnPropertyDescriptors(entity.prototype as object)).filter(([, property]) => property.get).map(([key]) => key);
  return [...getters, ...(columnNames.get(entity) ?? [])];
}

const columnNames = new WeakMap<EntityClass, string[]>();

@Module({})
class PlatformModule {}

/** The Nest module of one subgraph. Its schema is handed over when the application starts. */
export function subgraphModule(definition: SubgraphDefinition, platform: Platform, onSchema: (schema: GraphQLSchema) => void): DynamicModule {
  for (const entity of definition.entities) columnNames.set(entity, platform.dataSource.getMetadata(entity).columns.map((column) => column.propertyName));
  class Features {}
  Object.defineProperty(Features, 'name', { value: `${definition.name}Features` });
  Module({ providers: [{ provide: Platform, useValue: platform }, ...definition.providers], controllers: [...(definition.controllers ?? [])] })(Features);
  const graph = GraphQLModule.forRoot<SubgraphOptions>({
    driver: SubgraphDriver as never,
    include: [Features],
    typeDefs: typeDefsOf(definition),
    resolvers: { DateTime: dateTimeScalar, Date: dateScalar, JSON: jsonScalar },
    entities: definition.entities,
    onSchema,
  });
  return { module: PlatformModule, imports: [Features, graph] };
}
