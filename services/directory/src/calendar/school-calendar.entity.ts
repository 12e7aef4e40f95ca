import { TenantEntity } from '@gongjian/platform';
import { Column, Entity } from 'typeorm';
import type { LessonSeason, SchoolDays, SchoolTerm } from './calendar.rules.ts';

/** A school year's terms and own days: an organisation's, or the consortium's for those who have none. */
@Entity({ schema: 'directory', name: 'school_calendar' })
export class SchoolCalendar extends TenantEntity {
  @Column('uuid', { nullable: true })
  organisationId: string | null;

  /** 2026 for 2026-2027. */
  @Column('int')
  schoolYear: number;

  @Column('jsonb')
  terms: SchoolTerm[];

  @Column('jsonb')
  days: SchoolDays[];
}

/** When lessons are, by season: an organisation's, or the consortium's for those who have none. */
@Entity({ schema: 'directory', name: 'lesson_timetable' })
export class LessonTimetable extends TenantEntity {
  @Column('uuid', { nullable: true })
  organisationId: string | null;

  @Column('jsonb')
  seasons: LessonSeason[];
}
