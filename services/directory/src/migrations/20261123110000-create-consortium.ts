import type { Migration } from '@gongjian/platform';

export const createConsortium: Migration = {
  name: '20261123110000-create-consortium',
  up: `
    create schema directory;
    grant usage on schema directory to :app, :auth;

    -- UUIDv7 for records that functions of this schema make; PostgreSQL has its own from 18 on only.
    create function directory.new_id() returns uuid language sql volatile set search_path = pg_catalog, pg_temp as $$
      select encode(set_bit(set_bit(overlay(uuid_send(gen_random_uuid())
        placing substring(int8send((extract(epoch from clock_timestamp()) * 1000)::bigint) from 3) from 1 for 6), 52, 1), 53, 1), 'hex')::uuid
    $$;
    revoke execute on function directory.new_id() from public;

    create table directory.consortium (
      id uuid primary key,
      name text not null check (char_length(name) between 2 and 80),
      short_name text not null check (char_length(short_name) between 1 and 12),
      kind text not null check (kind in ('MUNICIPAL_CONSORTIUM', 'INDUSTRY_COMMUNITY', 'PRACTICE_CENTRE', 'TRAINING_CENTRE')),
      time_zone text not null,
      created_at timestamptz not null,
      updated_at timestamptz not null,
      version integer not null
    );
    alter table directory.consortium enable row level security;
    alter table directory.consortium force row level security;
    grant select, insert on directory.consortium to :app;
    grant select on directory.consortium to :auth;
    create policy own on directory.consortium for select to :app using (id = (select platform.current_tenant()));
    create policy operator on directory.consortium for select to :app using ((select platform.is_operator()));
    create policy founding on directory.consortium for insert to :app with check ((select platform.is_operator()));
    create policy sessions on directory.consortium for select to :auth using (true);
    -- For the definer functions of this schema, which run as its owner.
    create policy functions on directory.consortium for select to current_user using (true);
  `,
};
