import type { Migration } from '@gongjian/platform';

export const addConsortiumSettings: Migration = {
  name: '20261126050100-add-consortium-settings',
  up: `
    alter table directory.consortium
      add column languages text[] not null default '{zh-CN,en}' check (languages <@ '{zh-CN,en}' and cardinality(languages) between 1 and 2),
      add column default_language text not null default 'zh-CN' check (default_language in ('zh-CN', 'en')),
      add column default_opening_hours jsonb not null default '[]' check (jsonb_typeof(default_opening_hours) = 'array'),
      add column logo_file_id uuid,
      add constraint default_is_offered check (default_language = any (languages));

    grant update (name, short_name, time_zone, languages, default_language, default_opening_hours, logo_file_id, updated_at, version) on directory.consortium to :app;
    create policy settings on directory.consortium for update to :app using (id = (select platform.current_tenant()));

    -- What other services go by. Published.
    create view directory.consortium_setting with (security_invoker = true) as
      select id as tenant_id, default_opening_hours from directory.consortium;
    grant select on directory.consortium_setting to :app;

    -- A session knows its consortium's time zone; whoever remembers sessions is told.
    create function directory.tell_consortium() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
    begin
      perform pg_notify('session', 'consortium ' || new.id);
      return null;
    end $$;
    create trigger tell_consortium after update of time_zone on directory.consortium
      for each row execute function directory.tell_consortium();
  `,
};
