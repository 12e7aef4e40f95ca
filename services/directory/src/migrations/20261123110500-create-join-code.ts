import type { Migration } from '@gongjian/platform';

export const createJoinCode: Migration = {
  name: '20261123110500-create-join-code',
  up: `
    -- A person's consent, good once, that another consortium gives them roles. Only a fingerprint is kept.
    create table directory.join_code (
      code_hash bytea primary key check (octet_length(code_hash) = 32),
      person_id uuid not null references directory.person (id),
      expires_at timestamptz not null
    );
    create index join_code_person on directory.join_code (person_id);
    alter table directory.join_code enable row level security;
    alter table directory.join_code force row level security;
    create policy functions on directory.join_code to current_user using (true) with check (true);

    -- For the person who asks; an earlier code of theirs no longer counts.
    create function directory.issue_join_code(code_hash bytea, expires_at timestamptz) returns void
    language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
      delete from directory.join_code j where j.person_id = platform.current_person();
      insert into directory.join_code (code_hash, person_id, expires_at) values ($1, platform.current_person(), $2);
    $$;

    -- Makes the person known to the current consortium; null when the code is unknown, used or too old.
    create function directory.redeem_join_code(code_hash bytea, at timestamptz) returns uuid
    language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
    #variable_conflict use_column
    declare
      person uuid;
    begin
      delete from directory.join_code j where j.code_hash = $1 and j.expires_at > $2 returning j.person_id into person;
      if person is not null then
        insert into directory.affiliation (tenant_id, person_id, created_at) values (platform.current_tenant(), person, $2) on conflict do nothing;
      end if;
      return person;
    end $$;

    revoke execute on function directory.issue_join_code(bytea, timestamptz), directory.redeem_join_code(bytea, timestamptz) from public;
    grant execute on function directory.issue_join_code(bytea, timestamptz), directory.redeem_join_code(bytea, timestamptz) to :app;
  `,
};
