import { DomainError, type Language, masked, type RequestContext } from '@gongjian/platform';
import { Injectable } from '@nestjs/common';
import { namesOf } from '../audit/audit.queries.ts';
import { ACTIONS, FIELDS } from '../audit/audit.words.ts';
import { operationText, Wording } from '../audit/wording.ts';
import { Person } from '../person/person.entity.ts';
import { AREAS, areaText, CHOICES, LABELS, SEALED_IN, unknownArea } from './own-data.areas.ts';
import { type OwnRow, ownRows, provenLately } from './own-data.queries.ts';

export interface OwnField {
  key: string;
  label: string;
  value: string;
  masked: boolean;
}

export interface OwnRecord {
  id: string;
  at: Date | null;
  fields: OwnField[];
}

export type OwnArea = ReturnType<typeof areaText> & { count: number; records: OwnRecord[] };

const SHOWN = 20;
/** More of one kind than anybody has; what a file of everything holds. */
const EXPORTED = 50_000;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const SEALED = 'Sealed';

/** What is known about the person who asks. Nobody else has a way to ask for it. */
@Injectable()
export class OwnDataService {
  read(ctx: RequestContext): Promise<OwnArea[]> {
    return this.areas(ctx, SHOWN, false);
  }

  async reveal(ctx: RequestContext): Promise<OwnArea[]> {
    await this.requireProof(ctx);
    ctx.audit('reveal', { type: 'Person', id: ctx.actor.personId });
    return this.areas(ctx, SHOWN, true);
  }

  async everything(ctx: RequestContext): Promise<OwnArea[]> {
    await this.requireProof(ctx);
    ctx.audit('export', { type: 'Person', id: ctx.actor.personId });
    return this.areas(ctx, EXPORTED, true);
  }

  /** @throws PROOF_NEEDED to whoever may have sat down at an open screen */
  async requireProof(ctx: RequestContext): Promise<void> {
    ctx.authorize('update', Object.assign(new Person(), { id: ctx.actor.personId }));
    if (!(await provenLately(ctx))) throw new DomainError('PROOF_NEEDED');
  }

  private async areas(ctx: RequestContext, most: number, inFull: boolean): Promise<OwnArea[]> {
    ctx.can('update', Object.assign(new Person(), { id: ctx.actor.personId }));
    const rows = await ownRows(ctx, most);
    const words = await this.wording(ctx, rows);
    const byArea = Map.groupBy(rows, ({ area }) => area);
    const known = [...AREAS, ...[...byArea.keys()].filter((key) => !AREAS.some((area) => area.key === key)).map(unknownArea)];
    const told = known.map(async (area): Promise<OwnArea[]> => {
      const own = byArea.get(area.key);
      if (!own) return [];
      return [{ ...areaText(area, ctx.language), count: own[0]!.count, records: await Promise.all(own.map(async (row) => ({ id: row.id, at: row.at, fields: await fieldsOf(ctx, row, words, inFull) }))) }];
    });
    return (await Promise.all(told)).flat();
  }

  private async wording(ctx: RequestContext, rows: readonly OwnRow[]): Promise<Wording> {
    const ids = new Set(rows.flatMap(({ fields }) => Object.values(fields).filter((value): value is string => typeof value === 'string' && UUID.test(value))));
    const names = new Map((await namesOf(ctx, [...ids])).map(({ id, name }) => [id, name]));
    return new Wording(ctx.language, ctx.actor.timeZone, names);
  }
}

const said = (words: Readonly<Record<string, readonly [string, string]>>, key: string, language: Language) => words[key]?.[language === 'en' ? 1 : 0];

async function fieldsOf(ctx: RequestContext, { area, id, fields }: OwnRow, words: Wording, inFull: boolean): Promise<OwnField[]> {
  const told = Object.entries(fields).map(async ([name, value]): Promise<OwnField[]> => {
    if (value === null || value === '') return [];
    const sealed = name.endsWith(SEALED);
    const key = sealed ? name.slice(0, -SEALED.length) : name;
    const label = said(LABELS, key, ctx.language) ?? said(FIELDS, key, ctx.language) ?? key;
    const place = { table: SEALED_IN[area]!, column: name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`), id };
    const text = sealed ? await ctx.open(place, Buffer.from(String(value), 'base64')) : textOf(ctx, key, value, words);
    if (text === null) return [];
    const hide = sealed && !inFull;
    return [{ key, label, value: hide ? masked('ENDS', text)! : text, masked: hide }];
  });
  return (await Promise.all(told)).flat();
}

function textOf(ctx: RequestContext, key: string, value: unknown, words: Wording): string | null {
  if (key === 'operation') return operationText(String(value), ctx.language);
  if (key === 'action') return said(ACTIONS, String(value), ctx.language) ?? String(value);
  if (typeof value === 'string' && CHOICES[value]) return said(CHOICES, value, ctx.language)!;
  if (typeof value === 'object' && value !== null && 'zh-CN' in value) return String((value as Record<string, unknown>)[ctx.language]);
  // The database writes instants with an offset and microseconds.
  const instant = typeof value === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/.test(value) ? new Date(value).toISOString() : value;
  return words.value(instant);
}
