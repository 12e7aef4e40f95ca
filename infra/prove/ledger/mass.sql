-- One operation on quotas after the other, each in its own transaction, by the product's functions and triggers and as its
-- runtime role: what the service does when a booking is made, moved, ended or over, without the service.

create schema proof;

-- Where bookings are made, one after the other; few of them are where everybody wants to.
create table proof.place (n int primary key, home uuid not null, organisation uuid not null, person uuid not null, across boolean not null, booking uuid);
-- What the clauses in force say, and where the books are.
create table proof.clause (id uuid primary key, number int not null, books uuid not null, across boolean not null, per text not null, quota int, may_exceed boolean not null, first_day date not null, unique (across, number));
create table proof.outcome (connection int not null, what text not null, times bigint not null, primary key (connection, what));
create table proof.fault (connection int not null, operation text not null, state text not null, message text not null);

create function proof.act_in(tenant uuid) returns void language plpgsql as $$
begin
  if current_setting('app.tenant', true) is distinct from tenant::text then perform set_config('app.tenant', tenant::text, true); end if;
end $$;

-- The first day of the period, as the service finds it (services/scheduling/src/grant/period.ts), for the periods of this proof.
create function proof.period_of(per text, first_day date, at timestamptz) returns date language sql immutable as $$
  select case when $1 in ('WEEK', 'MONTH', 'YEAR') then date_trunc(lower($1), $3 at time zone 'Asia/Shanghai')::date else $2 end
$$;

-- One clause, or two for a bundle of two pools, in the order in which everybody takes them. Null where it does not suffice, else
-- whether some went beyond. What is moved holds the books of before and of after, and gives back first, as the service does it.
create function proof.reserve(booking uuid, across boolean, at timestamptz, minutes int, moves boolean default false) returns boolean language plpgsql as $$
declare
  one record;
  taken record;
  beyond boolean := false;
  clauses int := (select count(*) from proof.clause c where c.across = $2);
  first int := floor(random() * clauses);
  second int := case when random() < 0.3 then floor(random() * clauses) end;
begin
  if moves then
    perform pg_advisory_xact_lock(hashtextextended('quota ' || held.grant_id::text || held.period::text, 0)) from (
      select u.grant_id, u.period from scheduling.grant_use u where u.tenant_id = platform.current_tenant() and u.booking_id = $1 and u.state = 'RESERVED'
      union select c.id, proof.period_of(c.per, c.first_day, at) from proof.clause c where c.across = $2 and c.number = any (array[first, second]) order by 1, 2) held;
    perform scheduling.release_uses($1, now());
  end if;
  for one in select * from proof.clause c where c.across = $2 and c.number = any (array[first, second]) order by c.id loop
    perform proof.act_in(one.books);
    select * into taken from scheduling.reserve_minutes(one.id, proof.period_of(one.per, one.first_day, at), one.quota, minutes, one.may_exceed, $1, now());
    if not taken.done then return null; end if;
    beyond := beyond or taken.exceeds > 0;
    insert into scheduling.grant_use (tenant_id, id, booking_id, grant_id, period, minutes, beyond, fee, state, created_at, updated_at, version)
      values (one.books, platform.new_id(), $1, one.id, proof.period_of(one.per, one.first_day, at), $4, taken.exceeds, 0, 'RESERVED', now(), now(), 1);
  end loop;
  return beyond;
end $$;

create function proof.a_time() returns timestamptz language sql volatile as $$
  -- One in five is over already: the round enters it as used. The others are in the next weeks, where everybody wants to be.
  select date_trunc('hour', now()) + case when random() < 0.2 then -make_interval(hours => 24 + floor(random() * 24 * 3500)::int) else make_interval(hours => 24 + floor(random() * 24 * 84)::int) end
$$;

create function proof.book(place proof.place) returns text language plpgsql as $$
declare
  id uuid := platform.new_id();
  at timestamptz := proof.a_time();
  minutes int := 30 * (1 + floor(random() * 8)::int);
  books uuid := (select c.books from proof.clause c limit 1);
  beyond boolean;
begin
  beyond := proof.reserve(id, place.across, at, minutes);
  if beyond is null then return 'reserve: refused'; end if;
  perform proof.act_in(place.home);
  insert into scheduling.booking (tenant_id, id, created_at, updated_at, version, title, purpose, organisation_id, requested_by_id, starts_at, ends_at, state, hold_until, home_id, tenants)
    values (place.home, id, now(), now(), 1, '并发实训', 'PRACTICE_TEACHING', place.organisation, place.person, at, at + make_interval(mins => minutes), case when beyond then 'PENDING' else 'CONFIRMED' end,
      case when beyond then now() + interval '30 days' end, place.home, case when place.across then array[place.home, books] end);
  if place.across then
    perform proof.act_in(books);
    insert into scheduling.booking (tenant_id, id, created_at, updated_at, version, title, purpose, organisation_id, requested_by_id, starts_at, ends_at, state, hold_until, home_id, tenants)
      values (books, id, now(), now(), 1, '并发实训', 'PRACTICE_TEACHING', place.organisation, place.person, at, at + make_interval(mins => minutes), case when beyond then 'PENDING' else 'CONFIRMED' end,
        case when beyond then now() + interval '30 days' end, place.home, array[place.home, books]);
  end if;
  update proof.place p set booking = id where p.n = place.n;
  return case when beyond then 'reserve: beyond, with consent' else 'reserve' end;
end $$;

-- What the round does (services/scheduling/src/grant/uses.round.ts), for one use of one booking.
create function proof.use(booking uuid) returns text language plpgsql as $$
declare
  entered int;
begin
  with due as (
    select u.id, u.grant_id, u.period, u.booking_id, u.minutes from scheduling.grant_use u join scheduling.booking b on b.tenant_id = u.tenant_id and b.id = u.booking_id
    where u.tenant_id = platform.current_tenant() and u.booking_id = $1 and u.state = 'RESERVED' and b.state = 'CONFIRMED' and b.ends_at <= now()
    order by u.grant_id, u.period, u.id limit 1 for no key update of b, u skip locked),
  entered as (
    insert into scheduling.ledger_entry (grant_id, period, booking_id, kind, debit, credit, minutes, at)
    select grant_id, period, booking_id, 'USE', 'RESERVED', 'USED', minutes, now() from due)
  update scheduling.grant_use u set state = 'USED', updated_at = now(), version = u.version + 1 from due where u.tenant_id = platform.current_tenant() and u.id = due.id;
  get diagnostics entered = row_count;
  return case when entered > 0 then 'use' end;
end $$;

-- One operation at a place; null where there was nothing to do.
create function proof.one(n int, draw float8) returns text language plpgsql as $$
declare
  place proof.place;
  booked scheduling.booking;
  books uuid := (select c.books from proof.clause c limit 1);
  beyond boolean;
  reserves boolean;
  at timestamptz;
  minutes int;
begin
  select * into place from proof.place p where p.n = $1;
  if place.booking is null then return proof.book(place); end if;
  perform proof.act_in(books);
  if draw < 0.15 then return proof.use(place.booking); end if;
  -- Mostly whoever booked; now and then, of what was booked from elsewhere, the giver.
  perform proof.act_in(case when place.across and draw > 0.8 then books else place.home end);
  -- As the service holds what it changes.
  select * into booked from scheduling.booking b where b.tenant_id = platform.current_tenant() and b.id = place.booking for update;
  if booked.state not in ('PENDING', 'CONFIRMED') then
    if draw < 0.6 or booked.ends_at <= now() then return proof.book(place); end if;
    -- Restored, at its time and with what it takes then.
    beyond := proof.reserve(booked.id, place.across, booked.starts_at, (extract(epoch from booked.ends_at - booked.starts_at) / 60)::int);
    if beyond is null then return 'restore: refused'; end if;
    perform proof.act_in(booked.tenant_id);
    update scheduling.booking b set state = case when beyond then 'PENDING' else 'CONFIRMED' end, hold_until = case when beyond then now() + interval '30 days' end, cancelled_at = null, updated_at = now(), version = b.version + 1
      where b.tenant_id = booked.tenant_id and b.id = booked.id;
    return 'restore';
  end if;
  perform proof.act_in(books);
  reserves := exists (select from scheduling.grant_use u where u.tenant_id = books and u.booking_id = booked.id and u.state = 'RESERVED');
  if not reserves then return proof.book(place); end if;
  perform proof.act_in(booked.tenant_id);
  if booked.state = 'PENDING' and draw < 0.35 then
    update scheduling.booking b set state = 'CONFIRMED', hold_until = null, updated_at = now(), version = b.version + 1 where b.tenant_id = booked.tenant_id and b.id = booked.id;
    return 'approve';
  end if;
  if draw < 0.55 and not place.across then
    at := proof.a_time();
    minutes := 30 * (1 + floor(random() * 8)::int);
    beyond := proof.reserve(booked.id, false, at, minutes, true);
    if beyond is null then return 'move: refused'; end if;
    update scheduling.booking b set starts_at = at, ends_at = at + make_interval(mins => minutes), state = case when beyond then 'PENDING' else 'CONFIRMED' end, hold_until = case when beyond then now() + interval '30 days' end, updated_at = now(), version = b.version + 1
      where b.tenant_id = booked.tenant_id and b.id = booked.id;
    return 'move';
  end if;
  if booked.state = 'PENDING' and draw < 0.7 then
    update scheduling.booking b set state = case when draw < 0.63 then 'REJECTED' else 'EXPIRED' end, hold_until = null, updated_at = now(), version = b.version + 1 where b.tenant_id = booked.tenant_id and b.id = booked.id;
  else
    update scheduling.booking b set state = 'CANCELLED', cancelled_at = now(), hold_until = null, updated_at = now(), version = b.version + 1 where b.tenant_id = booked.tenant_id and b.id = booked.id;
  end if;
  return case when platform.current_tenant() <> place.home then 'give back: by the other consortium' else 'give back' end;
end $$;

-- So many operations, each committed before the next. What a deadlock has undone is done again, as the service does it.
create procedure proof.operate(connection int, wanted int, seed float8) language plpgsql as $$
declare
  places int := (select count(*) from proof.place);
  counts jsonb := '{}';
  done int := 0;
  n int;
  draw float8;
  tries int;
  outcome text;
begin
  perform setseed(seed);
  while done < wanted loop
    n := case when random() < 0.2 then floor(random() * 20) else floor(random() * places) end;
    draw := random();
    tries := 0;
    loop
      begin
        outcome := proof.one(n, draw);
        -- What COMMIT would look at is looked at here, where it can be done again.
        if outcome not like '%: refused' then set constraints all immediate; end if;
        exit;
      exception
        when deadlock_detected then
          tries := tries + 1;
          counts := jsonb_set(counts, '{deadlock}', to_jsonb(coalesce((counts ->> 'deadlock')::int, 0) + 1));
          outcome := null;
          exit when tries > 10;
        when others then
          outcome := 'fault';
          insert into proof.fault values (connection, 'n ' || n || ', draw ' || draw, sqlstate, sqlerrm);
          exit;
      end;
    end loop;
    -- What was refused has changed nothing.
    if outcome like '%: refused' then rollback; else commit; end if;
    if outcome is not null then
      done := done + 1;
      counts := jsonb_set(counts, array[outcome], to_jsonb(coalesce((counts ->> outcome)::int, 0) + 1));
    end if;
    if done % 1000 = 0 or done = wanted then
      insert into proof.outcome select connection, key, value::int from jsonb_each_text(counts) on conflict on constraint outcome_pkey do update set times = excluded.times;
      commit;
    end if;
  end loop;
end $$;
