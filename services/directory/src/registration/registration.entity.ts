import { type Language, type Place, type Role, TenantEntity } from '@gongjian/platform';
import { Column, Entity } from 'typeorm';

/** Whether people may ask by themselves to come in for an organisation: on while there is a link. */
@Entity({ schema: 'directory', name: 'self_registration' })
export class SelfRegistration extends TenantEntity {
  static unaudited = ['tokenHash'];

  @Column('uuid')
  organisationId: string;

  @Column('bytea', { nullable: true })
  linkSealed: Buffer | null;

  @Column('bytea', { nullable: true })
  tokenHash: Buffer | null;

  @Column('uuid')
  changedById: string;
}

/** `ASKED` until the link of the mail is used; `WAITING` for the administrators; the others are over. */
export type RegistrationState = 'ASKED' | 'WAITING' | 'CONFIRMED' | 'REFUSED' | 'WITHDRAWN';

/** Somebody has asked by themselves to come in for an organisation. Made by the door: who asks is nobody yet. */
@Entity({ schema: 'directory', name: 'registration' })
export class Registration extends TenantEntity {
  static unaudited = ['addressPrint', 'tokenHash'];

  @Column('uuid')
  organisationId: string;

  @Column('text')
  state: RegistrationState;

  @Column('text')
  wishedRole: Role;

  @Column('bytea', { nullable: true })
  nameSealed: Buffer | null;

  @Column('bytea', { nullable: true })
  emailSealed: Buffer | null;

  @Column('bytea', { nullable: true })
  noteSealed: Buffer | null;

  @Column('text', { nullable: true })
  addressPrint: string | null;

  @Column('bytea', { nullable: true })
  tokenHash: Buffer | null;

  @Column('text')
  language: Language;

  @Column('int')
  noticeVersion: number;

  /** Whose account it is, since the link of the mail was used. */
  @Column('uuid', { nullable: true })
  personId: string | null;

  @Column('timestamptz', { nullable: true })
  provenAt: Date | null;

  @Column('timestamptz')
  expiresAt: Date;

  @Column('uuid', { nullable: true })
  decidedById: string | null;

  @Column('timestamptz', { nullable: true })
  decidedAt: Date | null;
}

export const linkPlace = (id: string): Place => ({ table: 'directory.self_registration', column: 'link_sealed', id });
export const registrationPlace = (id: string, column: 'name_sealed' | 'email_sealed' | 'note_sealed'): Place => ({ table: 'directory.registration', column, id });

/** What is left of a request that is over. */
export const BLANK = { nameSealed: null, emailSealed: null, noteSealed: null, addressPrint: null, tokenHash: null } as const;
