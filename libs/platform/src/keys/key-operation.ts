import { type DocumentNode, getOperationAST, type SelectionSetNode } from 'graphql';
import type { Actor } from '../actor.ts';
import { DomainError } from '../errors.ts';
import type { KeyRules } from './scopes.ts';

/** A key asks for nothing that its scopes do not name, and never for what is a person's own business. */
export function refuseBeyondScopes(rules: KeyRules, { key }: Actor, document: DocumentNode, operationName?: string | null): void {
  const operation = key && getOperationAST(document, operationName);
  if (!operation) return;
  for (const name of rootFields(document, operation.selectionSet)) {
    // What a gateway asks of a subgraph for references is read with the key's permissions.
    if (name.startsWith('_') || rules.mayAsk(key.scopes, name)) continue;
    const code = rules.scopesFor(name).length > 0 ? 'SCOPE_MISSING' : 'NOT_FOR_KEYS';
    throw Object.assign(new DomainError(code, { operation: name }), { attempt: { action: 'refused', type: 'Operation', id: name } });
  }
}

function rootFields(document: DocumentNode, set: SelectionSetNode, seen = new Set<string>()): string[] {
  return set.selections.flatMap((selection) => {
    if (selection.kind === 'Field') return [selection.name.value];
    if (selection.kind === 'InlineFragment') return rootFields(document, selection.selectionSet, seen);
    if (seen.has(selection.name.value)) return [];
    seen.add(selection.name.value);
    const fragment = document.definitions.find((one) => one.kind === 'FragmentDefinition' && one.name.value === selection.name.value);
    return fragment?.kind === 'FragmentDefinition' ? rootFields(document, fragment.selectionSet, seen) : [];
  });
}
