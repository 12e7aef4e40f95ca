import { asUuid, badInput, name, raw, type RequestContext, sql } from '@gongjian/platform';
import { Injectable } from '@nestjs/common';
import { dayIn } from '../day.ts';
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
    if (input.timeZone) {
      await knownToDatabase(ctx, input.timeZone);
      await keepBegun(ctx, dayIn(consortium.timeZone, ctx.now), dayIn(input.timeZone, ctx.now));
    }
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

/** What begins on a day, and for whom. */
const TERMS = [
  { type: 'Membership', table: 'membership', whose: (row: string) => `${row}.organisation_id` },
  { type: 'RoleGrant', table: 'role_grant', whose: (row: string) => `${row}.person_id` },
  { type: 'Suspension', table: 'suspension', whose: (row: string) => `coalesce(${row}.person_id, ${row}.organisation_id)` },
];

/** West of where it was it may still be yesterday. What has begun today stays begun, or whoever came today could not work until tomorrow. */
async function keepBegun(ctx: RequestContext, was: string, is: string): Promise<void> {
  if (is >= was) return;
  for (const { type, table, whose } of TERMS) {
    const terms = name('directory', table);
    const begun = await ctx.query<{ id: string }>(sql`
      update ${terms} t set since = ${is}::date, updated_at = ${ctx.now}, version = t.version + 1
      where t.tenant_id = ${ctx.currentTenant} and t.since > ${is}::date and t.since <= ${was}::date
        and not exists (select 1 from ${terms} p where p.tenant_id = t.tenant_id and ${raw(whose('p'))} = ${raw(whose('t'))} and p.id <> t.id and p.until = t.since)
      returning t.id`);
    for (const { id } of begun) ctx.audit('update', { type, id }, { since: is });
  }
}

async function picture(ctx: RequestContext, fileId: string): Promise<string> {
  const [file] = await ctx.query<{ id: string; size: number }>(sql`select id, size from platform.file where id = ${asUuid(fileId)} and media_type like 'image/%'`);
  if (!file) throw badInput('input.logoFileId', 'NOT_FOUND');
  if (file.size > MOST_LOGO_BYTES) throw badInput('input.logoFileId', 'LOGO_TOO_LARGE', { megabytes: 1 });
  return file.id;
}
