import { type ASTVisitor, type FieldNode, GraphQLError, type SelectionSetNode, type ValidationContext, getNamedType, isListType, isNonNullType, type GraphQLOutputType } from 'graphql';

/** Far above what the portal asks, far below what hurts. */
export const LIMITS = { tokens: 4000, depth: 12, aliases: 30, rootFields: 12, mutations: 1, cost: 200_000, bodyBytes: 512 * 1024 };

/** What a list without `first` is taken to hold. */
const LIST = 20;

interface Tally {
  depth: number;
  aliases: number;
  cost: number;
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
  const refuse = (what: string, limit: number) => {
    const error = new GraphQLError('OPERATION_TOO_COMPLEX', { extensions: { code: 'OPERATION_TOO_COMPLEX', what, limit, http: { status: 400 } } });
    context.reportError(error);
  };
  return {
    OperationDefinition: {
      enter(operation) {
        const schema = context.getSchema();
        const root = schema.getRootType(operation.operation);
        const fields = countFields(operation.selectionSet, context, new Set());
        const most = operation.operation === 'mutation' ? LIMITS.mutations : LIMITS.rootFields;
        if (fields > most) return refuse('root fields', most);
        const tally: Tally = { depth: 0, aliases: 0, cost: 0 };
        weigh(operation.selectionSet, root?.name, 1, 1, tally, context, []);
        if (tally.depth > LIMITS.depth) refuse('depth', LIMITS.depth);
        else if (tally.aliases > LIMITS.aliases) refuse('aliases', LIMITS.aliases);
        else if (tally.cost > LIMITS.cost) refuse('cost', LIMITS.cost);
      },
    },
  };
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

/** Stops as soon as a limit is passed, so that a bomb of fragments costs no more to refuse than to write. */
function weigh(set: SelectionSetNode, typeName: string | undefined, times: number, depth: number, tally: Tally, context: ValidationContext, path: readonly string[]): void {
  tally.depth = Math.max(tally.depth, depth);
  for (const selection of set.selections) {
    if (tally.depth > LIMITS.depth || tally.aliases > LIMITS.aliases || tally.cost > LIMITS.cost) return;
    if (selection.kind === 'InlineFragment') {
      weigh(selection.selectionSet, selection.typeCondition?.name.value ?? typeName, times, depth, tally, context, path);
    } else if (selection.kind === 'FragmentSpread') {
      const fragment = context.getFragment(selection.name.value);
      if (!fragment || path.includes(fragment.name.value)) continue;
      weigh(fragment.selectionSet, fragment.typeCondition.name.value, times, depth, tally, context, [...path, fragment.name.value]);
    } else {
      tally.cost += times;
      if (selection.alias && selection.alias.value !== selection.name.value) tally.aliases++;
      if (!selection.selectionSet) continue;
      const type = fieldType(selection, typeName, context);
      weigh(selection.selectionSet, type ? getNamedType(type).name : undefined, times * lengthOf(selection, type), depth + 1, tally, context, path);
    }
  }
}

function fieldType(field: FieldNode, typeName: string | undefined, context: ValidationContext): GraphQLOutputType | undefined {
  const type = typeName ? context.getSchema().getType(typeName) : undefined;
  return type && 'getFields' in type ? (type.getFields()[field.name.value]?.type as GraphQLOutputType | undefined) : undefined;
}

/** A connection is as long as its `first`; its `nodes` inside are not counted again. */
function lengthOf(field: FieldNode, type: GraphQLOutputType | undefined): number {
  if (type && getNamedType(type).name.endsWith('Connection')) {
    const first = field.arguments?.find((argument) => argument.name.value === 'first')?.value;
    return first?.kind === 'IntValue' ? Math.max(1, Number(first.value)) : 50;
  }
  return isList(type) && field.name.value !== 'nodes' ? LIST : 1;
}
