import { GlobalEntity } from '@gongjian/platform';
import { Column, Entity } from 'typeorm';
import type { HolidayDay } from './calendar.rules.ts';

/** The holidays of one year by the State Council's notice, imported by a platform operator for the whole installation. */
@Entity({ schema: 'directory', name: 'holiday_year' })
export class HolidayYear extends GlobalEntity {
  @Column('int')
  year: number;

  @Column('text')
  notice: string;

  @Column('text')
  address: string;

  @Column('jsonb')
  days: HolidayDay[];

  /** Those that come with the product are no records. */
  get shipped(): boolean {
    return false;
  }

  get importedAt(): Date | null {
    return this.updatedAt;
  }
}
