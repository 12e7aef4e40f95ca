import { GraphQLScalarType, Kind } from 'graphql';
import { badInput } from '../errors.ts';

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/;

/** A day that the calendar has: JavaScript reads the 30th of February as the 2nd of March, and month 13 as none. */
function exists(day: string): boolean {
  const midnight = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(midnight.getTime()) && midnight.toISOString().startsWith(day);
}

/** A value that arrives as a variable is told about as any other wrong input; which field it stood in is known before (variables.ts). */
export function readInstant(value: unknown): Date {
  const instant = typeof value === 'string' && INSTANT.test(value) && exists(value.slice(0, 10)) ? new Date(value) : undefined;
  if (!instant || Number.isNaN(instant.getTime())) throw badInput('', 'BAD_INSTANT');
  return instant;
}

export function readDay(value: unknown): string {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value) || !exists(value)) throw badInput('', 'BAD_DATE');
  return value;
}

export const dateTimeScalar = new GraphQLScalarType({
  name: 'DateTime',
  serialize: (value) => (value instanceof Date ? value : new Date(value as string)).toISOString(),
  parseValue: readInstant,
  parseLiteral: (node) => readInstant(node.kind === Kind.STRING ? node.value : undefined),
});

export const dateScalar = new GraphQLScalarType({
  name: 'Date',
  serialize: (value) => (value instanceof Date ? value.toISOString().slice(0, 10) : value),
  parseValue: readDay,
  parseLiteral: (node) => readDay(node.kind === Kind.STRING ? node.value : undefined),
});

export const jsonScalar = new GraphQLScalarType({ name: 'JSON' });
