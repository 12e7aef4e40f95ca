import { type Platform, type RequestContext, type Round, sql, systemActor } from '@gongjian/platform';
import { Resource } from '../resource/resource.entity.ts';
import { derivedColumns } from '../resource/resource.search.ts';
import { indexResourcesAnew } from '../search/search.index.ts';

interface Leaver {
  name: string;
  pseudonym: string;
  keepUntil: string | null;
}

/** Does scheduling's part for people who close their account; the directory's comes after it. */
export const erasureRound: Round = {
  name: 'erasure of scheduling data',
  everySeconds: 2,
  async run(platform, now) {
    const due = (await platform.dataSource.query('select tenant_id as "tenantId", person_id as "personId" from directory.erasures_due($1)', [now])) as Whose[];
    for (const { tenantId, personId } of due) await inTenant(platform, tenantId, now, (ctx) => erase(ctx, personId));
    const late = (await platform.dataSource.query('select tenant_id as "tenantId", person_id as "personId" from scheduling.entries_to_erase($1)', [now.toISOString().slice(0, 10)])) as Whose[];
    for (const { tenantId, personId } of late) await inTenant(platform, tenantId, now, (ctx) => eraseKept(ctx, personId));
  },
};

interface Whose {
  tenantId: string;
  personId: string;
}

const inTenant = (platform: Platform, tenantId: string, now: Date, work: (ctx: RequestContext) => Promise<void>) => platform.run(systemActor(tenantId), { now, operation: 'erasure.scheduling' }, work);

/** All of it or nothing, and once. Bookings, answers and what was taken stay: they name the person by id, and the id by a pseudonym. */
async function erase(ctx: RequestContext, personId: string): Promise<void> {
  ctx.can('update', Resource);
  await ctx.query(sql`select pg_advisory_xact_lock(hashtextextended(${`erasure ${personId}`}, 0))`);
  const [leaver] = await ctx.query<Leaver>(sql`
    select l.name, l.pseudonym, l.keep_until::text as "keepUntil" from directory.leaver l where l.tenant_id = ${ctx.currentTenant} and l.person_id = ${personId}
      and not exists (select 1 from scheduling.erasure e where e.tenant_id = l.tenant_id and e.person_id = l.person_id)
      and not exists (select 1 from scheduling.open_duty d where d.tenant_id = l.tenant_id and d.person_id = l.person_id)`);
  if (!leaver) return;
  const kept = leaver.keepUntil !== null && leaver.keepUntil > ctx.now.toISOString().slice(0, 10);
  await eraseKeeper(ctx, personId, leaver.name);
  await eraseEntries(ctx, personId, leaver.pseudonym, kept);
  await ctx.query(sql`delete from scheduling.import_row r using scheduling.import i where i.tenant_id = r.tenant_id and i.id = r.import_id and i.state in ('DONE', 'FAILED')
    and i.register in ('TEACHERS', 'ENGINEERS') and r.tenant_id = ${ctx.currentTenant} and strpos(r.cells::text, ${leaver.name}) > 0`);
  await ctx.query(sql`insert into scheduling.erasure (person_id, done_at, entry_until) values (${personId}, ${ctx.now}, ${kept ? leaver.keepUntil : null})`);
}

/** Nobody is to be asked any more: the place is empty, so that its owner sees that somebody is missing. */
async function eraseKeeper(ctx: RequestContext, personId: string, name: string): Promise<void> {
  const rows = await ctx.query<Pick<Resource, 'id' | 'name' | 'code' | 'model' | 'place'>>(sql`
    select r.id, r.name, r.code, r.model, r.place from scheduling.resource r
    where r.tenant_id = ${ctx.currentTenant} and r.keeper = ${name} and exists (select 1 from directory.held_role h where h.tenant_id = r.tenant_id and h.person_id = ${personId} and h.organisation_id = r.owner_id)
    order by r.id for update of r`);
  const texts = rows.map((row) => derivedColumns({ ...row, keeper: null }).searchText);
  await ctx.query(sql`
    update scheduling.resource r set keeper = null, search_text = n.text, updated_at = ${ctx.now}, version = r.version + 1
    from unnest(${rows.map(({ id }) => id)}::uuid[], ${texts}::text[]) n(id, text) where r.tenant_id = ${ctx.currentTenant} and r.id = n.id`);
  await erased(ctx, rows.map(({ id }) => id));
}

/** @param kept by a law: what is needed to reach or to recognise the person goes all the same */
async function eraseEntries(ctx: RequestContext, personId: string, pseudonym: string, kept: boolean): Promise<void> {
  const mine = sql`tenant_id = ${ctx.currentTenant} and person_id = ${personId}`;
  const photos = await ctx.query<{ id: string }>(sql`select photo_file_id as id from scheduling.resource where ${mine} and photo_file_id is not null`);
  const stamp = sql`photo_file_id = null, phone_sealed = null, updated_at = ${ctx.now}, version = version + 1`;
  const { nameKey, codeKey, placeKey, searchText } = derivedColumns({ name: pseudonym, code: null, model: null, place: null, keeper: null });
  const rows = kept
    ? await ctx.query<{ id: string }>(sql`update scheduling.resource set ${stamp}, state = 'WITHDRAWN' where ${mine} returning id`)
    : await ctx.query<{ id: string }>(sql`update scheduling.resource set ${stamp}, state = 'WITHDRAWN', name = ${pseudonym}, code = null, model = null, place = null, department = null, keeper = null, note = null, profession = null,
        id_number_sealed = null, identity_hash = null, person_id = null, name_key = ${nameKey}, code_key = ${codeKey}, place_key = ${placeKey}, search_text = ${searchText} where ${mine} returning id`);
  const ids = rows.map(({ id }) => id);
  await ctx.query(sql`delete from platform.file where tenant_id = ${ctx.currentTenant} and id = any (${photos.map(({ id }) => id)}::uuid[])`);
  await erased(ctx, ids);
  if (ids.length > 0) await ctx.enqueue('search.bookings', { resourceIds: ids });
}

async function eraseKept(ctx: RequestContext, personId: string): Promise<void> {
  ctx.can('update', Resource);
  const [leaver] = await ctx.query<Leaver>(sql`select l.pseudonym from directory.leaver l where l.tenant_id = ${ctx.currentTenant} and l.person_id = ${personId} order by l.due_at desc limit 1`);
  if (leaver) await eraseEntries(ctx, personId, leaver.pseudonym, false);
  await ctx.query(sql`update scheduling.erasure set entry_until = null where tenant_id = ${ctx.currentTenant} and person_id = ${personId}`);
}

async function erased(ctx: RequestContext, ids: readonly string[]): Promise<void> {
  for (const id of ids) ctx.audit('erase', { type: 'Resource', id });
  ctx.changed('Resource', ids);
  await indexResourcesAnew(ctx, ids);
}
