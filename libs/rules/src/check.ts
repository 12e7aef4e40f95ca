import { evaluate, type Facts, read } from './evaluate.ts';
import type { Citation, Confidence, Layer, Rule, RulePack, Severity, Words } from './pack.ts';

export const VERDICTS = ['PASS', 'WARN', 'BLOCK', 'EXEMPT', 'NOT_ENOUGH_DATA'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** What lets a rule pass although it is broken, as far as its text allows that. */
export interface Override {
  ruleId: string;
  /** The number of the filing for MUST_F, the written reason for SHOULD_R. */
  reason: string;
  approvedBy: string;
  /** The last day on which it counts, YYYY-MM-DD; null is without end. */
  until: string | null;
}

/** One rule looked at once, with everything that it takes to understand and to contest it. */
export interface Finding {
  ruleId: string;
  ruleVersion: number;
  packId: string;
  packVersion: number;
  layer: Layer;
  title: Words;
  citation: Citation;
  severity: Severity;
  confidence: Confidence;
  verdict: Verdict;
  message: Words;
  /** What it looked at; a value that is not known is null. */
  inputs: { path: string; label: Words; value: unknown }[];
  requirements: { id: string; label: Words; met: boolean | null; computed: string | null; threshold: string | null }[];
  remedy: Words | null;
  /** Who may let it pass with a reason; null where nobody may. */
  approver: Words | null;
  override: Override | null;
  checkedAt: string;
}

const HELD: Words = { zh: '符合要求', en: 'As required' };
const UNKNOWN: Words = { zh: '资料不足，尚不能判断：{items}', en: 'Not enough data to tell: {items}' };

/** @param at when; filings and packs count by the day of it */
export function check(packs: readonly RulePack[], facts: Facts, at: Date, overrides: readonly Override[] = []): Finding[] {
  const day = at.toISOString().slice(0, 10);
  return packs
    .filter((pack) => pack.since <= day)
    .flatMap((pack) => pack.rules.filter(({ confidence, appliesWhen }) => confidence !== 'L' && (!appliesWhen || evaluate(appliesWhen, facts).answer !== false)).map((rule) => finding(pack, rule, facts, at, overrides)));
}

/** What stands in the way: with one of these nothing is submitted, signed or started. */
export const blocking = (findings: readonly Finding[]): Finding[] => findings.filter(({ verdict }) => verdict === 'BLOCK');

function finding(pack: RulePack, rule: Rule, facts: Facts, at: Date, overrides: readonly Override[]): Finding {
  const requirements = rule.requirements.map(({ id, label, holds }) => {
    const { answer, computed, threshold } = evaluate(holds, facts);
    return { id, label, met: answer, computed, threshold };
  });
  const broken = requirements.filter(({ met }) => met === false);
  const unclear = requirements.filter(({ met }) => met === null);
  const day = at.toISOString().slice(0, 10);
  const override = overrides.find(({ ruleId, until }) => ruleId === rule.id && (until === null || until >= day)) ?? null;
  const verdict = broken.length > 0 ? verdictOf(rule, override) : unclear.length > 0 ? 'NOT_ENOUGH_DATA' : 'PASS';
  const { id, version, title, citation, severity, confidence } = rule;
  return {
    ruleId: id,
    ruleVersion: version,
    packId: pack.id,
    packVersion: pack.version,
    layer: pack.layer,
    title,
    citation,
    severity,
    confidence,
    verdict,
    message: broken.length > 0 ? fill(rule.message, broken) : unclear.length > 0 ? fill(UNKNOWN, unclear) : HELD,
    inputs: rule.inputs.map(({ path, label }) => ({ path, label, value: read(facts, path) ?? null })),
    requirements,
    remedy: verdict === 'PASS' || verdict === 'EXEMPT' ? null : rule.remedy,
    approver: rule.approver,
    override: broken.length > 0 && mayOverride(rule) ? override : null,
    checkedAt: at.toISOString(),
  };
}

/** Only what was read, or what a person has confirmed, may block; a filing exempts where the text allows filings. */
function verdictOf(rule: Rule, override: Override | null): Verdict {
  if (rule.severity === 'MUST_F' && override) return 'EXEMPT';
  const blocks = rule.severity === 'MUST' || rule.severity === 'MUST_F';
  const sure = rule.confidence === 'V' || (rule.confirmed && rule.confidence !== 'M');
  return blocks && sure ? 'BLOCK' : 'WARN';
}

const mayOverride = ({ severity }: Rule): boolean => severity === 'MUST_F' || severity === 'SHOULD_R';

function fill(words: Words, items: readonly { label: Words }[]): Words {
  return {
    zh: words.zh.replace('{items}', items.map(({ label }) => label.zh).join('、')),
    en: words.en.replace('{items}', items.map(({ label }) => label.en).join(', ')),
  };
}
