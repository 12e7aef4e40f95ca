import type { Migration } from '@gongjian/platform';

export const createSuspension: Migration = {
  name: '20261126030100-create-suspension',
  up: `
    -- A person or a member that may not work here for a time, although roles and membership go on.
    create table directory.suspension (
      tenant_id uuid not null default platform.current_tenant(),
      id uuid not null,
      person_id uuid,
      organisation_id uuid,
      reason text not null check (char_length(reason) between 1 and 500),
      since date not null,
      until date,
      suspended_by_id uuid not null,
      created_at timestamptz not null,
      updated_at timestamptz not null,
      version integer not null,
      primary key (tenant_id, id),
      foreign key (tenant_id, person_id) references directory.affiliation (tenant_id, person_id),
      foreign key (tenant_id, organisation_id) references directory.membership (tenant_id, organisation_id),
      check (num_nonnulls(person_id, organisation_id) = 1),
      check (until >= since),
      constraint suspension_once exclude using gist (tenant_id with =, coalesce(person_id, organisation_id) with =, daterange(since, until) with &&)
    );
    create index suspension_person on directory.suspension (tenant_id, person_id);
    create index suspension_organisation on directory.suspension (tenant_id, organisation_id);
    select platform.protect('directory.suspension');
    grant select on directory.suspension to :auth;
    create policy sessions on directory.suspension for select to :auth using (true);
    create policy functions on directory.suspension for select to current_user using (true);

    create function directory.tell_suspension() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
    begin
      perform pg_notify('session', case when new.person_id is null then 'seat ' || new.tenant_id || ' ' || new.organisation_id else 'person ' || new.person_id end);
      return null;
    end $$;
    create trigger tell_suspension after insert or update on directory.suspension
      for each row execute function directory.tell_suspension();

    -- How an organisation belonged to the consortium before its present term: it left and came back, or was of another kind.
    create table directory.past_membership (
      tenant_id uuid not null default platform.current_tenant(),
      id uuid not null,
      organisation_id uuid not null,
      kind text not null check (kind in ('LEAD', 'COUNCIL_MEMBER', 'MEMBER')),
      since date not null,
      until date not null,
      created_at timestamptz not null,
      updated_at timestamptz not null,
      version integer not null,
      primary key (tenant_id, id),
      foreign key (tenant_id, organisation_id) references directory.membership (tenant_id, organisation_id),
      check (until >= since)
    );
    create index past_membership_organisation on directory.past_membership (tenant_id, organisation_id);
    select platform.protect('directory.past_membership');

    create or replace view directory.member with (security_invoker = true) as
      select m.tenant_id, m.organisation_id, o.name, o.short_name, o.uscc, o.kind, m.kind as membership_kind
      from directory.membership m
      join directory.organisation o on o.id = m.organisation_id
      join directory.consortium c on c.id = m.tenant_id
      cross join lateral (select (now() at time zone c.time_zone)::date as today) d
      where m.since <= d.today and (m.until is null or m.until > d.today)
        and not exists (select 1 from directory.suspension s where s.tenant_id = m.tenant_id and s.organisation_id = m.organisation_id and s.since <= d.today and (s.until is null or s.until > d.today));

    -- From where people may work today: an organisation that is a member, with at least one role in force, and neither suspended.
    create or replace view directory.seat with (security_invoker = true) as
      select g.person_id, g.tenant_id, g.organisation_id, array_agg(distinct g.role order by g.role) as roles
      from directory.role_grant g
      join directory.membership m on m.tenant_id = g.tenant_id and m.organisation_id = g.organisation_id
      join directory.consortium c on c.id = g.tenant_id
      cross join lateral (select (now() at time zone c.time_zone)::date as today) d
      where g.since <= d.today and (g.until is null or g.until > d.today)
        and m.since <= d.today and (m.until is null or m.until > d.today)
        and not exists (select 1 from directory.suspension s where s.tenant_id = g.tenant_id and s.person_id = g.person_id and s.since <= d.today and (s.until is null or s.until > d.today))
        and not exists (select 1 from directory.suspension s where s.tenant_id = g.tenant_id and s.organisation_id = g.organisation_id and s.since <= d.today and (s.until is null or s.until > d.today))
      group by g.person_id, g.tenant_id, g.organisation_id;
    -- For other services, which ask whether somebody can take over; row-level security keeps it to the consortium.
    grant select on directory.seat to :app;
  `,
};
