import type { Migration } from '@gongjian/platform';

export const createCorrection: Migration = {
  name: '20261127040600-create-correction',
  up: `
    -- What somebody wants corrected about themselves, and the answer to it.
    create table directory.correction (
      tenant_id uuid not null default platform.current_tenant(),
      id uuid not null,
      person_id uuid not null,
      -- From whose seat it was asked: whose administrator answers.
      organisation_id uuid not null,
      field text not null check (field in ('NAME', 'ID_NUMBER', 'PHONE', 'PROFESSION', 'ROLE', 'OTHER')),
      -- Sealed: what it should say.
      wanted_sealed bytea not null,
      reason text check (char_length(reason) <= 500),
      state text not null check (state in ('ASKED', 'DONE', 'REFUSED', 'WITHDRAWN')),
      answer_by timestamptz not null,
      answered_by_id uuid,
      answered_at timestamptz,
      answer text check (char_length(answer) <= 500),
      reminded_at timestamptz,
      created_at timestamptz not null,
      updated_at timestamptz not null,
      version int not null,
      primary key (tenant_id, id),
      foreign key (tenant_id, person_id) references directory.affiliation (tenant_id, person_id),
      foreign key (tenant_id, organisation_id) references directory.membership (tenant_id, organisation_id),
      check (state <> 'REFUSED' or answer is not null),
      check ((answered_at is null) = (answered_by_id is null))
    );
    create index correction_person on directory.correction (tenant_id, person_id, id desc);
    create index correction_organisation on directory.correction (tenant_id, organisation_id);
    create unique index correction_open on directory.correction (tenant_id, person_id, field) where state = 'ASKED';
    create index correction_late on directory.correction (answer_by) where state = 'ASKED';
    select platform.protect('directory.correction');
    select platform.guard_sealed('directory.correction', 'wanted_sealed');
    create policy functions on directory.correction for select to current_user using (true);

    create function directory.corrections_overdue(at timestamptz) returns table (tenant_id uuid)
    language sql stable security definer set search_path = pg_catalog, pg_temp as $$
      select distinct c.tenant_id from directory.correction c where c.state = 'ASKED' and c.answer_by <= $1 and (c.reminded_at is null or c.reminded_at <= $1 - interval '1 day') limit 50
    $$;

    -- A name is corrected in the one place where it stands, for somebody of the consortium who asked for it.
    create function directory.correct_name(correction uuid, name text, sort_name text, search text, at timestamptz) returns void
    language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
      update directory.person p set name = $2, sort_name = $3, search = $4, updated_at = $5, version = p.version + 1
      from directory.correction c where c.tenant_id = platform.current_tenant() and c.id = $1 and c.field = 'NAME' and c.state = 'ASKED' and p.id = c.person_id
    $$;
    revoke execute on function directory.corrections_overdue(timestamptz), directory.correct_name(uuid, text, text, text, timestamptz) from public;
    grant execute on function directory.corrections_overdue(timestamptz), directory.correct_name(uuid, text, text, text, timestamptz) to :app;

    create view directory.own_record_correction with (security_invoker = true) as
      select c.tenant_id, c.person_id, 'CORRECTIONS' as area, c.id::text as id, c.created_at as at,
        jsonb_build_object('field', c.field, 'wantedSealed', encode(c.wanted_sealed, 'base64'), 'reason', c.reason, 'state', c.state, 'organisationId', c.organisation_id, 'answerBy', c.answer_by, 'decidedById', c.answered_by_id, 'decidedAt', c.answered_at, 'answer', c.answer) as fields
      from directory.correction c;
    grant select on directory.own_record_correction to :app;
  `,
};
