import { type ASTVisitor, GraphQLError, type GraphQLInputType, isEnumType, isInputObjectType, isListType, isNonNullType, isRequiredArgument, isRequiredInputField, Kind, type ObjectValueNode, type ValidationContext, type ValueNode, valueFromASTUntyped } from 'graphql';
import type { Problem } from '../errors.ts';
import { checkLeaf } from './variables.ts';

/**
 * What is wrong with values that are written into the operation itself, each at its field, by the same rules and in the
 * same words as those of variables. It stands beside graphql-js's own rules, which say it in English.
 */
export function literalsRule(context: ValidationContext): ASTVisitor {
  return {
    Field(node) {
      for (const argument of context.getFieldDef()?.args ?? []) {
        const given = node.arguments?.find(({ name }) => name.value === argument.name)?.value;
        const problems = given ? checkLiteral(given, argument.type, argument.name) : isRequiredArgument(argument) ? [{ field: argument.name, code: 'REQUIRED' }] : [];
        for (const problem of problems) context.reportError(new GraphQLError('BAD_INPUT', { nodes: given ?? node, extensions: { problem, http: { status: 400 } } }));
      }
    },
  };
}

export function problemOf({ extensions }: GraphQLError): Problem | undefined {
  return extensions['problem'] as Problem | undefined;
}

/** Whether graphql-js says in English what the rule above has said at its field. */
export function isAboutLiterals({ nodes, message }: GraphQLError): boolean {
  const kind = nodes?.[0]?.kind;
  return kind === Kind.OBJECT_FIELD || (kind?.endsWith('Value') ?? false) || / argument ".+" of type ".+" is required, but it was not provided/.test(message);
}

function checkLiteral(node: ValueNode, type: GraphQLInputType, field: string): Problem[] {
  // Variables are checked by their values, later.
  if (node.kind === Kind.VARIABLE) return [];
  if (isNonNullType(type)) return node.kind === Kind.NULL ? [{ field, code: 'REQUIRED' }] : checkLiteral(node, type.ofType, field);
  if (node.kind === Kind.NULL) return [];
  if (isListType(type)) return node.kind === Kind.LIST ? node.values.flatMap((item, index) => checkLiteral(item, type.ofType, `${field}.${index}`)) : checkLiteral(node, type.ofType, field);
  if (isInputObjectType(type)) return node.kind === Kind.OBJECT ? checkFields(node, type.getFields(), field) : [{ field, code: 'BAD_VALUE' }];
  // A word without quotes is a value of an enum, and nothing else is.
  if (isEnumType(type) !== (node.kind === Kind.ENUM)) return [{ field, code: 'BAD_VALUE' }];
  return checkLeaf(valueFromASTUntyped(node), type, field);
}

function checkFields(node: ObjectValueNode, fields: Readonly<Record<string, { name: string; type: GraphQLInputType; defaultValue?: unknown }>>, at: string): Problem[] {
  const given = new Map(node.fields.map(({ name, value }) => [name.value, value]));
  const unknown = [...given.keys()].filter((name) => !Object.hasOwn(fields, name)).map((name) => ({ field: `${at}.${name}`, code: 'UNKNOWN_FIELD' }));
  const known = Object.values(fields).flatMap((field) => {
    const value = given.get(field.name);
    if (value) return checkLiteral(value, field.type, `${at}.${field.name}`);
    return isRequiredInputField(field as never) ? [{ field: `${at}.${field.name}`, code: 'REQUIRED' }] : [];
  });
  return [...known, ...unknown];
}
