import type { Migration } from '@gongjian/platform';

export const requireSecondFactor: Migration = {
  name: '20261126040100-require-second-factor',
  up: `
    alter table directory.consortium add column second_factor_for_administrators boolean not null default false;
    grant update (second_factor_for_administrators, updated_at, version) on directory.consortium to :app;
    create policy own_second_factor on directory.consortium for update to :app
      using (id = (select platform.current_tenant())) with check (id = (select platform.current_tenant()));

    -- What its administrators' sessions are worth depends on it.
    create function directory.tell_second_factor_rule() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
    begin
      perform pg_notify('session', 'consortium ' || old.id);
      return null;
    end $$;
    create trigger tell_second_factor_rule after update of second_factor_for_administrators on directory.consortium
      for each row execute function directory.tell_second_factor_rule();

    -- One's own address, for the page about oneself. Only the person who asks.
    create function directory.my_email() returns text
    language sql stable security definer set search_path = pg_catalog, pg_temp as $$
      select a.email from directory.account a where a.person_id = platform.current_person()
    $$;

    create function directory.have_second_factor() returns boolean
    language sql stable security definer set search_path = pg_catalog, pg_temp as $$
      select exists (select from directory.account a where a.person_id = platform.current_person() and (
        exists (select from directory.totp f where f.account_id = a.id and f.confirmed_at is not null)
        or exists (select from directory.passkey k where k.account_id = a.id)))
    $$;
    create policy functions on directory.totp for select to current_user using (true);
    create policy functions on directory.passkey for select to current_user using (true);

    -- The address that comes with a new account is written to; it counts once its holder has confirmed it. Only in the
    -- transaction that made the account, so that nobody proposes an address for somebody else's.
    create function directory.propose_email(person uuid, asked bytea, language text, at timestamptz) returns void
    language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
      insert into directory.letter (id, kind, account_id, asked, language, facts, created_at)
        select directory.new_id(), 'EMAIL', a.id, $2, $3, '{}', $4 from directory.account a where a.person_id = $1 and a.created_at = $4
    $$;
    revoke execute on function directory.my_email(), directory.have_second_factor(), directory.propose_email(uuid, bytea, text, timestamptz) from public;
    grant execute on function directory.my_email(), directory.have_second_factor(), directory.propose_email(uuid, bytea, text, timestamptz) to :app;
    create policy functions on directory.letter for insert to current_user with check (true);
  `,
};
