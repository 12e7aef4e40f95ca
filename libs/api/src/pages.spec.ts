import { describe, expect, it } from '@jest/globals';
import { ApolloClient, ApolloLink, gql, InMemoryCache, Observable } from '@apollo/client';
import { mergePage } from './pages.ts';

const query = gql`query Things($after: String) { things(after: $after) { nodes { id } pageInfo { hasNextPage endCursor } totalCount } }`;

/** A list of the server's that can change between two readings. */
function listOf(rows: { ids: number[] }) {
  const link = new ApolloLink(({ variables }) => {
    const from = variables?.['after'] ? Number(variables['after']) : 0;
    const page = rows.ids.slice(from, from + 3);
    return new Observable((observer) => {
      observer.next({
        data: {
          things: {
            __typename: 'ThingConnection',
            nodes: page.map((id) => ({ __typename: 'Thing', id })),
            pageInfo: { __typename: 'PageInfo', hasNextPage: from + 3 < rows.ids.length, endCursor: String(from + page.length) },
            totalCount: rows.ids.length,
          },
        },
      });
      observer.complete();
    });
  });
  const cache = new InMemoryCache({ typePolicies: { Query: { fields: { things: { keyArgs: [], merge: mergePage } } } } });
  const client = new ApolloClient({ link, cache });
  const read = async (after?: string) => {
    await client.query({ query, variables: { after }, fetchPolicy: 'network-only' });
    const { things } = cache.readQuery<{ things: { nodes: { id: number }[]; pageInfo: { hasNextPage: boolean }; totalCount: number } }>({ query })!;
    return { ids: things.nodes.map(({ id }) => id), more: things.pageInfo.hasNextPage, total: things.totalCount };
  };
  return read;
}

describe('pages of a connection', () => {
  it('puts the next page behind the first', async () => {
    const read = listOf({ ids: [1, 2, 3, 4, 5] });
    expect(await read()).toEqual({ ids: [1, 2, 3], more: true, total: 5 });
    expect(await read('3')).toEqual({ ids: [1, 2, 3, 4, 5], more: false, total: 5 });
  });
  it('keeps what was loaded below when the first page is read again', async () => {
    const rows = { ids: [1, 2, 3, 4, 5, 6, 7] };
    const read = listOf(rows);
    await read();
    await read('3');
    rows.ids = [1, 9, 2, 3, 4, 5, 6, 7];
    expect(await read()).toEqual({ ids: [1, 9, 2, 3, 4, 5, 6], more: true, total: 8 });
  });
  it('shows no row that is gone when the list has become short', async () => {
    const rows = { ids: [1, 2, 3, 4, 5] };
    const read = listOf(rows);
    await read();
    await read('3');
    rows.ids = [2, 5];
    expect(await read()).toEqual({ ids: [2, 5], more: false, total: 2 });
  });
});
