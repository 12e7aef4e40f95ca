import type { Migration } from '@gongjian/platform';

export const exchangeReaches: Migration = {
  name: '20261201030000-exchange-reaches',
  up: `
    -- A clause on an exchange of people speaks of whoever works for the giver as what it names: all of its teachers, or all
    -- of its engineers, those who come later too. Pools are lists; this is what somebody is.
    create function scheduling.reached(home uuid, wanted_grant uuid, wanted_resource uuid) returns table (grant_id uuid, resource_id uuid)
    language sql stable security definer set search_path = pg_catalog, pg_temp as $$
      select g.id, p.resource_id from directory.access_grant g
        join scheduling.pool_resource p on p.tenant_id = g.tenant_id and p.pool_id = g.pool_id
        where g.tenant_id = home and g.giver_home_id = home and g.kind = 'RESOURCE_USE' and (wanted_grant is null or g.id = wanted_grant) and (wanted_resource is null or p.resource_id = wanted_resource)
      union all
      select g.id, r.id from directory.access_grant g
        join scheduling.resource r on r.tenant_id = g.tenant_id and r.owner_id = g.giver_id and r.kind = g.terms ->> 'who'
        where g.tenant_id = home and g.giver_home_id = home and g.kind = 'EXCHANGE' and (wanted_grant is null or g.id = wanted_grant) and (wanted_resource is null or r.id = wanted_resource)
    $$;
    revoke all on function scheduling.reached(uuid, uuid, uuid) from public;

    create or replace function scheduling.fill_reach(home uuid, wanted_grant uuid, wanted_resource uuid) returns void
    language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
      insert into scheduling.reach as x (tenant_id, id, taker_id, whole, home_id, resource_id, owner_id, grant_id, agreement_id, kind, kind_rank, name_key, search_text, valid_from, valid_until)
      select g.taker_home_id, md5(g.id::text || r.id::text)::uuid, g.taker_id, g.whole, home, r.id, r.owner_id, g.id, g.agreement_id, r.kind, r.kind_rank, r.name_key, r.search_text, g.valid_from, g.valid_until
      from scheduling.reached(home, wanted_grant, wanted_resource) e
      join directory.access_grant g on g.tenant_id = home and g.id = e.grant_id
      join scheduling.resource r on r.tenant_id = home and r.id = e.resource_id and r.owner_id = g.giver_id
      on conflict (tenant_id, id) do update set valid_from = excluded.valid_from, valid_until = excluded.valid_until, kind = excluded.kind, kind_rank = excluded.kind_rank, name_key = excluded.name_key, search_text = excluded.search_text
    $$;

    drop trigger reach on directory.access_grant;
    create trigger reach after insert or update on directory.access_grant
      for each row when (new.kind in ('RESOURCE_USE', 'EXCHANGE') and new.tenant_id = new.giver_home_id) execute function scheduling.grant_reaches();

    create or replace function scheduling.resource_reaches() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
    begin
      if tg_op = 'INSERT' then
        perform scheduling.fill_reach(new.tenant_id, g.id, new.id) from directory.access_grant g where g.tenant_id = new.tenant_id and g.giver_id = new.owner_id and g.kind = 'EXCHANGE';
        return null;
      end if;
      -- What has another owner is not what was promised; the new one may have promised its people.
      if new.owner_id <> old.owner_id then
        delete from scheduling.reach where home_id = new.tenant_id and resource_id = new.id;
        perform scheduling.fill_reach(new.tenant_id, g.id, new.id) from directory.access_grant g where g.tenant_id = new.tenant_id and g.giver_id = new.owner_id and g.kind = 'EXCHANGE';
      else
        update scheduling.reach set kind = new.kind, kind_rank = new.kind_rank, name_key = new.name_key, search_text = new.search_text where home_id = new.tenant_id and resource_id = new.id;
      end if;
      return null;
    end $$;
    create trigger reach_of_new after insert on scheduling.resource for each row when (new.kind in ('TEACHER', 'ENGINEER')) execute function scheduling.resource_reaches();

    -- What clauses on an exchange reached before there was this.
    alter table directory.access_grant no force row level security;
    select scheduling.fill_reach(g.tenant_id, g.id, null) from directory.access_grant g where g.kind = 'EXCHANGE' and g.tenant_id = g.giver_home_id;
    alter table directory.access_grant force row level security;
  `,
};
