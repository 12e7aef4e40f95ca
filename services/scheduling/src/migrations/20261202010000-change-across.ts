import type { Migration } from '@gongjian/platform';

/** A booking is changed in all its parts, and comes into consortia and goes from them (docs/adr/0025-grants.md). */
export const changeAcross: Migration = {
  name: '20261202010000-change-across',
  up: `
    -- A part that the booking went from is over, and belongs to no whole any more; the books there keep it.
    alter table scheduling.booking drop constraint booking_at_home,
      add constraint booking_at_home check (tenants is not null or home_id = tenant_id or state = 'CANCELLED');

    create or replace function scheduling.booking_parts_follow() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
    declare
      before uuid[] := coalesce(old.tenants, array[old.tenant_id]);
      after uuid[] := coalesce(new.tenants, array[new.tenant_id]);
      gone uuid[] := array(select unnest(before) except select unnest(after));
      come uuid[] := array(select unnest(after) except select unnest(before));
    begin
      update scheduling.booking b set state = 'CANCELLED', cancelled_at = new.updated_at, tenants = null, history = new.history, updated_at = new.updated_at, version = new.version
        where b.tenant_id = any(gone) and b.id = new.id;
      update scheduling.allocation a set state = 'RELEASED', updated_at = new.updated_at, version = a.version + 1
        where a.tenant_id = any(gone) and a.booking_id = new.id and a.state <> 'RELEASED';

      -- What it had taken there before it went from there.
      delete from scheduling.allocation a where a.tenant_id = any(come) and a.booking_id = new.id;
      insert into scheduling.booking (tenant_id, id, created_at, updated_at, version, title, purpose, organisation_id, requested_by_id, starts_at, ends_at, attendees, notes, state, state_reason, hold_until, cancelled_at, history, home_id, tenants)
        select part, new.id, new.updated_at, new.updated_at, new.version, new.title, new.purpose, new.organisation_id, new.requested_by_id, new.starts_at, new.ends_at, new.attendees, null, new.state, new.state_reason, new.hold_until, new.cancelled_at, new.history, new.home_id, new.tenants
        from unnest(come) part
        on conflict (tenant_id, id) do nothing;

      update scheduling.booking b set title = new.title, purpose = new.purpose, starts_at = new.starts_at, ends_at = new.ends_at, attendees = new.attendees, state = new.state, state_reason = new.state_reason, hold_until = new.hold_until,
          cancelled_at = new.cancelled_at, organisation_id = new.organisation_id, requested_by_id = new.requested_by_id, history = new.history, updated_at = new.updated_at, version = new.version, tenants = new.tenants
        where b.tenant_id = any(after) and b.tenant_id <> new.tenant_id and b.id = new.id;
      if new.state <> old.state then
        update scheduling.allocation a set state = case when new.state in ('PENDING', 'CONFIRMED') then new.state else 'RELEASED' end, updated_at = new.updated_at, version = a.version + 1
          where a.tenant_id = any(after) and a.tenant_id <> new.tenant_id and a.booking_id = new.id;
      end if;
      return null;
    end $$;
    drop trigger parts_follow on scheduling.booking;
    create trigger parts_follow after update on scheduling.booking for each row
      when ((new.tenants is not null or old.tenants is not null) and pg_trigger_depth() = 0) execute function scheduling.booking_parts_follow();
  `,
};
