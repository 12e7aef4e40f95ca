import { GlobalEntity, type Language } from '@gongjian/platform';
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

  /** Its administrators get nothing before they have added a second factor. */
  @Column('boolean', { default: false })
  secondFactorForAdministrators: boolean;

  /** In which its people may use the portal, and which one they see first. */
  @Column('text', { array: true })
  languages: Language[];

  @Column('text')
  defaultLanguage: Language;

  /** What new resources get that bring no opening hours of their own; none means always open. */
  @Column('jsonb')
  defaultOpeningHours: WeeklyHours[];

  @Column('uuid', { nullable: true })
  logoFileId: string | null;

  get logoUrl(): string | null {
    return this.logoFileId ? `/files/${this.logoFileId}` : null;
  }
}

export interface WeeklyHours {
  /** 1 Monday to 7 Sunday. */
  weekday: number;
  /** HH:MM */
  opens: string;
  closes: string;
}

/** What a consortium has until it says otherwise. */
export const CONSORTIUM_DEFAULTS = { timeZone: 'Asia/Shanghai', languages: ['zh-CN', 'en'] as Language[], defaultLanguage: 'zh-CN', defaultOpeningHours: [] as WeeklyHours[], logoFileId: null, separated: false, secondFactorForAdministrators: false } as const;
