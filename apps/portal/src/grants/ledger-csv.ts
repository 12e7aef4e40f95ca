import type { AgreementLedgerQuery } from './grants.generated.ts';

type Word = 'clause' | 'period' | 'allotted' | 'beyond' | 'reserved' | 'used' | 'available' | 'fee';

/** Hours of minutes, to two decimals. */
export const hoursOf = (minutes: number): number => Math.round((minutes * 100) / 60) / 100;

/** Text that a spreadsheet takes as text, never as a formula. */
const cell = (value: string | number): string => (typeof value === 'number' ? String(value) : `"${(/^[=+\-@\t\r]/.test(value) ? `'${value}` : value).replaceAll('"', '""')}"`);

export function ledgerCsv(clauses: AgreementLedgerQuery['ledger']['clauses'], t: (key: Word) => string): string {
  const heads = (['clause', 'period', 'allotted', 'beyond', 'reserved', 'used', 'available', 'fee'] as const).map((key) => cell(t(key)));
  const rows = clauses.flatMap(({ grant, periods }) => periods.map((each) => [grant.clause?.sentence ?? '', each.period, hoursOf(each.allotted), hoursOf(each.beyond), hoursOf(each.reserved), hoursOf(each.used), hoursOf(each.available), each.fee].map(cell)));
  return [heads, ...rows].map((row) => row.join(',')).join('\r\n');
}

/** With the mark by which spreadsheets know UTF-8. */
export function saveLedger(name: string, clauses: AgreementLedgerQuery['ledger']['clauses'], t: (key: Word) => string): void {
  const address = URL.createObjectURL(new Blob(['\uFEFF', ledgerCsv(clauses, t)], { type: 'text/csv;charset=utf-8' }));
  const link = Object.assign(document.createElement('a'), { href: address, download: name });
  link.click();
  URL.revokeObjectURL(address);
}
