import { type RequestContext, type Sql, sql } from '@gongjian/platform';
import { today } from '../day.ts';
import { fold } from '../search.ts';
import type { CreateOrganisationInput, OrganisationFilter } from './organisation.inputs.ts';

interface Keys {
  sortName: string;
  search: string;
}

/** The organisation with this 统一社会信用代码, registered now unless it was before. */
export async function registerOrganisation(ctx: RequestContext, input: CreateOrganisationInput, shortName: string, keys: Keys): Promise<string> {
  const { uscc, name, kind } = input;
  const [row] = await ctx.query<{ id: string }>(
    sql`select directory.register_organisation(${uscc}, ${name}, ${shortName}, ${kind}, ${keys.sortName}, ${keys.search}, ${ctx.now}) as id`,
  );
  return row!.id;
}

/** Members that have not left, of a kind, found by what somebody typed. By id, so that only they are read. */
export function membersWhere(ctx: RequestContext, filter: OrganisationFilter): Sql[] {
  const where = [
    sql`t.id = any (array(select m.organisation_id from directory.membership m where m.tenant_id = ${ctx.currentTenant} and (m.until is null or m.until > ${today(ctx)})))`,
  ];
  if (filter?.kind) where.push(sql`t.kind = ${filter.kind}`);
  if (filter?.search) where.push(sql`strpos(t.search, ${fold(filter.search)}) > 0`);
  return where;
}
