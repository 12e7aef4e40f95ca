import type { Migration } from '@gongjian/platform';

/** What organisations take from roles that people have for them. */
export const narrowRole: Migration = {
  name: '20261130030000-narrow-role',
  up: `
    create table directory.role_narrowing (
      tenant_id uuid not null default platform.current_tenant(),
      id uuid not null,
      organisation_id uuid not null,
      role text not null check (role in ('RESOURCE_KEEPER', 'TEACHER', 'ENGINEER', 'COORDINATOR', 'STUDENT')),
      denied text[] not null check (denied <@ array['BOOK', 'DECIDE', 'BLOCK', 'KEEP', 'IMPORT', 'EXPORT', 'REVEAL']),
      created_at timestamptz not null,
      updated_at timestamptz not null,
      version integer not null,
      primary key (tenant_id, id),
      unique (tenant_id, organisation_id, role),
      foreign key (tenant_id, organisation_id) references directory.membership (tenant_id, organisation_id)
    );
    select platform.protect('directory.role_narrowing');
    -- Read with each session, and with each look at what somebody else may.
    grant select on directory.role_narrowing to :auth;
    create policy sessions on directory.role_narrowing for select to :auth using (true);

    create view directory.narrowed_role with (security_invoker = true) as
      select tenant_id, organisation_id, jsonb_object_agg(role, denied) as narrowed from directory.role_narrowing where cardinality(denied) > 0 group by tenant_id, organisation_id;
    grant select on directory.narrowed_role to :app, :auth;

    create function directory.tell_narrowing() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
    begin
      perform pg_notify('session', 'seat ' || new.tenant_id || ' ' || new.organisation_id);
      return null;
    end $$;
    create trigger tell_narrowing after insert or update on directory.role_narrowing for each row execute function directory.tell_narrowing();
  `,
};
