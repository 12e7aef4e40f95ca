import type { Role } from '../actor.ts';
import type { EntityClass } from '../entity.ts';
import type { Action } from '../permissions.ts';
import { StoredFile } from '../files/file.entity.ts';
import { type Scope, SCOPES } from './scope.ts';

/** The role with which a key acts for its organisation: the same permissions as a person who holds it. */
const ROLE_OF: Record<Scope, Role> = {
  READ_RESOURCES: 'COORDINATOR',
  WRITE_RESOURCES: 'RESOURCE_KEEPER',
  READ_BOOKINGS: 'COORDINATOR',
  WRITE_BOOKINGS: 'COORDINATOR',
  DECIDE_BOOKINGS: 'RESOURCE_KEEPER',
  IMPORT_REGISTERS: 'RESOURCE_KEEPER',
  READ_PEOPLE: 'COORDINATOR',
};

export function rolesOfScopes(scopes: readonly Scope[]): Role[] {
  return [...new Set(scopes.map((scope) => ROLE_OF[scope]))].toSorted();
}

/** What one subgraph lets keys of a scope ask for, and on which records. */
export interface ScopePart {
  /** Root fields of the graph. */
  operations: readonly string[];
  may: readonly (readonly [readonly Action[], EntityClass])[];
}

/** By scope; `ALWAYS` is what every key may. */
export type ScopeParts = Partial<Record<Scope | 'ALWAYS', ScopePart>>;

const OWN: ScopeParts = { IMPORT_REGISTERS: { operations: [], may: [[['read', 'create'], StoredFile]] } };

/** All that keys may in this process. What no scope names, no key may: fail closed. */
export class KeyRules {
  private readonly parts: readonly ScopeParts[];

  constructor(parts: readonly ScopeParts[]) {
    this.parts = [OWN, ...parts];
  }

  /** The scopes with one of which a root field may be asked for; none when it is for people alone. */
  scopesFor(operation: string): (Scope | 'ALWAYS')[] {
    return (['ALWAYS', ...SCOPES] as const).filter((scope) => this.parts.some((part) => part[scope]?.operations.includes(operation)));
  }

  mayAsk(scopes: readonly Scope[], operation: string): boolean {
    return this.scopesFor(operation).some((scope) => scope === 'ALWAYS' || scopes.includes(scope));
  }

  may(scopes: readonly Scope[], action: Action, entity: EntityClass): boolean {
    const granted = (['ALWAYS', ...scopes] as const).flatMap((scope) => this.parts.flatMap((part) => part[scope]?.may ?? []));
    return granted.some(([actions, subject]) => subject === entity && actions.includes(action));
  }
}
