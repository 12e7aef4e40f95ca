import type { Migration } from '@gongjian/platform';

export const createMinorAccess: Migration = {
  name: '20261127040500-create-minor-access',
  up: `
    -- Who asked to see the personal data of somebody under 18, why, and who let them, for a day.
    create table scheduling.minor_access (
      tenant_id uuid not null default platform.current_tenant(),
      id uuid not null,
      resource_id uuid not null,
      -- The resource's owner, whose administrator answers.
      owner_id uuid not null,
      asked_by_id uuid not null,
      reason text not null check (char_length(reason) between 1 and 500),
      state text not null check (state in ('WAITING', 'APPROVED', 'REFUSED')),
      decided_by_id uuid,
      decided_at timestamptz,
      answer text check (char_length(answer) <= 500),
      until timestamptz,
      looks int not null default 0,
      last_look_at timestamptz,
      created_at timestamptz not null,
      updated_at timestamptz not null,
      version int not null,
      primary key (tenant_id, id),
      foreign key (tenant_id, resource_id) references scheduling.resource (tenant_id, id),
      foreign key (tenant_id, owner_id) references directory.membership (tenant_id, organisation_id),
      check ((state = 'WAITING') = (decided_at is null)),
      check ((decided_at is null) = (decided_by_id is null)),
      check ((state = 'APPROVED') = (until is not null)),
      -- Nobody lets themselves.
      check (decided_by_id is distinct from asked_by_id)
    );
    create index minor_access_resource on scheduling.minor_access (tenant_id, resource_id, asked_by_id, id desc);
    create index minor_access_owner on scheduling.minor_access (tenant_id, owner_id, id desc);
    create unique index minor_access_waiting on scheduling.minor_access (tenant_id, resource_id, asked_by_id) where state = 'WAITING';
    select platform.protect('scheduling.minor_access');

    create view scheduling.own_record_minor_access with (security_invoker = true) as
      select m.tenant_id, m.asked_by_id as person_id, 'MINOR_ACCESS' as area, m.id::text as id, m.created_at as at,
        jsonb_build_object('resourceId', m.resource_id, 'reason', m.reason, 'state', m.state, 'decidedById', m.decided_by_id, 'decidedAt', m.decided_at, 'answer', m.answer, 'until', m.until, 'looks', m.looks, 'lastLookAt', m.last_look_at) as fields
      from scheduling.minor_access m;
    grant select on scheduling.own_record_minor_access to :app;
  `,
};
