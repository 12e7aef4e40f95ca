import { asUuid, hydrate, type RequestContext, type Sql, sql } from '@gongjian/platform';
import type { Profession, ResourceKind } from '../resource/resource.entity.ts';

export type SharedField = 'PERSON_NAME' | 'PERSON_CONTACT' | 'PROFESSION' | 'BOOKINGS' | 'USAGE_HOURS' | 'INTERNSHIP_RECORDS' | 'TALENT_DEMAND';

/** What a clause on data in force shows of its giver. */
export class SharedDataSet {
  id: string;
  giverId: string;
  giverHomeId: string;
  fields: SharedField[];
  mask: 'FULL' | 'PARTLY' | 'COUNTS';
  validUntil: Date;
}

/** What the actor's organisation holds, or every member of its consortium. */
export async function setsOf(ctx: RequestContext, ...where: Sql[]): Promise<SharedDataSet[]> {
  const rows = await ctx.query<object>(sql`
    select g.id, g.giver_id as "giverId", g.giver_home_id as "giverHomeId", g.terms -> 'fields' as fields, g.terms ->> 'mask' as mask, g.valid_until as "validUntil"
    from directory.access_grant g
    where g.tenant_id = ${ctx.currentTenant} and ${inForce(ctx)} and g.giver_id <> ${ctx.actor.organisationId}
      and (g.taker_id = ${ctx.actor.organisationId} or (g.whole and g.taker_home_id = g.tenant_id)) ${where.length > 0 ? sql`and ${where[0]!}` : sql``}
    order by g.valid_until, g.id`);
  return rows.map((row) => hydrate(SharedDataSet, row));
}

export const setWithId = async (ctx: RequestContext, id: string): Promise<SharedDataSet | null> => (await setsOf(ctx, sql`g.id = ${asUuid(id)}`))[0] ?? null;

const inForce = (ctx: RequestContext): Sql => sql`g.kind = 'DATA' and g.valid_from <= ${ctx.now} and g.valid_until > ${ctx.now}`;

/** Of the giver's consortium, in it: what the clause (`g`) names and while it is in force, whatever else is asked. */
const given = (ctx: RequestContext, { id }: SharedDataSet): Sql => sql`g.tenant_id = ${ctx.currentTenant} and g.id = ${id} and ${inForce(ctx)}`;
const names = (...fields: SharedField[]): Sql => sql`(g.terms -> 'fields' ?| ${fields}::text[])`;
const shownName = sql`case when g.terms ->> 'mask' = 'FULL' then r.name else left(r.name, 1) || repeat('*', greatest(char_length(r.name) - 1, 1)) end`;
const ARE_PEOPLE = sql`r.kind in ('TEACHER', 'ENGINEER') and r.state not in ('SCRAPPED', 'WITHDRAWN')`;

export interface SharedPersonRow {
  id: string;
  kind: ResourceKind;
  name: string | null;
  profession: Profession | null;
  phoneSealed: Buffer | null;
  idNumberSealed: Buffer | null;
}

export function peopleOf(ctx: RequestContext, set: SharedDataSet): Promise<SharedPersonRow[]> {
  return ctx.query<SharedPersonRow>(sql`
    select r.id, r.kind, case when ${names('PERSON_NAME')} then ${shownName} end as name, case when ${names('PROFESSION')} then r.profession end as profession,
      case when ${names('PERSON_CONTACT')} then r.phone_sealed end as "phoneSealed", case when ${names('PERSON_CONTACT')} then r.id_number_sealed end as "idNumberSealed"
    from directory.access_grant g join scheduling.resource r on r.tenant_id = g.tenant_id and r.owner_id = g.giver_id
    where ${given(ctx, set)} and g.terms ->> 'mask' <> 'COUNTS' and ${names('PERSON_NAME', 'PERSON_CONTACT', 'PROFESSION')} and ${ARE_PEOPLE}
    order by r.kind_rank, r.name_key, r.id limit 500`);
}

export interface SharedUsage {
  id: string;
  kind: ResourceKind;
  name: string | null;
  bookings: number | null;
  hours: number | null;
}

const HOURS = sql`round((sum(extract(epoch from a.ends_at - a.starts_at)) / 3600)::numeric, 1)::float8`;
const used = (from: Date, until: Date): Sql => sql`a.state = 'CONFIRMED' and a.starts_at >= ${from} and a.starts_at < ${until}`;

export function usageOf(ctx: RequestContext, set: SharedDataSet, from: Date, until: Date): Promise<SharedUsage[]> {
  return ctx.query<SharedUsage>(sql`
    select r.id, r.kind, case when r.kind not in ('TEACHER', 'ENGINEER') then r.name when ${names('PERSON_NAME')} then ${shownName} end as name,
      case when ${names('BOOKINGS')} then count(*)::int end as bookings, case when ${names('USAGE_HOURS')} then ${HOURS} end as hours
    from directory.access_grant g
    join scheduling.resource r on r.tenant_id = g.tenant_id and r.owner_id = g.giver_id
    join scheduling.allocation a on a.tenant_id = r.tenant_id and a.resource_id = r.id
    where ${given(ctx, set)} and g.terms ->> 'mask' <> 'COUNTS' and ${names('BOOKINGS', 'USAGE_HOURS')} and ${used(from, until)}
    group by r.id, r.kind, r.name, g.terms order by sum(a.ends_at - a.starts_at) desc, r.id limit 200`);
}

export interface SharedCounts {
  people: number | null;
  bookings: number | null;
  hours: number | null;
}

export async function countsOf(ctx: RequestContext, set: SharedDataSet, from: Date, until: Date): Promise<SharedCounts> {
  const [counts] = await ctx.query<SharedCounts>(sql`
    select case when ${names('PERSON_NAME', 'PERSON_CONTACT', 'PROFESSION')} then (select count(*)::int from scheduling.resource r where r.tenant_id = g.tenant_id and r.owner_id = g.giver_id and ${ARE_PEOPLE}) end as people,
      case when ${names('BOOKINGS')} then uses.bookings end as bookings, case when ${names('USAGE_HOURS')} then coalesce(uses.hours, 0) end as hours
    from directory.access_grant g
    cross join lateral (
      select count(distinct a.booking_id)::int as bookings, ${HOURS} as hours from scheduling.allocation a
      where a.tenant_id = g.tenant_id and a.owner_id = g.giver_id and ${used(from, until)}) uses
    where ${given(ctx, set)}`);
  return counts ?? { people: null, bookings: null, hours: null };
}
