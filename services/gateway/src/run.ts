import { type DocumentNode, execute, type GraphQLSchema } from 'graphql';
import { type CompiledQuery, compileQuery, isCompiledQuery } from 'graphql-jit';
import type { Resolve } from '@gongjian/platform';

/** How many operations are kept compiled. The portal has some dozens; integrators bring their own. */
const KEPT = 500;

/** Runs operations over a schema in this process: compiled once per operation, by graphql-js where that cannot be. */
export function runner(schema: GraphQLSchema): Resolve {
  const compiled = new Map<DocumentNode, Map<string, CompiledQuery | null>>();

  const compiledFor = (document: DocumentNode, operationName: string): CompiledQuery | null => {
    const known = compiled.get(document) ?? new Map<string, CompiledQuery | null>();
    compiled.delete(document);
    compiled.set(document, known);
    if (compiled.size > KEPT) compiled.delete(compiled.keys().next().value!);
    if (!known.has(operationName)) {
      const result = compileQuery(schema, document, operationName || undefined, { disableLeafSerialization: false });
      known.set(operationName, isCompiledQuery(result) ? result : null);
    }
    return known.get(operationName) ?? null;
  };

  return ({ document, operationName, variables }, ctx) => {
    const query = compiledFor(document, operationName ?? '');
    return query ? query.query(undefined, ctx, variables ?? {}) : execute({ schema, document, operationName, variableValues: variables, contextValue: ctx });
  };
}
