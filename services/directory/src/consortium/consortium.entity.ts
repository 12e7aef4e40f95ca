import { GlobalEntity } from '@gongjian/platform';
import { Column, Entity } from 'typeorm';

export const CONSORTIUM_KINDS = ['MUNICIPAL_CONSORTIUM', 'INDUSTRY_COMMUNITY', 'PRACTICE_CENTRE', 'TRAINING_CENTRE'] as const;
export type ConsortiumKind = (typeof CONSORTIUM_KINDS)[number];

@Entity({ schema: 'directory', name: 'consortium' })
export class Consortium extends GlobalEntity {
  @Column('text')
  name: string;

  @Column('text')
  shortName: string;

  @Column('text')
  kind: ConsortiumKind;

  @Column('text')
  timeZone: string;

  /** 三员分立: the three administrators do what the secretary does otherwise. */
  @Column('boolean', { default: false })
  separated: boolean;
}
