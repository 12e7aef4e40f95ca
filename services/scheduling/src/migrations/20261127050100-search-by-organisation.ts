import type { Migration } from '@gongjian/platform';

const find = (record: string): string => `
drop function scheduling.find_${record}s(int[], int[], int[], text[], int);
-- wanted: all of them; readers, months, organisations: one of each where given; patterns: all of them, against what is said.
create function scheduling.find_${record}s(wanted int[], readers int[], months int[], organisations int[], patterns text[], most int) returns table (id uuid)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp set enable_seqscan = off as $$
begin
  return query execute format(
    'select s.${record}_id from scheduling.${record}_search s where s.tenant_id = $1 and s.pieces @> $2'
    || case when $2 is null then '' else ' and s.pieces && $3' end
    || case when $3 is null then '' else ' and s.pieces && $4' end
    || case when $4 is null then '' else ' and s.pieces && $5' end
    || ' and s.said like all ($6) limit %s', $6)
    using platform.current_tenant(), $1, $2, $3, $4, $5;
end $$;
revoke execute on function scheduling.find_${record}s(int[], int[], int[], int[], text[], int) from public;
grant execute on function scheduling.find_${record}s(int[], int[], int[], int[], text[], int) to :app;
`;

/**
 * A booking is found by a mark of the organisation it is for, whose name it repeats no more. And what it is found by is
 * written without a look at the booking, which was just read: it goes with it all the same.
 */
export const searchByOrganisation: Migration = {
  name: '20261127050100-search-by-organisation',
  up: `
${find('resource')}
${find('booking')}
alter table scheduling.booking_search drop constraint booking_search_tenant_id_booking_id_fkey;
create function scheduling.forget_booking() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  delete from scheduling.booking_search where tenant_id = old.tenant_id and booking_id = old.id;
  return null;
end $$;
create trigger forget_booking after delete on scheduling.booking for each row execute function scheduling.forget_booking();
`,
};
