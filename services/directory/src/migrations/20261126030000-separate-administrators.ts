import type { Migration } from '@gongjian/platform';

export const separateAdministrators: Migration = {
  name: '20261126030000-separate-administrators',
  up: `
    alter table directory.role_grant drop constraint role_grant_role_check;
    alter table directory.role_grant add constraint role_grant_role_check check (role in ('SECRETARY', 'SYSTEM_ADMINISTRATOR', 'SECURITY_ADMINISTRATOR', 'AUDIT_ADMINISTRATOR', 'PARK_ADMINISTRATOR', 'COUNCIL_MEMBER', 'ORGANISATION_ADMINISTRATOR', 'RESOURCE_KEEPER', 'TEACHER', 'ENGINEER', 'COORDINATOR', 'STUDENT', 'AUDITOR'));

    -- Grants may begin later and end at a day that is known, so "held once" is about terms that overlap.
    drop index directory.role_grant_open;
    alter table directory.role_grant add constraint role_grant_held_once
      exclude using gist (tenant_id with =, person_id with =, organisation_id with =, role with =, daterange(since, until) with &&);
    -- 三员分立: nobody holds two of the three at the same time, for whichever organisations.
    alter table directory.role_grant add constraint role_grant_administrators_apart
      exclude using gist (tenant_id with =, person_id with =, role with <>, daterange(since, until) with &&)
      where (role in ('SYSTEM_ADMINISTRATOR', 'SECURITY_ADMINISTRATOR', 'AUDIT_ADMINISTRATOR'));

    -- While it is off, the secretary does what the three of them would do.
    alter table directory.consortium add column separated boolean not null default false;
    grant update (separated, updated_at, version) on directory.consortium to :app;
    create policy separating on directory.consortium for update to :app using (id = (select platform.current_tenant())) with check (id = (select platform.current_tenant()));

    create or replace function directory.my_seats() returns table (seat jsonb)
    language sql stable security definer set search_path = pg_catalog, pg_temp as $$
      select jsonb_build_object(
        'roles', s.roles,
        'consortium', jsonb_build_object('id', c.id, 'name', c.name, 'shortName', c.short_name, 'kind', c.kind, 'timeZone', c.time_zone, 'separated', c.separated, 'createdAt', c.created_at),
        'organisation', jsonb_build_object('id', o.id, 'name', o.name, 'shortName', o.short_name, 'kind', o.kind, 'uscc', o.uscc),
        'membership', jsonb_build_object('id', m.id, 'kind', m.kind, 'since', m.since, 'until', m.until))
      from directory.seat s
      join directory.consortium c on c.id = s.tenant_id
      join directory.organisation o on o.id = s.organisation_id
      join directory.membership m on m.tenant_id = s.tenant_id and m.organisation_id = s.organisation_id
      where s.person_id = platform.current_person()
      order by c.created_at, c.id, o.sort_name, o.id
    $$;

    create function directory.tell_separation() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
    begin
      perform pg_notify('session', 'consortium ' || new.id);
      return null;
    end $$;
    create trigger tell_separation after update of separated on directory.consortium
      for each row when (old.separated <> new.separated) execute function directory.tell_separation();
  `,
};
