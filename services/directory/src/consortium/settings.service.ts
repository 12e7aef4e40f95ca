import { asUuid, badInput, type RequestContext, sql } from '@gongjian/platform';
import { Injectable } from '@nestjs/common';
import { Consortium } from './consortium.entity.ts';
import type { UpdateConsortiumInput } from './consortium.inputs.ts';

const MOST_LOGO_BYTES = 1024 * 1024;

/** How a consortium is set up, by those who administer it. */
@Injectable()
export class SettingsService {
  async update(ctx: RequestContext, version: number, input: UpdateConsortiumInput): Promise<Consortium> {
    const consortium = await ctx.must(Consortium, ctx.actor.tenantId);
    ctx.authorize('update', consortium);
    const { logoFileId, ...changes } = input;
    const languages = input.languages ?? consortium.languages;
    if (!languages.includes(input.defaultLanguage ?? consortium.defaultLanguage)) throw badInput('input.defaultLanguage', 'DEFAULT_LANGUAGE_NOT_OFFERED');
    if (input.timeZone) await knownToDatabase(ctx, input.timeZone);
    const logo = logoFileId === undefined ? {} : { logoFileId: logoFileId === '' ? null : await picture(ctx, logoFileId) };
    ctx.changed('Consortium', [consortium.id]);
    return ctx.update(consortium, { ...changes, ...logo }, { version });
  }
}

/** The database asks which day it is there whenever somebody signs in, so a zone that only we know would lock everybody out. */
async function knownToDatabase(ctx: RequestContext, zone: string): Promise<void> {
  const known = await ctx.query(sql`select 1 from pg_catalog.pg_timezone_names where name = ${zone}`);
  if (known.length === 0) throw badInput('input.timeZone', 'TIME_ZONE_UNKNOWN');
}

async function picture(ctx: RequestContext, fileId: string): Promise<string> {
  const [file] = await ctx.query<{ id: string; size: number }>(sql`select id, size from platform.file where id = ${asUuid(fileId)} and media_type like 'image/%'`);
  if (!file) throw badInput('input.logoFileId', 'NOT_FOUND');
  if (file.size > MOST_LOGO_BYTES) throw badInput('input.logoFileId', 'LOGO_TOO_LARGE', { megabytes: 1 });
  return file.id;
}
