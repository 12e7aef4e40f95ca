import { Column, Entity } from 'typeorm';
import { isOperator, type Language } from '../actor.ts';
import { TenantEntity } from '../entity.ts';
import { definePermissions } from '../permissions.ts';
import type { MailWish, ToldParams } from './message.kinds.ts';

/** What one person is told. */
@Entity({ schema: 'platform', name: 'message' })
export class Message extends TenantEntity {
  static unaudited = ['params', 'link', 'mail', 'mailAt'];

  @Column('text')
  kind: string;

  @Column('uuid')
  personId: string;

  @Column('uuid', { nullable: true })
  organisationId: string | null;

  @Column('jsonb')
  params: ToldParams;

  @Column('text', { nullable: true })
  subjectType: string | null;

  @Column('uuid', { nullable: true })
  subjectId: string | null;

  @Column('text')
  link: string;

  @Column('timestamptz', { nullable: true })
  readAt: Date | null;

  @Column('text')
  mail: 'NEW' | 'DUE' | 'CLEARED' | 'MAILED' | 'NONE';

  @Column('timestamptz')
  mailAt: Date;
}

/** How one person wants to be told in one consortium. Its id is the person's. */
@Entity({ schema: 'platform', name: 'message_settings' })
export class MessageSettings extends TenantEntity {
  @Column('text')
  language: Language;

  @Column('text')
  timeZone: string;

  @Column('int')
  digestHour: number;

  @Column('int', { nullable: true })
  quietFrom: number | null;

  @Column('int', { nullable: true })
  quietUntil: number | null;

  @Column('jsonb')
  mail: Record<string, MailWish>;
}

/** One's own, and nobody else's. */
export const messagePermissions = definePermissions((allow, actor) => {
  if (isOperator(actor)) return;
  allow(['read', 'update'], Message, { personId: actor.personId });
  allow(['read', 'create', 'update'], MessageSettings, { id: actor.personId });
});
