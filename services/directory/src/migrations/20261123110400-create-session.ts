import type { Migration } from '@gongjian/platform';

export const createSession: Migration = {
  name: '20261123110400-create-session',
  up: `
    -- Who is signed in. The token itself is nowhere but in the browser.
    create table directory.session (
      id uuid primary key,
      token_hash bytea not null unique check (octet_length(token_hash) = 32),
      account_id uuid not null references directory.account (id) on delete cascade,
      tenant_id uuid not null,
      organisation_id uuid not null,
      created_at timestamptz not null default now(),
      last_seen_at timestamptz not null default now(),
      expires_at timestamptz not null,
      ip text not null check (char_length(ip) <= 64),
      agent text not null check (char_length(agent) <= 300)
    );
    create index session_account on directory.session (account_id);
    create index session_end on directory.session (expires_at);
    alter table directory.session enable row level security;
    alter table directory.session force row level security;
    grant select, insert, update, delete on directory.session to :auth;
    create policy sessions on directory.session to :auth using (true) with check (true);

    -- Tries to sign in, counted by rate-limiter-flexible, which expects these three columns in this order.
    create table directory.sign_in_attempt (
      key varchar(255) primary key,
      points integer not null default 0,
      expire bigint
    );
    create index sign_in_attempt_end on directory.sign_in_attempt (expire);
    alter table directory.sign_in_attempt enable row level security;
    alter table directory.sign_in_attempt force row level security;
    grant select, insert, update, delete on directory.sign_in_attempt to :auth;
    create policy sessions on directory.sign_in_attempt to :auth using (true) with check (true);

    -- Whoever remembers an answer about a session is told at COMMIT when it may no longer be true.
    create function directory.tell_session() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
    begin
      perform pg_notify('session', 'session ' || old.id);
      return null;
    end $$;
    create trigger tell_session after delete or update of token_hash, tenant_id, organisation_id, expires_at on directory.session
      for each row execute function directory.tell_session();

    create function directory.tell_role_grant() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
    begin
      perform pg_notify('session', 'person ' || coalesce(new.person_id, old.person_id));
      return null;
    end $$;
    create trigger tell_role_grant after insert or update or delete on directory.role_grant
      for each row execute function directory.tell_role_grant();

    create function directory.tell_membership() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
    begin
      perform pg_notify('session', 'seat ' || old.tenant_id || ' ' || old.organisation_id);
      return null;
    end $$;
    create trigger tell_membership after update or delete on directory.membership
      for each row execute function directory.tell_membership();
  `,
};
