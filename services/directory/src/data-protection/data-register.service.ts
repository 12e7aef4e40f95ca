import { type DataRegister, type Language, OPERATOR_TENANT, overdueIn, type Overdue, readRegister, type RegisteredColumn, raw, type RequestContext } from '@gongjian/platform';
import { Injectable } from '@nestjs/common';
import { DataRegisterPage } from './data-protection.permissions.ts';
import { BASIS_TEXTS, DISPOSAL_TEXTS, FROM_TEXTS, KINDS, MASK_TEXTS, PROTECTION_TEXTS, PURPOSE_TEXTS, RECORDS, say, sourceInEnglish, WHOSE } from './data-register.texts.ts';

/** The register in words. */
export interface ToldColumn {
  name: string;
  record: string;
  class: RegisteredColumn['class'];
  kind: string | null;
  purpose: string;
  basis: string | null;
  whose: string | null;
  kept: string;
  source: string;
  protection: string;
  shown: string | null;
}

@Injectable()
export class DataRegisterService {
  async list(ctx: RequestContext): Promise<ToldColumn[]> {
    ctx.authorize('read', DataRegisterPage);
    return (await registerOf(ctx)).map((column) => told(ctx, column));
  }

  async overdue(ctx: RequestContext): Promise<(Overdue & { record: string; keptText: string })[]> {
    ctx.authorize('read', DataRegisterPage);
    if (ctx.currentTenant === OPERATOR_TENANT) return [];
    const register = await registerOf(ctx);
    return (await overdueIn(ctx, register)).map((row) => ({ ...row, record: recordOf(row.table, ctx.language), keptText: keptText(row.kept, ctx.language) }));
  }
}

const registerOf = (ctx: RequestContext): Promise<DataRegister> => readRegister((text) => ctx.query(raw(text)));
const recordOf = (table: string, language: Language): string => say(RECORDS[table], language) ?? table;

function told(ctx: RequestContext, { table, column, class: dataClass, kind, purpose, basis, whose, kept, protection, mask, shown }: RegisteredColumn): ToldColumn {
  const { language } = ctx;
  return {
    name: `${table}.${column}`,
    record: recordOf(table, language),
    class: dataClass,
    kind: kind && say(KINDS[kind], language),
    purpose: say(PURPOSE_TEXTS[purpose], language)!,
    basis: basis === 'NOT_PERSONAL' ? null : say(BASIS_TEXTS[basis], language),
    whose: whose && say(WHOSE[whose.is], language),
    kept: keptText(kept, language),
    source: language === 'en' ? sourceInEnglish(kept.source) : kept.source,
    protection: [say(PROTECTION_TEXTS[protection], language)!, ...(mask ? [say(MASK_TEXTS[mask], language)!] : [])].join(language === 'en' ? '; ' : '，'),
    shown: dataClass === 'SECRET' ? (language === 'en' ? 'Nobody' : '任何人都看不到') : shown && shownText(ctx, shown),
  };
}

function keptText({ days, from, finally: disposal }: RegisteredColumn['kept'], language: Language): string {
  const [start, end] = [say(FROM_TEXTS[from], language)!, say(DISPOSAL_TEXTS[disposal], language)!];
  // How long logs are kept is a setting of the installation.
  if (days === null && from === 'WRITTEN') return language === 'en' ? `until the time that the platform sets, then ${end}` : `至平台设定的期限，之后${end}`;
  if (days === null) return language === 'en' ? `${start}, then ${end}` : `${start}，之后${end}`;
  return language === 'en' ? `${days} ${days === 1 ? 'day' : 'days'} ${start}, then ${end}` : `${start} ${days} 天，之后${end}`;
}

function shownText(ctx: RequestContext, { full, masked }: NonNullable<RegisteredColumn['shown']>): string {
  const english = ctx.language === 'en';
  const names = (viewers: typeof full) => viewers.map(({ role, own }) => `${ctx.text(`ROLE_${role}`)}${own ? (english ? ' (own organisation)' : '（本单位）') : ''}`).join(english ? ', ' : '、');
  return english ? `in full, each look recorded: ${names(full)}; masked: ${names(masked)}` : `完整（每次查看留痕）：${names(full)}；脱敏：${names(masked)}`;
}
