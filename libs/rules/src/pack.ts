/** Words in both languages. `{name}` stands for a value. */
export interface Words {
  zh: string;
  en: string;
}

/** From the verb of the text: 不得、应当 / the same unless filed in advance / 一般、原则上 / 鼓励、支持. */
export const SEVERITIES = ['MUST', 'MUST_F', 'SHOULD_R', 'INFO'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** How sure we are of the text: read in public / repeated by others / from memory, high, medium, low. */
export const CONFIDENCES = ['V', 'V~', 'H', 'M', 'L'] as const;
export type Confidence = (typeof CONFIDENCES)[number];

export const LAYERS = ['NATIONAL', 'PROVINCIAL', 'MUNICIPAL', 'LOCAL', 'BATCH'] as const;
export type Layer = (typeof LAYERS)[number];

/** Where a rule stands. */
export interface Citation {
  document: string;
  number: string;
  /** Null where nobody has looked it up in the official text: then the document alone is printed. */
  article: string | null;
  /** The words of the document, as far as they were read. */
  quote: string;
  source: { key: string; address: string };
}

/** A value: of the facts by path (`lead.kind`), how many items of a list there are, or the value itself. */
export type Value = { fact: string } | { count: string; where?: Condition } | string | number | boolean;

/** Three answers: yes, no, and unknown where a fact is missing. Inside `where` paths begin at the item. */
export type Condition =
  | { is: readonly [Value, Value] }
  | { atLeast: readonly [Value, Value] }
  | { atMost: readonly [Value, Value] }
  | { all: readonly Condition[] }
  | { any: readonly Condition[] }
  | { not: Condition };

/** A rule holds when all its requirements do; each that does not is named in the message. */
export interface Requirement {
  id: string;
  label: Words;
  holds: Condition;
}

export interface Rule {
  id: string;
  version: number;
  title: Words;
  citation: Citation;
  severity: Severity;
  confidence: Confidence;
  /** A person has compared it with the official text, so that what was not read directly may block as well. */
  confirmed: boolean;
  /** Left out: always. Where it does not apply there is no finding. */
  appliesWhen?: Condition;
  /** What it looks at, by path. */
  inputs: readonly { path: string; label: Words }[];
  requirements: readonly Requirement[];
  /** `{items}` becomes the labels of what is not met. */
  message: Words;
  remedy: Words;
  /** Who may let it pass with a reason; null where the text names nobody. */
  approver: Words | null;
}

export interface RulePack {
  id: string;
  version: number;
  layer: Layer;
  title: Words;
  /** First day on which it counts, YYYY-MM-DD. */
  since: string;
  rules: readonly Rule[];
}

export class PackError extends Error {
  constructor(readonly problems: readonly string[]) {
    super(`The rule pack does not load:\n${problems.join('\n')}`);
    this.name = 'PackError';
  }
}

type Loose = Record<string, unknown>;
const isText = (value: unknown): value is string => typeof value === 'string' && value.trim() !== '';
const isWords = (value: unknown): value is Words => isText((value as Loose | null)?.['zh']) && isText((value as Loose | null)?.['en']);

/**
 * Takes a pack as it came from wherever, such as a file.
 * @throws PackError naming everything that is wrong: a rule without its citation is no rule
 */
export function loadPack(data: unknown): RulePack {
  const pack = (data ?? {}) as Loose & Partial<RulePack>;
  const problems: string[] = [];
  if (!isText(pack.id) || !Number.isInteger(pack.version) || !isWords(pack.title) || !isText(pack.since)) problems.push('pack: id, version, title and since are needed');
  if (!LAYERS.includes(pack.layer as Layer)) problems.push(`pack: layer is none of ${LAYERS.join(', ')}`);
  const rules = Array.isArray(pack.rules) ? (pack.rules as Loose[]) : [];
  if (rules.length === 0) problems.push('pack: it has no rules');
  const ids = rules.map((rule) => rule['id']);
  for (const [index, rule] of rules.entries()) {
    const name = isText(rule['id']) ? rule['id'] : `rule ${index + 1}`;
    if (ids.indexOf(rule['id']) !== index) problems.push(`${name}: there are two of it`);
    for (const problem of problemsOf(rule)) problems.push(`${name}: ${problem}`);
  }
  if (problems.length > 0) throw new PackError(problems);
  return pack as RulePack;
}

function* problemsOf(rule: Loose): Generator<string> {
  if (!isText(rule['id']) || !Number.isInteger(rule['version'])) yield 'id and version are needed';
  const citation = rule['citation'] as Partial<Citation> | undefined;
  const cited = isText(citation?.document) && isText(citation.number) && isText(citation.quote) && isText(citation.source?.key) && isText(citation.source.address);
  if (!cited) yield 'without a citation (document, number, quote, source) it does not load';
  if (!SEVERITIES.includes(rule['severity'] as Severity)) yield `severity is none of ${SEVERITIES.join(', ')}`;
  if (!CONFIDENCES.includes(rule['confidence'] as Confidence)) yield `confidence is none of ${CONFIDENCES.join(', ')}`;
  for (const key of ['title', 'message', 'remedy']) if (!isWords(rule[key])) yield `${key} is needed in both languages`;
  const requirements = rule['requirements'];
  if (!Array.isArray(requirements) || requirements.length === 0) yield 'it requires nothing';
  if (!Array.isArray(rule['inputs']) || rule['inputs'].length === 0) yield 'it names no inputs';
}
