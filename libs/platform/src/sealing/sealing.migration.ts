import type { Migration } from '../database/migrate.ts';

export const createDataKey: Migration = {
  name: '20261127030100-create-data-key',
  up: `
    -- Each consortium's keys, wrapped by the installation's. Number 0 makes fingerprints and stays; with the others is
    -- sealed. One of them is ACTIVE; while what older ones have sealed is sealed anew those are RETIRING, then DESTROYED:
    -- of those the number is kept and nothing else.
    create table platform.data_key (
      tenant_id uuid not null default platform.current_tenant(),
      number int not null check (number >= 0),
      state text not null check (state in ('DERIVED', 'INDEX', 'ACTIVE', 'RETIRING', 'DESTROYED')),
      wrapped bytea,
      -- Names the secret that wraps it.
      master text,
      created_at timestamptz not null,
      -- How many values were sealed anew since it became the active one, and out of how many.
      todo int not null default 0,
      done int not null default 0,
      progress_at timestamptz,
      -- Nothing is left that another key has sealed.
      settled_at timestamptz,
      destroyed_at timestamptz,
      primary key (tenant_id, number),
      check ((wrapped is null) = (state in ('DERIVED', 'DESTROYED'))),
      check ((state in ('DERIVED', 'INDEX')) = (number = 0) or state = 'DESTROYED')
    );
    create unique index data_key_active on platform.data_key (tenant_id) where state = 'ACTIVE';
    select platform.protect('platform.data_key');
    revoke delete on platform.data_key from :app;
    grant select on platform.data_key to :auth;
    create policy sessions on platform.data_key for select to :auth using (true);
    create policy functions on platform.data_key to current_user using (true) with check (true);

    -- Consortia from before: their fingerprints were made with a key that follows from the secret.
    do $$
    begin
      if to_regclass('directory.consortium') is not null then
        insert into platform.data_key (tenant_id, number, state, created_at) select id, 0, 'DERIVED', now() from directory.consortium;
      end if;
    end $$;

    -- Whoever writes what a key has sealed holds that key until the end of the transaction: nobody destroys it meanwhile,
    -- and nobody writes with one that is gone.
    create function platform.hold_data_key() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
    declare
      head bytea;
      found_state text;
      name text;
    begin
      foreach name in array tg_argv loop
        execute format('select substring(($1).%I from 1 for 5)', name) into head using new;
        continue when head is null or get_byte(head, 0) <> 2 or new.tenant_id = '00000000-0000-7000-8000-000000000000';
        select k.state into found_state from platform.data_key k
          where k.tenant_id = new.tenant_id and k.number = ('x' || encode(substring(head from 2 for 4), 'hex'))::bit(32)::int for key share;
        if found_state is null or found_state = 'DESTROYED' then
          raise exception 'the data key is gone' using errcode = '40001', constraint = 'data_key_gone';
        end if;
      end loop;
      return new;
    end $$;
    create function platform.guard_sealed(target regclass, variadic names text[]) returns void language plpgsql as $$
    begin
      execute format('create trigger hold_data_key before insert or update of %s on %s for each row execute function platform.hold_data_key(%s)',
        (select string_agg(quote_ident(n), ', ') from unnest(names) n), target, (select string_agg(quote_literal(n), ', ') from unnest(names) n));
    end $$;
    revoke execute on function platform.hold_data_key(), platform.guard_sealed(regclass, text[]) from public;
    select platform.guard_sealed('platform.file', 'content');
    select platform.guard_sealed('platform.webhook', 'secret', 'previous_secret');
    select platform.guard_sealed('platform.mail', 'recipient', 'content');

    -- Consortia whose keys wait for something: to be wrapped by another secret, or to have everything sealed with them.
    create function platform.tenants_to_wrap(secret text) returns setof uuid
    language sql stable security definer set search_path = pg_catalog, pg_temp as $$
      select distinct k.tenant_id from platform.data_key k where k.wrapped is not null and k.master <> secret limit 1000
    $$;
    create function platform.tenants_to_settle(before timestamptz) returns setof uuid
    language sql stable security definer set search_path = pg_catalog, pg_temp as $$
      select k.tenant_id from platform.data_key k where k.state in ('ACTIVE', 'DERIVED') and k.settled_at is null and coalesce(k.progress_at, k.created_at) < before limit 200
    $$;
    -- What wraps the keys: for whoever starts the product with a secret that may be another one.
    create function platform.wrapping_secrets() returns setof text
    language sql stable security definer set search_path = pg_catalog, pg_temp as $$
      select distinct k.master from platform.data_key k where k.wrapped is not null
    $$;
    revoke execute on function platform.tenants_to_wrap(text), platform.tenants_to_settle(timestamptz), platform.wrapping_secrets() from public;
    grant execute on function platform.tenants_to_wrap(text), platform.tenants_to_settle(timestamptz) to :app;
  `,
};
