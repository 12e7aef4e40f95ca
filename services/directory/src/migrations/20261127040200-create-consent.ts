import type { Migration } from '@gongjian/platform';

export const createConsent: Migration = {
  name: '20261127040200-create-consent',
  up: `
    -- What people were told and what they agreed to: only ever added to. What counts is the latest line of each item.
    create table directory.consent (
      tenant_id uuid not null default platform.current_tenant(),
      id uuid not null,
      person_id uuid not null,
      -- NOTICE is the privacy notice itself.
      item text not null check (item ~ '^[A-Z][A-Z_]{0,39}$'),
      -- Of the notice, or of the purpose as it was described.
      item_version int not null check (item_version > 0),
      decision text not null check (decision in ('ACKNOWLEDGED', 'GIVEN', 'WITHDRAWN')),
      language text not null check (language in ('zh-CN', 'en')),
      created_at timestamptz not null,
      updated_at timestamptz not null,
      version int not null,
      primary key (tenant_id, id),
      foreign key (tenant_id, person_id) references directory.affiliation (tenant_id, person_id),
      check ((item = 'NOTICE') = (decision = 'ACKNOWLEDGED'))
    );
    create index consent_person on directory.consent (tenant_id, person_id, item, id desc);
    select platform.protect('directory.consent');
    revoke update, delete on directory.consent from :app;
    create trigger append_only after update or delete or truncate on directory.consent for each statement execute function platform.refuse_change();

    -- Where everybody stands. Published for other services, which ask before they use what needs consent.
    create view directory.consent_state with (security_invoker = true) as
      select distinct on (tenant_id, person_id, item) tenant_id, person_id, item, item_version, decision, created_at as decided_at
      from directory.consent order by tenant_id, person_id, item, id desc;
    grant select on directory.consent_state to :app;

    create view directory.own_record_consent with (security_invoker = true) as
      select c.tenant_id, c.person_id, 'CONSENTS' as area, c.id::text as id, c.created_at as at,
        jsonb_build_object('item', c.item, 'itemVersion', c.item_version, 'decision', c.decision, 'language', c.language) as fields
      from directory.consent c;
    grant select on directory.own_record_consent to :app;
  `,
};
