import { MINUTES_OF } from '@gongjian/rules';
import { type Purpose, PURPOSES } from '../booking/booking.entity.ts';
import type { Reason, Wish } from '../booking/booking.rules.ts';
import type { AskedResource } from '../booking/slots.ts';
import { HOUR, MINUTE } from '../time.ts';

/** Minutes from midnight to midnight. */
const A_DAY = 1440;

export type QuotaPeriod = 'WEEK' | 'MONTH' | 'TERM' | 'YEAR' | 'WHOLE';

/** What a clause that lends something says. */
export interface UseTerms {
  purposes: readonly Purpose[];
  quota: { amount: number; unit: keyof typeof MINUTES_OF; per: QuotaPeriod } | null;
  beyondQuota: 'REFUSE' | 'APPROVE';
  horizonDays: number | null;
  /** Null: as the owner says to everybody. */
  approval: boolean | null;
  priority: 'NORMAL' | 'PREFERRED';
  pricePerHour: number;
  publicBenefitShare: number;
}

/** As the directory keeps them (clause.terms): on a pool, or on an exchange of people. */
export type LendingTerms = UseTerms | { who: 'TEACHER' | 'ENGINEER'; amount: number; unit: 'DAYS' | 'CLASS_HOURS' };

/** An exchange of people is for any purpose, and says how much in a year; whether a person is free to go their organisation says each time, if it wants to. */
export function useTerms(terms: LendingTerms): UseTerms {
  if (!('who' in terms)) return terms;
  const { amount, unit } = terms;
  return { purposes: PURPOSES, quota: { amount, unit, per: 'YEAR' }, beyondQuota: 'REFUSE', horizonDays: null, approval: null, priority: 'NORMAL', pricePerHour: 0, publicBenefitShare: 0 };
}

/** A grant that reaches one of the wanted things: in force, or signed and to follow on one that is. */
export interface Held {
  kind: 'RESOURCE_USE' | 'EXCHANGE';
  resourceId: string;
  grantId: string;
  homeId: string;
  validFrom: Date;
  validUntil: Date;
  terms: UseTerms;
}

/** For whom is booked, and what for; null where it is not said yet. */
export interface Taker {
  organisationId: string;
  purpose: Purpose | null;
}

/** What a booking would use of a grant. */
export interface Use {
  grantId: string;
  homeId: string;
  terms: UseTerms;
  validFrom: Date;
  resourceIds: string[];
  minutes: number;
  /** Yuan. */
  fee: number;
}

export interface Governed<R> {
  /** With what the clause says in place of what the owner says to everybody. */
  resources: R[];
  reasons: Reason[];
  uses: Use[];
}

/**
 * Where a clause in force speaks of a thing and the purpose, it decides: on approval, on how far ahead, on how much, on who goes first. Where
 * none does, a thing that its owner lends to members goes by the owner's own rules; one that is lent by agreement alone, or
 * belongs to another consortium, is not to be had.
 */
export function govern<R extends AskedResource>(resources: readonly R[], held: readonly Held[], taker: Taker, wish: Pick<Wish, 'startsAt' | 'endsAt'>, home: string): Governed<R> {
  const governed: Governed<R> = { resources: [], reasons: [], uses: [] };
  const uses = new Map<string, Use>();
  for (const resource of resources) {
    const grants = resource.ownerId === taker.organisationId && resource.tenantId === home ? [] : held.filter(({ resourceId }) => resourceId === resource.id);
    const grant = best(grants, taker, wish);
    governed.resources.push(grant ? lent(resource, grant.terms, taker) : resource);
    if (grant) {
      const use = uses.get(grant.grantId) ?? { grantId: grant.grantId, homeId: grant.homeId, terms: grant.terms, validFrom: grant.validFrom, resourceIds: [], minutes: 0, fee: 0 };
      use.resourceIds.push(resource.id);
      uses.set(grant.grantId, use);
    } else if (resource.tenantId !== home || (resource.sharing === 'AGREEMENTS' && resource.ownerId !== taker.organisationId)) governed.reasons.push(why(resource.id, grants, taker));
  }
  const minutes = (wish.endsAt.getTime() - wish.startsAt.getTime()) / MINUTE;
  for (const use of uses.values()) {
    use.minutes = countedMinutes(use, minutes);
    use.fee = feeOf(use.terms, minutes * use.resourceIds.length);
    governed.uses.push(use);
  }
  // Whoever comes at the same time takes the books in the same order.
  governed.uses.sort((a, b) => (a.grantId < b.grantId ? -1 : 1));
  return governed;
}

/** HOURS go by the clock, everything else by the head; who is away for a day and a night was away for a day. */
function countedMinutes({ terms: { quota }, resourceIds: { length } }: Use, minutes: number): number {
  if (quota?.unit === 'HOURS') return Math.ceil(minutes);
  if (quota?.unit === 'DAYS') return Math.ceil(Math.floor(minutes / A_DAY) * MINUTES_OF.DAYS + Math.min(minutes % A_DAY, MINUTES_OF.DAYS)) * length;
  return Math.ceil(minutes * length);
}

/** The price of the hours that are not for the public benefit (ALL-13); to the cent. */
export function feeOf({ pricePerHour, publicBenefitShare }: Pick<UseTerms, 'pricePerHour' | 'publicBenefitShare'>, machineMinutes: number): number {
  return Math.round(((machineMinutes * MINUTE) / HOUR) * pricePerHour * (100 - publicBenefitShare)) / 100;
}

const covers = ({ validFrom, validUntil }: Held, { startsAt, endsAt }: Pick<Wish, 'startsAt' | 'endsAt'>): boolean => validFrom <= startsAt && endsAt <= validUntil;
const speaksOf = ({ terms }: Held, purpose: Purpose | null): boolean => purpose === null || terms.purposes.includes(purpose);

/** Of several the one that asks nobody, then the one that counts nothing, then the one that goes first; else the first that there was. */
function best(grants: readonly Held[], { purpose }: Taker, wish: Pick<Wish, 'startsAt' | 'endsAt'>): Held | undefined {
  const rank = ({ terms }: Held) => Number(terms.approval) * 4 + Number(terms.quota !== null) * 2 + Number(terms.priority !== 'PREFERRED');
  return grants.filter((grant) => covers(grant, wish) && speaksOf(grant, purpose)).sort((a, b) => rank(a) - rank(b) || (a.grantId < b.grantId ? -1 : 1))[0];
}

function lent<R extends AskedResource>(resource: R, { approval, horizonDays, priority }: UseTerms, { organisationId }: Taker): R {
  return asked(resource, { needsApproval: approval ?? resource.needsApproval, horizonDays: horizonDays ?? resource.horizonDays, ...(priority === 'PREFERRED' && { goesFirstFor: organisationId }) });
}

/** What goes beyond a quota its giver has to agree to. */
export function withConsent<R extends AskedResource>(resources: readonly R[], uses: readonly Use[], beyond: ReadonlySet<string>): R[] {
  const exceeding = new Set(uses.filter(({ grantId }) => beyond.has(grantId)).flatMap(({ resourceIds }) => resourceIds));
  return resources.map((resource) => (exceeding.has(resource.id) ? asked(resource, { needsApproval: true }) : resource));
}

/** The same thing under other conditions; what was read stays as it was. */
function asked<R extends AskedResource>(resource: R, conditions: Partial<Pick<AskedResource, 'needsApproval' | 'horizonDays' | 'goesFirstFor'>>): R {
  return Object.assign(Object.create(Object.getPrototypeOf(resource) as object) as R, resource, conditions);
}

function why(resourceId: string, grants: readonly Held[], { purpose }: Taker): Reason {
  const reason = (code: Reason['code'], params: Reason['params'] = {}): Reason => ({ code, resourceId, allocationId: null, params });
  if (grants.length === 0) return reason('NO_AGREEMENT');
  const fitting = grants.filter((grant) => speaksOf(grant, purpose));
  if (fitting.length === 0) return reason('PURPOSE_NOT_AGREED', { purposes: [...new Set(grants.flatMap(({ terms }) => terms.purposes))].join() });
  return reason('OUTSIDE_AGREEMENT', { from: fitting[0]!.validFrom.toISOString(), until: fitting[0]!.validUntil.toISOString() });
}
