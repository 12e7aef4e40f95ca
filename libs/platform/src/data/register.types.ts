import type { Role } from '../actor.ts';
import type { Retention } from './register.ts';

/** 数据安全法 §21 and PIPL §4, §28, from the least to the most that a leak would harm. All of it is general data (一般数据). */
export const DATA_CLASSES = ['NONE', 'INTERNAL', 'PERSONAL', 'SENSITIVE', 'SECRET'] as const;
export type DataClass = (typeof DATA_CLASSES)[number];

/** What a personal column tells of somebody. */
export const DATA_KINDS = ['NAME', 'LOGIN', 'CONTACT', 'ID_NUMBER', 'CREDENTIAL', 'DEVICE', 'PROFESSION', 'ROLE', 'ACTIVITY', 'FREE_TEXT', 'DOCUMENT', 'CONSENT', 'BIRTH'] as const;
export type DataKind = (typeof DATA_KINDS)[number];

/** Why it is processed at all (PIPL §6: for a definite purpose, and no more than that needs). */
export const PURPOSES = ['OPERATE', 'IDENTIFY', 'SECURE', 'GOVERN', 'REGISTERS', 'BOOKINGS', 'AGREEMENTS', 'CALENDAR', 'INFORM', 'ACCOUNT_FOR', 'PERSONS_RIGHTS', 'INTEGRATE'] as const;
export type Purpose = (typeof PURPOSES)[number];

/** PIPL §13: consent (1), a contract with the person or the management of staff (2), a duty by law (3). */
export const BASES = ['CONSENT', 'CONTRACT', 'LEGAL_DUTY', 'NOT_PERSONAL'] as const;
export type Basis = (typeof BASES)[number];

/** How the database keeps it: in clear, sealed with the consortium's key, sealed with the installation's, or as a hash that cannot be turned back. */
export const PROTECTIONS = ['PLAIN', 'SEALED', 'SEALED_BY_INSTALLATION', 'HASHED', 'FINGERPRINT'] as const;
export type Protection = (typeof PROTECTIONS)[number];

export const RETENTION_STARTS = ['WRITTEN', 'LAST_USED', 'EXPIRED', 'ENDED', 'DONE', 'RECORD_ENDS', 'DEPARTURE', 'CONSORTIUM_ENDS'] as const;
export type RetentionFrom = (typeof RETENTION_STARTS)[number];

export const DISPOSALS = ['DELETE', 'ANONYMISE', 'KEEP'] as const;
export type Disposal = (typeof DISPOSALS)[number];

/** What is left of a value that is shown, but not in full. */
export const MASKS = ['ENDS', 'ADDRESS', 'HIDDEN'] as const;
export type MaskForm = (typeof MASKS)[number];

/** Whose data a column holds: the column of the same table that leads to the person. */
export type Whose =
  | { column: string; is: 'PERSON' | 'ACCOUNT' | 'RESOURCE'; /** Where in a JSON column the id is, such as `orderedBy.personId`. */ key?: string }
  /** Nobody's id: whoever is reached under the sealed name and address in the column. */
  | { column: string; is: 'ADDRESS' }
  /** The id of a row of another registered table: whoever that one speaks of. */
  | { column: string; is: 'ROW'; table: string };

/** Who is shown a value; `own` is: that of one's own organisation alone. */
export interface Viewer {
  role: Role;
  own?: true;
}

/** In full, each look recorded, or masked. Whoever is in neither list is shown nothing of it. */
export interface Shown {
  full: readonly Viewer[];
  masked: readonly Viewer[];
}

export interface RegisteredColumn {
  /** `schema.table` */
  table: string;
  column: string;
  class: DataClass;
  kind: DataKind | null;
  purpose: Purpose;
  basis: Basis;
  whose: Whose | null;
  kept: Retention;
  protection: Protection;
  mask: MaskForm | null;
  shown: Shown | null;
}

export type DataRegister = readonly RegisteredColumn[];
