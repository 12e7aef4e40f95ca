import type { Migration } from '@gongjian/platform';

export const findMailAddresses: Migration = {
  name: '20261126060200-find-mail-addresses',
  up: `
    -- Where people are written to: confirmed addresses alone, and only of those who may work in the current consortium
    -- today. Whoever has left it or is suspended gets no mail of it.
    create function directory.mail_addresses(people uuid[]) returns table (person_id uuid, email text)
    language sql stable security definer set search_path = pg_catalog, pg_temp as $$
      select a.person_id, a.email from directory.account a
      where a.person_id = any(people) and a.email is not null
        and exists (select from directory.seat s where s.tenant_id = platform.current_tenant() and s.person_id = a.person_id)
    $$;
    revoke execute on function directory.mail_addresses(uuid[]) from public;
    grant execute on function directory.mail_addresses(uuid[]) to :app;
    -- Messages are told to those who sit somewhere.
    grant select on directory.seat to :app;
  `,
};
