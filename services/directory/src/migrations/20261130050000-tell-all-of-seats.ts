import type { Migration } from '@gongjian/platform';

export const tellAllOfSeats: Migration = {
  name: '20261130050000-tell-all-of-seats',
  up: `
    -- The consortium of a seat has whatever a consortium always has: who asked for the second factor got no answer at all.
    create or replace function directory.my_seats() returns table (seat jsonb)
    language sql stable security definer set search_path = pg_catalog, pg_temp as $$
      select jsonb_build_object(
        'roles', s.roles,
        'consortium', jsonb_build_object('id', c.id, 'name', c.name, 'shortName', c.short_name, 'kind', c.kind, 'timeZone', c.time_zone, 'separated', c.separated, 'secondFactorForAdministrators', c.second_factor_for_administrators, 'createdAt', c.created_at),
        'organisation', jsonb_build_object('id', o.id, 'name', o.name, 'shortName', o.short_name, 'kind', o.kind, 'uscc', o.uscc),
        'membership', jsonb_build_object('id', m.id, 'kind', m.kind, 'since', m.since, 'until', m.until))
      from directory.seat s
      join directory.consortium c on c.id = s.tenant_id
      join directory.organisation o on o.id = s.organisation_id
      join directory.membership m on m.tenant_id = s.tenant_id and m.organisation_id = s.organisation_id
      where s.person_id = platform.current_person()
      order by c.created_at, c.id, o.sort_name, o.id
    $$;
  `,
};
