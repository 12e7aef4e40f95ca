import type { Migration } from '@gongjian/platform';

/** What grants reach, what is used of them, and bookings that take things in several consortia (docs/adr/0025-grants.md). */
export const createReach: Migration = {
  name: '20261130020000-create-reach',
  up: `
    -- Who among the members may book it: all, or those who have an agreement about it.
    alter table scheduling.resource add sharing text not null default 'MEMBERS' check (sharing in ('MEMBERS', 'AGREEMENTS'));

    -- Of a booking that takes things in several consortia each has its part, under the same id: home_id is where whoever booked belongs.
    alter table scheduling.booking add home_id uuid, add tenants uuid[];
    alter table scheduling.booking no force row level security;
    update scheduling.booking set home_id = tenant_id;
    alter table scheduling.booking force row level security;
    alter table scheduling.booking alter home_id set not null, alter home_id set default platform.current_tenant(),
      drop constraint booking_tenant_id_organisation_id_fkey,
      add constraint booking_organisation foreign key (home_id, organisation_id) references directory.membership (tenant_id, organisation_id),
      -- All consortia that it takes something in, and its home; null where that is the same one.
      add constraint booking_parts check (tenants is null or (cardinality(tenants) > 1 and tenant_id = any(tenants) and home_id = any(tenants))),
      add constraint booking_at_home check (tenants is not null or home_id = tenant_id);
    create index booking_organisation_home on scheduling.booking (home_id, organisation_id);

    -- Which things somebody may use through which grant: one row for each, kept by the database together with what it follows
    -- from. tenant_id is the consortium of whoever looks, so that the wall is one equality and the list one index.
    create table scheduling.reach (
      tenant_id uuid not null default platform.current_tenant(),
      id uuid not null,
      taker_id uuid not null,
      whole boolean not null,
      home_id uuid not null,
      resource_id uuid not null,
      owner_id uuid not null,
      grant_id uuid not null,
      agreement_id uuid not null,
      kind text not null,
      kind_rank smallint not null,
      name_key text collate "C" not null,
      search_text text not null,
      valid_from timestamptz not null,
      valid_until timestamptz not null,
      primary key (tenant_id, id)
    );
    create index reach_taker on scheduling.reach (tenant_id, taker_id, kind_rank, name_key, id);
    create index reach_all on scheduling.reach (tenant_id, kind_rank, name_key, id);
    create index reach_resource on scheduling.reach (tenant_id, resource_id, valid_until);
    create index reach_grant on scheduling.reach (home_id, grant_id);
    create index reach_home on scheduling.reach (home_id, resource_id);
    select platform.protect('scheduling.reach');
    revoke insert, update, delete on scheduling.reach from :app;
    create policy functions on scheduling.reach to current_user using (true) with check (true);
    create policy functions on scheduling.resource for select to current_user using (true);
    create policy functions on scheduling.pool_resource for select to current_user using (true);
    create policy functions on scheduling.booking to current_user using (true) with check (true);
    create policy functions on scheduling.allocation to current_user using (true) with check (true);

    create function scheduling.fill_reach(home uuid, wanted_grant uuid, wanted_resource uuid) returns void
    language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
      insert into scheduling.reach as x (tenant_id, id, taker_id, whole, home_id, resource_id, owner_id, grant_id, agreement_id, kind, kind_rank, name_key, search_text, valid_from, valid_until)
      select g.taker_home_id, md5(g.id::text || r.id::text)::uuid, g.taker_id, g.whole, home, r.id, r.owner_id, g.id, g.agreement_id, r.kind, r.kind_rank, r.name_key, r.search_text, g.valid_from, g.valid_until
      from directory.access_grant g
      join scheduling.pool_resource p on p.tenant_id = g.tenant_id and p.pool_id = g.pool_id
      join scheduling.resource r on r.tenant_id = p.tenant_id and r.id = p.resource_id and r.owner_id = g.giver_id
      where g.tenant_id = home and g.giver_home_id = home and g.kind = 'RESOURCE_USE'
        and (wanted_grant is null or g.id = wanted_grant) and (wanted_resource is null or r.id = wanted_resource)
      on conflict (tenant_id, id) do update set valid_from = excluded.valid_from, valid_until = excluded.valid_until, kind = excluded.kind, kind_rank = excluded.kind_rank, name_key = excluded.name_key, search_text = excluded.search_text
    $$;
    revoke all on function scheduling.fill_reach(uuid, uuid, uuid) from public;

    create function scheduling.grant_reaches() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
    begin
      if tg_op = 'UPDATE' then
        -- A bound that moved: one pass over its rows, and none over what is in the pool.
        update scheduling.reach set valid_from = new.valid_from, valid_until = new.valid_until where home_id = new.giver_home_id and grant_id = new.id;
      else
        perform scheduling.fill_reach(new.giver_home_id, new.id, null);
      end if;
      return null;
    end $$;
    create trigger reach after insert or update on directory.access_grant
      for each row when (new.kind = 'RESOURCE_USE' and new.tenant_id = new.giver_home_id) execute function scheduling.grant_reaches();

    create function scheduling.pool_reaches() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
    begin
      if tg_op = 'INSERT' then
        perform scheduling.fill_reach(new.tenant_id, g.id, new.resource_id) from directory.access_grant g where g.tenant_id = new.tenant_id and g.pool_id = new.pool_id;
      else
        delete from scheduling.reach x using directory.access_grant g
          where g.tenant_id = old.tenant_id and g.pool_id = old.pool_id and x.home_id = old.tenant_id and x.grant_id = g.id and x.resource_id = old.resource_id;
      end if;
      return null;
    end $$;
    create trigger reach after insert or delete on scheduling.pool_resource for each row execute function scheduling.pool_reaches();

    create function scheduling.resource_reaches() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
    begin
      -- What has another owner is not what was promised.
      if new.owner_id <> old.owner_id then delete from scheduling.reach where home_id = new.tenant_id and resource_id = new.id;
      else
        update scheduling.reach set kind = new.kind, kind_rank = new.kind_rank, name_key = new.name_key, search_text = new.search_text where home_id = new.tenant_id and resource_id = new.id;
      end if;
      return null;
    end $$;
    create trigger reach after update on scheduling.resource for each row
      when ((new.owner_id, new.kind, new.name_key, new.search_text) is distinct from (old.owner_id, old.kind, old.name_key, old.search_text)) execute function scheduling.resource_reaches();

    -- Things of another consortium as their taker sees them: what one needs to book and find them, and nothing of what they cost
    -- or who keeps them. Only what a grant in force reaches now, or what a booking of the taker's consortium has taken.
    create function scheduling.shared_resources(ids uuid[]) returns table (tenant_id uuid, id uuid, created_at timestamptz, updated_at timestamptz, version int,
      kind text, name text, code text, model text, manufacturer text, category text, place text, capacity int, owner_id uuid, state text, opening_hours jsonb,
      buffer_before int, buffer_after int, needs_approval boolean, hold_hours int, max_minutes int, horizon_days int, sharing text, photo_file_id uuid)
    language sql stable security definer set search_path = pg_catalog, pg_temp as $$
      select r.tenant_id, r.id, r.created_at, r.updated_at, r.version, r.kind, r.name, r.code, r.model, r.manufacturer, r.category, r.place, r.capacity, r.owner_id, r.state, r.opening_hours,
        r.buffer_before, r.buffer_after, r.needs_approval, r.hold_hours, r.max_minutes, r.horizon_days, r.sharing, null::uuid
      from (
        select x.home_id, x.resource_id from scheduling.reach x
          where x.tenant_id = platform.current_tenant() and x.resource_id = any(ids) and x.valid_from <= now() and x.valid_until > now()
        union
        select a.tenant_id, a.resource_id from scheduling.booking b
          cross join lateral unnest(b.tenants) part(id)
          join scheduling.allocation a on a.tenant_id = part.id and a.booking_id = b.id
          where b.tenant_id = platform.current_tenant() and b.home_id = b.tenant_id and b.tenants is not null and a.resource_id = any(ids)
      ) seen join scheduling.resource r on r.tenant_id = seen.home_id and r.id = seen.resource_id
      where r.tenant_id <> platform.current_tenant()
    $$;
    revoke all on function scheduling.shared_resources(uuid[]) from public;
    grant execute on function scheduling.shared_resources(uuid[]) to :app;

    -- What a booking uses of a grant, in the consortium of whoever gives it.
    create table scheduling.grant_use (
      tenant_id uuid not null default platform.current_tenant(),
      id uuid not null,
      booking_id uuid not null,
      grant_id uuid not null,
      -- The first day of the period that it counts to; of a grant without periods its first day.
      period date not null,
      minutes int not null check (minutes > 0),
      -- Of these so many beyond the quota.
      beyond int not null default 0 check (beyond between 0 and minutes),
      -- Yuan, as the clause says at this time.
      fee numeric(12, 2) not null check (fee >= 0),
      state text not null check (state in ('RESERVED', 'USED', 'RELEASED')),
      -- The owner let it stand although its grant ended.
      kept_at timestamptz,
      kept_by_id uuid,
      -- When the giver was told that it has to decide.
      asked_at timestamptz,
      created_at timestamptz not null,
      updated_at timestamptz not null,
      version int not null,
      primary key (tenant_id, id),
      foreign key (tenant_id, booking_id) references scheduling.booking (tenant_id, id) deferrable initially deferred,
      foreign key (tenant_id, grant_id) references directory.access_grant (tenant_id, id)
    );
    create index grant_use_booking on scheduling.grant_use (tenant_id, booking_id);
    create index grant_use_grant on scheduling.grant_use (tenant_id, grant_id, period);
    create index grant_use_open on scheduling.grant_use (tenant_id, grant_id) where state = 'RESERVED';
    select platform.protect('scheduling.grant_use');
    create policy functions on scheduling.grant_use to current_user using (true) with check (true);

    -- The books of a quota, by double entry: each line moves minutes from one account to another, so debits equal credits.
    -- ALLOTTED and BEYOND are where minutes come from, AVAILABLE, RESERVED and USED where they are.
    create table scheduling.ledger_entry (
      tenant_id uuid not null default platform.current_tenant(),
      id uuid not null default platform.new_id(),
      grant_id uuid not null,
      period date not null,
      booking_id uuid,
      kind text not null check (kind in ('ALLOT', 'EXCEED', 'RESERVE', 'RELEASE', 'USE')),
      debit text not null check (debit in ('ALLOTTED', 'BEYOND', 'AVAILABLE', 'RESERVED')),
      credit text not null check (credit in ('AVAILABLE', 'RESERVED', 'USED', 'BEYOND', 'ALLOTTED')),
      minutes int not null check (minutes > 0),
      at timestamptz not null,
      primary key (tenant_id, id),
      foreign key (tenant_id, grant_id) references directory.access_grant (tenant_id, id),
      -- Written before its booking, in the same transaction: whether the quota suffices decides what the booking is.
      foreign key (tenant_id, booking_id) references scheduling.booking (tenant_id, id) deferrable initially deferred,
      check (debit <> credit)
    );
    create index ledger_entry_grant on scheduling.ledger_entry (tenant_id, grant_id, period, id);
    create index ledger_entry_booking on scheduling.ledger_entry (tenant_id, booking_id);
    select platform.protect('scheduling.ledger_entry');
    revoke update, delete on scheduling.ledger_entry from :app;
    create policy functions on scheduling.ledger_entry to current_user using (true) with check (true);

    -- What the lines add up to; never below zero, whoever writes.
    create table scheduling.ledger_balance (
      tenant_id uuid not null default platform.current_tenant(),
      grant_id uuid not null,
      period date not null,
      allotted int not null default 0 check (allotted >= 0),
      beyond int not null default 0 check (beyond >= 0),
      available int not null default 0 constraint quota_never_below_zero check (available >= 0),
      reserved int not null default 0 check (reserved >= 0),
      used int not null default 0 check (used >= 0),
      primary key (tenant_id, grant_id, period),
      foreign key (tenant_id, grant_id) references directory.access_grant (tenant_id, id),
      check (allotted + beyond = available + reserved + used)
    );
    select platform.protect('scheduling.ledger_balance');
    revoke insert, update, delete on scheduling.ledger_balance from :app;
    create policy functions on scheduling.ledger_balance to current_user using (true) with check (true);

    create function scheduling.ledger_adds_up() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
    begin
      insert into scheduling.ledger_balance (tenant_id, grant_id, period) values (new.tenant_id, new.grant_id, new.period) on conflict do nothing;
      update scheduling.ledger_balance set
        -- Sources grow as minutes leave them.
        allotted = allotted + case 'ALLOTTED' when new.debit then new.minutes when new.credit then -new.minutes else 0 end,
        beyond = beyond + case 'BEYOND' when new.debit then new.minutes when new.credit then -new.minutes else 0 end,
        available = available + case 'AVAILABLE' when new.credit then new.minutes when new.debit then -new.minutes else 0 end,
        reserved = reserved + case 'RESERVED' when new.credit then new.minutes when new.debit then -new.minutes else 0 end,
        used = used + case 'USED' when new.credit then new.minutes when new.debit then -new.minutes else 0 end
      where tenant_id = new.tenant_id and grant_id = new.grant_id and period = new.period;
      return null;
    end $$;
    create trigger adds_up after insert on scheduling.ledger_entry for each row execute function scheduling.ledger_adds_up();

    -- Reserves minutes of a period. quota is what the clause allows in it, or null without limit. Who comes at the same time waits here.
    -- done is false where it does not suffice and may not be exceeded; available is what was left before.
    create function scheduling.reserve_minutes(grant_id uuid, period date, quota int, wanted int, may_exceed boolean, booking uuid, at timestamptz) returns table (done boolean, available int, exceeds int)
    language plpgsql volatile set search_path = pg_catalog, pg_temp as $$
    #variable_conflict use_column
    declare
      tenant uuid := platform.current_tenant();
      account scheduling.ledger_balance;
      short int;
    begin
      perform pg_advisory_xact_lock(hashtextextended('quota ' || $1::text || $2::text, 0));
      select * into account from scheduling.ledger_balance b where b.tenant_id = tenant and b.grant_id = $1 and b.period = $2;
      if account.tenant_id is null and quota is not null then
        insert into scheduling.ledger_entry (tenant_id, grant_id, period, kind, debit, credit, minutes, at) values (tenant, $1, $2, 'ALLOT', 'ALLOTTED', 'AVAILABLE', quota, $7);
      end if;
      short := greatest(0, wanted - coalesce(account.available, quota, 0));
      if short > 0 and quota is not null and not may_exceed then
        return query select false, coalesce(account.available, quota), short;
        return;
      end if;
      if short > 0 then
        insert into scheduling.ledger_entry (tenant_id, grant_id, period, booking_id, kind, debit, credit, minutes, at)
          values (tenant, $1, $2, $6, case when quota is null then 'ALLOT' else 'EXCEED' end, case when quota is null then 'ALLOTTED' else 'BEYOND' end, 'AVAILABLE', short, $7);
      end if;
      insert into scheduling.ledger_entry (tenant_id, grant_id, period, booking_id, kind, debit, credit, minutes, at) values (tenant, $1, $2, $6, 'RESERVE', 'AVAILABLE', 'RESERVED', wanted, $7);
      return query select true, coalesce(account.available, quota), case when quota is null then 0 else short end;
    end $$;

    -- Gives back what a booking has reserved: what it had beyond the quota goes back to where it came from.
    create function scheduling.release_uses(tenant uuid, booking uuid, at timestamptz) returns void
    language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
    declare
      one record;
    begin
      -- Held, so that the round that enters what was used does not take the same minutes at the same time.
      for one in select * from scheduling.grant_use u where u.tenant_id = $1 and u.booking_id = $2 and u.state = 'RESERVED' order by u.grant_id, u.period for update
      loop
        perform pg_advisory_xact_lock(hashtextextended('quota ' || one.grant_id::text || one.period::text, 0));
        insert into scheduling.ledger_entry (tenant_id, grant_id, period, booking_id, kind, debit, credit, minutes, at)
          values ($1, one.grant_id, one.period, $2, 'RELEASE', 'RESERVED', 'AVAILABLE', one.minutes, $3);
        if one.beyond > 0 then
          insert into scheduling.ledger_entry (tenant_id, grant_id, period, booking_id, kind, debit, credit, minutes, at)
            values ($1, one.grant_id, one.period, $2, 'EXCEED', 'AVAILABLE', 'BEYOND', one.beyond, $3);
        end if;
        update scheduling.grant_use u set state = 'RELEASED', updated_at = $3, version = u.version + 1 where u.tenant_id = $1 and u.id = one.id;
      end loop;
    end $$;
    revoke all on function scheduling.release_uses(uuid, uuid, timestamptz) from public;
    -- Inside the wall: of the consortium in which one acts.
    create function scheduling.release_uses(booking uuid, at timestamptz) returns void
    language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
      select scheduling.release_uses(platform.current_tenant(), $1, $2)
    $$;
    revoke all on function scheduling.release_uses(uuid, timestamptz) from public;
    grant execute on function scheduling.release_uses(uuid, timestamptz) to :app;

    -- Whoever ends a booking, by whatever path, gives back what it had reserved.
    create function scheduling.booking_releases() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
    begin
      perform scheduling.release_uses(new.tenant_id, new.id, new.updated_at);
      return null;
    end $$;
    create trigger release_uses after update of state on scheduling.booking for each row
      when (old.state in ('PENDING', 'CONFIRMED') and new.state not in ('PENDING', 'CONFIRMED')) execute function scheduling.booking_releases();

    -- All or nothing, across consortia too: what becomes of one part of a booking becomes of all, whoever does it and by whatever path.
    create function scheduling.booking_parts_follow() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
    begin
      update scheduling.booking b set title = new.title, purpose = new.purpose, attendees = new.attendees, state = new.state, state_reason = new.state_reason, hold_until = new.hold_until,
          cancelled_at = new.cancelled_at, organisation_id = new.organisation_id, requested_by_id = new.requested_by_id, history = new.history, updated_at = new.updated_at, version = new.version
        where b.tenant_id = any(new.tenants) and b.tenant_id <> new.tenant_id and b.id = new.id;
      if new.state <> old.state then
        update scheduling.allocation a set state = case when new.state in ('PENDING', 'CONFIRMED') then new.state else 'RELEASED' end, updated_at = new.updated_at, version = a.version + 1
          where a.tenant_id = any(new.tenants) and a.tenant_id <> new.tenant_id and a.booking_id = new.id;
      end if;
      return null;
    end $$;
    create trigger parts_follow after update on scheduling.booking for each row
      when (new.tenants is not null and pg_trigger_depth() = 0) execute function scheduling.booking_parts_follow();
    -- Whether somebody has still to answer for another part.
    create function scheduling.waits_elsewhere(booking uuid) returns boolean
    language sql stable security definer set search_path = pg_catalog, pg_temp as $$
      select exists (select 1 from scheduling.booking b join scheduling.approval p on p.tenant_id = any(b.tenants) and p.tenant_id <> b.tenant_id and p.booking_id = b.id and p.state = 'WAITING'
        where b.tenant_id = platform.current_tenant() and b.id = $1)
    $$;
    revoke all on function scheduling.waits_elsewhere(uuid) from public;
    grant execute on function scheduling.waits_elsewhere(uuid) to :app;
    create policy functions on scheduling.approval for select to current_user using (true);

    -- Consortia in which something that was reserved has been used by now, or is not covered any more.
    create function scheduling.uses_due(moment timestamptz) returns table (tenant_id uuid)
    language sql stable security definer set search_path = pg_catalog, pg_temp as $$
      select distinct u.tenant_id from scheduling.grant_use u join scheduling.booking b on b.tenant_id = u.tenant_id and b.id = u.booking_id join directory.access_grant g on g.tenant_id = u.tenant_id and g.id = u.grant_id
      where u.state = 'RESERVED' and ((b.state = 'CONFIRMED' and b.ends_at <= moment)
        or (u.asked_at is null and u.kept_at is null and b.state in ('PENDING', 'CONFIRMED') and b.starts_at > moment and not (g.valid_from <= b.starts_at and b.ends_at <= g.valid_until)))
    $$;
    revoke all on function scheduling.uses_due(timestamptz) from public;
    grant execute on function scheduling.uses_due(timestamptz) to :app;

    -- What clauses reached before there was this table.
    alter table directory.access_grant no force row level security;
    select scheduling.fill_reach(home.id, null, null) from (select distinct tenant_id as id from directory.access_grant) home;
    alter table directory.access_grant force row level security;

    create view scheduling.own_record_grant_use with (security_invoker = true) as
      select u.tenant_id, u.kept_by_id as person_id, 'USES_KEPT' as area, u.id::text as id, u.kept_at as at, jsonb_build_object('bookingId', u.booking_id, 'minutes', u.minutes) as fields
      from scheduling.grant_use u where u.kept_by_id is not null;
    grant select on scheduling.own_record_grant_use to :app;
  `,
};
