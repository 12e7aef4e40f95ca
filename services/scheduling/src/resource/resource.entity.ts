import { Column, Entity } from 'typeorm';
import { type Place, TenantEntity } from '@gongjian/platform';
import type { OpeningPeriod } from './opening.ts';

/** In the order in which they are listed. */
export const RESOURCE_KINDS = ['EQUIPMENT', 'VENUE', 'TEACHER', 'ENGINEER'] as const;
export type ResourceKind = (typeof RESOURCE_KINDS)[number];

export const RESOURCE_STATES = ['IN_USE', 'IDLE', 'UNDER_REPAIR', 'LENT_OUT', 'TO_BE_SCRAPPED', 'SCRAPPED', 'WITHDRAWN'] as const;
export type ResourceState = (typeof RESOURCE_STATES)[number];

export const BOOKABLE_STATES: readonly ResourceState[] = ['IN_USE', 'IDLE'];

/** Who of the consortium may book it: every member, or those with an agreement about it. */
export const SHARING = ['MEMBERS', 'AGREEMENTS'] as const;
export type Sharing = (typeof SHARING)[number];

/** The kinds that are people: only they have a profession and personal data. */
export const PEOPLE: readonly ResourceKind[] = ['TEACHER', 'ENGINEER'];

export interface Profession {
  title: string | null;
  skillLevel: string | null;
  dualQualified: string | null;
  subjects: string[];
  practiceMonths: number | null;
  yearlyHours: number | null;
}

/** Anything with a calendar. It belongs to one organisation and exists once, whoever it is shared with. */
@Entity({ schema: 'scheduling', name: 'resource' })
export class Resource extends TenantEntity {
  /** Derived from other columns, or a fingerprint: no part of the record's story. */
  static unaudited = ['nameKey', 'codeKey', 'placeKey', 'searchText', 'identityHash'] as const;
  /** Of teachers and engineers what says who they are; of things, who looks after them. */
  static personal = (row: object): readonly string[] => (PEOPLE.includes((row as Resource).kind) ? ['name', 'code', 'keeper', 'note', 'profession'] : ['keeper']);

  @Column('text') kind: ResourceKind;
  @Column('text') name: string;
  @Column('text', { nullable: true }) code: string | null;
  @Column('text', { nullable: true }) model: string | null;
  @Column('text', { nullable: true }) manufacturer: string | null;
  @Column('text', { nullable: true }) category: string | null;
  @Column('text', { nullable: true }) place: string | null;
  @Column('int', { nullable: true }) capacity: number | null;
  @Column('uuid') ownerId: string;
  @Column('text', { nullable: true }) department: string | null;
  @Column('text', { nullable: true }) keeper: string | null;
  @Column('text') state: ResourceState;
  @Column('jsonb') openingHours: OpeningPeriod[];
  @Column('int') bufferBefore: number;
  @Column('int') bufferAfter: number;
  @Column('boolean') needsApproval: boolean;
  @Column('int') holdHours: number;
  @Column('int') maxMinutes: number;
  @Column('int') horizonDays: number;
  @Column('text') sharing: Sharing;
  /** Yuan. */
  @Column('numeric', { nullable: true }) unitPrice: number | null;
  /** YYYY-MM-DD */
  @Column('date', { nullable: true }) purchasedOn: string | null;
  @Column('text', { nullable: true }) fundingSource: string | null;
  @Column('text', { nullable: true }) note: string | null;
  @Column('uuid', { nullable: true }) photoFileId: string | null;
  @Column('jsonb', { nullable: true }) profession: Profession | null;
  @Column('bytea', { nullable: true }) idNumberSealed: Buffer | null;
  @Column('bytea', { nullable: true }) phoneSealed: Buffer | null;
  @Column('text', { nullable: true }) identityHash: string | null;
  /** The person with an account whom this teacher or engineer is, once they have shown it. */
  @Column('uuid', { nullable: true }) personId: string | null;
  /** These four come from `derivedColumns`, whenever one of the columns that they follow from changes. */
  @Column('text') nameKey: string;
  @Column('text') codeKey: string;
  @Column('text') placeKey: string;
  @Column('text') searchText: string;

  /** Of its consortium, where that is another one. */
  timeZone?: string;
  /** The organisation whose agreement puts it before others that still wait for the thing. */
  goesFirstFor?: string;

  get bookable(): boolean {
    return BOOKABLE_STATES.includes(this.state);
  }

  get photoUrl(): string | null {
    return this.photoFileId && `/files/${this.photoFileId}`;
  }
}

/** Where what is sealed of a person stands. */
export const personalPlaces = (id: string): Record<'idNumber' | 'phone', Place> => ({
  idNumber: { table: 'scheduling.resource', column: 'id_number_sealed', id },
  phone: { table: 'scheduling.resource', column: 'phone_sealed', id },
});

/** What a record has when nobody said otherwise. */
export const RESOURCE_DEFAULTS = {
  code: null,
  model: null,
  manufacturer: null,
  category: null,
  place: null,
  capacity: null,
  department: null,
  keeper: null,
  state: 'IN_USE',
  openingHours: [] as OpeningPeriod[],
  bufferBefore: 0,
  bufferAfter: 0,
  needsApproval: false,
  holdHours: 48,
  maxMinutes: 1440,
  horizonDays: 180,
  sharing: 'MEMBERS',
  unitPrice: null,
  purchasedOn: null,
  fundingSource: null,
  note: null,
  photoFileId: null,
  profession: null,
  idNumberSealed: null,
  phoneSealed: null,
  identityHash: null,
  personId: null,
} as const;
