import type { Migration } from '@gongjian/platform';

export const createInvitation: Migration = {
  name: '20261127010000-create-invitation',
  up: `
    -- Who was asked to come in, as what, by whom. Name and address are sealed; of the link only a hash is kept.
    create table directory.invitation (
      tenant_id uuid not null default platform.current_tenant(),
      id uuid not null,
      organisation_id uuid not null,
      roles text[] not null check (cardinality(roles) between 1 and 20),
      since date,
      until date,
      invitee_sealed bytea not null,
      -- Equal addresses have equal fingerprints, and nobody without the key can try addresses out.
      address_print text not null,
      language text not null check (language in ('zh-CN', 'en')),
      state text not null check (state in ('OPEN', 'ACCEPTED', 'WITHDRAWN')),
      token_hash bytea not null check (octet_length(token_hash) = 32),
      good_days integer not null check (good_days between 1 and 60),
      sent_at timestamptz not null,
      expires_at timestamptz not null,
      mail_id uuid not null,
      -- Who answers for it: whoever sent it last.
      invited_by_id uuid not null,
      person_id uuid,
      accepted_at timestamptz,
      created_at timestamptz not null,
      updated_at timestamptz not null,
      version integer not null,
      primary key (tenant_id, id),
      foreign key (tenant_id, organisation_id) references directory.membership (tenant_id, organisation_id),
      foreign key (tenant_id, invited_by_id) references directory.affiliation (tenant_id, person_id),
      foreign key (tenant_id, person_id) references directory.affiliation (tenant_id, person_id),
      check (until > since),
      check ((state = 'ACCEPTED') = (person_id is not null)),
      check ((state = 'ACCEPTED') = (accepted_at is not null))
    );
    create unique index invitation_open on directory.invitation (tenant_id, organisation_id, address_print) where state = 'OPEN';
    create index invitation_organisation on directory.invitation (tenant_id, organisation_id, address_print);
    create index invitation_inviter on directory.invitation (tenant_id, invited_by_id);
    create index invitation_person on directory.invitation (tenant_id, person_id);
    create index invitation_link on directory.invitation (token_hash);
    select platform.protect('directory.invitation');
    select platform.guard_sealed('directory.invitation', 'invitee_sealed');
    grant select on directory.invitation to :auth;
    create policy sessions on directory.invitation for select to :auth using (true);
    create policy functions on directory.invitation to current_user using (true) with check (true);
    create policy coming_in on directory.role_grant for insert to current_user with check (true);
    create policy functions on directory.past_membership for select to current_user using (true);
    grant select on directory.past_membership to :auth;
    create policy sessions on directory.past_membership for select to :auth using (true);

    create view directory.own_record_invitation with (security_invoker = true) as
      select i.tenant_id, i.person_id, 'INVITATIONS' as area, i.id::text as id, i.sent_at as at,
        jsonb_build_object('inviteeSealed', encode(i.invitee_sealed, 'base64'), 'state', i.state, 'organisationId', i.organisation_id, 'roles', i.roles, 'acceptedAt', i.accepted_at) as fields
      from directory.invitation i where i.person_id is not null
      union all
      select i.tenant_id, i.invited_by_id, 'INVITED', i.id::text, i.sent_at, jsonb_build_object('state', i.state, 'organisationId', i.organisation_id, 'roles', i.roles)
      from directory.invitation i;
    grant select on directory.own_record_invitation to :app;

    -- An account for somebody whom no consortium knows yet: the door makes it for who has proved an address. The address
    -- is the account's unless another account has it. Null when the login is taken.
    create function directory.open_account(name text, sort_name text, search text, login text, password_hash text, email text, at timestamptz) returns uuid
    language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
    #variable_conflict use_column
    declare
      person uuid := directory.new_id();
      account uuid;
    begin
      perform pg_advisory_xact_lock(hashtextextended('email ' || lower($6), 0));
      insert into directory.person (id, name, sort_name, search, created_at, updated_at, version) values (person, $1, $2, $3, $7, $7, 1);
      insert into directory.account (id, person_id, login, password_hash, email, created_at)
        values (directory.new_id(), person, $4, $5, (select $6 where not exists (select from directory.account o where lower(o.email) = lower($6))), $7)
        on conflict (lower(login)) do nothing returning id into account;
      if account is null then
        delete from directory.person p where p.id = person;
        return null;
      end if;
      return person;
    end $$;

    -- Takes an invitation up for a person: once, while it is good and the organisation may still have people here. Roles
    -- that the person holds at some time of the term stay as they are. Null when it can not be taken up any more.
    create function directory.accept_invitation(token_hash bytea, person uuid, at timestamptz) returns jsonb
    language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
    #variable_conflict use_column
    declare
      i directory.invitation;
      zone text;
      today date;
      first date;
      last date;
      given jsonb;
      message uuid;
    begin
      select * into i from directory.invitation where token_hash = $1 and state = 'OPEN' and expires_at > at for update;
      if not found then return null; end if;
      select c.time_zone into zone from directory.consortium c where c.id = i.tenant_id;
      today := (at at time zone zone)::date;
      perform pg_advisory_xact_lock(hashtextextended('roles ' || person, 0));
      select greatest(coalesce(i.since, today), today), least(i.until, m.until) into first, last
        from directory.member c join directory.membership m on m.tenant_id = c.tenant_id and m.organisation_id = c.organisation_id
        where c.tenant_id = i.tenant_id and c.organisation_id = i.organisation_id
          -- An organisation that left and came back invites anew.
          and not exists (select from directory.past_membership p where p.tenant_id = i.tenant_id and p.organisation_id = i.organisation_id
            and p.until >= (i.sent_at at time zone zone)::date and p.until < m.since)
          and not exists (select from directory.suspension s where s.tenant_id = i.tenant_id and s.person_id = $2 and s.since <= today and (s.until is null or s.until > today));
      if not found or first >= last then return null; end if;
      insert into directory.affiliation (tenant_id, person_id, created_at) values (i.tenant_id, person, at) on conflict do nothing;
      with given as (
        insert into directory.role_grant (tenant_id, id, person_id, organisation_id, role, since, until, created_at, updated_at, version)
        select i.tenant_id, directory.new_id(), person, i.organisation_id, r.role, first, last, at, at, 1 from unnest(i.roles) as r(role)
        where not exists (select from directory.role_grant g where g.tenant_id = i.tenant_id and g.person_id = $2 and g.organisation_id = i.organisation_id
          and g.role = r.role and daterange(g.since, g.until) && daterange(first, last))
        returning id, role)
      select coalesce(jsonb_agg(jsonb_build_object('id', given.id, 'role', given.role)), '[]') into given from given;
      update directory.invitation set state = 'ACCEPTED', person_id = $2, accepted_at = at, updated_at = at, version = version + 1
        where tenant_id = i.tenant_id and id = i.id;
      insert into platform.message (tenant_id, id, kind, person_id, params, subject_type, subject_id, link, mail, mail_at, created_at, updated_at, version)
        select i.tenant_id, directory.new_id(), 'INVITATION_ACCEPTED', i.invited_by_id,
          jsonb_build_object('by', jsonb_build_object('person', person), 'organisation', jsonb_build_object('organisation', i.organisation_id)),
          'Person', person, '/people/' || person, 'NEW', at, at, at, 1 where i.invited_by_id <> person
        returning id into message;
      perform pg_notify('gongjian', jsonb_build_object('tenantId', i.tenant_id, 'changes', jsonb_build_array(
        jsonb_build_object('type', 'Invitation', 'ids', jsonb_build_array(i.id)), jsonb_build_object('type', 'Person', 'ids', jsonb_build_array(person)),
        jsonb_build_object('type', 'Message', 'ids', to_jsonb(array_remove(array[message], null)), 'people', jsonb_build_array(i.invited_by_id))))::text);
      return jsonb_build_object('id', i.id, 'tenantId', i.tenant_id, 'organisationId', i.organisation_id, 'since', first, 'until', last, 'begun', first <= today, 'grants', given);
    end $$;

    revoke execute on function directory.open_account(text, text, text, text, text, text, timestamptz), directory.accept_invitation(bytea, uuid, timestamptz) from public;
    grant execute on function directory.open_account(text, text, text, text, text, text, timestamptz), directory.accept_invitation(bytea, uuid, timestamptz) to :auth;
  `,
};
