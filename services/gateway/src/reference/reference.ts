import type { KeyRules } from '@gongjian/platform';
import { astFromValue, type GraphQLArgument, type GraphQLField, type GraphQLInputField, type GraphQLNamedType, type GraphQLSchema, isEnumType, isInputObjectType, isObjectType, isRequiredArgument, isRequiredInputField, isUnionType, print } from 'graphql';
import { type Example, exampleOf } from './example.ts';

/** A field's argument, or a field of an input. */
export interface ReferenceInput {
  name: string;
  description: string | null;
  /** As GraphQL writes it: `[ID!]!`. */
  type: string;
  required: boolean;
  /** As GraphQL writes it. */
  default: string | null;
}

export interface ReferenceField {
  name: string;
  description: string | null;
  type: string;
  args: ReferenceInput[];
}

/** A root field of the graph: what one can ask for or do. */
export interface ReferenceOperation extends ReferenceField {
  kind: 'query' | 'mutation';
  /** The scopes with one of which a key may; ALWAYS for every key, empty for people alone. */
  scopes: string[];
  example: Example;
}

export interface ReferenceType {
  name: string;
  kind: 'object' | 'input' | 'enum' | 'union' | 'scalar';
  description: string | null;
  fields: ReferenceField[];
  inputs: ReferenceInput[];
  values: { name: string; description: string | null }[];
  members: string[];
  /** Operations and types that lead here. */
  usedBy: string[];
}

export interface Reference {
  operations: ReferenceOperation[];
  types: ReferenceType[];
}

/** The public graph as a person reads it: each operation with who may, and an example that can be sent as it is. */
export function referenceOf(schema: GraphQLSchema, rules: KeyRules): Reference {
  const roots = [schema.getQueryType(), schema.getMutationType()];
  const operations = (['query', 'mutation'] as const).flatMap((kind, index) =>
    Object.values(roots[index]?.getFields() ?? {}).map((field): ReferenceOperation => ({ ...fieldOf(field), kind, scopes: rules.scopesFor(field.name), example: exampleOf(kind, field) })),
  );
  const named = Object.values(schema.getTypeMap()).filter((type) => !type.name.startsWith('__') && !roots.includes(type as never));
  const types = named.map(typeOf);
  const uses = usesOf(operations, types);
  return { operations: operations.toSorted(byName), types: types.map((type) => ({ ...type, usedBy: uses.get(type.name) ?? [] })).toSorted(byName) };
}

const byName = (a: { name: string }, b: { name: string }): number => a.name.localeCompare(b.name, 'en');

function fieldOf(field: GraphQLField<unknown, unknown>): ReferenceField {
  return { name: field.name, description: field.description ?? null, type: String(field.type), args: field.args.map((arg) => inputOf(arg, isRequiredArgument(arg))) };
}

function inputOf(input: GraphQLArgument | GraphQLInputField, required: boolean): ReferenceInput {
  return { name: input.name, description: input.description ?? null, type: String(input.type), required, default: defaultOf(input) };
}

function defaultOf({ defaultValue, type }: GraphQLArgument | GraphQLInputField): string | null {
  const written = defaultValue === undefined ? null : astFromValue(defaultValue, type);
  return written ? print(written) : null;
}

function typeOf(type: GraphQLNamedType): ReferenceType {
  const empty = { name: type.name, description: type.description ?? null, fields: [], inputs: [], values: [], members: [], usedBy: [] };
  if (isObjectType(type)) return { ...empty, kind: 'object', fields: Object.values(type.getFields()).map(fieldOf) };
  if (isInputObjectType(type)) return { ...empty, kind: 'input', inputs: Object.values(type.getFields()).map((field) => inputOf(field, isRequiredInputField(field))) };
  if (isEnumType(type)) return { ...empty, kind: 'enum', values: type.getValues().map(({ name, description }) => ({ name, description: description ?? null })) };
  if (isUnionType(type)) return { ...empty, kind: 'union', members: type.getTypes().map(({ name }) => name) };
  return { ...empty, kind: 'scalar' };
}

const baseOf = (type: string): string => type.replace(/[[\]!]/g, '');

function usesOf(operations: readonly ReferenceOperation[], types: readonly ReferenceType[]): Map<string, string[]> {
  const uses = new Map<string, string[]>();
  const use = (base: string, by: string) => {
    const known = uses.get(base) ?? [];
    if (!known.includes(by)) uses.set(base, [...known, by]);
  };
  for (const operation of operations) for (const type of [operation.type, ...operation.args.map((arg) => arg.type)]) use(baseOf(type), operation.name);
  for (const { name, fields, inputs, members } of types) {
    for (const { type, args } of fields) for (const used of [type, ...args.map((arg) => arg.type)]) use(baseOf(used), name);
    for (const { type } of inputs) use(baseOf(type), name);
    for (const member of members) use(member, name);
  }
  return uses;
}
