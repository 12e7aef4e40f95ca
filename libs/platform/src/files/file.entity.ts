import { Column, Entity } from 'typeorm';
import { TenantEntity } from '../entity.ts';
import { definePermissions } from '../permissions.ts';
import type { Place } from '../sealing/sealed.ts';
import { isOperator } from '../actor.ts';

/** A photo or an uploaded register, kept in PostgreSQL so that it shares the record's transaction, backup and tenant wall. */
@Entity({ schema: 'platform', name: 'file' })
export class StoredFile extends TenantEntity {
  static unaudited = ['content'];

  @Column('text')
  name: string;

  /** Found from the bytes, never from the name. */
  @Column('text')
  mediaType: string;

  @Column('int')
  size: number;

  @Column('text')
  sha256: string;

  /** Sealed with the consortium's key: registers hold personal data. */
  @Column('bytea')
  content: Buffer;

  @Column('uuid')
  personId: string;

  @Column('uuid')
  organisationId: string;
}

/** Where a file's bytes stand, sealed. */
export const contentPlace = (id: string): Place => ({ table: 'platform.file', column: 'content', id });

/** Photos are for everybody in the consortium; registers, which hold personal data, for the organisation that uploaded them. */
export const filePermissions = definePermissions((allow, actor) => {
  if (isOperator(actor)) return;
  allow('create', StoredFile);
  allow('read', StoredFile, { mediaType: { $in: ['image/jpeg', 'image/png', 'image/webp'] } });
  allow('read', StoredFile, { personId: actor.personId });
  allow('read', StoredFile, { organisationId: actor.organisationId });
});
