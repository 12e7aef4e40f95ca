import { type DocumentNode, type GraphQLInputType, type GraphQLSchema, getNamedType, isInputObjectType, isListType, isNonNullType, isRequiredInputField, type OperationDefinitionNode, typeFromAST, visit } from 'graphql';
import type { Problem } from '../errors.ts';
import { readDay, readInstant } from './scalars.ts';

/** Nobody corrects more at once. */
const MOST = 30;

/** Numbers of GraphQL's Int. */
const INT = { min: -(2 ** 31), max: 2 ** 31 - 1 };

/**
 * What is wrong with the variables of an operation, each at the field that it concerns: `input.startsAt`, as if the
 * feature itself had said so. Otherwise the executor would find it, in English and for the whole variable.
 */
export function variableProblems(schema: GraphQLSchema, document: DocumentNode, operation: OperationDefinitionNode, variables: Record<string, unknown>): Problem[] {
  const problems: Problem[] = [];
  for (const { variable, type, defaultValue } of operation.variableDefinitions ?? []) {
    const name = variable.name.value;
    const inputType = typeFromAST(schema, type) as GraphQLInputType | undefined;
    if (!inputType || (variables[name] === undefined && (defaultValue || !isNonNullType(inputType)))) continue;
    const found = check(variables[name], inputType, name);
    if (found.length === 0) continue;
    const argument = argumentOf(document, name);
    problems.push(...found.map((problem) => ({ ...problem, field: argument + problem.field.slice(name.length) })));
  }
  return problems.slice(0, MOST);
}

function check(value: unknown, type: GraphQLInputType, field: string): Problem[] {
  if (isNonNullType(type)) return value == null ? [{ field, code: 'REQUIRED' }] : check(value, type.ofType, field);
  if (value == null) return [];
  if (isListType(type)) return Array.isArray(value) ? value.flatMap((item, index) => check(item, type.ofType, `${field}.${index}`)) : check(value, type.ofType, field);
  if (isInputObjectType(type)) return checkObject(value, type.getFields(), field);
  return checkLeaf(value, type, field);
}

function checkObject(value: unknown, fields: ReturnType<Extract<GraphQLInputType, { getFields: unknown }>['getFields']>, at: string): Problem[] {
  if (typeof value !== 'object' || Array.isArray(value)) return [{ field: at, code: 'BAD_VALUE' }];
  const given = value as Record<string, unknown>;
  const unknown = Object.keys(given).filter((key) => !Object.hasOwn(fields, key)).map((key) => ({ field: `${at}.${key}`, code: 'UNKNOWN_FIELD' }));
  const known = Object.values(fields).flatMap((field) => {
    const path = `${at}.${field.name}`;
    if (given[field.name] !== undefined) return check(given[field.name], field.type, path);
    return isRequiredInputField(field) ? [{ field: path, code: 'REQUIRED' }] : [];
  });
  return [...known, ...unknown];
}

/** Named rather than asked: a gateway that only passes values on knows our scalars by their names alone. */
const SCALARS: Record<string, { read: (value: unknown) => unknown; code: string }> = { DateTime: { read: readInstant, code: 'BAD_INSTANT' }, Date: { read: readDay, code: 'BAD_DATE' } };

export function checkLeaf(value: unknown, type: GraphQLInputType, field: string): Problem[] {
  const named = getNamedType(type);
  if (named.name === 'Int') return checkInt(value, field);
  const scalar = SCALARS[named.name];
  try {
    const read = scalar ? scalar.read(value) : 'parseValue' in named ? named.parseValue(value, undefined as never) : value;
    if (read !== undefined) return [];
  } catch {
    // Told below, in the user's language.
  }
  const code = scalar?.code ?? (named.name === 'Float' ? 'NOT_A_NUMBER' : named.name === 'ID' ? 'BAD_ID' : 'BAD_VALUE');
  return [{ field, code }];
}

function checkInt(value: unknown, field: string): Problem[] {
  if (typeof value !== 'number' || !Number.isFinite(value)) return [{ field, code: 'NOT_A_NUMBER' }];
  if (!Number.isInteger(value)) return [{ field, code: 'NOT_WHOLE' }];
  if (value > INT.max) return [{ field, code: 'TOO_LARGE', params: { max: INT.max } }];
  return value < INT.min ? [{ field, code: 'TOO_SMALL', params: { min: INT.min } }] : [];
}

/** The argument that a variable is handed to; people call it by that name, whatever the operation calls the variable. */
function argumentOf(document: DocumentNode, variable: string): string {
  let found: string | undefined;
  visit(document, {
    Argument(node) {
      if (node.value.kind === 'Variable' && node.value.name.value === variable) found ??= node.name.value;
    },
  });
  return found ?? variable;
}
