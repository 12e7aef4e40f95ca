import { type Language, type Place, type Role, TenantEntity } from '@gongjian/platform';
import { Column, Entity } from 'typeorm';

/** Whether it is too old is not written down: the clock says so. */
export type InvitationState = 'OPEN' | 'ACCEPTED' | 'WITHDRAWN';

/** Somebody was asked by mail to come in: for one organisation, with roles. */
@Entity({ schema: 'directory', name: 'invitation' })
export class Invitation extends TenantEntity {
  static unaudited = ['addressPrint', 'tokenHash', 'mailId'];

  @Column('uuid')
  organisationId: string;

  @Column('text', { array: true })
  roles: Role[];

  /** The day on which it is accepted, when null. */
  @Column('date', { nullable: true })
  since: string | null;

  /** The first day on which the roles do not count any more. */
  @Column('date', { nullable: true })
  until: string | null;

  /** Sealed: name and address. */
  @Column('bytea')
  inviteeSealed: Buffer;

  @Column('text')
  addressPrint: string;

  @Column('text')
  language: Language;

  @Column('text')
  state: InvitationState;

  /** The link itself is nowhere but in the mail. */
  @Column('bytea')
  tokenHash: Buffer;

  @Column('int')
  goodDays: number;

  @Column('timestamptz')
  sentAt: Date;

  @Column('timestamptz')
  expiresAt: Date;

  @Column('uuid')
  mailId: string;

  /** Who sent it last, and answers for it. */
  @Column('uuid')
  invitedById: string;

  /** Who has accepted it. */
  @Column('uuid', { nullable: true })
  personId: string | null;

  @Column('timestamptz', { nullable: true })
  acceptedAt: Date | null;
}

export interface Invitee {
  name: string;
  address: string;
}

export const inviteePlace = (id: string): Place => ({ table: 'directory.invitation', column: 'invitee_sealed', id });
