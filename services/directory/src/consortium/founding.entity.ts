import { TenantEntity } from '@gongjian/platform';
import type { FoundingFacts, FoundingUnit } from '@gongjian/rules';
import { Column, Entity } from 'typeorm';

export type Qualities = Pick<FoundingUnit, 'givesDegrees' | 'hasTrainingUnit'>;

/** What was said about a consortium when it was founded, beyond its members. One record for each. */
@Entity({ schema: 'directory', name: 'founding' })
export class Founding extends TenantEntity {
  @Column('jsonb')
  documents: FoundingFacts['documents'];

  /** By organisation. */
  @Column('jsonb')
  qualifications: Record<string, Qualities>;
}
