import { type ASTVisitor, type DocumentNode, type FieldNode, type FragmentDefinitionNode, getNamedType, GraphQLError, type GraphQLOutputType, type GraphQLSchema, isListType, isNonNullType, type OperationDefinitionNode, type SelectionSetNode, type ValidationContext } from 'graphql';

/** Far above what the portal asks, far below what hurts. */
export const LIMITS = { tokens: 4000, depth: 12, aliases: 30, rootFields: 12, mutations: 1, cost: 200_000, bodyBytes: 512 * 1024 };

/** What a list without `first` is taken to hold. */
const LIST = 20;
/** What a page without `first` is taken to hold. */
const PAGE = 50;

interface Tally {
  depth: number;
  aliases: number;
  cost: number;
}

/** What fragments weigh, each found out once: a fragment that is spread a million times costs no more to refuse than to write. */
type Weighed = Map<string, Tally>;

interface Scope {
  schema: GraphQLSchema;
  fragment: (name: string) => FragmentDefinitionNode | null | undefined;
  /** As far as they are known. */
  variables: Record<string, unknown>;
}

function isList(type: GraphQLOutputType | undefined | null): boolean {
  if (!type) return false;
  return isNonNullType(type) ? isList(type.ofType) : isListType(type);
}

/**
 * Counts depth, aliases, root fields and cost before anything runs. Cost: one per field, times the length of the lists around it
 * (`first` where it is given as a number, else its default or 20).
 */
export function limitsRule(context: ValidationContext): ASTVisitor {
  return {
    OperationDefinition: {
      enter(operation) {
        const fields = countFields(operation.selectionSet, context, new Set());
        const most = operation.operation === 'mutation' ? LIMITS.mutations : LIMITS.rootFields;
        const scope = { schema: context.getSchema(), fragment: (name: string) => context.getFragment(name), variables: {} };
        const over = fields > most ? { what: 'root fields', limit: most } : overLimit(operation, scope);
        if (over) context.reportError(new GraphQLError('OPERATION_TOO_COMPLEX', { extensions: { ...over, http: { status: 400 } } }));
      },
    },
  };
}

/** The same once more when the variables are known: a page may be as long as one of them says. */
export function tooDear(schema: GraphQLSchema, document: DocumentNode, operation: OperationDefinitionNode, variables: Record<string, unknown>): { what: string; limit: number } | null {
  const fragments = new Map(document.definitions.flatMap((one) => (one.kind === 'FragmentDefinition' ? [[one.name.value, one] as const] : [])));
  const defaults = operation.variableDefinitions?.flatMap(({ variable, defaultValue }) => (defaultValue?.kind === 'IntValue' ? [[variable.name.value, Number(defaultValue.value)] as const] : []));
  return overLimit(operation, { schema, fragment: (name) => fragments.get(name), variables: { ...Object.fromEntries(defaults ?? []), ...variables } });
}

function overLimit(operation: OperationDefinitionNode, scope: Scope): { what: string; limit: number } | null {
  const tally = weigh(operation.selectionSet, scope.schema.getRootType(operation.operation)?.name, scope, new Map());
  for (const what of ['depth', 'aliases', 'cost'] as const) if (tally[what] > LIMITS[what]) return { what, limit: LIMITS[what] };
  return null;
}

function countFields(set: SelectionSetNode, context: ValidationContext, seen: Set<string>): number {
  return set.selections.reduce((sum, selection) => {
    if (selection.kind === 'Field') return sum + 1;
    if (selection.kind === 'InlineFragment') return sum + countFields(selection.selectionSet, context, seen);
    if (seen.has(selection.name.value)) return sum;
    seen.add(selection.name.value);
    const fragment = context.getFragment(selection.name.value);
    return fragment ? sum + countFields(fragment.selectionSet, context, seen) : sum;
  }, 0);
}

/** A set by itself; what stands inside a list counts as often as the list is long. */
function weigh(set: SelectionSetNode, typeName: string | undefined, scope: Scope, weighed: Weighed): Tally {
  const tally: Tally = { depth: 1, aliases: 0, cost: 0 };
  const add = (part: Tally, times: number, deeper: number) => {
    tally.depth = Math.max(tally.depth, part.depth + deeper);
    tally.aliases += part.aliases;
    tally.cost += part.cost * times;
  };
  for (const selection of set.selections) {
    if (selection.kind === 'InlineFragment') {
      add(weigh(selection.selectionSet, selection.typeCondition?.name.value ?? typeName, scope, weighed), 1, 0);
    } else if (selection.kind === 'FragmentSpread') {
      add(weighFragment(selection.name.value, scope, weighed), 1, 0);
    } else {
      // The schema about itself, as every tool asks for it: its depth has a rule of its own, and production says no.
      if (selection.name.value === '__schema' || selection.name.value === '__type') continue;
      tally.cost += 1;
      if (selection.alias && selection.alias.value !== selection.name.value) tally.aliases++;
      if (!selection.selectionSet) continue;
      const type = fieldType(selection, typeName, scope);
      add(weigh(selection.selectionSet, type ? getNamedType(type).name : undefined, scope, weighed), lengthOf(selection, type, scope), 1);
    }
  }
  return tally;
}

/** One that is unknown, or spreads itself, is refused by another rule and weighs nothing here. */
function weighFragment(name: string, scope: Scope, weighed: Weighed): Tally {
  const known = weighed.get(name);
  if (known) return known;
  weighed.set(name, { depth: 0, aliases: 0, cost: 0 });
  const fragment = scope.fragment(name);
  if (fragment) weighed.set(name, weigh(fragment.selectionSet, fragment.typeCondition.name.value, scope, weighed));
  return weighed.get(name)!;
}

function fieldType(field: FieldNode, typeName: string | undefined, scope: Scope): GraphQLOutputType | undefined {
  const type = typeName ? scope.schema.getType(typeName) : undefined;
  return type && 'getFields' in type ? (type.getFields()[field.name.value]?.type as GraphQLOutputType | undefined) : undefined;
}

/** A connection is as long as its `first`; its `nodes` inside are not counted again. */
function lengthOf(field: FieldNode, type: GraphQLOutputType | undefined, { variables }: Scope): number {
  if (type && getNamedType(type).name.endsWith('Connection')) {
    const first = field.arguments?.find((argument) => argument.name.value === 'first')?.value;
    const length = first?.kind === 'IntValue' ? Number(first.value) : first?.kind === 'Variable' ? variables[first.name.value] : undefined;
    return typeof length === 'number' ? Math.max(1, length) : PAGE;
  }
  return isList(type) && field.name.value !== 'nodes' ? LIST : 1;
}
