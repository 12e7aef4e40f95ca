export { blocking, check, type Finding, type Override, type Verdict, VERDICTS } from './check.ts';
export type { Facts } from './evaluate.ts';
export { type Citation, type Condition, type Confidence, type Layer, loadPack, PackError, type Requirement, type Rule, type RulePack, type Severity, type Words } from './pack.ts';
export { agreement, type AgreementClause, type AgreementFacts } from './packs/agreement.ts';
export { founding, type FoundingFacts, type FoundingUnit } from './packs/founding.ts';
export { MINUTES_OF } from './units.ts';
export { type ConsentItem, consentItems, type Notice, privacyNotice } from './packs/notice.ts';
