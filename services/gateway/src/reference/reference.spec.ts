import { describe, expect, it } from '@jest/globals';
import { KeyRules, typeDefsOf } from '@gongjian/platform';
import { buildASTSchema, coerceInputValue, isInputType, parse, typeFromAST, validate } from 'graphql';
import { compose } from '../join.ts';
import { subgraphs } from '../subgraphs.ts';
import { referenceOf } from './reference.ts';

const { publicSdl } = compose(subgraphs.map((subgraph) => ({ name: subgraph.name, typeDefs: typeDefsOf(subgraph) })));
const schema = buildASTSchema(parse(publicSdl));
const { operations, types } = referenceOf(schema, new KeyRules(subgraphs.map(({ scopes }) => scopes ?? {})));

describe('the reference', () => {
  it('has an example for each operation, that the graph takes with its variables', () => {
    expect(operations.length).toBeGreaterThan(80);
    const wrong = operations.flatMap(({ name, example }) => {
      const document = parse(example.query);
      const errors = validate(schema, document).map(({ message }) => message);
      for (const definition of document.definitions) {
        if (definition.kind !== 'OperationDefinition') continue;
        for (const { variable, type } of definition.variableDefinitions ?? []) {
          const wanted = typeFromAST(schema, type as never) as unknown;
          if (isInputType(wanted)) coerceInputValue(example.variables[variable.name.value], wanted, (path, _value, error) => void errors.push(`${path.join('.')}: ${error.message}`));
        }
      }
      return errors.map((error) => `${name}: ${error}`);
    });
    expect(wrong).toEqual([]);
  });

  it('describes each operation that a program may ask for', () => {
    expect(operations.filter(({ scopes, description }) => scopes.length > 0 && !description).map(({ name }) => name)).toEqual([]);
    expect(operations.find(({ name }) => name === 'bookings')!.args.map(({ default: value }) => value)).toEqual([null, 'STARTS_FIRST', '50', null]);
  });

  it('says which scopes an operation needs, and which are for people alone', () => {
    const scopesOf = (name: string) => operations.find((one) => one.name === name)!.scopes;
    expect(scopesOf('createBooking')).toEqual(['WRITE_BOOKINGS']);
    expect(scopesOf('consortium')).toEqual(['ALWAYS']);
    expect(scopesOf('createApiKey')).toEqual([]);
  });

  it('leads from each type to where it is used, and names no type that is not there', () => {
    const known = new Set(types.map(({ name }) => name));
    const named = [...operations, ...types.flatMap(({ fields }) => fields)].flatMap(({ type, args }) => [type, ...args.map((arg) => arg.type)]).map((type) => type.replace(/[[\]!]/g, ''));
    expect(named.filter((name) => !known.has(name))).toEqual([]);
    expect(types.find(({ name }) => name === 'Booking')!.usedBy).toEqual(expect.arrayContaining(['booking', 'BookingConnection']));
    expect(types.find(({ name }) => name === 'ApiScope')!.values[0]!.description).toMatch(/读取资源/);
  });
});
