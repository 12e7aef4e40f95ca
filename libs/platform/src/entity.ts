import { Column, DefaultNamingStrategy, PrimaryColumn } from 'typeorm';

/** TypeScript says ownerId, SQL says owner_id. */
export class SnakeNaming extends DefaultNamingStrategy {
  override columnName(propertyName: string, customName: string): string {
    return customName || propertyName.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  }
}

export type EntityClass<E = object> = (new () => E) & {
  relations?: Relations;
  /** Columns that the audit log leaves out, since they follow from others. */
  unaudited?: readonly string[];
  /** Columns that say who somebody is: the audit log tells that they changed, not what they say. */
  personal?: readonly string[] | ((row: object) => readonly string[]);
};

/** To-many relations that permissions may look through, by name: the rows of `entity` whose `foreignKey` is this row's id. */
export type Relations = Record<string, { entity: () => EntityClass; foreignKey: string }>;

/** What every record has. Times come from the application's clock, in milliseconds, so that cursors are exact. */
export abstract class GlobalEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('timestamptz')
  createdAt: Date;

  @Column('timestamptz')
  updatedAt: Date;

  /** Grows by one with each change; a caller that knows an older one is told instead of overwriting. */
  @Column('int')
  version: number;
}

/** A record that belongs to one consortium. PostgreSQL shows it to nobody else. */
export abstract class TenantEntity extends GlobalEntity {
  @PrimaryColumn('uuid')
  tenantId: string;
}
