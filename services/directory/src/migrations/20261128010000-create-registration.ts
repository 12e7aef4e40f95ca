import type { Migration } from '@gongjian/platform';

export const createRegistration: Migration = {
  name: '20261128010000-create-registration',
  up: `
    -- Whether people may ask by themselves to come in for an organisation. On while there is a link: it is shown to the
    -- organisation's administrators whenever they want to hand it out, so it is kept sealed; the door finds it by its hash.
    create table directory.self_registration (
      tenant_id uuid not null default platform.current_tenant(),
      id uuid not null,
      organisation_id uuid not null,
      link_sealed bytea,
      token_hash bytea check (octet_length(token_hash) = 32),
      changed_by_id uuid not null,
      created_at timestamptz not null,
      updated_at timestamptz not null,
      version integer not null,
      primary key (tenant_id, id),
      unique (tenant_id, organisation_id),
      foreign key (tenant_id, organisation_id) references directory.membership (tenant_id, organisation_id),
      foreign key (tenant_id, changed_by_id) references directory.affiliation (tenant_id, person_id),
      check ((link_sealed is null) = (token_hash is null))
    );
    create index self_registration_keeper on directory.self_registration (tenant_id, changed_by_id);
    create index self_registration_link on directory.self_registration (token_hash);
    select platform.protect('directory.self_registration');
    select platform.guard_sealed('directory.self_registration', 'link_sealed');
    grant select on directory.self_registration to :auth;
    create policy sessions on directory.self_registration for select to :auth using (true);
    create policy functions on directory.self_registration for select to current_user using (true);

    -- Somebody asks to come in. ASKED until the link of the mail is used, WAITING for the administrators; of what is
    -- decided nothing is kept but that it was, and whom a CONFIRMED one brought in.
    create table directory.registration (
      tenant_id uuid not null default platform.current_tenant(),
      id uuid not null,
      organisation_id uuid not null,
      state text not null check (state in ('ASKED', 'WAITING', 'CONFIRMED', 'REFUSED', 'WITHDRAWN')),
      wished_role text not null,
      name_sealed bytea,
      email_sealed bytea,
      note_sealed bytea,
      -- Equal addresses have equal fingerprints, and nobody without the key can try addresses out.
      address_print text,
      token_hash bytea check (octet_length(token_hash) = 32),
      language text not null check (language in ('zh-CN', 'en')),
      -- Which privacy notice was read before anything was typed.
      notice_version integer not null,
      -- Whose account it is, since the link of the mail was used. No consortium need know the person yet.
      person_id uuid references directory.person (id),
      proven_at timestamptz,
      expires_at timestamptz not null,
      decided_by_id uuid,
      decided_at timestamptz,
      created_at timestamptz not null,
      updated_at timestamptz not null,
      version integer not null,
      primary key (tenant_id, id),
      foreign key (tenant_id, organisation_id) references directory.membership (tenant_id, organisation_id),
      foreign key (tenant_id, decided_by_id) references directory.affiliation (tenant_id, person_id),
      check ((state in ('ASKED', 'WAITING')) = (name_sealed is not null and email_sealed is not null and address_print is not null and token_hash is not null)),
      check (state in ('ASKED', 'WAITING') or note_sealed is null),
      check ((state in ('WAITING', 'CONFIRMED')) = (person_id is not null)),
      check ((state in ('CONFIRMED', 'REFUSED')) = (decided_by_id is not null)),
      check ((decided_by_id is null) = (decided_at is null))
    );
    create index registration_organisation on directory.registration (tenant_id, organisation_id, state);
    create index registration_decider on directory.registration (tenant_id, decided_by_id);
    create index registration_person on directory.registration (person_id);
    create index registration_end on directory.registration (expires_at);
    create index registration_link on directory.registration (token_hash);
    create unique index registration_open on directory.registration (tenant_id, organisation_id, address_print);
    create unique index registration_once on directory.registration (tenant_id, organisation_id, person_id) where state = 'WAITING';
    select platform.protect('directory.registration');
    select platform.guard_sealed('directory.registration', 'name_sealed', 'email_sealed', 'note_sealed');
    grant select, insert, delete on directory.registration to :auth;
    create policy sessions on directory.registration to :auth using (true) with check (true);
    create policy functions on directory.registration to current_user using (true) with check (true);

    alter table directory.letter drop constraint letter_kind_check;
    alter table directory.letter add constraint letter_kind_check check (kind in ('RESET', 'EMAIL', 'NEW_DEVICE', 'PASSWORD_CHANGED', 'EMAIL_CHANGED', 'FACTOR_ADDED', 'FACTOR_REMOVED', 'CODE_USED', 'IDENTITY_LINKED', 'IDENTITY_UNLINKED', 'REGISTRATION'));

    create view directory.own_record_registration with (security_invoker = true) as
      select r.tenant_id, r.person_id, 'REGISTRATIONS' as area, r.id::text as id, r.created_at as at,
        jsonb_build_object('nameSealed', encode(r.name_sealed, 'base64'), 'emailSealed', encode(r.email_sealed, 'base64'), 'noteSealed', encode(r.note_sealed, 'base64'), 'state', r.state, 'organisationId', r.organisation_id, 'wishedRole', r.wished_role, 'provenAt', r.proven_at, 'decidedAt', r.decided_at) as fields
      from directory.registration r where r.person_id is not null
      union all
      select r.tenant_id, r.decided_by_id, 'REGISTRATIONS_DECIDED', r.id::text, r.decided_at, jsonb_build_object('state', r.state, 'organisationId', r.organisation_id)
      from directory.registration r where r.decided_by_id is not null
      union all
      select s.tenant_id, s.changed_by_id, 'SELF_REGISTRATION', s.id::text, s.updated_at, jsonb_build_object('organisationId', s.organisation_id)
      from directory.self_registration s;
    grant select on directory.own_record_registration to :app;

    -- An account whose requests have all come to nothing: no consortium knows its person, and nothing waits. It goes with the
    -- person. For all others nothing happens.
    create function directory.release_applicant(person uuid) returns boolean
    language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
    #variable_conflict use_column
    begin
      perform pg_advisory_xact_lock(hashtextextended('roles ' || $1, 0));
      if exists (select from directory.affiliation a where a.person_id = $1) or exists (select from directory.registration r where r.person_id = $1) then return false; end if;
      delete from directory.account a where a.person_id = $1 and not a.operator;
      if not found then return false; end if;
      delete from directory.join_code j where j.person_id = $1;
      delete from directory.person p where p.id = $1;
      return true;
    end $$;

    -- An account that is closed leaves no request that waits.
    create function directory.drop_registrations() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
    begin
      delete from directory.registration r where r.person_id = old.person_id and r.state = 'WAITING';
      return null;
    end $$;
    create trigger drop_registrations after delete on directory.account for each row execute function directory.drop_registrations();

    -- The link of the mail was used by whoever has an account now: the request waits for the administrators, who are told.
    -- Says why when it cannot wait; null when there is no such request.
    create function directory.prove_registration(token_hash bytea, person uuid, name_sealed bytea, until timestamptz, at timestamptz) returns jsonb
    language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
    #variable_conflict use_column
    declare
      r directory.registration;
      today date;
      told jsonb;
    begin
      select * into r from directory.registration where token_hash = $1 and state = 'ASKED' and expires_at > at for update;
      if not found then return null; end if;
      perform pg_advisory_xact_lock(hashtextextended('roles ' || person, 0));
      select (at at time zone c.time_zone)::date into today from directory.consortium c where c.id = r.tenant_id;
      if not exists (select from directory.member m where m.tenant_id = r.tenant_id and m.organisation_id = r.organisation_id)
        or not exists (select from directory.self_registration s where s.tenant_id = r.tenant_id and s.organisation_id = r.organisation_id and s.token_hash is not null) then
        return jsonb_build_object('refused', 'REGISTRATION_CLOSED');
      end if;
      if exists (select from directory.role_grant g where g.tenant_id = r.tenant_id and g.person_id = $2 and g.organisation_id = r.organisation_id and (g.until is null or g.until > today)) then
        return jsonb_build_object('refused', 'REGISTRATION_MEMBER');
      end if;
      if exists (select from directory.registration o where o.tenant_id = r.tenant_id and o.organisation_id = r.organisation_id and o.person_id = $2 and o.state = 'WAITING') then
        return jsonb_build_object('refused', 'REGISTRATION_WAITS');
      end if;
      update directory.registration set state = 'WAITING', person_id = $2, name_sealed = $3, proven_at = at, expires_at = $4, updated_at = at, version = version + 1
        where tenant_id = r.tenant_id and id = r.id;
      with told as (
        insert into platform.message (tenant_id, id, kind, person_id, organisation_id, params, subject_type, subject_id, link, mail, mail_at, created_at, updated_at, version)
          select r.tenant_id, directory.new_id(), 'REGISTRATION_ASKED', s.person_id, r.organisation_id,
            jsonb_build_object('organisation', jsonb_build_object('organisation', r.organisation_id), 'role', jsonb_build_object('code', 'ROLE_' || r.wished_role), 'until', jsonb_build_object('at', $4)),
            'Registration', r.id, '/people/registrations', 'NEW', at, at, at, 1
          from directory.seat s where s.tenant_id = r.tenant_id and s.organisation_id = r.organisation_id and 'ORGANISATION_ADMINISTRATOR' = any(s.roles)
          returning id, person_id)
      select jsonb_build_object('type', 'Message', 'ids', coalesce(jsonb_agg(told.id), '[]'), 'people', coalesce(jsonb_agg(told.person_id), '[]')) into told from told;
      perform pg_notify('gongjian', jsonb_build_object('tenantId', r.tenant_id, 'changes', jsonb_build_array(jsonb_build_object('type', 'Registration', 'ids', jsonb_build_array(r.id)), told))::text);
      return jsonb_build_object('id', r.id, 'tenantId', r.tenant_id, 'organisationId', r.organisation_id, 'wishedRole', r.wished_role);
    end $$;

    -- Taken back by whoever asked; nothing personal stays of it, nor an account that was made for nothing else.
    create function directory.withdraw_registration(id uuid, person uuid, good_until timestamptz, at timestamptz) returns jsonb
    language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
    #variable_conflict use_column
    declare
      r directory.registration;
      read jsonb;
    begin
      select * into r from directory.registration where id = $1 and person_id = $2 and state = 'WAITING' for update;
      if not found then return null; end if;
      update directory.registration set state = 'WITHDRAWN', person_id = null, name_sealed = null, email_sealed = null, note_sealed = null, address_print = null, token_hash = null, expires_at = $3, updated_at = at, version = version + 1
        where tenant_id = r.tenant_id and id = r.id;
      with read as (
        update platform.message m set read_at = at, updated_at = at, version = version + 1
          where m.tenant_id = r.tenant_id and m.kind = 'REGISTRATION_ASKED' and m.subject_id = r.id and m.read_at is null returning m.id, m.person_id)
      select jsonb_build_object('type', 'Message', 'ids', coalesce(jsonb_agg(read.id), '[]'), 'people', coalesce(jsonb_agg(read.person_id), '[]')) into read from read;
      perform pg_notify('gongjian', jsonb_build_object('tenantId', r.tenant_id, 'changes', jsonb_build_array(jsonb_build_object('type', 'Registration', 'ids', jsonb_build_array(r.id)), read))::text);
      return jsonb_build_object('id', r.id, 'tenantId', r.tenant_id, 'organisationId', r.organisation_id, 'gone', directory.release_applicant($2));
    end $$;

    -- Whoever asked belongs to the current consortium from now on: its administrator has confirmed it.
    create function directory.admit_registered(id uuid, at timestamptz) returns uuid
    language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
    #variable_conflict use_column
    declare
      person uuid;
    begin
      select r.person_id into person from directory.registration r where r.tenant_id = platform.current_tenant() and r.id = $1 and r.state = 'WAITING';
      if person is null then return null; end if;
      perform pg_advisory_xact_lock(hashtextextended('roles ' || person, 0));
      insert into directory.affiliation (tenant_id, person_id, created_at) values (platform.current_tenant(), person, $2) on conflict do nothing;
      return person;
    end $$;

    -- Requests whose time is over, or whose organisation has left: consortia alone, the work is done inside each of them.
    create function directory.registrations_over(at timestamptz) returns table (tenant_id uuid)
    language sql stable security definer set search_path = pg_catalog, pg_temp as $$
      select r.tenant_id from directory.registration r where r.expires_at <= $1
      union
      select r.tenant_id from directory.registration r join directory.membership m on m.tenant_id = r.tenant_id and m.organisation_id = r.organisation_id join directory.consortium c on c.id = r.tenant_id
      where r.state in ('ASKED', 'WAITING') and m.until <= ($1 at time zone c.time_zone)::date
      limit 50
    $$;
    revoke execute on function directory.release_applicant(uuid), directory.drop_registrations(), directory.prove_registration(bytea, uuid, bytea, timestamptz, timestamptz), directory.withdraw_registration(uuid, uuid, timestamptz, timestamptz),
      directory.admit_registered(uuid, timestamptz), directory.registrations_over(timestamptz) from public;
    grant execute on function directory.prove_registration(bytea, uuid, bytea, timestamptz, timestamptz), directory.withdraw_registration(uuid, uuid, timestamptz, timestamptz) to :auth;
    grant execute on function directory.release_applicant(uuid), directory.admit_registered(uuid, timestamptz), directory.registrations_over(timestamptz) to :app;
  `,
};
