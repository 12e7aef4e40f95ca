import type { Migration } from '@gongjian/platform';

export const createErasure: Migration = {
  name: '20261127040400-create-erasure',
  up: `
    -- What scheduling has done for people who closed their account, so that it is done once and the directory knows.
    create table scheduling.erasure (
      tenant_id uuid not null default platform.current_tenant(),
      person_id uuid not null,
      done_at timestamptz not null,
      -- When the entry in a register goes, where a law keeps it longer. Null: it is gone.
      entry_until date,
      primary key (tenant_id, person_id)
    );
    create index erasure_entry on scheduling.erasure (entry_until) where entry_until is not null;
    select platform.protect('scheduling.erasure');
    create policy functions on scheduling.erasure for select to current_user using (true);

    -- Published, as by every service that publishes own_record: whose part is done, and what somebody still has to settle.
    create view scheduling.erasure_done with (security_invoker = true) as select tenant_id, person_id from scheduling.erasure;
    create view scheduling.open_duty with (security_invoker = true) as
      select b.tenant_id, b.requested_by_id as person_id, 'BOOKING' as kind, b.id, b.title, b.starts_at
      from scheduling.booking b where b.ends_at > now() and (b.state = 'CONFIRMED' or (b.state = 'PENDING' and b.hold_until > now()));
    grant select on scheduling.erasure_done, scheduling.open_duty to :app;

    -- What teachers and engineers are called: the audit log names no people, and asks for it when it is read.
    create view scheduling.record_name with (security_invoker = true) as select tenant_id, id, name from scheduling.resource where kind in ('TEACHER', 'ENGINEER');
    grant select on scheduling.record_name to :app;

    create function scheduling.entries_to_erase(day date) returns table (tenant_id uuid, person_id uuid)
    language sql stable security definer set search_path = pg_catalog, pg_temp as $$
      select e.tenant_id, e.person_id from scheduling.erasure e where e.entry_until <= $1 limit 50
    $$;
    revoke execute on function scheduling.entries_to_erase(date) from public;
    grant execute on function scheduling.entries_to_erase(date) to :app;
  `,
};
