import type { Migration } from '@gongjian/platform';

/**
 * Agreements between consortia, and what clauses in force compile into (docs/adr/0025-grants.md).
 * Of an agreement each consortium that a party belongs to has its own copy, under the same ids.
 */
export const compileGrants: Migration = {
  name: '20261130010000-compile-grants',
  up: `
    -- A party may belong to another consortium: home_id says to which. It signs for itself, or as its lead for all of its members.
    alter table directory.agreement_party add home_id uuid, add whole boolean not null default false;
    -- FORCE hides rows from the owner too.
    alter table directory.agreement_party no force row level security;
    alter table directory.agreement_party disable trigger signed_stays;
    update directory.agreement_party set home_id = tenant_id;
    alter table directory.agreement_party enable trigger signed_stays;
    alter table directory.agreement_party force row level security;
    alter table directory.agreement_party alter home_id set not null;
    alter table directory.agreement_party drop constraint agreement_party_tenant_id_organisation_id_fkey,
      add constraint agreement_party_member foreign key (home_id, organisation_id) references directory.membership (tenant_id, organisation_id);
    create index agreement_party_home on directory.agreement_party (home_id, organisation_id);

    -- Everything that a party does to an agreement is done by a party, wherever it is at home.
    alter table directory.agreement drop constraint agreement_tenant_id_drafted_for_id_fkey, drop constraint agreement_tenant_id_drafted_by_id_fkey, drop constraint agreement_tenant_id_suspended_for_id_fkey;
    alter table directory.agreement add shared boolean not null default false;
    alter table directory.clause drop constraint clause_tenant_id_giver_id_fkey, drop constraint clause_tenant_id_taker_id_fkey;
    alter table directory.clause
      add constraint clause_giver_is_party foreign key (tenant_id, agreement_id, giver_id) references directory.agreement_party (tenant_id, agreement_id, organisation_id) deferrable initially deferred,
      add constraint clause_taker_is_party foreign key (tenant_id, agreement_id, taker_id) references directory.agreement_party (tenant_id, agreement_id, organisation_id) deferrable initially deferred,
      -- As the owner called it when the clause was written: who is elsewhere cannot look it up.
      add pool_name text check (char_length(pool_name) <= 60);
    create index clause_giver_party on directory.clause (tenant_id, agreement_id, giver_id);
    create index clause_taker_party on directory.clause (tenant_id, agreement_id, taker_id);
    alter table directory.clause_acceptance drop constraint clause_acceptance_tenant_id_organisation_id_fkey, drop constraint clause_acceptance_tenant_id_person_id_fkey;
    alter table directory.agreement_comment drop constraint agreement_comment_tenant_id_organisation_id_fkey, drop constraint agreement_comment_tenant_id_person_id_fkey, drop constraint agreement_comment_tenant_id_settled_by_id_fkey;
    alter table directory.agreement_signature drop constraint agreement_signature_tenant_id_organisation_id_fkey, drop constraint agreement_signature_tenant_id_person_id_fkey;
    -- A signature shows its name on both copies.
    alter table directory.agreement_signature add person_name text check (char_length(person_name) <= 100);

    -- Who one has a paper with has a name.
    drop policy member on directory.organisation;
    create policy member on directory.organisation for select to :app using (
      exists (select 1 from directory.membership m where m.tenant_id = (select platform.current_tenant()) and m.organisation_id = organisation.id)
      or exists (select 1 from directory.agreement_party p where p.tenant_id = (select platform.current_tenant()) and p.organisation_id = organisation.id)
    );

    -- Who could be a party from elsewhere is known by the code that stands on every contract (统一社会信用代码), and by nothing less.
    create function directory.partners(code text) returns table (organisation_id uuid, name text, consortium_id uuid, consortium text, short_name text, lead boolean)
    language sql stable security definer set search_path = pg_catalog, pg_temp as $$
      select o.id, o.name, c.id, c.name, c.short_name, m.kind = 'LEAD'
      from directory.organisation o join directory.membership m on m.organisation_id = o.id join directory.consortium c on c.id = m.tenant_id
      where o.uscc = upper(code) and m.tenant_id <> platform.current_tenant()
        and m.since <= (now() at time zone c.time_zone)::date and (m.until is null or m.until > (now() at time zone c.time_zone)::date)
      order by c.name
    $$;
    revoke all on function directory.partners(text) from public;
    grant execute on function directory.partners(text) to :app;
    create function directory.partner(organisation uuid, consortium uuid) returns table (kind text)
    language sql stable security definer set search_path = pg_catalog, pg_temp as $$
      select m.kind from directory.membership m join directory.consortium c on c.id = m.tenant_id
      where m.tenant_id = consortium and m.organisation_id = organisation and m.since <= (now() at time zone c.time_zone)::date and (m.until is null or m.until > (now() at time zone c.time_zone)::date)
    $$;
    revoke all on function directory.partner(uuid, uuid) from public;
    grant execute on function directory.partner(uuid, uuid) to :app;
    -- How the other consortium of a paper is called.
    create function directory.partner_consortia() returns table (id uuid, name text, short_name text, time_zone text)
    language sql stable security definer set search_path = pg_catalog, pg_temp as $$
      select c.id, c.name, c.short_name, c.time_zone from directory.consortium c
      where c.id in (select p.home_id from directory.agreement_party p where p.tenant_id = platform.current_tenant())
    $$;
    revoke all on function directory.partner_consortia() from public;
    grant execute on function directory.partner_consortia() to :app;
    create policy functions on directory.agreement_party for select to current_user using (true);
    create policy functions on directory.clause for select to current_user using (true);

    -- The copy of an agreement in this consortium becomes what the other one is: the row, and its parts as lists.
    create function directory.keep_copy(copy jsonb) returns void language plpgsql volatile set search_path = pg_catalog, pg_temp as $$
    declare
      here uuid := platform.current_tenant();
      agreement uuid := (copy -> 'agreement' ->> 'id')::uuid;
      part text;
      parts text[] := array['agreement_party', 'clause', 'clause_acceptance', 'agreement_comment', 'agreement_signature'];
      set_list text;
    begin
      insert into directory.agreement select (jsonb_populate_record(null::directory.agreement, copy -> 'agreement' || jsonb_build_object('tenant_id', here))).*
        on conflict on constraint agreement_pkey do nothing;
      delete from directory.clause_acceptance t using directory.clause c where t.tenant_id = here and c.tenant_id = here and c.id = t.clause_id and c.agreement_id = agreement
        and not exists (select from jsonb_array_elements(copy -> 'clause_acceptance') e where (e ->> 'id')::uuid = t.id);
      delete from directory.agreement_signature t where t.tenant_id = here and t.agreement_id = agreement and not exists (select from jsonb_array_elements(copy -> 'agreement_signature') e where (e ->> 'id')::uuid = t.id);
      update directory.agreement_comment t set clause_id = null where t.tenant_id = here and t.agreement_id = agreement and t.clause_id is not null
        and not exists (select from jsonb_array_elements(copy -> 'clause') e where (e ->> 'id')::uuid = t.clause_id);
      delete from directory.clause t where t.tenant_id = here and t.agreement_id = agreement and not exists (select from jsonb_array_elements(copy -> 'clause') e where (e ->> 'id')::uuid = t.id);
      delete from directory.agreement_party t where t.tenant_id = here and t.agreement_id = agreement and not exists (select from jsonb_array_elements(copy -> 'agreement_party') e where (e ->> 'id')::uuid = t.id);
      foreach part in array parts || array['agreement'] loop
        select string_agg(quote_ident(attname), ', ') into set_list from pg_attribute
          where attrelid = format('directory.%I', part)::regclass and attnum > 0 and not attisdropped and attname not in ('tenant_id', 'id', 'warned_days');
        -- What is signed is not touched, not even by writing the same again.
        execute format('update directory.%1$I t set (%2$s) = (select %2$s from jsonb_populate_record(null::directory.%1$I, e)) from jsonb_array_elements($2) e
          where t.tenant_id = $1 and t.id = (e ->> ''id'')::uuid and to_jsonb(t) - ''tenant_id'' - ''warned_days'' is distinct from e - ''tenant_id'' - ''warned_days''', part, set_list)
          using here, case when part = 'agreement' then jsonb_build_array(copy -> part) else copy -> part end;
        if part <> 'agreement' then
          execute format('insert into directory.%1$I select (jsonb_populate_record(null::directory.%1$I, e || jsonb_build_object(''tenant_id'', $1))).* from jsonb_array_elements($2) e
            where not exists (select from directory.%1$I t where t.tenant_id = $1 and t.id = (e ->> ''id'')::uuid)', part) using here, copy -> part;
        end if;
      end loop;
    end $$;

    -- What a signed clause gives: to whom, of which pool, from when until when. Written by the database alone, whenever
    -- anything changes from which it follows. In the giver's consortium things follow from it, in the taker's it is what one holds.
    create table directory.access_grant (
      tenant_id uuid not null default platform.current_tenant(),
      -- That of its clause.
      id uuid not null,
      agreement_id uuid not null,
      kind text not null,
      giver_id uuid not null,
      giver_home_id uuid not null,
      taker_id uuid not null,
      taker_home_id uuid not null,
      -- Every member of the taker's consortium.
      whole boolean not null,
      pool_id uuid,
      terms jsonb not null,
      valid_from timestamptz not null,
      -- The first instant without it.
      valid_until timestamptz not null,
      primary key (tenant_id, id),
      foreign key (tenant_id, id) references directory.clause (tenant_id, id),
      foreign key (tenant_id, agreement_id) references directory.agreement (tenant_id, id)
    );
    create index access_grant_agreement on directory.access_grant (tenant_id, agreement_id);
    create index access_grant_taker on directory.access_grant (tenant_id, taker_id, valid_until);
    create index access_grant_giver on directory.access_grant (tenant_id, giver_id, valid_until);
    create index access_grant_pool on directory.access_grant (tenant_id, pool_id) where pool_id is not null;
    select platform.protect('directory.access_grant');
    revoke insert, update, delete on directory.access_grant from :app;
    create policy functions on directory.access_grant to current_user using (true) with check (true);

    -- A day begins where the giver is. A grant ends with its agreement, with a party's membership, and rests while a party is suspended.
    create function directory.compile_grants(tenant uuid, agreement uuid) returns void
    language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
      insert into directory.access_grant as g (tenant_id, id, agreement_id, kind, giver_id, giver_home_id, taker_id, taker_home_id, whole, pool_id, terms, valid_from, valid_until)
      select c.tenant_id, c.id, c.agreement_id, c.kind, c.giver_id, gp.home_id, c.taker_id, tp.home_id, tp.whole, c.pool_id, c.terms,
        greatest(a.signed_at, a.since::timestamp at time zone gh.time_zone),
        least(a.until::timestamp at time zone gh.time_zone, a.ends_on::timestamp at time zone gh.time_zone, a.replaced_on::timestamp at time zone gh.time_zone,
          a.suspended_at, gm.until::timestamp at time zone gh.time_zone, tm.until::timestamp at time zone th.time_zone,
          (select min(s.since::timestamp at time zone h.time_zone) from directory.suspension s join directory.consortium h on h.id = s.tenant_id
            where ((s.tenant_id = gp.home_id and s.organisation_id = c.giver_id) or (s.tenant_id = tp.home_id and s.organisation_id = c.taker_id))
              and (s.until is null or s.until > (now() at time zone h.time_zone)::date)))
      from directory.clause c
      join directory.agreement a on a.tenant_id = c.tenant_id and a.id = c.agreement_id
      join directory.agreement_party gp on gp.tenant_id = c.tenant_id and gp.agreement_id = c.agreement_id and gp.organisation_id = c.giver_id
      join directory.agreement_party tp on tp.tenant_id = c.tenant_id and tp.agreement_id = c.agreement_id and tp.organisation_id = c.taker_id
      join directory.membership gm on gm.tenant_id = gp.home_id and gm.organisation_id = c.giver_id
      join directory.membership tm on tm.tenant_id = tp.home_id and tm.organisation_id = c.taker_id
      join directory.consortium gh on gh.id = gp.home_id join directory.consortium th on th.id = tp.home_id
      where c.tenant_id = tenant and c.agreement_id = agreement and a.state = 'SIGNED'
      on conflict (tenant_id, id) do update set valid_from = excluded.valid_from, valid_until = excluded.valid_until
        where (g.valid_from, g.valid_until) is distinct from (excluded.valid_from, excluded.valid_until)
    $$;
    revoke all on function directory.compile_grants(uuid, uuid) from public;

    create function directory.agreement_compiles() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
    begin
      perform directory.compile_grants(new.tenant_id, new.id);
      return null;
    end $$;
    create trigger compile after insert or update of state, suspended_at, ends_on, replaced_on on directory.agreement
      for each row when (new.state = 'SIGNED') execute function directory.agreement_compiles();

    -- Both copies follow, wherever the member leaves.
    create function directory.member_compiles() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
    declare
      member record := coalesce(new, old);
    begin
      perform directory.compile_grants(p.tenant_id, p.agreement_id) from directory.agreement_party p
        join directory.agreement a on a.tenant_id = p.tenant_id and a.id = p.agreement_id
        where p.home_id = member.tenant_id and p.organisation_id = member.organisation_id and a.state = 'SIGNED';
      return null;
    end $$;
    create trigger compile after update of since, until on directory.membership for each row when (old.until is distinct from new.until) execute function directory.member_compiles();
    create trigger compile after insert or update or delete on directory.suspension for each row execute function directory.member_compiles();

    create function directory.consortium_compiles() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
    begin
      perform directory.compile_grants(p.tenant_id, p.agreement_id) from directory.agreement_party p
        join directory.agreement a on a.tenant_id = p.tenant_id and a.id = p.agreement_id where p.home_id = new.id and a.state = 'SIGNED';
      return null;
    end $$;
    create trigger compile after update of time_zone on directory.consortium for each row when (old.time_zone is distinct from new.time_zone) execute function directory.consortium_compiles();

    -- Suspensions that ended by their day: what rested counts again. For a round.
    create function directory.compile_after_suspensions() returns void language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
      select directory.compile_grants(p.tenant_id, p.agreement_id)
      from (select distinct s.tenant_id, s.organisation_id from directory.suspension s join directory.consortium c on c.id = s.tenant_id
        where s.organisation_id is not null and s.until between (now() at time zone c.time_zone)::date - 2 and (now() at time zone c.time_zone)::date) ended
      join directory.agreement_party p on p.home_id = ended.tenant_id and p.organisation_id = ended.organisation_id
      join directory.agreement a on a.tenant_id = p.tenant_id and a.id = p.agreement_id and a.state = 'SIGNED'
    $$;
    revoke all on function directory.compile_after_suspensions() from public;
    grant execute on function directory.compile_after_suspensions() to :app;

    -- For other services: what clauses give, and how to name them.
    create view directory.known_grant with (security_invoker = true) as
      select g.*,
        (select a.number from directory.agreement a where a.tenant_id = g.tenant_id and a.id = g.agreement_id) as agreement_number,
        (select a.title from directory.agreement a where a.tenant_id = g.tenant_id and a.id = g.agreement_id) as agreement_title,
        (select count(*)::int from directory.clause c join directory.clause e on e.tenant_id = c.tenant_id and e.agreement_id = c.agreement_id and e.ordinal <= c.ordinal where c.tenant_id = g.tenant_id and c.id = g.id) as clause_number
      from directory.access_grant g;
    grant select on directory.known_grant to :app;
    -- Clauses on pools as they stand in drafts and signed agreements, for whoever works out what would follow.
    create view directory.pool_clause with (security_invoker = true) as
      select c.tenant_id, c.id, c.agreement_id, a.state, a.amends_id, c.giver_id, gp.home_id as giver_home_id, c.taker_id, tp.home_id as taker_home_id, tp.whole, c.pool_id, c.terms
      from directory.clause c join directory.agreement a on a.tenant_id = c.tenant_id and a.id = c.agreement_id
      join directory.agreement_party gp on gp.tenant_id = c.tenant_id and gp.agreement_id = c.agreement_id and gp.organisation_id = c.giver_id
      join directory.agreement_party tp on tp.tenant_id = c.tenant_id and tp.agreement_id = c.agreement_id and tp.organisation_id = c.taker_id
      where c.kind = 'RESOURCE_USE';
    grant select on directory.pool_clause to :app;
    -- Terms of school years, which a quota by the term follows.
    create view directory.school_term with (security_invoker = true) as
      select c.tenant_id, c.organisation_id, (t ->> 'firstDay')::date as first_day from directory.school_calendar c cross join lateral jsonb_array_elements(c.terms) t;
    grant select on directory.school_term to :app;

    -- A signature on both copies says who signed.
    create or replace view directory.own_record_agreement with (security_invoker = true) as
      select a.tenant_id, a.drafted_by_id as person_id, 'AGREEMENTS_DRAFTED' as area, a.id::text as id, a.created_at as at,
        jsonb_build_object('number', a.number, 'title', a.title, 'organisationId', a.drafted_for_id, 'state', a.state) as fields
      from directory.agreement a
      union all
      select s.tenant_id, s.person_id, 'AGREEMENTS_SIGNED', s.id::text, s.created_at, jsonb_build_object('organisationId', s.organisation_id, 'office', s.office, 'name', s.person_name, 'title', a.title)
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

    -- What was signed before.
    select directory.compile_grants(a.tenant_id, a.id) from directory.agreement a where a.state = 'SIGNED';
  `,
};
