import type { GraphQLError } from 'graphql';
import type { Language } from '../actor.ts';
import { badInputs, type Catalogue, publicError } from '../errors.ts';
import { LIMITS } from './limits.ts';
import { isAboutLiterals, problemOf } from './literals.ts';

/** What graphql-js says of an operation that does not fit the schema, and our code for the same in words. */
const UNFIT: [pattern: RegExp, code: string, names: string[]][] = [
  [/^Cannot query field "(.+?)" on type "(.+?)"/, 'GRAPH_FIELD_UNKNOWN', ['field', 'type']],
  [/^Field "(.+?)" of type ".+?" must have a selection of subfields/, 'GRAPH_SELECTION_MISSING', ['field']],
  [/^Field "(.+?)" must not have a selection/, 'GRAPH_SELECTION_TOO_MUCH', ['field']],
  [/^Unknown argument "(.+?)" on field "(.+?)"/, 'GRAPH_ARGUMENT_UNKNOWN', ['argument', 'field']],
  [/^Unknown type "(.+?)"/, 'GRAPH_TYPE_UNKNOWN', ['type']],
  [/^Unknown fragment "(.+?)"/, 'GRAPH_FRAGMENT_UNKNOWN', ['fragment']],
  [/^Variable "\$(.+?)" is not defined/, 'GRAPH_VARIABLE_UNKNOWN', ['variable']],
  [/^Variable "\$(.+?)" is never used/, 'GRAPH_VARIABLE_UNUSED', ['variable']],
  [/^Variable "\$(.+?)" of type "(.+?)" used in position expecting type "(.+?)"/, 'GRAPH_VARIABLE_TYPE', ['variable', 'type', 'expected']],
];

/**
 * Errors that are found before anything runs, in the language of the request: what parser, validation and Apollo say in
 * English. Their codes stay, since tools know them; `details.reason` keeps the English for whoever writes the operation.
 * The list is changed in place, as Apollo sends it.
 */
export function sayInWords(errors: GraphQLError[], catalogue: Catalogue, language: Language, requestId: string): void {
  const problems = errors.flatMap((error) => problemOf(error) ?? []);
  const said = errors.find(problemOf);
  const rest = said ? errors.filter((error) => !problemOf(error) && !isAboutLiterals(error)) : errors;
  for (const error of rest) sayOne(error, catalogue, language);
  if (!said) return;
  const { message, extensions } = publicError(badInputs(problems), catalogue, language, requestId);
  said.message = message;
  delete said.extensions['problem'];
  Object.assign(said.extensions, extensions);
  errors.splice(0, errors.length, ...rest, said);
}

function sayOne(error: GraphQLError, catalogue: Catalogue, language: Language): void {
  const { message: reason, extensions } = error;
  const { line = 1, column = 1 } = error.locations?.[0] ?? {};
  const say = (message: string, code: unknown, details?: object) => {
    error.message = message;
    Object.assign(extensions, { code, ...(details && { details }) });
  };
  if (reason === 'OPERATION_TOO_COMPLEX') {
    return say(tooComplex(catalogue, language, extensions as never), 'OPERATION_TOO_COMPLEX');
  }
  if (extensions['code'] === 'GRAPHQL_PARSE_FAILED') {
    if (/ tokens\. Parsing aborted/.test(reason)) return say(tooComplex(catalogue, language, { what: 'tokens', limit: LIMITS.tokens }), 'OPERATION_TOO_COMPLEX');
    return say(catalogue.text(language, 'GRAPH_SYNTAX', { line, column }), extensions['code'], { line, column, reason });
  }
  if (extensions['code'] === 'GRAPHQL_VALIDATION_FAILED') {
    const [code, params] = unfit(reason);
    return say(catalogue.text(language, code, { ...params, line, column }), extensions['code'], { line, column, reason });
  }
  if (extensions['code'] === 'BAD_REQUEST' || reason === 'provided sha does not match query') say(catalogue.text(language, 'BAD_REQUEST'), 'BAD_REQUEST', { reason });
}

function unfit(reason: string): [code: string, params: Record<string, string>] {
  for (const [pattern, code, names] of UNFIT) {
    const found = pattern.exec(reason);
    if (found) return [code, Object.fromEntries(names.map((name, index) => [name, found[index + 1]!]))];
  }
  return ['GRAPH_UNFIT', {}];
}

/** Too much of something: what it is has a word of its own in each language. */
export function tooComplex(catalogue: Catalogue, language: Language, { what, limit }: { what: string; limit: number }): string {
  return catalogue.text(language, 'OPERATION_TOO_COMPLEX', { what: catalogue.text(language, `TOO_MUCH_${what.toUpperCase().replaceAll(' ', '_')}`), limit });
}

const SIMPLE = /^(application\/x-www-form-urlencoded|multipart\/form-data|text\/plain)\s*(;|$)/i;

/**
 * What a page of another site could send without asking the browser first: a form, or text (CSRF). Apollo refuses the
 * same, in English; and a body that is no operation at all.
 */
export function refusedUnread(headers: Record<string, unknown>, body: unknown): 'CSRF_REFUSED' | 'BAD_REQUEST' | null {
  const type = headers['content-type'];
  const preflighted = [headers['x-apollo-operation-name'], headers['apollo-require-preflight']].some(Boolean);
  if ((typeof type !== 'string' || SIMPLE.test(type)) && !preflighted) return 'CSRF_REFUSED';
  const operation = body as Record<string, unknown> | null | undefined;
  if (!isRecord(operation) || Object.keys(operation).length === 0) return 'BAD_REQUEST';
  const { query, variables, extensions, operationName } = operation;
  const persisted = isRecord(extensions) && isRecord(extensions['persistedQuery']);
  const fits = (typeof query === 'string' && query !== '') || (query === undefined && persisted);
  return fits && [variables, extensions].every((part) => part == null || isRecord(part)) && (operationName == null || typeof operationName === 'string') ? null : 'BAD_REQUEST';
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
