import type { Profession, Resource } from '../resource/resource.entity.ts';
import type { OpeningPeriod } from './opening-hours.ts';
import { unitCode } from './drafts.ts';
import type { Change, RowState } from './import.entity.ts';
import { type Known, Matcher } from './import.matching.ts';
import type { Problem } from '@gongjian/platform/sheets/sheet.types';
import type { Draft, Register } from './register.types.ts';

/** Columns that a line may change, in the order in which changes are shown. */
const PLAIN = ['name', 'code', 'model', 'manufacturer', 'category', 'place', 'capacity', 'department', 'keeper', 'state', 'unitPrice', 'purchasedOn', 'fundingSource', 'note'] as const;
const PROFESSION = ['title', 'skillLevel', 'dualQualified', 'subjects', 'practiceMonths', 'yearlyHours'] as const;

/** What is stored of a resource, with its personal data opened for comparing. */
export type Stored = Known &
  Pick<Resource, (typeof PLAIN)[number] | 'openingHours' | 'profession'> & { idNumber: string | null };

export interface Member {
  id: string;
  name: string;
  shortName: string;
  uscc: string;
}

export interface PlanSettings {
  register: Register;
  ownerId: string;
  anyOwner: boolean;
  codesAreKeys: boolean;
  members: readonly Member[];
  /** Column of a field, for problems. */
  columnOf: (field: string) => number | null;
  fingerprint: (text: string) => string;
}

/** What is to be written for one unit of a line. */
export type Target = { create: Values; ownerId: string } | { update: string; values: Values };

export type Values = Partial<Omit<Draft, 'uscc' | 'organisation'>> & { identityHash?: string };

export interface PlannedRow {
  state: RowState;
  problems: Problem[];
  changes: Change[];
  counts: { created: number; changed: number; unchanged: number };
  targets: Target[];
}

/** Compares lines with what is stored, one after the other. */
export class Plan {
  private readonly matcher: Matcher;
  private readonly stored: Map<string, Stored>;
  private readonly byUscc: ReadonlyMap<string, Member>;
  private readonly byName: ReadonlyMap<string, Member>;

  constructor(
    private readonly settings: PlanSettings,
    stored: readonly Stored[],
  ) {
    this.matcher = new Matcher(settings.register, stored, settings.codesAreKeys);
    this.stored = new Map(stored.map((resource) => [resource.id, resource]));
    this.byUscc = new Map(settings.members.map((member) => [member.uscc, member]));
    this.byName = new Map(settings.members.flatMap((member) => [[member.name, member] as const, [member.shortName, member] as const]));
  }

  row(draft: Draft, units: number): PlannedRow {
    const owner = this.ownerOf(draft);
    const counts = { created: 0, changed: 0, unchanged: 0 };
    if (!owner.id) return { state: 'BAD', problems: owner.problems, changes: [], counts, targets: [] };
    const changes = new Map<string, Change>();
    const targets: Target[] = [];
    const identityHash = draft.idNumber ? this.settings.fingerprint(draft.idNumber) : null;
    for (let unit = 1; unit <= units; unit++) {
      const values: Values = { ...withoutOwner(draft), ...(draft.code && { code: unitCode(draft.code, unit) }), ...(identityHash && { identityHash }) };
      const known = this.matcher.match(owner.id, draft, unit, identityHash);
      if (!known) {
        counts.created++;
        targets.push({ create: values, ownerId: owner.id });
        continue;
      }
      const differences = differencesOf(this.stored.get(known.id)!, values);
      // each is found once: no need to keep it
      this.stored.delete(known.id);
      if (differences.length) {
        counts.changed++;
        targets.push({ update: known.id, values: only(values, differences) });
      } else counts.unchanged++;
      for (const change of differences) if (!changes.has(change.field)) changes.set(change.field, change);
    }
    if (counts.created && counts.created < units) changes.set('quantity', { field: 'quantity', before: String(units - counts.created), after: String(units) });
    const state = counts.created === units ? 'NEW' : counts.created || counts.changed ? 'CHANGED' : 'UNCHANGED';
    return { state, problems: owner.problems, changes: state === 'NEW' ? [] : [...changes.values()], counts, targets };
  }

  /** An engineer belongs to the enterprise that the line names, everything else to the owner of the register. */
  private ownerOf({ uscc, organisation }: Draft): { id: string | null; problems: Problem[] } {
    const { register, ownerId, anyOwner, columnOf } = this.settings;
    if (register !== 'ENGINEERS' || (!uscc && !organisation)) return { id: ownerId, problems: [] };
    const field = uscc ? 'uscc' : 'organisation';
    const member = uscc ? this.byUscc.get(uscc) : this.byName.get(organisation!);
    const refuse = (code: string, params: Record<string, string>) => ({ id: null, problems: [{ column: columnOf(field), code, params }] });
    if (!member) return refuse('ORGANISATION_NOT_MEMBER', { organisation: organisation ?? uscc! });
    if (!anyOwner && member.id !== ownerId) return refuse('ORGANISATION_NOT_YOURS', { organisation: member.name });
    const differs = organisation && organisation !== member.name && organisation !== member.shortName;
    return { id: member.id, problems: differs ? [{ column: columnOf('organisation'), code: 'ORGANISATION_NAME_DIFFERS', params: { organisation: member.name }, warning: true }] : [] };
  }
}

function withoutOwner({ uscc: _uscc, organisation: _organisation, ...values }: Draft): Values {
  return values;
}

/** What is the same is not written again. */
function only(values: Values, differences: readonly Change[]): Values {
  const fields = new Set(differences.map(({ field }) => field));
  return Object.fromEntries(Object.entries(values).filter(([field]) => fields.has(field === 'identityHash' ? 'idNumber' : field)));
}

/** What a line says is changed; of what it does not speak stays. */
export function differencesOf(stored: Stored, values: Values): Change[] {
  const changes: Change[] = [];
  const compare = (field: string, before: unknown, after: unknown): void => {
    if (after === undefined) return;
    const [was, is] = [shown(before), shown(after)];
    if (was !== is) changes.push({ field, before: was, after: is });
  };
  for (const field of PLAIN) compare(field, stored[field], values[field]);
  compare('openingHours', stored.openingHours, values.openingHours);
  for (const field of PROFESSION) compare(field, stored.profession?.[field as keyof Profession] ?? null, values[field]);
  compare('phone', stored.phone, values.phone);
  compare('idNumber', stored.idNumber, values.idNumber);
  return changes;
}

function shown(value: unknown): string | null {
  if (value === null || value === undefined || value === '') return null;
  if (Array.isArray(value)) {
    if (value.length === 0) return null;
    return typeof value[0] === 'string' ? value.join('、') : (value as OpeningPeriod[]).map(({ weekday, opens, closes }) => `${'一二三四五六日'[weekday - 1]} ${opens}-${closes}`).join('；');
  }
  return String(value);
}
