import { MINUTES_OF } from '@gongjian/rules';
import { saveFile } from '../shell/saveFile.ts';
import type { AgreementLedgerQuery } from './grants.generated.ts';

type Clause = AgreementLedgerQuery['ledger']['clauses'][number];
type Word = 'clause' | 'period' | 'unit' | 'allotted' | 'beyond' | 'reserved' | 'used' | 'available' | 'fee' | `unit.${Unit}`;

/** In which a clause is counted. */
export type Unit = 'HOURS' | 'DAYS' | 'CLASS_HOURS';

export function unitOf({ grant }: Clause): Unit {
  const terms = grant.clause?.terms;
  return terms?.__typename === 'ExchangeTerms' ? terms.exchangeUnit : 'HOURS';
}

/** To two decimals. */
export const amountOf = (minutes: number, unit: Unit): number => Math.round((minutes * 100) / MINUTES_OF[unit]) / 100;

/** Text that a spreadsheet takes as text, never as a formula. */
const cell = (value: string | number): string => (typeof value === 'number' ? String(value) : `"${(/^[=+\-@\t\r]/.test(value) ? `'${value}` : value).replaceAll('"', '""')}"`);

export function ledgerCsv(clauses: readonly Clause[], t: (key: Word) => string): string {
  const heads = (['clause', 'period', 'unit', 'allotted', 'beyond', 'reserved', 'used', 'available', 'fee'] as const).map((key) => cell(t(key)));
  const rows = clauses.flatMap((clause) => {
    const unit = unitOf(clause);
    return clause.periods.map((each) => [clause.grant.clause?.sentence ?? '', each.period, t(`unit.${unit}`), ...[each.allotted, each.beyond, each.reserved, each.used, each.available].map((minutes) => amountOf(minutes, unit)), each.fee].map(cell));
  });
  return [heads, ...rows].map((row) => row.join(',')).join('\r\n');
}

/** With the mark by which spreadsheets know UTF-8. */
export function saveLedger(name: string, clauses: readonly Clause[], t: (key: Word) => string): void {
  saveFile(new Blob(['\uFEFF', ledgerCsv(clauses, t)], { type: 'text/csv;charset=utf-8' }), name);
}
