import { DomainError, fingerprintOf, type Language, type Page, type PageArgs, parseInput, Platform, publicKeyOf, type RequestContext } from '@gongjian/platform';
import { Inject, Injectable } from '@nestjs/common';
import { AuditEntry } from './audit.entity.ts';
import { auditFilter } from './audit.inputs.ts';
import { REFUSALS } from './audit.words.ts';
import { aboutPerson, chainFacts, chainOf, changesOf, entriesWhere, type NamedChange, namesOf, type SealRow, sealsOf } from './audit.queries.ts';
import { idsIn, Wording } from './wording.ts';

const LATEST_FIRST = [{ by: 'at', desc: true }, { by: 'id', desc: true }] as const;
const MOST_CHANGES = 200;

@Injectable()
export class AuditService {
  constructor(@Inject(Platform) private readonly platform: Platform) {}

  page(ctx: RequestContext, filter: unknown, args: PageArgs): Promise<Page<AuditEntry>> {
    this.requireReader(ctx);
    return ctx.page(AuditEntry, args, { where: entriesWhere(ctx, parseInput(auditFilter, filter, 'filter')), orderBy: LATEST_FIRST });
  }

  /** What concerns oneself needs no role. */
  aboutMe(ctx: RequestContext, args: PageArgs): Promise<Page<AuditEntry>> {
    return ctx.page(AuditEntry, args, { where: aboutPerson(ctx, ctx.actor.personId), orderBy: LATEST_FIRST });
  }

  /** Whoever may take the log away may read all of it; everybody else reads what is about them. */
  readsAll(ctx: RequestContext): boolean {
    return ctx.can('export', AuditEntry);
  }

  requireReader(ctx: RequestContext): void {
    if (!this.readsAll(ctx)) throw new DomainError('FORBIDDEN');
  }

  /** The changes with their words: for a whole page in two statements. */
  async changes(ctx: RequestContext, entry: AuditEntry, first: number, after: number): Promise<ReturnType<Wording['change']>[]> {
    const limit = Math.min(Math.max(first, 0), MOST_CHANGES);
    const rows = await ctx.batch<NamedChange[]>(`audit.changes ${limit} ${after}`, entry.id, async (ids) => {
      const groups = Map.groupBy(await changesOf(ctx, ids, limit, Math.max(after, 0)), (row) => row.entryId);
      return ids.map((id) => groups.get(id) ?? []);
    });
    const mine = this.readsAll(ctx) ? rows : rows.filter((row) => row.subjectType === 'Person' && row.subjectId === ctx.actor.personId);
    const wanted = [...new Set(mine.flatMap(idsIn))];
    const names = new Map<string, string>();
    for (const [index, name] of (await Promise.all(wanted.map((id) => this.nameOf(ctx, id)))).entries()) if (name) names.set(wanted[index]!, name);
    const wording = new Wording(ctx.language, ctx.actor.timeZone, names);
    return mine.map((row) => wording.change(row));
  }

  private nameOf(ctx: RequestContext, id: string): Promise<string | null> {
    return ctx.batch<string | null>('audit.names', id, async (ids) => {
      const names = new Map((await namesOf(ctx, ids)).map((row) => [row.id, row.name]));
      return ids.map((each) => names.get(each) ?? null);
    });
  }

  /** Codes of refusals are said as whoever was refused heard them, parameters aside. */
  codeText(code: string, language: Language): string {
    const words = REFUSALS[code];
    if (words) return words[language === 'en' ? 1 : 0];
    return this.platform.catalogue.has(code) ? this.platform.catalogue.text(language, code).replaceAll(/\{\w+\}/g, '…') : code;
  }

  seal(ctx: RequestContext, entry: AuditEntry): Promise<SealRow | null> {
    return ctx.batch<SealRow | null>('audit.seal', entry.id, async (ids) => {
      const seals = new Map((await sealsOf(ctx, ids)).map((row) => [row.entryId, row]));
      return ids.map((id) => seals.get(id) ?? null);
    });
  }

  async chain(ctx: RequestContext) {
    this.requireReader(ctx);
    const chain = await chainOf(ctx);
    const publicKey = chain?.publicKey ?? publicKeyOf(this.platform.secrets);
    return { seq: chain?.seq ?? 0, hash: chain?.hash ?? '', sealedAt: chain?.sealedAt ?? null, anchorSeq: chain?.anchorSeq ?? 0, publicKey, fingerprint: fingerprintOf(publicKey), ...(await chainFacts(ctx)) };
  }
}
