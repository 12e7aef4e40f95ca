import type { ResourceState, Sharing, UpdateResourceInput } from '@gongjian/api/schema.types.ts';
import type { ResourcePartsFragment } from './resources.generated.ts';
import { openingHoursText } from './opening-hours.ts';

/** What the form holds: texts as typed, so that nothing a person wrote is lost before it is understood. */
export interface ResourceValues {
  name: string;
  code: string;
  model: string;
  manufacturer: string;
  category: string;
  place: string;
  capacity: string;
  department: string;
  keeper: string;
  state: ResourceState;
  openingHoursText: string;
  bufferBefore: string;
  bufferAfter: string;
  needsApproval: boolean;
  holdHours: string;
  maxMinutes: string;
  horizonDays: string;
  sharing: Sharing;
  note: string;
}

export type ResourceField = keyof ResourceValues;

const NUMBERS = ['capacity', 'bufferBefore', 'bufferAfter', 'holdHours', 'maxMinutes', 'horizonDays'] as const;
const NUMBER_FIELDS: ReadonlySet<string> = new Set(NUMBERS);

export function valuesOf(resource: ResourcePartsFragment, language: string): ResourceValues {
  const text = (value: string | number | null) => (value === null ? '' : String(value));
  return {
    name: resource.name,
    code: text(resource.code),
    model: text(resource.model),
    manufacturer: text(resource.manufacturer),
    category: text(resource.category),
    place: text(resource.place),
    capacity: text(resource.capacity),
    department: text(resource.department),
    keeper: text(resource.keeper),
    state: resource.state,
    openingHoursText: openingHoursText(resource.openingHours, language),
    bufferBefore: text(resource.bufferBefore),
    bufferAfter: text(resource.bufferAfter),
    needsApproval: resource.needsApproval,
    holdHours: text(resource.holdHours),
    maxMinutes: text(resource.maxMinutes),
    horizonDays: text(resource.horizonDays),
    sharing: resource.sharing,
    note: text(resource.note),
  };
}

export function changedFields(before: ResourceValues, after: ResourceValues): ResourceField[] {
  return (Object.keys(before) as ResourceField[]).filter((field) => before[field] !== after[field]);
}

/** Numbers are read in half and full width; what is no whole number is said at its field before anything is sent. */
export function readNumber(text: string): number | null {
  const plain = text.normalize('NFKC').trim();
  return /^\d{1,9}$/.test(plain) ? Number(plain) : null;
}

export function numberProblems(values: ResourceValues, fields: readonly ResourceField[]): ResourceField[] {
  return fields.filter((field) => {
    if (!NUMBER_FIELDS.has(field)) return false;
    const text = String(values[field]).trim();
    return text === '' ? field !== 'capacity' : readNumber(text) === null;
  });
}

/** The messages without that of one field, once somebody writes there. */
export function without(problems: Record<string, string>, field: string): Record<string, string> {
  return Object.fromEntries(Object.entries(problems).filter(([name]) => name !== field));
}

/** Only what differs from the base goes to the server; an emptied text becomes null. */
export function patchOf(base: ResourceValues, values: ResourceValues): UpdateResourceInput {
  const patch: Record<string, unknown> = {};
  for (const field of changedFields(base, values)) {
    const value = values[field];
    if (field === 'openingHoursText') {
      if (String(value).trim() === '') patch['openingHours'] = [];
      else patch['openingHoursText'] = value;
    } else if (NUMBER_FIELDS.has(field)) patch[field] = readNumber(String(value));
    else if (field === 'name' || typeof value === 'boolean' || field === 'state' || field === 'sharing') patch[field] = value;
    else patch[field] = String(value).trim() === '' ? null : value;
  }
  return patch as UpdateResourceInput;
}

/** After somebody else's change: their values where I changed nothing, mine where I did. */
export function rebase(base: ResourceValues, mine: ResourceValues, theirs: ResourceValues): ResourceValues {
  const result = { ...theirs };
  for (const field of changedFields(base, mine)) Object.assign(result, { [field]: mine[field] });
  return result;
}
