import { describe, expect, it } from '@jest/globals';
import { type NetworkAgreement, networkOf } from './network.ts';

const agreement = (id: string, state: string, ...parties: string[]) => ({ id, number: id, title: id, state, parties: parties.map((party) => ({ id: `${id}${party}`, organisation: { id: party, name: party, shortName: party }, consortium: null })) }) as unknown as NetworkAgreement;

describe('the network of agreements', () => {
  it('has a line for each pair, however many agreements they have, in the state of the strongest', () => {
    const { nodes, edges } = networkOf([agreement('1', 'SUSPENDED', 'a', 'b'), agreement('2', 'IN_FORCE', 'a', 'b'), agreement('3', 'DRAFT', 'b', 'c')], 400);
    expect(nodes.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
    expect(edges.map(({ key, state, agreements }) => [key, state, agreements.length])).toEqual([['a b', 'IN_FORCE', 2], ['b c', 'COMING', 1]]);
  });

  it('joins all parties of an agreement of several with each other', () => {
    expect(networkOf([agreement('1', 'IN_FORCE', 'a', 'b', 'c')], 400).edges.map(({ key }) => key)).toEqual(['a b', 'a c', 'b c']);
  });

  it('leaves out what is over', () => {
    expect(networkOf([agreement('1', 'EXPIRED', 'a', 'b'), agreement('2', 'WITHDRAWN', 'a', 'b'), agreement('3', 'REPLACED', 'b', 'c')], 400)).toEqual({ nodes: [], edges: [] });
  });
});
