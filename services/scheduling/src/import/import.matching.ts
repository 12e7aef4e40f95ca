import { unitCode } from './drafts.ts';
import type { Draft, Register } from './register.types.ts';

/** A resource as far as an import has to know it. */
export interface Known {
  id: string;
  ownerId: string;
  name: string;
  code: string | null;
  model: string | null;
  place: string | null;
  identityHash: string | null;
  phone: string | null;
}

type Keys = (known: { ownerId: string; name: string; code?: string | null; model?: string | null; place?: string | null; identityHash?: string | null; phone?: string | null }) => string | null;

const byCode: Keys = ({ ownerId, code }) => (code ? `${ownerId} ${code.toUpperCase()}` : null);
const byNamePlace: Keys = ({ ownerId, name, place }) => `${ownerId} ${name} ${place ?? ''}`;
const byNameModelPlace: Keys = ({ ownerId, name, model, place, code }) => (code ? null : `${ownerId} ${name} ${model ?? ''} ${place ?? ''}`);
const byIdentity: Keys = ({ ownerId, identityHash }) => (identityHash ? `${ownerId} ${identityHash}` : null);
const byPhone: Keys = ({ ownerId, name, phone }) => (phone ? `${ownerId} ${name} ${phone}` : null);
const byName: Keys = ({ ownerId, name }) => `${ownerId} ${name}`;

/** By what a register's things are known again, the surest first. */
const KEYS: Record<Register, readonly Keys[]> = {
  EQUIPMENT: [byCode, byNameModelPlace],
  VENUES: [byCode, byNamePlace],
  TEACHERS: [byCode, byIdentity, byPhone],
  ENGINEERS: [byCode, byIdentity, byPhone, byName],
};

/**
 * Finds the resource that a line speaks of. Each is found once: of two machines alike and without a number the first line
 * means the first, the second the second.
 */
export class Matcher {
  private readonly indexes: { keys: Keys; found: Map<string, Known[]> }[];
  private readonly taken = new Set<string>();

  constructor(
    register: Register,
    known: readonly Known[],
    /** A venue's code is its room number unless the register has a column of codes; rooms 401 there are many. */
    codesAreKeys: boolean,
  ) {
    const keys = codesAreKeys ? KEYS[register] : KEYS[register].filter((key) => key !== byCode);
    this.indexes = keys.map((key) => {
      const found = new Map<string, Known[]>();
      for (const resource of known) {
        const value = key(resource);
        if (value === null) continue;
        const list = found.get(value);
        if (list) list.push(resource);
        else found.set(value, [resource]);
      }
      return { keys: key, found };
    });
  }

  match(ownerId: string, draft: Draft, unit: number, identityHash: string | null): Known | null {
    const wanted = { ...draft, ownerId, identityHash, code: draft.code && unitCode(draft.code, unit) };
    for (const { keys, found } of this.indexes) {
      const value = keys(wanted);
      const free = value === null ? [] : (found.get(value) ?? []).filter(({ id }) => !this.taken.has(id));
      // a name alone says who is meant only while nobody else has it, and no other number speaks against it
      if (keys === byName && (free.length !== 1 || contradicts(free[0]!, wanted))) continue;
      if (free.length === 0) continue;
      this.taken.add(free[0]!.id);
      found.set(value!, free.slice(1));
      return free[0]!;
    }
    return null;
  }
}

function contradicts(known: Known, wanted: { identityHash: string | null; code?: string }): boolean {
  const differ = (a: string | null | undefined, b: string | null | undefined) => Boolean(a && b && a !== b);
  return differ(known.identityHash, wanted.identityHash) || differ(known.code, wanted.code);
}
