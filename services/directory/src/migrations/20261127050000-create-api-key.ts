import type { Migration } from '@gongjian/platform';

export const createApiKey: Migration = {
  name: '20261127050000-create-api-key',
  up: `
    -- With what an organisation's programs come in. Of a key only the hash is kept; while it is being changed for
    -- another one there are two.
    create table directory.api_key (
      tenant_id uuid not null default platform.current_tenant(),
      id uuid not null,
      organisation_id uuid not null,
      -- Bookings and the audit log name who did something; for a program it is this one, who has no account and no role.
      person_id uuid not null,
      name text not null check (char_length(name) between 1 and 50),
      scopes text[] not null check (cardinality(scopes) > 0),
      prefix text not null check (char_length(prefix) <= 20),
      secret_hash bytea not null check (octet_length(secret_hash) = 32),
      expires_at timestamptz not null,
      previous_prefix text check (char_length(previous_prefix) <= 20),
      previous_hash bytea check (octet_length(previous_hash) = 32),
      previous_until timestamptz,
      created_by_id uuid not null,
      revoked_at timestamptz,
      revoked_by_id uuid,
      last_used_at timestamptz,
      -- When its organisation was told that it ends soon.
      warned_at timestamptz,
      created_at timestamptz not null,
      updated_at timestamptz not null,
      version integer not null,
      primary key (tenant_id, id),
      foreign key (tenant_id, organisation_id) references directory.membership (tenant_id, organisation_id),
      foreign key (tenant_id, person_id) references directory.affiliation (tenant_id, person_id),
      check (num_nulls(previous_prefix, previous_hash, previous_until) in (0, 3)),
      check (num_nulls(revoked_at, revoked_by_id) in (0, 2))
    );
    create index api_key_organisation on directory.api_key (tenant_id, organisation_id);
    create index api_key_person on directory.api_key (tenant_id, person_id);
    create index api_key_secret on directory.api_key (secret_hash);
    create index api_key_previous on directory.api_key (previous_hash) where previous_hash is not null;
    create index api_key_end on directory.api_key (expires_at) where revoked_at is null and warned_at is null;
    select platform.protect('directory.api_key');
    revoke delete on directory.api_key from :app;
    grant select, update (last_used_at) on directory.api_key to :auth;
    create policy sessions on directory.api_key to :auth using (true) with check (true);
    create policy functions on directory.api_key for select to current_user using (true);
    grant select on directory.member to :auth;

    -- How many requests of a window the processes have taken for themselves: see KeyLimits in the gateway.
    create table directory.key_usage (
      key_id uuid primary key,
      window_start timestamptz not null,
      drawn integer not null,
      granted integer not null
    );
    alter table directory.key_usage enable row level security;
    alter table directory.key_usage force row level security;
    grant select, insert, update, delete on directory.key_usage to :auth;
    create policy sessions on directory.key_usage to :auth using (true) with check (true);

    -- Whoever remembers an answer about a key is told at COMMIT when it may no longer be true.
    create function directory.tell_api_key() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
    begin
      perform pg_notify('session', 'key ' || old.id);
      return null;
    end $$;
    create trigger tell_api_key after update of scopes, secret_hash, previous_hash, previous_until, expires_at, revoked_at on directory.api_key
      for each row execute function directory.tell_api_key();

    -- Whom records name when a program did it: known to the consortium, without an account, and found by nobody's search.
    create function directory.register_program(name text, at timestamptz) returns uuid
    language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
    #variable_conflict use_column
    declare
      person uuid := directory.new_id();
    begin
      insert into directory.person (id, name, sort_name, search, created_at, updated_at, version) values (person, $1, '', '', $2, $2, 1);
      insert into directory.affiliation (tenant_id, person_id, created_at) values (platform.current_tenant(), person, $2);
      return person;
    end $$;

    -- Consortia with keys that end before a day and of which nobody was told.
    create function directory.tenants_with_ending_keys(before timestamptz) returns setof uuid
    language sql stable security definer set search_path = pg_catalog, pg_temp as $$
      select distinct k.tenant_id from directory.api_key k where k.revoked_at is null and k.warned_at is null and k.expires_at <= before limit 200
    $$;
    revoke execute on function directory.register_program(text, timestamptz), directory.tenants_with_ending_keys(timestamptz) from public;
    grant execute on function directory.register_program(text, timestamptz), directory.tenants_with_ending_keys(timestamptz) to :app;
  `,
};
