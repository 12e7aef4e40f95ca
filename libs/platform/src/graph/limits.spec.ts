import { describe, expect, test } from '@jest/globals';
import { buildSchema, getIntrospectionQuery, type OperationDefinitionNode, parse, validate } from 'graphql';
import { limitsRule, tooDear } from './limits.ts';

const schema = buildSchema(`
  type Query { me: Me things(first: Int = 50): ThingConnection }
  type Me { name: String me: Me }
  type ThingConnection { nodes: [Thing!]! }
  type Thing { name: String parts: [Thing!]! }`);
const refused = (text: string) => validate(schema, parse(text), [limitsRule]).map(({ extensions }) => extensions['what']);
const doubling = (length: number, last: string) => Array.from({ length }, (_, index) => `fragment A${index} on Me { ${index === length - 1 ? last : `...A${index + 1} ...A${index + 1}`} }`).join(' ');
const withVariables = (text: string, variables: object) => {
  const document = parse(text);
  return tooDear(schema, document, document.definitions[0] as OperationDefinitionNode, { ...variables })?.what;
};

describe('limits', () => {
  test('let ordinary operations pass', () => {
    expect(refused('{ me { name } things(first: 500) { nodes { name parts { name } } } }')).toEqual([]);
  });

  test('let tools ask for the schema', () => {
    expect(refused(getIntrospectionQuery())).toEqual([]);
  });

  test.each([
    ['depth', `{ ${'me { '.repeat(12)} name ${'} '.repeat(12)} }`],
    ['aliases', `{ me { ${Array.from({ length: 31 }, (_, index) => `a${index}: name`).join(' ')} } }`],
    ['cost', '{ things(first: 500) { nodes { parts { parts { name } } } } }'],
    ['root fields', `{ ${'me { name } '.repeat(13)} }`],
  ])('refuse too much %s', (what, text) => {
    expect(refused(text)).toEqual([what]);
  });

  test('fragments that double count as often as they are spread', () => {
    expect(refused(`{ me { ...A0 } } ${doubling(16, 'name')}`)).toEqual([]);
    expect(refused(`{ me { ...A0 } } ${doubling(40, 'name')}`)).toEqual(['cost']);
  });

  test('fragments that double into nothing, into each other, or into fragments that do not exist, take no time', () => {
    // Walked one by one these would be 2^300 steps.
    for (const last of ['...A0', '...Missing', '...A299']) expect(refused(`{ me { ...A0 } } ${doubling(300, last)}`)).toEqual([]);
  });

  test('a page is as long as a variable or its default says', () => {
    const text = (start: string) => `query (${start}) { things(first: $first) { nodes { parts { name parts { name } } } } }`;
    expect(withVariables(text('$first: Int'), { first: 50 })).toBeUndefined();
    expect(withVariables(text('$first: Int'), { first: 500 })).toBe('cost');
    expect(withVariables(text('$first: Int = 500'), {})).toBe('cost');
    expect(withVariables(text('$first: Int = 500'), { first: 10 })).toBeUndefined();
  });
});
