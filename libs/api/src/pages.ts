import type { FieldMergeFunction, Reference } from '@apollo/client';

interface StoredPage {
  nodes: readonly Reference[];
  pageInfo: { hasNextPage: boolean; endCursor?: string | null };
  totalCount?: number;
}

/**
 * Joins the pages of a connection. A page asked for with `after` goes behind the others. The first page
 * read again (after a live change) takes the place of the first rows and leaves what was loaded below
 * them, so that a list does not shrink under the reader's hands.
 */
export const mergePage: FieldMergeFunction<StoredPage, StoredPage> = (existing, incoming, { args, readField }) => {
  if (!existing) return incoming;
  const idOf = (node: Reference) => readField<string>('id', node) ?? (node as { __ref?: string }).__ref;

  if (args?.['after']) {
    const known = new Set(existing.nodes.map(idOf));
    const fresh = incoming.nodes.filter((node) => idOf(node) === undefined || !known.has(idOf(node)));
    return { ...incoming, nodes: [...existing.nodes, ...fresh] };
  }

  const last = incoming.nodes.at(-1);
  const lastId = last && idOf(last);
  const at = lastId === undefined ? -1 : existing.nodes.findIndex((node) => idOf(node) === lastId);
  const hasTail = incoming.pageInfo?.hasNextPage && at >= 0 && existing.nodes.length > at + 1;
  if (!hasTail) return incoming;
  const first = new Set(incoming.nodes.map(idOf));
  const tail = existing.nodes.slice(at + 1).filter((node) => !first.has(idOf(node)));
  return { ...incoming, nodes: [...incoming.nodes, ...tail], pageInfo: existing.pageInfo };
};
