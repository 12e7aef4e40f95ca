import type { Migration } from '@gongjian/platform';

export const publishViews: Migration = {
  name: '20261123110300-publish-views',
  up: `
    -- Organisations that are members today. Published for other services.
    create view directory.member with (security_invoker = true) as
      select m.tenant_id, m.organisation_id, o.name, o.short_name, o.uscc, o.kind, m.kind as membership_kind
      from directory.membership m
      join directory.organisation o on o.id = m.organisation_id
      join directory.consortium c on c.id = m.tenant_id
      where m.since <= (now() at time zone c.time_zone)::date and (m.until is null or m.until > (now() at time zone c.time_zone)::date);

    -- People whom the consortium knows, also those whose roles have ended. Published for other services.
    create view directory.consortium_person with (security_invoker = true) as
      select a.tenant_id, a.person_id, p.name
      from directory.affiliation a join directory.person p on p.id = a.person_id;

    -- From where people may work today: an organisation that is a member, with at least one role in force.
    create view directory.seat with (security_invoker = true) as
      select g.person_id, g.tenant_id, g.organisation_id, array_agg(distinct g.role order by g.role) as roles
      from directory.role_grant g
      join directory.membership m on m.tenant_id = g.tenant_id and m.organisation_id = g.organisation_id
      join directory.consortium c on c.id = g.tenant_id
      cross join lateral (select (now() at time zone c.time_zone)::date as today) d
      where g.since <= d.today and (g.until is null or g.until > d.today)
        and m.since <= d.today and (m.until is null or m.until > d.today)
      group by g.person_id, g.tenant_id, g.organisation_id;

    grant select on directory.member, directory.consortium_person to :app;
    grant select on directory.seat to :auth;

    -- All seats of the person who asks, across consortia, with what is shown of each.
    create function directory.my_seats() returns table (seat jsonb)
    language sql stable security definer set search_path = pg_catalog, pg_temp as $$
      select jsonb_build_object(
        'roles', s.roles,
        'consortium', jsonb_build_object('id', c.id, 'name', c.name, 'shortName', c.short_name, 'kind', c.kind, 'timeZone', c.time_zone, 'createdAt', c.created_at),
        'organisation', jsonb_build_object('id', o.id, 'name', o.name, 'shortName', o.short_name, 'kind', o.kind, 'uscc', o.uscc),
        'membership', jsonb_build_object('id', m.id, 'kind', m.kind, 'since', m.since, 'until', m.until))
      from directory.seat s
      join directory.consortium c on c.id = s.tenant_id
      join directory.organisation o on o.id = s.organisation_id
      join directory.membership m on m.tenant_id = s.tenant_id and m.organisation_id = s.organisation_id
      where s.person_id = platform.current_person()
      order by c.created_at, c.id, o.sort_name, o.id
    $$;
    revoke execute on function directory.my_seats() from public;
    grant execute on function directory.my_seats() to :app;
  `,
};
