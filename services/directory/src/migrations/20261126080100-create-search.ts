import type { Migration } from '@gongjian/platform';

export const createSearch: Migration = {
  name: '20261126080100-create-search',
  up: `
    -- The pieces of what a person is found by: each Chinese character, all pairs, all triples of letters and digits.
    -- The application asks for the same pieces of what is typed.
    create function directory.search_pieces(said text) returns text[]
    language sql immutable strict parallel safe as $$
      select coalesce(array_agg(distinct substr(line, at, size)), '{}')
      from string_to_table(said, E'\\n') line, generate_series(1, char_length(line)) at, generate_series(1, 3) size
      where at + size - 1 <= char_length(line) and case size
        when 1 then ascii(substr(line, at, 1)) > 127
        when 2 then true
        else octet_length(substr(line, at, 3)) = 3 end
    $$;
    create index person_pieces on directory.person using gin (directory.search_pieces(search));
    -- Statistics would compute the pieces of tens of thousands of names again and again, for nothing.
    alter index directory.person_pieces alter column 1 set statistics 0;

    -- People whom the current consortium knows, best first. With the rights of the owner, since under row-level security
    -- the index is not used; whose names the caller may see is decided where the records are read.
    create function directory.find_people(wanted text[], patterns text[], whole text, most int) returns table (id uuid)
    language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
    begin
      return query execute format(
        'select f.id from (select p.id, p.sort_name, E''\\n'' || p.search || E''\\n'' as said from directory.person p
          where directory.search_pieces(p.search) @> $1 and p.search like all ($2)
          and exists (select 1 from directory.affiliation a where a.tenant_id = $4 and a.person_id = p.id)) f
         order by case when strpos(f.said, E''\\n'' || $3 || E''\\n'') > 0 then 0 when strpos(f.said, E''\\n'' || $3) = 1 then 1 when strpos(f.said, E''\\n'' || $3) > 0 then 2 else 3 end, f.sort_name, f.id
         limit %s', $4)
        using $1, $2, $3, platform.current_tenant();
    end $$;
    revoke execute on function directory.find_people(text[], text[], text, int) from public;
    grant execute on function directory.find_people(text[], text[], text, int) to :app;
  `,
};
