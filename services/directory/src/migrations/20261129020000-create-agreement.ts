import type { Migration } from '@gongjian/platform';

/** Agreements between members of a consortium (docs/adr/0024-agreements.md). */
export const createAgreement: Migration = {
  name: '20261129020000-create-agreement',
  up: `
    create table directory.agreement (
      tenant_id uuid not null default platform.current_tenant(),
      id uuid not null,
      kind text not null check (kind in ('COOPERATION', 'SHARING')),
      number text not null,
      title text not null check (char_length(title) between 1 and 80),
      purpose text check (char_length(purpose) <= 2000),
      since date not null,
      -- The first day on which it is not in force any more.
      until date not null,
      notice_days integer not null check (notice_days between 0 and 365),
      state text not null check (state in ('DRAFT', 'SIGNING', 'SIGNED', 'WITHDRAWN')),
      drafted_by_id uuid not null,
      drafted_for_id uuid not null,
      -- What was signed: written once, by the first signature, and taken back only as long as one is missing.
      text_signed text,
      text_hash bytea check (octet_length(text_hash) = 32),
      signed_at timestamptz,
      -- One party lets it rest; it alone takes it up again.
      suspended_at timestamptz,
      suspended_for_id uuid,
      suspend_reason text check (char_length(suspend_reason) <= 500),
      -- Ended before its time: the first day without it, and why.
      ends_on date,
      end_reason text check (char_length(end_reason) <= 500),
      -- The version of the agreement that this one replaces once it is signed.
      amends_id uuid,
      replaced_on date,
      -- Of the warnings before its end the last that was given, in days ahead: 90, 30 or 7.
      warned_days integer,
      created_at timestamptz not null,
      updated_at timestamptz not null,
      version integer not null,
      primary key (tenant_id, id),
      unique (tenant_id, number),
      foreign key (tenant_id, drafted_for_id) references directory.membership (tenant_id, organisation_id),
      foreign key (tenant_id, drafted_by_id) references directory.affiliation (tenant_id, person_id),
      foreign key (tenant_id, amends_id) references directory.agreement (tenant_id, id),
      foreign key (tenant_id, suspended_for_id) references directory.membership (tenant_id, organisation_id),
      check (until > since),
      check ((state in ('SIGNING', 'SIGNED')) = (text_signed is not null)),
      check ((text_signed is null) = (text_hash is null)),
      check ((state = 'SIGNED') = (signed_at is not null)),
      check (state = 'SIGNED' or (suspended_at is null and ends_on is null and replaced_on is null)),
      check ((ends_on is null) = (end_reason is null)),
      check ((suspended_at is null) = (suspended_for_id is null) and (suspended_at is null) = (suspend_reason is null))
    );
    create index agreement_drafter on directory.agreement (tenant_id, drafted_by_id);
    create index agreement_drafted_for on directory.agreement (tenant_id, drafted_for_id);
    create index agreement_amends on directory.agreement (tenant_id, amends_id);
    create index agreement_suspender on directory.agreement (tenant_id, suspended_for_id);
    create index agreement_state on directory.agreement (tenant_id, state, until);
    select platform.protect('directory.agreement');

    create table directory.agreement_party (
      tenant_id uuid not null default platform.current_tenant(),
      id uuid not null,
      agreement_id uuid not null,
      organisation_id uuid not null,
      -- 甲方 is 0, 乙方 1, and so on.
      ordinal integer not null,
      created_at timestamptz not null,
      updated_at timestamptz not null,
      version integer not null,
      primary key (tenant_id, id),
      unique (tenant_id, agreement_id, organisation_id),
      unique (tenant_id, agreement_id, ordinal),
      foreign key (tenant_id, agreement_id) references directory.agreement (tenant_id, id),
      foreign key (tenant_id, organisation_id) references directory.membership (tenant_id, organisation_id)
    );
    create index agreement_party_organisation on directory.agreement_party (tenant_id, organisation_id);
    select platform.protect('directory.agreement_party');

    create table directory.clause (
      tenant_id uuid not null default platform.current_tenant(),
      id uuid not null,
      agreement_id uuid not null,
      ordinal integer not null,
      kind text not null check (kind in ('RESOURCE_USE', 'EXCHANGE', 'PROGRAMME', 'INTERNS', 'DATA')),
      -- Who gives, and to whom: parties of the agreement.
      giver_id uuid not null,
      taker_id uuid not null,
      pool_id uuid,
      -- What its kind asks for, as the inputs have checked it (agreement/clause.terms.ts).
      terms jsonb not null,
      wording text check (char_length(wording) <= 2000),
      created_at timestamptz not null,
      updated_at timestamptz not null,
      version integer not null,
      primary key (tenant_id, id),
      foreign key (tenant_id, agreement_id) references directory.agreement (tenant_id, id),
      foreign key (tenant_id, giver_id) references directory.membership (tenant_id, organisation_id),
      foreign key (tenant_id, taker_id) references directory.membership (tenant_id, organisation_id),
      check (giver_id <> taker_id),
      check ((kind = 'RESOURCE_USE') = (pool_id is not null))
    );
    create index clause_agreement on directory.clause (tenant_id, agreement_id, ordinal);
    create index clause_giver on directory.clause (tenant_id, giver_id);
    create index clause_taker on directory.clause (tenant_id, taker_id);
    create index clause_pool on directory.clause (tenant_id, pool_id) where pool_id is not null;
    select platform.protect('directory.clause');

    create table directory.clause_acceptance (
      tenant_id uuid not null default platform.current_tenant(),
      id uuid not null,
      clause_id uuid not null,
      organisation_id uuid not null,
      person_id uuid not null,
      created_at timestamptz not null,
      updated_at timestamptz not null,
      version integer not null,
      primary key (tenant_id, id),
      unique (tenant_id, clause_id, organisation_id),
      foreign key (tenant_id, clause_id) references directory.clause (tenant_id, id),
      foreign key (tenant_id, organisation_id) references directory.membership (tenant_id, organisation_id),
      foreign key (tenant_id, person_id) references directory.affiliation (tenant_id, person_id)
    );
    create index clause_acceptance_organisation on directory.clause_acceptance (tenant_id, organisation_id);
    create index clause_acceptance_person on directory.clause_acceptance (tenant_id, person_id);
    select platform.protect('directory.clause_acceptance');

    create table directory.agreement_comment (
      tenant_id uuid not null default platform.current_tenant(),
      id uuid not null,
      agreement_id uuid not null,
      clause_id uuid,
      organisation_id uuid not null,
      person_id uuid not null,
      text text not null check (char_length(text) between 1 and 1000),
      settled_by_id uuid,
      settled_at timestamptz,
      created_at timestamptz not null,
      updated_at timestamptz not null,
      version integer not null,
      primary key (tenant_id, id),
      foreign key (tenant_id, agreement_id) references directory.agreement (tenant_id, id),
      foreign key (tenant_id, clause_id) references directory.clause (tenant_id, id),
      foreign key (tenant_id, organisation_id) references directory.membership (tenant_id, organisation_id),
      foreign key (tenant_id, person_id) references directory.affiliation (tenant_id, person_id),
      foreign key (tenant_id, settled_by_id) references directory.affiliation (tenant_id, person_id),
      check ((settled_by_id is null) = (settled_at is null))
    );
    create index agreement_comment_agreement on directory.agreement_comment (tenant_id, agreement_id, id);
    create index agreement_comment_clause on directory.agreement_comment (tenant_id, clause_id);
    create index agreement_comment_organisation on directory.agreement_comment (tenant_id, organisation_id);
    create index agreement_comment_person on directory.agreement_comment (tenant_id, person_id);
    create index agreement_comment_settler on directory.agreement_comment (tenant_id, settled_by_id);
    select platform.protect('directory.agreement_comment');

    create table directory.agreement_signature (
      tenant_id uuid not null default platform.current_tenant(),
      id uuid not null,
      agreement_id uuid not null,
      organisation_id uuid not null,
      person_id uuid not null,
      -- In which office somebody signs: 校长, 总经理.
      office text not null check (char_length(office) between 1 and 40),
      text_hash bytea not null check (octet_length(text_hash) = 32),
      created_at timestamptz not null,
      updated_at timestamptz not null,
      version integer not null,
      primary key (tenant_id, id),
      unique (tenant_id, agreement_id, organisation_id),
      foreign key (tenant_id, agreement_id) references directory.agreement (tenant_id, id),
      foreign key (tenant_id, organisation_id) references directory.membership (tenant_id, organisation_id),
      foreign key (tenant_id, person_id) references directory.affiliation (tenant_id, person_id)
    );
    create index agreement_signature_organisation on directory.agreement_signature (tenant_id, organisation_id);
    create index agreement_signature_person on directory.agreement_signature (tenant_id, person_id);
    select platform.protect('directory.agreement_signature');

    -- What was signed stays as it was signed, whoever writes.
    create function directory.keep_signed() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
    begin
      if old.state = 'SIGNED' and (new.state, new.kind, new.number, new.title, new.purpose, new.since, new.until, new.notice_days, new.text_signed, new.text_hash, new.signed_at)
          is distinct from (old.state, old.kind, old.number, old.title, old.purpose, old.since, old.until, old.notice_days, old.text_signed, old.text_hash, old.signed_at) then
        raise exception 'a signed agreement is not changed' using errcode = 'insufficient_privilege';
      end if;
      return new;
    end $$;
    create trigger signed_stays before update on directory.agreement for each row execute function directory.keep_signed();
    create function directory.keep_signed_part() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
    declare
      part record := coalesce(new, old);
    begin
      if exists (select from directory.agreement a where a.tenant_id = part.tenant_id and a.id = part.agreement_id and a.state = 'SIGNED') then
        raise exception 'a signed agreement is not changed' using errcode = 'insufficient_privilege';
      end if;
      return part;
    end $$;
    create trigger signed_stays before insert or update or delete on directory.agreement_party for each row execute function directory.keep_signed_part();
    create trigger signed_stays before insert or update or delete on directory.clause for each row execute function directory.keep_signed_part();
    create trigger signed_stays before insert or update or delete on directory.agreement_signature for each row execute function directory.keep_signed_part();

    -- Consortia in which somebody has to be warned: an end is ninety, thirty or seven days ahead.
    create policy functions on directory.agreement for select to current_user using (true);
    create function directory.agreements_ending(day date) returns table (tenant_id uuid)
    language sql stable security definer set search_path = pg_catalog, pg_temp as $$
      select distinct a.tenant_id from directory.agreement a
      where a.state = 'SIGNED' and a.replaced_on is null and least(a.until, a.ends_on) >= day
        and (select min(ahead) from unnest(array[90, 30, 7]) ahead where least(a.until, a.ends_on) - day <= ahead) < coalesce(a.warned_days, 91)
    $$;
    revoke all on function directory.agreements_ending(date) from public;
    grant execute on function directory.agreements_ending(date) to :app;

    -- As agreement.standing.ts says it; a test holds them together.
    create function directory.agreement_standing(state text, since date, until date, suspended_at timestamptz, ends_on date, replaced_on date, day date) returns text
    language sql immutable parallel safe set search_path = pg_catalog, pg_temp as $$
      select case when state <> 'SIGNED' then state
        when least(until, ends_on, replaced_on) <= day then case when replaced_on <= day then 'REPLACED' when ends_on <= day then 'TERMINATED' else 'EXPIRED' end
        when since > day then 'COMING' when suspended_at is not null then 'SUSPENDED' else 'IN_FORCE' end
    $$;
    revoke all on function directory.agreement_standing(text, date, date, timestamptz, date, date, date) from public;
    grant execute on function directory.agreement_standing(text, date, date, timestamptz, date, date, date) to :app;

    -- For the owners of pools: which agreement that still counts, or is being drafted, names one.
    create view directory.named_pool with (security_invoker = true) as
      select c.tenant_id, c.pool_id, a.id as agreement_id, a.title
      from directory.clause c join directory.agreement a on a.tenant_id = c.tenant_id and a.id = c.agreement_id
      where c.pool_id is not null and a.state <> 'WITHDRAWN' and a.replaced_on is null;
    grant select on directory.named_pool to :app;

    create view directory.own_record_agreement with (security_invoker = true) as
      select a.tenant_id, a.drafted_by_id as person_id, 'AGREEMENTS_DRAFTED' as area, a.id::text as id, a.created_at as at,
        jsonb_build_object('number', a.number, 'title', a.title, 'organisationId', a.drafted_for_id, 'state', a.state) as fields
      from directory.agreement a
      union all
      select s.tenant_id, s.person_id, 'AGREEMENTS_SIGNED', s.id::text, s.created_at, jsonb_build_object('organisationId', s.organisation_id, 'office', s.office, 'title', a.title)
      from directory.agreement_signature s join directory.agreement a on a.tenant_id = s.tenant_id and a.id = s.agreement_id
      union all
      select c.tenant_id, c.person_id, 'CLAUSES_ACCEPTED', c.id::text, c.created_at, jsonb_build_object('organisationId', c.organisation_id)
      from directory.clause_acceptance c
      union all
      select c.tenant_id, c.person_id, 'AGREEMENT_COMMENTS', c.id::text, c.created_at, jsonb_build_object('text', c.text, 'organisationId', c.organisation_id, 'settledAt', c.settled_at)
      from directory.agreement_comment c
      union all
      select c.tenant_id, c.settled_by_id, 'AGREEMENT_COMMENTS_SETTLED', c.id::text, c.settled_at, jsonb_build_object('text', c.text)
      from directory.agreement_comment c where c.settled_by_id is not null;
    grant select on directory.own_record_agreement to :app;
  `,
};
