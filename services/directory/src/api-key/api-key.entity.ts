import { type Scope, TenantEntity } from '@gongjian/platform';
import { Column, Entity } from 'typeorm';

export type ApiKeyState = 'ACTIVE' | 'EXPIRED' | 'REVOKED';

/** With what a program of an organisation comes in. */
@Entity({ schema: 'directory', name: 'api_key' })
export class ApiKey extends TenantEntity {
  static unaudited = ['secretHash', 'previousHash', 'lastUsedAt', 'warnedAt'];

  @Column('uuid')
  organisationId: string;

  /** Whom bookings and the audit log name when the program did something. */
  @Column('uuid')
  personId: string;

  @Column('text')
  name: string;

  @Column('text', { array: true })
  scopes: Scope[];

  @Column('text')
  prefix: string;

  @Column('bytea')
  secretHash: Buffer;

  @Column('timestamptz')
  expiresAt: Date;

  /** The one before, while both are good. */
  @Column('text', { nullable: true })
  previousPrefix: string | null;

  @Column('bytea', { nullable: true })
  previousHash: Buffer | null;

  @Column('timestamptz', { nullable: true })
  previousUntil: Date | null;

  @Column('uuid')
  createdById: string;

  @Column('timestamptz', { nullable: true })
  revokedAt: Date | null;

  @Column('uuid', { nullable: true })
  revokedById: string | null;

  @Column('timestamptz', { nullable: true })
  lastUsedAt: Date | null;

  @Column('timestamptz', { nullable: true })
  warnedAt: Date | null;

  stateAt(now: Date): ApiKeyState {
    if (this.revokedAt) return 'REVOKED';
    return this.expiresAt <= now ? 'EXPIRED' : 'ACTIVE';
  }
}
