import type { Migration } from '@gongjian/platform';

export const createPerson: Migration = {
  name: '20261123110200-create-person',
  up: `
    create table directory.person (
      id uuid primary key,
      name text not null check (char_length(name) between 1 and 50),
      sort_name text collate "C" not null,
      search text not null,
      created_at timestamptz not null,
      updated_at timestamptz not null,
      version integer not null
    );

    -- That a consortium knows a person. Only the functions below write it, so that nobody reaches a person of
    -- another consortium by naming an id.
    create table directory.affiliation (
      tenant_id uuid not null default platform.current_tenant() references directory.consortium (id),
      person_id uuid not null references directory.person (id),
      created_at timestamptz not null,
      primary key (tenant_id, person_id)
    );
    create index affiliation_person on directory.affiliation (person_id);
    select platform.protect('directory.affiliation');
    revoke insert, update, delete on directory.affiliation from :app;
    create policy functions on directory.affiliation to current_user using (true) with check (true);

    alter table directory.person enable row level security;
    alter table directory.person force row level security;
    grant select on directory.person to :app, :auth;
    create policy affiliated on directory.person for select to :app using (
      exists (select 1 from directory.affiliation a where a.tenant_id = (select platform.current_tenant()) and a.person_id = person.id)
    );
    create policy sessions on directory.person for select to :auth using (true);
    create policy functions on directory.person to current_user using (true) with check (true);

    -- The runtime role that serves requests has no right on accounts at all: it never sees a password's hash.
    create table directory.account (
      id uuid primary key,
      person_id uuid not null unique references directory.person (id),
      login text not null check (login ~ '^[A-Za-z0-9._@-]{3,64}$'),
      password_hash text not null check (password_hash like '$argon2id$%'),
      operator boolean not null default false,
      -- Where the person worked last, to begin there next time.
      last_tenant_id uuid,
      last_organisation_id uuid,
      created_at timestamptz not null
    );
    create unique index account_login on directory.account (lower(login));
    alter table directory.account enable row level security;
    alter table directory.account force row level security;
    grant select, update (last_tenant_id, last_organisation_id) on directory.account to :auth;
    create policy sessions on directory.account to :auth using (true);
    create policy functions on directory.account to current_user using (true) with check (true);

    create table directory.role_grant (
      tenant_id uuid not null default platform.current_tenant(),
      id uuid not null,
      person_id uuid not null,
      organisation_id uuid not null,
      role text not null check (role in ('SECRETARY', 'PARK_ADMINISTRATOR', 'COUNCIL_MEMBER', 'ORGANISATION_ADMINISTRATOR', 'RESOURCE_KEEPER', 'TEACHER', 'ENGINEER', 'COORDINATOR', 'STUDENT', 'AUDITOR')),
      since date not null,
      until date,
      created_at timestamptz not null,
      updated_at timestamptz not null,
      version integer not null,
      primary key (tenant_id, id),
      foreign key (tenant_id, person_id) references directory.affiliation (tenant_id, person_id),
      foreign key (tenant_id, organisation_id) references directory.membership (tenant_id, organisation_id),
      check (until >= since)
    );
    create unique index role_grant_open on directory.role_grant (tenant_id, person_id, organisation_id, role) where until is null;
    create index role_grant_person on directory.role_grant (tenant_id, person_id);
    create index role_grant_organisation on directory.role_grant (tenant_id, organisation_id, person_id);
    create index role_grant_seats on directory.role_grant (person_id);
    select platform.protect('directory.role_grant');
    grant select on directory.role_grant to :auth;
    create policy sessions on directory.role_grant for select to :auth using (true);
    create policy functions on directory.role_grant for select to current_user using (true);

    -- A new person of the current consortium, with an account. Null when the login is taken: logins are unique in the
    -- installation, so this one thing about other consortia can be found out, and nothing more.
    create function directory.register_person(name text, sort_name text, search text, login text, password_hash text, at timestamptz) returns uuid
    language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
    #variable_conflict use_column
    declare
      person uuid := directory.new_id();
      account uuid;
    begin
      insert into directory.person (id, name, sort_name, search, created_at, updated_at, version) values (person, $1, $2, $3, $6, $6, 1);
      insert into directory.account (id, person_id, login, password_hash, created_at) values (directory.new_id(), person, $4, $5, $6)
        on conflict (lower(login)) do nothing returning id into account;
      if account is null then
        delete from directory.person p where p.id = person;
        return null;
      end if;
      insert into directory.affiliation (tenant_id, person_id, created_at) values (platform.current_tenant(), person, $6);
      return person;
    end $$;
    revoke execute on function directory.register_person(text, text, text, text, text, timestamptz) from public;
    grant execute on function directory.register_person(text, text, text, text, text, timestamptz) to :app;

    -- A platform operator belongs to no consortium. Only the role that checks passwords may make one, which the process
    -- does at its first start. False when the login is taken.
    create function directory.register_operator(name text, sort_name text, search text, login text, password_hash text) returns boolean
    language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
    #variable_conflict use_column
    declare
      person uuid := directory.new_id();
      account uuid;
    begin
      insert into directory.person (id, name, sort_name, search, created_at, updated_at, version) values (person, $1, $2, $3, now(), now(), 1);
      insert into directory.account (id, person_id, login, password_hash, operator, created_at) values (directory.new_id(), person, $4, $5, true, now())
        on conflict (lower(login)) do nothing returning id into account;
      if account is null then
        delete from directory.person p where p.id = person;
      end if;
      return account is not null;
    end $$;
    revoke execute on function directory.register_operator(text, text, text, text, text) from public;
    grant execute on function directory.register_operator(text, text, text, text, text) to :auth;
  `,
};
