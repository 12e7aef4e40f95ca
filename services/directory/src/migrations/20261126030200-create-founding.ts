import type { Migration } from '@gongjian/platform';

export const createFounding: Migration = {
  name: '20261126030200-create-founding',
  up: `
    -- What was said about a consortium when it was founded, beyond its members: papers, and what its lead units are.
    create table directory.founding (
      tenant_id uuid not null default platform.current_tenant() references directory.consortium (id),
      id uuid not null,
      documents jsonb not null,
      qualifications jsonb not null,
      created_at timestamptz not null,
      updated_at timestamptz not null,
      version integer not null,
      primary key (tenant_id)
    );
    select platform.protect('directory.founding');
  `,
};
