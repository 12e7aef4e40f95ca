import type { Language } from '@gongjian/platform';
import type { AuditChangeRow } from './audit.entity.ts';
import type { NamedChange } from './audit.queries.ts';
import { ACTIONS, FIELDS, OPERATIONS, SUBJECTS, VALUES, type Words } from './audit.words.ts';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/;

/** The ids that an entry names, so that their names can be asked for at once. */
export function idsIn({ subjectId, before, after }: AuditChangeRow): string[] {
  const values = [subjectId, ...Object.values(before ?? {}), ...Object.values(after ?? {})].flat();
  return values.filter((value): value is string => typeof value === 'string' && UUID.test(value));
}

const said = (words: Words, key: string, language: Language): string => words[key]?.[language === 'en' ? 1 : 0] ?? key;

export const operationText = (operation: string, language: Language): string => said(OPERATIONS, operation, language);

const WEEKDAYS = { 'zh-CN': ['周一', '周二', '周三', '周四', '周五', '周六', '周日'], en: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] } as const;
const isOpening = (value: unknown): value is { weekday: number; opens: string; closes: string } => typeof value === 'object' && value !== null && 'weekday' in value && 'opens' in value && 'closes' in value;

/** Puts a change into words of one language. What it has no word for it says as it is. */
export class Wording {
  private readonly time: Intl.DateTimeFormat;

  constructor(
    private readonly language: Language,
    timeZone: string,
    private readonly names: ReadonlyMap<string, string>,
  ) {
    this.time = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' });
  }

  change({ lastName, ...row }: NamedChange) {
    const { before, after } = row;
    const fields = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])].filter((field) => field !== 'version' && field !== 'createdAt');
    const named = [after?.['name'], after?.['title'], before?.['name'], before?.['title'], lastName, this.names.get(row.subjectId)];
    return {
      ...row,
      actionText: said(ACTIONS, row.action, this.language),
      subjectText: said(SUBJECTS, row.subjectType, this.language),
      subjectName: named.find((name): name is string => typeof name === 'string' && name !== '[sealed]') ?? null,
      fields: fields.map((field) => ({ field, label: said(FIELDS, field, this.language), before: this.value(before?.[field]), after: this.value(after?.[field]) })),
    };
  }

  /** A value as people read it. */
  value(value: unknown): string | null {
    if (value === null || value === undefined || value === '') return null;
    if (typeof value === 'boolean') return said(VALUES, String(value), this.language);
    if (Array.isArray(value)) return value.length === 0 ? null : value.map((item) => this.value(item) ?? '').join(this.language === 'en' ? ', ' : '、');
    if (isOpening(value)) return `${WEEKDAYS[this.language][value.weekday - 1] ?? value.weekday} ${value.opens}–${value.closes}`;
    if (typeof value === 'object') return Object.entries(value).filter(([, each]) => each !== null).map(([key, each]) => `${said(FIELDS, key, this.language)} ${this.value(each) ?? ''}`).join(' ');
    const text = String(value);
    if (UUID.test(text)) return this.names.get(text) ?? text;
    if (INSTANT.test(text)) return this.time.format(new Date(text));
    return said(VALUES, text, this.language);
  }
}
