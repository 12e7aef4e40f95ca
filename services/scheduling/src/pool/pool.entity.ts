import { TenantEntity } from '@gongjian/platform';
import { Column, Entity } from 'typeorm';

/** A named set of an owner's machines and venues, to which clauses of agreements point. What is in it is one list, changed as a whole. */
@Entity({ schema: 'scheduling', name: 'pool' })
export class Pool extends TenantEntity {
  @Column('uuid') ownerId: string;
  @Column('text') name: string;
  @Column('text', { nullable: true }) note: string | null;
}
