import type { Migration } from '@gongjian/platform';

/**
 * What records are found by. `said` are the ways of saying it, a line each; `pieces` are fingerprints of the pieces of it,
 * of whole lines and of their beginnings, made by the application, which knows pinyin.
 *
 * Operators of arrays are not leakproof, so under row-level security they fall off their index. Therefore a function with
 * the rights of the owner looks into the index, for the consortium of the transaction and no other, and answers with ids;
 * who may see the records is decided where those are read.
 */
const searchable = (record: string): string => `
create table scheduling.${record}_search (
  tenant_id uuid not null default platform.current_tenant(),
  ${record}_id uuid not null,
  said text not null,
  pieces int[] not null,
  primary key (tenant_id, ${record}_id),
  foreign key (tenant_id, ${record}_id) references scheduling.${record} (tenant_id, id) on delete cascade
);
-- The list of pending entries is read by every search, so it is kept short.
create index ${record}_search_pieces on scheduling.${record}_search using gin (tenant_id, pieces) with (gin_pending_list_limit = 256);
alter table scheduling.${record}_search alter column pieces set statistics 500;
select platform.protect('scheduling.${record}_search');
create policy functions on scheduling.${record}_search for select to current_user using (true);

-- wanted: all of them; readers, months: one of each where given; patterns: all of them, against what is said.
create function scheduling.find_${record}s(wanted int[], readers int[], months int[], patterns text[], most int) returns table (id uuid)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp set enable_seqscan = off as $$
begin
  return query execute format(
    'select s.${record}_id from scheduling.${record}_search s where s.tenant_id = $1 and s.pieces @> $2'
    || case when $2 is null then '' else ' and s.pieces && $3' end
    || case when $3 is null then '' else ' and s.pieces && $4' end
    || ' and s.said like all ($5) limit %s', $5)
    using platform.current_tenant(), $1, $2, $3, $4;
end $$;
revoke execute on function scheduling.find_${record}s(int[], int[], int[], text[], int) from public;
grant execute on function scheduling.find_${record}s(int[], int[], int[], text[], int) to :app;
`;

export const createSearch: Migration = {
  name: '20261126080000-create-search',
  up: `
create extension if not exists btree_gin;
${searchable('resource')}
${searchable('booking')}
`,
};
