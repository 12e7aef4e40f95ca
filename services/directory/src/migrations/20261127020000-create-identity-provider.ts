import type { Migration } from '@gongjian/platform';

export const createIdentityProvider: Migration = {
  name: '20261127020000-create-identity-provider',
  up: `
    -- An organisation's own sign-in by OpenID Connect: where it is, and as whom we ask there.
    create table directory.identity_provider (
      tenant_id uuid not null default platform.current_tenant(),
      id uuid not null,
      organisation_id uuid not null,
      name text not null check (char_length(name) between 1 and 40),
      code text not null check (code ~ '^[a-z0-9]([a-z0-9-]{0,30}[a-z0-9])$'),
      issuer text not null check (char_length(issuer) <= 300),
      client_id text not null check (char_length(client_id) between 1 and 200),
      -- Sealed; null where the provider knows us by PKCE alone.
      client_secret_sealed bytea,
      domains text[] not null check (cardinality(domains) between 1 and 20),
      enabled boolean not null,
      created_at timestamptz not null,
      updated_at timestamptz not null,
      version integer not null,
      primary key (tenant_id, id),
      foreign key (tenant_id, organisation_id) references directory.membership (tenant_id, organisation_id)
    );
    create index identity_provider_organisation on directory.identity_provider (tenant_id, organisation_id);
    select platform.protect('directory.identity_provider');
    grant select on directory.identity_provider to :auth;
    grant select on directory.member to :auth;
    create policy sessions on directory.identity_provider for select to :auth using (true);
    create policy functions on directory.identity_provider for select to current_user using (true);

    -- /sign-in/<code> is one address for the whole installation. The runtime role cannot read whose codes there are; that one
    -- is taken is all it hears.
    create table directory.sign_in_code (
      code text primary key,
      tenant_id uuid not null,
      provider_id uuid not null,
      unique (tenant_id, provider_id),
      foreign key (tenant_id, provider_id) references directory.identity_provider (tenant_id, id) on delete cascade
    );

    -- A person at a provider is an account here. Of who they are there only a keyed fingerprint is kept: enough to know them again.
    create table directory.identity_link (
      id uuid primary key,
      account_id uuid not null references directory.account (id) on delete cascade,
      tenant_id uuid not null,
      provider_id uuid not null,
      subject text not null check (char_length(subject) = 43),
      created_at timestamptz not null default now(),
      last_used_at timestamptz,
      constraint identity_link_subject unique (tenant_id, provider_id, subject),
      constraint identity_link_account unique (account_id, tenant_id, provider_id),
      foreign key (tenant_id, provider_id) references directory.identity_provider (tenant_id, id) on delete cascade
    );

    -- Somebody is on the way to a provider, or back from there: bound to the browser in which it began. What is sealed are the
    -- secrets of the way there, then what the provider said.
    create table directory.provider_visit (
      token_hash bytea primary key check (octet_length(token_hash) = 32),
      browser_hash bytea not null check (octet_length(browser_hash) = 32),
      tenant_id uuid not null,
      provider_id uuid not null,
      back boolean not null,
      -- Who was signed in when it began, and links their account.
      account_id uuid references directory.account (id) on delete cascade,
      sealed bytea not null,
      expires_at timestamptz not null,
      foreign key (tenant_id, provider_id) references directory.identity_provider (tenant_id, id) on delete cascade
    );
    create index provider_visit_provider on directory.provider_visit (tenant_id, provider_id);
    create index provider_visit_account on directory.provider_visit (account_id);
    create index provider_visit_end on directory.provider_visit (expires_at);

    do $$
    declare
      target regclass;
    begin
      foreach target in array array['directory.sign_in_code', 'directory.identity_link', 'directory.provider_visit']::regclass[] loop
        execute format('alter table %s enable row level security', target);
        execute format('alter table %s force row level security', target);
        execute format('create policy sessions on %s to :auth using (true) with check (true)', target);
        execute format('create policy functions on %s to %I using (true) with check (true)', target, current_user);
      end loop;
    end $$;
    grant select on directory.sign_in_code to :auth;
    grant select, insert, update, delete on directory.identity_link, directory.provider_visit to :auth;

    -- Whoever the old issuer meant is nobody whom the new one knows: links and visits end with it.
    create function directory.keep_provider() returns trigger
    language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
    begin
      insert into directory.sign_in_code as c (code, tenant_id, provider_id) values (new.code, new.tenant_id, new.id)
        on conflict (tenant_id, provider_id) do update set code = excluded.code where c.code <> excluded.code;
      if tg_op = 'UPDATE' and new.issuer <> old.issuer then
        delete from directory.identity_link l where l.tenant_id = new.tenant_id and l.provider_id = new.id;
      end if;
      if tg_op = 'UPDATE' and (new.issuer, new.client_id) is distinct from (old.issuer, old.client_id) then
        delete from directory.provider_visit v where v.tenant_id = new.tenant_id and v.provider_id = new.id;
      end if;
      return null;
    end $$;
    revoke execute on function directory.keep_provider() from public;
    create trigger keep_provider after insert or update on directory.identity_provider for each row execute function directory.keep_provider();

    -- How many people of the consortium's providers have linked their account.
    create function directory.count_identity_links(providers uuid[]) returns table (provider_id uuid, links int)
    language sql stable security definer set search_path = pg_catalog, pg_temp as $$
      select l.provider_id, count(*)::int from directory.identity_link l where l.tenant_id = platform.current_tenant() and l.provider_id = any($1) group by l.provider_id
    $$;
    revoke execute on function directory.count_identity_links(uuid[]) from public;
    grant execute on function directory.count_identity_links(uuid[]) to :app;

    alter table directory.letter drop constraint letter_kind_check;
    alter table directory.letter add constraint letter_kind_check check (kind in ('RESET', 'EMAIL', 'NEW_DEVICE', 'PASSWORD_CHANGED', 'EMAIL_CHANGED', 'FACTOR_ADDED', 'FACTOR_REMOVED', 'CODE_USED', 'IDENTITY_LINKED', 'IDENTITY_UNLINKED'));
  `,
};
