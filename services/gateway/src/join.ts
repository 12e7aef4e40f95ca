import { composeServices } from '@theguild/federation-composition';
import { buildASTSchema, defaultFieldResolver, type GraphQLFieldResolver, type GraphQLObjectType, type GraphQLResolveInfo, type GraphQLSchema, isAbstractType, isObjectType, isScalarType, parse } from 'graphql';

export interface Subgraph {
  name: string;
  typeDefs: string;
  schema: GraphQLSchema;
}

type Resolver = GraphQLFieldResolver<unknown, unknown>;
type ReferenceResolver = (reference: object, context: unknown, info: GraphQLResolveInfo) => unknown;

/** Directives that this way of joining understands; anything else would silently mean something different here. */
const UNDERSTOOD = new Set(['key', 'shareable', 'link', 'deprecated', 'specifiedBy']);

/** Composes the public schema from the subgraphs' SDL, by the rules of Apollo Federation. */
export function compose(parts: readonly { name: string; typeDefs: string; url?: string }[]): { supergraphSdl: string; publicSdl: string } {
  const result = composeServices(parts.map((part) => ({ name: part.name, typeDefs: parse(part.typeDefs), url: part.url })));
  if (result.errors) throw new Error(`The subgraphs do not compose:\n${result.errors.map((error) => error.message).join('\n')}`);
  return { supergraphSdl: result.supergraphSdl, publicSdl: result.publicSdl };
}

/**
 * One executable schema over subgraphs in the same process. Each field runs the resolver of the subgraph that defines it;
 * where an object comes from another subgraph, that subgraph's reference resolver fetches it first.
 * There is no HTTP and no query planner between them.
 */
export function joinSchemas(subgraphs: readonly Subgraph[]): GraphQLSchema {
  for (const subgraph of subgraphs) refuseUnknownDirectives(subgraph);
  const joined = buildASTSchema(parse(compose(subgraphs).publicSdl), { assumeValidSDL: true });
  const origins = new Origins();
  for (const type of Object.values(joined.getTypeMap())) {
    if (type.name.startsWith('__')) continue;
    const sources = subgraphs.filter((subgraph) => subgraph.schema.getType(type.name));
    const original = sources[0]?.schema.getType(type.name);
    if (isScalarType(type) && isScalarType(original)) {
      Object.assign(type, { serialize: original.serialize, parseValue: original.parseValue, parseLiteral: original.parseLiteral });
    } else if (isAbstractType(type) && isAbstractType(original)) {
      type.resolveType = original.resolveType;
    } else if (isObjectType(type)) {
      joinFields(type, sources, joined.getQueryType() === type || joined.getMutationType() === type, origins);
    }
  }
  return joined;
}

function joinFields(type: GraphQLObjectType, sources: readonly Subgraph[], isRoot: boolean, origins: Origins): void {
  for (const field of Object.values(type.getFields())) {
    const owners = sources.filter((source) => field.name in objectType(source, type.name).getFields());
    // A key field stands in every subgraph; the object itself has it, wherever it came from.
    const home = owners.find((owner) => referenceResolver(owner, type.name)) ?? owners[0]!;
    const resolve: Resolver = objectType(home, type.name).getFields()[field.name]!.resolve ?? defaultFieldResolver;
    const shared = owners.length === sources.length;
    field.resolve = (parent, args, context, info) => {
      const at = isRoot || shared ? parent : origins.at(home, parent, type.name, context, info);
      return settle(at, (known) => origins.mark(home.name, known === null ? null : resolve(known, args, context, info)));
    };
  }
}

/** Which subgraph made an object, and the same object as other subgraphs know it. */
class Origins {
  private readonly madeBy = new WeakMap<object, string>();
  private readonly elsewhere = new WeakMap<object, Map<string, unknown>>();

  mark(subgraph: string, value: unknown): unknown {
    return settle(value, (known) => {
      if (Array.isArray(known)) for (const item of known) this.markOne(subgraph, item);
      else this.markOne(subgraph, known);
      return known;
    });
  }

  private markOne(subgraph: string, value: unknown): void {
    if (value instanceof Promise) void value.then((known) => this.markOne(subgraph, known), () => undefined);
    else if (typeof value === 'object' && value !== null && !(value instanceof Date) && !this.madeBy.has(value)) this.madeBy.set(value, subgraph);
  }

  at(home: Subgraph, parent: unknown, typeName: string, context: unknown, info: GraphQLResolveInfo): unknown {
    if (typeof parent !== 'object' || parent === null || this.madeBy.get(parent) === home.name) return parent;
    const reference = referenceResolver(home, typeName);
    if (!reference) return parent;
    const known = this.elsewhere.get(parent) ?? new Map<string, unknown>();
    this.elsewhere.set(parent, known);
    if (!known.has(home.name)) known.set(home.name, this.mark(home.name, reference({ __typename: typeName, id: (parent as { id?: unknown }).id }, context, info)));
    return known.get(home.name);
  }
}

function settle(value: unknown, then: (known: unknown) => unknown): unknown {
  return value instanceof Promise ? value.then(then) : then(value);
}

function objectType(subgraph: Subgraph, name: string): GraphQLObjectType {
  return subgraph.schema.getType(name) as GraphQLObjectType;
}

function referenceResolver(subgraph: Subgraph, typeName: string): ReferenceResolver | undefined {
  const extensions = objectType(subgraph, typeName).extensions as { apollo?: { subgraph?: { resolveReference?: ReferenceResolver } } };
  return extensions.apollo?.subgraph?.resolveReference;
}

function refuseUnknownDirectives({ name, typeDefs }: Subgraph): void {
  const used = JSON.stringify(parse(typeDefs, { noLocation: true })).matchAll(/"kind":"Directive","name":\{"kind":"Name","value":"([^"]+)"/g);
  for (const [, directive] of used) if (!UNDERSTOOD.has(directive!)) throw new Error(`Subgraph ${name} uses @${directive}, which joining in one process does not understand`);
}
