import type { Role } from './actor.ts';

/** What an organisation may take from a role that people have for it; never more than the role gives. */
export const NARROWABLE = {
  /** To book, and to change and cancel bookings. */
  BOOK: { actions: ['create', 'update', 'cancel'], subjects: ['Booking'], anywhere: ['book'] },
  /** To answer bookings of the organisation's things. */
  DECIDE: { actions: ['decide'], subjects: ['Approval', 'GrantUse'], anywhere: [] },
  /** To take things for maintenance. */
  BLOCK: { actions: ['create', 'update'], subjects: ['Maintenance'], anywhere: ['block'] },
  /** To keep the register: things and pools. */
  KEEP: { actions: ['create', 'update'], subjects: ['Resource', 'Pool'], anywhere: [] },
  IMPORT: { actions: [], subjects: [], anywhere: ['import'] },
  EXPORT: { actions: [], subjects: [], anywhere: ['export'] },
  /** To see personal data in full. */
  REVEAL: { actions: [], subjects: [], anywhere: ['reveal'] },
} as const satisfies Record<string, { actions: readonly string[]; subjects: readonly string[]; anywhere: readonly string[] }>;
export type Narrowable = keyof typeof NARROWABLE;
export const NARROWABLES = Object.keys(NARROWABLE) as Narrowable[];

/** The roles of an organisation's own people. Who administers it, and who acts for the whole consortium, is not narrowed by it. */
export const NARROWED_ROLES = ['RESOURCE_KEEPER', 'TEACHER', 'ENGINEER', 'COORDINATOR', 'STUDENT'] as const satisfies readonly Role[];

export type Narrowed = Partial<Record<Role, Narrowable[]>>;

/** Whether a role was left this by the organisation. */
export function isLeft(denied: readonly Narrowable[] | undefined, action: string, subject: { name: string }): boolean {
  return !(denied ?? []).some((each) => {
    const { actions, subjects, anywhere } = NARROWABLE[each] as { actions: readonly string[]; subjects: readonly string[]; anywhere: readonly string[] };
    return anywhere.includes(action) || (subjects.includes(subject.name) && actions.includes(action));
  });
}
