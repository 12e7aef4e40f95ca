import type { Migration } from '@gongjian/platform';

export const createOrganisation: Migration = {
  name: '20261123110100-create-organisation',
  up: `
    create table directory.organisation (
      id uuid primary key,
      name text not null check (char_length(name) between 2 and 80),
      short_name text not null check (char_length(short_name) between 1 and 16),
      kind text not null check (kind in ('SCHOOL', 'ENTERPRISE', 'PARK', 'INSTITUTE', 'GOVERNMENT', 'ASSOCIATION')),
      uscc text not null unique check (uscc ~ '^[0-9A-HJ-NPQRTUWXY]{18}$'),
      sort_name text collate "C" not null,
      search text not null,
      created_at timestamptz not null,
      updated_at timestamptz not null,
      version integer not null
    );

    create table directory.membership (
      tenant_id uuid not null default platform.current_tenant() references directory.consortium (id),
      id uuid not null,
      organisation_id uuid not null references directory.organisation (id),
      kind text not null check (kind in ('LEAD', 'COUNCIL_MEMBER', 'MEMBER')),
      since date not null,
      until date,
      created_at timestamptz not null,
      updated_at timestamptz not null,
      version integer not null,
      -- What other tables refer to: an organisation in this consortium, and in no other.
      primary key (tenant_id, organisation_id),
      unique (tenant_id, id),
      check (until >= since)
    );
    create index membership_organisation on directory.membership (organisation_id);
    select platform.protect('directory.membership');
    grant select on directory.membership to :auth;
    create policy sessions on directory.membership for select to :auth using (true);
    create policy functions on directory.membership for select to current_user using (true);

    alter table directory.organisation enable row level security;
    alter table directory.organisation force row level security;
    grant select on directory.organisation to :app, :auth;
    -- Asked for each row that is looked at, so lists must name the ids they want and not walk through the installation.
    create policy member on directory.organisation for select to :app using (
      exists (select 1 from directory.membership m where m.tenant_id = (select platform.current_tenant()) and m.organisation_id = organisation.id)
    );
    create policy sessions on directory.organisation for select to :auth using (true);
    create policy functions on directory.organisation to current_user using (true) with check (true);

    -- An organisation exists once. The caller gets its id whether it was known already or not, at the same price, and
    -- sees the record itself only through a membership. What is stored first stays: no consortium renames it for others.
    create function directory.register_organisation(uscc text, name text, short_name text, kind text, sort_name text, search text, at timestamptz) returns uuid
    language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
    #variable_conflict use_column
    declare
      found_id uuid;
    begin
      insert into directory.organisation as o (id, uscc, name, short_name, kind, sort_name, search, created_at, updated_at, version)
        values (directory.new_id(), $1, $2, $3, $4, $5, $6, $7, $7, 1) on conflict on constraint organisation_uscc_key do nothing;
      select o.id into strict found_id from directory.organisation o where o.uscc = $1;
      return found_id;
    end $$;
    revoke execute on function directory.register_organisation(text, text, text, text, text, text, timestamptz) from public;
    grant execute on function directory.register_organisation(text, text, text, text, text, text, timestamptz) to :app;
  `,
};
