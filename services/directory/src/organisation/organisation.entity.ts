import { GlobalEntity } from '@gongjian/platform';
import { Column, Entity } from 'typeorm';

export const ORGANISATION_KINDS = ['SCHOOL', 'ENTERPRISE', 'PARK', 'INSTITUTE', 'GOVERNMENT', 'ASSOCIATION'] as const;
export type OrganisationKind = (typeof ORGANISATION_KINDS)[number];

/** A legal entity. It exists once in the installation; a consortium sees the ones that are or were its members. */
@Entity({ schema: 'directory', name: 'organisation' })
export class Organisation extends GlobalEntity {
  static unaudited = ['sortName', 'search'];

  @Column('text')
  name: string;

  @Column('text')
  shortName: string;

  @Column('text')
  kind: OrganisationKind;

  @Column('text')
  uscc: string;

  @Column('text')
  sortName: string;

  @Column('text')
  search: string;
}
