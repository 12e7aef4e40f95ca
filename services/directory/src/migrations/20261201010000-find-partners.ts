import type { Migration } from '@gongjian/platform';

export const findPartners: Migration = {
  name: '20261201010000-find-partners',
  up: `
    -- Of the consortia with which this one has papers those that are asked for: with a thousand partners a page names a few.
    drop function directory.partner_consortia();
    create function directory.partner_consortia(ids uuid[]) returns table (id uuid, name text, short_name text, time_zone text)
    language sql stable security definer set search_path = pg_catalog, pg_temp as $$
      select c.id, c.name, c.short_name, c.time_zone from directory.consortium c
      where c.id = any(ids) and exists (select from directory.agreement_party p where p.tenant_id = platform.current_tenant() and p.home_id = c.id)
    $$;
    revoke all on function directory.partner_consortia(uuid[]) from public;
    grant execute on function directory.partner_consortia(uuid[]) to :app;
    create index agreement_party_of_home on directory.agreement_party (tenant_id, home_id);
  `,
};
