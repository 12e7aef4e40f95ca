import type { ReasonDetailsFragment } from './booking.generated.ts';

export interface ResourceReasons {
  key: string;
  /** Null for what lies in the booking as a whole. */
  name: string | null;
  reasons: ReasonDetailsFragment[];
}

/** All reasons of one resource together, those against the whole first. */
export function reasonsByResource(reasons: readonly ReasonDetailsFragment[]): ResourceReasons[] {
  const groups = new Map<string, ResourceReasons>();
  for (const reason of reasons) {
    const key = reason.resource?.id ?? '';
    const group = groups.get(key) ?? { key, name: reason.resource?.name ?? null, reasons: [] };
    group.reasons.push(reason);
    groups.set(key, group);
  }
  return [...groups.values()].sort((a, b) => Number(a.key !== '') - Number(b.key !== ''));
}
