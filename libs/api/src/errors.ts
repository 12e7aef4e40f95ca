import type { CombinedGraphQLErrors, ServerError, ServerParseError } from '@apollo/client/errors';

/** Texts for what the server could not say itself. The portal sets them from its catalogue. */
export interface ErrorTexts {
  offline: () => string;
  unreachable: () => string;
  timeout: () => string;
  sessionEnded: () => string;
  tooMany: (seconds: number) => string;
  unknown: () => string;
}

export interface FieldProblem {
  field: string;
  code: string;
  message: string;
}

/** A refusal by one of the addresses beside GraphQL (/auth, /files …). */
export class ApiError extends Error {
  readonly status: number;
  readonly code: string;
  readonly retryAfterSeconds?: number;
  /** The input that is wrong, where it is one. */
  readonly field?: string;
  /** True when `message` comes from the server and is in the user's language. */
  readonly spoken: boolean;

  constructor(status: number, body: { code?: string; message?: string; retryAfterSeconds?: number; field?: string } = {}) {
    super(body.message ?? body.code ?? `HTTP ${status}`);
    this.name = 'ApiError';
    this.status = status;
    this.code = body.code ?? (status === 0 ? 'UNREACHABLE' : 'UNKNOWN');
    this.spoken = body.message !== undefined;
    if (body.field !== undefined) this.field = body.field;
    if (body.retryAfterSeconds !== undefined) this.retryAfterSeconds = body.retryAfterSeconds;
  }
}

let texts: ErrorTexts | undefined;
export function configureErrors(value: ErrorTexts): void {
  texts = value;
}

/** Apollo Client's errors are known by their names: its own question would bring all of it to the sign-in page, which asks the server without it. */
interface Named {
  CombinedGraphQLErrors: CombinedGraphQLErrors;
  ServerError: ServerError;
  ServerParseError: ServerParseError;
}
const is = <Name extends keyof Named>(error: unknown, name: Name): error is Named[Name] => error instanceof Error && error.name === name;

/** The stable code of an error, such as STALE_VERSION; UNREACHABLE when nothing answered. */
export function errorCode(error: unknown): string {
  if (is(error, 'CombinedGraphQLErrors')) {
    const code = error.errors[0]?.extensions?.['code'];
    return typeof code === 'string' ? code : 'INTERNAL';
  }
  if (error instanceof ApiError) return error.code;
  if (is(error, 'ServerError')) return bodyOf(error)?.code ?? (error.statusCode === 401 ? 'UNAUTHENTICATED' : 'UNKNOWN');
  if (is(error, 'ServerParseError')) return 'UNREACHABLE';
  return error instanceof TypeError ? 'UNREACHABLE' : 'UNKNOWN';
}

/** `extensions.details` of the first error. */
export function errorDetails<T = Record<string, unknown>>(error: unknown): T | undefined {
  return is(error, 'CombinedGraphQLErrors') ? (error.errors[0]?.extensions?.['details'] as T | undefined) : undefined;
}

/** One sentence for the user, in their language. */
export function errorText(error: unknown): string {
  if (is(error, 'CombinedGraphQLErrors')) {
    return [...new Set(error.errors.map((each) => each.message))].join(' ');
  }
  if (error instanceof ApiError && error.spoken) return error.message;
  if (!texts) return error instanceof Error ? error.message : String(error);

  const body = is(error, 'ServerError') ? bodyOf(error) : undefined;
  if (body?.message) return body.message;
  const code = errorCode(error);
  if (code === 'UNAUTHENTICATED') return texts.sessionEnded();
  if (code === 'TOO_MANY_ATTEMPTS' || code === 'TOO_MANY_REQUESTS') {
    return texts.tooMany((error instanceof ApiError ? error.retryAfterSeconds : body?.retryAfterSeconds) ?? 60);
  }
  if (code === 'TIMEOUT') return texts.timeout();
  if (code === 'UNREACHABLE') return globalThis.navigator?.onLine === false ? texts.offline() : texts.unreachable();
  return texts.unknown();
}

/**
 * The messages of a BAD_INPUT error by the path of the field, both with and without the leading `input.`:
 * `fieldErrors(error)['organisation.uscc']`.
 */
export function fieldErrors(error: unknown): Record<string, string> {
  const found: Record<string, string> = {};
  if (error instanceof ApiError && error.field) found[error.field] = error.message;
  if (!is(error, 'CombinedGraphQLErrors')) return found;
  const put = (field: string, message: string) => {
    found[field] ??= message;
    if (field.startsWith('input.')) found[field.slice('input.'.length)] ??= message;
  };
  for (const { message, extensions } of error.errors) {
    const problems = (extensions?.['details'] as { problems?: FieldProblem[] } | undefined)?.problems;
    for (const problem of problems ?? []) put(problem.field, problem.message);
    const field = extensions?.['field'];
    if (typeof field === 'string') put(field, message);
  }
  return found;
}

function bodyOf(error: ServerError): { code?: string; message?: string; retryAfterSeconds?: number } | undefined {
  try {
    const body = JSON.parse(error.bodyText) as {
      code?: string;
      message?: string;
      retryAfterSeconds?: number;
      errors?: { message?: string; extensions?: { code?: string } }[];
    };
    const first = body.errors?.[0];
    return first ? { code: first.extensions?.code, message: first.message } : body;
  } catch {
    return undefined;
  }
}
