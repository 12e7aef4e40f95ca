import type { Migration } from '@gongjian/platform';

export const hearOfShared: Migration = {
  name: '20261202010100-hear-of-shared',
  up: `
    -- In which other consortia grants in force reach which of these things, each of the consortium beside it. For news, after COMMIT.
    create function scheduling.reached_from(homes uuid[], resources uuid[]) returns table (home_id uuid, tenant_id uuid, resource_ids uuid[])
    language sql stable security definer set search_path = pg_catalog, pg_temp as $$
      select x.home_id, x.tenant_id, array_agg(distinct x.resource_id)
      from unnest(homes, resources) thing (home_id, id)
      join scheduling.reach x on x.home_id = thing.home_id and x.resource_id = thing.id
      where x.tenant_id <> x.home_id and x.valid_from <= now() and x.valid_until > now()
      group by 1, 2
    $$;
    revoke all on function scheduling.reached_from(uuid[], uuid[]) from public;
    grant execute on function scheduling.reached_from(uuid[], uuid[]) to :app;
  `,
};
