import { describe, expect, test } from '@jest/globals';
import { buildSchema, getOperationAST, parse } from 'graphql';
import { variableProblems } from './variables.ts';

const schema = buildSchema(`
  scalar DateTime
  scalar Date
  enum Colour { RED }
  input Part { weekday: Int! note: String }
  input Thing { title: String! at: DateTime! day: Date colour: Colour ids: [ID!]! count: Int = 1 price: Float flag: Boolean parts: [Part!] }
  type Query { thing(id: ID): Int }
  type Mutation { make(input: Thing!, idempotencyKey: String): Int }`);
const document = parse('mutation ($thing: Thing!, $key: String) { make(input: $thing, idempotencyKey: $key) }');
const good = { title: '课', at: '2026-11-23T01:00:00Z', ids: ['a'] };
const problems = (change: object, rest: object = {}) => variableProblems(schema, document, getOperationAST(document)!, { thing: { ...good, ...change }, ...rest }).map(({ field, code }) => `${field} ${code}`);

describe('variables', () => {
  test('that fit have no problems', () => {
    expect(problems({ day: '2028-02-29', colour: 'RED', count: 5, price: 1.5, flag: true, parts: [{ weekday: 1 }] }, { key: 'k' })).toEqual([]);
    // One value is a list of one, and null is nothing.
    expect(problems({ ids: 'a', day: null, parts: null })).toEqual([]);
  });

  test.each<[object, string]>([
    [{ title: null }, 'input.title REQUIRED'],
    [{ title: undefined }, 'input.title REQUIRED'],
    [{ title: 5 }, 'input.title BAD_VALUE'],
    [{ at: 'tomorrow' }, 'input.at BAD_INSTANT'],
    [{ at: '2027-02-30T01:00:00Z' }, 'input.at BAD_INSTANT'],
    [{ at: '2027-01-01T00:00:00+99:00' }, 'input.at BAD_INSTANT'],
    [{ at: '2027-01-01T00:00:00' }, 'input.at BAD_INSTANT'],
    [{ at: 1_700_000_000_000 }, 'input.at BAD_INSTANT'],
    [{ day: '0000-00-00' }, 'input.day BAD_DATE'],
    [{ day: '2027-02-29' }, 'input.day BAD_DATE'],
    [{ colour: 'BLUE' }, 'input.colour BAD_VALUE'],
    [{ ids: [null] }, 'input.ids.0 REQUIRED'],
    [{ ids: [{}] }, 'input.ids.0 BAD_ID'],
    [{ count: 1.5 }, 'input.count NOT_WHOLE'],
    [{ count: 1e20 }, 'input.count TOO_LARGE'],
    [{ count: -1e20 }, 'input.count TOO_SMALL'],
    [{ count: '五' }, 'input.count NOT_A_NUMBER'],
    [{ count: Number.NaN }, 'input.count NOT_A_NUMBER'],
    [{ price: 'dear' }, 'input.price NOT_A_NUMBER'],
    [{ parts: [{ weekday: 1 }, { weekday: 'x' }] }, 'input.parts.1.weekday NOT_A_NUMBER'],
    [{ parts: ['x'] }, 'input.parts.0 BAD_VALUE'],
    [{ tenantId: 'x' }, 'input.tenantId UNKNOWN_FIELD'],
    [{ ['__proto__x']: 1 }, 'input.__proto__x UNKNOWN_FIELD'],
  ])('%j', (change, told) => {
    expect(problems(change)).toEqual([told]);
  });

  test('are told all at once, each by the name of its argument', () => {
    expect(problems({ title: null, at: 'x', count: 0.5 }, { key: 7 })).toEqual(['input.title REQUIRED', 'input.at BAD_INSTANT', 'input.count NOT_WHOLE', 'idempotencyKey BAD_VALUE']);
    expect(variableProblems(schema, document, getOperationAST(document)!, {})).toEqual([{ field: 'input', code: 'REQUIRED' }]);
  });
});
