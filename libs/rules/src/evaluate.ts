import type { Condition, Value } from './pack.ts';

/** What is known. Null, undefined and missing paths are unknown. */
export type Facts = Readonly<Record<string, unknown>>;

/** Yes, no, or unknown. */
export type Answer = boolean | null;

/** A number that is known within bounds: of a list some items may be unclear. */
export interface Bounds {
  least: number;
  most: number;
}

/** How a condition came out, with the value and the threshold of the comparison that decided it. */
export interface Outcome {
  answer: Answer;
  computed: string | null;
  threshold: string | null;
}

/** Reads `a.b.c`. */
export function read(facts: Facts, path: string): unknown {
  return path.split('.').reduce<unknown>((at, key) => (at !== null && typeof at === 'object' ? (at as Facts)[key] : undefined), facts);
}

export function evaluate(condition: Condition, facts: Facts): Outcome {
  if ('all' in condition) return together(condition.all.map((part) => evaluate(part, facts)), false);
  if ('any' in condition) return together(condition.any.map((part) => evaluate(part, facts)), true);
  if ('not' in condition) {
    const { answer, ...rest } = evaluate(condition.not, facts);
    return { answer: answer === null ? null : !answer, ...rest };
  }
  if ('is' in condition) return equal(valueOf(condition.is[0], facts), valueOf(condition.is[1], facts));
  const upward = 'atLeast' in condition;
  const [left, right] = upward ? condition.atLeast : condition.atMost;
  return compared(bounds(valueOf(left, facts)), bounds(valueOf(right, facts)), upward);
}

/** One part that decides is enough; otherwise one that is unknown leaves the whole unknown. */
function together(parts: readonly Outcome[], decisive: boolean): Outcome {
  const telling = parts.find(({ answer }) => answer === decisive) ?? parts.find(({ answer }) => answer === null) ?? parts.at(-1);
  return telling ?? { answer: !decisive, computed: null, threshold: null };
}

function valueOf(value: Value, facts: Facts): unknown {
  if (typeof value !== 'object') return value;
  if ('fact' in value) return read(facts, value.fact) ?? null;
  const list = read(facts, value.count);
  return Array.isArray(list) ? counted(list as Facts[], value.where) : null;
}

function counted(list: readonly Facts[], where: Condition | undefined): Bounds {
  const answers = list.map((item) => (where ? evaluate(where, item).answer : true));
  const sure = answers.filter((answer) => answer === true).length;
  return { least: sure, most: sure + answers.filter((answer) => answer === null).length };
}

const isBounds = (value: unknown): value is Bounds => typeof value === 'object' && value !== null && 'least' in value;

function bounds(value: unknown): Bounds | null {
  if (isBounds(value)) return value;
  return typeof value === 'number' && Number.isFinite(value) ? { least: value, most: value } : null;
}

function equal(left: unknown, right: unknown): Outcome {
  const told = { computed: inWords(left), threshold: inWords(right) };
  if (isBounds(left) || isBounds(right)) {
    const [a, b] = [bounds(left), bounds(right)];
    if (!a || !b) return { answer: null, ...told };
    if (a.least > b.most || a.most < b.least) return { answer: false, ...told };
    return { answer: a.least === a.most && b.least === b.most ? true : null, ...told };
  }
  return { answer: left === null || right === null ? null : left === right, ...told };
}

function compared(left: Bounds | null, right: Bounds | null, upward: boolean): Outcome {
  const told = { computed: inWords(left), threshold: right && `${upward ? '≥' : '≤'} ${inWords(right)}` };
  if (!left || !right) return { answer: null, ...told };
  const [low, high] = upward ? [right, left] : [left, right];
  if (high.least >= low.most) return { answer: true, ...told };
  return { answer: high.most < low.least ? false : null, ...told };
}

function inWords(value: unknown): string | null {
  if (isBounds(value)) return value.least === value.most ? String(value.least) : `${value.least}–${value.most}`;
  return value === null || value === undefined ? null : String(value);
}
