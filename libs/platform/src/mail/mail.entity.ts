import { Column, Entity } from 'typeorm';
import { isOperator, type Language } from '../actor.ts';
import { TenantEntity } from '../entity.ts';
import { definePermissions } from '../permissions.ts';

/**
 * `WAITING` to be sent, `SENDING` taken by a sender, `SENT` accepted by the mail server, `FAILED` refused or tried too often,
 * `LAPSED` too old to be of use before it could leave.
 */
export const MAIL_STATES = ['WAITING', 'SENDING', 'SENT', 'FAILED', 'LAPSED'] as const;
export type MailState = (typeof MAIL_STATES)[number];

/** A mail in the outbox. Recipient and content are sealed; the content is gone once it has left. */
@Entity({ schema: 'platform', name: 'mail' })
export class Mail extends TenantEntity {
  static unaudited = ['recipient', 'content'];

  @Column('text')
  about: string;

  @Column('text')
  language: Language;

  @Column('text')
  state: MailState;

  @Column('bytea')
  recipient: Buffer;

  @Column('bytea', { nullable: true })
  content: Buffer | null;

  @Column('int')
  tries: number;

  @Column('text', { nullable: true })
  trouble: string | null;

  @Column('timestamptz')
  dueAt: Date;

  @Column('timestamptz')
  goodUntil: Date;

  @Column('timestamptz', { nullable: true })
  sentAt: Date | null;
}

/** Those who run the mail server look after the outbox; a look into a mail is recorded. */
export const mailPermissions = definePermissions((allow, actor) => {
  if (isOperator(actor)) allow(['read', 'update', 'reveal'], Mail);
});
