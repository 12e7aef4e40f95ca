import type { Migration } from '@gongjian/platform';

/** Closing an account: a wish in each consortium that knows the person, decided where files have to be kept, then done by each service for its part. */
export const createErasure: Migration = {
  name: '20261127040300-create-erasure',
  up: `
    create table directory.erasure (
      tenant_id uuid not null default platform.current_tenant(),
      id uuid not null,
      person_id uuid not null,
      -- What stands in the place of the name afterwards: says nothing, and tells two who left apart.
      pseudonym text not null check (char_length(pseudonym) between 1 and 50),
      -- ASKED: an administrator decides, since teaching and internship files may have to be kept. WAITING: it can be taken back until due_at.
      state text not null check (state in ('ASKED', 'WAITING', 'DONE', 'REFUSED', 'WITHDRAWN')),
      answer_by timestamptz not null,
      due_at timestamptz not null,
      -- Until when the entry in a register is kept, by a law that the reason names.
      keep_until date,
      decided_by_id uuid,
      decided_at timestamptz,
      reason text check (char_length(reason) <= 500),
      -- Why it could not be done when it was due: a code that the person is told.
      blocked_by text check (char_length(blocked_by) <= 60),
      reminded_at timestamptz,
      created_at timestamptz not null,
      updated_at timestamptz not null,
      version int not null,
      primary key (tenant_id, id),
      foreign key (tenant_id, person_id) references directory.affiliation (tenant_id, person_id),
      check (state <> 'REFUSED' or reason is not null)
    );
    create index erasure_person on directory.erasure (tenant_id, person_id, id desc);
    create unique index erasure_open on directory.erasure (tenant_id, person_id) where state in ('ASKED', 'WAITING');
    create index erasure_due on directory.erasure (due_at) where state = 'WAITING';
    create index erasure_everywhere on directory.erasure (person_id) where state in ('ASKED', 'WAITING');
    select platform.protect('directory.erasure');
    create policy functions on directory.erasure to current_user using (true) with check (true);

    -- The wish, in each consortium that knows the person. Where they taught, worked as an engineer or learnt, somebody decides.
    create function directory.ask_closing(pseudonym text, at timestamptz, answer_by timestamptz, due_at timestamptz) returns void
    language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
      insert into directory.erasure (tenant_id, id, person_id, pseudonym, state, answer_by, due_at, created_at, updated_at, version)
      select a.tenant_id, directory.new_id(), a.person_id, $1,
        case when exists (select 1 from directory.role_grant g where g.tenant_id = a.tenant_id and g.person_id = a.person_id and g.role in ('TEACHER', 'ENGINEER', 'STUDENT')) then 'ASKED' else 'WAITING' end,
        $3, $4, $2, $2, 1
      from directory.affiliation a where a.person_id = platform.current_person()
      on conflict do nothing
    $$;

    -- Taken back everywhere, by the person.
    create function directory.withdraw_closing(at timestamptz) returns void
    language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
      update directory.erasure set state = 'WITHDRAWN', updated_at = $1, version = version + 1 where person_id = platform.current_person() and state in ('ASKED', 'WAITING')
    $$;

    -- A refusal of the current consortium ends it in the others as well: the account is one.
    create function directory.refuse_closing_elsewhere(person uuid, at timestamptz) returns void
    language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
      update directory.erasure e set state = 'WITHDRAWN', updated_at = $2, version = version + 1 where e.person_id = $1 and e.state in ('ASKED', 'WAITING')
        and exists (select 1 from directory.erasure r where r.tenant_id = platform.current_tenant() and r.person_id = $1 and r.state = 'REFUSED' and r.decided_at = $2)
    $$;

    -- A decision that takes time puts the day off everywhere, so that there is still time to take it back.
    create function directory.put_off_closing(person uuid, due_at timestamptz, at timestamptz) returns void
    language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
      update directory.erasure e set due_at = $2, updated_at = $3, version = version + 1 where e.person_id = $1 and e.state in ('ASKED', 'WAITING') and e.due_at < $2
        and exists (select 1 from directory.erasure r where r.tenant_id = platform.current_tenant() and r.person_id = $1 and r.state in ('ASKED', 'WAITING'))
    $$;

    -- What is due: nowhere undecided, and its time is over. Ids alone; the work is done inside each consortium.
    create function directory.erasures_due(at timestamptz) returns table (tenant_id uuid, person_id uuid)
    language sql stable security definer set search_path = pg_catalog, pg_temp as $$
      select e.tenant_id, e.person_id from directory.erasure e where e.state = 'WAITING' and e.due_at <= $1
        and not exists (select 1 from directory.erasure o where o.person_id = e.person_id and (o.state = 'ASKED' or (o.state = 'WAITING' and o.due_at > $1)))
      order by e.due_at limit 50
    $$;
    -- Wishes that nobody has answered in time, once a day.
    create function directory.erasures_overdue(at timestamptz) returns table (tenant_id uuid)
    language sql stable security definer set search_path = pg_catalog, pg_temp as $$
      select distinct e.tenant_id from directory.erasure e where e.state = 'ASKED' and e.answer_by <= $1 and (e.reminded_at is null or e.reminded_at <= $1 - interval '1 day') limit 50
    $$;

    -- The address, for finding the mails that went there.
    create function directory.address_of_leaver(person uuid, at timestamptz) returns text
    language sql stable security definer set search_path = pg_catalog, pg_temp as $$
      select a.email from directory.account a where a.person_id = $1
        and exists (select 1 from directory.erasure e where e.tenant_id = platform.current_tenant() and e.person_id = $1 and e.state = 'WAITING' and e.due_at <= $2)
    $$;

    -- The account and the name, when the last consortium has done its part. False while another one has not.
    create function directory.erase_account(person uuid, sort_name text, at timestamptz) returns boolean
    language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
    #variable_conflict use_column
    declare
      alias text;
    begin
      select e.pseudonym into alias from directory.erasure e where e.tenant_id = platform.current_tenant() and e.person_id = $1 and e.state = 'WAITING' and e.due_at <= $3;
      if alias is null then return false; end if;
      if exists (select 1 from directory.erasure e where e.person_id = $1 and e.tenant_id <> platform.current_tenant() and e.state in ('ASKED', 'WAITING')) then return false; end if;
      delete from directory.account a where a.person_id = $1;
      delete from directory.join_code j where j.person_id = $1;
      update directory.person p set name = alias, sort_name = $2, search = lower(alias), updated_at = $3, version = version + 1 where p.id = $1;
      return true;
    end $$;
    revoke execute on function directory.ask_closing(text, timestamptz, timestamptz, timestamptz), directory.withdraw_closing(timestamptz), directory.refuse_closing_elsewhere(uuid, timestamptz), directory.put_off_closing(uuid, timestamptz, timestamptz), directory.erasures_due(timestamptz),
      directory.erasures_overdue(timestamptz), directory.address_of_leaver(uuid, timestamptz), directory.erase_account(uuid, text, timestamptz) from public;
    grant execute on function directory.ask_closing(text, timestamptz, timestamptz, timestamptz), directory.withdraw_closing(timestamptz), directory.refuse_closing_elsewhere(uuid, timestamptz), directory.put_off_closing(uuid, timestamptz, timestamptz), directory.erasures_due(timestamptz),
      directory.erasures_overdue(timestamptz), directory.address_of_leaver(uuid, timestamptz), directory.erase_account(uuid, text, timestamptz) to :app;

    -- Who is being erased, for services that do their part: published.
    create view directory.leaver with (security_invoker = true) as
      select e.tenant_id, e.person_id, e.pseudonym, e.keep_until, e.due_at, p.name from directory.erasure e join directory.person p on p.id = e.person_id where e.state in ('WAITING', 'DONE');
    grant select on directory.leaver to :app;

    create view directory.own_record_webhook with (security_invoker = true) as
      select w.tenant_id, w.created_by_id as person_id, 'WEBHOOKS' as area, w.id::text as id, w.created_at as at, jsonb_build_object('network', w.host, 'organisationId', w.organisation_id) as fields
      from platform.webhook w;
    grant select on directory.own_record_webhook to :app;

    create view directory.own_record_erasure with (security_invoker = true) as
      select e.tenant_id, e.person_id, 'REQUESTS' as area, e.id::text as id, e.created_at as at,
        jsonb_build_object('operation', 'closeAccount', 'state', e.state, 'pseudonym', e.pseudonym, 'answerBy', e.answer_by, 'dueAt', e.due_at, 'keepUntil', e.keep_until, 'decidedById', e.decided_by_id, 'decidedAt', e.decided_at, 'reason', e.reason) as fields
      from directory.erasure e;
    grant select on directory.own_record_erasure to :app;
  `,
};
