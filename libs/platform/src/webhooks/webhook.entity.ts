import { Column, Entity } from 'typeorm';
import { isOperator } from '../actor.ts';
import { TenantEntity } from '../entity.ts';
import { definePermissions } from '../permissions.ts';
import type { Place } from '../sealing/sealed.ts';
import type { WebhookEvent } from './events.ts';

export type WebhookState = 'ACTIVE' | 'INACTIVE';
export type WebhookOffReason = 'BY_HAND' | 'FAILING' | 'GONE';

/** Where a webhook's secrets stand, sealed. */
export const secretPlaces = (id: string): Record<'secret' | 'previous', Place> => ({
  secret: { table: 'platform.webhook', column: 'secret', id },
  previous: { table: 'platform.webhook', column: 'previous_secret', id },
});

/** Where an organisation's programs want to hear what changed. */
@Entity({ schema: 'platform', name: 'webhook' })
export class Webhook extends TenantEntity {
  static personal = ['url'];
  static unaudited = ['fromSeq', 'listensSince'];

  @Column('uuid')
  organisationId: string;

  @Column('text')
  url: string;

  @Column('text')
  host: string;

  @Column('text', { array: true })
  events: WebhookEvent[];

  /** Sealed. */
  @Column('bytea')
  secret: Buffer;

  @Column('bytea', { nullable: true })
  previousSecret: Buffer | null;

  @Column('timestamptz', { nullable: true })
  previousUntil: Date | null;

  @Column('text')
  state: WebhookState;

  @Column('text', { nullable: true })
  offReason: WebhookOffReason | null;

  @Column('timestamptz')
  listensSince: Date;

  @Column('bigint')
  fromSeq: number;

  @Column('uuid')
  createdById: string;
}

export const DELIVERY_STATES = ['WAITING', 'SENDING', 'DELIVERED', 'FAILED'] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];

/** One piece of news for one endpoint. */
@Entity({ schema: 'platform', name: 'webhook_delivery' })
export class WebhookDelivery extends TenantEntity {
  @Column('uuid')
  webhookId: string;

  @Column('text')
  event: WebhookEvent | 'TEST';

  @Column('uuid')
  subjectId: string;

  @Column('int', { nullable: true })
  subjectVersion: number | null;

  @Column('timestamptz')
  happenedAt: Date;

  @Column('bigint', { nullable: true })
  seq: number | null;

  @Column('int', { nullable: true })
  ordinal: number | null;

  @Column('text')
  state: DeliveryState;

  @Column('int')
  tries: number;

  @Column('timestamptz')
  dueAt: Date;

  @Column('timestamptz', { nullable: true })
  firstTriedAt: Date | null;

  @Column('timestamptz', { nullable: true })
  deliveredAt: Date | null;
}

/** The administrators of an organisation look after its endpoints. Deliveries are reached through an endpoint that one may read. */
export const webhookPermissions = definePermissions((allow, actor) => {
  if (isOperator(actor) || !actor.roles.includes('ORGANISATION_ADMINISTRATOR')) return;
  allow(['read', 'create', 'update', 'cancel'], Webhook, { organisationId: actor.organisationId });
  allow(['read', 'create', 'update'], WebhookDelivery);
});
