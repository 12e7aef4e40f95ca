import { GlobalEntity } from '@gongjian/platform';
import { Column, Entity } from 'typeorm';

/** A human being. A consortium sees the ones it has given a role, now or before. */
@Entity({ schema: 'directory', name: 'person' })
export class Person extends GlobalEntity {
  static unaudited = ['sortName', 'search'];
  static personal = ['name'];

  @Column('text')
  name: string;

  @Column('text')
  sortName: string;

  @Column('text')
  search: string;
}
