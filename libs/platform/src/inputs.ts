import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { z } from 'zod';
import { badInputs, type Problem } from './errors.ts';

const CODE = 'code';
const fail = (code: string, params: Record<string, string | number> = {}) => ({ error: () => JSON.stringify({ [CODE]: code, params }) });

/** What PostgreSQL cannot store, or what no person types: NUL, lone surrogates, control characters but tab and line ends. */
// eslint-disable-next-line no-control-regex -- finding control characters is the point
const UNSTORABLE = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;

/** Characters as people count them: 䶮 is one, 㛃 is one, a family emoji is several. */
export const lengthOf = (value: string): number => [...value].length;

/** Nothing that anybody could see: zero-width and direction marks by themselves are no name. */
const INVISIBLE = /^[\p{Cf}\p{Z}\s\u115F\u1160\u3164\uFFA0]*$/u;

/** A text of min to max characters, trimmed. */
export const text = (min: number, max: number) =>
  z
    .string(fail('BAD_VALUE'))
    .transform((value) => value.trim())
    .superRefine((value, context) => {
      const length = INVISIBLE.test(value) ? 0 : lengthOf(value);
      const issue = (code: string, params: Record<string, number> = {}) => context.addIssue({ code: 'custom', message: JSON.stringify({ code, params }) });
      if (UNSTORABLE.test(value)) issue('BAD_CHARACTER');
      else if (length === 0 && min > 0) issue('REQUIRED');
      else if (length < min) issue('TOO_SHORT', { min });
      else if (length > max) issue('TOO_LONG_TEXT', { max, length });
    });

/** A mail address, in lower case as far as that never matters: the part behind the @. */
export const email = () =>
  text(1, 254).superRefine((value, context) => {
    if (value && !z.email().safeParse(value).success) context.addIssue({ code: 'custom', message: JSON.stringify({ code: 'BAD_EMAIL', params: {} }) });
  }).transform((value) => value.replace(/@.*/, (host) => host.toLowerCase()));

/** Left out, null or blank: all three mean nothing. */
export const optionalText = (max: number) => text(0, max).transform((value) => value || null).nullish();

/** An id as we make them. A wrong one is no different from an unknown one, so it passes here and is not found later. */
export const id = () => z.string(fail('BAD_ID')).max(64, fail('BAD_ID'));

export const whole = (min: number, max: number) =>
  z.number(fail('NOT_A_NUMBER')).int(fail('NOT_WHOLE')).min(min, fail('TOO_SMALL', { min })).max(max, fail('TOO_LARGE', { max }));

/** An instant that the DateTime scalar has read. */
export const instant = () => z.date(fail('BAD_INSTANT'));

/** A day, YYYY-MM-DD, that exists. */
export const day = () => z.iso.date(fail('BAD_DATE'));

const CLOCK = /^([01]\d|2[0-3]):[0-5]\d$|^24:00$/;

/** A time on the wall, HH:MM; 24:00 is the end of a day. */
export const clock = () => z.string(fail('BAD_CLOCK')).refine((value) => CLOCK.test(value), fail('BAD_CLOCK'));

export const oneOf = <const T extends readonly [string, ...string[]]>(values: T) => z.enum(values, fail('BAD_VALUE'));

export const list = <T extends z.ZodType>(item: T, min: number, max: number) =>
  z.array(item, fail('BAD_VALUE')).min(min, fail('TOO_FEW', { min })).max(max, fail('TOO_MANY', { max }));

/** A rule of a feature's own on one input, such as `rule(isUscc, 'USCC_INVALID')`. */
export const rule = <T>(holds: (value: T) => boolean, code: string, params: Record<string, string | number> = {}) =>
  [holds, fail(code, params)] as const;

function problemsOf(error: z.ZodError, root: string): Problem[] {
  return error.issues.map((issue) => {
    const field = [root, ...issue.path.map(String)].join('.');
    try {
      return { field, ...(JSON.parse(issue.message) as { code: string; params: Record<string, string | number> }) };
    } catch {
      return { field, code: 'BAD_VALUE' };
    }
  });
}

/** Checks a value and tells all problems at once, each at its field. */
export function parseInput<S extends z.ZodType>(schema: S, value: unknown, root = 'input'): z.output<S> {
  const parsed = schema.safeParse(value);
  if (!parsed.success) throw badInputs(problemsOf(parsed.error, root));
  return parsed.data;
}

/** The argument `input` of a field, checked: `@Input(createBookingInput) input: CreateBookingInput`. */
export const Input = (schema: z.ZodType): ParameterDecorator =>
  // The schema stays in the closure: Nest takes an argument that has a `transform` for a pipe.
  createParamDecorator((_: unknown, host: ExecutionContext) => parseInput(schema, host.getArgByIndex<{ input: unknown }>(1).input))();

/** The request context of a resolver. */
export const Ctx = createParamDecorator((_: unknown, host: ExecutionContext) => host.getArgByIndex<unknown>(2));
